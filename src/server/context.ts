// Where the register lives: its sheets in one spreadsheet, made by set-up, known by their IDs.

import type { OptionalKey } from '../domain/experiment/scoring.ts';
import type { Settings } from '../domain/register/settings.ts';
import { UserError } from '../domain/user-error.ts';
import type { CellValue } from '../sheet/cell.ts';
import { registerSheet } from '../sheet/own-sheets.ts';
import { readSettings, type WrongSetting } from '../sheet/settings.ts';
import {
  CANDIDATES_SHEET,
  EXPERIMENTS_SHEET,
  LOG_SOURCE_SHEET,
  REGISTER_SHEETS,
  type RegisterSheet,
  SETTINGS_SHEET,
} from '../sheet/sheet-names.ts';
import { documentMemory, type Memory } from '../store/entry.ts';
import { heldFields } from './settings.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface RegisterContext {
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  experiments: Sheet;
  candidates: Sheet;
  settingsSheet: Sheet;
  source: Sheet;
  /** Of the optional fields, they name those that the register has. */
  settings: Settings;
  /** The optional fields that it is to have, as the sheet Settings says. */
  wishedFields: readonly OptionalKey[];
  wrongSettings: WrongSetting[];
  /** The cells that the settings were read from. */
  settingsCells: readonly (readonly CellValue[])[];
  /** The day in the spreadsheet's time zone, yyyy-mm-dd. */
  today: string;
}

/** True once set-up has made the register's sheets, and none of them was deleted since. */
export function isSetUp(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, memory: Memory): boolean {
  return REGISTER_SHEETS.every((name) => registerSheet(spreadsheet, name, memory) !== null);
}

/** The register in this spreadsheet, its settings read. Throws one sentence if a sheet is not there. */
export function openRegister(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  memory = documentMemory(),
): RegisterContext {
  const sheet = (name: RegisterSheet) => {
    const found = registerSheet(spreadsheet, name, memory);
    if (found === null) throw new UserError('sheet-missing', name);
    return found;
  };
  const settingsSheet = sheet(SETTINGS_SHEET);
  const { settings, wrong, isEmpty, cells } = readSettings(settingsSheet);
  // Set-up knows what stood there; defaults taken for it would put an end to that.
  if (isEmpty) throw new UserError('sheet-empty', SETTINGS_SHEET);
  return {
    spreadsheet,
    experiments: sheet(EXPERIMENTS_SHEET),
    candidates: sheet(CANDIDATES_SHEET),
    settingsSheet,
    source: sheet(LOG_SOURCE_SHEET),
    settings: { ...settings, optionalFields: heldFields(settings, memory) },
    wishedFields: settings.optionalFields,
    wrongSettings: wrong,
    settingsCells: cells,
    today: today(spreadsheet),
  };
}

/** The day in the spreadsheet's time zone, yyyy-mm-dd. */
export function today(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string {
  return Utilities.formatDate(new Date(), spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
}
