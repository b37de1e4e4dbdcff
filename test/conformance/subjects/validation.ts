// Data validation: rules as scripts build and read them, and what they do to a script's writes.
import { documented, errorOf, isRefused, likely, type Subject, unknown } from '../../../src/platform/behaviour.ts';
import { builder, STATUSES, safe, strictList } from '../../../src/platform/safe-behaviours.ts';

const BUILDER = 'reference/spreadsheet/data-validation-builder';
const RULE = 'reference/spreadsheet/data-validation';
const RANGE = 'reference/spreadsheet/range#setDataValidation';
const INVALID = `${BUILDER}#setAllowInvalid`;

export const validation: Subject = {
  title: 'Data validation',
  behaviours: [
    ...safe.validation,
    documented(
      `${BUILDER}#requireValueInList`,
      'a list rule gives its criterion, values and dropdown',
      ['VALUE_IN_LIST', STATUSES, true],
      () => {
        const rule = builder().requireValueInList(STATUSES).build();
        return [String(rule.getCriteriaType()), rule.getCriteriaValues()[0], rule.getCriteriaValues()[1]];
      },
    ),
    documented(
      `${BUILDER}#requireValueInList`,
      'a list rule can be without a dropdown',
      false,
      () => builder().requireValueInList(STATUSES, false).build().getCriteriaValues()[1],
    ),
    documented(INVALID, 'a rule allows what is invalid until it is told not to', [true, false], () => [
      builder().requireValueInList(STATUSES).build().getAllowInvalid(),
      strictList().getAllowInvalid(),
    ]),
    documented(`${RULE}#getHelpText`, 'a rule has its help text, or null', [null, 'Pick one'], () => [
      builder().requireValueInList(STATUSES).build().getHelpText(),
      builder().requireValueInList(STATUSES).setHelpText('Pick one').build().getHelpText(),
    ]),
    documented(
      `${BUILDER}#requireDate`,
      'a rule for any date has its criterion and no values',
      ['DATE_IS_VALID_DATE', 0],
      () => {
        const rule = builder().requireDate().build();
        return [String(rule.getCriteriaType()), rule.getCriteriaValues().length];
      },
    ),
    documented(
      `${BUILDER}#requireDateAfter`,
      'a rule for later dates has its criterion and a Date',
      ['DATE_AFTER', true],
      () => {
        const rule = builder()
          .requireDateAfter(new Date(2026, 1, 11))
          .build();
        return [String(rule.getCriteriaType()), rule.getCriteriaValues()[0] instanceof Date];
      },
    ),
    documented(`${BUILDER}#requireDateBetween`, 'a rule for dates between two has both', ['DATE_BETWEEN', 2], () => {
      const rule = builder()
        .requireDateBetween(new Date(2026, 0, 1), new Date(2026, 11, 31))
        .build();
      return [String(rule.getCriteriaType()), rule.getCriteriaValues().length];
    }),
    documented(
      `${BUILDER}#requireFormulaSatisfied`,
      'a rule with a formula gives the formula back',
      ['CUSTOM_FORMULA', ['=A1>0']],
      () => {
        const rule = builder().requireFormulaSatisfied('=A1>0').build();
        return [String(rule.getCriteriaType()), rule.getCriteriaValues()];
      },
    ),
    documented(`${BUILDER}#requireCheckbox`, 'a checkbox rule has its criterion and no values', ['CHECKBOX', 0], () => {
      const rule = builder().requireCheckbox().build();
      return [String(rule.getCriteriaType()), rule.getCriteriaValues().length];
    }),
    documented(
      `${BUILDER}#requireValueInRange`,
      'a rule for values of a range gives the range back',
      ['VALUE_IN_RANGE', 'C1:C3', true],
      ({ sheet }) => {
        const rule = builder().requireValueInRange(sheet.getRange('C1:C3')).build();
        const [range, hasDropdown] = rule.getCriteriaValues();
        return [String(rule.getCriteriaType()), range.getA1Notation(), hasDropdown];
      },
    ),
    likely(`${BUILDER}#requireValueInList`, 'a list of more than 500 values is refused', true, ({ sheet }) =>
      isRefused(() => {
        const many = Array.from({ length: 501 }, (_, index) => `value ${index}`);
        sheet.getRange('A1').setDataValidation(builder().requireValueInList(many).build());
      }),
    ),
    documented(`${RULE}#copy`, 'a copy of a rule changes without the rule', [true, false], () => {
      const rule = builder().requireValueInList(STATUSES).build();
      return [rule.getAllowInvalid(), rule.copy().setAllowInvalid(false).build().getAllowInvalid()].map(
        (isAllowed, index) => (index === 0 ? isAllowed && rule.getAllowInvalid() : isAllowed),
      );
    }),
    documented(
      'reference/spreadsheet/range#getDataValidation',
      'a cell without a rule gives null',
      null,
      ({ sheet }) => {
        const rule = sheet.getRange('A1').getDataValidation();
        return rule === null ? null : 'a rule';
      },
    ),
    documented(
      'reference/spreadsheet/range#getDataValidations',
      'getDataValidations gives null where there is no rule',
      [[true, false]],
      ({ sheet }) => {
        sheet.getRange('A1').setDataValidation(strictList());
        return sheet
          .getRange('A1:B1')
          .getDataValidations()
          .map((row) => row.map((rule) => rule !== null));
      },
    ),
    documented(RANGE, 'null takes the rule away', null, ({ sheet }) => {
      const cell = sheet.getRange('A1').setDataValidation(strictList()).setDataValidation(null);
      return cell.getDataValidation() === null ? null : 'a rule';
    }),
    documented(
      'reference/spreadsheet/range#clearDataValidations',
      'clearDataValidations takes the rules away',
      null,
      ({ sheet }) => {
        const cell = sheet.getRange('A1').setDataValidation(strictList()).clearDataValidations();
        return cell.getDataValidation() === null ? null : 'a rule';
      },
    ),
    documented(
      'reference/spreadsheet/range#setDataValidations',
      'setDataValidations gives each cell its own rule',
      [['VALUE_IN_LIST', 'none', 'CHECKBOX']],
      ({ sheet }) => {
        sheet.getRange('A1:C1').setDataValidations([[strictList(), null, builder().requireCheckbox().build()]]);
        return sheet
          .getRange('A1:C1')
          .getDataValidations()
          .map((row) => row.map((rule) => (rule === null ? 'none' : String(rule.getCriteriaType()))));
      },
    ),
    likely(
      RANGE,
      'a rule set on part of a range leaves the rest its own',
      ['VALUE_IN_LIST', 'CHECKBOX', 'VALUE_IN_LIST'],
      ({ sheet }) => {
        const range = sheet.getRange('A1:A3').setDataValidation(strictList());
        sheet.getRange('A2').setDataValidation(builder().requireCheckbox().build());
        return range.getDataValidations().map(([rule]) => String(rule?.getCriteriaType()));
      },
    ),
    documented(
      'reference/spreadsheet/range#insertCheckboxes',
      'insertCheckboxes sets the rule and the value false',
      ['CHECKBOX', false],
      ({ sheet }) => {
        const cell = sheet.getRange('A1').insertCheckboxes();
        return [String(cell.getDataValidation()?.getCriteriaType()), cell.getValue()];
      },
    ),
    likely(
      INVALID,
      'the error names the cell and, for a list, what may be entered',
      'The data you entered in cell B2 violates the data validation rules set on this cell. Please enter one of the following values: Proposed, Active.',
      ({ sheet }) =>
        errorOf(() => {
          sheet.getRange('B2').setDataValidation(strictList()).setValue('Sunk');
          SpreadsheetApp.flush();
        }),
    ),
    unknown(
      INVALID,
      'the write that breaks the rule fails at setValue, not at the flush',
      'at the write',
      ({ sheet }) => {
        const cell = sheet.getRange('A1').setDataValidation(strictList());
        SpreadsheetApp.flush();
        if (errorOf(() => cell.setValue('Sunk')) !== null) return 'at the write';
        return errorOf(() => SpreadsheetApp.flush()) === null ? 'not at all' : 'at the flush';
      },
    ),
    unknown(INVALID, 'a refused write leaves the cell its old value', 'Active', ({ sheet }) => {
      const cell = sheet.getRange('A1').setDataValidation(strictList()).setValue('Active');
      isRefused(() => cell.setValue('Sunk'));
      return cell.getValue();
    }),
    unknown(INVALID, 'setValues with one refused cell writes none of them', [['', '']], ({ sheet }) => {
      sheet.getRange('B1').setDataValidation(strictList());
      isRefused(() => sheet.getRange('A1:B1').setValues([['fine', 'Sunk']]));
      return sheet.getRange('A1:B1').getValues();
    }),
    likely(INVALID, 'a rule that only warns keeps what breaks it', 'Sunk', ({ sheet }) => {
      const rule = builder().requireValueInList(STATUSES).setAllowInvalid(true).build();
      const cell = sheet.getRange('A1').setDataValidation(rule).setValue('Sunk');
      SpreadsheetApp.flush();
      return cell.getValue();
    }),
    likely(INVALID, 'a rule set over a value that breaks it leaves the value', 'Sunk', ({ sheet }) => {
      const cell = sheet.getRange('A1').setValue('Sunk').setDataValidation(strictList());
      SpreadsheetApp.flush();
      return cell.getValue();
    }),
    unknown(INVALID, 'a list is strict about case', true, ({ sheet }) =>
      isRefused(() => sheet.getRange('A1').setDataValidation(strictList()).setValue('ACTIVE')),
    ),
    likely(INVALID, 'a number passes a list that offers its digits', [false, 5], ({ sheet }) => {
      const rule = builder().requireValueInList(['5', '10']).setAllowInvalid(false).build();
      const cell = sheet.getRange('A1').setDataValidation(rule);
      return [isRefused(() => cell.setValue(5)), cell.getValue()];
    }),
    likely(INVALID, "a formula's references move with the cells of the rule's range", [false, true], ({ sheet }) => {
      const rule = builder().requireFormulaSatisfied('=B1="open"').setAllowInvalid(false).build();
      sheet.getRange('A1:A2').setDataValidation(rule);
      sheet.getRange('B1:B2').setValues([['open'], ['shut']]);
      SpreadsheetApp.flush();
      return [isRefused(() => sheet.getRange('A1').setValue('x')), isRefused(() => sheet.getRange('A2').setValue('x'))];
    }),
    likely(INVALID, 'a rule for values of a range follows what the range holds', [true, false], ({ sheet }) => {
      sheet.getRange('C1').setValue('ebb');
      const rule = builder().requireValueInRange(sheet.getRange('C1:C2')).setAllowInvalid(false).build();
      const cell = sheet.getRange('A1').setDataValidation(rule);
      SpreadsheetApp.flush();
      const before = isRefused(() => cell.setValue('flood'));
      sheet.getRange('C2').setValue('flood');
      return [before, isRefused(() => cell.setValue('flood'))];
    }),
    unknown(
      `${BUILDER}#build`,
      'a rule without a criterion cannot be built',
      true,
      () => errorOf(() => builder().build()) !== null,
    ),
  ],
};
