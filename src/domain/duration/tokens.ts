// Text taken apart into words, numbers and marks, in one pass over it.
import { type Entry, entryOf } from './lexicon.ts';

export interface Token {
  kind: 'word' | 'number' | 'mark';
  /** A word in small letters without accents; digits as written; a mark as its plainest form: every dash is `-`, every opening bracket `(`. */
  text: string;
  /** Where it stands in the text, the end exclusive. */
  from: number;
  to: number;
  /** What the word means, if the grammar knows it. */
  entry: Entry | undefined;
}

export type Tokens = readonly Token[];

// A word is anything that is no space, digit, punctuation or symbol, so that no table of Unicode letters is needed.
const OTHER_DIGITS =
  '\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u2070-\\u2089\\u2150-\\u2189\\u2460-\\u249b\\uff10-\\uff19';
const WORD =
  '[^\\s\\d!-@\\[-`{-\\u00bf\\u00d7\\u00f7\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u2000-\\u2bff\\u3000-\\u303f\\ud800-\\udfff\\ufe10-\\ufe6f\\uff00-\\uff20]+';
const NUMBER = `['\\u2019]?\\d+|[${OTHER_DIGITS}]`;
const DASH = '-\\u2010-\\u2015\\u2212\\u2796\\ufe58\\ufe63\\uff0d';
const MARK = `\\+\\/?[${DASH}]|[${DASH}=]>|[${DASH}\\n.,;:!?()\\[\\]{}+=/~<>&@|%#$\\u00a3\\u20ac\\u00aa\\u00b0\\u00ba\\u00b1\\u00b7\\u00d7\\u2022\\u2026\\u2192\\u21d2\\u2248\\u2264\\u2265]`;

/** Marks that mean the same, behind the plainest of them. */
const ALIKE_MARKS = [
  '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2796\ufe58\ufe63\uff0d',
  '([{',
  ')]}',
  '→⇒',
  ';|·•…',
  '~≈',
  '<≤',
  '>≥',
  '$£€',
  'ºª°',
];
const plainMarks = new Map<string, string>();
/** Longer words are none of ours; they need no folding. */
const LONGEST_WORD = 24;
const LAST_LATIN = 0x1eff;
/** "zweiwöchig", "dreimonatige": a number and a unit in one word. */
const SHORTEST_COMPOUND = 8;
const COMPOUND = /^(.{3,}?)((?:tag|woch|monat|jahr)ig.{0,2})$/;

/** Nobody states an end in so many words; a text of any length is read in a bounded time. */
export const MOST_TOKENS = 200;

let pattern: RegExp | undefined;

/** The first `MOST_TOKENS` tokens of a text; spaces and all other signs only part them. `isWhole`: there are no more. */
export function tokenize(text: string): { tokens: Token[]; isWhole: boolean } {
  pattern ??= new RegExp(`(${WORD})|(${NUMBER})|${MARK}`, 'g');
  pattern.lastIndex = 0;
  const tokens: Token[] = [];
  let match = pattern.exec(text);
  for (; match && tokens.length < MOST_TOKENS; match = pattern.exec(text)) {
    const from = match.index;
    const to = pattern.lastIndex;
    if (match[1] !== undefined) {
      const text = to - from > LONGEST_WORD ? '' : fold(match[1]);
      const entry = entryOf(text);
      const parts = entry ? undefined : partsOf(text);
      if (parts) for (const part of parts) tokens.push({ kind: 'word', text: part, from, to, entry: entryOf(part) });
      else tokens.push({ kind: 'word', text, from, to, entry });
    } else if (match[2] !== undefined) tokens.push({ kind: 'number', text: match[2], from, to, entry: undefined });
    else tokens.push({ kind: 'mark', text: plainMark(match[0]), from, to, entry: undefined });
  }
  return { tokens, isWhole: match === null };
}

/** The two words of a compound of a number and a unit. */
function partsOf(word: string): [string, string] | undefined {
  const [, amount = '', unit = ''] = (word.length < SHORTEST_COMPOUND ? null : COMPOUND.exec(word)) ?? [];
  return entryOf(amount)?.amount !== undefined && entryOf(unit)?.unit ? [amount, unit] : undefined;
}

/** True if the token is one of the marks, each a single character. */
export function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.kind === 'mark' && marks.includes(token.text);
}

/** True if the token stands right behind the one before it. */
export function isGlued(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && before.to === token.from;
}

function fold(word: string): string {
  // Only Latin letters are folded: our words have none of the other scripts.
  if (word.charCodeAt(0) > LAST_LATIN) return '';
  const small = word.toLowerCase();
  if (!/[^a-z]/.test(small)) return small;
  if (/[^a-z\u00c0-\u036f\u1e00-\u1eff]/.test(small)) return '';
  return small
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss');
}

/** `+-` and `+/-` are `±`, `->` and `=>` are `→`. */
function plainMark(mark: string): string {
  let plain = plainMarks.get(mark);
  if (plain === undefined) {
    const alike = ALIKE_MARKS.find((marks) => marks.includes(mark));
    plain = mark.length > 1 ? (mark.startsWith('+') ? '±' : '→') : (alike?.charAt(0) ?? mark);
    plainMarks.set(mark, plain);
  }
  return plain;
}
