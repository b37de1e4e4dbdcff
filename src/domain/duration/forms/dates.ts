// Days and periods as people write them: "2026-06-30", "June 30", "31/3", "the 15th of next month", "end of March", "KW 12-14", "Q2 FY26".
import { dayOf } from '../../calendar.ts';
import { MESSAGES } from '../messages.ts';
import { refuse } from '../refusal.ts';
import { isMark } from '../tokens.ts';
import type { PartOfYear, Written } from './days.ts';
import * as days from './days.ts';
import {
  ahead,
  any,
  check,
  follow,
  form,
  type Item,
  maybe,
  type None,
  not,
  type Rule,
  rule,
  ruleOfWords,
  seq,
  valued,
} from './grammar.ts';
import { anyMark, anyNumber, anyWord, digits, end, glued, meaning, sign, unitNamed, word } from './items.ts';

// Numbers and names.

/** One or two digits, whether there is such a day or not. */
const two = digits(1, 2);
/** Where they count nothing: "KW 5 — 3 people" is no range. */
const alone = form([two], (day, { tokens, next }) => {
  const { kind, entry } = tokens[next] ?? {};
  return kind === 'word' && (!entry || entry.phrases?.measure || entry.phrases?.cycle) ? undefined : day;
});
const full = digits(4, 4, true);
/** `'26` */
const apostrophe = form([anyNumber], ({ tokens, at }) => {
  const text = tokens[at]?.text ?? '';
  return text.length === 3 && "'’".includes(text.charAt(0)) ? 2000 + Number(text.slice(1)) : undefined;
});
const years = any(
  full,
  apostrophe,
  form([digits(2)], (year) => 2000 + year),
);
const year = any(form([maybe(sign(',')), any(full, apostrophe)]), form(['link', full]));
/** The year of a period: `March-2026`, `Q2/2026`, `Q2 of 2026`. */
const later = any(year, form([sign('-/.'), full]));
/** `.`, `º`, `th` */
const th = any(seq(maybe(sign('.')), sign('º')), sign('.'), seq(glued, 'ordinalEnd'));
/** `2.`, `second` */
const nth = any(meaning('ordinal'), form([two, th]));
const shortened = check((tokens, at) => tokens[at - 1]?.text.length === 3 || tokens[at - 1]?.text === 'sept');
/** `Jun.`, `Sept.` */
const month = form([meaning('month'), maybe(seq(shortened, sign('.')))]);
/** `sexta-feira` */
const weekday = form([meaning('weekday'), maybe(seq(sign('-'), word('feira')))]);
/** `(Sunday)` behind a date */
const bracketedDay = form([sign('('), any(weekday, meaning('shortWeekday')), sign(')')]);
/** How many months a unit has, or a week days. */
const size = form([meaning('unit')], ({ of, size: count }) => (of === 'months' || count === 7 ? count : undefined));
const which = valued('which');
const whichWeek = any(form([which, unitNamed('week')]), form([unitNamed('week'), which]));

const colonTwo = seq(glued, sign(':'), two);
/** `17:00`, `5 pm`, `17 Uhr`: it says nothing about the day. */
export const clock = seq(two, any(seq(colonTwo, maybe('clock')), 'clock'));
const atLatest = form([valued('boundAfter')], (bound) => bound === 'max' || undefined);
/** `17h`, `17h30` */
const hour = seq(two, glued, word('h'), maybe(seq(glued, two)));
const behindDay = any(seq(maybe('link'), any(clock, hour)), 'inclusive', atLatest, 'endOfDay');
/** `, 17:00`, `EOD`, `inclusive`, `at the latest`, `T17:00:00Z` behind a date. */
const tail = maybe(
  any(
    seq(sign('('), behindDay, maybe(sign(')'))),
    seq(maybe(sign(',')), behindDay),
    seq(glued, word('t'), two, maybe(colonTwo), maybe(colonTwo), maybe(seq(glued, word('z')))),
  ),
);

// Days in numbers.

const part = sign('-/.');
const samePart = seq(
  check((tokens, at) => tokens[at]?.text === tokens[at - 2]?.text),
  part,
);
const yearFirst = form([full, part, two, samePart, two], (written, of, day) => days.dayIn(of, day, written));
const yearLast = form([two, part, two, samePart, years], (first, second, written, { tokens, at }) =>
  days.numeric(first, second, isMark(tokens[at + 1], '.'), written),
);
/** `31/3`, but for "24/7", which says how often. */
const slashed = form([two, sign('/'), two], (first, second) => {
  const isDate = Math.min(first, second) <= 12 && Math.max(first, second) <= 31 && !(first === 24 && second === 7);
  return isDate ? days.numeric(first, second, false, undefined) : undefined;
});
const dottedAlone = form([two, sign('.'), two], (day, of) => (day === 0 ? undefined : days.dayIn(of, day)));
/** `31.3.`; the stop may end the sentence as well. */
const dotted = any(
  form([dottedAlone, sign('.'), any(ahead(anyMark), ahead('to'))]),
  form([dottedAlone, ahead(sign('.'))]),
);
/** `20260320` */
const eightDigits = form([digits(8)], (count) => {
  const [written, of, day] = [Math.floor(count / 10_000), Math.floor(count / 100) % 100, count % 100];
  return dayOf(written, of, day) === undefined ? undefined : days.dayIn(of, day, written);
});

