// The spreadsheet functions that the local host knows; any other gives `#NAME?`.

import { clockOfSerial, serialOfClock } from '../time-zone.ts';
import { type Call, FormulaError, isBlank, type Matrix, type Scalar, toBoolean, toNumber, toText } from './values.ts';

type Run = (call: Call) => Matrix;

function scalar(call: Call, place: number): Scalar {
  return call.matrix(place)[0]?.[0];
}

function number(call: Call, place: number, otherwise?: number): number {
  if (otherwise !== undefined && !call.isGiven(place)) return otherwise;
  return toNumber(scalar(call, place), call.setting);
}

function text(call: Call, place: number): string {
  return toText(scalar(call, place));
}

function all(call: Call, from = 0): Scalar[] {
  const values: Scalar[] = [];
  for (let place = from; place < call.count; place++) for (const row of call.matrix(place)) values.push(...row);
  return values;
}

function numbers(call: Call): number[] {
  return all(call).filter((value): value is number => typeof value === 'number');
}

const one =
  (compute: (call: Call) => Scalar): Run =>
  (call) => [[compute(call)]];

function day(serial: number): Date {
  return new Date(clockOfSerial(Math.floor(serial)));
}

function monthsLater(serial: number, months: number, isEnd: boolean): number {
  const start = day(serial);
  const whole = Math.trunc(months);
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + whole + 1, 0));
  if (isEnd) return serialOfClock(last.getTime());
  const date = Math.min(start.getUTCDate(), last.getUTCDate());
  return serialOfClock(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), date));
}

/** Whether a value meets a criterion such as `">5"`, `"Active"` or `"K-*"`. */
function meets(value: Scalar, criterion: Scalar): boolean {
  const [, operator = '=', rest = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(toText(criterion)) ?? [];
  const limit = rest.trim() === '' ? Number.NaN : Number(rest);
  if (!Number.isNaN(limit)) {
    const isNumber = typeof value === 'number';
    if (operator === '<>') return value !== limit;
    if (!isNumber) return operator === '=' && toText(value) === rest;
    if (operator === '=') return value === limit;
    if (operator === '<') return value < limit;
    if (operator === '>') return value > limit;
    return operator === '<=' ? value <= limit : value >= limit;
  }
  const shown = toText(value).toLowerCase();
  const wanted = rest.toLowerCase();
  if (operator === '=' || operator === '<>') {
    const shape = wanted
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '[\\s\\S]*')
      .replace(/\?/g, '[\\s\\S]');
    return new RegExp(`^${shape}$`).test(shown) === (operator === '=');
  }
  if (operator === '<') return shown < wanted;
  if (operator === '>') return shown > wanted;
  return operator === '<=' ? shown <= wanted : shown >= wanted;
}

/** Which places meet every pair of range and criterion from `from` on. */
function meetsAll(call: Call, from: number): (row: number, column: number) => boolean {
  const pairs: [Matrix, Scalar][] = [];
  for (let place = from; place + 1 < call.count; place += 2) pairs.push([call.matrix(place), scalar(call, place + 1)]);
  return (row, column) => pairs.every(([matrix, criterion]) => meets(matrix[row]?.[column], criterion));
}

function pick(matrix: Matrix, isWanted: (row: number, column: number) => boolean): Scalar[] {
  return matrix.flatMap((values, row) => values.filter((_value, column) => isWanted(row, column)));
}

function sum(values: Scalar[]): number {
  return values.reduce<number>((total, value) => (typeof value === 'number' ? total + value : total), 0);
}

function extreme(values: number[], choose: (one: number, other: number) => number): number {
  return values.length === 0 ? 0 : values.reduce((best, value) => choose(best, value));
}

function mean(values: number[]): number {
  if (values.length === 0) throw new FormulaError('#DIV/0!');
  return sum(values) / values.length;
}

function attempt(call: Call, isCaught: (error: FormulaError) => boolean): Scalar {
  try {
    return scalar(call, 0);
  } catch (error) {
    if (!(error instanceof FormulaError) || !isCaught(error)) throw error;
    return call.count > 1 ? scalar(call, 1) : '';
  }
}

function isEqual(left: Scalar, right: Scalar): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase();
  return left === right;
}

/** The place of a value in a list; `order` 1 and -1 take the nearest in a sorted list. */
function placeIn(values: Scalar[], wanted: Scalar, order: number): number {
  let place = -1;
  if (order === 0) place = values.findIndex((value) => isEqual(value, wanted));
  else {
    values.forEach((value, index) => {
      if (typeof value !== typeof wanted || value === undefined || wanted === undefined) return;
      if (order > 0 ? value <= wanted : value >= wanted) place = index;
    });
  }
  if (place < 0) throw new FormulaError('#N/A');
  return place;
}

function isError(call: Call): boolean {
  try {
    scalar(call, 0);
    return false;
  } catch (error) {
    if (error instanceof FormulaError) return true;
    throw error;
  }
}

