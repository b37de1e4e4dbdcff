// The Experiments sheet as rows of experiments: read in one go, written in runs of cells that belong together.

import { statusOfTiming } from '../domain/duration/timing.ts';
import { RATINGS, ratingOf, ratingsText } from '../domain/experiment/scoring.ts';
import type { Status } from '../domain/experiment/status.ts';
import { type Experiment, emptyExperiment, FIELDS } from '../domain/experiment/template.ts';
import { UserError } from '../domain/user-error.ts';
import { ifThere } from './best-effort.ts';
import { type CellValue, dateValue, numberOf, readerFor, textValue } from './cell.ts';
import {
  type Column,
  type ColumnKey,
  type ColumnPlaces,
  type DerivedKey,
  findColumnsIn,
  placedColumns,
} from './columns.ts';
import { type RowState, readRowState } from './row-state.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

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
  derived: Record<DerivedKey | 'started', string>;
  /** All its cells as they were read: what the row is known by when it is written to. */
  values: readonly CellValue[];
}

export interface Register {
  places: ColumnPlaces;
  /** The first row, as it was read. */
  header: readonly CellValue[];
  /** How many columns the sheet had directly before it was read. */
  width: number;
  /** Rows that hold anything in a column people fill in, top to bottom. */
  rows: RegisterRow[];
  /** All rows below the header, blank ones too. */
  all: RegisterRow[];
  /** The first row below the last of them, from 1, whatever stands there in people's own columns. */
  nextRow: number;
}

/** Rows and columns that somebody may insert between the question how far the sheet reaches and its being read. */
const [MORE_ROWS, MORE_COLUMNS] = [50, 3];

/** All cells as far as anything stands, with one read; at least one row and column. */
export function readAll(sheet: Sheet): CellValue[][] {
  const values = readColumns(sheet);
  const width = values.reduce((most, row) => {
    let last = row.length;
    while (last > most && !isFilledCell(row[last - 1])) last--;
    return last;
  }, 1);
  return values.map((row) => row.slice(0, width));
}

/** These columns, from 0, as far down as anything stands in them, with one read; at least one row. */
export function readColumns(sheet: Sheet, from = 0, to?: number): CellValue[][] {
  const read = (most: number): CellValue[][] => {
    const rows = Math.min(sheet.getLastRow() + MORE_ROWS, most);
    return sheet.getRange(1, from + 1, rows, to === undefined ? columnsToRead(sheet) : to - from + 1).getValues();
  };
  const most = sheet.getMaxRows();
  let values: CellValue[][] = [];
  try {
    values = read(most);
  } catch {
    // A row or column was deleted meanwhile, so that the sheet ends before the range.
  }
  // Of a sheet that is full, a row that was inserted meanwhile has pushed the last one out of what was read.
  const isPushed = values.length === most && sheet.getMaxRows() > most;
  if (values.length === 0 || isPushed) values = read(sheet.getMaxRows());
  while (values.length > 1 && !values[values.length - 1]?.some(isFilledCell)) values.pop();
  return values;
}

function isFilledCell(value: CellValue | undefined): boolean {
  return value !== '' && value !== undefined;
}

function columnsToRead(sheet: Sheet): number {
  return Math.max(Math.min(sheet.getLastColumn() + MORE_COLUMNS, sheet.getMaxColumns()), 1);
}

/**
 * Reads every row of the register with one read of the sheet. `wanted` are the optional fields that its settings name.
 * Throws a UserError if a column is missing or stands twice: nothing is guessed.
 */
export function readRegister(sheet: Sheet, wanted: readonly string[]): Register {
  const width = sheet.getMaxColumns();
  const values = readAll(sheet);
  const places = placesIn(sheet, values, wanted);
  const all = values.slice(1).map(rowReader(sheet, places, 2));
  return { places, header: values[0] ?? [], width, rows: all.filter(isFilled), all, nextRow: freeRow(all) };
}

/** Up to this row, the header and the rows asked for are read together. */
export const ONE_READ_ROWS = 1000;

/** Reads some rows, blank ones too, with one or two reads of the sheet. `first` counts from 1. Throws as `readRegister`. */
export function readRows(
  sheet: Sheet,
  first: number,
  count: number,
  wanted: readonly string[],
): Pick<Register, 'places' | 'header' | 'width' | 'rows'> {
  const width = sheet.getMaxColumns();
  const columns = columnsToRead(sheet);
  const last = first + count - 1;
  if (last <= ONE_READ_ROWS) {
    const all: CellValue[][] = sheet.getRange(1, 1, last, columns).getValues();
    const places = placesIn(sheet, all, wanted);
    return { places, header: all[0] ?? [], width, rows: all.slice(first - 1).map(rowReader(sheet, places, first)) };
  }
  const header: CellValue[][] = sheet.getRange(1, 1, 1, columns).getValues();
  const values: CellValue[][] = sheet.getRange(first, 1, count, columns).getValues();
  const places = placesIn(sheet, [...header, ...values], wanted);
  return { places, header: header[0] ?? [], width, rows: values.map(rowReader(sheet, places, first)) };
}

