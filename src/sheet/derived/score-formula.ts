// The Score cell: the team's formula over columns of its own row, which needs no script and moves with the row.
import { labelOfRating, RATINGS, scoringOf } from '../../domain/experiment/scoring.ts';
import { columnLetters } from '../columns.ts';

const NAME = /\[([^[\]]+)\]/g;

/**
 * The cell's content with the names of columns still in brackets: empty until all of them hold numbers. Functions of one argument only, so
 * that it means the same in every locale; an own formula is as the team writes it. `''` where nothing is scored.
 */
export function scoreCell(setting: string | undefined): string {
  const scoring = scoringOf(setting);
  if (scoring === undefined) return '';
  const names = [...scoring.ratings.map(labelOfRating), ...scoring.own];
  return `=IFERROR((${scoring.formula})/(${names.map((name) => `ISNUMBER([${name}])`).join('*')}))`;
}

/** The formula of one row, from 1; `''` where a column that it names is not there. `placeOf` counts from 0. */
export function formulaInRow(formula: string, row: number, placeOf: (name: string) => number | undefined): string {
  let isWhole = true;
  const text = formula.replace(NAME, (_, name: string) => {
    const place = placeOf(name.trim().toLowerCase());
    if (place === undefined || place < 0) isWhole = false;
    return columnLetters(place ?? 0) + row;
  });
  return isWhole ? text : '';
}

/** Where a column of this name is: what is rated wherever its column stands, another by its header. */
export function scorePlaces(
  header: readonly unknown[],
  places: { get(key: string): number | undefined },
): (name: string) => number | undefined {
  const names = header.map((text) => String(text).trim().toLowerCase());
  return (name) =>
    places.get(RATINGS.find(({ label }) => label.toLowerCase() === name)?.key ?? '') ?? names.indexOf(name);
}
