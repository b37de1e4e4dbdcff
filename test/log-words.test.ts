import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FORMAT, formatWithWords } from './log-words.ts';

test('the page on the log lists every word that a log may use, as the script knows them', () => {
  const page = readFileSync(FORMAT, 'utf8');
  expect(formatWithWords(page)).toBe(page);
  expect(page).toMatch(/\| Actual Result \|.*\bwhat happened\b/);
  expect(page).toMatch(/\| Dropped \|.*\bsuperseded\b/);
});
