// The timeline: the plan of each running or recently closed experiment as a bar, and what went beyond it.
import { readDay } from '../calendar.ts';
import { type Fact, type Grouping, groupsOf, hasRun, inOrder, isClosed, isRunning, type Period } from './portfolio.ts';

/** Closed not longer ago than so many days is recent. */
export const RECENT_DAYS = 90;

/** A phase's last day. */
interface Milestone {
  day: number;
  /** `Week 2-3 — pricing`. */
  label: string;
}

/** Days are inclusive: a bar from 3 to 3 lasts one day. */
export interface Bar {
  fact: Fact;
  from: number;
  due: number;
  /** The last day that it ran beyond its due date: today, or the day it was closed. Absent where it did not. */
  lateUntil?: number;
  /** The day it was closed. */
  ended?: number;
  milestones: Milestone[];
}

export interface BarGroup {
  /** An entity or a layer; `''` for experiments that name none. */
  name: string;
  bars: Bar[];
}

export interface Timeline {
  /** In the order of the settings; in each the latest first, then by due date. */
  groups: BarGroup[];
  /** How many experiments are drawn; one that concerns several entities is drawn in each, and counts once. */
  experiments: number;
  /** Running or recently closed, but its plan cannot be dated. */
  undated: Fact[];
  /** Ran and was closed, but nobody knows when: the closing day is missing, unreadable or in the future. */
  unplaced: Fact[];
}

/** `period` takes the place of "recently": then those closed in it are shown. `known` are the groups' names in their order. */
export function timelineOf(
  facts: readonly Fact[],
  by: Grouping,
  known: readonly string[],
  today: number,
  period: Period = { from: today - RECENT_DAYS, until: today },
): Timeline {
  const groups = new Map<string, Bar[]>();
  const undated: Fact[] = [];
  const unplaced: Fact[] = [];
  let experiments = 0;
  for (const fact of facts) {
    if (!hasRun(fact)) continue;
    const { ended } = fact;
    if (isClosed(fact) && (ended === undefined || ended > today)) unplaced.push(fact);
    if (isClosed(fact) && !(ended !== undefined && period.from <= ended && ended <= Math.min(period.until, today)))
      continue;
    const bar = barOf(fact, today);
    if (bar === undefined) {
      undated.push(fact);
      continue;
    }
    experiments += 1;
    for (const name of groupsOf(fact, by)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [bar]);
      else group.push(bar);
    }
  }
  return {
    groups: inOrder(groups.keys(), known).map((name) => ({ name, bars: (groups.get(name) ?? []).sort(compareBars) })),
    experiments,
    undated,
    unplaced,
  };
}

function barOf(fact: Fact, today: number): Bar | undefined {
  const { from, due, ended, duration } = fact;
  if (from === undefined || due === undefined) return undefined;
  const runs = isRunning(fact);
  // A closing day before the start is wrong; the findings of the row say so, and no bar is drawn from it.
  if (!runs && (ended === undefined || ended < from)) return undefined;
  const last = runs ? today : (ended ?? today);
  return {
    fact,
    from,
    due,
    ...(last > due && { lateUntil: last }),
    ...(!runs && ended !== undefined && { ended }),
    milestones: duration.checkpoints.flatMap(({ label, text, until }) => {
      const day = readDay(until);
      return day === undefined ? [] : [{ day, label: text === '' ? label : `${label} — ${text}` }];
    }),
  };
}

/** Running before closed; the latest first. */
function compareBars(a: Bar, b: Bar): number {
  const isOver = ({ ended }: Bar) => Number(ended !== undefined);
  const late = ({ due, lateUntil }: Bar) => (lateUntil === undefined ? 0 : lateUntil - due);
  return isOver(a) - isOver(b) || late(b) - late(a) || a.due - b.due || a.fact.row - b.fact.row;
}
