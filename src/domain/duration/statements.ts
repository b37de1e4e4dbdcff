// What a text about a duration states, in its order: lengths, ends, events, phases. What counts is judged elsewhere.

import { readAmount, readUnit } from './amounts.ts';
import { type Label, readLabel } from './checkpoints.ts';
import { canBeginSpan, isEndOfPart, type Place, passStatement, passToken, placeAtStart } from './place.ts';
import { type Extent, isEndOfCount, readExtent } from './spans.ts';
import { type Found, follow, isMark, skip, type Token } from './tokens.ts';
import type { Unit } from './words.ts';
import { readDate, readDateRange, skipLinks } from './written-date.ts';
import type { WrittenDate } from './written-period.ts';

export type Bound = 'exact' | 'min' | 'max' | 'target';

/** A length, with the place it has in the text. */
export interface SpanStatement {
  is: 'span';
  extent: Extent;
  bound: Bound;
  /** At the start of a part of the text, behind a word like `for`, behind `or`, or anywhere else. */
  place: 'start' | 'intro' | 'or' | 'elsewhere';
  /** All there is between two signs. */
  isAlone: boolean;
  /** In brackets, behind `=` or `i.e.`: may say the length before it in other words. */
  isRestating: boolean;
  /** Followed by `each`. */
  isEach: boolean;
}

export type Statement =
  | SpanStatement
  | { is: 'end'; written: WrittenDate; isExtension: boolean; isMinimum: boolean }
  | { is: 'date'; written: WrittenDate; isFirst: boolean }
  | { is: 'start'; written: WrittenDate }
  | { is: 'added' | 'replaced'; extent: Extent }
  | { is: 'event'; isAlso: boolean }
  | { is: 'label'; label: Label }
  | { is: 'counted'; isTouching: boolean }
  | { is: 'openEnded' | 'undecided' | 'rhythm' | 'vague' | 'negative' | 'later' | 'first' };

type Tokens = readonly Token[];

type Rule = (tokens: Tokens, at: number, place: Place) => Found<Statement> | undefined;

/** Everything the tokens state; a date without a year is the first on or after `start`. One pass, with a bounded look ahead. */
export function readStatements(tokens: Tokens, start: number): Statement[] {
  const statements: Statement[] = [];
  const place = placeAtStart(start);
  let at = 0;
  while (at < tokens.length) {
    const found = readStatement(tokens, at, place);
    if (found) {
      const { value } = found;
      statements.push(value);
      passStatement(place, value.is === 'span' ? value.extent.least[0]?.unit : undefined, value.is === 'label');
    }
    at = found?.next ?? passToken(tokens, at, place);
  }
  return statements;
}

const RULES: Rule[] = [
  readPhase,
  readExtension,
  readAddition,
  readVague,
  readEnd,
  readStart,
  readQualifiedSpan,
  readBareDate,
  readRhythm,
  readComparison,
  readUnlimited,
  readEvent,
];

function readStatement(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  const token = tokens[at];
  // Most words of a long text are none of the grammar's.
  if (!token || (token.kind === 'word' && !token.entry)) return undefined;
  if (token.kind === 'mark' && !isMark(token, '+-→~<>')) return undefined;
  if (token.kind === 'number' && !canBeginSpan(place) && !place.isTouching) return undefined;
  for (const rule of RULES) {
    const found = rule(tokens, at, place);
    if (found) return found;
  }
  return undefined;
}

/** `Week 1 —`, `Phase 2 (2 weeks):` */
function readPhase(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!place.isStart) return undefined;
  const label = readLabel(tokens, at);
  if (!label || (place.isFirst && !isEndOfPart(tokens, label.next))) return undefined;
  return { value: { is: 'label', label: label.value }, next: label.next };
}

/** `extended to 6`, `→ 6 weeks`, `extended until 2026-06-30`, `extended by 2 weeks`. */
function readExtension(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!(place.isStart || place.isTouching)) return undefined;
  const to = isMark(tokens[at], '→') ? at + 1 : follow(tokens, at, 'extendedTo');
  if (to !== undefined) {
    const date = readDate(tokens, skipLinks(tokens, to), place.start, false);
    const extent = date ? undefined : (readExtent(tokens, to) ?? readBareNumber(tokens, to, place.unit));
    if (extent) return { value: { is: 'replaced', extent: extent.value }, next: extent.next };
    return date && { value: { is: 'end', written: date.value, isExtension: true, isMinimum: false }, next: date.next };
  }
  const by = follow(tokens, at, 'extendedBy');
  const extent = by === undefined ? undefined : readExtent(tokens, by);
  return extent && { value: { is: 'added', extent: extent.value }, next: extent.next };
}

