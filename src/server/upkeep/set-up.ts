// Set up or repair: makes the sheets, headers and looks what they should be, any number of times, without touching data.

import { statusOfTiming } from '../../domain/duration/timing.ts';
import { readId } from '../../domain/experiment/id.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { DEFAULT_NAMES, type RegisterNames, settingsOf } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { CANDIDATE_HEADER, CANDIDATES_SHEET } from '../../sheet/candidates.ts';
import { textValue } from '../../sheet/cell.ts';
import { COLUMNS, type Column, type ColumnKey, type ColumnPlaces, findColumns } from '../../sheet/columns.ts';
import { formatCandidates, formatExperiments, formatSettings } from '../../sheet/formatting.ts';
import { LOG_SOURCE_SHEET } from '../../sheet/log-source.ts';
import { doubledColumn, EXPERIMENTS_SHEET } from '../../sheet/register.ts';
import { hasSettings, readSettings, SETTINGS_SHEET, writeSettings } from '../../sheet/settings.ts';
import * as keys from '../../store/keys.ts';
import { openRegister, type RegisterContext } from '../context.ts';
import { checkRegister, keepPlaces } from './check.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** True where no register was ever set up: only then is anything to be asked. */
export function isNew(spreadsheet: Spreadsheet): boolean {
  const sheet = spreadsheet.getSheetByName(SETTINGS_SHEET);
  return keys.settings.read() === undefined && (sheet === null || !hasSettings(sheet));
}

/** Makes the register's sheets in this spreadsheet, or brings them back to order. `names` are for a new register. */
export function setUpRegister(spreadsheet: Spreadsheet, names: RegisterNames = DEFAULT_NAMES): RegisterContext {
  checkLayout();
  refuseForeignSettings(spreadsheet);
  const before = spreadsheet.getActiveSheet();
  const experiments = ensureSheet(spreadsheet, EXPERIMENTS_SHEET, 0);
  const candidates = ensureSheet(spreadsheet, CANDIDATES_SHEET, 1);
  const settingsSheet = ensureSheet(spreadsheet, SETTINGS_SHEET, 2);
  const source = ensureSheet(spreadsheet, LOG_SOURCE_SHEET, 3);
  // A deleted Settings sheet comes back as it was last known.
  if (settingsSheet.getLastRow() === 0) writeSettings(settingsSheet, keys.settings.read() ?? settingsOf(names));
  formatSettings(settingsSheet);
  const { settings } = readSettings(settingsSheet);

  bringHeaderBack(experiments);
  const places = ensureColumns(experiments);
  keepPlaces(places);
  formatExperiments(experiments, places, settings);

  writeHeader(candidates, 1, CANDIDATE_HEADER);
  formatCandidates(candidates, settings);

  if (!source.isSheetHidden()) source.hideSheet();
  protectSource(source);
  spreadsheet.setActiveSheet(before.getName() === LOG_SOURCE_SHEET ? experiments : before);
  const context = openRegister(spreadsheet);
  keys.settings.write(context.settings);
  checkRegister(context);
  return context;
}

/** Sets a new register up under these names. Throws a UserError if there is one under other names: those stay as they are. */
export function setUpUnder(spreadsheet: Spreadsheet, names: RegisterNames): RegisterContext {
  const context = setUpRegister(spreadsheet, names);
  const { title, prefix, entities } = context.settings;
  const wanted = settingsOf(names);
  if (JSON.stringify([title, prefix, entities]) !== JSON.stringify([wanted.title, wanted.prefix, wanted.entities])) {
    throw new UserError('register-named', title, prefix);
  }
  spreadsheet.setActiveSheet(context.experiments);
  return context;
}

/** A sheet that is only called Settings is somebody's own, and nothing is written into it. */
function refuseForeignSettings(spreadsheet: Spreadsheet): void {
  const sheet = spreadsheet.getSheetByName(SETTINGS_SHEET);
  if (sheet === null || sheet.getLastRow() === 0 || !isNew(spreadsheet)) return;
  throw new UserError('sheet-foreign', SETTINGS_SHEET);
}

/** The sheet of that name, or the one that had it and was renamed; else a new one at this index, from 0. */
function ensureSheet(spreadsheet: Spreadsheet, name: string, index: number): Sheet {
  const found = spreadsheet.getSheetByName(name) ?? renamedSheet(spreadsheet, name);
  const sheet = found ?? spreadsheet.insertSheet(name, Math.min(index, spreadsheet.getSheets().length));
  if (sheet.getName() !== name) sheet.setName(name);
  keys.sheetId(name).write(String(sheet.getSheetId()));
  return sheet;
}

function renamedSheet(spreadsheet: Spreadsheet, name: string): Sheet | undefined {
  const id = keys.sheetId(name).read();
  return spreadsheet.getSheets().find((sheet) => String(sheet.getSheetId()) === id);
}

/** How the sheets are laid out; a release that lays them out differently counts on and moves what is there. */
const LAYOUT = 1;

/** Refuses a register that a later release has laid out, since this one could only spoil it. */
function checkLayout(): void {
  if ((keys.layout.read() ?? LAYOUT) > LAYOUT) {
    throw new UserError('register-newer');
  }
  keys.layout.write(LAYOUT);
}

