// The question before an edit under a protection that warns, as a person meets it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  removeFolder(workbench.data);
});

/** The A1 name of a cell of the Experiments sheet, found by its header. */
async function cellUnder(desk: Desk, header: string, row: number): Promise<string> {
  for (const column of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    if ((await desk.cell('Experiments', `${column}1`)) === header) return `${column}${row}`;
  }
  throw new Error(`There is no column ${header}.`);
}

test('an edit in a column that the register works out is asked about, and undone by Cancel', async () => {
  const desk = await Desk.open(browser, workbench.url);
  const cell = await cellUnder(desk, 'Due', 2);
  const before = await desk.cell('Experiments', cell);
  await desk.goTo(`Experiments!${cell}`);
  await desk.page.keyboard.type('someday');
  await desk.page.keyboard.press('Enter');
  const question = desk.page.getByRole('alertdialog', { name: 'Heads up!' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await desk.idle();
  await desk.shows('Experiments', cell, before ?? '');
  expect(await question.count()).toBe(0);
  expect(desk.errors).toEqual([]);
  await desk.page.close();
}, 60_000);
