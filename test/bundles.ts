// What the build put into dist/: the files' code, and what esbuild says is in them.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Metafile } from 'esbuild';

/** Files in dist/ that are texts, since nothing but pages can stand beside a script. */
const TEXTS = ['sample.html', 'words.html'];

/** The names of the script and the pages in dist/. */
export const BUNDLES = readdirSync(resolve('dist')).filter(
  (name) => /\.(?:js|html)$/.test(name) && !TEXTS.includes(name),
);

/** Those of the pages. */
export const PAGES = BUNDLES.filter((name) => name.endsWith('.html'));

/** The text of a file in dist/. */
export function bundleText(name: string): string {
  return readFileSync(resolve('dist', name), 'utf8');
}

/** The JavaScript of a file in dist/, of a page that of its one script element. */
export function bundleCode(name: string): string {
  const text = bundleText(name);
  return name.endsWith('.js') ? text : (/<script>([\s\S]*)<\/script>/.exec(text)?.[1] ?? '');
}

/** What esbuild says of a file in dist/. */
export function metafileOf(name: string): Metafile {
  return JSON.parse(readFileSync(resolve('build/metafiles', `${name}.json`), 'utf8'));
}

/** The bytes that each source file takes in a bundle, by the file's path in the project. */
export function bytesBySource(name: string): Map<string, number> {
  const inputs = Object.values(metafileOf(name).outputs).flatMap((output) => Object.entries(output.inputs));
  return new Map(inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput]));
}

/** The script's source files that are evaluated once `entry` is: what it imports, and what that imports, but not what sleeps behind a `require`. */
export function evaluatedWith(entry: string): Set<string> {
  const { inputs } = metafileOf('Code.js');
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, kind } of inputs[path]?.imports ?? []) {
      if (kind === 'import-statement') found.add(imported);
    }
  }
  return found;
}
