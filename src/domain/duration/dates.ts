// Days and periods as people write them: "2026-06-30", "June 30", "31/3", "the 15th of next month", "end of March", "KW 12-14", "Q2 FY26".
import { dayOf, formatDay, lastOfMonth, lastOfWeek, monthOf, weekdayOf } from '../calendar.ts';
import {
  any,
  type Found,
  follow,
  form,
  lazy,
  mark,
  mayBegin,
  maybe,
  once,
  type Rule,
  sequence,
  skip,
} from './grammar.ts';
import type { Role } from './language.ts';
import { MESSAGES } from './messages.ts';
import { isGlued, isMark, type Tokens } from './tokens.ts';

/** The days named, a single one or a period's; or why there is none, and what to write instead. */
export type Named = { first: number; last: number; isPeriod: boolean; hasYear: boolean } | { problem: string };

/** What is known besides the text: the day on or after which a date without a year is, and the month that begins a fiscal year. */
export interface Context {
  from: number;
  fiscalYearBegins?: number;
}

/** A day or period as written, to be found in the calendar. */
export type Written = (context: Context) => Named;

/** What a date may begin with, besides numbers and the names of months and days. */
export const DATE_BEGINNINGS: Role[] = [
  ...(['today', 'tomorrow', 'overmorrow', 'endOfDay', 'endOfWeek', 'endOfMonth', 'endOfQuarter', 'endOfYear'] as const),
  ...([
    'weekEnding',
    'endOf',
    'early',
    'mid',
    'late',
    'quarterLetter',
    'fiscal',
    'nextOne',
    'thisOne',
    'weekNumber',
  ] as const),
];

/** The date or period that begins at a token, with the time of day behind it. */
export const readDate: Rule<Written> = once((tokens, at) => {
  const token = tokens[at];
  if (token?.kind === 'number') return withTail(tokens, beginsWithNumber(tokens, at));
  const { month, weekday, shortWeekday = weekday, ordinal, unit } = token?.entry ?? {};
  const isBeginning =
    month || shortWeekday !== undefined || ordinal || unit || token?.text === 'h' || mayBegin(token, DATE_BEGINNINGS);
  return isBeginning ? withTail(tokens, beginsWithWord(tokens, at)) : undefined;
});

/** The same where words before it say that a date comes, so that `30.6`, `2026`, `Friday` and `15th` are dates too. */
export const readExpectedDate: Rule<Written> = once((tokens, at) => {
  const from = skipLinks(tokens, at);
  return readDate(tokens, from) ?? readDate(tokens, at) ?? withTail(tokens, expected(tokens, from));
});

/** The days from the first to the last of a range: `June 6 – July 18`, `15-21 April`, `from 2026-03-01 to 2026-03-14`. */
export const readDateRange: Rule<Written> = once((tokens, at) => {
  const between = skip(tokens, at, 'between');
  const from = skipLinks(tokens, between);
  const days = (between > at ? dayRangeBetween : dayRange)(tokens, from);
  if (days) return withTail(tokens, days);
  const first = (between > at ? readExpectedDate : readDate)(tokens, from);
  const joined =
    first && (joint(tokens, first.next)?.next ?? (between > at ? follow(tokens, first.next, 'and') : undefined));
  const second = joined === undefined ? undefined : readExpectedDate(tokens, joined);
  if (first && second) return { value: rangeOf(first.value, second.value), next: second.next };
  return undefined;
});

/** The index after the words that may stand between `until` and a date, such as `the`, `am`, `:`, `5 pm`. */
export function skipLinks(tokens: Tokens, at: number): number {
  let next = at;
  for (let count = 0; count < 4; count++) {
    next =
      isMark(tokens[next], ':-=~') || (isMark(tokens[next], '.') && isGlued(tokens, next))
        ? next + 1
        : (form('link', 'about')(tokens, next)?.next ?? clock(tokens, next)?.next ?? next);
  }
  return next;
}

// What dates are made of.

const digits =
  (pattern: RegExp): Rule<number> =>
  (tokens, at) => {
    const token = tokens[at];
    return token?.kind === 'number' && pattern.test(token.text)
      ? { value: Number(token.text.replace(/\D/g, '')), next: at + 1 }
      : undefined;
  };
