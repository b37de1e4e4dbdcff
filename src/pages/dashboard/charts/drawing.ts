// What all charts are drawn with: patterns beside colours, a legend inside the picture, and marks that open what is behind them.
import { type PlotOptions, plot, type RenderFunction } from '@observablehq/plot';
import type { Tone } from '../../../domain/colours.ts';
import type { Fact } from '../../../domain/portfolio/portfolio.ts';
import type { Palette } from './palette.ts';

/** What a chart is drawn on. */
export interface Stage {
  /** Pixels. */
  width: number;
  palette: Palette;
  /** Opens the experiments behind a mark; absent in saved pictures. */
  open?: (title: string, facts: readonly Fact[]) => void;
}

export type Draw = (stage: Stage) => Element;

export const FONT = { fontFamily: 'Roboto, Arial, sans-serif', fontSize: '12px' } as const;

const ruler = document.createElement('canvas').getContext('2d');

/** The text if it takes no more than so many pixels, else as much of its beginning as fits, with an ellipsis. */
export function shortened(text: string, pixels: number, weight: 'normal' | 'bold' = 'normal'): string {
  if (ruler === null) return text;
  ruler.font = `${weight} ${FONT.fontSize} ${FONT.fontFamily}`;
  const fits = (some: string) => ruler.measureText(some).width <= pixels;
  // Nothing longer fits in the narrowest letters; a text of thousands of letters need not be measured whole.
  const start = text.slice(0, Math.ceil(pixels / 2));
  if (start === text && fits(text)) return text;
  let [least, most] = [0, start.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(`${start.slice(0, middle)}…`)) least = middle;
    else most = middle - 1;
  }
  return `${start.slice(0, least).replace(/[\s\uD800-\uDBFF]+$/, '')}…`;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with its attributes. */
export function svgElement(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== '') element.textContent = text;
  return element;
}

export type Texture = 'solid' | 'hatch' | 'dots' | 'cross';

let drawings = 0;

/** The patterns of one picture. Ask for the paints first, then put `definitions` into the picture. */
export class Patterns {
  readonly #name = `fill-${++drawings}`;
  readonly #patterns: SVGElement[] = [];
  readonly #palette: Palette;

  constructor(palette: Palette) {
    this.#palette = palette;
  }

  /** What marks and legend are painted with. */
  paint(tone: Tone, texture: Texture): { fill: string; stroke: string } {
    const stroke = this.#palette[`${tone}-ink`];
    return { fill: texture === 'solid' ? stroke : this.#pattern(stroke, texture), stroke };
  }

  #pattern(colour: string, texture: Texture): string {
    const id = `${this.#name}-${this.#patterns.length}`;
    const size = 6;
    const pattern = svgElement('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' });
    pattern.append(svgElement('rect', { width: size, height: size, fill: this.#palette.ground }));
    if (texture === 'dots') pattern.append(svgElement('circle', { cx: 3, cy: 3, r: 1.4, fill: colour }));
    else {
      const lines = texture === 'cross' ? 'M0 0L6 6M6 0L0 6' : 'M-1 1L1 -1M0 6L6 0M5 7L7 5';
      pattern.append(svgElement('path', { d: lines, stroke: colour, 'stroke-width': texture === 'cross' ? 1 : 1.8 }));
    }
    this.#patterns.push(pattern);
    return `url(#${id})`;
  }

  /** The patterns, to be put into the picture. */
  get definitions(): SVGElement {
    const defs = svgElement('defs', {});
    defs.append(...this.#patterns);
    return defs;
  }
}

export interface LegendItem {
  label: string;
  fill: string;
  stroke: string;
  shape?: 'bar' | 'diamond' | 'circle' | 'triangle' | 'line';
}

const LEGEND_LINE = 20;

/** The legend for the top of the picture, and the height it takes at this width: nothing for fewer than two items. */
export function legendOf(
  items: readonly LegendItem[],
  { width, palette }: Stage,
): { element: SVGElement; height: number } {
  const element = svgElement('g', {});
  if (items.length < 2) return { element, height: 0 };
  let [x, y] = [0, 0];
  for (const item of items) {
    // Roughly; Arial's letters are about half as wide as they are high.
    const taken = 44 + item.label.length * 6.8;
    if (x > 0 && x + taken > width) [x, y] = [0, y + LEGEND_LINE];
    element.append(
      swatchOf(item, x, y + 4),
      svgElement('text', { x: x + 24, y: y + 14, fill: palette.ink, 'text-anchor': 'start' }, item.label),
    );
    x += taken;
  }
  return { element, height: y + LEGEND_LINE + 8 };
}

/** A plot under its legend, in the page's letters and colours; `height` and `marginTop` do without the legend. */
export function plotUnder(
  legend: ReturnType<typeof legendOf>,
  patterns: Patterns,
  { width, palette }: Stage,
  { height, marginTop, ...options }: PlotOptions & { height: number; marginTop: number },
): Element {
  const drawn = plot({
    width,
    height: legend.height + height,
    marginTop: legend.height + marginTop,
    style: { ...FONT, color: palette.ink, background: 'transparent' },
    ...options,
  });
  drawn.append(patterns.definitions, legend.element);
  return drawn;
}

/** The lines behind what is drawn. */
export function gridOf({ line }: Palette, ticks: { ticks: number } | { tickSpacing: number }) {
  return { stroke: line, strokeOpacity: 1, ...ticks };
}

/** What lets a text be read on whatever is behind it. */
export function readable({ ink, ground }: Palette) {
  return { fill: ink, stroke: ground, strokeWidth: 6 } as const;
}

function swatchOf({ fill, stroke, shape = 'bar' }: LegendItem, x: number, y: number): SVGElement {
  const paint = { fill, stroke };
  const [middle, height] = [x + 9, y + 6];
  switch (shape) {
    case 'bar':
      return svgElement('rect', { x, y, width: 18, height: 12, ...paint });
    case 'line':
      return svgElement('path', { d: `M${middle} ${y - 2}V${y + 14}`, 'stroke-width': 2, ...paint });
    case 'circle':
      return svgElement('circle', { cx: middle, cy: height, r: 5, ...paint });
    case 'triangle':
      return svgElement('path', { d: `M${middle} ${y}l6 11h-12z`, ...paint });
    case 'diamond':
      return svgElement('path', { d: `M${middle} ${y}l5 6l-5 6l-5 -6z`, ...paint });
  }
}

/** Draws a mark so that a click on one of its shapes opens what is behind it. `open` is given the datum's index. */
export function opening(open: (index: number) => void): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const drawn = next?.(index, scales, values, dimensions, context) ?? null;
    index.forEach((datum, place) => {
      const shape = drawn?.children[place];
      if (!(shape instanceof SVGElement)) return;
      shape.style.cursor = 'pointer';
      shape.addEventListener('click', () => open(datum));
    });
    return drawn;
  };
}

/** How many ticks a scale of counts up to `most` has: whole numbers only. */
export function wholeTicks(most: number, atMost = 5): number {
  return Math.max(1, Math.min(atMost, most));
}

/** A day as the moment in UTC that it begins; fractions are parts of the day. */
export function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
}
