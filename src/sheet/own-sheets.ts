// Which sheets are the register's: by name, and by what they hold where somebody had a sheet of that name before.
import { logSourceHeader } from '../domain/messages.ts';
import { CANDIDATE_HEADER, CANDIDATES_SHEET } from './candidates.ts';
import { LOG_SOURCE_SHEET } from './cell.ts';
import { findColumns, headerOf } from './columns.ts';
import { EXPERIMENTS_SHEET } from './register.ts';
import { hasSettings, SETTINGS_SHEET } from './settings.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** In the order of their tabs. */
export const REGISTER_SHEETS = [EXPERIMENTS_SHEET, CANDIDATES_SHEET, SETTINGS_SHEET, LOG_SOURCE_SHEET] as const;
export type RegisterSheet = (typeof REGISTER_SHEETS)[number];

/** What a sheet of the register is called in a spreadsheet that has one of its own under the usual name. */
export function otherName(name: RegisterSheet): string {
  return `Kaizen ${name}`;
}

/** The register's sheet: the one with the other name, where there is one, else the one with the usual name. */
export function registerSheet(spreadsheet: Spreadsheet, name: RegisterSheet): Sheet | null {
  return spreadsheet.getSheetByName(otherName(name)) ?? spreadsheet.getSheetByName(name);
}

/** True for the register's sheet of that kind, whatever else is called so. Asks the spreadsheet only where the name leaves it open. */
export function isRegisterSheet(sheet: Sheet, name: RegisterSheet, shown = sheet.getName()): boolean {
  return shown === otherName(name) || (shown === name && sheet.getParent().getSheetByName(otherName(name)) === null);
}

/** True for a sheet that holds something, and nothing that the register would have put there. */
export function isForeign(sheet: Sheet, name: RegisterSheet): boolean {
  if (sheet.getLastRow() === 0) return false;
  const header = headerOf(sheet);
  switch (name) {
    case EXPERIMENTS_SHEET:
      return findColumns(header).places.size < MOST_TELLING;
    case CANDIDATES_SHEET:
      return !CANDIDATE_HEADER.some((label) => header.includes(label));
    case SETTINGS_SHEET:
      return !hasSettings(sheet);
    case LOG_SOURCE_SHEET:
      return header[0] !== logSourceHeader;
  }
}

/** A sheet of somebody's own may have a Title, a Date and a Status; not so many columns of the register's. */
const MOST_TELLING = 6;
