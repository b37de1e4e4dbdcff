// The life of an experiment: which status may follow which, and the days that are stamped on the way.
import { STATUSES, type Status } from './template.ts';

const NEXT: Record<Status, readonly Status[]> = {
  Proposed: ['Active', 'Dropped'],
  Active: ['Proposed', 'Completed', 'Dropped'],
  Completed: ['Active'],
  Dropped: ['Active', 'Proposed'],
};

/** Why an experiment may not go from one status to the other, in words for a person; undefined if it may. */
export function refusalOfMove(from: Status, to: Status): string | undefined {
  if (from === to || NEXT[from].includes(to)) return undefined;
  if (to === 'Completed') {
    return from === 'Proposed'
      ? 'A proposed experiment has not run yet: make it Active first, then Completed.'
      : 'A dropped experiment did not run to its end: make it Active again first, then Completed.';
  }
  return `A completed experiment cannot become ${to}: make it Active again first.`;
}

/** True for one of the four statuses, written as it is shown. */
export function isStatus(text: string): text is Status {
  return STATUSES.some((status) => status === text);
}

/** The days an experiment carries beside its date, as yyyy-mm-dd or `''`. */
export interface Stamps {
  started: string;
  closed: string;
}

/** The stamps that go with a status: becoming Active starts the clock, closing stops it, going back clears what came after. */
export function stampsFor(status: Status, stamps: Stamps, today: string): Stamps {
  switch (status) {
    case 'Proposed':
      return { started: '', closed: '' };
    case 'Active':
      return { started: stamps.started || today, closed: '' };
    default:
      return { started: stamps.started, closed: stamps.closed || today };
  }
}
