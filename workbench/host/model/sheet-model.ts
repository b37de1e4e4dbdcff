// One sheet as the host keeps it: its cells, its shape and its rules. Rows and columns count from 0.

import { isDeepStrictEqual } from 'node:util';
import type {
  Area,
  Cell,
  ConditionalFormat,
  Filter,
  Protection,
  SheetShape,
  SheetSnapshot,
  Validation,
} from '../../protocol.ts';
import { holds, overlap, type Shift, shiftedAreas } from './area.ts';
import { rulesWithout } from './cell-rules.ts';
import { hasAll, isSameCell, withoutBlanks } from './cells/cell.ts';
import { CellRows } from './cells/cell-rows.ts';
import { type Extent, keptOf, type Place, remember } from './cells/kept-cells.ts';
import type { Changes } from './changes.ts';
import { enteredCell } from './entry.ts';
import { filteredRows } from './filter.ts';
import { displayText } from './number-format.ts';
import {
  shiftedFilter,
  shiftedFormats,
  shiftedMap,
  shiftedProtections,
  shiftedSet,
  shiftedValidations,
} from './shifted-shape.ts';

export const DEFAULT_WIDTH = 100;
export const DEFAULT_HEIGHT = 21;

export class SheetModel {
  readonly id: number;
  name: string;
  hidden = false;
  /** Whether it has been deleted from the book; a script may still hold it. */
  isGone = false;
  tabColor: string | undefined;
  rows: number;
  columns: number;
  frozenRows = 0;
  frozenColumns = 0;
  columnWidths = new Map<number, number>();
  rowHeights = new Map<number, number>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  protections: Protection[] = [];
  /** Ranges that a person has made a Table. */
  tables: Area[] = [];
  merges: readonly Area[] = [];
  filter: Filter | undefined;
  /** Counts every change to a value or formula, so that computed values know when they are stale. */
  version = 0;
  readonly #changes: Changes;
  readonly #cells = new CellRows();

  constructor(id: number, name: string, rows: number, columns: number, changes: Changes) {
    this.id = id;
    this.name = name;
    this.rows = rows;
    this.columns = columns;
    this.#changes = changes;
  }

  static from(snapshot: SheetSnapshot, changes: Changes): SheetModel {
    const sheet = new SheetModel(snapshot.id, snapshot.name, snapshot.rows, snapshot.columns, changes);
    sheet.#take(snapshot);
    return sheet;
  }

