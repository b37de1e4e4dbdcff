// The Experiments sheet as rows of experiments: read in one go, written in runs of cells that belong together.

import { statusOfTiming } from '../domain/duration/timing.ts';
import type { Status } from '../domain/experiment/status.ts';
import { type Experiment, emptyExperiment, FIELDS } from '../domain/experiment/template.ts';
import { type IdPlaces, idPlaces } from '../domain/register/evaluation.ts';
import { UserError } from '../domain/user-error.ts';
import { type CellValue, dateValue, readerFor, textValue, writeValue, writeValues } from './cell.ts';
import {
  COLUMNS,
  type Column,
  type ColumnKey,
  type ColumnPlaces,
  columnLetters,
  type DerivedKey,
  findColumnsIn,
} from './columns.ts';
import { type RowState, readRowState } from './row-state.ts';

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
  /** What the register knows of the row beside its cells. */
  state: RowState;
  /** What the Findings cell shall say first: why an entry was taken back, or that the ID stands twice. Empty when read. */
  notice: string;
  /** The texts of what the register keeps in it, as they were read. */
  kept: Record<DerivedKey | 'started', string>;
  /** All its cells as they were read. */
  values: readonly CellValue[];
}

export interface Register {
  places: ColumnPlaces;
  /** Rows that hold anything in a column people fill in, top to bottom. */
  rows: RegisterRow[];
  /** The first row below the last of them, from 1, whatever stands there in people's own columns. */
  nextRow: number;
}

/**
 * Reads every row of the register with one read of the sheet.
 * Throws a UserError if a column is missing or stands twice: nothing is guessed.
 */
export function readRegister(sheet: Sheet): Register {
  const values: CellValue[][] = sheet.getDataRange().getValues();
  const places = placesIn(sheet, values[0]);
  const rows = values
    .slice(1)
    .map(rowReader(sheet, places, 2))
    .filter(isFilled);
  return { places, rows, nextRow: nextRowAfter(rows) };
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
  const { places, missing, doubled } = findColumnsIn(sheet, (header ?? []).map(String));
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
    const kept = {
      started: experiment.started,
      closed: text('closed'),
      due: text('due'),
      timing: text('timing'),
      findings: text('findings'),
      state: text('state'),
    };
    const state = readRowState(kept.state);
    // Where the register does not know it, the words of the timing tell.
    const settled = state.status ?? statusOfTiming(kept.timing);
    return { row: first + index, experiment, closed: kept.closed, settled, state, notice: '', kept, values };
  };
}

/** True for a row that holds anything in a column people fill in. Days that the register stamped count only where a person wrote them. */
export function isFilled(row: RegisterRow): boolean {
  const { experiment, closed } = row;
  if (FIELDS.some(({ key }) => key !== 'started' && experiment[key] !== '')) return true;
  const isKept = row.settled !== undefined || row.state.id !== undefined;
  return !isKept && experiment.started + closed !== '';
}

/** Where each ID stands: rows from 1, top to bottom. One read of the ID column. */
export function readIds(sheet: Sheet, places: ColumnPlaces): IdPlaces {
  const last = sheet.getLastRow();
  if (last < 2) return new Map();
  const values: CellValue[][] = sheet.getRange(2, (places.get('id') ?? 0) + 1, last - 1, 1).getValues();
  return idPlaces(values.map(([value = ''], index) => [String(value), index + 2]));
}

/** Writes one text into a column's cells of these rows, from 1, with one write. */
export function writeInto(
  sheet: Sheet,
  places: ColumnPlaces,
  key: ColumnKey,
  text: string,
  rows: readonly number[],
): void {
  const column = COLUMNS.find((candidate) => candidate.key === key);
  const place = places.get(key);
  if (column === undefined || place === undefined || rows.length === 0) return;
  const letters = columnLetters(place);
  const runs: [first: number, last: number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[1] + 1 === row) run[1] = row;
    else runs.push([row, row]);
  }
  const ranges = sheet.getRangeList(runs.map(([first, last]) => `${letters}${first}:${letters}${last}`));
  writeValue(ranges, VALUE_OF[column.kind](text));
}

