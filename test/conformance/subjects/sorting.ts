// Sorting: the order of values, and what moves with the rows.
import { documented, errorOf, likely, type Seen, type Subject, unknown } from '../../../src/platform/behaviour.ts';

const SORT = 'reference/spreadsheet/range#sort';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function filled(sheet: Sheet, values: unknown[]): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(1, 1, values.length).setValues(values.map((value) => [value]));
}

function listed(range: GoogleAppsScript.Spreadsheet.Range): Seen[] {
  return range.getValues().map(([value]) => value as Seen);
}

export const sorting: Subject = {
  title: 'Sorting',
  behaviours: [
    documented(SORT, 'a column number sorts ascending', [1, 2, 10], ({ sheet }) =>
      listed(filled(sheet, [10, 1, 2]).sort(1)),
    ),
    documented(SORT, 'ascending false sorts descending', [10, 2, 1], ({ sheet }) =>
      listed(filled(sheet, [10, 1, 2]).sort({ column: 1, ascending: false })),
    ),
    documented(
      SORT,
      'whole rows of the range move, and a second column decides between equals',
      [
        ['a', 1],
        ['a', 2],
        ['b', 0],
      ],
      ({ sheet }) =>
        sheet
          .getRange('A1:B3')
          .setValues([
            ['b', 0],
            ['a', 2],
            ['a', 1],
          ])
          .sort([1, 2])
          .getValues(),
    ),
    documented(SORT, 'columns are counted on the sheet, not in the range', [1, 2], ({ sheet }) => {
      sheet.getRange('B1:B2').setValues([[2], [1]]);
      return listed(sheet.getRange('B1:B2').sort(2));
    }),
    documented(SORT, 'cells beside the range stay', [['x'], ['y']], ({ sheet }) => {
      sheet.getRange('A1:B2').setValues([
        [2, 'x'],
        [1, 'y'],
      ]);
      sheet.getRange('A1:A2').sort(1);
      return sheet.getRange('B1:B2').getValues();
    }),
    likely(SORT, 'numbers come before text, text before booleans', [2, 10, 'a', 'b', false, true], ({ sheet }) =>
      listed(filled(sheet, [true, 'b', 10, false, 'a', 2]).sort(1)),
    ),
    likely(SORT, 'empty cells come last, up and down', [1, 2, '', 2, 1, ''], ({ sheet }) => {
      const range = filled(sheet, [2, '', 1]);
      return [...listed(range.sort(1)), ...listed(range.sort({ column: 1, ascending: false }))];
    }),
    likely(SORT, 'text is sorted without regard to case', ['apple', 'Banana', 'cherry'], ({ sheet }) =>
      listed(filled(sheet, ['cherry', 'Banana', 'apple']).sort(1)),
    ),
    unknown(SORT, 'equal rows keep their order', ['first', 'second'], ({ sheet }) => {
      sheet.getRange('A1:B2').setValues([
        ['same', 'first'],
        ['same', 'second'],
      ]);
      sheet.getRange('A1:B2').sort(1);
      return listed(sheet.getRange('B1:B2'));
    }),
    likely(SORT, 'notes and colours move with their rows', ['', 'tide', '#ffffff', '#ffff00'], ({ sheet }) => {
      filled(sheet, [2, 1]);
      sheet.getRange('A1').setNote('tide').setBackground('#ffff00');
      sheet.getRange('A1:A2').sort(1);
      return [
        sheet.getRange('A1').getNote(),
        sheet.getRange('A2').getNote(),
        sheet.getRange('A1').getBackground(),
        sheet.getRange('A2').getBackground(),
      ];
    }),
    likely(
      SORT,
      'a formula that reads its own row goes on reading its own row',
      [['=A1*10'], ['=A2*10']],
      ({ sheet }) => {
        filled(sheet, [2, 1]);
        sheet.getRange('B1:B2').setFormulas([['=A1*10'], ['=A2*10']]);
        sheet.getRange('A1:B2').sort(1);
        return sheet.getRange('B1:B2').getFormulas();
      },
    ),
    unknown(SORT, 'validations stay where they are', [true, false], ({ sheet }) => {
      filled(sheet, [2, 1]);
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['1', '2']).build();
      sheet.getRange('A1').setDataValidation(rule);
      sheet.getRange('A1:A2').sort(1);
      return [sheet.getRange('A1').getDataValidation() !== null, sheet.getRange('A2').getDataValidation() !== null];
    }),
    unknown(SORT, 'conditional formats stay where they are', ['A1:A2'], ({ sheet }) => {
      filled(sheet, [2, 1]);
      const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$A1=2').setBackground('red');
      sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('A1:A2')]).build()]);
      sheet.getRange('A1:A2').sort(1);
      return sheet
        .getConditionalFormatRules()
        .flatMap((one) => one.getRanges())
        .map((range) => range.getA1Notation());
    }),
    likely(
      SORT,
      'a column outside of the range is refused',
      true,
      ({ sheet }) => errorOf(() => filled(sheet, [2, 1]).sort(2)) !== null,
    ),
    documented(SORT, 'sort gives the range back', 'A1:A2', ({ sheet }) =>
      filled(sheet, [2, 1]).sort(1).getA1Notation(),
    ),
  ],
};
