// What the documentation says of the methods of ranges that the add-on uses, and what tests of others show of them.
import { documented, errorOf, likely, type Subject } from '../../../src/platform/behaviour.ts';
import { peer } from '../peer.ts';

const CELLS = 'reference/spreadsheet/range';
const shown = peer('testsheetsformatting');
const checkboxes = peer('testsheetsdatavalidations');

export const methodsOfRanges: Subject = {
  title: 'Methods of ranges',
  behaviours: [
    documented(`${CELLS}#getRow`, 'getRow gives the first row of the range', 2, ({ sheet }) =>
      sheet.getRange('B2:D4').getRow(),
    ),
    documented(`${CELLS}#getColumn`, 'getColumn gives the first column of the range', 2, ({ sheet }) =>
      sheet.getRange('B2:D4').getColumn(),
    ),
    documented(`${CELLS}#getLastRow`, 'getLastRow of a range is its end row', 4, ({ sheet }) =>
      sheet.getRange('B2:D4').getLastRow(),
    ),
    documented(`${CELLS}#getLastColumn`, 'getLastColumn of a range is its end column', 4, ({ sheet }) =>
      sheet.getRange('B2:D4').getLastColumn(),
    ),
    documented(`${CELLS}#getNumRows`, 'getNumRows counts the rows', 5, ({ sheet }) =>
      sheet.getRange('A1:B5').getNumRows(),
    ),
    documented(`${CELLS}#getNumColumns`, 'getNumColumns counts the columns', 2, ({ sheet }) =>
      sheet.getRange('A1:B5').getNumColumns(),
    ),
    documented(`${CELLS}#getHeight`, 'getHeight is the number of rows', 5, ({ sheet }) =>
      sheet.getRange('A1:B5').getHeight(),
    ),
    documented(`${CELLS}#getWidth`, 'getWidth is the number of columns', 2, ({ sheet }) =>
      sheet.getRange('A1:B5').getWidth(),
    ),
    documented(`${CELLS}#getSheet`, 'getSheet gives the sheet that the range belongs to', true, ({ sheet }) => {
      const found = sheet.getRange('A1').getSheet();
      return found.getSheetId() === sheet.getSheetId() && found.getName() === sheet.getName();
    }),
    documented(`${CELLS}#getGridId`, "getGridId is the ID of the range's sheet", true, ({ sheet }) => {
      return sheet.getRange('A1').getGridId() === sheet.getSheetId();
    }),
    documented(`${CELLS}#activate`, 'activate gives the range back, for more calls', 'B2', ({ sheet }) =>
      sheet.getRange('B2').activate().getA1Notation(),
    ),
    documented(
      `${CELLS}#activateAsCurrentCell`,
      'activateAsCurrentCell makes the cell the current one',
      'C3',
      ({ sheet }) => {
        sheet.getRange('C3').activateAsCurrentCell();
        return sheet.getCurrentCell()?.getA1Notation() ?? 'none';
      },
    ),
    documented(`${CELLS}#setValue`, 'setValue gives the range back, for more calls', 'A1:B2', ({ sheet }) =>
      sheet.getRange('A1:B2').setValue('x').getA1Notation(),
    ),
    documented(`${CELLS}#setValue`, 'a text that begins with = is taken for a formula', ['=1+1', 2], ({ sheet }) => {
      const cell = sheet.getRange('A1').setValue('=1+1');
      return [cell.getFormula(), cell.getValue()];
    }),
    documented(`${CELLS}#setValues`, 'setValues gives the range back, for more calls', 'A1:B1', ({ sheet }) =>
      sheet
        .getRange('A1:B1')
        .setValues([['x', 'y']])
        .getA1Notation(),
    ),
    documented(`${CELLS}#getFormula`, 'getFormula is empty where there is no formula', '', ({ sheet }) =>
      sheet.getRange('A1').setValue(5).getFormula(),
    ),
    documented(
      `${CELLS}#getFormulas`,
      'getFormulas has an empty text for each cell without a formula',
      [['=1+1', '']],
      ({ sheet }) => {
        sheet.getRange('A1').setFormula('=1+1');
        return sheet.getRange('A1:B1').getFormulas();
      },
    ),
    shown(
      `${CELLS}#setFormula`,
      'one formula for several cells moves its relative references',
      [
        ['=A1', '=B1'],
        ['=A2', '=B2'],
      ],
      ({ sheet }) => sheet.getRange('D4:E5').setFormula('=A1').getFormulas(),
    ),
    shown(
      `${CELLS}#setFormula`,
      'one formula for several cells leaves its absolute references',
      [['=SUM($B$2:$B$4)', '=SUM($B$2:$B$4)']],
      ({ sheet }) => sheet.getRange('D4:E4').setFormula('=SUM($B$2:$B$4)').getFormulas(),
    ),
    documented(`${CELLS}#isBlank`, 'a range with one value is not blank', false, ({ sheet }) => {
      sheet.getRange('B2').setValue('x');
      return sheet.getRange('A1:C3').isBlank();
    }),
    documented(
      `${CELLS}#getNotes`,
      'getNotes has an empty text for each cell without a note',
      [['', 'ebb']],
      (bench) => {
        bench.sheet.getRange('B1').setNote('ebb');
        return bench.sheet.getRange('A1:B1').getNotes();
      },
    ),
    documented(`${CELLS}#clearNote`, 'clearNote leaves the value', ['x', ''], ({ sheet }) => {
      const cell = sheet.getRange('A1').setValue('x').setNote('ebb').clearNote();
      return [cell.getValue(), cell.getNote()];
    }),
    documented(`${CELLS}#clearFormat`, 'clearFormat leaves the value', ['x', '#ffffff'], ({ sheet }) => {
      const cell = sheet.getRange('A1').setValue('x').setBackground('red').clearFormat();
      return [cell.getValue(), cell.getBackground()];
    }),
    documented(
      `${CELLS}#setBackgrounds`,
      'a colour can be a name of CSS',
      ['#f0f8ff', '#7fffd4', '#9acd32'],
      (bench) => {
        const names = [['aliceblue', 'aquamarine', 'YellowGreen']];
        return bench.sheet.getRange('A1:C1').setBackgrounds(names).getBackgrounds()[0] ?? [];
      },
    ),
    documented(`${CELLS}#setBackground`, 'a colour can have three digits', '#ffaa00', ({ sheet }) =>
      sheet.getRange('A1').setBackground('#fa0').getBackground(),
    ),
    likely(`${CELLS}#setBackground`, 'a name that is no colour changes nothing and is no error', '#ff0000', (bench) =>
      bench.sheet.getRange('A1').setBackground('red').setBackground('seaweedish').getBackground(),
    ),
    documented(`${CELLS}#setFontColor`, 'null takes the colour of the text back', true, ({ sheet }) => {
      return errorOf(() => sheet.getRange('A1').setFontColor('#ff0000').setFontColor(null)) === null;
    }),
    shown(`${CELLS}#setFontWeight`, 'null makes the weight normal', 'normal', ({ sheet }) =>
      sheet.getRange('A1').setFontWeight('bold').setFontWeight(null).getFontWeight(),
    ),
    shown(`${CELLS}#setFontLine`, 'null takes the line away', 'none', ({ sheet }) =>
      sheet.getRange('A1').setFontLine('line-through').setFontLine(null).getFontLine(),
    ),
    shown(
      `${CELLS}#getVerticalAlignment`,
      'text stands at the bottom until it is moved',
      ['bottom', 'middle'],
      (bench) => [
        bench.sheet.getRange('A1').getVerticalAlignment(),
        bench.sheet.getRange('A1').setVerticalAlignment('middle').getVerticalAlignment(),
      ],
    ),
    shown(`${CELLS}#setVerticalAlignment`, 'null moves the text back to the bottom', 'bottom', ({ sheet }) =>
      sheet.getRange('A1').setVerticalAlignment('top').setVerticalAlignment(null).getVerticalAlignment(),
    ),
    shown(`${CELLS}#getWrap`, 'getWrap of an untouched cell is true', true, ({ sheet }) =>
      sheet.getRange('A1').getWrap(),
    ),
    shown(
      `${CELLS}#setWrapStrategy`,
      'a cell that overflows or clips does not wrap',
      [false, false, true],
      ({ sheet }) => {
        const { OVERFLOW, CLIP, WRAP } = SpreadsheetApp.WrapStrategy;
        return [OVERFLOW, CLIP, WRAP].map((strategy) => sheet.getRange('A1').setWrapStrategy(strategy).getWrap());
      },
    ),
    shown(`${CELLS}#setWrap`, 'setWrap is the strategy WRAP or OVERFLOW', ['WRAP', 'OVERFLOW'], ({ sheet }) =>
      [true, false].map((isWrapped) => String(sheet.getRange('A1').setWrap(isWrapped).getWrapStrategy())),
    ),
    shown(`${CELLS}#setNumberFormat`, 'the format general reads back in digits', '0.###############', ({ sheet }) =>
      sheet.getRange('A1').setNumberFormat('general').getNumberFormat(),
    ),
    shown(
      `${CELLS}#getNumberFormats`,
      'getNumberFormats gives each cell its own',
      [['0.0000', '#,##0.00']],
      ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setNumberFormats([['0.0000', '#,##0.00']])
          .getNumberFormats(),
    ),
    documented(`${CELLS}#setDataValidation`, 'null takes the validation away', null, ({ sheet }) => {
      const rule = SpreadsheetApp.newDataValidation().requireDate().build();
      return sheet.getRange('A1').setDataValidation(rule).setDataValidation(null).getDataValidation() === null
        ? null
        : 'a rule';
    }),
    documented(
      `${CELLS}#getDataValidations`,
      'getDataValidations has null for each cell without a rule',
      [[true, false]],
      (bench) => {
        bench.sheet.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build());
        return bench.sheet
          .getRange('A1:B1')
          .getDataValidations()
          .map((row) => row.map((rule) => rule === null));
      },
    ),
    checkboxes(`${CELLS}#insertCheckboxes`, 'checkboxes have no values of their own', ['CHECKBOX', []], ({ sheet }) => {
      const rule = sheet.getRange('A1:A2').insertCheckboxes().getDataValidation();
      return [String(rule?.getCriteriaType()), rule?.getCriteriaValues() ?? 'no rule'];
    }),
    checkboxes(`${CELLS}#insertCheckboxes`, 'checkboxes may have a value for ticked', ['DONE'], ({ sheet }) => {
      const rule = sheet.getRange('A1:A2').insertCheckboxes('DONE').getDataValidation();
      return rule?.getCriteriaValues() ?? 'no rule';
    }),
    checkboxes(
      `${CELLS}#insertCheckboxes`,
      'checkboxes may have values for both',
      [['YES', 'NO'], 'NO'],
      ({ sheet }) => {
        const cell = sheet.getRange('A1').insertCheckboxes('YES', 'NO');
        return [cell.getDataValidation()?.getCriteriaValues() ?? 'no rule', cell.getValue()];
      },
    ),
    checkboxes(`${CELLS}#insertCheckboxes`, 'checkboxes take the place of another rule', 'CHECKBOX', ({ sheet }) => {
      const rule = SpreadsheetApp.newDataValidation().requireDate().build();
      const cell = sheet.getRange('A1').setDataValidation(rule).insertCheckboxes();
      return String(cell.getDataValidation()?.getCriteriaType());
    }),
    documented(
      `${CELLS}#sort`,
      'a range is sorted by several columns',
      [
        ['a', 1],
        ['a', 2],
        ['b', 0],
      ],
      ({ sheet }) =>
        sheet
          .getRange('A1:B3')
          .setValues([
            ['a', 2],
            ['b', 0],
            ['a', 1],
          ])
          .sort([1, { column: 2, ascending: true }])
          .getValues(),
    ),
    documented(`${CELLS}#protect`, 'protect gives a protection of the range', ['RANGE', 'A1:B2'], ({ sheet }) => {
      const protection = sheet.getRange('A1:B2').protect();
      const seen = [String(protection.getProtectionType()), protection.getRange().getA1Notation()];
      protection.remove();
      return seen;
    }),
  ],
};
