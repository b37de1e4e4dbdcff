// IDs: each given once, one more than any ever used, never given twice, not even after a row was deleted; and kept by the row that has it.
import { formatId, highestNumber, plainPrefix, readId } from '../../domain/experiment/id.ts';
import { rowWords, savingWords } from '../../domain/messages.ts';
import { twinsIn } from '../../domain/register/evaluation.ts';
import { UserError } from '../../domain/user-error.ts';
import { isFilled, type Register, type RegisterRow } from '../../sheet/register.ts';
import { NO_UNDO, type Undo } from '../../sheet/restoring.ts';
import type { Written } from '../../sheet/rows/row-door.ts';
import * as keys from '../../store/keys.ts';

/** Gives this many new IDs. Call it under the document lock and write them before letting go. `held` are the IDs in the sheet. */
export function takeIds(held: Iterable<string>, prefix: string, count: number): string[] {
  const ids = nextIds(held, prefix, count);
  if (count > 0) keys.lastNumber(plainPrefix(prefix)).write(highestNumber(ids, prefix));
  return ids;
}

/** The IDs that `takeIds` would give; nothing is remembered. */
export function nextIds(held: Iterable<string>, prefix: string, count: number): string[] {
  const last = Math.max(keys.lastNumber(plainPrefix(prefix)).read() ?? 0, highestNumber(held, prefix));
  return Array.from({ length: count }, (_, index) => formatId(prefix, last + 1 + index));
}

/**
 * Remembers IDs that came from elsewhere, so that they are not given again after their rows are deleted. `undo` is told beforehand how that
 * is taken back.
 */
export function rememberIds(ids: Iterable<string>, prefix: string, undo: Undo = NO_UNDO): void {
  const lastNumber = keys.lastNumber(plainPrefix(prefix));
  const [highest, known] = [highestNumber(ids, prefix), lastNumber.read()];
  if (highest <= (known ?? -1)) return;
  undo(() => (known === undefined ? lastNumber.forget() : lastNumber.write(known)));
  lastNumber.write(highest);
}

/**
 * Gives rows their own ID back where it was cleared, spoilt, or replaced by one that stands elsewhere or was given before; hands out those
 * rows, with the reason as their notice. A sound ID that was never given is a correction and stays, and so does one that a row had before
 * its last correction. `all` are those whose IDs count, where `rows` are not all. A row whose own ID stands in another row is a copy of that
 * one and has none; not where that row says nothing but the ID, or got it just now. `written` is what of `rows` was: cells that leave the
 * title, or whole rows, which bring their ID along; without it, `logged` hands out what the log calls each experiment, for IDs that were
 * put into another order.
 */
export function restoreIds(
  rows: readonly RegisterRow[],
  all: readonly RegisterRow[] = rows,
  written?: 'IDs' | 'rows',
  logged?: () => ReadonlyMap<string, string>,
): RegisterRow[] {
  const moved = logged === undefined ? new Set() : movedAlone(rows, logged);
  // Nobody means two experiments by `K-1` and `k-1`.
  const standing = new Map<string, number>();
  const standsAt = (id: string) => standing.get(id.toLowerCase()) ?? 0;
  const count = (id: string, by: number) => standing.set(id.toLowerCase(), standsAt(id) + by);
  const held = new Set<string>();
  for (const row of all) {
    const { experiment, state } = row;
    const id = experiment.id.trim();
    count(id, 1);
    const isGiven = written === 'IDs' && state.id !== undefined && state.id !== id && rows.includes(row);
    if (!isGiven && !moved.has(row) && saysMore(row)) held.add(id.toLowerCase());
  }
  const restored = new Set<RegisterRow>();
  let before: number;
  // An ID that comes back sets free the one that stood in its place.
  do {
    before = restored.size;
    for (const row of rows) {
      const { id: own, formerId } = row.state;
      const id = row.experiment.id.trim();
      if (own === undefined || row.experiment.id === own || !isFilled(row)) continue;
      if (id !== own) {
        if (held.has(own.toLowerCase()) && standsAt(own) > 0) continue;
        const isOther = standsAt(id) > 1 || (id !== formerId && written !== 'rows' && wasGiven(id));
        if (readId(id) !== undefined && !isOther) continue;
        row.notice = id === '' ? rowWords.idCleared(own) : rowWords.idTakenBack(id, own);
      }
      row.experiment.id = own;
      count(id, -1);
      count(own, 1);
      held.add(own.toLowerCase());
      restored.add(row);
    }
  } while (restored.size > before);
  return [...restored];
}

