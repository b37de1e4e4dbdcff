// A person edited cells: the rows touched are read once, and get what the register keeps about them.
import { isStatus, refusalOfMove, stampsFor } from '../domain/lifecycle.ts';
import type { Settings } from '../domain/settings.ts';
import { statusOfTiming } from '../domain/timing.ts';
import { type Kept, keptOf } from '../sheet/kept.ts';
import { isFilled, type RegisterRow, readRows, writeNewRows, writeRows } from '../sheet/register.ts';
import { today } from './home.ts';
import { rememberIds, takeIds } from './ids.ts';
import { knownSettings } from './known-settings.ts';
import { alone } from './lock.ts';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** Called for an edit of the Experiments sheet, of one cell or of many. */
export function keepRows({ range, source, value, oldValue }: EditEvent): void {
  const sheet = range.getSheet();
  const first = Math.max(range.getRow(), 2);
  const count = range.getLastRow() - first + 1;
  const settings = count < 1 ? undefined : knownSettings(source);
  if (settings === undefined) return;
  const { places, rows } = readRows(sheet, first, count);
  const touches = (column: number) => range.getColumn() <= column + 1 && column + 1 <= range.getLastColumn();
  const day = today(source);

  const statusColumn = places.get('status') ?? 0;
  if (touches(statusColumn)) {
    const isOneCell = count === 1 && range.getNumColumns() === 1;
    for (const row of rows) moveOn(row, isOneCell ? oldValue : statusOfTiming(row.timing), day);
    const refused = rows.find(({ notice }) => notice !== '');
    if (refused !== undefined) {
      // All of them, refused or not: one write, however they are mixed.
      writeRows(
        sheet,
        places,
        rows.map(({ row, experiment }) => ({ row, texts: { status: experiment.status } })),
      );
      say(source, refused.notice);
    }
  }
  const added = rows.filter(({ experiment }) => experiment.id === '' && experiment.title !== '');
  if (added.length > 0) {
    // Two people may add rows at once: IDs are taken and written before anybody else can ask for some.
    alone(() => {
      beginRows(added, settings, day);
      writeNewRows(sheet, places, added, value);
    });
  } else if (touches(places.get('id') ?? 0)) {
    rememberIds(
      rows.map(({ experiment }) => experiment.id),
      settings.prefix,
    );
  }
  // The note says how the due date was found: it is written where that may have changed.
  const isDated = rows.some(({ experiment }) => experiment.duration !== '');
  const isDueTouched =
    touches(places.get('duration') ?? 0) ||
    (isDated &&
      (added.length > 0 || (['date', 'started', 'status'] as const).some((key) => touches(places.get(key) ?? 0))));
  writeRows(
    sheet,
    places,
    rows.map((row) => {
      const { texts, dueNote } = keptIn(row, settings, day);
      return { row: row.row, texts, ...(isDueTouched && { dueNote }) };
    }),
  );
}

/** Lets the row move on to its new status, or takes it back with the reason. A status that is unknown is left for the findings. */
function moveOn(row: RegisterRow, before: string | undefined, day: string): void {
  const { experiment } = row;
  const { status } = experiment;
  if (!isStatus(status)) return;
  const refusal = before !== undefined && isStatus(before) ? refusalOfMove(before, status) : undefined;
  if (refusal !== undefined && before !== undefined) {
    row.notice = `${status} was taken back. ${refusal}`;
    experiment.status = before;
    return;
  }
  const stamps = stampsFor(status, { started: experiment.started, closed: row.closed }, day);
  experiment.started = stamps.started;
  row.closed = stamps.closed;
}

/** Gives new rows their ID, and the date and status that nobody gave them. Call it under the lock. */
export function beginRows(
  rows: readonly RegisterRow[],
  settings: Settings,
  day: string,
  held: readonly string[] = [],
): void {
  const ids = takeIds(held, settings.prefix, rows.length);
  for (const [index, { experiment }] of rows.entries()) {
    experiment.id = ids[index] ?? '';
    experiment.date = experiment.date || day;
    experiment.status = experiment.status || 'Proposed';
  }
}

/** What is kept about a row; about one that nobody filled nothing. */
export function keptIn(row: RegisterRow, settings: Settings, day: string): Kept {
  return isFilled(row) ? keptOf(row.experiment, row.closed, settings, day, row.notice) : NOTHING_KEPT;
}

/** What is kept about a row that nobody filled. */
export const NOTHING_KEPT: Kept = {
  texts: { started: '', closed: '', due: '', timing: '', findings: '' },
  dueNote: '',
};

/** A toast, where the host shows one from a trigger; the row's Findings say the same. */
export function say(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, message: string): void {
  try {
    spreadsheet.toast(message, 'Kaizen Log');
  } catch (error) {
    console.warn(error);
  }
}
