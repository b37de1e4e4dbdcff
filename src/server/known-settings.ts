// The settings that every edit needs, kept where reading them costs no read of a sheet.
import type { Settings } from '../domain/settings.ts';
import { readSettings, SETTINGS_SHEET } from '../sheet/settings.ts';

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
