// What one behaviour of the platform is: a small function that uses Apps Script services only, and what it should see.

/** documented: Google's documentation says so. shown: practice and tests of somebody else's that run on Google agree. likely: reports
 *  and practice suggest it. unknown: the local host has chosen, and the add-on must hold either way. */
export type Standing = 'documented' | 'shown' | 'likely' | 'unknown';

/** Plain data, so that what was seen can be compared and printed. */
export type Seen = string | number | boolean | null | Seen[] | { [key: string]: Seen };

/** What a behaviour has at hand. The sheet is empty, 30 rows by 10 columns, in a spreadsheet with the locale en_US. */
export interface Bench {
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  sheet: GoogleAppsScript.Spreadsheet.Sheet;
}

/** What every behaviour is known by, however it is tried. */
export interface Claim {
  /** A sentence. */
  name: string;
  /** The page of Google's documentation it rests on, below developers.google.com/apps-script unless another site is named. */
  source: string;
  /** Where else it is shown: an address without its scheme. */
  also?: string;
  standing: Standing;
  expected: Seen;
}

/** A behaviour that a script can try alone. */
export interface Behaviour extends Claim {
  see: (bench: Bench) => Seen;
}

/** Behaviours that belong together. */
export interface Subject {
  title: string;
  behaviours: Behaviour[];
}

type Maker = (source: string, name: string, expected: Seen, see: (bench: Bench) => Seen) => Behaviour;

const maker =
  (standing: Standing): Maker =>
  (source, name, expected, see) => ({ name, source, standing, expected, see });

export const shown =
  (also: string): Maker =>
  (...parts) => ({ ...maker('shown')(...parts), also });
export const documented: Maker = maker('documented');
export const likely: Maker = maker('likely');
export const unknown: Maker = maker('unknown');

/** The message of the error that the action ends with; null if it ends with none. */
export function errorOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return String((error as Error).message);
  }
}

/** Whether the action, or the flush after it, ends with an error. */
export function isRefused(action: () => unknown): boolean {
  return (
    errorOf(() => {
      action();
      SpreadsheetApp.flush();
    }) !== null
  );
}

/** The day that a cell's Date shows in the spreadsheet's zone. */
export function dayOf({ spreadsheet }: Bench, value: unknown): Seen {
  if (!(value instanceof Date)) return String(value);
  return Utilities.formatDate(value, spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm:ss');
}
