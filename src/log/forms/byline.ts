// The line below a heading that says several things at once: `*Status: done · Owner: Jo*`, `_Started 2026-03-01 — shipped_`.
import type { Span } from '../reading/tiling.ts';
import { OWN, wordOfLabel } from '../shape/label-words.ts';
import { isStatusWord } from '../shape/status-words.ts';
import { findDate } from '../text/dates.ts';
import { fieldSet } from '../text/field-set.ts';
import { BEFORE_DAYS } from '../words/statuses.ts';
import { isKnownWord } from './label-lines.ts';

/** One thing that such a line says: offsets in the line. */
export interface BylinePart {
  /** As it is written; `''` where the value says by itself what it is. */
  label: string;
  /** The label, or what it would be called. */
  word: string;
  start: number;
  value: Span;
}

/** What the template has for a value that is not there yet. */
const EMPTY = /^[ \t]*\((?:pending|none yet)\)[ \t]*$/i;
/** Longer lines are text. */
const LONGEST = 200;
/** Longer words are no status. */
const LONGEST_STATUS = 60;
/** What such a line or a part of it stands in, and what closes it. */
const WRAPS: readonly (readonly [open: string, close: string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['*', '*'],
  ['_', '_'],
  ['`', '`'],
  ['(', ')'],
  ['[', ']'],
];
const LEAD = /^[ \t]*(?:>[ \t]?|[-*+][ \t]+)?/;
const SEPARATOR = /[ \t]*[|·•;][ \t]*|,[ \t]+|[ \t]+(?:[–—/]|-{1,2})[ \t]+|(?<=`)[ \t]+(?=`)|[ \t]{2,}/g;
const LABEL = /^(\p{L}[^:：*_`|]{0,30}?)[*_]{0,2}[ \t]*[:：][*_]{0,2}[ \t]*(?=\S)/u;
/** A word before a status: `Status done`. */
const BEFORE_WORD = /^(\p{L}[\p{L} ]{1,24}?)[ \t]+(?=\S)/u;
/** Marks of Markdown, and what HTML begins with, make text of a word that is a status by itself. */
const isStatus = (text: string): boolean =>
  text.length < LONGEST_STATUS && !/[\\<>#*_`[\]|]/.test(text) && isStatusWord(text);
const DAY = fieldSet('date', 'started') | OWN;
/** What parts a status from its day. */
export const ON = new RegExp(`[ \\t]+(?:${BEFORE_DAYS})$`, 'i');

/** The part of a text that is left without blanks and the marks around it; undefined where none are closed. */
function unwrapped(line: string, { start, end }: Span): Span | undefined {
  if (/[\p{L}\p{N}]/u.test(line.charAt(start))) return undefined;
  for (const [open, close] of WRAPS) {
    const from = start + open.length;
    const to = end - close.length;
    if (to <= from || !line.startsWith(open, start) || !line.startsWith(close, to)) continue;
    if (!line.slice(from, to).includes(close)) return { start: from, end: to };
  }
  return undefined;
}

const trimmed = (line: string, { start, end }: Span): Span => {
  const text = line.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: from + text.trim().replace(/\.$/, '').length };
};

/** The pieces of a line between what parts them, and its days, which are never parted. */
function piecesOf(line: string, { start, end }: Span, dayFirst: boolean): { pieces: Span[]; days: Span[] } {
  let text = line.slice(start, end);
  const days: Span[] = [];
  for (let date = findDate(text, dayFirst); date; date = findDate(text, dayFirst)) {
    days.push({ start: start + date.start, end: start + date.end });
    text = text.slice(0, date.start) + 'x'.repeat(date.end - date.start) + text.slice(date.end);
  }
  const pieces: Span[] = [];
  let at = 0;
  SEPARATOR.lastIndex = 0;
  for (let gap = SEPARATOR.exec(text); gap; gap = SEPARATOR.exec(text)) {
    pieces.push({ start: start + at, end: start + gap.index });
    at = SEPARATOR.lastIndex;
  }
  pieces.push({ start: start + at, end });
  return { days, pieces: pieces.map((piece) => trimmed(line, piece)).filter((piece) => piece.start < piece.end) };
}

/** What a piece says; none for words that say nothing by themselves. */
function partsOf(line: string, piece: Span, days: readonly Span[]): BylinePart[] {
  const { start, end } = unwrapped(line, piece) ?? piece;
  const text = line.slice(start, end);
  const label = LABEL.exec(text);
  const known = label && wordOfLabel(label[1] ?? '');
  if (label && known && isKnownWord(known))
    return [{ label: label[1] ?? '', word: label[1] ?? '', start, value: { start: start + label[0].length, end } }];
  const last = days.find((day) => day.start >= start && day.end === end);
  const first = last && firstOfRange(line, last, days);
  if (last && first !== undefined && first < start) return [];
  const value = last && { start: first ?? last.start, end };
  const lead = value ? line.slice(start, value.start).trim() : '';
  if (value && /^\p{L}[\p{L} ]{1,24}$/u.test(lead)) {
    if (wordOfLabel(lead).says & DAY) return [{ label: lead, word: lead, start, value }];
    const status = lead.replace(ON, '');
    if (!isStatus(status)) return [];
    return [bare('Status', { start, end: start + status.length }), bare('Date', value)];
  }
  if (value?.start === start) return [bare('Date', value)];
  if (isStatus(text)) return [bare('Status', { start, end })];
  const named = BEFORE_WORD.exec(text);
  const status = named && text.slice(named[0].length);
  if (named && status && wordOfLabel(named[1] ?? '').meaning?.key === 'status' && isStatus(status))
    return [{ label: named[1] ?? '', word: named[1] ?? '', start, value: { start: start + named[0].length, end } }];
  return [];
}

/** What parts the first day of a range from its last, and such a day without its year. */
const UP_TO = /[ \t]*(?:[–—→-]|->|--|to|until|bis|au|al|tot)[ \t]*$/;
const DAY_OF_YEAR = /(?<=^|[ \t])(?:\d\d?(?:st|nd|rd|th|\.)?[ ]\p{L}{3,10}\.?|\p{L}{3,10}\.?[ ]\d\d?)$/u;

/** Where the first day of a range stands, of which this is the last: `3 Feb – 17 Feb 2026`. */
function firstOfRange(line: string, { start }: Span, days: readonly Span[]): number | undefined {
  const before = line.slice(0, start).replace(UP_TO, '');
  if (before.length === start) return undefined;
  const whole = days.find(({ end }) => end === before.length)?.start;
  const short = /^\d{4}/.test(line.slice(start)) ? undefined : DAY_OF_YEAR.exec(before)?.index;
  return whole ?? short;
}

const bare = (word: string, value: Span): BylinePart => ({ label: '', word, start: value.start, value });

const SAYING = fieldSet('status', 'started', 'date');

/**
 * What a line says that is the first below a heading; none for text. Words that say nothing stand in it only where marks are around all of it;
 * behind a label they go on with its value.
 */
export function bylineOf(line: string, dayFirst = true): BylinePart[] {
  if (line.length > LONGEST || EMPTY.test(line)) return [];
  const whole = { start: LEAD.exec(line)?.[0].length ?? 0, end: line.length };
  const inner = unwrapped(line, whole);
  // Most that stands there is a sentence, whose first words say nothing.
  if (!inner && !/\d/.test(line.slice(0, LONGEST_STATUS))) {
    const [lead = ''] = line.slice(whole.start).split(SEPARATOR, 1);
    if (partsOf(line, { start: whole.start, end: whole.start + lead.length }, []).length === 0) return [];
  }
  const parts: BylinePart[] = [];
  const { pieces, days } = piecesOf(line, inner ?? whole, dayFirst);
  for (const piece of pieces) {
    const found = partsOf(line, piece, days);
    const last = parts[parts.length - 1];
    if (found.length > 0) parts.push(...found);
    else if (last && last.label !== '') last.value = { start: last.value.start, end: piece.end };
    else if (!inner) return [];
  }
  return parts.some(({ word }) => wordOfLabel(word).says & SAYING) ? parts : [];
}
