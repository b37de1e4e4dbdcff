// Random sequences of what a person does by keyboard, undo and redo among it, held against a plain model, in the host and on the screen.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { folderStore } from '../../workbench/host/store.ts';
import { shareOf } from '../server/figures.ts';
import { PlainSheet } from '../workbench/host/plain-sheet.ts';
import { keyboardActs } from './keyboard-acts.ts';
import { Desk, launchBrowser, newFolder, removeFolder, startWorkbench } from './workbench.ts';

jest.setTimeout(600_000);

/** Whole sequences; a short one unless that is asked for. */
const RUNS = Number(process.env.KAIZEN_KEY_RUNS ?? 0);
const ACTS = RUNS === 0 ? 30 : 200;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

const SEQUENCES = fc.sample(keyboardActs(ACTS), { numRuns: Math.max(1, RUNS), seed: 26 });

test.each(shareOf(SEQUENCES.map((acts, run) => ({ run, acts }))))(
  'sequence $run of a person at the keyboard ends in what a plain model says',
  async ({ acts }) => {
    const folder = newFolder();
    const book = { name: 'Plain', locale: 'en_US', timeZone: 'UTC', activeSheet: 7, sheets: [PlainSheet.empty()] };
    folderStore(folder).saveBook(book);
    const workbench = await startWorkbench(['--empty'], folder);
    const desk = await Desk.open(browser, workbench.url);
    const plain = new PlainSheet(false);
    const expectSame = async () => {
      await desk.idle();
      const [sheet] = (await desk.snapshot()).sheets;
      expect(PlainSheet.stateOf(sheet)).toEqual(plain.state());
      const cells = await desk.page.evaluate(() => window.workbench.cells('Sheet1'));
      expect(PlainSheet.stateOf(sheet && cells && { ...sheet, cells })).toEqual(plain.state());
    };
    await desk.goTo('A1');
    for (const act of acts) {
      await act(plain, desk);
      await desk.idle();
    }
    await expectSame();
    while (plain.undo()) await desk.page.keyboard.press('Control+z');
    await expectSame();
    expect(desk.errors).toEqual([]);
    await desk.page.context().close();
    await workbench.stop();
    removeFolder(folder);
  },
);
