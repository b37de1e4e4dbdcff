// The Candidates sheet: ideas to test, one a row.
import { candidateNote } from '../domain/messages.ts';
import { type Candidate, candidateKey } from '../domain/register/candidate.ts';
import { UserError } from '../domain/user-error.ts';
import { type CellValue, dateValue, readerFor, textValue } from './cell.ts';
import { type Scored, scoredReader, writeScores } from './derived/scored-candidates.ts';
import { readAll } from './register.ts';
import { NO_UNDO, type Undo } from './restoring.ts';
import { appendRows, cellsAt, deleteFound, type FoundRow, moveFound, writeFound } from './rows/candidate-door.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const CANDIDATE_HEADER = ['Layer', 'Idea', 'Question', 'Added', 'Promoted to'] as const;

/**
 * Where the columns of the list are, from 0, by their headers; one that people call otherwise by its header's note, which is asked for only
 * then. -1 for one that is not found.
 */
export function candidatePlaces(sheet: Sheet, header: readonly CellValue[]): number[] {
  const names = header.map((name) => String(name).trim().toLowerCase());
  const places = CANDIDATE_HEADER.map((label) => names.indexOf(label.toLowerCase()));
  if (!places.includes(-1)) return places;
  const notes = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getNotes()[0] ?? [];
  return places.map((place, at) => {
    const note = candidateNote(CANDIDATE_HEADER[at] ?? '');
    const isNamed = (text: string, there: number) =>
      text === note && (names[there] ?? '') !== '' && !places.includes(there);
    return place < 0 ? notes.findIndex(isNamed) : place;
  });
}

