// The timeline with what belongs to it: grouping, span, table, and what cannot be drawn.
import { useMemo, useState } from 'preact/hooks';
import { formatDay } from '../../../domain/calendar.ts';
import type { Fact, Grouping, Period } from '../../../domain/portfolio/portfolio.ts';
import { type BarGroup, RECENT_DAYS, type Timeline, timelineOf } from '../../../domain/portfolio/timeline.ts';
import { dashboardWords } from '../../shared/messages.ts';
import { Chart } from '../charts/chart.tsx';
import type { TableContent } from '../charts/table.tsx';
import { type Span, timelineDrawing, wholeSpan } from '../charts/timeline.ts';
import type { View } from '../view.ts';
import { nameOf } from '../wording.ts';
import { Apart, Lead, LongList, More } from './experiments.tsx';
import { GroupBy } from './group-by.tsx';

const words = dashboardWords.timeline;

/** More bars than these are shown on demand. */
const PAGE = 60;
const NEAR_DAYS = 365;

export function TimelineChart({ view }: { view: View }) {
  const [by, setBy] = useState<Grouping>('entity');
  const [isWhole, setWhole] = useState(false);
  const [most, setMost] = useState(PAGE);
  const { facts, today, period, subtitle } = view;
  const timeline = useMemo(
    () => timelineOf(facts, by, view.known[by], today, period),
    [facts, by, view.known, today, period],
  );
  const groups = useMemo(() => firstBars(timeline.groups, most), [timeline, most]);
  const { span, whole } = useMemo(() => spansOf(groups, today, period, isWhole), [groups, today, period, isWhole]);
  const draw = useMemo(
    () =>
      timeline.experiments === 0 ? undefined : timelineDrawing(groups, span, today, (name) => view.nameOf(by, name)),
    [timeline, groups, span, today, by, view.nameOf],
  );
  const all = timeline.groups.reduce((sum, { bars }) => sum + bars.length, 0);
  const isCut = span.from > whole.from || span.until < whole.until;
  return (
    <Chart
      title={words.title}
      subtitle={subtitle}
      summary={
        <>
          {period === undefined ? words.recent(RECENT_DAYS) : words.ofPeriod}{' '}
          {by === 'entity' && all > timeline.experiments && words.several}{' '}
          {isCut && words.cut(formatDay(span.from), formatDay(span.until))}
        </>
      }
      nothing={words.none}
      draw={draw}
      table={tableOf(groups, (name) => view.nameOf(by, name))}
      controls={
        <div class="controls">
          <GroupBy settings={view.settings} value={by} onChange={setBy} />
          {(isCut || isWhole) && (
            <button type="button" onClick={() => setWhole(!isWhole)}>
              {isWhole ? words.near : words.whole}
            </button>
          )}
        </div>
      }
    >
      <More shown={most} all={all} page={PAGE} onShow={setMost} />
      <Undated timeline={timeline} />
    </Chart>
  );
}

function Undated({ timeline: { undated, unplaced } }: { timeline: Timeline }) {
  return (
    <>
      {undated.length > 0 && (
        <section class="apart" aria-label={words.undated(undated.length)}>
          <h3>{words.undated(undated.length)}</h3>
          <LongList
            items={undated}
            page={10}
            render={(some) => (
              <ul>
                {some.map((fact) => (
                  <li key={fact.row}>
                    {nameOf(fact)}: {whyUndated(fact)} <Lead fact={fact} />
                  </li>
                ))}
              </ul>
            )}
          />
        </section>
      )}
      <Apart words={words} facts={unplaced} />
    </>
  );
}

function whyUndated({ duration }: Fact): string {
  return duration.dated ? words.closedBefore : duration.why;
}

function firstBars(groups: readonly BarGroup[], most: number): BarGroup[] {
  let left = most;
  const some: BarGroup[] = [];
  for (const { name, bars } of groups) {
    if (left <= 0) break;
    some.push({ name, bars: bars.slice(0, left) });
    left -= bars.length;
  }
  return some;
}

/** The span to draw, and the whole one. Far dates would leave no room for what is near, so that they are cut until asked for. */
function spansOf(groups: readonly BarGroup[], today: number, period: Period | undefined, isWhole: boolean) {
  const whole = wholeSpan(groups, today);
  if (isWhole) return { span: whole, whole };
  const near: Span = period ?? { from: today - NEAR_DAYS, until: today + NEAR_DAYS };
  const bars = groups.flatMap((group) => group.bars);
  // The whole span holds today even where nothing is near it.
  const begin = Math.min(...bars.map(({ from }) => from), period === undefined ? today : Infinity);
  const end = Math.max(
    ...bars.map(({ due, lateUntil }) => Math.max(due, lateUntil ?? due)),
    period === undefined ? today : -Infinity,
  );
  return {
    span: { from: Math.max(begin, near.from), until: Math.min(end, near.until) },
    whole: { from: Math.min(begin, whole.from), until: Math.max(end, whole.until) },
  };
}

function tableOf(groups: readonly BarGroup[], named: (group: string) => string): TableContent {
  return {
    columns: words.columns,
    rows: groups.flatMap(({ name, bars }) =>
      bars.map(({ fact, from, due, milestones }) => ({
        cells: [
          named(name),
          { facts: [fact], of: nameOf(fact), text: nameOf(fact) },
          formatDay(from),
          formatDay(due),
          fact.timing?.words ?? '',
          milestones.map(({ label, day }) => words.until(label, formatDay(day))).join('; '),
        ],
      })),
    ),
  };
}
