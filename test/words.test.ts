// Every sentence of the script that a person meets comes through a door of its side, so that another language is another file of its shape.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { RISK_STATES } from '../src/domain/experiment/risks.ts';
import { STATUSES } from '../src/domain/experiment/status.ts';
import { DECISIONS } from '../src/domain/experiment/template.ts';
import { NONE_YET, TEMPLATE_SECTIONS, titleOfSection } from '../src/log/text/sections.ts';
import { CANDIDATE_HEADER } from '../src/sheet/candidates.ts';
import { COLUMNS } from '../src/sheet/columns.ts';
import { SETTING_LISTS, SINGLE_HEADER, SINGLE_SETTINGS } from '../src/sheet/settings.ts';
import { CANDIDATES_SHEET, EXPERIMENTS_SHEET, LOG_SOURCE_SHEET, SETTINGS_SHEET } from '../src/sheet/sheet-names.ts';
import { type Reading, wordsIn } from './words.ts';

const SOURCES = resolve(__dirname, '../src');
const DOORS = ['domain/messages.ts', 'domain/duration/messages.ts', 'log/messages.ts'];

/** Where sentences stand for a reason of their own. */
const APART = [
  // The pages have a door of their own.
  /^pages\//,
  // What people write, to be read, whatever the language that they are answered in.
  /^domain\/duration\/languages\//,
  /^(?:log|tracker)\/words\//,
  // The forms that labels and durations have, as patterns over their words.
  /^log\/shape\/label-words\.ts$/,
  /^domain\/duration\/forms\//,
  // Names of behaviours, for a technical report.
  /^platform\//,
  // Labels, notes and hints of the fields: the headers of the register and the words of the log.
  /^domain\/experiment\/template\.ts$/,
  // The same of patterns and rules, and what other teams call them.
  /^domain\/learnt\/(?:entry-)?kinds\.ts$/,
  // What a new register begins with, until people write their own.
  /^domain\/register\/settings\.ts$/,
];

/** Texts that are no sentences of the script. What is put into a text stands as 0 in it. */
const NAMES: readonly string[] = [
  // The add-on's name, and its sheets for a self-check.
  'Kaizen Log',
  'Kaizen Log self-check',
  'Kaizen Log self-check by hand',
  // What a sheet of the register is called beside one of the usual name.
  'Kaizen 0',
  // The hidden sheet beside Patterns or Rules.
  '0 source',
  // By these a register that was made before knows its own protections and highlights again.
  'Kaizen Log keeps these columns; a change made by hand is overwritten.',
  'Kaizen Log keeps the last agreed text of the log here.',
  '*("Kaizen Log"<>"")',
  // The sentence of a hypothesis, which is read back.
  'If 0',
  'then 0',
  'because 0',
  // What a plan's days become in its duration, which is read back, and labels of Other fields.
  'until 0',
  '0 to 0',
  'from 0',
  '0 from 0',
  '**ID:** 0',
  // Where an experiment stands in time, as the code calls it.
  'not started',
  'on track',
  'due soon',
  'rolling out',
  'due today',
  'cannot date',
  // Whose a piece of a log is, as the code calls it.
  'byte order mark',
  'front matter',
  'last updated',
  'capture command',
  'layer names',
  'related file',
  'free text',
  '0 again',
  // Words of the log: what a new one says beside its fields.
  '**Last Updated:** 0',
  '```\n0: [experiment description]\n```\n\nOr manually add using the template below.',
  '```markdown\n0\n```',
  '*Ideas to test:*\n\n0',
  '| Layer | What We Improve | Example |\n|-------|----------------|---------|',
  '### [0-XXX] 0',
  // A way out of an obstacle, as pages and script call it.
  'choose the file',
  // Steps that a page asks for, and what the sidebar was opened for.
  'close out',
  'move up',
  'move down',
  'set up',
  // Questions to Drive.
  "appProperties has { key='0' and value='0' } and trashed = false",
  "name = '0' and mimeType = '0' and trashed = false",
  // Thrown where the code itself is wrong.
  'No row says what 0 is.',
  'A span cannot end at 0 before it starts at 0.',
];

