// What an edit of the Experiments sheet makes of the rows: IDs, stamps, what is worked out, and what is taken back.
import { refusalOfMove } from '../../domain/experiment/lifecycle.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { toastWords } from '../../domain/messages.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { dayOfSerial } from '../../sheet/cell.ts';
import type { ColumnKey, ColumnPlaces } from '../../sheet/columns.ts';
import type { DerivedCells } from '../../sheet/derived-cells.ts';
import {
  isFilled,
  ONE_READ_ROWS,
  type Register,
  type RegisterRow,
  type RowTexts,
  readRegister,
  readRows,
} from '../../sheet/register.ts';
import { saysMoreThanWorkedOut, writeRows, writeWorkedOut } from '../../sheet/rows/row-door.ts';
import { today } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { knownSettings } from '../settings.ts';
import { changeRow } from './change-row.ts';
import { rememberIds, takeIds } from './ids.ts';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/**
 * Called for an edit of the Experiments sheet, of one cell or of many. Rows that are to get an ID are read and written under the lock:
 * two people may add rows at once. By the time this runs the rows may have moved: the one that says what was typed is looked for, and
 * what cannot be told is left to the next check.
 */
export function keepRows(event: EditEvent): void {
  const { range, source } = event;
  const sheet = range.getSheet();
  const first = Math.max(range.getRow(), 2);
  const count = range.getLastRow() - first + 1;
  const settings = count < 1 ? undefined : knownSettings(source);
  if (settings === undefined) return;
  // So far down, a row takes two reads: one that may be new is read under the lock at once, not once more.
  const isFarDown = first > ONE_READ_ROWS && event.oldValue === undefined;
  if (count === 1 && !isFarDown) {
    const found = readRows(sheet, first, 1);
    const edit = editFound(event, found.places, found.rows, []);
    if (edit !== undefined && !found.rows.some(isUnfinished)) {
      keepFound(event, found, edit, settings);
      return;
    }
  }
  withDocumentLock(() => {
    const register = readRegister(sheet);
    const { places, all } = register;
    const there = all.filter(({ row }) => first <= row && row < first + count);
    const edit = editFound(event, places, there, all) ?? { rows: there, isSure: false, touches: () => false };
    keepFound(
      event,
      { ...register, rows: all.filter((row) => edit.rows.includes(row) || isUnfinished(row)) },
      edit,
      settings,
    );
  });
}

type Found = Pick<Register, 'places' | 'header' | 'width' | 'rows'>;

/** A row that was just begun, or whose beginning ended half-way. */
function isUnfinished({ experiment }: RegisterRow): boolean {
  return experiment.id === '' && experiment.title !== '';
}

/** An edit as it is found in the sheet. */
interface FoundEdit {
  rows: readonly RegisterRow[];
  /** Whether it is one cell that says what was typed. */
  isSure: boolean;
  touches(key: ColumnKey): boolean;
}

/**
 * The rows that an edit is about: those of its range, `there`, unless it was typed into one cell and that says something else by now: then
 * the one cell of `all` that says what was typed. Undefined where none does, or several do.
 */
function editFound(
  { range, value }: EditEvent,
  places: ColumnPlaces,
  there: readonly RegisterRow[],
  all: readonly RegisterRow[],
): FoundEdit | undefined {
  const isAt = (key: ColumnKey) => {
    const column = (places.get(key) ?? -1) + 1;
    return range.getColumn() <= column && column <= range.getLastColumn();
  };
  const keys = FIELDS.map(({ key }) => key);
  const at = keys.find(isAt);
  if (value === undefined || (at === undefined && all.length === 0))
    return { rows: there, isSure: false, touches: isAt };
  // A status that the row is settled for already was not typed just now.
  const says = (key: FieldKey) => (row: RegisterRow) =>
    row.experiment[key] === textOfEvent(key, value) && (key !== 'status' || row.settled !== row.experiment.status);
  const found = (key: FieldKey, rows: readonly RegisterRow[]) => {
    const those = rows.filter(says(key));
    return those.length === 1 ? { rows: those, isSure: true, touches: (other: ColumnKey) => other === key } : undefined;
  };
  const [here] = at === undefined ? [] : [found(at, there) ?? found(at, all)];
  return here ?? keys.flatMap((key) => found(key, all) ?? [])[0];
}

function textOfEvent(key: FieldKey, text: string): string {
  return key === 'date' ? dayOfSerial(text) : text;
}

function keepFound(
  event: EditEvent,
  found: Found,
  { rows: edited, isSure, touches }: FoundEdit,
  settings: Settings,
): void {
  const { places, rows } = found;
  const { range, source, oldValue } = event;
  const sheet = range.getSheet();
  const day = today(source);
  const [only] = rows;
  const back = rows.length === 1 && only !== undefined ? putBack(event, places, only, day) : {};
  const isMove = touches('status');
  // What the row was settled for tells more than the event where its row may be another by now.
  const before = (row: RegisterRow) => (isSure && edited.includes(row) ? oldValue : row.settled);
  if (isMove) {
    for (const row of rows) takeBackRefused(row, before(row));
    const refused = rows.find(({ notice }) => notice !== '');
    if (refused !== undefined) say(source, refused.notice);
  }
  const added = rows.filter(isUnfinished);
  if (added.length > 0) beginRows(added, settings, day);
  else if (touches('id')) {
    rememberIds(
      rows.map(({ experiment }) => experiment.id),
      settings.prefix,
    );
  }
  // The note says how the due date was found: it is written where that may have changed.
  const isDated = rows.some(({ experiment }) => experiment.duration !== '');
  const isDueTouched =
    touches('duration') ||
    (isDated && (added.length > 0 || (['date', 'started', 'status'] as const).some((key) => touches(key))));
  const changes = rows.map((row): RowTexts => {
    if (!isFilled(row)) return { row: row.row, ...NO_DERIVED_CELLS };
    const { experiment, notice } = row;
    const from = isMove ? before(row) : experiment.status;
    const { texts, dueNote } = changeRow(row, experiment, from, { settings, today: day }, notice);
    const { id, date, status } = experiment;
    const own = { ...back, id, date, status, ...texts };
    // Somebody has moved the status just now: what goes with that is for the edit that did it, or for the next check.
    if (!isMove && row.settled !== undefined && row.settled !== status) {
      for (const key of ['started', 'closed', 'state'] as const) Reflect.deleteProperty(own, key);
    }
    return { row: row.row, texts: own, ...(isDueTouched && { dueNote }) };
  });
  if (saysMoreThanWorkedOut(sheet, found, changes)) writeRows(sheet, found, changes);
  else writeWorkedOut(sheet, found, changes);
}

/**
 * What was typed into a row while it was given its ID may lie under what was written into the row then: the edit itself still knows it.
 * Puts it back into the row, and hands it out to be written; nothing where the cell holds what was typed, or what was typed since.
 */
function putBack(
  { range, value, oldValue = '' }: EditEvent,
  places: ColumnPlaces,
  { experiment }: RegisterRow,
  day: string,
): Partial<Experiment> {
  const field = FIELDS.find(({ key }) => places.get(key) === range.getColumn() - 1);
  if (value === undefined || field === undefined || !(field.key === 'date' || field.key === 'status')) return {};
  const { key } = field;
  const [typed, before, now] = [textOfEvent(key, value), textOfEvent(key, oldValue), experiment[key]];
  const ours = key === 'date' ? day : 'Proposed';
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
