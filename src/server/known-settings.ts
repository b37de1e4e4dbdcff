// The settings that every edit needs, kept where reading them costs no read of a sheet.
import { fingerprint } from '../domain/fingerprint.ts';
import type { Settings } from '../domain/register/settings.ts';
import { markSettings, readSettings, SETTINGS_SHEET, type WrongSetting } from '../sheet/settings.ts';

const KEY = 'settings';

/** A property holds 9 KB; in the script's characters that is at least this many. */
const PIECE = 2_900;

const pieceKey = (piece: number) => `${KEY}:${piece}`;

/** Says how many pieces longer settings are kept in; the seal tells whether all of them are of one text. */
interface Pieces {
  pieces: number;
  seal: string;
}

/** Keeps the settings for the edits to come, and for the day the sheet is gone. */
export function keepSettings(settings: Settings): void {
  const properties = PropertiesService.getDocumentProperties();
  const text = JSON.stringify(settings);
  if (text.length <= PIECE) {
    properties.setProperty(KEY, text);
    return;
  }
  const pieces = Math.ceil(text.length / PIECE);
  const head: Pieces = { pieces, seal: fingerprint(text) };
  if (properties.getProperty(KEY) === JSON.stringify(head)) return;
  const kept = Array.from({ length: pieces }, (_, piece) => [
    pieceKey(piece),
    text.slice(piece * PIECE, (piece + 1) * PIECE),
  ]);
  properties.setProperties({ ...Object.fromEntries(kept), [KEY]: JSON.stringify(head) });
}

/** The settings as they were kept last; undefined before set-up, and where what was kept is of two minds. */
export function keptSettings(): Settings | undefined {
  const properties = PropertiesService.getDocumentProperties();
  const kept = properties.getProperty(KEY);
  if (kept === null) return undefined;
  const read: Settings | Pieces = JSON.parse(kept);
  if (!('pieces' in read)) return read;
  const pieces = Array.from({ length: read.pieces }, (_, piece) => properties.getProperty(pieceKey(piece)) ?? '');
  const text = pieces.join('');
  return fingerprint(text) === read.seal ? JSON.parse(text) : undefined;
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
