// An edit of the sheet Settings, and of those of patterns and rules.
import type { EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { toastWords } from '../../domain/messages.ts';
import { findColumnsIn, headerOf } from '../../sheet/columns.ts';
import { setSettingsChoices } from '../../sheet/looks/validation.ts';
import { registerSheet } from '../../sheet/own-sheets.ts';
import { hasSettings, readSettings } from '../../sheet/settings.ts';
import { EXPERIMENTS_SHEET } from '../../sheet/sheet-names.ts';
import type { Memory } from '../../store/entry.ts';
import * as keys from '../../store/keys.ts';
import { today } from '../context.ts';
import { heldFields, knownSettings, markWrong } from '../settings.ts';
import { say } from './edits.ts';

// They sleep until somebody wishes another field, or writes a pattern or a rule: no other edit needs them.
declare function require(path: '../upkeep/optional-fields.ts'): typeof import('../upkeep/optional-fields.ts');
declare function require(path: '../learnt/book.ts'): typeof import('../learnt/book.ts');

/** Gives patterns or rules that a person has begun their IDs. */
export function nameInEntries(sheet: GoogleAppsScript.Spreadsheet.Sheet, kind: EntryKind, memory: Memory): void {
  const spreadsheet = sheet.getParent();
  const settings = knownSettings(spreadsheet, memory);
  if (settings === undefined) return;
  require('../learnt/book.ts').nameTyped({ settings, today: today(spreadsheet) }, sheet, kind);
}

/** Marks settings that cannot be used and offers the new layers and entities in the register's dropdowns. */
export function takeSettings(sheet: GoogleAppsScript.Spreadsheet.Sheet, memory: Memory): void {
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
