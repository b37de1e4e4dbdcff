// What a list of those that need somebody says of each, and its order.

/** Gravest first: the order in which a list shows them. */
const ATTENTION_KINDS = [
  'overdue',
  'due today',
  'incomplete',
  'wrong',
  'cannot date',
  'due soon',
  'rolling out',
  'stale',
] as const;
type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** The form that the next step is taken in. */
export type NextAction = 'close out' | 'edit';

export interface Attention {
  kind: AttentionKind;
  /** What the list says of it: the words of the Timing cell, or what is missing. */
  words: string;
  /** The phase it is in, where it runs and has phases. */
  now: string;
  action: NextAction;
  /** Days past the due date, or since it was proposed; 0 where neither counts. For the order within a kind. */
  days: number;
  /** Whether it needs fixing, too, where it is listed for something graver. */
  needsFixing: boolean;
  /** Whether it was adopted and has not come yet to a place by its day. */
  isRollingOut: boolean;
  /** Whether somebody has to decide: on the result of a closed experiment, or whether an old proposal is started. */
  isWaiting: boolean;
}

/** Orders by kind, gravest first, then by days. */
export function compareAttention(a: Attention, b: Attention): number {
  return ATTENTION_KINDS.indexOf(a.kind) - ATTENTION_KINDS.indexOf(b.kind) || b.days - a.days;
}
