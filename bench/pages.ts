// How long the sidebar and the dashboard take in the workbench, in a real browser: from the click on the menu's item, in milliseconds.
// Run: npm run bench:parts [-- --against FOLDER]
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { generatedRegister } from '../test/e2e/generated-register.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench } from '../test/e2e/workbench.ts';
import { besideEachOther, sides } from './against.mjs';
import { median } from './statistics.ts';

const RUNS = 5;
const ROUNDS = 2;
const EXPERIMENTS = 1000;

/** Times by what was measured, for each side. */
const times = sides().map((side) => ({ side, taken: new Map<string, number[]>() }));
type Taken = Map<string, number[]>;

function note(taken: Taken, what: string, more: readonly number[]): void {
  taken.set(what, [...(taken.get(what) ?? []), ...more]);
}

/** Opens the add-on's menu and clicks the item; the time of that click. */
async function clickItem(desk: Desk, item: string): Promise<number> {
  await desk.page.getByRole('menuitem', { name: 'Kaizen Log' }).click();
  const entry = desk.page.getByRole('menuitem', { name: item });
  await entry.waitFor();
  const before = performance.now();
  await entry.click();
  return before;
}

const browser = await launchBrowser();

/** A window on a register of this many experiments, in the workbench of a checkout. */
async function withDesk(folder: string, count: number, work: (desk: Desk) => Promise<void>): Promise<void> {
  const data = generatedRegister(count, undefined, join(folder, 'dist'));
  const workbench = await startWorkbench([], data, folder);
  const desk = await Desk.open(browser, workbench.url);
  await work(desk);
  await desk.page.close();
  await workbench.stop();
  removeFolder(data);
}

async function measureSidebar(desk: Desk, taken: Taken): Promise<void> {
  const sidebar = desk.page.frameLocator('#sidebar iframe');
  const shown: number[] = [];
  const loaded: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    await desk.idle();
    const start = await clickItem(desk, 'Open sidebar');
    await sidebar.getByRole('heading', { name: 'Attention' }).waitFor();
    const frame = performance.now() - start;
    await sidebar.getByLabel('Quick capture').waitFor();
    const filled = performance.now() - start;
    await desk.page.locator('#sidebar').getByRole('button', { name: 'Close sidebar' }).click();
    // The first time warms up and is not counted.
    if (run > 0) {
      shown.push(frame);
      loaded.push(filled);
    }
  }
  note(taken, `sidebar, ${EXPERIMENTS} experiments: frame shown`, shown);
  note(taken, `sidebar, ${EXPERIMENTS} experiments: filled`, loaded);
}

/** Until the view has changed for the last time after a choice in the layer's filter; `option` counts from 0, which is all. */
async function choose(dashboard: FrameLocator, option: number): Promise<number> {
  const select = dashboard.getByRole('search').getByLabel('Layer');
  return select.evaluate(
    (element, wanted) =>
      new Promise<number>((resolve) => {
        const before = performance.now();
        let last = before;
        const observer = new MutationObserver(() => {
          // The frame in which the change is painted counts too.
          requestAnimationFrame(() => {
            last = performance.now();
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        (element as HTMLSelectElement).selectedIndex = wanted;
        element.dispatchEvent(new Event('change', { bubbles: true }));
        setTimeout(() => {
          observer.disconnect();
          resolve(last - before);
        }, 800);
      }),
    option,
  );
}

async function measureDashboard(desk: Desk, taken: Taken): Promise<void> {
  const opened: number[] = [];
  const dashboard = desk.dialog('Dashboard');
  const frame = desk.page.getByRole('dialog', { name: 'Dashboard' });
  for (let run = 0; run <= RUNS; run++) {
    await desk.idle();
    const start = await clickItem(desk, 'Dashboard…');
    await dashboard.locator('svg').first().waitFor();
    if (run > 0) opened.push(performance.now() - start);
    if (run < RUNS) {
      await frame.getByRole('button', { name: 'Close' }).first().click();
      await frame.waitFor({ state: 'detached' });
    }
  }
  note(taken, `dashboard, ${EXPERIMENTS} experiments: shown`, opened);
  for (const view of ['At a glance', 'Numbers', 'Chains', 'Learnings', 'Review']) {
    const button = dashboard.getByRole('navigation').getByRole('button', { name: view });
    // Another version need not have it.
    if ((await button.count()) === 0) continue;
    await button.click();
    const filtered: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const time = await choose(dashboard, run % 2 === 0 ? 2 : 0);
      if (run > 0) filtered.push(time);
    }
    note(taken, `dashboard, ${EXPERIMENTS} experiments: filter in ${view}`, filtered);
  }
}

// The sides take turns, so that whatever else the machine does hits both.
for (let round = 0; round < ROUNDS; round++) {
  for (const { side, taken } of times) {
    await withDesk(side.folder, EXPERIMENTS, (desk) => measureSidebar(desk, taken));
    await withDesk(side.folder, EXPERIMENTS, (desk) => measureDashboard(desk, taken));
  }
}

await browser.close();
const medians = times.map(({ taken }) => Object.fromEntries([...taken].map(([what, all]) => [what, median(all)])));
console.table(
  besideEachOther(
    times.map(({ side }) => side),
    medians,
  ),
);
