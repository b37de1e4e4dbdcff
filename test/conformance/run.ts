// Runs behaviours one after the other in a sheet that it adds and removes, and compares what they see.
import type { Subject } from '../../src/platform/behaviour.ts';
import { addSheet, EmptyBench, type Outcome, outcomeOf } from '../../src/platform/trial.ts';

const SHEET_NAME = 'Conformance';
/** How long one run starts new subjects, in milliseconds: Google ends an execution after six minutes. */
const LONGEST = 240_000;

/** Runs the subjects, from the first on, as far as the time allows, and prints a line for each behaviour as it ends. What was
 *  not reached is for another run. Locale and time zone are put back afterwards. */
export function runSubjects(subjects: readonly Subject[], print: (line: string) => void): Outcome[] {
  const start = Date.now();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const locale = spreadsheet.getSpreadsheetLocale();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const sheet = addSheet(spreadsheet, SHEET_NAME);
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

/** One line: whether it is as expected, and what was seen where it is not. */
export function lineOf({ subject, name, standing, isAsExpected, expected, seen }: Outcome): string {
  const line = `${isAsExpected ? 'ok     ' : 'DIFFERS'} [${standing}] ${subject}: ${name}`;
  return isAsExpected ? line : `${line} (expected ${JSON.stringify(expected)}, seen ${JSON.stringify(seen)})`;
}
