// Days and periods as people write them: "2026-06-30", "June 30", "31/3", "the 15th of next month", "end of March", "KW 12-14", "Q2 FY26".
import { dayOf } from '../../calendar.ts';
import { MESSAGES } from '../messages.ts';
import { isMark, type Tokens } from '../tokens.ts';
import type { Written } from './days.ts';
import * as days from './days.ts';
import { beginning, follow, formsOf, mayBegin, once, type Rule, taking, where, which } from './grammar.ts';

const forms = formsOf(() => RULES);

// What dates are made of.

const digits = (pattern: RegExp, more = 0): Rule<number> =>
  taking(({ kind, text }) =>
    kind === 'number' && pattern.test(text) ? more + Number(text.replace(/\D/g, '')) : undefined,
  );
/** How many months a unit has, or a week days. */
const sizeOf = (...names: string[]): Rule<number> =>
  taking(({ entry }) => (names.includes(entry?.unit?.name ?? '') ? entry?.unit?.size : undefined));

/** One or two digits, whether there is such a day or not. */
const two = digits(/^\d{1,2}$/);
/** Where they count nothing: "KW 5 — 3 people" is no range. */
const alone: Rule<number> = (tokens, at) => {
  const noun = tokens[at + 1];
  return noun?.kind === 'word' && (!noun.entry || mayBegin(noun, ['measure', 'cycle'])) ? undefined : two(tokens, at);
};
/** `Jun.`, `Sept.` */
const month: Rule<number> = forms(['{shortName} [.] | {monthName}']);
/** `sexta-feira` */
const weekday: Rule<number> = forms(["{weekdayName} ([-] 'feira')?"]);
const years: Rule<number> = forms(['{full} | {second}']);
/** `2.`, `second` */
const nth: Rule<number> = forms(['{ordinal} | {two} {th}']);
/** `.`, `º`, `th` */
const th: Rule<true> = forms(['[.]? [º] | [.] | _ ordinalEnd']);
const year: Rule<number> = forms(['[,]? ({full} | {apostrophe}) | link {full}']);
/** The year of a period: `March-2026`, `Q2/2026`, `Q2 of 2026`. */
const later: Rule<number> = forms(['{year} | [-/.] {full}']);
/** `17:00`, `5 pm`, `17 Uhr`: it says nothing about the day. */
export const readClock: Rule<true> = forms(['{two} (_ [:] {two} clock? | clock)']);
/** `T17:00:00Z` */
const isoTime: Rule<true> = forms(["_ 't' {two} (_ [:] {two})? (_ [:] {two})? (_ 'z')?"]);
/** `, 17:00`, `EOD`, `inclusive`, `at the latest` behind a date. */
const TAIL = 'link? {clock} | inclusive | maxAfter | endOfDay';
const tail: Rule<true> = forms([`[(] (${TAIL}) [)]? | [,]? (${TAIL}) | {isoTime}`]);

/** Up to five numbers and signs that may make a date, and what follows. */
const numerals: Rule<string> = once((tokens, at) => {
  let value = '';
  for (let next = at; next < at + 6; next++) {
    const { kind, text = '' } = tokens[next] ?? {};
    if (kind !== 'number' && !isMark(tokens[next], '-/.')) break;
    value += kind === 'number' && /\d$/.test(value) ? ' ' : '';
    value += kind === 'number' ? text.replace(/\D/g, '') : text;
  }
  return { value, next: at };
});
const numeric = (pattern: RegExp, build: (...texts: string[]) => Written | undefined): Rule<Written> =>
  beginning(
    ({ kind }) => kind === 'number',
    (tokens, at) => {
      const [all, ...texts] = pattern.exec(numerals(tokens, at)?.value ?? '') ?? [];
      const value = all === undefined ? undefined : build(...texts);
      return value && { value, next: at + (all ?? '').split(/\b/).length };
    },
  );
