// Trackers of many more kinds, each with what a person reads in it: below the line, a row each, and what is no row.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readTable } from '../../src/tracker/index.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/trackers');
const RULE = '\n----\n';

const linesOf = (text: string) => text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const [table = '', said = ''] = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split(RULE);
  const texts = linesOf(table);
  const ratings = ['reach', 'impact', 'confidence', 'effort'] as const;
  const reading = readTable(
    { name: 'Sheet1', texts },
    { hasPerson: true, ...(file === 'rice.txt' && { ratings }) },
    '2026-03-20',
  );

  test('is read as a person reads it', () => {
    const rows = reading.rows.map(({ row, isIdea, experiment, closed }) => {
      const { id, title, status, started, duration, decision, owner, score } = experiment;
      const state = isIdea ? 'idea' : status;
      return [row, state, id, title, started, duration, closed, decision, owner, score].join(' | ').trimEnd();
    });
    const others = reading.skipped.map(({ row, why }) => `${row} ${why}`).join(', ');
    expect([...rows, others].join('\n')).toBe(said);
  });

  test('has each of its rows as an experiment or idea, or named with the reason why it is neither', () => {
    const named = [...reading.rows, ...reading.skipped].map(({ row }) => row).sort((a, b) => a - b);
    expect(named).toEqual(texts.map((_, at) => at + 1));
  });
});
