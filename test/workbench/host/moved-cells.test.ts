// Cells that a person cuts and pastes, or drags: what goes along with them, and what stays.

import { describe, expect, it } from '@jest/globals';
import type { ActionOutcome, Area, PersonAction } from '../../../workbench/protocol.ts';
import { type Bench, benchFor } from './script-host.ts';

const RULES = `function rules() { const sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.getRange('A2:A9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Open', 'Done']).setAllowInvalid(false).build()); }`;

/** Cut there, pasted here, as a page sends it: with what it had painted, which may be older than what the host has. */
function move({ host, sheet }: Bench, from: Area, row: number, column: number, to = sheet): ActionOutcome {
  const cells: Extract<PersonAction, { kind: 'enter' }>['cells'] = [];
  for (let down = 0; down < from.rows; down++)
    for (let right = 0; right < from.columns; right++)
      cells.push([row + down, column + right, { cell: { value: 'as painted' } }]);
  return host.act({ kind: 'enter', sheet: to, cause: 'paste', cells, emptied: { sheet, area: from } }, 'w');
}

const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });

describe('what is cut and pasted', () => {
  it('is what stands there by now, with the looks that came last', () => {
    const bench = benchFor('');
    const { host, sheet, cell } = bench;
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['Kettle']] }, 'w');
    host.act({ kind: 'format', sheet, area: area(0, 0), style: { bold: true } }, 'w');
    move(bench, area(0, 0), 2, 1);
    expect([cell(0, 0), cell(2, 1)]).toEqual([undefined, { value: 'Kettle', style: { bold: true } }]);
  });

  it('takes its list along, and the place that it left has none', () => {
    const bench = benchFor(RULES);
    const { host, sheet, cell } = bench;
    host.choose('rules');
    host.act({ kind: 'type', sheet, row: 2, column: 0, text: [['Open']] }, 'w');
    move(bench, area(2, 0), 5, 4);
    expect(cell(5, 4)?.value).toBe('Open');
    const refused = (row: number, column: number) =>
      host.act({ kind: 'type', sheet, row, column, text: [['neither']] }, 'w').refused.length;
    expect([refused(5, 4), refused(2, 0), refused(1, 0), refused(3, 0)]).toEqual([1, 0, 1, 1]);
    for (let step = 0; step < 2; step++) host.act({ kind: 'undo' }, 'w');
    expect([refused(5, 4), refused(2, 0), cell(2, 0)?.value]).toEqual([0, 1, 'Open']);
  });

  it('stays where it is where a list that it has not refuses it', () => {
    const bench = benchFor(RULES);
    const { host, sheet, cell } = bench;
    host.choose('rules');
    host.act({ kind: 'type', sheet, row: 0, column: 3, text: [['Kettle', '=D1']] }, 'w');
    const before = JSON.stringify(host.snapshot());
    expect(move(bench, area(0, 3), 3, 0).refused).toMatchObject([{ row: 3, column: 0 }]);
    expect(JSON.stringify(host.snapshot())).toBe(before);
    expect(cell(0, 4)).toEqual({ value: 'Kettle', formula: '=D1' });
  });

  it('is followed by the formulas that name it, from wherever they stand', () => {
    const bench = benchFor('');
    const { host, sheet, cell } = bench;
    host.act({ kind: 'add-sheet', name: 'Trips' }, 'w');
    const trips = host.snapshot().sheets[1]?.id ?? -1;
    host.act(
      { kind: 'type', sheet, row: 0, column: 0, text: [['1', '2', '=A1+$B$1', '=SUM(A1:B1)', '=SUM(A1:C1)']] },
      'w',
    );
    host.act({ kind: 'type', sheet: trips, row: 0, column: 0, text: [['=Sheet1!A1', '=A1']] }, 'w');
    move(bench, area(0, 0, 1, 2), 4, 1);
    const formulas = () => [
      ...[2, 3, 4].map((column) => cell(0, column)?.formula),
      host.snapshot().sheets[1]?.cells.map(([, , { formula, value }]) => [formula, value]),
    ];
    expect(formulas()).toEqual([
      '=B5+$C$5',
      '=SUM(B5:C5)',
      '=SUM(A1:C1)',
      [
        ['=Sheet1!B5', 1],
        ['=A1', 1],
      ],
    ]);
    host.act({ kind: 'undo' }, 'w');
    expect(formulas()[0]).toBe('=A1+$B$1');
    host.act({ kind: 'redo' }, 'w');
    expect(formulas()[1]).toBe('=SUM(B5:C5)');
  });

  it('goes on meaning the same cells, among them those that came along, on another sheet too', () => {
    const bench = benchFor('');
    const { host, sheet } = bench;
    host.act({ kind: 'add-sheet', name: 'Trips' }, 'w');
    const trips = host.snapshot().sheets[1]?.id ?? -1;
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['1', '=A1+D1', '=B1', '4']] }, 'w');
    move(bench, area(0, 0, 1, 2), 2, 0, trips);
    const [home, away] = host
      .snapshot()
      .sheets.map(({ cells }) => cells.map(([, , { formula, value }]) => formula ?? value));
    expect([home, away]).toEqual([
      ['=Trips!B3', 4],
      [1, '=A3+Sheet1!D1'],
    ]);
  });

  it('may lie over the place that it comes from', () => {
    const bench = benchFor(RULES);
    const { host, sheet, cell } = bench;
    host.choose('rules');
    host.act({ kind: 'type', sheet, row: 1, column: 0, text: [['Open'], ['Done'], ['']] }, 'w');
    move(bench, area(1, 0, 2), 2, 0);
    expect([1, 2, 3].map((row) => cell(row, 0)?.value)).toEqual([undefined, 'Open', 'Done']);
    const refused = [1, 2, 3, 4].map(
      (row) => host.act({ kind: 'type', sheet, row, column: 0, text: [['neither']] }, 'w').refused.length,
    );
    expect(refused).toEqual([0, 1, 1, 1]);
  });
});
