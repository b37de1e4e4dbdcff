// What the quarters of a year are called.
import { monthOf } from '../calendar.ts';
import { quarterWords } from '../messages.ts';

/** Quarters since the year 0. */
export function quarterNumber(day: number): number {
  const { year, month } = monthOf(day);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** What the quarter is called that a day is in. */
export const nameOfQuarter = (day: number): string => labelOf(quarterNumber(day));

/** The name of a quarter by its number. */
export function labelOf(quarter: number): string {
  return quarterWords.quarter(Math.floor(quarter / 4), (quarter % 4) + 1);
}
