import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'acorn';
import * as entries from '../src/log/words/entries.ts';
import * as labels from '../src/log/words/labels.ts';
import * as months from '../src/log/words/months.ts';
import * as names from '../src/log/words/names.ts';
import * as statuses from '../src/log/words/statuses.ts';
import * as cells from '../src/tracker/words/cells.ts';
import * as columns from '../src/tracker/words/columns.ts';
import { PAGES } from './bundles.ts';
import { copyProject, removeCopy } from './project-copy.ts';
import { inLongRuns } from './server/figures.ts';

const ROOT = resolve(__dirname, '..');
const script = () => readFileSync(resolve(ROOT, 'dist/Code.js'), 'utf8');

describe('the built script', () => {
  test('puts its public functions and its own name into the global scope, and nothing else', () => {
    const context = createContext({});
    const before = new Set(runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]);
    runInContext(script(), context);
    const added = (runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]).filter(
      (name) => !before.has(name),
    );
    expect(added.sort()).toEqual([
      'Kzn',
      'arrangeColumns',
      'changeCandidate',
      'checkLog',
      'explainDuration',
      'exportLog',
      'fixAll',
      'fixLog',
      'importEntries',
      'importLog',
      'importSheet',
      'keepDraft',
      'onEdit',
      'onInstall',
      'onOpen',
      'openCheck',
      'openDashboard',
      'openEdit',
      'openExport',
      'openHelp',
      'openImport',
      'openLearnt',
      'openNew',
      'openNextPage',
      'openPatterns',
      'openRules',
      'openSelfCheck',
      'openSetUp',
      'openSheet',
      'openSidebar',
      'previewEntries',
      'previewExperiment',
      'previewExport',
      'previewImport',
      'previewSheet',
      'readCandidates',
      'readChanges',
      'readColumns',
      'readExperiment',
      'readKnown',
      'readLearnt',
      'readLogText',
      'readMarkdown',
      'readOverview',
      'readPortfolio',
      'readSample',
      'readSelected',
      'readTabs',
      'runSelfCheck',
      'saveColumns',
      'saveEntry',
      'saveForm',
      'saveReview',
      'saveSetUp',
      'setUp',
      'showEntry',
      'showKnown',
      'showRow',
      'showShortRows',
      'showWholeRows',
      'takeBackSheet',
      'tryAsked',
    ]);
    for (const name of added.filter((name) => name !== 'Kzn')) {
      expect(runInContext(`typeof ${name}`, context)).toBe('function');
    }
  });

  test('declares each public function plainly at its top level, where Google looks for it', () => {
    const { body } = parse(script(), { ecmaVersion: 2020 });
    const names = body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : []));
    expect(names).toEqual(expect.arrayContaining(['onOpen', 'onInstall', 'setUp', 'importLog', 'exportLog']));
  });

  test('is ES2020', () => {
    expect(() => parse(script(), { ecmaVersion: 2020 })).not.toThrow();
    expect(() => parse('class A { b = 1 }', { ecmaVersion: 2020 })).toThrow();
  });
});

describe('the built pages', () => {
  test.each(PAGES)('%s stands alone: nothing is fetched from anywhere', (page) => {
    const html = readFileSync(resolve(ROOT, 'dist', page), 'utf8');
    expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)=/i);
    // What begins with # is a part of the page itself, such as a pattern that a chart is filled with.
    expect(html).not.toMatch(/@import|\burl\((?!#)/i);
    expect(html.match(/<\/script>/gi)).toHaveLength(1);
  });
});

describe('the manifest', () => {
  test('asks for three scopes, the Drive service and V8', () => {
    const manifest = JSON.parse(readFileSync(resolve(ROOT, 'dist/appsscript.json'), 'utf8'));
    expect(manifest.oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/drive.file',
      'https://www.googleapis.com/auth/script.container.ui',
    ]);
    expect(manifest.runtimeVersion).toBe('V8');
    expect(manifest.dependencies.enabledAdvancedServices).toEqual([
      { userSymbol: 'Drive', version: 'v3', serviceId: 'drive' },
    ]);
  });
});

test('clasp would push the script, the pages and the manifest, and nothing else', () => {
  const clasp = resolve(ROOT, 'node_modules/@google/clasp/build/src/index.js');
  const status = JSON.parse(
    execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], { cwd: ROOT, encoding: 'utf8' }),
  );
  expect([...status.filesToPush].sort()).toEqual([
    'dist/Code.js',
    'dist/appsscript.json',
    'dist/check.html',
    'dist/columns.html',
    'dist/dashboard.html',
    'dist/export.html',
    'dist/help.html',
    'dist/import.html',
    'dist/sample.html',
    'dist/self-check.html',
    'dist/sidebar.html',
    'dist/words.html',
  ]);
});

test('a page has two places where the script fills something in, and is no larger than it may be', () => {
  /** In KB of 1,024 bytes. */
  const most: Record<string, number> = { sidebar: 175, dashboard: 420, import: 90, export: 60 };
  expect(PAGES.length).toBeGreaterThan(6);
  for (const page of PAGES) {
    const html = readFileSync(resolve(ROOT, 'dist', page), 'utf8');
    expect({ page, places: html.split('<?').length - 1 }).toEqual({ page, places: 2 });
    const least = Math.ceil(Buffer.byteLength(html) / 1024);
    expect({ page, isSmall: least <= (most[page.replace('.html', '')] ?? 40) }).toEqual({ page, isSmall: true });
  }
});

test('the script carries no charts', () => {
  expect(script()).not.toContain('http://www.w3.org/2000/svg');
});

test('the script stays small, and of one byte a sign, since every edit loads it anew', () => {
  expect(script()).not.toMatch(/[^\t\n -~]/);
  expect(Buffer.byteLength(script())).toBeLessThan(584 * 1000);
});

test('the tables of words stand beside the script, as they are, and as a text that is no HTML', () => {
  const text = readFileSync(resolve(ROOT, 'dist/words.html'), 'utf8');
  const tables = Object.entries({
    'log/words/entries.ts': entries,
    'log/words/labels.ts': labels,
    'log/words/months.ts': months,
    'log/words/names.ts': names,
    'log/words/statuses.ts': statuses,
    'tracker/words/cells.ts': cells,
    'tracker/words/columns.ts': columns,
  });
  expect(JSON.parse(text)).toEqual(Object.fromEntries(tables.map(([name, table]) => [name, { ...table }])));
  expect(text).not.toMatch(/[<>]/);
  expect(script()).not.toContain(labels.OWN_LABELS.slice(0, 40));
});

inLongRuns.test('a build that a licence ends says so, and leaves what was built before', () => {
  const copy = copyProject();
  try {
    const file = join(copy, 'scripts/notice.mjs');
    const notice = readFileSync(file, 'utf8');
    const stricter = notice.replace(/const ALLOWED = \[.*\];/, "const ALLOWED = ['Nobody-1.0'];");
    expect(stricter).not.toBe(notice);
    writeFileSync(file, stricter);
    const { status, stderr } = spawnSync(process.execPath, [join(copy, 'scripts/build.mjs')], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^Nothing was built: \S+ has the licence \S+: only Nobody-1\.0 may be shipped\.$/m);
    expect(status).toBe(1);
    expect(existsSync(join(copy, 'dist'))).toBe(false);
  } finally {
    removeCopy(copy);
  }
});