/** What cells and the log say in any language: people choose among these words, and a register that was made before is known by them. */
const INTERFACE: readonly string[] = [
  ...STATUSES,
  ...DECISIONS,
  ...RISK_STATES,
  EXPERIMENTS_SHEET,
  CANDIDATES_SHEET,
  SETTINGS_SHEET,
  LOG_SOURCE_SHEET,
  ...TEMPLATE_SECTIONS.map(titleOfSection),
  NONE_YET,
  ...COLUMNS.map(({ label }) => label),
  ...CANDIDATE_HEADER,
  ...SINGLE_HEADER,
  ...SINGLE_SETTINGS.map(({ label }) => label),
  ...SETTING_LISTS.flatMap(({ header }) => [...header]),
];

const READING: Reading = {
  loader: 'ts',
  said: ['error', 'fix', 'message', 'note', 'notice', 'refusal', 'say', 'words'],
  unsaid: [],
  names: [...NAMES, ...INTERFACE],
};

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .filter((name) => !DOORS.includes(name) && !APART.some((room) => room.test(name)));

const readAll = (reading: Reading) =>
  files.flatMap((file) =>
    wordsIn(readFileSync(join(SOURCES, file), 'utf8'), reading).map((words) => ({ file, words })),
  );

test('no other file of the script has words of its own', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(readAll(READING)).toEqual([]);
});

test('every text that may stand elsewhere does', () => {
  const found = new Set(readAll({ ...READING, names: [] }).map(({ words }) => words));
  expect(NAMES.filter((name) => !found.has(name))).toEqual([]);
});

test.each([
  ['a finding', "add('warning', 'no-reason', 'hypothesis', 'Give a reason.')", 'Give a reason.'],
  ['a sentence that is put together', `const message = \`\${name} is empty\``, '0 is empty'],
  ['a finding’s word', "findings.push({ code: 'wrong', message: 'wrong' })", 'wrong'],
  ['a word at times', "const timing = { kind, words: isLate ? 'late' : words }", 'late'],
  ['a menu’s label', "buildMenu([{ label: 'Help', functionName: openHelp.name }])", 'Help'],
  ['a dialog’s title', "showDialog('check', 'Check register', 560, 480)", 'Check register'],
  ['a toast', "spreadsheet.toast('The register is set up.')", 'The register is set up.'],
  ['a part of a formula', `when('"overdue by "&(TODAY()-1)&" days"')`, '"overdue by "&(TODAY()-1)&" days"'],
  ['a reason', "throw new Error('Nobody said so')", 'Nobody said so'],
])('%s is found', (_, source, words) => {
  expect(wordsIn(source, READING)).toEqual([words]);
});

test.each([
  "add('error', 'missing-title', 'title', findingWords.missingTitle)",
  "throw new UserError('sheet-missing', name)",
  "sheet.getRange(1, 1).setNumberFormat('yyyy-mm-dd')",
  "if (status === 'Dropped') timing = { kind: 'due soon', words: timingWords['due soon'] }",
])('what only the code reads is left alone: %s', (source) => {
  expect(wordsIn(source, READING)).toEqual([]);
});

test('names of example companies stand in the sample and in tests only', () => {
  const folders = ['src', 'dist'];
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|css|js|html|md)$/.test(name))
      .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  expect(texts.length).toBeGreaterThan(200);
  const named = texts.filter(([, text]) => /\b(?:bizos|solartech|hippos|wci|kinme|cto-brain|ptl)\b/i.test(text));
  expect(named.map(([name]) => name)).toEqual([]);
  const bakery = texts.filter(
    ([name, text]) => !/\.(?:js|md)$|^sample\.html$/.test(name) && /Mill Lane|Quay Street|Harbour/.test(text),
  );
  expect(bakery.map(([name]) => name)).toEqual([]);
});

test('words that were given up for others stand nowhere that people read', () => {
  const given = /\bto mend\b|\bneeds? somebody\b|\bRead again\b/;
  const doors = [...DOORS, 'pages/shared/messages.ts'].map((door) => join(SOURCES, door));
  const guides = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?:user-guide|admin-guide|marketplace).*\.md$/.test(name))
    .map((name) => join('docs', name));
  expect(guides.length).toBeGreaterThan(8);
  expect([...doors, ...guides].filter((file) => given.test(readFileSync(file, 'utf8')))).toEqual([]);
});
