// Logs of many shapes as people and programs leave them: each is read or refused in one sentence, comes out as it went in, and changes by what is changed.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Experiment } from '../../src/domain/experiment/template.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { describeLog, keptOf, type LogDocument, readLog, refusalOf, writeLog } from '../../src/log/index.ts';
import { IS_LONG } from '../server/figures.ts';
import { keptFor } from './fixtures.ts';
import { MUTATIONS } from './mutations.ts';

const files = ['inputs/shapes', 'kinds'].flatMap((folder) =>
  readdirSync(`test/fixtures/${folder}`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `test/fixtures/${folder}/${file}`),
);
const names = Object.keys(MUTATIONS);
/** All in long runs, else some of each log: others of each. */
const SOME = 6;
const today = '2026-05-04';

const linesOf = (text: string): string[] =>
  text.split(/\r\n?|\n/).filter((line) => line.trim() !== '' && !/last.updated/i.test(line));
const beyond = (these: readonly string[], those: readonly string[]): string[] => {
  const rest = [...those];
  return these.filter((line) => {
    const at = rest.indexOf(line);
    return at < 0 || rest.splice(at, 1).length === 0;
  });
};
const sayings = (experiments: readonly Experiment[], { shape }: Pick<LogDocument, 'shape'>): string[] =>
  experiments.map((one) => JSON.stringify({ ...one, id: shape.hasIds ? one.id : '' })).sort();

describe.each(files)('%s', (file) => {
  const original = readFileSync(file, 'utf8');
  const kept = keptFor(file);
  const own = names.filter(
    (_, index) => IS_LONG || (index + files.indexOf(file)) % Math.ceil(names.length / SOME) === 0,
  );

  test.each(own)('with %s', (name) => {
    const text = MUTATIONS[name]?.(original) || original;
    const log = readLog(text, kept);
    const { contents } = log;
    expect(writeLog(log, contents, { today })).toBe(text);
    const refusal = refusalOf(log);
    if (refusal !== undefined) {
      expect(refusal).toMatch(/^[^\n]+\.$/);
      return;
    }
    expect(describeLog(log)).toMatchObject({ experiments: contents.experiments.length });
    const lines = linesOf(text);
    for (const [at, { status: before }] of contents.experiments.entries()) {
      const status = before === 'Dropped' ? 'Active' : 'Dropped';
      const experiments = contents.experiments.map((one, index) => (index === at ? { ...one, status } : one));
      const written = writtenOrRefused(log, experiments);
      if (written === undefined) continue;
      const after = linesOf(written);
      const [gone, come] = [beyond(lines, after), beyond(after, lines)];
      expect([gone.length < 2, come.length < 3]).toEqual([true, true]);
      // A row without a column for a status says none.
      if (log.shape.tables.length > 0 && come.length === 0) continue;
      // The register keeps what it learnt of the log.
      const again = readLog(written, { ...keptOf(log.shape), ...kept });
      expect(sayings(again.contents.experiments, log)).toEqual(sayings(experiments, log));
    }
  });
});

/** The log with these experiments; undefined where one sentence says why it cannot be written. */
function writtenOrRefused(document: LogDocument, experiments: readonly Experiment[]): string | undefined {
  try {
    return writeLog(document, { ...document.contents, experiments: [...experiments] }, { today });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).toMatch(/^(The change of )?\S+ cannot be written .*\.$/);
    return undefined;
  }
}
