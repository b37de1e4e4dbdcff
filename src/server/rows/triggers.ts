// What happens when a person edits a cell.
import { ENTRY_KINDS, ENTRY_SHEETS, type EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { EXPERIMENTS_SHEET, isRegisterSheet, SETTINGS_SHEET } from '../../sheet/sheet-names.ts';
import { documentMemory, type Memory } from '../../store/entry.ts';
import * as keys from '../../store/keys.ts';
import { ASKED_SHEET, tryInEdit } from '../upkeep/edit-trial.ts';

// They sleep until an edit of a sheet that is the register's: one of somebody's own needs no more than to be told from these.
declare function require(path: './edits.ts'): typeof import('./edits.ts');
declare function require(path: './other-edits.ts'): typeof import('./other-edits.ts');

/** Leaves at once on sheets that are not the register's. What goes wrong is said, and never takes back what was typed. */
export function edited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  try {
    const sheet = event.range.getSheet();
    const memory = documentMemory();
    if (isRegisterSheet(sheet, EXPERIMENTS_SHEET, memory)) require('./edits.ts').keepRows(event, memory);
    else if (isRegisterSheet(sheet, SETTINGS_SHEET, memory)) require('./other-edits.ts').takeSettings(sheet, memory);
    else {
      const kind = ENTRY_KINDS.find((each) => isEntrySheet(sheet, each, memory));
      if (kind !== undefined) require('./other-edits.ts').nameInEntries(sheet, kind, memory);
      else if (sheet.getName() === ASKED_SHEET) tryInEdit(event);
    }
  } catch (thrown) {
    require('./edits.ts').sayRefusal(event.source, thrown);
  }
}

/** True for the sheet of these entries; where there is none, nothing is asked of any other. */
function isEntrySheet(sheet: GoogleAppsScript.Spreadsheet.Sheet, kind: EntryKind, memory: Memory): boolean {
  const name = ENTRY_SHEETS[kind];
  return keys.sheetId(name).read(memory) !== undefined && isRegisterSheet(sheet, name, memory);
}
