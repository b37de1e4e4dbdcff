// The house's plan, held: rooms import only those their arrow points to (their TypeScript projects see to that), and none in a circle.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = resolve(__dirname, '..');

/** Every TypeScript file below a folder, as a path in the project. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** What a file imports of ours, types too. */
function importsOf(path: string): string[] {
  const statements = text(path).matchAll(/^(?:import|export)\s[^;]*?\sfrom\s+'(\.[^']+)'/gm);
  return [...statements].map(([, target = '']) => join(dirname(path), target));
}

/** The first circle that is found from any file on, as the files in it; undefined where there is none. */
function findCircle(files: readonly string[], imports: (path: string) => readonly string[]): string[] | undefined {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | undefined => {
    const at = trail.indexOf(path);
    if (at >= 0) return trail.slice(at);
    if (done.has(path)) return undefined;
    for (const target of imports(path)) {
      const circle = visit(target, [...trail, path]);
      if (circle !== undefined) return circle;
    }
    done.add(path);
    return undefined;
  };
  for (const file of files) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe('imports', () => {
  test('a circle is found, through any number of files', () => {
    const links: Record<string, string[]> = { a: ['b'], b: ['c', 'd'], c: [], d: ['b'] };
    expect(findCircle(['a'], (path) => links[path] ?? [])).toEqual(['b', 'd']);
    expect(findCircle(['a'], (path) => (path === 'd' ? [] : (links[path] ?? [])))).toBeUndefined();
  });

  test.each(['src', 'workbench', 'bench'])('%s has no circle', (folder) => {
    const files = sourcesBelow(folder);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(0);
    expect(findCircle(files, importsOf)).toBeUndefined();
  });
});

describe('rooms', () => {
  test('only the store names the services that remember', () => {
    const outside = sourcesBelow('src').filter(
      (path) => !path.startsWith('src/store/') && !path.startsWith('src/platform/'),
    );
    expect(outside.filter((path) => /\b(?:PropertiesService|CacheService)\b/.test(text(path)))).toEqual([]);
  });

  test.each(['src', 'workbench'])('%s keeps at most fifteen files side by side', (folder) => {
    const counts = new Map<string, number>();
    for (const path of sourcesBelow(folder)) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
  });
});
