// The Candidates sheet: ideas to test, one a row.
import { type Candidate, candidateKey } from '../domain/candidate.ts';
import { type CellValue, dateValue, readerFor, textValue } from './cell.ts';

export const CANDIDATES_SHEET = 'Candidates';

export const CANDIDATE_HEADER = ['Layer', 'Idea', 'Question', 'Added', 'Promoted to'] as const;

/** The candidates still open: rows with an idea that were not promoted, top to bottom. */
export function readCandidates(sheet: GoogleAppsScript.Spreadsheet.Sheet): Candidate[] {
  const values: CellValue[][] = sheet.getDataRange().getValues();
  const read = readerFor(sheet.getParent());
  return values
    .slice(1)
    .map((row) => row.map(read))
    .filter(
      ([layer = '', idea = '', question = '', , promotedTo = '']) =>
        layer + idea + question !== '' && promotedTo === '',
    )
    .map(([layer = '', idea = '', question = '']) => ({ layer, idea, question }));
}

/** Adds candidates below the last row. `added` is a day as yyyy-mm-dd. */
export function addCandidates(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  candidates: readonly Candidate[],
  added: string,
): void {
  if (candidates.length === 0) return;
  const firstRow = sheet.getLastRow() + 1;
  const missing = firstRow + candidates.length - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  sheet
    .getRange(firstRow, 1, candidates.length, 4)
    .setValues(
      candidates.map(({ layer, idea, question }) => [
        textValue(layer),
        textValue(idea),
        textValue(question),
        dateValue(added),
      ]),
    );
}

/** Removes the open rows that hold exactly these candidates, one row for each. */
export function removeCandidates(sheet: GoogleAppsScript.Spreadsheet.Sheet, candidates: readonly Candidate[]): void {
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
      sheet.deleteRow(index + 1);
    }
  }
}
