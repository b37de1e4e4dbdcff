// Each way in which the documentation says that a method of the add-on's can be called, where no other subject tries it.
import { documented, errorOf, type Seen, type Subject } from '../../../src/platform/behaviour.ts';

const BOOK = 'reference/spreadsheet/spreadsheet';
const SHEET = 'reference/spreadsheet/sheet';
const BLOB = 'reference/utilities/utilities#newBlob';
const UI = 'reference/base/ui';

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is seen of a sheet that is inserted, and gone afterwards. */
function ofInserted(book: Book, insert: () => Sheet, see: (sheet: Sheet) => Seen): Seen {
  const before = book.getActiveSheet();
  const sheet = insert();
  try {
    return see(sheet);
  } finally {
    book.deleteSheet(sheet);
    book.setActiveSheet(before);
  }
}

const place = (book: Book, sheet: Sheet) =>
  book.getSheets().findIndex((one) => one.getSheetId() === sheet.getSheetId());

export const waysToCall: Subject = {
  title: 'Ways to call',
  behaviours: [
    documented(
      `${BOOK}#insertSheet`,
      'a sheet without a name gets one, and becomes the active one',
      [true, true],
      ({ spreadsheet }) =>
        ofInserted(
          spreadsheet,
          () => spreadsheet.insertSheet(),
          (sheet) => [sheet.getName() !== '', spreadsheet.getActiveSheet().getSheetId() === sheet.getSheetId()],
        ),
    ),
    documented(`${BOOK}#insertSheet`, 'a sheet is inserted at an index', 0, ({ spreadsheet }) =>
      ofInserted(
        spreadsheet,
        () => spreadsheet.insertSheet(0),
        (sheet) => place(spreadsheet, sheet),
      ),
    ),
    documented(`${BOOK}#insertSheet`, 'a sheet is inserted under a name', 'Ebb', ({ spreadsheet }) =>
      ofInserted(
        spreadsheet,
        () => spreadsheet.insertSheet('Ebb'),
        (sheet) => sheet.getName(),
      ),
    ),
    documented(`${BOOK}#insertSheet`, 'a sheet is inserted under a name at an index', ['Ebb', 0], ({ spreadsheet }) =>
      ofInserted(
        spreadsheet,
        () => spreadsheet.insertSheet('Ebb', 0),
        (sheet) => [sheet.getName(), place(spreadsheet, sheet)],
      ),
    ),
    documented(`${BOOK}#deleteSheet`, 'a sheet that is deleted is not there any more', true, ({ spreadsheet }) => {
      const before = spreadsheet.getActiveSheet();
      spreadsheet.deleteSheet(spreadsheet.insertSheet('Ebb'));
      spreadsheet.setActiveSheet(before);
      return spreadsheet.getSheetByName('Ebb') === null;
    }),
    documented(
      `${BOOK}#setActiveSheet`,
      'a sheet is made the active one with its selection restored',
      true,
      (bench) => {
        const { spreadsheet, sheet } = bench;
        return spreadsheet.setActiveSheet(sheet, true).getSheetId() === sheet.getSheetId();
      },
    ),
    documented(`${BOOK}#toast`, 'a toast takes a title alone', null, ({ spreadsheet }) =>
      errorOf(() => spreadsheet.toast('The specification is running', 'Conformance')),
    ),
    documented(`${BOOK}#toast`, 'a toast that stays takes a negative time', null, ({ spreadsheet }) =>
      errorOf(() => {
        spreadsheet.toast('The specification is running', 'Conformance', -1);
        spreadsheet.toast('The specification is running', 'Conformance', 1);
      }),
    ),
    documented(`${SHEET}#getSheetId`, "a sheet's ID is a number of its own", [true, 1], ({ spreadsheet, sheet }) => {
      const id = sheet.getSheetId();
      return [Number.isInteger(id), spreadsheet.getSheets().filter((one) => one.getSheetId() === id).length];
    }),
    documented(`${SHEET}#setName`, 'setName gives the sheet back, under its new name', 'Ebb', ({ spreadsheet }) =>
      ofInserted(
        spreadsheet,
        () => spreadsheet.insertSheet(),
        (sheet) => sheet.setName('Ebb').getName(),
      ),
    ),
    documented(`${SHEET}#autoResizeRows`, 'autoResizeRows gives the sheet back', true, ({ sheet }) => {
      const back = sheet.autoResizeRows(1, 2);
      return back.getSheetId() === sheet.getSheetId();
    }),
    documented(
      'reference/spreadsheet/range#offset',
      'offset takes a new height and keeps the width',
      'B3:C6',
      ({ sheet }) => sheet.getRange('A1:B2').offset(2, 1, 4).getA1Notation(),
    ),
    documented('reference/lock/lock#releaseLock', 'a lock that is released is not held any more', [true, false], () => {
      const lock = LockService.getUserLock();
      const isTaken = lock.tryLock(1000);
      lock.releaseLock();
      return [isTaken, lock.hasLock()];
    }),
    documented(BLOB, 'a blob is made of a text', 'ebb', () => Utilities.newBlob('ebb').getDataAsString()),
    documented(BLOB, 'a blob of a text has the type that is given', 'text/markdown', () =>
      Utilities.newBlob('ebb', 'text/markdown').getContentType(),
    ),
    documented(BLOB, 'a blob of a text has the name that is given', ['text/markdown', 'ebb.md'], () => {
      const blob = Utilities.newBlob('ebb', 'text/markdown', 'ebb.md');
      return [blob.getContentType(), blob.getName()];
    }),
    documented(BLOB, 'a blob of bytes has the type that is given', ['e', 'text/plain'], () => {
      const blob = Utilities.newBlob([101], 'text/plain');
      return [blob.getDataAsString(), blob.getContentType()];
    }),
    documented(BLOB, 'a blob of bytes has the name that is given', 'e.txt', () =>
      Utilities.newBlob([101], 'text/plain', 'e.txt').getName(),
    ),
    documented(`${UI}#showSidebar`, 'a sidebar is opened with a page', null, () =>
      errorOf(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('Conformance'))),
    ),
  ],
};
