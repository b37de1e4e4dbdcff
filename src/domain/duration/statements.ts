// What a text about a duration states, in its order: lengths, ends, starts, counts, events, phases, and what is left over. What counts is judged elsewhere.

import { readAmount, readUnit } from './amounts.ts';
import { type Label, readLabel } from './checkpoints.ts';
import { DATE_BEGINNINGS, readClock, readDate, readDateRange, readExpectedDate } from './dates.ts';
import type { Written } from './days.ts';
import { type Found, follow, form, mayBegin, skip } from './grammar.ts';
import type { Role, Unit } from './language.ts';
import { type Extent, isEndOfCount, lengthOf, PLURAL, readExtent, readRate } from './lengths.ts';
import { isMisspeltUnit, unitOf } from './lexicon.ts';
import { isGlued, isMark, type Token, type Tokens } from './tokens.ts';

export type Bound = 'exact' | 'min' | 'max' | 'target';

/** How a statement is joined to the one before it. */
export type Link =
  | 'none'
  | 'parts'
  | 'plus'
  | 'and'
  | 'or'
  | 'restating'
  | 'including'
  | 'not'
  | 'over'
  | 'past'
  | 'event'
  | 'unknown';

export interface LengthStatement {
  is: 'length';
  extent: Extent;
  bound: Bound;
  link: Link;
  /** All there is between two signs. */
  isAlone: boolean;
  /** Followed by `each` or `per shop`. */
  isEach: boolean;
  /** With `in total`. */
  isTotal: boolean;
}

export type Claim =
  | LengthStatement
  | { is: 'end'; written: Written; isExtension: boolean; isMinimum: boolean; link: Link; isUntil: boolean }
  | { is: 'date' | 'range'; written: Written; link: Link; isMonth: boolean }
  | { is: 'start' | 'beforeDay'; written: Written }
  | { is: 'added' | 'replaced'; extent: Extent }
  | { is: 'event' | 'counted'; link: Link }
  | { is: 'count'; amount: number | undefined }
  | { is: 'label'; label: Label }
  | { is: 'work' | 'rhythm' | 'clock' | 'openEnded' | 'undecided' | 'vague' | 'negative' | 'denied' | 'backward' }
  | { is: 'later' | 'first' | 'left' };

/** A claim, and the tokens that make it, the end exclusive. */
export type Statement = Claim & { from: number; to: number };

/** Where one stands: what came before decides what the next words can state. */
interface Place {
  link: Link;
  /** Nothing but signs and words that change nothing since the last sign. */
  isClauseStart: boolean;
  /** Only signs since the last length or date. */
  isNearTime: boolean;
  isInPhases: boolean;
  isInEvent: boolean;
  /** A length or a day has been stated. */
  hasTime: boolean;
  /** Something is left over, so that there is no date. */
  isLost: boolean;
  unit?: Unit;
}

type Reading = (tokens: Tokens, at: number, place: Place, before: Statement | undefined) => Found<Claim> | undefined;

/** Everything the tokens state, and those of them that state nothing. One pass, with a bounded look ahead. */
export function readStatements(tokens: Tokens): { statements: Statement[]; passed: number[] } {
  const statements: Statement[] = [];
  const passed: number[] = [];
  const place: Place = {
    link: 'none',
    isClauseStart: true,
    isNearTime: false,
    isInPhases: false,
    isInEvent: false,
    isLost: false,
    hasTime: false,
  };
  let at = 0;
  while (at < tokens.length) {
    const before = statements[statements.length - 1];
    const found = readStatement(tokens, at, place, before);
    if (found) {
      const claim = withinPlace(atTheEarliest(tokens, found) ?? found.value, place);
      statements.push({ ...claim, from: at, to: found.next });
      passStatement(claim, place);
      at = found.next;
    } else at = passToken(tokens, at, place, passed);
  }
  return { statements, passed };
}

/** `31 March at the earliest`. */
function atTheEarliest(tokens: Tokens, { value, next }: Found<Claim>): Claim | undefined {
  const behind = value.is === 'end' || value.is === 'date' ? follow(tokens, next, 'notBefore') : undefined;
  if (behind === undefined || !('written' in value) || readExpectedDate(tokens, behind)) return undefined;
  return { is: 'end', link: 'none', isExtension: false, isUntil: false, written: value.written, isMinimum: true };
}

