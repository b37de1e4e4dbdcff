import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { IS_LONG } from '../server/figures.ts';
import { violationsIn } from './axe.ts';
import { misfitsIn } from './boxes.ts';
import { overhang, visitFirstMinutes, visitStates } from './sidebar-states.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

let browser: Browser;
let workbench: Workbench;
let empty: Workbench;

beforeAll(async () => {
  [browser, workbench, empty] = await Promise.all([launchBrowser(), startWorkbench(), startWorkbench(['--empty'])]);
});

afterAll(async () => {
  await browser.close();
  for (const { stop, data } of [workbench, empty]) {
    await stop();
    removeFolder(data);
  }
});

async function zoom(desk: Desk, factor: string): Promise<void> {
  const page = desk.page.frameLocator('#sidebar iframe').locator('html');
  await page.evaluate((html, wanted) => {
    html.style.zoom = wanted;
  }, factor);
}

test('every view in every state breaks no rule of axe, in light and dark, and nothing is cut or overlaps, at 1024 by 640, in forced colours or with letters twice as big', async () => {
  const seen: string[] = [];
  const wrong: string[] = [];
  const look = (desk: Desk) => async (name: string) => {
    seen.push(name);
    // Everywhere nothing may be cut at 300 pixels; of all else `npm test` looks at a spread.
    if (!IS_LONG && seen.length % 4 !== 0) {
      if ((await overhang(desk)) > 0) wrong.push(`${name}: cut at 300 pixels`);
      return;
    }
    for (const rule of await violationsIn(desk, '#sidebar iframe')) wrong.push(`${name}: ${rule}`);
    expect(await desk.page.locator('#sidebar iframe').evaluate((frame) => frame.clientWidth)).toBeLessThanOrEqual(300);
    const measure = async (how: string) => {
      if ((await overhang(desk)) > 0) wrong.push(`${name}: cut ${how}`);
      for (const misfit of await misfitsIn(desk, '#sidebar iframe')) wrong.push(`${name}, ${how}: ${misfit}`);
    };
    await measure('at 300 pixels');
    await desk.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await measure('in forced colours');
    await desk.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    await zoom(desk, '2');
    await measure('at 200 %');
    await zoom(desk, '');
  };
  for (const [{ url }, visit] of [
    [workbench, visitStates],
    [empty, visitFirstMinutes],
  ] as const) {
    const desk = await Desk.open(browser, url);
    await desk.page.setViewportSize({ width: 1024, height: 640 });
    await visit(desk, look(desk));
    // Calls that were made to fail say so in the page; nothing else may go wrong.
    expect(desk.errors).toEqual([]);
    expect(desk.strayRequests).toEqual([]);
    await desk.page.close();
  }
  expect(wrong).toEqual([]);
  // Each has its picture in the docs.
  expect(seen.map((name) => `${name}.png`).sort()).toEqual(readdirSync('docs/sidebar').sort());
});
