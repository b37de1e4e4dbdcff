// A sheet that somebody has made a Google Table: formats and rules are refused at the flush, and the register works on.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { benchFor } from '../../workbench/host/script-host.ts';
import { Workbook } from '../workbook.ts';

const LOG = readFileSync('test/fixtures/tea-house.md', 'utf8');

function tabled(): Workbook {
  const workbook = Workbook.setUp().shorten();
  for (const { id, name, rows, columns } of workbook.host.snapshot().sheets) {
    if (name === 'Log source') continue;
    workbook.host.act({ kind: 'make-table', sheet: id, area: { row: 0, column: 0, rows, columns } });
  }
  return workbook;
}

test('is repaired, said in one sentence, and loses nothing', () => {
  const workbook = tabled();
  workbook.type(2, 'Title', ["'=1+1"]);
  workbook.events.length = 0;
  const before = workbook.values('Experiments');
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  expect(workbook.values('Experiments')).toEqual(before);
  const told = workbook.events.flatMap((event) => (event.kind === 'toast' ? [event.message] : []));
  expect(told).toContain(
    'Experiments is a Google Table: its columns keep formats and rules of their own, and all else works as before.',
  );
  expect(workbook.events.filter(({ kind }) => kind === 'failed')).toEqual([]);
});

test('takes forms, edits, an import and an export', () => {
  const [seen, wanted] = [tabled(), Workbook.setUp().shorten()].map((workbook) => {
    expect(workbook.ask('importLog', { name: 'log.md', text: LOG })).toMatchObject({ ok: true });
    const next = workbook.values('Experiments').length + 1;
    expect(workbook.type(next, 'Title', ['Baguette'], ['Rye'])).toEqual([]);
    expect(workbook.type(next, 'Status', ['Active'])).toEqual([]);
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
    expect(workbook.events.filter(({ kind }) => kind === 'failed')).toEqual([]);
    return [workbook.values('Experiments'), Object.values(workbook.driveTexts())];
  });
  expect(seen).toEqual(wanted);
  expect(seen?.[0]?.length).toBeGreaterThan(5);
});

test.each([
  ['Status', 'Finished', 'The status "Finished" does not exist: choose Proposed, Active, Completed or Dropped.'],
  ['Layer', 'Kitchen', 'The layer "Kitchen" does not exist: choose System, Process or Model.'],
  ['Decision', 'Maybe', 'The decision "Maybe" does not exist: choose Adopt, Iterate or Drop.'],
  ['Date', 'next week', '"next week" is no date: write it as yyyy-mm-dd.'],
])('lets in what no rule keeps out of the column %s, and says in Findings what to do instead', (header, text, told) => {
  const workbook = tabled();
  workbook.type(2, 'Title', ['Rye']);
  expect(workbook.type(2, header, [text])).toEqual([]);
  expect(workbook.cell(2, header)?.value).toBe(text);
  expect(workbook.cell(2, 'Findings')?.value).toContain(told);
});

test('takes the first title, whose cell says that one types there', () => {
  const workbook = tabled();
  expect(workbook.cell(2, 'Title')?.note).toBeDefined();
  expect(workbook.type(2, 'Title', ['Rye'])).toEqual([]);
  expect(workbook.cell(2, 'ID')?.value).toBe('K-BIZ-001');
  expect(workbook.cell(2, 'Title')?.note).toBeUndefined();
  expect(workbook.events.filter(({ kind }) => kind === 'failed')).toEqual([]);
});

