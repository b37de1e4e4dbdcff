// Reads composed sentences and says which of them came to another day than they were composed with.
import { entryOf } from '../../../src/domain/duration/lexicon.ts';
import { readDuration } from '../../../src/domain/duration/reader.ts';
import { compose, dayOf, drawFrom, isoOf, withOneMore } from './composed.ts';

const FROM = dayOf('2026-01-01');
/** So many are told: a rule that is broken is broken by thousands. */
const TOLD = 10;

/** Its due date; undefined where it has none. */
function dueOf(text: string, start: string): string | undefined {
  const reading = readDuration(text, start, { sprintDays: 14 });
  return reading.dated ? reading.due : undefined;
}

/** So many sentences as they are composed, from a seed. */
export function misread(runs: number, seed: number): string[] {
  const draw = drawFrom(seed);
  const wrong: string[] = [];
  for (let run = 0; run < runs && wrong.length < TOLD; run++) {
    const start = FROM + draw(1500);
    const { text, due } = compose(draw, start);
    const read = dueOf(text, isoOf(start));
    if (read !== due)
      wrong.push(`${JSON.stringify(text)} from ${isoOf(start)} is ${read ?? 'undated'}, not ${due ?? 'undated'}`);
  }
  return wrong;
}

/** So many sentences with one more number or unit, of which nothing in them makes use. */
export function readWithOneMore(runs: number, seed: number): string[] {
  const draw = drawFrom(seed);
  const wrong: string[] = [];
  for (let run = 0; run < runs && wrong.length < TOLD; run++) {
    const start = FROM + draw(1500);
    const more = withOneMore(compose(draw, start).text, draw);
    const read = dueOf(more, isoOf(start));
    if (read !== undefined) wrong.push(`${JSON.stringify(more)} from ${isoOf(start)} is due ${read}`);
  }
  return wrong;
}

/** `May`, behind which `31` is the day that it ends on. */
function isMonth(word: string): boolean {
  return entryOf(word.toLowerCase())?.month !== undefined;
}

/** Of the samples those that have their day still with one more number or unit at the end, in so many tries of each. */
export function keptTheirDay(
  samples: readonly { text: string; start: string }[],
  runs: number,
  seed: number,
): string[] {
  const draw = drawFrom(seed);
  const wrong: string[] = [];
  for (const { text, start } of samples) {
    const before = dueOf(text, start);
    for (let run = 0; run < runs; run++) {
      const more = withOneMore(text, draw);
      const after = dueOf(more, start);
      if (after === undefined || after !== before) continue;
      // A number takes a unit behind it, people make it work, a day with a stop takes its own year, and a month its last day.
      const added = more.slice(text.length);
      const isItsDay = isMonth(text.split(' ').pop() ?? '') && after.endsWith(`-${added.trim()}`);
      const isBorrowed = /(?:two|\d|FTE)$/.test(text)
        ? /^ \p{L}/u.test(added)
        : (/\.$/.test(text) && added === ' 26') || isItsDay;
      // A length may say of the same day when that is: `next week, 11 days`.
      if (!isBorrowed && dueOf(added, start) !== after) wrong.push(`${JSON.stringify(more)} is still ${after}`);
    }
  }
  return wrong;
}
