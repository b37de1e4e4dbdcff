// Periods as people write them, read as their last day: "March 2026", "Q2", "second quarter of 2026", "EOM", "next month".
import { lastOfMonth, monthOf } from '../calendar.ts';
import { type Found, follow, isMark, skip, type Token } from './tokens.ts';

/** A written day, or the last day of a written period; or why it is none, and what to write instead. */
export type WrittenDate = { day: number; isPeriod: boolean; hasYear: boolean } | { problem: string };

type Tokens = readonly Token[];

/** `March`, `March 2026`. */
export function readMonth(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const month = tokens[at]?.entry?.month;
  return month === undefined ? undefined : periodWithYear(tokens, at + 1, start, month);
}

/** `Q2`, `Q2 2026`, `2026-Q2`, `2Q 2026`, `T2 2026`, `second quarter of 2026`, `2. Quartal 2026`. */
export function readQuarter(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const yearFirst = yearToken(tokens[at]);
  const from = yearFirst === undefined ? at : isMark(tokens[at + 1], '-/') ? at + 2 : at + 1;
  const quarter = quarterNumber(tokens, from);
  if (!quarter) return undefined;
  if (quarter.value < 1 || quarter.value > 4) {
    return {
      value: { problem: 'A year has quarters Q1 to Q4; write one of them, or the last day as yyyy-mm-dd.' },
      next: quarter.next,
    };
  }
  return yearFirst === undefined
    ? periodWithYear(tokens, quarter.next, start, quarter.value * 3)
    : { value: { day: lastOfMonth(yearFirst, quarter.value * 3), isPeriod: true, hasYear: true }, next: quarter.next };
}

function quarterNumber(tokens: Tokens, at: number): Found<number> | undefined {
  const isLetter = (index: number) => follow(tokens, index, 'quarterLetter') !== undefined;
  const [first, second] = [tokens[at], tokens[at + 1]];
  const number = dayToken(second);
  if (isLetter(at) && number !== undefined) return { value: number, next: at + 2 };
  if (
    dayToken(first) !== undefined &&
    first?.text.length === 1 &&
    isLetter(at + 1) &&
    yearToken(tokens[at + 2]) !== undefined
  ) {
    return { value: Number(first.text), next: at + 2 };
  }
  const ordinalWord = follow(tokens, at, 'ordinal');
  const afterNumber = dayToken(first) === undefined ? at : skipOrdinal(tokens, at + 1);
  const nameAt = ordinalWord ?? (afterNumber > at + 1 ? afterNumber : undefined);
  if (nameAt === undefined || tokens[nameAt]?.entry?.unit?.name !== 'quarter') return undefined;
  return { value: dayToken(first) ?? ordinalOf(first), next: nameAt + 1 };
}

function ordinalOf(token: Token | undefined): number {
  const words = [
    'first erstes primer premier primeiro',
    'second zweites segundo deuxieme',
    'third drittes tercer troisieme terceiro',
  ];
  const index = words.findIndex((list) => list.split(' ').includes(token?.text ?? ''));
  return index === -1 ? 4 : index + 1;
}

/** `H1 2026`, `H2`. */
export function readHalf(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const half = tokens[at]?.text === 'h' ? tokens[at + 1]?.text : undefined;
  return half === '1' || half === '2' ? periodWithYear(tokens, at + 2, start, Number(half) * 6) : undefined;
}

/** `2026`: as an end, its last day. */
export function readYear(tokens: Tokens, at: number): Found<WrittenDate> | undefined {
  const year = yearToken(tokens[at]);
  return year === undefined
    ? undefined
    : { value: { day: lastOfMonth(year, 12), isPeriod: true, hasYear: true }, next: at + 1 };
}

/** Any named period. */
export function readPeriod(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  return (
    readQuarter(tokens, at, start) ??
    readHalf(tokens, at, start) ??
    readMonth(tokens, at, start) ??
    readRelativePeriod(tokens, at, start)
  );
}

/** `EOM`, `EOQ`, `EOY`, `month-end`, `end of the year`. */
export function readRelativeEnd(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  for (const [role, months] of RELATIVE_ENDS) {
    const next = follow(tokens, at, role);
    if (next !== undefined)
      return { value: { day: endOfPeriod(start, months, 0), isPeriod: false, hasYear: false }, next };
  }
  return undefined;
}

const RELATIVE_ENDS = [
  ['endOfMonth', 1],
  ['endOfQuarter', 3],
  ['endOfYear', 12],
] as const;

/** `this month`, `next quarter`. */
export function readRelativePeriod(tokens: Tokens, at: number, start: number): Found<WrittenDate> | undefined {
  const isThis = follow(tokens, at, 'thisOne');
  const unitAt = isThis ?? follow(tokens, at, 'nextOne');
  const unit = unitAt === undefined ? undefined : tokens[unitAt]?.entry?.unit;
  if (unitAt === undefined || unit?.of !== 'months' || unit.name === 'half-year') return undefined;
  return {
    value: { day: endOfPeriod(start, unit.size, isThis === undefined ? 1 : 0), isPeriod: true, hasYear: false },
    next: unitAt + 1,
  };
}

/** The last day of the month, quarter or year (of so many months) that a day is in, or so many periods later. */
function endOfPeriod(start: number, months: number, later: number): number {
  const { year, month } = monthOf(start);
  return lastOfMonth(year, (Math.ceil(month / months) + later) * months);
}

function periodWithYear(tokens: Tokens, at: number, start: number, lastMonth: number): Found<WrittenDate> {
  const joined = isMark(tokens[at], '-/.') && yearToken(tokens[at + 1]) !== undefined ? at + 1 : at;
  const year = readYearAfter(tokens, joined, false);
  if (year)
    return { value: { day: lastOfMonth(year.value, lastMonth), isPeriod: true, hasYear: true }, next: year.next };
  const first = monthOf(start).year;
  const day = lastOfMonth(first, lastMonth);
  const next = day >= start ? day : lastOfMonth(first + 1, lastMonth);
  return { value: { day: next, isPeriod: true, hasYear: false }, next: at };
}

/** The year behind a day or month: `, 2026`, `de 2026`, `'26`, and `-2026` where signs join day and month too. */
export function readYearAfter(tokens: Tokens, at: number, isSigned: boolean): Found<number> | undefined {
  const next = isMark(tokens[at], isSigned ? '-/' : ',') ? at + 1 : skip(tokens, at, 'yearLink');
  const token = tokens[next];
  const year = yearToken(token) ?? (token?.kind === 'number' && /^\D/.test(token.text) ? shortYear(token) : undefined);
  return year === undefined ? undefined : { value: year, next: next + 1 };
}

/** Past the `th` or the full stop of an ordinal number. */
export function skipOrdinal(tokens: Tokens, at: number): number {
  return isMark(tokens[at], '.') ? at + 1 : skip(tokens, at, 'ordinalEnd');
}

/** One or two digits: a day or a month, whether it exists or not. */
export function dayToken(token: Token | undefined): number | undefined {
  return token?.kind === 'number' && /^['’]?\d{1,2}$/.test(token.text)
    ? Number(token.text.replace(/\D/g, ''))
    : undefined;
}

/** Four digits. */
export function yearToken(token: Token | undefined): number | undefined {
  return token?.kind === 'number' && /^[1-9]\d{3}$/.test(token.text) ? Number(token.text) : undefined;
}

/** Two digits: a year from 2000 on. */
export function shortYear(token: Token | undefined): number | undefined {
  const digits = token?.kind === 'number' ? token.text.replace(/\D/g, '') : '';
  return digits.length === 2 ? 2000 + Number(digits) : undefined;
}
