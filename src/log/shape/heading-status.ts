// A status that a heading says: as an emoji beside the title, or as a word in front of it or behind it.
import type { StatusPlace } from '../../domain/register/log-shape.ts';
import type { Span } from '../reading/tiling.ts';
import { isStatusWord, statusEmojiIn } from './status-words.ts';

/** Where the status stands, and what is left of the text without it: offsets in the text. */
export interface HeadingStatus {
  place: StatusPlace;
  status: Span;
  /** Whether the heading calls it one: `[status: done]`. */
  isNamed: boolean;
  rest: Span;
}

const NAME = '((?:status|state|stand|statut|estado|stato)[ \\t]*[:：=][ \\t]*)?';
/** `[done] …`, `(done) — …`, `[status: done] …`. */
const FRONT = new RegExp(
  `^[[(\`]${NAME}([^()[\\]\\n\`]{2,30})[)\\]\`](?!\\(|(?<=\\]):)[ \\t]*(?:[:：–—|-][ \\t]+)?`,
  'i',
);
/** `… (in progress)`, `… *(in progress)*`, `` … `done` ``, `… — ✅ done`, `… [status: done]`. */
const END = new RegExp(
  `[ \\t]+(?:[*_]{0,2}[([\`]${NAME}([^()[\\]\`\\n]{2,30})[)\\]\`][*_]{0,2}|(?:[–—|]|-{1,3})[ \\t]+${NAME}([^()[\\]\\n–—|]{2,30}))$`,
  'i',
);

/** The status that a text begins or ends with, at the places where headings may have one. */
export function statusAround(text: string, isAt: (place: StatusPlace) => boolean): HeadingStatus | undefined {
  const front = '[(`'.includes(text.charAt(0)) && isAt('front') ? FRONT.exec(text) : null;
  if (front && isStatusWord(front[2] ?? '')) {
    const status = wordAt(1 + (front[1] ?? '').length, front[2] ?? '');
    return { place: 'front', status, isNamed: !!front[1], rest: { start: front[0].length, end: text.length } };
  }
  const end = /[)\]`][*_]*$|[ \t][–—|-]/.test(text) && isAt('end') ? END.exec(text.slice(-60)) : null;
  const word = end?.[2] ?? end?.[4] ?? '';
  if (!end || !isStatusWord(word)) return undefined;
  const isNamed = (end[1] ?? end[3]) !== undefined;
  const from = Math.max(0, text.length - 60) + end.index;
  const status = wordAt(from + end[0].lastIndexOf(word), word);
  return { place: 'end', status, isNamed, rest: { start: 0, end: from } };
}

/** The emoji around a text, `bare` being what is left without them, that says a status. */
export function statusBeside(text: string, bare: Span): Span | undefined {
  const before = statusEmojiIn(text.slice(0, bare.start));
  if (before) return before;
  const behind = statusEmojiIn(text.slice(bare.end));
  return behind && { start: bare.end + behind.start, end: bare.end + behind.end };
}

/** A word without the blanks around it. */
function wordAt(from: number, word: string): Span {
  const start = from + word.length - word.trimStart().length;
  return { start, end: start + word.trim().length };
}
