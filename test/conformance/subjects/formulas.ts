// Formulas: written, kept, computed, and what they give where they cannot be computed.
import { documented, likely, type Subject, unknown } from '../../../src/platform/behaviour.ts';
import { safe } from '../../../src/platform/safe-behaviours.ts';

const FORMULA = 'reference/spreadsheet/range#setFormula';
const FUNCTIONS = 'support.google.com/docs/table/25273';

export const formulas: Subject = {
  title: 'Formulas',
  behaviours: [
    ...safe.formulas,
    documented(
      'reference/spreadsheet/range#setValue',
      'a text that starts with = is a formula',
      ['=1+1', 2],
      ({ sheet }) => {
        const cell = sheet.getRange('A1').setValue('=1+1');
        return [cell.getFormula(), cell.getValue()];
      },
    ),
    documented(FORMULA, 'setFormula keeps the formula and gives its value', ['=A1*2', 42], ({ sheet }) => {
      sheet.getRange('A1').setValue(21);
      const cell = sheet.getRange('B1').setFormula('=A1*2');
      return [cell.getFormula(), cell.getValue()];
    }),
    documented(
      'reference/spreadsheet/range#getFormulas',
      'getFormulas gives an empty text for a cell without a formula',
      [['=1+2', '']],
      ({ sheet }) => {
        sheet.getRange('A1').setFormula('=1+2');
        sheet.getRange('B1').setValue(3);
        return sheet.getRange('A1:B1').getFormulas();
      },
    ),
    documented(
      'reference/spreadsheet/range#setFormulas',
      'setFormulas writes one formula into each cell',
      [[2, 6]],
      ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setFormulas([['=1*2', '=2*3']])
          .getValues(),
    ),
    likely(FORMULA, 'a value written over a formula takes its place', ['', 'plain'], ({ sheet }) => {
      const cell = sheet.getRange('A1').setFormula('=1+1').setValue('plain');
      return [cell.getFormula(), cell.getValue()];
    }),
    unknown(FORMULA, 'setFormula puts the = before a formula without one', '=1+1', ({ sheet }) =>
      sheet.getRange('A1').setFormula('1+1').getFormula(),
    ),
    likely(FORMULA, 'a formula follows the cells it reads at once', [3, 12], ({ sheet }) => {
      const cell = sheet.getRange('B1').setFormula('=A1+2');
      sheet.getRange('A1').setValue(1);
      const before = cell.getValue();
      sheet.getRange('A1').setValue(10);
      return [before, cell.getValue()];
    }),
    likely(FUNCTIONS, 'division by zero gives the text #DIV/0!', ['#DIV/0!', '#DIV/0!'], ({ sheet }) => {
      const cell = sheet.getRange('A1').setFormula('=1/0');
      return [cell.getValue(), cell.getDisplayValue()];
    }),
    likely(FUNCTIONS, 'a function that does not exist gives the text #NAME?', '#NAME?', ({ sheet }) =>
      sheet.getRange('A1').setFormula('=HALYARD(1)').getValue(),
    ),
    likely(FUNCTIONS, 'a formula that reads itself gives the text #REF!', '#REF!', ({ sheet }) =>
      sheet.getRange('A1').setFormula('=A1+1').getValue(),
    ),
    likely(FUNCTIONS, 'a number and a text added give the text #VALUE!', '#VALUE!', ({ sheet }) => {
      sheet.getRange('A1').setValue('ebb');
      return sheet.getRange('B1').setFormula('=A1+1').getValue();
    }),
    documented(FUNCTIONS, 'SUM leaves text out, IF chooses, & joins', [6, 'yes', '1-2'], ({ sheet }) => {
      sheet.getRange('A1:A4').setValues([[1], [2], ['three'], [3]]);
      sheet.getRange('B1:B3').setFormulas([['=SUM(A1:A4)'], ['=IF(A1<A2,"yes","no")'], ['=A1&"-"&A2']]);
      return sheet
        .getRange('B1:B3')
        .getValues()
        .map(([value]) => value as string | number);
    }),
    documented(FUNCTIONS, 'an empty cell is 0 in a sum and an empty text in a comparison', [5, true], ({ sheet }) => {
      sheet.getRange('B1:C1').setFormulas([['=A1+5', '=A1=""']]);
      return sheet.getRange('B1:C1').getValues()[0] ?? [];
    }),
    likely(FUNCTIONS, 'a date and a number added give a date', true, ({ sheet }) => {
      sheet.getRange('A1').setValue('2026-02-01');
      return sheet.getRange('B1').setFormula('=A1+7').getValue() instanceof Date;
    }),
    likely(FORMULA, 'a formula reads a cell of another sheet by its quoted name', 9, ({ spreadsheet, sheet }) => {
      const other = spreadsheet.insertSheet("Ferry's log");
      try {
        other.getRange('A1').setValue(9);
        return sheet.getRange('A1').setFormula("='Ferry''s log'!A1").getValue();
      } finally {
        spreadsheet.deleteSheet(other);
      }
    }),
    likely(FORMULA, 'a formula whose sheet is deleted gives #REF!', '#REF!', ({ spreadsheet, sheet }) => {
      const other = spreadsheet.insertSheet('Short-lived');
      other.getRange('A1').setValue(9);
      const cell = sheet.getRange('A1').setFormula("='Short-lived'!A1");
      spreadsheet.deleteSheet(other);
      SpreadsheetApp.flush();
      return cell.getValue();
    }),
  ],
};
