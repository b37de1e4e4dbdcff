import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { inLongRuns } from '../server/figures.ts';
import { violationsIn } from './axe.ts';
import { onSampleDesk } from './sample-desk.ts';
import { contentOf, type Desk, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

let desk: Desk;
let workbench: Workbench;
onSampleDesk((opened, running) => {
  desk = opened;
  workbench = running;
});

/** The exported log as a real file, where anybody can edit it by hand. */
function exportedPath(): string {
  const folder = join(workbench.data, 'drive');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  if (files.length !== 1) throw new Error(`There are ${files.length} exported files.`);
  return join(folder, files[0] ?? '');
}

const DIALOG = 'dialog iframe, [role=dialog] iframe';

// One register and its file, from test to test.

test('an export is shown before it is written, and gives the link', async () => {
  await desk.choose('Export to Drive…');
  const dialog = desk.dialog('Export to Drive');
  await dialog.getByText('will be created in your Drive').waitFor();
  await dialog.getByRole('region', { name: 'This changes in the file' }).getByText('K-BAKE-004').waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await dialog.getByRole('button', { name: 'Write to Drive' }).click();
  expect(await dialog.getByRole('link', { name: 'Open it in Drive' }).getAttribute('href')).toMatch(/^http/);
  await dialog.getByText(/Drive says it was written last by you/).waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  expect(readFileSync(exportedPath(), 'utf8')).toContain('### [K-BAKE-004] ');
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('an experiment that somebody appends to the file by hand arrives in the sheet', async () => {
  const appended =
    '### [K-BAKE-050] Rolls by subscription\n**Date:** 2026-01-05\n**Layer:** Model\n**Entity:** Station\n**Status:** Proposed\n\n---\n\n## Completed';
  writeFileSync(exportedPath(), readFileSync(exportedPath(), 'utf8').replace('## Completed', appended));
  await desk.choose('Export to Drive…');
  const dialog = desk.dialog('Export to Drive');
  const incoming = dialog.getByRole('region', { name: 'This changes in the register' });
  await incoming.getByText('K-BAKE-050 Rolls by subscription').waitFor();
  await dialog.getByRole('button', { name: 'Write to Drive' }).click();
  await dialog.getByRole('link', { name: 'Open it in Drive' }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await desk.shows('Experiments', 'B12', 'Rolls by subscription');
});

test('a field that both changed is asked about, by keyboard alone, and nothing is written before', async () => {
  const theirs = readFileSync(exportedPath(), 'utf8').replace(
    'Two delivery rounds instead of three',
    'Two rounds, says the file',
  );
  writeFileSync(exportedPath(), theirs);
  await desk.type('Experiments!B5', 'Two rounds, says the sheet');
  await desk.choose('Export to Drive…');
  const dialog = desk.dialog('Export to Drive');
  const question = dialog.getByRole('group', { name: 'K-BAKE-008: Title' });
  await question.getByText('Two rounds, says the file').waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  expect(await dialog.getByRole('button', { name: 'Write what is chosen' }).isDisabled()).toBe(true);
  await question.getByRole('radio').first().focus();
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('ArrowDown');
  await question.getByRole('textbox', { name: 'Your own words' }).fill('Two rounds, says everybody');
  expect(readFileSync(exportedPath(), 'utf8')).toBe(theirs);
  await dialog.getByRole('button', { name: 'Write what is chosen' }).press('Enter');
  await dialog.getByRole('link', { name: 'Open it in Drive' }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await desk.shows('Experiments', 'B5', 'Two rounds, says everybody');
  expect(readFileSync(exportedPath(), 'utf8')).toContain('[K-BAKE-008] Two rounds, says everybody\n');
  expect(desk.errors).toEqual([]);
});

inLongRuns.test('a preview shows the words before and after side by side, with those that differ marked', async () => {
  await desk.type('Experiments!B5', 'Two rounds, says nobody');
  await desk.choose('Export to Drive…');
  const dialog = desk.dialog('Export to Drive');
  const outgoing = dialog.getByRole('region', { name: 'This changes in the file' });
  await outgoing.locator('del').first().waitFor();
  expect(await outgoing.locator('del').allInnerTexts()).toEqual(['everybody']);
  expect(await outgoing.locator('ins').allInnerTexts()).toEqual(['nobody']);
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await desk.type('Experiments!B5', 'Two rounds, says everybody');
});

inLongRuns.test('the log is downloaded without Drive, and imported again it changes nothing', async () => {
  await desk.choose('Export to Drive…');
  const dialog = desk.dialog('Export to Drive');
  const [file] = await Promise.all([
    desk.page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const text = (await contentOf(file)).toString('utf8');
  expect(text).toBe(readFileSync(exportedPath(), 'utf8'));
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await desk.choose('Import a log…');
  const importing = desk.dialog('Import a log');
  await importing.getByLabel('Or paste its text').fill(text);
  await importing.getByRole('button', { name: 'Preview' }).click();
  await importing.getByText('importing changes nothing').waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
});
