import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { duePlaces, type Place, readRollout, writeRollout } from '../../../src/domain/experiment/rollout.ts';

describe('a list of places', () => {
  test('is read as people write it', () => {
    expect(readRollout('- [ ] South, from 2026-05-01\n- [x] North, 2026-04-12\n- [ ] East\n- [x] The mill')).toEqual([
      { where: 'South', isDone: false, day: '2026-05-01' },
      { where: 'North', isDone: true, day: '2026-04-12' },
      { where: 'East', isDone: false, day: '' },
      { where: 'The mill', isDone: true, day: '' },
    ]);
    expect(readRollout('')).toEqual([]);
  });

  test.each([
    'Everywhere',
    '- South',
    '- [ ] South\n\n- [ ] North',
    '- [ ] South\n  by hand',
    '* [ ] South',
    '- [X] South',
    '- [ ] South, 2026-05-01',
    '- [x] South, from 2026-05-01',
    '- [ ]  two blanks',
  ])('is not made of %j, which stays as typed', (text) => {
    expect(readRollout(text)).toBeUndefined();
  });

  test('takes a day that is none for a part of the name', () => {
    expect(readRollout('- [ ] South, from 2026-02-30')).toEqual([
      { where: 'South, from 2026-02-30', isDone: false, day: '' },
    ]);
  });

  test('comes back from its text, and no text is changed by reading it', () => {
    const place = fc.record({
      where: fc.string({ maxLength: 20, unit: fc.constantFrom(...'ab ,-[]x*(2026-05-01)\n<') }),
      isDone: fc.boolean(),
      day: fc.constantFrom('', '2026-05-01'),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 4 }), (places) => {
        const text = writeRollout(places);
        const read = readRollout(text);
        expect(read).toBeDefined();
        expect(writeRollout(read ?? [])).toBe(text);
        expect(text.split('\n').filter(Boolean)).toHaveLength(places.filter(({ where }) => where.trim()).length);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'- [x]\nab,from 2026-05-01') }), (text) => {
        const read = readRollout(text);
        if (read !== undefined) expect(writeRollout(read)).toBe(text);
      }),
    );
  });

  test('keeps what its parts say', () => {
    const place = fc.record({
      where: fc.constantFrom('South', 'North, late shift', 'The mill (old)', '[a](b)'),
      isDone: fc.boolean(),
      day: fc.constantFrom('', '2026-05-01'),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 4 }), (places: Place[]) => {
        expect(readRollout(writeRollout(places))).toEqual(places);
      }),
    );
  });
});

describe('the places that are due', () => {
  const names = (text: string, today: string) => duePlaces(text, today).map(({ where }) => where);

  test('are the open ones from their day on, the longest waiting first', () => {
    const text = '- [ ] South, from 2026-05-02\n- [ ] East, from 2026-05-01\n- [x] North, 2026-04-12\n- [ ] West';
    expect(names(text, '2026-04-30')).toEqual([]);
    expect(names(text, '2026-05-01')).toEqual(['East']);
    expect(names(text, '2026-06-01')).toEqual(['East', 'South']);
  });

  test.each([
    '* [ ] South, 2026-05-01',
    '1. [ ] South by 2026-05-01',
    '  - [ ] South (from 2026-05-01)',
    'As agreed:\n\n- [ ] South: 2026-05-01\n\nand then all.',
  ])('are found in %j, too', (text) => {
    expect(names(text, '2026-05-01')).toEqual(['South']);
  });

  test('are found in time in a long line', () => {
    const blanks = `- [ ] South${' '.repeat(40_000)}x ${'from '.repeat(2_000)}`;
    expect(names(blanks, '2026-05-01')).toEqual([]);
  });
});
