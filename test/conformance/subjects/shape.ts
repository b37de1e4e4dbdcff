// Rows and columns that come and go, and what moves with them.
import { documented, errorOf, isRefused, likely, type Subject, unknown } from '../../../src/platform/behaviour.ts';

const SHEET = 'reference/spreadsheet/sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function columnA(sheet: Sheet, rows: number): (string | number)[] {
  return sheet
    .getRange(1, 1, rows)
    .getValues()
    .map(([value]) => value as string | number);
}

/** One, two, three in A1:A3. */
function numbered(sheet: Sheet): Sheet {
  sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
  return sheet;
}

function ruled(sheet: Sheet, a1: string): (string | null)[] {
  return sheet
    .getRange(a1)
    .getDataValidations()
    .map(([rule]) => (rule ? String(rule.getCriteriaType()) : null));
}

function setList(sheet: Sheet, a1: string): void {
  sheet.getRange(a1).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['x']).build());
}

export const shape: Subject = {
  title: 'Rows and columns',
  behaviours: [
    documented(
      `${SHEET}#insertRowAfter`,
      'insertRowAfter puts an empty row below',
      [[1, '', 2, 3], 31],
      ({ sheet }) => [columnA(numbered(sheet).insertRowAfter(1), 4), sheet.getMaxRows()],
    ),
    documented(`${SHEET}#insertRowBefore`, 'insertRowBefore puts an empty row above', ['', 1, 2, 3], ({ sheet }) =>
      columnA(numbered(sheet).insertRowBefore(1), 4),
    ),
    documented(`${SHEET}#insertRows`, 'insertRows puts rows at the place', [1, '', '', 2, 3], ({ sheet }) => {
      numbered(sheet).insertRows(2, 2);
      return columnA(sheet, 5);
    }),
    documented(`${SHEET}#insertRowsAfter`, 'rows can be added after the last', 35, ({ sheet }) =>
      sheet.insertRowsAfter(30, 5).getMaxRows(),
    ),
    documented(
      `${SHEET}#deleteRows`,
      'deleteRows takes rows away and moves the rest up',
      [[3, ''], 28],
      ({ sheet }) => {
        numbered(sheet).deleteRows(1, 2);
        return [columnA(sheet, 2), sheet.getMaxRows()];
      },
    ),
    documented(
      `${SHEET}#insertColumnsBefore`,
      'insertColumnsBefore puts empty columns to the left',
      [['', '', 'x'], 12],
      ({ sheet }) => {
        sheet.getRange('A1').setValue('x');
        sheet.insertColumnsBefore(1, 2);
        return [sheet.getRange('A1:C1').getValues()[0] ?? [], sheet.getMaxColumns()];
      },
    ),
    documented(`${SHEET}#deleteColumn`, 'deleteColumn moves the rest to the left', [['right'], 9], ({ sheet }) => {
      sheet.getRange('A1:B1').setValues([['left', 'right']]);
      sheet.deleteColumn(1);
      return [sheet.getRange('A1').getValues()[0] ?? [], sheet.getMaxColumns()];
    }),
    documented(
      `${SHEET}#moveColumns`,
      'moveColumns counts the place before the move, and notes go along',
      [['b', 'a', 'c'], 'on a'],
      ({ sheet }) => {
        sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]);
        sheet.getRange('A1').setNote('on a');
        sheet.moveColumns(sheet.getRange('A1'), 3);
        return [sheet.getRange('A1:C1').getValues()[0] ?? [], sheet.getRange('B1').getNote()];
      },
    ),
    documented(
      `${SHEET}#setRowHeightsForced`,
      'rows can be forced to a height, whatever stands in them',
      54,
      ({ sheet }) => {
        sheet.getRange('A1').setValue('one\ntwo\nthree\nfour\nfive\nsix');
        return sheet.setRowHeightsForced(1, 1, 54).getRowHeight(1);
      },
    ),
    documented(`${SHEET}#setColumnWidths`, 'columns side by side take one width', [80, 80], ({ sheet }) => {
      sheet.setColumnWidths(2, 2, 80);
      return [sheet.getColumnWidth(2), sheet.getColumnWidth(3)];
    }),
    documented('reference/spreadsheet/range#getNote', 'a note that was set is read again', 'ebb', ({ sheet }) =>
      sheet.getRange('A1').setNote('ebb').getNote(),
    ),
    likely(`${SHEET}#autoResizeRows`, 'a row of one line fits it again', 21, ({ sheet }) => {
      sheet.getRange('A1').setValue('x');
      return sheet.setRowHeight(1, 90).autoResizeRows(1, 1).getRowHeight(1);
    }),
    likely(
      `${SHEET}#deleteRows`,
      'not all rows can be deleted',
      "You can't delete all the rows on the sheet.",
      ({ sheet }) => errorOf(() => sheet.deleteRows(1, 30)),
    ),
    likely(
      `${SHEET}#deleteColumns`,
      'not all columns can be deleted',
      "You can't delete all the columns on the sheet.",
      ({ sheet }) => errorOf(() => sheet.deleteColumns(1, 10)),
    ),
    likely(
      `${SHEET}#deleteRows`,
      'not all rows below the frozen ones can be deleted',
      'Sorry, it is not possible to delete all non-frozen rows.',
      ({ sheet }) => {
        sheet.setFrozenRows(1);
        return errorOf(() => sheet.deleteRows(2, 29));
      },
    ),
    likely(
      `${SHEET}#deleteRow`,
      'a row that is not there cannot be deleted',
      'Those rows are out of bounds.',
      ({ sheet }) => errorOf(() => sheet.deleteRow(31)),
    ),
    documented('support.google.com/drive/answer/37603', 'more than ten million cells are refused', true, ({ sheet }) =>
      isRefused(() => sheet.insertRowsAfter(30, 1_000_000)),
    ),
    likely(
      `${SHEET}#insertRowsBefore`,
      "a formula's references move with inserted rows",
      ['=A4', '=SUM(A3:A5)'],
      ({ sheet }) => {
        numbered(sheet);
        sheet.getRange('B1:B2').setFormulas([['=A2'], ['=SUM(A1:A3)']]);
        sheet.insertRowsBefore(1, 2);
        return sheet
          .getRange('B3:B4')
          .getFormulas()
          .map(([formula]) => formula ?? '');
      },
    ),
    likely(
      `${SHEET}#insertRowAfter`,
      'a range in a formula grows with a row inserted inside it',
      '=SUM(A1:A4)',
      ({ sheet }) => {
        numbered(sheet).getRange('B1').setFormula('=SUM(A1:A3)');
        sheet.insertRowAfter(2);
        return sheet.getRange('B1').getFormula();
      },
    ),
    likely(
      `${SHEET}#deleteRow`,
      'a range in a formula shrinks with a row deleted inside it',
      ['=SUM(A1:A2)', 4],
      ({ sheet }) => {
        const cell = numbered(sheet).getRange('B1').setFormula('=SUM(A1:A3)');
        sheet.deleteRow(2);
        return [cell.getFormula(), cell.getValue()];
      },
    ),
    likely(`${SHEET}#deleteRow`, 'a formula whose cell is deleted reads #REF!', ['=#REF!', '#REF!'], ({ sheet }) => {
      const cell = numbered(sheet).getRange('B1').setFormula('=A2');
      sheet.deleteRow(2);
      return [cell.getFormula(), cell.getValue()];
    }),
    likely(
      `${SHEET}#insertColumnBefore`,
      'fixed references move with inserted columns as well',
      '=$B$1+1',
      ({ sheet }) => {
        sheet.getRange('B1').setFormula('=$A$1+1');
        sheet.insertColumnBefore(1);
        return sheet.getRange('C1').getFormula();
      },
    ),
    likely(
      `${SHEET}#insertRowBefore`,
      'a validation moves with inserted rows',
      [null, null, 'VALUE_IN_LIST', null],
      ({ sheet }) => {
        setList(sheet, 'A2');
        sheet.insertRowsBefore(1, 1);
        return ruled(sheet, 'A1:A4');
      },
    ),
    likely(
      `${SHEET}#insertRowAfter`,
      'a row inserted inside a validated range is validated',
      ['VALUE_IN_LIST', 'VALUE_IN_LIST', 'VALUE_IN_LIST', 'VALUE_IN_LIST', null],
      ({ sheet }) => {
        setList(sheet, 'A1:A3');
        sheet.insertRowAfter(2);
        return ruled(sheet, 'A1:A5');
      },
    ),
    unknown(
      `${SHEET}#insertRowAfter`,
      'a row inserted after the last row of a validated range is validated',
      ['VALUE_IN_LIST', 'VALUE_IN_LIST', null],
      ({ sheet }) => {
        setList(sheet, 'A1');
        sheet.insertRowAfter(1);
        return ruled(sheet, 'A1:A3');
      },
    ),
    likely(`${SHEET}#insertRowBefore`, 'a note moves with its cell', ['', 'tide'], ({ sheet }) => {
      sheet.getRange('A1').setNote('tide');
      sheet.insertRowBefore(1);
      return [sheet.getRange('A1').getNote(), sheet.getRange('A2').getNote()];
    }),
    likely(
      `${SHEET}#insertRowAfter`,
      'an inserted row takes the formats of the row it comes after',
      ['0.00', '#ffff00'],
      ({ sheet }) => {
        sheet.getRange('A2').setNumberFormat('0.00').setBackground('#ffff00');
        sheet.insertRowAfter(2);
        return [sheet.getRange('A3').getNumberFormat(), sheet.getRange('A3').getBackground()];
      },
    ),
    unknown(
      `${SHEET}#insertRowBefore`,
      'an inserted row takes the colour of the row it comes before',
      '#ffff00',
      ({ sheet }) => {
        sheet.getRange('A2').setBackground('#ffff00');
        sheet.insertRowBefore(2);
        return sheet.getRange('A2').getBackground();
      },
    ),
    documented(`${SHEET}#setFrozenRows`, 'frozen rows and columns can be set and asked for', [0, 2, 1], ({ sheet }) => {
      const before = sheet.getFrozenRows();
      sheet.setFrozenRows(2);
      sheet.setFrozenColumns(1);
      return [before, sheet.getFrozenRows(), sheet.getFrozenColumns()];
    }),
    likely(
      `${SHEET}#setFrozenRows`,
      'not all rows can be frozen',
      true,
      ({ sheet }) =>
        errorOf(() => {
          sheet.setFrozenRows(30);
          SpreadsheetApp.flush();
        }) !== null,
    ),
    unknown(`${SHEET}#insertRowBefore`, 'a row inserted among the frozen ones is frozen', 3, ({ sheet }) => {
      sheet.setFrozenRows(2);
      return sheet.insertRowBefore(2).getFrozenRows();
    }),
    documented(`${SHEET}#setColumnWidth`, 'a column has the width it was given', 240, ({ sheet }) => {
      const width = sheet.setColumnWidth(1, 240).getColumnWidth(1);
      sheet.setColumnWidth(1, 100);
      return width;
    }),
    likely(`${SHEET}#getColumnWidth`, 'a column is 100 pixels wide and a row 21 high', [100, 21], ({ sheet }) => [
      sheet.getColumnWidth(9),
      sheet.getRowHeight(29),
    ]),
    likely(`${SHEET}#insertColumnBefore`, 'a width moves with its column', 240, ({ sheet }) => {
      sheet.setColumnWidth(2, 240);
      const width = sheet.insertColumnBefore(1).getColumnWidth(3);
      sheet.deleteColumn(1);
      sheet.setColumnWidth(2, 100);
      return width;
    }),
    documented(`${SHEET}#hideRows`, 'rows can be hidden and shown', [true, false], ({ sheet }) => {
      sheet.hideRows(2);
      const isHidden = sheet.isRowHiddenByUser(2);
      sheet.showRows(2);
      return [isHidden, sheet.isRowHiddenByUser(2)];
    }),
    documented(`${SHEET}#hideColumns`, 'columns can be hidden and shown', [true, false], ({ sheet }) => {
      sheet.hideColumns(2);
      const isHidden = sheet.isColumnHiddenByUser(2);
      sheet.showColumns(2);
      return [isHidden, sheet.isColumnHiddenByUser(2)];
    }),
    documented(`${SHEET}#hideRows`, 'hidden rows are read like others', [1, 2, 3], ({ sheet }) => {
      numbered(sheet).hideRows(2);
      const seen = columnA(sheet, 3);
      sheet.showRows(2);
      return seen;
    }),
  ],
};
