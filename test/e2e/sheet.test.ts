// A team's own list becomes the register: chosen, understood, corrected and taken over by keyboard, and its tab stays.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violationsIn } from './axe.ts';
import { Desk, launchBrowser, newFolder, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

const DIALOG = 'dialog iframe, [role=dialog] iframe';

let browser: Browser;
let workbench: Workbench;
let desk: Desk;

beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await startWorkbench(['--empty'], newFolder());
  desk = await Desk.open(browser, workbench.url);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
  removeFolder(workbench.data);
});

/** What programs for spreadsheets save as Unicode text. */
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

test('a file is previewed, a word of it given its meaning with keys, and taken over', async () => {
  await desk.choose('Open sidebar');
  await desk.page.frameLocator('#sidebar iframe').getByRole('button', { name: 'Use a sheet you have…' }).click();
  const dialog = desk.dialog('Use a sheet you have');
  const buffer = utf16(
    'Versuch\tStatus\tBeginn\tDauer\nMehr Licht für alle\tläuft\t2026-02-02\t4 Wochen\nTee statt Kaffee\tgeparkt\t\t\nSumme\t\t\t\n',
  );
  await dialog
    .getByLabel('Or a CSV or TSV file')
    .setInputFiles({ name: 'versuche.tsv', mimeType: 'text/tab-separated-values', buffer });
  await dialog.getByRole('button', { name: 'Preview' }).press('Enter');
  const table = dialog.getByRole('region', { name: 'versuche.tsv' });
  await table.getByText('1 experiment and 1 idea; row 1 names the columns.').waitFor();
  await table.getByText('Row 4: a total, or numbers alone (“Summe”)').waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  const word = table.getByRole('combobox', { name: 'Meaning of the status “geparkt”' });
  expect(await word.inputValue()).toBe('');
  await word.focus();
  await desk.page.keyboard.type('Dro');
  await table.getByText('2 experiments and 0 ideas').waitFor();
  await dialog.getByRole('button', { name: 'Take over' }).press('Enter');
  await dialog.getByText('2 experiments and 0 candidates added').waitFor({ timeout: 120_000 });
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await desk.shows('Experiments', 'B2', 'Mehr Licht für alle');
  await desk.shows('Experiments', 'C3', 'Dropped');
});

test('it is taken back', async () => {
  await desk.choose('Use a sheet you have…');
  const dialog = desk.dialog('Use a sheet you have');
  await dialog.getByRole('button', { name: 'Take back the last import (versuche.tsv)' }).press('Enter');
  await dialog.getByText('2 rows taken back.').waitFor({ timeout: 120_000 });
  await desk.shows('Experiments', 'B2', '');
  expect(desk.errors).toEqual([]);
});
