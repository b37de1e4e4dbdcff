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
/** How long one run starts new subjects, in milliseconds: Google ends an execution after six minutes. */
const LONGEST = 240_000;

/** Runs the subjects, from the first on, as far as the time allows, and prints a line for each behaviour as it ends. What was
 *  not reached is for another run. Locale and time zone are put back afterwards. */
export function runSubjects(subjects: readonly Subject[], print: (line: string) => void): Outcome[] {
  const start = Date.now();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const locale = spreadsheet.getSpreadsheetLocale();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const sheet = addSheet(spreadsheet);
  const outcomes: Outcome[] = [];
  try {
    // How text is read depends on the locale; the zone is another than the script's, so that the two cannot be mistaken.
    spreadsheet.setSpreadsheetLocale('en_US');
    spreadsheet.setSpreadsheetTimeZone('America/Los_Angeles');
    SpreadsheetApp.flush();
    for (const { title, behaviours } of subjects) {
      if (Date.now() - start > LONGEST) break;
      for (const behaviour of behaviours) {
        const outcome = outcomeOf(title, behaviour, new EmptyBench(spreadsheet, sheet));
        outcomes.push(outcome);
        print(lineOf(outcome));
      }
    }
  } finally {
    spreadsheet.setSpreadsheetLocale(locale);
    spreadsheet.setSpreadsheetTimeZone(timeZone);
    spreadsheet.deleteSheet(sheet);
  }
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
  return compared({ subject, name, standing, expected, seen });
}

export function compared(outcome: Omit<Outcome, 'isAsExpected'>): Outcome {
  return { ...outcome, isAsExpected: JSON.stringify(outcome.seen) === JSON.stringify(outcome.expected) };
}

/** One line: whether it is as expected, and what was seen where it is not. */
export function lineOf({ subject, name, standing, isAsExpected, expected, seen }: Outcome): string {
  const line = `${isAsExpected ? 'ok     ' : 'DIFFERS'} [${standing}] ${subject}: ${name}`;
  return isAsExpected ? line : `${line} (expected ${JSON.stringify(expected)}, seen ${JSON.stringify(seen)})`;
}

/** The sheet to work in; one that a run left, because it was ended from outside, goes. */
function addSheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): GoogleAppsScript.Spreadsheet.Sheet {
  const left = spreadsheet.getSheetByName(SHEET_NAME);
  const sheet = spreadsheet.insertSheet(`${SHEET_NAME} ${Date.now()}`);
  if (left) spreadsheet.deleteSheet(left);
  return sheet.setName(SHEET_NAME);
}

/** A bench whose sheet is emptied when it is first asked for: most of the time on Google goes into that. */
class EmptyBench implements Bench {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  private readonly used: GoogleAppsScript.Spreadsheet.Sheet;
  private isEmpty = false;

  constructor(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, sheet: GoogleAppsScript.Spreadsheet.Sheet) {
    this.spreadsheet = spreadsheet;
    this.used = sheet;
  }

  get sheet(): GoogleAppsScript.Spreadsheet.Sheet {
    if (!this.isEmpty) {
      empty(this.used);
      this.isEmpty = true;
    }
    return this.used;
  }
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
