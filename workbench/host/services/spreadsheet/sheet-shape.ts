// The shape of a sheet: its rows and columns, what is frozen, hidden, wide or high.

import { type BookModel, MOST_CELLS } from '../../model/book-model.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type SheetModel } from '../../model/sheet-model.ts';
import { checkThere, Service, ServiceError, type Surface } from '../../service.ts';
import type { Range } from './range.ts';
import { goneSheet } from './range-looks.ts';

type ShapeMethods =
  | 'autoResizeRows'
  | 'deleteColumn'
  | 'deleteColumns'
  | 'deleteRow'
  | 'deleteRows'
  | 'getColumnWidth'
  | 'getFrozenColumns'
  | 'getFrozenRows'
  | 'getLastColumn'
  | 'getLastRow'
  | 'getMaxColumns'
  | 'getMaxRows'
  | 'getRowHeight'
  | 'hideColumn'
  | 'hideColumns'
  | 'hideRow'
  | 'hideRows'
  | 'insertColumnAfter'
  | 'insertColumnBefore'
  | 'insertColumns'
  | 'insertColumnsAfter'
  | 'insertColumnsBefore'
  | 'insertRowAfter'
  | 'insertRowBefore'
  | 'insertRows'
  | 'insertRowsAfter'
  | 'insertRowsBefore'
  | 'isColumnHiddenByUser'
  | 'isRowHiddenByFilter'
  | 'isRowHiddenByUser'
  | 'moveColumns'
  | 'moveRows'
  | 'setColumnWidth'
  | 'setColumnWidths'
  | 'setFrozenColumns'
  | 'setFrozenRows'
  | 'setRowHeight'
  | 'setRowHeights'
  | 'setRowHeightsForced'
  | 'showColumns'
  | 'showRows';

type RangeAxis = 'rows' | 'columns';

export abstract class SheetShape extends Service implements Surface<GoogleAppsScript.Spreadsheet.Sheet, ShapeMethods> {
  readonly sheetModel: SheetModel;
  readonly book: BookModel;

  constructor(book: BookModel, sheetModel: SheetModel) {
    super();
    this.book = book;
    this.sheetModel = sheetModel;
  }

  [checkThere](): void {
    if (this.sheetModel.isGone) throw goneSheet(this.sheetModel);
  }

  getMaxRows(): number {
    return this.sheetModel.rows;
  }
  getMaxColumns(): number {
    return this.sheetModel.columns;
  }
  getLastRow(): number {
    this.book.compute();
    return this.sheetModel.extent.rows;
  }
  getLastColumn(): number {
    this.book.compute();
    return this.sheetModel.extent.columns;
  }

  insertRowAfter(afterPosition: number): this {
    return insert(this, 'rows', afterPosition, 1, 'before');
  }
  insertRowsAfter(afterPosition: number, howMany: number): this {
    return insert(this, 'rows', afterPosition, howMany, 'before');
  }
  insertRowBefore(beforePosition: number): this {
    return insert(this, 'rows', beforePosition - 1, 1, 'after');
  }
  insertRowsBefore(beforePosition: number, howMany: number): this {
    return insert(this, 'rows', beforePosition - 1, howMany, 'after');
  }
  insertRows(rowIndex: number, numRows = 1): void {
    insert(this, 'rows', rowIndex - 1, numRows, 'after');
  }
  insertColumnAfter(afterPosition: number): this {
    return insert(this, 'columns', afterPosition, 1, 'before');
  }
  insertColumnsAfter(afterPosition: number, howMany: number): this {
    return insert(this, 'columns', afterPosition, howMany, 'before');
  }
  insertColumnBefore(beforePosition: number): this {
    return insert(this, 'columns', beforePosition - 1, 1, 'after');
  }
  insertColumnsBefore(beforePosition: number, howMany: number): this {
    return insert(this, 'columns', beforePosition - 1, howMany, 'after');
  }
  insertColumns(columnIndex: number, numColumns = 1): void {
    insert(this, 'columns', columnIndex - 1, numColumns, 'after');
  }
  deleteRow(rowPosition: number): this {
    return remove(this, 'rows', rowPosition, 1);
  }
  deleteRows(rowPosition: number, howMany: number): void {
    remove(this, 'rows', rowPosition, howMany);
  }
  moveRows(rowSpec: Range, destinationIndex: number): void {
    const { row: at, rows: count } = rowSpec.area;
    const to = destinationIndex - 1;
    if (to < 0 || to > this.sheetModel.rows) throw new ServiceError('Those rows are out of bounds.');
    if (to < at || to > at + count) this.book.shift(this.sheetModel, { axis: 'rows', kind: 'move', at, count, to });
  }
  deleteColumn(columnPosition: number): this {
    return remove(this, 'columns', columnPosition, 1);
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    remove(this, 'columns', columnPosition, howMany);
  }

