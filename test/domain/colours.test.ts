import { describe, expect, test } from '@jest/globals';
import {
  type Colours,
  DARK,
  DARK_TONES,
  LIGHT,
  LIGHT_TONES,
  SHEET_LINE,
  type Tones,
} from '../../src/domain/colours.ts';
import { TIMING_TONES } from '../../src/domain/duration/timing-kinds.ts';
import { STATUSES, statusRow } from '../../src/domain/experiment/status.ts';
import { type Channels, contrast, linear, luminance } from '../contrast.ts';

/** How linear light is seen without the long or the middle cones: Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHTS: Record<string, Channels[]> = {
  'without red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'without green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** CIELAB under D65. */
function lab([red, green, blue]: Channels): Channels {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(luminance([red, green, blue]));
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(one: string, other: string, sight: Channels[]): number {
  const [a, b] = [one, other].map((colour) => {
    const seen = linear(colour);
    const through = sight.map((row) => row.reduce((sum, part, at) => sum + part * (seen[at] ?? 0), 0));
    return lab(through.map((part) => Math.min(1, Math.max(0, part))) as Channels);
  });
  return Math.hypot(...[0, 1, 2].map((at) => (a?.[at] ?? 0) - (b?.[at] ?? 0)));
}

test('the lines of the sheet are seen on every ground in it, about as well as Google draws its own on white', () => {
  const grounds = Object.entries({ ...LIGHT, ...LIGHT_TONES }).filter(([name]) => /ground$|^raised$/.test(name));
  expect(grounds.filter(([, ground]) => contrast(SHEET_LINE, ground) < 1.25)).toEqual([]);
  expect(contrast(SHEET_LINE, LIGHT.ground)).toBeLessThan(1.7);
});

describe.each([
  ['light', { ...LIGHT, ...LIGHT_TONES }],
  ['dark', { ...DARK, ...DARK_TONES }],
])('in the %s theme', (_theme, colours: Colours & Tones) => {
  const names = Object.keys(colours) as (keyof typeof colours)[];
  const tones = names.filter((name) => name.endsWith('-ink')).map((name) => name.replace('-ink', ''));

  test('every ink is read on its ground with 4.5 to 1 at least, and text on the grounds of the page', () => {
    const pairs: [string, string][] = [
      ['on-strong', 'strong'],
      ...tones.map((tone): [string, string] => [`${tone}-ink`, `${tone}-ground`]),
    ];
    for (const ink of ['ink', 'quiet', 'strong', 'bad', 'good', ...tones.map((tone) => `${tone}-ink`)]) {
      pairs.push([ink, 'ground'], [ink, 'raised']);
    }
    const of = (name: string) => colours[name as keyof typeof colours];
    const faint = pairs.filter(([ink, ground]) => !(contrast(of(ink), of(ground)) >= 4.5));
    expect(faint).toEqual([]);
    expect(tones).toContain('overdue');
  });

  test('the edges of fields are seen with 3 to 1 at least', () => {
    expect(contrast(colours.field, colours.ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours.field, colours.raised)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(SIGHTS))('statuses, and timings, are told apart by eyes %s', (sight) => {
    const matrix = SIGHTS[sight] ?? [];
    const told = [STATUSES.map((status) => statusRow(status).tone), [...new Set(Object.values(TIMING_TONES))]];
    const pairs = told.flatMap((some) =>
      some.flatMap((one, at) => some.slice(at + 1).map((other) => ({ one, other }))),
    );
    const alike = pairs.flatMap(({ one, other }) => {
      const seen = Math.max(
        difference(colours[`${one}-ground`], colours[`${other}-ground`], matrix),
        difference(colours[`${one}-ink`], colours[`${other}-ink`], matrix),
      );
      return seen < 10 ? [`${one} and ${other}: ${seen.toFixed(1)}`] : [];
    });
    expect(alike).toEqual([]);
  });
});
