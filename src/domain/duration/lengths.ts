// Lengths of time as people write them: "two and a half weeks", "4-6 weeks", "1 month and 3 days", "P4W", "2 sprints of 2 weeks".
import { addBusinessDays, addMonths, LAST_DAY } from '../calendar.ts';
import { readAmount, readAndHalf, readDigits, readUnit } from './amounts.ts';
import { type Found, follow, mayBegin, once, type Rule } from './grammar.ts';
import type { Unit, UnitName } from './language.ts';
import { unitOf } from './lexicon.ts';
import { isGlued, isMark, type Token, type Tokens } from './tokens.ts';

/** So many of one unit. */
export interface Part {
  amount: number;
  unit: Unit;
}

/** A length from its lower to its upper bound, each a sum of parts; equal where it is no range, `most` missing where there is none. */
export interface Extent {
  least: Part[];
  most?: Part[];
  /** Two lengths joined by `or`: a choice, or a range where they have the same unit. */
  isEither?: true;
  /** Made of a number of equal parts. */
  isMultiple?: true;
}

/** The day a length ends when counted from a day, parts of days dropped, at the earliest that day; undefined beyond the year 9999. */
export function endOf(parts: readonly Part[], start: number, sprintDays: number): number | undefined {
  const sum = { days: 0, businessDays: 0, sprints: 0, months: 0 };
  for (const { amount, unit } of parts) sum[unit.of] += amount * unit.size;
  const [months, days] = [Math.max(0, whole(sum.months)), whole(sum.days + sum.sprints * sprintDays)];
  const businessDays = Math.max(0, whole(sum.businessDays));
  if (!(months < 120_000 && Math.abs(days) < LAST_DAY && businessDays < LAST_DAY)) return undefined;
  // Part of a month is that part of the days to the same day of the month after.
  const month = addMonths(start, months);
  const partOfMonth = whole(Math.max(0, sum.months - months) * (addMonths(start, months + 1) - month));
  const end = addBusinessDays(month + partOfMonth + days, businessDays);
  return end <= LAST_DAY ? Math.max(start, end) : undefined;
}

/** `1 month + 2 weeks`; of many parts only the first few. */
export function describeParts(parts: readonly Part[]): string {
  const words = parts
    .slice(0, 6)
    .map(({ amount, unit }, index) => {
      const size = String(Math.round(Math.abs(amount) * 1000) / 1000);
      const sign = index === 0 ? '' : amount < 0 ? '- ' : '+ ';
      return `${sign}${size} ${unit.name}${Math.abs(amount) === 1 ? '' : 's'}`;
    })
    .join(' ');
  return parts.length > 6 ? `${words} + …` : words;
}

/** About how many days a unit has, to compare units. */
export function roughDays(unit: Unit): number {
  return unit.size * { days: 1, businessDays: 1, sprints: 14, months: 30 }[unit.of];
}

/** So many times a length. */
export function multiply({ least, most, ...rest }: Extent, times: number): Extent {
  const each = (parts: Part[]) => parts.map((part) => ({ ...part, amount: part.amount * times }));
  return { ...rest, least: each(least), most: most && each(most) };
}

/** A length that begins at a token: a range, a sum, a multiple, or a plain span. */
export const readExtent: Rule<Extent> = once((tokens, at) => {
  const first = readIso(tokens, at) ?? readMultiple(tokens, at) ?? readBetween(tokens, at) ?? readSpan(tokens, at);
  if (!first) return undefined;
  const found = readUpperBound(tokens, first) ?? readTolerance(tokens, first) ?? readFurtherParts(tokens, first);
  return readFactor(tokens, found);
});

