import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { GUIDE, guideWithMoves } from './guide-moves.ts';

test('the user guide says of every status what it may become and what then happens, as the register does it', () => {
  const guide = readFileSync(GUIDE, 'utf8');
  expect(guideWithMoves(guide)).toBe(guide);
  expect(guide).toContain('| Dropped | Active, Proposed |');
});
