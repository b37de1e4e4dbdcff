import { refusalOfMove } from '../../domain/experiment/lifecycle.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { toastWords } from '../../domain/messages.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { dayOfSerial } from '../../sheet/cell.ts';
import type { DerivedCells } from '../../sheet/derived-cells.ts';
import {
  isFilled,
  ONE_READ_ROWS,
  type RegisterRow,
  readRows,
  writeNewRows,
  writeRows,
  writtenWithId,
} from '../../sheet/register.ts';
import { today } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { knownSettings } from '../settings.ts';
import { changeRow } from './change-row.ts';
import { rememberIds, takeIds } from './ids.ts';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/**
 * Called for an edit of the Experiments sheet, of one cell or of many. Rows that are to get an ID are read and written under the lock:
 * two people may add rows at once, and several rows are written together with what stands in them.
 */
export function keepRows(event: EditEvent): void {
  const { range, source } = event;
  const sheet = range.getSheet();
  const first = Math.max(range.getRow(), 2);
  const count = range.getLastRow() - first + 1;
  const settings = count < 1 ? undefined : knownSettings(source);
  if (settings === undefined) return;
  const read = () => readRows(sheet, first, count);
  const keep = (found: Found) => keepFound(event, found, settings);
  // So far down, a row takes two reads: one that may be new is read under the lock at once, not once more.
  const isFarDown = first > ONE_READ_ROWS && event.oldValue === undefined;
  if (count > 1 || isFarDown) {
    withDocumentLock(() => keep(read()));
    return;
  }
  const found = read();
  if (found.rows.some(isUnfinished)) withDocumentLock(() => keep(read()));
  else keep(found);
}

type Found = ReturnType<typeof readRows>;

/** A row that was just begun, or whose beginning ended half-way. */
function isUnfinished({ experiment }: RegisterRow): boolean {
  return experiment.id === '' && experiment.title !== '';
}

function keepFound(event: EditEvent, { places, rows }: Found, settings: Settings): void {
  const { range, source, value, oldValue } = event;
  const sheet = range.getSheet();
  const touches = (column: number) => range.getColumn() <= column + 1 && column + 1 <= range.getLastColumn();
  const day = today(source);
  const isOneCell = range.getNumRows() === 1 && range.getNumColumns() === 1;
  const [only] = rows;
  const back = isOneCell && only !== undefined ? putBack(event, places, only, day) : {};

  const statusColumn = places.get('status') ?? 0;
  if (touches(statusColumn)) {
    for (const row of rows) takeBackRefused(row, isOneCell ? oldValue : row.settled);
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
  const added = rows.filter(isUnfinished);
  if (added.length > 0) {
    beginRows(
      added,
      settings,
      day,
      rows.map(({ experiment }) => experiment.id),
    );
    writeNewRows(sheet, places, added, value);
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
      if (!isFilled(row)) return { row: row.row, ...NO_DERIVED_CELLS };
      const { experiment, notice } = row;
      const moved = isOneCell ? oldValue : row.settled;
      const before = touches(statusColumn) ? moved : experiment.status;
      const { texts, dueNote } = changeRow(row, experiment, before, { settings, today: day }, notice);
      return { row: row.row, texts: { ...back, ...texts }, ...(isDueTouched && { dueNote }) };
    }),
  );
}

/**
 * What was typed into a row while it was given its ID may lie under what was written into the row then: the edit itself still knows it.
 * Puts it back into the row, and hands it out to be written; nothing where the cell holds what was typed, or what was typed since.
 */
function putBack(
  { range, value, oldValue = '' }: EditEvent,
  places: Found['places'],
  { experiment }: RegisterRow,
  day: string,
): Partial<Experiment> {
  const field = FIELDS.find(({ key }) => places.get(key) === range.getColumn() - 1);
  if (value === undefined || field === undefined || !writtenWithId(places, field.key)) return {};
  const { key } = field;
  const asText = (text: string) => (key === 'date' ? dayOfSerial(text) : text);
  const [typed, before, now] = [asText(value), asText(oldValue), experiment[key]];
  const ours = key === 'date' ? day : key === 'status' ? 'Proposed' : '';
  if (now === typed || (now !== before && !(before === '' && now === ours))) return {};
  experiment[key] = typed;
  return { [key]: typed };
}

/** Takes a move back that the register does not allow, with the reason. A status that is unknown is left for the findings. */
function takeBackRefused(row: RegisterRow, before: string | undefined): void {
  const { experiment } = row;
  const { status } = experiment;
  if (!isStatus(status) || before === undefined || !isStatus(before)) return;
  const refusal = refusalOfMove(before, status);
  if (refusal === undefined) return;
  row.notice = toastWords.takenBack(status, refusal);
  experiment.status = before;
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

/** What is kept about a row that nobody filled. */
export const NO_DERIVED_CELLS: Pick<DerivedCells, 'texts' | 'dueNote'> = {
  texts: { started: '', closed: '', due: '', timing: '', findings: '', state: '' },
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
