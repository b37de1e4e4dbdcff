// Scores as a person meets them: switched on in the settings, rated in sheet, list and form, and what comes first.
import { expect, jest, test } from '@jest/globals';
import { violationsIn } from './axe.ts';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar, overhang, unfold } from './sidebar-states.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(120_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

test('the setting adds columns to both lists, and the candidates stand in the order of their scores', async () => {
  await desk.type('Settings!B12', 'ICE');
  await desk.choose('Set up or repair');
  await desk.shows('Experiments', 'L1', 'Score');
  await desk.shows('Candidates', 'I1', 'Score');
  await desk.paste('Candidates!F2', [
    ['8', '6', '7'],
    ['9', '8', '7'],
  ]);
  await desk.shows('Candidates', 'I3', '504');
  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByRole('button', { name: 'Candidates' }).click();
  await sidebar.getByText('Score 504 (I 9 / C 8 / E 7)').waitFor();
  const scores = await sidebar
    .locator('li.card')
    .getByText(/Score \d|No score/)
    .allTextContents();
  expect(scores.slice(0, 2)).toEqual(['Score 504 (I 9 / C 8 / E 7)', 'Score 336 (I 8 / C 6 / E 7)']);
  await sidebar.getByLabel('Idea').fill('Rye on Mondays');
  await sidebar.getByLabel('Impact').fill('3');
  await sidebar.getByRole('button', { name: 'Add candidate' }).click();
  await sidebar.getByText('No score yet: Confidence, Ease missing').last().waitFor();
  expect(await overhang(desk)).toBe(0);
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
});

test('a candidate brings its ratings into the form, which refuses what is out of range', async () => {
  const sidebar = desk.page.frameLocator('#sidebar iframe');
  await sidebar
    .getByRole('button', { name: /^Promote/ })
    .first()
    .click();
  await unfold(sidebar);
  expect(await sidebar.getByLabel('Confidence').inputValue()).toBe('8');
  await sidebar.getByLabel('Ease').fill('12');
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByText('Ease is "12": write a number from 1 to 10, or nothing.').waitFor();
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
  await sidebar.getByLabel('Ease').fill('10');
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByText('is written to row 12.').waitFor();
  await desk.shows('Experiments', 'L12', '720');
});

test("a team's list brings its ratings, and a column of it can be pointed to as one", async () => {
  await desk.choose('Use a sheet you have…');
  const dialog = desk.dialog('Use a sheet you have');
  const text = 'Versuch,Status,Zuversicht,Wirkung,Stern\nMehr Licht,läuft,6,8,7\n';
  await dialog
    .getByLabel('A CSV or TSV file', { exact: true })
    .setInputFiles({ name: 'noten.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await dialog.getByRole('button', { name: 'Preview' }).press('Enter');
  const meaning = (column: string) => dialog.getByRole('combobox', { name: `Meaning of the column “${column}”` });
  const chosen = (column: string) => meaning(column).locator('option:checked').textContent();
  await meaning('Stern').waitFor();
  expect([await chosen('Zuversicht'), await chosen('Wirkung')]).toEqual(['Confidence', 'Impact']);
  await meaning('Stern').selectOption({ label: 'Ease' });
  await dialog.getByText('I 8 / C 6 / E 7').waitFor();
  expect(await violationsIn(desk, 'dialog iframe, [role=dialog] iframe')).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  expect(desk.errors).toEqual([]);
});

test('the dashboard says what to try next, and what is missing', async () => {
  await desk.choose('Dashboard…');
  const next = desk.dialog('Dashboard').getByRole('region', { name: 'What to try next' });
  await next.waitFor();
  const lines = await next.getByRole('listitem').allTextContents();
  expect(lines[0]).toContain('Score 720 (I 9 / C 8 / E 10)');
  expect(lines[1]).toContain('Score 336');
  expect(lines.some((line) => line.includes('Rye on Mondays: No score yet: Confidence, Ease missing'))).toBe(true);
  expect(await violationsIn(desk, '[role=dialog] iframe')).toEqual([]);
});
