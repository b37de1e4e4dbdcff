// Conditional formats: rules as scripts build them, their order, and what becomes of them when rows come and go.
import { documented, errorOf, likely, type Subject, unknown } from '../../../src/platform/behaviour.ts';
import { formulasOf, placesOf, ruleFor, safe } from '../../../src/platform/safe-behaviours.ts';

const BUILDER = 'reference/spreadsheet/conditional-format-rule-builder';
const RULE = 'reference/spreadsheet/conditional-format-rule';
const SHEET = 'reference/spreadsheet/sheet#setConditionalFormatRules';

export const conditionalFormats: Subject = {
  title: 'Conditional formats',
  behaviours: [
    ...safe.conditionalFormats,
    documented(
      `${BUILDER}#whenFormulaSatisfied`,
      'a rule with a formula gives criterion and formula back',
      ['CUSTOM_FORMULA', ['=$A1="x"']],
      ({ sheet }) => {
        const condition = ruleFor([sheet.getRange('A1:C5')]).getBooleanCondition();
        return [String(condition?.getCriteriaType()), condition?.getCriteriaValues() ?? null];
      },
    ),
    documented(`${RULE}#getRanges`, 'a rule gives its ranges back', [['A1:A5', 'C1:C5']], ({ sheet }) =>
      placesOf([ruleFor([sheet.getRange('A1:A5'), sheet.getRange('C1:C5')])]),
    ),
    documented(`${RULE}#getGradientCondition`, 'a rule with a formula has no gradient', null, ({ sheet }) => {
      const gradient = ruleFor([sheet.getRange('A1')]).getGradientCondition();
      return gradient === null ? null : 'a gradient';
    }),
    documented(
      `${BUILDER}#setBold`,
      'a rule keeps colour, bold and strikethrough',
      ['#ff0000', true, true],
      ({ sheet }) => {
        const rule = ruleFor([sheet.getRange('A1')])
          .copy()
          .setBold(true)
          .setStrikethrough(true)
          .build();
        const condition = rule.getBooleanCondition();
        return [condition?.getBackground() ?? '', condition?.getBold() ?? null, condition?.getStrikethrough() ?? null];
      },
    ),
    documented(`${RULE}#copy`, 'a copy of a rule changes without the rule', ['=$A1="x"', '=$B1=1'], ({ sheet }) => {
      const rule = ruleFor([sheet.getRange('A1')]);
      const copy = rule.copy().whenFormulaSatisfied('=$B1=1').build();
      return formulasOf([rule, copy]);
    }),
    documented(SHEET, 'the rules that are set take the place of all that were there', [['=2=2'], 1], ({ sheet }) => {
      sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A1')], '=1=1')]);
      sheet.setConditionalFormatRules([ruleFor([sheet.getRange('B1')], '=2=2')]);
      const rules = sheet.getConditionalFormatRules();
      return [formulasOf(rules), rules.length];
    }),
    documented(
      'reference/spreadsheet/sheet#clearConditionalFormatRules',
      'clearConditionalFormatRules takes all away',
      0,
      ({ sheet }) => {
        sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A1')])]);
        sheet.clearConditionalFormatRules();
        return sheet.getConditionalFormatRules().length;
      },
    ),
    likely(SHEET, "a rule's range grows with rows inserted inside it", [['A2:C7']], ({ sheet }) => {
      sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A2:C5')], '=$A2="x"')]);
      sheet.insertRowsAfter(3, 2);
      return placesOf(sheet.getConditionalFormatRules());
    }),
    likely(SHEET, "a rule's range shrinks with rows deleted inside it", [['A2:C4']], ({ sheet }) => {
      sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A2:C5')], '=$A2="x"')]);
      sheet.deleteRow(3);
      return placesOf(sheet.getConditionalFormatRules());
    }),
    likely(SHEET, 'a rule whose whole range is deleted is gone', 0, ({ sheet }) => {
      sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A2:C3')], '=$A2="x"')]);
      sheet.deleteRows(2, 2);
      return sheet.getConditionalFormatRules().length;
    }),
    likely(
      SHEET,
      "a column inserted before it moves a rule's range and formula",
      [[['D1:D5']], ['=$D1="x"']],
      ({ sheet }) => {
        sheet.setConditionalFormatRules([ruleFor([sheet.getRange('C1:C5')], '=$C1="x"')]);
        sheet.insertColumnBefore(1);
        const rules = sheet.getConditionalFormatRules();
        return [placesOf(rules), formulasOf(rules)];
      },
    ),
    unknown(SHEET, "a row inserted right before a rule's first row joins its range", [['A2:C6']], ({ sheet }) => {
      sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A2:C5')], '=$A2="x"')]);
      sheet.insertRowBefore(2);
      return placesOf(sheet.getConditionalFormatRules());
    }),
    unknown(SHEET, "a row inserted right after a rule's last row joins its range", [['A2:C6']], ({ sheet }) => {
      sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A2:C5')], '=$A2="x"')]);
      sheet.insertRowAfter(5);
      return placesOf(sheet.getConditionalFormatRules());
    }),
    likely(
      `${BUILDER}#build`,
      'a rule without ranges cannot be built and set',
      true,
      ({ sheet }) =>
        errorOf(() =>
          sheet.setConditionalFormatRules([
            SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').build(),
          ]),
        ) !== null,
    ),
    likely(
      `${BUILDER}#build`,
      'a rule without a condition cannot be built',
      true,
      ({ sheet }) =>
        errorOf(() =>
          SpreadsheetApp.newConditionalFormatRule()
            .setBackground('red')
            .setRanges([sheet.getRange('A1')])
            .build(),
        ) !== null,
    ),
    likely(SHEET, "a rule does not change the cell's own colour", '#ffffff', ({ sheet }) => {
      sheet.setConditionalFormatRules([ruleFor([sheet.getRange('A1')], '=TRUE')]);
      SpreadsheetApp.flush();
      return sheet.getRange('A1').getBackground();
    }),
  ],
};
