// Number formats and looks: what is set, what is given back, what a cell shows.
import {
  type Behaviour,
  type Bench,
  documented,
  errorOf,
  isRefused,
  likely,
  type Subject,
  unknown,
} from '../../../src/platform/behaviour.ts';
import { safe } from '../../../src/platform/safe-behaviours.ts';

const PATTERNS = 'developers.google.com/workspace/sheets/api/guides/formats';
const FORMAT = 'reference/spreadsheet/range#setNumberFormat';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function shown(sheet: Sheet, value: string | number, format: string): string {
  return sheet.getRange('A1').setValue(value).setNumberFormat(format).getDisplayValue();
}

/** 5 April 2016, 16:08:53.528 on the spreadsheet's clocks: the time that the documentation's examples show. */
function shownTime(sheet: Sheet, format: string): string {
  return shown(sheet, 42465 + (16 * 3600 + 8 * 60 + 53.528) / 86400, format);
}

const BORDER_STYLE = 'reference/spreadsheet/border-style';
const STYLES = ['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'] as const;

type Bordered = GoogleAppsScript.Spreadsheet.Range | GoogleAppsScript.Spreadsheet.RangeList;

/** No call tells what border a cell has: what is seen is what is taken and what is refused. */
function borders(page: string, name: string, bordered: (bench: Bench) => Bordered): Behaviour[] {
  const source = `reference/spreadsheet/${page}#setBorder`;
  /** A call that the types forbid. */
  const refuses = (bench: Bench, ...args: unknown[]) =>
    isRefused(() => Reflect.apply(bordered(bench).setBorder, bordered(bench), args));
  return [
    documented(source, `${name} takes true, false and null for each of six lines`, null, (bench) =>
      errorOf(() => {
        for (const on of [true, false, null]) bordered(bench).setBorder(on, on, on, on, on, on);
      }),
    ),
    documented(source, `${name} takes a colour in the notation of CSS, and null for black`, null, (bench) =>
      errorOf(() => {
        for (const color of ['#ffffff', 'white', null])
          bordered(bench).setBorder(true, null, null, null, null, null, color, null);
      }),
    ),
    documented(source, `${name} takes each style of a border, and null for a thin line`, null, (bench) =>
      errorOf(() => {
        for (const style of [...STYLES.map((one) => SpreadsheetApp.BorderStyle[one]), null])
          bordered(bench).setBorder(null, null, true, null, null, null, null, style);
      }),
    ),
    likely(
      source,
      `${name} is refused with fewer lines, with a colour alone, and with texts in their place`,
      [true, true, true],
      (bench) => [
        refuses(bench, true, true),
        refuses(bench, true, true, true, true, true, true, '#ffffff'),
        refuses(bench, 'yes', true, true, true, true, true),
      ],
    ),
    likely(source, `${name} is refused with the name of a style in place of the style`, true, (bench) =>
      refuses(bench, true, true, true, true, true, true, '#ffffff', 'SOLID'),
    ),
  ];
}

