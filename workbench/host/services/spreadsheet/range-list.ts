// Several ranges at once.

import type { Runtime } from '../../runtime.ts';
import { checkThere, type EnumValue, Service, type Surface } from '../../service.ts';
import type { Range } from './range.ts';

type ListMethods =
  | 'clear'
  | 'clearContent'
  | 'clearDataValidations'
  | 'clearFormat'
  | 'clearNote'
  | 'getRanges'
  | 'setBackground'
  | 'setBorder'
  | 'setFontColor'
  | 'setFontWeight'
  | 'setHorizontalAlignment'
  | 'setNote'
  | 'setNumberFormat'
  | 'setValue'
  | 'setVerticalAlignment'
  | 'setWrap'
  | 'setWrapStrategy';

export class RangeList extends Service implements Surface<GoogleAppsScript.Spreadsheet.RangeList, ListMethods> {
  override readonly serviceName = 'RangeList';
  readonly runtime: Runtime;
  readonly ranges: Range[];

  constructor(runtime: Runtime, ranges: Range[]) {
    super();
    this.runtime = runtime;
    this.ranges = ranges;
  }

  [checkThere](method: string): void {
    for (const range of this.ranges) range[checkThere](method);
  }

  getRanges(): Range[] {
    return this.ranges;
  }
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    return each(this, (range) => range.clear(options));
  }
  clearContent(): this {
    return each(this, (range) => range.clearContent());
  }
  clearDataValidations(): this {
    return each(this, (range) => range.clearDataValidations());
  }
  clearFormat(): this {
    return each(this, (range) => range.clearFormat());
  }
  clearNote(): this {
    return each(this, (range) => range.clearNote());
  }
  setValue(value: unknown): this {
    return each(this, (range) => range.setValue(value));
  }
  setNote(note: string | null): this {
    return each(this, (range) => range.setNote(note));
  }
  setNumberFormat(numberFormat: string): this {
    return each(this, (range) => range.setNumberFormat(numberFormat));
  }
  setBackground(color: string | null): this {
    return each(this, (range) => range.setBackground(color));
  }
  setBorder(...args: unknown[]): this {
    return each(this, (range) => range.setBorder(...args));
  }
  setFontColor(color: string | null): this {
    return each(this, (range) => range.setFontColor(color));
  }
  setFontWeight(fontWeight: string | null): this {
    return each(this, (range) => range.setFontWeight(fontWeight));
  }
  setHorizontalAlignment(alignment: 'left' | 'center' | 'normal' | 'right' | null): this {
    return each(this, (range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: 'top' | 'middle' | 'bottom' | null): this {
    return each(this, (range) => range.setVerticalAlignment(alignment));
  }
  setWrap(isWrapEnabled: boolean): this {
    return each(this, (range) => range.setWrap(isWrapEnabled));
  }
  setWrapStrategy(strategy: EnumValue): this {
    return each(this, (range) => range.setWrapStrategy(strategy));
  }
}

function each<L extends RangeList>(list: L, change: (range: Range) => void): L {
  for (const [index, range] of list.ranges.entries()) {
    // They need not arrive in one.
    if (index > 0) list.runtime.betweenRanges();
    change(range);
  }
  return list;
}
