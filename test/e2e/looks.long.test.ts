// Nothing is cut, lies over something else or breaks a rule of axe: the workbench's page, every dialog and every view of the dashboard.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violationsAround, violationsIn } from './axe.ts';
import { misfitsIn } from './boxes.ts';
import { DIALOG, visitDashboard, visitDialogs } from './dialog-states.ts';
import { generatedRegister } from './generated-register.ts';
import { openSidebar } from './sidebar-states.ts';
import { Desk, launchBrowser, newFolder, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

/** Read from right to left, with a number and a Latin word among its own. */
const RIGHT_TO_LEFT = ['لوح المهام ٢٠٢٦ بجانب Kettle الباب', 'שלט ליד הדלת (Kettle 12) במקום פתק'];

let browser: Browser;
const running: Workbench[] = [];

async function open(data: string, ...args: string[]): Promise<Desk> {
  const workbench = await startWorkbench(args, data);
  running.push(workbench);
  return Desk.open(browser, workbench.url);
}

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  for (const { stop, data } of running) {
    await stop();
    removeFolder(data);
  }
});

/** Ways to look at a page, each with the way back to a window of 1024 by 640 pixels. */
const MODES: Readonly<Record<string, (desk: Desk, frame: string, isOn: boolean) => Promise<void>>> = {
  'at 1024 by 640': async () => undefined,
  'in forced colours': (desk, _frame, isOn) =>
    desk.page.emulateMedia({
      forcedColors: isOn ? 'active' : 'none',
      reducedMotion: isOn ? 'reduce' : 'no-preference',
    }),
  // What a window of 1280 by 720 pixels comes to.
  'at 200 %': (desk, _frame, isOn) =>
    desk.page.setViewportSize(isOn ? { width: 640, height: 360 } : { width: 1024, height: 640 }),
  'with letters twice as big': (desk, frame, isOn) =>
    desk.page
      .frameLocator(frame)
      .locator('html')
      .evaluate(
        (html, zoom) => {
          html.style.zoom = zoom;
        },
        isOn ? '2' : '',
      ),
};

/** What is cut or lies over something else in the frame, in each mode. */
async function faultsIn(desk: Desk, frame: string, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [mode, turn] of Object.entries(MODES)) {
    await turn(desk, frame, true);
    faults.push(...(await misfitsIn(desk, frame)).map((misfit) => `${name}, ${mode}: ${misfit}`));
    await turn(desk, frame, false);
  }
  return faults;
}

/** How bright a colour on the canvas of the grid is, 0 to 255: at the letter over column A, which is the same on every sheet. */
const brightness = (desk: Desk) =>
  desk.page.locator('#grid canvas[id^=univer-sheet-main-canvas]').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(60, 6, 1, 1) ?? { data: [0, 0, 0] };
    return Math.max(data[0] ?? 0, data[1] ?? 0, data[2] ?? 0);
  });

test('every dialog, from a log that is brought in to a column that is missing', async () => {
  const desk = await open(newFolder(), '--empty');
  await desk.page.setViewportSize({ width: 1024, height: 640 });
  const faults: string[] = [];
  await visitDialogs(desk, async (name) => {
    faults.push(...(await faultsIn(desk, DIALOG, name)));
    // What each of the others is for has a test of its own, which asks axe, too.
    if (/^(?:import|export|sheet$)/.test(name))
      faults.push(...(await violationsIn(desk, DIALOG)).map((rule) => `${name}: ${rule}`));
  });
  expect(faults).toEqual([]);
  expect(desk.errors).toEqual([]);
  expect(desk.strayRequests).toEqual([]);
});

test('the dashboard and the cards of a register in which some is read from right to left, and the page around them', async () => {
  const desk = await open(
    generatedRegister(30, (row, index) => {
      const text = RIGHT_TO_LEFT[index % 4];
      if (text !== undefined) Object.assign(row.experiment, { title: text, learning: text });
    }),
  );
  await desk.page.setViewportSize({ width: 1024, height: 640 });
  const faults = (await violationsAround(desk)).map((rule) => `page: ${rule}`);
  await desk.page.getByRole('button', { name: 'Close the welcome' }).click();
  expect(await brightness(desk)).toBeGreaterThan(200);
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await desk.page.waitForFunction(() => document.querySelector('.univer-dark') !== null);
  faults.push(...(await violationsAround(desk)).map((rule) => `dark page: ${rule}`));
  await desk.goTo('Experiments!A2');
  expect(await brightness(desk)).toBeLessThan(80);
  await desk.page.emulateMedia({ colorScheme: 'light' });

  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByText('days over').first().waitFor();
  expect(
    await sidebar
      .locator('.card')
      .filter({ hasText: RIGHT_TO_LEFT[0] ?? '' })
      .count(),
  ).toBeGreaterThan(0);
  faults.push(...(await faultsIn(desk, '#sidebar iframe', 'attention')));
  await visitDashboard(desk, async (name) => {
    faults.push(...(await faultsIn(desk, DIALOG, name)));
  });
  expect(faults).toEqual([]);
  expect(desk.errors).toEqual([]);
  expect(desk.strayRequests).toEqual([]);
});
