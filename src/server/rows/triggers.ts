// What happens when a person edits a cell.
import { ENTRY_KINDS, type EntryKind, KINDS } from '../../domain/learnt/kinds.ts';
import { toastWords } from '../../domain/messages.ts';
import { UserError } from '../../domain/user-error.ts';
import { findColumnsIn, headerOf } from '../../sheet/columns.ts';
import { setSettingsChoices } from '../../sheet/looks/validation.ts';
import { isRegisterSheet, registerSheet } from '../../sheet/own-sheets.ts';
import { EXPERIMENTS_SHEET } from '../../sheet/register.ts';
import { hasSettings, readSettings, SETTINGS_SHEET } from '../../sheet/settings.ts';
import { documentMemory, type Memory } from '../../store/entry.ts';
import * as keys from '../../store/keys.ts';
import { today } from '../context.ts';
import { refusalIn } from '../refused.ts';
import { heldFields, knownSettings, markWrong } from '../settings.ts';
import { ASKED_SHEET, tryInEdit } from '../upkeep/edit-trial.ts';
import { keepRows, say } from './edits.ts';

// They sleep until somebody wishes another field, or writes a pattern or a rule: no other edit needs them.
declare function require(path: '../upkeep/optional-fields.ts'): typeof import('../upkeep/optional-fields.ts');
declare function require(path: '../learnt/book.ts'): typeof import('../learnt/book.ts');

/** Leaves at once on sheets that are not the register's. What goes wrong is said, and never takes back what was typed. */
export function edited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  try {
    const sheet = event.range.getSheet();
    const memory = documentMemory();
    if (isRegisterSheet(sheet, EXPERIMENTS_SHEET, memory)) keepRows(event, memory);
    else if (isRegisterSheet(sheet, SETTINGS_SHEET, memory)) takeSettings(sheet, memory);
    else if (!nameInEntries(sheet, memory) && sheet.getName() === ASKED_SHEET) tryInEdit(event);
  } catch (thrown) {
    const error = refusalIn(thrown);
    if (!(error instanceof UserError)) throw error;
    say(event.source, error.message);
  }
}

/** Gives patterns or rules that a person has begun their IDs; false for any other sheet, of which nothing is asked where there are none. */
function nameInEntries(sheet: GoogleAppsScript.Spreadsheet.Sheet, memory: Memory): boolean {
  const isTheirs = (kind: EntryKind) => {
    const name = KINDS[kind].sheet;
    return keys.sheetId(name).read(memory) !== undefined && isRegisterSheet(sheet, name, memory);
  };
  const kind = ENTRY_KINDS.find(isTheirs);
  if (kind === undefined) return false;
  const spreadsheet = sheet.getParent();
  const settings = knownSettings(spreadsheet, memory);
  if (settings === undefined) return false;
  require('../learnt/book.ts').nameTyped({ settings, today: today(spreadsheet) }, sheet, kind);
  return true;
}

/** Marks settings that cannot be used and offers the new layers and entities in the register's dropdowns. */
function takeSettings(sheet: GoogleAppsScript.Spreadsheet.Sheet, memory: Memory): void {
  // Somebody's own, and no register here.
  if (keys.settings.read(memory) === undefined && !hasSettings(sheet)) return;
  const { settings, wrong, isEmpty } = readSettings(sheet);
  if (isEmpty) {
    say(sheet.getParent(), toastWords.settingsCleared());
    return;
  }
  keys.settings.write(settings);
  markWrong(sheet, wrong);
  const spreadsheet = sheet.getParent();
  const experiments = registerSheet(spreadsheet, EXPERIMENTS_SHEET, memory);
  if (experiments === null) return;
  const held = heldFields(settings, memory);
  if (held.join() !== settings.optionalFields.join()) {
    const said = require('../upkeep/optional-fields.ts').followSettings(spreadsheet, memory);
    if (said !== undefined) say(spreadsheet, said);
  }
  setSettingsChoices(experiments, findColumnsIn(experiments, headerOf(experiments), held).places, settings);
}
