// The line under the duration, which the script says: of what stands there now and of nothing else, whatever becomes of the calls.
import { expect, jest, test } from '@jest/globals';
import type { Route } from 'playwright-core';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar, unfold } from './sidebar-states.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(120_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

const NOTE = 'How long it runs, such as';

/** Holds what the page asks of durations; hands out what waits for the call of that number, from 0, and resolves once it is held. */
async function holdCalls(): Promise<(index: number) => Promise<Route>> {
  const waiting: ((route: Route) => void)[] = [];
  const calls = Array.from({ length: 2 }, () => new Promise<Route>((held) => waiting.push(held)));
  await desk.page.route('**/call', (route) => {
    const { functionName } = JSON.parse(route.request().postData() ?? '{}');
    const held = functionName === 'explainDuration' ? waiting.shift() : undefined;
    if (held === undefined) return route.continue();
    held(route);
  });
  return async (index) => (await calls[index]) as Route;
}

/** Lets a call go, and waits until the page has done with its answer. */
async function letGo(route: Route): Promise<void> {
  await route.continue();
  await (await route.request().response())?.finished();
  await desk.page
    .frameLocator('#sidebar iframe')
    .locator('html')
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

test('says nothing of what stood there before, and the answer to the newest words wins', async () => {
  const sidebar = await openSidebar(desk, 'New experiment');
  await unfold(sidebar);
  const duration = sidebar.getByLabel('Duration');
  const asked = await holdCalls();
  await duration.fill('2 weeks');
  const older = await asked(0);
  await sidebar.getByText(NOTE).waitFor();
  // Where nothing is said yet, nothing takes room.
  expect((await sidebar.locator('#duration-hint [aria-live]').boundingBox())?.height).toBe(0);
  await duration.fill('3 weeks');
  await (await asked(1)).continue();
  await sidebar.getByText(/^Due \d{4}-\d\d-\d\d: 3 weeks from/).waitFor();
  expect(await sidebar.getByText(NOTE).count()).toBe(0);
  await letGo(older);
  await sidebar.getByText(/^Due \d{4}-\d\d-\d\d: 3 weeks from/).waitFor();
  expect(await sidebar.getByText('2 weeks from').count()).toBe(0);
  await desk.page.unroute('**/call');

  // What depends on another field is said anew, too.
  await sidebar.getByLabel('Date', { exact: true }).fill('2026-01-05');
  await sidebar.getByText('Due 2026-01-26: 3 weeks from 2026-01-05.').waitFor();

  // Where no answer comes, the note says what may be written, and nothing else is said.
  await desk.page.route('**/call', (route) => route.abort());
  const failing = desk.page.waitForEvent('requestfailed');
  await duration.fill('4 weeks');
  await sidebar.getByText('Due 2026-01-26').waitFor({ state: 'detached' });
  await failing;
  await sidebar.getByText(NOTE).waitFor();
  expect(await sidebar.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  await desk.page.unroute('**/call');

  // A form that opens with a duration says at once what it means.
  const again = await openSidebar(desk, 'New experiment');
  await again.getByText('Due 2026-02-02: 4 weeks from 2026-01-05.').waitFor();
  await again.getByRole('button', { name: 'Discard them' }).click();
});
