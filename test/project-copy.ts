// A copy of the project's sources in a folder of its own, for tests that change them or build from them.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = process.cwd();
/** What building and pushing need. */
const NEEDED = [
  'src',
  'sample',
  'scripts',
  'docs/install-by-hand.md',
  'appsscript.json',
  'package.json',
  'package-lock.json',
  'CHANGELOG.md',
  '.clasp.json',
  'tsconfig.base.json',
];

/** npm's own program: the one that runs the tests, or the one beside Node. */
export const NPM =
  process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');

/** The copy's path; packages are the project's own. `more`: what else is to be copied. */
export function copyProject(more: readonly string[] = []): string {
  const copy = mkdtempSync(join(tmpdir(), 'kaizen-copy-'));
  for (const name of [...NEEDED, ...more]) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

export function removeCopy(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
}
