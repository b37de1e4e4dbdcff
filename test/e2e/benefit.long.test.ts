// What experiments bring as a person meets it: switched on in the settings, written in sheet and closing form, added up on the dashboard.
import { expect, jest, test } from '@jest/globals';
import { violationsIn } from './axe.ts';
import { wantBenefits } from './benefits.ts';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar, overhang } from './sidebar-states.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(120_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

test('the dashboard has nothing of it before the register wants it', async () => {
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  await dashboard.getByRole('button', { name: 'Numbers' }).click();
  await dashboard.getByRole('region', { name: 'What was decided', exact: true }).waitFor();
  expect(await dashboard.getByText('Benefit').count()).toBe(0);
  await desk.page
    .getByRole('dialog', { name: 'Dashboard' })
    .getByRole('button', { name: 'Close', exact: true })
    .click();
});

test('closing shows what was expected, and says of what it brought how it can be added up', async () => {
  await wantBenefits(desk);
  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByRole('button', { name: /^Close out Oven log/ }).click();
  await sidebar.getByText('12,000 EUR a year').waitFor();
  await sidebar.getByLabel('Actual Benefit').fill('a lot');
  await sidebar.getByText('"a lot" cannot be added up').waitFor();
  await sidebar.getByLabel('Actual Benefit').fill('9,500 EUR a year');
  await sidebar.getByText('cannot be added up').waitFor({ state: 'detached' });
  expect(await overhang(desk)).toBe(0);
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
});

test('the dashboard adds up each unit by itself, and names what it cannot add up', async () => {
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  await dashboard.getByRole('button', { name: 'Numbers' }).click();
  const part = dashboard.getByRole('region', { name: 'Benefit', exact: true });
  const all = part.getByRole('row', { name: /^All/ });
  await all.first().waitFor();
  expect(await all.allTextContents()).toEqual(['AllEUR a year24,0003,00011,200', 'Allkg once450500', 'Allh a year180']);
  const quarters = part.getByRole('region', { name: 'Benefit by the quarter it was closed in, table' });
  expect(await quarters.getByRole('row').allTextContents()).toEqual(
    expect.arrayContaining(['2025 Q4EUR a year3,00011,200', '2026 Q1kg once500']),
  );
  await part.getByText('1 experiment says a benefit that cannot be added up:').waitFor();
  await part.getByLabel('Group by').selectOption('Layer');
  await part.getByRole('region', { name: 'Benefit by layer, table' }).waitFor();
  await part.getByRole('button', { name: '24,000' }).last().click();
  await dashboard.getByRole('dialog', { name: /^Expected, open, All/ }).waitFor();
  expect(await violationsIn(desk, '[role=dialog] iframe')).toEqual([]);
});
