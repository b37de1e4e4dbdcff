// Stacked bars of counts: upright for quarters and bands of days, lying for entities and layers.
import { axisX, axisY, barX, barY, gridX, gridY, text } from '@observablehq/plot';
import type { Tone } from '../../../domain/colours.ts';
import type { Fact } from '../../../domain/portfolio/portfolio.ts';
import {
  type Draw,
  gridOf,
  legendOf,
  opening,
  Patterns,
  plotUnder,
  readable,
  type Stage,
  shortened,
  type Texture,
  wholeTicks,
} from './drawing.ts';
import type { Palette } from './palette.ts';

/** What is counted together: its name in the legend, its tone and its texture. */
export interface Series {
  label: string;
  tone: Tone;
  texture: Texture;
}

/** One bar; its cells are the experiments of each series. */
export interface StackedBar {
  label: string;
  cells: readonly (readonly Fact[])[];
  /** The panel it stands in, where the bars are spread over panels. */
  panel?: string;
}

interface Piece {
  label: string;
  panel: string;
  fill: string;
  stroke: string;
  begin: number;
  end: number;
  title: string;
  facts: readonly Fact[];
}

/** The pieces of all bars, stacked in the order of the series, and the length of the longest bar. */
function piecesOf(bars: readonly StackedBar[], series: readonly Series[], patterns: Patterns) {
  const paints = series.map(({ tone, texture }) => patterns.paint(tone, texture));
  let longest = 0;
  const pieces: Piece[] = [];
  for (const { label, cells, panel = '' } of bars) {
    let end = 0;
    cells.forEach((facts, index) => {
      const paint = paints[index];
      if (paint === undefined || facts.length === 0) return;
      const begin = end;
      end += facts.length;
      const title = [series[index]?.label ?? '', panel, label].filter(Boolean).join(', ');
      pieces.push({ label, panel, ...paint, begin, end, title, facts });
    });
    longest = Math.max(longest, end);
  }
  return {
    pieces,
    longest,
    legend: series.map(({ label }, index) => ({ label, fill: 'none', stroke: '', ...paints[index] })),
  };
}

const middleOf = ({ begin, end }: Piece) => (begin + end) / 2;
const titleOf = ({ title, facts }: Piece) => `${title}: ${facts.length}`;

function openPiece(pieces: readonly Piece[], { open }: Stage) {
  return (
    open && {
      render: opening((index) => {
        const piece = pieces[index];
        if (piece !== undefined) open(piece.title, piece.facts);
      }),
    }
  );
}

/** The count in a piece, where it is long enough to be read there. */
function countText(palette: Palette) {
  return {
    text: ({ facts }: Piece) => String(facts.length),
    ...readable(palette),
    fontWeight: 'bold',
    pointerEvents: 'none',
  } as const;
}

/** Upright bars, one for each label, in the order given. */
export function uprightBars(bars: readonly StackedBar[], series: readonly Series[]): Draw {
  return (stage) => {
    const { width, palette } = stage;
    const patterns = new Patterns(palette);
    const { pieces, longest, legend: items } = piecesOf(bars, series, patterns);
    const legend = legendOf(items, stage);
    const marginLeft = 36;
    const step = (width - marginLeft) / Math.max(1, bars.length);
    const letters = Math.floor((step - 6) / LETTER);
    const longestWord = Math.max(...bars.flatMap(({ label }) => label.split(' ').map(({ length }) => length)));
    const isSlanted = longestWord > letters;
    const lines = Math.max(...bars.map(({ label }) => brokenLabel(label, letters).split('\n').length));
    const marginBottom = isSlanted ? 90 : 14 + lines * 14;
    const perCount = 200 / Math.max(1, longest);
    return plotUnder(legend, patterns, stage, {
      height: 10 + 200 + marginBottom,
      marginTop: 10,
      marginBottom,
      marginLeft,
      marginRight: 4,
      x: { type: 'band', domain: bars.map(({ label }) => label), padding: 0.25 },
      y: { domain: [0, Math.max(1, longest)], label: null },
      marks: [
        gridY(gridOf(palette, { ticks: wholeTicks(longest) })),
        axisY({ label: null, ticks: wholeTicks(longest), tickSize: 0, color: palette.quiet }),
        axisX({
          label: null,
          tickSize: 0,
          color: palette.ink,
          ...(isSlanted ? { tickRotate: -50 } : { tickFormat: (label: string) => brokenLabel(label, letters) }),
        }),
        barY(pieces, {
          x: 'label',
          y1: 'begin',
          y2: 'end',
          fill: 'fill',
          stroke: 'stroke',
          insetTop: 1,
          title: titleOf,
          ...openPiece(pieces, stage),
        }),
        text(
          pieces.filter(({ facts }) => facts.length * perCount > 14),
          { x: 'label', y: middleOf, ...countText(palette) },
        ),
      ],
    });
  };
}