const yearFirst = numeric(/^([1-9]\d{3})([-/.])(\d\d?)\2(\d\d?)\b/, (year, _, month, day) =>
  days.dayIn(Number(month), Number(day), Number(year)),
);
/** `20260320` */
const eightDigits = numeric(/^(\d{4})(\d\d)(\d\d)\b/, (year, month, day) =>
  dayOf(Number(year), Number(month), Number(day)) === undefined
    ? undefined
    : days.dayIn(Number(month), Number(day), Number(year)),
);
const yearLast = numeric(/^(\d\d?)([-/.])(\d\d?)\2([1-9]\d{3}|\d\d)\b/, (first, sign, second, year = '') =>
  days.numeric(Number(first), Number(second), sign === '.', Number(year.padStart(4, '20'))),
);
/** `31/3`, but for "24/7", which says how often. */
const slashed = numeric(/^(?!24\/7\b)(\d\d?)\/(\d\d?)\b/, (first, second) =>
  Math.min(Number(first), Number(second)) > 12 || Math.max(Number(first), Number(second)) > 31
    ? undefined
    : days.numeric(Number(first), Number(second), false, undefined),
);
const dottedAlone = numeric(/^(\d\d?)\.(\d\d?)\b/, (day, month) => days.dayIn(Number(month), Number(day), undefined));
/** `31.3.`; the stop may end the sentence as well. */
const dotted: Rule<Written> = beginning(
  ({ kind }) => kind === 'number',
  (tokens, at) => {
    const found = dottedAlone(tokens, at);
    if (!found || !isMark(tokens[found.next], '.')) return undefined;
    const isJoined = follow(tokens, found.next + 1, 'to') !== undefined;
    return tokens[found.next + 1]?.kind === 'mark' || isJoined ? { value: found.value, next: found.next + 1 } : found;
  },
);

// Days.

/** `30 June 2026`, `30th of June`, `30. Juni`, `30-Jun-2026`. */
const dayMonth: Rule<Written> = once(
  forms(
    ['{two} [-/] {month} [-/] {years}', ({ two, month, years }) => days.dayIn(month, two, years)],
    ['{two} {th}? ([-/] | link)? {month} {year}?', ({ two, month, year }) => days.dayIn(month, two, year)],
  ),
);
/** `June 30, 2026`, `Jun 30th`; a hyphen makes a day only with a year behind it, as in `Jun-30-2026`; "March 2 weeks" is none. */
const monthDay: Rule<Written> = forms(
  ['{month} [-/] {two} [-/] {full}', ({ month, two, full }) => days.dayIn(month, two, full)],
  ['{month} the? {two} !{unit} {th}? {year}?', ({ month, two, year }) => days.dayIn(month, two, year)],
);
/** `first of April`, `1st of next month`, `15. des nächsten Monats`. */
const dayOfMonth: Rule<Written> = forms([
  '({two} | {ordinal}) {th}? link? {which} {oneMonth}',
  ({ two, ordinal, which }) => days.dayOfMonth(two ?? ordinal, which),
]);
/** `15-21 April 2026`, `1. bis 14. März`, `April 15-21`. */
const dayRange = (joint: string): Rule<Written> =>
  forms(
    [
      `{two} {th}? ${joint} link? ({dayMonth} | {yearLast} | {dotted})`,
      ({ two, dayMonth, yearLast, dotted }) => days.fromDay(two, dayMonth ?? yearLast ?? dotted),
    ],
    [
      `{month} {two} {th}? ${joint} {alone} {th}? {year}?`,
      ({ month, two, alone, year }) =>
        alone > two ? days.rangeOf(days.dayIn(month, two, year), days.dayIn(month, alone, year)) : undefined,
    ],
  );
const dayRangeJoined = dayRange('{joint}');
const dayRangeBetween = dayRange('({joint} | and)');

// Periods.

