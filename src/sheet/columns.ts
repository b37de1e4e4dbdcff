// The columns of the Experiments sheet, all derived from the template, and how they are found: by header, never by number.
import { type OptionalKey, RATINGS, type RatingKey } from '../domain/experiment/scoring.ts';
import { FIELDS, type Field, type FieldKey, hasField, OPTIONAL_KEYS } from '../domain/experiment/template.ts';
import { columnNotes, entryHelp } from '../domain/messages.ts';
import { tryWherePossible } from './best-effort.ts';
import type { CellValue } from './cell.ts';

export type DerivedKey = 'closed' | 'due' | 'timing' | 'findings' | 'state' | 'points';
export type ColumnKey = FieldKey | DerivedKey | RatingKey;

/** One column of the sheet. */
export interface Column {
  readonly key: ColumnKey;
  readonly label: string;
  /** The field that it holds, or what it holds of one; none for what the register computes. */
  readonly field?: Field;
  readonly note: string;
  /** Pixels. */
  readonly width: number;
  /** Written by the script only. */
  readonly derived: boolean;
  /** Not shown; registers made before there was such a column may lack it. */
  readonly hidden?: true;
  /** Hidden where set-up lays the columns out, and from then on as people want it. */
  readonly aside?: true;
  /**
   * Dates are shown as yyyy-mm-dd; text stays the text it is, whatever it looks like; numbers are such where they can be; computed cells may
   * hold a formula of ours, scores of the team's.
   */
  readonly kind: 'date' | 'text' | 'number' | 'computed' | 'score';
}

function ofField(field: Field & { key: FieldKey }): Column {
  const { key, label, note, width, kind } = field;
  const column: Column = {
    key,
    label,
    field,
    note,
    width,
    derived: field.derived === true,
    kind: kind === 'date' ? 'date' : 'text',
  };
  return key === 'started' || key === 'other' ? { ...column, aside: true } : column;
}

const fields: readonly (Field & { key: FieldKey })[] = FIELDS;

function computed(key: DerivedKey, label: string, width: number, kind: Column['kind']): Column {
  return { key, label, note: columnNotes[key], width, derived: true, kind };
}

const all: readonly Column[] = [
  // What is rated has a column each.
  ...fields.filter(({ key }) => key !== 'score').map(ofField),
  ...RATINGS.map(({ key, label }): Column => {
    const note = columnNotes.rating(label);
    return {
      key,
      label,
      field: { key, label, kind: 'number', note, width: 95 },
      note,
      width: 95,
      derived: false,
      kind: 'number',
    };
  }),
  computed('points', 'Score', 80, 'score'),
  computed('timing', 'Timing', 130, 'computed'),
  computed('due', 'Due', 100, 'date'),
  computed('findings', 'Findings', 220, 'computed'),
  { ...computed('closed', 'Closed', 95, 'date'), aside: true },
  { ...computed('state', 'Kept by Kaizen Log', 120, 'computed'), hidden: true },
];

/** What tells what to do stands in front, in this order. */
const FRONT: readonly ColumnKey[] = ['id', 'title', 'status', 'timing', 'due', 'findings', 'entity', 'layer'];
const BACK: readonly ColumnKey[] = ['other', 'started', 'closed', 'state'];

/** In the order in which set-up lays them out: what tells what to do, who does it, the rest of the template, what one seldom looks at. */
export const COLUMNS: readonly Column[] = inOrder(({ key, field }) => {
  if (FRONT.includes(key)) return FRONT.indexOf(key);
  if (BACK.includes(key)) return FRONT.length + 3 + BACK.indexOf(key);
  if (field?.kind === 'number' || key === 'points') return FRONT.length + 1;
  return FRONT.length + (field?.kind === 'person' ? 0 : 2);
});

