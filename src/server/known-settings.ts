// The settings that every edit needs, kept where reading them costs no read of a sheet.
import type { Settings } from '../domain/settings.ts';
import { readSettings, SETTINGS_SHEET } from '../sheet/settings.ts';

const KEY = 'settings';

/** Keeps the settings for the edits to come. A property holds 9 KB; what edits do not need is left out. */
export function keepSettings(settings: Settings): void {
  const lean = {
    ...settings,
    relatedFiles: [],
    layers: settings.layers.map(({ name }) => ({ name, improves: '', example: '' })),
  };
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(lean));
}

/** The settings as they were kept last, without what only the log needs; undefined before set-up. */
export function knownSettings(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Settings | undefined {
  const kept = PropertiesService.getDocumentProperties().getProperty(KEY);
  if (kept !== null) return JSON.parse(kept);
  const sheet = spreadsheet.getSheetByName(SETTINGS_SHEET);
  return sheet === null ? undefined : readSettings(sheet).settings;
}