/** One or two digits, whether there is such a day or not. */
const two = digits(/^\d{1,2}$/);
/** The same, where it counts nothing: "KW 5 — 3 people" is no range. */
const twoAlone: Rule<number> = (tokens, at) => {
  const noun = tokens[at + 1];
  const isCounted = noun?.kind === 'word' && (!noun.entry || mayBegin(noun, ['measure', 'cycle']));
  return isCounted ? undefined : two(tokens, at);
};
const fullYear = digits(/^[1-9]\d{3}$/);
const shortYear: Rule<number> = (tokens, at) => {
  const found = digits(/^['’]?\d\d$/)(tokens, at);
  return found && { value: 2000 + found.value, next: found.next };
};
const apostropheYear: Rule<number> = (tokens, at) =>
  /^\D/.test(tokens[at]?.text ?? '') ? shortYear(tokens, at) : undefined;

const word =
  <Key extends 'month' | 'weekday' | 'shortWeekday' | 'ordinal'>(key: Key): Rule<number> =>
  (tokens, at) => {
    const value = tokens[at]?.entry?.[key];
    return value === undefined ? undefined : { value, next: at + 1 };
  };
const monthName: Rule<number> = (tokens, at) => {
  const found = word('month')(tokens, at);
  const name = tokens[at]?.text ?? '';
  // `Jun.`, `Sept.`
  const isShort = (name.length === 3 || name === 'sept') && isMark(tokens[at + 1], '.');
  return found && { value: found.value, next: isShort ? at + 2 : at + 1 };
};
/** `Friday`, `Fri.`, `sexta-feira,`. */
const weekdayName: Rule<number> = (tokens, at) => {
  const found = word('weekday')(tokens, at);
  const next = isMark(tokens[at + 1], '-') && tokens[at + 2]?.text === 'feira' ? at + 3 : at + 1;
  return found && { value: found.value, next };
};

const ordinalMark: Rule<unknown> = any<unknown>(
  sequence([maybe(mark('.')), mark('º')], (_, sign) => sign),
  mark('.'),
  (tokens, at) => (isGlued(tokens, at) ? form('ordinalEnd')(tokens, at) : undefined),
);
const link = form('link');
const yearBehind = any(
  sequence([maybe(mark(',')), any(fullYear, apostropheYear)], (_, year) => year),
  sequence([link, fullYear], (_, year) => year),
);
/** The year of a period: `March-2026`, `Q2/2026`, `Q2 of 2026`. */
const periodYear = any(
  yearBehind,
  sequence([mark('-/.'), fullYear], (_, year) => year),
);

/** What joins the first and the last day of a range. */
const joint: Rule<unknown> = (tokens, at) =>
  any<unknown>(mark('-→'), isoJoint, form('through'))(tokens, at) ??
  (follow(tokens, at, 'or') === undefined ? form('to')(tokens, at) : undefined);
/** `2026-03-01/2026-03-15` */
const isoJoint: Rule<unknown> = (tokens, at) =>
  isGlued(tokens, at) && isGlued(tokens, at + 1) && yearFirst(tokens, at + 1) ? mark('/')(tokens, at) : undefined;

const clock: Rule<unknown> = (tokens, at) => {
  const hour = two(tokens, at);
  if (!hour) return undefined;
  const minute = isMark(tokens[at + 1], ':') && isGlued(tokens, at + 1) ? two(tokens, at + 2) : undefined;
  const zone = form('clock')(tokens, minute?.next ?? hour.next);
  return zone ?? minute;
};

/** A time of day: it says nothing about the day. */
export const readClock = clock;

/** `, 17:00`, `EOD`, `inclusive`, `at the latest` behind a date. */
function withTail(tokens: Tokens, found: Found<Written> | undefined): Found<Written> | undefined {
  if (!found) return undefined;
  let { next } = found;
  for (let count = 0; count < 2; count++) {
    const from = isMark(tokens[next], ',(') ? next + 1 : next;
    const tail =
      clock(tokens, skip(tokens, from, 'link')) ??
      form('inclusive', 'maxAfter', 'endOfDay')(tokens, from) ??
      isoTime(tokens, next);
    if (!tail) break;
    next = isMark(tokens[next], '(') && isMark(tokens[tail.next], ')') ? tail.next + 1 : tail.next;
  }
  return { value: found.value, next };
}

/** `T17:00:00Z` right behind a date. */
const isoTime: Rule<unknown> = (tokens, at) => {
  if (tokens[at]?.text !== 't' || !isGlued(tokens, at) || tokens[at + 1]?.kind !== 'number') return undefined;
  let next = at + 1;
  while (
    next < at + 8 &&
    isGlued(tokens, next) &&
    (tokens[next]?.kind === 'number' || isMark(tokens[next], ':.') || tokens[next]?.text === 'z')
  )
    next++;
  return { value: true, next };
};

// Single days.

const yearFirst = sequence([fullYear, mark('-/.'), two, mark('-/.'), two], (year, sign, month, other, day) =>
  sign === other ? dayIn(month, day, year) : undefined,
);
/** `20260320`. */
const eightDigits: Rule<Written> = (tokens, at) => {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(tokens[at]?.text ?? '') ?? [];
  const isDay = dayOf(Number(year), Number(month), Number(day)) !== undefined;
  return isDay ? { value: dayIn(Number(month), Number(day), Number(year)), next: at + 1 } : undefined;
};
/** `31/3/2026`, `30.6.26`: with dots the day is always first. */
const yearLast = sequence(
  [two, mark('-/.'), two, mark('-/.'), any(fullYear, shortYear)],
  (first, sign, second, other, year) =>
    sign === other && !(sign === '-' && year < 1000) ? numeric(first, second, sign === '.', year) : undefined,
);
/** `30 June 2026`, `30th of June`, `30. Juni`, `30 de junio de 2026`, `30-Jun-2026`. */
const dayMonth = any(
  sequence([two, mark('-/'), monthName, mark('-/'), any(fullYear, shortYear)], (day, _, month, __, year) =>
    dayIn(month, day, year),
  ),
  sequence(
    [two, maybe(ordinalMark), maybe(any<unknown>(mark('-/'), link)), monthName, maybe(yearBehind)],
    (day, _, __, month, year) => dayIn(month, day, year),
  ),
);
/** Not "through March 2 weeks": a number before a unit is no day. */
const dayBehind: Rule<number> = (tokens, at) => (tokens[at + 1]?.entry?.unit ? undefined : two(tokens, at));
/** `June 30, 2026`, `Jun 30`, `June 30th`; a hyphen makes a day only with a year behind it, as in `Jun-30-2026`. */
const monthDay = any(
  sequence([monthName, mark('-/'), two, mark('-/'), fullYear], (month, _, day, __, year) => dayIn(month, day, year)),
  sequence(
    [monthName, maybe(form('the')), dayBehind, maybe(ordinalMark), maybe(yearBehind)],
    (month, _, day, __, year) => dayIn(month, day, year),
  ),
);
/** `first of April`, `1st of next month`, `15. des nächsten Monats`. */
const dayOfMonthAhead = sequence(
  [any(two, word('ordinal')), maybe(ordinalMark), maybe(link), form('nextOne', 'thisOne'), unit(['month'])],
  (day, _, __, which): Written =>
    ({ from }) => {
      const { year, month } = monthOf(from);
      const ahead = month + (which === 'nextOne' ? 1 : 0);
      return existing(year + Math.floor((ahead - 1) / 12), ((ahead - 1) % 12) + 1, day);
    },
);
const firstOfMonth = sequence([word('ordinal'), maybe(link), monthName, maybe(yearBehind)], (day, _, month, year) =>
  day === 1 ? dayIn(month, day, year) : undefined,
);
/** `the 15th`, `bis zum 15.`: the first such day on or after the start. */
const dayAlone: Rule<Written> = (tokens, at) => {
  const day = two(tokens, at);
  // A number that something follows counts it.
  const end =
    day &&
    (ordinalMark(tokens, day.next)?.next ?? (isBehindLink(tokens, at) && !tokens[day.next] ? day.next : undefined));
  if (!day || end === undefined || tokens[end]?.kind === 'word') return undefined;
  return {
    value: ({ from }) => {
      const { year, month } = monthOf(from);
      const days = [month, month + 1, month + 2].map((each) =>
        dayOf(year + Math.floor((each - 1) / 12), ((each - 1) % 12) + 1, day.value),
      );
      const found = days.find((each) => each !== undefined && each >= from);
      return found === undefined ? { problem: MESSAGES.noDay(String(day.value)) } : single(found, false);
    },
    next: end,
  };
};
function isBehindLink(tokens: Tokens, at: number): boolean {
  return follow(tokens, at - 1, 'link') === at;
}
/** `31/3`, but for "24/7", which says how often. */
const slashed = sequence([two, mark('/'), two], (first, _, second) =>
  (first <= 12 || second <= 12) && first <= 31 && second <= 31 && !(first === 24 && second === 7)
    ? numeric(first, second, false, undefined)
    : undefined,
);
/** `31.3.`; the stop may end the sentence as well. */
const dotted: Rule<Written> = (tokens, at) => {
  const found = sequence([two, mark('.'), two], (first, _, second) => numeric(first, second, true, undefined))(
    tokens,
    at,
  );
  if (!found || !isMark(tokens[found.next], '.')) return undefined;
  const isJoined = follow(tokens, found.next + 1, 'to') !== undefined;
  return tokens[found.next + 1]?.kind === 'mark' || isJoined ? { value: found.value, next: found.next + 1 } : found;
};
const dottedAlone = sequence([two, mark('.'), twoAlone], (first, _, second) => numeric(first, second, true, undefined));
const DAYS_AHEAD: Partial<Record<Role, number>> = { today: 0, tomorrow: 1, overmorrow: 2 };
const relativeDay = sequence([form('overmorrow', 'tomorrow', 'today')], (role) => inDays(DAYS_AHEAD[role] ?? 0));
/** `Friday, 6 March`: they must agree. */
const weekdayDate = sequence(
  [
    any(weekdayName, word('shortWeekday')),
    maybe(mark('.')),
    maybe(mark(',')),
    maybe(link),
    lazy(() => any(beginsWithNumber, dottedAlone, monthDay)),
  ],
  (weekday, _, __, ___, date): Written =>
    (context) => {
      const named = date(context);
      if ('problem' in named) return named;
      return weekdayOf(named.first) === weekday ? named : { problem: MESSAGES.otherWeekday(formatDay(named.first)) };
    },
);
/** `Friday`, `this Friday`, `next Friday`: the first such day on or after the start. */
const weekdayAlone = any(
  sequence([form('nextOne'), weekdayName], (_, weekday) => onWeekday(weekday, true)),
  sequence([weekdayName, form('nextOne')], (weekday) => onWeekday(weekday, true)),
  sequence([maybe(form('thisOne')), weekdayName], (_, weekday) => onWeekday(weekday, false)),
);
const endOfDay = any(
  sequence([form('endOfDay'), lazy(() => readExpectedDate)], (_, date) => date),
  sequence([form('endOfDay')], () => inDays(0)),
);

// Periods.

function unit(names: readonly string[]): Rule<number> {
  return (tokens, at) => {
    const found = tokens[at]?.entry?.unit;
    return found && names.includes(found.name) ? { value: found.size, next: at + 1 } : undefined;
  };
}
const MONTHS = ['month', 'quarter', 'half-year', 'year'];

/** `second`, `2.`, `2º`. */
const ordinal = any(
  word('ordinal'),
  sequence([two, ordinalMark], (number) => number),
);
const quarterNumber = any(
  sequence([form('quarterLetter'), two], (_, quarter) => quarter),
  sequence([digits(/^\d$/), form('quarterLetter'), lookAhead(fullYear)], (quarter) => quarter),
  sequence([ordinal, unit(['quarter'])], (quarter) => quarter),
);
const ordinalHalf = sequence(
  [
    ordinal,
    any<unknown>(
      unit(['half-year']),
      sequence([form('half'), maybe(link), lookAhead(fullYear)], (half) => half),
    ),
  ],
  (half) => half,
);
const halfNumber: Rule<number> = any(ordinalHalf, (tokens, at) => {
  const half = tokens[at]?.text === 'h' ? tokens[at + 1]?.text : undefined;
  return half === '1' || half === '2' ? { value: Number(half), next: at + 2 } : undefined;
});
function lookAhead(rule: Rule<unknown>): Rule<true> {
  return (tokens, at) => (rule(tokens, at) ? { value: true, next: at } : undefined);
}
/** A quarter or a half-year: how many months it has, and which of them it is. */
const partOfYear = any(
  sequence([quarterNumber], (number) => ({ months: 3, number })),
  sequence([halfNumber], (number) => ({ months: 6, number })),
);
const fiscalYear = sequence(
  [form('fiscal'), maybe(any(fullYear, shortYear)), maybe(sequence([mark('/'), shortYear], (_, year) => year))],
  (_, year, second) => ({ year: second ?? year }),
);
const fiscal = any(
  sequence([partOfYear, maybe(link), fiscalYear], ({ months, number }, _, { year }) =>
    inFiscalYear(months, number, year),
  ),
  sequence([fiscalYear, maybe(mark('-/')), partOfYear, maybe(periodYear)], ({ year }, _, { months, number }, later) =>
    inFiscalYear(months, number, year ?? later),
  ),
  sequence([fiscalYear], ({ year }) => inFiscalYear(12, 1, year)),
);
const quarter = any(
  sequence([fullYear, maybe(mark('-/')), partOfYear], (year, _, { months, number }) => inYear(months, number, year)),
  sequence([partOfYear, maybe(periodYear)], ({ months, number }, year) => inYear(months, number, year)),
);
const month = sequence([monthName, maybe(periodYear)], (number, year) => inYear(1, number, year));
/** `this month`, `next week`, `la semaine prochaine`. */
const relativePeriod = any(
  sequence([form('nextOne', 'thisOne'), unit(['week', ...MONTHS])], (which, size) =>
    periodAt(size, which === 'nextOne' ? 1 : 0),
  ),
  sequence([unit(['week', ...MONTHS]), form('nextOne')], (size) => periodAt(size, 1)),
);
const isoWeek: Rule<Written> = (tokens, at) => {
  const year = fullYear(tokens, at);
  const letter = isMark(tokens[at + 1], '-') ? at + 2 : at + 1;
  const week = two(tokens, letter + 1);
  if (!year || tokens[letter]?.text !== 'w' || !week || !isGlued(tokens, letter + 1)) return undefined;
  return { value: weeks(week.value, week.value, year.value), next: week.next };
};
/** `KW 15`, `CW 15 2026`, `KW 12-14`, `KW12 – KW14`, `KW 12/13`. */
const weekBefore = sequence([two, ordinalMark, form('weekNumber'), maybe(periodYear)], (week, _, __, year) =>
  weeks(week, week, year),
);
const calendarWeeks = sequence(
  [
    form('weekNumber'),
    two,
    maybe(
      sequence(
        [any<unknown>(mark('/&+'), joint, form('and')), maybe(form('weekNumber')), twoAlone],
        (sign, _, week) => ({ isSlash: sign === '/', week }),
      ),
    ),
    maybe(periodYear),
  ],
  (_, first, second, year) =>
    second?.isSlash && second.week !== first + 1
      ? () => ({ problem: MESSAGES.weekOrYear })
      : weeks(first, second?.week ?? first, year),
);
const yearAlone: Rule<Written> = (tokens, at) => {
  const year = fullYear(tokens, at);
  const isMonth = isMark(tokens[at + 1], '-/.') && isGlued(tokens, at + 2) && tokens[at + 2]?.kind === 'number';
  return year && !isMonth && !yearFirst(tokens, at) ? { value: inYear(12, 1, year.value), next: year.next } : undefined;
};
const period = any(fiscal, quarter, month, relativePeriod, calendarWeeks);

const PERIOD_ENDS: Partial<Record<Role, number>> = { endOfWeek: 7, endOfMonth: 1, endOfQuarter: 3, endOfYear: 12 };
const periodEnds = any(
  sequence([form('endOfQuarter'), two, maybe(periodYear)], (_, number, year) => lastDay(inYear(3, number, year))),
  sequence([form('endOfYear'), any(fullYear, shortYear)], (_, year) => lastDay(inYear(12, 1, year))),
  sequence([form('endOfWeek', 'endOfMonth', 'endOfQuarter', 'endOfYear')], (role) =>
    lastDay(periodAt(PERIOD_ENDS[role] ?? 0, 0)),
  ),
);
/** "End March 3" ends on a day. */
const endOf = sequence(
  [
    form('endOf'),
    maybe(mark('-')),
    any<Written>(
      (tokens, at) =>
        monthDay(tokens, at) && tokens[at - 1]?.text === 'end'
          ? undefined
          : any(isoWeek, period)(tokens, skip(tokens, at, 'link')),
      any(isoWeek, period),
      sequence([maybe(form('the')), unit(['week', ...MONTHS])], (_, size) => periodAt(size, 0)),
      yearAlone,
    ),
  ],
  (_, __, named) => lastDay(named),
);
/** `mid March`, `early-April`, `late Q2`: a third of it, and no day. */
const partOf = sequence(
  [form('early', 'mid', 'late'), maybe(mark('-')), maybe(link), period],
  (part, _, __, named): Written =>
    (context) => {
      const whole = named(context);
      if ('problem' in whole) return whole;
      const third = Math.round((whole.last - whole.first + 1) / 3);
      const first = part === 'early' ? whole.first : part === 'mid' ? whole.first + third : whole.last - third + 1;
      const last = part === 'early' ? whole.first + third - 1 : part === 'mid' ? whole.last - third : whole.last;
      return { problem: MESSAGES.about(formatDay(first), formatDay(last)) };
    },
);

const beginsWithNumber = any(
  yearFirst,
  eightDigits,
  isoWeek,
  yearLast,
  dayMonth,
  dayOfMonthAhead,
  fiscal,
  quarter,
  weekBefore,
  slashed,
  dotted,
);
const beginsWithWord: Rule<Written> = any(
  relativeDay,
  periodEnds,
  sequence([form('weekEnding'), lazy(() => readExpectedDate)], (_, date) => date),
  endOfDay,
  endOf,
  partOf,
  weekdayDate,
  monthDay,
  dayOfMonthAhead,
  firstOfMonth,
  period,
);
const expected = any(dottedAlone, yearAlone, weekdayAlone, dayAlone);
/** `15-21 April 2026`, `1. bis 14. März`, `April 15-21`. */
const dayRangeBy = (joined: Rule<unknown>) =>
  any(
    sequence(
      [two, maybe(ordinalMark), joined, maybe(link), any(dayMonth, yearLast, dotted)],
      (first, _, __, ___, date): Written =>
        (context) => {
          const named = date(context);
          if ('problem' in named) return named;
          const from = named.last - (new Date(named.last * 86_400_000).getUTCDate() - first);
          return from < named.last ? { ...named, first: from } : { problem: MESSAGES.datesBackwards };
        },
    ),
    sequence(
      [monthName, two, maybe(ordinalMark), joined, twoAlone, maybe(ordinalMark), maybe(yearBehind)],
      (name, first, _, __, last, ___, year) =>
        last > first ? rangeOf(dayIn(name, first, year), dayIn(name, last, year)) : undefined,
    ),
  );
const dayRange = dayRangeBy(joint);
const dayRangeBetween = dayRangeBy(any<unknown>(joint, form('and')));

// The days themselves.

function single(day: number, hasYear: boolean): Named {
  return { first: day, last: day, isPeriod: false, hasYear };
}

function inDays(days: number): Written {
  return ({ from }) => single(from + days, true);
}

/** The day of a year, or without one the first such day on or after the start. */
function dayIn(monthNumber: number, day: number, year: number | undefined): Written {
  return ({ from }) => {
    if (year !== undefined) return existing(year, monthNumber, day);
    const first = monthOf(from).year;
    // A leap day may be up to eight years away.
    for (let candidate = first; candidate <= first + 8; candidate++) {
      const found = dayOf(candidate, monthNumber, day);
      if (found !== undefined && found >= from) return single(found, false);
    }
    return existing(first, monthNumber, day);
  };
}

function existing(year: number, monthNumber: number, day: number): Named {
  const found = dayOf(year, monthNumber, day);
  if (found !== undefined) return single(found, true);
  const pad = (value: number) => String(value).padStart(2, '0');
  return { problem: MESSAGES.noDay(`${year}-${pad(monthNumber)}-${pad(day)}`) };
}

function numeric(first: number, second: number, isDayFirst: boolean, year: number | undefined): Written {
  if (isDayFirst || first > 12) return dayIn(second, first, year);
  if (second > 12 || first === second) return dayIn(first, second, year);
  return (context) => {
    const days = [dayIn(first, second, year), dayIn(second, first, year)].map((written) => written(context));
    return {
      problem: MESSAGES.dayOrMonthFirst(
        days.map((named) => ('first' in named ? formatDay(named.first) : '')).join(' or '),
      ),
    };
  };
}

function onWeekday(weekday: number, isNext: boolean): Written {
  return ({ from }) => {
    const ahead = (weekday - weekdayOf(from) + 7) % 7;
    // Of the days still to come this week, "next Friday" may be this week's or the next one's.
    if (isNext && weekday >= weekdayOf(from)) return { problem: MESSAGES.thisOrNext };
    return single(from + ahead, false);
  };
}

/** A part of a year of so many months, the first such on or after the start where no year is stated. */
function inYear(months: number, number: number, year: number | undefined): Written {
  return ({ from }) => {
    if (number < 1 || number * months > 12) return { problem: MESSAGES.noQuarter };
    const first = year ?? monthOf(from).year;
    const isPast = year === undefined && lastOfMonth(first, number * months) < from;
    return monthsFrom(isPast ? first + 1 : first, (number - 1) * months + 1, months, year !== undefined);
  };
}

/** A fiscal year is named for the year in which it ends. */
function inFiscalYear(months: number, number: number, year: number | undefined): Written {
  return ({ from, fiscalYearBegins }) => {
    if (fiscalYearBegins === undefined) return { problem: MESSAGES.fiscalYear };
    if (number < 1 || number * months > 12) return { problem: MESSAGES.noQuarter };
    const month = fiscalYearBegins + (number - 1) * months;
    const inYearOf = (last: number) =>
      monthsFrom(fiscalYearBegins === 1 ? last : last - 1, month, months, year !== undefined);
    if (year !== undefined) return inYearOf(year);
    const now = monthOf(from).year;
    const ahead = [now - 1, now, now + 1, now + 2].map(inYearOf).find((named) => 'last' in named && named.last >= from);
    return ahead ?? inYearOf(now);
  };
}

function monthsFrom(year: number, monthNumber: number, months: number, hasYear: boolean): Named {
  return {
    first: lastOfMonth(year, monthNumber - 1) + 1,
    last: lastOfMonth(year, monthNumber + months - 1),
    isPeriod: true,
    hasYear,
  };
}

/** The week (7), month, quarter or year the start is in, or so many later. */
function periodAt(size: number, later: number): Written {
  return ({ from }) => {
    const monday = from - weekdayOf(from) + 7 * later;
    if (size === 7) return { first: monday, last: monday + 6, isPeriod: true, hasYear: true };
    const { year, month: monthNumber } = monthOf(from);
    return monthsFrom(year, (Math.ceil(monthNumber / size) - 1 + later) * size + 1, size, true);
  };
}

/** Calendar weeks by their ISO 8601 numbers. */
function weeks(first: number, last: number, year: number | undefined): Written {
  return ({ from }) => {
    const { year: now } = monthOf(from);
    const years =
      year === undefined
        ? [now - 1, now, now + 1].filter((each) => (lastOfWeek(each, last) ?? -Infinity) >= from)
        : [year];
    const inYearOf = years[0] ?? now;
    const [begin, end] = [lastOfWeek(inYearOf, first), lastOfWeek(inYearOf, last)];
    if (begin === undefined || end === undefined)
      return { problem: MESSAGES.noWeek(inYearOf, begin === undefined ? first : last) };
    return begin > end
      ? { problem: MESSAGES.datesBackwards }
      : { first: begin - 6, last: end, isPeriod: true, hasYear: year !== undefined };
  };
}

function lastDay(written: Written): Written {
  return (context) => {
    const named = written(context);
    return 'problem' in named ? named : { ...named, first: named.last, isPeriod: false };
  };
}

function rangeOf(first: Written, second: Written): Written {
  return (context) => {
    const begin = first(context);
    // A first day without its year says nothing about the year of the second.
    const from = 'first' in begin && begin.hasYear ? Math.max(context.from, begin.first) : context.from;
    const end = second({ ...context, from });
    if ('problem' in begin || 'problem' in end) return 'problem' in begin ? begin : end;
    if (begin.hasYear && end.last < begin.first) return { problem: MESSAGES.datesBackwards };
    return { first: Math.min(begin.first, end.last), last: end.last, isPeriod: false, hasYear: end.hasYear };
  };
}
