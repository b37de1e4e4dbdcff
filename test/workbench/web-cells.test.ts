import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../../workbench/protocol.ts';
import { readAddress, writeAddress } from '../../workbench/web/grid/a1.ts';
import { toHostCell, toReplacingCell, toUniverCell } from '../../workbench/web/grid/cell-data.ts';
import { readTable } from '../../workbench/web/grid/clipboard/text-table.ts';
import { structuralActions } from '../../workbench/web/grid/mutations.ts';
import { toFreeze } from '../../workbench/web/grid/workbook-data.ts';

describe('cells', () => {
  const style = {
    background: '#fce8e6',
    bold: true,
    wrap: 'wrap',
    align: 'right',
    verticalAlign: 'top',
    fontSize: 14,
    borderTop: 'SOLID_MEDIUM #0b57d0',
    borderRight: 'DOTTED #dfe3e8',
  } as const;

  test.each<[string, Cell]>([
    ['a number with a format', { value: 46064, format: 'yyyy-mm-dd' }],
    ['text', { value: 'A title' }],
    ['text that looks like a number', { value: '007' }],
    ['text that looks like a formula', { value: '=1+1' }],
    ['a ticked box', { value: true }],
    ['an unticked box', { value: false }],
    ['a formula with its result', { value: 3, formula: '=1+2' }],
    ['looks without a value', { style }],
    [
      'everything',
      { value: 'x', format: '@', style: { ...style, color: '#202124', italic: true, strikethrough: true } },
    ],
  ])('%s comes back from the view as it went in', (_, cell) => {
    const data = toUniverCell(cell);
    expect(toHostCell(data, data?.s as never, undefined, false)).toEqual(cell);
  });

  test('text that Sheets would read as something else shows an apostrophe in the editor, other text does not', () => {
    const isForced = (value: string) => toUniverCell({ value })?.t === 4;
    expect(['007', '1/2', '=A1', '+1', 'TRUE', '12%', '-5', "'quoted"].map(isForced)).not.toContain(false);
    expect(['A title', 'K-BAK-001', '10 percent', '- a point', '2 weeks'].map(isForced)).not.toContain(true);
  });

  test('in the place of another cell, the looks that it has not are taken off', () => {
    expect(toReplacingCell({ value: 'x', style: { bold: true } })).toMatchObject({
      s: { bl: 1, it: null, st: null, bg: null, n: null, bd: { t: null } },
    });
    expect(toReplacingCell({ value: 'x' })).toMatchObject({ s: null });
  });

  test('an empty cell is no cell', () => {
    expect(toUniverCell(null)).toBeNull();
    expect(toHostCell(null, null, undefined, false)).toBeNull();
    expect(toHostCell({ v: '' }, null, '', false)).toBeNull();
  });

  test('what the view keeps for a box is true or false for the host', () => {
    expect(toHostCell({ v: 1, t: 2 }, null, undefined, true)).toEqual({ value: true });
    expect(toHostCell({ v: 0, t: 2 }, null, undefined, true)).toEqual({ value: false });
  });

  test('text with line breaks that the editor keeps as a document is plain text for the host', () => {
    const data = { p: { id: 'd', documentStyle: {}, body: { dataStream: 'one\rtwo\r\n' } } };
    expect(toHostCell(data, null, undefined, false)).toEqual({ value: 'one\ntwo' });
  });
});

describe('frozen columns', () => {
  const sheet = {
    id: 1,
    name: 'Experiments',
    hidden: false,
    rows: 100,
    columns: 20,
    frozenRows: 1,
    frozenColumns: 2,
    columnWidths: { 0: 95, 1: 220 },
    rowHeights: {},
    hiddenRows: [],
    hiddenColumns: [] as number[],
    validations: [],
    conditionalFormats: [],
    protections: [],
  };

  test('stay while they leave a quarter of the grid to what scrolls, and the header row always does', () => {
    expect(toFreeze(sheet, 724)).toMatchObject({ xSplit: 2, startColumn: 2, ySplit: 1 });
    expect(toFreeze(sheet, 482)).toMatchObject({ xSplit: 2 });
    expect(toFreeze(sheet, 480)).toMatchObject({ xSplit: 0, startColumn: -1, ySplit: 1, startRow: 1 });
    expect(toFreeze({ ...sheet, hiddenColumns: [1] }, 340)).toMatchObject({ xSplit: 2 });
  });
});

