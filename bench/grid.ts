// How long the grid takes with 10,000 experiments, in a real browser, in milliseconds: until what was scrolled or typed is painted, and
// until an entry, a jump, a sort or a filter is done. Run: npm run bench:parts [-- --against FOLDER]
import { join, resolve } from 'node:path';
import { generatedRegister } from '../test/e2e/generated-register.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench } from '../test/e2e/workbench.ts';
import { sides } from './against.mjs';
import { median } from './statistics.ts';

const EXPERIMENTS = 10_000;
const RUNS = 15;

/** From the event to the end of the frame that follows it, noted in the page, for every event of that kind. */
async function watchPaint(desk: Desk, kind: 'wheel' | 'keydown'): Promise<void> {
  await desk.page.evaluate((type) => {
    const holder = window as unknown as { painted: number[] };
    holder.painted = [];
    window.addEventListener(
      type,
      () => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => holder.painted.push(performance.now() - start)));
      },
      true,
    );
  }, kind);
}

function painted(desk: Desk): Promise<number[]> {
  return desk.page.evaluate(() => (window as unknown as { painted: number[] }).painted);
}

async function scroll(desk: Desk): Promise<number[]> {
  const box = await desk.page.locator('#grid').boundingBox();
  await desk.page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 300);
  await watchPaint(desk, 'wheel');
  for (let run = 0; run < RUNS; run++) {
    await desk.page.mouse.wheel(0, 1200);
    await desk.page.waitForFunction(
      (count) => (window as unknown as { painted: number[] }).painted.length > count,
      run,
    );
  }
  return painted(desk);
}

async function type(desk: Desk): Promise<number[]> {
  await desk.goTo('Experiments!X30');
  await watchPaint(desk, 'keydown');
  // One after the other, faster than a person's: what is typed at once waits for the keys before it.
  for (const [run, key] of [...'a remark of mine'.slice(0, RUNS)].entries()) {
    await desk.page.keyboard.press(key);
    await desk.page.waitForFunction(
      (count) => (window as unknown as { painted: number[] }).painted.length > count,
      run,
    );
  }
  const times = await painted(desk);
  await desk.page.keyboard.press('Escape');
  return times;
}

/** From the click on an item of a menu until it is done and painted. */
async function choose(desk: Desk, menu: string, item: string): Promise<number> {
  await desk.page.getByRole('menuitem', { name: menu, exact: true }).click();
  const entry = desk.page.getByRole('menuitem', { name: item });
  await entry.waitFor();
  const start = performance.now();
  await entry.click();
  await done(desk);
  return performance.now() - start;
}

async function done(desk: Desk): Promise<void> {
  await desk.idle();
  await desk.page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => setTimeout(frame))));
}

/** The letter of the column with this header: versions lay them out in another order. */
async function letterOf(desk: Desk, header: string): Promise<string> {
  for (const letter of 'ABCDEFGHIJKLMNOPQRST')
    if ((await desk.cell('Experiments', `${letter}1`)) === header) return letter;
  throw new Error(`There is no column ${header}.`);
}

async function filter(desk: Desk): Promise<number> {
  await desk.goTo(`Experiments!${await letterOf(desk, 'Status')}1`);
  await desk.page.keyboard.press('Alt+ArrowDown');
  const menu = desk.page.getByRole('dialog', { name: 'Filter and sort' });
  await menu.getByLabel('Active', { exact: true }).uncheck({ timeout: 10_000 });
  const start = performance.now();
  await menu.getByRole('button', { name: 'OK' }).click();
  await done(desk);
  return performance.now() - start;
}

/** From the key until everything that came of it is painted. */
async function press(desk: Desk, key: string): Promise<number> {
  const start = performance.now();
  await desk.page.keyboard.press(key);
  await done(desk);
  return performance.now() - start;
}

async function enter(desk: Desk): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await desk.page.keyboard.type(`remark ${run}`);
    times.push(await press(desk, 'Enter'));
  }
  return median(times);
}

async function paste(desk: Desk): Promise<number> {
  const rows = Array.from({ length: 1000 }, (_, row) => `Remark ${row}\t${row}`);
  await desk.page.evaluate((text) => navigator.clipboard.writeText(text), rows.join('\n'));
  await desk.goTo('Experiments!X2');
  const start = performance.now();
  await desk.page.keyboard.press('Control+v');
  await desk.page.waitForFunction(() => window.workbench.cellText('Experiments', 'X1001') === 'Remark 999');
  return performance.now() - start;
}

const browser = await launchBrowser();
for (const { name, folder } of sides()) {
  const data = generatedRegister(EXPERIMENTS, undefined, join(folder, 'dist'));
  const workbench = await startWorkbench([], data, folder);
  const desk = await Desk.open(browser, workbench.url);
  await desk.idle();
  const scrolled = await scroll(desk);
  const typed = await type(desk);
  console.log(`\nThe grid with ${EXPERIMENTS.toLocaleString('en')} experiments, in milliseconds (${name})`);
  const line = (what: string, time: number) => console.log(`  ${what.padEnd(40)} ${Math.round(time)}`);
  line('a scroll until it is painted (median)', median(scrolled));
  line('a scroll until it is painted (longest)', Math.max(...scrolled));
  line('a key until it is painted (median)', median(typed));
  line('a key until it is painted (longest)', Math.max(...typed));
  await desk.goTo('Experiments!X40');
  line('Enter until the entry is judged and shown', await enter(desk));
  line('to the last cell by Ctrl+End', await press(desk, 'Control+End'));
  line('1,000 rows pasted until they show', await paste(desk));
  line('sort by a column', await choose(desk, 'Data', 'Sort sheet by this column, Z to A'));
  try {
    line('filter by values', await filter(desk));
  } catch (error) {
    // Another version need not filter in this way.
    if (folder === resolve()) throw error;
    console.log('  filter by values: not measured');
  }
  await desk.page.close();
  await workbench.stop();
  removeFolder(data);
}
await browser.close();
