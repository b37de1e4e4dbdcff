// The law of the reader: a day only where every word of a sentence has its part in it.
import { describe, expect, test } from '@jest/globals';
import { keptTheirDay, misread, readWithOneMore } from './composed-runs.ts';
import { LISTED, SAMPLES } from './fixtures/durations.ts';
import { casesOf, SHARE, SHARES } from './runs.ts';

const RUNS = casesOf(200_000, 2_000_000 / SHARES);
const RUNS_WITH_MORE = casesOf(10_000, 200_000 / SHARES);
const RUNS_OF_EACH = casesOf(4, 20);

describe('of composed sentences', () => {
  test(`${RUNS} are due on the day they were composed with, and none is dated where words are left over`, () =>
    expect(misread(RUNS, 2 * SHARE)).toEqual([]));

  test(`${RUNS_WITH_MORE} have no date with one more number or unit, of which nothing in them makes use`, () =>
    expect(readWithOneMore(RUNS_WITH_MORE, 2 * SHARE + 1)).toEqual([]));
});

test('of the samples none keeps its day with one more number or unit at its end', () =>
  expect(keptTheirDay([...SAMPLES, ...LISTED], RUNS_OF_EACH, 3)).toEqual([]));
