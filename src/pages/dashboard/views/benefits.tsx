// What experiments are to bring and brought, by group and by the quarter they were closed in.
import { useMemo, useState } from 'preact/hooks';
import { benefitsOf, type Sum } from '../../../domain/portfolio/benefits.ts';
import { groupFacts } from '../../../domain/portfolio/counts.ts';
import { closedIn, type Fact, type Grouping } from '../../../domain/portfolio/portfolio.ts';
import { quartersOf } from '../../../domain/portfolio/quarters.ts';
import { dashboardWords } from '../../shared/messages.ts';
import { type Cell, Table, type TableContent } from '../charts/table.tsx';
import type { View } from '../view.ts';
import { Apart } from './experiments.tsx';
import { GroupBy } from './group-by.tsx';

const words = dashboardWords.benefits;

/** Nothing where the register has neither field. */
export function BenefitsView({ view }: { view: View }) {
  const [by, setBy] = useState<Grouping>('entity');
  const { facts, settings, known, nameOf, period, today } = view;
  const { sums, unread } = useMemo(() => benefitsOf(facts), [facts]);
  const groups = useMemo((): [string, Fact[]][] => {
    const parts = groupFacts(facts, by, known[by]).map(([name, some]): [string, Fact[]] => [nameOf(by, name), some]);
    return [...parts, [words.all, [...facts]]];
  }, [facts, by, known, nameOf]);
  const quarters = useMemo(
    () => quartersOf(closedIn(facts, period), today).quarters.map(({ label, all }): [string, Fact[]] => [label, all]),
    [facts, period, today],
  );
  if (!settings.optionalFields.some((key) => key === 'expectedBenefit' || key === 'actualBenefit')) return null;
  return (
    <section class="chart" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="quiet">{sums.length === 0 ? words.none : words.summary}</p>
      {sums.length > 0 && (
        <>
          <div class="controls">
            <GroupBy settings={settings} value={by} onChange={setBy} />
          </div>
          <Table caption={words.by(dashboardWords[by])} content={tableOf(dashboardWords[by], groups, true)} />
          {quarters.length > 0 && (
            <Table caption={words.byQuarter} content={tableOf(dashboardWords.quarters.quarter, quarters, false)} />
          )}
        </>
      )}
      <Apart words={words} facts={unread} />
    </section>
  );
}

/** A row for each group and unit; what is not closed yet has no quarter. */
function tableOf(head: string, groups: readonly [string, readonly Fact[]][], isAhead: boolean): TableContent {
  const columns = [
    ...(isAhead ? [{ of: 'ahead', title: words.ahead } as const] : []),
    { of: 'expected', title: words.expected } as const,
    { of: 'actual', title: words.actual } as const,
  ];
  const cellOf = ({ amount, facts }: Sum, of: string): Cell =>
    facts.length === 0 ? '' : { facts, of, text: words.amount(amount) };
  return {
    columns: [head, words.unit, ...columns.map(({ title }) => title)],
    rows: groups.flatMap(([name, facts]) =>
      benefitsOf(facts).sums.map((sum) => {
        const unit = words.units(sum.unit, sum.isYearly);
        const cells = columns.map(({ of, title }) => cellOf(sum[of], `${title}, ${name}, ${unit}`));
        return { cells: [name, unit, ...cells], isSum: name === words.all };
      }),
    ),
  };
}
