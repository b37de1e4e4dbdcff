// "Tried before?" while an idea is written, and the search through all that was tried: by keyboard, in a real browser.
import { expect, jest, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { inLongRuns } from '../server/figures.ts';
import { violationsIn } from './axe.ts';
import { misfitsIn } from './boxes.ts';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar, overhang } from './sidebar-states.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(120_000);

let desk: Desk;
/** The names of the functions that pages called. */
const called: string[] = [];
onSampleDesk((opened) => {
  desk = opened;
  desk.page.on('request', (request) => {
    if (request.url().endsWith('/call')) called.push(JSON.parse(request.postData() ?? '{}').functionName);
  });
});

const violations = () => violationsIn(desk, '#sidebar iframe');
const alike = (sidebar: FrameLocator) => sidebar.getByRole('region', { name: 'Tried before?' });

async function tabTo(sidebar: FrameLocator, name: string | RegExp): Promise<void> {
  const wanted = sidebar.getByRole('button', { name }).first();
  for (let presses = 0; presses < 40; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await desk.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}.`);
}

test('an idea in other words is told from what was tried, without a call a key, and leads there by keyboard', async () => {
  const sidebar = await openSidebar(desk, 'New experiment');
  await sidebar.getByLabel('Title').focus();
  await desk.page.keyboard.type('Thermometer in the oven reports temperatures');
  await alike(sidebar)
    .getByRole('button', { name: /^K-BAKE-004 / })
    .waitFor();
  await alike(sidebar).getByText('Experiment · Active').waitFor();
  expect(await alike(sidebar).getByRole('listitem').count()).toBeLessThanOrEqual(3);
  expect(called.filter((name) => name === 'readKnown')).toHaveLength(1);
  const before = called.length;
  // More of it is found as it is typed; it is said once that there is something.
  const said = sidebar.getByRole('status').filter({ hasText: 'Something like it' });
  await said.waitFor();
  await sidebar.getByLabel('If we …').focus();
  await desk.page.keyboard.type('ask all regulars by their card');
  await alike(sidebar)
    .getByRole('button', { name: /^K-BAKE-010 / })
    .waitFor();
  await said.waitFor();
  expect(called.slice(before)).toEqual([]);
  expect(await violations()).toEqual([]);
  expect(await overhang(desk)).toBe(0);
  expect(await misfitsIn(desk, '#sidebar iframe')).toEqual([]);
  // The likest is named in sight, and leads to the list.
  await tabTo(sidebar, /^Tried before\? /);
  await desk.page.keyboard.press('Enter');
  const listed = alike(sidebar).getByRole('button').first();
  expect(await listed.evaluate((button) => button === document.activeElement)).toBe(true);
  // From one to the next by the arrows; Enter opens it, and what was typed is kept.
  await tabTo(sidebar, /^K-BAKE-0\d\d /);
  const second = alike(sidebar).getByRole('button').nth(1);
  await desk.page.keyboard.press('ArrowDown');
  const id = (await second.textContent())?.slice(0, 10) ?? '';
  expect(await second.evaluate((button) => button === document.activeElement)).toBe(true);
  await desk.page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: id, exact: true }).waitFor();
  expect(await alike(sidebar).count()).toBe(0);
  await sidebar.getByRole('button', { name: 'New experiment' }).click();
  await sidebar.getByText('Words you had not saved were brought back.').waitFor();
  expect(await sidebar.getByLabel('Title').inputValue()).toBe('Thermometer in the oven reports temperatures');
  // The words are known as soon as the form is there again, and nothing is read for it.
  await alike(sidebar)
    .getByRole('button', { name: /^K-BAKE-004 / })
    .waitFor();
  expect(called.filter((name) => name === 'readKnown')).toHaveLength(1);
  await sidebar.getByRole('button', { name: 'Discard them' }).click();
  await alike(sidebar).waitFor({ state: 'detached' });
});

inLongRuns.test(
  'a candidate is told from others and from experiments, and shown in its sheet; nothing is told of itself',
  async () => {
    const sidebar = await openSidebar(desk, 'Open sidebar');
    await sidebar.getByRole('button', { name: 'Candidates' }).click();
    await sidebar.getByLabel('Idea').fill('Make the filling of sandwiches on the evening before');
    const likest = alike(sidebar).getByRole('button').first();
    await alike(sidebar).getByText('Candidate', { exact: true }).waitFor();
    expect(await likest.textContent()).toContain('Prepare sandwich fillings');
    expect(await violations()).toEqual([]);
    await likest.press('Enter');
    await desk.page.waitForFunction(() =>
      (document.getElementById('name-box') as HTMLInputElement).value.startsWith('A2:'),
    );
    await sidebar.getByLabel('Idea').fill('');
    // It begins an experiment, of which it is told nothing; others that say nearly the same are.
    const titles = async () => (await alike(sidebar).getByRole('button').allTextContents()).join();
    await sidebar.getByRole('button', { name: /^Promote: Prepare sandwich/ }).click();
    await sidebar.getByLabel('Title').fill('Prepare sandwich fillings at the station till');
    await alike(sidebar).getByRole('button').first().waitFor();
    expect(await titles()).not.toContain('Prepare sandwich fillings');
  },
);

inLongRuns.test(
  'where what was tried cannot be read, nothing is said in a form, and the search tries again',
  async () => {
    await desk.page.route('**/call', (route) => {
      const { functionName } = JSON.parse(route.request().postData() ?? '{}');
      return functionName === 'readKnown' ? route.abort() : route.continue();
    });
    const failed = desk.page.waitForEvent('requestfailed');
    const sidebar = await openSidebar(desk, 'New experiment');
    await failed;
    await sidebar.getByLabel('Title').fill('Thermometer in the oven reports temperatures');
    expect(await sidebar.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
    await sidebar.getByRole('button', { name: 'Find' }).click();
    const again = sidebar.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    expect(await violations()).toEqual([]);
    await desk.page.unroute('**/call');
    await again.click();
    await sidebar.getByLabel('Words or an ID').fill('sensor');
    await sidebar.getByText(/^\d found\.$/).waitFor();
    await sidebar.getByLabel('Words or an ID').press('Escape');
  },
);

inLongRuns.test('all of it is searched by keyboard, closed ones too, and what matched is marked', async () => {
  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByText('experiments need attention').waitFor();
  await sidebar.getByRole('button', { name: 'Attention' }).focus();
  await tabTo(sidebar, 'Find');
  await desk.page.keyboard.press('Enter');
  const input = sidebar.getByLabel('Words or an ID');
  const holdsFocus = () => input.evaluate((element) => element === document.activeElement);
  await sidebar.getByRole('heading', { name: 'Find' }).waitFor();
  expect(await holdsFocus()).toBe(true);
  // A closed one, by words of its hypothesis.
  await desk.page.keyboard.type('stock sheet flour');
  await sidebar.getByText('1 found.').waitFor();
  await sidebar.getByText('Experiment · Completed · Adopt').waitFor();
  const marks = (await sidebar.locator('mark').allTextContents()).map((word) => word.toLowerCase());
  expect([...new Set(marks)].sort()).toEqual(expect.arrayContaining(['flour', 'sheet', 'stock']));
  expect(await violations()).toEqual([]);
  expect(await overhang(desk)).toBe(0);
  await desk.page.keyboard.press('Escape');
  expect(await input.inputValue()).toBe('');
  await sidebar.getByText('1 found.').waitFor({ state: 'detached' });
  await desk.page.keyboard.type('zeppelin of bread');
  await sidebar.getByText('Nothing says all of these words.').waitFor();
  await desk.page.keyboard.press('Escape');
  // The arrows lead into the list and back.
  await desk.page.keyboard.type('shop');
  await sidebar.getByText(/^\d found\.$/).waitFor();
  await desk.page.keyboard.press('ArrowDown');
  const first = sidebar.getByRole('listitem').first().getByRole('button');
  expect(await first.evaluate((button) => button === document.activeElement)).toBe(true);
  await desk.page.keyboard.press('ArrowUp');
  expect(await holdsFocus()).toBe(true);
  await desk.page.keyboard.press('Escape');
  // Enter opens the first, at once.
  await desk.page.keyboard.type('K-BAKE-002');
  await desk.page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: 'K-BAKE-002' }).waitFor();
  // What was looked for is there again, and what stands in the sheet now is found.
  await desk.type('Experiments!B2', 'Ovens that hum');
  await sidebar.getByRole('button', { name: 'Find' }).click();
  expect(await input.inputValue()).toBe('K-BAKE-002');
  await desk.page.keyboard.type('hum');
  await sidebar.getByRole('button', { name: 'Ovens that hum' }).waitFor();
  expect(desk.errors).toEqual([]);
});
