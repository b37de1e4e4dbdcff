// What a sheet is read for, so that it can be given back as it was: its sizes, what is frozen and hidden, and copies.
import { documented, likely, type Subject } from '../../../src/platform/behaviour.ts';

const SHEET = 'reference/spreadsheet/sheet';
const CELLS = 'reference/spreadsheet/range';

export const copies: Subject = {
  title: 'Copies of sheets',
  behaviours: [
    documented(`${SHEET}#copyTo`, 'a copied sheet is another one and says the same', [true, 'x'], (bench) => {
      bench.sheet.getRange('B2').setValue('x');
      const copy = bench.sheet.copyTo(bench.spreadsheet);
      const seen = [copy.getSheetId() !== bench.sheet.getSheetId(), copy.getRange('B2').getValue()];
      bench.spreadsheet.deleteSheet(copy);
      return seen;
    }),
    likely(
      `${SHEET}#copyTo`,
      'a copied sheet keeps looks and rules, and is not protected',
      ['#ff0000', 2, true, 0],
      (bench) => {
        const { sheet, spreadsheet } = bench;
        sheet.setFrozenRows(2);
        sheet.getRange('A1').setBackground('#ff0000').insertCheckboxes();
        const protection = sheet.getRange('A1').protect();
        const copy = sheet.copyTo(spreadsheet);
        const cell = copy.getRange('A1');
        const seen = [
          cell.getBackground(),
          copy.getFrozenRows(),
          cell.getDataValidation() !== null,
          copy.getProtections(SpreadsheetApp.ProtectionType.RANGE).length,
        ];
        spreadsheet.deleteSheet(copy);
        protection.remove();
        sheet.setFrozenRows(0);
        return seen;
      },
    ),
    documented(
      `${CELLS}#copyTo`,
      'copyTo takes values, formulas and looks to the place that it is given',
      ['x', '=B3', '#ff0000'],
      ({ sheet }) => {
        sheet
          .getRange('A1:B1')
          .setValues([['x', '=B2']])
          .setBackground('#ff0000');
        sheet.getRange('A1:B1').copyTo(sheet.getRange('A2'));
        const [value, formula] = [sheet.getRange('A2').getValue(), sheet.getRange('B2').getFormula()];
        return [value, formula, sheet.getRange('A2').getBackground()];
      },
    ),
    documented(`${CELLS}#copyTo`, 'copyTo of contents only leaves the looks', ['x', '#ffffff'], ({ sheet }) => {
      sheet.getRange('A1').setValue('x').setBackground('#ff0000');
      sheet.getRange('A1').copyTo(sheet.getRange('A2'), { contentsOnly: true });
      return [sheet.getRange('A2').getValue(), sheet.getRange('A2').getBackground()];
    }),
    likely(`${CELLS}#copyTo`, 'copyTo takes rules along', [true, false], ({ sheet }) => {
      sheet.getRange('A1').insertCheckboxes();
      sheet.getRange('B1').insertCheckboxes();
      sheet.getRange('A1').copyTo(sheet.getRange('A2'));
      sheet.getRange('C1').copyTo(sheet.getRange('B1'));
      return ['A2', 'B1'].map((place) => sheet.getRange(place).getDataValidation() !== null);
    }),
    documented(`${SHEET}#clearNotes`, 'clearNotes takes all notes and leaves the values', ['x', ''], ({ sheet }) => {
      sheet.getRange('A1').setValue('x').setNote('ebb');
      sheet.clearNotes();
      return [sheet.getRange('A1').getValue(), sheet.getRange('A1').getNote()];
    }),
    documented(`${SHEET}#setRowHeight`, 'setRowHeight sets the height of one row', 33, ({ sheet }) => {
      const before = sheet.getRowHeight(4);
      const height = sheet.setRowHeight(4, 33).getRowHeight(4);
      sheet.setRowHeight(4, before);
      return height;
    }),
    documented(
      'reference/spreadsheet/protection#canEdit',
      'canEdit tells whether this person may edit',
      true,
      (bench) => {
        const protection = bench.sheet.getRange('A1').protect();
        const may = protection.canEdit();
        protection.remove();
        return may;
      },
    ),
    documented(`${SHEET}#getFrozenRows`, 'getFrozenRows counts the frozen rows', 1, ({ sheet }) => {
      sheet.setFrozenRows(1);
      const frozen = sheet.getFrozenRows();
      sheet.setFrozenRows(0);
      return frozen;
    }),
    documented(`${SHEET}#getFrozenColumns`, 'getFrozenColumns counts the frozen columns', 1, ({ sheet }) => {
      sheet.setFrozenColumns(1);
      const frozen = sheet.getFrozenColumns();
      sheet.setFrozenColumns(0);
      return frozen;
    }),
    documented(`${SHEET}#getColumnWidth`, 'getColumnWidth gives pixels', 77, ({ sheet }) => {
      const before = sheet.getColumnWidth(3);
      const width = sheet.setColumnWidth(3, 77).getColumnWidth(3);
      sheet.setColumnWidth(3, before);
      return width;
    }),
    documented(`${SHEET}#getRowHeight`, 'getRowHeight gives pixels', 44, ({ sheet }) => {
      const before = sheet.getRowHeight(3);
      const height = sheet.setRowHeight(3, 44).getRowHeight(3);
      sheet.setRowHeight(3, before);
      return height;
    }),
    documented(`${SHEET}#insertRowsBefore`, 'insertRowsBefore puts rows above', ['', '', 'x'], ({ sheet }) => {
      sheet.getRange('A1').setValue('x');
      sheet.insertRowsBefore(1, 2);
      return sheet.getRange('A1:A3').getValues().flat();
    }),
    documented(`${SHEET}#deleteColumns`, 'deleteColumns takes as many as are asked for', 'c', ({ sheet }) => {
      sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]);
      sheet.deleteColumns(1, 2);
      return sheet.getRange('A1').getValue();
    }),
    documented(
      `${SHEET}#isColumnHiddenByUser`,
      'isColumnHiddenByUser tells which column is hidden',
      [true, false],
      ({ sheet }) => {
        sheet.hideColumns(2);
        const seen = [2, 3].map((column) => sheet.isColumnHiddenByUser(column));
        sheet.showColumns(2);
        return seen;
      },
    ),
    documented(`${SHEET}#showColumns`, 'showColumns shows one column', false, ({ sheet }) => {
      sheet.hideColumns(2);
      sheet.showColumns(2);
      return sheet.isColumnHiddenByUser(2);
    }),
    documented(`${SHEET}#showColumns`, 'showColumns shows as many as are asked for', [false, false], ({ sheet }) => {
      sheet.hideColumns(2, 2);
      sheet.showColumns(2, 2);
      return [2, 3].map((column) => sheet.isColumnHiddenByUser(column));
    }),
    documented(`${SHEET}#showSheet`, 'showSheet shows a hidden sheet', [true, false], (bench) => {
      const copy = bench.sheet.copyTo(bench.spreadsheet);
      const seen = [copy.hideSheet().isSheetHidden(), copy.showSheet().isSheetHidden()];
      bench.spreadsheet.deleteSheet(copy);
      return seen;
    }),
  ],
};
