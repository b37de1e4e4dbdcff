// The days that a date or period stands for in the calendar, as seen from the day a duration is counted from.
import { dayOf, formatDay, lastOfMonth, lastOfWeek, monthOf, weekdayOf } from '../../calendar.ts';
import { MESSAGES } from '../messages.ts';
import { refuse } from '../refusal.ts';

/** The days named, a single one or a period's. */
export interface Named {
  first: number;
  last: number;
  isPeriod: boolean;
  hasYear: boolean;
}

/** What is known besides the text: the day on or after which a date without a year is, and the month that begins a fiscal year. */
export interface Context {
  from: number;
  fiscalYearBegins?: number;
}

/** A day or period as written, to be found in the calendar, or refused. */
export type Written = (context: Context) => Named;

/** So many months, and which of such parts of a year it is, from 1. */
export interface PartOfYear {
  months: number;
  number: number;
}

type Year = number | undefined;

const single = (day: number, hasYear: boolean): Named => ({ first: day, last: day, isPeriod: false, hasYear });

/** Today is 0. */
export function inDays(days: number): Written {
  return ({ from }) => single(from + days, true);
}

/** The day of a year, or without one the first such day on or after the start. */
export function dayIn(month: number, day: number, year?: Year): Written {
  return ({ from }) => {
    const first = year ?? monthOf(from).year;
    // A leap day may be up to eight years away.
    for (let ahead = 0; ahead <= (year === undefined ? 8 : 0); ahead++) {
      const found = dayOf(first + ahead, month, day);
      if (found !== undefined && (year !== undefined || found >= from)) return single(found, year !== undefined);
    }
    const pad = (value: number) => String(value).padStart(2, '0');
    return refuse(MESSAGES.noDay(`${first}-${pad(month)}-${pad(day)}`));
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
  return ({ from }) => {
    const { year, month } = monthOf(from);
    const ahead = [month, month + 1, month + 2].map((each) =>
      dayOf(year + Math.floor((each - 1) / 12), ((each - 1) % 12) + 1, day),
    );
    const found = ahead.find((each) => each !== undefined && each >= from);
    return found === undefined ? refuse(MESSAGES.noDay(String(day))) : single(found, false);
  };
}

/** Two numbers in the order of a day: which of them is the month has to be clear. */
export function numeric(first: number, second: number, isDayFirst: boolean, year: Year): Written {
  if (isDayFirst || first > 12) return dayIn(second, first, year);
  if (second > 12 || first === second) return dayIn(first, second, year);
  return (context) => {
    const days = [dayIn(first, second, year), dayIn(second, first, year)];
    return refuse(MESSAGES.dayOrMonthFirst(days.map((written) => formatDay(written(context).first)).join(' or ')));
  };
}

/** The first such day of the week (0 is Monday) on or after the start. */
export function onWeekday(weekday: number): Written {
  return ({ from }) => single(from + ((weekday - weekdayOf(from) + 7) % 7), false);
}

/** That day of the week of the start, or of so many weeks later. */
export function onWeekdayOf(weekday: number, later: number): Written {
  return ({ from }) => single(from - weekdayOf(from) + 7 * later + weekday, true);
}

/** The same of the week after; of the days still to come this week, "next Friday" may be this week's or the next one's. */
export function onNextWeekday(weekday: number): Written {
  return (context) => (weekday >= weekdayOf(context.from) ? refuse(MESSAGES.thisOrNext) : onWeekday(weekday)(context));
}

/** The day, if it is that day of the week. */
export function checkedWeekday(weekday: number, written: Written): Written {
  return (context) => {
    const named = written(context);
    return weekdayOf(named.first) === weekday ? named : refuse(MESSAGES.otherWeekday(formatDay(named.first)));
  };
}

/** A part of a year of so many months, the first such on or after the start where no year is stated. */
export function inYear({ months, number }: PartOfYear, year: Year, begins = 1): Written {
  return ({ from }) => {
    if (number < 1 || number * months > 12) return refuse(MESSAGES.noQuarter);
    const month = begins + (number - 1) * months;
    const now = monthOf(from).year;
    const of = (last: number) => monthsFrom(begins === 1 ? last : last - 1, month, months, year !== undefined);
    const ahead = [now - 1, now, now + 1, now + 2].map(of).find((named) => named.last >= from);
    return year === undefined && ahead ? ahead : of(year ?? now);
  };
}

/** A fiscal year is named for the year in which it ends. */
export function inFiscalYear(part: PartOfYear, year: Year): Written {
  return (context) => inYear(part, year, context.fiscalYearBegins ?? refuse(MESSAGES.fiscalYear))(context);
}

function monthsFrom(year: number, month: number, months: number, hasYear: boolean): Named {
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
    const of = year ?? ahead ?? now;
    const [begin, end] = [first, last].map((week) => lastOfWeek(of, week) ?? refuse(MESSAGES.noWeek(of, week)));
    if (begin === undefined || end === undefined || begin > end) return refuse(MESSAGES.datesBackwards);
    return { first: begin - 6, last: end, isPeriod: true, hasYear: year !== undefined };
  };
}

/** The last day of a period. */
export function lastDay(written: Written): Written {
  return (context) => {
    const named = written(context);
    return { ...named, first: named.last, isPeriod: false };
  };
}

/** The first (0), second or last third of a period: no day. */
export function thirdOf(part: number, written: Written): Written {
  return (context) => {
    const { first, last } = written(context);
    const third = Math.round((last - first + 1) / 3);
    const ends = [first, first + third, last - third + 1, last + 1];
    return refuse(MESSAGES.about(formatDay(ends[part] ?? first), formatDay((ends[part + 1] ?? last) - 1)));
  };
}

/** From a day of the month to a day. */
export function fromDay(day: number, written: Written): Written {
  return (context) => {
    const named = written(context);
    const { year, month } = monthOf(named.last);
    const first = lastOfMonth(year, month - 1) + day;
    return first < named.last ? { ...named, first } : refuse(MESSAGES.datesBackwards);
  };
}

/** From the first of a day or period to the last of another. */
export function rangeOf(first: Written, second: Written): Written {
  return (context) => {
    const begin = first(context);
    // A first day without its year says nothing about the year of the second.
    const from = begin.hasYear ? Math.max(context.from, begin.first) : context.from;
    const end = second({ ...context, from });
    if (begin.hasYear && end.last < begin.first) return refuse(MESSAGES.datesBackwards);
    return { first: Math.min(begin.first, end.last), last: end.last, isPeriod: false, hasYear: end.hasYear };
  };
}
