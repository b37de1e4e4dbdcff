// The guide's day with the log by keyboard alone: an experiment is captured and started, others closed and carried on, an idea taken up, and the log goes out.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

let browser: Browser;
let workbench: Workbench;
let desk: Desk;

beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench()]);
  desk = await Desk.open(browser, workbench.url);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
  removeFolder(workbench.data);
});

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await desk.page.keyboard.press(key);
}

/** The sidebar's page; to be looked at, never clicked. */
const sidebar = () => desk.page.frameLocator('#sidebar iframe');

/** Goes through the sidebar's page by Tab, or back by Shift+Tab, to what has that name, once it is there. */
async function tabTo(role: 'button' | 'textbox' | 'combobox', name: string | RegExp, key = 'Tab'): Promise<void> {
  const wanted = sidebar().getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let step = 0; step < 150; step++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await press(key);
  }
  throw new Error(`No Tab leads to ${name}.`);
}

/** Closes an experiment from the list; the decision is the letter that chooses it. */
async function closeOut(name: RegExp, result: string, learning: string, decision: string): Promise<void> {
  await tabTo('button', name);
  await press('Enter');
  await tabTo('textbox', /^Actual result/i);
  await desk.page.keyboard.type(result);
  await tabTo('textbox', /^Learning/i);
  await desk.page.keyboard.type(learning);
  await tabTo('combobox', 'Decision');
  await press(decision, 'Control+Enter');
}

const AREAS = '#grid, #menu-bar, #toolbar, #sidebar, #tab-bar';

/** Goes on by F6 to that part of the window. */
async function f6To(wanted: string): Promise<void> {
  for (let step = 0; step < 6; step++) {
    const area = await desk.page.evaluate((areas) => document.activeElement?.closest(areas)?.id, AREAS);
    if (area === wanted) return;
    await press('F6');
    await desk.page.waitForFunction(
      ([areas, before]) => document.activeElement?.closest(areas ?? '')?.id !== before,
      [AREAS, area],
    );
  }
  throw new Error(`F6 does not lead to ${wanted}.`);
}

const experiments = async () => (await desk.snapshot()).sheets.find(({ name }) => name === 'Experiments')?.cells ?? [];

test('a day with the log needs no mouse', async () => {
  await press(
    'F6',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'Enter',
  );
  await sidebar().getByRole('textbox', { name: 'Quick capture' }).waitFor();

  // Capture.
  await f6To('sidebar');
  await tabTo('textbox', 'Quick capture');
  await desk.page.keyboard.type('if we weigh the dough twice, then rolls are even because scales drift');
  await press('Enter');
  await tabTo('textbox', 'Title');
  await press('Control+a');
  await desk.page.keyboard.type('Dough weighed twice');
  await press('Control+Enter');
  await desk.page.waitForFunction(() =>
    window.workbench.cells('Experiments')?.some(([, , { value }]) => value === 'Dough weighed twice'),
  );

  // Start, in the row.
  const row = (await experiments()).find(([, , { value }]) => value === 'Dough weighed twice')?.[0] ?? -1;
  await f6To('grid');
  await press(
    'Control+Home',
    ...Array.from({ length: row }, () => 'ArrowDown'),
    'ArrowRight',
    'ArrowRight',
    'Alt+ArrowDown',
  );
  await desk.page.getByRole('listbox').waitFor();
  await desk.page.keyboard.type('act');
  await press('Enter');
  await desk.shows('Experiments', `C${row + 1}`, 'Active');

  // Close out what is due.
  await f6To('sidebar');
  await closeOut(/^Close out Oven log/, 'Two batches saved', 'Sensors drift less than people forget', 'A');
  await sidebar().getByText('K-BAKE-004 is saved in row 2.').waitFor();
  await desk.shows('Experiments', 'C2', 'Completed');

  // Iterate: another one is closed and carried on.
  await tabTo('button', 'Done');
  await press('Enter');
  await closeOut(/^Close out Written handover/, 'Half of the sheets were filled', 'Five lines are too many', 'I');
  await tabTo('button', 'Begin the next experiment');
  await press('Enter');
  await tabTo('textbox', 'Title');
  await press('End');
  await desk.page.keyboard.type(', in three lines');
  await press('Control+Enter');
  await desk.shows('Experiments', 'B13', 'Written handover from night to morning shift, in three lines');

  // Candidates: an idea is added and becomes an experiment.
  await tabTo('button', 'Candidates', 'Shift+Tab');
  await press('Enter');
  await tabTo('textbox', 'Idea');
  await desk.page.keyboard.type('Rye on Mondays');
  await press('Enter');
  await tabTo('button', 'Promote: Rye on Mondays', 'Shift+Tab');
  await press('Enter');
  await tabTo('textbox', 'Title');
  await press('Control+Enter');
  await desk.shows('Experiments', 'B14', 'Rye on Mondays');

  // Export: the preview first, then the file, by the menu.
  await f6To('menu-bar');
  await press('End', 'ArrowDown');
  const item = desk.page.getByRole('menuitem', { name: 'Export' }).first();
  await item.waitFor();
  for (let step = 0; step < 30; step++) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await press('ArrowDown');
  }
  await press('Enter');
  const dialog = desk.page.getByRole('dialog', { name: 'Export to Drive' }).frameLocator('iframe');
  const button = dialog.getByRole('button', { name: 'Write to Drive' });
  await button.waitFor();
  for (let step = 0; step < 30; step++) {
    if (await button.evaluate((element) => element === element.ownerDocument.activeElement)) break;
    await press('Tab');
  }
  await press('Enter');
  await dialog.getByRole('link', { name: 'Open it in Drive' }).waitFor();
  expect(desk.errors).toEqual([]);
});
