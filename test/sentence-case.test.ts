// Menus, buttons, headings and sentences are written in sentence case: inside one, only names have capitals.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { RATINGS } from '../src/domain/experiment/scoring.ts';
import { STATUSES } from '../src/domain/experiment/status.ts';
import { DECISIONS, FIELDS } from '../src/domain/experiment/template.ts';
import { COLUMNS } from '../src/sheet/columns.ts';
import { CANDIDATES_SHEET, EXPERIMENTS_SHEET, SETTINGS_SHEET } from '../src/sheet/sheet-names.ts';
import { wordsIn } from './words.ts';

const DOORS = ['domain/messages.ts', 'log/messages.ts', 'domain/duration/messages.ts', 'pages/shared/messages.ts'];

/** The names that stand in sentences: of columns and what stands in them, of sheets, views and commands, of Google's things and keys. */
const NAMES = [
  ...[...COLUMNS, ...FIELDS, ...RATINGS].map(({ label }) => label),
  ...STATUSES,
  ...DECISIONS,
  ...[EXPERIMENTS_SHEET, CANDIDATES_SHEET, SETTINGS_SHEET, 'Log source', 'Kaizen Log', 'Kaizen'],
  ...[
    'Quick capture',
    'Attention',
    'Check register',
    'Self-check',
    'Set up or repair',
    'Arrange columns',
    'Other fields',
  ],
  ...['Optional fields', 'Scoring', 'Priority', 'April', 'March', 'June', 'South', 'North'],
  ...[
    'Google',
    'Excel',
    'Sheets',
    'Drive',
    'Drive API',
    'Services',
    'Apps Script',
    'Markdown',
    'Table',
    'File',
    'Format',
  ],
  ...['Ctrl', 'Enter', 'Escape', 'Tab', 'Shift'],
];

/** Capitals that begin a word inside a sentence and belong to none of the names. */
function capitalsIn(text: string): string[] {
  const named = [...NAMES].sort((a, b) => b.length - a.length).join('|');
  const plain = text.replace(new RegExp(`\\b(?:${named})(?:'s|’s|s)?(?![\\p{L}])`, 'gu'), '');
  const inside = /(?<![.:!?>›|…\])\n][ \n]+|^[^\p{L}]*|["“*([]|# )(?<![\p{L}\p{N}'’\-/+[=*])\p{Lu}\p{Ll}+/gu;
  return [...plain.matchAll(inside)].map(([word]) => word);
}

test.each(DOORS)('%s speaks in sentence case', (file) => {
  const source = readFileSync(resolve('src', file), 'utf8');
  const said = wordsIn(source, { loader: 'ts', said: [], unsaid: [], names: [] });
  expect(said.length).toBeGreaterThan(5);
  expect(said.flatMap((text) => (capitalsIn(text).length > 0 ? [[text, capitalsIn(text)]] : []))).toEqual([]);
});

test('a capital inside a sentence is found', () => {
  expect(capitalsIn('Open Sidebar')).toEqual(['Sidebar']);
  expect(capitalsIn('It is Completed: say so in Findings. Then go on.')).toEqual([]);
});
