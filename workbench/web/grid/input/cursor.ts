// Where the keys take the selection: by what the cells hold, past what is hidden, as in Sheets.
import {
  type ICellData,
  ICommandService,
  type IRange,
  type Nullable,
  type Univer,
  type Worksheet,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import { type Shift, shiftedIndex } from '../../../host/model/area.ts';
import type { Area, LinesAction } from '../../../protocol.ts';
import { workbookOf } from '../univer/workbook.ts';
import { BOOK, toArea, toRange } from '../workbook-data.ts';

export interface Spot {
  row: number;
  column: number;
}

export class Cursor {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly injector: ReturnType<Univer['__getInjector']>;
  private readonly commands: ICommandService;

  constructor(univer: Univer, api: FUniver) {
    this.univer = univer;
    this.api = api;
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
  }

  /** The cell that typing goes into. */
  get active(): Spot {
    const cell = this.worksheet?.getSelection()?.getCurrentCell();
    return { row: cell?.actualRow ?? 0, column: cell?.actualColumn ?? 0 };
  }

  /** The end of the selection that Shift and a key move. */
  private get end(): Spot {
    const { row, column } = this.active;
    const { startRow, startColumn, endRow, endColumn } = this.range ?? toRange({ row, column, rows: 1, columns: 1 });
    return { row: row === startRow ? endRow : startRow, column: column === startColumn ? endColumn : startColumn };
  }

  /** The selected area of the sheet that is shown. */
  get selection(): Area | undefined {
    return this.range && toArea(this.range);
  }

  /** As Univer has it: its facade fails where rows went from under the selection. */
  private get range(): IRange | undefined {
    if (!this.worksheet) return undefined;
    const selections = this.injector.get(SheetsSelectionsService).getCurrentSelections();
    return selections.find(({ primary }) => Boolean(primary))?.range;
  }

  /** Rows or columns came or went: the selection stays in the sheet, and where somebody else did it, with what it stood on. It is made anew either
   *  way, since Univer's editor goes along by itself, and would type into another cell than the selected one. */
  comeAlong({ kind, at, count }: LinesAction, own: boolean): void {
    const axis = kind.endsWith('rows') ? 'rows' : 'columns';
    const shift: Shift = kind.startsWith('insert')
      ? { axis, kind: 'insert', at, count, like: 'neither' }
      : { axis, kind: 'delete', at, count };
    const placeOf = (index: number) => (own ? index : (shiftedIndex(index, shift) ?? at));
    const moved = ({ row, column }: Spot) =>
      axis === 'rows' ? { row: placeOf(row), column } : { row, column: placeOf(column) };
    this.choose(this.inside(moved(this.active)), this.inside(moved(this.end)));
  }

  private inside({ row, column }: Spot): Spot {
    return { row: Math.min(row, this.rows - 1), column: Math.min(column, this.columns - 1) };
  }

  /** Brings a selection back into the sheet that lost rows or columns under it. */
  stayInside(): void {
    const area = this.selection;
    if (!area || (area.row + area.rows <= this.rows && area.column + area.columns <= this.columns)) return;
    this.select(this.inside(this.active), this.inside(this.end));
  }

  /** Selects an area and scrolls there; false if the sheet that is shown has no such place. */
  showArea(area: Area): boolean {
    const worksheet = this.worksheet;
    if (!worksheet || area.row + area.rows > this.rows || area.column + area.columns > this.columns) return false;
    worksheet.getRange(toRange(area)).activate();
    const seen = worksheet.getVisibleRange();
    const { row, column } = area;
    const isBelowFrozen = row >= worksheet.getFrozenRows();
    const isSeen =
      seen &&
      (!isBelowFrozen || (row >= seen.startRow && row < seen.endRow)) &&
      column >= seen.startColumn &&
      column < seen.endColumn;
    if (!isSeen) worksheet.scrollToCell(Math.max(0, row - 2), Math.max(0, column - 1));
    return true;
  }

  /** Moves to a place, or stretches the selection to it. */
  go(to: (from: Spot) => Spot, extend: boolean): void {
    const spot = to(extend ? this.end : this.active);
    this.select(extend ? this.active : spot, spot);
  }

  /** Selects from the active cell to another one, and brings that one into view. */
  select(active: Spot, end: Spot): void {
    this.choose(active, end);
    this.show(end);
  }

  private choose(active: Spot, end: Spot): void {
    const worksheet = this.worksheet;
    if (!worksheet) return;
    const area: Area = {
      row: Math.min(active.row, end.row),
      column: Math.min(active.column, end.column),
      rows: Math.abs(active.row - end.row) + 1,
      columns: Math.abs(active.column - end.column) + 1,
    };
    const primary = {
      ...toRange({ ...active, rows: 1, columns: 1 }),
      actualRow: active.row,
      actualColumn: active.column,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.commands.syncExecuteCommand('sheet.operation.set-selections', {
      unitId: BOOK,
      subUnitId: worksheet.getSheetId(),
      selections: [{ range: toRange(area), primary, style: null }],
    });
  }

  /** Scrolls no further than the cell needs. */
  private show({ row, column }: Spot): void {
    const seen = this.worksheet?.getVisibleRange();
    if (!seen) return;
    const [top, left] = [this.worksheet?.getFrozenRows() ?? 0, this.worksheet?.getFrozenColumns() ?? 0];
    const isSeen =
      (row < top || (row >= seen.startRow && row < seen.endRow)) &&
      (column < left || (column >= seen.startColumn && column < seen.endColumn));
    if (isSeen) return;
    this.commands.syncExecuteCommand('sheet.command.scroll-to-cell', {
      range: toRange({ row, column, rows: 1, columns: 1 }),
    });
  }

  /** The rows or columns of the selection, whole. */
  selectWhole(axis: 'row' | 'column'): void {
    const [{ row, column }, end] = [this.active, this.end];
    if (axis === 'row') this.select({ row, column: 0 }, { row: end.row, column: this.columns - 1 });
    else this.select({ row: 0, column }, { row: this.rows - 1, column: end.column });
  }

  home({ row }: Spot): Spot {
    return { row, column: 0 };
  }

  /** The last column that the row has something in. */
  rowEnd({ row }: Spot): Spot {
    let column = this.columns - 1;
    while (column > 0 && !this.isFilled(row, column)) column--;
    return { row, column };
  }

  /** Where the last row that holds something and the last such column meet. */
  sheetEnd(): Spot {
    const spot = { row: 0, column: 0 };
    this.sheet?.getCellMatrix().forValue((row, column, cell) => {
      if (!isFilled(cell)) return;
      spot.row = Math.max(spot.row, row);
      spot.column = Math.max(spot.column, column);
    });
    return spot;
  }

  /** A screen further. */
  page({ row, column }: Spot, direction: 1 | -1): Spot {
    const seen = this.worksheet?.getVisibleRange();
    const screen = seen ? Math.max(1, seen.endRow - seen.startRow - 1) : 20;
    return { row: Math.min(this.rows - 1, Math.max(0, row + direction * screen)), column };
  }

  /** One cell further, past hidden ones. */
  step(from: Spot, down: number, right: number): Spot {
    for (let spot = from; ; ) {
      spot = { row: spot.row + down, column: spot.column + right };
      if (!this.isInside(spot)) return from;
      if (this.isVisible(spot)) return spot;
    }
  }

  /** To the last filled cell before an empty one, else to the next filled one, else to the end of what the sheet holds. */
  edge(from: Spot, down: number, right: number): Spot {
    const filled = (spot: Spot) => this.isFilled(spot.row, spot.column);
    let spot = this.step(from, down, right);
    if (spot === from) return from;
    if (filled(from) && filled(spot)) {
      for (let next = this.step(spot, down, right); next !== spot && filled(next); ) {
        spot = next;
        next = this.step(spot, down, right);
      }
      return spot;
    }
    const last = this.sheetEnd();
    while (!filled(spot)) {
      const next = this.step(spot, down, right);
      // Beyond what is filled there are hundreds of empty rows, which nobody looks for.
      const isPast = (down > 0 && next.row > last.row) || (right > 0 && next.column > last.column);
      if (next === spot || isPast) return spot;
      spot = next;
    }
    return spot;
  }

  get rows(): number {
    return this.sheet?.getRowCount() ?? 1;
  }

  get columns(): number {
    return this.sheet?.getColumnCount() ?? 1;
  }

  private get worksheet() {
    return this.api.getActiveWorkbook()?.getActiveSheet();
  }

  /** For what is asked of each cell on the way: making the facade takes longer than any answer. */
  private get sheet(): Worksheet | undefined {
    return workbookOf(this.univer)?.getActiveSheet();
  }

  private isInside({ row, column }: Spot): boolean {
    return row >= 0 && column >= 0 && row < this.rows && column < this.columns;
  }

  private isVisible({ row, column }: Spot): boolean {
    const { sheet } = this;
    return sheet?.getRowVisible(row) !== false && sheet?.getColVisible(column) !== false;
  }

  private isFilled(row: number, column: number): boolean {
    return isFilled(this.sheet?.getCellRaw(row, column));
  }
}

function isFilled(cell: Nullable<ICellData>): boolean {
  return cell?.p != null || (cell?.v !== undefined && cell.v !== null && cell.v !== '');
}