test('is scored, candidates too', () => {
  const workbook = tabled();
  workbook.set('Scoring', 'ICE');
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  workbook.type(2, 'Title', ['Rye']);
  const candidate = { layer: 'Process', idea: 'Steam', question: '', score: 'I 8 / C 6 / E 7' };
  expect(workbook.ask('changeCandidate', { do: 'add', candidate })).toMatchObject({ ok: true });
  const ratings = { Impact: '8', Confidence: '2.5', Ease: '7' };
  for (const [label, text] of Object.entries(ratings)) expect(workbook.type(2, label, [text])).toEqual([]);
  expect(workbook.cell(2, 'Score')?.value).toBe(140);
  // A column takes on its neighbour's format, and in a Table keeps it: there it shows a day, and is the number all the same.
  expect(workbook.cell(2, 'Impact')?.format).toBe('yyyy-mm-dd');
  expect(workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 })).toMatchObject({
    experiment: { score: 'I 8 / C 2.5 / E 7' },
  });
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  expect(Object.values(workbook.driveTexts())[0]).toContain('**Score:** I 8 / C 2.5 / E 7\n');
  const [header = [], row = []] = workbook.values('Candidates');
  expect(row[header.indexOf('Score')]).toBe(336);
  expect(workbook.events.filter(({ kind }) => kind === 'failed')).toEqual([]);
});

test('of a team becomes the register itself, and is given back', () => {
  const workbook = new Workbook();
  workbook.host.act({ kind: 'add-sheet', name: 'Ours' });
  const { id: sheet } = workbook.sheet('Ours');
  const text = [
    ['No.', 'Experiment', 'Status', 'Hours', 'Twice'],
    ['T-1', 'Longer hours', 'Running', '4', '=D2*2'],
  ];
  workbook.host.act({ kind: 'type', sheet, row: 0, column: 0, text });
  workbook.shorten();
  const { rows, columns } = workbook.sheet('Ours');
  workbook.host.act({ kind: 'make-table', sheet, area: { row: 0, column: 0, rows, columns } });
  const request = { tabs: [String(sheet)], way: 'in-place' };
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 1 });
  expect(workbook.values('Ours')[1]).toContain('Active');
  expect(workbook.ask('takeBackSheet')).toMatchObject({ ok: true, removed: 1 });
  const [header = [], ...given] = workbook.values('Ours');
  expect(header).toEqual(text[0]);
  expect(given).toEqual([['T-1', 'Longer hours', 'Running', 4, 8]]);
  expect(workbook.sheet('Ours').cells.find(([row, column]) => row === 1 && column === 4)?.[2].formula).toBe('=D2*2');
});

test('keeps each status where somebody inserts a column while Timing is written: no rule keeps that out', () => {
  const workbook = tabled();
  workbook.type(2, 'Title', ['Rye'], ['Wheat']);
  const { id: sheet } = workbook.sheet('Experiments');
  const statuses = () => [2, 3].map((row) => workbook.cell(row, 'Status')?.value);
  let writes = 0;
  let isWatched = true;
  workbook.host.beforeCall = ({ method }) => {
    if (!isWatched || method !== 'Range.setValues') return;
    writes += 1;
    isWatched = false;
    workbook.host.act({ kind: 'insert-columns', sheet, at: workbook.column('Title'), count: 1 });
  };
  workbook.type(2, 'Duration', ['4 weeks']);
  workbook.host.beforeCall = undefined;
  expect(writes).toBe(1);
  expect(statuses()).toEqual(['Proposed', 'Proposed']);
});

test('refuses formats and rules below its header, at the flush and not before', () => {
  const script = `function main(what) {
    const range = SpreadsheetApp.getActive().getSheets()[0].getRange('A1:B3');
    if (what === 'format') range.setNumberFormat('@');
    else range.setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build());
    range.setValue('kept');
    SpreadsheetApp.flush();
  }`;
  const { host, sheet, cell } = benchFor(script);
  host.act({ kind: 'make-table', sheet, area: { row: 0, column: 0, rows: 5, columns: 1 } });
  const refusal = (what: string) => host.call('main', [what]);
  expect(refusal('format')).toEqual({
    ok: false,
    message: "You can't set the number format of cells in a typed column.",
  });
  expect(cell(1, 0)?.value).toBe('kept');
  expect(refusal('rule')).toEqual({ ok: false, message: 'This operation is not allowed on cells in typed columns.' });
  expect(host.snapshot().sheets[0]?.validations).toEqual([]);
});
