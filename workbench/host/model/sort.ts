// The order that sorting brings rows into.

import type { Area, Cell } from '../../protocol.ts';
import type { Switches } from '../switches.ts';
import type { SheetModel } from './sheet-model.ts';

export interface SortKey {
  /** Column of the sheet, from 0. */
  column: number;
  ascending: boolean;
}

/** Made once and without options: with any, each comparison takes ten times as long. */
const alphabet = new Intl.Collator('en');

function rank(value: Cell['value']): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** What a value is compared by; undefined for an empty cell. Capitals and accents count for nothing. */
function keyOf(value: Cell['value']): Cell['value'] {
  if (value === '') return undefined;
  return typeof value === 'string' ? value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : value;
}

function compare(one: Cell['value'], other: Cell['value']): number {
  if (one === other) return 0;
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one === 'string' && typeof other === 'string') return alphabet.compare(one, other);
  return Number(one) - Number(other);
}

/** The sheet's rows within the area in sorted order: numbers and dates, text, booleans; empty cells last either way. */
export function sortedRows(
  sheet: SheetModel,
  area: Area,
  keys: readonly SortKey[],
  { details }: Pick<Switches, 'details'>,
): number[] {
  const rows = Array.from({ length: area.rows }, (_, index) => {
    const row = area.row + index;
    return { row, values: keys.map(({ column }) => keyOf(sheet.cell(row, column)?.value)) };
  });
  rows.sort((left, right) => {
    for (const [index, { ascending }] of keys.entries()) {
      const [one, other] = [left.values[index], right.values[index]];
      if (one === undefined && other === undefined) continue;
      if (one === undefined) return 1;
      if (other === undefined) return -1;
      const order = compare(one, other);
      if (order !== 0) return ascending ? order : -order;
    }
    return details === 'specified' ? left.row - right.row : right.row - left.row;
  });
  return rows.map(({ row }) => row);
}
