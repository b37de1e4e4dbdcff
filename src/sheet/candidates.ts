// The Candidates sheet: ideas to test, one a row.
import { type Candidate, candidateKey } from '../domain/register/candidate.ts';
import { type CellValue, dateValue, readerFor, textValue } from './cell.ts';
import { readAll } from './register.ts';
import { NO_UNDO, type Undo } from './restoring.ts';
import { appendRows, deleteFound, writeFound } from './rows/candidate-door.ts';
import { type Scored, scoredReader, writeScores } from './scored-candidates.ts';

export const CANDIDATES_SHEET = 'Candidates';

export const CANDIDATE_HEADER = ['Layer', 'Idea', 'Question', 'Added', 'Promoted to'] as const;

/** An open candidate and the sheet's row, from 1, that holds it. */
export interface CandidateRow extends Candidate, Scored {
  row: number;
}

/** A row of the sheet that says something, open or not. */
export interface WrittenCandidate extends CandidateRow {
  /** The ID of the experiment that it became; `''` while it is open. */
  promotedTo: string;
}

/** Every row with an idea, top to bottom; `scoring` as the settings say it. One read of the sheet. */
export function readEveryCandidate(sheet: GoogleAppsScript.Spreadsheet.Sheet, scoring = ''): WrittenCandidate[] {
  const read = readerFor(sheet.getParent());
  const values = readAll(sheet);
  const scored = scoredReader((values[0] ?? []).map(read), scoring);
  return values
    .map((row, index) => ({ row: index + 1, texts: row.map(read) }))
    .slice(1)
    .filter(({ texts: [layer = '', idea = '', question = ''] }) => layer + idea + question !== '')
    .map(({ row, texts }) => {
      const [layer = '', idea = '', question = '', , promotedTo = ''] = texts;
      return { row, layer, idea, question, promotedTo, ...scored(texts) };
    });
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
  writeFound(sheet, openRowOf(sheet, seen), 0, [layer, idea, question].map(textValue));
  rate(sheet, [{ ...candidate, row: seen.row }], NO_UNDO);
}

/** Marks a candidate as the beginning of an experiment: it is no longer open. */
export function promoteCandidate(sheet: GoogleAppsScript.Spreadsheet.Sheet, seen: CandidateRow, id: string): void {
  writeFound(sheet, openRowOf(sheet, seen), CANDIDATE_HEADER.length - 1, [textValue(id)]);
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

/** The open rows, from 0, each with what it says. */
function openRows(read: (value: CellValue) => string, values: readonly CellValue[][]) {
  return values.flatMap((cells, row) => {
    const [layer = '', idea = '', question = '', , promotedTo = ''] = cells.map(read);
    return row === 0 || promotedTo !== '' ? [] : [{ row, key: candidateKey({ layer, idea, question }) }];
  });
}

/** Moves a row, with all that stands in it and how it looks, to where another stands, which makes room for it. */
export function moveRow(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number, to: number): void {
  sheet.moveRows(sheet.getRange(row, 1), to > row ? to + 1 : to);
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
    for (const candidate of candidates) writeFound(sheet, openRowOf(sheet, { ...candidate, row: 0 }), 0, BLANK_ROW);
  });
  appendRows(sheet, CANDIDATE_HEADER.length, texts);
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
