// The weekly review: what happened since the last one, and what each entity has to talk about.

import { readDay } from '../calendar.ts';
import { isId } from '../experiment/id.ts';
import { compareAttention } from './attention-order.ts';
import { groupFacts, isWaiting } from './counts.ts';
import { type Fact, isClosed, isRunning } from './portfolio.ts';

/** What a person keeps of a review, to see at the next what has moved. */
export interface KeptReview {
  /** The day it was held, yyyy-mm-dd. */
  date: string;
  /** What was running then, as `duesOf` writes it; absent where it was too much to keep. */
  dues?: string;
}

/** A due date that was moved to a later day. */
interface Slip {
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
const FIRST_LOOK_DAYS = 7;

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
    started: facts.filter((fact) => (isRunning(fact) || isClosed(fact)) && isNew(fact.started)),
    closed: facts.filter((fact) => isClosed(fact) && isNew(fact.ended)),
    slipped: kept?.dues === undefined ? undefined : slipsOf(facts, kept.dues),
    newlyOverdue: facts.filter(({ timing, due }) => timing?.kind === 'overdue' && isNew(due)),
    waiting: facts.filter(isWaiting),
    topics: groupFacts(troubled, 'entity', entities).map(([entity, some]) => [
      entity,
      some.sort((a, b) => (a.attention && b.attention ? compareAttention(a.attention, b.attention) : 0)),
    ]),
  };
}

function slipsOf(facts: readonly Fact[], dues: string): Slip[] {
  const before = new Map(dues.split('\n').map((line) => [line.slice(0, -11), readDay(line.slice(-10))]));
  return facts.flatMap((fact) => {
    const from = before.get(fact.experiment.id.trim());
    if (!isRunning(fact) || from === undefined || fact.due === undefined || fact.due <= from) return [];
    return [{ fact, from, to: fact.due }];
  });
}

/** The due dates to keep of a review that is held now, a line each: `K-BIZ-001 2026-03-30`. Without those that have no sound ID. */
export function duesOf(facts: readonly Fact[]): string {
  return facts
    .map((fact) => {
      const { duration, experiment } = fact;
      const isKept = isRunning(fact) && duration.dated && isId(experiment.id);
      return isKept ? `${experiment.id.trim()} ${duration.due}\n` : '';
    })
    .join('');
}
