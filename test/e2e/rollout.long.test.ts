// What decides and where else it goes, as a person meets it: switched on in the settings, shown where an experiment is closed, then in Attention.
import { expect, jest, test } from '@jest/globals';
import { violationsIn } from './axe.ts';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar, overhang } from './sidebar-states.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(180_000);

const RULE = 'We adopt if two of three weeks are better.\n<b>Else</b> we drop it.';

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

test('neither is there before the register wants it', async () => {
  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByRole('button', { name: /^Close out Oven log/ }).click();
  await sidebar.getByRole('heading', { name: /^Close out/ }).waitFor();
  expect(await sidebar.getByText('Decision Rule').count()).toBe(0);
  expect(await sidebar.getByText('Rolling Out').count()).toBe(0);
});

test('closing shows the rule beside what happened, and takes places by keys alone', async () => {
  await desk.type('Settings!B11', 'Decision Rule, Rolling Out');
  await desk.choose('Set up or repair');
  let sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByRole('button', { name: /^More for Oven log/ }).click();
  await sidebar.getByRole('menuitem', { name: /^Open the form/ }).click();
  await sidebar.getByLabel('Decision Rule').fill(RULE);
  await sidebar.getByLabel('Decision Rule').press('Control+Enter');
  await sidebar.getByText(/is saved/).waitFor();

  sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByRole('button', { name: /^Close out Oven log/ }).click();
  const expected = sidebar.getByRole('region', { name: 'What was expected' });
  await expected.getByText('Decision Rule:').waitFor();
  expect(await expected.textContent()).toContain(RULE);
  await sidebar.getByLabel('Actual Result').fill('Two of three weeks were better');
  await sidebar.getByLabel('Learning').fill('Write it down at the oven');
  await sidebar.getByRole('button', { name: 'Add place' }).focus();
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('South <i>mill</i>');
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Tab');
  await sidebar.getByLabel('Place 1 from').fill('2026-01-20');
  await sidebar.getByRole('button', { name: 'Add place' }).focus();
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('North');
  await sidebar.getByLabel('State of place 2').selectOption('Done');
  await sidebar.getByLabel('Place 2 done on').fill('2026-01-12');
  await sidebar.getByRole('button', { name: 'Add place' }).focus();
  await desk.page.keyboard.press('Enter');
  await sidebar.getByLabel('Place 3', { exact: true }).fill('East');
  await sidebar.getByRole('button', { name: 'Remove place 3' }).click();
  await sidebar.getByLabel('Decision', { exact: true }).selectOption('Adopt');
  expect(await overhang(desk)).toBe(0);
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
  await sidebar.getByLabel('Decision', { exact: true }).press('Control+Enter');
  await sidebar.getByText(/is saved/).waitFor();
});

test('Attention lists it from its day on, until it is done', async () => {
  let sidebar = await openSidebar(desk, 'Open sidebar');
  const group = sidebar.getByRole('region', { name: 'Rolling out' });
  await group.getByText(/days late$/).waitFor();
  await group.getByRole('button', { name: /^More for Oven log/ }).click();
  await sidebar.getByText('Rolling out was to begin: South <i>mill</i> on 2026-01-20.').waitFor();
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
  await desk.page.keyboard.press('Escape');
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  await dashboard.getByText('adopted and not there yet where else it should be by now').waitFor();
  await desk.page
    .getByRole('dialog', { name: 'Dashboard' })
    .getByRole('button', { name: 'Close', exact: true })
    .click();

  sidebar = await openSidebar(desk, 'Open sidebar');
  await group.getByRole('button', { name: /^Open Oven log/ }).click();
  await sidebar.getByText(/^Worth a thought: Rolling out was to begin/).waitFor();
  await sidebar.getByLabel('State of place 1').selectOption('Done');
  await sidebar.getByLabel('Title').press('Control+Enter');
  await sidebar.getByText(/is saved/).waitFor();
  expect(await group.count()).toBe(0);
});
