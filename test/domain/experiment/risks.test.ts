import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasUnnoticedRisk, RISK_STATES, readRisks, writeRisks } from '../../../src/domain/experiment/risks.ts';

describe('a list of risks', () => {
  test('is read as people write it', () => {
    expect(
      readRisks(
        '1. The oven may drift\n2. ~~Nobody reads the board~~ ✅ Verified 2026-02-11 — two of nine did not\n3. ~~Flour~~ ✅ Resolved',
      ),
    ).toEqual([
      { text: 'The oven may drift', state: 'Open', date: '', note: '' },
      { text: 'Nobody reads the board', state: 'Verified', date: '2026-02-11', note: 'two of nine did not' },
      { text: 'Flour', state: 'Resolved', date: '', note: '' },
    ]);
  });

  test.each([
    'Free text',
    '- a bullet',
    '1. one\n\n2. two',
    '1. one\n3. three',
    '1. ~~x~~ ✅ Verified 2026-02-30',
    '1.  two blanks',
  ])('is not made of %j, which stays as typed', (text) => {
    expect(readRisks(text)).toBeUndefined();
  });

  test('comes back from its text', () => {
    const words = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abc ~✅—1.<=') });
    const risk = fc.record({
      text: words,
      state: fc.constantFrom(...RISK_STATES),
      date: fc.constantFrom('', '2026-02-11'),
      note: words,
    });
    fc.assert(
      fc.property(fc.array(risk, { maxLength: 4 }), (risks) => {
        const text = writeRisks(risks);
        const read = readRisks(text);
        // What the list cannot hold is never changed by reading it.
        if (read !== undefined) expect(writeRisks(read)).toBe(text);
      }),
    );
  });

  test('says where nothing would show a risk', () => {
    expect(hasUnnoticedRisk('1. The oven may drift')).toBe(true);
    expect(hasUnnoticedRisk('1. The oven may drift: checked every morning')).toBe(false);
    expect(hasUnnoticedRisk('1. ~~The oven may drift~~ ✅ Resolved')).toBe(false);
  });
});