export const formats: Subject = {
  title: 'Formats',
  behaviours: [
    ...safe.formats,
    documented(PATTERNS, 'yyyy-mm-dd shows a date with padded numbers', '2016-04-05', ({ sheet }) =>
      shownTime(sheet, 'yyyy-mm-dd'),
    ),
    documented(PATTERNS, 'dddd, mmmm, ddd and mmm show names', 'Tuesday April Tue Apr', ({ sheet }) =>
      shownTime(sheet, 'dddd mmmm ddd mmm'),
    ),
    documented(PATTERNS, 'm is a minute after an hour and a month elsewhere', '4/5/16 at 16:08', ({ sheet }) =>
      shownTime(sheet, 'm/d/yy "at" h:mm'),
    ),
    documented(PATTERNS, 'am/pm makes hours of twelve', '04:08:53 PM', ({ sheet }) =>
      shownTime(sheet, 'hh:mm:ss am/pm'),
    ),
    documented(PATTERNS, '[h] counts hours beyond a day', '49:30', ({ sheet }) => shown(sheet, 2.0625, '[h]:mm')),
    documented(PATTERNS, '# leaves out the digits that are not there', '12345.1', ({ sheet }) =>
      shown(sheet, 12345.125, '####.#'),
    ),
    documented(PATTERNS, '0 shows a digit that is not there as 0', '012.34', ({ sheet }) =>
      shown(sheet, 12.34, '000.0#'),
    ),
    documented(PATTERNS, '0.00 shows two decimals', '12.30', ({ sheet }) => shown(sheet, 12.3, '0.00')),
    documented(PATTERNS, 'a comma groups thousands', '1,234,567.00', ({ sheet }) => shown(sheet, 1234567, '#,##0.00')),
    documented(PATTERNS, '% shows a hundredfold', '23.5%', ({ sheet }) => shown(sheet, 0.235, '0.0%')),
    documented(PATTERNS, 'E+00 shows scientific notation', '1.23E+04', ({ sheet }) => shown(sheet, 12345, '0.00E+00')),
    documented(PATTERNS, 'the second section is for negative numbers and shows no sign', '(5)', ({ sheet }) =>
      shown(sheet, -5, '0;(0)'),
    ),
    documented(PATTERNS, 'the third section is for zero', 'none', ({ sheet }) => shown(sheet, 0, '0;-0;"none"')),
    documented(PATTERNS, 'the fourth section is for text', '<ebb>', ({ sheet }) =>
      shown(sheet, 'ebb', '0;-0;0;"<"@">"'),
    ),
    documented(PATTERNS, 'a backslash shows the sign after it', '5 m/s', ({ sheet }) => shown(sheet, 5, '0 \\m/\\s')),
    likely(PATTERNS, 'a third in a plain cell shows ten digits', '0.3333333333', ({ sheet }) => {
      sheet.getRange('A1').setFormula('=1/3');
      return sheet.getRange('A1').getDisplayValue();
    }),
    documented(
      'reference/spreadsheet/range#setNumberFormats',
      'setNumberFormats gives each cell its own format',
      [['1.0', '100%']],
      ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setValues([[1, 1]])
          .setNumberFormats([['0.0', '0%']])
          .getDisplayValues(),
    ),
    likely(FORMAT, 'a date under a plain number format comes back as a number', 46064, ({ sheet }) =>
      sheet.getRange('A1').setValue('2026-02-11').setNumberFormat('0').getValue(),
    ),
    likely(FORMAT, 'a format that was set stays when a value is written', ['0.00', '7.00'], ({ sheet }) => {
      const cell = sheet.getRange('A1').setNumberFormat('0.00').setValue(7);
      return [cell.getNumberFormat(), cell.getDisplayValue()];
    }),
    unknown(FORMAT, 'a date written into a cell of the format 0 takes on a date format', true, ({ sheet }) => {
      const cell = sheet.getRange('A1').setNumberFormat('0').setValue('2026-02-11');
      return cell.getValue() instanceof Date;
    }),
    documented('reference/spreadsheet/range#setBackground', 'null takes the colour away', '#ffffff', ({ sheet }) =>
      sheet.getRange('A1').setBackground('red').setBackground(null).getBackground(),
    ),
    documented(
      'reference/spreadsheet/range#setBackgrounds',
      'setBackgrounds gives each cell its own colour',
      [['#ff0000', '#ffffff']],
      ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setBackgrounds([['#ff0000', null]])
          .getBackgrounds(),
    ),
    documented(
      'reference/spreadsheet/range#setFontWeight',
      'weight is normal until it is bold',
      ['normal', 'bold'],
      ({ sheet }) => [sheet.getRange('A1').getFontWeight(), sheet.getRange('A1').setFontWeight('bold').getFontWeight()],
    ),
    documented(
      'reference/spreadsheet/range#setFontLine',
      'a line is none until it goes through',
      ['none', 'line-through'],
      ({ sheet }) => [
        sheet.getRange('A1').getFontLine(),
        sheet.getRange('A1').setFontLine('line-through').getFontLine(),
      ],
    ),
    documented(
      'reference/spreadsheet/range#setWrap',
      'wrapping can be set and asked for',
      [false, true],
      ({ sheet }) => {
        const cell = sheet.getRange('A1');
        const off = cell.setWrap(false).getWrap();
        return [off, cell.setWrap(true).getWrap()];
      },
    ),
    documented(
      'reference/spreadsheet/range#setWrapStrategy',
      'a wrap strategy can be set and asked for',
      ['CLIP', 'WRAP'],
      ({ sheet }) => [
        String(sheet.getRange('A1').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP).getWrapStrategy()),
        String(sheet.getRange('A1').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP).getWrapStrategy()),
      ],
    ),
    documented(
      'reference/spreadsheet/range#setHorizontalAlignment',
      'alignments can be set and asked for',
      ['center', 'top'],
      ({ sheet }) => {
        const cell = sheet.getRange('A1').setHorizontalAlignment('center').setVerticalAlignment('top');
        return [cell.getHorizontalAlignment(), cell.getVerticalAlignment()];
      },
    ),
    ...borders('range', 'setBorder', ({ sheet }) => sheet.getRange('B2:C3')),
    ...borders('range-list', 'setBorder of a list', ({ sheet }) => sheet.getRangeList(['B2:C3', 'E5'])),
    documented(BORDER_STYLE, 'a border has one of six styles', [...STYLES], () =>
      STYLES.map((name) => String(SpreadsheetApp.BorderStyle[name])),
    ),
    documented(
      'reference/spreadsheet/range#setNote',
      'a note can be set, asked for and taken away',
      ['high water', '', ''],
      ({ sheet }) => {
        const cell = sheet.getRange('A1');
        const set = cell.setNote('high water').getNote();
        const gone = cell.clearNote().getNote();
        return [set, gone, sheet.getRange('B1').getNote()];
      },
    ),
    documented('reference/spreadsheet/range#setNote', 'null takes a note away', '', ({ sheet }) =>
      sheet.getRange('A1').setNote('high water').setNote(null).getNote(),
    ),
    documented(
      'reference/spreadsheet/range#setNotes',
      'setNotes gives each cell its own note',
      [['one', '']],
      ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setNotes([['one', null]])
          .getNotes(),
    ),
  ],
};
