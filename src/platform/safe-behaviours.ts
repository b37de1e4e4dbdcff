// The behaviours of the specification that may be tried in anybody's spreadsheet, whatever its locale and time zone.
//
// Safe is what reads, or works in a sheet of its own that is thrown away: no cell, sort, trigger, menu, file or property of a person is
// touched, no setting of the spreadsheet changed, and nothing is asked for that the add-on's three scopes do not give. Messages of
// errors are left out, since Google says them in the person's language.
import { type Behaviour, dayOf, documented, errorOf, isRefused, likely, type Seen, unknown } from './behaviour.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

const ENGINE = 'guides/v8-runtime';
const CELLS = 'reference/spreadsheet/range';
const GET = `${CELLS}#getValues`;
const SET = `${CELLS}#setValues`;
const SET_ONE = `${CELLS}#setValue`;
const LIMITS = 'support.google.com/drive/answer/37603';
const FUNCTIONS = 'support.google.com/docs/table/25273';
const PATTERNS = 'developers.google.com/workspace/sheets/api/guides/formats';
const FORMAT = `${CELLS}#setNumberFormat`;
const DATA = 'reference/spreadsheet/sheet#getDataRange';
const INVALID = 'reference/spreadsheet/data-validation-builder#setAllowInvalid';
const RULES = 'reference/spreadsheet/sheet#setConditionalFormatRules';
const DATE = 'reference/utilities/utilities#formatDate';
const BLOB = 'reference/base/blob';

/** What a cell holds after the text was written: value, formula, what it shows. */
export function written(sheet: Sheet, text: string): Seen {
  const cell = sheet.getRange('A1').setValue(text);
  return [cell.getValue(), cell.getFormula(), cell.getDisplayValue()];
}

/** The value of a cell whose list allows only `choice`, after the text was written; or the error. */
export function writtenInList(sheet: Sheet, choice: string, text: string): Seen {
  const rule = SpreadsheetApp.newDataValidation().requireValueInList([choice]).setAllowInvalid(false).build();
  const cell = sheet.getRange('A1').setDataValidation(rule);
  const error = errorOf(() => {
    cell.setValue(text);
    SpreadsheetApp.flush();
  });
  return error ?? cell.getValue();
}

export const STATUSES = ['Proposed', 'Active'];

export function builder(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
  return SpreadsheetApp.newDataValidation();
}

/** A list that rejects what it does not offer. */
export function strictList(): GoogleAppsScript.Spreadsheet.DataValidation {
  return builder().requireValueInList(STATUSES).setAllowInvalid(false).build();
}

export function ruleFor(ranges: Range[], formula = '=$A1="x"'): Rule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setBackground('#ff0000')
    .setRanges(ranges)
    .build();
}

export function formulasOf(rules: Rule[]): string[] {
  return rules.map((rule) => String(rule.getBooleanCondition()?.getCriteriaValues()[0]));
}

export function placesOf(rules: Rule[]): string[][] {
  return rules.map((rule) => rule.getRanges().map((range) => range.getA1Notation()));
}

/** 8 February 2026, 06:05:09.007 in UTC. */
const EARLY = Date.UTC(2026, 1, 8, 6, 5, 9, 7);

export function formatted(pattern: string, zone = 'UTC'): string {
  return Utilities.formatDate(new Date(EARLY), zone, pattern);
}

