// The colours of the charts. Each meaning also has a pattern or a shape: colour is never the only sign.
import { useEffect, useState } from 'preact/hooks';

export interface Palette {
  ink: string;
  quiet: string;
  ground: string;
  line: string;
  blue: string;
  green: string;
  amber: string;
  grey: string;
  red: string;
}

/** For the screen in light, and for saved pictures, which stand on white paper. */
export const LIGHT: Palette = {
  ink: '#202124',
  quiet: '#5f6368',
  ground: '#ffffff',
  line: '#dadce0',
  blue: '#1a73e8',
  green: '#188038',
  amber: '#b06000',
  grey: '#80868b',
  red: '#b3261e',
};

const DARK: Palette = {
  ink: '#e8eaed',
  quiet: '#bdc1c6',
  ground: '#202124',
  line: '#3c4043',
  blue: '#8ab4f8',
  green: '#81c995',
  amber: '#fdd663',
  grey: '#9aa0a6',
  red: '#f2b8b5',
};

/** The palette of the colours that the person's system asks for, also when that changes. */
export function usePalette(): Palette {
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
