// Days and periods as people write them: "2026-06-30", "June 30", "31/3", "the 15th of next month", "end of March", "KW 12-14", "Q2 FY26".
import { dayOf } from '../../calendar.ts';
import { MESSAGES } from '../messages.ts';
import { refuse } from '../refusal.ts';
import { isMark } from '../tokens.ts';
import type { Written } from './days.ts';
import * as days from './days.ts';
import { define, type Form, find, follow } from './grammar.ts';

/** A number of which the pattern holds. */
export const digits = (pattern: RegExp, more = 0): Form<number> => [
  '<number>',
  (_, { tokens, at }) => {
    const text = tokens[at]?.text ?? '';
    return pattern.test(text) ? more + Number(text.replace(/\D/g, '')) : undefined;
  },
];

/** Up to five numbers and signs that make a date, as the pattern says. */
const numeric = (pattern: RegExp, build: (...texts: string[]) => Written | undefined): Form<Written> => [
  '<number>',
  (_, where) => {
    const [all, ...texts] = pattern.exec(find('numerals', where.tokens, where.at)?.value ?? '') ?? [];
    where.next = where.at + (all ?? '').split(/\b/).length;
    return all === undefined ? undefined : build(...texts);
  },
];

/** `15-21 April 2026`, `1. bis 14. März`, `April 15-21`. */
const dayRange = (joint: string): Form<Written>[] => [
  [
    `{two} {th}? ${joint} link? {dayMonth}|{yearLast}|{dotted}`,
    ({ two, dayMonth, yearLast, dotted }) => days.fromDay(two, dayMonth ?? yearLast ?? dotted),
  ],
  [
    `{month} {two} {th}? ${joint} {alone} {th}? {year}?`,
    ({ month, two, alone, year }) =>
      alone > two ? days.rangeOf(days.dayIn(month, two, year), days.dayIn(month, alone, year)) : undefined,
  ],
];

