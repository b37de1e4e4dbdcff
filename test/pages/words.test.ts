// Every word that a person meets in a page comes through one file, so that another language is one more file.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { RISK_STATES } from '../../src/domain/experiment/risks.ts';
import { STATUSES } from '../../src/domain/experiment/status.ts';
import { DECISIONS } from '../../src/domain/experiment/template.ts';
import { type Reading, wordsIn } from '../words.ts';

const PAGES = resolve(__dirname, '../../src/pages');
const DOOR = 'shared/messages.ts';
/** For those who mend the add-on, in their language whatever the page's. */
const OF_MAINTAINERS = 'self-check/report.ts';
/** In every language whatever the page's, for the search alone: nobody is shown them. */
const STOP_WORDS = 'sidebar/memory/stop-words.ts';

/** What elements show or screen readers say. */
const SAID = [
  'children',
  'aria-label',
  'alt',
  'caption',
  'heading',
  'label',
  'note',
  'placeholder',
  'summary',
  'text',
  'title',
];
/** What is for the browser alone, though it may have blanks in it. */
const UNSAID = ['aria-describedby', 'class', 'cssText', 'd', 'fontFamily', 'rel', 'viewBox'];

/** Words that name something in the code, and are not shown where they stand. */
const NAMES: readonly string[] = [
  // What cells say: people choose among these words, and the log says them, whatever the page's language.
  ...STATUSES,
  ...DECISIONS,
  ...RISK_STATES,
  // Keys of the keyboard.
  'Enter',
  'Escape',
  'Tab',
  // What needs attention, as the portfolio calls it.
  'due today',
  'due soon',
  'rolling out',
  // What is remembered under this name: which view was open.
  'dashboard view',
  // The lines of icons.
  'M6 3h8l4 4v14H6zM9 12h6M9 16h6',
  'M4 5h16v14H4zM4 10h16M4 14h16',
  'M12 6v14M12 6a6 3 0 0 0-9-1v13a6 3 0 0 1 9 2a6 3 0 0 1 9-2V5a6 3 0 0 0-9 1',
  // What people do to a candidate, as the script's function takes it.
  'move up',
  'move down',
  // The way out of an obstacle that needs a file, as the script's answer calls it.
  'choose the file',
  // What the sidebar was opened for, as the menu says it.
  'set up',
  // A sheet of colours and sizes, for the browser.
  '0:root{color-scheme:light dark}@media screen and (prefers-color-scheme:dark){0}',
  // What the arrows lead to.
  'input, li button',
  // A question to the browser.
  '(prefers-color-scheme: dark)',
  // The rules that give colours their values.
  '0@media screen and (prefers-color-scheme:dark){0}',
  '0:root{color-scheme:light dark}@media screen and (prefers-color-scheme:dark){0}',
  // The head and the looks of a page that is handed out as a file.
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8">',
  'body{max-width:44em;margin:2em auto;padding:0 1em;font:16px/1.5 sans-serif}blockquote{margin:.25em 0;white-space:pre-line}td,th{padding:.25em .75em .25em 0;text-align:left}li,tr{break-inside:avoid}h2{break-after:avoid}',
  // Thrown where the browser fails to paint, and caught by the chart, which says it in the words of the page.
  'The picture could not be painted.',
];

const READING: Reading = {
  loader: 'tsx',
  said: SAID,
  unsaid: UNSAID,
  names: NAMES,
};

const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .filter((name) => name !== DOOR && name !== OF_MAINTAINERS && name !== STOP_WORDS);

test('no page has words of its own', () => {
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap((name) =>
    wordsIn(readFileSync(join(PAGES, name), 'utf8'), READING).map((text) => `${name}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['text', '<p>Saved</p>', 'Saved'],
  ['a text beside something', '<p>{name} is saved.</p>', ' is saved.'],
  ['a text that is shown at times', "<button>{isWorking ? 'saving' : words.save}</button>", 'saving'],
  ['a name for screen readers', '<section aria-label="Findings" />', 'Findings'],
  ['a name that is put together', `<button title={\`Open \${name}\`} />`, 'Open 0'],
  ['a component’s label', '<CopyButton label="Copy" text={() => entry} />', 'Copy'],
  ['a sentence that is handed on', "fail('The file is empty: choose another.')", 'The file is empty: choose another.'],
  ['a sentence that is put together', `fail(\`\${name} is empty\`)`, '0 is empty'],
  ['one word that is handed on', "setSaid('Saved.')", 'Saved.'],
  ['a table of words', "const NAMES = { wait: 'Please wait' }", 'Please wait'],
])('%s is found', (_, source, words) => {
  expect(wordsIn(source, READING)).toEqual([words]);
});

test.each([
  `<p class="bad error" aria-describedby={\`\${name}-hint \${name}-error\`}>{words.saved}</p>`,
  '<input type="date" value={value} onInput={() => call(\'readOverview\')} />',
  "<p>{kind === 'date' && [id, title].join(' ')}</p>",
  "area.style.cssText = 'position:fixed; opacity:0'",
  "if (event.key === 'Enter') form.change({ status: 'Dropped' })",
])('what only the code reads is left alone: %s', (source) => {
  expect(wordsIn(source, READING)).toEqual([]);
});
