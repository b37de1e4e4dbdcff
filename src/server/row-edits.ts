// A person edited cells: the rows touched are read once, and get what the register keeps about them.
import { dueDate } from '../domain/due.ts';
import { isStatus, stampsFor } from '../domain/lifecycle.ts';
import type { Settings } from '../domain/settings.ts';
import { EXPERIMENTS_SHEET, type RegisterRow, type RowTexts, readIds, readRows, writeRows } from '../sheet/register.ts';
import { readSettings, SETTINGS_SHEET } from '../sheet/settings.ts';
import { today } from './home.ts';
import { takeIds } from './ids.ts';
import { alone } from './lock.ts';

/** Called for every edit in the spreadsheet; leaves at once unless it touched rows of the register. */
export function keepRows({ range, source }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheet = range.getSheet();
  if (sheet.getName() !== EXPERIMENTS_SHEET) return;
  const first = Math.max(range.getRow(), 2);
  const count = range.getLastRow() - first + 1;
  const settingsSheet = source.getSheetByName(SETTINGS_SHEET);
  if (count < 1 || settingsSheet === null) return;
  const { places, rows } = readRows(sheet, first, count);
  const settings = readSettings(settingsSheet);
  const day = today(source);
  const statusColumn = (places.get('status') ?? 0) + 1;
  const isStatusTouched = range.getColumn() <= statusColumn && statusColumn <= range.getLastColumn();
  const unnamed = rows.filter(({ experiment }) => experiment.id === '' && experiment.title !== '');
  const write = (ids: readonly string[]) => {
    unnamed.forEach(({ experiment }, index) => {
      experiment.id = ids[index] ?? '';
    });
    writeRows(
      sheet,
      places,
      rows.map((row) => keptTexts(row, { isNew: unnamed.includes(row), isStatusTouched, settings, day })),
    );
  };
  if (unnamed.length === 0) write([]);
  // Two people may add rows at once: IDs are taken and written before anybody else can ask for some.
  else alone(() => write(takeIds(readIds(sheet, places), settings.prefix, unnamed.length)));
}

interface Edit {
  /** The row has just got its ID. */
  isNew: boolean;
  isStatusTouched: boolean;
  settings: Settings;
  day: string;
}

/** What the register writes into a row, where it differs from what stands there. */
function keptTexts({ row, experiment, closed, due }: RegisterRow, edit: Edit): RowTexts {
  const texts: RowTexts['texts'] = {};
  const filled = { ...experiment };
  if (edit.isNew) {
    texts.id = experiment.id;
    if (experiment.date === '') texts.date = filled.date = edit.day;
    if (experiment.status === '') texts.status = filled.status = 'Proposed';
  }
  const held = { started: experiment.started, closed };
  const { status } = filled;
  const stamps = (edit.isNew || edit.isStatusTouched) && isStatus(status) ? stampsFor(status, held, edit.day) : held;
  const newDue = dueDate({ ...filled, started: stamps.started }, edit.settings.sprintDays);
  const isKept = stamps.started === held.started && stamps.closed === held.closed && newDue === due;
  return { row, texts: isKept ? texts : { ...texts, ...stamps, due: newDue } };
}
