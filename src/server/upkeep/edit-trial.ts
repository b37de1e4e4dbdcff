// One edit in the self-check's sheet: what onEdit may do is tried in it, and written beside it.
import { type EditEvent, seenInEdit } from '../../platform/edit-behaviours.ts';

export const ASKED_SHEET = 'Kaizen Log self-check by hand';
/** Where somebody is to type, and where what was seen is written. */
export const ASKED_CELL = 'F1';
export const SEEN_CELL = 'F2';

/** Tries all of it, whatever fails. Does nothing for another cell. */
export function tryInEdit(event: EditEvent): void {
  if (event.range.getA1Notation() !== ASKED_CELL) return;
  event.range
    .getSheet()
    .getRange(SEEN_CELL)
    .setValue(JSON.stringify(seenInEdit(event)));
}
