// What became of what was learnt: how much of it is in patterns and rules, which of them are used, and what nobody wrote down.
import { useMemo, useState } from 'preact/hooks';
import { groupFacts } from '../../../domain/portfolio/counts.ts';
import {
  isAdopted,
  isWithoutOrigin,
  iterationsOf,
  keptIn,
  type LearntEntry,
  type Used,
  unkeptIn,
  usedOf,
} from '../../../domain/portfolio/learnt.ts';
import { closedIn, type Fact, type Grouping, isClosed } from '../../../domain/portfolio/portfolio.ts';
import { quartersOf } from '../../../domain/portfolio/quarters.ts';
import { dashboardWords } from '../../shared/messages.ts';
import { OpenButton, Table, type TableContent } from '../charts/table.tsx';
import type { Loaded, View } from '../view.ts';
import { decisionOf, nameOf } from '../wording.ts';
import { LongList } from './experiments.tsx';
import { GroupBy } from './group-by.tsx';

const words = dashboardWords.learnt;

export function LearntView({ view, loaded }: { view: View; loaded: Loaded }) {
  const [by, setBy] = useState<Grouping>('entity');
  const { facts: shown, period, settings, known, nameOf: nameOfGroup, today, filtered } = view;
  const { learnt: entries = [], learntError, facts: all } = loaded;
  // What a pattern comes from may lie outside the filters.
  const used = useMemo(() => usedOf(entries, all), [entries, all]);
  const facts = useMemo(() => closedIn(shown, period).filter(isClosed), [shown, period]);
  const groups = useMemo(
    () => groupFacts(facts, by, known[by]).map(([name, some]): Group => [nameOfGroup(by, name), some]),
    [facts, by, known, nameOfGroup],
  );
  const quarters = useMemo(
    () => quartersOf(facts, today).quarters.map(({ label, all: some }): Group => [label, some]),
    [facts, today],
  );
  const within = useMemo(() => {
    const seen = new Set(shown);
    const some = used.map((each) => ({ ...each, facts: each.facts.filter((fact) => seen.has(fact)) }));
    return filtered === '' ? some : some.filter((each) => each.facts.length > 0);
  }, [used, shown, filtered]);
  const iterations = useMemo(() => {
    const seen = new Set(shown);
    return iterationsOf(all).filter(({ iterated }) => iterated.some((fact) => seen.has(fact)));
  }, [all, shown]);
  const unkept = unkeptIn(facts, used);
  const orphans = used.filter(isWithoutOrigin);
  if (facts.length === 0 && entries.length === 0 && !learntError) return <p class="placeholder">{words.nothing}</p>;
  return (
    <>
      {learntError && <p class="bad">{learntError}</p>}
      <section class="say" aria-label={words.missing}>
        <h2>{words.missing}</h2>
        <p>
          <OpenButton facts={unkept} of={words.unkept} /> {words.areUnkept(unkept.length)}
        </p>
        {orphans.length > 0 && (
          <>
            <p>{words.orphans(orphans.length)}</p>
            <ul>
              {orphans.map(({ entry, missing }) => (
                <li key={`${entry.id} ${entry.title}`}>
                  <strong>{entryName(entry)}</strong>: {missing.length === 0 ? words.noOrigin : words.gone(missing)}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section class="chart" aria-label={words.title}>
        <h2>{words.title}</h2>
        <div class="controls">
          <GroupBy settings={settings} value={by} onChange={setBy} />
        </div>
        <Table caption={words.by(dashboardWords[by])} content={tableOf(dashboardWords[by], groups, used)} />
        <Table caption={words.byQuarter} content={tableOf(dashboardWords.quarters.quarter, quarters, used)} />
      </section>
      <section class="chart" aria-label={words.used}>
        <h2>{words.used}</h2>
        {within.length === 0 ? (
          <p class="placeholder">{entries.length === 0 ? words.noEntries : dashboardWords.nothingFits}</p>
        ) : (
          <LongList
            items={within}
            render={(some) => (
              <Table
                caption={words.used}
                content={{ columns: words.usedColumns, rows: some.map((each) => ({ cells: usedCells(each) })) }}
              />
            )}
          />
        )}
      </section>
      <section class="chart" aria-label={words.iterated}>
        <h2>{words.iterated}</h2>
        {iterations.length === 0 ? (
          <p class="placeholder">{words.noIterations}</p>
        ) : (
          <LongList
            items={iterations}
            render={(some) => (
              <Table
                caption={words.iterated}
                content={{
                  columns: words.iteratedColumns,
                  rows: some.map(({ first, last, iterated }) => ({
                    cells: [
                      nameOf(first),
                      { facts: iterated, of: `${words.iterated}, ${nameOf(first)}` },
                      decisionOf(last),
                    ],
                  })),
                }}
              />
            )}
          />
        )}
      </section>
    </>
  );
}

type Group = [string, Fact[]];

/** `P-BIZ-001 Title`, with words in place of what is missing. */
export function entryName({ id, title }: LearntEntry): string {
  return dashboardWords.openOne(id.trim() || dashboardWords.unnamed, title.trim() || dashboardWords.untitled);
}

function usedCells({ entry, facts }: Used) {
  const name = entryName(entry);
  return [name, words.kinds[entry.kind], entry.state, entry.added, { facts, of: name }];
}

function tableOf(head: string, groups: readonly Group[], used: readonly Used[]): TableContent {
  const columns: [string, (facts: Fact[]) => Fact[]][] = [
    [words.closed, (facts) => facts],
    [words.learnt, (facts) => facts.filter(({ learning }) => learning !== '')],
    [words.adopted, (facts) => facts.filter(isAdopted)],
    [words.kept, (facts) => keptIn(facts, used)],
  ];
  return {
    columns: [head, ...columns.map(([title]) => title)],
    rows: groups.map(([name, facts]) => ({
      cells: [name, ...columns.map(([title, of]) => ({ facts: of(facts), of: `${title}, ${name}` }))],
    })),
  };
}
