// Dates as people write them in running text: "2026-06-30", "June 30", "31/3", "30.6.2026", "end of March", "Q2 2026", "EOM".
import { dayOf, formatDay, lastOfMonth, monthOf } from './calendar.ts';
import { type Found, follow, isMark, skip, type Token } from './duration-tokens.ts';

/** A written day, or the last day of a written period; or why it is none, and what to write instead. */
export type WrittenDate = { day: number; isPeriod: boolean; hasYear: boolean } | { problem: string };

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
  for (const rule of DATE_RULES) {
    const found = rule(tokens, at, start);
    if (found) return found;
  }
  return (
    readSlashed(tokens, at, start) ??
    readDotted(tokens, at, start, isExpected) ??
    (isExpected ? readYear(tokens, at) : undefined)
  );
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
  const isAbbreviated = (tokens[monthAt]?.text.length ?? 0) <= 4 && isMark(tokens[monthAt + 1], '.');
  const isSigned = isMark(tokens[monthAt - 1], '-/');
  const year = readYearAfter(tokens, isAbbreviated ? monthAt + 2 : monthAt + 1, isSigned);
  return { value: dayInMonth(month, day, year?.value, start), next: year?.next ?? monthAt + 1 };
}

/** `June 30, 2026`, `Jun 30`, `June 30th`. */
function readMonthDay(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const month = tokens[at]?.entry?.month;
  if (month === undefined) return undefined;
  const isSigned = isMark(tokens[at + 1], '-/');
  const dot = isSigned || isMark(tokens[at + 1], '.') ? at + 2 : at + 1;
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

/** `March`, `March 2026`. */
function readMonth(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const month = tokens[at]?.entry?.month;
  return month === undefined ? undefined : periodWithYear(tokens, at + 1, start, month);
}

/** `Q2`, `Q2 2026`, `2026-Q2`, `2Q 2026`, `T2 2026`, `second quarter of 2026`, `2. Quartal 2026`. */
function readQuarter(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const yearFirst = yearToken(tokens[at]);
  const from = yearFirst === undefined ? at : isMark(tokens[at + 1], '-/') ? at + 2 : at + 1;
  const quarter = quarterNumber(tokens, from);
  if (!quarter) return undefined;
  if (quarter.value < 1 || quarter.value > 4) {
    return {
      value: { problem: 'A year has quarters Q1 to Q4; write one of them, or the last day as yyyy-mm-dd.' },
      next: quarter.next,
    };
  }
  return yearFirst === undefined
    ? periodWithYear(tokens, quarter.next, start, quarter.value * 3)
    : { value: { day: lastOfMonth(yearFirst, quarter.value * 3), isPeriod: true, hasYear: true }, next: quarter.next };
}

function quarterNumber(tokens: Tokens, at: number): Found<number> | undefined {
  const isLetter = (index: number) => follow(tokens, index, 'quarterLetter') !== undefined;
  const [first, second] = [tokens[at], tokens[at + 1]];
  const number = dayToken(second);
  if (isLetter(at) && number !== undefined) return { value: number, next: at + 2 };
  if (
    first?.kind === 'number' &&
    first.text.length === 1 &&
    isLetter(at + 1) &&
    yearToken(tokens[at + 2]) !== undefined
  ) {
    return { value: Number(first.text), next: at + 2 };
  }
  const ordinalWord = follow(tokens, at, 'ordinal');
  const afterNumber = dayToken(first) === undefined ? at : skipOrdinal(tokens, at + 1);
  const nameAt = ordinalWord ?? (afterNumber > at + 1 ? afterNumber : undefined);
  if (nameAt === undefined || tokens[nameAt]?.entry?.unit?.name !== 'quarter') return undefined;
  return { value: dayToken(first) ?? ordinalOf(first), next: nameAt + 1 };
}

function ordinalOf(token: Token | undefined): number {
  const words = [
    'first erstes primer premier primeiro',
    'second zweites segundo deuxieme',
    'third drittes tercer troisieme terceiro',
  ];
  const index = words.findIndex((list) => list.split(' ').includes(token?.text ?? ''));
  return index === -1 ? 4 : index + 1;
}

/** `H1 2026`, `H2`. */
function readHalf(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const half = tokens[at]?.text === 'h' ? tokens[at + 1]?.text : undefined;
  return half === '1' || half === '2' ? periodWithYear(tokens, at + 2, start, Number(half) * 6) : undefined;
}

/** `2026`: as an end, its last day. */
function readYear(tokens: Tokens, at: number): Found<WrittenDate> | undefined {
  const year = yearToken(tokens[at]);
  return year === undefined
    ? undefined
    : { value: { day: lastOfMonth(year, 12), isPeriod: true, hasYear: true }, next: at + 1 };
}

/** `end of March`, `Ende Q2`, `end of next month`, `end of 2026`: the period's last day. */
function readEndOf(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const of = follow(tokens, at, 'endOf');
  if (of === undefined) return undefined;
  const from = tokens[of]?.text === 'the' ? of + 1 : of;
  if (readMonthDay(tokens, from, start)) return undefined;
  const period = readPeriod(tokens, from, start) ?? readYear(tokens, from);
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

function readPeriod(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  return (
    readQuarter(tokens, at, start) ??
    readHalf(tokens, at, start) ??
    readMonth(tokens, at, start) ??
    readRelativePeriod(tokens, at, start)
  );
}

/** `EOM`, `EOQ`, `EOY`, `month-end`, `end of the year`. */
function readRelativeEnd(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const ends = [
    [follow(tokens, at, 'endOfMonth'), 1],
    [follow(tokens, at, 'endOfQuarter'), 3],
    [follow(tokens, at, 'endOfYear'), 12],
  ] as const;
  for (const [next, months] of ends) {
    if (next !== undefined)
      return { value: { day: endOfPeriod(start, months, 0), isPeriod: false, hasYear: false }, next };
  }
  return undefined;
}

/** `this month`, `next quarter`. */
function readRelativePeriod(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const isThis = follow(tokens, at, 'thisOne');
  const unitAt = isThis ?? follow(tokens, at, 'nextOne');
  const unit = unitAt === undefined ? undefined : tokens[unitAt]?.entry?.unit;
  if (unitAt === undefined || unit?.of !== 'months' || unit.name === 'half-year') return undefined;
  return {
    value: { day: endOfPeriod(start, unit.size, isThis === undefined ? 1 : 0), isPeriod: true, hasYear: false },
    next: unitAt + 1,
  };
}

/** The last day of the month, quarter or year (of so many months) that a day is in, or so many periods later. */
function endOfPeriod(start: number, months: number, later: number): number {
  const { year, month } = monthOf(start);
  return lastOfMonth(year, (Math.ceil(month / months) + later) * months);
}

function periodWithYear(tokens: Tokens, at: number, start: number, lastMonth: number): Found<WrittenDate> {
  const joined = isMark(tokens[at], '-/.') && yearToken(tokens[at + 1]) !== undefined ? at + 1 : at;
  const year = readYearAfter(tokens, joined, false);
  if (year)
    return { value: { day: lastOfMonth(year.value, lastMonth), isPeriod: true, hasYear: true }, next: year.next };
  const first = monthOf(start).year;
  const day = lastOfMonth(first, lastMonth);
  const next = day >= start ? day : lastOfMonth(first + 1, lastMonth);
  return { value: { day: next, isPeriod: true, hasYear: false }, next: at };
}

/** The year behind a day or month: `, 2026`, `de 2026`, `'26`, and `-2026` where signs join day and month too. */
function readYearAfter(tokens: Tokens, at: number, isSigned: boolean): Found<number> | undefined {
  const next = isMark(tokens[at], isSigned ? '-/' : ',') ? at + 1 : skip(tokens, at, 'yearLink');
  const token = tokens[next];
  const year = yearToken(token) ?? (token?.kind === 'number' && /^\D/.test(token.text) ? shortYear(token) : undefined);
  return year === undefined ? undefined : { value: year, next: next + 1 };
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

function skipOrdinal(tokens: Tokens, at: number): number {
  return isMark(tokens[at], '.') ? at + 1 : skip(tokens, at, 'ordinalEnd');
}

function hasSameMarks(tokens: Tokens, at: number): boolean {
  return isMark(tokens[at + 1], '-/.') && isMark(tokens[at + 3], tokens[at + 1]?.text ?? '');
}

/** One or two digits: a day or a month, whether it exists or not. */
function dayToken(token: Token | undefined): number | undefined {
  return token?.kind === 'number' && /^['’]?\d{1,2}$/.test(token.text)
    ? Number(token.text.replace(/\D/g, ''))
    : undefined;
}

function yearToken(token: Token | undefined): number | undefined {
  return token?.kind === 'number' && /^[1-9]\d{3}$/.test(token.text) ? Number(token.text) : undefined;
}

function shortYear(token: Token | undefined): number | undefined {
  const digits = token?.kind === 'number' ? token.text.replace(/\D/g, '') : '';
  return digits.length === 2 ? 2000 + Number(digits) : undefined;
}