/** A quarter or a half-year: how many months it has, and which of them it is. */
const partOfYear: Rule<days.PartOfYear> = once(
  forms(
    ['quarterLetter {two}', ({ two }) => ({ months: 3, number: two })],
    ['{digit} quarterLetter &{full}', ({ digit }) => ({ months: 3, number: digit })],
    ['{nth} {quarter}', ({ nth }) => ({ months: 3, number: nth })],
    ['{nth} ({half} | half link? &{full})', ({ nth }) => ({ months: 6, number: nth })],
    ["'h' ('1' | '2')", (_, { tokens, at }) => ({ months: 6, number: Number(tokens[at + 1]?.text) })],
  ),
);
/** `FY26`, `FY 2025/26` */
const fiscalYear: Rule<{ year: number | undefined }> = forms([
  'fiscal {years}? ([/] {second})?',
  ({ years, second }) => ({ year: second ?? years }),
]);
const ofYear: Rule<Written> = forms(
  ['{partOfYear} link? {fiscalYear}', ({ partOfYear, fiscalYear }) => days.inFiscalYear(partOfYear, fiscalYear.year)],
  [
    '{fiscalYear} [-/]? {partOfYear} {later}?',
    ({ partOfYear, fiscalYear, later }) => days.inFiscalYear(partOfYear, fiscalYear.year ?? later),
  ],
  ['{fiscalYear}', ({ fiscalYear }) => days.inFiscalYear({ months: 12, number: 1 }, fiscalYear.year)],
  ['{full} [-/]? {partOfYear}', ({ full, partOfYear }) => days.inYear(partOfYear, full)],
  ['{partOfYear} {later}?', ({ partOfYear, later }) => days.inYear(partOfYear, later)],
);
const isoWeek: Rule<Written> = forms(["{full} [-]? 'w' _ {two}", ({ full, two }) => days.weeks(two, two, full)]);
const period: Rule<Written> = forms(
  ['{isoWeek} | {ofYear}'],
  ['{month} {later}?', ({ month, later }) => days.inYear({ months: 1, number: month }, later)],
  ['{which} {size}', ({ which, size }) => days.periodAt(size, which)],
  ['{size} nextOne', ({ size }) => days.periodAt(size, 1)],
  [
    'weekNumber {two} ([/&+] | {joint} | and) weekNumber? {alone} {later}?',
    ({ two, alone, later }, { tokens, at }) =>
      isMark(tokens[at + 2], '/') && alone !== two + 1
        ? () => ({ problem: MESSAGES.weekOrYear })
        : days.weeks(two, alone, later),
  ],
  ['weekNumber {two} {later}?', ({ two, later }) => days.weeks(two, two, later)],
);
const yearAlone: Rule<Written> = forms([
  '{full} !([-/.] _ {number})',
  ({ full }) => days.inYear({ months: 12, number: 1 }, full),
]);

// All of them, in their order.

const withNumber: Rule<Written> = forms(
  ['{yearFirst} | {eightDigits}'],
  ['{isoWeek} | {yearLast} | {dayMonth} | {dayOfMonth}'],
  ['{ofYear}'],
  ['{two} {th} weekNumber {later}?', ({ two, later }) => days.weeks(two, two, later)],
  ['{slashed} | {dotted}'],
);
const withWord: Rule<Written> = forms(
  ['{day}', ({ day }) => days.inDays(day)],
  ['endOfQuarter {two} {later}?', ({ two, later }) => days.lastDay(days.inYear({ months: 3, number: two }, later))],
  ['endOfYear {years}', ({ years }) => days.lastDay(days.inYear({ months: 12, number: 1 }, years))],
  ['{ending}', ({ ending }) => days.lastDay(days.periodAt([7, 1, 3, 12][ending] ?? 1, 0))],
  ['(weekEnding | endOfDay) {expected}'],
  ['endOfDay', () => days.inDays(0)],
  ['endOf [-]? (link {period} | {period})', ({ period }) => days.lastDay(period)],
  ['endOf [-]? the? {size}', ({ size }) => days.lastDay(days.periodAt(size, 0))],
  ['endOf [-]? {yearAlone}', ({ yearAlone }) => days.lastDay(yearAlone)],
  ['{part} [-]? link? {period}', ({ part, period }) => days.thirdOf(part, period)],
  [
    '({weekday} | {shortWeekday}) [.]? [,]? link? ({withNumber} | {dottedAlone} | {monthDay})',
    ({ weekday, shortWeekday, withNumber, dottedAlone, monthDay }) =>
      days.checkedWeekday(weekday ?? shortWeekday, withNumber ?? dottedAlone ?? monthDay),
  ],
  ['thisOne {weekday}', ({ weekday }) => days.onWeekday(weekday, false)],
  ['{monthDay} | {dayOfMonth}'],
  [
    '{ordinal} link? {month} {year}?',
    ({ ordinal, month, year }) => (ordinal === 1 ? days.dayIn(month, 1, year) : undefined),
  ],
  ['{period}'],
);
const expectedOnly: Rule<Written> = forms(
  ['{dottedAlone}'],
  ['{yearAlone}'],
  ['nextOne {weekday} | {weekday} nextOne', ({ weekday }) => days.onWeekday(weekday, true)],
  ['thisOne? {weekday}', ({ weekday }) => days.onWeekday(weekday, false)],
  ['{two} {th} !{word} | {behindLink} {two} {end}', ({ two }) => days.nextDayOfMonth(two)],
);

