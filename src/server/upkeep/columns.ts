// The columns of the Experiments sheet brought back to order: a lost header row, missing and doubled headers.
import { statusOfTiming } from '../../domain/duration/timing.ts';
import { readId } from '../../domain/experiment/id.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { CANDIDATE_HEADER, candidatePlaces } from '../../sheet/candidates.ts';
import { textValue, writeValues } from '../../sheet/cell.ts';
import {
  COLUMNS,
  type Column,
  type ColumnKey,
  type ColumnPlaces,
  columnsFor,
  type FoundColumns,
  findColumns,
  findColumnsIn,
  headerOf,
} from '../../sheet/columns.ts';
import { doubledColumn } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Keeps where the columns stand, so that a deleted header row can be written anew. */
export function keepPlaces(places: ColumnPlaces): void {
  const kept: [ColumnKey, number][] = [...places];
  if (JSON.stringify(keys.columns.read()) !== JSON.stringify(kept)) keys.columns.write(kept);
}

/**
 * Where the first row is not the header row any more: that was sorted or pushed down, and goes up again; or it was deleted or cleared,
 * and is written anew as it is remembered, if the IDs stand where it says. Hands out the header where it was in order.
 */
export function bringHeaderBack(sheet: Sheet): string[] | undefined {
  if (sheet.getLastRow() === 0) return undefined;
  const first = headerOf(sheet);
  const held = countHeaders(first);
  if (held > COLUMNS.length / 2) return first;
  const rows = sheet.getDataRange().getValues();
  const at = rows.findIndex((row) => countHeaders(row) > COLUMNS.length / 2);
  const header = at > 0 ? rows[at]?.map(String) : held === 0 ? keptHeader(rows) : undefined;
  if (header !== undefined) putHeaderBack(sheet, rows, at, header);
  return undefined;
}

/** Writes a header above all rows; the one that says it further down, if any, goes. */
function putHeaderBack(sheet: Sheet, [first = []]: unknown[][], at: number, header: readonly string[]): void {
  const isFirstBlank = first.every((value) => value === '');
  if (!isFirstBlank) sheet.insertRowBefore(1);
  writeHeader(sheet, 1, header);
  if (at > 0) sheet.deleteRow(at + (isFirstBlank ? 1 : 2));
}

/** Writes headers, from a column on, past rules that came to the first row with a sort or an insertion. */
export function writeHeader(sheet: Sheet, column: number, header: readonly string[]): void {
  writeValues(sheet.getRange(1, column, 1, header.length).clearDataValidations(), [header.map(textValue)]);
}

function countHeaders(row: readonly unknown[] | undefined): number {
  return findColumns((row ?? []).map(String)).places.size;
}

/** The header row as it was last seen in order; undefined where the cells below do not agree with it: columns may have moved since. */
function keptHeader(rows: readonly unknown[][]): string[] | undefined {
  const places = new Map(keys.columns.read());
  const agree = (key: ColumnKey, isOne: (text: string) => boolean) => {
    const texts = rows.map((row) => String(row[places.get(key) ?? -1] ?? '')).filter((text) => text !== '');
    return texts.length > 0 && texts.every(isOne);
  };
  const isKept =
    agree('id', (text) => readId(text) !== undefined) &&
    agree('status', isStatus) &&
    agree('timing', (text) => statusOfTiming(text) !== undefined);
  if (!isKept) return undefined;
  const header = Array<string>(Math.max(...places.values()) + 1).fill('');
  for (const { key, label } of COLUMNS) {
    const place = places.get(key);
    if (place !== undefined) header[place] = label;
  }
  return header;
}

/**
 * Restores headers that are missing: over their column where it has none now, else in a new column behind its neighbour in the template,
 * so that people's own columns move but are never overwritten. `beforeAdding` is called before a column is added that people see, and may
 * throw. `wanted` are the optional fields of the settings, `header` is the first row if that was just read. Of a doubled header the empty column
 * is set aside; two filled ones stop with one sentence.
 */
export function ensureColumns(
  sheet: Sheet,
  wanted: readonly string[],
  beforeAdding: () => void,
  header?: readonly string[],
): ColumnPlaces {
  if (sheet.getLastRow() === 0) {
    const columns = columnsFor(wanted);
    const missing = columns.length - sheet.getMaxColumns();
    if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
    writeHeader(
      sheet,
      1,
      columns.map((column) => column.label),
    );
  }
  let found = findColumns(header ?? headerOf(sheet), wanted);
  if (found.doubled.length > 0) {
    setAsideEmptyTwins(sheet, found.doubled);
    found = findColumns(headerOf(sheet), wanted);
  }
  const twice = found.doubled[0];
  if (twice !== undefined) throw doubledColumn(sheet, twice);
  if (found.missing.length === 0) return found.places;
  writeOverBlank(sheet, found);
  const { missing, places } = findColumnsIn(sheet, headerOf(sheet), wanted);
  if (missing.length === 0) return places;
  if (missing.some(({ hidden }) => hidden !== true)) beforeAdding();
  return addColumns(sheet, missing, wanted);
}

