// The Candidates sheet: ideas to test, one a row.
import { type Candidate, candidateKey } from '../domain/register/candidate.ts';
import { UserError } from '../domain/user-error.ts';
import { type CellValue, dateValue, readerFor, textValue } from './cell.ts';
import { readAll } from './register.ts';
import { NO_UNDO, type Undo } from './restoring.ts';
import { appendRows, cellsAt, deleteFound, moveFound, writeFound } from './rows/candidate-door.ts';
import { type Scored, scoredReader, writeScores } from './scored-candidates.ts';

export const CANDIDATES_SHEET = 'Candidates';

export const CANDIDATE_HEADER = ['Layer', 'Idea', 'Question', 'Added', 'Promoted to'] as const;

/**
 * Where the columns of the list are, from 0, by their headers; one that has another name is known by its place behind the one before it.
 * -1 for one that is gone.
 */
export function candidatePlaces(header: readonly CellValue[]): number[] {
  const names = header.map((name) => String(name).trim().toLowerCase());
  const places = CANDIDATE_HEADER.map((label) => names.indexOf(label.toLowerCase()));
  for (const [at, place] of places.entries()) {
    const next = (at === 0 ? -1 : (places[at - 1] ?? -1)) + 1;
    if (place < 0 && !places.includes(next)) places[at] = next;
  }
  return places;
}

/** An open candidate and the sheet's row, from 1, that holds it. */
export interface CandidateRow extends Candidate, Scored {
  row: number;
}

/** A row of the sheet that says something, open or not. */
export interface WrittenCandidate extends CandidateRow {
  /** The ID of the experiment that it became; `''` while it is open. */
  promotedTo: string;
}

/** Every row with an idea, top to bottom; `scoring` as the settings say it. One read of the sheet. Throws a UserError if a column is gone. */
export function readEveryCandidate(sheet: GoogleAppsScript.Spreadsheet.Sheet, scoring = ''): WrittenCandidate[] {
  const read = readerFor(sheet.getParent());
  const values = readAll(sheet);
  const [header = []] = values;
  const scored = scoredReader(header.map(read), scoring);
  const gone = CANDIDATE_HEADER[candidatePlaces(header).indexOf(-1)];
  if (gone !== undefined) throw new UserError('column-missing', gone, sheet.getName());
  return rowsIn(read, values).flatMap(({ row, ...said }) =>
    said.layer + said.idea + said.question === ''
      ? []
      : [{ row: row + 1, ...said, ...scored((values[row] ?? []).map(read)) }],
  );
}

export function isOpen({ promotedTo }: WrittenCandidate): boolean {
  return promotedTo === '';
}

/** The candidates still open: those that were not promoted, top to bottom. One read of the sheet. */
export function readCandidateRows(sheet: GoogleAppsScript.Spreadsheet.Sheet, scoring = ''): CandidateRow[] {
  return readEveryCandidate(sheet, scoring)
    .filter(isOpen)
    .map(({ promotedTo: _, ...candidate }) => candidate);
}

/** The candidates still open, top to bottom. */
export function readCandidates(sheet: GoogleAppsScript.Spreadsheet.Sheet): Candidate[] {
  return readCandidateRows(sheet).map(({ layer, idea, question }) => ({ layer, idea, question }));
}

/** Replaces what the row of a candidate says of it, wherever that stands by now. */
export function writeCandidate(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  seen: CandidateRow,
  candidate: Candidate,
): void {
  const { layer, idea, question } = candidate;
  writeFound(sheet, openRowOf(sheet, seen), saying([layer, idea, question].map(textValue)));
  rate(sheet, [{ ...candidate, row: seen.row }], NO_UNDO);
}

/** Marks a candidate as the beginning of an experiment: it is no longer open. */
export function promoteCandidate(sheet: GoogleAppsScript.Spreadsheet.Sheet, seen: CandidateRow, id: string): void {
  writeFound(sheet, openRowOf(sheet, seen), (header) => cellsAt(candidatePlaces(header).slice(-1), [textValue(id)]));
}

/** What is to stand in the first columns of the list, for any header. */
function saying(values: readonly CellValue[]) {
  return (header: readonly CellValue[]) => cellsAt(candidatePlaces(header), values);
}

