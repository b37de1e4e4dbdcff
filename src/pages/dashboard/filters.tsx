// The filters by entity, layer and period, in one line with what they let through.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { addMonths, dayOf, formatDay, monthOf, readDay } from '../../domain/calendar.ts';
import type { Filter, Grouping, Period } from '../../domain/portfolio/portfolio.ts';
import { quarterOf } from '../../domain/portfolio/quarters.ts';
import { dashboardWords as words } from '../shared/messages.ts';
import { Options } from '../shared/options.tsx';

/** In the order of the choice. What has no days of its own is all time, or typed. */
const PERIODS: Record<keyof typeof words.periods, (today: number) => Period | undefined> = {
  all: () => undefined,
  quarter: (today) => quarterOf(today),
  lastQuarter: (today) => quarterOf(today, -1),
  year: (today) => {
    const { year } = monthOf(today);
    return { from: dayOf(year, 1, 1) ?? today, until: dayOf(year, 12, 31) ?? today };
  },
  twelveMonths: (today) => ({ from: addMonths(today, -12) + 1, until: today }),
  own: () => undefined,
};
type PeriodName = keyof typeof PERIODS;
const PERIOD_NAMES = Object.keys(PERIODS) as PeriodName[];

/** `groups` are the names to choose from of each of `offered`. Tells each change of the filter at once. */
export function Filters({
  groups,
  offered,
  today,
  nameOf,
  onChange,
  children,
}: {
  groups: Record<Grouping, string[]>;
  offered: readonly Grouping[];
  today: number;
  nameOf: (by: Grouping, name: string) => string;
  onChange: (filter: Filter) => void;
  /** How many experiments they let through. */
  children: ComponentChildren;
}) {
  const [filter, setFilter] = useState<Filter>({});
  const [name, setName] = useState<PeriodName>('all');
  const [own, setOwn] = useState({ from: formatDay(addMonths(today, -3)), until: formatDay(today) });
  const isBackwards = name === 'own' && own.from > own.until;

  function change(next: Filter) {
    setFilter(next);
    onChange(next);
  }

  function changePeriod(next: PeriodName, days: typeof own) {
    setName(next);
    setOwn(days);
    const { period: _, ...rest } = filter;
    const period = next === 'own' ? ownPeriod(days) : PERIODS[next](today);
    // While a day is being typed the last period that made sense stays.
    if (next === 'own' && period === undefined) return;
    change({ ...rest, ...(period && { period }) });
  }

  return (
    <search class="filters" aria-label={words.filters}>
      {offered.map((by) => (
        <label key={by}>
          {words[by]}
          <select
            value={filter[by] === undefined ? '' : String(groups[by].indexOf(filter[by]))}
            onChange={(event) => {
              const { [by]: _, ...rest } = filter;
              const chosen = event.currentTarget.value;
              change(chosen === '' ? rest : { ...rest, [by]: groups[by][Number(chosen)] ?? '' });
            }}
          >
            <option value="">{words.all}</option>
            {groups[by].map((group, index) => (
              <option key={group} value={String(index)}>
                {nameOf(by, group)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {words.period}
        <select value={name} onChange={(event) => changePeriod(event.currentTarget.value as PeriodName, own)}>
          <Options values={PERIOD_NAMES} words={(each) => words.periods[each]} />
        </select>
      </label>
      {name === 'own' &&
        (['from', 'until'] as const).map((side) => (
          <label key={side}>
            {words[side]}
            <input
              type="date"
              value={own[side]}
              aria-invalid={isBackwards}
              aria-describedby="period-trouble"
              onInput={(event) => changePeriod('own', { ...own, [side]: event.currentTarget.value })}
            />
          </label>
        ))}
      {(offered.some((by) => filter[by] !== undefined) || name !== 'all') && (
        <button
          type="button"
          onClick={() => {
            setName('all');
            change({});
          }}
        >
          {words.clear}
        </button>
      )}
      <p role="status" class="quiet">
        {children}
      </p>
      <p id="period-trouble" role="status" class="bad">
        {isBackwards ? words.backwards : ''}
      </p>
    </search>
  );
}

function ownPeriod({ from, until }: { from: string; until: string }): Period | undefined {
  const [first, last] = [readDay(from), readDay(until)];
  return first === undefined || last === undefined || first > last ? undefined : { from: first, until: last };
}
