// The cells of one sheet row by row, shared with the snapshots that were taken of them until somebody changes a row.

import type { Area, Cell } from '../../../protocol.ts';
import { type Shift, shiftedIndex } from '../area.ts';
import { showsSomething } from './cell.ts';
import { type Extent, KeptCells, type Place, type Row } from './kept-cells.ts';

/** Counts the layouts that sheets have had. */
let layouts = 0;

export class CellRows {
  #rows: Row[] = [];
  /** The rows that nobody shares. */
  #own = new Set<Row>();
  /** Counted anew only after something came to show or ceased to: scripts ask for it often. */
  #extent: Extent | undefined;
  /** Looked for anew only after a formula came or went: all are asked after every change of a value. */
  #formulas: readonly Place[] | undefined;
  /** The cells as they are, if a snapshot has them. */
  #kept: KeptCells | undefined;
  #layout = 0;

  /** Takes over the cells of a snapshot. */
  share(kept: KeptCells): void {
    this.#rows = [...kept.rows];
    this.#formulas = kept.formulas;
    this.#extent = kept.extent;
    this.#layout = kept.layout;
    this.#own = new Set();
    this.#kept = kept;
  }

  /** The cells as they are now: what changes later changes copies. */
  keep(): KeptCells {
    if (this.#kept === undefined) {
      this.#kept = new KeptCells([...this.#rows], this.formulas, this.extent, this.#layout);
      this.#own = new Set();
    }
    return this.#kept;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.#rows[row]?.[column];
  }

  set(row: number, column: number, cell: Cell | undefined): void {
    const values = this.#ownRow(row);
    while (values.length < column) values.push(undefined);
    if (showsSomething(values[column]) !== showsSomething(cell)) this.#extent = undefined;
    if ((values[column]?.formula === undefined) !== (cell?.formula === undefined)) this.#formulas = undefined;
    values[column] = cell;
    this.#kept = undefined;
  }

  /** A row to be changed: a copy of its own takes the place of one that is shared. */
  #ownRow(row: number): Row {
    this.#reach(row);
    const shared = this.#rows[row] ?? [];
    if (this.#own.has(shared)) return shared;
    const own = [...shared];
    this.#own.add(own);
    this.#rows[row] = own;
    return own;
  }

  /** No holes: a row far down would otherwise turn the array into a slow one. */
  #reach(row: number): void {
    while (this.#rows.length <= row) this.#rows.push([]);
  }

  /** Where formulas stand, row by row. */
  get formulas(): readonly Place[] {
    this.#formulas ??= this.#findFormulas();
    return this.#formulas;
  }

  #findFormulas(): Place[] {
    return this.#rows.flatMap((row, at) => this.#contentOf(row).formulas.map((column): Place => [at, column]));
  }

  /** One more than the last row, and the last column, that show something. */
  get extent(): Extent {
    this.#extent ??= this.#countExtent();
    return this.#extent;
  }

  #countExtent(): Extent {
    let [rows, columns] = [0, 0];
    for (let row = 0; row < this.#rows.length; row++) {
      const width = this.#contentOf(this.#rows[row] ?? []).width;
      if (width === 0) continue;
      rows = row + 1;
      columns = Math.max(columns, width);
    }
    return { rows, columns };
  }

  /** What stands in a row: looked for once where the row is shared, since such a row is never changed. */
  #contentOf(row: Row): RowContent {
    if (this.#own.has(row)) return contentOf(row);
    const known = sharedContents.get(row);
    if (known) return known;
    const content = contentOf(row);
    sharedContents.set(row, content);
    return content;
  }

  /** Row `order[i]` of the area comes to its place i; `isWhole`: with all of its columns. */
  reorder(area: Area, order: readonly number[], isWhole: boolean): void {
    const rows = order.map((row) => this.#rows[row] ?? []);
    for (const [index, row] of rows.entries()) {
      const place = area.row + index;
      this.#reach(place);
      this.#rows[place] = isWhole ? row : mixedRow(this.#rows[place] ?? [], row, area);
      if (!isWhole) this.#own.add(this.#rows[place] ?? []);
    }
    this.#forget();
  }

  /** Rows or columns come, go or move. */
  shift(shift: Shift): void {
    this.#rows =
      shift.axis === 'rows' ? shiftedRows(this.#rows, shift) : this.#rows.map((row) => shiftedRow(row, shift));
    this.#layout = ++layouts;
    this.#forget();
  }

  #forget(): void {
    this.#kept = undefined;
    this.#formulas = undefined;
    this.#extent = undefined;
  }
}

function shiftedRows(rows: readonly Row[], shift: Shift): Row[] {
  const { at, count } = shift;
  if (shift.kind === 'delete') return [...rows.slice(0, at), ...rows.slice(at + count)];
  if (shift.kind === 'insert') {
    if (rows.length <= at) return [...rows];
    return [...rows.slice(0, at), ...Array.from({ length: count }, (): Row => []), ...rows.slice(at)];
  }
  const next: Row[] = [];
  rows.forEach((cells, row) => {
    const place = shiftedIndex(row, shift) ?? row;
    while (next.length <= place) next.push([]);
    next[place] = cells;
  });
  return next;
}

function shiftedRow(row: Row, shift: Shift): Row {
  const next: Row = [];
  row.forEach((cell, column) => {
    const place = shiftedIndex(column, shift);
    if (!cell || place === undefined) return;
    while (next.length < place) next.push(undefined);
    next[place] = cell;
  });
  return next;
}

/** One more than the last column of a row that shows something, and the columns of its formulas. */
interface RowContent {
  width: number;
  formulas: readonly number[];
}

/** A row with the area's columns of another. */
function mixedRow(row: Row, other: Row, { column, columns }: Area): Row {
  const mixed = [...row];
  while (mixed.length < column) mixed.push(undefined);
  for (let at = column; at < column + columns; at++) mixed[at] = other[at];
  return mixed;
}

const sharedContents = new WeakMap<Row, RowContent>();

function contentOf(row: Row): RowContent {
  const formulas: number[] = [];
  let width = 0;
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (cell?.formula !== undefined) formulas.push(column);
    if (showsSomething(cell)) width = column + 1;
  }
  return { width, formulas };
}
