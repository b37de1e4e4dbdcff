// The tables of words: what a language says is what some form asks for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const READER = join(import.meta.dirname, '../../../src/domain/duration');
const filesIn = (folder: string) =>
  readdirSync(join(READER, folder))
    .filter((name) => name.endsWith('.ts') && name !== 'language.ts')
    .map((name) => readFileSync(join(READER, folder, name), 'utf8'));
const FORMS = [...filesIn('.'), ...filesIn('forms')].join('\n').split(/\W+/);
const LANGUAGES = readdirSync(join(READER, 'languages'));

test.each(LANGUAGES)('every line of %s has a name that a form asks for, and no word twice', (file) => {
  const lines = readFileSync(join(READER, 'languages', file), 'utf8').split('\n');
  const lists = lines.filter((line) => line.includes('|')).map((line) => line.split('|'));
  expect(lists.length).toBeGreaterThan(0);
  for (const [name = '', ...words] of lists) {
    expect([name, FORMS.includes(name)]).toEqual([name, true]);
    expect([name, words.filter((word, index) => words.indexOf(word) < index)]).toEqual([name, []]);
    expect([name, words.filter((word) => !/^[a-z][a-z ]*(=[\w .-]+)?$/.test(word))]).toEqual([name, []]);
  }
});
