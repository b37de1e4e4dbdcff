// One window on the sample register for all tests of a file: opening one takes longer than most of them.
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

/** Opens it before the first test, hands it out, and closes everything after the last. */
export function onSampleDesk(take: (desk: Desk, workbench: Workbench) => void): void {
  let browser: Browser;
  let workbench: Workbench;

  beforeAll(async () => {
    [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench()]);
    take(await Desk.open(browser, workbench.url), workbench);
  });

  afterAll(async () => {
    await browser.close();
    await workbench.stop();
    removeFolder(workbench.data);
  });
}
