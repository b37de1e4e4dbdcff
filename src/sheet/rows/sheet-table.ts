// A sheet as it was read at one moment, and cells of it that are to be written.
import { type CellValue, readerFor } from '../cell.ts';
import { COLUMNS, type ColumnKey, type ColumnPlaces, heldIn } from '../columns.ts';
import { freeRow, placesIn, type Register, type RegisterRow, readAll, readColumns, rowReader } from '../register.ts';
import type { Line } from './row-matching.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet as it was read at one moment; rows and columns count from 0, the header is row 0. */
export interface Table {
  values: CellValue[][];
  places: ColumnPlaces;
  text(row: number, column: number): string;
  /** The row that new ones go to: below the last that is filled, whatever stands there in people's own columns. */
  freeRow(): number;
  /** The formula that stands in a cell by now, `''` for none. */
  formula(row: number, column: number): string;
  /** A value as text. */
  read(value: CellValue): string;
}

/** The register as it was read when changes were worked out. */
export interface SeenRows extends Pick<Register, 'places' | 'header' | 'width'> {
  rows: readonly Pick<RegisterRow, 'row' | 'values'>[];
  /** Absent where not all rows were read. */
  nextRow?: number;
}

/** What a cell is to hold. */
export interface WantedCell {
  row: number;
  column: number;
  value: CellValue;
  /** As it reads afterwards; undefined for a formula, of which the words are not known. */
  text: string | undefined;
  /** A formula in a column of people's own. */
  isOwn?: boolean;
}

/** What the register works out: no words of people's stand there. */
export const DERIVED = new Set<ColumnKey>(
  COLUMNS.flatMap(({ key, derived }) => (derived && key !== 'id' ? [key] : [])),
);

/** Reads it whole, with one read; it has the optional fields that were `seen` to have a column. Throws a UserError if a column is missing or stands twice. */
export function readTable(sheet: Sheet, seen: ColumnPlaces): Table {
  return tableOf(sheet, readAll(sheet), seen);
}

/**
 * Reads, with one read, no more than the columns from the IDs to those that are to be written, and hands out the sheet as it was seen, its rows
 * where they are now and with what stands in these columns now. Undefined where IDs alone do not tell the rows, so that it has to be read
 * whole: as not all were seen, one has no ID, two have the same, one is new, or these columns are others by now.
 */
export function readNearKey(sheet: Sheet, seen: SeenRows, columns: readonly number[]): Table | undefined {
  const key = seen.places.get('id') ?? -1;
  const [from, to] = [Math.min(key, ...columns), Math.max(key, ...columns)];
  const known = new Map(seen.rows.map(({ values }) => [keyOf(values[key] ?? ''), values]));
  if (seen.nextRow === undefined || known.has('') || known.size < seen.rows.length) return undefined;
  if (columns.includes(key) || to - from + 1 >= seen.header.length) return undefined;
  const near = readColumns(sheet, from, to);
  const ids = near.map((values) => keyOf(values[key - from] ?? ''));
  if (near[0]?.some((header, index) => header !== (seen.header[from + index] ?? '')) !== false) return undefined;
  if (new Set(ids).size < ids.length || ids.slice(1).some((id) => !known.has(id))) return undefined;
  const values = near.map((cells, row) => {
    const whole = [...(row === 0 ? seen.header : (known.get(ids[row] ?? '') ?? []))];
    whole.splice(from, cells.length, ...cells);
    return whole;
  });
  return tableOf(sheet, values, seen.places);
}

/** The same after a write, which no header that somebody renames meanwhile may end half-way. */
export function readAfter(sheet: Sheet, seen: ColumnPlaces): Table {
  return tableOf(sheet, readAll(sheet), seen, true);
}

/** The sheet with these values. */
export function tableOf(sheet: Sheet, values: CellValue[][], seen: ColumnPlaces, mayLack = false): Table {
  const read = readerFor(sheet.getParent());
  const places = placesIn(sheet, values, heldIn(seen), mayLack);
  let known: string[][] | undefined;
  const formulas = () => {
    known ??= sheet.getDataRange().getFormulas();
    return known;
  };
  return {
    values,
    places,
    freeRow: () => freeRow(values.slice(1).map(rowReader(sheet, places, 2))) - 1,
    text: (row, column) => read(values[row]?.[column] ?? ''),
    formula: (row, column) => formulas()[row]?.[column] ?? '',
    read,
  };
}

export const BLANK: Line = { name: '', cells: [] };

/** A cell's value as something to compare. */
export function keyOf(value: CellValue): string {
  return value instanceof Date ? `#${value.getTime()}` : String(value);
}
