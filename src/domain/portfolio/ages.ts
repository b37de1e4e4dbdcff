// How long things take: running experiments past their due date, closed ones against their plan, proposals until they start.
import { statusRow } from '../experiment/status.ts';
import { type Fact, hasRun, isClosed, isRunning } from './portfolio.ts';

/** So many days and more; the next band's least is where it ends. */
export interface Band {
  least: number;
  /** Infinity for the last. */
  most: number;
  facts: Fact[];
}

function bandsOf(leasts: readonly number[], dated: readonly { fact: Fact; days: number }[]): Band[] {
  return leasts.map((least, index) => {
    const most = (leasts[index + 1] ?? Infinity) - 1;
    return { least, most, facts: dated.filter(({ days }) => least <= days && days <= most).map(({ fact }) => fact) };
  });
}

/** Running experiments that are overdue, by the days since their due date: 1-3, 4-7, 8 and more. `today` as a day. */
export function overdueBands(facts: readonly Fact[], today: number): Band[] {
  const overdue = facts.flatMap((fact) =>
    isRunning(fact) && fact.due !== undefined && fact.due < today ? [{ fact, days: today - fact.due }] : [],
  );
  return bandsOf([1, 4, 8], overdue);
}

/** One closed experiment against its plan, in days. */
export interface Length {
  fact: Fact;
  planned: number;
  taken: number;
  /** Days past its due date; negative where it was closed before. */
  late: number;
}

export interface Lengths {
  lengths: Length[];
  /** Closed not after the due date. */
  inTime: Fact[];
  /** By days past the due date. */
  late: Band[];
  /** In days; undefined where there is nothing to take it of. */
  medianPlanned: number | undefined;
  medianTaken: number | undefined;
  /** Ran and was closed, but a day is missing or cannot be right, or the plan cannot be dated. */
  unplaced: Fact[];
}

/** Of experiments that ran and were closed. */
export function lengthsOf(facts: readonly Fact[]): Lengths {
  const lengths: Length[] = [];
  const unplaced: Fact[] = [];
  for (const fact of facts) {
    if (!isClosed(fact) || !hasRun(fact)) continue;
    const { from, due, ended } = fact;
    if (from === undefined || due === undefined || ended === undefined || ended < from) unplaced.push(fact);
    else lengths.push({ fact, planned: due - from, taken: ended - from, late: ended - due });
  }
  return {
    lengths,
    inTime: lengths.filter(({ late }) => late <= 0).map(({ fact }) => fact),
    late: bandsOf(
      [1, 4, 8],
      lengths.map(({ fact, late }) => ({ fact, days: late })),
    ),
    medianPlanned: medianOf(lengths.map(({ planned }) => planned)),
    medianTaken: medianOf(lengths.map(({ taken }) => taken)),
    unplaced,
  };
}

/** What became of a proposal: started, dropped before it started, or waiting still. */
export const WAIT_ENDS = ['waiting', 'started', 'dropped'] as const;
export type WaitEnd = (typeof WAIT_ENDS)[number];

export interface Waits {
  /** By how it ended, each in the same bands of days. */
  bands: Record<WaitEnd, Band[]>;
  /** Days until they were started; undefined where none was. */
  medianUntilStart: number | undefined;
  /** A day is missing or cannot be right. */
  unplaced: Fact[];
}

/** How long proposals wait, or waited until they were started or dropped. */
export function waitsOf(facts: readonly Fact[], today: number): Waits {
  const waits: Record<WaitEnd, { fact: Fact; days: number }[]> = { waiting: [], started: [], dropped: [] };
  const unplaced: Fact[] = [];
  for (const fact of facts) {
    const wait = waitOf(fact, today);
    if (wait === undefined) continue;
    const days = wait.until === undefined || fact.proposed === undefined ? -1 : wait.until - fact.proposed;
    if (days < 0) unplaced.push(fact);
    else waits[wait.end].push({ fact, days });
  }
  const bands = (end: WaitEnd) => bandsOf([0, 8, 15, 31, 91], waits[end]);
  return {
    bands: { waiting: bands('waiting'), started: bands('started'), dropped: bands('dropped') },
    medianUntilStart: medianOf(waits.started.map(({ days }) => days)),
    unplaced,
  };
}

function waitOf(
  { status, started, ended, experiment }: Fact,
  today: number,
): { end: WaitEnd; until: number | undefined } | undefined {
  if (status === undefined) return undefined;
  const { phase, isCutShort } = statusRow(status);
  if (phase === 'waiting') return { end: 'waiting', until: today };
  if (isCutShort === true && experiment.started.trim() === '') return { end: 'dropped', until: ended };
  return { end: 'started', until: started };
}

/** The middle value; of an even number of them the mean of the two in the middle. */
export function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [lower, upper] = [sorted[middle - 1], sorted[middle]];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}
