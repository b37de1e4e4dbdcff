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
    'Versuch\tStatus\tBeginn\tDauer\nMehr Licht für alle\tläuft\t2026-02-02\t4 Wochen\nTee statt Kaffee\tauf dem Speicher\t\t\nSumme\t\t\t\n',
  );
  await dialog
    .getByLabel('A CSV or TSV file', { exact: true })
    .setInputFiles({ name: 'versuche.tsv', mimeType: 'text/tab-separated-values', buffer });
  await dialog.getByRole('button', { name: 'Preview' }).press('Enter');
  const table = dialog.getByRole('region', { name: 'versuche.tsv' });
  await table.getByText('1 experiment and 1 idea; row 1 names the columns.').waitFor();
  await table.getByText('Row 4: a total, or numbers alone (“Summe”)').waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  const word = table.getByRole('combobox', { name: 'Meaning of the status “auf dem Speicher”' });
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

test('a CSV opened from the menu File is a tab, as data, whose rows the add-on takes over; nothing in it is no tab', async () => {
  const open = async (name: string, buffer: Buffer) => {
    const chosen = desk.page.waitForEvent('filechooser');
    await desk.page.getByRole('menuitem', { name: 'File' }).click();
    await desk.page.getByRole('menuitem', { name: 'Open a CSV as a new tab…' }).click();
    await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer });
  };
  await open(
    'Unsere Versuche.csv',
    utf16('Versuch;Status;Beginn\nMehr "Licht";läuft;2026-02-02\n"=1+1";auf dem Speicher;\n"zwei\nZeilen";;\n'),
  );
  await desk.page.getByText('4 rows, 3 columns, read on this computer, which nothing leaves.').waitFor();
  expect(await desk.page.getByRole('tab', { selected: true }).textContent()).toBe('Unsere Versuche');
  expect(await desk.cell('Unsere Versuche', 'A2')).toBe('Mehr "Licht"');
  expect(await desk.cell('Unsere Versuche', 'A3')).toBe('=1+1');
  expect(await desk.cell('Unsere Versuche', 'A4')).toBe('zwei\nZeilen');
  await open('unsere versuche.csv', Buffer.from('a,b\n'.repeat(1200)));
  await desk.page.getByRole('tab', { name: 'unsere versuche (2)', selected: true }).waitFor();
  await desk.shows('unsere versuche (2)', 'B1200', 'b');
  await open('nothing.csv', Buffer.from(' ,\n'));
  await desk.page.getByText('There is nothing in the file: choose another.').waitFor();
  expect(await desk.page.getByRole('tab', { name: 'nothing' }).count()).toBe(0);
  await desk.page.keyboard.press('Control+z');
  await desk.page.getByRole('tab', { name: 'unsere versuche (2)' }).waitFor({ state: 'detached' });
  await desk.choose('Use a sheet you have…');
  const dialog = desk.dialog('Use a sheet you have');
  await dialog.getByLabel('Unsere Versuche (4 rows)').press('Space');
  await dialog.getByRole('button', { name: 'Preview' }).press('Enter');
  await dialog.getByText('1 experiment and 2 ideas; row 1 names the columns.').waitFor();
  await desk.page.keyboard.press('Escape');
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
