// What the documentation says of the methods of sheets, spreadsheets and rules that the add-on uses.
import { documented, errorOf, likely, type Subject } from '../../../src/platform/behaviour.ts';
import { ruleFor } from '../../../src/platform/safe-behaviours.ts';
import { peer } from '../peer.ts';

const SHEET = 'reference/spreadsheet/sheet';
const BOOK = 'reference/spreadsheet/spreadsheet';
const APP = 'reference/spreadsheet/spreadsheet-app';
const LIST = 'reference/spreadsheet/range-list';
const RULE = 'reference/spreadsheet/data-validation-builder';
const FORMAT = 'reference/spreadsheet/conditional-format-rule-builder';
const PROTECTION = 'reference/spreadsheet/protection';
const rules = peer('testsheetsdatavalidations');
const basics = peer('testsheetsbasic');
const stays = peer('testsheetsvalues');

export const methodsOfSheets: Subject = {
  title: 'Methods of sheets and rules',
  behaviours: [
    documented(`${SHEET}#getMaxRows`, 'getMaxRows counts the rows, whatever they hold', 30, ({ sheet }) =>
      sheet.getMaxRows(),
    ),
    documented(`${SHEET}#getMaxColumns`, 'getMaxColumns counts the columns, whatever they hold', 10, ({ sheet }) =>
      sheet.getMaxColumns(),
    ),
    documented(`${SHEET}#getLastRow`, 'getLastRow of a sheet is the last row with content', 7, ({ sheet }) => {
      sheet.getRange('B7').setValue('x');
      return sheet.getLastRow();
    }),
    documented(`${SHEET}#getLastColumn`, 'getLastColumn of a sheet is the last column with content', 2, ({ sheet }) => {
      sheet.getRange('B7').setValue('x');
      return sheet.getLastColumn();
    }),
    documented(`${SHEET}#getName`, 'getName gives what setName has set', 'Conformance again', ({ sheet }) => {
      const before = sheet.getName();
      const seen = sheet.setName('Conformance again').getName();
      sheet.setName(before);
      return seen;
    }),
    documented(`${SHEET}#getParent`, 'getParent gives the spreadsheet', true, ({ sheet, spreadsheet }) => {
      return sheet.getParent().getId() === spreadsheet.getId();
    }),
    documented(`${SHEET}#deleteRow`, 'deleteRow deletes the row at that place', ['b', 29], ({ sheet }) => {
      sheet.getRange('A1:A2').setValues([['a'], ['b']]);
      sheet.deleteRow(1);
      return [sheet.getRange('A1').getValue(), sheet.getMaxRows()];
    }),
    documented(
      `${SHEET}#insertRowsAfter`,
      'insertRowsAfter inserts as many rows as it is told',
      ['a', '', '', 'b'],
      (bench) => {
        bench.sheet.getRange('A1:A2').setValues([['a'], ['b']]);
        bench.sheet.insertRowsAfter(1, 2);
        return bench.sheet
          .getRange('A1:A4')
          .getValues()
          .map(([value]) => value as string);
      },
    ),
    documented(`${SHEET}#insertRowBefore`, 'insertRowBefore moves the row down', ['', 'a'], ({ sheet }) => {
      sheet.getRange('A1').setValue('a');
      sheet.insertRowBefore(1);
      return sheet
        .getRange('A1:A2')
        .getValues()
        .map(([value]) => value as string);
    }),
    documented(
      `${SHEET}#moveRows`,
      'moveRows moves whole rows, formats and notes with them, in front of a place counted before the move',
      ['b', 'c', 'a', '#fce8e6', 'mine', 'd'],
      ({ sheet }) => {
        sheet.getRange('A1:A4').setValues([['a'], ['b'], ['c'], ['d']]);
        sheet.getRange('A1').setBackground('#fce8e6').setNote('mine');
        sheet.moveRows(sheet.getRange('A1'), 4);
        const moved = sheet.getRange('A3');
        const texts = sheet.getRange('A1:A4').getValues().map(String);
        return [...texts.slice(0, 3), moved.getBackground(), moved.getNote(), ...texts.slice(3)];
      },
    ),
    documented(
      `${SHEET}#insertColumnsAfter`,
      'insertColumnsAfter inserts as many columns as it is told',
      [['a', '', '', 'b']],
      (bench) => {
        bench.sheet.getRange('A1:B1').setValues([['a', 'b']]);
        bench.sheet.insertColumnsAfter(1, 2);
        return bench.sheet.getRange('A1:D1').getValues();
      },
    ),
    documented(
      `${SHEET}#insertColumnsBefore`,
      'insertColumnsBefore moves the column to the right',
      [['', 'a']],
      (bench) => {
        bench.sheet.getRange('A1').setValue('a');
        bench.sheet.insertColumnsBefore(1, 1);
        return bench.sheet.getRange('A1:B1').getValues();
      },
    ),
    documented(`${SHEET}#setFrozenRows`, 'frozen rows are counted, and 0 frees them', [2, 0], ({ sheet }) => {
      sheet.setFrozenRows(2);
      const frozen = sheet.getFrozenRows();
      sheet.setFrozenRows(0);
      return [frozen, sheet.getFrozenRows()];
    }),
    documented(`${SHEET}#setFrozenColumns`, 'frozen columns are counted, and 0 frees them', [2, 0], ({ sheet }) => {
      sheet.setFrozenColumns(2);
      const frozen = sheet.getFrozenColumns();
      sheet.setFrozenColumns(0);
      return [frozen, sheet.getFrozenColumns()];
    }),
    stays(
      `${SHEET}#setColumnWidth`,
      "a column's width is what was set, and its neighbour's stays",
      [200, true],
      (bench) => {
        const { sheet } = bench;
        const [own, next] = [sheet.getColumnWidth(2), sheet.getColumnWidth(3)];
        const wide = sheet.setColumnWidth(2, 200).getColumnWidth(2);
        const isSame = sheet.getColumnWidth(3) === next;
        sheet.setColumnWidth(2, own);
        return [wide, isSame];
      },
    ),
    stays(`${SHEET}#setRowHeight`, "a row's height is what was set", 31, ({ sheet }) => {
      const before = sheet.getRowHeight(3);
      const high = sheet.setRowHeight(3, 31).getRowHeight(3);
      sheet.setRowHeight(3, before);
      return high;
    }),
    stays(`${BOOK}#insertSheet`, 'sheets are counted from 1, wherever they are inserted', true, ({ spreadsheet }) => {
      const added = spreadsheet.insertSheet('Conformance, second', 0);
      const isCounted = spreadsheet.getSheets().every((sheet, index) => sheet.getIndex() === index + 1);
      spreadsheet.deleteSheet(added);
      return isCounted;
    }),
    documented(`${SHEET}#hideColumns`, 'columns are hidden from one on', [true, true, false], ({ sheet }) => {
      sheet.hideColumns(2, 2);
      const seen = [2, 3, 4].map((column) => sheet.isColumnHiddenByUser(column));
      sheet.showColumns(2, 2);
      return seen;
    }),
    documented(
      `${SHEET}#isSheetHidden`,
      'a sheet that is hidden says so until it is shown',
      [false, true, false],
      (bench) => {
        const { sheet } = bench;
        const before = sheet.isSheetHidden();
        const hidden = sheet.hideSheet().isSheetHidden();
        return [before, hidden, sheet.showSheet().isSheetHidden()];
      },
    ),
    documented(
      `${SHEET}#getDataRange`,
      'getDataRange has all that the sheet holds',
      [
        ['a', ''],
        ['', 'b'],
      ],
      ({ sheet }) => {
        sheet.getRange('A1').setValue('a');
        sheet.getRange('B2').setValue('b');
        return sheet.getDataRange().getValues();
      },
    ),
    documented(`${SHEET}#getRangeList`, 'a list of ranges keeps their order', ['C1', 'A1:B2'], ({ sheet }) =>
      sheet
        .getRangeList(['C1', 'A1:B2'])
        .getRanges()
        .map((range) => range.getA1Notation()),
    ),
    documented(
      `${LIST}#setBackground`,
      'a list of ranges takes a colour',
      ['#ff0000', '#ffffff', '#ff0000'],
      ({ sheet }) => {
        sheet.getRangeList(['A1', 'C1']).setBackground('#ff0000');
        return sheet.getRange('A1:C1').getBackgrounds()[0] ?? [];
      },
    ),
    documented(`${LIST}#setNumberFormat`, 'a list of ranges takes a number format', ['0.00', '0.00'], ({ sheet }) => {
      sheet.getRangeList(['A1', 'C1']).setNumberFormat('0.00');
      return ['A1', 'C1'].map((name) => sheet.getRange(name).getNumberFormat());
    }),
    documented(`${LIST}#setFontWeight`, 'a list of ranges takes a weight', ['bold', 'bold'], ({ sheet }) => {
      sheet.getRangeList(['A1', 'C1']).setFontWeight('bold');
      return ['A1', 'C1'].map((name) => sheet.getRange(name).getFontWeight());
    }),
    documented(`${LIST}#setVerticalAlignment`, 'a list of ranges takes an alignment', ['top', 'top'], ({ sheet }) => {
      sheet.getRangeList(['A1', 'C1']).setVerticalAlignment('top');
      return ['A1', 'C1'].map((name) => sheet.getRange(name).getVerticalAlignment());
    }),
    documented(`${LIST}#setWrapStrategy`, 'a list of ranges takes a wrap strategy', ['CLIP', 'CLIP'], ({ sheet }) => {
      sheet.getRangeList(['A1', 'C1']).setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
      return ['A1', 'C1'].map((name) => String(sheet.getRange(name).getWrapStrategy()));
    }),
    documented(
      `${LIST}#clearDataValidations`,
      'a list of ranges gives up its validations',
      [true, true],
      ({ sheet }) => {
        const rule = SpreadsheetApp.newDataValidation().requireDate().build();
        for (const name of ['A1', 'C1']) sheet.getRange(name).setDataValidation(rule);
        sheet.getRangeList(['A1', 'C1']).clearDataValidations();
        return ['A1', 'C1'].map((name) => sheet.getRange(name).getDataValidation() === null);
      },
    ),
    basics(`${SHEET}#clear`, 'clear of a sheet leaves notes and validations', ['', 'ebb', true], ({ sheet }) => {
      const rule = SpreadsheetApp.newDataValidation().requireDate().build();
      sheet.getRange('A1').setValue('x').setNote('ebb').setDataValidation(rule);
      const cell = sheet.clear().getRange('A1');
      return [cell.getValue(), cell.getNote(), cell.getDataValidation() !== null];
    }),
    basics(
      `${SHEET}#clearContents`,
      'clearContents of a sheet leaves colours and notes',
      ['', '#ff0000', 'ebb'],
      (bench) => {
        bench.sheet.getRange('A1').setValue('x').setNote('ebb').setBackground('#ff0000');
        const cell = bench.sheet.clearContents().getRange('A1');
        return [cell.getValue(), cell.getBackground(), cell.getNote()];
      },
    ),
    basics(
      `${SHEET}#clearFormats`,
      'clearFormats of a sheet leaves values and notes',
      ['x', '#ffffff', 'ebb'],
      (bench) => {
        bench.sheet.getRange('A1').setValue('x').setNote('ebb').setBackground('#ff0000');
        const cell = bench.sheet.clearFormats().getRange('A1');
        return [cell.getValue(), cell.getBackground(), cell.getNote()];
      },
    ),
    basics(
      `${SHEET}#clearNotes`,
      'clearNotes of a sheet leaves values and colours',
      ['x', '#ff0000', ''],
      ({ sheet }) => {
        sheet.getRange('A1').setValue('x').setNote('ebb').setBackground('#ff0000');
        const cell = sheet.clearNotes().getRange('A1');
        return [cell.getValue(), cell.getBackground(), cell.getNote()];
      },
    ),
    documented(
      `${BOOK}#getId`,
      'the spreadsheet has an ID',
      true,
      ({ spreadsheet }) => spreadsheet.getId().length > 10,
    ),
    documented(
      `${BOOK}#getName`,
      'the spreadsheet has a name',
      'string',
      ({ spreadsheet }) => typeof spreadsheet.getName(),
    ),
    documented(`${BOOK}#getSheetByName`, 'a sheet that is not there is null', true, ({ spreadsheet }) => {
      return spreadsheet.getSheetByName('no such sheet') === null;
    }),
    documented(`${BOOK}#getSheets`, 'getSheets has every sheet of the spreadsheet', true, ({ spreadsheet, sheet }) =>
      spreadsheet.getSheets().some((one) => one.getSheetId() === sheet.getSheetId()),
    ),
    documented(
      `${BOOK}#setActiveSheet`,
      'the active sheet can be set and asked for',
      true,
      ({ spreadsheet, sheet }) => {
        spreadsheet.setActiveSheet(sheet);
        return SpreadsheetApp.getActiveSheet().getSheetId() === sheet.getSheetId();
      },
    ),
    documented(`${APP}#getActiveSpreadsheet`, 'the script knows the spreadsheet that it is bound to', true, (bench) => {
      return SpreadsheetApp.getActiveSpreadsheet().getId() === bench.spreadsheet.getId();
    }),
    documented(`${APP}#getActiveRange`, 'the active range is the one that was activated', 'B2:C3', ({ sheet }) => {
      sheet.getRange('B2:C3').activate();
      return SpreadsheetApp.getActiveRange()?.getA1Notation() ?? 'none';
    }),
    documented(`${APP}#flush`, 'flush gives nothing', true, () => errorOf(() => SpreadsheetApp.flush()) === null),
    rules(`${RULE}#getCriteriaType`, 'a rule without a criterion has none', [null, []], () => {
      const builder = SpreadsheetApp.newDataValidation();
      return [builder.getCriteriaType() === null ? null : 'a criterion', builder.getCriteriaValues()];
    }),
    rules(`${RULE}#getAllowInvalid`, 'invalid entries are allowed until they are not', [true, false, true], () => {
      const builder = SpreadsheetApp.newDataValidation();
      return [
        builder.getAllowInvalid(),
        builder.setAllowInvalid(false).getAllowInvalid(),
        builder.setAllowInvalid(true).getAllowInvalid(),
      ];
    }),
    rules(`${RULE}#setHelpText`, 'there is no help text until it is set', [null, 'ebb'], () => {
      const builder = SpreadsheetApp.newDataValidation();
      return [builder.getHelpText(), builder.setHelpText('ebb').getHelpText()];
    }),
    rules(
      `${RULE}#requireCheckbox`,
      'a rule for checkboxes has the values that it was given',
      [[], ['A'], ['A', 'B']],
      () => {
        const builder = SpreadsheetApp.newDataValidation();
        return [
          builder.requireCheckbox().getCriteriaValues(),
          builder.requireCheckbox('A').getCriteriaValues(),
          builder.requireCheckbox('A', 'B').getCriteriaValues(),
        ];
      },
    ),
    rules(`${RULE}#requireValueInList`, 'a list has its values and whether it is shown', [['a', 'b'], false], () =>
      SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b'], false).build().getCriteriaValues(),
    ),
    rules(
      `${RULE}#requireFormulaSatisfied`,
      'a rule with a formula has it as it was given',
      ['CUSTOM_FORMULA', ['=F7']],
      () => {
        const rule = SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=F7').build();
        return [String(rule.getCriteriaType()), rule.getCriteriaValues()];
      },
    ),
    rules(`${RULE}#requireDate`, 'a rule for dates has no values', ['DATE_IS_VALID_DATE', []], () => {
      const rule = SpreadsheetApp.newDataValidation().requireDate().build();
      return [String(rule.getCriteriaType()), rule.getCriteriaValues()];
    }),
    rules(
      `${RULE}#build`,
      'rule and builder as texts are their names',
      ['DataValidationBuilder', 'DataValidation'],
      () => {
        const builder = SpreadsheetApp.newDataValidation();
        return [String(builder), String(builder.requireDate().build())];
      },
    ),
    documented(
      `${FORMAT}#setBackground`,
      'a highlight has the colours that it was given',
      ['#ff0000', '#00ff00'],
      (bench) => {
        const condition = SpreadsheetApp.newConditionalFormatRule()
          .whenFormulaSatisfied('=1=1')
          .setBackground('#ff0000')
          .setFontColor('#00ff00')
          .setRanges([bench.sheet.getRange('A1')])
          .build()
          .getBooleanCondition();
        return [condition?.getBackground() ?? '', condition?.getFontColor() ?? ''];
      },
    ),
    documented(`${FORMAT}#setRanges`, 'a highlight is for all of its ranges', ['A1', 'C1:D2'], ({ sheet }) =>
      ruleFor([sheet.getRange('A1'), sheet.getRange('C1:D2')])
        .getRanges()
        .map((range) => range.getA1Notation()),
    ),
    documented(
      `${SHEET}#getConditionalFormatRules`,
      'a sheet without highlights has an empty list of them',
      [],
      ({ sheet }) => sheet.getConditionalFormatRules().map(String),
    ),
    documented(
      `${PROTECTION}#getDescription`,
      'a protection has no description until it is set',
      ['', 'ours'],
      ({ sheet }) => {
        const protection = sheet.getRange('A1').protect();
        const seen = [protection.getDescription() ?? '', protection.setDescription('ours').getDescription() ?? ''];
        protection.remove();
        return seen;
      },
    ),
    basics(`${PROTECTION}#setWarningOnly`, 'a protection may only warn', [false, true], ({ sheet }) => {
      const protection = sheet.getRange('A1').protect();
      const seen = [protection.isWarningOnly(), protection.setWarningOnly(true).isWarningOnly()];
      protection.remove();
      return seen;
    }),
    documented(`${SHEET}#getProtections`, 'a protection that is removed is listed no more', [1, 0], ({ sheet }) => {
      const protection = sheet.getRange('A1').protect();
      const count = () => sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length;
      const before = count();
      protection.remove();
      return [before, count()];
    }),
    likely(
      `${BOOK}#getSheetByName`,
      'a sheet is found under the name that it was given last',
      [true, true],
      (bench) => {
        const { sheet, spreadsheet } = bench;
        const before = sheet.getName();
        sheet.setName('Conformance again');
        const seen = [
          spreadsheet.getSheetByName(before) === null,
          spreadsheet.getSheetByName('Conformance again') !== null,
        ];
        sheet.setName(before);
        return seen;
      },
    ),
    documented(`${APP}#getActiveSheet`, 'the active sheet is the one that was activated', true, ({ sheet }) => {
      sheet.activate();
      return SpreadsheetApp.getActiveSheet().getSheetId() === sheet.getSheetId();
    }),
    documented(`${APP}#newDataValidation`, 'every builder of rules is a new one', false, () => {
      const [one, other] = [SpreadsheetApp.newDataValidation(), SpreadsheetApp.newDataValidation()];
      return one === other;
    }),
    documented(`${APP}#newConditionalFormatRule`, 'a builder of highlights has no ranges yet', [], () =>
      SpreadsheetApp.newConditionalFormatRule().getRanges().map(String),
    ),
    documented(
      'reference/spreadsheet/conditional-format-rule#getBooleanCondition',
      'a highlight by a formula has a condition of its own kind',
      ['CUSTOM_FORMULA', ['=$A1="x"']],
      ({ sheet }) => {
        const condition = ruleFor([sheet.getRange('A1')]).getBooleanCondition();
        return [String(condition?.getCriteriaType()), condition?.getCriteriaValues() ?? 'no condition'];
      },
    ),
  ],
};