/** The same; throws a UserError if one is gone. */
function placesIn(sheet: Sheet, header: readonly CellValue[]): number[] {
  const places = candidatePlaces(sheet, header);
  const gone = CANDIDATE_HEADER[places.indexOf(-1)];
  if (gone !== undefined) throw new UserError('column-missing', gone, sheet.getName());
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
export function readEveryCandidate(sheet: Sheet, scoring = ''): WrittenCandidate[] {
  const read = readerFor(sheet.getParent());
  const values = readAll(sheet);
  const [header = []] = values;
  const scored = scoredReader(header.map(read), scoring);
  return rowsIn(sheet, values).flatMap(({ row, ...said }) =>
    said.layer + said.idea + said.question === ''
      ? []
      : [{ row: row + 1, ...said, ...scored((values[row] ?? []).map(read)) }],
  );
}

export function isOpen({ promotedTo }: WrittenCandidate): boolean {
  return promotedTo === '';
}

/** The candidates still open: those that were not promoted, top to bottom. One read of the sheet. */
export function readCandidateRows(sheet: Sheet, scoring = ''): CandidateRow[] {
  return readEveryCandidate(sheet, scoring)
    .filter(isOpen)
    .map(({ promotedTo: _, ...candidate }) => candidate);
}

/** The candidates still open, top to bottom. */
export function readCandidates(sheet: Sheet): Candidate[] {
  return readCandidateRows(sheet).map(({ layer, idea, question }) => ({ layer, idea, question }));
}

/** Replaces what the row of a candidate says of it, wherever that stands by now. */
export function writeCandidate(sheet: Sheet, seen: CandidateRow, candidate: Candidate): void {
  const { layer, idea, question } = candidate;
  writeOpen(sheet, seen, saying(sheet, [layer, idea, question].map(textValue)));
  rate(sheet, [{ ...candidate, row: seen.row }], NO_UNDO);
}

/**
 * Has the open rows of candidates say what these became: what is rated of them, and what stands beside them, stays. `undo` is told beforehand
 * how that is taken back. Two reads and a write for each.
 */
export function rewordCandidates(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  became: ReadonlyMap<Candidate, Candidate>,
  undo: Undo,
): void {
  for (const [before, after] of became) {
    const say = (seen: Candidate, { layer, idea, question }: Candidate) =>
      writeOpen(sheet, { ...seen, row: 0 }, saying(sheet, [layer, idea, question].map(textValue)));
    undo(() => say(after, before));
    say(before, after);
  }
}

/** Marks a candidate as the beginning of an experiment: it is no longer open. */
export function promoteCandidate(sheet: Sheet, seen: CandidateRow, id: string): void {
  writeOpen(sheet, seen, (header) => cellsAt(placesIn(sheet, header).slice(-1), [textValue(id)]));
}

/** Writes into the open row that says this, wherever it stands by now. */
function writeOpen(sheet: Sheet, seen: CandidateRow, wantedIn: FoundRow['wantedIn']): void {
  writeFound(sheet, [{ find: openRowOf(sheet, seen), wantedIn }]);
}

/** What is to stand in the first columns of the list, for any header. */
function saying(sheet: Sheet, values: readonly CellValue[]) {
  return (header: readonly CellValue[]) => cellsAt(placesIn(sheet, header), values);
}

/** Takes the row of a candidate out, wherever it stands by now. */
export function removeCandidate(sheet: Sheet, seen: CandidateRow): void {
  const find = openRowOf(sheet, seen);
  deleteFound(sheet, (values) => [find(values)].filter((row) => row > 0), NO_UNDO);
}

/** Finds the open row that says what this candidate said, from 0: the one that has not moved, else the first. */
function openRowOf(sheet: Sheet, seen: CandidateRow) {
  return (values: readonly CellValue[][]): number => {
    const rows = openRows(sheet, values).filter(({ key }) => key === candidateKey(seen));
    return (rows.find(({ row }) => row === seen.row - 1) ?? rows[0])?.row ?? -1;
  };
}

/** The rows below the header, from 0, with what each says. */
function rowsIn(sheet: Sheet, values: readonly CellValue[][]) {
  const read = readerFor(sheet.getParent());
  const places = placesIn(sheet, values[0] ?? []);
  return values.slice(1).map((cells, index) => {
    const [layer = '', idea = '', question = '', , promotedTo = ''] = places.map((place) => read(cells[place] ?? ''));
    return { row: index + 1, layer, idea, question, promotedTo };
  });
}

/** The open rows, from 0, each with what it says. */
function openRows(sheet: Sheet, values: readonly CellValue[][]) {
  return rowsIn(sheet, values).flatMap(({ row, promotedTo, ...said }) =>
    promotedTo === '' ? [{ row, key: candidateKey(said) }] : [],
  );
}

/** Moves the row of a candidate past the open one above it or below it, wherever it stands by now. */
export function moveCandidate(sheet: Sheet, seen: CandidateRow, by: -1 | 1): void {
  const find = openRowOf(sheet, seen);
  moveFound(sheet, (values) => {
    const [row, open] = [find(values), openRows(sheet, values).map((each) => each.row)];
    return [row, open[open.indexOf(row) + by] ?? -1];
  });
}

/** Adds candidates below the last row. `added` is a day as yyyy-mm-dd; `undo` is told beforehand how that is taken back. */
export function addCandidates(
  sheet: Sheet,
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
    for (const candidate of candidates) writeOpen(sheet, { ...candidate, row: 0 }, saying(sheet, BLANK_ROW));
  });
  appendRows(sheet, (header) => placesIn(sheet, header), texts);
  rate(
    sheet,
    candidates.map((candidate) => ({ ...candidate, row: 0 })),
    undo,
  );
}

/** Writes what candidates are rated, each in the open row that says it: the one that it had, else the last. */
function rate(sheet: Sheet, candidates: readonly CandidateRow[], undo: Undo): void {
  const rated = candidates.filter(({ score }) => score !== undefined);
  if (rated.length === 0) return;
  const places = new Map<string, number[]>();
  for (const { row, key } of openRows(sheet, readAll(sheet))) {
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
export function removeCandidates(sheet: Sheet, candidates: readonly Candidate[], undo: Undo = NO_UNDO): void {
  if (candidates.length === 0) return;
  deleteFound(
    sheet,
    (values) => {
      const wanted = candidates.map(candidateKey);
      return openRows(sheet, values)
        .reverse()
        .filter(({ key }) => wanted.includes(key) && wanted.splice(wanted.indexOf(key), 1).length > 0)
        .map(({ row }) => row);
    },
    undo,
  );
}