/** Takes the row of a candidate out, wherever it stands by now. */
export function removeCandidate(sheet: GoogleAppsScript.Spreadsheet.Sheet, seen: CandidateRow): void {
  const find = openRowOf(sheet, seen);
  deleteFound(sheet, (values) => [find(values)].filter((row) => row > 0), NO_UNDO);
}

/** Finds the open row that says what this candidate said, from 0: the one that has not moved, else the first. */
function openRowOf(sheet: GoogleAppsScript.Spreadsheet.Sheet, seen: CandidateRow) {
  const read = readerFor(sheet.getParent());
  return (values: readonly CellValue[][]): number => {
    const rows = openRows(read, values).filter(({ key }) => key === candidateKey(seen));
    return (rows.find(({ row }) => row === seen.row - 1) ?? rows[0])?.row ?? -1;
  };
}

/** The rows below the header, from 0, with what each says. */
function rowsIn(read: (value: CellValue) => string, values: readonly CellValue[][]) {
  const places = candidatePlaces(values[0] ?? []);
  return values.slice(1).map((cells, index) => {
    const [layer = '', idea = '', question = '', , promotedTo = ''] = places.map((place) => read(cells[place] ?? ''));
    return { row: index + 1, layer, idea, question, promotedTo };
  });
}

/** The open rows, from 0, each with what it says. */
function openRows(read: (value: CellValue) => string, values: readonly CellValue[][]) {
  return rowsIn(read, values).flatMap(({ row, promotedTo, ...said }) =>
    promotedTo === '' ? [{ row, key: candidateKey(said) }] : [],
  );
}

/** Moves the row of a candidate past the open one above it or below it, wherever it stands by now. */
export function moveCandidate(sheet: GoogleAppsScript.Spreadsheet.Sheet, seen: CandidateRow, by: -1 | 1): void {
  const [find, read] = [openRowOf(sheet, seen), readerFor(sheet.getParent())];
  moveFound(sheet, (values) => {
    const [row, open] = [find(values), openRows(read, values).map((each) => each.row)];
    return [row, open[open.indexOf(row) + by] ?? -1];
  });
}

/** Adds candidates below the last row. `added` is a day as yyyy-mm-dd; `undo` is told beforehand how that is taken back. */
export function addCandidates(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  candidates: readonly Candidate[],
  added: string,
  undo: Undo = NO_UNDO,
): void {
  if (candidates.length === 0) return;
  const texts = candidates.map(({ layer, idea, question }) => [
    ...[layer, idea, question].map(textValue),
    dateValue(added),
  ]);
  undo(() => {
    for (const candidate of candidates)
      writeFound(sheet, openRowOf(sheet, { ...candidate, row: 0 }), saying(BLANK_ROW));
  });
  appendRows(sheet, candidatePlaces, texts);
  rate(
    sheet,
    candidates.map((candidate) => ({ ...candidate, row: 0 })),
    undo,
  );
}

/** Writes what candidates are rated, each in the open row that says it: the one that it had, else the last. */
function rate(sheet: GoogleAppsScript.Spreadsheet.Sheet, candidates: readonly CandidateRow[], undo: Undo): void {
  const rated = candidates.filter(({ score }) => score !== undefined);
  if (rated.length === 0) return;
  const places = new Map<string, number[]>();
  for (const { row, key } of openRows(readerFor(sheet.getParent()), readAll(sheet))) {
    places.set(key, [...(places.get(key) ?? []), row + 1]);
  }
  const rows = rated.map((candidate) => {
    const left = places.get(candidateKey(candidate)) ?? [];
    const row = left.includes(candidate.row) ? candidate.row : (left.pop() ?? 0);
    return { row, score: candidate.score };
  });
  writeScores(
    sheet,
    rows.filter(({ row }) => row > 0),
    undo,
  );
}

const BLANK_ROW = ['', '', '', ''];

/** Removes the open rows that hold exactly these candidates, one row for each; `undo` is told beforehand how each comes back. */
export function removeCandidates(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  candidates: readonly Candidate[],
  undo: Undo = NO_UNDO,
): void {
  if (candidates.length === 0) return;
  const read = readerFor(sheet.getParent());
  deleteFound(
    sheet,
    (values) => {
      const wanted = candidates.map(candidateKey);
      return openRows(read, values)
        .reverse()
        .filter(({ key }) => wanted.includes(key) && wanted.splice(wanted.indexOf(key), 1).length > 0)
        .map(({ row }) => row);
    },
    undo,
  );
}