  getFrozenRows(): number {
    return this.sheetModel.frozenRows;
  }
  setFrozenRows(rows: number): void {
    if (rows < 0 || rows > this.sheetModel.rows) throw new ServiceError(`Frozen rows out of bounds: ${rows}`);
    if (rows > 0 && rows === this.sheetModel.rows)
      throw new ServiceError("You can't freeze all visible rows on the sheet.");
    if (rows === this.sheetModel.frozenRows) return;
    this.sheetModel.frozenRows = rows;
    this.sheetModel.told();
  }
  getFrozenColumns(): number {
    return this.sheetModel.frozenColumns;
  }
  setFrozenColumns(columns: number): void {
    if (columns < 0 || columns > this.sheetModel.columns)
      throw new ServiceError(`Frozen columns out of bounds: ${columns}`);
    if (columns > 0 && columns === this.sheetModel.columns)
      throw new ServiceError("You can't freeze all visible columns on the sheet.");
    if (columns === this.sheetModel.frozenColumns) return;
    this.sheetModel.frozenColumns = columns;
    this.sheetModel.told();
  }

  getColumnWidth(columnPosition: number): number {
    checkPlace(this, 'columns', columnPosition, 1);
    return this.sheetModel.columnWidths.get(columnPosition - 1) ?? DEFAULT_WIDTH;
  }
  setColumnWidth(columnPosition: number, width: number): this {
    return this.setColumnWidths(columnPosition, 1, width);
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    checkPlace(this, 'columns', startColumn, numColumns);
    return resize(this, this.sheetModel.columnWidths, startColumn, numColumns, width);
  }
  getRowHeight(rowPosition: number): number {
    checkPlace(this, 'rows', rowPosition, 1);
    return this.sheetModel.rowHeights.get(rowPosition - 1) ?? DEFAULT_HEIGHT;
  }
  setRowHeight(rowPosition: number, height: number): this {
    return this.setRowHeights(rowPosition, 1, height);
  }
  setRowHeights(startRow: number, numRows: number, height: number): this {
    checkPlace(this, 'rows', startRow, numRows);
    return resize(this, this.sheetModel.rowHeights, startRow, numRows, height);
  }
  setRowHeightsForced(startRow: number, numRows: number, height: number): this {
    return this.setRowHeights(startRow, numRows, height);
  }
  /** Rows without a height of their own are as high as what stands in them: the workbench's page measures that. */
  autoResizeRows(startRow: number, numRows: number): this {
    checkPlace(this, 'rows', startRow, numRows);
    for (let row = startRow - 1; row < startRow - 1 + numRows; row++) this.sheetModel.rowHeights.delete(row);
    this.sheetModel.told();
    return this;
  }

  moveColumns(columnSpec: Range, destinationIndex: number): void {
    const { column: at, columns: count } = columnSpec.area;
    if (destinationIndex < 1 || destinationIndex > this.sheetModel.columns + 1) {
      throw new ServiceError('Those columns are out of bounds.');
    }
    const to = destinationIndex - 1;
    if (to >= at && to <= at + count) return;
    this.book.shift(this.sheetModel, { axis: 'columns', kind: 'move', at, count, to });
  }

