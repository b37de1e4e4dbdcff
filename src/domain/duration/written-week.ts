// Ends that people name by the week: "Friday", "end of the week", "2026-W15", "KW 15".
import { lastOfWeek, monthOf, weekdayOf } from '../calendar.ts';
import { type Found, follow, isGlued, isMark, type Token } from './tokens.ts';
import { dayToken, readYearAfter, type WrittenDate, yearToken } from './written-period.ts';

type Tokens = readonly Token[];

/** The index after the name of a day of the week, `Fri.`, `Friday,`, `sexta-feira,`; undefined where none stands. */
export function skipWeekday(tokens: Tokens, at: number): number | undefined {
  if (tokens[at]?.entry?.weekday === undefined) return undefined;
  const next = isMark(tokens[at + 1], '-') && tokens[at + 2]?.text === 'feira' ? at + 3 : at + 1;
  return isMark(tokens[next], '.,') ? next + 1 : next;
}

/** `Friday`, `this Friday`: the first such day on or after the start. `next Friday` may mean two of them. */
export function readWeekday(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const later = follow(tokens, at, 'nextOne');
  const from = later ?? follow(tokens, at, 'thisOne') ?? at;
  const weekday = tokens[from]?.entry?.weekday;
  if (weekday === undefined) return undefined;
  const next = from + 1;
  if (later !== undefined) {
    const problem = 'It may be read as a day of this week or of the next; write its date, such as "until 2026-06-30".';
    return { value: { problem }, next };
  }
  const day = start + ((weekday - weekdayOf(start) + 7) % 7);
  return { value: { day, isPeriod: false, hasYear: false }, next };
}

/** `EOW`, `end of next week`: its Sunday. */
export function readEndOfWeek(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const sunday = start - weekdayOf(start) + 6;
  const later = follow(tokens, at, 'endOfNextWeek');
  if (later !== undefined) return { value: { day: sunday + 7, isPeriod: false, hasYear: false }, next: later };
  const next = follow(tokens, at, 'endOfWeek');
  return next === undefined ? undefined : { value: { day: sunday, isPeriod: false, hasYear: false }, next };
}

/** `2026-W15`, `2026W15`, `KW 15`, `CW 15 2026`: a week by its ISO 8601 number. */
export function readWeekNumber(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const iso = readIsoWeek(tokens, at);
  if (iso) return iso;
  const number = follow(tokens, at, 'weekNumber');
  const week = number === undefined ? undefined : dayToken(tokens[number]);
  if (number === undefined || week === undefined) return undefined;
  const year = readYearAfter(tokens, number + 1, false);
  const next = year?.next ?? number + 1;
  if (year) return { value: weekOf(year.value, week, true), next };
  const { year: first } = monthOf(start);
  const years = [first - 1, first, first + 1].filter((each) => (lastOfWeek(each, week) ?? -Infinity) >= start);
  return { value: weekOf(years[0] ?? first, week, false), next };
}

function readIsoWeek(tokens: Tokens, at: number): Found<WrittenDate> | undefined {
  const year = yearToken(tokens[at]);
  const letter = isMark(tokens[at + 1], '-') ? at + 2 : at + 1;
  const week = dayToken(tokens[letter + 1]);
  if (year === undefined || tokens[letter]?.text !== 'w' || week === undefined || !isGlued(tokens, letter + 1))
    return undefined;
  return { value: weekOf(year, week, true), next: letter + 2 };
}

function weekOf(year: number, week: number, hasYear: boolean): WrittenDate {
  const day = lastOfWeek(year, week);
  if (day !== undefined) return { day, isPeriod: true, hasYear };
  return { problem: `The year ${year} has no week ${week}; write the last day, such as "until 2026-06-30".` };
}
