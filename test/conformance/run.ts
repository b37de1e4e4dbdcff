// Runs behaviours one after the other in a sheet that it adds and removes, and compares what they see.
import type { Behaviour, Bench, Seen, Subject } from './behaviour.ts';

/** How one behaviour went. */
export interface Outcome {
  subject: string;
  name: string;
  standing: Behaviour['standing'];
  isAsExpected: boolean;
  expected: Seen;
  seen: Seen;
}

const SHEET_NAME = 'Conformance';
const ROWS = 30;
const COLUMNS = 10;

/** Runs all behaviours and prints a line for each, as it ends, and a total. Locale and time zone are put back afterwards. */
export function runSubjects(subjects: readonly Subject[], print: (line: string) => void): Outcome[] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const locale = spreadsheet.getSpreadsheetLocale();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const left = spreadsheet.getSheetByName(SHEET_NAME);
  const sheet = spreadsheet.insertSheet(left ? `${SHEET_NAME} ${Date.now()}` : SHEET_NAME);
  // Left by a run that was ended from outside.
  if (left) {
    spreadsheet.deleteSheet(left);
    sheet.setName(SHEET_NAME);
  }
  const outcomes: Outcome[] = [];
  try {
    // How text is read depends on the locale; the zone is another than the script's, so that the two cannot be mistaken.
    spreadsheet.setSpreadsheetLocale('en_US');
    spreadsheet.setSpreadsheetTimeZone('America/Los_Angeles');
    SpreadsheetApp.flush();
    for (const { title, behaviours } of subjects) {
      for (const behaviour of behaviours) {
        empty(sheet);
        const outcome = outcomeOf(title, behaviour, { spreadsheet, sheet });
        outcomes.push(outcome);
        print(lineOf(outcome));
      }
    }
  } finally {
    spreadsheet.setSpreadsheetLocale(locale);
    spreadsheet.setSpreadsheetTimeZone(timeZone);
    spreadsheet.deleteSheet(sheet);
  }
  print(totalOf(outcomes));
  return outcomes;
}

function outcomeOf(subject: string, { name, standing, expected, see }: Behaviour, bench: Bench): Outcome {
  let seen: Seen;
  try {
    seen = see(bench);
    SpreadsheetApp.flush();
  } catch (error) {
    seen = `threw ${String(error)}`;
  }
  return { subject, name, standing, isAsExpected: JSON.stringify(seen) === JSON.stringify(expected), expected, seen };
}

/** One line: whether it is as expected, and what was seen where it is not. */
export function lineOf({ subject, name, standing, isAsExpected, expected, seen }: Outcome): string {
  const line = `${isAsExpected ? 'ok     ' : 'DIFFERS'} [${standing}] ${subject}: ${name}`;
  return isAsExpected ? line : `${line} (expected ${JSON.stringify(expected)}, seen ${JSON.stringify(seen)})`;
}

export function totalOf(outcomes: readonly Outcome[]): string {
  const differing = outcomes.filter(({ isAsExpected }) => !isAsExpected).length;
  return `${outcomes.length} behaviours: ${outcomes.length - differing} as expected, ${differing} differ.`;
}

/** Takes away all that the behaviour before has left. */
function empty(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  sheet.setFrozenRows(0);
  sheet.setFrozenColumns(0);
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > ROWS) sheet.deleteRows(ROWS + 1, rows - ROWS);
  if (rows < ROWS) sheet.insertRowsAfter(rows, ROWS - rows);
  if (columns > COLUMNS) sheet.deleteColumns(COLUMNS + 1, columns - COLUMNS);
  if (columns < COLUMNS) sheet.insertColumnsAfter(columns, COLUMNS - columns);
  sheet.clearConditionalFormatRules();
  sheet.getRange(1, 1, ROWS, COLUMNS).clearDataValidations().clearNote().clear();
}