  hideRows(rowIndex: number, numRows = 1): void {
    hide(this, 'rows', rowIndex, numRows, true);
  }
  hideRow(row: Range): void {
    hide(this, 'rows', row.area.row + 1, row.area.rows, true);
  }
  showRows(rowIndex: number, numRows = 1): void {
    hide(this, 'rows', rowIndex, numRows, false);
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.sheetModel.filter?.rows.includes(rowPosition - 1) ?? false;
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.sheetModel.hiddenRows.has(rowPosition - 1);
  }
  hideColumns(columnIndex: number, numColumns = 1): void {
    hide(this, 'columns', columnIndex, numColumns, true);
  }
  hideColumn(column: Range): void {
    hide(this, 'columns', column.area.column + 1, column.area.columns, true);
  }
  showColumns(columnIndex: number, numColumns = 1): void {
    hide(this, 'columns', columnIndex, numColumns, false);
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.sheetModel.hiddenColumns.has(columnPosition - 1);
  }
}

/** Throws Google's error if the sheet has no such rows or columns; `start` counts from 1. */
function checkPlace(sheet: SheetShape, axis: RangeAxis, start: number, count: number): void {
  const most = axis === 'rows' ? sheet.sheetModel.rows : sheet.sheetModel.columns;
  if (start < 1 || count < 1 || start + count - 1 > most) {
    throw new ServiceError(axis === 'rows' ? 'Those rows are out of bounds.' : 'Those columns are out of bounds.');
  }
}

/** Throws Google's error if the book cannot hold so many cells more. */
export function checkCells(book: BookModel, more: number): void {
  const cells = book.sheets.reduce((sum, sheet) => sum + sheet.rows * sheet.columns, more);
  if (cells <= MOST_CELLS) return;
  throw new ServiceError(
    `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
  );
}

/** Inserts so that the first new one stands at `at`, counted from 0. */
function insert<S extends SheetShape>(
  sheet: S,
  axis: RangeAxis,
  at: number,
  count: number,
  like: 'before' | 'after',
): S {
  const most = axis === 'rows' ? sheet.sheetModel.rows : sheet.sheetModel.columns;
  if (at < 0 || at > most || count < 1) {
    throw new ServiceError(axis === 'rows' ? 'Those rows are out of bounds.' : 'Those columns are out of bounds.');
  }
  const across = axis === 'rows' ? sheet.sheetModel.columns : sheet.sheetModel.rows;
  checkCells(sheet.book, count * across);
  sheet.book.shift(sheet.sheetModel, { axis, kind: 'insert', at, count, like });
  return sheet;
}

function remove<S extends SheetShape>(sheet: S, axis: RangeAxis, start: number, count: number): S {
  checkPlace(sheet, axis, start, count);
  const { rows, columns, frozenRows, frozenColumns } = sheet.sheetModel;
  const [most, frozen] = axis === 'rows' ? [rows, frozenRows] : [columns, frozenColumns];
  if (count === most) throw new ServiceError(`You can't delete all the ${axis} on the sheet.`);
  if (frozen > 0 && start === frozen + 1 && count === most - frozen) {
    throw new ServiceError(`Sorry, it is not possible to delete all non-frozen ${axis}.`);
  }
  sheet.book.shift(sheet.sheetModel, { axis, kind: 'delete', at: start - 1, count });
  return sheet;
}

function resize<S extends SheetShape>(
  sheet: S,
  sizes: Map<number, number>,
  start: number,
  count: number,
  size: number,
): S {
  const places = Array.from({ length: count }, (_, index) => start - 1 + index);
  if (places.every((place) => sizes.get(place) === size)) return sheet;
  for (const place of places) sizes.set(place, size);
  sheet.sheetModel.told();
  return sheet;
}

function hide(sheet: SheetShape, axis: RangeAxis, start: number, count: number, isHidden: boolean): void {
  checkPlace(sheet, axis, start, count);
  const places = axis === 'rows' ? sheet.sheetModel.hiddenRows : sheet.sheetModel.hiddenColumns;
  for (let place = start - 1; place < start - 1 + count; place++) {
    if (isHidden) places.add(place);
    else places.delete(place);
  }
  sheet.sheetModel.told();
}
