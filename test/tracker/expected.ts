// The shared trackers, and what a person reads in each of their rows.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { readDuration } from '../../src/domain/duration/reader.ts';
import { readTable, type SourceTable, type TableAnswers, type TableReading } from '../../src/tracker/index.ts';

export const FOLDER = resolve('test/fixtures/sheets');
export const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));

/** A tracker as a table. */
export function trackerOf(file: string): SourceTable {
  const { data } = Papa.parse<string[]>(readFileSync(resolve(FOLDER, file), 'utf8').replace(/\r?\n$/, ''));
  return { name: file.replace(/^\d+-[\w-]+\.(?=\w+\.csv)/, ''), texts: data };
}

export interface ExpectedRow {
  file: string;
  row: number;
  /** By column of the list: the readings that are right. */
  cells: Record<string, string[]>;
}

const lines = readFileSync(resolve(FOLDER, 'expected.tsv'), 'utf8').split(/\r?\n/);
const names = (lines[0] ?? '').split('\t');

export const EXPECTED: ExpectedRow[] = lines.slice(1).flatMap((line) => {
  if (line === '' || line.startsWith('#')) return [];
  const [file = '', row = '', ...cells] = line.split('\t');
  const named = names.slice(2, -1).map((name, at) => [name, (cells[at] ?? '').split(' | ')] as const);
  return [{ file, row: Number(row), cells: Object.fromEntries(named) }];
});

/** The rows of a file that are no experiments. */
export const OTHER_ROWS = new Map(
  lines.flatMap((line) => {
    const match = /^# rows that are no experiments: (\S+) (.*)$/.exec(line);
    return match ? [[match[1] ?? '', (match[2] ?? '').split(' ').map(Number)] as const] : [];
  }),
);

/** What was read of a row, in the form of the list; undefined for a row that is neither experiment nor idea. */
export function readingOf(reading: TableReading, row: number): Record<string, string> | undefined {
  const found = reading.rows.find((each) => each.row === row);
  if (found === undefined) return undefined;
  const { experiment, closed, isIdea, own } = found;
  const owner = reading.columns.find(({ label }) =>
    /^(?:owner|who|responsible|verantwortlich|suggested by)$/i.test(label),
  );
  const duration = readDuration(
    experiment.duration,
    experiment.started || experiment.date || found.firstDay || '2026-03-02',
    {
      sprintDays: 14,
    },
  );
  const isDated =
    duration.dated && (experiment.started !== '' || found.firstDay !== '' || /\d{4}-\d\d/.test(experiment.duration));
  return {
    id: experiment.id,
    title: experiment.title,
    status: isIdea ? 'candidate' : experiment.status,
    started: experiment.started,
    closed,
    due: isDated && duration.dated ? duration.due : '',
    decision: experiment.decision,
    owner:
      owner === undefined
        ? ''
        : (own[owner.place] ?? '') || String(Object.entries(experiment).find(([key]) => key === 'owner')?.[1] ?? ''),
  };
}

export interface Wrong {
  row: number;
  column: string;
  read: string;
  wanted: string;
}

/** The cells of a file that are read otherwise than a person does, and how many there are in all. */
export function measure(
  file: string,
  answers: TableAnswers = {},
): { wrong: Wrong[]; cells: number; reading: TableReading } {
  const reading = readTable(trackerOf(file), answers, '2026-05-15');
  const wrong: Wrong[] = [];
  let cells = 0;
  for (const expected of EXPECTED.filter((each) => each.file === file)) {
    const read = readingOf(reading, expected.row);
    for (const [column, wanted] of Object.entries(expected.cells)) {
      cells += 1;
      const text = (read?.[column] ?? '(no row)').replace(/\s+/g, ' ').trim() || '-';
      if (!wanted.includes(text)) wrong.push({ row: expected.row, column, read: text, wanted: wanted.join(' | ') });
    }
  }
  return { wrong, cells, reading };
}
