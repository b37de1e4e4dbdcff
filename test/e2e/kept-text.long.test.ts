// A cell that holds other words than its column is for, as a log or a script left them: the form shows what stands there.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { folderStore } from '../../workbench/host/store.ts';
import { generatedRegister } from './generated-register.ts';
import { openSidebar } from './sidebar-states.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(120_000);

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  const data = generatedRegister(3);
  const store = folderStore(data);
  const book = store.loadBook();
  const cells = book?.sheets.find(({ name }) => name === 'Experiments')?.cells ?? [];
  const column = cells.find(([row, , { value }]) => row === 0 && value === 'Date')?.[1];
  const cell = cells.find(([row, at]) => row === 1 && at === column)?.[2];
  if (book === undefined || cell === undefined) throw new Error('There is no Date.');
  cell.value = 'in spring';
  store.saveBook(book);
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench([], data)]);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
  removeFolder(workbench.data);
});

test('a Date that is kept as text shows in the form as it stands, says how it is to be written, and is saved as a day', async () => {
  const desk = await Desk.open(browser, workbench.url);
  await desk.goTo('Experiments!B2');
  const sidebar = await openSidebar(desk, 'Edit selected row');
  const date = sidebar.getByLabel('Date', { exact: true });
  await date.waitFor();
  expect(await date.inputValue()).toBe('in spring');
  await sidebar.getByLabel('Title').fill('Something else');
  await sidebar.getByLabel('Title').press('Control+Enter');
  await sidebar.getByText('"in spring" is no date: write it as yyyy-mm-dd.').waitFor();
  expect(await date.inputValue()).toBe('in spring');
  await date.fill('2026-02-11');
  await sidebar.getByText(/Wednesday,? 11 February 2026/).waitFor();
  await date.press('Control+Enter');
  await desk.shows('Experiments', 'B2', 'Something else');
  expect(desk.errors).toEqual([]);
});