/** `amount unit`, `amount to amount unit`, `amount + amount unit`, `amount+ unit`; not where it is a rate, as in `2 days a week`. */
const readSpan: Rule<Extent> = (tokens, at) => {
  const first = readAmount(tokens, at);
  if (!first) return undefined;
  const second = readSecondAmount(tokens, first.next);
  const orMoreInside = second
    ? undefined
    : isMark(tokens[first.next], '+')
      ? first.next + 1
      : follow(tokens, first.next, 'orMore');
  const unit = readUnit(tokens, second?.next ?? orMoreInside ?? first.next);
  if (!unit) return undefined;
  const part = (amount: number): Part[] => [{ amount, unit: unit.value }];
  const andHalf = readAndHalf(tokens, unit.next);
  const next = andHalf ?? unit.next;
  const extra = andHalf ? 0.5 : 0;
  if (second?.value.joins === 'sum') {
    return { value: exactly([...part(first.value), ...part(second.value.amount + extra)]), next };
  }
  if (second) {
    const isEither = second.value.joins === 'choice' ? true : undefined;
    return { value: { least: part(first.value), most: part(second.value.amount + extra), isEither }, next };
  }
  const parts = part(first.value + extra);
  const orMore = orMoreInside ? next : readOrMore(tokens, next);
  return orMore ? { value: { least: parts }, next: orMore } : { value: exactly(parts), next };
};

function readSecondAmount(
  tokens: Tokens,
  at: number,
): Found<{ amount: number; joins: 'range' | 'choice' | 'sum' }> | undefined {
  const token = tokens[at];
  const isSum = isMark(token, '+');
  const after = isSum || isMark(token, '-/') ? at + 1 : follow(tokens, at, 'to');
  // "4-to-6-week"
  const to = after !== undefined && isMark(token, '-') ? follow(tokens, after, 'to') : undefined;
  const behind = to ?? after;
  // "6 bis max. 8 Wochen"
  const from = behind !== undefined && behind > at + 1 && isMark(tokens[behind], '.') ? behind + 1 : behind;
  const amount = from === undefined ? undefined : readAmount(tokens, isMark(tokens[from], '-') ? from + 1 : from);
  // "3/14 days" is no range.
  if (isMark(token, '/') && amount && amount.value > 2 * (readAmount(tokens, at - 1)?.value ?? 0)) return undefined;
  const joins = isSum ? 'sum' : follow(tokens, at, 'or') === after ? 'choice' : 'range';
  return amount && { value: { amount: amount.value, joins }, next: amount.next };
}

/** `or more`, or a plus sign that adds nothing. */
function readOrMore(tokens: Tokens, at: number): number | undefined {
  const orMore = follow(tokens, at, 'orMore');
  const after = orMore ?? (isMark(tokens[at], '+') ? at + 1 : undefined);
  if (after === undefined || (tokens[after] !== undefined && tokens[after]?.kind !== 'mark')) return undefined;
  return after;
}

/** `a week` behind `2 days`, `/day` behind `3 hours`: the index after it. */
export function readRate(tokens: Tokens, at: number): number | undefined {
  const after = isMark(tokens[at], '/') ? at + 1 : follow(tokens, at, 'rate');
  return after !== undefined && tokens[after]?.entry?.unit !== undefined ? after + 1 : undefined;
}

function isRate(tokens: Tokens, at: number): boolean {
  return readRate(tokens, at) !== undefined;
}

/** `between 4 and 6 weeks`, `entre 2 y 3 semanas`, `from 4 to 6 weeks`. */
const readBetween: Rule<Extent> = (tokens, at) => {
  const from = follow(tokens, at, 'between');
  const least = from === undefined ? undefined : readAmount(tokens, from);
  if (!least) return undefined;
  const joined = follow(tokens, least.next, 'and') ?? follow(tokens, least.next, 'to');
  const most = joined === undefined ? undefined : readAmount(tokens, joined);
  const unit = most && readUnit(tokens, most.next);
  if (!most || !unit) return undefined;
  const part = (amount: number): Part[] => [{ amount, unit: unit.value }];
  return { value: { least: part(least.value), most: part(most.value) }, next: unit.next };
};

