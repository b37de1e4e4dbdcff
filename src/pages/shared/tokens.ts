// The design tokens of all pages, as custom properties: the colours that they share with the sheet, spacing, corners and type.
import { type Colours, DARK, LIGHT } from '../../domain/colours.ts';

const SHAPES = {
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-6': '24px',
  round: '6px',
  'round-chip': '999px',
  font: 'Roboto, Arial, sans-serif',
  'text-s': '12px/1.4 var(--font)',
  'text-m': '14px/1.45 var(--font)',
  'text-l': '16px/1.4 var(--font)',
  'text-xl': '20px/1.3 var(--font)',
} as const;

/** The rules that give every token its value; paper is light whatever the screen. */
export function tokenRules(): string {
  const root = (values: Colours | typeof SHAPES) =>
    `:root{${Object.entries(values)
      .map(([name, value]) => `--${name}:${value};`)
      .join('')}}`;
  return `${root(SHAPES)}${root(LIGHT)}:root{color-scheme:light dark}@media screen and (prefers-color-scheme:dark){${root(DARK)}}`;
}
