import { readId } from '../../domain/experiment/id.ts';
import { refusalOfMove } from '../../domain/experiment/lifecycle.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { toastWords } from '../../domain/messages.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { dayOfSerial } from '../../sheet/cell.ts';
import { type ColumnKey, clearFirstHint } from '../../sheet/columns.ts';
import { type DerivedCells, withoutSame } from '../../sheet/derived-cells.ts';
import {
  beginningOf,
  isFilled,
  ONE_READ_ROWS,
  type RegisterRow,
  type RowTexts,
  readIds,
  readRegister,
  readRows,
  writeBeginnings,
  writeInto,
  writeRows,
} from '../../sheet/register.ts';
import type { Memory } from '../../store/entry.ts';
import { today } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { knownSettings } from '../settings.ts';
import { changeRow } from './change-row.ts';
import { nameTwins, rememberIds, restoreIds, takeIds } from './ids.ts';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/**
 * Called for an edit of the Experiments sheet, of one cell or of many. Rows that are to get an ID are read and written under the lock:
 * two people may add rows at once, and several rows are written together with what stands in them.
 */
export function keepRows(event: EditEvent, memory: Memory): void {
  const { range, source } = event;
  const sheet = range.getSheet();
  const first = Math.max(range.getRow(), 2);
  const count = range.getLastRow() - first + 1;
  const settings = count < 1 ? undefined : knownSettings(source, memory);
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
  const { range, source, oldValue } = event;
  const sheet = range.getSheet();
  const touches = (...keys: ColumnKey[]) =>
    keys.some((key) => {
      const column = (places.get(key) ?? -1) + 1;
      return range.getColumn() <= column && column <= range.getLastColumn();
    });
  const day = today(source);
  const isOneCell = range.getNumRows() === 1 && range.getNumColumns() === 1;
  const [only] = rows;
  if (isOneCell && touches('id') && oldValue !== undefined && readId(oldValue) !== undefined && only !== undefined) {
    only.state.id ??= oldValue.trim();
  }
  const back = isOneCell && only !== undefined ? putBack(event, places, only, day) : {};

  const withdrawn = rows.filter(isWithdrawn);
  const nothing = { id: '', date: '', status: '' };
  writeRows(
    sheet,
    places,
    withdrawn.map(({ row }) => ({ row, texts: nothing })),
  );
  for (const { experiment } of withdrawn) Object.assign(experiment, nothing);
  const others = touches('id') || rows.some(mayBeTwin) ? keepIds(sheet, places, rows) : [];
  // A row that was pasted over as a whole is another experiment now: where it comes from is not known.
  const isReplaced = (row: RegisterRow) =>
    touches('id') && touches('title') && row.state.id !== undefined && row.state.id !== row.experiment.id.trim();
  if (touches('status')) {
    const typedOver = isOneCell && isStatus(oldValue ?? '') ? oldValue : undefined;
    const refused = rows.filter((row) => !isReplaced(row) && takeBackRefused(row, typedOver ?? row.settled));
    for (const status of new Set(refused.map(({ experiment }) => experiment.status))) {
      const same = refused.filter(({ experiment }) => experiment.status === status);
      writeInto(
        sheet,
        places,
        'status',
        status,
        same.map(({ row }) => row),
      );
    }
  }
  const noticed = rows.find(({ notice }) => notice !== '');
  if (noticed !== undefined) say(source, noticed.notice);
  const added = rows.filter(isUnfinished);
  if (added.length > 0) {
    const pasted = rows.map(({ experiment }) => experiment.id);
    beginRows(added, settings, day, pasted, () => readIds(sheet, places).keys());
    if (rows.length > 1) writeBeginnings(sheet, places, added);
    if (added[0]?.row === 2) clearFirstHint(sheet, places);
  } else if (touches('id')) {
    rememberIds(
      rows.map(({ experiment }) => experiment.id),
      settings.prefix,
    );
  }
  // The note says how the due date was found: it is written where that may have changed.
  const isDated = rows.some(({ experiment }) => experiment.duration !== '');
  const isDueTouched = touches('duration') || (isDated && (added.length > 0 || touches('date', 'started', 'status')));
  const areStampsTyped = !isOneCell && touches('started', 'closed');
  const kept = [...rows, ...others].map((row): RowTexts => {
    if (!isFilled(row)) return { row: row.row, ...NO_DERIVED_CELLS };
    const { experiment } = row;
    const moved = row.settled ?? (touches('status') ? (isOneCell ? oldValue : undefined) : experiment.status);
    const before = isReplaced(row) || areStampsTyped ? undefined : moved;
    const { texts, dueNote } = changeRow(row, experiment, before, { settings, today: day });
    const begun = rows.length === 1 && added.includes(row) ? beginningOf(row, places) : {};
    return { row: row.row, texts: { ...begun, ...(row === only && back), ...texts }, ...(isDueTouched && { dueNote }) };
  });
  const isTimed =
    added.length > 0 || touches('status', 'date', 'duration', 'started', 'closed', 'due', 'timing', 'state');
  writeRows(sheet, places, withoutSame(places, kept, [...rows, ...others], isTimed));
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
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  places: Found['places'],
  rows: RegisterRow[],
): RegisterRow[] {
  const ids = readIds(sheet, places);
  const restored = restoreIds(rows, ids);
  writeRows(
    sheet,
    places,
    restored.map(({ row, experiment }) => ({ row, texts: { id: experiment.id } })),
  );
  const named = [...ids].flatMap(([id, at]) => (at.length > 1 ? [id] : []));
  const isConcerned = ({ experiment, state }: RegisterRow) =>
    state.twin === true || named.includes(experiment.id.trim());
  if (!rows.some(isConcerned)) return [];
  const edited = new Map(rows.map((row) => [row.row, row]));
  const all = readRegister(sheet).rows.map((row) => edited.get(row.row) ?? row);
  const concerned = all.filter(isConcerned);
  nameTwins(concerned, all);
  return concerned.filter((row) => !edited.has(row.row));
}

