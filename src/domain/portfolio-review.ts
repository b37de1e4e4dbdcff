// The weekly review: what happened since the last one, and what each entity has to talk about.
import { compareAttention } from './attention.ts';
import { readDay } from './calendar.ts';
import { type Fact, isClosed } from './portfolio.ts';
import { groupFacts, isWaiting } from './portfolio-counts.ts';

/** What a person keeps of a review, to see at the next what has moved. */
export interface KeptReview {
  /** The day it was held, yyyy-mm-dd. */
  date: string;
  /** The due dates (yyyy-mm-dd) of what was running then, by ID; absent where they were too many to keep. */
  dues?: Record<string, string>;
}

/** A due date that was moved to a later day. */
export interface Slip {
  fact: Fact;
  from: number;
  to: number;
}

export interface Review {
  /** The day from which on it looks: that day counts too, since a review is held in the middle of it. */
  since: number;
  started: Fact[];
  closed: Fact[];
  /** Undefined where nothing is known of the due dates of then. */
  slipped: Slip[] | undefined;
  newlyOverdue: Fact[];
  waiting: Fact[];
  /** What needs somebody, gravest first, by entity in the order of the settings. */
  topics: [string, Fact[]][];
}

/** A first review looks back so many days. */
export const FIRST_LOOK_DAYS = 7;

/** `entities` in the order of the settings; `today` as a day. */
export function reviewOf(
  facts: readonly Fact[],
  kept: KeptReview | undefined,
  entities: readonly string[],
  today: number,
): Review {
  const since = (kept && readDay(kept.date)) ?? today - FIRST_LOOK_DAYS;
  const isNew = (day: number | undefined) => day !== undefined && since <= day && day <= today;
  const troubled = facts.filter(({ attention }) => attention !== undefined);
  return {
    since,
    started: facts.filter((fact) => fact.status !== undefined && fact.status !== 'Proposed' && isNew(fact.started)),
    closed: facts.filter((fact) => isClosed(fact) && isNew(fact.ended)),
    slipped: kept?.dues && slipsOf(facts, kept.dues),
    newlyOverdue: facts.filter(({ timing, due }) => timing?.kind === 'overdue' && isNew(due)),
    waiting: facts.filter(isWaiting),
    topics: groupFacts(troubled, 'entity', entities).map(([entity, some]) => [
      entity,
      some.sort((a, b) => (a.attention && b.attention ? compareAttention(a.attention, b.attention) : 0)),
    ]),
  };
}

function slipsOf(facts: readonly Fact[], dues: Record<string, string>): Slip[] {
  return facts.flatMap((fact) => {
    const before = readDay(dues[fact.experiment.id.trim()] ?? '');
    const isLater = fact.status === 'Active' && before !== undefined && fact.due !== undefined && fact.due > before;
    return isLater && fact.due !== undefined ? [{ fact, from: before, to: fact.due }] : [];
  });
}

/** The due dates to keep of a review that is held now. */
export function duesOf(facts: readonly Fact[]): Record<string, string> {
  const dues: Record<string, string> = {};
  for (const { status, duration, experiment } of facts) {
    if (status === 'Active' && duration.dated) dues[experiment.id.trim()] = duration.due;
  }
  return dues;
}
