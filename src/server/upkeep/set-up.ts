// Set up or repair: makes the sheets, headers and looks what they should be, any number of times, without touching data.

import { toastWords } from '../../domain/messages.ts';
import { DEFAULT_NAMES, type RegisterNames, settingsOf } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { CANDIDATE_HEADER, CANDIDATES_SHEET } from '../../sheet/candidates.ts';
import { LOG_SOURCE_SHEET, tryTextForms } from '../../sheet/cell.ts';
import { formatCandidates, formatSettings, hideAside } from '../../sheet/looks/formatting.ts';
import { isForeign, otherName, REGISTER_SHEETS, type RegisterSheet, registerSheet } from '../../sheet/own-sheets.ts';
import { EXPERIMENTS_SHEET } from '../../sheet/register.ts';
import { hasSettings, readSettings, SETTINGS_SHEET, writeSettings } from '../../sheet/settings.ts';
import * as keys from '../../store/keys.ts';
import { openRegister, type RegisterContext } from '../context.ts';
import { formatRegister } from '../rows/suspended-validation.ts';
import { checkRegister } from './check.ts';
import { bringHeaderBack, ensureColumns, keepPlaces, writeHeader } from './columns.ts';
import { lostColumns } from './lost-columns.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** True where no register was ever set up: only then is anything to be asked. */
export function isNew(spreadsheet: Spreadsheet): boolean {
  const sheet = registerSheet(spreadsheet, SETTINGS_SHEET);
  return keys.settings.read() === undefined && (sheet === null || !hasSettings(sheet));
}

/** The names of sheets that are called as the register's and are somebody's own. */
export function foreignSheets(spreadsheet: Spreadsheet): RegisterSheet[] {
  return REGISTER_SHEETS.filter((name) => {
    const sheet = registerSheet(spreadsheet, name);
    return sheet !== null && !isOwn(sheet, name);
  });
}

/** Set up before, here or in the spreadsheet that this one was copied from; or nothing stands in it. */
function isOwn(sheet: Sheet, name: RegisterSheet): boolean {
  return keys.sheetId(name).read() === String(sheet.getSheetId()) || !isForeign(sheet, name);
}

/**
 * Makes the register's sheets in this spreadsheet, or brings them back to order. `names` are for a new register. Sheets of somebody's own
 * are left alone: `beside` those the register's get other names; without it, this throws a UserError that names one.
 */
export function setUpRegister(
  spreadsheet: Spreadsheet,
  names: RegisterNames = DEFAULT_NAMES,
  beside?: readonly RegisterSheet[],
): RegisterContext {
  checkLayout();
  const foreign = beside ?? foreignSheets(spreadsheet);
  if (beside === undefined && foreign[0] !== undefined) {
    throw new UserError('sheet-foreign', foreign[0], otherName(foreign[0]));
  }
  const before = spreadsheet.getActiveSheet();
  const experiments = ensureSheet(spreadsheet, EXPERIMENTS_SHEET, 0, foreign);
  const candidates = ensureSheet(spreadsheet, CANDIDATES_SHEET, 1, foreign);
  const settingsSheet = ensureSheet(spreadsheet, SETTINGS_SHEET, 2, foreign);
  const source = ensureSheet(spreadsheet, LOG_SOURCE_SHEET, 3, foreign);
  tryTextForms(source);
  // A deleted Settings sheet comes back as it was last known.
  if (settingsSheet.getLastRow() === 0) writeSettings(settingsSheet, keys.settings.read() ?? settingsOf(names));
  formatSettings(settingsSheet);
  const { settings } = readSettings(settingsSheet);

  const isBlank = experiments.getLastRow() === 0;
  bringHeaderBack(experiments);
  const places = ensureColumns(experiments, () => {
    const [lost] = lostColumns(experiments, source, settings);
    if (lost !== undefined) throw new UserError('column-lost', lost.label);
  });
  keepPlaces(places);
  formatRegister({ experiments, settings }, places);
  if (isBlank) hideAside(experiments, places);

  writeHeader(candidates, 1, CANDIDATE_HEADER);
  formatCandidates(candidates, settings);

  if (!source.isSheetHidden()) source.hideSheet();
  protectSource(source);
  spreadsheet.setActiveSheet(before.getSheetId() === source.getSheetId() ? experiments : before);
  const context = openRegister(spreadsheet);
  keys.settings.write(context.settings);
  checkRegister(context);
  return context;
}

/**
 * As `setUpRegister`; shows the register, and says what comes next. False, with nothing said, where a person has to say first what became of
 * a column.
 */
export function setUpAndSay(spreadsheet: Spreadsheet): boolean {
  const foreign = foreignSheets(spreadsheet);
  try {
    const { experiments } = setUpRegister(spreadsheet, DEFAULT_NAMES, foreign);
    spreadsheet.setActiveSheet(experiments);
  } catch (error) {
    if (error instanceof UserError && error.code === 'column-lost') return false;
    throw error;
  }
  const said = foreign.map((name) => toastWords.leftAlone(name, otherName(name)));
  spreadsheet.toast([...said, toastWords.isSetUp].join(' '), 'Kaizen Log');
  return true;
}

/** Sets a new register up under these names. Throws a UserError if there is one under other names: those stay as they are. */
export function setUpUnder(spreadsheet: Spreadsheet, names: RegisterNames): RegisterContext {
  const context = setUpRegister(spreadsheet, names, foreignSheets(spreadsheet));
  const { title, prefix, entities } = context.settings;
  const wanted = settingsOf(names);
  if (JSON.stringify([title, prefix, entities]) !== JSON.stringify([wanted.title, wanted.prefix, wanted.entities])) {
    throw new UserError('register-named', title, prefix);
  }
  spreadsheet.setActiveSheet(context.experiments);
  return context;
}

/**
 * The register's sheet of that name, or the one that had it and was renamed; else a new one at this index, from 0. Where somebody has a
 * sheet of that name, which makes it `foreign`, the register's gets the other.
 */
function ensureSheet(
  spreadsheet: Spreadsheet,
  name: RegisterSheet,
  index: number,
  foreign: readonly RegisterSheet[],
): Sheet {
  const named = registerSheet(spreadsheet, name);
  const isTaken = foreign.includes(name);
  const wanted = isTaken || named?.getName() === otherName(name) ? otherName(name) : name;
  const found = (isTaken ? undefined : named) ?? renamedSheet(spreadsheet, name);
  const sheet = found ?? spreadsheet.insertSheet(wanted, Math.min(index, spreadsheet.getSheets().length));
  if (sheet.getName() !== wanted) sheet.setName(wanted);
  keys.sheetId(name).write(String(sheet.getSheetId()));
  return sheet;
}

function renamedSheet(spreadsheet: Spreadsheet, name: RegisterSheet): Sheet | undefined {
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
