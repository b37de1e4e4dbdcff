// The timeline as a picture: a row for each bar, a heading for each group, today's line through all of them.
import { axisX, dot, gridX, type Markish, rect, ruleX, ruleY, text } from '@observablehq/plot';
import { formatDay } from '../../../domain/calendar.ts';
import type { Bar, BarGroup } from '../../../domain/portfolio/timeline.ts';
import { dashboardWords } from '../../shared/messages.ts';
import { nameOf } from '../wording.ts';
import { type Draw, dateOf, gridOf, legendOf, opening, Patterns, plotUnder, readable, shortened } from './drawing.ts';

const words = dashboardWords.timeline;

/** The days the picture spans, both inclusive. */
export interface Span {
  from: number;
  until: number;
}

/** The first and the last day of all bars, and today. */
export function wholeSpan(groups: readonly BarGroup[], today: number): Span {
  let [from, until] = [today, today];
  for (const { bars } of groups) {
    for (const bar of bars) {
      from = Math.min(from, bar.from);
      until = Math.max(until, bar.due, bar.lateUntil ?? bar.due);
    }
  }
  return { from, until };
}

interface Row {
  bar: Bar;
  /** Pixels from the top. */
  y: number;
}

/** Under this width a bar's name stands above it, and its standing is left to the table. */
const NARROW = 620;

interface Layout {
  isNarrow: boolean;
  rowHeight: number;
  /** The bar within its row. */
  barTop: number;
  marginLeft: number;
  marginRight: number;
}

function layoutOf(width: number): Layout {
  if (width < NARROW) return { isNarrow: true, rowHeight: 38, barTop: 20, marginLeft: 8, marginRight: 12 };
  const marginLeft = Math.round(Math.min(340, width * 0.3));
  const marginRight = width < 900 ? 165 : 220;
  return { isNarrow: false, rowHeight: 26, barTop: 6, marginLeft, marginRight };
}

const BAR_HEIGHT = 14;
const HEADING_HEIGHT = 30;
const AXIS_HEIGHT = 34;
/** Above the axis stands the word for today's line. */
const TOP_HEIGHT = 50;

