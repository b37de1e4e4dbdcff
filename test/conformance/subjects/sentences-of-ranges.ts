// What the documentation of ranges says sentence by sentence, where no other subject shows it: what calls give back, what must fit, what is read.
import { type Behaviour, dayOf, documented, isRefused, type Subject } from '../../../src/platform/behaviour.ts';

const CELLS = 'reference/spreadsheet/range';
const LIST = 'reference/spreadsheet/range-list';

type Range = GoogleAppsScript.Spreadsheet.Range;
type List = GoogleAppsScript.Spreadsheet.RangeList;

/** Calls of a range of one row and two columns, each of which hands that range on. */
const CHAINED: Readonly<Record<string, (range: Range) => Range>> = {
  clear: (range) => range.clear(),
  clearContent: (range) => range.clearContent(),
  clearDataValidations: (range) => range.clearDataValidations(),
  clearNote: (range) => range.clearNote(),
  setBackground: (range) => range.setBackground('#ff0000'),
  setBackgrounds: (range) => range.setBackgrounds([['#ff0000', '#00ff00']]),
  setBorder: (range) => range.setBorder(true, true, true, true, true, true, '#dfe3e8', null),
  setDataValidation: (range) => range.setDataValidation(null),
  setDataValidations: (range) => range.setDataValidations([[null, null]]),
  setFontColor: (range) => range.setFontColor('#ff0000'),
  setFontWeight: (range) => range.setFontWeight('bold'),
  setFormula: (range) => range.setFormula('=1+1'),
  setFormulas: (range) => range.setFormulas([['=1+1', '=2+2']]),
  setNote: (range) => range.setNote('ebb'),
  setNotes: (range) => range.setNotes([['ebb', 'flood']]),
  setNumberFormat: (range) => range.setNumberFormat('0.00'),
  setNumberFormats: (range) => range.setNumberFormats([['0.00', '0']]),
  setVerticalAlignment: (range) => range.setVerticalAlignment('top'),
  setWrapStrategy: (range) => range.setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP),
};

/** The same of a list of ranges. */
const CHAINED_LISTS: Readonly<Record<string, (list: List) => List>> = {
  clearDataValidations: (list) => list.clearDataValidations(),
  setBackground: (list) => list.setBackground('#ff0000'),
  setBorder: (list) => list.setBorder(true, true, true, true, true, true, '#dfe3e8', null),
  setFontWeight: (list) => list.setFontWeight('bold'),
  setNumberFormat: (list) => list.setNumberFormat('0.00'),
  setVerticalAlignment: (list) => list.setVerticalAlignment('top'),
  setWrapStrategy: (list) => list.setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP),
};

/** Calls that take a table, with one of a cell too few. */
const FITTING: Readonly<Record<string, (range: Range) => unknown>> = {
  setBackgrounds: (range) => range.setBackgrounds([['#ff0000']]),
  setDataValidations: (range) => range.setDataValidations([[null]]),
  setFormulas: (range) => range.setFormulas([['=1+1']]),
  setNotes: (range) => range.setNotes([['ebb']]),
  setNumberFormats: (range) => range.setNumberFormats([['0']]),
};

const chained: Behaviour[] = [
  ...Object.entries(CHAINED).map(([method, call]) =>
    documented(`${CELLS}#${method}`, `${method} hands the range on`, 'B2:C2', ({ sheet }) =>
      call(sheet.getRange('B2:C2')).getA1Notation(),
    ),
  ),
  ...Object.entries(CHAINED_LISTS).map(([method, call]) =>
    documented(`${LIST}#${method}`, `${method} hands the list of ranges on`, ['A1', 'C1'], ({ sheet }) =>
      call(sheet.getRangeList(['A1', 'C1']))
        .getRanges()
        .map((range) => range.getA1Notation()),
    ),
  ),
];

const fitting: Behaviour[] = Object.entries(FITTING).map(([method, call]) =>
  documented(
    `${CELLS}#${method}`,
    `${method} is refused with other rows or columns than the range has`,
    [true, true],
    ({ sheet }) => [isRefused(() => call(sheet.getRange('A1:B1'))), isRefused(() => call(sheet.getRange('A1:A2')))],
  ),
);