define({
  // Numbers and names.

  /** One or two digits, whether there is such a day or not. */
  two: [digits(/^\d{1,2}$/)],
  /** Where they count nothing: "KW 5 — 3 people" is no range. */
  alone: [
    [
      '{two}',
      ({ two }, { tokens, next }) => {
        const { kind, entry } = tokens[next] ?? {};
        const isNoun = kind === 'word' && (!entry || entry.phrases?.measure || entry.phrases?.cycle);
        return isNoun ? undefined : two;
      },
    ],
  ],
  full: [digits(/^[1-9]\d{3}$/)],
  digit: [digits(/^\d$/)],
  apostrophe: [digits(/^['’]\d\d$/, 2000)],
  years: [['{full}'], digits(/^['’]?\d\d$/, 2000)],
  year: [['[,]? {full}|{apostrophe}'], ['link {full}']],
  /** The year of a period: `March-2026`, `Q2/2026`, `Q2 of 2026`. */
  later: [['{year}'], ['[-/.] {full}']],
  /** `2.`, `second` */
  nth: [['<ordinal>'], ['{two} {th}']],
  /** `.`, `º`, `th` */
  th: [['[.]? [º]'], ['[.]'], ['_ ordinalEnd']],
  /** `Jun.`, `Sept.` */
  month: [['<month> {shortened}?']],
  shortened: [['[.]', (_, { tokens, at }) => /^(?:...|sept)$/.test(tokens[at - 1]?.text ?? '') || undefined]],
  /** `sexta-feira` */
  weekday: [['<weekday> {feira}?']],
  feira: [["[-] 'feira'"]],
  /** How many months a unit has, or a week days. */
  size: [['<unit>', ({ unit: { of, size } }) => (of === 'months' || size === 7 ? size : undefined)]],
  which: [
    ['thisOne', () => 0],
    ['nextOne', () => 1],
  ],
  third: [
    ['early', () => 0],
    ['mid', () => 1],
    ['late', () => 2],
  ],
  ahead: [
    ['today', () => 0],
    ['tomorrow', () => 1],
    ['overmorrow', () => 2],
  ],
  endOfThis: [
    ['endOfWeek', () => 7],
    ['endOfMonth', () => 1],
    ['endOfQuarter', () => 3],
    ['endOfYear', () => 12],
  ],
  /** `17:00`, `5 pm`, `17 Uhr`: it says nothing about the day. */
  clock: [['{two} {clockBehind}']],
  clockBehind: [['{colonTwo} clock?'], ['clock']],
  colonTwo: [['_ [:] {two}']],
  /** `, 17:00`, `EOD`, `inclusive`, `at the latest`, `T17:00:00Z` behind a date. */
  tail: [['[(] {behindDay} [)]?'], ['[,]? {behindDay}'], ["_ 't' {two} {colonTwo}? {colonTwo}? {zone}?"]],
  zone: [["_ 'z'"]],
  behindDay: [['link? {clock}'], ['inclusive|maxAfter|endOfDay']],

  // Days in numbers.

  numerals: [
    [
      '',
      (_, { tokens, at }) => {
        let value = '';
        for (let next = at; next < at + 6; next++) {
          const { kind, text = '' } = tokens[next] ?? {};
          if (kind !== 'number' && !isMark(tokens[next], '-/.')) break;
          value += kind === 'number' && /\d$/.test(value) ? ' ' : '';
          value += kind === 'number' ? text.replace(/\D/g, '') : text;
        }
        return value;
      },
    ],
  ],
  yearFirst: [
    numeric(/^([1-9]\d{3})([-/.])(\d\d?)\2(\d\d?)\b/, (year, _, month, day) =>
      days.dayIn(Number(month), Number(day), Number(year)),
    ),
  ],
  /** `20260320` */
  eightDigits: [
    numeric(/^(\d{4})(\d\d)(\d\d)\b/, (year, month, day) =>
      dayOf(Number(year), Number(month), Number(day)) === undefined
        ? undefined
        : days.dayIn(Number(month), Number(day), Number(year)),
    ),
  ],
  yearLast: [
    numeric(/^(\d\d?)([-/.])(\d\d?)\2([1-9]\d{3}|\d\d)\b/, (first, sign, second, year = '') =>
      days.numeric(Number(first), Number(second), sign === '.', Number(year.padStart(4, '20'))),
    ),
  ],
  /** `31/3`, but for "24/7", which says how often. */
  slashed: [
    numeric(/^(?!24\/7\b)(\d\d?)\/(\d\d?)\b/, (first, second) =>
      Math.min(Number(first), Number(second)) > 12 || Math.max(Number(first), Number(second)) > 31
        ? undefined
        : days.numeric(Number(first), Number(second), false, undefined),
    ),
  ],
  dottedAlone: [
    numeric(/^(?!00?\.)(\d\d?)\.(\d\d?)\b/, (day, month) => days.dayIn(Number(month), Number(day), undefined)),
  ],
  /** `31.3.`; the stop may end the sentence as well. */
  dotted: [['{dottedAlone} [.] &(<mark>|to)'], ['{dottedAlone} &[.]']],

  // Days with names.

  /** `30 June 2026`, `30th of June`, `30. Juni`, `30-Jun-2026`. */
  dayMonth: [
    ['{two} [-/] {month} [-/] {years}', ({ two, month, years }) => days.dayIn(month, two, years)],
    ['{two} {th}? ([-/]|link)? {month} {year}?', ({ two, month, year }) => days.dayIn(month, two, year)],
  ],
  /** `June 30, 2026`, `Jun 30th`; a hyphen makes a day only with a year behind it, as in `Jun-30-2026`; "March 2 weeks" is none. */
  monthDay: [
    ['{month} [-/] {two} [-/] {full}', ({ month, two, full }) => days.dayIn(month, two, full)],
    ['{month} the? {two} !<unit> {th}? {year}?', ({ month, two, year }) => days.dayIn(month, two, year)],
  ],
  /** `first of April`, `1st of next month`, `15. des nächsten Monats`. */
  dayOfMonth: [
    ['{two}|<ordinal> {th}? link? {which} #month', ({ two, ordinal, which }) => days.dayOfMonth(two ?? ordinal, which)],
  ],
  dayRange: dayRange('{joint}'),
  dayRangeBetween: dayRange('{joint}|and'),

  // Periods.

  /** A quarter or a half-year: how many months it has, and which of them it is. */
  partOfYear: [
    ['quarterLetter {two}', ({ two }) => ({ months: 3, number: two })],
    ['{digit} quarterLetter &{full}', ({ digit }) => ({ months: 3, number: digit })],
    ['{nth} #quarter', ({ nth }) => ({ months: 3, number: nth })],
    ['{nth} #half-year|{halfOf}', ({ nth }) => ({ months: 6, number: nth })],
    ["'h' '1'|'2'", (_, { tokens, at }) => ({ months: 6, number: Number(tokens[at + 1]?.text) })],
  ],
  halfOf: [['half link? &{full}']],
  /** `FY26`, `FY 2025/26` */
  fiscalYear: [['fiscal {years}? {ending}?', ({ years, ending }) => ({ year: ending ?? years })]],
  ending: [['[/] {years}']],
  ofYear: [
    ['{partOfYear} link? {fiscalYear}', ({ partOfYear, fiscalYear }) => days.inFiscalYear(partOfYear, fiscalYear.year)],
    [
      '{fiscalYear} [-/]? {partOfYear} {later}?',
      ({ partOfYear, fiscalYear, later }) => days.inFiscalYear(partOfYear, fiscalYear.year ?? later),
    ],
    ['{fiscalYear}', ({ fiscalYear }) => days.inFiscalYear({ months: 12, number: 1 }, fiscalYear.year)],
    ['{full} [-/]? {partOfYear}', ({ full, partOfYear }) => days.inYear(partOfYear, full)],
    ['{partOfYear} {later}?', ({ partOfYear, later }) => days.inYear(partOfYear, later)],
  ],
  isoWeek: [["{full} [-]? 'w' _ {two}", ({ full, two }) => days.weeks(two, two, full)]],
  period: [
    ['{isoWeek}|{ofYear}'],
    ['{month} {later}?', ({ month, later }) => days.inYear({ months: 1, number: month }, later)],
    ['{which} {size}', ({ which, size }) => days.periodAt(size, which)],
    ['{size} nextOne', ({ size }) => days.periodAt(size, 1)],
    [
      'weekNumber {two} [/&+]|{joint}|and weekNumber? {alone} {later}?',
      ({ two, alone, later }, { tokens, at }) =>
        isMark(tokens[at + 2], '/') && alone !== two + 1
          ? () => refuse(MESSAGES.weekOrYear)
          : days.weeks(two, alone, later),
    ],
    ['weekNumber {two} {later}?', ({ two, later }) => days.weeks(two, two, later)],
  ],
  furtherNumber: [['[-/.] _ <number>']],
  yearAlone: [['{full} !{furtherNumber}', ({ full }) => days.inYear({ months: 12, number: 1 }, full)]],

  // All of them, in their order.

  withNumber: [
    ['{yearFirst}|{eightDigits}|{isoWeek}|{yearLast}|{dayMonth}|{dayOfMonth}|{ofYear}'],
    ['{two} {th} weekNumber {later}?', ({ two, later }) => days.weeks(two, two, later)],
    ['{slashed}|{dotted}'],
  ],
  withWord: [
    ['{ahead}', ({ ahead }) => days.inDays(ahead)],
    ['endOfQuarter {two} {later}?', ({ two, later }) => days.lastDay(days.inYear({ months: 3, number: two }, later))],
    ['endOfYear {years}', ({ years }) => days.lastDay(days.inYear({ months: 12, number: 1 }, years))],
    ['{endOfThis}', ({ endOfThis }) => days.lastDay(days.periodAt(endOfThis, 0))],
    ['weekEnding|endOfDay {expected}'],
    ['endOfDay', () => days.inDays(0)],
    ['endOf [-]? link {period}', ({ period }) => days.lastDay(period)],
    ['endOf [-]? {period}', ({ period }) => days.lastDay(period)],
    ['endOf [-]? the? {size}', ({ size }) => days.lastDay(days.periodAt(size, 0))],
    ['endOf [-]? {yearAlone}', ({ yearAlone }) => days.lastDay(yearAlone)],
    ['{third} [-]? link? {period}', ({ third, period }) => days.thirdOf(third, period)],
    [
      '{weekday}|<shortWeekday> [.]? [,]? link? {withNumber}|{dottedAlone}|{monthDay}',
      ({ weekday, shortWeekday, withNumber, dottedAlone, monthDay }) =>
        days.checkedWeekday(weekday ?? shortWeekday, withNumber ?? dottedAlone ?? monthDay),
    ],
    ['thisOne {weekday}', ({ weekday }) => days.onWeekday(weekday, false)],
    ['{monthDay}|{dayOfMonth}'],
    [
      '<ordinal> link? {month} {year}?',
      ({ ordinal, month, year }) => (ordinal === 1 ? days.dayIn(month, 1, year) : undefined),
    ],
    ['{period}'],
  ],
  /** The date or period that begins at a token, with the time of day behind it. */
  date: [['{withNumber}|{withWord} {tail}? {tail}?']],

  /** The same where words before it say that a date comes, so that `30.6`, `2026`, `Friday` and `15th` are dates too. */
  expected: [
    ['{skipped}? {date}', ({ date }) => date],
    ['{date}'],
    ['{skipped}? {expectedOnly} {tail}? {tail}?', ({ expectedOnly }) => expectedOnly],
  ],
  expectedOnly: [
    ['{dottedAlone}|{yearAlone}'],
    ['nextOne {weekday}', ({ weekday }) => days.onWeekday(weekday, true)],
    ['{weekday} nextOne', ({ weekday }) => days.onWeekday(weekday, true)],
    ['thisOne? {weekday}', ({ weekday }) => days.onWeekday(weekday, false)],
    ['{two} !{furtherNumber} {th} !<word>', ({ two }) => days.nextDayOfMonth(two)],
    ['{behindLink} {two} $', ({ two }) => days.nextDayOfMonth(two)],
  ],
  /** The words that may stand between `until` and a date, such as `the`, `am`, `:`, `5 pm`. */
  skipped: [['[:=~-]|{gluedStop}|link|about|{clock} {skipped}?']],
  gluedStop: [['_ [.]']],
  behindLink: [['', (_, { tokens, at }) => follow(tokens, at - 1, 'link') === at || undefined]],

  /** The days from the first to the last of a range: `June 6 – July 18`, `15-21 April`, `from 2026-03-01 to 2026-03-14`. */
  range: [
    ['!between {skipped}? {dayRange} {tail}? {tail}?', ({ dayRange }) => dayRange],
    ['!between {skipped}? {date} {joint} {expected}', ({ date, expected }) => days.rangeOf(date, expected)],
    ['between {skipped}? {dayRangeBetween} {tail}? {tail}?', ({ dayRangeBetween }) => dayRangeBetween],
    [
      'between {skipped}? {first:expected} {joint}|and {expected}',
      ({ first, expected }) => days.rangeOf(first, expected),
    ],
  ],
  /** What joins the first and the last day of a range. */
  joint: [['[-→]|through'], ['_ [/] _ &{yearFirst}'], ['!or to']],
});
