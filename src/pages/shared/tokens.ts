// The colours of all pages as custom properties, from the table that they share with the sheet.
import { type Colours, DARK, LIGHT } from '../../domain/colours.ts';

/** The rules that give every colour its value; paper is light whatever the screen. */
export function tokenRules(): string {
  const root = (colours: Colours) =>
    `:root{${Object.entries(colours)
      .map(([name, value]) => `--${name}:${value};`)
      .join('')}}`;
  return `${root(LIGHT)}:root{color-scheme:light dark}@media screen and (prefers-color-scheme:dark){${root(DARK)}}`;
}
