// Lengths as sums of amounts of units, and when they end.
import { addBusinessDays, addMonths, LAST_DAY } from '../../calendar.ts';
import type { Unit } from '../language.ts';

/** So many of one unit. */
export interface Part {
  amount: number;
  unit: Unit;
}

/** A length from its lower to its upper bound, each a sum of parts; equal where it is no range, `most` missing where there is none. */
export interface Extent {
  least: Part[];
  most?: Part[];
  /** Two lengths joined by `or`: a choice, or a range where they have the same unit. */
  isEither?: true;
  /** Made of a number of equal parts. */
  isMultiple?: true;
}

/** The day a length ends when counted from a day, parts of days dropped, at the earliest that day; undefined beyond the year 9999. */
export function endOf(parts: readonly Part[], start: number, sprintDays: number): number | undefined {
  const sum = { days: 0, businessDays: 0, sprints: 0, months: 0 };
  for (const { amount, unit } of parts) sum[unit.of] += amount * unit.size;
  const months = Math.max(0, whole(sum.months));
  const days = whole(sum.days + sum.sprints * sprintDays);
  const businessDays = Math.max(0, whole(sum.businessDays));
  if (!(months < 120_000 && Math.abs(days) < LAST_DAY && businessDays < LAST_DAY)) return undefined;
  let month = start;
  if (sum.months > 0) {
    month = addMonths(start, months);
    // Part of a month is that part of the days to the same day of the month after.
    if (sum.months > months) month += whole((sum.months - months) * (addMonths(start, months + 1) - month));
  }
  const end = addBusinessDays(month + days, businessDays);
  return end <= LAST_DAY ? Math.max(start, end) : undefined;
}

/** `1 month + 2 weeks`; of many parts only the first few. */
export function describeParts(parts: readonly Part[]): string {
  const words = parts
    .slice(0, 6)
    .map(({ amount, unit }, index) => {
      const size = String(Math.round(Math.abs(amount) * 1000) / 1000);
      const sign = index === 0 ? '' : amount < 0 ? '- ' : '+ ';
      return `${sign}${size} ${unit.name}${Math.abs(amount) === 1 ? '' : 's'}`;
    })
    .join(' ');
  return parts.length > 6 ? `${words} + …` : words;
}

/** About how many days a unit has, to compare units. */
export function roughDays(unit: Unit): number {
  return unit.size * { days: 1, businessDays: 1, sprints: 14, months: 30 }[unit.of];
}

/** So many times a length. */
export function multiply({ least, most }: Extent, times: number): Extent {
  const each = (parts: Part[]) => parts.map((part) => ({ ...part, amount: part.amount * times }));
  return { least: each(least), most: most && each(most), isMultiple: true };
}

/** One length and another. */
export function sum(one: Extent, other: Extent): Extent {
  const most = one.most && other.most && [...one.most, ...other.most];
  return { ...one, least: [...one.least, ...other.least], most };
}

/** So many of a unit. */
export function lengthOf(amount: number, unit: Unit): Extent {
  return { least: [{ amount, unit }], most: [{ amount, unit }] };
}

export function upTo({ least, most }: Extent, later: Part[] | undefined, isEither?: true): Extent | undefined {
  return most && later && { least, most: later, isEither };
}

function whole(amount: number): number {
  // 0.1 + 0.2 must not make a day less.
  return Math.floor(amount + 1e-9);
}