/**
 * Where the columns are in the values of a sheet, the header first. What columns of numbers show as days becomes the numbers again: a column
 * takes on its neighbour's format, and a Table keeps it. Throws a UserError if one is missing or stands twice, unless it `mayLack`.
 */
export function placesIn(
  sheet: Sheet,
  [header = [], ...rows]: CellValue[][],
  wanted: readonly string[],
  mayLack = false,
): ColumnPlaces {
  const { places, missing, doubled } = findColumnsIn(sheet, header.map(String), wanted);
  const [lacking, twice] = mayLack ? [] : [missing.find(({ hidden }) => hidden !== true), doubled[0]];
  if (twice !== undefined) throw doubledColumn(sheet, twice);
  if (lacking !== undefined) {
    throw new UserError('column-missing', lacking.label, sheet.getName());
  }
  for (const { number, kind } of placedColumns(places)) {
    if (kind !== 'number' && kind !== 'score') continue;
    for (const row of rows) {
      const value = row[number - 1];
      if (value instanceof Date) row[number - 1] = numberOf(value, sheet.getParent());
    }
  }
  return places;
}

/** What to say of a header that stands twice. */
export function doubledColumn(sheet: Sheet, { label }: Column): UserError {
  return new UserError('column-doubled', label, sheet.getName());
}

/** The first row, from 1, below all that are filled. */
export function freeRow(all: readonly RegisterRow[]): number {
  return all.reduce((free, row) => (isFilled(row) ? row.row + 1 : free), 2);
}

export function rowReader(
  sheet: Sheet,
  places: ColumnPlaces,
  first: number,
): (values: CellValue[], index: number) => RegisterRow {
  const read = readerFor(sheet.getParent());
  const fields = FIELDS.flatMap(({ key }) => {
    const place = places.get(key);
    return place === undefined ? [] : [{ key, place }];
  });
  return (values, index) => {
    const text = (key: ColumnKey) => read(values[places.get(key) ?? -1] ?? '');
    const experiment = emptyExperiment();
    for (const { key, place } of fields) experiment[key] = read(values[place] ?? '');
    if (places.has('points'))
      experiment.score = ratingsText(Object.fromEntries(RATINGS.map(({ key }) => [key, text(key)])));
    const derived = {
      started: experiment.started,
      closed: text('closed'),
      due: text('due'),
      timing: text('timing'),
      findings: text('findings'),
      state: text('state'),
      points: text('points'),
    };
    const state = readRowState(derived.state);
    // Where the register does not know it, the words of the timing tell.
    const settled = state.status ?? statusOfTiming(derived.timing);
    return { row: first + index, experiment, closed: derived.closed, settled, state, notice: '', derived, values };
  };
}

/** True for a row that holds anything in a column people fill in. Days that the register stamped count only where a person wrote them. */
export function isFilled(row: RegisterRow): boolean {
  const { experiment, closed } = row;
  if (FIELDS.some(({ key }) => key !== 'started' && experiment[key] !== '')) return true;
  const isKept = row.settled !== undefined || row.state.id !== undefined;
  return !isKept && experiment.started + closed !== '';
}

/** What to write into one row: only the columns named. */
export interface RowTexts {
  /** The sheet's row, from 1. */
  row: number;
  texts: Partial<Record<ColumnKey, string>>;
  /** The note on the Due cell, where it is to be written. */
  dueNote?: string;
}

/** Writes the notes on Due cells, one write for each run of rows that stand one below the other. */
export function writeDueNotes(sheet: Sheet, places: ColumnPlaces, rows: readonly RowTexts[]): void {
  const column = places.get('due');
  if (column === undefined) return;
  const runs: { row: number; notes: string[][] }[] = [];
  for (const { row, dueNote } of [...rows].sort((a, b) => a.row - b.row)) {
    if (dueNote === undefined) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row + last.notes.length === row) last.notes.push([dueNote]);
    else runs.push({ row, notes: [[dueNote]] });
  }
  for (const { row, notes } of runs) ifThere(() => sheet.getRange(row, column + 1, notes.length, 1).setNotes(notes));
}

/** What to write so that a cell says the text, by the kind of its column. */
export const VALUE_OF = {
  date: dateValue,
  text: textValue,
  number: (text: string): CellValue =>
    text !== '' && String(ratingOf(text)) === text ? Number(text) : textValue(text),
  computed: (text: string) => text,
  score: (text: string) => text,
};
