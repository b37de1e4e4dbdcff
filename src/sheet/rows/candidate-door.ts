// The door through which words come to the Candidates sheet and those of patterns and rules, whose rows are known by what they say. Other people sort, insert
// and delete rows meanwhile, so the sheet is read directly before each write and again after it, and what was hit instead is put back.
import { isBeyondSheet, ROUNDS } from '../best-effort.ts';
import { asWritten, type CellValue, writeValues } from '../cell.ts';
import { readAll } from '../register.ts';
import type { Undo } from '../restoring.ts';
import { keyOf } from './sheet-table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** As it was read at one moment: the sheet's values from its first cell on, and how many rows it has. */
interface Moment {
  values: CellValue[][];
  /** Each row as one text to compare. */
  lines: string[];
  rows: number;
}

/** Which of the rows is meant, from 0; -1 where none is. */
type Find = (values: readonly CellValue[][]) => number;

/** The values of a row by the column, from 0, that each goes to; columns that are left alone have none. */
type Cells = (CellValue | undefined)[];

/** Values as the cells of a row, each in its column. */
export function cellsAt(places: readonly number[], values: readonly CellValue[]): Cells {
  const cells: Cells = [];
  for (const [at, value] of values.entries()) cells[places[at] ?? 0] = value;
  return cells;
}

/**
 * Writes rows that fill the same columns, from a row on, which counts from 0: one write for each run of columns. Where one is refused, the
 * others get back what the rows `held`, blanks without it.
 */
function writeCells(
  sheet: Sheet,
  row: number,
  rows: readonly Cells[],
  held: readonly (readonly CellValue[] | undefined)[] = [],
): void {
  const [like = []] = rows;
  const undo: (() => void)[] = [];
  for (let from = 0, to = 0; from < like.length; from = to + 1) {
    for (to = from; like[to] !== undefined; ) to++;
    if (to === from) continue;
    const [first, width] = [from, to - from];
    const range = sheet.getRange(row + 1, first + 1, rows.length, width);
    const write = (lines: readonly Cells[]) =>
      writeValues(
        range,
        lines.map((cells) => cells.slice(first, first + width).map((value = '') => value)),
      );
    try {
      write(rows);
    } catch (error) {
      for (const step of undo) step();
      throw error;
    }
    undo.push(() => write(rows.map((cells, at) => heldIn(cells, held[at]))));
  }
}

/** Cells of what a row held: where `like` has one. */
function heldIn(like: Cells, row: readonly CellValue[] = []): Cells {
  return like.map((value, at) => (value === undefined ? undefined : asWritten(row[at] ?? '')));
}

/** Does a step, unless the sheet has lost the rows or columns that it is about: then the next round finds them anew. */
function isReached(round: number, step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (round + 1 === ROUNDS || !isBeyondSheet(error)) throw error;
    return false;
  }
}

/** A row that is meant, and what `wantedIn` makes of the header for it. */
export interface FoundRow {
  find: Find;
  wantedIn: (header: readonly CellValue[]) => Cells;
}

/**
 * Writes into the rows that are meant, as far as they are to say something else: one write for rows below each other that fill the same
 * columns. Leaves out what is gone.
 */
export function writeFound(sheet: Sheet, rows: readonly FoundRow[]): void {
  let open = rows;
  for (let round = 0; open.length > 0 && round < ROUNDS; round++) {
    const before = momentOf(sheet);
    const left: FoundRow[] = [];
    const aims = new Map<number, { each: FoundRow; row: number; wanted: Cells }>();
    for (const each of open) {
      const row = each.find(before.values);
      const there = before.values[row] ?? [];
      // What a cell holds beside its text, a link or a formula, stays where the text does.
      const wanted = Array.from(each.wantedIn(before.values[0] ?? []), (value, at) =>
        value === asWritten(there[at]) ? undefined : value,
      );
      if (aims.has(row)) left.push(each);
      else if (row > 0 && wanted.some((value) => value !== undefined)) aims.set(row, { each, row, wanted });
    }
    const runs: { first: number; wanted: Cells[] }[] = [];
    for (const { row, wanted } of [...aims.values()].sort((a, b) => a.row - b.row)) {
      const run = runs[runs.length - 1];
      const isNext = run && run.first + run.wanted.length === row && columnsOf(run.wanted[0]) === columnsOf(wanted);
      if (isNext) run.wanted.push(wanted);
      else runs.push({ first: row, wanted: [wanted] });
    }
    const write = () => {
      for (const { first, wanted } of runs) writeCells(sheet, first, wanted, before.values.slice(first));
    };
    if (runs.length === 0) return;
    if (!isReached(round, write)) continue;
    const after = momentOf(sheet);
    open = left;
    if (after.rows === before.rows && before.lines.every((line, at) => aims.has(at) || line === after.lines[at]))
      continue;
    for (const { each, row, wanted } of aims.values()) {
      const line = before.lines[row] ?? '';
      // It still says what it said: another one was written into.
      if (times(after.lines, line) < times(before.lines, line)) continue;
      const rest = (values: readonly CellValue[] = []) =>
        lineOf(values.map((value, at) => (wanted[at] === undefined ? value : '')));
      const written = after.values[row] ?? [];
      // Where somebody has deleted one as well, ours is the one below, which had moved up.
      const isDeleted = after.rows < before.rows;
      const hit = missing(before, after).find(
        (at) => rest(before.values[at]) === rest(written) && (!isDeleted || at === row + 1),
      );
      writeCells(sheet, row, [heldIn(wanted, before.values[hit ?? -1])]);
      open = [...open, each];
    }
  }
}

