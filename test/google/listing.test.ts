// What the Marketplace asks for: the folder keeps to the published rules, and each rule is found broken where it is.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { brokenRules, writeListing } from '../../scripts/google/listing.mjs';
import { answersOf, KEPT, missingIn } from '../../scripts/google/publisher.mjs';

const ANSWERS = { publisher: 'A bakery', address: 'help@example.com', website: 'https://example.com', law: 'Iceland' };

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'kaizen-listing-'));
  writeListing(resolve('.'), ANSWERS, join(base, 'whole'));
});
afterAll(() => rmSync(base, { recursive: true }));

/** A copy of the whole folder. */
function copied(): string {
  const folder = join(base, 'broken');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(base, 'whole'), folder, { recursive: true });
  return folder;
}

test('what is written keeps to the rules', () => {
  expect(brokenRules(join(base, 'whole'))).toEqual([]);
});

test('the texts name who publishes, the day and the law, and a blank that is left is found', () => {
  const terms = readFileSync(join(base, 'whole/terms.md'), 'utf8');
  expect(terms).toMatch(
    /Published by A bakery\. .*help@example\.com.*since \d{4}-\d\d-\d\d\. The law of Iceland applies/,
  );
  const { law: _law, ...others } = ANSWERS;
  expect(() => writeListing(resolve('.'), others, join(base, 'blank'))).toThrow('terms.md has the blank {law} in it.');
});

test('a link that leads out of the folder is found', () => {
  const folder = copied();
  writeFileSync(join(folder, 'support.md'), 'See [the guide](../user-guide.md) and [the scopes](scopes.md#all).');
  expect(brokenRules(folder)).toEqual(['support.md leads to ../user-guide.md, which is not there.']);
});

test('what is given goes before what was kept, and only the rest is asked', async () => {
  const root = mkdtempSync(join(base, 'asked-'));
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question);
    return Promise.resolve(asked.length === 1 ? 'nowhere' : 'Iceland');
  };
  const given = { publisher: 'A bakery', website: 'https://example.com' };
  const first = await answersOf(root, given, ask);
  expect(asked).toEqual([expect.stringMatching(/^Where people write/), expect.stringMatching(/^Whose law/)]);
  // An address in another form is none.
  expect(missingIn(first)).toEqual(['--address "Where people write to, a mail or https address"']);
  expect(JSON.parse(readFileSync(join(root, KEPT), 'utf8'))).toEqual({ ...given, law: 'Iceland' });
  const second = await answersOf(root, { address: 'help@example.com', publisher: 'Another' }, undefined);
  expect([missingIn(second), second.publisher, second.law]).toEqual([[], 'Another', 'Iceland']);
});

test.each([
  ['privacy.md', 'privacy.md is missing.'],
  ['icon-48.png', 'icon-48.png is missing.'],
])('without %s the folder breaks a rule', (name, sentence) => {
  const folder = copied();
  rmSync(join(folder, name));
  expect(brokenRules(folder)).toEqual([sentence]);
});

test('a picture of another size is found, and so is one that is none', () => {
  const folder = copied();
  cpSync(join(folder, 'icon-96.png'), join(folder, 'icon-128.png'));
  writeFileSync(join(folder, 'screenshot-9.png'), 'a text that is longer than the head of a picture');
  expect(brokenRules(folder)).toEqual([
    'icon-128.png is 96x96, not 128x128.',
    'screenshot-9.png is no PNG, not 1280x800.',
  ]);
});

test('names and descriptions that are too long, or none, are found', () => {
  const folder = copied();
  const listing = (name: string, short: string) =>
    writeFileSync(
      join(folder, 'listing.md'),
      `# ${name}\n\n## Short description\n\n${short}\n\n## Detailed description\n\n${'x'.repeat(16_000)}\n`,
    );
  listing('Kaizen Log for Google', 'x'.repeat(200));
  expect(brokenRules(folder)).toEqual([
    'The detailed description has 16000 characters, not 15999 at most.',
    'The name has the name of a product of Google in it.',
  ]);
  listing('x'.repeat(51), '');
  expect(brokenRules(folder).slice(0, 2)).toEqual([
    'The name has 51 characters, not 50 at most.',
    'The short description is missing.',
  ]);
});

test('the icon is a picture with nothing behind its round corners', () => {
  const png = readFileSync(join(base, 'whole/icon-32.png'));
  const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
  const rows = inflateSync(data);
  const opacityAt = (x: number, y: number) => rows[y * (32 * 4 + 1) + 1 + x * 4 + 3];
  expect([opacityAt(0, 0), opacityAt(16, 16)]).toEqual([0, 255]);
});
