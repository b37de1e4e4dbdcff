// What an edit of the Experiments sheet makes of the rows: IDs, stamps, what is worked out, and what is taken back.
import { readId } from '../../domain/experiment/id.ts';
import { refusalOfMove } from '../../domain/experiment/lifecycle.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { toastWords } from '../../domain/messages.ts';
import { idPlaces } from '../../domain/register/evaluation.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { ifThere } from '../../sheet/best-effort.ts';
import { dayOfSerial } from '../../sheet/cell.ts';
import { type ColumnKey, type ColumnPlaces, clearFirstHint } from '../../sheet/columns.ts';
import { type DerivedCells, withoutSame } from '../../sheet/derived/derived-cells.ts';
import {
  isFilled,
  ONE_READ_ROWS,
  type Register,
  type RegisterRow,
  type RowTexts,
  readRegister,
  readRows,
} from '../../sheet/register.ts';
import { writeRows } from '../../sheet/rows/row-door.ts';
import type { Memory } from '../../store/entry.ts';
import { today } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { refusalIn } from '../refused.ts';
import { knownSettings } from '../settings.ts';
import { changeRow } from './change-row.ts';
import { nameTwins, rememberIds, restoreIds, takeIds } from './ids.ts';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/**
 * Called for an edit of the Experiments sheet, of one cell or of many. Rows that are to get an ID, and those whose IDs may stand twice, are
 * read and written under the lock: two people may add rows at once. By the time this runs the rows may have moved: the one that says what
 * was typed is looked for, and what cannot be told is left to the next check.
 */
export function keepRows(event: EditEvent, memory: Memory): void {
  const { range, source } = event;
  const sheet = range.getSheet();
  const first = Math.max(range.getRow(), 2);
  const count = range.getLastRow() - first + 1;
  const settings = count < 1 ? undefined : knownSettings(source, memory);
  if (settings === undefined) return;
  // So far down, a row takes two reads: one that may be new is read under the lock at once, not once more.
  const isFarDown = first > ONE_READ_ROWS && event.oldValue === undefined;
  if (count === 1 && !isFarDown) {
    const seen = ifThere(() => readRows(sheet, first, 1, settings.optionalFields));
    const edit = seen && editFound(event, seen.places, seen.rows, []);
    if (seen && edit && !edit.touches('id') && !seen.rows.some(needsOthers)) {
      keepFound(event, seen, seen.rows, edit, settings);
      return;
    }
  }
  withDocumentLock(() => {
    const { all, ...register } = readRegister(sheet, settings.optionalFields);
    const there = all.filter(({ row }) => first <= row && row < first + count);
    const edit = editFound(event, register.places, there, all) ?? { rows: there, isSure: false, touches: () => false };
    const rows = all.filter((row) => edit.rows.includes(row) || isUnfinished(row));
    keepFound(event, { ...register, rows: all }, rows, edit, settings);
  });
}

/** A row that was just begun, or whose beginning ended half-way. */
function isUnfinished({ experiment }: RegisterRow): boolean {
  return experiment.id === '' && experiment.title !== '';
}

/** What such a row becomes is told by the others, too. */
function needsOthers(row: RegisterRow): boolean {
  return isUnfinished(row) || mayBeTwin(row);
}

/** An edit as it is found in the sheet. */
interface FoundEdit {
  rows: readonly RegisterRow[];
  /** Whether it is one cell that says what was typed. */
  isSure: boolean;
  touches(...keys: ColumnKey[]): boolean;
}

/**
 * The rows that an edit is about: those of its range, `there`, unless it was typed into one cell and that says something else by now: then
 * the one cell of `all`, or of its row where that alone was read, that says what was typed. Undefined where none does, or several do.
 */
function editFound(
  { range, value }: EditEvent,
  places: ColumnPlaces,
  there: readonly RegisterRow[],
  all: readonly RegisterRow[],
): FoundEdit | undefined {
  const isAt = (...keys: ColumnKey[]) =>
    keys.some((key) => {
      const column = (places.get(key) ?? -1) + 1;
      return range.getColumn() <= column && column <= range.getLastColumn();
    });
  const keys = FIELDS.map(({ key }) => key);
  const at = keys.find((key) => isAt(key));
  const asItStands = { rows: there, isSure: false, touches: isAt };
  if (value === undefined) return asItStands;
  // A status that the row is settled for already was not typed just now.
  const says = (key: FieldKey) => (row: RegisterRow) =>
    row.experiment[key] === textOfEvent(key, value) && (key !== 'status' || row.settled !== row.experiment.status);
  const found = (key: FieldKey, rows: readonly RegisterRow[]) => {
    const those = rows.filter(says(key));
    return those.length === 1
      ? { rows: those, isSure: true, touches: (...others: ColumnKey[]) => others.includes(key) }
      : undefined;
  };
  const here = at === undefined ? undefined : (found(at, there) ?? found(at, all));
  const isAlone = all.length === 0;
  // Columns move, too: another one may be where it was typed by now.
  const moved = () => keys.flatMap((key) => found(key, isAlone ? there : all) ?? [])[0];
  return here ?? moved() ?? (at === undefined && isAlone ? asItStands : undefined);
}

