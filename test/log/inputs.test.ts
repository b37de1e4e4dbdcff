// Logs on which the add-on once fell short: what an edit of one experiment may change in them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../src/domain/experiment/template.ts';
import { type LogContents, type LogDocument, nextFreeId, readLog, recognise, writeLog } from '../../src/log/index.ts';
import { registered } from './fixtures.ts';

const today = '2026-05-04';
const folder = join(import.meta.dirname, '../fixtures/inputs');
const LOGS = ['', 'shapes'].flatMap((place) =>
  readdirSync(join(folder, place))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(place, name)),
);

const read = (name: string): LogDocument => registered(readFileSync(join(folder, name), 'utf8'));

/** Every experiment of every log that is read. */
const EXPERIMENTS = LOGS.flatMap((name) =>
  read(name).contents.experiments.map(({ id }): [string, string] => [name, id]),
);

/** What may come and go around an experiment: a separator, a placeholder, the date. */
const PASSING = /^(?:[ \t]*|---|\(none yet\)|.*last updated.*)$/i;

/** The lines outside an experiment, in their order, and the lines that it owns. */
function split(document: LogDocument, id: string): { own: string[]; others: string[] } {
  const { tiling, text } = document;
  const part = (isOwn: boolean): string[] =>
    tiling.spans
      .filter(({ owner }) => (owner.experiment === `${id}#1`) === isOwn)
      .map(({ start, end }) => text.slice(start, end))
      .join('')
      .split(/\r?\n/)
      .filter((line) => !PASSING.test(line));
  return { own: part(true), others: part(false) };
}

function edited(document: LogDocument, change: (contents: LogContents) => Experiment[]): LogDocument {
  const { contents, shape } = document;
  const experiments = change(contents);
  const after = readLog(writeLog(document, { ...contents, experiments }, { today }));
  if (!shape.hasIds) recognise(after, experiments);
  return after;
}

const withFields =
  (id: string, fields: Partial<Experiment>) =>
  ({ experiments }: LogContents): Experiment[] =>
    experiments.map((experiment) => (experiment.id === id ? { ...experiment, ...fields } : experiment));

test('some experiment of most of them is read', () => {
  expect(EXPERIMENTS.length).toBeGreaterThan(25);
});

test.each(LOGS)('%s comes out as it went in', (name) => {
  const document = read(name);
  expect(writeLog(document, document.contents, { today })).toBe(document.text);
});

describe.each(EXPERIMENTS)('in %s, %s', (name, id) => {
  const document = read(name);
  const before = split(document, id);

  test.each<[string, Partial<Experiment>, number]>([
    ['another status', { status: 'Dropped' }, 1],
    ['another title', { title: 'Sharpen less' }, 0],
    ['a learning', { learning: 'Two saws are enough.' }, 2],
  ])('gets %s and keeps every other line', (_, fields, added) => {
    const after = edited(document, withFields(id, fields));
    const { own, others } = split(after, id);
    // A log with a section for each status gets the one that it lacks.
    expect(others.filter((line) => line !== '## Dropped Experiments')).toEqual(
      before.others.filter((line) => line !== '## Dropped Experiments'),
    );
    expect(own.length - before.own.length).toBeLessThanOrEqual(added);
    expect(own.filter((line) => !before.own.includes(line)).length).toBeLessThanOrEqual(Math.max(added, 1));
    expect(after.contents.experiments.find((one) => one.id === id)).toMatchObject(fields);
  });

  test('is taken out with its own lines and no others', () => {
    const after = edited(document, ({ experiments }) => experiments.filter((one) => one.id !== id));
    expect(split(after, id)).toEqual({ own: [], others: before.others });
  });
});

test.each([...new Set(EXPERIMENTS.map(([name]) => name))])('%s takes a new experiment without another line', (name) => {
  const document = read(name);
  const { experiments, prefix } = document.contents;
  const id = nextFreeId(
    prefix,
    experiments.map((one) => one.id),
  );
  const added = { ...emptyExperiment(), id, title: 'New', status: 'Active', date: today };
  const after = edited(document, (contents) => [...contents.experiments, added]);
  expect(split(after, id).others).toEqual(split(document, id).others);
});
