// Calendar arithmetic on civil days.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addBusinessDays,
  addMonths,
  dayOf,
  formatDay,
  LAST_DAY,
  lastOfMonth,
  readDay,
} from '../../src/domain/calendar.ts';

const day = (text: string): number => readDay(text) ?? Number.NaN;
const anyDay = fc.integer({ min: day('1900-01-01'), max: day('2199-12-31') });

describe('a day', () => {
  test('is read and written as yyyy-mm-dd', () => {
    fc.assert(fc.property(anyDay, (number) => readDay(formatDay(number)) === number));
    expect(formatDay(LAST_DAY)).toBe('9999-12-31');
    expect(readDay('1970-01-01')).toBe(0);
  });

  test.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2100-02-29', '0026-01-01'])(
    '%s does not exist',
    (text) => expect(readDay(text)).toBeUndefined(),
  );

  test.each(['', '2026-2-1', '2026-02-01T00:00', ' 2026-02-01', '2026/02/01', '二〇二六-02-01'])(
    'is not read from %j',
    (text) => expect(readDay(text)).toBeUndefined(),
  );

  test('exists on 29 February of leap years', () => {
    expect(dayOf(2028, 2, 29)).toBe(day('2028-02-29'));
    expect(dayOf(2000, 2, 29)).toBe(day('2000-02-29'));
  });
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-05-31', 1, '2026-06-30'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-02-11', 0, '2026-02-11'],
])('%s and %i months is %s', (from, months, expected) => {
  expect(formatDay(addMonths(day(from), months))).toBe(expected);
});

test('the last day of month 14 is that of February of the next year', () => {
  expect(formatDay(lastOfMonth(2027, 14))).toBe('2028-02-29');
});

test('business days agree with counting them one by one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (start, count) => {
      let counted = start;
      for (let left = count; left > 0; ) {
        counted++;
        const weekday = new Date(counted * 86_400_000).getUTCDay();
        if (weekday !== 0 && weekday !== 6) left--;
      }
      expect(addBusinessDays(start, count)).toBe(counted);
    }),
  );
});
