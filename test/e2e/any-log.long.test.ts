// The preview of a log in another shape: what was understood of it is seen, corrected and pointed to, by keyboard alone.
import { readFileSync } from 'node:fs';
import { expect, jest, test } from '@jest/globals';
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

// One dialog and one register, from test to test.

test('where no experiments are made out, a person points to the headings that are some', async () => {
  await desk.choose('Import a log…');
  const dialog = desk.dialog('Import a log');
  await dialog.getByLabel('Or paste its text').fill('# Bread\n\n## Rye\n\nSlow.\n\n## Wheat\n\nFast.\n');
  await dialog.getByRole('button', { name: 'Preview' }).press('Enter');
  await dialog.getByText('it has 1 heading like "# Bread", 2 headings like "## Rye"; point to those').waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await dialog.getByRole('radio', { name: 'Each of these is an experiment: 2 headings of level 2' }).focus();
  await desk.page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Show what that gives' }).press('Enter');
  await dialog.getByText('2 experiments under level-2 headings such as “## Rye”').waitFor();
  await dialog.getByRole('heading', { name: 'Wheat' }).waitFor();
  await dialog.getByRole('button', { name: 'Back' }).press('Enter');
});

test('of several lists one is pointed to, and the others stay text', async () => {
  const dialog = desk.dialog('Import a log');
  const text = '# Bread\n\n- two bowls\n- one oven\n\n## Tried\n\n- Rye at night\n- Wheat at dawn\n';
  await dialog.getByLabel('Or paste its text').fill(text);
  await dialog.getByRole('button', { name: 'Preview' }).press('Enter');
  await dialog.getByRole('radio', { name: /^Each item of its lists is an experiment: 4 items/ }).waitFor();
  const list = dialog.getByRole('radio', { name: /^Each item of this list .* 2 items below “## Tried”/ });
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await list.focus();
  await desk.page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Show what that gives' }).press('Enter');
  await dialog.getByRole('heading', { name: 'Wheat at dawn' }).waitFor();
  expect(await dialog.getByRole('heading', { name: 'two bowls' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Back' }).press('Enter');
});

test('a word that nobody knows is given its meaning by dropdown, and the register takes it', async () => {
  const dialog = desk.dialog('Import a log');
  const log = readFileSync('test/fixtures/inputs/shapes/06-field-tables-half-way.md', 'utf8');
  await dialog.getByLabel('Or paste its text').fill(log);
  await dialog.getByRole('button', { name: 'Preview' }).press('Enter');
  const understood = dialog.getByRole('region', { name: 'How this log was read' });
  await understood.getByText('9 experiments under level-3 headings such as “### Pump by the door”').waitFor();
  const status = understood.getByRole('combobox', { name: 'Meaning of the status “On the stand”' });
  expect(await status.inputValue()).toBe('');
  // From the heading, which has the keys: past the link and the summary, over the words that nobody knows.
  for (let tabs = 0; tabs < 4; tabs += 1) await desk.page.keyboard.press('Tab');
  expect(await status.evaluate((select) => select === document.activeElement)).toBe(true);
  await desk.page.keyboard.type('Act');
  await understood.getByText(/words of this log mean: 1 is not known/).waitFor();
  expect(await status.inputValue()).toBe('Active');
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import' }).press('Enter');
  await dialog.getByText('9 experiments added').waitFor({ timeout: 120_000 });
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await desk.shows('Experiments', 'B2', 'Pump by the door');
  await desk.shows('Experiments', 'C2', 'Active');
  expect(desk.errors).toEqual([]);
});