/** By subject. The specification holds them too, each under the same subject. */
export const safe = {
  engine: [
    documented(ENGINE, 'the built-ins of ECMAScript 2019 are there', [], () => {
      const there: [object, string][] = [
        [Array.prototype, 'flatMap'],
        [Object, 'fromEntries'],
        [String.prototype, 'trimEnd'],
        [String.prototype, 'padStart'],
        [String.prototype, 'normalize'],
      ];
      return there.filter(([owner, name]) => !Reflect.has(owner, name)).map(([, name]) => name);
    }),
    likely(ENGINE, 'regular expressions know names, lookbehind and properties of Unicode', ['2026', '5', true], () => [
      /(?<year>\d{4})/.exec('in 2026')?.groups?.year ?? null,
      /(?<=\$)\d/.exec('$5')?.[0] ?? null,
      /\p{L}/u.test('é'),
    ]),
    likely(ENGINE, 'sorting an array is stable', 'abcdefghijklmnop', () =>
      [...'abcdefghijklmnop'].sort(() => 0).join(''),
    ),
    likely(
      'reference/spreadsheet/range#getValue',
      "a cell's date is a Date of the script's own realm",
      [true, true],
      ({ sheet }) => {
        const value = sheet.getRange('A1').setValue('2026-02-11').getValue();
        return [value instanceof Date, Object.prototype.toString.call(value) === '[object Date]'];
      },
    ),
    likely(
      'reference/spreadsheet/range#getValues',
      "tables are Arrays of the script's own realm",
      [true, true],
      ({ sheet }) => {
        const table = sheet.getRange('A1:B2').getValues();
        return [table, table[0]].map((array) => Object.getPrototypeOf(array) === Array.prototype);
      },
    ),
    likely(ENGINE, "a service's error is an Error with the name Exception", [true, 'Exception'], ({ sheet }) => {
      try {
        sheet.getRange(0, 0);
        return 'no error';
      } catch (error) {
        return [error instanceof Error, (error as Error).name];
      }
    }),
  ],
  values: [
    documented(
      GET,
      'getValues gives a number, a boolean, a text and an empty text for an empty cell',
      [[4.5, true, 'Bow thruster', '']],
      ({ sheet }) => {
        sheet.getRange('A1:C1').setValues([[4.5, true, 'Bow thruster']]);
        return sheet.getRange('A1:D1').getValues();
      },
    ),
    likely(SET, 'null in setValues empties the cell', ['', true], ({ sheet }) => {
      const cell = sheet.getRange('A1').setValue('full');
      cell.setValues([[null]]);
      return [cell.getValue(), cell.isBlank()];
    }),
    likely(SET_ONE, 'a text with spaces around it keeps them', '  ebb  ', ({ sheet }) =>
      sheet.getRange('A1').setValue('  ebb  ').getValue(),
    ),
    likely(SET_ONE, 'line breaks, accents and emoji are kept', 'flood\nébb 🌊', ({ sheet }) =>
      sheet.getRange('A1').setValue('flood\nébb 🌊').getValue(),
    ),
    documented(
      LIMITS,
      'a text of 50,000 characters is kept whole',
      50000,
      ({ sheet }) => String(sheet.getRange('A1').setValue('x'.repeat(50000)).getValue()).length,
    ),
    likely(SET_ONE, 'a Date comes back as the same instant', true, ({ sheet }) => {
      const date = new Date(2026, 1, 11, 14, 30);
      const back = sheet.getRange('A1').setValue(date).getValue();
      return back instanceof Date && back.getTime() === date.getTime();
    }),
    likely(SET_ONE, 'a date written as year, month and day becomes that day', '2026-02-11 00:00:00', (bench) =>
      dayOf(bench, bench.sheet.getRange('A1').setValue('2026-02-11').getValue()),
    ),
    likely(SET_ONE, 'a day that does not exist stays a text', '2026-02-30', ({ sheet }) =>
      sheet.getRange('A1').setValue('2026-02-30').getValue(),
    ),
  ],
  prefix: [
    likely(SET, "'=1+1 is the text =1+1 and no formula", ['=1+1', '', '=1+1'], ({ sheet }) => written(sheet, "'=1+1")),
    likely(SET, "'007 is the text 007", ['007', '', '007'], ({ sheet }) => written(sheet, "'007")),
    likely(SET, "'1/2 is the text 1/2 and no date", ['1/2', '', '1/2'], ({ sheet }) => written(sheet, "'1/2")),
    likely(SET, "'TRUE is the text TRUE", ['TRUE', '', 'TRUE'], ({ sheet }) => written(sheet, "'TRUE")),
    likely(SET, 'setValues takes the apostrophe as setValue does', [['=1+1', '007']], ({ sheet }) =>
      sheet
        .getRange('A1:B1')
        .setValues([["'=1+1", "'007"]])
        .getValues(),
    ),
    unknown(SET, "''tis is the text 'tis", ["'tis", '', "'tis"], ({ sheet }) => written(sheet, "''tis")),
    unknown(SET, 'an apostrophe alone gives an empty text', ['', '', ''], ({ sheet }) => written(sheet, "'")),
    unknown(SET, 'in a cell of the format @ the apostrophe is no part of the value either', '007', ({ sheet }) =>
      sheet.getRange('A1').setNumberFormat('@').setValue("'007").getValue(),
    ),
    likely(SET, 'the format @ alone keeps digits as text', '007', ({ sheet }) =>
      sheet.getRange('A1').setNumberFormat('@').setValue('007').getValue(),
    ),
    likely(SET, 'the format @ alone does not stop a formula', ['=1+1', 2], ({ sheet }) => {
      const cell = sheet.getRange('A1').setNumberFormat('@').setValue('=1+1');
      return [cell.getFormula(), cell.getValue()];
    }),
    unknown(INVALID, 'on a list, the text behind the apostrophe is what is judged', 'Active', ({ sheet }) =>
      writtenInList(sheet, 'Active', "'Active"),
    ),
  ],
  formulas: [
    documented(FUNCTIONS, 'texts are compared without regard to case', true, ({ sheet }) => {
      sheet.getRange('A1').setValue('ACTIVE');
      return sheet.getRange('B1').setFormula('=A1="active"').getValue();
    }),
    likely(FUNCTIONS, 'conditions multiplied give 1 or 0, without any separator of arguments', [1, 0], ({ sheet }) => {
      sheet.getRange('A1:A2').setValues([['Active'], ['Closed']]);
      sheet.getRange('B1:B2').setValues([[5], [5]]);
      sheet.getRange('C1:C2').setFormulas([['=($A1="Active")*($B1<>"")'], ['=($A2="Active")*($B2<>"")']]);
      return sheet
        .getRange('C1:C2')
        .getValues()
        .map(([value]) => value as number);
    }),
    likely(FUNCTIONS, 'the difference of two dates is a number of days', [28, '28'], ({ sheet }) => {
      sheet.getRange('A1:B1').setValues([['2026-02-01', '2026-03-01']]);
      const cell = sheet.getRange('C1').setFormula('=B1-A1');
      return [cell.getValue(), cell.getDisplayValue()];
    }),
    likely(
      FUNCTIONS,
      "the days in the timing's words are a number, and words whose condition fails are none",
      [true, ''],
      ({ sheet }) => {
        const words = (condition: string) => `=IFERROR("overdue by "&(N(TODAY())-40000)&" days"&T(1/(${condition})))`;
        const cells = sheet.getRange('A1:A2').setFormulas([[words('TODAY()>40001')], [words('TODAY()<=40001')]]);
        const [overdue = '', none = ''] = cells.getDisplayValues().flat();
        return [/^overdue by \d+ days$/.test(overdue), none];
      },
    ),
  ],
  formats: [
    likely(
      PATTERNS,
      'quoted words make a sentence of a number, which stays a number',
      ['3 days left', 'overdue by 2 days', 'due today', 3],
      ({ sheet }) => {
        const range = sheet.getRange('A1:A3').setValues([[3], [-2], [0]]);
        range.setNumberFormat('0" days left";"overdue by "0" days";"due today"');
        const texts: Seen[] = range.getDisplayValues().map(([text]) => text ?? '');
        return [...texts, sheet.getRange('A1').getValue()];
      },
    ),
    documented(FORMAT, 'getNumberFormat gives the format that was set', 'yyyy-mm-dd', ({ sheet }) =>
      sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').getNumberFormat(),
    ),
    likely(
      FORMAT,
      'a number under a date format comes back as a Date',
      true,
      ({ sheet }) => sheet.getRange('A1').setValue(46064).setNumberFormat('yyyy-mm-dd').getValue() instanceof Date,
    ),
    documented(
      'reference/spreadsheet/range#setBackground',
      'a colour comes back in small hexadecimal letters, by name or by number',
      ['#ff0000', '#00ff7f'],
      ({ sheet }) => [
        sheet.getRange('A1').setBackground('red').getBackground(),
        sheet.getRange('B1').setBackground('#00FF7F').getBackground(),
      ],
    ),
    likely(
      'reference/spreadsheet/range#setValue',
      'a value written leaves note and colour',
      ['high water', '#ffff00'],
      ({ sheet }) => {
        const cell = sheet.getRange('A1').setNote('high water').setBackground('#ffff00').setValue('new');
        return [cell.getNote(), cell.getBackground()];
      },
    ),
  ],
  ranges: [
    documented(
      DATA,
      'getDataRange starts at A1 and ends at the last row and column with a value',
      'A1:D5',
      ({ sheet }) => {
        sheet.getRange('B5').setValue('deep');
        sheet.getRange('D2').setValue('wide');
        return sheet.getDataRange().getA1Notation();
      },
    ),
    likely(DATA, 'the data range of an empty sheet is A1', ['A1', 0, 0], ({ sheet }) => [
      sheet.getDataRange().getA1Notation(),
      sheet.getLastRow(),
      sheet.getLastColumn(),
    ]),
    likely(DATA, 'formats and colours alone are no data', 0, ({ sheet }) => {
      sheet.getRange('B5').setBackground('#ffff00').setNumberFormat('0.00');
      return sheet.getLastRow();
    }),
  ],
  validation: [
    likely(INVALID, 'a script may write what the list offers', 'Active', ({ sheet }) =>
      sheet.getRange('A1').setDataValidation(strictList()).setValue('Active').getValue(),
    ),
    likely(INVALID, "a script's write that breaks a rejecting rule fails, at once or at the flush", true, ({ sheet }) =>
      isRefused(() => sheet.getRange('A1').setDataValidation(strictList()).setValue('Sunk')),
    ),
    likely(INVALID, 'an empty text passes every rule', [false, ''], ({ sheet }) => {
      const cell = sheet.getRange('A1').setDataValidation(strictList()).setValue('Active');
      return [isRefused(() => cell.setValue('')), cell.getValue()];
    }),
    likely(INVALID, 'clearContent passes every rule', false, ({ sheet }) => {
      const cell = sheet.getRange('A1').setDataValidation(strictList()).setValue('Active');
      return isRefused(() => cell.clearContent());
    }),
    likely(INVALID, 'a rule for dates rejects a word and takes a Date', [true, false], ({ sheet }) => {
      const cell = sheet.getRange('A1').setDataValidation(builder().requireDate().setAllowInvalid(false).build());
      return [isRefused(() => cell.setValue('soon')), isRefused(() => cell.setValue(new Date(2026, 1, 11)))];
    }),
    likely(INVALID, 'a rule with a formula is judged with the new value in its cell', [true, false], ({ sheet }) => {
      const rule = builder().requireFormulaSatisfied('=A1>10').setAllowInvalid(false).build();
      const cell = sheet.getRange('A1').setDataValidation(rule);
      return [isRefused(() => cell.setValue(10)), isRefused(() => cell.setValue(11))];
    }),
  ],
  conditionalFormats: [
    documented(RULES, 'rules keep their order', ['=3=3', '=1=1', '=2=2'], ({ sheet }) => {
      const range = sheet.getRange('A1');
      sheet.setConditionalFormatRules(['=3=3', '=1=1', '=2=2'].map((formula) => ruleFor([range], formula)));
      return formulasOf(sheet.getConditionalFormatRules());
    }),
    likely(
      RULES,
      "a rule's range moves with rows inserted above it, and so does its formula",
      [[['A4:C7']], ['=$A4="x"']],
      ({ sheet }) => {
        sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A2:C5')], '=$A2="x"')]);
        sheet.insertRowsBefore(1, 2);
        const rules = sheet.getConditionalFormatRules();
        return [placesOf(rules), formulasOf(rules)];
      },
    ),
  ],
  utilities: [
    documented(DATE, 'formatDate shows padded numbers', '2026-02-08 06:05:09', () => formatted('yyyy-MM-dd HH:mm:ss')),
    documented(DATE, 'formatDate shows the day in the zone that is asked for', '2026-02-07', () =>
      formatted('yyyy-MM-dd', 'America/Los_Angeles'),
    ),
    documented(`${BLOB}#getBytes`, "a blob's text is UTF-8, in signed bytes", [-61, -87], () =>
      Utilities.newBlob('é').getBytes(),
    ),
    likely(`${BLOB}#getDataAsString`, 'a byte order mark is part of the text', 65279, () =>
      Utilities.newBlob([-17, -69, -65, 65]).getDataAsString().charCodeAt(0),
    ),
  ],
  permissions: [
    likely(
      'reference/properties/properties-service',
      'properties, cache and locks need no scope',
      [null, null, null],
      () => [
        errorOf(() => PropertiesService.getUserProperties().getKeys()),
        errorOf(() => CacheService.getUserCache().get('none')),
        errorOf(() => LockService.getUserLock().hasLock()),
      ],
    ),
  ],
} satisfies Record<string, Behaviour[]>;
