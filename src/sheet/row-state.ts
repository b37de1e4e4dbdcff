// What the register knows of a row beside what its cells say: kept in a hidden cell of the row, so that it moves with it.
import type { Replaced } from '../domain/experiment/lifecycle.ts';
import { isStatus, type Status } from '../domain/experiment/status.ts';

/** As JSON in the cell: what is added later needs no column of its own. */
export interface RowState {
  /** The status that stamps and timing were last worked out for; absent before the first, and while a status is unknown. */
  status?: Status;
  /** The ID that the row had last; one that is cleared or spoilt comes back from here. */
  id?: string;
  /** The ID that it had before a person corrected it. */
  formerId?: string;
  /** The days that the last moves replaced, while they may come back. */
  replaced?: Replaced;
  /** The day on which the register began the row, and put into its Date where that was empty. */
  begun?: string;
  /** Fingerprint of what stood in the row before that; absent where nothing did. */
  beside?: string;
  /** Another row had the same ID when the register last looked. */
  twin?: true;
  /** Where it came from, for one that was taken over from a team's own sheet or file. */
  origin?: string;
}

/** The cell's text; `''` where nothing is known. */
export function rowStateText({ status, id, formerId, replaced, begun, beside, twin, origin }: RowState): string {
  const text = JSON.stringify({ status, id, formerId, replaced, begun, beside, twin, origin });
  return text === '{}' ? '' : text;
}

/** Nothing is known of a row whose cell is empty, or was written over by hand. */
export function readRowState(text: string): RowState {
  if (!text.startsWith('{')) return {};
  try {
    const { status, id, formerId, replaced, begun, beside, twin, origin }: Record<string, unknown> = JSON.parse(text);
    const state: RowState = {};
    if (typeof status === 'string' && isStatus(status)) state.status = status;
    if (isText(id)) state.id = id;
    if (isText(formerId)) state.formerId = formerId;
    if (isText(begun)) state.begun = begun;
    if (isText(beside)) state.beside = beside;
    if (twin === true) state.twin = true;
    if (isText(origin)) state.origin = origin;
    if (isReplaced(replaced)) state.replaced = replaced;
    return state;
  } catch {
    return {};
  }
}

function isText(read: unknown): read is string {
  return typeof read === 'string';
}

function isReplaced(read: unknown): read is Replaced {
  if (typeof read !== 'object' || read === null) return false;
  const { on, started = '', closed = '' }: { on?: unknown; started?: unknown; closed?: unknown } = read;
  return isText(on) && isText(started) && isText(closed);
}