/** `+ 1 week buffer`, `then 2 weeks`. */
function readAddition(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  const plus = isMark(tokens[at], '+') ? at + 1 : follow(tokens, at, 'plus');
  const extent = plus === undefined || !place.isHead ? undefined : readExtent(tokens, plus);
  return extent && { value: { is: 'added', extent: extent.value }, next: extent.next };
}

/** `a few weeks`, `weeks`. */
function readVague(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!(place.isStart || place.isIntroduced)) return undefined;
  const few = follow(tokens, at, 'few') ?? follow(tokens, at + 1, 'few');
  const unit = few === undefined ? undefined : readUnit(tokens, few);
  if (unit) return { value: { is: 'vague' }, next: unit.next };
  const bare =
    tokens[at]?.kind === 'word' && tokens[at]?.entry?.number === undefined ? readUnit(tokens, at) : undefined;
  return bare && isEndOfPart(tokens, bare.next) ? { value: { is: 'vague' }, next: bare.next } : undefined;
}

/** `until 30 June`, `End date: 2026-04-29`, `2026-09-28 through 2026-10-05`. */
function readEnd(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  const minimum = follow(tokens, at, 'min');
  const isMinimum = minimum !== undefined;
  const from = minimum ?? at;
  const isHere = place.isStart || place.isTouching || place.isIntroduced;
  const end = place.isStart ? follow(tokens, from, 'end') : undefined;
  const inRunningText = place.isHead && !place.isBracketed;
  const through = (isHere || inRunningText) && !place.isInPhases ? follow(tokens, from, 'through') : undefined;
  const until = (isHere || inRunningText) && !place.isInPhases ? follow(tokens, from, 'until') : undefined;
  const by = isHere && !place.isInPhases ? follow(tokens, from, 'by') : undefined;
  const state = (found: Found<WrittenDate>, written = found.value): Found<Statement> => ({
    value: { is: 'end', written, isExtension: false, isMinimum },
    next: found.next,
  });
  const inclusive = end ?? through;
  if (inclusive !== undefined) {
    // "End of March" is a period's end by itself; "end: March 3" is a day.
    const isOfPeriod = end !== undefined && (follow(tokens, from, 'endOf') ?? 0) > end;
    const date = readDate(tokens, isOfPeriod ? from : skipLinks(tokens, inclusive), place.start, true);
    if (date) return state(date);
  }
  const upTo = until ?? by;
  if (upTo !== undefined && !readExtent(tokens, upTo)) {
    const date = readDate(tokens, skipLinks(tokens, upTo), place.start, true);
    if (date && 'day' in date.value && date.value.isPeriod) return state(date, { problem: UNTIL_A_PERIOD });
    if (date) return state(date);
  }
  const range =
    isHere && !place.isInPhases && !readExtent(tokens, at) ? readDateRange(tokens, at, place.start) : undefined;
  return range && (place.isHead || isEndOfPart(tokens, range.next)) ? state(range) : undefined;
}

const UNTIL_A_PERIOD =
  'It may end with the first or the last day named; write the last day, such as "end of March" or "until 2026-03-31".';

/** `from 2026-03-01`, `starting March 1`. */
function readStart(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!(place.isStart || place.isTouching) || place.isInPhases) return undefined;
  const on = follow(tokens, at, 'startsOn');
  const date = on === undefined ? undefined : readDate(tokens, skipLinks(tokens, on), place.start, true);
  return date && { value: { is: 'start', written: date.value }, next: date.next };
}

/** A length with the words that bound it before or behind it. */
function readQualifiedSpan(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (place.isInPhases) return undefined;
  if (place.isFirst && isMark(tokens[at], '-') && readExtent(tokens, at + 1)) {
    return { value: { is: 'negative' }, next: at + 1 };
  }
  if (place.isStart && follow(tokens, at, 'minus') !== undefined && readExtent(tokens, at + 1)) {
    return { value: { is: 'negative' }, next: at + 1 };
  }
  const qualified = readBound(tokens, at);
  if (!qualified && !canBeginSpan(place)) return undefined;
  const from = skipAbout(tokens, qualified?.next ?? at);
  const extent = readExtent(tokens, from) ?? (qualified ? readBareNumber(tokens, from, place.unit) : undefined);
  if (!extent) return undefined;
  const behind = qualified ? undefined : readBoundBehind(tokens, extent.next);
  const each = follow(tokens, behind?.next ?? extent.next, 'every');
  const next = each ?? behind?.next ?? extent.next;
  return {
    value: {
      is: 'span',
      extent: extent.value,
      bound: qualified?.value ?? behind?.value ?? (extent.value.most ? 'exact' : 'min'),
      place: place.isBehindOr ? 'or' : place.isIntroduced ? 'intro' : place.isStart ? 'start' : 'elsewhere',
      isAlone: place.isStart && (isEndOfPart(tokens, next) || (qualified !== undefined && isEndOfCount(tokens, next))),
      isRestating: place.isRestating,
      isEach: each !== undefined,
    },
    next,
  };
}

