import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { Host } from '../../workbench/host/host.ts';
import { folderStore } from '../../workbench/host/store.ts';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';
import { openSidebar } from './sidebar-states.ts';
import { Desk, launchBrowser, newFolder, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

let browser: Browser;
let workbench: Workbench;
let desk: Desk;
/** What ran, or was asked for, though it was only ever text. */
const came: string[] = [];

/** Who wrote the file last, as Drive says. */
const USER_NAME = HOSTILE_TEXTS[7] ?? '';

/** A register, its candidates, settings, sheet names and its own name full of hostile text. */
function hostileRegister(): string {
  const folder = newFolder();
  const store = folderStore(folder);
  const host = new Host({ dist: resolve('dist'), store });
  host.open();
  host.choose('setUp');
  const sheetOf = (name: string) => {
    const sheet = host.snapshot().sheets.find((each) => each.name === name);
    if (sheet === undefined) throw new Error(`Set-up made no sheet ${name}.`);
    return sheet.id;
  };
  const call = (name: string, request: unknown) => {
    const result = host.call(name, [request]);
    const reply = result.ok ? (result.value as { ok: boolean; message?: string }) : result;
    if (!reply.ok) throw new Error(`${name}: ${reply.message}`);
  };
  HOSTILE_TEXTS.forEach((text, index) => {
    const result = {
      actualResult: text,
      learning: text,
      decision: ['Adopt', 'Drop'][index % 2],
      status: 'Dropped',
    };
    const experiment = {
      ...emptyExperiment(),
      date: '2026-02-11',
      layer: 'Process',
      status: 'Active',
      title: text,
      entity: text,
      hypothesis: text,
      expectedResult: text,
      duration: text,
      risks: `1. ${text}`,
      other: `**Follows:** ${text}`,
    };
    call('saveForm', {
      token: `hostile-form-${index}`,
      experiment: index % 3 === 0 ? { ...experiment, ...result } : experiment,
    });
    call('changeCandidate', { do: 'add', candidate: { layer: text, idea: text, question: text } });
  });
  const settings = sheetOf('Settings');
  host.act({
    kind: 'type',
    sheet: settings,
    row: 1,
    column: 1,
    text: [[HOSTILE_TEXTS[0] ?? ''], [HOSTILE_TEXTS[7] ?? '']],
  });
  host.act({ kind: 'type', sheet: settings, row: 1, column: 3, text: HOSTILE_TEXTS.map((text) => [text]) });
  host.act({ kind: 'rename-sheet', sheet: sheetOf('Sheet1'), name: HOSTILE_TEXTS[7] ?? '' });
  store.saveBook({ ...host.snapshot(), name: HOSTILE_TEXTS[7] ?? '' });
  call('exportLog', {});
  for (const record of store.drive.all()) store.drive.save({ ...record, lastModifyingUser: USER_NAME });
  return folder;
}

beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench([], hostileRegister())]);
  desk = await Desk.open(browser, workbench.url);
  desk.page.on('dialog', async (dialog) => {
    came.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  desk.page.on('console', (message) => {
    // The workbench lets no page ask anybody else; what was tried is told here.
    if (/Content Security Policy/i.test(message.text())) came.push(message.text());
  });
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
  removeFolder(workbench.data);
});

const ENTITIES_ROW = HOSTILE_TEXTS.findIndex((text) => text.startsWith('&lt;')) + 2;

/** Nothing ran, nobody was asked, and no page holds an element that only the texts name. */
async function expectOnlyText(): Promise<void> {
  for (const frame of desk.page.frames()) {
    const strange = await frame.evaluate(() =>
      [
        ...document.querySelectorAll(
          'img, iframe[srcdoc], object, embed, marquee, video, math, link[href*="attacker"], base[href], meta[http-equiv="refresh"], a[href^="javascript"], a[href^="data"], script[src*="attacker"], [onerror], [onload], [onfocus], [ontoggle]',
        ),
      ].map((element) => element.outerHTML.slice(0, 100)),
    );
    came.push(...strange);
  }
  expect(came).toEqual([]);
  expect(desk.strayRequests).toEqual([]);
  expect(desk.errors).toEqual([]);
}

test('hostile text is shown as text in every view of the sidebar', async () => {
  let sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByText('experiments need attention').waitFor();
  expect(await sidebar.getByText('<img src=x onerror="alert(8)">').count()).toBeGreaterThan(0);
  await expectOnlyText();
  await sidebar.getByRole('button', { name: 'Candidates' }).click();
  await sidebar
    .getByRole('button', { name: /^Promote: / })
    .first()
    .waitFor();
  await expectOnlyText();
  await sidebar.getByRole('button', { name: 'Log', exact: true }).click();
  await sidebar.getByRole('button', { name: 'Read' }).waitFor();
  // One of each kind of text, in the form and as rendered Markdown.
  for (const row of [3, 9, 16, 30, 43, 44, 46, 50, 53, 57, 66, 72, ENTITIES_ROW]) {
    await desk.goTo(`Experiments!B${row}`);
    sidebar = await openSidebar(desk, 'Edit selected row');
    await sidebar
      .getByRole('heading', { name: /^K-/ })
      .or(sidebar.getByRole('heading', { level: 1 }))
      .first()
      .waitFor();
    await sidebar.getByRole('button', { name: 'Preview in the log' }).click();
    await sidebar.getByRole('region', { name: 'Preview' }).waitFor();
    await expectOnlyText();
  }
  // The last one's entities are shown as the characters that they stand for, which is how the log's readers see them.
  expect(await sidebar.getByRole('region', { name: 'Preview' }).innerText()).toContain('<script>alert(33)</script>');
});

test('hostile text is shown as text in every view of the dashboard', async () => {
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  const views = dashboard.getByRole('navigation').getByRole('button');
  await views.first().waitFor();
  for (let index = 0; index < (await views.count()); index++) {
    await views.nth(index).click();
    await dashboard.getByRole('button', { name: 'Refresh', exact: true }).waitFor();
    await expectOnlyText();
  }
  await desk.page.getByRole('dialog', { name: 'Dashboard' }).getByRole('button', { name: 'Close' }).first().click();
});

test('hostile text is shown as text by Check register, the export and the import', async () => {
  const check = await desk.check();
  await check.getByRole('button', { name: 'Check again' }).waitFor();
  await expectOnlyText();

  await desk.choose('Export to Drive…');
  const exporting = desk.dialog('Export to Drive');
  await exporting.getByRole('button', { name: 'Write to Drive' }).click();
  await exporting.getByRole('link', { name: 'Open it in Drive' }).waitFor();
  expect(await exporting.getByText(USER_NAME).textContent()).toContain('written last by');
  await expectOnlyText();
  await exporting.getByRole('button', { name: 'Close' }).click();

  await desk.choose('Import a log…');
  const importing = desk.dialog('Import a log');
  const log = HOSTILE_TEXTS.map(
    (text, index) =>
      `### [K-BIZ-${1000 + index}] ${text}\n**Status:** ${text}\n**${text}:** ${text}\n\n**Learning:**\n${text}\n`,
  ).join('\n---\n\n');
  await importing.getByLabel('Or paste its text').fill(`# ${HOSTILE_TEXTS[0]}\n\n${log}`);
  await importing.getByRole('button', { name: 'Preview' }).click();
  await importing
    .getByRole('region', { name: 'This changes in the register' })
    .getByText('K-BIZ-1000')
    .first()
    .waitFor();
  await expectOnlyText();
});