function textOfEvent(key: FieldKey, text: string): string {
  return key === 'date' ? dayOfSerial(text) : text;
}

/** `all` are the rows that `seen` holds, of them `rows` are looked at: those that were edited, and those that still have no ID. */
function keepFound(
  event: EditEvent,
  seen: Pick<Register, 'places' | 'header' | 'width' | 'rows'>,
  rows: readonly RegisterRow[],
  { rows: edited, isSure, touches }: FoundEdit,
  settings: Settings,
): void {
  const { places, rows: all } = seen;
  const { range, source, value, oldValue } = event;
  const sheet = range.getSheet();
  const day = today(source);
  const [only] = rows.length === 1 ? rows : [];
  const isTyped = (row: RegisterRow) => isSure && edited.includes(row);
  const isOneCell = range.getNumRows() === 1 && range.getNumColumns() === 1;
  const [named] = isOneCell && touches('id') && readId(oldValue ?? '') !== undefined ? edited : [];
  if (named?.experiment.id.trim() === (value ?? '').trim()) named.state.id ??= oldValue?.trim();
  const back = only === undefined || isSure ? {} : putBack(event, places, only, day);

  for (const row of rows) withdraw(row);
  // What leaves the title is the same experiment, whatever ID it brings.
  const written = !touches('id') ? undefined : touches('title') ? 'rows' : 'IDs';
  const others = touches('id') || rows.some(mayBeTwin) ? keepIds(rows, all, written) : [];
  // A row that was pasted over as a whole is another experiment now: where it comes from is not known.
  const isReplaced = (row: RegisterRow) =>
    touches('id') && touches('title') && row.state.id !== undefined && row.state.id !== row.experiment.id.trim();
  // Who pastes its days along tells what has been.
  const areStampsTyped = !isOneCell && touches('started', 'closed');
  if (touches('status') && !areStampsTyped) {
    for (const row of rows) {
      const typedOver = isTyped(row) && isStatus(oldValue ?? '') ? oldValue : undefined;
      if (!isReplaced(row)) takeBackRefused(row, typedOver ?? row.settled);
    }
  }
  const noticed = rows.find(({ notice }) => notice !== '');
  if (noticed !== undefined) say(source, noticed.notice);
  const ids = all.map(({ experiment }) => experiment.id);
  const added = rows.filter(isUnfinished);
  // Of several cells it is not known which of them stood there before.
  for (const row of added) row.state.beside = isOneCell ? wordsBeside(row) : undefined;
  if (added.length > 0) beginRows(added, settings, day, ids);
  else if (touches('id')) rememberIds(ids, settings.prefix);
  // The note says how the due date was found: it is written where that may have changed.
  const isDated = rows.some(({ experiment }) => experiment.duration !== '');
  const isDueTouched = touches('duration') || (isDated && (added.length > 0 || touches('date', 'started', 'status')));
  const kept = [...rows, ...others].map((row): RowTexts => {
    const { experiment } = row;
    const { id, date, status } = experiment;
    if (!isFilled(row))
      return { row: row.row, ...NO_DERIVED_CELLS, texts: { id, date, status, ...NO_DERIVED_CELLS.texts } };
    const moved = row.settled ?? (touches('status') ? (isTyped(row) ? oldValue : undefined) : status);
    const isOpen = !touches('status') && moved !== undefined && refusalBetween(moved, status) !== undefined;
    const before = isReplaced(row) || areStampsTyped ? undefined : isOpen ? status : moved;
    const { texts, dueNote } = changeRow(row, experiment, before, { settings, today: day });
    const own: RowTexts['texts'] = { ...back, id, date, status, ...texts };
    // What goes with a move that is not allowed is for the edit that made it, or for the next check.
    if (isOpen) for (const key of ['started', 'closed', 'state'] as const) delete own[key];
    return { row: row.row, texts: own, ...(isDueTouched && { dueNote }) };
  });
  const isTimed =
    added.length > 0 ||
    touches('status', 'date', 'duration', 'started', 'closed', 'decision', 'due', 'timing', 'state');
  writeRows(sheet, seen, withoutSame(places, kept, [...rows, ...others], isTimed));
  // Looks come after words: a Table refuses them.
  if (added[0]?.row === 2) clearFirstHint(sheet, places);
}