function roundTo(value: number, places: number, round: (number: number) => number): number {
  const shifted = Number(`${Math.abs(value)}e${places}`);
  return Math.sign(value) * Number(`${round(shifted)}e${-places}`) || 0;
}

function workday(serial: number, days: number, holidays: Set<number>): number {
  let place = Math.floor(serial);
  const step = Math.sign(days);
  for (let left = Math.abs(Math.trunc(days)); left > 0; ) {
    place += step;
    const weekday = day(place).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(place)) left--;
  }
  return place;
}

function regex(call: Call, place: number): RegExp {
  try {
    return new RegExp(text(call, place));
  } catch {
    throw new FormulaError('#REF!');
  }
}

/** ROW() and COLUMN() are known without an argument only. */
function ownPlace(call: Call, place: number): number {
  if (call.count > 0) throw new FormulaError('#NAME?');
  return place + 1;
}

export const FUNCTIONS: Record<string, Run | undefined> = {
  TODAY: one((call) => Math.floor(call.setting.now)),
  NOW: one((call) => call.setting.now),
  DATE: one((call) => serialOfClock(Date.UTC(number(call, 0), number(call, 1) - 1, number(call, 2)))),
  YEAR: one((call) => day(number(call, 0)).getUTCFullYear()),
  MONTH: one((call) => day(number(call, 0)).getUTCMonth() + 1),
  DAY: one((call) => day(number(call, 0)).getUTCDate()),
  WEEKDAY: one((call) => {
    const weekday = day(number(call, 0)).getUTCDay();
    const type = number(call, 1, 1);
    return type === 1 ? weekday + 1 : type === 2 ? ((weekday + 6) % 7) + 1 : (weekday + 6) % 7;
  }),
  DAYS: one((call) => Math.floor(number(call, 0)) - Math.floor(number(call, 1))),
  EDATE: one((call) => monthsLater(number(call, 0), number(call, 1), false)),
  EOMONTH: one((call) => monthsLater(number(call, 0), number(call, 1), true)),
  WORKDAY: one((call) => {
    const holidays = call.count > 2 ? call.matrix(2).flat() : [];
    return workday(number(call, 0), number(call, 1), new Set(holidays.map((value) => Number(value))));
  }),
  DATEVALUE: one((call) => Math.floor(number(call, 0))),
  ISDATE: one((call) => !isError(call) && typeof scalar(call, 0) === 'number'),
  IF: (call) => {
    if (toBoolean(scalar(call, 0))) return call.matrix(1);
    return call.count > 2 ? call.matrix(2) : [[false]];
  },
  IFS: one((call) => {
    for (let place = 0; place + 1 < call.count; place += 2) {
      if (toBoolean(scalar(call, place))) return scalar(call, place + 1);
    }
    throw new FormulaError('#N/A');
  }),
  SWITCH: one((call) => {
    const wanted = scalar(call, 0);
    let place = 1;
    for (; place + 1 < call.count; place += 2) if (isEqual(scalar(call, place), wanted)) return scalar(call, place + 1);
    if (place < call.count) return scalar(call, place);
    throw new FormulaError('#N/A');
  }),
  IFERROR: one((call) => attempt(call, () => true)),
  IFNA: one((call) => attempt(call, (error) => error.message === '#N/A')),
  NA: () => {
    throw new FormulaError('#N/A');
  },
  AND: one((call) => all(call).every((value) => isBlank(value) || toBoolean(value))),
  OR: one((call) => all(call).some((value) => !isBlank(value) && toBoolean(value))),
  XOR: one((call) => all(call).filter((value) => toBoolean(value)).length % 2 === 1),
  NOT: one((call) => !toBoolean(scalar(call, 0))),
  ISBLANK: one((call) => !isError(call) && isBlank(scalar(call, 0))),
  T: one((call) => {
    const value = scalar(call, 0);
    return typeof value === 'string' ? value : '';
  }),
  ISNUMBER: one((call) => !isError(call) && typeof scalar(call, 0) === 'number'),
  ISTEXT: one((call) => !isError(call) && typeof scalar(call, 0) === 'string'),
  ISLOGICAL: one((call) => !isError(call) && typeof scalar(call, 0) === 'boolean'),
  ISERROR: one(isError),
  SUM: one((call) => sum(all(call))),
  COUNT: one((call) => numbers(call).length),
  COUNTA: one((call) => all(call).filter((value) => !isBlank(value)).length),
  COUNTBLANK: one((call) => all(call).filter((value) => isBlank(value) || value === '').length),
  COUNTUNIQUE: one((call) => new Set(all(call).filter((value) => !isBlank(value))).size),
  MAX: one((call) => extreme(numbers(call), Math.max)),
  MIN: one((call) => extreme(numbers(call), Math.min)),
  AVERAGE: one((call) => mean(numbers(call))),
  MEDIAN: one((call) => {
    const sorted = numbers(call).sort((left, right) => left - right);
    const middle = sorted.length >> 1;
    return mean(sorted.length % 2 === 1 ? [sorted[middle] ?? 0] : sorted.slice(middle - 1, middle + 1));
  }),
  COUNTIF: one(
    (call) =>
      call
        .matrix(0)
        .flat()
        .filter((value) => meets(value, scalar(call, 1))).length,
  ),
  COUNTIFS: one((call) => pick(call.matrix(0), meetsAll(call, 0)).length),
  SUMIF: one((call) =>
    sum(
      pick(call.matrix(call.count > 2 ? 2 : 0), (row, column) => meets(call.matrix(0)[row]?.[column], scalar(call, 1))),
    ),
  ),
  SUMIFS: one((call) => sum(pick(call.matrix(0), meetsAll(call, 1)))),
  ABS: one((call) => Math.abs(number(call, 0))),
  INT: one((call) => Math.floor(number(call, 0))),
  MOD: one((call) => number(call, 0) - number(call, 1) * Math.floor(number(call, 0) / number(call, 1))),
  POWER: one((call) => number(call, 0) ** number(call, 1)),
  SQRT: one((call) => Math.sqrt(number(call, 0))),
  ROUND: one((call) => roundTo(number(call, 0), number(call, 1, 0), Math.round)),
  ROUNDUP: one((call) => roundTo(number(call, 0), number(call, 1, 0), Math.ceil)),
  ROUNDDOWN: one((call) => roundTo(number(call, 0), number(call, 1, 0), Math.floor)),
  CONCATENATE: one((call) => all(call).map(toText).join('')),
  CONCAT: one((call) => all(call).map(toText).join('')),
  JOIN: one((call) => all(call, 1).map(toText).join(text(call, 0))),
  TEXTJOIN: one((call) => {
    const values = all(call, 2).map(toText);
    return (toBoolean(scalar(call, 1)) ? values.filter((value) => value !== '') : values).join(text(call, 0));
  }),
  HYPERLINK: one((call) => (call.count > 1 ? scalar(call, 1) : text(call, 0))),
  N: one((call) => {
    const value = call.matrix(0)[0]?.[0];
    return typeof value === 'string' || value === undefined ? 0 : Number(value);
  }),
  LEN: one((call) => text(call, 0).length),
  LEFT: one((call) => text(call, 0).slice(0, number(call, 1, 1))),
  RIGHT: one((call) => (number(call, 1, 1) === 0 ? '' : text(call, 0).slice(-number(call, 1, 1)))),
  MID: one((call) => text(call, 0).slice(number(call, 1) - 1, number(call, 1) - 1 + number(call, 2))),
  LOWER: one((call) => text(call, 0).toLowerCase()),
  UPPER: one((call) => text(call, 0).toUpperCase()),
  TRIM: one((call) => text(call, 0).trim().replace(/\s+/g, ' ')),
  SUBSTITUTE: one((call) => text(call, 0).split(text(call, 1)).join(text(call, 2))),
  VALUE: one((call) => number(call, 0)),
  EXACT: one((call) => text(call, 0) === text(call, 1)),
  FIND: one((call) => {
    const place = text(call, 1).indexOf(text(call, 0), number(call, 2, 1) - 1);
    if (place < 0) throw new FormulaError('#VALUE!');
    return place + 1;
  }),
  SEARCH: one((call) => {
    const place = text(call, 1)
      .toLowerCase()
      .indexOf(text(call, 0).toLowerCase(), number(call, 2, 1) - 1);
    if (place < 0) throw new FormulaError('#VALUE!');
    return place + 1;
  }),
  REGEXMATCH: one((call) => regex(call, 1).test(text(call, 0))),
  REGEXREPLACE: one((call) => text(call, 0).replace(new RegExp(regex(call, 1), 'g'), text(call, 2))),
  REGEXEXTRACT: one((call) => {
    const match = regex(call, 1).exec(text(call, 0));
    if (!match) throw new FormulaError('#N/A');
    return match[1] ?? match[0];
  }),
  ROW: one((call) => ownPlace(call, call.setting.row)),
  COLUMN: one((call) => ownPlace(call, call.setting.column)),
  MATCH: one((call) => placeIn(call.matrix(1).flat(), scalar(call, 0), number(call, 2, 1)) + 1),
  INDEX: one((call) => {
    const matrix = call.matrix(0);
    const [row, column] = [number(call, 1, 1), number(call, 2, 1)];
    if (!matrix[row - 1] || column > (matrix[0]?.length ?? 0)) throw new FormulaError('#REF!');
    return matrix[row - 1]?.[column - 1];
  }),
  VLOOKUP: one((call) => {
    const matrix = call.matrix(1);
    const isSorted = !call.isGiven(3) || toBoolean(scalar(call, 3));
    const row = placeIn(
      matrix.map((values) => values[0]),
      scalar(call, 0),
      isSorted ? 1 : 0,
    );
    return matrix[row]?.[number(call, 2) - 1];
  }),
};
