// What the register's sheets are called, and how one is known: all that an edit of somebody's own sheet needs.
import type { ENTRY_SHEETS, EntryKind } from '../domain/learnt/entry-kinds.ts';
import type { Memory } from '../store/entry.ts';
import * as keys from '../store/keys.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const EXPERIMENTS_SHEET = 'Experiments';
export const CANDIDATES_SHEET = 'Candidates';
export const SETTINGS_SHEET = 'Settings';
/** Keeps the texts that were agreed on with the log's files. */
export const LOG_SOURCE_SHEET = 'Log source';

/** In the order of their tabs. */
export const REGISTER_SHEETS = [EXPERIMENTS_SHEET, CANDIDATES_SHEET, SETTINGS_SHEET, LOG_SOURCE_SHEET] as const;
export type RegisterSheet = (typeof REGISTER_SHEETS)[number];

type EntrySheet = (typeof ENTRY_SHEETS)[EntryKind];
export type LearntSheet = EntrySheet | `${EntrySheet} source`;
export type OwnSheet = RegisterSheet | LearntSheet;

/** Stands for the ID of a sheet that is just being made. */
export const MAKING = 'making';

/** True for the register's sheet of that kind. Where its ID was lost, its name tells. */
export function isRegisterSheet(sheet: Sheet, name: OwnSheet, memory: Memory): boolean {
  const known = knownId(keys.sheetId(name).read(memory));
  if (known !== undefined) return sheet.getSheetId() === known;
  return [keys.sheetName(name).read(memory) ?? name, `Kaizen ${name}`].includes(sheet.getName());
}

/** The ID that is remembered of a sheet; undefined while it is being made. */
export function knownId(stored: string | undefined): number | undefined {
  return stored === undefined || stored === MAKING ? undefined : Number(stored);
}
