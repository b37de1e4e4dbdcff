// The hand-made logs, by the kind of log they stand for. They are called .txt, so that no formatter of Markdown makes them alike.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type KeptShape, LINES } from '../../src/domain/register/log-shape.ts';
import { type LogDocument, nameUnnamed, readLog } from '../../src/log/index.ts';

const folder = resolve('test/log/fixtures');

/** Names without extension. */
export const FIXTURES = readdirSync(folder).map((name) => name.replace(/\.txt$/, ''));

export function fixture(name: string): string {
  return readFileSync(join(folder, `${name}.txt`), 'utf8');
}

/** What a person has to say of a log of `test/fixtures/kinds`: of some, that the experiments are the items of its lists, or of one list. */
export function keptFor(name: string): KeptShape {
  if (name.includes('pointed-list')) return { level: LINES, isPointed: true, list: 'tried this year' };
  return name.includes('pointed-') ? { level: LINES, isPointed: true } : {};
}

/** A log as a register has it, which gives an ID to what the log has without one. */
export function registered(text: string, kept?: KeptShape): LogDocument {
  const document = readLog(text, kept);
  nameUnnamed(
    document,
    document.contents.experiments.map((_, index) => `R-${index + 1}`),
  );
  return document;
}
