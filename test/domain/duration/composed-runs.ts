// Reads composed sentences and says which of them came to another day than they were composed with.
import { readDuration } from '../../../src/domain/duration/reader.ts';
import { compose, dayOf, drawFrom, isoOf, withOneMore } from './composed.ts';

const FROM = dayOf('2026-01-01');
/** So many are told: a rule that is broken is broken by thousands. */
const TOLD = 10;

/** Its due date; undefined where it has none. */
export function dueOf(text: string, start: string): string | undefined {
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
