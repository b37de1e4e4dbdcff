import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator } from 'playwright-core';
import { inLongRuns } from '../server/figures.ts';
import { violationsIn } from './axe.ts';
import { overhang } from './sidebar-states.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

let browser: Browser;
/** An empty spreadsheet for each test: a register can be set up but once. */
let workbench: Workbench;
let desk: Desk;
let sidebar: FrameLocator;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  workbench = await startWorkbench(['--empty']);
  desk = await Desk.open(browser, workbench.url);
  sidebar = desk.page.frameLocator('#sidebar iframe');
});

afterEach(async () => {
  expect(desk.errors).toEqual([]);
  expect(desk.strayRequests).toEqual([]);
  await desk.page.close();
  await workbench.stop();
  removeFolder(workbench.data);
});

const violations = () => violationsIn(desk, '#sidebar iframe');

test('a register with names of its own is set up by keyboard alone, once', async () => {
  await desk.choose('Open sidebar');
  await sidebar.getByRole('heading', { name: 'Begin with Kaizen Log' }).waitFor();
  expect(await sidebar.locator('section > p:not([role])').count()).toBe(3);
  expect(await violations()).toEqual([]);
  expect(await overhang(desk)).toBe(0);

  await sidebar.getByRole('button', { name: 'Set up empty…' }).focus();
  await desk.page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: 'Set up the register' }).waitFor();
  expect(await sidebar.getByLabel('Name').inputValue()).toBe('Business');
  expect(await sidebar.getByLabel('ID prefix').inputValue()).toBe('K-BIZ');
  expect(await sidebar.getByLabel('Entities').inputValue()).toBe('Company');

  // What is wrong is said at its field, and the first of them takes the focus.
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Control+a');
  await desk.page.keyboard.type('CTO Brain');
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Control+a');
  await desk.page.keyboard.type('K CTO');
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Control+a');
  await desk.page.keyboard.type('Platform\nplatform');
  // In the same go, not a frame later: the next key belongs to that field.
  const prefix = sidebar.getByLabel('ID prefix');
  const focusedWhenSaid = await prefix.evaluateHandle((field) => ({
    said: new Promise((say) => {
      new MutationObserver(() => say(document.activeElement === field)).observe(field, {
        attributeFilter: ['aria-invalid'],
      });
    }),
  }));
  await desk.page.keyboard.press('Control+Enter');
  await sidebar.getByText('with a letter first and no hyphen last.').last().waitFor();
  await sidebar.getByText('"platform" is named twice').waitFor();
  expect(await focusedWhenSaid.evaluate(({ said }) => said)).toBe(true);
  expect(await prefix.getAttribute('aria-invalid')).toBe('true');
  expect(await violations()).toEqual([]);
  expect(await overhang(desk)).toBe(0);

  // Going back and forth keeps what was typed.
  await desk.page.keyboard.press('Escape');
  await sidebar.getByRole('button', { name: 'Set up empty…' }).click();
  expect(await sidebar.getByLabel('Name').inputValue()).toBe('CTO Brain');
  await prefix.fill('K-CTO');
  await sidebar.getByLabel('Entities').fill('Platform\nData\n');

  // Two clicks in one breath set up once: the second would be answered with an error.
  await sidebar.getByRole('button', { name: 'Set up', exact: true }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await sidebar.getByText('The register is set up').waitFor();
  await sidebar.getByRole('heading', { name: 'Attention' }).waitFor();
  expect(await sidebar.locator('[role=alert]').textContent()).toBe('');
  await desk.shows('Settings', 'B2', 'CTO Brain — Kaizen Log');
  await desk.type('Experiments!B2', 'Build once a day');
  await desk.shows('Experiments', 'A2', 'K-CTO-001');

  // It is asked but once: from now on the same item repairs.
  await desk.choose('Set up or repair');
  await desk.page.getByText('The register is set up: type a title').waitFor();
  await desk.shows('Experiments', 'A2', 'K-CTO-001');
});

