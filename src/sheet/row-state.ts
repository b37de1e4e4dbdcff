// What the register knows of a row beside what its cells say: kept in a hidden cell of the row, so that it moves with it.
import { isStatus, type Status } from '../domain/experiment/status.ts';

/** As JSON in the cell: what is added later needs no column of its own. */
export interface RowState {
  /** The status that stamps and timing were last worked out for; absent before the first, and while a status is unknown. */
  status?: Status | undefined;
}

/** The cell's text; `''` where nothing is known. */
export function rowStateText(state: RowState): string {
  return state.status === undefined ? '' : JSON.stringify(state);
}

/** Nothing is known of a row whose cell is empty, or was written over by hand. */
export function readRowState(text: string): RowState {
  if (!text.startsWith('{')) return {};
  try {
    const { status }: { status?: unknown } = JSON.parse(text);
    return typeof status === 'string' && isStatus(status) ? { status } : {};
  } catch {
    return {};
  }
}
