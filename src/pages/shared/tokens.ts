// The colours of all pages as custom properties, from the table that they share with the sheet.
import { type Colours, DARK, DARK_TONES, LIGHT, LIGHT_TONES, type Tone, type Tones } from '../../domain/colours.ts';

/** The rules that give every colour its value; paper is light whatever the screen. */
export function tokenRules(): string {
  const root = (colours: Colours) =>
    `:root{${Object.entries(colours)
      .map(([name, value]) => `--${name}:${value};`)
      .join('')}}`;
  return `${root(LIGHT)}:root{color-scheme:light dark}@media screen and (prefers-color-scheme:dark){${root(DARK)}}`;
}

/** A class for each tone, for pages that paint in tones: `tone-overdue` and so on. */
export function toneRules(): string {
  const rules = (tones: Tones) =>
    Object.entries(tones)
      .map(([name, value]) => {
        const [tone, part] = name.split('-') as [Tone, 'ground' | 'ink'];
        return `.tone-${tone}{${part === 'ground' ? 'background' : 'color'}:${value}}`;
      })
      .join('');
  return `${rules(LIGHT_TONES)}@media screen and (prefers-color-scheme:dark){${rules(DARK_TONES)}}`;
}
