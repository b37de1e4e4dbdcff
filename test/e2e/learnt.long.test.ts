// What was learnt as a person meets it: closing leads to a pattern, its file in Drive, somebody's edit of it, and back.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { violationsIn } from './axe.ts';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar, overhang } from './sidebar-states.ts';
import type { Desk, Workbench } from './workbench.ts';

jest.setTimeout(180_000);

let desk: Desk;
let workbench: Workbench;
onSampleDesk((opened, running) => {
  desk = opened;
  workbench = running;
});

const SIDEBAR = '#sidebar iframe';
const DIALOG = '[role=dialog] iframe';

/** A file in Drive, where anybody can edit it by hand. */
function pathOf(name: RegExp): string {
  const folder = join(workbench.data, 'drive');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => name.test(each));
  if (found.length !== 1) throw new Error(`There are ${found.length} files like ${name}.`);
  return join(folder, found[0] ?? '');
}

const seems = async () => {
  expect(await overhang(desk)).toBe(0);
  expect(await violationsIn(desk, SIDEBAR)).toEqual([]);
};

/** Closes the first that can be closed, with this decision. */
async function closeOut(title: RegExp, decision: string) {
  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByRole('button', { name: title }).click();
  await sidebar.getByLabel('Actual Result').fill('Two trays burnt in six weeks, and one before noon');
  await sidebar.getByLabel('Learning').fill('Drift shows a day ahead of the burnt tray');
  await sidebar.getByLabel('Decision').selectOption(decision);
  return sidebar;
}

// One register from test to test.

test('an experiment that is adopted becomes a pattern with the words that a person left in the form', async () => {
  const sidebar = await closeOut(/^Close out Oven log/, 'Adopt');
  expect(await sidebar.getByLabel('A new pattern, for others to use').isChecked()).toBe(true);
  await sidebar.getByLabel('When to use it').fill('Wherever a device wears out slowly');
  await seems();
  await sidebar.getByRole('button', { name: 'Close it' }).click();
  await sidebar.getByRole('heading', { name: 'K-BAKE-004 is closed' }).waitFor();
  await sidebar.getByRole('button', { name: 'Show P-BAKE-001' }).click();
  await desk.shows('Patterns', 'I2', 'Wherever a device wears out slowly');
  await desk.shows('Patterns', 'J2', 'K-BAKE-004');
});

test('another one is evidence of the same pattern, and one can be closed with nothing written down', async () => {
  const sidebar = await closeOut(/^Close out Written handover/, 'Adopt');
  await sidebar.getByLabel('It is evidence of one that is there').check();
  expect(await sidebar.getByLabel('Which').inputValue()).toBe('P-BAKE-001');
  await seems();
  await sidebar.getByRole('button', { name: 'Close it' }).click();
  await desk.shows('Patterns', 'J2', 'K-BAKE-004, K-BAKE-006');
});

test('the patterns go to a file of their own, and what somebody writes there comes back', async () => {
  const write = async () => {
    await desk.choose('Export to Drive…');
    const dialog = desk.dialog('Export to Drive');
    await dialog.getByLabel('What to export').selectOption('Patterns');
    return dialog;
  };
  let dialog = await write();
  await dialog.getByText('PATTERNS.md will be created in your Drive').waitFor();
  await dialog.getByRole('region', { name: 'This changes in the file' }).getByText('P-BAKE-001').waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await dialog.getByRole('button', { name: 'Write to Drive' }).click();
  await dialog.getByRole('link', { name: 'Open it in Drive' }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();

  const path = pathOf(/PATTERNS\.md$/);
  const theirs = readFileSync(path, 'utf8').replace('Wherever a device wears out slowly', 'Where a sensor is cheap');
  writeFileSync(path, theirs);
  dialog = await write();
  await dialog.getByRole('region', { name: 'This changes in the register' }).getByText('P-BAKE-001').waitFor();
  await dialog.getByRole('button', { name: 'Write to Drive' }).click();
  await dialog.getByRole('link', { name: 'Open it in Drive' }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await desk.shows('Patterns', 'I2', 'Where a sensor is cheap');
  expect(readFileSync(path, 'utf8')).toBe(theirs);
});

test('patterns are found by their words, opened and changed, by keyboard alone', async () => {
  const sidebar = await openSidebar(desk, 'Patterns and rules');
  await sidebar.getByText('1 in all').waitFor();
  await seems();
  await sidebar.getByLabel('Search').focus();
  await desk.page.keyboard.type('cheap sensor');
  // Past what they may be asked for by.
  const first = sidebar.getByRole('button', { name: /^P-BAKE-001/ });
  for (let left = 4; left > 0 && !(await first.evaluate((button) => button.matches(':focus'))); left--)
    await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: 'P-BAKE-001' }).waitFor();
  await sidebar.getByLabel('State').fill('superseded by P-BAKE-009');
  await seems();
  await desk.page.keyboard.press('Control+Enter');
  await sidebar.getByText('P-BAKE-001 was saved.').waitFor();
  await sidebar.getByText('It is superseded by P-BAKE-009, which is not there').waitFor();
  await seems();
  await sidebar.getByLabel('Search').fill('no such words');
  await sidebar.getByText('None has all of these words.').waitFor();
});