inLongRuns.test(
  'a sheet of one’s own that is called as the register’s stays, and the register’s gets the name that is typed',
  async () => {
    // One that has nothing in it yet is somebody's, too.
    await desk.page.getByRole('tab', { name: 'Sheet1' }).dblclick();
    await desk.page.getByRole('dialog', { name: 'Rename sheet' }).getByLabel('Name').fill('Settings');
    await desk.page.keyboard.press('Enter');
    await desk.idle();
    await desk.choose('Set up or repair');
    const name = sidebar.getByLabel('Name of the sheet Settings');
    expect(await name.inputValue()).toBe('Kaizen Settings');
    await name.fill('experiments');
    await sidebar.getByRole('button', { name: 'Set up', exact: true }).click();
    await sidebar.getByText("The register's sheet beside your Settings needs a name").waitFor();
    await name.fill('How we try');
    expect(await violations()).toEqual([]);
    expect(await overhang(desk)).toBe(0);
    await sidebar.getByRole('button', { name: 'Set up', exact: true }).click();
    await sidebar.getByText('The register is set up').waitFor();
    await desk.shows('How we try', 'A2', 'Log title');
    expect(await desk.cell('Settings', 'A1')).toBe('');
  },
);

inLongRuns.test('the menu item asks the same, and what was typed is there after a failure', async () => {
  await desk.choose('Set up or repair');
  await sidebar.getByRole('heading', { name: 'Set up the register' }).waitFor();
  await sidebar.getByLabel('Name').fill('CTO Brain');
  await desk.page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await sidebar.getByRole('button', { name: 'Set up', exact: true }).click();
  await sidebar.getByText('The script could not be reached').waitFor();
  expect(await sidebar.getByLabel('Name').inputValue()).toBe('CTO Brain');
  expect(await violations()).toEqual([]);
  await desk.page.unroute('**/*');

  // The sidebar may be closed meanwhile.
  await desk.page.locator('#sidebar').getByRole('button', { name: 'Close sidebar' }).click();
  await desk.choose('Set up or repair');
  await sidebar.getByRole('heading', { name: 'Set up the register' }).waitFor();
  expect(await sidebar.getByLabel('Name').inputValue()).toBe('CTO Brain');
  await sidebar.getByRole('button', { name: 'Set up', exact: true }).click();
  await sidebar.getByText('The register is set up').waitFor();
  await desk.shows('Settings', 'B2', 'CTO Brain — Kaizen Log');
});

inLongRuns.test('the sample comes in through the import, dated around today', async () => {
  await desk.choose('Open sidebar');
  await sidebar.getByRole('button', { name: 'Try the sample' }).click();
  await sidebar.getByText('The sample is in').waitFor();
  await sidebar.getByText('experiments need attention').waitFor();
  await desk.shows('Experiments', 'A2', 'K-BAKE-004');
  await desk.shows('Settings', 'B4', 'K-BAKE');
  expect(await desk.cell('Experiments', 'D2')).toMatch(/^overdue by/);
});

inLongRuns.test('an import from the first view leads to what the sidebar was opened for', async () => {
  await desk.choose('New experiment');
  await sidebar.getByRole('button', { name: 'Import a log…' }).click();
  const dialog = desk.dialog('Import a log');
  await dialog
    .getByLabel('Or paste its text')
    .fill(
      '# Ferry — Kaizen Log\n\n## Active Experiments\n\n### [K-FERRY-001] Board by row\n**Date:** 2026-01-05\n**Layer:** Process\n**Status:** Active\n',
    );
  // Nothing is there yet, and the sidebar says so.
  await sidebar.getByRole('button', { name: 'Open the register' }).evaluate((button: HTMLElement) => button.click());
  await sidebar.getByText('Nothing is set up here yet: import').waitFor();
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await dialog.getByText('1 experiment added').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await violations()).toEqual([]);
  await sidebar.getByRole('button', { name: 'Open the register' }).click();
  await sidebar.getByRole('heading', { name: 'New experiment' }).waitFor();
  await desk.shows('Experiments', 'A2', 'K-FERRY-001');
});