function inOrder(rank: (column: Column) => number): Column[] {
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** Where the columns are, as numbers from 0. */
export type ColumnPlaces = ReadonlyMap<ColumnKey, number>;

export interface FoundColumns {
  places: ColumnPlaces;
  /** Hidden ones too. */
  missing: Column[];
  /** Headers that stand more than once; their leftmost place is in `places`. */
  doubled: Column[];
}

/** Of `COLUMNS`, those that a register has whose settings name these optional fields. */
export function columnsFor(wanted: readonly string[]): Column[] {
  return COLUMNS.filter(({ key }) => hasField(key, wanted));
}

/** Of what not every register has, what has a column among these. */
export function heldIn(keys: { has(key: string): boolean }): OptionalKey[] {
  return OPTIONAL_KEYS.filter((key) => keys.has(key === 'score' ? 'points' : key));
}

/**
 * Finds the columns in a header row; blanks around a header and its case do not matter. A column called as an optional field that is not
 * `wanted` is somebody's own.
 */
export function findColumns(header: readonly string[], wanted: readonly string[] = []): FoundColumns {
  const places = new Map<ColumnKey, number>();
  const missing: Column[] = [];
  const doubled: Column[] = [];
  const names = header.map((name) => name.trim().toLowerCase());
  for (const column of columnsFor(wanted)) {
    const name = column.label.toLowerCase();
    const first = names.indexOf(name);
    if (first < 0) missing.push(column);
    else {
      places.set(column.key, first);
      if (names.includes(name, first + 1)) doubled.push(column);
    }
  }
  return { places, missing, doubled };
}

/** The texts of a sheet's first row, as far as it has columns. */
export function headerOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): string[] {
  return sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0]?.map(String) ?? [];
}

/** What the note of a header says over which people have put a name of their own for the column, and said so. */
export function ownNameNote({ label, note }: Column): string {
  return `${label}: ${note}`;
}

/**
 * As `findColumns`, and finds those, too, that people call otherwise here: the header's note says which column it is. Asks for the notes
 * only where a column is not found by its label.
 */
export function findColumnsIn(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  header: readonly string[],
  wanted: readonly string[],
): FoundColumns {
  const found = findColumns(header, wanted);
  if (found.missing.every(({ hidden }) => hidden)) return found;
  const notes = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getNotes()[0] ?? [];
  const places = new Map(found.places);
  const missing = found.missing.filter((column) => {
    const taken = new Set(places.values());
    const place = notes.findIndex(
      (note, at) => note === ownNameNote(column) && !taken.has(at) && (header[at] ?? '').trim() !== '',
    );
    if (place >= 0) places.set(column.key, place);
    return place < 0;
  });
  return { ...found, places, missing };
}

/** Column number from 0 → its letters: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** The register's columns that the sheet has, with their letters and their numbers from 1. */
export function placedColumns(places: ColumnPlaces): (Column & { letters: string; number: number })[] {
  return COLUMNS.flatMap((column) => {
    const place = places.get(column.key);
    return place === undefined ? [] : [{ ...column, letters: columnLetters(place), number: place + 1 }];
  });
}

/** The row, from 1, of the last experiment that has an ID; 1 where there is none. One read. */
export function lastExperiment(sheet: GoogleAppsScript.Spreadsheet.Sheet, places: ColumnPlaces): number {
  const last = sheet.getLastRow();
  if (last < 2) return 1;
  const ids: CellValue[][] = sheet.getRange(1, (places.get('id') ?? 0) + 1, last, 1).getValues();
  return Math.max(1, ids.map(([id]) => id !== '').lastIndexOf(true) + 1);
}

/** How many rows the sheet has below its header. */
export function rowsBelow(sheet: GoogleAppsScript.Spreadsheet.Sheet): number {
  return Math.max(sheet.getMaxRows() - 1, 1);
}

/** In an empty register, the first Title cell says that one types there: a cell has no placeholder. */
export function setFirstHint(sheet: GoogleAppsScript.Spreadsheet.Sheet, places: ColumnPlaces): void {
  const help = SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=TRUE').setHelpText(entryHelp.firstTitle);
  const cell = sheet.getRange(2, (places.get('title') ?? 0) + 1).setNote(entryHelp.firstTitle);
  tryWherePossible(sheet, () => cell.setDataValidation(help.build()));
}

/** Takes that away again where it stands; a note of somebody's own stays. */
export function clearFirstHint(sheet: GoogleAppsScript.Spreadsheet.Sheet, places: ColumnPlaces): void {
  const cell = sheet.getRange(2, (places.get('title') ?? 0) + 1);
  if (cell.getNote() !== entryHelp.firstTitle) return;
  cell.clearNote();
  tryWherePossible(sheet, () => cell.clearDataValidations());
}
