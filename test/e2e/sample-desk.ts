// One window for all tests of a file, on the sample register or what is asked for: opening one takes longer than most of them.
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

/** Opens it before the first test, hands it out, and closes everything after the last; `args` are the workbench's, such as `--empty`. */
export function onSampleDesk(take: (desk: Desk, workbench: Workbench) => void, args: string[] = []): void {
  let browser: Browser;
  let workbench: Workbench;

  beforeAll(async () => {
    [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench(args)]);
    take(await Desk.open(browser, workbench.url), workbench);
  });

  afterAll(async () => {
    await browser.close();
    await workbench.stop();
    removeFolder(workbench.data);
  });
}
