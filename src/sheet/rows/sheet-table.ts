// A sheet as it was read at one moment, and cells of it that are to be written.
import { type CellValue, readerFor } from '../cell.ts';
import { COLUMNS, type ColumnKey, type ColumnPlaces, wantedIn } from '../columns.ts';
import { freeRow, placesIn, readAll, rowReader } from '../register.ts';
import type { Line } from './row-matching.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet as it was read at one moment; rows and columns count from 0, the header is row 0. */
export interface Table {
  values: CellValue[][];
  places: ColumnPlaces;
  text(row: number, column: number): string;
  /** The row that new ones go to: below the last that is filled, whatever stands there in people's own columns. */
  freeRow(): number;
  /** A value as text. */
  read(value: CellValue): string;
}

/** What a cell is to hold. */
export interface WantedCell {
  row: number;
  column: number;
  value: CellValue;
  /** As it reads afterwards; undefined for a formula, of which the words are not known. */
  text: string | undefined;
}

/** What the register works out: no words of people's stand there. */
export const DERIVED = new Set<ColumnKey>(
  COLUMNS.flatMap(({ key, derived }) => (derived && key !== 'id' ? [key] : [])),
);

/** Reads it whole, with one read; it has the optional fields that were `seen` to have a column. Throws a UserError if a column is missing or stands twice. */
export function readTable(sheet: Sheet, seen: ColumnPlaces): Table {
  return tableOf(sheet, readAll(sheet), seen);
}

/** The sheet with these values. */
export function tableOf(sheet: Sheet, values: CellValue[][], seen: ColumnPlaces): Table {
  const read = readerFor(sheet.getParent());
  const places = placesIn(sheet, values[0], wantedIn(seen));
  return {
    values,
    places,
    freeRow: () => freeRow(values.slice(1).map(rowReader(sheet, places, 2))) - 1,
    text: (row, column) => read(values[row]?.[column] ?? ''),
    read,
  };
}

export const BLANK: Line = { name: '', cells: [] };

/** A cell's value as something to compare. */
export function keyOf(value: CellValue): string {
  return value instanceof Date ? `#${value.getTime()}` : String(value);
}
