// One cell: whether it shows anything, and whether two are alike.

import { isDeepStrictEqual } from 'node:util';
import type { Cell, CellStyle } from '../../../protocol.ts';

/** Whether two cells are alike in everything that is seen or kept. */
export function isSameCell(one: Cell, other: Cell): boolean {
  return (
    one.value === other.value &&
    one.formula === other.formula &&
    one.format === other.format &&
    one.note === other.note &&
    (one.links === other.links || isDeepStrictEqual(one.links, other.links)) &&
    (one.style === other.style || isSameStyle(one.style ?? {}, other.style ?? {}))
  );
}

/** Whether a cell is already what is said of it. */
export function hasAll(cell: Cell | undefined, part: Partial<Cell>): boolean {
  for (const key in part) {
    const [held, wanted] = [cell?.[key as keyof Cell], part[key as keyof Cell]];
    if (held === wanted) continue;
    if (key !== 'style' || !isSameStyle((held ?? {}) as CellStyle, (wanted ?? {}) as CellStyle)) return false;
  }
  return true;
}

/** Without the keys that hold nothing; undefined if there are no others. */
export function withoutBlanks(cell: Cell): Cell | undefined {
  const held = Object.entries(cell).filter(([, value]) => value !== undefined);
  return held.length > 0 ? (Object.fromEntries(held) as Cell) : undefined;
}

/** Whether a value or a formula stands in it. */
export function showsSomething(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.formula !== undefined || (cell.value !== undefined && cell.value !== ''));
}

function isSameStyle(one: CellStyle, other: CellStyle): boolean {
  const keys = Object.keys(one) as (keyof CellStyle)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
