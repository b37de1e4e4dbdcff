// Filter and sort as a person works with them: on for everybody or as a view of this window, by the header's menu.
import { filterChoices } from '../../../host/model/filter.ts';
import type { Area, Filter, FilterRule, PersonAction, SheetShape } from '../../../protocol.ts';
import type { Mark } from '../cell-marks.ts';
import type { Spot } from '../input/cursor.ts';
import type { SheetReader } from '../sheet-reader.ts';
import { openFilterMenu } from './filter-menu.ts';
import type { FilterViews } from './filter-views.ts';

export interface FilterDesk {
  reader: SheetReader;
  /** The sheet that is shown. */
  sheet: () => SheetShape | undefined;
  sheetWith: (id: number) => SheetShape | undefined;
  act: (action: PersonAction) => void;
  /** What is made of what stands in the sheet, once it is shown as the host has it. */
  wish: (make: () => PersonAction | undefined) => void;
  /** Has the sheet drawn with what is hidden now. */
  repaint: (sheet: SheetShape) => void;
  boxOf: (spot: Spot) => { left: number; bottom: number };
  focus: () => void;
  /** The view of this window has begun or ended. */
  viewChanged: (isOn: boolean) => void;
}

export class Filters {
  private readonly views: FilterViews;
  private readonly desk: FilterDesk;

  constructor(views: FilterViews, desk: FilterDesk) {
    this.views = views;
    this.desk = desk;
  }

  /** Puts a filter on the header row of the sheet that is shown, or takes it off. */
  toggle(): void {
    const sheet = this.desk.sheet();
    this.desk.wish(() => {
      const now = sheet && this.desk.sheetWith(sheet.id);
      return now && { kind: 'set-filter', sheet: now.id, area: now.filter ? null : this.areaOf(now) };
    });
  }

  /** Begins or ends a filter that only this window sees. */
  toggleView(): void {
    const sheet = this.desk.sheet();
    if (!sheet) return;
    if (this.views.has(sheet.id)) this.views.close(sheet.id);
    else this.views.open(sheet, this.areaOf(sheet));
    this.desk.viewChanged(this.views.has(sheet.id));
    this.desk.repaint(sheet);
  }

  /** Rows of an area that the filter hides which counts in this window: what is done to the area leaves them alone. */
  hiddenRows(id: number, { row, rows }: Area): number[] {
    const sheet = this.desk.sheetWith(id);
    const hidden = (sheet && this.views.filterOf(sheet)?.rows) ?? [];
    return hidden.filter((each) => each >= row && each < row + rows);
  }

  /** Whether this window has a view of its own on the sheet that is shown. */
  get isView(): boolean {
    const sheet = this.desk.sheet();
    return sheet !== undefined && this.views.has(sheet.id);
  }

  markAt(id: number, row: number, column: number): Mark | undefined {
    const sheet = this.desk.sheetWith(id);
    const filter = sheet && this.views.filterOf(sheet);
    if (filter?.area.row !== row || column < filter.area.column || column >= filter.area.column + filter.area.columns)
      return undefined;
    return filter.rules[column] ? 'filtered' : 'filter';
  }

  /** Opens the menu of a cell of the header row; false for any other cell. */
  openMenu(spot: Spot): boolean {
    const sheet = this.desk.sheet();
    if (!sheet) return false;
    const filter: Filter = this.views.filterOf(sheet) ?? { area: this.areaOf(sheet), rules: {}, rows: [] };
    const { area, rules } = filter;
    if (spot.row !== area.row || spot.column < area.column || spot.column >= area.column + area.columns) return false;
    const { reader } = this.desk;
    const used = { ...area, rows: Math.max(1, Math.min(area.rows, reader.extent(sheet.id).rows - area.row)) };
    openFilterMenu({
      ...this.desk.boxOf(spot),
      label: reader.text(sheet.id, spot.row, spot.column) || 'this column',
      choices: filterChoices(used, spot.column, (row, column) => reader.text(sheet.id, row, column)),
      rule: rules[spot.column],
      sort: (ascending) => this.sort(spot.column, ascending),
      filter: (rule) => this.setRule(sheet, spot.column, rule),
      closed: () => this.desk.focus(),
    });
    return true;
  }

  /** Sorts everything below the header by one column. */
  sort(column: number, ascending: boolean): void {
    const sheet = this.desk.sheet();
    this.desk.wish(() => {
      const now = sheet && this.desk.sheetWith(sheet.id);
      if (!now) return undefined;
      const { row } = (this.views.filterOf(now) ?? { area: this.areaOf(now) }).area;
      const rows = this.desk.reader.extent(now.id).rows - row - 1;
      if (rows < 1) return undefined;
      const area = { row: row + 1, column: 0, rows, columns: now.columns };
      return { kind: 'sort', sheet: now.id, area, column, ascending };
    });
  }

  /** What the window's own view hides, decided anew. */
  renew(sheet: SheetShape): void {
    this.views.renew(sheet, (row, column) => this.desk.reader.text(sheet.id, row, column));
  }

  private setRule(sheet: SheetShape, column: number, rule: FilterRule | null): void {
    if (this.views.has(sheet.id)) {
      this.views.setRule(sheet.id, column, rule, (row, at) => this.desk.reader.text(sheet.id, row, at));
      this.desk.repaint(sheet);
      return;
    }
    this.desk.act({ kind: 'filter', sheet: sheet.id, column, rule, area: this.areaOf(sheet) });
  }

  /** From the header row, the last frozen one, over the columns that have something in it, down to the sheet's end. */
  private areaOf(sheet: SheetShape): Area {
    const row = Math.max(0, sheet.frozenRows - 1);
    const { columns } = this.desk.reader.extent(sheet.id);
    return { row, column: 0, rows: sheet.rows - row, columns: Math.max(1, columns) };
  }
}