function readBound(tokens: Tokens, at: number): Found<Bound> | undefined {
  for (const bound of BOUNDS) {
    const after = isMark(tokens[at], bound.sign) ? at + 1 : follow(tokens, at, bound.value);
    if (after === undefined) continue;
    // "max.", "≥", "max:"
    const next = isMark(tokens[after], '.:=') ? after + 1 : after;
    return { value: bound.value, next };
  }
  return undefined;
}

const BOUNDS = [
  { value: 'max', sign: '<', behind: 'maxAfter' },
  { value: 'min', sign: '>', behind: 'minAfter' },
  { value: 'target', sign: '', behind: 'targetAfter' },
] as const;

function readBoundBehind(tokens: Tokens, at: number): Found<Bound> | undefined {
  for (const { value, behind } of BOUNDS) {
    const next = follow(tokens, at, behind);
    // "2 weeks, at least 3 shops": then it is about the shops.
    if (next !== undefined && !readAmount(tokens, next)) return { value, next };
  }
  return undefined;
}

/** `about`, `~`, `approx.` */
function skipAbout(tokens: Tokens, at: number): number {
  const about = isMark(tokens[at], '~') ? at + 1 : skip(tokens, at, 'about');
  return about > at && isMark(tokens[about], '.') ? about + 1 : about;
}

/** `max 4` after `min 2 weeks`: a number alone has the unit before it. */
function readBareNumber(tokens: Tokens, at: number, unit: Unit | undefined): Found<Extent> | undefined {
  const amount = unit ? readAmount(tokens, at) : undefined;
  if (!unit || !amount || !isEndOfCount(tokens, amount.next)) return undefined;
  const parts = [{ amount: amount.value, unit }];
  return { value: { least: parts, most: parts }, next: amount.next };
}

/** A date with no word about what it is. */
function readBareDate(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!place.isStart || !place.isHead || (isMonthName(tokens, at) && tokens[at + 1]?.kind !== 'number'))
    return undefined;
  const date = readDate(tokens, at, place.start, false);
  const isFirst = place.isFirst;
  if (!date || !(isFirst || isEndOfPart(tokens, date.next))) return undefined;
  return { value: { is: 'date', written: date.value, isFirst }, next: date.next };
}

function isMonthName(tokens: Tokens, at: number): boolean {
  return tokens[at]?.entry?.month !== undefined;
}

/** `every 2 weeks`, `weekly`. */
function readRhythm(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!place.isHead) return undefined;
  const every = follow(tokens, at, 'every');
  const amount = every === undefined ? undefined : readAmount(tokens, every);
  const unit = every === undefined ? undefined : readUnit(tokens, amount?.next ?? every);
  if (unit) return { value: { is: 'rhythm' }, next: unit.next };
  const word = place.isStart ? follow(tokens, at, 'rhythm') : undefined;
  return word === undefined ? undefined : { value: { is: 'rhythm' }, next: word };
}

/** `whichever is longer`, `whichever comes first`. */
function readComparison(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!place.isHead) return undefined;
  const later = follow(tokens, at, 'later');
  if (later !== undefined) return { value: { is: 'later' }, next: later };
  const first = follow(tokens, at, 'first');
  return first === undefined ? undefined : { value: { is: 'first' }, next: first };
}

/** `ongoing`, `TBD`. */
function readUnlimited(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!place.isStart || !place.isHead) return undefined;
  const open = follow(tokens, at, 'openEnded');
  if (open !== undefined) return { value: { is: 'openEnded' }, next: open };
  const alone = follow(tokens, at, 'undecidedAlone');
  const next =
    follow(tokens, at, 'undecided') ?? (alone !== undefined && isEndOfPart(tokens, alone) ? alone : undefined);
  return next === undefined ? undefined : { value: { is: 'undecided' }, next };
}

/** `until both pass`, `once approved`; `after launch` right behind a length or before it. */
function readEvent(tokens: Tokens, at: number, place: Place): Found<Statement> | undefined {
  if (!place.isHead) return undefined;
  const after = place.isStart || place.isTouching ? follow(tokens, at, 'after') : undefined;
  if (after !== undefined) {
    if (follow(tokens, after, 'pronoun') !== undefined) return undefined;
    const isRunItself = follow(tokens, after, 'startOfRun') !== undefined;
    return isRunItself || place.isBracketed
      ? undefined
      : { value: { is: 'counted', isTouching: place.isTouching }, next: after };
  }
  const until = follow(tokens, at, 'until') ?? (place.isStart ? follow(tokens, at, 'when') : undefined);
  if (until === undefined || (place.isBracketed && !place.isStart)) return undefined;
  return { value: { is: 'event', isAlso: follow(tokens, at - 1, 'and') === at }, next: until };
}
