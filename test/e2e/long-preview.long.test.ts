// A preview of 10,000 changes: shown at once, old words beside new ones, in a list that grows as it is scrolled.
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

test('a preview of 10,000 changes shows the first of them with old and new words, and all of them as it is scrolled', async () => {
  const desk = await Desk.open(browser, workbench.url);
  await desk.choose('Import a log…');
  const dialog = desk.dialog('Import a log');
  const buffer = Buffer.from(logOf('night'));
  await dialog.getByLabel('Log file').setInputFiles({ name: 'log.md', mimeType: 'text/markdown', buffer });
  await dialog.getByRole('button', { name: 'Preview' }).click();
  const changes = dialog.getByRole('region', { name: 'This changes in the register' });
  await changes.getByText('10000 changes; the list grows as you scroll.').waitFor({ timeout: 120_000 });
  const list = changes.locator('ul');
  const lines = list.locator('> li');
  const first = await lines.count();
  // So few that nobody waits for them, and more than the place shows.
  expect(first).toBeLessThan(200);
  expect(await list.evaluate((place) => place.scrollHeight > place.clientHeight)).toBe(true);
  expect(await lines.first().locator('del').allTextContents()).toEqual(['day']);
  expect(await lines.first().locator('ins').allTextContents()).toEqual(['night']);
  // By keyboard, as far as one goes.
  await list.focus();
  await desk.page.keyboard.press('End');
  await lines.nth(first).waitFor();
  const all = await list.evaluate(async (place) => {
    let before = 0;
    while (place.children.length > before) {
      before = place.children.length;
      place.scrollTop = place.scrollHeight;
      place.dispatchEvent(new Event('scroll'));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    return before;
  });
  expect(all).toBe(CHANGES);
  expect(await lines.last().textContent()).toContain('K-BIZ-10000');
  expect(desk.errors).toEqual([]);
});
