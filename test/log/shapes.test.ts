// Logs of other shapes: what a person reads in each is what is read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readLog, writeLog } from '../../src/log/index.ts';
import { meaningOfStatus } from '../../src/log/shape/status-words.ts';

const folder = join(import.meta.dirname, '../fixtures/inputs/shapes');
const logs = readdirSync(folder).filter((name) => name.endsWith('.md'));
const read = (name: string) => readLog(readFileSync(join(folder, name), 'utf8'));

/** What a person reads: several readings of one cell are all right; `-` where the log says nothing. */
const expected = readFileSync(join(folder, 'expected.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'));
const options = (cell: string | undefined): string[] =>
  (cell ?? '').split(' | ').map((text) => (text === '-' ? '' : text));

describe.each(logs)('%s', (name) => {
  const document = read(name);
  const { experiments } = document.contents;
  const rows = expected.filter(([file]) => file === name);

  test('has the experiments that a person sees, with their IDs, titles, statuses and dates', () => {
    const own = document.sections.flatMap(({ items }) => items.flatMap(({ experiment }) => experiment ?? []));
    expect(experiments.map(({ title }) => title)).toHaveLength(rows.length);
    for (const [index, [, id, title, status, date]] of rows.entries()) {
      const experiment = experiments[index];
      expect(options(id)).toContain(document.shape.hasIds ? experiment?.id : '');
      expect(options(title)).toContain(experiment?.title);
      const words = options(status).map((word) => meaningOfStatus(word) ?? word);
      expect(words).toContain(experiment?.status);
      expect(options(date)).toContain(experiment?.started || experiment?.date);
    }
    expect(own).toHaveLength(rows.length);
  });

  test('comes out as it went in', () => {
    expect(writeLog(document, document.contents, { today: '2026-05-04' })).toBe(document.text);
  });
});
