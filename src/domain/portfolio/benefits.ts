// What experiments are to bring and brought, added up: never across units, and never what comes each year with what comes once.
import { readBenefit } from '../experiment/benefit.ts';
import { type Fact, isClosed } from './portfolio.ts';

export interface Sum {
  amount: number;
  /** Those that say a part of it. */
  facts: Fact[];
}

/** The sums of one unit, each year or once. */
export interface BenefitSums {
  unit: string;
  isYearly: boolean;
  /** Expected of what is not closed yet. */
  ahead: Sum;
  /** Expected of what is closed. */
  expected: Sum;
  actual: Sum;
}

/** What most experiments say comes first. `unread`: say a benefit that cannot be added up. */
export function benefitsOf(facts: readonly Fact[]): { sums: BenefitSums[]; unread: Fact[] } {
  const sums = new Map<string, BenefitSums>();
  const unread = new Set<Fact>();
  const add = (fact: Fact, text: string, of: 'ahead' | 'expected' | 'actual') => {
    if (text.trim() === '') return;
    const benefit = readBenefit(text);
    if (benefit === undefined) {
      unread.add(fact);
      return;
    }
    const { amount, unit, isYearly } = benefit;
    const key = `${isYearly} ${unit.toLowerCase()}`;
    const none = (): Sum => ({ amount: 0, facts: [] });
    const found = sums.get(key) ?? { unit, isYearly, ahead: none(), expected: none(), actual: none() };
    found[of].amount += amount;
    found[of].facts.push(fact);
    sums.set(key, found);
  };
  for (const fact of facts) {
    add(fact, fact.experiment.expectedBenefit, isClosed(fact) ? 'expected' : 'ahead');
    add(fact, fact.experiment.actualBenefit, 'actual');
  }
  const said = ({ ahead, expected, actual }: BenefitSums) =>
    ahead.facts.length + expected.facts.length + actual.facts.length;
  return { sums: [...sums.values()].sort((a, b) => said(b) - said(a)), unread: [...unread] };
}
