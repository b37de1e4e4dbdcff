// The cells of a row that a change is about, and what they are to say.
import { asWritten, type CellValue } from '../cell.ts';
import { COLUMNS, type ColumnKey, type ColumnPlaces } from '../columns.ts';
import { formulaInRow, scorePlaces } from '../derived/score-formula.ts';
import { type RowTexts, VALUE_OF } from '../register.ts';
import { DERIVED, type Table, type WantedCell } from './sheet-table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The derived cells that nothing can work out anew from the row. */
export const STAMPS: ReadonlySet<ColumnKey> = new Set(['started', 'closed', 'state']);

/** The cells of a row that a change is about; `beside` is what was seen there, or, below everything else, what people have there of their own. */
type CellsOf = (change: Pick<RowTexts, 'row' | 'texts'>, beside?: readonly CellValue[]) => WantedCell[];

/** Those that people write too only where they still say what was seen and are to say something else; the derived ones all, side by side. */
export function cellsIn(now: Table, seenPlaces: ColumnPlaces = now.places): CellsOf {
  const wantedCell = cellMaker(now.values[0], now.places);
  return ({ row, texts }, seen) => {
    const cells: WantedCell[] = [];
    for (const { key, kind } of COLUMNS) {
      const text = texts[key];
      const column = now.places.get(key);
      if (text === undefined || column === undefined) continue;
      const held = now.text(row, column);
      if (!DERIVED.has(key) && held === text) continue;
      const isOurs = !DERIVED.has(key) || STAMPS.has(key);
      if (isOurs && seen !== undefined && now.read(seen[seenPlaces.get(key) ?? -1] ?? '') !== held) continue;
      cells.push(wantedCell(row, column, kind, text));
    }
    return cells;
  };
}

/** From the first of the register's columns to the last, people's own between them. */
function reachOf(places: ColumnPlaces): [from: number, to: number] {
  return [Math.min(...places.values()), Math.max(...places.values())];
}

/**
 * What people have in rows below everything else, in own columns between the register's: a formula that says nothing yet, a box that is not
 * ticked. One read where there are such columns.
 */
export function ownBelow(sheet: Sheet, places: ColumnPlaces, first: number, count: number): CellValue[][] {
  const [from, to] = reachOf(places);
  const there = Math.min(count, sheet.getMaxRows() - first);
  if (to - from + 1 === places.size || there < 1) return [];
  const cells = sheet.getRange(first + 1, from + 1, there, to - from + 1);
  const values: CellValue[][] = cells.getValues();
  return cells
    .getFormulas()
    .map((line, row) => line.map((formula, column) => formula || asWritten(values[row]?.[column])));
}

/** All from a row's first to its last: below everything else, written with one write, it is there whole or not at all. */
export function wholeRows({ places, values, read }: Table): CellsOf {
  const wantedCell = cellMaker(values[0], places);
  const [from, to] = reachOf(places);
  const byPlace = new Map(COLUMNS.map((column) => [places.get(column.key), column]));
  const columns = Array.from({ length: to - from + 1 }, (_, index) => byPlace.get(from + index));
  return ({ row, texts }, own = []) =>
    columns.map((column, index) => {
      if (column !== undefined) return wantedCell(row, from + index, column.kind, texts[column.key] ?? '');
      const value = own[index] ?? '';
      const isKnown = value === '' || typeof value === 'boolean';
      const isOwn = typeof value === 'string' && value.startsWith('=');
      return { row, column: from + index, value, text: isKnown ? read(value) : undefined, isOwn };
    });
}

export function cellMaker(header: readonly CellValue[] = [], places: ColumnPlaces) {
  const placeOf = scorePlaces(header, places as ReadonlyMap<string, number>);
  return (row: number, column: number, kind: keyof typeof VALUE_OF, said: string): WantedCell => {
    const text = kind === 'score' ? formulaInRow(said, row + 1, placeOf) : said;
    const isFormula = (kind === 'computed' || kind === 'score') && text.startsWith('=');
    return { row, column, value: VALUE_OF[kind](text), text: isFormula ? undefined : text };
  };
}
