// The one table of colours: what sheet, pages and dashboard paint, in light and in dark.

/** A tone is a ground and the ink that is read on it; in charts its ink fills the bars. */
export type Tone =
  | 'proposed'
  | 'active'
  | 'completed'
  | 'dropped'
  | 'overdue'
  | 'soon'
  | 'undated'
  | 'waiting'
  | 'missing';

type Plain = 'ground' | 'raised' | 'line' | 'field' | 'ink' | 'quiet' | 'strong' | 'on-strong' | 'bad' | 'good';

/** Each as `#rrggbb`. */
export type Colours = Record<Plain, string>;

/** Each as `#rrggbb`. Apart from the others, since not every page paints in tones. */
export type Tones = Record<`${Tone}-${'ground' | 'ink'}`, string>;

/** For sheets, for pages in light, and for saved pictures, which stand on white paper. */
export const LIGHT: Colours = {
  ground: '#ffffff',
  raised: '#f6f8fb',
  line: '#dfe3e8',
  field: '#7d848d',
  ink: '#1f2328',
  quiet: '#59616b',
  strong: '#0b57d0',
  'on-strong': '#ffffff',
  bad: '#9b1c13',
  good: '#0d5a2b',
};

export const LIGHT_TONES: Tones = {
  'proposed-ground': '#eceff3',
  'proposed-ink': '#424b57',
  'active-ground': '#dbe9ff',
  'active-ink': '#0a4199',
  'completed-ground': '#c9eed8',
  'completed-ink': '#0b5741',
  'dropped-ground': '#f7ecdd',
  'dropped-ink': '#7a4310',
  'overdue-ground': '#fde4e1',
  'overdue-ink': '#9b1c13',
  'soon-ground': '#fff1cc',
  'soon-ink': '#6b4a00',
  'undated-ground': '#e9e6fb',
  'undated-ink': '#46329b',
  'waiting-ground': '#c6edf2',
  'waiting-ink': '#07485a',
  'missing-ground': '#fde7f3',
  'missing-ink': '#7b1650',
};

/** The line around cells that have a ground: as well seen on every tone as the sheet's own lines are on white. */
export const SHEET_LINE = '#c9ced6';

export const DARK: Colours = {
  ground: '#1b1e23',
  raised: '#24282e',
  line: '#3a4048',
  field: '#8b949e',
  ink: '#e6e9ed',
  quiet: '#aab2bc',
  strong: '#9cc1ff',
  'on-strong': '#10233f',
  bad: '#ffd0cb',
  good: '#b8ecc8',
};

export const DARK_TONES: Tones = {
  'proposed-ground': '#343a43',
  'proposed-ink': '#d3dae3',
  'active-ground': '#1f3a63',
  'active-ink': '#a9caff',
  'completed-ground': '#1b4536',
  'completed-ink': '#a6e8cb',
  'dropped-ground': '#43382c',
  'dropped-ink': '#f0c794',
  'overdue-ground': '#561f1b',
  'overdue-ink': '#ffb4ab',
  'soon-ground': '#4a3a0f',
  'soon-ink': '#ffe19a',
  'undated-ground': '#37305c',
  'undated-ink': '#d9d1ff',
  'waiting-ground': '#0f4a55',
  'waiting-ink': '#9fe4ef',
  'missing-ground': '#4d1f3a',
  'missing-ink': '#ffcce6',
};
