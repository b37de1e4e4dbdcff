// The Candidates sheet: ideas to test, one a row.
import { type Candidate, candidateKey } from '../domain/register/candidate.ts';
import { type CellValue, dateValue, readerFor, textValue, writeValues } from './cell.ts';
import { emptyRows, NO_UNDO, restoreRow, type Undo } from './restoring.ts';
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
  const values: CellValue[][] = sheet.getDataRange().getValues();
  const read = readerFor(sheet.getParent());
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

/** Replaces what a row says of its candidate. */
export function writeCandidate(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  { row, layer, idea, question, score }: CandidateRow,
): void {
  writeValues(sheet.getRange(row, 1, 1, 3), [[layer, idea, question].map(textValue)]);
  writeScores(sheet, row, [{ score }], NO_UNDO);
}

/** Marks a candidate as the beginning of an experiment: it is no longer open. */
export function promoteCandidate(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number, id: string): void {
  writeValues(sheet.getRange(row, CANDIDATE_HEADER.length), [[textValue(id)]]);
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
  const firstRow = firstFreeRow(sheet);
  undo(() => emptyRows(sheet, firstRow, candidates.length));
  const missing = firstRow + candidates.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const texts = candidates.map(({ layer, idea, question }) => [
    ...[layer, idea, question].map(textValue),
    dateValue(added),
  ]);
  writeValues(sheet.getRange(firstRow, 1, candidates.length, 4), texts);
  writeScores(sheet, firstRow, candidates, undo);
}

/** Below the last row that says anything in the register's columns, whatever stands beside it. */
function firstFreeRow(sheet: GoogleAppsScript.Spreadsheet.Sheet): number {
  const last = sheet.getLastRow();
  if (last < 2) return 2;
  const values: CellValue[][] = sheet.getRange(1, 1, last, CANDIDATE_HEADER.length).getValues();
  return values.reduce((free, row, index) => (row.some((value) => value !== '') ? index + 2 : free), 2);
}

/** Removes the open rows that hold exactly these candidates, one row for each; `undo` is told beforehand how each comes back. */
export function removeCandidates(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  candidates: readonly Candidate[],
  undo: Undo = NO_UNDO,
): void {
  if (candidates.length === 0) return;
  const wanted = candidates.map(candidateKey);
  const values: CellValue[][] = sheet.getDataRange().getValues();
  const read = readerFor(sheet.getParent());
  // From the bottom up, so that the rows still to be looked at keep their numbers.
  for (let index = values.length - 1; index >= 1; index--) {
    const [layer = '', idea = '', question = '', , promotedTo = ''] = (values[index] ?? []).map(read);
    const at = promotedTo === '' ? wanted.indexOf(candidateKey({ layer, idea, question })) : -1;
    if (at >= 0) {
      wanted.splice(at, 1);
      undo(() => restoreRow(sheet, index + 1, values[index] ?? []));
      sheet.deleteRow(index + 1);
    }
  }
}
