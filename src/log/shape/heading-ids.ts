// The ID of an experiment in its heading.
import type { IdPlace } from '../../domain/register/log-shape.ts';
import type { Span } from '../reading/tiling.ts';
import { isMonth } from '../text/dates.ts';
import { isEntryWord } from './log-names.ts';
import { familyOf, type Shape } from './shape.ts';

/** `K-BIZ-001`, `EXP-004a`, `ADR_12`; `W12`. */
const NAMED =
  '(?:\\p{L}[\\p{L}\\p{N}]{0,30}(?:[-_./][\\p{L}\\p{N}]{1,30}){0,5}[-_]\\d{1,15}\\p{Ll}?|\\p{L}{1,5}\\d{1,6}\\p{Ll}?)(?![\\p{L}\\p{N}])';
/** Blanks, those that nobody sees, too. */
const GAP = '[ \\t\\u00a0]';
/** Of `1.2`, `9:30` and `13–14` the first number is none. */
const NUMBER = '\\d{1,6}\\p{Ll}?(?![\\p{L}\\p{N}]|[.:–—]\\d)';
const MARK = '[:：.)|｜–—·•]';
/** A wide colon needs no blank behind it. */
const MARKED = `${GAP}*(?:${MARK}+(?:${GAP}+|$)|：${GAP}*)`;

/** In the order in which they are tried; the first group is the word before, the second the ID. */
const FRONTS: readonly { place: IdPlace; pattern: RegExp }[] = [
  // As the template has it, which is seen at once: the others know the letters of the world.
  { place: 'bracket', pattern: new RegExp(`^(\\[${GAP}*)([^\\s[\\]]+-\\d+)${GAP}*\\](?!\\()${GAP}*`) },
  {
    place: 'bracket',
    pattern: new RegExp(`^(\\[${GAP}*)([^\\s[\\]]+-\\d+\\p{Ll}?|${NAMED}|#?${NUMBER})${GAP}*\\](?!\\()${GAP}*`, 'u'),
  },
  {
    place: 'word',
    pattern: new RegExp(
      `^([\\p{L}/]{2,20}(?:${GAP}\\p{L}{2,12})?\\.?${GAP}+(?:(?:no|nr|n°|num|número|numéro|nummer)\\.?${GAP}*)?#?)(${NUMBER}|${NAMED})(?:${GAP}*${MARK}+${GAP}*|${GAP}+-+${GAP}+|${GAP}+(?=[([][^()[\\]]*\\d{2}[^()[\\]]*[)\\]])|${GAP}*$)`,
      'iu',
    ),
  },
  {
    place: 'lead',
    pattern: new RegExp(`^()(${NAMED})(?:${MARKED}|${GAP}+(?:(?:-+|${MARK}|→|»)${GAP}+)?|$)`, 'u'),
  },
  {
    // In code, in brackets, or with the address of its page.
    place: 'lead',
    pattern: new RegExp(`^([\`[])(${NAMED})(?:\`|\\](?:\\([^()\\s]*\\))?)(?:${MARKED}|${GAP}+|$)`, 'u'),
  },
  { place: 'number', pattern: new RegExp(`^(#?)(${NUMBER})(?:${MARKED}|${GAP}+-+${GAP}+|$)`, 'u') },
  { place: 'number', pattern: new RegExp(`^(#)(${NUMBER})${GAP}+`, 'u') },
  { place: 'digits', pattern: new RegExp(`^()(${NUMBER})${GAP}+`, 'u') },
];
const TAIL = new RegExp(`${GAP}+[([]${GAP}*(#?)(${NAMED}|${NUMBER})${GAP}*[)\\]]$`, 'u');

function isKnown(shape: Shape | undefined, place: IdPlace, family: string): boolean {
  if (shape === undefined) return true;
  const families = shape.ids.get(place);
  return families !== undefined && (families.size === 0 || families.has(family));
}

/** The ID that a heading begins with, without what stands before it; of a shape one that it knows. */
export function frontId(text: string, shape: Shape | undefined) {
  if (!/\d/.test(text)) return undefined;
  for (const { place, pattern } of FRONTS) {
    if (shape !== undefined && !shape.ids.has(place)) continue;
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, before = '', id = ''] = match;
    // `Move S3 — now` names no experiment unless the log is known for such.
    if (!shape && place === 'word' && /^\D/.test(id) && !isEntryWord(before)) continue;
    // `4 March – Rye` begins with a day.
    if (place !== 'word' && /^\d/.test(text) && isMonth(DAY_OF_MONTH.exec(text)?.[1] ?? '')) continue;
    // `March 2026` is a month, and no experiment's number.
    if (place === 'word' && id.length === 4 && isMonth(before.trim())) continue;
    const family = place === 'word' ? before.trim().toLowerCase() : familyOf(id);
    if (place === 'bracket' ? !isBracketed(shape, id) : !isKnown(shape, place, family)) continue;
    // A mark between bracket and title is the title's unless the log has one there.
    const mark =
      place === 'bracket' && shape && /^.*\{id\}[ \t]*\][ \t]*([:：.–—|-]+)[ \t]*\{title\}/.exec(shape.heading)?.[1];
    const rest =
      mark && text.startsWith(mark, whole.length) ? /^[ \t]*/.exec(text.slice(whole.length + mark.length)) : null;
    return { place, id, before, family, length: whole.length + (mark && rest ? mark.length + rest[0].length : 0) };
  }
  return undefined;
}

const DAY_OF_MONTH = /^\d\d?(?:st|nd|rd|th|\.)?[ \u00a0](\p{L}{3,10})\.?(?=[ \u00a0]*(?:[:：–—|·-]|$))/u;

/** `7.0.0-2` is a release's. */
const isVersion = (text: string): boolean => /^v?\d+\.\d+/.test(text);

/** In brackets an ID with a hyphen is one whatever it begins with, as in the template; others as the log has them. */
function isBracketed(shape: Shape | undefined, id: string): boolean {
  if (/^[^\s[\]]+-\d+$/.test(id)) return !isVersion(id);
  if (shape === undefined) return true;
  return shape.ids.get('bracket')?.has(familyOf(id)) === true;
}

/** The ID in brackets at the end of a heading that has these words, and where it begins with what parts it from them. */
export function tailId(words: string, shape: Shape | undefined): (Span & { family: string; gap: number }) | undefined {
  const tail = TAIL.exec(words);
  const id = tail?.[2] ?? '';
  const family = tail ? familyOf(id) : '';
  // `(2024)` is a year.
  if (!tail || /^(?:19|20)\d\d$/.test(id) || !isKnown(shape, 'tail', family)) return undefined;
  const start = tail.index + tail[0].indexOf(id, tail[0].search(/[([]/));
  return { start, end: start + id.length, family, gap: tail.index };
}
