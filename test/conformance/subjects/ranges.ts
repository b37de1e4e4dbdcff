// Ranges: how they are named, where they end, and what is said where there is none.
import { documented, errorOf, likely, type Subject } from '../../../src/platform/behaviour.ts';
import { safe } from '../../../src/platform/safe-behaviours.ts';

const RANGE = 'reference/spreadsheet/sheet#getRange';
const BY_NUMBER = 'reference/spreadsheet/sheet#getRange';
const DATA = 'reference/spreadsheet/sheet#getDataRange';
const APPEND = 'reference/spreadsheet/sheet#appendRow';

export const ranges: Subject = {
  title: 'Ranges',
  behaviours: [
    ...safe.ranges,
    documented(BY_NUMBER, 'rows and columns count from 1', ['B3', 'B3:D4'], ({ sheet }) => [
      sheet.getRange(3, 2).getA1Notation(),
      sheet.getRange(3, 2, 2, 3).getA1Notation(),
    ]),
    documented(
      'reference/spreadsheet/range#getLastRow',
      'a range knows its first and last row and column and its size',
      [2, 3, 4, 5, 3, 3],
      ({ sheet }) => {
        const range = sheet.getRange('C2:E4');
        return [
          range.getRow(),
          range.getColumn(),
          range.getLastRow(),
          range.getLastColumn(),
          range.getNumRows(),
          range.getNumColumns(),
        ];
      },
    ),
    likely(RANGE, 'A:A reaches to the last row of the sheet', [30, 1], ({ sheet }) => {
      const range = sheet.getRange('A:A');
      return [range.getNumRows(), range.getNumColumns()];
    }),
    likely(RANGE, 'A2:B reaches from row 2 to the last row', [2, 29, 2], ({ sheet }) => {
      const range = sheet.getRange('A2:B');
      return [range.getRow(), range.getNumRows(), range.getNumColumns()];
    }),
    likely(RANGE, '2:3 reaches over all columns', [2, 10], ({ sheet }) => {
      const range = sheet.getRange('2:3');
      return [range.getNumRows(), range.getNumColumns()];
    }),
    likely(RANGE, 'corners in the wrong order give the same range', 'B2:C4', ({ sheet }) =>
      sheet.getRange('C4:B2').getA1Notation(),
    ),
    likely(RANGE, 'dollar signs and lower case are taken', 'B2', ({ sheet }) => sheet.getRange('$b$2').getA1Notation()),
    likely(RANGE, 'what is no range is not found', 'Range not found', ({ sheet }) =>
      errorOf(() => sheet.getRange('nowhere at all')),
    ),
    likely(
      BY_NUMBER,
      'a range beyond the last row is refused',
      'The coordinates of the range are outside the dimensions of the sheet.',
      ({ sheet }) => errorOf(() => sheet.getRange(31, 1).getValue()),
    ),
    likely(
      BY_NUMBER,
      'a range whose rows were deleted since is refused',
      'The coordinates of the range are outside the dimensions of the sheet.',
      ({ sheet }) => {
        const range = sheet.insertRowAfter(sheet.getMaxRows()).getRange(sheet.getMaxRows(), 1);
        sheet.deleteRow(sheet.getMaxRows());
        return errorOf(() => range.setValue('x'));
      },
    ),
    likely(
      BY_NUMBER,
      'a range beyond the last column is refused',
      'The coordinates of the range are outside the dimensions of the sheet.',
      ({ sheet }) => errorOf(() => sheet.getRange(1, 10, 1, 2).getValue()),
    ),
    likely(BY_NUMBER, 'row 0 is refused', 'The starting row of the range is too small.', ({ sheet }) =>
      errorOf(() => sheet.getRange(0, 1)),
    ),
    likely(BY_NUMBER, 'column 0 is refused', 'The starting column of the range is too small.', ({ sheet }) =>
      errorOf(() => sheet.getRange(1, 0)),
    ),
    likely(
      BY_NUMBER,
      'a range of no rows is refused',
      'The number of rows in the range must be at least 1.',
      ({ sheet }) => errorOf(() => sheet.getRange(1, 1, 0, 1)),
    ),
    likely(
      BY_NUMBER,
      'a range of no columns is refused',
      'The number of columns in the range must be at least 1.',
      ({ sheet }) => errorOf(() => sheet.getRange(1, 1, 1, 0)),
    ),
    documented('reference/spreadsheet/range#offset', 'offset moves a range and keeps its size', 'C4:D4', ({ sheet }) =>
      sheet.getRange('A1:B1').offset(3, 2).getA1Notation(),
    ),
    documented(
      'reference/spreadsheet/range#offset',
      'offset with sizes gives a range of that size',
      'B2:C4',
      ({ sheet }) => sheet.getRange('A1').offset(1, 1, 3, 2).getA1Notation(),
    ),
    likely(
      'reference/spreadsheet/range#offset',
      'offset out of the sheet is refused',
      true,
      ({ sheet }) => errorOf(() => sheet.getRange('A1').offset(-1, 0).getValue()) !== null,
    ),
    documented('reference/spreadsheet/range#getCell', 'getCell counts within the range', 'C3', ({ sheet }) =>
      sheet.getRange('B2:D4').getCell(2, 2).getA1Notation(),
    ),
    likely(
      'reference/spreadsheet/range#getCell',
      'getCell outside of the range is refused',
      'Cell reference out of range',
      ({ sheet }) => errorOf(() => sheet.getRange('B2:C3').getCell(3, 1)),
    ),
    documented(
      'reference/spreadsheet/sheet#getRangeList',
      'a list of ranges is written at once',
      [['x', '', 'x']],
      ({ sheet }) => {
        sheet.getRangeList(['A1', 'C1']).setValue('x');
        return sheet.getRange('A1:C1').getValues();
      },
    ),
    likely(DATA, 'a formula that gives an empty text is data', 4, ({ sheet }) => {
      sheet.getRange('A4').setFormula('=""');
      return sheet.getLastRow();
    }),
    likely(DATA, 'an unticked checkbox is data', 3, ({ sheet }) => {
      sheet.getRange('A3').insertCheckboxes();
      return sheet.getLastRow();
    }),
    documented(APPEND, 'appendRow writes under the last row with data', ['one', 'two'], ({ sheet }) => {
      sheet.getRange('A3').setValue('before');
      sheet.appendRow(['one', 'two']);
      return sheet.getRange('A4:B4').getValues()[0] ?? [];
    }),
    documented(APPEND, 'appendRow takes a text that starts with = as a formula', 6, ({ sheet }) => {
      sheet.appendRow(['=2*3']);
      return sheet.getRange('A1').getValue();
    }),
    likely(APPEND, 'appendRow adds a row to a full sheet', [31, 'last'], ({ sheet }) => {
      sheet.getRange('A30').setValue('full');
      sheet.appendRow(['last']);
      return [sheet.getMaxRows(), sheet.getRange('A31').getValue()];
    }),
    documented(
      'reference/spreadsheet/sheet#getSheetValues',
      'getSheetValues gives the values of the range at that place',
      [['mid']],
      ({ sheet }) => {
        sheet.getRange('B2').setValue('mid');
        return sheet.getSheetValues(2, 2, 1, 1);
      },
    ),
    likely(
      BY_NUMBER,
      'arguments of the wrong kind are refused by naming their kinds',
      "The parameters (String,String) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
      ({ sheet }) => errorOf(() => Reflect.apply(sheet.getRange, sheet, ['first', 'second'])),
    ),
  ],
};
