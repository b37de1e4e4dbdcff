// A preview of 10,000 changes: shown at once, old words beside new ones, in a list of which only what one sees is drawn.
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Host } from '../../workbench/host/host.ts';
import { folderStore } from '../../workbench/host/store.ts';
import { Desk, launchBrowser, newFolder, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

const CHANGES = 10_000;

/** A log of so many experiments, whose hypotheses end in this word. */
function logOf(word: string): string {
  const experiments = Array.from(
    { length: CHANGES },
    (_, index) =>
      `### [K-BIZ-${String(index + 1).padStart(3, '0')}] Title ${index + 1}\n**Date:** 2026-02-11\n**Layer:** System\n**Status:** Proposed\n\n**Hypothesis:**\nIf it is tried then it is seen because of the ${word}.\n`,
  );
  return `# Log\n\n## Active Experiments\n\n${experiments.join('\n---\n\n')}`;
}

let browser: Browser;
let workbench: Workbench;

beforeAll(async () => {
  const data = newFolder();
  const host = new Host({ dist: resolve('dist'), store: folderStore(data) });
  host.open();
  const result = host.call('importLog', [{ name: 'log.md', text: logOf('day') }]);
  expect(result).toMatchObject({ ok: true, value: { ok: true, is: 'done', added: CHANGES } });
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench([], data)]);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
  removeFolder(workbench.data);
});

test('a preview of 10,000 changes shows the first of them with old and new words, and the last at once', async () => {
  const desk = await Desk.open(browser, workbench.url);
  await desk.choose('Import a log…');
  const dialog = desk.dialog('Import a log');
  const buffer = Buffer.from(logOf('night'));
  await dialog.getByLabel('Log file').setInputFiles({ name: 'log.md', mimeType: 'text/markdown', buffer });
  await dialog.getByRole('button', { name: 'Preview' }).click();
  const changes = dialog.getByRole('region', { name: 'This changes in the register' });
  await changes.getByText('10000 changes; scroll through all of them.').waitFor({ timeout: 120_000 });
  const list = changes.locator('ul');
  const lines = list.locator('> li:not(.room)');
  /** The numbers of the lines that are drawn. */
  const drawn = () => lines.evaluateAll((all) => all.map((line) => Number(line.getAttribute('aria-posinset'))));
  /** The same of those that one sees. */
  const seen = () =>
    lines.evaluateAll((all) => {
      const place = all[0]?.parentElement?.getBoundingClientRect();
      const isSeen = ({ top, bottom }: DOMRect) => place !== undefined && bottom > place.top && top < place.bottom;
      return all.flatMap((line) =>
        isSeen(line.getBoundingClientRect()) ? [Number(line.getAttribute('aria-posinset'))] : [],
      );
    });
  const settle = () =>
    desk.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  // So few that nobody waits for them, and more than the place shows.
  expect((await drawn()).length).toBeLessThan(200);
  expect(await list.evaluate((place) => place.scrollHeight > place.clientHeight)).toBe(true);
  expect(await lines.first().locator('del').allTextContents()).toEqual(['day']);
  expect(await lines.first().locator('ins').allTextContents()).toEqual(['night']);
  expect(await lines.first().getAttribute('aria-setsize')).toBe(String(CHANGES));

  // Straight to the end by one key, and back: so few lines are drawn there, too.
  await list.focus();
  await desk.page.keyboard.press('End');
  const last = list.locator(`> li[aria-posinset="${CHANGES}"]`);
  await last.waitFor();
  expect((await drawn()).length).toBeLessThan(200);
  await settle();
  expect((await seen()).slice(-1)).toEqual([CHANGES]);
  expect(await last.textContent()).toContain(`K-BIZ-${CHANGES}`);
  expect(await last.locator('ins').allTextContents()).toEqual(['night']);
  await desk.page.keyboard.press('Home');
  await list.locator('> li[aria-posinset="1"]').waitFor();

  // No line is skipped, page by page, wherever one begins.
  for (const part of [0, 0.37, 0.9]) {
    await list.evaluate((place, at) => {
      place.scrollTop = place.scrollHeight * at;
    }, part);
    await settle();
    let [first = 0] = await seen();
    expect(Math.abs(first - part * CHANGES)).toBeLessThan(CHANGES / 50);
    for (let page = 0; page < 40; page += 1) {
      const before = await seen();
      await list.evaluate((place) => {
        place.scrollTop += place.clientHeight;
      });
      await settle();
      [first = 0] = await seen();
      expect(first).toBeLessThanOrEqual((before[before.length - 1] ?? 0) + 1);
      expect(first).toBeGreaterThan(before[0] ?? 0);
    }
  }
  expect(desk.errors).toEqual([]);
});
