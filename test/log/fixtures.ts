// The hand-made logs, by the kind of log they stand for. They are called .txt, so that no formatter of Markdown makes them alike.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve('test/log/fixtures');

/** Names without extension. */
export const FIXTURES = readdirSync(folder).map((name) => name.replace(/\.txt$/, ''));

export function fixture(name: string): string {
  return readFileSync(join(folder, `${name}.txt`), 'utf8');
}
