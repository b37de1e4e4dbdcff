// Service calls are what an operation costs on Google: bench/budget.json says how many it may make at any size.
import { afterAll, describe, expect, test } from '@jest/globals';
import { BUDGETED, excess } from '../../bench/budget.ts';
import { costs, OPERATIONS } from '../../bench/operations.ts';
import { IS_LONG, report, shareOf } from './figures.ts';

/** In the long run also 1,000, which fill the sheet that set-up makes, so that rows have to be added, too. */
const SIZES = IS_LONG ? [10, 100, 1000, 10_000] : [10, 300];
let held = 0;
afterAll(() =>
  report('budget', {
    operations: OPERATIONS.length,
    'experiments at most': Math.max(...SIZES),
    'within their budget': held,
  }),
);

describe.each(SIZES)('at %i experiments an operation stays within its budget:', (size) => {
  test.each(shareOf(OPERATIONS).map((operation) => [operation.name, operation] as const))(
    '%s',
    (name, operation) => {
      const cost = costs(operation, size).next().value;
      expect(cost && excess(name, cost.counts)).toEqual([]);
      held += 1;
    },
    size > 1000 ? 300_000 : 60_000,
  );
});

test('every budget is for an operation that is measured', () => {
  expect(BUDGETED).toEqual(OPERATIONS.map(({ name }) => name));
});

/** How often each read while rows were written by the number that they had been read at. */
const READS_BY_NUMBER: Record<string, number> = {
  'move a status': 1,
  'refused move': 1,
  'new row': 2,
  'paste 500 rows': 3,
  'save a new form': 2,
  'save a changed form': 2,
  check: 2,
  'set up again': 11,
  'preview an import': 3,
  import: 7,
  'import unknown words': 7,
  'preview an export': 4,
  'first export': 3,
  'export a change': 4,
  'export nothing new': 4,
  download: 3,
  sync: 4,
};

test('to find rows again by what they say takes two reads more at most, and none where only what can be worked out anew is written', () => {
  const none = { read: 0, write: 0, drive: 0, lock: 0, properties: 0 };
  for (const [name, reads] of Object.entries(READS_BY_NUMBER))
    expect(excess(name, { ...none, read: reads + 3 })).not.toEqual([]);
  for (const name of ['edit one cell', 'edit a duration', 'paste over 500 rows', 'paste 500 durations'])
    expect(excess(name, { ...none, read: 2 })).toEqual(['read: 2, 1 allowed']);
});

test('an edit that touches IDs may read them all once more than an edit of one cell, and write what the other row says, too', () => {
  const none = { read: 0, write: 0, drive: 0, lock: 0, properties: 0 };
  const refuses = (name: string, counts: object) => expect(excess(name, { ...none, ...counts })).not.toEqual([]);
  // The row itself, all IDs, and the two that find the rows again.
  for (const name of ['clear an ID', 'copy a row']) refuses(name, { read: 1 + 1 + 2 + 1 });
  // ID, days and status of a new row apart; of a copied one the other row besides.
  for (const name of ['new row', 'paste 500 rows']) refuses(name, { write: 5 + 1 });
  refuses('copy a row', { write: 5 + 1 + 1 });
  refuses('edit another sheet', { read: 1 });
  refuses('edit another sheet', { properties: 2 });
});

test('one call more than a budget allows is too many', () => {
  const none = { read: 0, write: 0, drive: 0, lock: 0, properties: 0 };
  expect(excess('open', none)).toEqual([]);
  expect(excess('open', { ...none, read: 1 })).toEqual(['read: 1, 0 allowed']);
  expect(excess('unheard of', none)).toEqual(['unheard of has no budget']);
});
