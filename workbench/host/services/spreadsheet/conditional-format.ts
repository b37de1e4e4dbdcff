// Conditional format rules as scripts build and read them.

import type { CellStyle, ConditionalFormat } from '../../../protocol.ts';
import { checkArgument, type EnumValue, Service, ServiceError, type Surface } from '../../service.ts';
import { BOOLEAN_CRITERIA } from '../enumerations.ts';
import { colored } from './colors.ts';
import type { Range } from './range.ts';
import { RangeLooks } from './range-looks.ts';

type ConditionMethods =
  | 'getCriteriaType'
  | 'getCriteriaValues'
  | 'getBackground'
  | 'getFontColor'
  | 'getBold'
  | 'getItalic'
  | 'getStrikethrough';

export class BooleanCondition
  extends Service
  implements Surface<GoogleAppsScript.Spreadsheet.BooleanCondition, ConditionMethods>
{
  override readonly serviceName = 'BooleanCondition';
  readonly formula: string;
  readonly style: CellStyle;

  constructor(formula: string, style: CellStyle) {
    super();
    this.formula = formula;
    this.style = style;
  }

  getCriteriaType(): EnumValue {
    return BOOLEAN_CRITERIA.of('CUSTOM_FORMULA');
  }
  getCriteriaValues(): string[] {
    return [this.formula];
  }
  getBackground(): string | null {
    return this.style.background ?? null;
  }
  getFontColor(): string | null {
    return this.style.color ?? null;
  }
  getBold(): boolean {
    return this.style.bold ?? false;
  }
  getItalic(): boolean {
    return this.style.italic ?? false;
  }
  getStrikethrough(): boolean {
    return this.style.strikethrough ?? false;
  }
}

export class ConditionalFormatRule
  extends Service
  implements
    Surface<
      GoogleAppsScript.Spreadsheet.ConditionalFormatRule,
      'copy' | 'getBooleanCondition' | 'getGradientCondition' | 'getRanges'
    >
{
  override readonly serviceName = 'ConditionalFormatRule';
  readonly ranges: Range[];
  readonly formula: string;
  readonly style: CellStyle;

  constructor(ranges: Range[], formula: string, style: CellStyle) {
    super();
    this.ranges = ranges;
    this.formula = formula;
    this.style = style;
  }

  /** The rule as the sheet keeps it. */
  static kept(rule: ConditionalFormatRule): ConditionalFormat {
    return { areas: rule.ranges.map((range) => range.area), kind: 'formula', formula: rule.formula, style: rule.style };
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this);
  }
  getBooleanCondition(): BooleanCondition {
    return new BooleanCondition(this.formula, this.style);
  }
  getGradientCondition(): null {
    return null;
  }
  getRanges(): Range[] {
    return this.ranges;
  }
}

type BuilderMethods =
  | 'build'
  | 'copy'
  | 'getRanges'
  | 'getBooleanCondition'
  | 'setBackground'
  | 'setBold'
  | 'setFontColor'
  | 'setItalic'
  | 'setRanges'
  | 'setStrikethrough'
  | 'whenFormulaSatisfied';

export class ConditionalFormatRuleBuilder
  extends Service
  implements Surface<GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder, BuilderMethods>
{
  override readonly serviceName = 'ConditionalFormatRuleBuilder';
  ranges: Range[];
  formula: string | undefined;
  style: CellStyle;

  constructor(rule?: ConditionalFormatRule) {
    super();
    this.ranges = rule?.ranges ?? [];
    this.formula = rule?.formula;
    this.style = rule?.style ?? {};
  }

  build(): ConditionalFormatRule {
    if (this.formula === undefined) throw new ServiceError('The conditional format rule needs a condition.');
    if (this.ranges.length === 0) throw new ServiceError('The conditional format rule needs at least one range.');
    return new ConditionalFormatRule(this.ranges, this.formula, this.style);
  }
  copy(): ConditionalFormatRuleBuilder {
    const copy = new ConditionalFormatRuleBuilder();
    copy.ranges = this.ranges;
    copy.formula = this.formula;
    copy.style = this.style;
    return copy;
  }
  getRanges(): Range[] {
    return this.ranges;
  }
  getBooleanCondition(): BooleanCondition | null {
    return this.formula === undefined ? null : new BooleanCondition(this.formula, this.style);
  }
  setBackground(color: string | null): this {
    this.style = { ...this.style, ...colored('background', color) };
    return this;
  }
  setFontColor(color: string | null): this {
    this.style = { ...this.style, ...colored('color', color) };
    return this;
  }
  setBold(bold: boolean): this {
    this.style = { ...this.style, bold };
    return this;
  }
  setItalic(italic: boolean): this {
    this.style = { ...this.style, italic };
    return this;
  }
  setStrikethrough(strikethrough: boolean): this {
    this.style = { ...this.style, strikethrough };
    return this;
  }
  setRanges(ranges: Range[]): this {
    for (const range of ranges) checkArgument('ConditionalFormatRuleBuilder.setRanges', range, RangeLooks);
    this.ranges = ranges;
    return this;
  }
  whenFormulaSatisfied(formula: string): this {
    this.formula = formula.startsWith('=') ? formula : `=${formula}`;
    return this;
  }
}
