// What is rated and scored: the setting, the log's line and the cells say the same.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  byScore,
  canonicalRatings,
  missingRatings,
  RATINGS,
  type RatingKey,
  ratingOf,
  ratingsText,
  readRatings,
  type Scoring,
  scoreText,
  scoringOf,
  splitRatings,
} from '../../../src/domain/experiment/scoring.ts';

const number = fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(0.25, 0.8, 1.5)).map(String);
const cell = fc.oneof(
  number,
  fc.constantFrom('', '', 'high', 'n/a', '8 / 10', '80 %', '0,5', ' 7 '),
  fc.string({ maxLength: 6 }),
);
const cells = fc.record(Object.fromEntries(RATINGS.map(({ key }) => [key, cell])) as Record<RatingKey, typeof cell>);
const ALL = RATINGS.map(({ key }) => key);

describe('the line of the log', () => {
  test.each([
    ['I 8 / C 6 / E 7', { impact: '8', confidence: '6', ease: '7' }],
    ['R 500 / I 2 / C 80% / E 3', { reach: '500', impact: '2', confidence: '0.8', effort: '3' }],
    ['Impact: 8, Confidence: 6, Ease: 7', { impact: '8', confidence: '6', ease: '7' }],
    ['i8 | c6 | e0,5', { impact: '8', confidence: '6', ease: '0.5' }],
    ['Effort 3', { effort: '3' }],
    ['Ef 3 / I 2', { impact: '2', effort: '3' }],
  ])('reads %s', (text, ratings) => {
    expect(readRatings(text)).toEqual(ratings);
  });

  test.each(['42', 'high', 'I 8 / I 9', 'I high', '', 'I 8 / C 6 = 48', 'Z 4'])('leaves "%s" as it is', (text) => {
    expect(readRatings(text)).toBeUndefined();
    expect(canonicalRatings(text)).toBe(text);
  });

  test('says any numbers so that the same are read, once and for all', () => {
    const numbers = fc.record(Object.fromEntries(ALL.map((key) => [key, fc.option(number)])));
    fc.assert(
      fc.property(numbers, (said) => {
        const ratings = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== null));
        if (Object.keys(ratings).length === 0) return;
        const text = ratingsText(ratings as Record<string, string>);
        expect(readRatings(text)).toEqual(ratings);
        expect(canonicalRatings(text)).toBe(text);
      }),
    );
  });

  test('brought to cells and back says the same, whatever stands there and whichever columns there are', () => {
    fc.assert(
      fc.property(cells, fc.subarray(ALL, { minLength: 1 }), (said, there) => {
        const text = canonicalRatings(ratingsText(said).trim());
        expect(canonicalRatings(ratingsText(splitRatings(text, there)))).toBe(text);
      }),
    );
  });
});

describe('the setting', () => {
  test.each([
    ['', undefined],
    ['LICE', undefined],
    ['Priority = 3', undefined],
    ['Priority = [Priority]', undefined],
    ['[Impact]', undefined],
    [' ice ', { header: 'Score', ratings: ['impact', 'confidence', 'ease'], own: [], least: 1, most: 10 }],
    ['RICE', { header: 'Score', ratings: ['reach', 'impact', 'confidence', 'effort'], own: [], least: 0 }],
    [
      'Priority = [Impact]*2+[Cost of delay]',
      { header: 'Priority', formula: '[Impact]*2+[Cost of delay]', ratings: ['impact'], own: ['Cost of delay'] },
    ],
  ])('reads "%s"', (text, scoring) => {
    if (scoring === undefined) expect(scoringOf(text)).toBeUndefined();
    else expect(scoringOf(text)).toMatchObject(scoring);
  });
});

describe('what is said', () => {
  test('names what is missing or out of range, and puts what has no score behind', () => {
    const ice = scoringOf('ICE') as Scoring;
    expect(missingRatings('I 8 / C 11', ice)).toEqual(['confidence', 'ease']);
    expect(scoreText({ score: 'I 8', points: '' }, 'ICE')).toBe('No score yet: Confidence, Ease missing');
    expect(scoreText({ score: 'I 8 / C 6 / E 7', points: '336' }, 'ICE')).toBe('Score 336 (I 8 / C 6 / E 7)');
    expect(scoreText({ points: '3' }, '')).toBe('');
    expect(byScore(['', '3', '', '20', 'x'], (points) => points)).toEqual(['20', '3', '', '', 'x']);
    expect(ratingOf('1e5')).toBeUndefined();
  });
});
