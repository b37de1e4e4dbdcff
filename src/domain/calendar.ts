// Calendar arithmetic on civil days, without clocks and time zones: a day is the number of days since 1970-01-01.
//
// Not date-fns: it calculates with local-time dates. The script's time zone would come into every sum, and a zone may
// lack a day altogether (Pacific/Apia has no 2011-12-30: one day after the 29th is then the 31st).

export const MS_OF_A_DAY = 86_400_000;

/** The last day that can be written as yyyy-mm-dd. */
export const LAST_DAY = 2_932_896;

/** The day of a year, month (1 to 12) and day of the month; undefined if there is none, or the year is not 100 to 9999. */
export function dayOf(year: number, month: number, dayOfMonth: number): number | undefined {
  if (!(year >= 100 && year <= 9999 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return undefined;
  return dayOfMonth <= daysInMonth(year, month) ? dayFrom(year, month, dayOfMonth) : undefined;
}

/** The day written as yyyy-mm-dd; undefined for any other text and for days that do not exist. */
export function readDay(text: string): number | undefined {
  const known = read.get(text);
  if (known !== undefined) return known;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
  if (day !== undefined) read.set(text, day);
  return day;
}

/** Days as they are written: a register has few, many times each. */
const read = new Map<string, number>();
const formatted = new Map<number, string>();

/** The day as yyyy-mm-dd, for days up to `LAST_DAY`. */
export function formatDay(day: number): string {
  const known = formatted.get(day);
  if (known !== undefined) return known;
  // Not toISOString: its first call in a script run takes about a millisecond.
  const date = new Date(day * MS_OF_A_DAY);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  formatted.set(day, text);
  return text;
}

/** Year and month (1 to 12) of a day. */
export function monthOf(day: number): { year: number; month: number } {
  const date = new Date(day * MS_OF_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** The last day of a month; months beyond 12 run into the years after. */
export function lastOfMonth(year: number, month: number): number {
  return dayFrom(year, month + 1, 1) - 1;
}

/** The day of the week of a day: 0 is Monday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}

/** The Sunday of a week by its ISO 8601 number; undefined for years that have no such week. */
export function lastOfWeek(year: number, week: number): number | undefined {
  const first = firstSunday(year);
  const last = first + 7 * (week - 1);
  return week >= 1 && last < firstSunday(year + 1) ? last : undefined;
}

/** The Sunday of week 1, in which the year's first Thursday is. */
function firstSunday(year: number): number {
  const fourth = dayFrom(year, 1, 4);
  return fourth - weekdayOf(fourth) + 6;
}

/** Whole months later on the same day of the month, held to the month's last day. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MS_OF_A_DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + months];
  return Math.min(dayFrom(year, month, date.getUTCDate()), lastOfMonth(year, month));
}

/** Whole business days later: Monday to Friday, the first day not counted, no holidays. No days later is the day itself. */
export function addBusinessDays(day: number, count: number): number {
  if (count === 0) return day;
  const weekday = weekdayOf(day);
  const fromFriday = Math.max(0, weekday - 4);
  return day - fromFriday + count + 2 * Math.floor((weekday - fromFriday + count) / 5);
}

function daysInMonth(year: number, month: number): number {
  return lastOfMonth(year, month) - dayFrom(year, month, 1) + 1;
}

function dayFrom(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / MS_OF_A_DAY;
}
