// The Experiments sheet as rows of experiments: read in one go, written in runs of cells that belong together.

import { type Experiment, emptyExperiment, FIELDS } from '../domain/template.ts';
import { Trouble } from '../domain/trouble.ts';
import { type CellValue, dateValue, readerFor, textValue } from './cell.ts';
import { COLUMNS, type Column, type ColumnKey, type ColumnPlaces, findColumns } from './columns.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const EXPERIMENTS_SHEET = 'Experiments';

/** One row: the experiment's fields as text, and what the register keeps about it. */
export interface RegisterRow {
  /** The sheet's row, from 1. */
  row: number;
  experiment: Experiment;
  closed: string;
  due: string;
}

export interface Register {
  places: ColumnPlaces;
  /** Rows that hold anything in a column people fill in, top to bottom. */
  rows: RegisterRow[];
  /** The first row below everything that stands in the sheet, from 1. */
  nextRow: number;
}

/**
 * Reads every row of the register with one read of the sheet.
 * Throws a Trouble if a column is missing or stands twice: nothing is guessed.
 */
export function readRegister(sheet: Sheet): Register {
  const values: CellValue[][] = sheet.getDataRange().getValues();
  const places = placesIn(sheet, values[0]);
  const rows = values.slice(1).map(rowReader(sheet, places, 2));
  return { places, rows: rows.filter(isFilled), nextRow: values.length + 1 };
}

/** Reads the header and some rows, blank ones too. `first` counts from 1. Throws as `readRegister`. */
export function readRows(sheet: Sheet, first: number, count: number): Omit<Register, 'nextRow'> {
  const columns = sheet.getLastColumn();
  const header: CellValue[][] = sheet.getRange(1, 1, 1, columns).getValues();
  const values: CellValue[][] = sheet.getRange(first, 1, count, columns).getValues();
  const places = placesIn(sheet, header[0]);
  return { places, rows: values.map(rowReader(sheet, places, first)) };
}

/** The IDs of all rows. */
export function readIds(sheet: Sheet, places: ColumnPlaces): string[] {
  const values: CellValue[][] = sheet.getRange(1, (places.get('id') ?? 0) + 1, sheet.getLastRow(), 1).getValues();
  return values.map(([value]) => String(value));
}

function placesIn(sheet: Sheet, header: CellValue[] | undefined): ColumnPlaces {
  const { places, missing, doubled } = findColumns((header ?? []).map(String));
  const [lacking, twice] = [missing[0], doubled[0]];
  if (twice !== undefined) throw doubledColumn(sheet, twice);
  if (lacking !== undefined) {
    throw new Trouble(
      `The column "${lacking.label}" is missing in the sheet ${sheet.getName()}: choose Kaizen Log › Set up or repair to restore it.`,
    );
  }
  return places;
}

/** What to say of a header that stands twice. */
export function doubledColumn(sheet: Sheet, { label }: Column): Trouble {
  return new Trouble(
    `The column "${label}" stands twice in the sheet ${sheet.getName()}: rename or delete one of the two.`,
  );
}

function rowReader(
  sheet: Sheet,
  places: ColumnPlaces,
  first: number,
): (values: CellValue[], index: number) => RegisterRow {
  const read = readerFor(sheet.getParent());
  return (values, index) => {
    const text = (key: ColumnKey) => read(values[places.get(key) ?? -1] ?? '');
    const experiment = emptyExperiment();
    for (const { key } of FIELDS) experiment[key] = text(key);
    return { row: first + index, experiment, closed: text('closed'), due: text('due') };
  };
}

/** True for a row that holds anything in a column people fill in. */
function isFilled({ experiment }: RegisterRow): boolean {
  return FIELDS.some(({ key }) => key !== 'started' && experiment[key] !== '');
}

/** What to write into one row: only the columns named. */
export interface RowTexts {
  /** The sheet's row, from 1. */
  row: number;
  texts: Partial<Record<ColumnKey, string>>;
}

/**
 * Writes texts into rows, one write for each run of rows and columns that stand side by side and change together.
 * Rows below the sheet's end are added first. Cells not named are not touched, people's own columns among them.
 */
export function writeRows(sheet: Sheet, places: ColumnPlaces, rows: readonly RowTexts[]): void {
  const lastRow = rows.reduce((last, { row }) => Math.max(last, row), 0);
  const missing = lastRow - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  for (const block of blocksOf(places, rows)) {
    const { row, column, values } = block;
    sheet.getRange(row, column + 1, values.length, values[0]?.length ?? 1).setValues(values);
  }
}

interface Block {
  row: number;
  column: number;
  values: string[][];
}

function blocksOf(places: ColumnPlaces, rows: readonly RowTexts[]): Block[] {
  const blocks: Block[] = [];
  let open: Block[] = [];
  for (const { row, texts } of [...rows].sort((a, b) => a.row - b.row)) {
    const runs = runsOf(places, texts);
    // The next row continues the open blocks where it fills the very same columns.
    const continues =
      open.length === runs.length &&
      runs.every((run, index) => {
        const above = open[index];
        return (
          above !== undefined &&
          above.column === run.column &&
          above.values[0]?.length === run.cells.length &&
          above.row + above.values.length === row
        );
      });
    if (!continues) {
      open = runs.map(({ column }) => ({ row, column, values: [] }));
      blocks.push(...open);
    }
    for (const [index, { cells }] of runs.entries()) open[index]?.values.push(cells);
  }
  return blocks;
}

function runsOf(places: ColumnPlaces, texts: RowTexts['texts']): { column: number; cells: string[] }[] {
  const cells: { column: number; value: string }[] = [];
  for (const { key, isDate } of COLUMNS) {
    const text = texts[key];
    const column = places.get(key);
    if (text !== undefined && column !== undefined) {
      cells.push({ column, value: isDate ? dateValue(text) : textValue(text) });
    }
  }
  cells.sort((a, b) => a.column - b.column);
  const runs: { column: number; cells: string[] }[] = [];
  for (const { column, value } of cells) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.cells.length === column) last.cells.push(value);
    else runs.push({ column, cells: [value] });
  }
  return runs;
}