// Days with names.

/** `30 June 2026`, `30th of June`, `30. Juni`, `30-Jun-2026`. */
const dayMonth = rule<Written>(() => [
  form([two, sign('-/'), month, sign('-/'), years], (day, of, written) => days.dayIn(of, day, written)),
  form([two, maybe(th), maybe(any(sign('-/'), 'link')), month, maybe(year)], (day, of, written) =>
    days.dayIn(of, day, written),
  ),
]);
/** `June 30, 2026`, `Jun 30th`; a hyphen makes a day only with a year behind it, as in `Jun-30-2026`; "March 2 weeks" is none. */
const monthDay = rule<Written>(() => [
  form([month, sign('-/'), two, sign('-/'), full], days.dayIn),
  form([month, maybe('the'), two, not(meaning('unit')), maybe(th), maybe(year)], days.dayIn),
]);
/** `first of April`, `1st of next month`, `15. des nächsten Monats`. */
const dayOfMonth = form(
  [any(two, meaning('ordinal')), maybe(th), maybe('link'), which, unitNamed('month')],
  days.dayOfMonth,
);

/** `15-21 April 2026`, `1. bis 14. März`, `April 15-21`. */
const dayRange = (between: Item<None>) =>
  rule<Written>(() => [
    form([two, maybe(th), between, maybe('link'), any(dayMonth, yearLast, dotted)], days.fromDay),
    form([month, two, maybe(th), between, alone, maybe(th), maybe(year)], (of, first, last, written) =>
      last > first ? days.rangeOf(days.dayIn(of, first, written), days.dayIn(of, last, written)) : undefined,
    ),
  ]);
/** What joins the first and the last day of a range. */
const joint = any(
  sign('-→'),
  seq(sign('.'), glued, sign('.')),
  'through',
  seq(glued, sign('/'), glued, ahead(yearFirst)),
  seq(not('or'), 'to'),
);
const jointOrAnd = any(joint, 'and');

// Periods.

/** A quarter or a half-year: how many months it has, and which of them it is. */
const partOfYear = rule<PartOfYear>(() => [
  form(['quarterLetter', two], (number) => ({ months: 3, number })),
  form([digits(1), 'quarterLetter', ahead(full)], (number) => ({ months: 3, number })),
  form([nth, unitNamed('quarter')], (number) => ({ months: 3, number })),
  form([nth, any(unitNamed('half-year'), seq('half', maybe('link'), ahead(full)))], (number) => ({
    months: 6,
    number,
  })),
  form([word('h'), digits(1)], (number) => (number === 1 || number === 2 ? { months: 6, number } : undefined)),
]);
/** `FY26`, `FY 2025/26` */
const fiscalYear = rule<{ ends: number | undefined }>(() => [
  form(['fiscal', maybe(years), sign('/'), years], (_, ends) => ({ ends })),
  form(['fiscal', maybe(years)], (ends) => ({ ends })),
]);
const wholeYear: PartOfYear = { months: 12, number: 1 };
const isoWeek = form([full, maybe(sign('-')), word('w'), glued, two], (of, week) => days.weeks(week, week, of));
const ofYear = rule<Written>(() => [
  form([partOfYear, maybe('link'), fiscalYear], (part, { ends }) => days.inFiscalYear(part, ends)),
  form([fiscalYear, maybe(sign('-/')), partOfYear, maybe(later)], ({ ends }, part, written) =>
    days.inFiscalYear(part, ends ?? written),
  ),
  form([fiscalYear], ({ ends }) => days.inFiscalYear(wholeYear, ends)),
  form([full, maybe(sign('-/')), partOfYear], (written, part) => days.inYear(part, written)),
  form([partOfYear, maybe(later)], (part, written) => days.inYear(part, written)),
]);
const period = rule<Written>(() => [
  form([any(isoWeek, ofYear)]),
  form([month, maybe(later)], (number, written) => days.inYear({ months: 1, number }, written)),
  form([which, size], (ahead, of) => days.periodAt(of, ahead)),
  form([size, which], (of, ahead) => (ahead === 1 ? days.periodAt(of, 1) : undefined)),
  form(
    ['weekNumber', two, any(sign('/&+'), jointOrAnd), maybe('weekNumber'), alone, maybe(later)],
    (first, last, written, { tokens, at }) =>
      isMark(tokens[at + 2], '/') && last !== first + 1
        ? () => refuse(MESSAGES.weekOrYear)
        : days.weeks(first, last, written),
  ),
  form(['weekNumber', two, maybe(later)], (week, written) => days.weeks(week, week, written)),
]);
const furtherNumber = seq(sign('-/.'), glued, anyNumber);
const yearAlone = form([full, not(furtherNumber)], (written) => days.inYear(wholeYear, written));

