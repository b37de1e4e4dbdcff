// Trying a behaviour in a sheet that comes and goes, and comparing what is seen with what was expected.
import type { Behaviour, Bench, Seen } from './behaviour.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How one behaviour went. */
export interface Outcome {
  subject: string;
  name: string;
  standing: Behaviour['standing'];
  isAsExpected: boolean;
  expected: Seen;
  seen: Seen;
}

const ROWS = 30;
const COLUMNS = 10;

/** Tries one behaviour; whatever goes wrong is what was seen. */
export function outcomeOf(subject: string, { name, standing, expected, see }: Behaviour, bench: Bench): Outcome {
  let seen: Seen;
  try {
    seen = see(bench);
    SpreadsheetApp.flush();
  } catch (error) {
    seen = `threw ${String(error)}`;
  }
  return compared({ subject, name, standing, expected, seen });
}

/** Adds whether it is as expected. */
export function compared(outcome: Omit<Outcome, 'isAsExpected'>): Outcome {
  return { ...outcome, isAsExpected: JSON.stringify(outcome.seen) === JSON.stringify(outcome.expected) };
}

/** The sheet to work in; those that runs left, because they were ended from outside, go. */
export function addSheet(spreadsheet: Spreadsheet, name: string): Sheet {
  const left = spreadsheet.getSheets().filter((sheet) => isOfRun(sheet.getName(), name));
  const sheet = spreadsheet.insertSheet(`${name} ${Date.now()}`);
  for (const one of left) spreadsheet.deleteSheet(one);
  return sheet.setName(name);
}

/** True for the name that a run gives its sheet at first, the time behind it, and for the one it has afterwards. */
function isOfRun(found: string, name: string): boolean {
  return found === name || (found.startsWith(`${name} `) && /^\d{13}$/.test(found.slice(name.length + 1)));
}

/** A bench whose sheet is emptied when it is first asked for: most of the time on Google goes into that. */
export class EmptyBench implements Bench {
  readonly spreadsheet: Spreadsheet;
  private readonly used: Sheet;
  private isEmpty = false;

  constructor(spreadsheet: Spreadsheet, sheet: Sheet) {
    this.spreadsheet = spreadsheet;
    this.used = sheet;
  }

  get sheet(): Sheet {
    if (!this.isEmpty) {
      empty(this.used);
      this.isEmpty = true;
    }
    return this.used;
  }
}

/** Takes away all that the behaviour before has left. */
function empty(sheet: Sheet): void {
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
