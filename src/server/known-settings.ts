// The settings that every edit needs, kept where reading them costs no read of a sheet.
import type { Settings } from '../domain/settings.ts';
import { markSettings, readSettings, SETTINGS_SHEET, type WrongSetting } from '../sheet/settings.ts';

const KEY = 'settings';

/** A property holds 9 KB; in the script's characters that is at least this many. */
const LONGEST = 2_900;

/** Keeps the settings for the edits to come; very long ones without the texts that only the log needs. */
export function keepSettings(settings: Settings): void {
  const whole = JSON.stringify(settings);
  const layers = settings.layers.map(({ name }) => ({ name, improves: '', example: '' }));
  const kept = whole.length <= LONGEST ? whole : JSON.stringify({ ...settings, relatedFiles: [], layers });
  PropertiesService.getDocumentProperties().setProperty(KEY, kept);
}

/** The settings as they were kept last; undefined before set-up. */
export function keptSettings(): Settings | undefined {
  const kept = PropertiesService.getDocumentProperties().getProperty(KEY);
  return kept === null ? undefined : JSON.parse(kept);
}

/** The kept settings, else those of the sheet; undefined before set-up. */
export function knownSettings(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Settings | undefined {
  const kept = keptSettings();
  if (kept !== undefined) return kept;
  const sheet = spreadsheet.getSheetByName(SETTINGS_SHEET);
  return sheet === null ? undefined : readSettings(sheet).settings;
}

/** Says that some setting carries a mark, so that a sheet without marks need not be written. */
const MARKED = 'settingsMarked';

/** Marks the settings that cannot be used, and takes old marks away. */
export function markWrong(sheet: GoogleAppsScript.Spreadsheet.Sheet, wrong: readonly WrongSetting[]): void {
  const properties = PropertiesService.getDocumentProperties();
  if (wrong.length === 0 && properties.getProperty(MARKED) === null) return;
  properties.setProperty(MARKED, '1');
  markSettings(sheet, wrong);
  if (wrong.length === 0) properties.deleteProperty(MARKED);
}
