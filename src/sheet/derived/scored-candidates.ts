// What is rated of candidates, and the score that it makes: columns behind those of the list, as formulas down to its end.
import { labelOfRating, RATINGS, ratingsText, scoringOf, splitRatings } from '../../domain/experiment/scoring.ts';
import { tryWherePossible } from '../best-effort.ts';
import { AUTOMATIC, type CellValue, writeValues } from '../cell.ts';
import { columnLetters, headerOf, rowsBelow } from '../columns.ts';
import { ratingRule } from '../looks/validation.ts';
import { ensureOwnColumns, placesOfOwn, writeOwnCells } from '../own-columns.ts';
import { NO_UNDO, type Undo } from '../restoring.ts';
import { formulaInRow, scoreCell, scorePlaces } from './score-formula.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a candidate is rated, as one text, and the score that the sheet works out; absent where nothing is scored. */
export interface Scored {
  score?: string | undefined;
  points?: string;
}

/** Adds the columns that are lacking and the formulas; what somebody wrote in the column before there was one stays. */
export function scoreCandidates(sheet: Sheet, setting: string): void {
  const scoring = scoringOf(setting);
  if (scoring === undefined) return;
  const { ratings, own, header } = scoring;
  const labels = [...ratings.map(labelOfRating), ...own, header];
  const { places, headers } = ensureOwnColumns(sheet, labels);
  writeOwnCells(sheet, places, headers, NO_UNDO);
  const rows = rowsBelow(sheet);
  if (headers.length > 0) {
    for (const key of ratings) {
      const place = places.get(labelOfRating(key)) ?? 0;
      const cells = sheet.getRange(2, place + 1, rows, 1);
      const rule = ratingRule(setting, `${columnLetters(place)}2`);
      tryWherePossible(
        sheet,
        () => cells.setNumberFormat(AUTOMATIC),
        () => cells.setDataValidation(rule),
      );
    }
  }
  const cells = sheet.getRange(2, (places.get(header) ?? 0) + 1, rows, 1);
  const placeOf = scorePlaces(headerOf(sheet), new Map());
  const formula = scoreCell(setting);
  const before = cells.getFormulas();
  const wanted = before.map((_, at) => formulaInRow(formula, at + 2, placeOf));
  if (wanted.every((text, at) => text === before[at]?.[0])) return;
  const values: CellValue[][] = cells.getValues();
  const isOurs = before.some(([text]) => text !== '');
  tryWherePossible(sheet, () => cells.setNumberFormat(AUTOMATIC));
  writeValues(
    cells,
    wanted.map((text, at) => [isOurs ? text : values[at]?.[0] || text]),
  );
}

/** Reads what the cells of a row say of it; `header` is the first row, both as texts. */
export function scoredReader(header: readonly string[], setting: string): (texts: readonly string[]) => Scored {
  const scoring = scoringOf(setting);
  if (scoring === undefined) return () => ({});
  const places = placesOfRatings(header);
  const points = placesOfOwn(header, [scoring.header]).get(scoring.header) ?? -1;
  return (texts) => ({
    score: ratingsText(Object.fromEntries([...places].map(([key, place]) => [key, texts[place] ?? '']))),
    points: texts[points] ?? '',
  });
}

function placesOfRatings(header: readonly string[]) {
  const labels = RATINGS.map(({ label }) => label);
  const places = placesOfOwn(header, labels);
  return RATINGS.flatMap(({ key, label }) => {
    const place = places.get(label);
    return place === undefined ? [] : [[key, place] as const];
  });
}

/** Writes what candidates are rated, each in its row, from 1; of one without a rating nothing. */
export function writeScores(sheet: Sheet, candidates: readonly (Scored & { row: number })[], undo: Undo): void {
  const there = placesOfRatings(headerOf(sheet));
  const keys = there.map(([key]) => key);
  const rows = candidates.map(({ row, score = '' }) => {
    const ratings = splitRatings(score, keys);
    return { row, texts: Object.fromEntries(keys.map((key) => [labelOfRating(key), ratings[key] ?? ''])) };
  });
  writeOwnCells(sheet, new Map(there.map(([key, place]) => [labelOfRating(key), place])), rows, undo);
}
