// What each window can take back: its person's actions, one step each, whatever others have done meanwhile.

import { isDeepStrictEqual } from 'node:util';
import type { Area, BookSnapshot, Cell, SheetSnapshot } from '../../protocol.ts';
import { holds, type Shift, shiftedIndex } from './area.ts';
import type { BookModel, Move, Order } from './book-model.ts';
import { isSameCell } from './cells/cell.ts';
import { keptOf, type Row, remember } from './cells/kept-cells.ts';
import { isSameButCells, shapeKeys } from './sheet-model.ts';

/** Steps that a window can take back. */
const MOST_STEPS = 100;
/** Windows whose steps are kept; the one that has done nothing for longest is forgotten first. */
const MOST_WINDOWS = 20;

interface Place {
  sheet: number;
  area: Area;
}

/** The book before and after an action, with what moved rows and columns in between. */
export interface Step {
  before: BookSnapshot;
  after: BookSnapshot;
  moves: Move[];
  /** Where it was done, to be shown when it is taken back. */
  place: Place | undefined;
  /** What scripts hear of it: one cell with its values, only where, or nothing. */
  edit: 'single' | 'many' | undefined;
}

type Watched = Pick<Step, 'place' | 'edit'>;

export type Direction = 'undo' | 'redo';

const NOTHING: Record<Direction, string> = {
  undo: 'There is nothing left to undo in this window.',
  redo: 'There is nothing left to redo in this window.',
};
const OVERTAKEN: Record<Direction, string> = {
  undo: 'This step cannot be undone any more: the same cells were changed by somebody else or by the add-on since. Nothing was changed.',
  redo: 'This step cannot be redone any more: the same cells were changed by somebody else or by the add-on since. Nothing was changed.',
};

export class History {
  readonly #book: BookModel;
  /** By window, the one that acted last at the end. */
  readonly #steps = new Map<string, Record<Direction, Step[]>>();

  constructor(book: BookModel) {
    this.#book = book;
  }

  /** Runs what a person did, and keeps it as a step if it changed anything. */
  record<T extends Watched>(window: string, work: () => T): T {
    const { done, step } = this.#watch(work);
    if (step === undefined) return done;
    const steps = this.#of(window);
    steps.undo.push(step);
    if (steps.undo.length > MOST_STEPS) steps.undo.shift();
    steps.redo = [];
    return done;
  }

  /** Takes a step back, or does it again. Gives one sentence where that cannot be. `follow` is told of the step and what its first cell held. */
  take(
    direction: Direction,
    window: string,
    follow: (step: Step, oldValue: Cell['value']) => void,
  ): string | undefined {
    const steps = this.#of(window);
    const step = steps[direction].pop();
    if (step === undefined) return NOTHING[direction];
    const { done, step: taken } = this.#watch(() => {
      const { place, edit } = step;
      const oldValue = place && this.#book.sheet(place.sheet)?.cell(place.area.row, place.area.column)?.value;
      const isTaken = takeBack(this.#book, step);
      const next = steps[direction].at(-1);
      const isNext = next !== undefined && isSameBook(next.after, this.#book.snapshot());
      if (isTaken) follow(step, oldValue);
      // What scripts write now is nobody else's: the step that is next goes over it.
      if (next !== undefined && isNext) next.after = this.#book.snapshot();
      return { isTaken, place, edit };
    });
    if (!done.isTaken) return OVERTAKEN[direction];
    if (taken !== undefined) steps[direction === 'undo' ? 'redo' : 'undo'].push(taken);
    return undefined;
  }

  can(direction: Direction, window: string): boolean {
    return (this.#steps.get(window)?.[direction].length ?? 0) > 0;
  }

  #watch<T extends Watched>(work: () => T): { done: T; step: Step | undefined } {
    const book = this.#book;
    const before = book.snapshot();
    const around = book.moves;
    const moves: Move[] = [];
    book.moves = moves;
    const done = work();
    book.moves = around;
    around?.push(...moves);
    const after = book.snapshot();
    const { place, edit } = done;
    return { done, step: isSameBook(before, after) ? undefined : { before, after, moves, place, edit } };
  }

  #of(window: string): Record<Direction, Step[]> {
    const steps = this.#steps.get(window) ?? { undo: [], redo: [] };
    this.#steps.delete(window);
    this.#steps.set(window, steps);
    const [oldest] = this.#steps.keys();
    if (this.#steps.size > MOST_WINDOWS && oldest !== undefined) this.#steps.delete(oldest);
    return steps;
  }
}

/** Where something stood before a shift. */
function inverse(shift: Shift): Shift {
  const { axis, at, count } = shift;
  if (shift.kind === 'insert') return { axis, kind: 'delete', at, count };
  if (shift.kind === 'delete') return { axis, kind: 'insert', at, count, like: 'neither' };
  const isForward = shift.to > at;
  return {
    axis: shift.axis,
    kind: 'move',
    at: isForward ? shift.to - count : shift.to,
    count,
    to: isForward ? at : at + count,
  };
}

function isOrder(move: Shift | Order): move is Order {
  return 'order' in move;
}

/** What puts rows and columns back to where they were before a move. */
function backOf(move: Shift | Order): Shift | Order {
  if (!isOrder(move)) return inverse(move);
  const { area } = move;
  const order: number[] = [];
  for (const [index, row] of move.order.entries()) order[row - area.row] = area.row + index;
  return { area, order };
}

