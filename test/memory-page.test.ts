import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { MEMORY_PAGE, memoryPage } from './memory-page.ts';

test('the page on what is remembered where says what the store says, of every key', () => {
  const page = memoryPage();
  const makers = readFileSync('src/store/keys.ts', 'utf8').match(/\b(?:property|longProperty|cached)\(/g) ?? [];
  expect(page.match(/^\| `/gm)).toHaveLength(makers.length);
  expect(readFileSync(MEMORY_PAGE, 'utf8')).toBe(page);
});
