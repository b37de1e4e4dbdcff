// Logs of other shapes, taken in and given back: an export of what nobody has changed is the log itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Workbook } from '../workbook.ts';

const FOLDER = 'test/fixtures/inputs';
const LOGS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !name.endsWith('README.md'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

/** Those that are taken for logs today. */
const taken = LOGS.map((log) => ({ ...log, workbook: new Workbook() })).filter(
  ({ name, text, workbook }) => workbook.ask('importLog', { name, text }).ok,
);

test('some are taken', () => {
  expect(taken.length).toBeGreaterThan(9);
});

test.each(taken)('$name comes out as it went in', ({ text, workbook }) => {
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  expect(Object.values(workbook.driveTexts())).toEqual([text]);
});
