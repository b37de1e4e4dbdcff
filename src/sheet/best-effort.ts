// Formats and rules are best effort: Google refuses them on the typed columns of a Table, at the flush, and no operation may end there.
import { toastWords } from '../domain/messages.ts';

/**
 * Applies formats or rules to all parts at once, or, where Google refuses that, to each part that lets it; the person is told of the rest.
 * What was written before is flushed first: no refusal of a value is taken for one of a format.
 */
export function applyWherePossible<Part>(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  parts: readonly Part[],
  apply: (parts: readonly Part[]) => void,
): void {
  SpreadsheetApp.flush();
  if (isApplied(() => apply(parts))) return;
  const refused = parts.filter((part) => !isApplied(() => apply([part])));
  if (refused.length > 0) sheet.getParent().toast(toastWords.typedColumns(sheet.getName()), 'Kaizen Log');
}

/** The same of steps that need nothing of each other. */
export function tryWherePossible(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  ...steps: readonly (() => unknown)[]
): void {
  applyWherePossible(sheet, steps, (all) => {
    for (const step of all) step();
  });
}

function isApplied(step: () => void): boolean {
  try {
    step();
    SpreadsheetApp.flush();
    return true;
  } catch {
    return false;
  }
}
