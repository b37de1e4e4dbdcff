// The colours that charts are drawn in. Each meaning also has a pattern or a shape: colour is never the only sign.
import { useEffect, useState } from 'preact/hooks';
import { type Colours, DARK, LIGHT } from '../../../domain/colours.ts';

/** The colours that the person's system asks for, also when that changes. */
export function usePalette(): Colours {
  const [isDark, setDark] = useState(() => darkness().matches);
  useEffect(() => {
    const query = darkness();
    const changed = () => setDark(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return isDark ? DARK : LIGHT;
}

function darkness(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}
