// Formula text as tokens, and the rewriting of its references when rows, columns or sheets change.

import type { Area } from '../../protocol.ts';
import {
  columnName,
  columnNumber,
  holds,
  quotedSheetName,
  type Shift,
  shiftedAreas,
  shiftedIndex,
} from '../model/area.ts';

/** One end of a reference. A missing column or row means the whole row or column. */
export interface Corner {
  column?: number;
  row?: number;
  isColumnFixed: boolean;
  isRowFixed: boolean;
}

export type Token =
  | { kind: 'number' | 'text' | 'name' | 'operator' | 'error' | 'space'; text: string }
  | { kind: 'reference'; text: string; sheet: string | undefined; from: Corner; to: Corner | undefined };

const pattern = new RegExp(
  [
    /(?<space>\s+)/,
    /(?<string>"(?:[^"]|"")*")/,
    /(?<error>#REF!|#N\/A|#VALUE!|#DIV\/0!|#NAME\?|#NUM!|#ERROR!)/,
    /(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<sheet>[A-Za-z_][\w.]*))!)?(?<from>\$?[A-Za-z]{1,3}\$?[1-9]\d*|\$?[A-Za-z]{1,3}(?=:\$?[A-Za-z]{1,3}(?![\w(]))|\$?[1-9]\d*(?=:\$?[1-9]))(?::(?<to>\$?[A-Za-z]{1,3}\$?[1-9]\d*|\$?[A-Za-z]{1,3}(?![\w(])|\$?[1-9]\d*))?(?![\w(])/,
    /(?<number>\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?)/,
    /(?<name>[A-Za-z_][\w.]*)/,
    /(?<operator><=|>=|<>|[-+*/^&=<>%(){},;:!\\])/,
    /(?<other>[\s\S])/,
  ]
    .map((part) => part.source)
    .join('|'),
  'giy',
);

function readCorner(text: string): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const [, first = '', letters = '', second = '', digits = ''] = match ?? [];
  const corner: Corner = {
    isColumnFixed: letters !== '' && first === '$',
    isRowFixed: letters === '' ? first === '$' : second === '$',
  };
  if (letters !== '') corner.column = columnNumber(letters);
  if (digits !== '') corner.row = Number(digits) - 1;
  return corner;
}

function cornerText(corner: Corner): string {
  const column = corner.column === undefined ? '' : (corner.isColumnFixed ? '$' : '') + columnName(corner.column);
  const row = corner.row === undefined ? '' : (corner.isRowFixed ? '$' : '') + (corner.row + 1);
  return column + row;
}

/** The tokens of a formula with its leading `=`, spaces included; joined, their texts are the formula without the `=`. */
export function readTokens(formula: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 1;
  while (pattern.lastIndex < formula.length) {
    const match = pattern.exec(formula);
    const groups = match?.groups;
    if (!match || !groups) break;
    const text = match[0];
    if (groups.from !== undefined) {
      const to = groups.to === undefined ? undefined : readCorner(groups.to);
      const sheet = groups.quoted?.replace(/''/g, "'") ?? groups.sheet;
      tokens.push({ kind: 'reference', text, sheet, from: readCorner(groups.from), to });
    } else if (groups.space !== undefined) tokens.push({ kind: 'space', text });
    else if (groups.string !== undefined) tokens.push({ kind: 'text', text });
    else if (groups.error !== undefined) tokens.push({ kind: 'error', text });
    else if (groups.number !== undefined) tokens.push({ kind: 'number', text });
    else if (groups.name !== undefined) tokens.push({ kind: 'name', text });
    else tokens.push({ kind: 'operator', text });
  }
  return tokens;
}

type ReferenceToken = Extract<Token, { kind: 'reference' }>;

function rewrite(formula: string, change: (token: ReferenceToken) => string): string {
  const tokens = readTokens(formula);
  return `=${tokens.map((token) => (token.kind === 'reference' ? change(token) : token.text)).join('')}`;
}

function referenceText(sheet: string | undefined, from: Corner, to: Corner | undefined): string {
  const before = sheet === undefined ? '' : `${quotedSheetName(sheet)}!`;
  return before + cornerText(from) + (to ? `:${cornerText(to)}` : '');
}

