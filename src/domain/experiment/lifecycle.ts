// The life of an experiment: which status may follow which, and the days that are stamped on the way.
import { type Status, statusRow } from './status.ts';

/** Why an experiment may not go from one status to the other, in words for a person; undefined if it may. */
export function refusalOfMove(from: Status, to: Status): string | undefined {
  const { next, refusal } = statusRow(from);
  return from === to || next.includes(to) ? undefined : refusal?.(to);
}

/** The days an experiment carries beside its date, as yyyy-mm-dd or `''`. */
export interface Stamps {
  started: string;
  closed: string;
}

/** The stamps that go with a status: becoming Active starts the clock, closing stops it, going back clears what came after. */
export function stampsFor(status: Status, stamps: Stamps, today: string): Stamps {
  switch (statusRow(status).phase) {
    case 'waiting':
      return { started: '', closed: '' };
    case 'running':
      return { started: stamps.started || today, closed: '' };
    case 'ended':
      return { started: stamps.started, closed: stamps.closed || today };
  }
}