/** The date or period that begins at a token, with the time of day behind it. */
export const readDate: Rule<Written> = once(forms(['({withNumber} | {withWord}) {tail}? {tail}?']));

const skipLink: Rule<true> = once(forms(['[:=~-] | _ [.] | link | about | {clock}']));
const range: Rule<Written> = forms(
  ['{dayRange} {tail}? {tail}?'],
  ['{date} {joint} {expected}', ({ date, expected }) => days.rangeOf(date, expected)],
);
/** The same where words before it say that a date comes, so that `30.6`, `2026`, `Friday` and `15th` are dates too. */
export const readExpectedDate: Rule<Written> = once(
  beginning(
    () => false,
    (tokens, at) => {
      const from = skipLinks(tokens, at);
      return readDate(tokens, from) ?? readDate(tokens, at) ?? expectedWithTail(tokens, from);
    },
    skipLink,
    readDate,
    expectedOnly,
  ),
);
const expectedWithTail: Rule<Written> = forms(['{expectedOnly} {tail}? {tail}?']);

/** The days from the first to the last of a range: `June 6 – July 18`, `15-21 April`, `from 2026-03-01 to 2026-03-14`. */
export const readDateRange: Rule<Written> = once(
  beginning(
    ({ entry }) => entry?.phrases?.between,
    (tokens, at) => {
      const between = follow(tokens, at, 'between');
      return (between === undefined ? range : rangeBetween)(tokens, skipLinks(tokens, between ?? at));
    },
    range,
  ),
);
const rangeBetween: Rule<Written> = forms(
  ['{dayRangeBetween} {tail}? {tail}?'],
  ['{first} ({joint} | and) {expected}', ({ first, expected }) => days.rangeOf(first, expected)],
);

/** What joins the first and the last day of a range. */
const joint: Rule<true> = forms(['[-→] | _ [/] _ &{yearFirst} | through | !or to']);

/** The index after the words that may stand between `until` and a date, such as `the`, `am`, `:`, `5 pm`. */
function skipLinks(tokens: Tokens, at: number): number {
  let next = at;
  for (let count = 0; count < 4; count++) next = skipLink(tokens, next)?.next ?? next;
  return next;
}

const RULES = {
  two,
  alone,
  full: digits(/^[1-9]\d{3}$/),
  /** `26`, `'26` */
  second: digits(/^['’]?\d\d$/, 2000),
  apostrophe: digits(/^['’]\d\d$/, 2000),
  digit: digits(/^\d$/),
  number: where((tokens, at) => tokens[at]?.kind === 'number'),
  word: where((tokens, at) => tokens[at]?.kind === 'word'),
  unit: where((tokens, at) => tokens[at]?.entry?.unit !== undefined),
  end: where((tokens, at) => tokens[at] === undefined),
  behindLink: where((tokens, at) => follow(tokens, at - 1, 'link') === at),
  ordinal: taking(({ entry }) => entry?.ordinal),
  month,
  monthName: taking(({ entry }) => entry?.month),
  shortName: taking(({ text, entry }) => (/^(?:...|sept)$/.test(text) ? entry?.month : undefined)),
  weekdayName: taking(({ entry }) => entry?.weekday),
  shortWeekday: taking(({ entry }) => entry?.shortWeekday),
  weekday,
  quarter: sizeOf('quarter'),
  half: sizeOf('half-year'),
  oneMonth: sizeOf('month'),
  size: sizeOf('week', 'month', 'quarter', 'half-year', 'year'),
  day: which('today', 'tomorrow', 'overmorrow'),
  ending: which('endOfWeek', 'endOfMonth', 'endOfQuarter', 'endOfYear'),
  part: which('early', 'mid', 'late'),
  which: which('thisOne', 'nextOne'),
  th,
  nth,
  years,
  year,
  later,
  clock: readClock,
  isoTime,
  tail,
  yearFirst,
  eightDigits,
  yearLast,
  slashed,
  dotted,
  dottedAlone,
  dayMonth,
  monthDay,
  dayOfMonth,
  dayRange: dayRangeJoined,
  dayRangeBetween,
  partOfYear,
  fiscalYear,
  ofYear,
  isoWeek,
  period,
  yearAlone,
  withNumber,
  withWord,
  expectedOnly,
  date: readDate,
  first: readExpectedDate,
  expected: readExpectedDate,
  joint,
};
