// The commands that bring the add-on to Google, through the real clasp, as far as it goes without Google.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { inLongRuns } from '../server/figures.ts';
import { Desk, ONE_SENTENCE_WITH_A_LINK, OWN_FILE } from './desk.ts';
import { SCRIPT_ID, SPREADSHEET_ID } from './google-stand-in.ts';

jest.setTimeout(60_000);

describe('with clasp alone, without Google', () => {
  test('a missing login is told before anything is created or tested', async () => {
    const desk = new Desk();
    const other = new Desk();
    other.bind();
    for (const { code, error } of await Promise.all([desk.run(['create']), other.run(['push'])])) {
      expect(code).toBe(1);
      expect(error).toMatch(ONE_SENTENCE_WITH_A_LINK);
      expect(error).toContain('Nobody is logged in to Google on this machine: run npm run login');
    }
    expect(other.asked).toBe('');
  });

  test('a missing script ID is told by every command that needs one', async () => {
    const desk = new Desk();
    desk.logIn();
    const ends = await Promise.all([desk.run(['push']), desk.run(['open']), desk.run(['release', 'patch'])]);
    // The placeholder is no ID either.
    desk.write(OWN_FILE, desk.read('.clasp.json'));
    ends.push(await desk.run(['push']));
    for (const { code, error } of ends) {
      expect(code).toBe(1);
      expect(error).toMatch(ONE_SENTENCE_WITH_A_LINK);
      expect(error).toContain('No script on Google belongs to this folder yet: run npm run create');
    }
    expect(desk.asked).toBe('');
  });

  test('a file with the ID that is no JSON is told, and left as it is', async () => {
    const desk = new Desk();
    desk.write(OWN_FILE, '{ "scriptId": ');
    const { code, error } = await desk.run(['push']);
    expect(code).toBe(1);
    expect(error).toMatch(/^\.clasp\.local\.json cannot be read as JSON: [^\n]+\.\n$/);
    expect(desk.read(OWN_FILE)).toBe('{ "scriptId": ');
  });

  inLongRuns.test('a machine without network is told', async () => {
    const desk = new Desk();
    desk.logIn();
    desk.bind();
    const { code, error } = await desk.run(['push']);
    expect(code).toBe(1);
    expect(error).toMatch(ONE_SENTENCE_WITH_A_LINK);
    expect(error).toContain('Google cannot be reached from this machine');
    expect(desk.asked).toBe('');
  });

  inLongRuns.test(
    'opening says where the spreadsheet is, or the script where its spreadsheet is not known',
    async () => {
      const desk = new Desk();
      desk.bind();
      const other = new Desk();
      other.write(OWN_FILE, JSON.stringify({ scriptId: SCRIPT_ID, rootDir: 'dist' }));
      const [sheet, script] = await Promise.all([desk.run(['open']), other.run(['open'])]);
      expect(sheet).toMatchObject({ code: 0, error: '' });
      expect(sheet.out).toContain(`https://drive.google.com/open?id=${SPREADSHEET_ID}`);
      expect(script.out).toContain(`https://script.google.com/d/${SCRIPT_ID}/edit`);
    },
  );

  test.each([
    [['push', '--force'], 'This command takes no arguments: run it without --force.'],
    [['release'], 'A release is a step in the version: npm run release -- patch, or minor, or major.'],
    [['release', '1.2.3'], 'A release is a step in the version: npm run release -- patch, or minor, or major.'],
    [
      ['create', '--sheet', 'x'],
      'What was asked for is not understood: npm run create -- [--title TITLE] [--parent SPREADSHEET_ID]',
    ],
    [['create', '--parent', 'no id'], '"no id" is no spreadsheet\'s ID: it is the long part'],
    [['deploy'], 'There is login, create, push, open and release, but no "deploy"'],
  ])('%j is answered with one sentence', async (args, sentence) => {
    const { code, error } = await new Desk().run(args);
    expect(code).toBe(1);
    expect(error).toMatch(/^[^\n]+\n$/);
    expect(error).toContain(sentence);
  });
});

test('git ignores the file with the ID, and the one that is committed holds none', () => {
  const read = (file: string) => readFileSync(resolve(__dirname, '../..', file), 'utf8');
  expect(read('.gitignore').split('\n')).toContain(OWN_FILE);
  expect(JSON.parse(read('.clasp.json'))).toEqual({ scriptId: 'PUT-YOUR-SCRIPT-ID-HERE', rootDir: 'dist' });
});
