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
