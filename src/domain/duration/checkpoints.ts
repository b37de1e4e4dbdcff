// Phases named in a duration, such as "Week 2-3 — pricing", and the days they stand for.
import { formatDay } from '../calendar.ts';
import type { Label } from './forms/claim.ts';
import { endOf } from './forms/extent.ts';

/** A phase of a running experiment. Days as yyyy-mm-dd, both inclusive. */
export interface Checkpoint {
  /** As written: `Week 2-3`. */
  label: string;
  from: string;
  until: string;
  /** What is to be done, in one line of up to `LONGEST_TEXT` characters; may be empty. */
  text: string;
}

const LONGEST_TEXT = 300;

/** From when, how far and in what sprints a duration is counted; days as numbers. */
export interface Clock {
  start: number;
  /** The last day anything may end. */
  limit: number;
  sprintDays: number;
}

/**
 * The phases with their days: week 1 ends seven days after the start. A phase with a length follows the one before it.
 * Phases without a readable length, and those that end beyond the limit, are left out; `last`: when the last of all ends.
 */
export function dateCheckpoints(
  text: string,
  labels: readonly Label[],
  clock: Clock,
): { checkpoints: Checkpoint[]; last: number } {
  const checkpoints: Checkpoint[] = [];
  let before: number | undefined = clock.start;
  let last = clock.start;
  labels.forEach((label, index) => {
    const days = daysOf(label, before, clock);
    before = days?.until;
    last = Math.max(last, days?.until ?? (label.units ? Infinity : last));
    if (!days || days.until > clock.limit || days.until < days.from) return;
    checkpoints.push({
      label: inOneLine(text.slice(label.from, label.to)),
      from: formatDay(days.from),
      until: formatDay(days.until),
      text: inOneLine(text.slice(label.textFrom, labels[index + 1]?.from ?? text.length)),
    });
  });
  return { checkpoints, last };
}

function daysOf(
  { units, length }: Label,
  before: number | undefined,
  { start, sprintDays }: Clock,
): { from: number; until: number } | undefined {
  if (units && !length) {
    const { unit, first, last } = units;
    const endOfUnits = (amount: number) => endOf([{ amount, unit }], start, sprintDays);
    const until = endOfUnits(last);
    return until === undefined ? undefined : { from: first === 1 ? start : (endOfUnits(first - 1) ?? 0) + 1, until };
  }
  const until = length && before !== undefined ? endOf(length, before, sprintDays) : undefined;
  if (until === undefined || before === undefined) return undefined;
  return { from: before === start ? start : before + 1, until };
}

/** Without line ends, and without the signs that part one phase from the next; cut where it is too long for a list. */
function inOneLine(text: string): string {
  if (text.length > LONGEST_TEXT) return `${inOneLine(text.slice(0, LONGEST_TEXT - 1))}…`;
  const line = text.replace(/\s+/g, ' ');
  return line.replace(/^[ .,;:)•*]+/, '').replace(/[ .,;:\-–—(•*]+$/, '');
}
