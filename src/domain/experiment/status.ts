// The statuses of an experiment: one row each, from which moves, stamps, checks, sections of the log and colours follow.

import type { Tone } from '../colours.ts';
import { statusWords } from '../messages.ts';

/** Where in its life an experiment is. Waiting: nothing has begun. Running: the clock runs. Ended: the clock has stopped. */
export type Phase = 'waiting' | 'running' | 'ended';

/** What an experiment with this status must say; the code is the finding's where it does not. */
interface Need {
  readonly field: 'actualResult' | 'learning' | 'decision';
  readonly code: string;
  /** Behind "The … is missing:". Without one, the field's choices are named. */
  readonly say?: string;
}

interface StatusRow {
  readonly name: string;
  /** Says which day is stamped: `Started` where it is running, `Closed` where it has ended, neither where it waits. */
  readonly phase: Phase;
  /** The statuses that it may move on to. */
  readonly next: readonly string[];
  /** Why it may not move to another. Absent where it may move to all. */
  readonly refusal?: (to: string) => string;
  readonly needs: readonly Need[];
  /** Ended without having run to its end. */
  readonly isCutShort?: true;
  /** The section of the log in which it stands. */
  readonly section: 'active' | 'completed' | 'dropped';
  /** What its cell and its bars are painted in, and how its bars are drawn. */
  readonly tone: Tone;
  readonly texture: 'solid' | 'hatch' | 'dots' | 'cross';
}

const RESULT: Need = { field: 'actualResult', code: 'missing-result', say: statusWords.sayResult };
const DECISION: Need = { field: 'decision', code: 'missing-decision' };
const learning = (say: string): Need => ({ field: 'learning', code: 'missing-learning', say });

const ROWS = [
  {
    name: 'Proposed',
    phase: 'waiting',
    next: ['Active', 'Dropped'],
    refusal: statusWords.fromProposed,
    needs: [],
    section: 'active',
    tone: 'proposed',
    texture: 'dots',
  },
  {
    name: 'Active',
    phase: 'running',
    next: ['Proposed', 'Completed', 'Dropped'],
    needs: [],
    section: 'active',
    tone: 'active',
    texture: 'solid',
  },
  {
    name: 'Completed',
    phase: 'ended',
    next: ['Active'],
    refusal: statusWords.fromCompleted,
    needs: [RESULT, learning(statusWords.sayLearning), DECISION],
    section: 'completed',
    tone: 'completed',
    texture: 'hatch',
  },
  {
    name: 'Dropped',
    phase: 'ended',
    next: ['Active', 'Proposed'],
    refusal: statusWords.fromDropped,
    needs: [learning(statusWords.sayWhyDropped), DECISION],
    isCutShort: true,
    section: 'dropped',
    tone: 'dropped',
    texture: 'solid',
  },
] as const satisfies readonly StatusRow[];

export type Status = (typeof ROWS)[number]['name'];

/** In the order of an experiment's life. */
export const STATUSES: readonly Status[] = ROWS.map(({ name }) => name);

/** What the register knows of a status. */
export function statusRow(status: Status): StatusRow {
  const row = ROWS.find(({ name }) => name === status);
  if (row === undefined) throw new RangeError(`No row says what ${status} is.`);
  return row;
}

/** True for a status, written as it is shown. */
export function isStatus(text: string): text is Status {
  return STATUSES.some((status) => status === text);
}

/** Where in its life an experiment with this status is; undefined for a word that is no status. */
export function phaseOf(text: string): Phase | undefined {
  return isStatus(text) ? statusRow(text).phase : undefined;
}