/** So many times a span: `2 sprints of 2 weeks`, `3 x 1 week`, `two 2-week sprints`. */
const readMultiple: Rule<Extent> = (tokens, at) => {
  const count = readAmount(tokens, at);
  if (!count) return undefined;
  const cycle = skipCycle(tokens, count.next);
  const times = readTimes(tokens, cycle ?? count.next, cycle !== undefined);
  const span = readSpan(tokens, times ?? count.next);
  if (!span?.value.most) return undefined;
  // Without a word between, as in "two 2-week sprints", only a name of what is counted shows that both numbers count.
  const named = times === undefined ? skipCycle(tokens, span.next) : span.next;
  if (named === undefined) return undefined;
  return { value: { ...multiply(span.value, count.value), isMultiple: true }, next: named };
};

/** `×`, `x`, `times`; "of" needs what is counted before it: "3 of 4 weeks" multiplies nothing. */
function readTimes(tokens: Tokens, at: number, isCounted: boolean): number | undefined {
  if (isMark(tokens[at], '×')) return at + 1;
  const times = follow(tokens, at, 'times');
  return isCounted || !['of', 'de', 'a'].includes(tokens[at]?.text ?? '') ? times : undefined;
}

/** `4 weeks x 2`. */
function readFactor(tokens: Tokens, found: Found<Extent>): Found<Extent> {
  const times = readTimes(tokens, found.next, false);
  const count = times === undefined ? undefined : readAmount(tokens, times);
  // "4 weeks x 2 people" may be as much work.
  if (!count || readUnit(tokens, count.next) || isNoun(tokens[count.next])) return found;
  return { value: { ...multiply(found.value, count.value), isMultiple: true }, next: count.next };
}

function skipCycle(tokens: Tokens, at: number): number | undefined {
  const next = isMark(tokens[at], '-') ? at + 1 : at;
  return tokens[next]?.entry?.unit?.of === 'sprints' ? next + 1 : follow(tokens, next, 'cycle');
}

/** `P4W`, `P1Y6M`, `PT48H`. */
const readIso: Rule<Extent> = (tokens, at) => {
  if (follow(tokens, at, 'isoLetter') === undefined) return undefined;
  const letters: Record<string, UnitName> = { y: 'year', m: 'month', w: 'week', d: 'day' };
  const timeLetters: Record<string, UnitName> = { h: 'hour', m: 'minute' };
  const parts: Part[] = [];
  let inTime = tokens[at]?.text === 'pt';
  let next = at + 1;
  while (parts.length < 6 && tokens[next]?.kind === 'number') {
    const number = readDigits(tokens, next);
    const letter = number && tokens[number.next]?.text;
    if (!number || !letter) break;
    // Where the time follows at once, its T is read with the letter before it: "1dt12h".
    const single = letter.length === 2 && letter.endsWith('t') ? letter.slice(0, 1) : letter;
    const name = (inTime ? timeLetters : letters)[single];
    if (!name) break;
    inTime = inTime || letter.endsWith('t');
    parts.push({ amount: number.value, unit: unitOf(name) });
    next = number.next + 1;
  }
  return parts.length > 0 ? { value: exactly(parts), next } : undefined;
};

/** The second bound of a range whose first is a whole span: `2 weeks to 1 month`, `a week or two`. */
function readUpperBound(tokens: Tokens, first: Found<Extent>): Found<Extent> | undefined {
  const { least, most } = first.value;
  const isDash = isMark(tokens[first.next], '-');
  const joined = isDash ? first.next + 1 : follow(tokens, first.next, 'to');
  const unit = most?.[0]?.unit;
  // "2 days a couple of weeks" is no range from 2 days "a" 2 weeks.
  const isArticle = tokens[first.next]?.entry?.isArticle && tokens[first.next + 1]?.kind !== 'number';
  if (!most || !unit || joined === undefined || isArticle) return undefined;
  const isOr = !isDash && follow(tokens, first.next, 'or') === joined;
  const span = readSpan(tokens, joined);
  if (span?.value.most && !isRate(tokens, span.next)) {
    const isEither = isOr ? true : undefined;
    return { value: { least, most: span.value.most, isEither }, next: span.next };
  }
  // "a week or two", but not "a week or two shops".
  const amount = isDash ? undefined : readAmount(tokens, joined);
  if (!amount || !isEndOfCount(tokens, amount.next)) return undefined;
  return { value: { least, most: [{ amount: amount.value, unit }] }, next: amount.next };
}