function readStatement(
  tokens: Tokens,
  at: number,
  place: Place,
  before: Statement | undefined,
): Found<Claim> | undefined {
  const token = tokens[at];
  // Most words of a long text are none of the grammar's; and once something is left over, only phases matter.
  if (!token || (token.kind === 'word' && !token.entry)) return undefined;
  for (const { rule, roles, marks, isOfTime, isCount } of place.isLost ? RULES.slice(0, 1) : RULES) {
    const isMet =
      token.kind === 'mark'
        ? marks?.includes(token.text)
        : (isOfTime && isTimeWord(token)) || (isCount && token.entry?.isArticle) || mayBegin(token, roles);
    const found = isMet ? rule(tokens, at, place, before) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What a rule may begin with: phrases of roles, marks, numbers and words for time, or an article. */
const RULES: { rule: Reading; roles: Role[]; marks?: string; isOfTime?: true; isCount?: true }[] = [
  { rule: readPhase, roles: ['cycle'], isOfTime: true },
  { rule: readTimeOfDay, roles: [], isOfTime: true },
  { rule: readExtension, roles: ['extendedTo', 'extendedBy'], marks: '→' },
  { rule: readRhythm, roles: ['every', 'rhythm', 'often'], isOfTime: true },
  { rule: readBoundedLength, roles: ['max', 'min', 'minAtFirst', 'target', 'until'], marks: '<>' },
  { rule: readEnd, roles: ['notBefore', 'before', 'through', 'until', 'by', 'end'] },
  { rule: readStart, roles: ['startsOn', 'after'] },
  { rule: readRange, roles: ['between', ...DATE_BEGINNINGS], isOfTime: true },
  {
    rule: readLength,
    roles: ['half', 'couple', 'about', 'isoLetter', 'between'],
    marks: '~(-',
    isOfTime: true,
    isCount: true,
  },
  { rule: readBareDate, roles: ['on', 'the', ...DATE_BEGINNINGS], isOfTime: true },
  { rule: readCount, roles: ['numbered', 'half', 'couple'], marks: '#$<>', isOfTime: true },
  { rule: readVague, roles: ['few'], isCount: true },
  { rule: readComparison, roles: ['first', 'later'] },
  { rule: readUnlimited, roles: ['openEnded', 'undecided', 'undecidedAlone'] },
  { rule: readEvent, roles: ['after', 'from', 'until', 'when'] },
  { rule: readLeftOver, roles: ['calendar', 'early', 'mid', 'late', 'half', 'couple'], isOfTime: true },
];

function isTimeWord({ kind, text, entry }: Token): boolean {
  if (kind === 'number') return true;
  const { unit, number, isArticle, month, weekday, shortWeekday = weekday, ordinal } = entry ?? {};
  return (
    Boolean(unit || month || ordinal) ||
    (number !== undefined && !isArticle) ||
    shortWeekday !== undefined ||
    ['t', 'd', 'h'].includes(text)
  );
}

/** Within phases everything about time but what is named as a part of them is left over; conditions are no ends there. */
function withinPlace(claim: Claim, { isInPhases, isInEvent }: Place): Claim {
  if (isInEvent && claim.is === 'length' && claim.link === 'event') return { is: 'rhythm' };
  if (isInEvent && claim.is === 'length' && claim.link === 'none' && claim.bound === 'exact') return { is: 'left' };
  if (!isInPhases) return claim;
  switch (claim.is) {
    case 'label':
    case 'count':
    case 'rhythm':
    case 'work':
    case 'clock':
      return claim;
    case 'length':
      return claim.link === 'including' ? { is: 'rhythm' } : { is: 'left' };
    case 'event':
    case 'counted':
    case 'vague':
      return { is: 'rhythm' };
    default:
      return { is: 'left' };
  }
}

/** `Week 1 —`, `Phase 2 (2 weeks):`, `Sprint 5-6 (3 weeks)`. */
function readPhase(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  if (tokens[at - 1]?.kind === 'word') return undefined;
  const label = readLabel(tokens, at);
  if (!label || (at === 0 && !isEndOfPart(tokens, label.next))) return undefined;
  // "4 weeks (week 11)" names a week, "6 weeks (week 1: wire)" a phase.
  const isNamed = place.isInPhases || isMark(tokens[label.next], ':-');
  if (isMark(tokens[at - 1], ',(') && !isNamed) return undefined;
  return { value: { is: 'label', label: label.value }, next: label.next };
}

function readTimeOfDay(tokens: Tokens, at: number): Found<Claim> | undefined {
  const clock = readClock(tokens, at);
  return clock && { value: { is: 'clock' }, next: clock.next };
}

/** `extended to 6`, `→ 6 weeks`, `extended until 2026-06-30`, `extended by 2 weeks`. */
function readExtension(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  const to = isMark(tokens[at], '→') ? at + 1 : follow(tokens, at, 'extendedTo');
  // "Extended to 6." says how many, "verlängert bis 15." on which day.
  const isCount = to !== undefined && follow(tokens, to - 1, 'until') !== to && readBareNumber(tokens, to, place.unit);
  const dateOf = isCount ? readDate : readExpectedDate;
  const date = to === undefined || readExtent(tokens, to) ? undefined : dateOf(tokens, to);
  if (date) return { value: endClaim(date.value, place, { isExtension: true }), next: date.next };
  const extent = to === undefined ? undefined : (readExtent(tokens, to) ?? readBareNumber(tokens, to, place.unit));
  if (extent) return { value: { is: 'replaced', extent: extent.value }, next: extent.next };
  const by = follow(tokens, at, 'extendedBy');
  const added = by === undefined ? undefined : readExtent(tokens, by);
  return added && { value: { is: 'added', extent: added.value }, next: added.next };
}

function endClaim(
  written: Written,
  { link }: Place,
  more: { isExtension?: boolean; isMinimum?: boolean; isUntil?: boolean },
): Claim {
  return { is: 'end', written, link, isExtension: false, isMinimum: false, isUntil: false, ...more };
}

/** `every 2 weeks`, `every other Friday`, `weekly`, `14-tägig`, `twice a week`, `3x per day`. */
function readRhythm(tokens: Tokens, at: number): Found<Claim> | undefined {
  const state = (next: number | undefined): Found<Claim> | undefined =>
    next === undefined ? undefined : { value: { is: 'rhythm' }, next };
  const every = follow(tokens, at, 'every');
  if (every !== undefined) {
    const other = follow(tokens, every, 'other');
    const amount = other === undefined ? readAmount(tokens, every) : undefined;
    const from = other ?? amount?.next ?? every;
    const unit = readUnit(tokens, from)?.next ?? (tokens[from]?.entry?.weekday === undefined ? undefined : from + 1);
    if (unit !== undefined) return state(unit);
  }
  const word = follow(tokens, at, 'rhythm');
  if (word !== undefined) return state(word);
  const often = follow(tokens, at, 'often');
  if (often !== undefined) {
    const rate = readRate(tokens, often) ?? follow(tokens, often, 'rhythm');
    // Two runs one after the other, or two of half that length?
    const isLeft = rate === undefined && follow(tokens, at, 'after') === undefined;
    return isLeft ? { value: { is: 'left' }, next: often } : state(rate);
  }
  const amount = readAmount(tokens, at);
  if (!amount) return undefined;
  // "24/7", "24x7"
  const isAlways = amount.value === 24 && tokens[amount.next + 1]?.text === '7' && isAllHours(tokens[amount.next]);
  if (isAlways) return state(amount.next + 2);
  const times = skip(tokens, amount.next, 'times');
  const rhythmUnit = follow(tokens, isMark(tokens[amount.next], '-') ? amount.next + 1 : amount.next, 'rhythmUnit');
  return state(
    rhythmUnit ?? (times > amount.next ? (readRate(tokens, times) ?? follow(tokens, times, 'rhythm')) : undefined),
  );
}

/** `max 6 weeks`, `at least until June`, `≤ 6 weeks`, `max 4` after `min 2 weeks`. */
function readBoundedLength(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  for (const { bound, sign, role } of LIMITS) {
    const after = sign !== '' && isMark(tokens[at], sign) ? at + 1 : follow(tokens, at, role);
    // "Over 4 weeks" may be more than that; work and counts go over a length.
    if (after === undefined || (role === 'minAtFirst' && at > 0)) continue;
    // "bis 15." is a day, "ideally 3." a number.
    const dateOf = follow(tokens, at, 'until') === undefined ? readDate : readExpectedDate;
    // "max.", "≥", "max:"
    const abbreviated = isMark(tokens[after], '.:=') ? after + 1 : after;
    const from = skipAbout(tokens, role === 'until' ? skip(tokens, abbreviated, 'over') : abbreviated);
    const extent =
      readExtent(tokens, from) ??
      (role === 'until' || dateOf(tokens, from) ? undefined : readBareNumber(tokens, from, place.unit));
    // "Until 4 weeks of data are in" waits for the data.
    const isCondition =
      role === 'until' &&
      extent &&
      !isEndOfPart(tokens, extent.next) &&
      !mayBegin(tokens[extent.next], ['after', 'from']);
    if (isCondition) continue;
    if (extent) return lengthBehind(tokens, at, extent, bound, place);
    const until =
      bound === 'target' || role === 'until'
        ? undefined
        : (form('until', 'end', 'through')(tokens, from)?.next ?? from);
    const date = until === undefined || place.link === 'not' ? undefined : readExpectedDate(tokens, until);
    if (date)
      return { value: endClaim(date.value, place, { isMinimum: bound === 'min', isUntil: true }), next: date.next };
  }
  return undefined;
}

/** `no later than 4 weeks` bounds a length, too. */
const LIMITS = [
  { bound: 'max', sign: '<', role: 'max' },
  { bound: 'min', sign: '>', role: 'min' },
  { bound: 'min', sign: '', role: 'minAtFirst' },
  { bound: 'target', sign: '', role: 'target' },
  { bound: 'max', sign: '', role: 'until' },
] as const;

const BOUNDS = [
  { bound: 'max', behind: 'maxAfter' },
  { bound: 'min', behind: 'minAfter' },
  { bound: 'target', behind: 'targetAfter' },
] as const;

/** A length with no word before it that bounds it. */
function readLength(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  if (isMark(tokens[at], '-')) {
    const isNegative = place.isClauseStart && at === 0 && readExtent(tokens, at + 1);
    return isNegative ? { value: { is: 'negative' }, next: isNegative.next } : undefined;
  }
  const afterStart = readFromStart(tokens, at);
  if (afterStart) return lengthBehind(tokens, at, afterStart, 'exact', { ...place, link: 'none' });
  const from = skipAbout(tokens, at);
  const extent =
    readExtent(tokens, from) ?? readPersonWork(tokens, from) ?? readBareNumber(tokens, from, place.unit, true);
  if (!extent) return undefined;
  if ('is' in extent.value) return { value: extent.value, next: extent.next };
  return lengthBehind(tokens, at, extent as Found<Extent>, 'exact', place);
}

/** `T+30`, `T + 2 weeks`: without a unit, days. */
function readFromStart(tokens: Tokens, at: number): Found<Extent> | undefined {
  if (!['t', 'd'].includes(tokens[at]?.text ?? '') || !isMark(tokens[at + 1], '+')) return undefined;
  const extent = readExtent(tokens, at + 2);
  if (extent) return extent;
  const amount = readAmount(tokens, at + 2);
  if (!amount || !isEndOfCount(tokens, amount.next)) return undefined;
  return { value: lengthOf(amount.value, unitOf('day')), next: amount.next };
}

/** `10 person days`, `2 person-weeks of effort`. */
function readPersonWork(tokens: Tokens, at: number): Found<{ is: 'work' }> | undefined {
  const amount = readAmount(tokens, at);
  const person = amount && follow(tokens, isMark(tokens[amount.next], '-') ? amount.next + 1 : amount.next, 'person');
  const unit = person === undefined ? undefined : readUnit(tokens, person);
  return unit && { value: { is: 'work' }, next: workBehind(tokens, unit.next) ?? unit.next };
}

/** `of effort`, `build time`. */
function workBehind(tokens: Tokens, at: number): number | undefined {
  return follow(tokens, skip(tokens, skip(tokens, at, 'whole'), 'link'), 'work');
}

/** The length with what stands behind it: `max`, `each`, `in total`, `of effort`, `a day`, `ago`. */
function lengthBehind(tokens: Tokens, at: number, extent: Found<Extent>, bound: Bound, place: Place): Found<Claim> {
  let { next } = extent;
  // "2-week sprint"
  if (tokens[next]?.text === 'sprint' && extent.value.most?.every(({ unit }) => unit.of !== 'sprints')) next++;
  const isAtOnce = extent.value.least.every(({ unit }) => unit.size < 1);
  const rate = readRate(tokens, next) ?? (isAtOnce ? follow(tokens, next, 'rhythm') : undefined);
  if (rate !== undefined) return { value: { is: 'rhythm' }, next: rate };
  // "3 jours-homme"
  const person = isMark(tokens[next], '-/') ? follow(tokens, next + 1, 'person') : undefined;
  const work = person ?? workBehind(tokens, next);
  if (work !== undefined) return { value: { is: 'work' }, next: work };
  const behind =
    bound === 'exact' ? BOUNDS.find((each) => isBoundBehind(tokens, follow(tokens, next, each.behind))) : undefined;
  if (behind) next = follow(tokens, next, behind.behind) ?? next;
  const past = follow(tokens, next, 'past') ?? follow(tokens, next, 'before');
  if (past !== undefined || place.link === 'past' || form('before')(tokens, at - 1)?.next === at)
    return { value: { is: 'backward' }, next: past ?? next };
  if (place.link === 'not') return { value: { is: 'denied' }, next };
  if (place.link === 'unknown') return { value: { is: 'counted', link: 'none' }, next };
  // "Within 2 weeks of launch"
  const isWithin = tokens[at - 1]?.text === 'within' && tokens[next]?.text === 'of';
  if (isWithin && follow(tokens, next + 1, 'startOfRun') === undefined)
    return { value: { is: 'counted', link: 'none' }, next };
  const each = follow(tokens, next, 'each') ?? perNoun(tokens, next);
  const total = follow(tokens, each ?? next, 'total');
  const including = isMark(tokens[next], '(') ? undefined : follow(tokens, next, 'including');
  const isPart = including !== undefined && isEndOfPart(tokens, including + 1) && place.isInPhases;
  next = total ?? each ?? next;
  return {
    value: {
      is: 'length',
      extent: extent.value,
      bound: behind?.bound ?? (extent.value.most || bound !== 'exact' ? bound : 'min'),
      link: isPart ? 'including' : place.link,
      isAlone: place.isClauseStart && isEndOfPart(tokens, next),
      isEach: each !== undefined || form('each')(tokens, at - 1)?.next === at,
      isTotal: total !== undefined || follow(tokens, at, 'total') !== undefined,
    },
    next: isPart ? including : next,
  };
}

/** "2 weeks, at least 3 shops": then it is about the shops. */
function isBoundBehind(tokens: Tokens, next: number | undefined): boolean {
  return next !== undefined && !readAmount(tokens, next);
}

/** `per shop`. */
function perNoun(tokens: Tokens, at: number): number | undefined {
  const per = ['per', 'pro', 'je', 'por', 'par'].includes(tokens[at]?.text ?? '') ? at + 1 : undefined;
  const { unit, weekday, month } = tokens[per ?? at]?.entry ?? {};
  const isNoun = tokens[per ?? at]?.kind === 'word' && !unit && !month && weekday === undefined;
  return per !== undefined && isNoun ? per + 1 : undefined;
}

/** `about`, `~`, `approx.` */
function skipAbout(tokens: Tokens, at: number): number {
  const about = isMark(tokens[at], '~') ? at + 1 : skip(tokens, at, 'about');
  return about > at && isMark(tokens[about], '.') ? about + 1 : about;
}

/** `max 4` after `min 2 weeks`, `3 at most` after `2 weeks`: a number alone, or with a bound behind it, has the unit before it. */
function readBareNumber(
  tokens: Tokens,
  at: number,
  unit: Unit | undefined,
  isBounded = false,
): Found<Extent> | undefined {
  const amount = unit ? readAmount(tokens, at) : undefined;
  if (!unit || !amount) return undefined;
  const isAlone = isBounded
    ? BOUNDS.some(({ behind }) => isBoundBehind(tokens, follow(tokens, amount.next, behind)))
    : isEndOfCount(tokens, amount.next);
  return isAlone ? { value: lengthOf(amount.value, unit), next: amount.next } : undefined;
}

/** `until 30 June`, `wrap up by Friday`, `End date: 2026-04-29`, `not before 1 May`, `the 15th at the latest`. */
function readEnd(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  const later = follow(tokens, at, 'notBefore');
  const least = later === undefined ? undefined : readExpectedDate(tokens, later);
  if (least) return { value: endClaim(least.value, place, { isMinimum: true }), next: least.next };
  const before = follow(tokens, at, 'before');
  const unclear = before === undefined ? undefined : readExpectedDate(tokens, before);
  if (unclear) return { value: { is: 'beforeDay', written: unclear.value }, next: unclear.next };
  for (const role of ['through', 'until', 'by', 'end'] as const) {
    const after = follow(tokens, at, role);
    if (after === undefined) continue;
    // "End of March" is a period's end by itself; "end: March 3" is a day.
    const isOfPeriod = role === 'end' && (follow(tokens, at, 'endOf') ?? 0) > after;
    const from = isOfPeriod ? at : after;
    const minimum = follow(tokens, from, 'min');
    const date = readExpectedDate(tokens, minimum ?? from);
    if (!date) continue;
    if (place.link === 'not') return { value: { is: 'denied' }, next: date.next };
    const isUntil = role === 'until' || role === 'by';
    return { value: endClaim(date.value, place, { isUntil, isMinimum: minimum !== undefined }), next: date.next };
  }
  return undefined;
}

/** `from 2026-03-01`, `starting March 1`, `after 1 March`, `as of tomorrow`. */
function readStart(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  // "après-demain" is a day.
  const after = readDate(tokens, at) ? undefined : form('startsOn', 'after')(tokens, at);
  const date = after && !readDateRange(tokens, at) ? readExpectedDate(tokens, after.next) : undefined;
  if (!date) return undefined;
  return { value: place.link === 'not' ? { is: 'denied' } : { is: 'start', written: date.value }, next: date.next };
}

/** `2026-09-28 through 2026-10-05`. */
function readRange(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  const range = readExtent(tokens, at) ? undefined : readDateRange(tokens, at);
  return range && { value: { is: 'range', written: range.value, link: place.link, isMonth: false }, next: range.next };
}

/** A date with no word about what it is; in an event, its day. A month's name alone may be another word. */
function readBareDate(
  tokens: Tokens,
  at: number,
  place: Place,
  before: Statement | undefined,
): Found<Claim> | undefined {
  const on = follow(tokens, at, 'on');
  const from = on !== undefined && tokens[on]?.kind !== 'mark' ? on : skip(tokens, at, 'the');
  const date = readDate(tokens, at) ?? readDate(tokens, from);
  if (
    !date ||
    (date.next === at + 1 &&
      follow(tokens, at, 'noTime') !== undefined &&
      tokens[date.next]?.kind === 'word' &&
      !isBehindLink(tokens, at))
  )
    return undefined;
  if (place.link === 'not') return { value: { is: 'denied' }, next: date.next };
  const isItsDay = place.isInEvent && before && (on !== undefined || isMark(tokens[at - 1], '('));
  if (isItsDay && before?.is === 'event') return { value: endClaim(date.value, place, {}), next: date.next };
  if (isItsDay && before?.is === 'counted') return { value: { is: 'start', written: date.value }, next: date.next };
  return {
    value: {
      is: 'date',
      written: date.value,
      link: place.link,
      isMonth: date.next === at + 1 && tokens[at]?.entry?.month !== undefined,
    },
    next: date.next,
  };
}

function isBehindLink(tokens: Tokens, at: number): boolean {
  return form('link', 'on')(tokens, at - 1)?.next === at;
}

/** `500 unique visitors`, `3-5 shops`, `20%`, `€500`, `> 10`, `room 4`, with a rate behind it: something else than time is counted. */
function readCount(tokens: Tokens, at: number): Found<Claim> | undefined {
  const state = (next: number, amount?: number): Found<Claim> => ({
    value: { is: 'count', amount },
    next: readRate(tokens, next) ?? next,
  });
  const name = isMark(tokens[at], '#$<>') ? at + 1 : follow(tokens, at, 'numbered');
  if (name !== undefined) {
    const number = readAmount(tokens, skip(tokens, name, 'link'));
    const isName = number && tokens[name]?.kind === 'number' && !readUnit(tokens, number.next);
    if (isName) return state(number.next);
  }
  // "once approved" is no eleven.
  if (tokens[at]?.entry?.isArticle || follow(tokens, at, 'after') !== undefined) return undefined;
  const amount = readAmount(tokens, at);
  if (!amount) return undefined;
  const sign = isMark(tokens[amount.next], '%$') ? amount.next + 1 : undefined;
  // "50% of 4 weeks"
  if (sign !== undefined) return tokens[sign]?.text === 'of' && readExtent(tokens, sign + 1) ? undefined : state(sign);
  const second = readSecond(tokens, amount.next, amount.value);
  let next = second ?? amount.next;
  if (isMark(tokens[next], '+') && isGlued(tokens, next)) next++;
  const noun = nounEnd(tokens, next, amount.value <= 1);
  if (noun === undefined) return undefined;
  // "4 weeks x 2 people": as much work, or as much time?
  if (isTimes(tokens[at - 1]) || isTimes(tokens[noun]) || isOfLength(tokens, noun))
    return { value: { is: 'left' }, next: noun };
  return state(noun, second === undefined ? amount.value : undefined);
}

/** "6 sessions of 2 weeks", "2-mal 4 Wochen": one after the other, or at once? */
function isOfLength(tokens: Tokens, at: number): boolean {
  const times = follow(tokens, at, 'times') ?? (follow(tokens, at - 1, 'times') === at ? at : undefined);
  return times !== undefined && readExtent(tokens, times) !== undefined;
}

function isAllHours(token: Token | undefined): boolean {
  return isMark(token, '/') || isTimes(token);
}

function isTimes(token: Token | undefined): boolean {
  return isMark(token, '×') || token?.text === 'x';
}

/** The second number of `3-5 shops`, `2 or 3 shops`. */
function readSecond(tokens: Tokens, at: number, first: number): number | undefined {
  const joined = isMark(tokens[at], '-/') ? at + 1 : form('to', 'and')(tokens, at)?.next;
  const second = joined === undefined ? undefined : readAmount(tokens, joined);
  return second && second.value > first ? second.next : undefined;
}

/** The index after the noun that a number counts, with the adjectives before it; a plural, unless it is one; not a misspelt unit. */
function nounEnd(tokens: Tokens, at: number, isOne: boolean): number | undefined {
  let next = isMark(tokens[at], '-') && isGlued(tokens, at) ? at + 1 : at;
  for (const role of ['whole', 'whole', 'rhythm'] as const) next = skip(tokens, next, role);
  if (tokens[next - 1]?.text === 'of') next = skip(tokens, next, 'the');
  for (let count = 0; count < 3; count++, next++) {
    const noun = tokens[next];
    if (noun?.kind !== 'word') return undefined;
    const isCountable = noun.entry && !noun.entry.unit && form(...(isOne ? COUNTABLE_ONE : COUNTABLE))(tokens, next);
    if (isCountable) return isCountable.next;
    if (noun.entry || isMisspeltUnit(noun.text)) return undefined;
    if (isOne || PLURAL.test(noun.text)) return next + 1;
  }
  return undefined;
}

const COUNTABLE: Role[] = ['cycle', 'measure'];
const COUNTABLE_ONE: Role[] = [...COUNTABLE, 'numbered'];

/** `a few weeks`. */
function readVague(tokens: Tokens, at: number): Found<Claim> | undefined {
  const few = follow(tokens, at, 'few') ?? (tokens[at]?.entry?.isArticle ? follow(tokens, at + 1, 'few') : undefined);
  const unit = few === undefined ? undefined : readUnit(tokens, skip(tokens, few, 'whole'));
  return unit && { value: { is: 'vague' }, next: unit.next };
}

/** `whichever is longer`, `whichever comes first`. */
function readComparison(tokens: Tokens, at: number): Found<Claim> | undefined {
  const later = follow(tokens, at, 'later');
  if (later !== undefined) return { value: { is: 'later' }, next: later };
  const first = follow(tokens, at, 'first');
  return first === undefined ? undefined : { value: { is: 'first' }, next: first };
}

/** `ongoing`, `TBD`. */
function readUnlimited(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  const open = follow(tokens, at, 'openEnded');
  // "4 weeks of continuous use"
  const isAdjective = at > 0 && open !== undefined && tokens[open]?.kind === 'word' && !tokens[open]?.entry;
  if (open !== undefined && !isAdjective) return { value: { is: 'openEnded' }, next: open };
  const alone = place.isClauseStart ? follow(tokens, at, 'undecidedAlone') : undefined;
  const next =
    follow(tokens, at, 'undecided') ?? (alone !== undefined && isEndOfPart(tokens, alone) ? alone : undefined);
  return next === undefined ? undefined : { value: { is: 'undecided' }, next };
}

/** `until both pass`, `once approved`; `from launch` right behind a length or before it. */
function readEvent(tokens: Tokens, at: number, place: Place, before: Statement | undefined): Found<Claim> | undefined {
  const isClose = place.isClauseStart || before?.to === at;
  const after = form('after')(tokens, at) ?? (isClose ? form('from')(tokens, at) : undefined);
  if (after) {
    // "Stop after 4 weeks" says how long.
    const isLength = after.value === 'after' && readExtent(tokens, after.next);
    if (isLength || follow(tokens, after.next, 'pronoun') !== undefined) return undefined;
    const run = follow(tokens, after.next, 'startOfRun');
    return run === undefined ? { value: { is: 'counted', link: place.link }, next: after.next } : undefined;
  }
  const isCondition = place.isClauseStart && !before;
  const until = form('until')(tokens, at) ?? (isCondition ? form('when')(tokens, at) : undefined);
  return until && { value: { is: 'event', link: place.link }, next: until.next };
}

/** A number, a unit of time or a calendar word of which nothing could be made. */
function readLeftOver(tokens: Tokens, at: number, place: Place): Found<Claim> | undefined {
  const token = tokens[at];
  const { entry } = token ?? {};
  if (token?.kind === 'number')
    return { value: { is: 'left' }, next: (readAmount(tokens, at) ?? { next: at + 1 }).next };
  if (!entry) return undefined;
  // "Mitte/Ende März": one of them would be dropped.
  const part = form('early', 'mid', 'late')(tokens, at);
  const calendar = follow(tokens, at, 'calendar') ?? (part && isMark(tokens[part.next], '/') ? part.next : undefined);
  const { unit, number, isArticle, month, weekday, phrases = {} } = entry;
  // "Week 2 — weekdays only": on which days, not how many.
  if (place.isInPhases && (unit?.name === 'business day' || (calendar !== undefined && !part)))
    return { value: { is: 'rhythm' }, next: calendar ?? at + 1 };
  if (calendar !== undefined) return { value: { is: 'left' }, next: calendar };
  const isAmount = phrases.half?.some((rest) => rest.length === 0) || phrases.couple?.some((rest) => rest.length === 0);
  if (!isAmount && (isArticle || !(unit || month || weekday !== undefined || number !== undefined))) return undefined;
  // The word is one of another kind as well: "a", "o", "once", "w/".
  const isOther = Object.values(phrases).some((list) =>
    list.some((rest) => rest.length === 0 || restFollows(tokens, at, rest)),
  );
  if ((isOther && !isAmount) || (token?.text.length === 1 && isMark(tokens[at + 1], '/'))) return undefined;
  return { value: { is: 'left' }, next: at + 1 };
}

function restFollows(tokens: Tokens, at: number, rest: readonly string[]): boolean {
  return rest.every((word, index) => tokens[at + 1 + index]?.text === word);
}

/** True where a sign or the end of the text follows, so that what stands before it stands alone. */
function isEndOfPart(tokens: Tokens, at: number): boolean {
  return tokens[at] === undefined || isMark(tokens[at], '.,;:()-=→\n!?');
}

function passStatement(claim: Claim, place: Place): void {
  if (claim.is === 'left') place.isLost = true;
  place.isClauseStart = false;
  place.hasTime = place.hasTime || !['count', 'rhythm', 'work', 'clock', 'event'].includes(claim.is);
  place.isNearTime = ['length', 'replaced', 'end', 'date', 'range'].includes(claim.is);
  if (claim.is === 'label') place.isInPhases = true;
  if (claim.is === 'length' || claim.is === 'replaced' || claim.is === 'added')
    place.unit = claim.is === 'length' || claim.is === 'replaced' ? claim.extent.least[0]?.unit : place.unit;
  if (claim.is === 'event' || claim.is === 'counted') place.isInEvent = true;
  else if (claim.is === 'length') place.isInEvent = false;
  // "then review, 2 weeks and 3 shops": a count changes nothing.
  if (claim.is !== 'count' && claim.is !== 'rhythm') place.link = 'none';
}

/** Words that join what follows to what came before, in the order in which they are looked for. */
const LINKS: [Role, Link][] = [
  ['plus', 'plus'],
  ['including', 'including'],
  ['not', 'not'],
  ['past', 'past'],
  ['over', 'over'],
  ['or', 'or'],
  ['and', 'and'],
  ['lasting', 'event'],
];
/** The links that hold until the clause ends. */
const LASTING: readonly Link[] = ['plus', 'not', 'unknown'];

/** Past a token, or a phrase, that states nothing: the index after it. */
function passToken(tokens: Tokens, at: number, place: Place, passed: number[]): number {
  const token = tokens[at];
  if (token?.kind === 'mark') {
    passMark(tokens, at, place);
    return at + 1;
  }
  const next = token?.entry ? passPhrase(tokens, at, place) : undefined;
  if (next !== undefined) return next;
  passed.push(at);
  if (!token?.entry) {
    place.isClauseStart = false;
    place.isNearTime = false;
    if (!LASTING.includes(place.link)) place.link = 'none';
    // "K-BIZ-001", "MVP2": a name.
    const hyphen = isMark(tokens[at + 1], '-') && isGlued(tokens, at + 1) ? at + 2 : at + 1;
    const isName =
      tokens[hyphen]?.kind === 'number' &&
      isGlued(tokens, hyphen) &&
      !readExtent(tokens, hyphen) &&
      !readDate(tokens, hyphen);
    if (isName) return hyphen + 1;
  }
  return at + 1;
}

function passPhrase(tokens: Tokens, at: number, place: Place): number | undefined {
  const restated = follow(tokens, at, 'restated');
  if (restated !== undefined) {
    if (place.isNearTime) {
      place.link = 'restating';
      place.isClauseStart = true;
    }
    return isMark(tokens[restated], '.,') ? restated + 1 : restated;
  }
  for (const [role, link] of LINKS) {
    const next = follow(tokens, at, role);
    if (next === undefined) continue;
    if (link === 'event' && !place.isInEvent) return undefined;
    if (link === 'plus') place.link = addition(tokens, at, place);
    else if (place.link !== 'plus' || link === 'not' || link === 'over' || link === 'including') place.link = link;
    if (link !== 'or' && link !== 'and') place.isNearTime = false;
    // "inkl.", "zzgl."
    return isMark(tokens[next], '.') ? next + 1 : next;
  }
  return undefined;
}

/** `then 4 weeks`, `launch + 2 weeks`: what comes before has no day, unless it is the start itself. */
function addition(tokens: Tokens, at: number, { hasTime }: Place): Link {
  let before = at - 1;
  while (isMark(tokens[before], ',;:.-(')) before--;
  const isStart = form('startOfRun', 'startsOn')(tokens, before)?.next === before + 1;
  return hasTime || before < 0 || isStart ? 'plus' : 'unknown';
}

function passMark(tokens: Tokens, at: number, place: Place): void {
  const mark = tokens[at];
  if (isMark(mark, '~')) return;
  // A full stop or comma between two characters, as in `v1.2`, ends nothing.
  const isInside = isMark(mark, '.,:') && isGlued(tokens, at) && isGlued(tokens, at + 1);
  if (isMark(mark, '&')) place.link = place.link === 'plus' ? 'plus' : 'and';
  else if (isMark(mark, '+')) place.link = addition(tokens, at, place);
  else if (isMark(mark, '(=/') && place.isNearTime) place.link = 'restating';
  else if (isMark(mark, ':-') && place.isNearTime) place.link = 'parts';
  else if (!isMark(mark, '-%#$º"') && !isInside) {
    place.link = 'none';
    if (!isMark(mark, '(') && !isMark(tokens[at + 1], '(')) place.isInEvent = false;
  }
  place.isClauseStart = !isInside;
  if (isMark(mark, '.;\n!?') && !isInside) place.isNearTime = false;
}
