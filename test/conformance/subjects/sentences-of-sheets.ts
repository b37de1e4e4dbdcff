// What the documentation of sheets and spreadsheets says sentence by sentence, where no other subject shows it.
import { type Behaviour, documented, errorOf, isRefused, type Subject } from '../../../src/platform/behaviour.ts';

const SHEET = 'reference/spreadsheet/sheet';
const BOOK = 'reference/spreadsheet/spreadsheet';
const APP = 'reference/spreadsheet/spreadsheet-app';
const ROWS = ['a', 'b', 'c', 'd', 'e'];

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Calls of a sheet, each of which hands it on. */
const CHAINED: Readonly<Record<string, (sheet: Sheet) => Sheet>> = {
  activate: (sheet) => sheet.activate(),
  deleteColumn: (sheet) => sheet.deleteColumn(2),
  deleteRow: (sheet) => sheet.deleteRow(2),
  insertColumnsAfter: (sheet) => sheet.insertColumnsAfter(1, 2),
  insertColumnsBefore: (sheet) => sheet.insertColumnsBefore(1, 2),
  insertRowAfter: (sheet) => sheet.insertRowAfter(1),
  insertRowBefore: (sheet) => sheet.insertRowBefore(1),
  insertRowsAfter: (sheet) => sheet.insertRowsAfter(1, 2),
  insertRowsBefore: (sheet) => sheet.insertRowsBefore(1, 2),
  setColumnWidth: (sheet) => sheet.setColumnWidth(1, sheet.getColumnWidth(1)),
  setColumnWidths: (sheet) => sheet.setColumnWidths(1, 1, sheet.getColumnWidth(1)),
  setRowHeightsForced: (sheet) => sheet.setRowHeightsForced(1, 1, sheet.getRowHeight(1)),
};

const chained: Behaviour[] = Object.entries(CHAINED).map(([method, call]) =>
  documented(`${SHEET}#${method}`, `${method} hands the sheet on`, true, ({ sheet }) => {
    return call(sheet).getSheetId() === sheet.getSheetId();
  }),
);

/** The letters in the first row or column after something is done to the sheet that begins with them. */
function lettersAfter(sheet: Sheet, isDown: boolean, act: () => void): string[] {
  const line = () => (isDown ? sheet.getRange('A1:A5') : sheet.getRange('A1:E1'));
  line().setValues(isDown ? ROWS.map((letter) => [letter]) : [ROWS]);
  act();
  return line().getValues().flat().map(String);
}

