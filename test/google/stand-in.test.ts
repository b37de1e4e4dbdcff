// The commands that bring the add-on to Google, through the real clasp. In Google's place a stand-in answers (google-stand-in.ts), and
// `npm run check`, which takes minutes, is only noted (npm-stand-in.mjs).
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Host } from '../../workbench/host/host.ts';
import { memoryStore } from '../../workbench/host/store.ts';
import type { HostEvent, Menu } from '../../workbench/protocol.ts';
import { inLongRuns } from '../server/figures.ts';
import { Desk, ONE_SENTENCE_WITH_A_LINK, OWN_FILE } from './desk.ts';
import { GoogleStandIn, SCRIPT_ID, SPREADSHEET_ID } from './google-stand-in.ts';

jest.setTimeout(120_000);

/** Google's words, as people reported them to clasp. */
const API_IS_OFF =
  'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.';

/** The titles of the menus that a folder's script shows, and of those right below, before the person has given any permission. */
function menusOf(dist: string, act: 'open' | 'install'): string[][] {
  let menus: readonly Menu[] = [];
  const listen = (event: HostEvent) => {
    if (event.kind === 'menus') menus = event.menus;
    if (event.kind === 'failed') throw new Error(event.message);
  };
  new Host({ dist, store: memoryStore(), openMode: 'NONE', listen })[act]();
  return menus.map(({ title, items }) => [
    title,
    ...items.flatMap((item) => (item.kind === 'menu' ? [item.menu.title] : [])),
  ]);
}

