// Sheets of the book: added, named, hidden, moved, removed.
import {
  type Bench,
  documented,
  errorOf,
  isRefused,
  likely,
  type Seen,
  type Subject,
} from '../../../src/platform/behaviour.ts';

const BOOK = 'reference/spreadsheet/spreadsheet';
const SHEET = 'reference/spreadsheet/sheet';

/** Does something with a second sheet, which is gone afterwards. */
function withSheet(
  { spreadsheet }: Bench,
  name: string,
  see: (other: GoogleAppsScript.Spreadsheet.Sheet) => Seen,
): Seen {
  const other = spreadsheet.insertSheet(name);
  try {
    return see(other);
  } finally {
    spreadsheet.deleteSheet(other);
  }
}

export const sheets: Subject = {
  title: 'Sheets',
  behaviours: [
    documented(`${BOOK}#getSheetByName`, 'a sheet that is not there is null', null, ({ spreadsheet }) => {
      const missing = spreadsheet.getSheetByName('Nowhere');
      return missing === null ? null : 'a sheet';
    }),
    documented(
      `${BOOK}#getSheetById`,
      'a sheet is found by its ID, also under another name',
      ['Trials', null],
      (bench) =>
        withSheet(bench, 'Pilots', (other) => {
          const id = other.setName('Trials').getSheetId();
          return [
            bench.spreadsheet.getSheetById(id)?.getName() ?? '',
            bench.spreadsheet.getSheetById(-1)?.getName() ?? null,
          ];
        }),
    ),
    documented(
      `${BOOK}#insertSheet`,
      'an inserted sheet has its name and becomes the active one',
      ['Pilots', 'Pilots'],
      (bench) => withSheet(bench, 'Pilots', (other) => [other.getName(), bench.spreadsheet.getActiveSheet().getName()]),
    ),
    likely(`${BOOK}#insertSheet`, 'an inserted sheet has 1000 rows and 26 columns', [1000, 26], (bench) =>
      withSheet(bench, 'Pilots', (other) => [other.getMaxRows(), other.getMaxColumns()]),
    ),
    likely(
      `${BOOK}#insertSheet`,
      'two sheets cannot have one name',
      'A sheet with the name "Pilots" already exists. Please enter another name.',
      (bench) => withSheet(bench, 'Pilots', () => errorOf(() => bench.spreadsheet.insertSheet('Pilots'))),
    ),
    likely(`${BOOK}#insertSheet`, 'names that differ in case only are one name', true, (bench) =>
      withSheet(bench, 'Pilots', () => {
        const error = errorOf(() => bench.spreadsheet.insertSheet('PILOTS'));
        const second = bench.spreadsheet.getSheetByName('PILOTS');
        if (error === null && second) bench.spreadsheet.deleteSheet(second);
        return error !== null;
      }),
    ),
    likely(`${BOOK}#getSheetByName`, 'a sheet is found by its exact case only', null, (bench) =>
      withSheet(bench, 'Pilots', () => bench.spreadsheet.getSheetByName('pilots')?.getName() ?? null),
    ),
    likely(`${SHEET}#setName`, 'a formula follows the sheet it reads when that is renamed', ['=Tides!A1', 4], (bench) =>
      withSheet(bench, 'Pilots', (other) => {
        other.getRange('A1').setValue(4);
        const cell = bench.sheet.getRange('A1').setFormula('=Pilots!A1');
        other.setName('Tides');
        return [cell.getFormula(), cell.getValue()];
      }),
    ),
    likely(`${SHEET}#getSheetId`, 'a sheet keeps its ID when it is renamed', true, (bench) =>
      withSheet(bench, 'Pilots', (other) => {
        const id = other.getSheetId();
        return (
          other.setName('Tides').getSheetId() === id && bench.spreadsheet.getSheetByName('Tides')?.getSheetId() === id
        );
      }),
    ),
    likely(`${BOOK}#deleteSheet`, 'a sheet that was deleted can be written no more', true, ({ spreadsheet }) => {
      const gone = spreadsheet.insertSheet('Short-lived');
      spreadsheet.deleteSheet(gone);
      return isRefused(() => gone.getRange('A1').setValue(1));
    }),
    documented(`${SHEET}#hideSheet`, 'a sheet can be hidden and shown', [true, false], (bench) =>
      withSheet(bench, 'Pilots', (other) => [other.hideSheet().isSheetHidden(), other.showSheet().isSheetHidden()]),
    ),
    documented(`${SHEET}#setTabColor`, "a tab's colour can be set and asked for", '#ff0000', (bench) =>
      withSheet(bench, 'Pilots', (other) => other.setTabColor('#ff0000').getTabColor()),
    ),
    documented(
      `${SHEET}#getIndex`,
      'the first sheet has the index 1',
      1,
      ({ spreadsheet }) => spreadsheet.getSheets()[0]?.getIndex() ?? 0,
    ),
    documented(`${BOOK}#moveActiveSheet`, 'the active sheet can be moved to the front', 1, (bench) =>
      withSheet(bench, 'Pilots', (other) => {
        bench.spreadsheet.setActiveSheet(other);
        bench.spreadsheet.moveActiveSheet(1);
        return other.getIndex();
      }),
    ),
    documented(`${BOOK}#getNumSheets`, 'getNumSheets counts the sheets', true, (bench) => {
      const before = bench.spreadsheet.getNumSheets();
      return withSheet(bench, 'Pilots', () => bench.spreadsheet.getNumSheets() === before + 1);
    }),
    likely(`${BOOK}#getRange`, 'a range is found by the quoted name of its sheet', ["Ferry's log", 'B2'], (bench) =>
      withSheet(bench, "Ferry's log", () => {
        const range = bench.spreadsheet.getRange("'Ferry''s log'!B2");
        return [range.getSheet().getName(), range.getA1Notation()];
      }),
    ),
    documented(
      `${SHEET}#getParent`,
      'a sheet knows its book',
      true,
      ({ spreadsheet, sheet }) => sheet.getParent().getId() === spreadsheet.getId(),
    ),
    documented(
      `${BOOK}#getSpreadsheetLocale`,
      'the locale and the time zone are those that were set',
      ['en_US', 'America/Los_Angeles'],
      ({ spreadsheet }) => [spreadsheet.getSpreadsheetLocale(), spreadsheet.getSpreadsheetTimeZone()],
    ),
    documented(
      `${BOOK}#getUrl`,
      "a book's address holds its ID",
      true,
      ({ spreadsheet }) => spreadsheet.getUrl().indexOf(spreadsheet.getId()) > 0,
    ),
    likely(
      `${BOOK}#setSpreadsheetLocale`,
      'in de_DE a comma is the decimal sign and a date is read day first',
      [1.5, 2],
      ({ spreadsheet, sheet }) => {
        spreadsheet.setSpreadsheetLocale('de_DE');
        try {
          const number = sheet.getRange('A1').setValue('1,5').getValue();
          const date = sheet.getRange('A2').setValue('11.02.2026').setNumberFormat('m').getDisplayValue();
          return [number, Number(date)];
        } finally {
          spreadsheet.setSpreadsheetLocale('en_US');
          SpreadsheetApp.flush();
        }
      },
    ),
    likely(
      `${BOOK}#setSpreadsheetLocale`,
      'a formula of operators only works in de_DE as well',
      1,
      ({ spreadsheet, sheet }) => {
        spreadsheet.setSpreadsheetLocale('de_DE');
        try {
          return sheet.getRange('B1').setFormula('=($A1="")*(1<>2)').getValue();
        } finally {
          spreadsheet.setSpreadsheetLocale('en_US');
          SpreadsheetApp.flush();
        }
      },
    ),
  ],
};
