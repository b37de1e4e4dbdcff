// The optional field Owner as a person meets it: switched on in the settings, written in sheet and form, filtered by, and who has what overdue.
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

const text = (a1: string) => desk.page.evaluate((cell) => window.workbench.cellText('Experiments', cell) ?? '', a1);

test('without it nothing speaks of an owner', async () => {
  const sidebar = await openSidebar(desk, 'New experiment');
  await unfold(sidebar);
  expect(await sidebar.getByLabel('Owner').count()).toBe(0);
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  await dashboard.getByRole('search').getByLabel('Entity').waitFor();
  expect(await dashboard.getByText('owner').count()).toBe(0);
  await desk.page
    .getByRole('dialog', { name: 'Dashboard' })
    .getByRole('button', { name: 'Close', exact: true })
    .click();
});

test('the setting adds a column, whose cells offer the names that stand in it and take others', async () => {
  await desk.type('Settings!B11', 'Owner');
  await desk.choose('Set up or repair');
  await desk.shows('Experiments', 'I1', 'Owner');
  await desk.paste(
    'Experiments!I2',
    ['Mia', 'Tom', 'Mia, Ida', '', 'Mia', 'Tom', 'Ida', 'Tom', '', 'Mia'].map((name) => [name]),
  );
  await desk.shows('Experiments', 'I4', 'Mia, Ida');
});

test('the form offers the names, and saves another', async () => {
  const sidebar = await openSidebar(desk, 'New experiment');
  await sidebar.getByLabel('Title').fill('Bread by bicycle');
  await unfold(sidebar);
  const field = sidebar.getByLabel('Owner');
  const offered = await field.evaluate((input: HTMLInputElement) =>
    [...(input.list?.options ?? [])].map(({ value }) => value),
  );
  expect(offered).toEqual(['Ida', 'Mia', 'Tom']);
  await field.fill('Anna');
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByText('is written to row 12.').waitFor();
  await desk.shows('Experiments', 'I12', 'Anna');
});

test('the sidebar shows who sees to what, and is filtered by each of them', async () => {
  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByText('days over').first().waitFor();
  await sidebar.getByRole('button', { name: 'Filter' }).click();
  await sidebar.getByLabel('Owner').selectOption('Ida');
  const cards = sidebar.locator('li.card');
  const titles = await cards.locator('.name').allTextContents();
  expect(titles.length).toBeGreaterThan(0);
  const owners = new Map<string, string>();
  for (let row = 2; row <= 12; row += 1) owners.set(await text(`A${row}`), await text(`I${row}`));
  for (const title of titles) expect(owners.get(title.split(' ')[0] ?? '')).toContain('Ida');
  expect(await overhang(desk)).toBe(0);
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
});

test('the dashboard says who has what overdue, and is filtered by owner', async () => {
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  const who = dashboard.getByRole('region', { name: 'Who has what overdue' });
  await who.waitFor();
  const wanted = new Map<string, string[]>();
  for (let row = 2; row <= 12; row += 1) {
    if (!/overdue/.test(await text(`D${row}`))) continue;
    const names = (await text(`I${row}`)).split(', ').map((name) => name || 'No owner');
    for (const name of names) wanted.set(name, [...(wanted.get(name) ?? []), await text(`A${row}`)]);
  }
  expect(wanted.size).toBeGreaterThan(0);
  const said = await who.getByRole('listitem').allTextContents();
  expect(said.map((line) => [line.split(':')[0], line.match(/[A-Z]-[A-Z]+-\d+/g)?.sort()])).toEqual(
    expect.arrayContaining([...wanted].map(([name, ids]) => [name, ids.sort()])),
  );
  expect(said).toHaveLength(wanted.size);
  await dashboard.getByRole('search').getByLabel('Owner').selectOption('Tom');
  await dashboard.getByRole('button', { name: 'Clear filters' }).waitFor();
  for (const line of await who.getByRole('listitem').allTextContents()) expect(line).toMatch(/^Tom:/);
  expect(await violationsIn(desk, '[role=dialog] iframe')).toEqual([]);
});
