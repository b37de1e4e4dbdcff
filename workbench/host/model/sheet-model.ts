// One sheet as the host keeps it: its cells, its shape and its rules. Rows and columns count from 0.

import { isDeepStrictEqual } from 'node:util';
import type {
  Area,
  Cell,
  CellStyle,
  ConditionalFormat,
  Filter,
  Protection,
  SheetShape,
  SheetSnapshot,
  Validation,
} from '../../protocol.ts';
import { shiftRuleFormula } from '../formula/tokens.ts';
import { holds, overlap, type Shift, shiftedAreas, shiftedIndex, without } from './area.ts';
import type { Changes } from './changes.ts';
import { filteredRows } from './filter.ts';
import { type Extent, KeptCells, keptOf, type Place, type Row, remember } from './kept-cells.ts';
import { displayText } from './number-format.ts';

export const DEFAULT_WIDTH = 100;
export const DEFAULT_HEIGHT = 21;

function isRelated(rule: Validation): boolean {
  return rule.kind === 'formula';
}

/** Counts the layouts that sheets have had. */
let layouts = 0;

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
  filter: Filter | undefined;
  /** Counts every change to a value or formula, so that computed values know when they are stale. */
  version = 0;
  readonly #changes: Changes;
  #grid: Row[] = [];
  /** The rows of the grid that nobody shares. */
  #own = new Set<Row>();
  /** Counted anew only after something came to show or ceased to: scripts ask for it often. */
  #extent: Extent | undefined;
  /** Looked for anew only after a formula came or went: all are asked after every change of a value. */
  #formulas: readonly Place[] | undefined;
  /** The cells as they are, if a snapshot has them. */
  #kept: KeptCells | undefined;
  #layout = 0;

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
    if (kept) this.#share(kept);
    else for (const [row, column, cell] of snapshot.cells) this.#keep(row, column, cell);
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
    this.filter = snapshot.filter;
  }

  /** Brings the sheet back to one of its own snapshots, and tells what differs. */
  restore(target: SheetSnapshot): void {
    const [now, kept] = [this.snapshot(), keptOf(target)];
    if (!isSameButCells(now, target)) this.told();
    const rows = Math.max(this.#grid.length, kept?.rows.length ?? 0);
    for (let row = 0; row < rows; row++) {
      const [old = [], next = []] = [this.#grid[row], kept?.rows[row]];
      if (old === next) continue;
      for (let column = 0; column < Math.max(old.length, next.length); column++) {
        const [one, other] = [old[column], next[column]];
        if (one !== other && !(one && other && isSameCell(one, other))) this.#changes.cell(this.id, row, column, other);
      }
    }
    this.version++;
    this.#take(target);
  }

  #share(kept: KeptCells): void {
    this.#grid = [...kept.rows];
    this.#formulas = kept.formulas;
    this.#extent = kept.extent;
    this.#layout = kept.layout;
    this.#own = new Set();
    this.#kept = kept;
  }

  snapshot(): SheetSnapshot {
    if (this.#kept === undefined) {
      this.#kept = new KeptCells([...this.#grid], this.formulas, this.extent, this.#layout);
      this.#own = new Set();
    }
    const kept = this.#kept;
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
      ...(this.filter && { filter: this.filter }),
    };
    remember(snapshot, kept);
    return snapshot;
  }

  get area(): Area {
    return { row: 0, column: 0, rows: this.rows, columns: this.columns };
  }

  cell(row: number, column: number): Cell | undefined {
    return this.#grid[row]?.[column];
  }

  /** Replaces a cell. Cells are never changed in place. */
  put(row: number, column: number, cell: Cell | undefined): void {
    const old = this.cell(row, column);
    const next = cell && Object.keys(cell).length > 0 ? cell : undefined;
    if (old === next || (old && next && isSameCell(old, next))) return;
    this.#replace(row, column, old, next);
  }

  /** Replaces the cells of an area by what `change` makes of them: asked once for each cell that many places share, as blank ones do. */
  putEach(area: Area, change: (cell: Cell | undefined) => Cell): void {
    const made = new Map<Cell | undefined, Cell | undefined>();
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const old = this.cell(row, column);
        let next = made.get(old);
        if (next === undefined && !made.has(old)) {
          next = withoutBlanks(change(old));
          if (old && next && isSameCell(old, next)) next = old;
          made.set(old, next);
        }
        if (next !== old) this.#replace(row, column, old, next);
      }
    }
  }

  #replace(row: number, column: number, old: Cell | undefined, next: Cell | undefined): void {
    this.#keep(row, column, next);
    if (old?.value !== next?.value || old?.formula !== next?.formula) this.version++;
    this.#changes.cell(this.id, row, column, next);
  }

  /** Has a cell told although it has not changed: the window that sent a refused entry shows that entry. */
  repaint(row: number, column: number): void {
    this.#changes.cell(this.id, row, column, this.cell(row, column));
  }

  #keep(row: number, column: number, cell: Cell | undefined): void {
    // No holes: a row far down would otherwise turn the array into a slow one.
    while (this.#grid.length <= row) this.#grid.push([]);
    const values = this.#ownRow(row);
    while (values.length < column) values.push(undefined);
    if (showsSomething(values[column]) !== showsSomething(cell)) this.#extent = undefined;
    if ((values[column]?.formula === undefined) !== (cell?.formula === undefined)) this.#formulas = undefined;
    values[column] = cell;
    this.#kept = undefined;
  }

  /** A row to be changed: a copy of its own takes the place of one that is shared. */
  #ownRow(row: number): Row {
    const shared = this.#grid[row] ?? [];
    if (this.#own.has(shared)) return shared;
    const own = [...shared];
    this.#own.add(own);
    this.#grid[row] = own;
    return own;
  }

  /** Where formulas stand, row by row. */
  get formulas(): readonly Place[] {
    this.#formulas ??= this.#findFormulas();
    return this.#formulas;
  }

  #findFormulas(): Place[] {
    return this.#grid.flatMap((row, at) => this.#contentOf(row).formulas.map((column): Place => [at, column]));
  }

  /** One more than the last row, and the last column, that show something. */
  get extent(): Extent {
    this.#extent ??= this.#countExtent();
    return this.#extent;
  }

  #countExtent(): Extent {
    let [rows, columns] = [0, 0];
    for (let row = 0; row < this.#grid.length; row++) {
      const width = this.#contentOf(this.#grid[row] ?? []).width;
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

  /** The validation of a cell. */
  validationAt(row: number, column: number): Validation | undefined {
    return this.validations.find((rule) => holds(rule.area, row, column));
  }

  /** Gives an area one validation, or none. */
  setValidation(area: Area, rule: Validation | undefined): void {
    const wanted = rule && { ...rule, area };
    if (wanted && this.validations.some((old) => isDeepStrictEqual(old, wanted))) return;
    this.validations = this.validations.flatMap((old) => without(old.area, area).map((part) => partOf(old, part)));
    if (wanted) this.validations.push(wanted);
    this.told();
  }

  /** Whether a cell of the area stands in a typed column: below the header of a Table. */
  isTyped(area: Area): boolean {
    return this.tables.some(
      (table) => overlap(area, { ...table, row: table.row + 1, rows: table.rows - 1 }) !== undefined,
    );
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
    const rows = order.map((row) => this.#grid[row] ?? []);
    const isWhole = area.column === 0 && area.columns >= this.columns;
    for (const [index, row] of rows.entries()) {
      const place = area.row + index;
      while (this.#grid.length <= place) this.#grid.push([]);
      this.#grid[place] = isWhole ? row : mixedRow(this.#grid[place] ?? [], row, area);
      if (!isWhole) this.#own.add(this.#grid[place] ?? []);
    }
    this.#kept = undefined;
    this.#formulas = undefined;
    this.#extent = undefined;
    this.version++;
    this.#changes.shift({ kind: 'order', sheet: this.id, area, order: [...order] });
  }

  /** Inserts, deletes or moves rows or columns with all that belongs to them, but for formulas, which the book shifts. */
  shift(shift: Shift): void {
    this.#kept = undefined;
    this.#formulas = undefined;
    this.#layout = ++layouts;
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
      const blank = Array.from({ length: shift.count }, (): Row => []);
      this.#extent = undefined;
      if (this.#grid.length > shift.at)
        this.#grid = [...this.#grid.slice(0, shift.at), ...blank, ...this.#grid.slice(shift.at)];
      this.rows += shift.count;
      if (shift.at < this.frozenRows) this.frozenRows += shift.count;
    } else if (shift.kind === 'delete') {
      this.#extent = undefined;
      this.#grid = [...this.#grid.slice(0, shift.at), ...this.#grid.slice(shift.at + shift.count)];
      this.rows -= shift.count;
      this.frozenRows -= Math.max(0, Math.min(shift.count, this.frozenRows - shift.at));
    } else {
      this.#extent = undefined;
      const next: Row[] = [];
      this.#grid.forEach((cells, row) => {
        const place = shiftedIndex(row, shift) ?? row;
        while (next.length <= place) next.push([]);
        next[place] = cells;
      });
      this.#grid = next;
    }
    this.rowHeights = shiftedMap(this.rowHeights, shift);
    this.hiddenRows = shiftedSet(this.hiddenRows, shift);
  }

  #shiftColumns(shift: Shift): void {
    this.#extent = undefined;
    this.#grid = this.#grid.map((values) => {
      const next: Row = [];
      values.forEach((cell, column) => {
        const place = shiftedIndex(column, shift);
        if (!cell || place === undefined) return;
        while (next.length < place) next.push(undefined);
        next[place] = cell;
      });
      return next;
    });
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
    const ruleShift: Shift = shift.kind === 'insert' && shift.areRulesLeft ? { ...shift, like: 'neither' } : shift;
    const areaShift = shift.axis === 'rows' ? ruleShift : shift;
    this.validations = this.validations.flatMap((rule) =>
      shiftedAreas(rule.area, ruleShift).map((area) => {
        if (!isRelated(rule)) return { ...rule, area };
        return {
          ...rule,
          area,
          values: rule.values.map((formula) => shiftRuleFormula(formula, shift, rule.area, area)),
        };
      }),
    );
    this.conditionalFormats = this.conditionalFormats.flatMap((rule) => {
      const areas = rule.areas.flatMap((area) => shiftedAreas(area, areaShift));
      const [before, after] = [rule.areas[0], areas[0]];
      if (!before || !after) return [];
      return [{ ...rule, areas, formula: shiftRuleFormula(rule.formula, shift, before, after) }];
    });
    this.tables = this.tables.flatMap((area) => shiftedAreas(area, shift));
    this.filter = this.filter && shiftedFilter(this.filter, shift);
    this.protections = this.protections.flatMap((protection) => {
      if (!protection.area) return [protection];
      const [first, ...others] = shiftedAreas(protection.area, areaShift);
      if (!first) return [];
      // The same object: a script may hold it.
      protection.area = first;
      return [protection, ...others.map((area) => ({ ...protection, area }))];
    });
  }

  /** New rows and columns look like their neighbour: format and style, width and height. */
  #inherit(shift: Extract<Shift, { kind: 'insert' }>): void {
    const { axis, at, count, like } = shift;
    const from = like === 'before' ? at - 1 : at + count;
    if (from < 0 || like === 'neither') return;
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