test('a rule is made of a passage of a post-mortem, which is only read', async () => {
  const sidebar = await openSidebar(desk, 'Patterns and rules');
  const report = '# The night of the burnt rye\n\nForty loaves.\n\n## Cause\n\n<b>Nobody</b> had set the timer.\n';
  await sidebar
    .getByLabel('Make rules of a post-mortem')
    .setInputFiles({ name: 'rye.md', mimeType: 'text/markdown', buffer: Buffer.from(report) });
  await sidebar.getByRole('button', { name: 'Make a rule of this: Cause' }).click();
  expect(await sidebar.getByLabel('Why', { exact: true }).inputValue()).toBe('<b>Nobody</b> had set the timer.');
  await sidebar.getByLabel('Title').fill('Set the timer before the door closes');
  await sidebar.getByLabel('Rule', { exact: true }).fill('No tray without a timer.');
  await seems();
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByText('R-BAKE-001 was saved.').waitFor();
  await desk.shows('Rules', 'F2', '<b>Nobody</b> had set the timer.');
  await desk.shows('Rules', 'G2', 'rye.md');
});

test("another team's file of rules is shown as it was understood, and brought in", async () => {
  const sidebar = await openSidebar(desk, 'Patterns and rules');
  await sidebar.getByRole('button', { name: 'Bring rules in…' }).click();
  const dialog = desk.dialog('Bring rules in');
  const text =
    '# Ours\n\n## R-7: Ask first\n\n- Severity: must\n- Because: It burnt.\n\n## R-8: Weigh it\n\n- Severity: should\n- Because: It sank.\n';
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByText('Choose a file or paste its text first.').waitFor();
  await dialog.getByLabel('Or paste its text').fill(text);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByText('2 entries were made out').waitFor();
  await dialog.getByText('Severity: must').waitFor();
  // Among what changes, and not once more in a sentence.
  expect(await dialog.getByText('is new from the file').count()).toBe(0);
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await dialog.getByText('2 added, 0 changed, 0 unchanged.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await desk.shows('Rules', 'B3', 'Ask first');
});

test('they are found by layer, entity and quarter, each with its count', async () => {
  await desk.type('Patterns!B3', 'Weigh it twice');
  await desk.type('Patterns!D3', 'Model');
  await desk.type('Patterns!E3', 'Station, North');
  await desk.type('Patterns!C3', '2025-05-05');
  const sidebar = await openSidebar(desk, 'Patterns and rules');
  await sidebar.getByLabel('Layer').selectOption('Model (1)');
  await sidebar.getByText('1 of 5').waitFor();
  await sidebar.getByLabel('Layer').selectOption('All');
  await sidebar.getByLabel('Entity').selectOption('North (1)');
  await sidebar.getByText('1 of 5').waitFor();
  await seems();
  await sidebar.getByLabel('Entity').selectOption('All');
  await sidebar.getByLabel('Quarter').selectOption('2025 Q2 (1)');
  await sidebar.getByText('1 of 5').waitFor();
});

test('a new experiment with other words is told what was tried before, and leads there', async () => {
  const sidebar = await openSidebar(desk, 'New experiment');
  await sidebar.getByLabel('Title').fill('Sensors that warn of slow drift in a device');
  const tried = sidebar.getByRole('region', { name: 'Tried before?' });
  await tried.getByRole('button', { name: /P-BAKE-001/ }).waitFor();
  await seems();
  await tried.getByRole('button', { name: /P-BAKE-001/ }).press('Enter');
  // Its form, and from there the experiment that it comes from; what was typed is kept.
  await sidebar.getByRole('heading', { name: 'P-BAKE-001' }).waitFor();
  expect(await sidebar.getByLabel('When to use it').inputValue()).toBe('Where a sensor is cheap');
  await seems();
  await sidebar.getByRole('button', { name: 'Show K-BAKE-006' }).press('Enter');
  await sidebar.getByRole('heading', { name: 'K-BAKE-006' }).waitFor();
  await sidebar.getByRole('button', { name: 'New experiment' }).click();
  expect(await sidebar.getByLabel('Title').inputValue()).toBe('Sensors that warn of slow drift in a device');
});