/** About as many pixels is a letter wide. */
const LETTER = 7;

/** The label broken at blanks into lines of at most so many letters, as far as its words are that short. */
function brokenLabel(label: string, letters: number): string {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== undefined && line.length + 1 + word.length <= letters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** Under this width panels side by side would leave each too little room. */
const PANEL_WIDTH = 180;

/** Lying bars, one row for each label, in the order given. Where there is room, `parts` are drawn in panels that share the rows. */
export function lyingBars(
  whole: readonly StackedBar[],
  parts: { panels: readonly string[]; bars: readonly StackedBar[] },
  series: readonly Series[],
): Draw {
  return (stage) => {
    const { width, palette } = stage;
    const patterns = new Patterns(palette);
    const labels = whole.map(({ label }) => label);
    const marginLeft = Math.round(Math.min(220, width * 0.3));
    const isParted = parts.panels.length > 1 && (width - marginLeft) / parts.panels.length >= PANEL_WIDTH;
    const panels = isParted ? parts.panels : [''];
    const { pieces, longest, legend: items } = piecesOf(isParted ? parts.bars : whole, series, patterns);
    const legend = legendOf(items, stage);
    const perCount = (width - marginLeft) / panels.length / Math.max(1, longest);
    const ticks = wholeTicks(longest, isParted ? 4 : 8);
    const head = isParted ? 22 : 4;
    return plotUnder(legend, patterns, stage, {
      height: head + labels.length * 26 + 36,
      marginTop: head,
      marginBottom: 32,
      marginLeft,
      marginRight: 12,
      x: { domain: [0, Math.max(1, longest)], label: null },
      y: { type: 'band', domain: labels, padding: 0.25, axis: null },
      ...(isParted && { fx: { domain: panels, padding: 0.14, axis: null } }),
      marks: [
        gridX(gridOf(palette, { ticks })),
        axisX({ label: null, ticks, tickSize: 0, color: palette.quiet }),
        text(labels, {
          y: (label: string) => label,
          ...(isParted && { fx: () => panels[0] }),
          text: (label: string) => shortened(label, marginLeft - 12),
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -6,
          title: (label: string) => label,
        }),
        isParted
          ? text(panels, {
              fx: (panel: string) => panel,
              text: (panel: string) => panel,
              frameAnchor: 'top',
              dy: -16,
              fontWeight: 'bold',
            })
          : null,
        barX(pieces, {
          y: 'label',
          ...(isParted && { fx: 'panel' }),
          x1: 'begin',
          x2: 'end',
          fill: 'fill',
          stroke: 'stroke',
          title: titleOf,
          ...openPiece(pieces, stage),
        }),
        text(
          pieces.filter(({ facts }) => facts.length * perCount > 14),
          { y: 'label', ...(isParted && { fx: 'panel' }), x: middleOf, ...countText(palette) },
        ),
      ],
    });
  };
}
