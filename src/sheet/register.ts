// The Experiments sheet as rows of experiments: read in one go, written in runs of cells that belong together.

import { statusOfTiming } from '../domain/duration/timing.ts';
import type { Status } from '../domain/experiment/status.ts';
import { type Experiment, emptyExperiment, FIELDS } from '../domain/experiment/template.ts';
import { UserError } from '../domain/user-error.ts';
import { type CellValue, dateValue, readerFor, textValue } from './cell.ts';
import { COLUMNS, type Column, type ColumnKey, type ColumnPlaces, findColumns } from './columns.ts';
import { readRowState } from './row-state.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const EXPERIMENTS_SHEET = 'Experiments';

/** One row: the experiment's fields as text, and what the register keeps about it. */
export interface RegisterRow {
  /** The sheet's row, from 1. */
  row: number;
  experiment: Experiment;
  closed: string;
  /** The status that its stamps were last worked out for; undefined where none was yet. */
  settled: Status | undefined;
  /** What the Findings cell shall say first: why an entry was taken back, or that the ID stands twice. Empty when read. */
  notice: string;
  /** All its cells as they were read. */
  values: readonly CellValue[];
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
 * Throws a UserError if a column is missing or stands twice: nothing is guessed.
 */
export function readRegister(sheet: Sheet): Register {
  const values: CellValue[][] = sheet.getDataRange().getValues();
  const places = placesIn(sheet, values[0]);
  const rows = values.slice(1).map(rowReader(sheet, places, 2));
  return { places, rows: rows.filter(isFilled), nextRow: values.length + 1 };
}

/** Up to this row, the header and the rows asked for are read together. */
export const ONE_READ_ROWS = 1000;

/** Reads some rows, blank ones too, with one or two reads of the sheet. `first` counts from 1. Throws as `readRegister`. */
export function readRows(sheet: Sheet, first: number, count: number): Omit<Register, 'nextRow'> {
  const columns = sheet.getLastColumn();
  const last = first + count - 1;
  if (last <= ONE_READ_ROWS) {
    const all: CellValue[][] = sheet.getRange(1, 1, last, columns).getValues();
    const places = placesIn(sheet, all[0]);
    return { places, rows: all.slice(first - 1).map(rowReader(sheet, places, first)) };
  }
  const header: CellValue[][] = sheet.getRange(1, 1, 1, columns).getValues();
  const values: CellValue[][] = sheet.getRange(first, 1, count, columns).getValues();
  const places = placesIn(sheet, header[0]);
  return { places, rows: values.map(rowReader(sheet, places, first)) };
}

function placesIn(sheet: Sheet, header: CellValue[] | undefined): ColumnPlaces {
  const { places, missing, doubled } = findColumns((header ?? []).map(String));
  const [lacking, twice] = [missing.find(({ hidden }) => hidden !== true), doubled[0]];
  if (twice !== undefined) throw doubledColumn(sheet, twice);
  if (lacking !== undefined) {
    throw new UserError('column-missing', lacking.label, sheet.getName());
  }
  return places;
}

/** What to say of a header that stands twice. */
export function doubledColumn(sheet: Sheet, { label }: Column): UserError {
  return new UserError('column-doubled', label, sheet.getName());
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
    // Where the register does not know it, the words of the timing tell.
    const settled = readRowState(text('state')).status ?? statusOfTiming(text('timing'));
    return { row: first + index, experiment, closed: text('closed'), settled, notice: '', values };
  };
}

/** True for a row that holds anything in a column people fill in. */
export function isFilled({ experiment }: RegisterRow): boolean {
  return FIELDS.some(({ key }) => key !== 'started' && experiment[key] !== '');
}

/** The row, from 1, that new experiments go to: below what stood in the sheet when it was read, and below what was typed since. */
export function freeRow(sheet: Sheet, { nextRow }: Register): number {
  return Math.max(nextRow, sheet.getLastRow() + 1);
}

/** What to write into one row: only the columns named. */
export interface RowTexts {
  /** The sheet's row, from 1. */
  row: number;
  texts: Partial<Record<ColumnKey, string>>;
  /** The note on the Due cell, where it is to be written. */
  dueNote?: string;
}

/**
 * Writes texts into rows, one write for each run of rows and columns that stand side by side and change together.
 * Rows below the sheet's end are added first. Cells not named are not touched, people's own columns among them.
 */
export function writeRows(sheet: Sheet, places: ColumnPlaces, rows: readonly RowTexts[]): void {
  addMissingRows(sheet, rows);
  const order = writingOrder(places);
  const blocks = blocksOf(places, rows).sort((a, b) => order(a) - order(b));
  for (const { row, column, values } of blocks) {
    sheet.getRange(row, column + 1, values.length, values[0]?.length ?? 1).setValues(values);
  }
  writeDueNotes(sheet, places, rows);
}

/**
 * Writes rows that stand one below the other and below everything else, with one write: people's own columns between the register's
 * are blank there and stay so. However it ends, all of the rows are there or none.
 */
export function appendRows(sheet: Sheet, places: ColumnPlaces, rows: readonly RowTexts[]): void {
  const [first] = rows;
  if (first === undefined) return;
  addMissingRows(sheet, rows);
  const [from, to] = [Math.min(...places.values()), Math.max(...places.values())];
  const values = rows.map(({ texts }) => {
    const cells = Array<string>(to - from + 1).fill('');
    for (const { column, value } of cellsOf(places, texts)) cells[column - from] = value;
    return cells;
  });
  sheet.getRange(first.row, from + 1, rows.length, to - from + 1).setValues(values);
  writeDueNotes(sheet, places, rows);
}