function shiftedMap(map: Map<number, number>, shift: Shift): Map<number, number> {
  const next = new Map<number, number>();
  for (const [index, value] of map) {
    const place = shiftedIndex(index, shift);
    if (place !== undefined) next.set(place, value);
  }
  return next;
}

/** Undefined where its header is deleted. What is inserted above the header pushes it down; columns that are moved take their rules along. */
function shiftedFilter(filter: Filter, wanted: Shift): Filter | undefined {
  const shift: Shift = wanted.kind === 'insert' ? { ...wanted, like: 'before' } : wanted;
  const isHeaderGone = shift.axis === 'rows' && shiftedIndex(filter.area.row, shift) === undefined;
  const area = shift.kind === 'move' ? filter.area : shiftedAreas(filter.area, shift)[0];
  if (isHeaderGone || area === undefined) return undefined;
  if (shift.axis === 'rows') return { ...filter, area, rows: [...shiftedSet(new Set(filter.rows), shift)] };
  const rules = Object.entries(filter.rules).flatMap(([column, rule]) => {
    const place = shiftedIndex(Number(column), shift);
    return place === undefined ? [] : [[place, rule]];
  });
  return { ...filter, area, rules: Object.fromEntries(rules) };
}

function shiftedSet(set: Set<number>, shift: Shift): Set<number> {
  return new Set([...set].map((index) => shiftedIndex(index, shift)).filter((index) => index !== undefined));
}

