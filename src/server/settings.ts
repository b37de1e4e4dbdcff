// The settings as calls and edits know them: kept where reading them costs no read of a sheet.

import type { OptionalKey } from '../domain/experiment/scoring.ts';
import type { Settings } from '../domain/register/settings.ts';
import { heldIn } from '../sheet/columns.ts';
import { registerSheet } from '../sheet/own-sheets.ts';
import { hasSettings, markSettings, readSettings, type WrongSetting } from '../sheet/settings.ts';
import { SETTINGS_SHEET } from '../sheet/sheet-names.ts';
import type { Memory } from '../store/entry.ts';
import * as keys from '../store/keys.ts';

/** The kept settings, else those of the sheet; undefined before set-up. */
export function knownSettings(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  memory: Memory,
): Settings | undefined {
  const sheet = () => registerSheet(spreadsheet, SETTINGS_SHEET, memory);
  const settings = keys.settings.read(memory) ?? settingsOn(sheet());
  return settings && { ...settings, optionalFields: heldFields(settings, memory) };
}

function settingsOn(sheet: GoogleAppsScript.Spreadsheet.Sheet | null): Settings | undefined {
  return sheet === null || !hasSettings(sheet) ? undefined : readSettings(sheet).settings;
}

/**
 * The optional fields that the register has: those whose columns it has taken up, whatever the settings wish since. Where it is not known
 * which columns there were, as in a copy of the spreadsheet, those that the settings name.
 */
export function heldFields({ optionalFields }: Settings, memory: Memory): OptionalKey[] {
  const kept = keys.columns.read(memory);
  if (kept === undefined) return optionalFields;
  return heldIn(new Set(kept.map(([column]) => column)));
}

/** Marks the settings that cannot be used, and takes old marks away. */
export function markWrong(sheet: GoogleAppsScript.Spreadsheet.Sheet, wrong: readonly WrongSetting[]): void {
  if (wrong.length === 0 && keys.settingsMarked.read() === undefined) return;
  keys.settingsMarked.write(true);
  markSettings(sheet, wrong);
  if (wrong.length === 0) keys.settingsMarked.forget();
}
