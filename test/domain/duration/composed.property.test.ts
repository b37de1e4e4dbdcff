// The law of the reader: a day only where every word of a sentence has its part in it.
import { describe, expect, test } from '@jest/globals';
import { readDuration } from '../../../src/domain/duration/reader.ts';
import { compose, dayOf, drawFrom, isoOf, withOneMore } from './composed.ts';
import { LISTED, SAMPLES } from './fixtures/durations.ts';
import { casesOf } from './runs.ts';

const RUNS = casesOf(15_000, 2_000_000);
const RUNS_OF_EACH = casesOf(4, 20);
const FROM = dayOf('2026-01-01');

function dueOf(text: string, start: string): string | undefined {
  const reading = readDuration(text, start, { sprintDays: 14 });
  return reading.dated ? reading.due : undefined;
}

describe('of composed sentences', () => {
  test(`${RUNS} are due on the day they were composed with, and none is dated where words are left over`, () => {
    const draw = drawFrom(1);
    const wrong: string[] = [];
    for (let run = 0; run < RUNS && wrong.length < 10; run++) {
      const start = FROM + draw(1500);
      const { text, due } = compose(draw, start);
      const read = dueOf(text, isoOf(start));
      if (read !== due)
        wrong.push(`${JSON.stringify(text)} from ${isoOf(start)} is ${read ?? 'undated'}, not ${due ?? 'undated'}`);
    }
    expect(wrong).toEqual([]);
  });

  test('none has a date with one more number or unit, of which nothing in it makes use', () => {
    const draw = drawFrom(2);
    const wrong: string[] = [];
    for (let run = 0; run < RUNS / 10 && wrong.length < 10; run++) {
      const start = FROM + draw(1500);
      const more = withOneMore(compose(draw, start).text, draw);
      const after = dueOf(more, isoOf(start));
      if (after !== undefined) wrong.push(`${JSON.stringify(more)} from ${isoOf(start)} is due ${after}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('of the samples none keeps its day with one more number or unit at its end', () => {
  const draw = drawFrom(3);
  const wrong: string[] = [];
  for (const { text, start } of [...SAMPLES, ...LISTED]) {
    for (let run = 0; run < RUNS_OF_EACH; run++) {
      const more = withOneMore(text, draw);
      const [before, after] = [dueOf(text, start), dueOf(more, start)];
      // A number takes a unit behind it, people make it work, and a day with a stop takes its own year.
      const added = more.slice(text.length);
      const isBorrowed = /(?:two|\d|FTE)$/.test(text) ? /^ \p{L}/u.test(added) : /\.$/.test(text) && added === ' 26';
      // A length may say of the same day when that is: `next week, 11 days`.
      const isTheSame = dueOf(added, start) === after;
      if (after !== undefined && after === before && !isBorrowed && !isTheSame)
        wrong.push(`${JSON.stringify(more)} is still ${after}`);
    }
  }
  expect(wrong).toEqual([]);
});
