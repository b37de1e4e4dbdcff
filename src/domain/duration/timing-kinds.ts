// What the timing of an experiment may be, and what that is painted in.
import type { Tone } from '../colours.ts';

export type TimingKind =
  | 'not started'
  | 'stale'
  | 'on track'
  | 'due soon'
  | 'due today'
  | 'overdue'
  | 'cannot date'
  | 'undecided'
  | 'closed';

/** What a timing is painted in; nothing for those that need nobody. */
export const TIMING_TONES = {
  overdue: 'overdue',
  'due today': 'soon',
  'due soon': 'soon',
  'cannot date': 'undated',
  stale: 'waiting',
  undecided: 'waiting',
} as const satisfies Partial<Record<TimingKind, Tone>>;
