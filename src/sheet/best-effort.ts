// Formats and rules are best effort: Google refuses them on the typed columns of a Table, at the flush, and no operation may end there.
import { toastWords } from '../domain/messages.ts';

/**
 * Applies formats or rules to all parts at once, or, where Google refuses that, to each part that lets it; the person is told of the rest.
 * What was written before is flushed first: no refusal of a value is taken for one of a format. Throws where the sheet has lost rows or columns
 * meanwhile; false where some part was refused.
 */
export function applyWherePossible<Part>(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  parts: readonly Part[],
  apply: (parts: readonly Part[]) => void,
): boolean {
  SpreadsheetApp.flush();
  if (isApplied(() => apply(parts))) return true;
  const refused = parts.filter((part) => !isApplied(() => apply([part])));
  if (refused.length === 0) return true;
  sheet.getParent().toast(toastWords.typedColumns(sheet.getName()), 'Kaizen Log');
  return false;
}

/** The same of steps that need nothing of each other. */
export function tryWherePossible(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  ...steps: readonly (() => unknown)[]
): boolean {
  return applyWherePossible(sheet, steps, (all) => {
    for (const step of all) step();
  });
}

function isApplied(step: () => void): boolean {
  try {
    step();
    SpreadsheetApp.flush();
    return true;
  } catch (error) {
    dropRefusals();
    if (isBeyondSheet(error)) throw error;
    return false;
  }
}

/** Has Google say by now what it refuses of a step that did not come to its end, and not of the next one. */
function dropRefusals(): void {
  try {
    SpreadsheetApp.flush();
  } catch {
    // The step is undone or tried again anyway.
  }
}

/** How often what others move meanwhile is followed. */
export const ROUNDS = 4;

/** Does what may be done again; anew where the sheet has lost rows or columns meanwhile. */
export function whileItShrinks(step: () => void): void {
  for (let round = 1; ; round++) {
    try {
      step();
      return;
    } catch (error) {
      if (round === ROUNDS || !isBeyondSheet(error)) throw error;
    }
  }
}

/** What a step hands out; undefined where the sheet has lost the rows or columns that it is about. */
export function ifThere<Result>(step: () => Result): Result | undefined {
  try {
    return step();
  } catch (error) {
    if (isBeyondSheet(error)) return undefined;
    throw error;
  }
}

/** Whether Google says so of rows or columns that a sheet has no more. */
export function isBeyondSheet(error: unknown): boolean {
  return /outside the dimensions|out of bounds/i.test(String(error));
}
