// Set up or repair: makes the sheets, headers and looks what they should be, any number of times, without touching data.

import { toastWords } from '../../domain/messages.ts';
import { DEFAULT_NAMES, type RegisterNames, settingsOf } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { tryTextForms } from '../../sheet/cell.ts';
import { headerOf } from '../../sheet/columns.ts';
import { formatCandidates, formatSettings, layOut } from '../../sheet/looks/formatting.ts';
import { ensureSheet, foreignSheets, type OtherNames, registerSheet, sheetCalled } from '../../sheet/own-sheets.ts';
import { completeSettings, hasSettings, readSettings, writeSettings } from '../../sheet/settings.ts';
import {
  CANDIDATES_SHEET,
  EXPERIMENTS_SHEET,
  LOG_SOURCE_SHEET,
  REGISTER_SHEETS,
  SETTINGS_SHEET,
} from '../../sheet/sheet-names.ts';
import { documentMemory, type Memory } from '../../store/entry.ts';
import * as keys from '../../store/keys.ts';
import { openRegister, type RegisterContext } from '../context.ts';
import { refusalIn } from '../refused.ts';
import { formatRegister } from '../rows/suspended-validation.ts';
import { heldFields } from '../settings.ts';
import { checkRegister } from './check.ts';
import { bringHeaderBack, ensureCandidates, ensureColumns, keepPlaces } from './columns.ts';
import { lostCandidates } from './lost-candidates.ts';
import { askedFields, lostColumns } from './lost-columns.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** In characters; Google takes no more. */
const LONGEST_SHEET_NAME = 100;

/** True where no register was ever set up: only then is anything to be asked. */
export function isNew(spreadsheet: Spreadsheet, memory = documentMemory()): boolean {
  const sheet = registerSheet(spreadsheet, SETTINGS_SHEET, memory);
  return keys.settings.read(memory) === undefined && (sheet === null || !hasSettings(sheet));
}

/**
 * Makes the register's sheets in this spreadsheet, or brings them back to order. `names` are for a new register. Sheets of somebody's own
 * are left alone: `beside` says what the register's are called instead; without it, this throws a UserError that names one.
 */
export function setUpRegister(
  spreadsheet: Spreadsheet,
  names: RegisterNames = DEFAULT_NAMES,
  beside?: OtherNames,
): RegisterContext {
  const memory = documentMemory();
  checkLayout(memory);
  const others = beside ?? foreignSheets(spreadsheet);
  const [foreign] = Object.entries(others);
  if (beside === undefined && foreign !== undefined) throw new UserError('sheet-foreign', ...foreign);
  const before = spreadsheet.getActiveSheet();
  const experiments = ensureSheet(spreadsheet, EXPERIMENTS_SHEET, 0, others[EXPERIMENTS_SHEET]);
  const candidates = ensureSheet(spreadsheet, CANDIDATES_SHEET, 1, others[CANDIDATES_SHEET]);
  const settingsSheet = ensureSheet(spreadsheet, SETTINGS_SHEET, 2, others[SETTINGS_SHEET]);
  const source = ensureSheet(spreadsheet, LOG_SOURCE_SHEET, 3, others[LOG_SOURCE_SHEET]);
  tryTextForms(source);
  // Its format comes first: it has a say in how a text is read.
  formatSettings(settingsSheet);
  // A deleted Settings sheet comes back as it was last known.
  if (settingsSheet.getLastRow() === 0) writeSettings(settingsSheet, keys.settings.read() ?? settingsOf(names));
  const read = readSettings(settingsSheet);
  completeSettings(settingsSheet, read);
  const settings = { ...read.settings, optionalFields: heldFields(read.settings, memory) };

  const listed = headerOf(candidates);
  const [unlisted] = lostCandidates({ candidates, source }, listed);
  if (unlisted !== undefined) throw new UserError('column-lost', unlisted.label);
  const isBlank = experiments.getLastRow() === 0;
  const header = bringHeaderBack(experiments);
  const refuseLost = () => {
    const [lost] = lostColumns(experiments, source, settings);
    if (lost !== undefined) throw new UserError('column-lost', lost.label);
  };
  const places = ensureColumns(experiments, settings.optionalFields, refuseLost, header);
  keepPlaces(places);
  formatRegister({ experiments, settings }, places);
  if (isBlank) layOut(experiments, places);

  formatCandidates(candidates, settings, ensureCandidates(candidates, listed));

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
 * a column, or of one of their own that is called as an optional field.
 */
export function setUpAndSay(spreadsheet: Spreadsheet): boolean {
  const others = foreignSheets(spreadsheet);
  try {
    const context = setUpRegister(spreadsheet, DEFAULT_NAMES, others);
    spreadsheet.setActiveSheet(context.experiments);
    if (askedFields(context).length > 0) return false;
  } catch (error) {
    if (error instanceof UserError && error.code === 'column-lost') return false;
    throw refusalIn(error);
  }
  const said = Object.entries(others).map(([name, other]) => toastWords.leftAlone(name, other));
  spreadsheet.toast([...said, toastWords.isSetUp].join(' '), 'Kaizen Log');
  return true;
}

/**
 * Sets a new register up under these names; `wished` are those of sheets that cannot have their usual name, where a person has one. Throws a
 * UserError if there is a register under other names, which stay as they are, or where a wished name is none or is taken.
 */
export function setUpUnder(spreadsheet: Spreadsheet, names: RegisterNames, wished: OtherNames): RegisterContext {
  const others = foreignSheets(spreadsheet);
  const taken = new Set(REGISTER_SHEETS.map((name) => name.toLowerCase()));
  for (const name of REGISTER_SHEETS) {
    const other = others[name] && (wished[name]?.trim() ?? others[name]);
    if (other === undefined) continue;
    const isTaken = taken.has(other.toLowerCase()) || sheetCalled(spreadsheet, other) !== undefined;
    if (isTaken || other === '' || other.length > LONGEST_SHEET_NAME) throw new UserError('sheet-name-refused', name);
    taken.add(other.toLowerCase());
    others[name] = other;
  }
  const context = setUpRegister(spreadsheet, names, others);
  const { title, prefix, entities } = context.settings;
  const wanted = settingsOf(names);
  if (JSON.stringify([title, prefix, entities]) !== JSON.stringify([wanted.title, wanted.prefix, wanted.entities])) {
    throw new UserError('register-named', title, prefix);
  }
  spreadsheet.setActiveSheet(context.experiments);
  return context;
}

/** How the sheets are laid out; a release that lays them out differently counts on and moves what is there. */
const LAYOUT = 1;

/** Refuses a register that a later release has laid out, since this one could only spoil it. */
function checkLayout(memory: Memory): void {
  if ((keys.layout.read(memory) ?? LAYOUT) > LAYOUT) {
    throw new UserError('register-newer');
  }
  keys.layout.write(LAYOUT);
}

const SOURCE_NOTE = 'Kaizen Log keeps the last agreed text of the log here.';

function protectSource(source: Sheet): void {
  // A sheet has one protection at most.
  if (source.getProtections(SpreadsheetApp.ProtectionType.SHEET).length === 0)
    source.protect().setDescription(SOURCE_NOTE).setWarningOnly(true);
}
