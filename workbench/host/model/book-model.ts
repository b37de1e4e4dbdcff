// The spreadsheet as the host keeps it: its sheets, computed values, and the changes since they were last told.

import { randomInt } from 'node:crypto';
import type { Area, BookSnapshot, Cell, SheetSnapshot } from '../../protocol.ts';
import { evaluateFormula, evaluateScalar, givesDate } from '../formula/evaluate.ts';
import { type Node, parseFormula } from '../formula/parse.ts';
import { type Corner, followCells, offsetFormula, renameSheetIn, shiftFormula } from '../formula/tokens.ts';
import { FormulaError, type Matrix, type Scalar, type Setting } from '../formula/values.ts';
import { type Switches, USUAL } from '../switches.ts';
import { serialOf } from '../time-zone.ts';
import { holds, reorderedAreas, type Shift } from './area.ts';
import { rulesWithin } from './cell-rules.ts';
import { Changes } from './changes.ts';
import { type EntryRules, readEntry, TYPED } from './entry.ts';
import { displayText, isDateFormat } from './number-format.ts';
import { SheetModel } from './sheet-model.ts';

/** As many cells as a spreadsheet can have. */
export const MOST_CELLS = 10_000_000;

const ERROR_TEXT = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|ERROR!)$/;

/** The ID of a spreadsheet that has none of its own: letters, digits, as long as Google's. */
const OWN_ID = 'local-spreadsheet-of-the-kaizen-log-workbench';

/** Rows of an area that were put in another order, as a patch says it. */
export interface Order {
  area: Area;
  order: number[];
}

/** What changed the places of rows or columns, and the sheet that it happened in. */
export interface Move {
  sheet: number;
  move: Shift | Order;
}

export class BookModel {
  readonly id: string;
  name: string;
  locale: string;
  timeZone: string;
  sheets: SheetModel[];
  activeSheet: number;
  /** What is selected in each sheet; the first cell if nothing was. */
  readonly selections = new Map<number, Area>();
  /** Whether a script has selected something since the windows were last told. */
  isSelectionNew = false;
  readonly changes = new Changes();
  /** Where rows and columns that come, go or move are noted, while somebody wants to know. */
  moves: Move[] | undefined;
  readonly #now: () => number;
  readonly switches: Switches;
  #computed = '';

  constructor(snapshot: BookSnapshot, now: () => number, switches: Switches = USUAL) {
    this.switches = switches;
    this.name = snapshot.name;
    this.locale = snapshot.locale;
    this.timeZone = snapshot.timeZone;
    this.id = snapshot.id ?? OWN_ID;
    this.sheets = snapshot.sheets.map((sheet) => SheetModel.from(sheet, this.changes));
    this.activeSheet = snapshot.activeSheet;
    this.#now = now;
    if (this.sheets.length === 0) this.addSheet('Sheet1', 0);
    if (!this.sheet(this.activeSheet)) this.activeSheet = this.sheets[0]?.id ?? 0;
    this.compute();
    this.changes.take(this);
  }

  snapshot(): BookSnapshot {
    const { id, name, locale, timeZone, activeSheet } = this;
    return {
      ...(id !== OWN_ID && { id }),
      name,
      locale,
      timeZone,
      activeSheet,
      sheets: this.sheets.map((sheet) => sheet.snapshot()),
    };
  }

  sheetSnapshot(id: number): SheetSnapshot | undefined {
    return this.sheet(id)?.snapshot();
  }

