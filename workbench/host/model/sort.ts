// The order that sorting brings rows into.

import type { Area, Cell } from '../../protocol.ts';
import type { SheetModel } from './sheet-model.ts';

export interface SortKey {
  /** Column of the sheet, from 0. */
  column: number;
  ascending: boolean;
}

function rank(value: Cell['value']): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function compare(one: Cell['value'], other: Cell['value']): number {
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one === 'string' && typeof other === 'string')
    return one.localeCompare(other, 'en', { sensitivity: 'base' });
  return Number(one) - Number(other);
}

/** The sheet's rows within the area in sorted order: numbers and dates, text, booleans; empty cells last either way. */
export function sortedRows(sheet: SheetModel, area: Area, keys: readonly SortKey[]): number[] {
  const rows = Array.from({ length: area.rows }, (_, index) => area.row + index);
  const value = (row: number, column: number) => {
    const found = sheet.cell(row, column)?.value;
    return found === '' ? undefined : found;
  };
  return rows.sort((left, right) => {
    for (const { column, ascending } of keys) {
      const [one, other] = [value(left, column), value(right, column)];
      if (one === undefined && other === undefined) continue;
      if (one === undefined) return 1;
      if (other === undefined) return -1;
      const order = compare(one, other);
      if (order !== 0) return ascending ? order : -order;
    }
    return left - right;
  });
}
