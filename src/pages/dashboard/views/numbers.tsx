// The numbers of the portfolio, each with its chart, its table and the experiments behind it.
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type Status, statusRow } from '../../../domain/experiment/status.ts';
import type { Decision } from '../../../domain/experiment/template.ts';
import {
  type Band,
  lengthsOf,
  overdueBands,
  WAIT_ENDS,
  type WaitEnd,
  waitsOf,
} from '../../../domain/portfolio/ages.ts';
import { type CountRow, countsOf } from '../../../domain/portfolio/counts.ts';
import { closedIn, type Fact, type Grouping } from '../../../domain/portfolio/portfolio.ts';
import { DECISION_COLUMNS, quartersOf } from '../../../domain/portfolio/quarters.ts';
import { dashboardWords as words } from '../../shared/messages.ts';
import { lyingBars, type Series, type StackedBar, uprightBars } from '../charts/bars.ts';
import { Chart } from '../charts/chart.tsx';
import { lengthsDrawing } from '../charts/lengths.ts';
import type { Cell, TableContent } from '../charts/table.tsx';
import type { View } from '../view.ts';
import { BenefitsView } from './benefits.tsx';
import { Apart, More } from './experiments.tsx';
import { GroupBy } from './group-by.tsx';

const OF_DECISION: Record<Decision, Omit<Series, 'label'>> = {
  Adopt: { tone: 'completed', texture: 'solid' },
  Iterate: { tone: 'active', texture: 'hatch' },
  Drop: { tone: 'dropped', texture: 'dots' },
};
const OF_NONE: Omit<Series, 'label'> = { tone: 'missing', texture: 'cross' };

function seriesOf(status: Status): Omit<Series, 'label'> {
  const { tone, texture } = statusRow(status);
  return { tone, texture };
}

export function NumbersView({ view }: { view: View }) {
  return (
    <>
      <CountsChart view={view} />
      <div class="columns">
        <QuartersChart view={view} />
        <OverdueChart view={view} />
        <LengthsChart view={view} />
        <WaitsChart view={view} />
      </div>
      <BenefitsView view={view} />
    </>
  );
}

/** More groups than these are shown on demand. */
const PAGE = 40;
/** More panels than these would leave each too little room. */
const MOST_PANELS = 4;

function CountsChart({ view }: { view: View }) {
  const [by, setBy] = useState<Grouping>('entity');
  const [most, setMost] = useState(PAGE);
  const { facts, settings, nameOf, subtitle } = view;
  const counts = useMemo(() => countsOf(facts, by, settings), [facts, by, settings]);
  const within = by === 'entity' ? 'layer' : 'entity';
  const groups = useMemo(() => counts.groups.slice(0, most), [counts, most]);
  const draw = useMemo(() => {
    if (facts.length === 0) return undefined;
    const series = counts.columns.map((column) =>
      column === undefined ? { label: words.noStatus, ...OF_NONE } : { label: column, ...seriesOf(column) },
    );
    const parts = new Set(counts.groups.flatMap((group) => group.parts.map(({ name }) => name)));
    const panels = view.known[within].filter((name) => parts.has(name));
    const whole = groups.map((group) => ({ label: nameOf(by, group.name), cells: group.cells }));
    const bars = groups.flatMap((group) =>
      group.parts.map((part) => ({
        label: nameOf(by, group.name),
        panel: nameOf(within, part.name),
        cells: part.cells,
      })),
    );
    const isMany = panels.length > MOST_PANELS;
    return lyingBars(whole, { panels: isMany ? [] : panels.map((name) => nameOf(within, name)), bars }, series);
  }, [facts, counts, groups, by, within, view.known, nameOf]);
  const columns = counts.columns.map((column) => column ?? words.noStatus);
  const cellsOf = (row: CountRow, of: string): Cell[] => [
    ...row.cells.map((cell, index) => ({ facts: cell, of: `${columns[index]}, ${of}` })),
    { facts: row.all, of },
  ];
  const table: TableContent = {
    columns: [words.counts.group[by], words.counts.group[within], ...columns, words.counts.total],
    rows: [
      ...groups.flatMap((group) => {
        const name = nameOf(by, group.name);
        return [
          ...group.parts.map((part) => {
            const partName = nameOf(within, part.name);
            return { cells: [name, partName, ...cellsOf(part, `${name}, ${partName}`)] };
          }),
          { cells: [name, words.counts.everything, ...cellsOf(group, name)], isSum: true },
        ];
      }),
      {
        cells: [words.counts.everything, words.counts.everything, ...cellsOf(counts.total, words.chart.total)],
        isSum: true,
      },
    ],
  };
  const isSeveral = counts.groups.reduce((sum, { all }) => sum + all.length, 0) > facts.length || by === 'layer';
  return (
    <Chart
      title={words.counts.title}
      subtitle={subtitle}
      summary={`${words.counts.summary}${isSeveral ? ` ${words.counts.several}` : ''}`}
      draw={draw}
      table={table}
      controls={
        <div class="controls">
          <GroupBy settings={view.settings} value={by} onChange={setBy} />
        </div>
      }
    >
      <More shown={most} all={counts.groups.length} page={PAGE} onShow={setMost} />
    </Chart>
  );
}

