// What a leading apostrophe does to text that a script writes, on plain cells and on cells with a validation.
import { errorOf, likely, type Seen, type Subject, unknown } from '../../../src/platform/behaviour.ts';
import { safe, written, writtenInList } from '../../../src/platform/safe-behaviours.ts';

const SET = 'reference/spreadsheet/range#setValue';
const VALIDATION = 'reference/spreadsheet/data-validation-builder#setAllowInvalid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** As `writtenInList`, where a formula has to hold: the cell shows as many characters as the text without its apostrophe. */
function writtenUnderFormula(sheet: Sheet, text: string): Seen {
  const rule = SpreadsheetApp.newDataValidation()
    .requireFormulaSatisfied(`=LEN(A1)=${text.length - 1}`)
    .setAllowInvalid(false)
    .build();
  const cell = sheet.getRange('A1').setDataValidation(rule);
  const error = errorOf(() => {
    cell.setValue(text);
    SpreadsheetApp.flush();
  });
  return error ?? cell.getValue();
}

export const prefix: Subject = {
  title: 'Apostrophe before text',
  behaviours: [
    ...safe.prefix,
    likely(SET, "'+1 is the text +1", ['+1', '', '+1'], ({ sheet }) => written(sheet, "'+1")),
    likely(SET, "'x is the text x", ['x', '', 'x'], ({ sheet }) => written(sheet, "'x")),
    likely(SET, "'+91 98765 is a text", ['+91 98765', '', '+91 98765'], ({ sheet }) => written(sheet, "'+91 98765")),
    unknown(SET, '+1 without the apostrophe is the number 1', [1, ''], ({ sheet }) => {
      const cell = sheet.getRange('A1').setValue('+1');
      return [cell.getValue(), cell.getFormula()];
    }),
    unknown(VALIDATION, "on a list that offers =1+1, '=1+1 is accepted as that text", '=1+1', ({ sheet }) =>
      writtenInList(sheet, '=1+1', "'=1+1"),
    ),
    unknown(VALIDATION, "on a list that offers +1, '+1 is accepted as that text", '+1', ({ sheet }) =>
      writtenInList(sheet, '+1', "'+1"),
    ),
    unknown(VALIDATION, "on a list that offers 007, '007 is accepted as that text", '007', ({ sheet }) =>
      writtenInList(sheet, '007', "'007"),
    ),
    unknown(VALIDATION, "under a formula, '=1+1 is judged as the text of four characters", '=1+1', ({ sheet }) =>
      writtenUnderFormula(sheet, "'=1+1"),
    ),
    unknown(VALIDATION, "under a formula, '007 is judged as the text of three characters", '007', ({ sheet }) =>
      writtenUnderFormula(sheet, "'007"),
    ),
  ],
};
