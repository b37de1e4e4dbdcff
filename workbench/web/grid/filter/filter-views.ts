// Filters that count in this window alone, and which filter counts for a sheet.
import { filteredRows, type TextAt } from '../../../host/model/filter.ts';
import type { Area, Filter, FilterRule, SheetShape } from '../../../protocol.ts';

export class FilterViews {
  private readonly views = new Map<number, Filter>();

  /** The window's own filter of a sheet, else the one that everybody sees; undefined for none. */
  filterOf(sheet: SheetShape): Filter | undefined {
    return this.views.get(sheet.id) ?? sheet.filter;
  }

  has(sheet: number): boolean {
    return this.views.has(sheet);
  }

  /** Begins a view on the area, with what the sheet's own filter lets through; everything is shown again with `close`. */
  open(sheet: SheetShape, area: Area): void {
    this.views.set(sheet.id, sheet.filter ?? { area, rules: {}, rows: [] });
  }

  close(sheet: number): void {
    this.views.delete(sheet);
  }

  /** What the view lets through in one column; null: everything. */
  setRule(sheet: number, column: number, rule: FilterRule | null, textAt: TextAt): void {
    const view = this.views.get(sheet);
    if (view === undefined) return;
    const { [column]: _old, ...others } = view.rules;
    const rules = rule === null ? others : { ...others, [column]: rule };
    this.views.set(sheet, { area: view.area, rules, rows: filteredRows({ area: view.area, rules }, textAt) });
  }

  /** Decides anew what the view hides: rows came, went or were sorted. */
  renew(sheet: SheetShape, textAt: TextAt): void {
    const view = this.views.get(sheet.id);
    if (view === undefined) return;
    const area = { ...view.area, rows: Math.max(1, sheet.rows - view.area.row) };
    this.views.set(sheet.id, { area, rules: view.rules, rows: filteredRows({ area, rules: view.rules }, textAt) });
  }
}