describe('addresses', () => {
  test.each([
    ['B2', { area: { row: 1, column: 1, rows: 1, columns: 1 } }],
    ['$c$10', { area: { row: 9, column: 2, rows: 1, columns: 1 } }],
    ['C9:A1', { area: { row: 0, column: 0, rows: 9, columns: 3 } }],
    ['Experiments!AA1', { sheet: 'Experiments', area: { row: 0, column: 26, rows: 1, columns: 1 } }],
    ["'It''s mine'!A1", { sheet: "It's mine", area: { row: 0, column: 0, rows: 1, columns: 1 } }],
  ])('%s is read', (text, address) => {
    expect(readAddress(text)).toEqual(address);
  });

  test.each(['', 'B', '2', 'A0', 'B2:', 'Experiments!', 'A1 B2', 'AAAA1'])('%j is no address', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  test('what is written is read back', () => {
    const area = fc.record({
      row: fc.nat(9999),
      column: fc.nat(800),
      rows: fc.integer({ min: 1, max: 50 }),
      columns: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(fc.property(area, (each) => expect(readAddress(writeAddress(each))?.area).toEqual(each)));
  });
});

describe('text from another program', () => {
  test('lines are rows, tabs part columns, short rows are filled up', () => {
    expect(readTable('a\tb\nc\r\nd\te\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
      ['d', 'e'],
    ]);
  });

  test('a quoted entry keeps its tabs, line breaks and quotation marks', () => {
    expect(readTable('"one\n\ttwo ""three"""\tx')).toEqual([['one\n\ttwo "three"', 'x']]);
  });

  test('a quotation mark that is not closed, or closed too early, is text', () => {
    expect(readTable('"open\tb')).toEqual([['"open', 'b']]);
    expect(readTable('"a" b\tc')).toEqual([['"a" b', 'c']]);
  });

  test('a table as spreadsheets write it is read as it was', () => {
    const entry = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', 'ü') });
    const write = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const table = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const row = fc.array(entry, { minLength: width, maxLength: width });
      return fc.array(row, { minLength: 1, maxLength: 5 });
    });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map(write).join('\t')).join('\n');
        expect(readTable(`${text}\n`)).toEqual(rows);
      }),
    );
  });
});

describe('rows and columns', () => {
  const range = { startRow: 4, endRow: 6, startColumn: 1, endColumn: 2 };

  test.each([
    ['sheet.mutation.insert-row', { kind: 'insert-rows', sheet: 1, at: 4, count: 3 }],
    ['sheet.mutation.remove-rows', { kind: 'delete-rows', sheet: 1, at: 4, count: 3 }],
    ['sheet.mutation.insert-col', { kind: 'insert-columns', sheet: 1, at: 1, count: 2 }],
    ['sheet.mutation.remove-col', { kind: 'delete-columns', sheet: 1, at: 1, count: 2 }],
  ])('%s becomes one action', (id, action) => {
    expect(structuralActions(id, 1, { range })).toEqual([action]);
  });

  test('a width for several columns is one action for each', () => {
    expect(structuralActions('sheet.mutation.set-worksheet-col-width', 1, { ranges: [range], colWidth: 99.6 })).toEqual(
      [
        { kind: 'resize-column', sheet: 1, column: 1, width: 100 },
        { kind: 'resize-column', sheet: 1, column: 2, width: 100 },
      ],
    );
  });

  test('what the host does not know is none', () => {
    expect(structuralActions('sheet.mutation.move-rows', 1, { sourceRange: range })).toBeUndefined();
  });
});