/** What is left of a rule; a formula goes on meaning the same cells. */
function partOf(rule: Validation, area: Area): Validation {
  if (!isRelated(rule)) return { ...rule, area };
  const none: Shift = { axis: 'rows', kind: 'delete', at: Number.MAX_SAFE_INTEGER, count: 0 };
  return { ...rule, area, values: rule.values.map((formula) => shiftRuleFormula(formula, none, rule.area, area)) };
}

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

/** Whether two cells are alike in everything that is seen or kept. */
export function isSameCell(one: Cell, other: Cell): boolean {
  return (
    one.value === other.value &&
    one.formula === other.formula &&
    one.format === other.format &&
    one.note === other.note &&
    (one.style === other.style || isSameStyle(one.style ?? {}, other.style ?? {}))
  );
}

/** Without the keys that hold nothing; undefined if there are no others. */
function withoutBlanks(cell: Cell): Cell | undefined {
  const held = Object.entries(cell).filter(([, value]) => value !== undefined);
  return held.length > 0 ? (Object.fromEntries(held) as Cell) : undefined;
}

function isSameStyle(one: CellStyle, other: CellStyle): boolean {
  const keys = Object.keys(one) as (keyof CellStyle)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function showsSomething(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.formula !== undefined || (cell.value !== undefined && cell.value !== ''));
}