describe('with a stand-in for Google', () => {
  let google: GoogleStandIn;
  let desk: Desk;

  beforeEach(async () => {
    google = await GoogleStandIn.start();
    desk = new Desk(google.url);
  });
  afterEach(() => google.stop());

  inLongRuns.test('logging in keeps the login in the home directory and says what comes next', async () => {
    let isAllowed = false;
    const { code, out } = await desk.run(['login'], {
      listen: (text) => {
        const url = /https:\/\/accounts\.google\.com\S+/.exec(text)?.[0];
        if (url === undefined || isAllowed) return;
        isAllowed = true;
        // A person allows it in the browser, which comes back to clasp.
        const { searchParams } = new URL(url);
        void fetch(`${searchParams.get('redirect_uri')}/?code=allowed&state=${searchParams.get('state')}`);
      },
    });
    expect(code).toBe(0);
    expect(desk.isLoggedIn).toBe(true);
    expect(out).toContain('https://script.google.com/home/usersettings');
  });

  test('a new spreadsheet gets a script; the manifest stays ours, and the ID stands where git ignores it', async () => {
    desk.logIn();
    const before = [desk.read('appsscript.json'), desk.read('.clasp.json')];
    const { code, out, error } = await desk.run(['create', '--title', 'Improvements; $(touch x) "here"']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain(`https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit`);
    expect(google.steps).toEqual([
      'POST /drive/v3/files',
      'POST /v1/projects',
      `GET /v1/projects/${SCRIPT_ID}/content`,
    ]);
    expect(google.asked[0]?.body).toEqual({
      name: 'Improvements; $(touch x) "here"',
      mimeType: 'application/vnd.google-apps.spreadsheet',
    });
    expect(google.asked[1]?.body.parentId).toBe(SPREADSHEET_ID);
    expect(JSON.parse(desk.read(OWN_FILE))).toEqual({
      scriptId: SCRIPT_ID,
      rootDir: 'dist',
      parentId: SPREADSHEET_ID,
    });
    expect([desk.read('appsscript.json'), desk.read('.clasp.json')]).toEqual(before);
    expect(desk.has('x')).toBe(false);

    const again = await desk.run(['create']);
    expect(again.code).toBe(1);
    expect(again.error).toMatch(/^A script on Google belongs to this folder already: [^\n]+\.\n$/);
    expect(google.steps).toHaveLength(3);
  });

  inLongRuns.test(
    'an existing spreadsheet, named by its address, gets a script bound to it and no other file',
    async () => {
      desk.logIn();
      const parent = 'another-spreadsheet-0123456789';
      const { code } = await desk.run([
        'create',
        '--parent',
        `https://docs.google.com/spreadsheets/d/${parent}/edit#gid=0`,
      ]);
      expect(code).toBe(0);
      expect(google.steps).toEqual(['POST /v1/projects', `GET /v1/projects/${SCRIPT_ID}/content`]);
      expect(google.asked[0]?.body).toEqual({ title: 'Kaizen Log', parentId: parent });
      expect(JSON.parse(desk.read(OWN_FILE))).toMatchObject({ scriptId: SCRIPT_ID, parentId: parent });
    },
  );

  inLongRuns.test('a script that was created is not lost when pulling it fails', async () => {
    desk.logIn();
    google.refusals = [{ method: 'GET', path: '/content', code: 403, message: 'Try again later' }];
    expect((await desk.run(['create'])).code).toBe(0);
    expect(JSON.parse(desk.read(OWN_FILE))).toMatchObject({ scriptId: SCRIPT_ID });
  });

  inLongRuns.test('a spreadsheet that Google binds no script to is named with its link', async () => {
    desk.logIn();
    // What Google was seen to answer for a spreadsheet that is new and was never named.
    google.refusals = [
      { method: 'POST', path: '/projects', code: 400, message: 'Request contains an invalid argument.' },
    ];
    const { code, error } = await desk.run(['create', '--parent', 'another-spreadsheet-0123456789']);
    expect(code).toBe(1);
    expect(error).toMatch(ONE_SENTENCE_WITH_A_LINK);
    expect(error).toContain('https://docs.google.com/spreadsheets/d/another-spreadsheet-0123456789/edit');
    expect(desk.has(OWN_FILE)).toBe(false);
  });

  inLongRuns.test(
    'where the Apps Script API is off, creating says so, and that the spreadsheet is there already',
    async () => {
      desk.logIn();
      google.refusals = [{ method: 'POST', path: '/projects', code: 403, message: API_IS_OFF }];
      const { code, error } = await desk.run(['create']);
      expect(code).toBe(1);
      expect(error).toMatch(
        /^[^\n]+https:\/\/script\.google\.com\/home\/usersettings[^\n]+\.\nAn empty spreadsheet may be left [^\n]+\.\n$/,
      );
      expect(google.steps).toContain('POST /drive/v3/files');
      expect(desk.has(OWN_FILE)).toBe(false);
    },
  );

  test('pushing checks, builds, and puts the built files in the place of the script', async () => {
    desk.logIn();
    desk.bind();
    const { code, out, error } = await desk.run(['push']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(desk.asked).toBe('npm run check\n');
    expect(google.steps).toEqual([
      `GET /v1/projects/${SCRIPT_ID}/deployments`,
      `GET /v1/projects/${SCRIPT_ID}/content`,
      `PUT /v1/projects/${SCRIPT_ID}/content`,
    ]);
    const files: { name: string; source: string }[] = google.asked.at(-1)?.body.files;
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['appsscript', 'Code', 'sidebar']));
    expect(files.find(({ name }) => name === 'appsscript')?.source).toBe(desk.read('appsscript.json'));
    expect(menusOf(join(desk.folder, 'dist'), 'open')).toEqual([['Kaizen Log', 'Rows and columns', 'Help']]);
    expect(out).toContain('npm run open');
  });

  test('nothing is pushed when the check fails', async () => {
    desk.logIn();
    desk.bind();
    const { code, error } = await desk.run(['push'], { checkEndsWith: 1 });
    expect(code).toBe(1);
    expect(error).toMatch(/^Nothing was pushed, since npm run check failed: [^\n]+\.\n$/);
    expect(google.steps).toEqual([`GET /v1/projects/${SCRIPT_ID}/deployments`]);
  });

  inLongRuns.test(
    'a script ID that Google does not know stops a push at once, with the link to the right one',
    async () => {
      desk.logIn();
      desk.bind();
      google.refusals = [
        { method: 'GET', path: '/deployments', code: 404, message: 'Requested entity was not found.' },
      ];
      const { code, error } = await desk.run(['push']);
      expect(code).toBe(1);
      expect(error).toMatch(ONE_SENTENCE_WITH_A_LINK);
      expect(error).toContain(`Google knows no script ${SCRIPT_ID}`);
      expect(desk.asked).toBe('');
    },
  );

  inLongRuns.test(
    'a release raises the version, dates the changelog, and deploys; the next one moves the same deployment on',
    async () => {
      desk.logIn();
      desk.write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n');
      desk.bind();
      const first = await desk.run(['release', 'minor']);
      expect({ code: first.code, error: first.error }).toEqual({ code: 0, error: '' });
      const { version } = JSON.parse(desk.read('package.json'));
      expect(JSON.parse(desk.read('package-lock.json')).version).toBe(version);
      expect(desk.read('CHANGELOG.md')).toMatch(
        new RegExp(
          `\n## \\[Unreleased\\]\n\n## \\[${version}\\] - \\d{4}-\\d\\d-\\d\\d\n\n### Added\n\n- Something\\.\n$`,
        ),
      );
      expect(desk.has(`build/release/kaizen-log-${version}/Code.gs`)).toBe(true);
      // What was deployed is the add-on, whose menu stands under Extensions; what is pasted by hand has a menu of its own.
      const addOn = join(desk.folder, 'dist');
      expect(menusOf(addOn, 'open')).toEqual([['Extensions', 'Untitled spreadsheet']]);
      expect(menusOf(addOn, 'install')).toEqual([['Extensions', 'Untitled spreadsheet']]);
      expect(desk.read(`build/release/kaizen-log-${version}/Code.gs`)).not.toContain('createAddonMenu');
      expect(google.steps.slice(-2)).toEqual([
        `POST /v1/projects/${SCRIPT_ID}/versions`,
        `POST /v1/projects/${SCRIPT_ID}/deployments`,
      ]);
      expect(google.asked.at(-1)?.body).toMatchObject({ versionNumber: 7, description: `Kaizen Log ${version}` });

      // A second release has nothing to tell, and then something; then deploying is refused, and nothing is left of it.
      expect((await desk.run(['release', 'patch'])).error).toMatch(
        /^CHANGELOG\.md says nothing under Unreleased: [^\n]+\.\n$/,
      );
      desk.write('CHANGELOG.md', desk.read('CHANGELOG.md').replace('[Unreleased]\n', '[Unreleased]\n\n- More.\n'));
      google.deployments = [
        { deploymentId: 'head', deploymentConfig: {} },
        { deploymentId: 'deployed', deploymentConfig: { versionNumber: 7, description: `Kaizen Log ${version}` } },
      ];
      google.refusals = [{ method: 'PUT', path: '/deployments', code: 400, message: 'No such version.' }];
      const before = ['package.json', 'package-lock.json', 'CHANGELOG.md'].map((file) => desk.read(file));
      const refused = await desk.run(['release', 'patch']);
      expect(refused.code).toBe(1);
      expect(refused.error).toContain('clasp could not deploy the version');
      expect(refused.error).toContain('No such version.');
      expect(google.steps.at(-1)).toBe(`PUT /v1/projects/${SCRIPT_ID}/deployments/deployed`);
      expect(['package.json', 'package-lock.json', 'CHANGELOG.md'].map((file) => desk.read(file))).toEqual(before);
    },
  );
});