/** Only what the register filled in when it began the row is left: what a person wrote was taken back. */
function isWithdrawn({ experiment, state }: RegisterRow): boolean {
  const ours = { id: state.id, date: state.begun, status: 'Proposed' };
  return (
    state.begun !== undefined &&
    experiment.id !== '' &&
    FIELDS.every(({ key }) => experiment[key] === '' || experiment[key] === ours[key as keyof typeof ours])
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
  if (value === undefined || (field?.key !== 'date' && field?.key !== 'status')) return {};
  const { key } = field;
  const asText = (text: string) => (key === 'date' ? dayOfSerial(text) : text);
  const [typed, before, now] = [asText(value), asText(oldValue), experiment[key]];
  const ours = key === 'date' ? day : 'Proposed';
  if (now === typed || (now !== before && !(before === '' && now === ours))) return {};
  experiment[key] = typed;
  return { [key]: typed };
}

/** Takes a move back that the register does not allow, with the reason. A status that is unknown is left for the findings. */
function takeBackRefused(row: RegisterRow, before: string | undefined): boolean {
  const { experiment } = row;
  const { status } = experiment;
  if (!isStatus(status) || before === undefined || !isStatus(before)) return false;
  const refusal = refusalOfMove(before, status);
  if (refusal === undefined) return false;
  row.notice = [row.notice, toastWords.takenBack(status, refusal)].filter(Boolean).join('\n');
  experiment.status = before;
  return true;
}

/** Gives new rows their ID, and the date and status that nobody gave them. Call it under the lock. */
export function beginRows(
  rows: readonly RegisterRow[],
  settings: Settings,
  day: string,
  held: readonly string[],
  others?: () => Iterable<string>,
): void {
  const ids = takeIds(held, settings.prefix, rows.length, others);
  for (const [index, { experiment, state }] of rows.entries()) {
    // Of a row that was copied, what was kept is of the other one.
    delete state.id;
    experiment.id = ids[index] ?? '';
    if (experiment.date === '') state.begun = day;
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
