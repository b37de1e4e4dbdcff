// A team's own list becomes the register: chosen, understood, corrected and taken over by keyboard, and its tab stays.
import { expect, jest, test } from '@jest/globals';
import { inLongRuns } from '../server/figures.ts';
import { violationsIn } from './axe.ts';
import { onSampleDesk } from './sample-desk.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(300_000);

const DIALOG = 'dialog iframe, [role=dialog] iframe';

let desk: Desk;
onSampleDesk(
  (opened) => {
    desk = opened;
  },
  ['--empty'],
);

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
    .getByLabel('A CSV or TSV file', { exact: true })
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
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await desk.shows('Experiments', 'B2', '');
  expect(desk.errors).toEqual([]);
});

inLongRuns.test('a tab becomes the register itself and is given back, by keyboard', async () => {
  const cells = ['Our tries', '', '', 'Versuch', 'Status', 'Beginn', 'Mehr Licht', 'läuft', '2026-02-02'];
  for (const [at, text] of cells.entries()) {
    if (text !== '') await desk.type(`Sheet1!${'ABC'[at % 3]}${Math.floor(at / 3) + 1}`, text);
  }
  await desk.choose('Use a sheet you have…');
  const dialog = desk.dialog('Use a sheet you have');
  await dialog.getByLabel('Sheet1 (3 rows)').press('Space');
  await dialog.getByRole('button', { name: 'Preview' }).press('Enter');
  const copy = dialog.getByLabel('As a copy');
  await copy.focus();
  await desk.page.keyboard.press('ArrowDown');
  await dialog.getByText('Row 3, Status: “läuft” → “Active”').waitFor();
  await dialog.getByText('Row 1 is no experiment and leaves the tab').waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take over' }).press('Enter');
  await dialog.getByText('The tab is the register now, with 1 experiment.').waitFor({ timeout: 120_000 });
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await desk.shows('Sheet1', 'A1', 'Versuch');
  await desk.shows('Sheet1', 'B2', 'Active');
  await desk.choose('Use a sheet you have…');
  await dialog.getByRole('button', { name: 'Take back the last import (Sheet1)' }).press('Enter');
  await dialog.getByText('1 row taken back.').waitFor({ timeout: 120_000 });
  await desk.shows('Sheet1', 'A1', 'Our tries');
  await desk.shows('Sheet1', 'B3', 'läuft');
  expect(desk.errors).toEqual([]);
});