  sheet(id: number): SheetModel | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  sheetNamed(name: string): SheetModel | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }

  get rules(): EntryRules {
    return { locale: this.locale, timeZone: this.timeZone, now: this.#now() };
  }

  #freeId(): number {
    let id = this.sheets.length === 0 ? 0 : randomInt(1, 2 ** 31 - 1);
    while (this.sheet(id)) id = randomInt(1, 2 ** 31 - 1);
    return id;
  }

  /** Adds a copy behind all sheets, without what protects the original; the name must be free. */
  copySheet(original: SheetModel, name: string): SheetModel {
    const id = this.#freeId();
    const { tables: _, ...snapshot } = original.snapshot();
    this.returnSheet({ ...snapshot, id, name, hidden: false, protections: [] }, this.sheets.length);
    const copy = this.sheet(id);
    if (copy === undefined) throw new Error('The copy is gone.');
    return copy;
  }

  /** Adds an empty sheet of 1000 rows and 26 columns; the name must be free. */
  addSheet(name: string, place: number): SheetModel {
    const sheet = new SheetModel(this.#freeId(), name, 1000, 26, this.changes);
    this.sheets.splice(place, 0, sheet);
    this.changes.book();
    return sheet;
  }

  /** Removes a sheet; it must not be the last one. */
  removeSheet(sheet: SheetModel): void {
    const place = this.sheets.indexOf(sheet);
    this.sheets.splice(place, 1);
    sheet.isGone = true;
    if (this.activeSheet === sheet.id) this.activeSheet = (this.sheets[place] ?? this.sheets[place - 1])?.id ?? 0;
    this.#computed = '';
    this.changes.book();
  }

  /** Puts a sheet back that was removed; its name must be free. */
  returnSheet(snapshot: SheetSnapshot, place: number): void {
    this.sheets.splice(place, 0, SheetModel.from(snapshot, this.changes));
    this.#computed = '';
    this.changes.book();
  }

  renameSheet(sheet: SheetModel, name: string): void {
    this.#eachFormula((home, cell, row, column) => {
      const formula = renameSheetIn(cell.formula ?? '', sheet.name, name);
      if (formula !== cell.formula) home.put(row, column, { ...cell, formula });
    });
    this.#eachListRange((reference) => renameSheetIn(reference, sheet.name, name));
    sheet.name = name;
    this.changes.book();
  }

  /** Inserts, deletes or moves rows or columns, and lets every formula follow. */
  shift(sheet: SheetModel, wanted: Shift): void {
    const { newColumns, rowEdges, details } = this.switches;
    const areRulesLeft = wanted.axis === 'columns' ? newColumns === 'without' : rowEdges === 'apart';
    const isBare = wanted.axis === 'rows' && details === 'other';
    const shift: Shift =
      wanted.kind === 'insert'
        ? { ...wanted, ...(areRulesLeft && { areRulesLeft }), ...(isBare && { isBare }) }
        : wanted;
    sheet.shift(shift);
    this.moves?.push({ sheet: sheet.id, move: shift });
    this.#eachFormula((home, cell, row, column) => {
      const formula = shiftFormula(cell.formula ?? '', home.name, sheet.name, shift);
      if (formula !== cell.formula) home.put(row, column, { ...cell, formula });
    });
    this.#eachListRange((reference) => shiftFormula(reference, '', sheet.name, shift));
  }

  /** Moves cells with their looks, notes and rules over those of another place, and lets all that names them follow. What a place without a rule
   *  of its own gets is under the rule that it comes to. */
  moveCells(home: SheetModel, area: Area, sheet: SheetModel, { row, column }: Pick<Area, 'row' | 'column'>): void {
    const [rows, columns] = [row - area.row, column - area.column];
    const taken = takeCells(home, area);
    const rules = rulesWithin(home.validations, area);
    if (rules.length > 0) home.setValidation(area, undefined);
    for (const [down, right, cell] of taken) sheet.put(down + rows, right + columns, cell);
    for (const rule of rules)
      sheet.setValidation({ ...rule.area, row: rule.area.row + rows, column: rule.area.column + columns }, rule);
    const move = { sheet: home.name, area, to: sheet.name, rows, columns };
    const target = { ...area, row, column };
    this.#eachFormula((stands, cell, at, right) => {
      const isMoved = stands === sheet && holds(target, at, right);
      const formula = followCells(cell.formula ?? '', isMoved ? home.name : stands.name, stands.name, move);
      if (formula !== cell.formula) stands.put(at, right, { ...cell, formula });
    });
    this.#eachListRange((reference) => followCells(reference, '', '', move));
  }

  /** Rewrites the ranges that lists of values come from, given as formulas. */
  #eachListRange(rewrite: (reference: string) => string): void {
    for (const sheet of this.sheets) {
      sheet.validations = sheet.validations.map((rule) => {
        if (rule.kind !== 'list-from-range') return rule;
        const values = rule.values.map((reference) => rewrite(`=${reference}`).slice(1));
        if (values.every((value, index) => value === rule.values[index])) return rule;
        sheet.told();
        return { ...rule, values };
      });
    }
  }

  /** Puts rows of an area in another order: row `order[i]` comes to place i. Rules stay where they are, or go along. */
  reorder(sheet: SheetModel, area: Area, order: number[]): void {
    sheet.reorder(area, order);
    if (this.switches.details === 'other') {
      sheet.validations = sheet.validations.flatMap((rule) =>
        reorderedAreas(rule.area, area, order).map((each) => ({ ...rule, area: each })),
      );
      sheet.conditionalFormats = sheet.conditionalFormats.map((format) => {
        const areas = format.areas.flatMap((each) => reorderedAreas(each, area, order));
        const moved = (areas[0]?.row ?? 0) - (format.areas[0]?.row ?? 0);
        return { ...format, areas, formula: offsetFormula(format.formula, moved, 0) };
      });
    }
    this.moves?.push({ sheet: sheet.id, move: { area, order } });
    for (const [row, column] of sheet.formulas) {
      const cell = holds(area, row, column) ? sheet.cell(row, column) : undefined;
      const moved = row - (order[row - area.row] ?? row);
      if (cell?.formula !== undefined && moved !== 0)
        sheet.put(row, column, { ...cell, formula: offsetFormula(cell.formula, moved, 0) });
    }
  }

  #eachFormula(visit: (sheet: SheetModel, cell: Cell, row: number, column: number) => void): void {
    for (const sheet of this.sheets) {
      for (const [row, column] of sheet.formulas) {
        const cell = sheet.cell(row, column);
        if (cell) visit(sheet, cell, row, column);
      }
    }
  }

  /** Brings the values of all formulas up to date with the cells and the day. */
  compute(): void {
    if (this.sheets.every((sheet) => sheet.formulas.length === 0)) return;
    const now = serialOf(this.#now(), this.timeZone);
    const hasNow = Math.floor(now);
    const state = () =>
      `${hasNow} ${this.sheets.map((sheet) => `${sheet.id}:${sheet.name}:${sheet.version}`).join(' ')}`;
    if (state() === this.#computed) return;
    const done = new Map<SheetModel, Set<number>>();
    const open = new Set<string>();
    const settle = (sheet: SheetModel, row: number, column: number): Cell | undefined => {
      const cell = sheet.cell(row, column);
      if (cell?.formula === undefined) return cell;
      let settled = done.get(sheet);
      if (!settled) {
        settled = new Set();
        done.set(sheet, settled);
      }
      const place = row * 20_000 + column;
      if (settled.has(place)) return cell;
      const key = `${sheet.id} ${place}`;
      if (open.has(key)) throw new FormulaError('#REF!');
      open.add(key);
      try {
        const value = evaluateFormula(cell.formula, this.#setting(sheet, row, column, now, settle));
        const isNewDate =
          cell.format === undefined &&
          typeof value === 'number' &&
          givesDate(parseFormula(cell.formula), (node) => this.#isDate(sheet, node));
        if (value === cell.value && !isNewDate) return cell;
        const next: Cell = isNewDate ? { ...cell, value, format: 'yyyy-mm-dd' } : { ...cell, value };
        sheet.put(row, column, next);
        return next;
      } finally {
        open.delete(key);
        settled.add(place);
      }
    };
    this.#eachFormula((sheet, _cell, row, column) => settle(sheet, row, column));
    this.#computed = state();
  }

  /** What a rule's formula gives for one cell, as if it stood there. */
  evaluateAt(formula: string, sheet: SheetModel, row: number, column: number): Scalar {
    this.compute();
    const read = (home: SheetModel, cellRow: number, cellColumn: number) => home.cell(cellRow, cellColumn);
    const setting = this.#setting(sheet, row, column, serialOf(this.#now(), this.timeZone), read);
    try {
      return evaluateScalar(parseFormula(formula), setting);
    } catch (error) {
      if (error instanceof FormulaError) return error.message;
      throw error;
    }
  }

  #isDate(home: SheetModel, node: Extract<Node, { kind: 'reference' }>): boolean {
    const sheet = node.sheet === undefined ? home : this.sheetNamed(node.sheet);
    return isDateFormat(sheet?.cell(node.from.row ?? 0, node.from.column ?? 0)?.format);
  }

  #setting(
    home: SheetModel,
    row: number,
    column: number,
    now: number,
    settle: (sheet: SheetModel, row: number, column: number) => Cell | undefined,
  ): Setting {
    const rules = this.rules;
    return {
      row,
      column,
      now,
      ...(this.switches.joinedDays === 'date' && {
        joinedDay: (value: number) => displayText({ value, format: 'm/d/yyyy' }),
      }),
      readText: (text) => {
        const { value } = readEntry(text, undefined, rules, TYPED);
        return typeof value === 'number' ? value : undefined;
      },
      read: (sheetName: string | undefined, from: Corner, to: Corner | undefined): Matrix => {
        const sheet = sheetName === undefined ? home : this.sheetNamed(sheetName);
        if (!sheet) throw new FormulaError('#REF!');
        const [top, left] = [from.row ?? 0, from.column ?? 0];
        const bottom = to ? (to.row ?? sheet.rows - 1) : top;
        const right = to ? (to.column ?? sheet.columns - 1) : left;
        if (Math.max(top, bottom) >= sheet.rows || Math.max(left, right) >= sheet.columns)
          throw new FormulaError('#REF!');
        const matrix: Matrix = [];
        for (let r = Math.min(top, bottom); r <= Math.max(top, bottom); r++) {
          const values: Scalar[] = [];
          for (let c = Math.min(left, right); c <= Math.max(left, right); c++) {
            const value = settle(sheet, r, c)?.value;
            if (typeof value === 'string' && ERROR_TEXT.test(value)) throw new FormulaError(value);
            values.push(value);
          }
          matrix.push(values);
        }
        return matrix;
      },
    };
  }
}

/** Empties an area; gives what stood there, blank cells too. */
function takeCells(sheet: SheetModel, { row, column, rows, columns }: Area): [number, number, Cell | undefined][] {
  const taken: [number, number, Cell | undefined][] = [];
  for (let down = row; down < row + rows; down++) {
    for (let right = column; right < column + columns; right++) {
      taken.push([down, right, sheet.cell(down, right)]);
      sheet.put(down, right, undefined);
    }
  }
  return taken;
}
