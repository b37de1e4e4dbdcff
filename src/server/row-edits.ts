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
  const unnamed = rows.filter(({ experiment }) => experiment.id === '' && experiment.title !== '');
  const write = (ids: readonly string[]) => {
    unnamed.forEach(({ experiment }, index) => {
      experiment.id = ids[index] ?? '';
    });
    writeRows(
      sheet,
      places,
      rows.map((row) => keptTexts(row, unnamed.includes(row), settings, day)),
    );
  };
  if (unnamed.length === 0) write([]);
  // Two people may add rows at once: IDs are taken and written before anybody else can ask for some.
  else alone(() => write(takeIds(readIds(sheet, places), settings.prefix, unnamed.length)));
}

/** What the register writes into a row, where it differs from what stands there. */
function keptTexts(
  { row, experiment, closed, due }: RegisterRow,
  isNew: boolean,
  settings: Settings,
  day: string,
): RowTexts {
  const status = isNew && experiment.status === '' ? 'Proposed' : experiment.status;
  const date = isNew && experiment.date === '' ? day : experiment.date;
  const stamps = isStatus(status)
    ? stampsFor(status, { started: experiment.started, closed }, day)
    : { started: experiment.started, closed };
  const kept = { ...stamps, due: dueDate({ ...experiment, date, started: stamps.started }, settings.sprintDays) };
  const held = { started: experiment.started, closed, due };
  const texts: RowTexts['texts'] = JSON.stringify(kept) === JSON.stringify(held) ? {} : kept;
  return { row, texts: isNew ? { ...texts, id: experiment.id, date, status } : texts };
}
