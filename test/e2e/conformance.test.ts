// What pages get from google.script.run, tried by the specification's own page in a real browser.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { pages } from '../conformance/pages.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

let browser: Browser;
let workbench: Workbench;
let lines: string[];

beforeAll(async () => {
  [browser, workbench] = await Promise.all([
    launchBrowser(),
    startWorkbench(['--dist', 'build/conformance', '--empty']),
  ]);
  const desk = await Desk.open(browser, workbench.url);
  await desk.page.getByRole('menuitem', { name: 'Conformance' }).click();
  await desk.page.getByRole('menuitem', { name: 'Run in a page' }).click();
  const report = desk.dialog('Conformance in a page').locator('#report');
  await report.filter({ hasText: 'behaviours:' }).waitFor();
  lines = (await report.innerText()).split('\n');
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  removeFolder(workbench.data);
});

test.each(pages.map(({ name, standing }) => ({ name, standing })))('$name', ({ name, standing }) => {
  expect(lines).toContain(`ok      [${standing}] Pages: ${name}`);
});