/** The row, from 1, that new experiments go to: below the last when the sheet was read, and below what was typed there since. */
export function freeRow(sheet: Sheet, { places, nextRow }: Register): number {
  const more = sheet.getLastRow() - nextRow + 1;
  if (more <= 0) return nextRow;
  const values: CellValue[][] = sheet.getRange(nextRow, 1, more, Math.max(...places.values()) + 1).getValues();
  return nextRowAfter(values.map(rowReader(sheet, places, nextRow)).filter(isFilled), nextRow);
}

function nextRowAfter(rows: readonly RegisterRow[], otherwise = 2): number {
  const last = rows[rows.length - 1];
  return last === undefined ? otherwise : last.row + 1;
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
    writeValues(sheet.getRange(row, column + 1, values.length, values[0]?.length ?? 1), values);
  }
  writeDueNotes(sheet, places, rows);
}

/**
 * Writes rows that stand one below the other and below the last experiment, with one write, so that all of them are there or none however
 * it ends; but cell by cell where something of people's own stands there already.
 */
export function appendRows(sheet: Sheet, places: ColumnPlaces, rows: readonly RowTexts[]): void {
  const [first] = rows;
  if (first === undefined) return;
  if (sheet.getLastRow() >= first.row) {
    writeRows(sheet, places, rows);
    return;
  }
  addMissingRows(sheet, rows);
  const [from, to] = [Math.min(...places.values()), Math.max(...places.values())];
  const values = rows.map(({ texts }) => {
    const cells = Array<string>(to - from + 1).fill('');
    for (const { column, value } of cellsOf(places, texts)) cells[column - from] = value;
    return cells;
  });
  writeValues(sheet.getRange(first.row, from + 1, rows.length, to - from + 1), values);
  writeDueNotes(sheet, places, rows);
}

function addMissingRows(sheet: Sheet, rows: readonly RowTexts[]): void {
  const lastRow = rows.reduce((last, { row }) => Math.max(last, row), 0);
  const missing = lastRow - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
}

/**
 * What people wrote first, then what the register makes of it, then IDs, and what is known of the row last: a row whose writing ended half-way
 * has no ID and is known by that, and nothing that says it ever had one; a status whose day was not stamped yet still stands beside what was
 * kept for the status before.
 */
function writingOrder(places: ColumnPlaces): (block: Block) => number {
  const derived = COLUMNS.flatMap((column) => (column.derived ? [places.get(column.key) ?? -1] : []));
  return ({ column, values }) => {
    const holds = (place: number | undefined) =>
      place !== undefined && column <= place && place < column + (values[0]?.length ?? 1);
    if (column === places.get('state')) return 3;
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

/**
 * Writes ID, date and status of new rows where they are empty, and touches no other cell: links, chips and formulas that came with a row
 * stay. IDs last, so that a row whose beginning ended half-way is known by having none.
 */
export function writeBeginnings(sheet: Sheet, places: ColumnPlaces, rows: readonly RegisterRow[]): void {
  for (const key of BEGUN) {
    const texts = new Map<string, number[]>();
    for (const row of rows.filter((each) => isBlank(each, places, key))) {
      const text = row.experiment[key];
      texts.set(text, [...(texts.get(text) ?? []), row.row]);
    }
    for (const [text, numbers] of texts) writeInto(sheet, places, key, text, numbers);
  }
  writeRows(
    sheet,
    places,
    rows.map(({ row, experiment }) => ({ row, texts: { id: experiment.id } })),
  );
}

const BEGUN = ['date', 'status'] as const;

function isBlank(row: RegisterRow, places: ColumnPlaces, key: ColumnKey): boolean {
  return (row.values[places.get(key) ?? -1] ?? '') === '';
}

/** Of one row what `writeBeginnings` writes, to be written with what the register keeps in it. */
export function beginningOf(row: RegisterRow, places: ColumnPlaces): RowTexts['texts'] {
  const texts: RowTexts['texts'] = { id: row.experiment.id };
  for (const key of BEGUN) if (isBlank(row, places, key)) texts[key] = row.experiment[key];
  return texts;
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
