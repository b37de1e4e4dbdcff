// Text taken apart into words, numbers and marks, in one pass over it.
import { type Entry, entryOf } from './lexicon.ts';
import type { Role } from './words.ts';

export interface Token {
  kind: 'word' | 'number' | 'mark';
  /** A word in small letters without accents; digits as written; a mark as its plainest form: every dash is `-`, every opening bracket `(`. */
  text: string;
  /** Where it stands in the text, the end exclusive. */
  from: number;
  to: number;
  /** What the word means, if the grammar knows it. */
  entry?: Entry;
}

/** What a rule of the grammar found, and the index of the token after it. */
export interface Found<T> {
  value: T;
  next: number;
}

// A word is anything that is no space, digit, punctuation or symbol, so that no table of Unicode letters is needed.
const WORD =
  '[^\\s\\d!-@\\[-`{-\\u00bf\\u00d7\\u00f7\\u2000-\\u2bff\\u3000-\\u303f\\ud800-\\udfff\\ufe10-\\ufe6f\\uff00-\\uff20]+';
const NUMBER = "['\\u2019]?\\d+|[\\u00bc-\\u00be]";
const DASH = '-\\u2010-\\u2015\\u2212\\u2796\\ufe58\\ufe63\\uff0d';
const MARK = `\\+\\/?[${DASH}]|[${DASH}=]>|[${DASH}\\n.,;:!?()\\[\\]{}+=/~<>&@|\\u00b1\\u00b7\\u00d7\\u2022\\u2026\\u2192\\u21d2\\u2248\\u2264\\u2265]`;

const PLAIN_MARKS: Record<string, string> = {
  '[': '(',
  '{': '(',
  ']': ')',
  '}': ')',
  '->': '→',
  '=>': '→',
  '⇒': '→',
  '+-': '±',
  '+/-': '±',
  '|': ';',
  '·': ';',
  '•': ';',
  '…': ';',
  '≈': '~',
  '≤': '<',
  '≥': '>',
  '@': '×',
};
const ANY_DASH = new RegExp(`[${DASH}]`);
/** Longer words are none of ours; they need no folding. */
const LONGEST_WORD = 24;

/** Nobody states an end after so many words; a text of any length is read in a bounded time. */
export const MOST_TOKENS = 200;

/** The first `MOST_TOKENS` tokens of a text; spaces and all other signs only part them. */
export function tokenize(text: string): Token[] {
  const pattern = new RegExp(`(${WORD})|(${NUMBER})|${MARK}`, 'g');
  const tokens: Token[] = [];
  for (let match = pattern.exec(text); match && tokens.length < MOST_TOKENS; match = pattern.exec(text)) {
    const from = match.index;
    const to = pattern.lastIndex;
    if (match[1] !== undefined) {
      const word = to - from > LONGEST_WORD ? '' : fold(match[1]);
      tokens.push({ kind: 'word', text: word, from, to, entry: entryOf(word) });
    } else if (match[2] !== undefined) tokens.push({ kind: 'number', text: match[2], from, to });
    else tokens.push({ kind: 'mark', text: plainMark(match[0]), from, to });
  }
  return tokens;
}

/** True if the token is one of the marks, each a single character. */
export function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.kind === 'mark' && marks.includes(token.text);
}

/** True if the token stands right behind the one before it. */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && before.to === token.from;
}

/** The index after the longest phrase of the role that begins here; undefined if none does. */
export function follow(tokens: readonly Token[], at: number, role: Role): number | undefined {
  const phrases = tokens[at]?.entry?.phrases?.[role];
  if (!phrases) return undefined;
  let longest: number | undefined;
  for (const rest of phrases) {
    const next = restOf(tokens, at + 1, rest);
    if (next !== undefined && next > (longest ?? at)) longest = next;
  }
  return longest;
}

/** The index after a phrase of the role if one begins here, else the index itself. */
export function skip(tokens: readonly Token[], at: number, role: Role): number {
  return follow(tokens, at, role) ?? at;
}

function restOf(tokens: readonly Token[], at: number, rest: readonly string[]): number | undefined {
  let next = at;
  for (const word of rest) {
    if (isMark(tokens[next], '-/.')) next++;
    if (tokens[next]?.text !== word) return undefined;
    next++;
  }
  return next;
}

function fold(word: string): string {
  const small = word.toLowerCase();
  // Only letters beyond ASCII carry accents.
  if (!/[^a-z]/.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss');
}

function plainMark(mark: string): string {
  if (ANY_DASH.test(mark) && mark.length === 1) return '-';
  const plain = mark.length > 1 ? mark.replace(ANY_DASH, '-') : mark;
  return PLAIN_MARKS[plain] ?? plain;
}
