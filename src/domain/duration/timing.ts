// Where an experiment stands in time, in the words that sheet, form and lists show for it.
import { readDay } from '../calendar.ts';
import { type Status, statusRow } from '../experiment/status.ts';
import type { Checkpoint, DurationReading } from './reader.ts';

export type TimingKind =
  | 'not started'
  | 'stale'
  | 'on track'
  | 'due soon'
  | 'due today'
  | 'overdue'
  | 'cannot date'
  | 'closed';

export interface Timing {
  kind: TimingKind;
  /** What a person reads: the kind, with the number of days where it has one. */
  words: string;
  /** The phase it is in, where it runs and has phases: `now: week 2-3 — pricing, until 2026-03-04`. */
  now?: string;
}

/** What the timing of an experiment depends on. Days as yyyy-mm-dd or `''`. */
export interface TimingFacts {
  status: Status;
  started: string;
  date: string;
  closed: string;
  /** The duration as read from `clockStart`. */
  duration: DurationReading;
  today: string;
  /** Due soon begins so many days before the due date. */
  dueSoonDays: number;
  /** A proposal older than so many days is stale. */
  staleProposalDays: number;
}

/** The day a duration runs from. */
export function clockStart({ started, date }: Pick<TimingFacts, 'started' | 'date'>): string {
  return started || date;
}

/** Where the experiment stands on the day `today`. An unreadable day is never taken for being in time. */
export function timingOf(facts: TimingFacts): Timing {
  switch (statusRow(facts.status).phase) {
    case 'waiting':
      return proposalTiming(facts);
    case 'running':
      return runningTiming(facts);
    case 'ended':
      return { kind: 'closed', words: closedWords(facts) };
  }
}

/** The phase a day falls into; the first, where several do; undefined before, between and after them. */
export function currentCheckpoint(checkpoints: readonly Checkpoint[], today: string): Checkpoint | undefined {
  return checkpoints.find(({ from, until }) => from <= today && today <= until);
}

function proposalTiming({ date, today, staleProposalDays }: TimingFacts): Timing {
  const age = daysBetween(date, today);
  const isStale = age !== undefined && age > staleProposalDays;
  return isStale ? { kind: 'stale', words: 'stale' } : { kind: 'not started', words: 'not started' };
}

function runningTiming({ duration, today, dueSoonDays }: TimingFacts): Timing {
  const checkpoint = currentCheckpoint(duration.checkpoints, today);
  const now = checkpoint && { now: checkpointWords(checkpoint) };
  const left = duration.dated ? daysBetween(today, duration.due) : undefined;
  if (!duration.dated || left === undefined) return { kind: 'cannot date', words: 'cannot date', ...now };
  if (left < 0) return { kind: 'overdue', words: `overdue by ${countDays(-left)}`, ...now };
  if (left === 0) return { kind: 'due today', words: 'due today', ...now };
  const mayEnd = duration.earliest !== undefined && duration.earliest <= today;
  const kind = mayEnd || left <= dueSoonDays ? 'due soon' : 'on track';
  return { kind, words: kind, ...now };
}

function closedWords({ status, started, date, closed, duration }: TimingFacts): string {
  const isDropped = statusRow(status).isCutShort === true;
  if (isDropped && started === '') return 'dropped before it started';
  const taken = daysBetween(clockStart({ started, date }), closed);
  if (taken === undefined || taken < 0) return isDropped ? 'dropped' : 'completed';
  const count = taken === 0 ? 'less than a day' : countDays(taken);
  if (isDropped) return `dropped after ${count}`;
  const late = duration.dated ? daysBetween(duration.due, closed) : undefined;
  if (late === undefined) return `took ${count}`;
  return late > 0 ? `took ${count}, ${countDays(late)} late` : `took ${count}, in time`;
}

/** The status that timing words were found for, so that a pasted status can be judged by what it replaces; undefined for no such words. */
export function statusOfTiming(words: string): Status | undefined {
  if (words === 'not started' || words === 'stale') return 'Proposed';
  if (/^(?:on track|due |overdue |cannot date)/.test(words)) return 'Active';
  if (/^(?:took |completed)/.test(words)) return 'Completed';
  return words.startsWith('dropped') ? 'Dropped' : undefined;
}

function checkpointWords({ label, text, until }: Checkpoint): string {
  const name = label.charAt(0).toLowerCase() + label.slice(1);
  return `now: ${name}${text === '' ? '' : ` — ${text}`}, until ${until}`;
}

function countDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function daysBetween(from: string, to: string): number | undefined {
  const [first, last] = [readDay(from), readDay(to)];
  return first === undefined || last === undefined ? undefined : last - first;
}
