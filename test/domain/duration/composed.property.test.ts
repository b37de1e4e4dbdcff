// The law of the reader: a day only where every word of a sentence has its part in it.
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { drawFrom, withOneMore } from './composed.ts';
import { dueOf } from './composed-runs.ts';
import { LISTED, SAMPLES } from './fixtures/durations.ts';
import { casesOf, SHARE, SHARES } from './runs.ts';

const RUNS = casesOf(100_000, 2_000_000 / SHARES);
const RUNS_WITH_MORE = casesOf(10_000, 200_000 / SHARES);
const RUNS_OF_EACH = casesOf(4, 20);

/** In one script, as the add-on has it: in modules and a context of jest's own each sentence costs twice as much. */
function bundledRuns(): typeof import('./composed-runs.ts') {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'composed-runs.ts')],
    bundle: true,
    write: false,
    globalName: 'runs',
    target: 'node20',
  });
  return new Script(`(() => { ${outputFiles[0]?.text}; return runs; })()`).runInThisContext();
}

describe('of composed sentences', () => {
  const { misread, readWithOneMore } = bundledRuns();

  test(`${RUNS} are due on the day they were composed with, and none is dated where words are left over`, () =>
    expect(misread(RUNS, 2 * SHARE)).toEqual([]));

  test(`${RUNS_WITH_MORE} have no date with one more number or unit, of which nothing in them makes use`, () =>
    expect(readWithOneMore(RUNS_WITH_MORE, 2 * SHARE + 1)).toEqual([]));
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
