// Set up or repair: makes the sheets, headers and looks what they should be, any number of times, without touching data.
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { CANDIDATE_HEADER, CANDIDATES_SHEET } from '../sheet/candidates.ts';
import { COLUMNS, type ColumnPlaces, findColumns } from '../sheet/columns.ts';
import { LOG_SOURCE_SHEET } from '../sheet/log-source.ts';
import { dressCandidates, dressExperiments, dressSettings } from '../sheet/look.ts';
import { doubledColumn, EXPERIMENTS_SHEET } from '../sheet/register.ts';
import { readSettings, SETTINGS_SHEET, writeSettings } from '../sheet/settings.ts';
import { checkRegister } from './check.ts';
import { type Home, openHome } from './home.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Makes the register's sheets in this spreadsheet, or brings them back to order. */
export function setUpRegister(spreadsheet: Spreadsheet): Home {
  const before = spreadsheet.getActiveSheet();
  const experiments = ensureSheet(spreadsheet, EXPERIMENTS_SHEET, 0);
  const candidates = ensureSheet(spreadsheet, CANDIDATES_SHEET, 1);
  const settingsSheet = ensureSheet(spreadsheet, SETTINGS_SHEET, 2);
  const source = ensureSheet(spreadsheet, LOG_SOURCE_SHEET, 3);
  if (settingsSheet.getLastRow() === 0) writeSettings(settingsSheet, DEFAULT_SETTINGS);
  dressSettings(settingsSheet);
  const { settings } = readSettings(settingsSheet);

  dressExperiments(experiments, ensureColumns(experiments), settings);

  candidates.getRange(1, 1, 1, CANDIDATE_HEADER.length).setValues([[...CANDIDATE_HEADER]]);
  dressCandidates(candidates, settings);

  if (!source.isSheetHidden()) source.hideSheet();
  protectSource(source);
  spreadsheet.setActiveSheet(before.getName() === LOG_SOURCE_SHEET ? experiments : before);
  const home = openHome(spreadsheet);
  checkRegister(home);
  return home;
}

/** The sheet of that name; a new one is put at this index, from 0, and shown first. */
function ensureSheet(spreadsheet: Spreadsheet, name: string, index: number): Sheet {
  return (
    spreadsheet.getSheetByName(name) ?? spreadsheet.insertSheet(name, Math.min(index, spreadsheet.getSheets().length))
  );
}

/**
 * Restores headers that are missing, each in a new column behind its neighbour in the template,
 * so that people's own columns move but are never overwritten. A doubled header stops with one sentence.
 */
function ensureColumns(sheet: Sheet): ColumnPlaces {
  if (sheet.getLastRow() === 0) {
    const missing = COLUMNS.length - sheet.getMaxColumns();
    if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
    sheet.getRange(1, 1, 1, COLUMNS.length).setValues([COLUMNS.map((column) => column.label)]);
  }
  const header = () => sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0]?.map(String) ?? [];
  let found = findColumns(header());
  const twice = found.doubled[0];
  if (twice !== undefined) throw doubledColumn(sheet, twice);
  for (const column of found.missing) {
    const before = COLUMNS[COLUMNS.indexOf(column) - 1];
    const place = before === undefined ? 0 : (findColumns(header()).places.get(before.key) ?? 0) + 1;
    if (place >= sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
    else sheet.insertColumnsBefore(place + 1, 1);
    sheet.getRange(1, place + 1).setValue(column.label);
  }
  if (found.missing.length > 0) found = findColumns(header());
  return found.places;
}

const SOURCE_NOTE = 'Kaizen Log keeps the last agreed text of the log here.';

function protectSource(source: Sheet): void {
  const isProtected = source
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .some((protection) => protection.getDescription() === SOURCE_NOTE);
  if (!isProtected) source.protect().setDescription(SOURCE_NOTE).setWarningOnly(true);
}
