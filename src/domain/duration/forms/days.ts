// The days that a date or period stands for in the calendar, as seen from the day a duration is counted from.
import { dayOf, formatDay, lastOfMonth, lastOfWeek, monthOf, weekdayOf } from '../../calendar.ts';
import { MESSAGES } from '../messages.ts';

/** The days named, a single one or a period's; or why there is none, and what to write instead. */
export type Named = { first: number; last: number; isPeriod: boolean; hasYear: boolean } | { problem: string };

/** What is known besides the text: the day on or after which a date without a year is, and the month that begins a fiscal year. */
export interface Context {
  from: number;
  fiscalYearBegins?: number;
}

/** A day or period as written, to be found in the calendar. */
export type Written = (context: Context) => Named;

/** So many months, and which of such parts of a year it is, from 1. */
export interface PartOfYear {
  months: number;
  number: number;
}

type Year = number | undefined;

function single(day: number, hasYear: boolean): Named {
  return { first: day, last: day, isPeriod: false, hasYear };
}

/** Today is 0. */
export function inDays(days: number): Written {
  return ({ from }) => single(from + days, true);
}

/** The day of a year, or without one the first such day on or after the start. */
export function dayIn(month: number, day: number, year: Year): Written {
  return ({ from }) => {
    const first = year ?? monthOf(from).year;
    // A leap day may be up to eight years away.
    for (let ahead = 0; year === undefined && ahead <= 8; ahead++) {
      const found = dayOf(first + ahead, month, day);
      if (found !== undefined && found >= from) return single(found, false);
    }
    const found = dayOf(first, month, day);
    const pad = (value: number) => String(value).padStart(2, '0');
    return found === undefined
      ? { problem: MESSAGES.noDay(`${first}-${pad(month)}-${pad(day)}`) }
      : single(found, true);
  };
}

/** A day of the month of the start, or of so many months later. */
export function dayOfMonth(day: number, later: number): Written {
  return (context) => {
    const { year, month } = monthOf(context.from);
    return dayIn(((month + later - 1) % 12) + 1, day, year + Math.floor((month + later - 1) / 12))(context);
  };
}

/** The first such day of a month on or after the start. */
export function nextDayOfMonth(day: number): Written {
  return (context) => {
    const ahead = [0, 1, 2].map((later) => dayOfMonth(day, later)(context));
    const found = ahead.find((named) => 'first' in named && named.first >= context.from);
    return found ? { ...found, hasYear: false } : { problem: MESSAGES.noDay(String(day)) };
  };
}

/** Two numbers in the order of a day: which of them is the month has to be clear. */
export function numeric(first: number, second: number, isDayFirst: boolean, year: Year): Written {
  if (isDayFirst || first > 12) return dayIn(second, first, year);
  if (second > 12 || first === second) return dayIn(first, second, year);
  return (context) => {
    const days = [dayIn(first, second, year)(context), dayIn(second, first, year)(context)];
    const either = days.map((named) => ('first' in named ? formatDay(named.first) : '')).join(' or ');
    return { problem: MESSAGES.dayOrMonthFirst(either) };
  };
}

/** The first such day of the week (0 is Monday) on or after the start. */
export function onWeekday(weekday: number, isNext: boolean): Written {
  return ({ from }) => {
    // Of the days still to come this week, "next Friday" may be this week's or the next one's.
    if (isNext && weekday >= weekdayOf(from)) return { problem: MESSAGES.thisOrNext };
    return single(from + ((weekday - weekdayOf(from) + 7) % 7), false);
  };
}

/** The day, if it is that day of the week. */
export function checkedWeekday(weekday: number, written: Written): Written {
  return (context) => {
    const named = written(context);
    if ('problem' in named || weekdayOf(named.first) === weekday) return named;
    return { problem: MESSAGES.otherWeekday(formatDay(named.first)) };
  };
}

/** A part of a year of so many months, the first such on or after the start where no year is stated. */
export function inYear(part: PartOfYear, year: Year): Written {
  return partOf(1, part, year);
}

/** A fiscal year is named for the year in which it ends. */
export function inFiscalYear(part: PartOfYear, year: Year): Written {
  return (context) => {
    const { fiscalYearBegins } = context;
    if (fiscalYearBegins === undefined) return { problem: MESSAGES.fiscalYear };
    return partOf(fiscalYearBegins, part, year)(context);
  };
}

function partOf(begins: number, { months, number }: PartOfYear, year: Year): Written {
  return ({ from }) => {
    if (number < 1 || number * months > 12) return { problem: MESSAGES.noQuarter };
    const month = begins + (number - 1) * months;
    const now = monthOf(from).year;
    const of = (last: number) => monthsFrom(begins === 1 ? last : last - 1, month, months, year !== undefined);
    const ahead = [now - 1, now, now + 1, now + 2].map(of).find((named) => named.last >= from);
    return year === undefined && ahead ? ahead : of(year ?? now);
  };
}

function monthsFrom(year: number, month: number, months: number, hasYear: boolean): Named & { last: number } {
  const [first, last] = [lastOfMonth(year, month - 1) + 1, lastOfMonth(year, month + months - 1)];
  return { first, last, isPeriod: true, hasYear };
}

/** The week (7), month, quarter or year the start is in, or so many later. */
export function periodAt(size: number, later: number): Written {
  return ({ from }) => {
    const monday = from - weekdayOf(from) + 7 * later;
    if (size === 7) return { first: monday, last: monday + 6, isPeriod: true, hasYear: true };
    const { year, month } = monthOf(from);
    return monthsFrom(year, (Math.ceil(month / size) - 1 + later) * size + 1, size, true);
  };
}

/** Calendar weeks by their ISO 8601 numbers. */
export function weeks(first: number, last: number, year: Year): Written {
  return ({ from }) => {
    const now = monthOf(from).year;
    const ahead = [now - 1, now, now + 1].find((each) => (lastOfWeek(each, last) ?? -Infinity) >= from);
    const inYearOf = year ?? ahead ?? now;
    const [begin, end] = [lastOfWeek(inYearOf, first), lastOfWeek(inYearOf, last)];
    if (begin === undefined || end === undefined)
      return { problem: MESSAGES.noWeek(inYearOf, begin === undefined ? first : last) };
    if (begin > end) return { problem: MESSAGES.datesBackwards };
    return { first: begin - 6, last: end, isPeriod: true, hasYear: year !== undefined };
  };
}

/** The last day of a period. */
export function lastDay(written: Written): Written {
  return (context) => {
    const named = written(context);
    return 'problem' in named ? named : { ...named, first: named.last, isPeriod: false };
  };
}

/** The first (0), second or last third of a period: no day. */
export function thirdOf(part: number, written: Written): Written {
  return (context) => {
    const named = written(context);
    if ('problem' in named) return named;
    const third = Math.round((named.last - named.first + 1) / 3);
    const first = [named.first, named.first + third, named.last - third + 1][part] ?? named.first;
    const last = [named.first + third - 1, named.last - third, named.last][part] ?? named.last;
    return { problem: MESSAGES.about(formatDay(first), formatDay(last)) };
  };
}

/** From a day of the month to a day. */
export function fromDay(day: number, written: Written): Written {
  return (context) => {
    const named = written(context);
    if ('problem' in named) return named;
    const first = lastOfMonth(monthOf(named.last).year, monthOf(named.last).month - 1) + day;
    return first < named.last ? { ...named, first } : { problem: MESSAGES.datesBackwards };
  };
}

/** From the first of a day or period to the last of another. */
export function rangeOf(first: Written, second: Written): Written {
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
