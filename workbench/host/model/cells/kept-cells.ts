// The cells of a sheet at one moment, shared by models and snapshots.

import type { Cell, SheetSnapshot } from '../../../protocol.ts';

export type Row = (Cell | undefined)[];

export type Place = readonly [row: number, column: number];

export interface Extent {
  rows: number;
  columns: number;
}

/** The cells of a sheet at one moment. Models and snapshots share its rows: whoever changes a row makes a copy of it first. */
export class KeptCells {
  readonly rows: readonly Row[];
  readonly formulas: readonly Place[];
  readonly extent: Extent;
  /** Another number after every row or column that came, went or moved. */
  readonly layout: number;
  #list: SheetSnapshot['cells'] | undefined;

  constructor(rows: readonly Row[], formulas: readonly Place[], extent: Extent, layout: number) {
    this.rows = rows;
    this.formulas = formulas;
    this.extent = extent;
    this.layout = layout;
  }

  /** As a snapshot has them; listed only when somebody looks, since one is taken after every execution. */
  get list(): SheetSnapshot['cells'] {
    if (this.#list) return this.#list;
    this.#list = [];
    for (const [at, row] of this.rows.entries()) for (const cell of listedRow(row, at)) this.#list.push(cell);
    return this.#list;
  }
}

/** What a row's list was last made of, with the place that the row had then. */
const listedRows = new WeakMap<Row, { at: number; cells: SheetSnapshot['cells'] }>();

function listedRow(row: Row, at: number): SheetSnapshot['cells'] {
  const known = listedRows.get(row);
  if (known?.at === at) return known.cells;
  const cells: SheetSnapshot['cells'] = [];
  for (const [column, cell] of row.entries()) if (cell) cells.push([at, column, cell]);
  listedRows.set(row, { at, cells });
  return cells;
}

/** The cells that a snapshot was made of: a model made of it shares them. */
const keptCells = new WeakMap<SheetSnapshot, KeptCells>();

/** What `remember` was told of this snapshot; undefined if a model did not make it. */
export function keptOf(snapshot: SheetSnapshot): KeptCells | undefined {
  return keptCells.get(snapshot);
}

export function remember(snapshot: SheetSnapshot, kept: KeptCells): void {
  keptCells.set(snapshot, kept);
}
