// Dates as people write them in running text: "2026-06-30", "June 30", "31/3", "30.6.2026", "end of March", "Q2 2026", "EOM".
import { dayOf, formatDay, monthOf } from '../calendar.ts';
import { type Found, follow, isMark, skip, type Token } from './tokens.ts';
import {
  dayToken,
  readHalf,
  readMonth,
  readPeriod,
  readQuarter,
  readRelativeEnd,
  readRelativePeriod,
  readYear,
  readYearAfter,
  shortYear,
  skipOrdinal,
  type WrittenDate,
  yearToken,
} from './written-period.ts';
import { readEndOfWeek, readWeekday, readWeekNumber, skipWeekday } from './written-week.ts';

type Tokens = readonly Token[];
type Rule = (tokens: Tokens, at: number, start: number) => Found<WrittenDate> | undefined;

/**
 * The date that begins at a token. Without a year it is the first such day on or after `start`.
 * `isExpected`: words before it say that a date comes, so that `30.6` and `2026` are dates too.
 */
export function readDate(
  tokens: Tokens,
  at: number,
  start: number,
  isExpected: boolean,
): Found<WrittenDate> | undefined {
  if (tokens[at]?.kind === 'mark') return undefined;
  const named = readNamedDay(tokens, at, start, isExpected);
  if (named) return named;
  for (const rule of DATE_RULES) {
    const found = rule(tokens, at, start);
    if (found) return found;
  }
  return (
    readSlashed(tokens, at, start) ??
    readDotted(tokens, at, start, isExpected) ??
    (isExpected ? (readYear(tokens, at) ?? readWeekday(tokens, at, start)) : undefined)
  );
}

/** `Friday, 6 March`: the date. "Until Friday, may be longer" is no month. */
function readNamedDay(tokens: Tokens, at: number, start: number, isExpected: boolean): Found<WrittenDate> | undefined {
  const next = skipWeekday(tokens, at);
  const date = next === undefined ? undefined : readDate(tokens, skipLinks(tokens, next), start, isExpected);
  return date && 'day' in date.value && date.value.isPeriod ? undefined : date;
}

/** The last day of a range of dates that begins at a token: `June 6 – July 18`, `15-21 April`, `from 2026-03-01 to 2026-03-14`. */
export function readDateRange(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const from = skipLinks(tokens, skip(tokens, at, 'between'));
  const first = readDate(tokens, from, start, from !== at);
  const second = first && readSecondDate(tokens, first.next, start, first.value, from !== at);
  return second ?? readDayRange(tokens, from, start);
}

/** The index after the words that may stand between `until` and a date, such as `the`, `am`, `:`. */
export function skipLinks(tokens: Tokens, at: number): number {
  let next = at;
  for (let count = 0; count < 3; count++) {
    next = isMark(tokens[next], ':-=') ? next + 1 : skip(tokens, next, 'link');
  }
  return next;
}

const BACKWARDS = 'The dates run backwards; write the first day, then the last.';

const DATE_RULES: Rule[] = [
  readRelativeEnd,
  readEndOfWeek,
  readEndOf,
  readPartOf,
  readYearFirst,
  readNumeric,
  readDayMonth,
  readMonthDay,
  readQuarter,
  readHalf,
  readMonth,
  readRelativePeriod,
  readWeekNumber,
];

function readSecondDate(
  tokens: Tokens,
  at: number,
  start: number,
  first: WrittenDate,
  isBetween: boolean,
): Found<WrittenDate> | undefined {
  const isSign = isMark(tokens[at], '-→');
  const joined = isSign ? at + 1 : (follow(tokens, at, 'to') ?? (isBetween ? follow(tokens, at, 'and') : undefined));
  if (joined === undefined) return undefined;
  // A first day without its year says nothing about the year of the second.
  const after = 'day' in first && first.hasYear ? Math.max(start, first.day) : start;
  const second = readDate(tokens, skipLinks(tokens, joined), after, true);
  if (!second || 'problem' in second.value) return second;
  if ('problem' in first) return { value: first, next: second.next };
  if (first.hasYear && second.value.day < first.day) return { value: { problem: BACKWARDS }, next: second.next };
  return second;
}

