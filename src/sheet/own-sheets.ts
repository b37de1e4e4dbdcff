// Which sheets are the register's: those whose IDs it remembers, whatever they are called; where that is lost, those that say so themselves.
import { ENTRY_KINDS, type EntryKind } from '../domain/learnt/entry-kinds.ts';
import { KINDS, type Kind } from '../domain/learnt/kinds.ts';
import { logSourceHeader } from '../domain/messages.ts';
import { documentMemory } from '../store/entry.ts';
import * as keys from '../store/keys.ts';
import { candidatePlaces } from './candidates.ts';
import { COLUMNS, findColumnsIn, headerOf } from './columns.ts';
import { hasSettings } from './settings.ts';
import {
  CANDIDATES_SHEET,
  EXPERIMENTS_SHEET,
  knownId,
  type LearntSheet,
  MAKING,
  type OwnSheet,
  REGISTER_SHEETS,
  type RegisterSheet,
  SETTINGS_SHEET,
} from './sheet-names.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Those that are made when something is first written down there: of each kind the entries, and the texts agreed on with its files. */
export const LEARNT_SHEETS: readonly LearntSheet[] = ENTRY_KINDS.flatMap((kind) => [
  KINDS[kind].sheet,
  sourceSheet(kind),
]);

/** The name of the hidden sheet beside a kind's. */
export function sourceSheet(kind: EntryKind): `${Kind['sheet']} source` {
  return `${KINDS[kind].sheet} source`;
}

/** What the register's sheets are called that cannot have their usual name. */
export type OtherNames = Partial<Record<RegisterSheet, string>>;

/** The register's sheet of that kind; null where there is none, whatever else is called so. */
export function registerSheet(spreadsheet: Spreadsheet, name: OwnSheet, memory = documentMemory()): Sheet | null {
  const id = keys.sheetId(name).read(memory);
  const known = knownId(id);
  const found = known === undefined ? null : spreadsheet.getSheetById(known);
  if (found !== null) return found;
  const shown = keys.sheetName(name).read(memory);
  for (const each of [shown, `Kaizen ${name}`, name]) {
    const sheet = each === undefined ? null : spreadsheet.getSheetByName(each);
    if (sheet === null) continue;
    const isBegun = id === MAKING && each === (shown ?? name) && sheet.getLastRow() === 0;
    if (isBegun || isTelling(sheet, name)) return sheet;
  }
  return null;
}

/** The sheets of somebody's own that are called as the register's would be, each with a free name that the register's may have instead. */
export function foreignSheets(spreadsheet: Spreadsheet): OtherNames {
  const others: OtherNames = {};
  const memory = documentMemory();
  for (const name of REGISTER_SHEETS) {
    const other = foreignName(spreadsheet, name, memory);
    if (other !== undefined) others[name] = other;
  }
  return others;
}

/** A free name for one of the register's sheets where somebody's own is called as it would be; undefined where none is. */
export function foreignName(spreadsheet: Spreadsheet, name: OwnSheet, memory = documentMemory()): string | undefined {
  if (sheetCalled(spreadsheet, name) === undefined || registerSheet(spreadsheet, name, memory) !== null)
    return undefined;
  let [other, count] = [keys.sheetName(name).read(memory) ?? `Kaizen ${name}`, 1];
  while (sheetCalled(spreadsheet, other) !== undefined) other = [`Kaizen ${name}`, ++count].join(' ');
  return other;
}

/** The sheet that keeps others from having this name: for Google, names that differ in case only are one. */
export function sheetCalled(spreadsheet: Spreadsheet, name: string): Sheet | undefined {
  return spreadsheet.getSheets().find((sheet) => sheet.getName().toLowerCase() === name.toLowerCase());
}

/**
 * The register's sheet of that kind under the name that it is kept under, else a new one at this index, from 0. `other` is its name where
 * somebody has a sheet of the usual one.
 */
export function ensureSheet(spreadsheet: Spreadsheet, name: OwnSheet, index: number, other: string | undefined): Sheet {
  if (other !== undefined) keys.sheetName(name).write(other);
  const memory = documentMemory();
  const found = registerSheet(spreadsheet, name, memory);
  const kept = keys.sheetName(name).read(memory) ?? (found?.getName() === `Kaizen ${name}` ? `Kaizen ${name}` : name);
  const holder = found === null ? undefined : sheetCalled(spreadsheet, kept);
  // Renamed, and somebody has made a sheet of their own under its name: then it keeps the new one.
  const isTaken = holder !== undefined && holder.getSheetId() !== found?.getSheetId();
  const wanted = isTaken ? (found?.getName() ?? kept) : kept;
  if (wanted !== kept) keys.sheetName(name).write(wanted);
  if (found === null) keys.sheetId(name).write(MAKING);
  const sheet = found ?? spreadsheet.insertSheet(wanted, Math.min(index, spreadsheet.getSheets().length));
  if (sheet.getName() !== wanted) sheet.setName(wanted);
  const id = String(sheet.getSheetId());
  if (keys.sheetId(name).read(memory) !== id) keys.sheetId(name).write(id);
  return sheet;
}

/** True for a sheet that says by what stands in it that the register made it. */
function isTelling(sheet: Sheet, name: OwnSheet): boolean {
  const kind = Object.values(KINDS).find((each) => each.sheet === name);
  if (kind !== undefined) return kind.fields.every(({ label }) => headerOf(sheet).includes(label));
  switch (name) {
    case EXPERIMENTS_SHEET: {
      const { places } = findColumnsIn(sheet, headerOf(sheet), []);
      return places.size > COLUMNS.length / 2 && places.has('timing') && places.has('findings');
    }
    case CANDIDATES_SHEET:
      return !candidatePlaces(sheet, headerOf(sheet)).includes(-1);
    case SETTINGS_SHEET:
      return hasSettings(sheet);
    default:
      return headerOf(sheet)[0] === logSourceHeader || (sheet.isSheetHidden() && sheet.getLastRow() === 0);
  }
}

/** The kind's sheet; null where nothing of the kind was ever written down. */
export function entrySheet(spreadsheet: Spreadsheet, kind: EntryKind, memory = documentMemory()): Sheet | null {
  return registerSheet(spreadsheet, KINDS[kind].sheet, memory);
}

/** The hidden sheet of the texts that were agreed on with a kind's files. */
export function entrySource(spreadsheet: Spreadsheet, kind: EntryKind): Sheet | null {
  return registerSheet(spreadsheet, sourceSheet(kind));
}

/** The kinds of which there are sheets. */
export function kindsThere(spreadsheet: Spreadsheet, memory = documentMemory()): EntryKind[] {
  return ENTRY_KINDS.filter((kind) => entrySheet(spreadsheet, kind, memory) !== null);
}
