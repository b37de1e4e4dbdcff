// Each of the shared trackers by a person's hands: opened as tabs, taken over, changed, exported to Drive and synced; its tabs stay.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { BookSnapshot } from '../../workbench/protocol.ts';
import { FILES } from '../tracker/expected.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench } from './workbench.ts';

jest.setTimeout(300_000);

const FOLDER = join(import.meta.dirname, '../fixtures/sheets');
const TRACKERS = [...new Set(FILES.map((file) => file.slice(0, 2)))].map((number) =>
  FILES.filter((file) => file.startsWith(number)),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openTab(desk: Desk, file: string): Promise<string> {
  const chosen = desk.page.waitForEvent('filechooser');
  await desk.page.getByRole('menuitem', { name: 'File' }).click();
  await desk.page.getByRole('menuitem', { name: 'Open a CSV as a new tab…' }).click();
  await (await chosen).setFiles(join(FOLDER, file));
  const name = file.replace(/\.csv$/, '');
  await desk.page.getByRole('tab', { name, selected: true }).waitFor();
  return name;
}

async function exportNow(desk: Desk): Promise<void> {
  await desk.choose('Export to Drive…');
  const dialog = desk.dialog('Export to Drive');
  await dialog.getByRole('button', { name: 'Write to Drive' }).click();
  await dialog.getByRole('link', { name: 'Open it in Drive' }).waitFor({ timeout: 120_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();
}

const tabsIn = (book: BookSnapshot, names: readonly string[]) =>
  JSON.stringify(book.sheets.filter(({ name }) => names.includes(name)));

test.each(TRACKERS)('%s', async (...files) => {
  const workbench = await startWorkbench(['--empty']);
  const desk = await Desk.open(browser, workbench.url);
  const names: string[] = [];
  for (const file of files) names.push(await openTab(desk, file));
  const before = tabsIn(await desk.snapshot(), names);

  await desk.choose('Use a sheet you have…');
  const dialog = desk.dialog('Use a sheet you have');
  for (const name of names) await dialog.getByLabel(new RegExp(`^${name} \\(`)).press('Space');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await dialog.getByText(/experiments? and \d+ candidates? added/).waitFor({ timeout: 120_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();

  const title = String(await desk.cell('Experiments', 'B2'));
  expect(title.length).toBeGreaterThan(3);
  await desk.type('Experiments!B2', 'Called otherwise here');
  await exportNow(desk);
  const folder = join(workbench.data, 'drive');
  const [file = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const log = readFileSync(join(folder, file), 'utf8');
  expect(log).toContain('Called otherwise here');
  writeFileSync(join(folder, file), log.replace('Called otherwise here', 'Called otherwise there'));
  await exportNow(desk);
  await desk.shows('Experiments', 'B2', 'Called otherwise there');

  expect(tabsIn(await desk.snapshot(), names)).toBe(before);
  expect(desk.errors).toEqual([]);
  await desk.page.close();
  await workbench.stop();
  removeFolder(workbench.data);
});
