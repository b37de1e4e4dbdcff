// Data validation rules as scripts build and read them.

import type { Validation } from '../../../protocol.ts';
import { columnName, quotedSheetName } from '../../model/area.ts';
import type { Runtime } from '../../runtime.ts';
import { checkArgument, type Enumeration, type EnumValue, Service, ServiceError, type Surface } from '../../service.ts';
import { instantOfSerial, serialOf } from '../../time-zone.ts';
import { DATA_VALIDATION_CRITERIA } from '../enumerations.ts';
import { RangeLooks } from './range-looks.ts';

/** A rule without its place. */
export type Rule = Omit<Validation, 'area'>;

/** How a date rule's values start, by criterion. */
const DATE_OPERATORS: Record<string, string> = {
  DATE_AFTER: 'after',
  DATE_BEFORE: 'before',
  DATE_BETWEEN: 'between',
  DATE_EQUAL_TO: 'equal-to',
  DATE_ON_OR_AFTER: 'on-or-after',
  DATE_ON_OR_BEFORE: 'on-or-before',
};

/** Google's name for a rule's criterion. */
function criterionOf(rule: Rule): EnumValue {
  const criteria: Enumeration = DATA_VALIDATION_CRITERIA;
  if (rule.kind === 'list') return criteria.of('VALUE_IN_LIST');
  if (rule.kind === 'list-from-range') return criteria.of('VALUE_IN_RANGE');
  if (rule.kind === 'formula') return criteria.of('CUSTOM_FORMULA');
  if (rule.kind === 'checkbox') return criteria.of('CHECKBOX');
  const found = Object.entries(DATE_OPERATORS).find(([, operator]) => operator === rule.values[0]);
  return criteria.of(found?.[0] ?? 'DATE_IS_VALID_DATE');
}

/** Dates in rules are kept as serial numbers in the spreadsheet's zone. */
export interface RuleHome {
  timeZone: string;
  dateOf(serial: number): Date;
  rangeOf(reference: string): Service | undefined;
}

/** What a rule's dates and ranges are read by. */
export function ruleHome({ book, handles }: Runtime): RuleHome {
  return {
    timeZone: book.timeZone,
    dateOf: (serial) => new Date(instantOfSerial(serial, book.timeZone)),
    rangeOf: (reference) => handles.rangeOfRule(reference),
  };
}

export class DataValidation
  extends Service
  implements
    Surface<
      GoogleAppsScript.Spreadsheet.DataValidation,
      'copy' | 'getAllowInvalid' | 'getCriteriaType' | 'getCriteriaValues' | 'getHelpText'
    >
{
  override readonly serviceName = 'DataValidation';
  readonly rule: Rule;
  readonly home: RuleHome;

  constructor(rule: Rule, home: RuleHome) {
    super();
    this.rule = rule;
    this.home = home;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.home, this.rule);
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): EnumValue {
    return criterionOf(this.rule);
  }
  getCriteriaValues(): unknown[] {
    const { kind, values, showDropdown } = this.rule;
    if (kind === 'list') return [values, showDropdown];
    if (kind === 'list-from-range') return [this.home.rangeOf(values[0] ?? ''), showDropdown];
    if (kind === 'date') return values.slice(1).map((serial) => this.home.dateOf(Number(serial)));
    return values;
  }
  getHelpText(): string | null {
    return this.rule.helpText ?? null;
  }
}

type BuilderMethods =
  | 'build'
  | 'copy'
  | 'getAllowInvalid'
  | 'getCriteriaType'
  | 'getCriteriaValues'
  | 'getHelpText'
  | 'requireCheckbox'
  | 'requireDate'
  | 'requireDateAfter'
  | 'requireDateBefore'
  | 'requireDateBetween'
  | 'requireDateEqualTo'
  | 'requireDateOnOrAfter'
  | 'requireDateOnOrBefore'
  | 'requireFormulaSatisfied'
  | 'requireValueInList'
  | 'requireValueInRange'
  | 'setAllowInvalid'
  | 'setHelpText';

