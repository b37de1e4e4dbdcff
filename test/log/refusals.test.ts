// What people type into a register: none of it keeps a log from being written, and all of it reads back as meant.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment, type FieldKey } from '../../src/domain/experiment/template.ts';
import { ROWS } from '../../src/domain/register/log-shape.ts';
import {
  canonicalExperiment,
  keptOf,
  type LogDocument,
  nextFreeId,
  readLog,
  recognise,
  writeLog,
} from '../../src/log/index.ts';
import { experimentSources } from '../../src/log/reading/read.ts';
import { COMMON_FIELDS } from '../common-fields.ts';
import { IS_LONG } from '../server/figures.ts';
import { keptFor, registered } from './fixtures.ts';

const TEXTS = [
  'Better',
  'We sold nine more loaves a day.',
  'First the oven.\n\nThen the counter.',
  '## Not a section',
  '```\nx = 1\n```',
  '   three blanks',
  'New shelves #',
  '**New shelves**',
  '✅ Nice',
  '2 May 2026 sale',
  '12. shelves',
  'percolating',
  'nine | ten |',
  '<b>nine</b> loaves',
  'Nine loaves (done)',
] as const;

/** What no safe way is known for yet: refused, or read otherwise once the log is learnt anew. */
const LEFT = [
  'board-spanish.md date',
  'board-wrapped.md date',
  'inline-single-blanks.md status',
  'board-colons-inside.md actualResult',
  'dash-labels.md hypothesis',
  'definitions.md',
  'items-with-remarks.md actualResult',
  'items-with-remarks.md date',
  'items-with-remarks.md new',
  'list-brackets.md actualResult',
  'list-verdicts.md actualResult',
  'prose-below-labels.md status',
  'records-by-day.md date',
  'since-a-day.md title',
  'tests-and-calls.md title',
];

const isLeft = (file: string, key: string): boolean => LEFT.some((left) => `${file} ${key}`.includes(`/${left}`));

const files = ['inputs', 'inputs/shapes', 'kinds'].flatMap((folder) =>
  readdirSync(`test/fixtures/${folder}`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `test/fixtures/${folder}/${file}`),
);

const logs = files.flatMap((file): [string, LogDocument][] => {
  const document = registered(readFileSync(file, 'utf8'), keptFor(file));
  return document.contents.experiments.length === 0 ? [] : [[file, document]];
});

const byId = (list: readonly Experiment[]): Experiment[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The experiments as they read in the log with another text in one field of one of them; where that cannot be said, as they shall read. */
function readBack(
  document: LogDocument,
  at: number,
  key: FieldKey,
  text: string,
): [read: Experiment[], meant: Experiment[]] {
  const { contents, shape } = document;
  const source = contents.experiments[at] as Experiment;
  const wanted = { ...source, [key]: canonicalExperiment({ ...source, [key]: text })[key] };
  const experiments = contents.experiments.map((one) => (one === source ? wanted : one));
  const written = writeLog(document, { ...contents, experiments }, { today: '2026-05-04' });
  const read = readLog(written, keptOf(shape));
  recognise(read, experiments);
  return [byId(read.contents.experiments), byId(experiments)];
}

/** In tables what no column is for is in no row. */
const isSayable = (
  { shape }: LogDocument,
  { columns }: { columns: readonly { key: string }[] },
  key: FieldKey,
): boolean => shape.experiment !== ROWS || columns.some((column) => column.key === key);

describe.each(logs)('%s', (file, document) => {
  const sources = experimentSources(document);
  const sourceOf = (at: number) => sources.find(({ fields }) => fields === document.contents.experiments[at]);

  test.each(COMMON_FIELDS.filter(({ key }) => key !== 'id').map(({ key }) => key))(
    'takes any text for its %s',
    (key) => {
      for (const [index, text] of TEXTS.entries()) {
        // Each text in some of the logs.
        if (!IS_LONG && (files.indexOf(file) + index) % 16 > 0) continue;
        const at = (files.indexOf(file) + index) % document.contents.experiments.length;
        const source = sourceOf(at);
        if (!source || !isSayable(document, source, key)) continue;
        if (isLeft(file, key)) continue;
        const [read, meant] = readBack(document, at, key, text);
        expect(read).toEqual(meant);
      }
    },
  );

  test('takes an experiment of any title', () => {
    const { contents, shape } = document;
    if ((shape.isPointed && shape.experiment === ROWS) || isLeft(file, 'new')) return;
    const ids = contents.experiments.map((one) => one.id);
    const id = shape.hasIds ? nextFreeId(contents.prefix, ids) : 'R-99';
    for (const [index, title] of TEXTS.filter((text) => !text.includes('\n') && text.trim() === text).entries()) {
      if (!IS_LONG && (files.indexOf(file) + index) % 4 > 0) continue;
      const added = { ...emptyExperiment(), id, title, status: 'Active', date: '2026-05-04' };
      const experiments = [...contents.experiments, added];
      const read = readLog(writeLog(document, { ...contents, experiments }, { today: '2026-05-04' }), keptOf(shape));
      const titles = read.contents.experiments.map((one) => one.title);
      expect(titles.sort()).toEqual(experiments.map((one) => one.title).sort());
    }
  });

  test('takes a new label for its Other fields', () => {
    if (document.shape.experiment === ROWS) return;
    for (const [at, { other }] of document.contents.experiments.entries()) {
      if (!IS_LONG && at > 0) continue;
      for (const note of ['**Note:** ask Mira', '**Note:**\nask Mira\n\nand Tom']) {
        const [read, meant] = readBack(document, at, 'other', other === '' ? note : `${other}\n\n${note}`);
        expect(read).toEqual(meant);
      }
    }
  });
});
