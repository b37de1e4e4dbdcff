// Where an experiment stands in time, in the words that sheet, form and lists show for it.
import { readDay } from '../calendar.ts';
import { STATUSES, type Status, statusRow } from '../experiment/status.ts';
import { DECISIONS } from '../experiment/template.ts';
import { timingWords } from '../messages.ts';
import type { Checkpoint, DurationReading } from './reader.ts';
import type { TimingKind } from './timing-kinds.ts';

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
  decision: string;
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
    case 'ended': {
      const words = closedWords(facts);
      return isDecided(facts.decision)
        ? { kind: 'closed', words }
        : { kind: 'undecided', words: timingWords.undecided(words) };
    }
  }
}

/** Whether what a closed experiment decides is said in one of the words for it. */
function isDecided(decision: string): boolean {
  return DECISIONS.some((known) => known === decision);
}

/** The phase a day falls into; the first, where several do; undefined before, between and after them. */
export function currentCheckpoint(checkpoints: readonly Checkpoint[], today: string): Checkpoint | undefined {
  return checkpoints.find(({ from, until }) => from <= today && today <= until);
}

function proposalTiming({ date, today, staleProposalDays }: TimingFacts): Timing {
  const age = daysBetween(date, today);
  const kind = age !== undefined && age > staleProposalDays ? 'stale' : 'not started';
  return { kind, words: timingWords[kind] };
}

function runningTiming({ duration, today, dueSoonDays }: TimingFacts): Timing {
  const checkpoint = currentCheckpoint(duration.checkpoints, today);
  const now = checkpoint && { now: checkpointWords(checkpoint) };
  const at = (kind: 'on track' | 'due soon' | 'due today' | 'cannot date'): Timing => ({
    kind,
    words: timingWords[kind],
    ...now,
  });
  const left = duration.dated ? daysBetween(today, duration.due) : undefined;
  if (!duration.dated || left === undefined) return at('cannot date');
  if (left < 0) return { kind: 'overdue', words: timingWords.overdue(countDays(-left)), ...now };
  if (left === 0) return at('due today');
  const mayEnd = duration.earliest !== undefined && duration.earliest <= today;
  return at(mayEnd || left <= dueSoonDays ? 'due soon' : 'on track');
}

function closedWords({ status, started, date, closed, duration }: TimingFacts): string {
  const isDropped = statusRow(status).isCutShort === true;
  if (isDropped && started === '') return timingWords.droppedUnstarted;
  const taken = daysBetween(clockStart({ started, date }), closed);
  if (taken === undefined || taken < 0) return isDropped ? timingWords.dropped : timingWords.completed;
  const count = taken === 0 ? timingWords.noDay : countDays(taken);
  if (isDropped) return timingWords.droppedAfter(count);
  const late = duration.dated ? daysBetween(duration.due, closed) : undefined;
  if (late === undefined) return timingWords.took(count);
  return late > 0 ? timingWords.tookLate(count, countDays(late)) : timingWords.tookInTime(count);
}

/** Stands in a sentence for what is not known of it: a character that no sentence holds. */
export const UNKNOWN = '\0';

/** The status that timing words were found for, so that a pasted status can be judged by what it replaces; undefined for no such words. */
export function statusOfTiming(words: string): Status | undefined {
  return STATUSES.find((status) =>
    sentencesOf(status).some((sentence) => {
      const parts = sentence.split(UNKNOWN);
      const end = parts.pop() ?? '';
      return parts[0] === undefined ? words === end : words.startsWith(parts[0]) && words.endsWith(end);
    }),
  );
}

/** What timing says of a status. */
function sentencesOf(status: Status): string[] {
  const said = timingWords;
  const { phase, isCutShort } = statusRow(status);
  switch (phase) {
    case 'waiting':
      return [said['not started'], said.stale, said.wasStale];
    case 'running':
      return [said['on track'], said['due soon'], said['due today'], said.overdue(UNKNOWN), said['cannot date']];
    case 'ended': {
      const ends =
        isCutShort === true
          ? [said.dropped, said.droppedUnstarted, said.droppedAfter(UNKNOWN)]
          : [said.completed, said.took(UNKNOWN), said.tookInTime(UNKNOWN), said.tookLate(UNKNOWN, UNKNOWN)];
      return [...ends, ...ends.map(said.undecided)];
    }
  }
}

function checkpointWords({ label, text, until }: Checkpoint): string {
  const name = label.charAt(0).toLowerCase() + label.slice(1);
  return timingWords.now(text === '' ? name : `${name} — ${text}`, until);
}

function countDays(count: number): string {
  return count === 1 ? timingWords.oneDay : timingWords.days(count);
}

function daysBetween(from: string, to: string): number | undefined {
  const [first, last] = [readDay(from), readDay(to)];
  return first === undefined || last === undefined ? undefined : last - first;
}
