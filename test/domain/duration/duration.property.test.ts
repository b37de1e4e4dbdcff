// What holds for every text about a duration.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDuration } from '../../../src/domain/duration/reader.ts';
import { readStatements } from '../../../src/domain/duration/statements.ts';
import { MOST_TOKENS, tokenize } from '../../../src/domain/duration/tokens.ts';
import { SAMPLES } from './fixtures/durations.ts';
import { casesOf } from './runs.ts';

const START = '2026-02-11';
const UNITS = ['hours', 'days', 'business days', 'weeks', 'fortnights', 'sprints', 'months', 'quarters', 'years'];
const read = (text: string, start = START) => readDuration(text, start, { sprintDays: 14 });

/** What must stay the same: the due date and the earliest end, or that there is none. */
function outcome(text: string, start = START): (string | undefined)[] {
  const reading = read(text, start);
  return reading.dated ? [reading.due, reading.earliest] : [];
}

const sample = fc.constantFrom(...SAMPLES);
const fragment = fc.oneof(
  sample.map(({ text }) => text),
  fc.constantFrom(
    '1',
    '2026',
    '30',
    '½',
    '.',
    ',',
    '-',
    '–',
    '(',
    ')',
    '+',
    '/',
    '\n',
    ':',
    'a',
    'and',
    'or',
    'to',
    'until',
    'Q',
    'P',
  ),
  fc.constantFrom(
    'week',
    'Wochen',
    'días',
    'sprint',
    'March',
    'end of',
    'max',
    'min',
    'extended to',
    'Phase 1',
    'whichever first',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** Samples cut, swapped and spliced with fragments of the grammar. */
const mutated = fc
  .tuple(fc.array(fragment, { maxLength: 6 }), fc.constantFrom('', ' '), fc.nat(40), fc.nat(40))
  .map(([parts, joint, from, cut]) => {
    const text = parts.join(joint);
    return text.slice(0, from) + text.slice(from + (cut % 7));
  });

describe('any text', () => {
  function expectSound(text: string, start = START): void {
    const reading = read(text, start);
    if (!reading.dated) {
      if (reading.why === '') throw new Error(`${JSON.stringify(text)} has no reason`);
      return;
    }
    const { due, earliest = due } = reading;
    const isSound = /^\d{4}-\d\d-\d\d$/.test(due) && start <= earliest && earliest <= due;
    if (!isSound) throw new Error(`${JSON.stringify(text)} is due ${due}, at the earliest ${earliest}`);
  }

  const mutations = casesOf(8_000, 500_000);
  test(`of ${mutations} mutated ones is answered, and none is due before its start`, () => {
    const start = fc.constantFrom('2026-02-11', '2028-02-29', '2026-12-31', '2026-01-31');
    fc.assert(fc.property(mutated, start, expectSound), { numRuns: mutations });
  });

  const strings = casesOf(12_000, 400_000);
  test(`of ${strings} random ones is answered`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => expectSound(text)),
      { numRuns: strings },
    );
  });

  test('of up to 50,000 characters is answered', () => {
    const long = fc
      .tuple(fc.oneof(fragment, mutated), fc.string({ unit: 'binary', maxLength: 20 }))
      .map(([head, unit]) => {
        const piece = `${head}${unit}` || 'x';
        return piece.repeat(Math.ceil(50_000 / piece.length)).slice(0, 50_000);
      });
    fc.assert(
      fc.property(long, (text) => expectSound(text)),
      { numRuns: casesOf(100, 3_000) },
    );
  });

  test('is looked at a bounded number of times for each word', () => {
    const worst = [
      '1 week + ',
      '2026-01-',
      '1.',
      'until ',
      'March 1 - ',
      'a ',
      'end of the ',
      'Week 1 — ',
      'Phase 1: 1w+',
      'max 4 weeks, ',
      '- 1 ',
      'P1Y',
      'from 1 to ',
    ];
    const samples = SAMPLES.map(({ text }) => `${text} `.repeat(20));
    for (const text of [...worst.map((piece) => piece.repeat(400)), ...samples]) {
      const { tokens } = tokenize(text);
      let looks = 0;
      const counted = new Proxy(tokens, {
        get(target, key) {
          looks++;
          return Reflect.get(target, key);
        },
      });
      readStatements(counted);
      expect(looks).toBeLessThan(200 * tokens.length + 200);
    }
  });

  test('is read up to a bounded number of words', () => {
    expect(tokenize('a '.repeat(25_000)).tokens).toHaveLength(MOST_TOKENS);
    expect(read(`4 weeks ${'with bread '.repeat(200)}`).dated).toBe(false);
  });
});

test('a longer length in the same unit is never due earlier', () => {
  const amount = fc.oneof(
    fc.integer({ min: 1, max: 90 }),
    fc.integer({ min: 1, max: 900 }).map((tenths) => tenths / 10),
  );
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(amount, amount, fc.constantFrom(...UNITS), day, (one, other, unit, date) => {
      const start = date.toISOString().slice(0, 10);
      const [shorter, longer] = [Math.min(one, other), Math.max(one, other)].map((count) =>
        read(`${count} ${unit}`, start),
      );
      // Beyond ten years there is no date.
      if (longer?.dated) expect(shorter?.dated && shorter.due <= longer.due).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

describe('the outcome of every sample stays the same', () => {
  const every = (change: (text: string) => string) => {
    for (const { text, start } of SAMPLES) {
      expect({ text, outcome: outcome(change(text), start) }).toEqual({ text, outcome: outcome(text, start) });
    }
  };

  test('in capital and in small letters', () => {
    every((text) => text.toUpperCase());
    every((text) => text.toLowerCase());
  });

  test.each(['-', '‐', '‑', '–', '—', '−', '－'])('with %s for every dash', (dash) => {
    every((text) => text.replace(/[-–—−]/g, dash));
  });

  test('with more space, other space and space around', () => {
    every((text) => text.replace(/ /g, '   '));
    every((text) => text.replace(/ /g, '\u00a0'));
    every((text) => text.replace(/ /g, '\u2009\t'));
    every((text) => `  ${text}\t `);
  });

  test('with and without space around dashes', () => {
    every((text) => text.replace(/[^\S\n]*([-–—])[^\S\n]*/g, ' $1 '));
    every((text) => text.replace(/ *([–—]) */g, '$1'));
  });

  test('with accents made of two characters', () => {
    every((text) => text.normalize('NFD'));
  });

  test('with a remark behind it', () => {
    const joint = fc.constantFrom(' (', '. ', '; ', ' — ', ' – ', ', ', '\n', '\n\n');
    const remark = fc.constantFrom(
      'with the repair desk',
      'see the notes of the desk',
      'two shops take part',
      '3 people, 5 tables',
      'about 20% of all orders',
      'Anna decides',
      'agreed in writing',
      'the review takes 2 people',
      'costs 2000 euros a month',
      'we meet every week',
      'the flour lasts long enough',
      'führt Jörg durch 🚀',
      'para probar los precios',
      'nous verrons bien',
    );
    // Where each of several things takes its time, a further count would be one of them.
    const whole = sample.filter(({ text }) => text !== '' && !/each|per shop/.test(text));
    fc.assert(
      fc.property(whole, joint, remark, ({ text, start }, between, words) => {
        const remarked = `${text}${between}${words}${between === ' (' ? ')' : ''}`;
        const [before, after] = [outcome(text, start).join(), outcome(remarked, start).join()];
        if (before !== after)
          throw new Error(`${JSON.stringify(remarked)} is ${after || 'undated'}, not ${before || 'undated'}`);
      }),
      { numRuns: casesOf(2_000, 100_000) },
    );
  });
});
