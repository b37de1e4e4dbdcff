// What the page "The first hour on Google" says one should see: the add-on says it in these words.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const PAGE = readFileSync('docs/first-hour-on-google.md', 'utf8');
const OURS = ['src/domain/messages.ts', 'src/pages/shared/messages.ts', 'src/sheet/columns.ts']
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** What Google itself shows, as far as it is told. */
const GOOGLES = [
  'Authorization required',
  "Google hasn't verified this app",
  'Advanced',
  'Go to Kaizen Log',
  'Extensions',
  'Apps Script',
  'Executions',
  'This app is blocked',
  'Access blocked',
  'No HTML file named … was found',
];

test('its steps name buttons, items and sheets as they are called', () => {
  const said = [...PAGE.matchAll(/(?<!\*)\*([^*\n]+)\*/g)].map(([, words = '']) => words);
  const names = said.flatMap((words) => words.split(' > ')).filter((words) => !GOOGLES.includes(words));
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !new RegExp(`['"\`> ]${name.replace(/[.()?]/g, '\\$&')}`).test(OURS))).toEqual([]);
});