/** `named` gives a group's heading. */
export function timelineDrawing(
  groups: readonly BarGroup[],
  span: Span,
  today: number,
  named: (group: string) => string,
): Draw {
  return (stage) => {
    const { width, palette, open } = stage;
    const layout = layoutOf(width);
    const { isNarrow, rowHeight, barTop, marginLeft, marginRight } = layout;
    const patterns = new Patterns(palette);
    const [running, late] = [patterns.paint('active', 'solid'), patterns.paint('overdue', 'hatch')];
    const closed = { fill: palette.field, stroke: palette.field };
    const legend = legendOf(
      [
        { label: words.legend.running, ...running },
        { label: words.legend.late, ...late },
        { label: words.legend.closed, ...closed },
        { label: words.legend.milestone, fill: palette.ground, stroke: palette.ink, shape: 'diamond' },
        { label: words.legend.ended, fill: palette.ink, stroke: palette.ground, shape: 'circle' },
        { label: words.today, fill: 'none', stroke: palette.ink, shape: 'line' },
      ],
      stage,
    );
    const top = legend.height + TOP_HEIGHT;
    const headings: { name: string; y: number }[] = [];
    const rows: Row[] = [];
    let y = top;
    for (const { name, bars } of groups) {
      headings.push({ name: named(name), y });
      y += HEADING_HEIGHT;
      for (const bar of bars) {
        rows.push({ bar, y });
        y += rowHeight;
      }
    }
    const pad = Math.max(1, (span.until - span.from) * 0.015);
    const domain = [span.from - pad, span.until + 1 + pad] as const;
    const pixel = (domain[1] - domain[0]) / (width - marginLeft - marginRight);
    const pieces = piecesOf(rows, domain, 3 * pixel);
    const titleOf = ({ bar }: { bar: Bar }) =>
      words.bar(nameOf(bar.fact), formatDay(bar.from), formatDay(bar.due), bar.fact.timing?.words ?? '');
    const openBar = (bars: readonly { bar: Bar }[]) =>
      opening((index) => {
        const fact = bars[index]?.bar.fact;
        if (fact !== undefined) open?.(nameOf(fact), [fact]);
      });
    const rectOf = (some: readonly Piece[], paint: { fill: string; stroke: string }) =>
      rect(some, {
        x1: ({ from }) => dateOf(from),
        x2: ({ until }) => dateOf(until),
        y1: ({ y: rowY }) => rowY + barTop,
        y2: ({ y: rowY }) => rowY + barTop + BAR_HEIGHT,
        title: titleOf,
        ...paint,
        ...(open && { render: openBar(some) }),
      });
    const isInside = (day: number) => domain[0] <= day && day <= domain[1];
    const milestones = rows.flatMap(({ bar, y: rowY }) =>
      bar.milestones.filter(({ day }) => isInside(day)).map((milestone) => ({ ...milestone, y: rowY })),
    );
    const ended = rows.flatMap(({ bar, y: rowY }) =>
      bar.ended === undefined || !isInside(bar.ended) ? [] : [{ bar, day: bar.ended, y: rowY }],
    );
    const middle = barTop + BAR_HEIGHT / 2;
    const axis = (anchor: 'top' | 'bottom') =>
      axisX({ anchor, label: null, color: palette.quiet, tickSize: 4, tickSpacing: 90, fontSize: 11 });
    const marks: Markish[] = [
      axis('top'),
      axis('bottom'),
      gridX(gridOf(palette, { tickSpacing: 90 })),
      ruleY(headings, {
        y: ({ y: at }) => at + 3,
        insetLeft: -marginLeft,
        insetRight: -marginRight,
        stroke: palette.line,
      }),
      rectOf(
        pieces.plans.filter(({ bar }) => bar.ended === undefined),
        running,
      ),
      rectOf(
        pieces.plans.filter(({ bar }) => bar.ended !== undefined),
        closed,
      ),
      rectOf(pieces.late, late),
      dot(milestones, {
        x: ({ day }) => dateOf(day + 1),
        y: ({ y: rowY }) => rowY + middle,
        symbol: 'diamond',
        r: 4,
        fill: palette.ground,
        stroke: palette.ink,
        title: ({ label, day }) => words.until(label, formatDay(day)),
      }),
      ...(isInside(today + 0.5)
        ? [
            ruleX([today + 0.5], { x: dateOf, stroke: palette.ink, strokeWidth: 2 }),
            text([today + 0.5], {
              x: dateOf,
              text: () => words.today,
              frameAnchor: 'top',
              dy: -TOP_HEIGHT + 8,
              fontWeight: 'bold',
              ...readable(palette),
            }),
          ]
        : []),
      text(headings, {
        y: ({ y: at }) => at + 18,
        text: ({ name }) => shortened(name, width - 16, 'bold'),
        title: ({ name }) => name,
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -marginLeft + 2,
        fontWeight: 'bold',
        ...readable(palette),
      }),
      dot(ended, {
        x: ({ day }) => dateOf(day + 0.5),
        y: ({ y: rowY }) => rowY + middle,
        r: 5,
        fill: palette.ink,
        stroke: palette.ground,
        title: titleOf,
      }),
      ...(['left', 'right'] as const).map((side) =>
        text(
          pieces.beyond.filter((piece) => piece.side === side),
          {
            y: ({ y: rowY }) => rowY + middle,
            text: () => (side === 'left' ? '◀' : '▶'),
            frameAnchor: side,
            textAnchor: side === 'left' ? 'start' : 'end',
            dx: side === 'left' ? -2 : 2,
            fill: palette.ink,
            stroke: palette.ground,
            strokeWidth: 3,
            title: titleOf,
          },
        ),
      ),
      text(rows, {
        y: ({ y: rowY }) => rowY + (isNarrow ? 10 : middle),
        text: ({ bar }) => shortened(nameOf(bar.fact), isNarrow ? width - 20 : marginLeft - 20),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: isNarrow ? 0 : -marginLeft + 10,
        fill: palette.ink,
        ...(isNarrow && { stroke: palette.ground, strokeWidth: 4 }),
        title: titleOf,
        ...(open && { render: openBar(rows) }),
      }),
      isNarrow
        ? null
        : text(rows, {
            y: ({ y: rowY }) => rowY + middle,
            text: ({ bar }) => shortened(bar.fact.timing?.words ?? '', marginRight - 12),
            title: ({ bar }) => bar.fact.timing?.words ?? '',
            frameAnchor: 'right',
            textAnchor: 'start',
            dx: 8,
            fill: ({ bar }: Row) => (bar.lateUntil !== undefined ? palette.bad : palette.quiet),
          }),
    ];
    return plotUnder(legend, patterns, stage, {
      height: y + AXIS_HEIGHT - legend.height,
      marginTop: TOP_HEIGHT,
      marginBottom: AXIS_HEIGHT,
      marginLeft,
      marginRight,
      x: { type: 'utc', domain: domain.map(dateOf) },
      y: { type: 'identity', axis: null },
      marks,
    });
  };
}

interface Piece {
  bar: Bar;
  y: number;
  from: number;
  until: number;
}

/** The bars cut to what the picture spans, never thinner than `least` days, and the sides on which they go on beyond it. */
function piecesOf(rows: readonly Row[], [first, last]: readonly [number, number], least: number) {
  const plans: Piece[] = [];
  const late: Piece[] = [];
  const beyond: { bar: Bar; y: number; side: 'left' | 'right' }[] = [];
  const add = (pieces: Piece[], { bar, y }: Row, begin: number, end: number) => {
    const [from, until] = [Math.max(begin, first), Math.min(end, last)];
    if (until > from) pieces.push({ bar, y, from, until: Math.min(last, Math.max(until, from + least)) });
  };
  for (const row of rows) {
    const { bar, y } = row;
    // The last day counts whole.
    const end = bar.due + 1;
    add(plans, row, bar.from, end);
    if (bar.lateUntil !== undefined) add(late, row, end, bar.lateUntil + 1);
    if (bar.from < first) beyond.push({ bar, y, side: 'left' });
    if (Math.max(end, (bar.lateUntil ?? bar.due) + 1) > last) beyond.push({ bar, y, side: 'right' });
  }
  return { plans, late, beyond };
}
