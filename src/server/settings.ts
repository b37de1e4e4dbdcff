// The settings as calls and edits know them: kept where reading them costs no read of a sheet.
import type { Settings } from '../domain/register/settings.ts';
import { registerSheet } from '../sheet/own-sheets.ts';
import { hasSettings, markSettings, readSettings, SETTINGS_SHEET, type WrongSetting } from '../sheet/settings.ts';
import type { Memory } from '../store/entry.ts';
import * as keys from '../store/keys.ts';

/** The kept settings, else those of the sheet; undefined before set-up. */
export function knownSettings(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  memory: Memory,
): Settings | undefined {
  const kept = keys.settings.read(memory);
  if (kept !== undefined) return kept;
  const sheet = registerSheet(spreadsheet, SETTINGS_SHEET, memory);
  return sheet === null || !hasSettings(sheet) ? undefined : readSettings(sheet).settings;
}

/** Marks the settings that cannot be used, and takes old marks away. */
export function markWrong(sheet: GoogleAppsScript.Spreadsheet.Sheet, wrong: readonly WrongSetting[]): void {
  if (wrong.length === 0 && keys.settingsMarked.read() === undefined) return;
  keys.settingsMarked.write(true);
  markSettings(sheet, wrong);
  if (wrong.length === 0) keys.settingsMarked.forget();
}