/**
 * Where the first row is not the header row any more: that was sorted or pushed down, and goes up again; or it was deleted or cleared,
 * and is written anew as it is remembered, if the IDs stand where it says.
 */
function bringHeaderBack(sheet: Sheet): void {
  if (sheet.getLastRow() === 0) return;
  const first = sheet.getRange(1, 1, 1, sheet.getMaxColumns());
  const held = countHeaders(first.getValues()[0]);
  if (held > COLUMNS.length / 2) return;
  const rows = sheet.getDataRange().getValues();
  const at = rows.findIndex((row) => countHeaders(row) > COLUMNS.length / 2);
  const header = at > 0 ? rows[at]?.map(String) : held === 0 ? keptHeader(rows) : undefined;
  if (header === undefined) return;
  const isFirstBlank = rows[0]?.every((value) => value === '') ?? true;
  if (!isFirstBlank) sheet.insertRowBefore(1);
  writeHeader(sheet, 1, header);
  if (at > 0) sheet.deleteRow(at + (isFirstBlank ? 1 : 2));
}

/** Writes headers, from a column on, past rules that came to the first row with a sort or an insertion. */
function writeHeader(sheet: Sheet, column: number, header: readonly string[]): void {
  sheet
    .getRange(1, column, 1, header.length)
    .clearDataValidations()
    .setValues([header.map(textValue)]);
}

function countHeaders(row: readonly unknown[] | undefined): number {
  return findColumns((row ?? []).map(String)).places.size;
}

/** The header row as it was last seen in order; undefined where the cells below do not agree with it: columns may have moved since. */
function keptHeader(rows: readonly unknown[][]): string[] | undefined {
  const places = new Map(keys.columns.read());
  const agree = (key: ColumnKey, isOne: (text: string) => boolean) => {
    const texts = rows.map((row) => String(row[places.get(key) ?? -1] ?? '')).filter((text) => text !== '');
    return texts.length > 0 && texts.every(isOne);
  };
  const isKept =
    agree('id', (text) => readId(text) !== undefined) &&
    agree('status', isStatus) &&
    agree('timing', (text) => statusOfTiming(text) !== undefined);
  if (!isKept) return undefined;
  const header = Array<string>(Math.max(...places.values()) + 1).fill('');
  for (const { key, label } of COLUMNS) {
    const place = places.get(key);
    if (place !== undefined) header[place] = label;
  }
  return header;
}

/**
 * Restores headers that are missing, each in a new column behind its neighbour in the template,
 * so that people's own columns move but are never overwritten. Of a doubled header the empty column is set aside; two filled ones stop with one sentence.
 */
function ensureColumns(sheet: Sheet): ColumnPlaces {
  if (sheet.getLastRow() === 0) {
    const missing = COLUMNS.length - sheet.getMaxColumns();
    if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
    writeHeader(
      sheet,
      1,
      COLUMNS.map((column) => column.label),
    );
  }
  const header = () => sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0]?.map(String) ?? [];
  let found = findColumns(header());
  if (found.doubled.length > 0) {
    setAsideEmptyTwins(sheet, found.doubled);
    found = findColumns(header());
  }
  const twice = found.doubled[0];
  if (twice !== undefined) throw doubledColumn(sheet, twice);
  for (const column of found.missing) {
    const before = COLUMNS[COLUMNS.indexOf(column) - 1];
    const place = before === undefined ? 0 : (findColumns(header()).places.get(before.key) ?? 0) + 1;
    if (isBlankColumn(sheet, place)) {
      // Inserted by a repair that ended before it could write the header.
    } else if (place >= sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
    else sheet.insertColumnsBefore(place + 1, 1);
    writeHeader(sheet, place + 1, [column.label]);
  }
  if (found.missing.length > 0) found = findColumns(header());
  return found.places;
}

/** Whether there is such a column, from 0, and nothing stands in it. */
function isBlankColumn(sheet: Sheet, place: number): boolean {
  if (place >= sheet.getMaxColumns()) return false;
  return sheet.getRange(1, place + 1, sheet.getMaxRows(), 1).isBlank();
}

/** Of columns with the same header, those with nothing below it are renamed; which of two filled ones counts is for a person to say. */
function setAsideEmptyTwins(sheet: Sheet, doubled: readonly Column[]): void {
  const [header = [], ...rows] = sheet.getDataRange().getValues();
  for (const { label } of doubled) {
    const places = header.flatMap((name, place) =>
      String(name).trim().toLowerCase() === label.toLowerCase() ? [place] : [],
    );
    const isEmpty = (place: number) => rows.every((row) => row[place] === '');
    const kept = places.find((place) => !isEmpty(place)) ?? places[0];
    for (const place of places) {
      if (place !== kept && isEmpty(place)) sheet.getRange(1, place + 1).setValue(`${label} (2)`);
    }
  }
}

const SOURCE_NOTE = 'Kaizen Log keeps the last agreed text of the log here.';

function protectSource(source: Sheet): void {
  const isProtected = source
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .some((protection) => protection.getDescription() === SOURCE_NOTE);
  if (!isProtected) source.protect().setDescription(SOURCE_NOTE).setWarningOnly(true);
}