export const sentencesOfRanges: Subject = {
  title: 'Ranges, sentence by sentence',
  behaviours: [
    ...chained,
    ...fitting,
    documented(`${CELLS}#activate`, 'the top left cell of an activated range is the current one', 'B2', ({ sheet }) => {
      sheet.getRange('B2:C3').activate();
      return sheet.getCurrentCell()?.getA1Notation() ?? 'none';
    }),
    documented(`${CELLS}#clearNote`, 'clearNote takes the notes of all cells of the range', [['', '']], ({ sheet }) =>
      sheet
        .getRange('A1:B1')
        .setNotes([['ebb', 'flood']])
        .clearNote()
        .getNotes(),
    ),
    documented(`${CELLS}#getDisplayValue`, 'getDisplayValue is what the top left cell shows', '2.50', ({ sheet }) =>
      sheet
        .getRange('A1:B1')
        .setValues([[2.5, 7]])
        .setNumberFormat('0.00')
        .getDisplayValue(),
    ),
    documented(`${CELLS}#getBackground`, 'getBackground is the colour of the top left cell', '#ff0000', ({ sheet }) =>
      sheet
        .getRange('A1:B1')
        .setBackgrounds([['#ff0000', '#00ff00']])
        .getBackground(),
    ),
    documented(`${CELLS}#getNumberFormat`, 'getNumberFormat is the format of the top left cell', '0.00', ({ sheet }) =>
      sheet
        .getRange('A1:B1')
        .setNumberFormats([['0.00', '0']])
        .getNumberFormat(),
    ),
    documented(`${CELLS}#getDisplayValue`, 'getDisplayValue of an empty cell is an empty text', '', ({ sheet }) =>
      sheet.getRange('A1').getDisplayValue(),
    ),
    documented(
      `${CELLS}#getDisplayValues`,
      'getDisplayValues shows dates and money as the cells are formatted',
      [['2026-02-11', '$2.50']],
      ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setValues([['2026-02-11', 2.5]])
          .setNumberFormats([['yyyy-mm-dd', '"$"0.00']])
          .getDisplayValues(),
    ),
    documented(
      `${CELLS}#getDisplayValues`,
      'getDisplayValues has an empty text for each empty cell',
      [['x', '']],
      (bench) => {
        bench.sheet.getRange('A1').setValue('x');
        return bench.sheet.getRange('A1:B1').getDisplayValues();
      },
    ),
    documented(
      `${CELLS}#getDisplayValues`,
      'getDisplayValues is a table by row and then by column, counted from 0',
      ['c', 'b'],
      ({ sheet }) => {
        const texts = [
          ['a', 'b'],
          ['c', 'd'],
        ];
        const shown = sheet.getRange('B2:C3').setValues(texts).getDisplayValues();
        return [shown[1]?.[0] ?? 'none', shown[0]?.[1] ?? 'none'];
      },
    ),
    documented(
      `${CELLS}#getFormulas`,
      'getFormulas names cells by letters and numbers, by row and then by column',
      [['=A1+1', '=A1+2']],
      ({ sheet }) => {
        sheet.getRange('B1:C1').setFormulas([['=A1+1', '=A1+2']]);
        return sheet.getRange('B1:C1').getFormulas();
      },
    ),
    documented(`${CELLS}#getRow`, 'getRowIndex is another name of getRow', 2, ({ sheet }) =>
      sheet.getRange('B2:D4').getRowIndex(),
    ),
    documented(
      `${CELLS}#getValue`,
      'getValue gives a number, a boolean, a text or a Date, as the cell holds',
      ['number', 'boolean', 'string', '2026-02-11 00:00:00'],
      (bench) => {
        const cells = bench.sheet.getRange('A1:D1').setValues([[1, true, 'x', '2026-02-11']]);
        const [number, boolean, text, date] = [0, 1, 2, 3].map((across) =>
          cells.offset(0, across, 1, 1).getValue(),
        ) as unknown[];
        return [typeof number, typeof boolean, typeof text, dayOf(bench, date)];
      },
    ),
    documented(`${CELLS}#getValue`, 'getValue of an empty cell is an empty text', '', ({ sheet }) =>
      sheet.getRange('A1').getValue(),
    ),
    documented(
      `${CELLS}#getValues`,
      'getValues is a table by row and then by column, counted from 0',
      [3, 2],
      ({ sheet }) => {
        const numbers = [
          [1, 2],
          [3, 4],
        ];
        const values = sheet.getRange('B2:C3').setValues(numbers).getValues();
        return [values[1]?.[0] ?? 'none', values[0]?.[1] ?? 'none'];
      },
    ),
    documented(`${CELLS}#offset`, 'offset counts up and to the left with negative numbers', 'A1:B2', ({ sheet }) =>
      sheet.getRange('C3:D4').offset(-2, -2).getA1Notation(),
    ),
    documented(
      `${CELLS}#protect`,
      'a range that is protected can be written until its editors are changed',
      'x',
      ({ sheet }) => {
        const protection = sheet.getRange('A1').protect();
        sheet.getRange('A1').setValue('x');
        protection.remove();
        return sheet.getRange('A1').getValue();
      },
    ),
    documented(
      `${CELLS}#setBackgrounds`,
      'null in setBackgrounds takes that colour away',
      [['#ffffff', '#00ff00']],
      (bench) =>
        bench.sheet
          .getRange('A1:B1')
          .setBackground('#ff0000')
          .setBackgrounds([[null, '#00ff00']])
          .getBackgrounds(),
    ),
    documented(
      `${CELLS}#setDataValidation`,
      'setDataValidation gives every cell the rule',
      [[true, true]],
      ({ sheet }) => {
        const rule = SpreadsheetApp.newDataValidation().requireDate().build();
        const cells = sheet.getRange('A1:B1').setDataValidation(rule);
        return cells.getDataValidations().map((row) => row.map((one) => one !== null));
      },
    ),
    documented(
      `${CELLS}#setDataValidations`,
      'null in setDataValidations takes that rule away',
      [[false, true]],
      ({ sheet }) => {
        const rule = SpreadsheetApp.newDataValidation().requireDate().build();
        const cells = sheet.getRange('A1:B1').setDataValidation(rule);
        cells.setDataValidations([[null, rule]]);
        return cells.getDataValidations().map((row) => row.map((one) => one !== null));
      },
    ),
    documented(
      `${CELLS}#setFontColor`,
      'the colour of text can be a number or a name of CSS',
      ['#ff0000', '#0000ff'],
      ({ sheet }) => {
        const cell = sheet.getRange('A1');
        return ['#ff0000', 'blue'].map((color) => cell.setFontColor(color).getFontColor());
      },
    ),
    documented(`${CELLS}#setNotes`, 'null in setNotes takes that note away', [['', 'flood']], ({ sheet }) =>
      sheet
        .getRange('A1:B1')
        .setNote('ebb')
        .setNotes([[null, 'flood']])
        .getNotes(),
    ),
    documented(
      `${CELLS}#setValue`,
      'setValue takes a number, a text, a boolean and a Date',
      [2.5, 'x', true, '2026-02-11 20:00:00'],
      (bench) => {
        const cell = bench.sheet.getRange('A1');
        const plain = [2.5, 'x', true].map((value) => cell.setValue(value).getValue() as number | string | boolean);
        return [...plain, dayOf(bench, cell.setValue(new Date('2026-02-12T04:00:00Z')).getValue())];
      },
    ),
    documented(
      `${CELLS}#setValues`,
      'a text in setValues that begins with = is taken for a formula',
      [['=1+1', '']],
      ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setValues([['=1+1', '1+1']])
          .getFormulas(),
    ),
    documented(
      `${CELLS}#setVerticalAlignment`,
      'text stands at the top, in the middle or at the bottom',
      ['top', 'middle', 'bottom'],
      ({ sheet }) =>
        (['top', 'middle', 'bottom'] as const).map((place) =>
          sheet.getRange('A1').setVerticalAlignment(place).getVerticalAlignment(),
        ),
    ),
    documented(`${CELLS}#sort`, 'columns to sort by may be numbers and objects side by side', [1, 2, 3], ({ sheet }) =>
      sorted(sheet.getRange('A1:B3'), [{ column: 2, ascending: false }, 1]),
    ),
    documented(`${CELLS}#sort`, 'an array of numbers sorts by each, ascending', [3, 1, 2], ({ sheet }) =>
      sorted(sheet.getRange('A1:B3'), [2, 1]),
    ),
    documented(
      `${LIST}#setBackground`,
      'null takes the colours of a list away',
      ['#ffffff', '#ffffff'],
      ({ sheet }) => {
        sheet.getRangeList(['A1', 'C1']).setBackground('#ff0000').setBackground(null);
        return ['A1', 'C1'].map((name) => sheet.getRange(name).getBackground());
      },
    ),
    documented(
      `${LIST}#setFontWeight`,
      'null makes the weights of a list normal',
      ['normal', 'normal'],
      ({ sheet }) => {
        sheet.getRangeList(['A1', 'C1']).setFontWeight('bold').setFontWeight(null);
        return ['A1', 'C1'].map((name) => sheet.getRange(name).getFontWeight());
      },
    ),
    documented(
      `${LIST}#setVerticalAlignment`,
      'null moves the texts of a list back to the bottom',
      ['bottom', 'bottom'],
      ({ sheet }) => {
        sheet.getRangeList(['A1', 'C1']).setVerticalAlignment('top').setVerticalAlignment(null);
        return ['A1', 'C1'].map((name) => sheet.getRange(name).getVerticalAlignment());
      },
    ),
  ],
};

/** The first column of three rows after they are sorted. */
function sorted(cells: Range, by: unknown): number[] {
  cells.setValues([
    [2, 'y'],
    [1, 'y'],
    [3, 'x'],
  ]);
  return cells
    .sort(by)
    .getValues()
    .map(([number]) => Number(number));
}
