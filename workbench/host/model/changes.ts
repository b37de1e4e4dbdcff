// What has changed in the book since it was last told, as few patches as will do.

import type { BookSnapshot, Cell, Patch, SheetShape, SheetSnapshot } from '../../protocol.ts';

interface Source {
  snapshot(): BookSnapshot;
  sheetSnapshot(id: number): SheetSnapshot | undefined;
}

/** Not by spreading the rest: that would list the cells. */
function shapeOf(sheet: SheetSnapshot): SheetShape {
  const { cells: _cells, ...properties } = Object.getOwnPropertyDescriptors(sheet);
  return Object.defineProperties({}, properties) as SheetShape;
}

/** More than a sheet can have. */
const MOST_COLUMNS = 20_000;

export class Changes {
  #patches: Patch[] = [];
  /** Cells changed since the last row or column came or went, by sheet and place. */
  #cells = new Map<number, Map<number, Cell | null>>();
  #sheets = new Set<number>();
  #shapes = new Set<number>();
  #isBookChanged = false;

  cell(sheet: number, row: number, column: number, cell: Cell | undefined): void {
    // Told with all else.
    if (this.#isBookChanged || this.#sheets.has(sheet)) return;
    let cells = this.#cells.get(sheet);
    if (!cells) {
      cells = new Map();
      this.#cells.set(sheet, cells);
    }
    cells.set(row * MOST_COLUMNS + column, cell ?? null);
  }

  /** Rows or columns came or went, or rows changed places. */
  shift(patch: Extract<Patch, { at: number } | { kind: 'order' }>): void {
    this.#closeCells();
    this.#patches.push(patch);
  }

  /** Something about a sheet but its cells. */
  shape(id: number): void {
    this.#shapes.add(id);
  }

  /** Something about a sheet that only the whole sheet tells. */
  sheet(id: number): void {
    this.#sheets.add(id);
  }

  book(): void {
    this.#isBookChanged = true;
  }

  /** The patches since the last call. */
  take(source: Source): Patch[] {
    this.#closeCells();
    let patches = this.#patches.filter(
      (patch) => !('sheet' in patch && typeof patch.sheet === 'number' && this.#sheets.has(patch.sheet)),
    );
    for (const id of this.#sheets) {
      const sheet = source.sheetSnapshot(id);
      if (sheet) patches.push({ kind: 'sheet', sheet });
    }
    for (const id of this.#shapes) {
      const sheet = this.#sheets.has(id) ? undefined : source.sheetSnapshot(id);
      if (sheet) patches.push({ kind: 'shape', sheet: shapeOf(sheet) });
    }
    if (this.#isBookChanged) patches = [{ kind: 'book', book: source.snapshot() }];
    this.#patches = [];
    this.#sheets.clear();
    this.#shapes.clear();
    this.#isBookChanged = false;
    return patches;
  }

  #closeCells(): void {
    for (const [sheet, cells] of this.#cells) {
      let list: Extract<Patch, { kind: 'cells' }>['cells'] | undefined;
      this.#patches.push({
        kind: 'cells',
        sheet,
        // Listed only when somebody looks: the set-up of a register changes a hundred thousand.
        get cells() {
          list ??= Array.from(cells, ([place, cell]) => [Math.floor(place / MOST_COLUMNS), place % MOST_COLUMNS, cell]);
          return list;
        },
      });
    }
    this.#cells = new Map();
  }
}
