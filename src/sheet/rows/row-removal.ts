// Rows taken out of the sheet: only those that still say what was seen, and with what was hit instead put back.
import { ifThere, ROUNDS } from '../best-effort.ts';
import { asWritten, type CellValue, writeValues } from '../cell.ts';
import type { RegisterRow } from '../register.ts';
import type { Undo } from '../restoring.ts';
import { isUnchanged, rowsNow } from './found-rows.ts';
import { matchLines } from './row-matching.ts';
import { BLANK, keyOf, readAfter, readTable, type SeenRows, type Table } from './sheet-table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Deletes the rows, wherever they stand by now, if each still says in all that people write what was seen of it. One that says something
 * else stays. Where rows move in the moment of a deletion and it takes out another one, that one comes back with its values and formulas;
 * notes and looks of its cells do not. `undo` is told of each deletion beforehand how the row comes back.
 */
export function removeRows(sheet: Sheet, seen: SeenRows, rows: readonly RegisterRow[], undo: Undo): void {
  for (const row of rows) {
    for (let round = 0; round < ROUNDS; round++) if (!removeRow(sheet, seen, row, undo)) break;
  }
}

/** Tries to delete one row; true where it is still there, and what was hit instead is back again. */
function removeRow(sheet: Sheet, seen: SeenRows, row: RegisterRow, undo: Undo): boolean {
  const formulas = sheet.getDataRange().getFormulas();
  const now = readTable(sheet, seen.places);
  const [place = -1] = rowsNow(seen, [row], now);
  if (place === -1 || !isUnchanged(row, seen.places, now, place)) return false;
  undo(() => {
    const [there = -1] = rowsNow(seen, [row], readAfter(sheet, seen.places));
    if (there === -1) putRowBack(sheet, now, formulas, place, Math.min(place, sheet.getMaxRows() - 1));
  });
  if (ifThere(() => sheet.deleteRow(place + 1)) === undefined) return true;
  const found = matchTables(now, readAfter(sheet, seen.places));
  if (found[place] === -1) return false;
  const hit = rowHit(now, found, place);
  if (hit !== undefined) putRowBack(sheet, now, formulas, hit, place);
  return true;
}

function matchTables(now: Table, after: Table): number[] {
  const width = Math.min(now.values[0]?.length ?? 0, after.values[0]?.length ?? 0);
  const lines = ({ values }: Table) =>
    values.map((row, index) => (index === 0 ? BLANK : { name: '', cells: row.slice(0, width).map(keyOf) }));
  return matchLines(lines(now), lines(after));
}

/** The row of `now` that was taken out in place of another; undefined where it was a blank one. */
function rowHit(now: Table, found: readonly number[], place: number): number | undefined {
  const isFilled = (row: number) => now.values[row]?.some((value) => value !== '') === true;
  const gone = found.flatMap((to, row) => (row > 0 && to === -1 && isFilled(row) ? [row] : []));
  const kept = found.filter((to) => to !== -1);
  const isSorted = kept.some((to, index) => to < (kept[index - 1] ?? 0));
  if (isSorted) return gone[0];
  // Somebody may have deleted one as well: ours is the one whose neighbours have closed up where we deleted.
  return gone.find((row) => {
    const above =
      found
        .slice(1, row)
        .reverse()
        .find((to) => to !== -1) ?? 0;
    return above + 1 === place;
  });
}

function putRowBack(sheet: Sheet, now: Table, formulas: string[][], row: number, place: number): void {
  const values = (now.values[row] ?? []).map((value: CellValue, column) => formulas[row]?.[column] || asWritten(value));
  sheet.insertRowBefore(place + 1);
  writeValues(sheet.getRange(place + 1, 1, 1, values.length), [values]);
}