/** How the plurals of the languages end. */
export const PLURAL = /(?:[sx]|en|ern?|eln|[^aeiou]e)$/;

/** A word that a number may count by itself. */
function isNoun(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.entry ? mayBegin(token, ['measure']) : PLURAL.test(token.text));
}

/** True where no thing follows that a number would count. */
export function isEndOfCount(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  // "6 weeks or 2026-04-30"
  const isDate =
    isMark(token, '-/.') && tokens[at + 1]?.kind === 'number' && /^\d{4}$/.test(tokens[at - 1]?.text ?? '');
  if (token.kind === 'mark') return !isMark(token, '%$') && !isDate;
  if (token.kind === 'number') return false;
  return (
    follow(tokens, at, 'over') !== undefined ||
    follow(tokens, at, 'when') !== undefined ||
    follow(tokens, at, 'lasting') !== undefined
  );
}

/** `4 weeks ± 3 days`. */
function readTolerance(tokens: Tokens, first: Found<Extent>): Found<Extent> | undefined {
  if (!isMark(tokens[first.next], '±')) return undefined;
  const by = readSpan(tokens, first.next + 1);
  const { least, most } = first.value;
  if (!by?.value.most || !most) return undefined;
  const less = by.value.most.map((part) => ({ ...part, amount: -part.amount }));
  return { value: { least: [...least, ...less], most: [...most, ...by.value.most] }, next: by.next };
}

/** The minutes of `1h30`, `1h30m`; "1H26" is rather half a year. */
const readMinutes: Rule<Extent> = (tokens, at) => {
  const [hour, minute] = [tokens[at - 1], tokens[at]];
  if (hour?.entry?.unit?.name !== 'hour' || !/^(?:00|15|30|45)$/.test(minute?.text ?? '') || !isGlued(tokens, at))
    return undefined;
  const unit = unitOf('minute');
  const isNamed = tokens[at + 1]?.text === 'm' || tokens[at + 1]?.entry?.unit?.name === 'minute';
  return {
    value: exactly([{ amount: Number(minute?.text), unit }]),
    next: at + (isNamed && isGlued(tokens, at + 1) ? 2 : 1),
  };
};

/** What is added to a span at once: `1 month and 3 days`, `1 year 6 months`, `4 weeks + 1 week`. */
function readFurtherParts(tokens: Tokens, first: Found<Extent>): Found<Extent> {
  let next = first.next;
  const least = [...first.value.least];
  let most = first.value.most && [...first.value.most];
  while (most) {
    const joined = isMark(tokens[next], '+&') ? next + 1 : follow(tokens, next, 'and');
    const minutes = readMinutes(tokens, next);
    const span = minutes ?? readSpan(tokens, joined ?? next);
    if (!span || (!minutes && isRate(tokens, span.next))) break;
    // Side by side only a smaller unit adds: "1 month 2 weeks", but not "2 weeks 1 month".
    if (joined === undefined && !isSmaller(span.value, least)) break;
    least.push(...span.value.least);
    if (span.value.most) most.push(...span.value.most);
    else most = undefined;
    next = span.next;
  }
  return { value: { ...first.value, least, most }, next };
}

function isSmaller(extent: Extent, than: readonly Part[]): boolean {
  const [unit, before] = [extent.least[0]?.unit, than[than.length - 1]?.unit];
  return unit !== undefined && before !== undefined && roughDays(unit) < roughDays(before);
}

function exactly(parts: Part[]): Extent {
  return { least: parts, most: parts };
}

/** So many of a unit. */
export function lengthOf(amount: number, unit: Unit): Extent {
  return exactly([{ amount, unit }]);
}

function whole(amount: number): number {
  // 0.1 + 0.2 must not make a day less.
  return Math.floor(amount + 1e-9);
}