/** Brings the book from after the step to before it, and keeps what others did since. False, with nothing changed, where both meant the same. */
function takeBack(book: BookModel, { before, after, moves }: Step): boolean {
  const find = (of: BookSnapshot, id: number) => of.sheets.find((sheet) => sheet.id === id);
  const now = book.snapshot();
  const ids = new Set([...before.sheets, ...after.sheets].map(({ id }) => id));
  const work: (() => void)[] = [];
  for (const id of ids) {
    const [from, to, current] = [find(after, id), find(before, id), find(now, id)];
    if (from && to && isSameSheet(from, to)) continue;
    if (!from && to) {
      const isTaken = current ?? now.sheets.some(({ name }) => name.toLowerCase() === to.name.toLowerCase());
      if (isTaken) return false;
      work.push(() => book.returnSheet(to, Math.min(before.sheets.indexOf(to), book.sheets.length)));
    } else if (from && !to) {
      const isLast = !now.sheets.some((sheet) => sheet.id !== id && !sheet.hidden);
      if (!current || isLast || !isSameSheet(current, from)) return false;
      work.push(() => {
        const model = book.sheet(id);
        if (model) book.removeSheet(model);
      });
    } else if (from && to) {
      const back = moves.filter(({ sheet }) => sheet === id).map(({ move }) => backOf(move));
      const rebased = current && rebase(current, from, to, back.reverse());
      if (!rebased) return false;
      work.push(() => {
        const model = book.sheet(id);
        for (const move of back) {
          if (isOrder(move)) model?.reorder(move.area, move.order);
          else model?.shift(move);
          book.moves?.push({ sheet: id, move });
        }
        model?.restore(rebased.target);
        for (const [row, column, cell] of rebased.cells) model?.put(row, column, cell);
      });
      if (from.name !== to.name) work.push(() => book.changes.book());
    }
  }
  for (const one of work) one();
  book.compute();
  return true;
}

interface Rebased {
  target: SheetSnapshot;
  /** What others did since, where it stands in the target. */
  cells: [row: number, column: number, cell: Cell | undefined][];
}

/** `to`, with what differs between `from` and `current`; undefined where the step changed the same. */
function rebase(
  current: SheetSnapshot,
  from: SheetSnapshot,
  to: SheetSnapshot,
  back: readonly (Shift | Order)[],
): Rebased | undefined {
  const [now, old, wanted] = [current, from, to].map(keptOf);
  if (!now || !old || !wanted || now.layout !== old.layout) return undefined;
  const isShifted = back.some((move) => !isOrder(move));
  const others: Partial<SheetSnapshot> = {};
  for (const key of shapeKeys(from, current)) {
    if (isDeepStrictEqual(current[key], from[key])) continue;
    if (isShifted || !isDeepStrictEqual(from[key], to[key])) return undefined;
    Object.assign(others, { [key]: current[key] });
  }
  const cells: Rebased['cells'] = [];
  for (const [row, column, cell] of differences(now.rows, old.rows)) {
    const home = movedPlace([row, column], back);
    const [was, will] = [old.rows[row]?.[column], home && wanted.rows[home[0]]?.[home[1]]];
    if (home === undefined || !isSameEntry(was, will)) return undefined;
    // What a formula refers to may have moved otherwise than itself.
    if (cell?.formula !== undefined && (isShifted || home[0] !== row)) return undefined;
    cells.push([...home, cell]);
  }
  // Not by spreading: that would list the cells.
  const target: SheetSnapshot = Object.defineProperties(others as SheetSnapshot, {
    ...Object.getOwnPropertyDescriptors(to),
    ...Object.getOwnPropertyDescriptors(others),
  });
  remember(target, wanted);
  return { target, cells };
}

function* differences(
  rows: readonly Row[],
  others: readonly Row[],
): Generator<[row: number, column: number, cell: Cell | undefined]> {
  for (let row = 0; row < Math.max(rows.length, others.length); row++) {
    const [one = [], other = []] = [rows[row], others[row]];
    if (one === other) continue;
    for (let column = 0; column < Math.max(one.length, other.length); column++) {
      if (!isSameEntry(one[column], other[column])) yield [row, column, one[column]];
    }
  }
}

/** The result of a formula is no difference. */
function isSameEntry(one: Cell | undefined, other: Cell | undefined): boolean {
  if (one === other) return true;
  if (!one || !other) return false;
  const isOneFormula = one.formula !== undefined && one.formula === other.formula;
  return isSameCell(isOneFormula ? { ...one, value: other.value } : one, other);
}

function movedPlace(
  [row, column]: readonly [number, number],
  moves: readonly (Shift | Order)[],
): [number, number] | undefined {
  let [down, right]: [number | undefined, number | undefined] = [row, column];
  for (const move of moves) {
    if (down === undefined || right === undefined) return undefined;
    if (isOrder(move)) {
      const index: number = holds(move.area, down, right) ? move.order.indexOf(down) : -1;
      if (index !== -1) down = move.area.row + index;
    } else if (move.axis === 'rows') down = shiftedIndex(down, move);
    else right = shiftedIndex(right, move);
  }
  return down === undefined || right === undefined ? undefined : [down, right];
}

function isSameSheet(one: SheetSnapshot, other: SheetSnapshot): boolean {
  const [kept, otherKept] = [keptOf(one), keptOf(other)];
  if (!kept || !otherKept || kept.layout !== otherKept.layout || !isSameButCells(one, other)) return false;
  return kept === otherKept || differences(kept.rows, otherKept.rows).next().done === true;
}

function isSameBook(one: BookSnapshot, other: BookSnapshot): boolean {
  return (
    one.sheets.length === other.sheets.length &&
    one.sheets.every((sheet, place) => {
      const twin = other.sheets[place];
      return twin?.id === sheet.id && isSameSheet(sheet, twin);
    })
  );
}
