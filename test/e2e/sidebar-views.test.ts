import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violationsIn } from './axe.ts';
import { visitStates } from './sidebar-states.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(120_000);

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench()]);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
  removeFolder(workbench.data);
});

/** How many pixels the page is wider than its frame, which nobody could scroll to. */
async function overhang(desk: Desk): Promise<number> {
  const frame = await (await desk.page.locator('#sidebar iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no sidebar.');
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('every view in every state breaks no rule of axe, in light and dark, and nothing is cut at 300 pixels or with letters twice as big', async () => {
  const desk = await Desk.open(browser, workbench.url);
  const seen: string[] = [];
  const wrong: string[] = [];
  await visitStates(desk, async (name) => {
    seen.push(name);
    for (const rule of await violationsIn(desk, '#sidebar iframe')) wrong.push(`${name}: ${rule}`);
    expect(await desk.page.locator('#sidebar iframe').evaluate((frame) => frame.clientWidth)).toBeLessThanOrEqual(300);
    if ((await overhang(desk)) > 0) wrong.push(`${name}: cut`);
    const frame = await (await desk.page.locator('#sidebar iframe').elementHandle())?.contentFrame();
    await frame?.evaluate(() => {
      document.documentElement.style.zoom = '2';
    });
    if ((await overhang(desk)) > 0) wrong.push(`${name}: cut at 200 %`);
    await frame?.evaluate(() => {
      document.documentElement.style.zoom = '';
    });
  });
  expect(wrong).toEqual([]);
  // Each has its picture in the docs.
  expect(seen.map((name) => `${name}.png`).sort()).toEqual(readdirSync('docs/sidebar').sort());
  // Calls that were made to fail say so in the page; nothing else may go wrong.
  expect(desk.errors).toEqual([]);
  expect(desk.strayRequests).toEqual([]);
});
