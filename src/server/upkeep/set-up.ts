// Set up or repair: makes the sheets, headers and looks what they should be, any number of times, without touching data.

import { toastWords } from '../../domain/messages.ts';
import { DEFAULT_NAMES, type RegisterNames, settingsOf } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { CANDIDATE_HEADER, CANDIDATES_SHEET } from '../../sheet/candidates.ts';
import { formatCandidates, formatExperiments, formatSettings } from '../../sheet/formatting.ts';
import { LOG_SOURCE_SHEET } from '../../sheet/log-source.ts';
import { EXPERIMENTS_SHEET } from '../../sheet/register.ts';
import { hasSettings, readSettings, SETTINGS_SHEET, writeSettings } from '../../sheet/settings.ts';
import * as keys from '../../store/keys.ts';
import { openRegister, type RegisterContext } from '../context.ts';
import { checkRegister } from './check.ts';
import { bringHeaderBack, ensureColumns, keepPlaces, writeHeader } from './columns.ts';

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

/** As `setUpRegister`; shows the register, and says what comes next. */
export function setUpAndSay(spreadsheet: Spreadsheet): void {
  spreadsheet.setActiveSheet(setUpRegister(spreadsheet).experiments);
  spreadsheet.toast(toastWords.isSetUp, 'Kaizen Log');
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

const SOURCE_NOTE = 'Kaizen Log keeps the last agreed text of the log here.';

function protectSource(source: Sheet): void {
  const isProtected = source
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .some((protection) => protection.getDescription() === SOURCE_NOTE);
  if (!isProtected) source.protect().setDescription(SOURCE_NOTE).setWarningOnly(true);
}
