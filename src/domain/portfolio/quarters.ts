// What was decided in each quarter.
import { dayOf } from '../calendar.ts';
import { DECISIONS, type Decision } from '../experiment/template.ts';
import { quarterWords } from '../messages.ts';
import { type Fact, isClosed } from './portfolio.ts';
import { labelOf, quarterNumber } from './quarter-name.ts';

/** A decision, or undefined for closed experiments that have none. */
export type DecisionColumn = Decision | undefined;

export const DECISION_COLUMNS: readonly DecisionColumn[] = [...DECISIONS, undefined];

interface Quarter {
  /** `2026 Q1`; `before 2024 Q1` for everything earlier. */
  label: string;
  /** By decision, in the order of `DECISION_COLUMNS`. */
  cells: Fact[][];
  all: Fact[];
}

export interface Quarters {
  /** Every quarter from the first closing to today's, the empty ones too, oldest first; empty where nothing was closed. */
  quarters: Quarter[];
  /** Closed, but the closing day is missing, unreadable or in the future. */
  unplaced: Fact[];
}

/** More quarters than these are put together as one. */
const MOST_QUARTERS = 12;
/** What began longer ago was a slip of the pen, or is of no interest as a page. */
const MOST_LISTED = 40;

export function quartersOf(facts: readonly Fact[], today: number): Quarters {
  const closed = facts.filter(isClosed);
  const isPlaced = ({ ended }: Fact) => ended !== undefined && ended <= today;
  const placed = closed.filter(isPlaced);
  const unplaced = closed.filter((fact) => !isPlaced(fact));
  if (placed.length === 0) return { quarters: [], unplaced };
  const ofFact = new Map(placed.map((fact) => [fact, quarterNumber(fact.ended ?? today)]));
  const last = quarterNumber(today);
  const first = placed.reduce((least, fact) => Math.min(least, ofFact.get(fact) ?? least), last);
  const isCut = last - first + 1 > MOST_QUARTERS;
  const begin = isCut ? last - MOST_QUARTERS + 2 : first;
  const quarters: Quarter[] = [];
  const add = (label: string, all: Fact[]) =>
    quarters.push({
      label,
      cells: DECISION_COLUMNS.map((column) => all.filter(({ decision }) => decision === column)),
      all,
    });
  if (isCut)
    add(
      quarterWords.before(labelOf(begin)),
      placed.filter((fact) => (ofFact.get(fact) ?? 0) < begin),
    );
  for (let quarter = begin; quarter <= last; quarter++) {
    add(
      labelOf(quarter),
      placed.filter((fact) => ofFact.get(fact) === quarter),
    );
  }
  return { quarters, unplaced };
}

/** The names of the quarters from today's back to the one in which the first experiment began or ended, up to as many as a list can hold. */
export function quartersBackTo(facts: readonly Fact[], today: number): string[] {
  const last = quarterNumber(today);
  const first = facts.reduce(
    (least, { from = today, ended = today }) => Math.min(least, quarterNumber(Math.min(from, ended))),
    last,
  );
  return Array.from({ length: Math.min(last - first + 1, MOST_LISTED) }, (_, back) => labelOf(last - back));
}

/** First and last day of the quarter that a day is in, or of one so many quarters later. */
export function quarterOf(day: number, later = 0): { from: number; until: number } {
  const number = quarterNumber(day) + later;
  const firstOf = (quarter: number) => dayOf(Math.floor(quarter / 4), (quarter % 4) * 3 + 1, 1) ?? day;
  return { from: firstOf(number), until: firstOf(number + 1) - 1 };
}
