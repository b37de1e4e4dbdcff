// Cells: how text becomes a value that stays the text it is, whichever way Google reads it, and how any value becomes text again.

import { formatDay, LAST_DAY, MS_OF_A_DAY, readDay } from '../domain/calendar.ts';
import { STATUSES } from '../domain/experiment/status.ts';
import { DECISIONS } from '../domain/experiment/template.ts';
import { sheetId, type TextForm, textForm } from '../store/keys.ts';
import { applyWherePossible } from './best-effort.ts';
import { LOG_SOURCE_SHEET } from './sheet-names.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What `getValues` hands out. */
export type CellValue = string | number | boolean | Date;

/**
 * The value to write so that the cell holds exactly this text. The leading apostrophe is not part of the cell's value; it keeps
 * `=1+1`, `007`, `1/2` and `TRUE` from being read as something else.
 */
export function textValue(text: string): string {
  return text === '' || PLAIN_WORDS.has(text) ? text : `'${text}`;
}

/** A value as it was read, to be written back as the same. */
export function asWritten(value: CellValue = ''): CellValue {
  return typeof value === 'string' ? textValue(value) : value;
}

/** The text as a formula says it. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** Whether a list may take its own word for what that would be if it were typed: a formula, a number, a day. */
export function isReadOtherwise(word: string): boolean {
  return /^['=+@-]|^([\d\s.,:/%-]+|true|false)$/i.test(word);
}

/** Words that no locale reads as anything else; without the apostrophe they are sure to satisfy the dropdowns they come from. */
const PLAIN_WORDS: ReadonlySet<string> = new Set([...STATUSES, ...DECISIONS]);

/** The value to write for a date column: a real date for `yyyy-mm-dd` (Sheets reads that form in every locale), else the text as it is. */
export function dateValue(text: string): string {
  return isIsoDate(text) ? text : textValue(text);
}

/** True for an existing day written `yyyy-mm-dd`, from 1900 on (Sheets keeps no earlier dates). */
export function isIsoDate(text: string): boolean {
  return readDay(text) !== undefined && text >= '1900';
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
function cellReader(formatDate: (date: Date) => string): (value: CellValue) => string {
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

/** The number that a cell shows as a day and a time. */
export function numberOf(date: Date, spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): number {
  const shown = Utilities.formatDate(date, spreadsheet.getSpreadsheetTimeZone(), "yyyy-MM-dd'T'HH:mm:ss'Z'");
  const days = Date.parse(shown) / MS_OF_A_DAY + DAYS_BEFORE_1970;
  // To the second, which is as much as a time says.
  return Math.round(days * 1e4) / 1e4;
}

/** The format of cells that are shown as what stands in them. */
export const AUTOMATIC = 'general';
export const TEXT = '@';
const USUAL: TextForm = 'apostrophe';

/** Kept for the execution: each begins anew. */
let known: TextForm | undefined;

/** What is remembered. Where nothing is, as in a register of a release that did not ask, it is tried now; `range` is one in the spreadsheet. */
function form(range?: () => Range | undefined): TextForm {
  known ??= textForm.read();
  const spreadsheet = known === undefined ? range?.()?.getSheet().getParent() : undefined;
  if (spreadsheet === undefined) return known ?? USUAL;
  const id = sheetId(LOG_SOURCE_SHEET).read();
  const hidden = spreadsheet.getSheets().find((sheet) => String(sheet.getSheetId()) === id);
  try {
    if (hidden !== undefined) tryTextForms(hidden);
  } catch (error) {
    console.warn(error);
  }
  known ??= USUAL;
  return known;
}

/** The format of cells that hold people's texts: with it, what they type stays as they typed it. */
export function textFormat(): string {
  return form() === 'neither' ? AUTOMATIC : TEXT;
}

/** Writes values, texts among them as `textValue` makes them. In a form other than the usual, the cells' formats are asked for first. */
export function writeValues(range: Range, values: CellValue[][]): void {
  const used = values.some((row) => row.some(isMarked)) ? form(() => range) : USUAL;
  if (used === USUAL) {
    range.setValues(values);
    return;
  }
  const formats = range.getNumberFormats();
  if (used === 'neither' && formats.some((row) => row.includes(TEXT))) {
    const others = formats.map((row) => row.map((format) => (format === TEXT ? AUTOMATIC : format)));
    applyWherePossible(range.getSheet(), [others], () => range.setNumberFormats(others));
  }
  const isPlain = (value: string) => used === 'plain' || (used === 'needed' && !/^'['=+@-]/.test(value));
  range.setValues(
    values.map((row, at) =>
      row.map((value, column) =>
        isMarked(value) && formats[at]?.[column] === TEXT && isPlain(value) ? value.slice(1) : value,
      ),
    ),
  );
}

function isMarked(value: CellValue): value is string {
  return typeof value === 'string' && value.startsWith("'");
}

/** What would become a mark, a formula, a number and a date. */
const HARD = ["'x", '=1', '007', '1/2'];

/**
 * Finds out once for a register which form keeps texts as they are, in the last cells of a hidden sheet, and remembers it. Where somebody's
 * text stands there, nothing is remembered and the usual form is used.
 */
export function tryTextForms(hidden: Sheet): void {
  if (textForm.read() !== undefined || hidden.getMaxRows() < HARD.length) return;
  const cells = hidden.getRange(hidden.getMaxRows() - HARD.length + 1, hidden.getMaxColumns(), HARD.length, 1);
  // What begins so was left by a trial that was ended.
  if (!cells.isBlank() && !/^'*x$/.test(String(cells.getValue()))) return;
  const keeps = (mark: string) => {
    cells.setValues(HARD.map((text) => [mark + text]));
    return cells.getValues().every(([value], row) => value === HARD[row]) && cells.getFormulas().join('') === '';
  };
  try {
    cells.clearDataValidations().setNumberFormat(TEXT);
    if (keeps("'")) known = isListed(cells) ? 'apostrophe' : 'needed';
    else known = keeps('') ? 'plain' : 'neither';
  } finally {
    cells.clearContent().clearDataValidations().setNumberFormat(AUTOMATIC);
  }
  textForm.write(known);
}

/** Whether a list lets its word in with the apostrophe before it: else it goes before those texts alone that need it. */
function isListed(cells: Range): boolean {
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['x']).setAllowInvalid(false);
  try {
    cells.setDataValidation(rule.build()).setValue("'x");
    SpreadsheetApp.flush();
    return true;
  } catch {
    return false;
  }
}
