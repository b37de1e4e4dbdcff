// What `npm test` leaves out is in a part of the long runs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { longParts } from '../scripts/reliability-parts.mjs';

test('every test file that tries more in long runs, or is in them alone, belongs to a part of them', () => {
  const patterns = longParts().flatMap(({ env, files }) => (env.KAIZEN_LONG === undefined ? [] : files));
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const longer = files
    .map((name) => join('test', name))
    .filter((file) => file.endsWith('.long.test.ts') || /\bIS_LONG\b|\binLongRuns\./.test(readFileSync(file, 'utf8')))
    .filter((file) => !file.endsWith('test/long-runs.test.ts'));
  expect(longer.length).toBeGreaterThan(20);
  expect(longer.filter((file) => !patterns.some((pattern) => new RegExp(pattern).test(file)))).toEqual([]);
});