  #take(snapshot: SheetSnapshot): void {
    this.takeShape(snapshot);
    const kept = keptOf(snapshot);
    if (kept) this.#cells.share(kept);
    else for (const [row, column, cell] of snapshot.cells) this.#cells.set(row, column, cell);
  }

  /** Becomes what the snapshot says, but for cells and ID; nothing is told. */
  takeShape(snapshot: SheetShape): void {
    this.name = snapshot.name;
    this.rows = snapshot.rows;
    this.columns = snapshot.columns;
    this.hidden = snapshot.hidden;
    this.tabColor = snapshot.tabColor;
    this.frozenRows = snapshot.frozenRows;
    this.frozenColumns = snapshot.frozenColumns;
    this.columnWidths = new Map(Object.entries(snapshot.columnWidths).map(([key, width]) => [Number(key), width]));
    this.rowHeights = new Map(Object.entries(snapshot.rowHeights).map(([key, height]) => [Number(key), height]));
    this.hiddenRows = new Set(snapshot.hiddenRows);
    this.hiddenColumns = new Set(snapshot.hiddenColumns);
    this.validations = [...snapshot.validations];
    this.conditionalFormats = [...snapshot.conditionalFormats];
    this.protections = snapshot.protections.map((protection) => ({ ...protection }));
    this.tables = [...(snapshot.tables ?? [])];
    this.merges = snapshot.merges ?? [];
    this.filter = snapshot.filter;
  }

  /** Brings the sheet back to one of its own snapshots, and tells what differs. */
  restore(target: SheetSnapshot): void {
    const [now, next] = [this.#cells.keep().rows, keptOf(target)?.rows ?? []];
    if (!isSameButCells(this.snapshot(), target)) this.told();
    for (let row = 0; row < Math.max(now.length, next.length); row++) {
      const [old = [], will = []] = [now[row], next[row]];
      if (old === will) continue;
      for (let column = 0; column < Math.max(old.length, will.length); column++) {
        const [one, other] = [old[column], will[column]];
        if (one !== other && !(one && other && isSameCell(one, other))) this.#changes.cell(this.id, row, column, other);
      }
    }
    this.version++;
    this.#take(target);
  }

  snapshot(): SheetSnapshot {
    const kept = this.#cells.keep();
    const snapshot: SheetSnapshot = {
      id: this.id,
      name: this.name,
      hidden: this.hidden,
      ...(this.tabColor === undefined ? {} : { tabColor: this.tabColor }),
      rows: this.rows,
      columns: this.columns,
      frozenRows: this.frozenRows,
      frozenColumns: this.frozenColumns,
      columnWidths: Object.fromEntries(this.columnWidths),
      rowHeights: Object.fromEntries(this.rowHeights),
      hiddenRows: [...this.hiddenRows],
      hiddenColumns: [...this.hiddenColumns],
      get cells() {
        return kept.list;
      },
      validations: [...this.validations],
      conditionalFormats: [...this.conditionalFormats],
      protections: this.protections.map((protection) => ({ ...protection })),
      ...(this.tables.length > 0 && { tables: [...this.tables] }),
      ...(this.merges.length > 0 && { merges: [...this.merges] }),
      ...(this.filter && { filter: this.filter }),
    };
    remember(snapshot, kept);
    return snapshot;
  }

  get area(): Area {
    return { row: 0, column: 0, rows: this.rows, columns: this.columns };
  }

  cell(row: number, column: number): Cell | undefined {
    return this.#cells.cell(row, column);
  }

  /** Replaces a cell. Cells are never changed in place. */
  put(row: number, column: number, cell: Cell | undefined): void {
    const old = this.cell(row, column);
    const next = cell && Object.keys(cell).length > 0 ? cell : undefined;
    if (old === next || (old && next && isSameCell(old, next))) return;
    this.#replace(row, column, old, next);
  }

  /** Gives the cells of an area what `change` says of them, once for what many places share: blank ones stay shared. */
  putEach(area: Area, change: (cell: Cell | undefined) => Partial<Cell>): void {
    const made = new Map<Cell | undefined, Cell | undefined>();
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const old = this.cell(row, column);
        if (!made.has(old)) {
          const part = change(old);
          made.set(old, hasAll(old, part) ? old : withoutBlanks({ ...old, ...part }));
        }
        const next = made.get(old);
        if (next !== old) this.#replace(row, column, old, next);
      }
    }
  }

  #replace(row: number, column: number, old: Cell | undefined, next: Cell | undefined): void {
    this.#cells.set(row, column, next);
    if (old?.value !== next?.value || old?.formula !== next?.formula) this.version++;
    this.#changes.cell(this.id, row, column, next);
  }

  /** Has a cell told although it has not changed: the window that sent a refused entry shows that entry. */
  repaint(row: number, column: number): void {
    this.#changes.cell(this.id, row, column, this.cell(row, column));
  }

  /** Where formulas stand, row by row. */
  get formulas(): readonly Place[] {
    return this.#cells.formulas;
  }

  /** One more than the last row, and the last column, that show something. */
  get extent(): Extent {
    return this.#cells.extent;
  }

  /** The validation of a cell. */
  validationAt(row: number, column: number): Validation | undefined {
    return this.validations.find((rule) => holds(rule.area, row, column));
  }

  /** Gives an area one validation, or none. */
  setValidation(area: Area, rule: Validation | undefined): void {
    const wanted = rule && { ...rule, area };
    if (wanted && this.validations.some((old) => isDeepStrictEqual(old, wanted))) return;
    this.validations = rulesWithout(this.validations, area);
    if (wanted) this.validations.push(wanted);
    this.told();
  }

  /** Whether a cell of the area stands in a typed column: below the header of a Table. */
  isTyped(area: Area): boolean {
    return this.tables.some(
      (table) => overlap(area, { ...table, row: table.row + 1, rows: table.rows - 1 }) !== undefined,
    );
  }

  /** Makes one cell of several: its first keeps what it holds, the others nothing but their looks. Cells that were merged with these are parted. */
  merge(area: Area): void {
    this.part(area);
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (row !== area.row || column !== area.column) this.put(row, column, enteredCell(this.cell(row, column), {}));
      }
    }
    this.merges = [...this.merges, area].filter(isSeveral);
    this.told();
  }

  /** Parts merged cells that reach into the area. */
  part(area: Area): void {
    const left = this.merges.filter((merge) => overlap(merge, area) === undefined);
    if (left.length === this.merges.length) return;
    this.merges = left;
    this.told();
  }

  /** Replaces the highlights. */
  setConditionalFormats(rules: ConditionalFormat[]): void {
    if (isDeepStrictEqual(this.conditionalFormats, rules)) return;
    this.conditionalFormats = rules;
    this.told();
  }

  /** Something but cells has changed. */
  told(): void {
    this.#changes.shape(this.id);
  }

  /** Sets the filter, or none, and decides anew which rows it hides. */
  setFilter(filter: Pick<Filter, 'area' | 'rules'> | undefined): void {
    const rows = filter && filteredRows(filter, (row, column) => displayText(this.cell(row, column)));
    this.filter = filter && { area: filter.area, rules: filter.rules, rows: rows ?? [] };
    this.told();
  }

  /** Puts rows of an area in another order: what stands in row `order[i]` comes to place i, its formulas as they are. Rules stay where they are. */
  reorder(area: Area, order: readonly number[]): void {
    if (order.every((row, index) => row === area.row + index)) return;
    this.#cells.reorder(area, order, area.column === 0 && area.columns >= this.columns);
    this.version++;
    this.#changes.shift({ kind: 'order', sheet: this.id, area, order: [...order] });
  }

  /** Inserts, deletes or moves rows or columns with all that belongs to them, but for formulas, which the book shifts. */
  shift(shift: Shift): void {
    this.#cells.shift(shift);
    if (shift.axis === 'rows') this.#shiftRows(shift);
    else this.#shiftColumns(shift);
    this.version++;
    this.#shiftRules(shift);
    if (shift.kind === 'move') {
      this.#changes.sheet(this.id);
    } else {
      const kind = `${shift.kind}-${shift.axis}` as const;
      this.#changes.shift({ kind, sheet: this.id, at: shift.at, count: shift.count });
      this.told();
    }
    if (shift.kind === 'insert') this.#inherit(shift);
  }

  #shiftRows(shift: Shift): void {
    if (shift.kind === 'insert') {
      this.rows += shift.count;
      if (shift.at < this.frozenRows && !shift.isBare) this.frozenRows += shift.count;
    } else if (shift.kind === 'delete') {
      this.rows -= shift.count;
      this.frozenRows -= Math.max(0, Math.min(shift.count, this.frozenRows - shift.at));
    }
    this.rowHeights = shiftedMap(this.rowHeights, shift);
    this.hiddenRows = shiftedSet(this.hiddenRows, shift);
  }

  #shiftColumns(shift: Shift): void {
    if (shift.kind === 'insert') {
      this.columns += shift.count;
      if (shift.at < this.frozenColumns) this.frozenColumns += shift.count;
    } else if (shift.kind === 'delete') {
      this.columns -= shift.count;
      this.frozenColumns -= Math.max(0, Math.min(shift.count, this.frozenColumns - shift.at));
    }
    this.columnWidths = shiftedMap(this.columnWidths, shift);
    this.hiddenColumns = shiftedSet(this.hiddenColumns, shift);
  }

  #shiftRules(shift: Shift): void {
    this.validations = shiftedValidations(this.validations, shift);
    this.conditionalFormats = shiftedFormats(this.conditionalFormats, shift);
    // What is inserted above a Table's header stands above the Table.
    const isAbove = (area: Area) => shift.kind === 'insert' && shift.axis === 'rows' && shift.at === area.row;
    this.tables = this.tables.flatMap((area) =>
      isAbove(area) ? { ...area, row: area.row + shift.count } : shiftedAreas(area, shift),
    );
    this.merges = this.merges.flatMap((area) => shiftedAreas(area, shift)).filter(isSeveral);
    this.filter = this.filter && shiftedFilter(this.filter, shift);
    this.protections = shiftedProtections(this.protections, shift);
  }

  /** New rows and columns look like their neighbour: format and style, width and height. */
  #inherit(shift: Extract<Shift, { kind: 'insert' }>): void {
    const { axis, at, count, like, isBare = false } = shift;
    const from = like === 'before' ? at - 1 : at + count;
    if (from < 0 || like === 'neither' || isBare) return;
    const length = axis === 'rows' ? this.columns : this.rows;
    for (let other = 0; other < length; other++) {
      const cell = axis === 'rows' ? this.cell(from, other) : this.cell(other, from);
      if (!cell?.format && !cell?.style) continue;
      const look: Cell = {};
      if (cell.format) look.format = cell.format;
      if (cell.style) look.style = cell.style;
      for (let index = at; index < at + count; index++) {
        if (axis === 'rows') this.put(index, other, look);
        else this.put(other, index, look);
      }
    }
    const sizes = axis === 'rows' ? this.rowHeights : this.columnWidths;
    const size = sizes.get(from);
    if (size === undefined) return;
    for (let index = at; index < at + count; index++) sizes.set(index, size);
  }
}

const isSeveral = ({ rows, columns }: Area): boolean => rows * columns > 1;

/** What either of two snapshots says besides cells. */
export function shapeKeys(one: SheetSnapshot, other: SheetSnapshot): (keyof SheetShape)[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof SheetSnapshot)[]);
  return [...keys].filter((key) => key !== 'cells');
}

/** Whether two snapshots of a sheet are alike in everything but its cells. */
export function isSameButCells(one: SheetSnapshot, other: SheetSnapshot): boolean {
  const keys = shapeKeys(one, other);
  return keys.every((key) => one[key] === other[key] || isDeepStrictEqual(one[key], other[key]));
}