export const sentencesOfSheets: Subject = {
  title: 'Sheets, sentence by sentence',
  behaviours: [
    ...chained,
    documented(
      `${SHEET}#autoResizeRows`,
      'autoResizeRows makes rows high enough for their text again',
      true,
      (bench) => {
        const { sheet } = bench;
        sheet.getRange('A1:A2').setValue('ebb');
        sheet.setRowHeightsForced(1, 2, 5);
        sheet.autoResizeRows(1, 2);
        return sheet.getRowHeight(1) > 5 && sheet.getRowHeight(2) > 5;
      },
    ),
    documented(
      `${SHEET}#clear`,
      'clear of a sheet hands the sheet on, without contents and colours',
      ['', '#ffffff'],
      (bench) => {
        bench.sheet.getRange('A1').setValue('x').setBackground('#ff0000');
        const cell = bench.sheet.clear().getRange('A1');
        return [cell.getValue(), cell.getBackground()];
      },
    ),
    documented(
      `${SHEET}#clearConditionalFormatRules`,
      'clearConditionalFormatRules leaves no rule',
      [1, 0],
      ({ sheet }) => {
        const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').setBold(true);
        sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('A1')]).build()]);
        const before = sheet.getConditionalFormatRules().length;
        sheet.clearConditionalFormatRules();
        return [before, sheet.getConditionalFormatRules().length];
      },
    ),
    documented(
      `${SHEET}#deleteColumns`,
      'deleteColumns deletes as many as it is told',
      ['a', 'd', 'e', '', ''],
      ({ sheet }) => lettersAfter(sheet, false, () => sheet.deleteColumns(2, 2)),
    ),
    documented(
      `${SHEET}#deleteRows`,
      'deleteRows deletes as many as it is told',
      ['a', 'd', 'e', '', ''],
      ({ sheet }) => lettersAfter(sheet, true, () => sheet.deleteRows(2, 2)),
    ),
    documented(
      `${SHEET}#getActiveRange`,
      'getActiveRange of a sheet is what is selected in it',
      'B2:C3',
      ({ sheet }) => {
        sheet.getRange('B2:C3').activate();
        return sheet.getActiveRange()?.getA1Notation() ?? 'none';
      },
    ),
    documented(
      `${SHEET}#getDataRange`,
      'getDataRange is A1 to the last row and column with content',
      true,
      ({ sheet }) => {
        sheet.getRange('C4').setValue('x');
        const same = sheet.getRange(1, 1, sheet.getLastRow(), sheet.getLastColumn());
        return sheet.getDataRange().getA1Notation() === same.getA1Notation();
      },
    ),
    documented(`${SHEET}#getProtections`, 'the protection of a whole sheet is a list of one', [0, 1], ({ sheet }) => {
      const count = () => sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length;
      const before = count();
      const protection = sheet.protect();
      const after = count();
      protection.remove();
      return [before, after];
    }),
    documented(`${SHEET}#getRange`, 'getRange of two numbers is one cell', 'B3', ({ sheet }) =>
      sheet.getRange(3, 2).getA1Notation(),
    ),
    documented(`${SHEET}#getRange`, 'getRange of three numbers is rows of a single column', 'B3:B6', ({ sheet }) =>
      sheet.getRange(3, 2, 4).getA1Notation(),
    ),
    documented(`${SHEET}#getRange`, 'getRange of four numbers is rows and columns', 'B3:D6', ({ sheet }) =>
      sheet.getRange(3, 2, 4, 3).getA1Notation(),
    ),
    documented(
      `${SHEET}#getRangeList`,
      'getRangeList takes names by numbers of rows and columns',
      ['B3', 'C1'],
      (bench) =>
        bench.sheet
          .getRangeList(['R3C2', 'C1'])
          .getRanges()
          .map((range) => range.getA1Notation()),
    ),
    documented(`${SHEET}#getRangeList`, 'getRangeList wants one name at least', true, ({ sheet }) =>
      isRefused(() => sheet.getRangeList([])),
    ),
    documented(`${SHEET}#getSheetId`, "a sheet's ID does not depend on its place", true, ({ sheet, spreadsheet }) => {
      const id = sheet.getSheetId();
      const place = sheet.getIndex();
      sheet.activate();
      spreadsheet.moveActiveSheet(1);
      const moved = sheet.getSheetId();
      spreadsheet.moveActiveSheet(place);
      return moved === id;
    }),
    documented(`${SHEET}#hideColumns`, 'hideColumns hides one column, counted from 1', [true, false], ({ sheet }) => {
      sheet.hideColumns(1);
      const seen = [1, 2].map((column) => sheet.isColumnHiddenByUser(column));
      sheet.showColumns(1);
      return seen;
    }),
    documented(`${SHEET}#hideSheet`, 'hideSheet hands the sheet on', true, ({ sheet }) => {
      const isSame = sheet.hideSheet().getSheetId() === sheet.getSheetId();
      sheet.showSheet();
      return isSame;
    }),
    documented(`${SHEET}#hideSheet`, 'hiding a hidden sheet changes nothing', true, ({ sheet }) => {
      const isHidden = sheet.hideSheet().hideSheet().isSheetHidden();
      sheet.showSheet();
      return isHidden;
    }),
    documented(
      `${SHEET}#hideSheet`,
      'the only sheet that is shown cannot be hidden',
      true,
      ({ sheet, spreadsheet }) => {
        const others = spreadsheet
          .getSheets()
          .filter((one) => !one.isSheetHidden() && one.getSheetId() !== sheet.getSheetId());
        try {
          for (const one of others) one.hideSheet();
          return isRefused(() => sheet.hideSheet());
        } finally {
          for (const one of others) one.showSheet();
        }
      },
    ),
    documented(
      `${SHEET}#insertRowsBefore`,
      'insertRowsBefore inserts as many rows as it is told',
      ['', '', 'a', 'b', 'c'],
      (bench) => lettersAfter(bench.sheet, true, () => bench.sheet.insertRowsBefore(1, 2)),
    ),
    documented(
      `${SHEET}#moveColumns`,
      'moveColumns moves every column that the range touches',
      ['c', 'd', 'a', 'b', 'e'],
      ({ sheet }) => lettersAfter(sheet, false, () => sheet.moveColumns(sheet.getRange('A1:B1'), 5)),
    ),
    documented(
      `${SHEET}#moveRows`,
      'moveRows moves every row that the range touches',
      ['c', 'd', 'a', 'b', 'e'],
      ({ sheet }) => lettersAfter(sheet, true, () => sheet.moveRows(sheet.getRange('A1:A2'), 5)),
    ),
    documented(
      `${SHEET}#protect`,
      'a sheet that is protected can be written until its editors are changed',
      'x',
      ({ sheet }) => {
        const protection = sheet.protect();
        sheet.getRange('A1').setValue('x');
        protection.remove();
        return sheet.getRange('A1').getValue();
      },
    ),
    documented(`${SHEET}#setConditionalFormatRules`, 'an empty list of rules takes all rules away', 0, ({ sheet }) => {
      const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').setBold(true);
      sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('A1')]).build()]);
      sheet.setConditionalFormatRules([]);
      return sheet.getConditionalFormatRules().length;
    }),
    documented(
      `${SHEET}#getConditionalFormatRules`,
      'getConditionalFormatRules has all rules of the sheet',
      ['A1', 'B2'],
      (bench) => {
        const { sheet } = bench;
        const ruleAt = (name: string) =>
          SpreadsheetApp.newConditionalFormatRule()
            .whenFormulaSatisfied('=1=1')
            .setBold(true)
            .setRanges([sheet.getRange(name)])
            .build();
        sheet.setConditionalFormatRules(['A1', 'B2'].map(ruleAt));
        return sheet.getConditionalFormatRules().map((one) => one.getRanges()[0]?.getA1Notation() ?? 'none');
      },
    ),
    documented(`${SHEET}#setFrozenColumns`, 'no columns are frozen after setFrozenColumns of 0', 0, ({ sheet }) => {
      sheet.setFrozenColumns(2);
      sheet.setFrozenColumns(0);
      return sheet.getFrozenColumns();
    }),
    documented(`${SHEET}#setFrozenRows`, 'no rows are frozen after setFrozenRows of 0', 0, ({ sheet }) => {
      sheet.setFrozenRows(2);
      sheet.setFrozenRows(0);
      return sheet.getFrozenRows();
    }),
    documented(`${BOOK}#getSheetById`, 'an ID that no sheet has gives null', true, ({ spreadsheet }) => {
      return spreadsheet.getSheetById(-1) === null;
    }),
    documented(`${BOOK}#getSheetByName`, 'a sheet is found by its name', true, ({ sheet, spreadsheet }) => {
      return spreadsheet.getSheetByName(sheet.getName())?.getSheetId() === sheet.getSheetId();
    }),
    documented(`${BOOK}#getSpreadsheetLocale`, 'the locale is written as language and country', 'en_US', (bench) =>
      bench.spreadsheet.getSpreadsheetLocale(),
    ),
    documented(
      `${BOOK}#getSpreadsheetTimeZone`,
      'the time zone is written in long form',
      'America/Los_Angeles',
      (bench) => bench.spreadsheet.getSpreadsheetTimeZone(),
    ),
    documented(
      `${BOOK}#setActiveSheet`,
      'setActiveSheet gives the sheet that is active now',
      true,
      ({ sheet, spreadsheet }) => {
        return spreadsheet.setActiveSheet(sheet).getSheetId() === sheet.getSheetId();
      },
    ),
    documented(`${BOOK}#toast`, 'a toast takes null for the usual time', null, ({ spreadsheet }) =>
      errorOf(() => spreadsheet.toast('The specification is running', 'Conformance', null)),
    ),
    documented(`${APP}#flush`, 'what was written before a flush is there after it', 'x', ({ sheet }) => {
      sheet.getRange('A1').setValue('x');
      SpreadsheetApp.flush();
      return sheet.getRange('A1').getValue();
    }),
  ],
};
