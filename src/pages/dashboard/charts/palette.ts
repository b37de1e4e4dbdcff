// The colours that charts are drawn in. Each meaning also has a pattern or a shape: colour is never the only sign.
import { useEffect, useState } from 'preact/hooks';
import { type Colours, DARK, DARK_TONES, LIGHT, LIGHT_TONES, type Tones } from '../../../domain/colours.ts';

export type Palette = Colours & Tones;

/** For the screen in light, and for saved pictures, which stand on white paper. */
export const ON_LIGHT: Palette = { ...LIGHT, ...LIGHT_TONES };

const ON_DARK: Palette = { ...DARK, ...DARK_TONES };

/** The colours that the person's system asks for, also when that changes. */
export function usePalette(): Palette {
  const [isDark, setDark] = useState(() => darkness().matches);
  useEffect(() => {
    const query = darkness();
    const changed = () => setDark(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return isDark ? ON_DARK : ON_LIGHT;
}

function darkness(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}
