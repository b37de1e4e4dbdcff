// The specification in docs/durations.md: every example of its tables.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readDuration } from '../../../src/domain/duration/reader.ts';

const TEXT = readFileSync(join(import.meta.dirname, '../../../docs/durations.md'), 'utf8');

let fiscalYearBegins = 0;
const EXAMPLES: [text: string, due: string, fiscalYearBegins: number][] = [];
for (const line of TEXT.split('\n')) {
  const [, text, due] = /^\| (.*) \| (.*) \|$/.exec(line) ?? [];
  if (text === 'text') fiscalYearBegins = due === 'due' ? 0 : 10;
  else if (text !== undefined && due !== undefined && text !== '---') EXAMPLES.push([text, due, fiscalYearBegins]);
}

test('the specification has examples of every kind', () => expect(EXAMPLES.length).toBeGreaterThan(140));

test.each(EXAMPLES)('%s is %s, with a fiscal year from month %d', (text, due, begins) => {
  const reading = readDuration(text, '2026-02-11', { sprintDays: 14, fiscalYearBegins: begins });
  expect(reading.dated ? reading.due : 'cannot date').toBe(due);
});