/** A row with the ID of another, as the register last knew, or one that lost its own. */
function mayBeTwin({ state, experiment }: RegisterRow): boolean {
  return state.twin === true || (state.id !== undefined && experiment.id.trim() === '');
}

/**
 * Brings IDs back that were cleared or spoilt, and names those that stand twice on all rows that have them. Hands out the rows beyond the
 * edited ones that say something else now.
 */
function keepIds(
  rows: readonly RegisterRow[],
  all: readonly RegisterRow[],
  written: Parameters<typeof restoreIds>[2],
): RegisterRow[] {
  restoreIds(rows, all, written);
  const ids = idPlaces(all.map(({ row, experiment }) => [experiment.id, row]));
  const isConcerned = ({ experiment, state }: RegisterRow) =>
    state.twin === true || (ids.get(experiment.id.trim())?.length ?? 0) > 1;
  if (!rows.some(isConcerned)) return [];
  const concerned = all.filter(isConcerned);
  nameTwins(concerned, all);
  return concerned.filter((row) => !rows.includes(row));
}

/** Whether a field of a row says nothing that somebody wrote: its ID, and what the register filled in when it began the row. */
function isOurs({ experiment, state }: RegisterRow, key: FieldKey): boolean {
  const text = experiment[key];
  const isBegun =
    key === 'status' ? text === 'Proposed' : (key === 'date' || key === 'started') && text === state.begun;
  return key === 'id' || text === '' || isBegun;
}

/** Fingerprint of what people wrote into a row beside its title; undefined where that is nothing. */
function wordsBeside(row: RegisterRow): string | undefined {
  const said = FIELDS.flatMap(({ key }) => (key === 'title' || isOurs(row, key) ? [] : [[key, row.experiment[key]]]));
  return said.length === 0 ? undefined : fingerprint(JSON.stringify(said));
}

/**
 * Takes back what the register filled in when it began a row, where nothing but what stood there before is left: what a person wrote then was
 * taken back. Hands out whether it did.
 */
export function withdraw(row: RegisterRow): boolean {
  const { experiment, state } = row;
  const isLeft = experiment.title !== '' || experiment.id === '' || wordsBeside(row) !== state.beside;
  if (state.begun === undefined || isLeft) return false;
  for (const { key } of FIELDS) if (isOurs(row, key)) experiment[key] = '';
  Object.assign(row, { state: {}, settled: undefined, closed: row.closed === state.begun ? '' : row.closed });
  return true;
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
  const refusal = before === undefined ? undefined : refusalBetween(before, status);
  if (before === undefined || refusal === undefined) return;
  row.notice = [row.notice, toastWords.takenBack(status, refusal)].filter(Boolean).join('\n');
  experiment.status = before;
}

function refusalBetween(before: string, status: string): string | undefined {
  return isStatus(before) && isStatus(status) ? refusalOfMove(before, status) : undefined;
}

/** Gives new rows their ID, and the date and status that nobody gave them. Call it under the lock; `held` are the IDs in the sheet. */
export function beginRows(
  rows: readonly RegisterRow[],
  settings: Settings,
  day: string,
  held: readonly string[],
): void {
  const ids = takeIds(held, settings.prefix, rows.length);
  for (const [index, { experiment, state }] of rows.entries()) {
    // Of a row that was copied, what was kept is of the other one.
    delete state.id;
    experiment.id = ids[index] ?? '';
    state.begun = day;
    experiment.date = experiment.date || day;
    experiment.status = experiment.status || 'Proposed';
  }
}

/** What is kept about a row that nobody filled. */
export const NO_DERIVED_CELLS: Pick<DerivedCells, 'texts' | 'dueNote'> = {
  texts: { started: '', closed: '', due: '', timing: '', findings: '', state: '', points: '' },
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

/** Says what an edit met that a person can do something about; anything else is thrown on. */
export function sayRefusal(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, thrown: unknown): void {
  const error = refusalIn(thrown);
  if (!(error instanceof UserError)) throw error;
  say(spreadsheet, error.message);
}