/**
 * Gives columns their header back whose header is blank, and the hidden ones, whatever somebody made of theirs: the header's note still says
 * which column it is.
 */
function writeOverBlank(sheet: Sheet, { missing, places }: FoundColumns): void {
  const header = headerOf(sheet);
  const notes = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getNotes()[0] ?? [];
  const taken = new Set(places.values());
  for (const { label, note, hidden } of missing) {
    const place = notes.findIndex(
      (text, at) => text === note && !taken.has(at) && (hidden === true || (header[at] ?? '').trim() === ''),
    );
    if (place >= 0) writeHeader(sheet, place + 1, [label]);
  }
}

/** Adds the register's hidden columns that a sheet lacks; where all columns are then. */
export function addHiddenColumns(sheet: Sheet, wanted: readonly string[]): ColumnPlaces {
  const { missing } = findColumnsIn(sheet, headerOf(sheet), wanted);
  return addColumns(
    sheet,
    missing.filter(({ hidden }) => hidden),
    wanted,
  );
}

/** Adds columns, each behind its neighbour in the order of set-up; where all are then. `wanted`: the optional fields that there are then. */
export function addColumns(sheet: Sheet, missing: readonly Column[], wanted: readonly string[]): ColumnPlaces {
  for (const column of missing) {
    const { places } = findColumnsIn(sheet, headerOf(sheet), wanted);
    const before = COLUMNS.slice(0, COLUMNS.indexOf(column)).reverse();
    const place = 1 + (places.get(before.find(({ key }) => places.has(key))?.key ?? 'id') ?? -1);
    // A blank one was inserted by a repair that ended before it could write the header.
    const isThere = isBlankColumn(sheet, place);
    if (!isThere && place >= sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
    else if (!isThere) sheet.insertColumnsBefore(place + 1, 1);
    try {
      writeHeader(sheet, place + 1, [column.label]);
    } catch (error) {
      if (!isThere && isBlankColumn(sheet, place)) sheet.deleteColumn(place + 1);
      throw error;
    }
  }
  return findColumnsIn(sheet, headerOf(sheet), wanted).places;
}

/**
 * Brings the headers of the list of candidates back, over their column where it has none now, and adds a column that is gone; hands out where
 * all are, from 0. A header row that was deleted, or sorted in between, comes back above the rest.
 */
export function ensureCandidates(sheet: Sheet, header = headerOf(sheet)): number[] {
  let places = candidatePlaces(sheet, header);
  if (isHeaderGone(sheet, places)) {
    const rows = sheet.getDataRange().getValues();
    const at = rows.findIndex((row) => CANDIDATE_HEADER.every((label) => row.includes(label)));
    putHeaderBack(sheet, rows, at, rows[at]?.map(String) ?? CANDIDATE_HEADER);
    places = candidatePlaces(sheet, headerOf(sheet));
  }
  for (const [at, label] of CANDIDATE_HEADER.entries()) {
    if ((places[at] ?? -1) >= 0) continue;
    const now = headerOf(sheet);
    const behind = (places[at - 1] ?? -1) + 1;
    if (behind >= now.length) sheet.insertColumnsAfter(behind, 1);
    else if (now[behind]?.trim() !== '') sheet.insertColumnsBefore(behind + 1, 1);
    writeHeader(sheet, behind + 1, [label]);
    places = candidatePlaces(sheet, headerOf(sheet));
  }
  return places;
}

/** Whether no column of the candidates is found, and the first row has a day as candidates do, or nothing: it is no header. */
export function isHeaderGone(sheet: Sheet, places: readonly number[]): boolean {
  if (places.some((place) => place >= 0)) return false;
  const [first = []] = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues();
  return first.some((value) => value instanceof Date) || first.every((value) => value === '');
}

/** Whether there is such a column, from 0, and nothing stands in it. */
function isBlankColumn(sheet: Sheet, place: number): boolean {
  if (place >= sheet.getMaxColumns()) return false;
  return sheet.getRange(1, place + 1, sheet.getMaxRows(), 1).isBlank();
}

/** Of columns with the same header, those with nothing below it are renamed; which of two filled ones counts is for a person to say. */
function setAsideEmptyTwins(sheet: Sheet, doubled: readonly Column[]): void {
  const [header = [], ...rows] = sheet.getDataRange().getValues();
  for (const { label } of doubled) {
    const places = header.flatMap((name, place) =>
      String(name).trim().toLowerCase() === label.toLowerCase() ? [place] : [],
    );
    const isEmpty = (place: number) => rows.every((row) => row[place] === '');
    const kept = places.find((place) => !isEmpty(place)) ?? places[0];
    for (const place of places) {
      if (place !== kept && isEmpty(place)) sheet.getRange(1, place + 1).setValue(`${label} (2)`);
    }
  }
}
