// How the grid's colours stand on this person's screen: as they are, in the dark theme, or in the colours that the system forces.

const isDark = matchMedia('(prefers-color-scheme: dark)');
const isForced = matchMedia('(forced-colors: active)');

/** Answers are kept: a canvas asks anew for each line and letter. */
const known = new Map<string, string>();

export function isDarkScreen(): boolean {
  return isDark.matches;
}

/** Calls back when what `screenColour` answers may be another than before. */
export function watchScreen(changed: () => void): void {
  for (const media of [isDark, isForced]) {
    media.addEventListener('change', () => {
      known.clear();
      changed();
    });
  }
}

/** What a colour of a light sheet is painted in; what is no colour to CSS stays as it is. */
export function screenColour(colour: string): string {
  if (!isDark.matches && !isForced.matches) return colour;
  let found = known.get(colour);
  if (found === undefined) {
    found = isForced.matches ? forced(colour) : resolved(darkened(colour));
    known.set(colour, found ?? colour);
  }
  return found ?? colour;
}

/**
 * Keeps the hue and turns the lightness round, so that paper and the add-on's tones come out as on its dark pages; strong
 * colours, which glare on dark, are toned down, and pale ones raised.
 */
function darkened(colour: string): string {
  return `oklch(from ${colour} calc(0.235 + 0.87 * pow(1 - l, 0.75)) min(c * 2, 0.09) h)`;
}

/** Grounds, lines and inks become the system's; what lies half transparent over cells stays. */
function forced(colour: string): string | undefined {
  const [, lightness, alpha] = /^oklch\(([\d.]+) [^/]*(\/)?/.exec(resolved(`oklch(from ${colour} l c h)`) ?? '') ?? [];
  if (lightness === undefined || alpha !== undefined) return undefined;
  return resolved(Number(lightness) > 0.9 ? 'Canvas' : Number(lightness) > 0.5 ? 'GrayText' : 'CanvasText');
}

/** A colour as the page computes it, without the theme or another colour in it; undefined where it is none. */
function resolved(colour: string): string | undefined {
  if (!CSS.supports('color', colour)) return undefined;
  const probe = document.createElement('span');
  // Forced colours would put the system's in place of what is asked for.
  probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
