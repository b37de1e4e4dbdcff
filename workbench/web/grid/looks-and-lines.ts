// What tools and menus do to the selected cells: looks, rows and columns, what is frozen.
import type { Area, LinesAction, PersonAction, SheetShape } from '../../protocol.ts';
import type { Cursor } from './input/cursor.ts';
import type { SheetReader } from './sheet-reader.ts';

export interface LooksDesk {
  cursor: Cursor;
  reader: SheetReader;
  /** The sheet that is shown. */
  sheet: () => SheetShape | undefined;
  /** Rows of the area that a filter hides. */
  hiddenRows: (sheet: number, area: Area) => number[];
  act: (action: PersonAction) => void;
  /** What is made of what stands in the sheet, once it is shown as the host has it. */
  wish: (make: () => PersonAction | undefined) => void;
  changeLines: (action: LinesAction) => void;
}

type FormatAction = Extract<PersonAction, { kind: 'format' }>;

export class LooksAndLines {
  private readonly desk: LooksDesk;

  constructor(desk: LooksDesk) {
    this.desk = desk;
  }

  /** Gives the selected cells a look, or takes it off where the active cell has it. */
  toggle(look: 'bold' | 'italic' | 'strikethrough'): void {
    const [sheet, area] = [this.desk.sheet(), this.desk.cursor.selection];
    if (!sheet || !area) return;
    const { row, column } = this.desk.cursor.active;
    this.desk.wish(() => {
      const isOn = this.desk.reader.cell(sheet.id, row, column)?.style?.[look] === true;
      return this.formatted(sheet.id, area, { [look]: isOn ? null : true });
    });
  }

  /** Gives the selected cells looks; null takes one off. */
  format(style: FormatAction['style']): void {
    const [sheet, area] = [this.desk.sheet(), this.desk.cursor.selection];
    if (sheet && area) this.desk.act(this.formatted(sheet.id, area, style));
  }

  private formatted(sheet: number, area: Area, style: FormatAction['style']): FormatAction {
    return { kind: 'format', sheet, area, style, ...this.except(sheet, area) };
  }

  /** Inserts as many rows or columns as are selected, beside them, or deletes these. */
  lines(kind: LinesAction['kind'], side: 'before' | 'after'): void {
    const [sheet, area] = [this.desk.sheet(), this.desk.cursor.selection];
    if (!sheet || !area) return;
    const [start, count] = kind.endsWith('rows') ? [area.row, area.rows] : [area.column, area.columns];
    const at = side === 'before' ? start : start + count;
    if (kind === 'delete-rows') this.deleteRows(at, count);
    else this.desk.changeLines({ kind, sheet: sheet.id, at, count });
  }

  /** Rows of the sheet that is shown, but for those that a filter hides. */
  deleteRows(at: number, count: number): void {
    const sheet = this.desk.sheet();
    if (!sheet) return;
    const except = this.except(sheet.id, { row: at, column: 0, rows: count, columns: 1 });
    this.desk.changeLines({ kind: 'delete-rows', sheet: sheet.id, at, count, ...except });
  }

  private except(sheet: number, area: Area): { except?: number[] } {
    const except = this.desk.hiddenRows(sheet, area);
    return except.length > 0 ? { except } : {};
  }

  /** Freezes all rows or columns up to the active cell's, or none. */
  freeze(what: 'rows' | 'columns' | 'none'): void {
    const sheet = this.desk.sheet();
    if (!sheet) return;
    const { row, column } = this.desk.cursor.active;
    const rows = what === 'none' ? 0 : what === 'rows' ? row + 1 : sheet.frozenRows;
    const columns = what === 'none' ? 0 : what === 'columns' ? column + 1 : sheet.frozenColumns;
    this.desk.act({ kind: 'freeze', sheet: sheet.id, rows, columns });
  }
}
