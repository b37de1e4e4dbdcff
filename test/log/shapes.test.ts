// Logs of other shapes: what a person reads in each is what is read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../src/domain/experiment/template.ts';
import { ROWS } from '../../src/domain/register/log-shape.ts';
import { canonicalExperiment, keptOf, type LogDocument, nextFreeId, readLog, writeLog } from '../../src/log/index.ts';
import { meaningOfStatus } from '../../src/log/shape/status-words.ts';
import { keptFor } from './fixtures.ts';

/** Logs that were handed in, and others of the same kinds. */
const FOLDERS = ['inputs/shapes', 'kinds'];
const folder = (name: string): string => join(import.meta.dirname, '../fixtures', name);
const logs = FOLDERS.flatMap((name) =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(name, file)),
);
const textOf = (name: string): string => readFileSync(folder(name), 'utf8');
const read = (name: string): LogDocument => readLog(textOf(name), keptFor(name));

/** What a person reads: several readings of one cell are all right; `-` where the log says nothing. */
const expected = FOLDERS.flatMap((name) =>
  readFileSync(join(folder(name), 'expected.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => [name, ...row.split('\t')]),
);
const options = (cell: string | undefined): string[] =>
  (cell ?? '').split(' | ').map((text) => (text === '-' ? '' : text));

describe.each(logs)('%s', (name) => {
  const document = read(name);
  const { experiments } = document.contents;
  const rows = expected.filter(([where = '', file = '']) => join(where, file) === name);

  test('has the experiments that a person sees, with their IDs, titles, statuses and dates', () => {
    const own = document.sections.flatMap(({ items }) => items.flatMap(({ experiment }) => experiment ?? []));
    expect(experiments.map(({ title }) => title)).toHaveLength(rows.length);
    for (const [index, [, , id, title, status, date]] of rows.entries()) {
      const experiment = experiments[index];
      expect(options(id)).toContain(document.shape.hasIds ? experiment?.id : '');
      expect(options(title)).toContain(experiment?.title);
      const words = options(status).map((word) => meaningOfStatus(word) ?? word);
      expect(words).toContain(experiment?.status);
      expect(options(date)).toContain(experiment?.started || experiment?.date);
    }
    expect(own).toHaveLength(rows.length);
  });

  test('comes out as it went in', () => {
    expect(writeLog(document, document.contents, { today: '2026-05-04' })).toBe(document.text);
  });

  test('takes a new experiment, and lets one go, without another line', () => {
    const { contents, ...log } = document;
    const id = nextFreeId(
      contents.prefix,
      experiments.map((one) => one.id),
    );
    const added = { ...emptyExperiment(), id, title: 'Sharpen less', status: 'Active', date: '2026-05-04' };
    const rest = experiments.slice(1);
    for (const wanted of [[...experiments, added], rest]) {
      const written = writeLog(document, { ...contents, experiments: wanted }, { today: '2026-05-04' });
      const [gone] = differences(document.text.split(/\r?\n/), written.split(/\r?\n/));
      const first = ownLines(0, log, document.text);
      expect(wanted === rest ? first : []).toEqual(expect.arrayContaining(gone));
      // One experiment alone may be no log to count by: the register knows its shape.
      const told = readLog(written, keptOf(document.shape)).contents.experiments.map(({ title }) => title);
      expect(told.sort()).toEqual(wanted.map(({ title }) => title).sort());
    }
  });

  test('says of each experiment, where it is the only one left, what it said among the others', () => {
    for (const experiment of experiments) {
      const { contents } = document;
      const left = { ...contents, experiments: [experiment] };
      const written = readLog(writeLog(document, left, { today: '2026-05-04' }), keptOf(document.shape));
      const { id } = document.shape.hasIds ? experiment : { id: expect.any(String) };
      expect(written.contents.experiments).toEqual([{ ...experiment, id }]);
    }
  });

  test.each([
    'Good.\nDecision: none yet\nStatus: unclear',
    'Why - because\nStatus - done',
    '| Status | Date |\n|---|---|\n| done | 2026-01-01 |',
  ])('takes for no labels what people type into all of its experiments: %j', (typed) => {
    const { contents } = document;
    // Cells say it on one line; in lists and on boards it goes beside the titles.
    if (document.shape.experiment >= ROWS) return;
    for (const key of ['hypothesis', 'learning'] as const) {
      const wanted = experiments.map((one) => canonicalExperiment({ ...one, [key]: typed }));
      const text = writeLog(document, { ...contents, experiments: wanted }, { today: '2026-05-04' });
      const told = readLog(text, keptOf(document.shape)).contents.experiments;
      expect(told).toEqual(
        wanted.map(({ id, ...one }) => ({ ...one, id: document.shape.hasIds ? id : expect.any(String) })),
      );
    }
  });

  test.each(['as it stands', 'with the line ends and the mark of another system'])(
    'keeps, %s, every line but those of a change, which read back as meant',
    (how) => {
      const text =
        how === 'as it stands'
          ? textOf(name)
          : `\uFEFF${textOf(name)
              .replace(/^\uFEFF/, '')
              .replace(/\r?\n/g, '\r\n')}`;
      const log = readLog(text, keptFor(name));
      const { contents } = log;
      const linesOf = (whole: string): string[] => whole.replace(/^\uFEFF/, '').split(/\r?\n/);
      const before = linesOf(text);
      for (const at of contents.experiments.keys()) {
        for (const change of CHANGES) {
          const experiments = contents.experiments.map((one, index) => (index === at ? { ...one, ...change } : one));
          const written = writeLog(log, { ...contents, experiments }, { today: '2026-05-04' });
          const [gone, come] = differences(before, linesOf(written));
          // A row without a column for it says no learning, and one whose tables lack a section for it no status.
          const isRow = log.shape.tables.length > 0;
          expect(ownLines(at, log, text)).toEqual(expect.arrayContaining(gone));
          expect(come.length).toBeLessThan(3);
          if (isRow && come.length === 0) continue;
          expect(sayings(readLog(written, keptFor(name)))).toEqual(sayings({ contents: { experiments } }));
        }
      }
    },
  );
});

const CHANGES: readonly Partial<Experiment>[] = [
  { learning: 'Two saws | are enough.' },
  { status: 'Dropped' },
  { status: 'Active' },
  { status: 'Completed' },
  { title: 'Sharpen less' },
];

/** The lines of the experiment at a place among all. */
function ownLines(at: number, { sections }: Pick<LogDocument, 'sections'>, text: string): string[] {
  const own = sections.flatMap(({ items }) => items.flatMap(({ experiment }) => experiment ?? []));
  const found = own[at];
  const end = text.slice(found?.end).search(/[\r\n]|$/);
  return text.slice(found?.start, (found?.end ?? 0) + end).split(/\r?\n/);
}

/** The lines with words that one text has more often than the other, each way. */
function differences(before: readonly string[], after: readonly string[]): [gone: string[], come: string[]] {
  const beyond = (these: readonly string[], those: readonly string[]): string[] => {
    const rest = [...those];
    return these.filter((line) => {
      const at = rest.indexOf(line);
      return !/^\W*(?:last.updated.*)?$/i.test(line) && (at < 0 || rest.splice(at, 1).length === 0);
    });
  };
  return [beyond(before, after), beyond(after, before)];
}

/** What the experiments say, in an order that a move between sections does not change. */
const sayings = ({ contents }: { contents: { experiments: readonly Experiment[] } }): string[] =>
  contents.experiments.map((one) => JSON.stringify({ ...one, id: '' })).sort();
