// The numbers of the portfolio, each with its chart, its table and the experiments behind it.
import { useMemo, useState } from 'preact/hooks';
import { type Status, statusRow } from '../../../domain/experiment/status.ts';
import type { Decision } from '../../../domain/experiment/template.ts';
import { type Band, lengthsOf, overdueBands, WAIT_ENDS, waitsOf } from '../../../domain/portfolio/ages.ts';
import { type CountRow, countsOf } from '../../../domain/portfolio/counts.ts';
import { closedIn, type Fact, type Grouping } from '../../../domain/portfolio/portfolio.ts';
import { DECISION_COLUMNS, quartersOf } from '../../../domain/portfolio/quarters.ts';
import { dashboardMessages } from '../../shared/messages-dashboard.ts';
import { lyingBars, type Series, uprightBars } from '../charts/bars.ts';
import { Chart } from '../charts/chart.tsx';
import { lengthsDrawing } from '../charts/lengths.ts';
import type { Cell, TableContent } from '../charts/table.tsx';
import type { View } from '../view.ts';
import { Apart } from './experiments.tsx';

const words = dashboardMessages;

const OF_DECISION: Record<Decision, Omit<Series, 'label'>> = {
  Adopt: { colour: 'green', texture: 'solid' },
  Iterate: { colour: 'amber', texture: 'hatch' },
  Drop: { colour: 'grey', texture: 'dots' },
};
const OF_NONE: Omit<Series, 'label'> = { colour: 'red', texture: 'cross' };

function seriesOf(status: Status): Omit<Series, 'label'> {
  const { hue, texture } = statusRow(status);
  return { colour: hue, texture };
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
          <label>
            {words.timeline.groupBy}{' '}
            <select value={by} onChange={(event) => setBy(event.currentTarget.value as Grouping)}>
              <option value="entity">{words.entity}</option>
              <option value="layer">{words.layer}</option>
            </select>
          </label>
        </div>
      }
    >
      {counts.groups.length > most && (
        <div class="buttons">
          <button type="button" onClick={() => setMost(counts.groups.length)}>
            {words.everything(counts.groups.length)}
          </button>
        </div>
      )}
    </Chart>
  );
}

function QuartersChart({ view }: { view: View }) {
  const { facts, period, today, subtitle } = view;
  const { quarters, unplaced } = useMemo(() => quartersOf(closedIn(facts, period), today), [facts, period, today]);
  const labels = DECISION_COLUMNS.map((column) => column ?? words.noDecision);
  const draw = useMemo(() => {
    const series = DECISION_COLUMNS.map((column) =>
      column === undefined ? { label: words.noDecision, ...OF_NONE } : { label: column, ...OF_DECISION[column] },
    );
    return quarters.length === 0 ? undefined : uprightBars(quarters, series);
  }, [quarters]);
  const table: TableContent = {
    columns: [words.quarters.quarter, ...labels, words.counts.total],
    rows: quarters.map(({ label, cells, all }) => ({
      cells: [
        label,
        ...cells.map((cell, index) => ({ facts: cell, of: `${labels[index]}, ${label}` })),
        { facts: all, of: label },
      ],
    })),
  };
  return (
    <Chart title={words.quarters.title} subtitle={subtitle} summary={words.quarters.summary} draw={draw} table={table}>
      <Apart sentence={words.quarters.unplaced} title={words.quarters.unplacedTitle} facts={unplaced} />
    </Chart>
  );
}

const bandName = ({ least, most }: Band) => words.band(least, most);

function OverdueChart({ view }: { view: View }) {
  const { facts, today, subtitle } = view;
  const bands = useMemo(() => overdueBands(facts, today), [facts, today]);
  const { title, summary, columns } = words.overdue;
  const draw = useMemo(() => {
    if (bands.every((band) => band.facts.length === 0)) return undefined;
    const series: Series[] = [{ label: title, colour: 'red', texture: 'hatch' }];
    return uprightBars(
      bands.map((band) => ({ label: bandName(band), cells: [band.facts] })),
      series,
    );
  }, [bands, title]);
  const table: TableContent = {
    columns,
    rows: bands.map((band) => ({
      cells: [bandName(band), { facts: band.facts, of: `${columns[0]} ${bandName(band)}` }],
    })),
  };
  return <Chart title={title} subtitle={subtitle} summary={summary} draw={draw} table={table} />;
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
      <Apart sentence={words.lengths.unplaced} title={words.lengths.unplacedTitle} facts={unplaced} />
    </Chart>
  );
}

const OF_WAIT = {
  waiting: { colour: 'amber', texture: 'hatch' },
  started: { colour: 'blue', texture: 'solid' },
  dropped: { colour: 'grey', texture: 'dots' },
} as const;

function WaitsChart({ view }: { view: View }) {
  const { facts, today, subtitle } = view;
  const { bands, medianUntilStart, unplaced } = useMemo(() => waitsOf(facts, today), [facts, today]);
  const { title, columns } = words.waits;
  const bars = useMemo(
    () =>
      bands.waiting.map((band, index) => ({
        label: bandName(band),
        cells: WAIT_ENDS.map((end) => bands[end][index]?.facts ?? []),
      })),
    [bands],
  );
  const draw = useMemo(() => {
    if (bars.every(({ cells }) => cells.every((cell) => cell.length === 0))) return undefined;
    return uprightBars(
      bars,
      WAIT_ENDS.map((end) => ({ label: columns[end], ...OF_WAIT[end] })),
    );
  }, [bars, columns]);
  const table: TableContent = {
    columns: [columns.band, ...WAIT_ENDS.map((end) => columns[end])],
    rows: bars.map(({ label, cells }) => ({
      cells: [
        label,
        ...cells.map((cell, index) => ({ facts: cell, of: `${columns[WAIT_ENDS[index] ?? 'waiting']}, ${label}` })),
      ],
    })),
  };
  return (
    <Chart
      title={title}
      subtitle={subtitle}
      summary={
        medianUntilStart === undefined ? words.waits.none : words.waits.median(words.chart.days(medianUntilStart))
      }
      draw={draw}
      table={table}
    >
      <Apart sentence={words.waits.unplaced} title={words.waits.unplacedTitle} facts={unplaced} />
    </Chart>
  );
}