/** A chart of upright bars, and its table: a row for each bar, a column for each series. */
function BarsChart({
  view,
  title,
  summary,
  head,
  bars,
  series,
  total,
  children,
}: {
  view: View;
  title: string;
  summary: string;
  /** What the bars are, over the first column of the table. */
  head: string;
  /** The same list as long as it draws the same, and so is `series`. */
  bars: readonly StackedBar[];
  series: readonly Series[];
  /** The name of a last column with all of a bar. */
  total?: string;
  children?: ComponentChildren;
}) {
  const draw = useMemo(() => {
    const isEmpty = bars.every(({ cells }) => cells.every((cell) => cell.length === 0));
    return isEmpty ? undefined : uprightBars(bars, series);
  }, [bars, series]);
  const rows = bars.map(({ label, cells }) => {
    const counts: Cell[] = cells.map((facts, index) => ({ facts, of: `${series[index]?.label}, ${label}` }));
    return { cells: [label, ...counts, ...(total === undefined ? [] : [{ facts: cells.flat(), of: label }])] };
  });
  const columns = [head, ...series.map(({ label }) => label), ...(total === undefined ? [] : [total])];
  return (
    <Chart title={title} subtitle={view.subtitle} summary={summary} draw={draw} table={{ columns, rows }}>
      {children}
    </Chart>
  );
}

const DECIDED: readonly Series[] = DECISION_COLUMNS.map((column) =>
  column === undefined ? { label: words.noDecision, ...OF_NONE } : { label: column, ...OF_DECISION[column] },
);

function QuartersChart({ view }: { view: View }) {
  const { facts, period, today } = view;
  const { quarters, unplaced } = useMemo(() => quartersOf(closedIn(facts, period), today), [facts, period, today]);
  const { title, summary, quarter } = words.quarters;
  return (
    <BarsChart {...{ view, title, summary, head: quarter, bars: quarters, series: DECIDED, total: words.counts.total }}>
      <Apart words={words.quarters} facts={unplaced} />
    </BarsChart>
  );
}

const bandName = ({ least, most }: Band) => words.band(least, most);

const OVERDUE: readonly Series[] = [{ label: words.overdue.overdue, tone: 'overdue', texture: 'hatch' }];

function OverdueChart({ view }: { view: View }) {
  const { facts, today } = view;
  const { title, summary, by } = words.overdue;
  const bars = useMemo(
    () => overdueBands(facts, today).map((band) => ({ label: bandName(band), cells: [band.facts] })),
    [facts, today],
  );
  return <BarsChart {...{ view, title, summary, head: by, bars, series: OVERDUE }} />;
}

function LengthsChart({ view }: { view: View }) {
  const { facts, period, subtitle } = view;
  const found = useMemo(() => lengthsOf(closedIn(facts, period)), [facts, period]);
  const { lengths, inTime, late, medianPlanned, medianTaken, unplaced } = found;
  const { title, columns } = words.lengths;
  const draw = useMemo(
    () =>
      lengths.length === 0
        ? undefined
        : lengthsDrawing(lengths, { inTime: words.lengths.inTime, late: words.lengths.lateAtAll }),
    [lengths],
  );
  const rows: [string, Fact[]][] = [
    [words.lengths.inTime, inTime],
    ...late.map((band): [string, Fact[]] => [words.lengths.late(bandName(band)), band.facts]),
    [words.counts.total, lengths.map(({ fact }) => fact)],
  ];
  return (
    <Chart
      title={title}
      subtitle={subtitle}
      summary={
        medianPlanned === undefined || medianTaken === undefined
          ? undefined
          : words.lengths.medians(words.chart.days(medianTaken), words.chart.days(medianPlanned))
      }
      nothing={words.lengths.none}
      draw={draw}
      table={{ columns, rows: rows.map(([name, some]) => ({ cells: [name, { facts: some, of: name }] })) }}
    >
      <Apart words={words.lengths} facts={unplaced} />
    </Chart>
  );
}

const OF_WAIT: Record<WaitEnd, Series> = {
  waiting: { label: words.waits.ends.waiting, tone: 'proposed', texture: 'hatch' },
  started: { label: words.waits.ends.started, tone: 'active', texture: 'solid' },
  dropped: { label: words.waits.ends.dropped, tone: 'dropped', texture: 'dots' },
};
const WAITED: readonly Series[] = WAIT_ENDS.map((end) => OF_WAIT[end]);

function WaitsChart({ view }: { view: View }) {
  const { facts, today } = view;
  const { bands, medianUntilStart, unplaced } = useMemo(() => waitsOf(facts, today), [facts, today]);
  const bars = useMemo(
    () =>
      bands.waiting.map((band, index) => ({
        label: bandName(band),
        cells: WAIT_ENDS.map((end) => bands[end][index]?.facts ?? []),
      })),
    [bands],
  );
  const { title, none, median, waited } = words.waits;
  const summary = medianUntilStart === undefined ? none : median(words.chart.days(medianUntilStart));
  return (
    <BarsChart {...{ view, title, summary, head: waited, bars, series: WAITED }}>
      <Apart words={words.waits} facts={unplaced} />
    </BarsChart>
  );
}
