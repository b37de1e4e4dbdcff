// Columns of people's own in the Experiments sheet: found by their header, added behind all others, written a run of columns at a time.
import { asWritten, type CellValue, textValue, writeValues } from './cell.ts';
import { headerOf } from './columns.ts';
import type { Undo } from './restoring.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is to stand in a row's own cells, by header. */
export interface OwnCells {
  /** The sheet's row, from 1. */
  row: number;
  texts: Readonly<Record<string, string>>;
}

/** Where columns with these headers are, from 0; blanks and case do not matter. */
export function placesOfOwn(header: readonly string[], labels: readonly string[]): Map<string, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map<string, number>();
  for (const label of labels) {
    const place = names.indexOf(label.trim().toLowerCase());
    if (place >= 0) places.set(label, place);
  }
  return places;
}

/**
 * Makes room for columns with these headers behind the last that says something, where they are lacking. Hands out where all are, from 0, and
 * the headers that are still to be written, together with what stands below them.
 */
export function ensureOwnColumns(
  sheet: Sheet,
  labels: readonly string[],
): { places: Map<string, number>; headers: OwnCells[] } {
  const header = headerOf(sheet);
  const places = placesOfOwn(header, labels);
  const lacking = labels.filter((label) => !places.has(label));
  if (lacking.length === 0) return { places, headers: [] };
  const first = Math.max(
    sheet.getLastColumn(),
    header.reduce((last, text, at) => (text === '' ? last : at + 1), 0),
  );
  const missing = first + lacking.length - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  for (const [at, label] of lacking.entries()) places.set(label, first + at);
  return { places, headers: [{ row: 1, texts: Object.fromEntries(lacking.map((label) => [label, label])) }] };
}

/** Writes own cells, one write for each run of columns of rows that stand one below the other. Rows not named are left alone. */
export function writeOwnCells(
  sheet: Sheet,
  places: ReadonlyMap<string, number>,
  rows: readonly OwnCells[],
  undo: Undo,
): void {
  const columns = [...places].sort((a, b) => a[1] - b[1]);
  if (columns.length === 0) return;
  for (const block of runs(
    [...rows].sort((a, b) => a.row - b.row),
    (a, b) => a.row + 1 === b.row,
  )) {
    for (const run of runs(columns, (a, b) => a[1] + 1 === b[1])) {
      const [[, first] = ['', 0]] = run;
      const range = sheet.getRange(block[0]?.row ?? 2, first + 1, block.length, run.length);
      const values: CellValue[][] = range.getValues();
      const before = range
        .getFormulas()
        .map((line, row) => line.map((formula, column) => formula || asWritten(values[row]?.[column])));
      const wanted = block.map(({ row: number, texts }, row) => {
        // A header is text, whatever it looks like.
        const write = number === 1 ? textValue : ownValue;
        return run.map(([label], column) => {
          const text = texts[label];
          const value = text === undefined ? undefined : write(text);
          return value ?? before[row]?.[column] ?? '';
        });
      });
      if (wanted.every((line) => line.every((value) => value === ''))) continue;
      undo(() => writeValues(range, before));
      writeValues(range, wanted);
    }
  }
}

/** Numbers and days stay what one can count with; all else is text. */
export function ownValue(text: string): CellValue {
  if (/^-?\d{1,15}(?:\.\d{1,12})?$/.test(text) && String(Number(text)) === text) return Number(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : textValue(text);
}

function runs<Item>(items: readonly Item[], continues: (a: Item, b: Item) => boolean): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const last = found[found.length - 1];
    const before = last?.[last.length - 1];
    if (last && before !== undefined && continues(before, item)) last.push(item);
    else found.push([item]);
  }
  return found;
}