/** Which columns have a value. */
function columnsOf(cells: Cells = []): string {
  return cells.map((value) => Number(value !== undefined)).join('');
}

/** Adds rows, their values in the columns that `placesIn` finds in the header, below the last that says anything in one of these. */
export function appendRows(
  sheet: Sheet,
  placesIn: (header: readonly CellValue[]) => number[],
  wanted: readonly (readonly CellValue[])[],
): void {
  let open = wanted;
  for (let round = 0; open.length > 0 && round < ROUNDS; round++) {
    const before = momentOf(sheet);
    const places = placesIn(before.values[0] ?? []);
    const free = before.values.reduce(
      (most, row, at) => (places.some((place) => (row[place] ?? '') !== '') ? at + 1 : most),
      1,
    );
    const missingRows = free + open.length - before.rows;
    if (missingRows > 0) sheet.insertRowsAfter(before.rows, missingRows);
    const cells = open.map((row) => Array.from(cellsAt(places, row)));
    if (!isReached(round, () => writeCells(sheet, free, cells))) continue;
    const after = momentOf(sheet);
    // A row that was inserted above pushed the last ones to where these were written.
    const pushed = after.rows - before.rows - Math.max(missingRows, 0);
    const hit = pushed > 0 ? missing(before, after).filter((at) => at + pushed >= free) : [];
    const lost = new Set(hit.map((at) => at + pushed - free));
    for (const at of hit) writeCells(sheet, at + pushed, [heldIn(cells[0] ?? [], before.values[at])]);
    open = open.filter((_, index) => lost.has(index));
  }
}

/** Deletes the rows that are meant, each only where it says what it said when `find` saw it. `undo` is told beforehand how each comes back. */
export function deleteFound(sheet: Sheet, find: (values: readonly CellValue[][]) => number[], undo: Undo): void {
  let before = momentOf(sheet);
  let rows = find(before.values);
  for (let round = 0; rows.length > 0 && round < ROUNDS; round++) {
    const held = before;
    // From the bottom up, so that those still to be deleted keep their numbers.
    for (const row of rows.sort((a, b) => b - a)) {
      const line = held.lines[row] ?? '';
      undo(() => {
        const now = momentOf(sheet);
        if (times(now.lines, line) < times(held.lines, line)) putBack(sheet, held, row, now);
      });
      isReached(round, () => sheet.deleteRow(row + 1));
    }
    const after = momentOf(sheet);
    const kept = held.lines.filter((_, row) => !rows.includes(row));
    const still = rows.filter((row) => times(after.lines, held.lines[row] ?? '') > times(kept, held.lines[row] ?? ''));
    if (still.length === 0) return;
    const hit = missing(held, after).filter((row) => !rows.includes(row));
    // Where somebody has deleted one as well, ours is the one below, which had moved up.
    const isDeleted = held.rows - after.rows > rows.length;
    for (const row of hit) if (!isDeleted || still.includes(row - 1)) putBack(sheet, held, row, after);
    before = momentOf(sheet);
    const lines = still.map((row) => held.lines[row] ?? '');
    rows = [...new Set(lines)].flatMap((line) => {
      const places = before.lines.flatMap((each, row) => (each === line ? [row] : []));
      return places.slice(-times(lines, line));
    });
  }
}

/**
 * Moves a row, with all that stands in it and how it looks, to where another stands, which makes room for it: `find` says where both are, from
 * 0. Where another row moved instead, as rows had come or gone meanwhile, that one goes back.
 */
export function moveFound(sheet: Sheet, find: (values: readonly CellValue[][]) => [row: number, to: number]): void {
  const move = (row: number, to: number) => sheet.moveRows(sheet.getRange(row + 1, 1), to > row ? to + 2 : to + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const before = momentOf(sheet);
    const [row, to] = find(before.values);
    if (row < 1 || to < 1) return;
    if (!isReached(round, () => move(row, to))) continue;
    const after = momentOf(sheet);
    const isOther = isInOrder(moved(after.lines, to, row), before.lines);
    if (!isOther || isInOrder(after.lines, moved(before.lines, row, to))) return;
    move(to, row);
  }
}

function moved(lines: readonly string[], from: number, to: number): string[] {
  const all = [...lines];
  all.splice(to, 0, ...all.splice(from, 1));
  return all;
}

/** Whether what both say is in the same order. */
function isInOrder(lines: readonly string[], others: readonly string[]): boolean {
  const common = (some: readonly string[], rest: readonly string[]) =>
    some.filter((line) => rest.includes(line)).join();
  return common(lines, others) === common(others, lines);
}

function putBack(sheet: Sheet, before: Moment, row: number, now: Moment): void {
  const place = Math.min(row, now.rows - 1);
  const values = (before.values[row] ?? []).map(asWritten);
  sheet.insertRowBefore(place + 1);
  writeValues(sheet.getRange(place + 1, 1, 1, values.length), [values]);
}

/** The values come last, so that nothing lies between them and what is written by them. */
function momentOf(sheet: Sheet): Moment {
  const rows = sheet.getMaxRows();
  const values = readAll(sheet);
  return { values, lines: values.map(lineOf), rows };
}

function lineOf(values: readonly CellValue[]): string {
  const texts = values.map(keyOf);
  while (texts[texts.length - 1] === '') texts.pop();
  return JSON.stringify(texts);
}

function times(lines: readonly string[], line: string): number {
  return lines.filter((each) => each === line).length;
}

/** The rows of before, from 0, that say something which no row says any more. */
function missing(before: Moment, after: Moment): number[] {
  const left = [...after.lines];
  return before.lines.flatMap((line, row) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at >= 0 || line === '[]' ? [] : [row];
  });
}
