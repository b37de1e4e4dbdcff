// What cells give, and what becomes of what a script writes into them.
import { dayOf, documented, errorOf, likely, type Subject, unknown } from '../../../src/platform/behaviour.ts';
import { safe } from '../../../src/platform/safe-behaviours.ts';

const GET = 'reference/spreadsheet/range#getValues';
const SET = 'reference/spreadsheet/range#setValues';
const SET_ONE = 'reference/spreadsheet/range#setValue';
const LIMITS = 'support.google.com/drive/answer/37603';

export const values: Subject = {
  title: 'Values',
  behaviours: [
    ...safe.values,
    documented(GET, 'getValues gives a Date for a cell that holds a date', true, ({ sheet }) => {
      sheet.getRange('A1').setValue(new Date(2026, 1, 11));
      return sheet.getRange('A1').getValues()[0]?.[0] instanceof Date;
    }),
    documented(GET, 'getValues gives as many rows and columns as the range has', [3, 2], ({ sheet }) => {
      const table = sheet.getRange('B2:C4').getValues();
      return [table.length, table[0]?.length ?? 0];
    }),
    documented(
      'reference/spreadsheet/range#getValue',
      'getValue gives the value of the top left cell',
      'first',
      ({ sheet }) => {
        sheet.getRange('A1:B1').setValues([['first', 'second']]);
        return sheet.getRange('A1:B1').getValue();
      },
    ),
    documented(
      SET_ONE,
      'setValue writes the value into every cell of the range',
      [
        ['x', 'x'],
        ['x', 'x'],
      ],
      ({ sheet }) => sheet.getRange('A1:B2').setValue('x').getValues(),
    ),
    documented(
      SET,
      'setValues with too few rows throws and says how many there are',
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
      ({ sheet }) => errorOf(() => sheet.getRange('A1:A2').setValues([['only one']])),
    ),
    documented(
      SET,
      'setValues with too many columns throws and says how many there are',
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
      ({ sheet }) => errorOf(() => sheet.getRange('A1').setValues([['one', 'two']])),
    ),
    likely(
      SET,
      'setValues with one row shorter than the others throws',
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
      ({ sheet }) => errorOf(() => sheet.getRange('A1:B2').setValues([['one', 'two'], ['three']])),
    ),
    likely(SET, 'undefined in setValues empties the cell', '', ({ sheet }) => {
      const cell = sheet.getRange('A1').setValue('full');
      cell.setValues([[undefined]]);
      return cell.getValue();
    }),
    likely(SET_ONE, 'an empty text empties the cell', true, ({ sheet }) =>
      sheet.getRange('A1').setValue('full').setValue('').isBlank(),
    ),
    likely(SET_ONE, 'a text of digits becomes a number', 7, ({ sheet }) =>
      sheet.getRange('A1').setValue('007').getValue(),
    ),
    likely(SET_ONE, 'a percentage becomes a number that shows as a percentage', [0.5, '50%'], ({ sheet }) => {
      const cell = sheet.getRange('A1').setValue('50%');
      return [cell.getValue(), cell.getDisplayValue()];
    }),
    likely(SET_ONE, 'a number with thousands separators becomes a number', 1234567, ({ sheet }) =>
      sheet.getRange('A1').setValue('1,234,567').getValue(),
    ),
    likely(SET_ONE, 'a number in scientific notation becomes a number', 1500, ({ sheet }) =>
      sheet.getRange('A1').setValue('1.5e3').getValue(),
    ),
    likely(SET_ONE, 'an amount of dollars becomes a number', 12.5, ({ sheet }) =>
      sheet.getRange('A1').setValue('$12.50').getValue(),
    ),
    likely(SET_ONE, 'a number in brackets is negative', -5, ({ sheet }) =>
      sheet.getRange('A1').setValue('(5)').getValue(),
    ),
    likely(SET_ONE, 'true and false become booleans in any case', [true, false], ({ sheet }) => {
      sheet.getRange('A1').setValue('true');
      sheet.getRange('B1').setValue('False');
      return [sheet.getRange('A1').getValue(), sheet.getRange('B1').getValue()];
    }),
    likely(SET_ONE, 'a text that is no number stays a text', '12 knots', ({ sheet }) =>
      sheet.getRange('A1').setValue('12 knots').getValue(),
    ),
    likely(
      LIMITS,
      'a text of 50,001 characters is refused',
      'Your input contains more than the maximum of 50000 characters in a single cell.',
      ({ sheet }) =>
        errorOf(() => {
          sheet.getRange('A1').setValue('x'.repeat(50001));
          SpreadsheetApp.flush();
        }),
    ),
    likely(SET_ONE, 'NaN is written as the error #NUM!', '#NUM!', ({ sheet }) =>
      sheet.getRange('A1').setValue(Number.NaN).getValue(),
    ),
    likely(SET_ONE, 'infinity is written as the error #NUM!', '#NUM!', ({ sheet }) =>
      sheet.getRange('A1').setValue(Number.POSITIVE_INFINITY).getValue(),
    ),
    likely(
      SET_ONE,
      'an array given to setValue is written as a text or refused, never as several cells',
      '',
      ({ sheet }) => {
        errorOf(() => sheet.getRange('A1').setValue(['one', 'two']));
        return sheet.getRange('B1').getValue();
      },
    ),
    documented(
      'reference/spreadsheet/spreadsheet#getSpreadsheetTimeZone',
      "a cell's date shows in the spreadsheet's zone, not in the script's",
      ['2026-02-10 16:00:00', '10 16'],
      (bench) => {
        const cell = bench.sheet
          .getRange('A1')
          .setValue(new Date(2026, 1, 11, 8))
          .setNumberFormat('d h');
        return [dayOf(bench, cell.getValue()), cell.getDisplayValue()];
      },
    ),
    likely(SET_ONE, 'a date with slashes is read month first in en_US', '2026-02-11 00:00:00', (bench) =>
      dayOf(bench, bench.sheet.getRange('A1').setValue('2/11/2026').getValue()),
    ),
    likely(SET_ONE, 'a date with the name of its month becomes a date', '2026-02-11 00:00:00', (bench) =>
      dayOf(bench, bench.sheet.getRange('A1').setValue('Feb 11, 2026').getValue()),
    ),
    likely(SET_ONE, 'a date with a time keeps the time', '2026-02-11 14:30:00', (bench) =>
      dayOf(bench, bench.sheet.getRange('A1').setValue('2026-02-11 14:30').getValue()),
    ),
    likely(
      'developers.google.com/workspace/sheets/api/guides/formats',
      'a time alone is a time on 30 December 1899',
      '1899-12-30 14:30:00',
      (bench) => {
        const value = bench.sheet.getRange('A1').setValue('14:30').getValue();
        // The zone's clocks went by the sun in 1899 on some machines: only what the cell shows is sure.
        return value instanceof Date
          ? `1899-12-30 ${bench.sheet.getRange('A1').setNumberFormat('hh:mm:ss').getDisplayValue()}`
          : String(value);
      },
    ),
    likely(
      'developers.google.com/workspace/sheets/api/guides/formats',
      'a date is a number of days since 30 December 1899 to formulas',
      46064,
      ({ sheet }) => {
        sheet.getRange('A1').setValue('2026-02-11');
        return sheet.getRange('B1').setFormula('=A1+0').setNumberFormat('0').getValue();
      },
    ),
    unknown(SET_ONE, 'a Date at midnight in a plain cell shows without a time', '2/11/2026', ({ sheet }) => {
      const midnight = sheet.getRange('B1').setValue('2026-02-11').getValue();
      return sheet.getRange('A1').setValue(midnight).getDisplayValue();
    }),
    unknown(SET_ONE, 'a Date with a time in a plain cell shows the time', '2/11/2026 14:30:00', ({ sheet }) => {
      const afternoon = sheet.getRange('B1').setValue('2026-02-11 14:30').getValue();
      return sheet.getRange('A1').setValue(afternoon).getDisplayValue();
    }),
    likely(
      'reference/spreadsheet/range#getDisplayValues',
      'a boolean shows as TRUE or FALSE',
      [['TRUE', 'FALSE']],
      ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setValues([[true, false]])
          .getDisplayValues(),
    ),
    documented(
      'reference/spreadsheet/range#getDisplayValues',
      'getDisplayValues gives texts, whatever the cells hold',
      [['4.5', 'TRUE', 'ebb', '']],
      ({ sheet }) => {
        sheet.getRange('A1:C1').setValues([[4.5, true, 'ebb']]);
        return sheet.getRange('A1:D1').getDisplayValues();
      },
    ),
    documented(
      'reference/spreadsheet/range#isBlank',
      'isBlank holds for a range without any value',
      [true, false],
      ({ sheet }) => {
        const range = sheet.getRange('A1:B2');
        const before = range.isBlank();
        sheet.getRange('B2').setValue(0);
        return [before, range.isBlank()];
      },
    ),
    likely(
      'reference/spreadsheet/range#isBlank',
      'a formula that gives an empty text is not blank',
      false,
      ({ sheet }) => sheet.getRange('A1').setFormula('=""').isBlank(),
    ),
    documented(
      'reference/spreadsheet/range#clearContent',
      'clearContent leaves number format, colour, note and validation',
      ['', '0.00', '#ffff00', 'tide', true],
      ({ sheet }) => {
        const rule = SpreadsheetApp.newDataValidation().requireValueInList(['1', '2']).build();
        const cell = sheet.getRange('A1').setValue(1).setNumberFormat('0.00').setBackground('#ffff00');
        cell.setNote('tide').setDataValidation(rule).clearContent();
        return [
          cell.getValue(),
          cell.getNumberFormat(),
          cell.getBackground(),
          cell.getNote(),
          cell.getDataValidation() !== null,
        ];
      },
    ),
    documented(
      'reference/spreadsheet/range#clear',
      'clear takes contents and colour away',
      ['', '#ffffff'],
      ({ sheet }) => {
        const cell = sheet.getRange('A1').setValue('full').setBackground('#ffff00').clear();
        return [cell.getValue(), cell.getBackground()];
      },
    ),
    likely('reference/spreadsheet/range#clear', 'clear leaves the note', 'tide', ({ sheet }) =>
      sheet.getRange('A1').setNote('tide').clear().getNote(),
    ),
    likely('reference/spreadsheet/range#clear', 'clear leaves the validation', true, ({ sheet }) => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['1', '2']).build();
      return sheet.getRange('A1').setDataValidation(rule).clear().getDataValidation() !== null;
    }),
    documented(
      'reference/spreadsheet/range#clear',
      'clear with contentsOnly leaves the colour, with formatOnly the contents',
      ['', '#ffff00', 'kept', '#ffffff'],
      ({ sheet }) => {
        const one = sheet.getRange('A1').setValue('gone').setBackground('#ffff00').clear({ contentsOnly: true });
        const other = sheet.getRange('B1').setValue('kept').setBackground('#ffff00').clear({ formatOnly: true });
        return [one.getValue(), one.getBackground(), other.getValue(), other.getBackground()];
      },
    ),
    documented(
      'reference/spreadsheet/range#clear',
      'clear with validationsOnly takes the validation and leaves the contents',
      ['kept', false],
      ({ sheet }) => {
        const rule = SpreadsheetApp.newDataValidation().requireValueInList(['kept']).build();
        const cell = sheet.getRange('A1').setValue('kept').setDataValidation(rule).clear({ validationsOnly: true });
        return [cell.getValue(), cell.getDataValidation() !== null];
      },
    ),
  ],
};