// All of them, in their order.

const withNumber = rule<Written>(() => [
  form([any(yearFirst, eightDigits, isoWeek, yearLast, dayMonth, dayOfMonth, ofYear)]),
  form([two, th, 'weekNumber', maybe(later)], (week, written) => days.weeks(week, week, written)),
  form([any(slashed, dotted)]),
]);

/** `the quarter` */
const thisPeriod = form([maybe('the'), size], (of) => days.periodAt(of, 0));
const withWord: Rule<Written> = ruleOfWords<Written>(() => [
  form([valued('inDays')], days.inDays),
  form([valued('endOfPeriod'), two, maybe(later)], (months, number, written) =>
    months === 3 ? days.lastDay(days.inYear({ months, number }, written)) : undefined,
  ),
  form([valued('endOfPeriod'), years], (months, written) =>
    months === 12 ? days.lastDay(days.inYear(wholeYear, written)) : undefined,
  ),
  form([valued('endOfPeriod')], (of) => days.lastDay(days.periodAt(of, 0))),
  form([any('weekEnding', 'endOfDay'), expected]),
  form(['endOfDay'], () => days.inDays(0)),
  form(['endOf', maybe(sign('-')), any(form(['link', period]), period, yearAlone, thisPeriod)], days.lastDay),
  form([valued('third'), maybe(sign('-')), maybe('link'), period], days.thirdOf),
  form(
    [
      any(weekday, meaning('shortWeekday')),
      maybe(sign('.')),
      maybe(sign(',')),
      maybe('link'),
      any(withNumber, dottedAlone, monthDay),
    ],
    days.checkedWeekday,
  ),
  form([which, weekday], (ahead, day) => (ahead === 0 ? days.onWeekday(day) : undefined)),
  form([weekday, maybe('link'), any(whichWeek, form(['the', whichWeek]))], days.onWeekdayOf),
  form([any(monthDay, dayOfMonth)]),
  form([meaning('ordinal'), maybe('link'), month, maybe(year)], (number, of, written) =>
    number === 1 ? days.dayIn(of, 1, written) : undefined,
  ),
  form([period]),
]);
/** The date or period that begins at a token, with the time of day behind it. */
export const date: Rule<Written> = rule<Written>(() => [
  form([any(withNumber, withWord), maybe(bracketedDay), tail, tail], (written, weekday) =>
    weekday === undefined ? written : days.checkedWeekday(weekday, written),
  ),
]);

/** The words that may stand between `until` and a date, such as `the`, `am`, `:`, `5 pm`. */
const skipped: Rule<true> = rule<true>(() => [
  form([any(sign(':=~-'), seq(glued, sign('.')), 'link', 'about', clock), maybe(skipped)], true),
]);
const skips = maybe(seq(skipped));
const behindLink = check((tokens, at) => follow(tokens, at - 1, 'link') === at);

const expectedOnly = rule<Written>(() => [
  form([any(dottedAlone, yearAlone)]),
  form([which, weekday], (_, day) => days.onNextWeekday(day)),
  form([weekday, which], (day, ahead) => (ahead === 1 ? days.onNextWeekday(day) : undefined)),
  form([weekday], days.onWeekday),
  form([two, not(furtherNumber), th, not(anyWord)], days.nextDayOfMonth),
  form([behindLink, two, end], days.nextDayOfMonth),
]);
/** A date where words before it say that one comes, so that `30.6`, `2026`, `Friday` and `15th` are dates too. */
export const expected: Rule<Written> = rule<Written>(() => [
  form([skips, date]),
  form([date]),
  form([skips, expectedOnly, tail, tail]),
]);

const firstToLast = dayRange(joint);
const between = dayRange(jointOrAnd);
/** The days from the first to the last of a range: `June 6 – July 18`, `15-21 April`, `from 2026-03-01 to 2026-03-14`. */
export const range = rule<Written>(() => [
  form([not('between'), skips, firstToLast, tail, tail]),
  form([not('between'), skips, date, joint, expected], days.rangeOf),
  form(['between', skips, between, tail, tail]),
  form(['between', skips, expected, jointOrAnd, expected], days.rangeOf),
]);