/** `15-21 April 2026`, `1. bis 14. März`, `April 15-21`. */
function readDayRange(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const month = tokens[at]?.entry?.month;
  const firstAt = month ? at + 1 : at;
  const first = dayToken(tokens[firstAt]);
  if (first === undefined) return undefined;
  const after = skipOrdinal(tokens, firstAt + 1);
  const joined = isMark(tokens[after], '-') ? after + 1 : follow(tokens, after, 'to');
  if (joined === undefined) return undefined;
  const secondAt = skipLinks(tokens, joined);
  const second = dayToken(tokens[secondAt]);
  if (second === undefined || second <= first) return undefined;
  if (!month) return readDayMonth(tokens, secondAt, start);
  const end = skipOrdinal(tokens, secondAt + 1);
  const year = readYearAfter(tokens, end, false);
  return { value: dayInMonth(month, second, year?.value, start), next: year?.next ?? end };
}

/** `2026-06-30`, `2026/6/30`, `2026.06.30`. */
function readYearFirst(tokens: Tokens, at: number): Found<WrittenDate> | undefined {
  const year = yearToken(tokens[at]);
  const [month, day] = [dayToken(tokens[at + 2]), dayToken(tokens[at + 4])];
  if (year === undefined || month === undefined || day === undefined || !hasSameMarks(tokens, at)) return undefined;
  return { value: existing(year, month, day), next: at + 5 };
}

/** `31/3/2026`, `30.6.26`, `31-03-2026`: ambiguous where both numbers may be the month, but for dots, which are always day first. */
function readNumeric(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const [first, second] = [dayToken(tokens[at]), dayToken(tokens[at + 2])];
  if (first === undefined || second === undefined || !hasSameMarks(tokens, at)) return undefined;
  const year = yearToken(tokens[at + 4]) ?? (isMark(tokens[at + 1], '-') ? undefined : shortYear(tokens[at + 4]));
  if (year === undefined) return undefined;
  return { value: numericDay(first, second, isMark(tokens[at + 1], '.'), year, start), next: at + 5 };
}

/** `31/3`. */
function readSlashed(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const [first, second] = [dayToken(tokens[at]), dayToken(tokens[at + 2])];
  if (first === undefined || second === undefined || !isMark(tokens[at + 1], '/')) return undefined;
  // "24/7" says how often, not when.
  if (first === 24 && second === 7) return undefined;
  return { value: numericDay(first, second, false, undefined, start), next: at + 3 };
}

/** `31.3.`, and `31.3` where a date is expected. */
function readDotted(tokens: Tokens, at: number, start: number, isExpected: boolean): Found<WrittenDate> | undefined {
  const [first, second] = [dayToken(tokens[at]), dayToken(tokens[at + 2])];
  if (first === undefined || second === undefined || !isMark(tokens[at + 1], '.')) return undefined;
  const hasStop = isMark(tokens[at + 3], '.');
  if (!hasStop && !isExpected) return undefined;
  // The stop may end the sentence as well.
  const next = hasStop && tokens[at + 4]?.kind === 'mark' ? at + 4 : at + 3;
  return { value: numericDay(first, second, true, undefined, start), next };
}

/** `30 June 2026`, `30th of June`, `30. Juni`, `30 de junio de 2026`, `30-Jun-2026`. */
function readDayMonth(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const day = dayToken(tokens[at]);
  if (day === undefined) return undefined;
  const ordinal = skipOrdinal(tokens, at + 1);
  const monthAt = isMark(tokens[ordinal], '-/') ? ordinal + 1 : skip(tokens, ordinal, 'yearLink');
  const month = tokens[monthAt]?.entry?.month;
  if (month === undefined) return undefined;
  const isAbbreviated = isAbbreviation(tokens, monthAt);
  const isSigned = isMark(tokens[monthAt - 1], '-/');
  const year = readYearAfter(tokens, isAbbreviated ? monthAt + 2 : monthAt + 1, isSigned);
  return { value: dayInMonth(month, day, year?.value, start), next: year?.next ?? monthAt + 1 };
}

