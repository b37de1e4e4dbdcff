// A quarter on one page: what was tried, what was learnt, what was adopted, what was written down, and who contributed.
import { readDay } from '../calendar.ts';
import { groupFacts } from './counts.ts';
import { isAdopted, type LearntEntry } from './learnt.ts';
import { type Fact, hasRun, isClosed, isRunning, type Period } from './portfolio.ts';

export interface QuarterPage {
  /** Ran in it, whenever it began. */
  tried: Fact[];
  /** Closed in it with a learning. */
  learnt: Fact[];
  adopted: Fact[];
  /** Patterns and rules that were added in it. */
  kept: LearntEntry[];
  /** By owner, `''` last for what names none: of what was tried or closed in it. */
  owners: { name: string; tried: Fact[]; learnt: Fact[]; adopted: Fact[] }[];
}

/** Closed without a day, or never started: they are in no quarter. */
export function quarterPageOf(
  facts: readonly Fact[],
  entries: readonly LearntEntry[],
  { from, until }: Period,
): QuarterPage {
  const isIn = (day: number | undefined) => day !== undefined && from <= day && day <= until;
  const closed = facts.filter((fact) => isClosed(fact) && isIn(fact.ended));
  const tried = facts.filter((fact) => {
    const begun = fact.from;
    if (!hasRun(fact) || begun === undefined || begun > until) return false;
    return isRunning(fact) || (fact.ended !== undefined && fact.ended >= from);
  });
  const learnt = closed.filter(({ learning }) => learning !== '');
  const adopted = closed.filter(isAdopted);
  const within = (some: readonly Fact[]) => {
    const there = new Set(some);
    return (all: readonly Fact[]) => all.filter((fact) => there.has(fact));
  };
  const contributed = within([...tried, ...closed])(facts);
  const [ofTried, ofLearnt, ofAdopted] = [within(tried), within(learnt), within(adopted)];
  return {
    tried,
    learnt,
    adopted,
    kept: entries.filter(({ added }) => isIn(readDay(added))),
    owners: groupFacts(contributed, 'owner', []).map(([name, some]) => ({
      name,
      tried: ofTried(some),
      learnt: ofLearnt(some),
      adopted: ofAdopted(some),
    })),
  };
}