function addMissingRows(sheet: Sheet, rows: readonly RowTexts[]): void {
  const lastRow = rows.reduce((last, { row }) => Math.max(last, row), 0);
  const missing = lastRow - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
}

/**
 * What people wrote first, then what the register makes of it, IDs last: a row whose writing ended half-way has no ID and is known by
 * that, and a status whose day was not stamped yet still stands beside the timing of the status before.
 */
function writingOrder(places: ColumnPlaces): (block: Block) => number {
  const derived = COLUMNS.flatMap((column) => (column.derived ? [places.get(column.key) ?? -1] : []));
  return ({ column, values }) => {
    const holds = (place: number | undefined) =>
      place !== undefined && column <= place && place < column + (values[0]?.length ?? 1);
    return holds(places.get('id')) ? 2 : Number(derived.some(holds));
  };
}

/** One write for each run of rows that stand one below the other. */
function writeDueNotes(sheet: Sheet, places: ColumnPlaces, rows: readonly RowTexts[]): void {
  const column = places.get('due');
  if (column === undefined) return;
  const runs: { row: number; notes: string[][] }[] = [];
  for (const { row, dueNote } of [...rows].sort((a, b) => a.row - b.row)) {
    if (dueNote === undefined) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row + last.notes.length === row) last.notes.push([dueNote]);
    else runs.push({ row, notes: [[dueNote]] });
  }
  for (const { row, notes } of runs) sheet.getRange(row, column + 1, notes.length, 1).setNotes(notes);
}

const VALUE_OF = { date: dateValue, text: textValue, computed: (text: string) => text };

/** Writes ID, date and status of new rows where they are empty, and touches no other cell: a write for each run of such cells. */
export function writeBeginnings(sheet: Sheet, places: ColumnPlaces, rows: readonly RegisterRow[]): void {
  const texts = ({ values, experiment }: RegisterRow) =>
    Object.fromEntries(
      BEGINNING.filter((key) => values[places.get(key) ?? -1] === '').map((key) => [key, experiment[key]]),
    );
  writeRows(
    sheet,
    places,
    rows.map((row) => ({ row: row.row, texts: texts(row) })),
  );
}

const BEGINNING = ['id', 'date', 'status'] as const;

/** First and last of the columns that `writeNewRows` may write at once, from 0. */
function spanOfBeginning(places: ColumnPlaces): [from: number, to: number] {
  const ours = BEGINNING.map((key) => places.get(key) ?? 0);
  return [Math.min(...ours), Math.max(...ours)];
}

/** Whether a cell of this column may be written together with a new row's ID. */
export function writtenWithId(places: ColumnPlaces, key: ColumnKey): boolean {
  const [from, to] = spanOfBeginning(places);
  const place = places.get(key) ?? -1;
  return key !== 'id' && from <= place && place <= to;
}

/**
 * Writes ID, date and status of new rows with one write where it can: the cells between them are written back as they were read.
 * One row that has texts of its own there, and rows of which a cell holds a formula, are written cell by cell instead, and only where
 * they are empty. `typed` is the text that a person has just typed into one cell, which is no formula and need not be asked about.
 */
export function writeNewRows(sheet: Sheet, places: ColumnPlaces, rows: readonly RegisterRow[], typed = ''): void {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined) return;
  const ours = BEGINNING.map((key) => places.get(key) ?? 0);
  const [from, to] = spanOfBeginning(places);
  const range = sheet.getRange(first.row, from + 1, last.row - first.row + 1, to - from + 1);
  const hasTexts = (row: RegisterRow) =>
    row.values.slice(from, to + 1).some((value, index) => value !== '' && value !== typed && from + index !== ours[0]);
  const isWhole = last.row - first.row + 1 === rows.length;
  const hasFormula = () => range.getFormulas().some((formulas) => formulas.some((formula) => formula !== ''));
  if (!isWhole || (rows.some(hasTexts) && (rows.length === 1 || hasFormula()))) {
    writeBeginnings(sheet, places, rows);
    return;
  }
  const [idAt, dateAt, statusAt] = ours;
  range.setValues(
    rows.map(({ values, experiment }) =>
      Array.from({ length: to - from + 1 }, (_, index) => {
        const column = from + index;
        if (column === idAt) return textValue(experiment.id);
        if (column === dateAt) return dateValue(experiment.date);
        if (column === statusAt) return textValue(experiment.status);
        const value = values[column] ?? '';
        return typeof value === 'string' ? textValue(value) : value;
      }),
    ),
  );
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

function cellsOf(places: ColumnPlaces, texts: RowTexts['texts']): { column: number; value: string }[] {
  const cells: { column: number; value: string }[] = [];
  for (const { key, kind } of COLUMNS) {
    const text = texts[key];
    const column = places.get(key);
    if (text !== undefined && column !== undefined) cells.push({ column, value: VALUE_OF[kind](text) });
  }
  return cells;
}

function runsOf(places: ColumnPlaces, texts: RowTexts['texts']): { column: number; cells: string[] }[] {
  const cells = cellsOf(places, texts).sort((a, b) => a.column - b.column);
  const runs: { column: number; cells: string[] }[] = [];
  for (const { column, value } of cells) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.cells.length === column) last.cells.push(value);
    else runs.push({ column, cells: [value] });
  }
  return runs;
}
