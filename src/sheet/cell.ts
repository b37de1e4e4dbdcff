// One cell: how text becomes a value that stays the text it is, and how any value becomes text again.
import { formatDay, LAST_DAY } from '../domain/calendar.ts';
import { STATUSES } from '../domain/experiment/status.ts';
import { DECISIONS } from '../domain/experiment/template.ts';

/** What `getValues` hands out. */
export type CellValue = string | number | boolean | Date;

/**
 * The value to write so that the cell holds exactly this text. The leading apostrophe is not part of the cell's value; it keeps
 * `=1+1`, `007`, `1/2` and `TRUE` from being read as something else.
 */
export function textValue(text: string): string {
  return text === '' || PLAIN_WORDS.has(text) ? text : `'${text}`;
}

/** The text as a formula says it. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** Words that no locale reads as anything else; without the apostrophe they are sure to satisfy the dropdowns they come from. */
const PLAIN_WORDS: ReadonlySet<string> = new Set([...STATUSES, ...DECISIONS]);

/** The value to write for a date column: a real date for `yyyy-mm-dd` (Sheets reads that form in every locale), else the text as it is. */
export function dateValue(text: string): string {
  return isIsoDate(text) ? text : textValue(text);
}

/** True for an existing day written `yyyy-mm-dd`, from 1900 on (Sheets keeps no earlier dates). */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What Sheets counts its days from: 1899-12-30 is day 0. */
export const DAYS_BEFORE_1970 = 25_569;

/** The day, as yyyy-mm-dd, that an edit's event tells as a number; any other text as it is. */
export function dayOfSerial(text: string): string {
  const day = /^\d{1,7}$/.test(text) ? Number(text) - DAYS_BEFORE_1970 : undefined;
  return day === undefined || day > LAST_DAY ? text : formatDay(day);
}

/**
 * Reads cells as text: dates as `yyyy-mm-dd` in the spreadsheet's time zone, booleans as Sheets shows them.
 * `formatDate` is asked once for each distinct date.
 */
export function cellReader(formatDate: (date: Date) => string): (value: CellValue) => string {
  const known = new Map<number, string>();
  return (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'number') return String(value);
    const time = value.getTime();
    let text = known.get(time);
    if (text === undefined) {
      text = formatDate(value);
      known.set(time, text);
    }
    return text;
  };
}

/** The reader for a spreadsheet's own time zone. */
export function readerFor(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): (value: CellValue) => string {
  const zone = spreadsheet.getSpreadsheetTimeZone();
  return cellReader((date) => Utilities.formatDate(date, zone, 'yyyy-MM-dd'));
}