/** `June 30, 2026`, `Jun 30`, `June 30th`. */
function readMonthDay(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const month = tokens[at]?.entry?.month;
  if (month === undefined) return undefined;
  const isSigned = isMark(tokens[at + 1], '-/');
  const dot = isSigned || isAbbreviation(tokens, at) ? at + 2 : at + 1;
  const dayAt = tokens[dot]?.text === 'the' ? dot + 1 : dot;
  const day = dayToken(tokens[dayAt]);
  // "through March 2 weeks": a number before a unit is no day.
  if (day === undefined || tokens[dayAt + 1]?.entry?.unit) return undefined;
  const end = skipOrdinal(tokens, dayAt + 1);
  const year = readYearAfter(tokens, end, isSigned);
  // "end of March — 3 people": a hyphen makes a day only with a year behind it, as in "Jun-30-2026".
  if (isSigned && !year) return undefined;
  return { value: dayInMonth(month, day, year?.value, start), next: year?.next ?? end };
}

/** `end of March`, `Ende Q2`, `end of next month`, `end of 2026`: the period's last day. */
function readEndOf(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const of = follow(tokens, at, 'endOf');
  if (of === undefined) return undefined;
  const from = tokens[of]?.text === 'the' ? of + 1 : of;
  // "End March 3" ends on a day; "end of March 3 …" is about the month.
  if (of === at + 1 && readMonthDay(tokens, from, start)) return undefined;
  const period = readPeriod(tokens, from, start) ?? readWeekNumber(tokens, from, start) ?? readYear(tokens, from);
  if (!period || 'problem' in period.value) return period;
  return { value: { ...period.value, isPeriod: false }, next: period.next };
}

/** `mid March`, `early Q2`: no day at all. */
function readPartOf(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const of = follow(tokens, at, 'partOf');
  const period = of === undefined ? undefined : readPeriod(tokens, skip(tokens, of, 'link'), start);
  const problem = 'Only about when it ends is stated; write the last day, such as "until 2026-06-30".';
  return period && { value: { problem }, next: period.next };
}

function numericDay(
  first: number,
  second: number,
  isDayFirst: boolean,
  year: number | undefined,
  start: number,
): WrittenDate {
  if (!isDayFirst && first <= 12 && second <= 12 && first !== second) {
    const days = [dayInMonth(first, second, year, start), dayInMonth(second, first, year, start)];
    const both = days.map((written) => ('day' in written ? formatDay(written.day) : '')).join(' or ');
    return { problem: `The end may be read as day or month first; write it as ${both}.` };
  }
  return isDayFirst || first > 12 ? dayInMonth(second, first, year, start) : dayInMonth(first, second, year, start);
}

/** The day of a year, or without one the first such day on or after the start. */
function dayInMonth(month: number, day: number, year: number | undefined, start: number): WrittenDate {
  if (year !== undefined) return existing(year, month, day);
  const first = monthOf(start).year;
  // A leap day may be up to eight years away.
  for (let candidate = first; candidate <= first + 8; candidate++) {
    const found = dayOf(candidate, month, day);
    if (found !== undefined && found >= start) return { day: found, isPeriod: false, hasYear: false };
  }
  return existing(first, month, day);
}

function existing(year: number, month: number, day: number): WrittenDate {
  const found = dayOf(year, month, day);
  if (found !== undefined) return { day: found, isPeriod: false, hasYear: true };
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    problem: `There is no day ${year}-${two(month)}-${two(day)}; write the last day, such as "until 2026-06-30".`,
  };
}

function hasSameMarks(tokens: Tokens, at: number): boolean {
  return isMark(tokens[at + 1], '-/.') && isMark(tokens[at + 3], tokens[at + 1]?.text ?? '');
}

/** `Jun.`, `Sept.` */
function isAbbreviation(tokens: Tokens, at: number): boolean {
  const name = tokens[at]?.text ?? '';
  return (name.length === 3 || name === 'sept') && isMark(tokens[at + 1], '.');
}
