// The life of an experiment: which status may follow which, and the days that are stamped on the way.
import { readDay } from '../calendar.ts';
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

/** Days that a move took off an experiment, and the day on which it did: they come back with the status that they belong to. */
export interface Replaced extends Partial<Stamps> {
  on: string;
}

/** So many days after a move, what it replaced is settled: coming back then is a new start or end. */
const SETTLED_AFTER_DAYS = 7;

/** What may still come back today. */
export function comesBack(replaced: Replaced | undefined, today: string): Stamps {
  const [moved, now] = [readDay(replaced?.on ?? ''), readDay(today)];
  const isSettled = moved === undefined || now === undefined || now - moved > SETTLED_AFTER_DAYS;
  const { started = '', closed = '' } = (!isSettled && replaced) || {};
  return { started, closed };
}

/**
 * The stamps that go with a status: becoming Active starts the clock, closing stops it, going back clears what came after. What an earlier
 * move replaced comes back before today is stamped.
 */
export function stampsFor(
  status: Status,
  { started, closed }: Stamps,
  today: string,
  replaced: Stamps = { started: '', closed: '' },
): Stamps {
  switch (statusRow(status).phase) {
    case 'waiting':
      return { started: '', closed: '' };
    case 'running':
      return { started: started || replaced.started || today, closed: '' };
    case 'ended':
      // What was taken back to Proposed had not started; only with its end does an earlier start come back.
      return {
        started: started || (replaced.closed && replaced.started),
        closed: closed || replaced.closed || today,
      };
  }
}

/** What is to be kept once a move has put `now` in the place of `before`; undefined where nothing is. */
export function replacedBy(now: Stamps, before: Stamps, kept: Stamps, on: string): Replaced | undefined {
  const started = now.started === '' ? before.started || kept.started : '';
  const closed = now.closed === '' ? before.closed || kept.closed : '';
  return started + closed === '' ? undefined : { ...(started && { started }), ...(closed && { closed }), on };
}
