// Areas of a sheet: A1 notation, overlap, and what becomes of them when rows or columns come, go or move. Counted from 0.

import type { Area } from '../../protocol.ts';

/** The column's letters: 0 is `A`, 26 is `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** The column that the letters name: `A` is 0. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** `B2`, or `B2:C4` where the area holds more than one cell. */
export function areaName(area: Area): string {
  const first = columnName(area.column) + (area.row + 1);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnName(area.column + area.columns - 1)}${area.row + area.rows}`;
}

/** A sheet's name as it stands before the `!` of a reference. */
export function quotedSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** `R5C3` or `R5C3:R7C4` as `C5` or `C5:D7`; any other reference as it is. */
function withoutRowAndColumnNumbers(text: string): string {
  const match = /^((?:.*!)?)R([1-9]\d*)C([1-9]\d*)(?::R([1-9]\d*)C([1-9]\d*))?$/i.exec(text.trim());
  if (!match) return text;
  const [, sheet = '', row, column, endRow, endColumn] = match;
  const first = sheet + columnName(Number(column) - 1) + row;
  return endRow === undefined ? first : `${first}:${columnName(Number(endColumn) - 1)}${endRow}`;
}

/** Reads `B2`, `B2:C4`, `A:C`, `A2:C`, `2:4`, `R2C2` or `R2C2:R4C3`, with or without a sheet's name; undefined if it is none of
 *  these. `notation`: how a range of whole rows or columns is named. */
export function parseArea(
  reference: string,
  size: (sheetName: string | undefined) => { rows: number; columns: number } | undefined,
): { sheetName: string | undefined; area: Area; notation?: string } | undefined {
  const text = withoutRowAndColumnNumbers(reference);
  const match =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]*))!)?\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?(?::\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?)?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const sheetName = match[1]?.replace(/''/g, "'") ?? (match[2] || undefined);
  const [, , , startColumn, startRow, endColumn, endRow] = match;
  const isRange = text.includes(':', text.lastIndexOf('!') + 1);
  if (!isRange && (startColumn === undefined || startRow === undefined)) return undefined;
  if (isRange && (startColumn === undefined) !== (endColumn === undefined)) return undefined;
  if (startColumn === undefined && (startRow === undefined || endRow === undefined)) return undefined;
  const grid = size(sheetName);
  if (!grid) return undefined;
  const left = startColumn === undefined ? 0 : columnNumber(startColumn);
  const top = startRow === undefined ? 0 : Number(startRow) - 1;
  let right = left;
  let bottom = top;
  if (isRange) {
    right = endColumn === undefined ? grid.columns - 1 : columnNumber(endColumn);
    bottom = endRow === undefined ? grid.rows - 1 : Number(endRow) - 1;
  }
  const area = {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
  if (startColumn === undefined) return { sheetName, area, notation: `${area.row + 1}:${area.row + area.rows}` };
  if (startRow !== undefined || endRow !== undefined) return { sheetName, area };
  return { sheetName, area, notation: `${columnName(area.column)}:${columnName(area.column + area.columns - 1)}` };
}

export function holds(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** What both areas cover; undefined if they do not meet. */
export function overlap(one: Area, other: Area): Area | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** What is left of `area` without `hole`: at most four areas. */
export function without(area: Area, hole: Area): Area[] {
  const cut = overlap(area, hole);
  if (!cut) return [area];
  const parts: Area[] = [
    { row: area.row, column: area.column, rows: cut.row - area.row, columns: area.columns },
    { row: cut.row, column: area.column, rows: cut.rows, columns: cut.column - area.column },
    {
      row: cut.row,
      column: cut.column + cut.columns,
      rows: cut.rows,
      columns: area.column + area.columns - cut.column - cut.columns,
    },
    {
      row: cut.row + cut.rows,
      column: area.column,
      rows: area.row + area.rows - cut.row - cut.rows,
      columns: area.columns,
    },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/** The smallest area that covers all of the cells; there must be one. */
export function around(cells: readonly (readonly [row: number, column: number, ...rest: unknown[]])[]): Area {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (const [row, column] of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Numbers in their order as runs of neighbours. */
export function runsOf(numbers: readonly number[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === number) last[1]++;
    else runs.push([number, 1]);
  }
  return runs;
}

/** From `at` on so many numbers, but for some: as runs of neighbours. */
export function runsWithout(
  at: number,
  count: number,
  except: readonly number[] = [],
): [start: number, length: number][] {
  const left = new Set(except);
  return runsOf(Array.from({ length: count }, (_, index) => at + index).filter((number) => !left.has(number)));
}

/** Rows or columns that come, go or change places in one sheet. */
export type Shift =
  /** `like`: which neighbour's formats and rules the new ones take on, if any; `areRulesLeft`: formats alone; `isBare`: rules alone. */
  | {
      axis: 'rows' | 'columns';
      kind: 'insert';
      at: number;
      count: number;
      like: 'before' | 'after' | 'neither';
      areRulesLeft?: boolean;
      isBare?: boolean;
    }
  | { axis: 'rows' | 'columns'; kind: 'delete'; at: number; count: number }
  /** `to`: the place, counted before the move, that they are put in front of; not within what moves. */
  | { axis: 'rows' | 'columns'; kind: 'move'; at: number; count: number; to: number };

/** Where a row or column stands afterwards; undefined if it is deleted. */
export function shiftedIndex(index: number, shift: Shift): number | undefined {
  const { at, count } = shift;
  if (shift.kind === 'insert') return index >= at ? index + count : index;
  if (shift.kind === 'delete') {
    if (index < at) return index;
    return index >= at + count ? index - count : undefined;
  }
  const { to } = shift;
  if (index >= at && index < at + count) return to > at ? to - count + (index - at) : to + (index - at);
  if (to > at) return index >= at + count && index < to ? index - count : index;
  return index >= to && index < at ? index + count : index;
}

/** What becomes of an interval: grown, shrunk, moved, or torn apart by a move. */
function shiftedSpans(start: number, length: number, shift: Shift): [start: number, length: number][] {
  const { at, count } = shift;
  if (shift.kind === 'insert') {
    const end = start + length;
    const isInside = at > start && at < end;
    const grows = isInside || (shift.like === 'before' && at === end) || (shift.like === 'after' && at === start);
    if (grows) return [[start, length + count]];
    return [[start >= at ? start + count : start, length]];
  }
  const spans: [number, number][] = [];
  const places: number[] = [];
  if (shift.kind === 'delete') {
    const gone = Math.max(0, Math.min(start + length, at + count) - Math.max(start, at));
    if (gone === length) return [];
    return [[start < at ? start : Math.max(at, start - count), length - gone]];
  }
  for (let index = start; index < start + length; index++) {
    const place = shiftedIndex(index, shift);
    if (place !== undefined) places.push(place);
  }
  places.sort((one, other) => one - other);
  for (const place of places) {
    const last = spans[spans.length - 1];
    if (last && last[0] + last[1] === place) last[1]++;
    else spans.push([place, 1]);
  }
  return spans;
}

/** The areas that `area` becomes: none if it is deleted, several only after a move. */
export function shiftedAreas(area: Area, shift: Shift): Area[] {
  if (shift.axis === 'rows') {
    return shiftedSpans(area.row, area.rows, shift).map(([row, rows]) => ({ ...area, row, rows }));
  }
  return shiftedSpans(area.column, area.columns, shift).map(([column, columns]) => ({ ...area, column, columns }));
}

/** What becomes of an area that goes along with rows that are put in another order: row `order[i]` comes to place i of `sorted`. */
export function reorderedAreas(area: Area, sorted: Area, order: readonly number[]): Area[] {
  const isWithin = area.column >= sorted.column && area.column + area.columns <= sorted.column + sorted.columns;
  if (!isWithin) return [area];
  const holdsRow = ({ row, rows }: Area, each: number) => each >= row && each < row + rows;
  const staying = Array.from({ length: area.rows }, (_, at) => area.row + at).filter((row) => !holdsRow(sorted, row));
  // What stood together and does so still, stays one.
  const pieces: [row: number, rows: number, from: number][] = [];
  for (const [at, from] of order.entries()) {
    const last = pieces.at(-1);
    if (!holdsRow(area, from)) continue;
    if (last && last[0] + last[1] === sorted.row + at && last[2] + last[1] === from) last[1]++;
    else pieces.push([sorted.row + at, 1, from]);
  }
  return [...runsOf(staying), ...pieces].map(([row, rows]) => ({ ...area, row, rows }));
}
