// Somebody else's act at every service call of every operation: no word, ID or stamp is lost, doubled or in another row.
import { afterAll, expect, test } from '@jest/globals';
import { IS_LONG, report, shareOf } from '../figures.ts';
import { ACTS, HEARD } from './in-between/acts.ts';
import { Matrix } from './in-between/matrix.ts';
import { OPERATIONS } from './in-between/operations.ts';

const total = {
  operations: Object.keys(OPERATIONS).length,
  acts: Object.keys(ACTS).length,
  outcomes: 0,
  'within a write of several ranges': 0,
};
const found = {
  'as one of the two orders': 0,
  'worked out late': 0,
  lost: 0,
  doubled: 0,
  'in another row': 0,
  'stamps differ': 0,
};
afterAll(() => report('in-between', { ...total, ...found }));

/**
 * In the short run some of the places, evenly, others for each act, 2,000 outcomes in all: more of those acts that nobody hears of, which
 * move rows and columns.
 */
function chosen(places: readonly number[], nth: number, isHeard: boolean, isSlow = false): readonly number[] {
  if (IS_LONG) return places;
  const most = Math.min(places.length, Math.ceil((isHeard ? 5 : 13) / (isSlow ? 3 : 1)));
  const shift = nth / Object.keys(ACTS).length;
  return Array.from({ length: most }, (_, index) => places[Math.floor(((index + shift) * places.length) / most)] ?? 1);
}

test.each(shareOf(Object.entries(OPERATIONS)))(
  '%s',
  (_, operation) => {
    const matrix = new Matrix(operation);
    const wrong: string[] = [];
    for (const [nth, [name, act]] of Object.entries(ACTS).entries()) {
      const orders = matrix.orders(act);
      for (const place of chosen(matrix.places(), nth, HEARD.has(name), operation.isSlow)) {
        const faults = matrix.tried(act, place, orders);
        total.outcomes += 1;
        total['within a write of several ranges'] += Number(matrix.isWithin(place));
        if (faults.length === 0) found['as one of the two orders'] += 1;
        else if (faults.every(({ fault }) => fault === 'late')) found['worked out late'] += 1;
        for (const { fault, where } of faults) {
          // What only looks may write nothing at all.
          if (fault === 'late' && !operation.isReader) continue;
          if (fault !== 'late') found[fault] += 1;
          wrong.push(`${name} before ${matrix.methods[place - 1]} (${place}): ${fault}: ${where}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  },
  600_000,
);
