// Cells of the local host: what is written, what is read back, how it shows.

import { describe, expect, it } from '@jest/globals';
import { displayText } from '../../../workbench/host/model/number-format.ts';
import { benchFor, evaluate, NOON } from './script-host.ts';

/** What `getValue` and `getDisplayValue` give after `setValue(literal)`. */
function written(literal: string, before = ''): unknown {
  return evaluate(`const r = sheet.getRange('A1'); ${before} r.setValue(${literal}); const v = r.getValue();
    return [v instanceof Date ? 'Date ' + Utilities.formatDate(v, 'UTC', 'yyyy-MM-dd HH:mm') : v, r.getDisplayValue()];`);
}

describe('a string that a script writes', () => {
  it.each([
    ['"007"', 7, '7'],
    ['"1,234.5"', 1234.5, '1,234.50'],
    ['"12%"', 0.12, '12%'],
    ['"-3.5"', -3.5, '-3.5'],
    ['"+5"', 5, '5'],
    ['"1e3"', 1000, '1000'],
    ['"$5"', 5, '$5'],
    ['"TRUE"', true, 'TRUE'],
    ['"false"', false, 'FALSE'],
    ['"2026-02-11"', 'Date 2026-02-11 00:00', '2026-02-11'],
    ['"1/2"', 'Date 2026-01-02 00:00', '1/2'],
    ['"3/4/2025"', 'Date 2025-03-04 00:00', '3/4/2025'],
    ['"Feb 11, 2026"', 'Date 2026-02-11 00:00', 'Feb 11, 2026'],
    ['"2026-02-11 14:30"', 'Date 2026-02-11 14:30', '2026-02-11 14:30'],
    ['"2026-02-30"', '2026-02-30', '2026-02-30'],
    ['"1.2.3"', '1.2.3', '1.2.3'],
    ['"May be"', 'May be', 'May be'],
    ['"+91 98 765"', '+91 98 765', '+91 98 765'],
    ['" padded "', ' padded ', ' padded '],
    ['"="', '=', '='],
    ['"-"', '-', '-'],
    ['"K-BLU-001"', 'K-BLU-001', 'K-BLU-001'],
  ])('%s becomes %p and shows %p', (literal, value, shown) => {
    expect(written(literal)).toEqual([value, shown]);
  });

  it.each(['007', '=1+1', 'TRUE', '1/2', '+91', "'quoted'", '2026-02-11', '12%', ''])(
    'stays text after an apostrophe: %p',
    (text) => {
      expect(written(JSON.stringify(`'${text}`))).toEqual([text, text]);
    },
  );

  it('stays text in a text cell, but for a formula', () => {
    expect(written('"007"', "r.setNumberFormat('@');")).toEqual(['007', '007']);
    expect(written('"=1+1"', "r.setNumberFormat('@');")).toEqual([2, '2']);
  });

  it('follows the locale', () => {
    const german = { locale: 'de_DE' };
    expect(
      evaluate(
        `sheet.getRange('A1:C1').setValues([['1.234,5', '11.02.2026', '3/4/2026']]); return sheet.getRange('A1:C1').getDisplayValues()[0].concat(sheet.getRange('A1').getValue());`,
        {},
        german,
      ),
    ).toEqual(['1,234.50', '11/02/2026', '03/04/2026', 1234.5]);
  });

  it('may have 50,000 characters and no more', () => {
    expect(written('"x".repeat(50000)')).toEqual(['x'.repeat(50_000), 'x'.repeat(50_000)]);
    expect(() => written('"x".repeat(50001)')).toThrow(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });
});

describe('values', () => {
  it('come back as they were, an empty cell as an empty string', () => {
    expect(
      evaluate(
        `sheet.getRange('A1:E1').setValues([[1.5, true, 'x', null, '']]); return sheet.getRange('A1:E1').getValues();`,
      ),
    ).toEqual([[1.5, true, 'x', '', '']]);
  });

  it('of dates are kept in the zone of the spreadsheet, whatever the zone of the script', () => {
    const body = `sheet.getRange('A1').setValue('2026-02-11'); const d = sheet.getRange('A1').getValue(); sheet.getRange('A2').setValue(d);
      return [d.toISOString(), sheet.getRange('A2').getDisplayValue()];`;
    const there = { timeZone: 'America/Los_Angeles' };
    expect(evaluate(body, {}, there, { timeZone: 'Asia/Kuala_Lumpur' })).toEqual([
      '2026-02-11T08:00:00.000Z',
      '2/11/2026',
    ]);
  });

  it('of days whose midnight daylight saving skips begin when the day does', () => {
    const body = `sheet.getRange('A1').setValue('2026-04-24'); const r = sheet.getRange('A1'); return [r.getDisplayValue(), r.getValue().toISOString(), Utilities.formatDate(r.getValue(), 'Africa/Cairo', 'yyyy-MM-dd')];`;
    expect(evaluate(body, {}, { timeZone: 'Africa/Cairo' })).toEqual([
      '2026-04-24',
      '2026-04-23T22:00:00.000Z',
      '2026-04-24',
    ]);
  });

  it('need a table of the size of the range', () => {
    expect(() => evaluate(`sheet.getRange('A1:A526').setValues([['x']]);`)).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 526.',
    );
    expect(() => evaluate(`sheet.getRange('A1:B1').setValues([['x']]);`)).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    expect(() => evaluate(`sheet.getRange('A1').setValues('x');`)).toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
  });

  it('need a range that the sheet has', () => {
    expect(() => evaluate('sheet.getRange(0, 1);')).toThrow('The starting row of the range is too small.');
    expect(() => evaluate('sheet.getRange(1001, 1);')).toThrow(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
    expect(() => evaluate('sheet.getRange(1, 1, 0, 1);')).toThrow(
      'The number of rows in the range must be at least 1.',
    );
    expect(() => evaluate('sheet.getRange("nonsense!");')).toThrow('Range not found');
  });

  it('are appended below the last row that has content', () => {
    expect(
      evaluate(
        `sheet.getRange('B3').setValue('x'); sheet.getRange('A9').setNote('n'); sheet.appendRow(['y', 1]); return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getRange('A4:B4').getValues()];`,
      ),
    ).toEqual([4, 2, [['y', 1]]]);
  });
});

describe('number formats', () => {
  const words = '0" days left";"overdue by "0" days";"due today"';

  it.each([
    [5, words, '5 days left'],
    [-3, words, 'overdue by 3 days'],
    [0, words, 'due today'],
    [46064, 'yyyy-mm-dd', '2026-02-11'],
    [46064.75, 'd mmm yyyy h:mm am/pm', '11 Feb 2026 6:00 PM'],
    [0.256, '0%', '26%'],
    [0.256, '0.0%', '25.6%'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [7, '000', '007'],
    [-7, '0', '-7'],
    [1.005, '0.00', '1.01'],
    [0.5, '#.##', '.5'],
    [1.5, '[h]:mm', '36:00'],
    [12, undefined, '12'],
    [0.1 + 0.2, undefined, '0.3'],
    [46064, '@', '46064'],
  ])('show %p under %p as %p', (value, format, shown) => {
    expect(displayText({ value, format })).toBe(shown);
  });

  it('leave text as it is', () => {
    expect(displayText({ value: 'soon', format: words })).toBe('soon');
  });
});

describe('formulas', () => {
  it('give values and keep their text', () => {
    const body = `sheet.getRange('A1:C1').setValues([[2, 3, '=A1*B1+SUM(A1:B1)']]); sheet.getRange('A1').setValue(10);
      return [sheet.getRange('C1').getValue(), sheet.getRange('A1:C1').getFormulas()];`;
    expect(evaluate(body)).toEqual([43, [['', '', '=A1*B1+SUM(A1:B1)']]]);
  });

  it('know the day of the host and show dates as dates', () => {
    const body = `sheet.getRange('A1').setValue('2026-03-15'); sheet.getRange('B1:D1').setFormulas([['=A1-TODAY()', '=TODAY()', '=EDATE(A1,1)']]);
      sheet.getRange('B1').setNumberFormat('0" days left"'); return sheet.getRange('B1:D1').getDisplayValues()[0];`;
    expect(evaluate(body)).toEqual(['5 days left', '2026-03-10', '2026-04-15']);
  });

  it('follow the clock into the next day of the spreadsheet', () => {
    let time = NOON;
    const { host, cell } = benchFor(
      `function main() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setFormula('TODAY()'); }`,
      { now: () => time },
      { timeZone: 'Asia/Kuala_Lumpur' },
    );
    host.call('main', []);
    const today = cell(0, 0)?.value;
    time += 4 * 3_600_000;
    expect(Number(cell(0, 0)?.value) - Number(today)).toBe(1);
  });

  it.each([
    ['=1/0', '#DIV/0!'],
    ['=NOSUCH(1)', '#NAME?'],
    ['=A1', '#REF!'],
    ['="x"+1', '#VALUE!'],
    ['=(1', '#ERROR!'],
    ['=IFERROR(1/0,"none")', 'none'],
    ['=("a"="A")*(2<>3)', 1],
    ['=-2^2', 4],
    ['=2&"x"', '2x'],
    ['=COUNTIF(B1:B3,">1")', 2],
    ['=IF(ISBLANK(C1),"empty","full")', 'empty'],
    ['=SUM(B:B)', 6],
    ['=C9', ''],
    ['="say ""hi"""', 'say "hi"'],
  ])('%s gives %p', (formula, value) => {
    expect(
      evaluate(
        `sheet.getRange('B1:B3').setValues([[1],[2],[3]]); sheet.getRange('A1').setFormula(${JSON.stringify(formula)}); return sheet.getRange('A1').getValue();`,
      ),
    ).toBe(value);
  });

  it('follow renamed sheets, inserted and deleted rows and columns', () => {
    const body = `const other = SpreadsheetApp.getActive().insertSheet('Sea Trials');
      other.getRange('A1').setFormula("=SUM(Sheet1!B2:B4)+Sheet1!$C$9"); sheet.setName('Log book');
      sheet.insertRowsBefore(3, 2); sheet.insertColumnBefore(2); sheet.deleteRow(11); return other.getRange('A1').getFormula();`;
    expect(evaluate(body)).toBe("=SUM('Log book'!C2:C6)+#REF!");
  });
});

describe('rows and columns that come and go', () => {
  it('carry validation, notes, highlights, formulas, widths and what is frozen', () => {
    const body = `
      const list = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build();
      sheet.getRange('B2:B10').setDataValidation(list); sheet.getRange('A5').setNote('mind'); sheet.setFrozenRows(1); sheet.setColumnWidth(2, 240);
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=($B2="a")*($C$1<>"")').setBackground('#ff0000').setRanges([sheet.getRange('A2:C10')]).build()]);
      sheet.insertRowsBefore(4, 3); sheet.insertColumnBefore(1);
      const rule = sheet.getConditionalFormatRules()[0];
      return [sheet.getRange('C2').getDataValidation() !== null, sheet.getRange('C13').getDataValidation() !== null, sheet.getRange('C14').getDataValidation(), sheet.getRange('B8').getNote(),
        rule.getRanges()[0].getA1Notation(), rule.getBooleanCondition().getCriteriaValues()[0], sheet.getColumnWidth(3), sheet.getFrozenRows()];`;
    expect(evaluate(body)).toEqual([true, true, null, 'mind', 'A2:D13', '=($C2="a")*($D$1<>"")', 240, 1]);
  });

  it('take over the rule and look of the row they are inserted after', () => {
    const body = `sheet.getRange('A2:A3').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build()).setNumberFormat('yyyy-mm-dd').setBackground('#eeeeee');
      sheet.insertRowsAfter(3, 2); const r = sheet.getRange('A5'); return [r.getDataValidation() !== null, r.getNumberFormat(), r.getBackground(), sheet.getRange('A6').getDataValidation()];`;
    expect(evaluate(body)).toEqual([true, 'yyyy-mm-dd', '#eeeeee', null]);
  });

  it('leave a highlight its formula when its first row is deleted', () => {
    const body = `sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$B2>1').setBold(true).setRanges([sheet.getRange('A2:C10')]).build()]);
      sheet.deleteRow(2); const rule = sheet.getConditionalFormatRules()[0]; return [rule.getRanges()[0].getA1Notation(), rule.getBooleanCondition().getCriteriaValues()[0]];`;
    expect(evaluate(body)).toEqual(['A2:C9', '=$B2>1']);
  });

  it('cannot all be deleted', () => {
    expect(() => evaluate('sheet.deleteRows(1, sheet.getMaxRows());')).toThrow(
      "You can't delete all the rows on the sheet.",
    );
    expect(() => evaluate('sheet.deleteRows(1000, 2);')).toThrow('Those rows are out of bounds.');
  });
});

describe('sorting', () => {
  it('puts numbers before text before booleans, empty cells last, and carries notes, looks and formulas', () => {
    const body = `sheet.getRange('A1:A5').setValues([['pear'], [''], [true], [10], ['Apple']]); sheet.getRange('A4').setNote('ten'); sheet.getRange('B1:B5').setFormulas([['=A1'],['=A2'],['=A3'],['=A4&"!"'],['=A5']]);
      sheet.getRange('A1:B5').sort(1); return [sheet.getRange('A1:A5').getValues().flat(), sheet.getRange('A1').getNote(), sheet.getRange('B1').getFormula()];`;
    expect(evaluate(body)).toEqual([[10, 'Apple', 'pear', true, ''], 'ten', '=A1&"!"']);
  });

  it('keeps empty cells last when it goes down', () => {
    expect(
      evaluate(
        `sheet.getRange('A1:A4').setValues([[1],[''],[3],[2]]); sheet.getRange('A1:A4').sort({column: 1, ascending: false}); return sheet.getRange('A1:A4').getValues().flat();`,
      ),
    ).toEqual([3, 2, 1, '']);
  });
});

describe('data validation of script writes', () => {
  const rule = `sheet.getRange('U2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Open', 'Done']).setAllowInvalid(false).build());`;

  it('throws and writes nothing where it rejects', () => {
    expect(
      evaluate(
        `${rule} let text; try { sheet.getRange('T2:U2').setValues([['x', 'Lost']]); } catch (error) { text = error.message; } return [text, sheet.getRange('T2:U2').getValues()];`,
      ),
    ).toEqual([
      'The data you entered in cell U2 violates the data validation rules set on this cell. Please enter one of the following values: Open, Done.',
      [['', '']],
    ]);
  });

  it('can wait for the flush, or for the end', () => {
    const body = `${rule} sheet.getRange('T2:U2').setValues([['x', 'Lost']]); let text = 'none'; try { SpreadsheetApp.flush(); } catch (error) { text = error.message.slice(0, 8); } return [text, sheet.getRange('T2:U2').getValues()];`;
    expect(evaluate(body, { rejectsAt: 'flush' })).toEqual(['The data', [['x', '']]]);
    expect(() => evaluate(`${rule} sheet.getRange('U2').setValue('Lost');`, { rejectsAt: 'flush' })).toThrow(
      'violates the data validation rules',
    );
  });

  it('can write the others, and take a word in other capitals', () => {
    const body = `${rule} try { sheet.getRange('T2:U2').setValues([['x', 'Lost']]); } catch (error) {} return sheet.getRange('T2:U2').getValues();`;
    expect(evaluate(body, { refusedWrites: 'the-others' })).toEqual([['x', '']]);
    const open = `${rule} sheet.getRange('U2').setValue('oPEN'); return sheet.getRange('U2').getValue();`;
    expect(() => evaluate(open)).toThrow('violates the data validation rules');
    expect(evaluate(open, { listCase: 'any' })).toBe('oPEN');
  });

  it('keeps a wrong value where it only warns, and always takes an empty one', () => {
    expect(
      evaluate(
        `${rule.replace('setAllowInvalid(false)', 'setAllowInvalid(true)')} sheet.getRange('U2').setValue('Lost'); return sheet.getRange('U2').getValue();`,
      ),
    ).toBe('Lost');
    expect(
      evaluate(`${rule} sheet.getRange('U2').setValue('Open').setValue(''); return sheet.getRange('U2').getValue();`),
    ).toBe('');
  });

  it('knows dates, formulas, ranges and checkboxes', () => {
    const attempt = (build: string, value: string) =>
      evaluate(`sheet.getRange('C1:C2').setValues([['x'], ['y']]); sheet.getRange('A1:A3').setDataValidation(SpreadsheetApp.newDataValidation().${build}.setAllowInvalid(false).build());
        try { sheet.getRange('A2').setValue(${value}); return true; } catch (error) { return false; }`);
    expect([
      attempt('requireDate()', '"2026-02-11"'),
      attempt('requireDate()', '"soon"'),
      attempt('requireDate()', '5'),
    ]).toEqual([true, false, false]);
    expect([
      attempt('requireFormulaSatisfied("=A1>3")', '4'),
      attempt('requireFormulaSatisfied("=A1>3")', '2'),
    ]).toEqual([true, false]);
    expect([
      attempt('requireValueInRange(sheet.getRange("C1:C2"))', '"y"'),
      attempt('requireValueInRange(sheet.getRange("C1:C2"))', '"z"'),
    ]).toEqual([true, false]);
    expect([attempt('requireCheckbox()', 'true'), attempt('requireCheckbox()', '"yes"')]).toEqual([true, false]);
    expect([
      attempt('requireDateOnOrAfter(new Date(2026, 0, 5))', '"2026-01-05"'),
      attempt('requireDateOnOrAfter(new Date(2026, 0, 5))', '"2026-01-04"'),
    ]).toEqual([true, false]);
  });

  it('follows the range its values come from when that moves or its sheet is renamed', () => {
    const body = `const list = SpreadsheetApp.getActive().insertSheet('Settings'); list.getRange('A2:A3').setValues([['x'], ['y']]);
      sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(list.getRange('A2:A3')).setAllowInvalid(false).build());
      list.insertRowsBefore(1, 2).setName('The lists'); sheet.getRange('A1').setValue('y'); return sheet.getRange('A1').getDataValidation().getCriteriaValues()[0].getA1Notation();`;
    expect(evaluate(body)).toBe('A4:A5');
  });

  it('is cut out of an area where another rule is set', () => {
    const body = `const list = (v) => SpreadsheetApp.newDataValidation().requireValueInList([v]).build(); sheet.getRange('A1:C3').setDataValidation(list('x')); sheet.getRange('B2').setDataValidation(list('y')); sheet.getRange('A1').clearDataValidations();
      return sheet.getRange('A1:C3').getDataValidations().map((row) => row.map((rule) => rule ? rule.getCriteriaValues()[0][0] : '-').join('')).join(' ');`;
    expect(evaluate(body)).toBe('-xx xyx xxx');
  });
});