export class DataValidationBuilder
  extends Service
  implements Surface<GoogleAppsScript.Spreadsheet.DataValidationBuilder, BuilderMethods>
{
  override readonly serviceName = 'DataValidationBuilder';
  readonly home: RuleHome;
  rule: Rule | undefined;
  allowInvalid: boolean;
  helpText: string | undefined;

  constructor(home: RuleHome, rule?: Rule) {
    super();
    this.home = home;
    this.rule = rule;
    this.allowInvalid = rule?.allowInvalid ?? true;
    this.helpText = rule?.helpText;
  }

  build(): DataValidation {
    if (!this.rule) throw new ServiceError('The data validation rule needs a criteria.');
    const rule: Rule = { ...this.rule, allowInvalid: this.allowInvalid };
    if (this.helpText !== undefined) rule.helpText = this.helpText;
    return new DataValidation(rule, this.home);
  }
  copy(): DataValidationBuilder {
    const copy = new DataValidationBuilder(this.home, this.rule);
    copy.allowInvalid = this.allowInvalid;
    copy.helpText = this.helpText;
    return copy;
  }
  getAllowInvalid(): boolean {
    return this.allowInvalid;
  }
  getCriteriaType(): EnumValue | null {
    return this.rule ? criterionOf(this.rule) : null;
  }
  getCriteriaValues(): unknown[] {
    return this.rule ? new DataValidation(this.rule, this.home).getCriteriaValues() : [];
  }
  getHelpText(): string | null {
    return this.helpText ?? null;
  }
  setAllowInvalid(allowInvalidData: boolean): this {
    this.allowInvalid = allowInvalidData;
    return this;
  }
  setHelpText(helpText: string): this {
    this.helpText = helpText;
    return this;
  }
  requireCheckbox(checkedValue?: unknown, uncheckedValue?: unknown): this {
    const values = [checkedValue, uncheckedValue].filter((value) => value !== undefined).map(String);
    this.rule = { kind: 'checkbox', values, showDropdown: false, allowInvalid: this.allowInvalid };
    return this;
  }
  requireDate(): this {
    this.rule = { kind: 'date', values: [], showDropdown: false, allowInvalid: this.allowInvalid };
    return this;
  }
  requireDateAfter(date: Date): this {
    return requireDays(this, 'after', [date]);
  }
  requireDateBefore(date: Date): this {
    return requireDays(this, 'before', [date]);
  }
  requireDateBetween(start: Date, end: Date): this {
    return requireDays(this, 'between', [start, end]);
  }
  requireDateEqualTo(date: Date): this {
    return requireDays(this, 'equal-to', [date]);
  }
  requireDateOnOrAfter(date: Date): this {
    return requireDays(this, 'on-or-after', [date]);
  }
  requireDateOnOrBefore(date: Date): this {
    return requireDays(this, 'on-or-before', [date]);
  }
  requireFormulaSatisfied(formula: string): this {
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    this.rule = { kind: 'formula', values: [text], showDropdown: false, allowInvalid: this.allowInvalid };
    return this;
  }
  requireValueInList(values: unknown[], showDropdown = true): this {
    if (values.length > 500) {
      throw new ServiceError(
        'The data validation rule has more items than the limit of 500. Use the "List from a range" criteria instead.',
      );
    }
    const texts = values.map((value) => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value)));
    this.rule = { kind: 'list', values: texts, showDropdown, allowInvalid: this.allowInvalid };
    return this;
  }
  requireValueInRange(range: RangeLooks, showDropdown = true): this {
    checkArgument('DataValidationBuilder.requireValueInRange', range, RangeLooks);
    const { row, column, rows, columns } = range.area;
    const end = `$${columnName(column + columns - 1)}$${row + rows}`;
    const reference = `${quotedSheetName(range.sheetModel.name)}!$${columnName(column)}$${row + 1}:${end}`;
    this.rule = { kind: 'list-from-range', values: [reference], showDropdown, allowInvalid: this.allowInvalid };
    return this;
  }
}

function requireDays<B extends DataValidationBuilder>(builder: B, operator: string, dates: Date[]): B {
  const serials = dates.map((date) => String(Math.floor(serialOf(date.getTime(), builder.home.timeZone))));
  builder.rule = {
    kind: 'date',
    values: [operator, ...serials],
    showDropdown: false,
    allowInvalid: builder.allowInvalid,
  };
  return builder;
}
