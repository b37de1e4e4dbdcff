// What was typed while the trigger did not run: the next read shows it, and the next write, check or export mends it.
import { expect, test } from '@jest/globals';
import type { Experiment } from '../../../src/domain/experiment/template.ts';
import { filled, unheard } from '../proofs/in-between/register.ts';
import { TODAY, type Workbook } from '../workbook.ts';

/** Boat was proposed and is active, for two weeks now; a row has a title and nothing else. */
function unseen(): Workbook {
  const workbook = unheard(filled(), { Status: 'Active', Duration: '2 weeks' }, 3);
  return unheard(workbook, { Title: 'Estuary' }, 6);
}

const cells = (workbook: Workbook, row: number, ...headers: string[]) =>
  headers.map((header) => workbook.cell(row, header)?.value ?? '');

/** Google's number of the tests' day. */
const DAY = 46083;

test('sidebar, dashboard and the preview of an export show what no trigger has seen, and write nothing', () => {
  const workbook = unseen();
  const before = workbook.values('Experiments');
  const listed = workbook.ask('readOverview').attention as { title: string }[];
  // It runs for two weeks from today, and needs nobody; what has neither date nor status does.
  expect(listed.map(({ title }) => title)).toEqual(['Canal', 'Estuary', 'Delta']);
  const { rows } = workbook.ask('readPortfolio') as unknown as { rows: { experiment: Experiment }[] };
  expect(rows[1]?.experiment).toMatchObject({ title: 'Boat', status: 'Active', started: TODAY });
  expect(workbook.ask('previewExport').report).toContainEqual(expect.stringContaining('Estuary (K-BIZ-005)'));
  expect(workbook.values('Experiments')).toEqual(before);
});

const MENDS: [name: string, mend: (workbook: Workbook) => unknown][] = [
  ['Check register', (workbook) => workbook.ask('checkLog')],
  ['an export', (workbook) => workbook.ask('exportLog')],
  ['the next edit of the row', (workbook) => [3, 6].map((row) => workbook.type(row, 'Learning', ['Seen']))],
];
const ROW = ['K-BIZ-005', 'Proposed', DAY];

test.each(MENDS)('%s stamps it and gives the row its ID, date and status', (_, mend) => {
  const workbook = unseen();
  mend(workbook);
  expect(cells(workbook, 3, 'Started', 'Due', 'Timing')).toEqual([DAY, DAY + 14, 'on track']);
  expect(cells(workbook, 6, 'ID', 'Status', 'Date')).toEqual(ROW);
});

test('an export alone gives a row that no trigger saw its ID, date and status, and says them in the log', () => {
  const workbook = unheard(filled(), { Title: 'Estuary' }, 6);
  workbook.ask('exportLog');
  expect(cells(workbook, 6, 'ID', 'Status', 'Date')).toEqual(ROW);
  expect(Object.values(workbook.driveTexts())[0]).toMatch(/K-BIZ-005\] Estuary\s+\*\*Date:\*\* 2026-03-02/);
});

test('a form that is saved stamps its row', () => {
  const workbook = unseen();
  const { ok: _, ...opened } = workbook.ask('readExperiment', { id: 'K-BIZ-002', row: 3 });
  const experiment = { ...(opened.experiment as Experiment), learning: 'Seen' };
  expect(workbook.ask('saveForm', { token: 'lost-trigger-1', experiment, opened })).toMatchObject({ saved: true });
  expect(cells(workbook, 3, 'Started', 'Due', 'Timing')).toEqual([DAY, DAY + 14, 'on track']);
});