function shiftedReference(token: ReferenceToken, shift: Shift): string {
  const axis = shift.axis === 'rows' ? 'row' : 'column';
  const { sheet, from, to } = token;
  const start = from[axis];
  const end = to?.[axis];
  if (start === undefined) return token.text;
  if (to === undefined) {
    const place = shiftedIndex(start, shift);
    return place === undefined ? '#REF!' : referenceText(sheet, { ...from, [axis]: place }, undefined);
  }
  if (end === undefined) {
    const place = shiftedIndex(start, shift) ?? shift.at;
    return referenceText(sheet, { ...from, [axis]: place }, to);
  }
  const [first, last] = [Math.min(start, end), Math.max(start, end)];
  const line: Area = { row: first, column: first, rows: last - first + 1, columns: last - first + 1 };
  const areas = shiftedAreas(line, shift.kind === 'insert' ? { ...shift, like: 'neither' } : shift);
  const left = areas[0];
  if (!left) return '#REF!';
  const right = areas[areas.length - 1] ?? left;
  const length = axis === 'row' ? 'rows' : 'columns';
  return referenceText(sheet, { ...from, [axis]: left[axis] }, { ...to, [axis]: right[axis] + right[length] - 1 });
}

/** The formula after rows or columns of `changed` came, went or moved; `home` is the sheet the formula stands in. */
export function shiftFormula(formula: string, home: string, changed: string, shift: Shift): string {
  return rewrite(formula, (token) => ((token.sheet ?? home) === changed ? shiftedReference(token, shift) : token.text));
}

/** The formula as if it had been copied by so many rows and columns: fixed parts stay. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  let isLost = false;
  const move = (corner: Corner): Corner => {
    const moved = { ...corner };
    if (moved.row !== undefined && !moved.isRowFixed) moved.row += rows;
    if (moved.column !== undefined && !moved.isColumnFixed) moved.column += columns;
    isLost ||= (moved.row ?? 0) < 0 || (moved.column ?? 0) < 0;
    return moved;
  };
  return rewrite(formula, (token) => {
    isLost = false;
    const text = referenceText(token.sheet, move(token.from), token.to && move(token.to));
    return isLost ? '#REF!' : text;
  });
}

/** Cells that go to another place, in the same sheet or another one; sheets by name. */
export interface CellMove {
  sheet: string;
  area: Area;
  to: string;
  /** How far they go. */
  rows: number;
  columns: number;
}

function isWithin({ from, to = from }: ReferenceToken, area: Area): boolean {
  return [from, to].every(({ row, column }) => row !== undefined && column !== undefined && holds(area, row, column));
}

/** The formula after a move: what is named whole by it and moved is named where it is now. `stood` is the sheet that the formula was in, `stands`
 *  the one that it is in by now. */
export function followCells(formula: string, stood: string, stands: string, move: CellMove): string {
  const moved = (corner: Corner): Corner => ({
    ...corner,
    row: (corner.row ?? 0) + move.rows,
    column: (corner.column ?? 0) + move.columns,
  });
  return rewrite(formula, (token) => {
    const sheet = token.sheet ?? stood;
    const isMoved = sheet === move.sheet && isWithin(token, move.area);
    if (!isMoved && (token.sheet !== undefined || stood === stands)) return token.text;
    const named = isMoved ? move.to : sheet;
    const isPlain = token.sheet === undefined && named === stands;
    const [from, to] = isMoved ? [moved(token.from), token.to && moved(token.to)] : [token.from, token.to];
    return referenceText(isPlain ? undefined : named, from, to);
  });
}

/** A rule's formula after a shift of its own sheet: relative references keep their distance from the rule's first cell. */
export function shiftRuleFormula(formula: string, shift: Shift, before: Area, after: Area): string {
  const rowMove = after.row - before.row;
  const columnMove = after.column - before.column;
  const shifted = (corner: Corner): Corner | undefined => {
    const moved = { ...corner };
    for (const axis of ['row', 'column'] as const) {
      const place = moved[axis];
      if (place === undefined) continue;
      const isFixed = axis === 'row' ? moved.isRowFixed : moved.isColumnFixed;
      const onAxis = shift.axis === `${axis}s`;
      const next = !isFixed
        ? place + (axis === 'row' ? rowMove : columnMove)
        : onAxis
          ? shiftedIndex(place, shift)
          : place;
      if (next === undefined || next < 0) return undefined;
      moved[axis] = next;
    }
    return moved;
  };
  return rewrite(formula, (token) => {
    if (token.sheet !== undefined) return token.text;
    const from = shifted(token.from);
    const to = token.to && shifted(token.to);
    return from && (to || !token.to) ? referenceText(undefined, from, to) : '#REF!';
  });
}

/** The formula after a sheet got another name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  return rewrite(formula, (token) => (token.sheet === from ? referenceText(to, token.from, token.to) : token.text));
}