/**
 * The rows whose IDs were put into another order while all else stayed where it was. A sort that leaves the hidden column behind looks the
 * same to it: what the log calls these experiments, else their statuses, tell which of the two moved. Where they do not, nothing did.
 */
function movedAlone(rows: readonly RegisterRow[], logged: () => ReadonlyMap<string, string>): ReadonlySet<RegisterRow> {
  const idOf = ({ experiment }: RegisterRow) => experiment.id.trim();
  if (rows.every((row) => (row.state.id ?? idOf(row)) === idOf(row))) return new Set();
  const places = new Map(rows.map((row) => [idOf(row), row]));
  const owners = new Map(rows.map((row) => [row.state.id, row]));
  const moved = new Set<RegisterRow>();
  const seen = new Set<RegisterRow>();
  let titles: ReadonlyMap<string, string> | undefined;
  for (const first of rows) {
    const circle: RegisterRow[] = [];
    for (
      let row = places.get(first.state.id ?? idOf(first));
      row && !seen.has(row);
      row = places.get(row.state.id ?? '')
    ) {
      seen.add(row);
      circle.push(row);
    }
    if (circle.length < 2 || circle[0] !== places.get(circle[circle.length - 1]?.state.id ?? '')) continue;
    titles ??= logged();
    const called = titles;
    const count = (isSo: (row: RegisterRow) => boolean) => circle.filter(isSo).length;
    const stayed = count(({ experiment, state }) => called.get(state.id ?? '') === experiment.title);
    const went = count((row) => called.get(idOf(row)) === row.experiment.title);
    const isStatus = (row: RegisterRow, of: RegisterRow | undefined) => row.experiment.status === of?.state.status;
    const hasStayed = count((row) => isStatus(row, row)) === circle.length;
    const hasGone = count((row) => isStatus(row, owners.get(idOf(row)))) === circle.length;
    if (stayed === went ? hasStayed && !hasGone : stayed > went) for (const row of circle) moved.add(row);
  }
  return moved;
}

/** Whether anything stands in a row beside its ID. */
function saysMore(row: RegisterRow): boolean {
  return isFilled({ ...row, experiment: { ...row.experiment, id: '' } });
}

/** How people know rows without an ID that were left alone because they could not be told from others. */
export function namesOf({ rows }: Pick<Register, 'rows'>, { untold }: Pick<Written, 'untold'>): string[] {
  return rows.flatMap(({ row, experiment }) =>
    untold.includes(row) ? [experiment.title === '' ? savingWords.row(row) : `"${experiment.title}"`] : [],
  );
}

/** Throws a UserError that names them, where there are any. */
export function refuseUntold(register: Pick<Register, 'rows'>, written: Written): void {
  if (written.untold.length > 0) throw new UserError('rows-untold', namesOf(register, written));
}

/** Whether the register gave this ID, or took it over, at some time. */
function wasGiven(id: string): boolean {
  const read = readId(id);
  return read !== undefined && read.number <= (keys.lastNumber(read.prefix).read() ?? 0);
}

/** What those of these rows are to say of it whose ID stands in another of `all`. */
export function nameTwins(rows: readonly RegisterRow[], all: readonly RegisterRow[]): void {
  const twinsOf = twinsIn(all);
  for (const row of rows) {
    const [other] = twinsOf(row);
    if (other === undefined) delete row.state.twin;
    else {
      row.state.twin = true;
      row.notice = rowWords.twin(row.experiment.id.trim(), other);
    }
  }
}
