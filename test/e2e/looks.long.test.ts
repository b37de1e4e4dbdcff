// Nothing is cut, lies over something else or breaks a rule of axe: the workbench's page, every dialog and every view of the dashboard.
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { LIGHT, LIGHT_TONES, SHEET_LINE, type Tone } from '../../src/domain/colours.ts';
import { Host } from '../../workbench/host/host.ts';
import { folderStore } from '../../workbench/host/store.ts';
import { contrast } from '../contrast.ts';
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

/** What is read on what in the sheet: an ink, or a line, by the name of its pair. */
const PAIRS: Readonly<Record<string, [ground: string, ink: string]>> = {
  plain: [LIGHT.ground, '#000000'],
  'a closed row': [LIGHT.ground, LIGHT.quiet],
  'a header': [LIGHT.raised, LIGHT.ink],
  ...Object.fromEntries(
    (Object.keys(LIGHT_TONES) as (keyof typeof LIGHT_TONES)[]).flatMap((name) => {
      const tone = name.split('-')[0] as Tone;
      return name.endsWith('-ink') ? [[tone, [LIGHT_TONES[`${tone}-ground`], LIGHT_TONES[name]]]] : [];
    }),
  ),
};

/** Adds a sheet to what is saved in the folder: from row 2 on a pair a row, its ink as full blocks, with the lines of coloured cells. */
function addPairs(data: string): void {
  const host = new Host({ dist: resolve('dist'), store: folderStore(data) });
  host.act({ kind: 'add-sheet', name: 'Pairs' });
  const sheet = host.snapshot().sheets.find(({ name }) => name === 'Pairs')?.id ?? -1;
  for (const [index, [background, color]] of Object.values(PAIRS).entries()) {
    const row = index + 1;
    host.act({ kind: 'type', sheet, row, column: 0, text: [['███']] });
    const area = { row, column: 0, rows: 1, columns: 1 };
    host.act({ kind: 'format', sheet, area, style: { background, color, borderBottom: `SOLID ${SHEET_LINE}` } });
  }
  host.act({ kind: 'type', sheet, row: 1, column: 2, text: Object.keys(BEGINNINGS).map((text) => [text]) });
}

/** Texts of column C, row by row from the second, each with the end of the cell that it begins at. */
const BEGINNINGS: Readonly<Record<string, 'left' | 'right'>> = {
  שלט: 'right',
  'Ox שלט': 'left',
  '(12) لوح': 'right',
  '12 Ox': 'left',
};

/** At which end of its cell the grid paints each of them. */
async function paintedEnds(desk: Desk): Promise<string[]> {
  return desk.page
    .locator('#grid canvas[id^=univer-sheet-main-canvas]')
    .evaluate((canvas: HTMLCanvasElement, count) => {
      /** How much of the third of a cell that begins there is painted otherwise than its corner. */
      const ink = (x: number, row: number) => {
        const { data = [] } = canvas.getContext('2d')?.getImageData(x, 24 + row * 21 + 2, 30, 16) ?? {};
        return data.filter((part, at) => at % 4 === 0 && Math.abs(part - (data[0] ?? 0)) > 60).length;
      };
      return Array.from({ length: count }, (_, index) => {
        const [left, right] = [ink(248, index + 1), ink(314, index + 1)];
        return left > 0 && right === 0 ? 'left' : right > 0 && left === 0 ? 'right' : 'both';
      });
    }, Object.keys(BEGINNINGS).length);
}

/** The pairs as the grid paints them: their ground, their ink, and the line below them. */
async function paintedPairs(desk: Desk): Promise<Record<string, [ground: string, ink: string, line: string]>> {
  const names = Object.keys(PAIRS);
  const painted = await desk.page
    .locator('#grid canvas[id^=univer-sheet-main-canvas]')
    .evaluate((canvas: HTMLCanvasElement, count) => {
      const at = (x: number, y: number) => {
        const channels = canvas.getContext('2d')?.getImageData(x, y, 1, 1).data.slice(0, 3) ?? [];
        return `#${[...channels].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      };
      // Pixels: 46 and 24 of the headers, 21 of a row, 100 of a column.
      return Array.from({ length: count }, (_, index) => {
        const top = 24 + (index + 1) * 21;
        return [at(130, top + 10), at(58, top + 12), at(130, top + 21)];
      });
    }, names.length);
  return Object.fromEntries(names.map((name, index) => [name, painted[index] as [string, string, string]]));
}

test('every dialog, from a log that is brought in to a column that is missing', async () => {
  const desk = await open(newFolder(), '--empty');
  await desk.page.setViewportSize({ width: 1024, height: 640 });
  const faults: string[] = [];
  await visitDialogs(desk, async (name, frame) => {
    faults.push(...(await faultsIn(desk, frame, name)));
    // What each of the others is for has a test of its own, which asks axe, too.
    if (/^(?:import|export|sheet$)/.test(name))
      faults.push(...(await violationsIn(desk, frame)).map((rule) => `${name}: ${rule}`));
  });
  expect(faults).toEqual([]);
  expect(desk.errors).toEqual([]);
  expect(desk.strayRequests).toEqual([]);
});

test('the dashboard and the cards of a register in which some is read from right to left, and the page around them', async () => {
  const data = generatedRegister(30, (row, index) => {
    const text = RIGHT_TO_LEFT[index % 4];
    if (text !== undefined) Object.assign(row.experiment, { title: text, learning: text });
  });
  addPairs(data);
  const desk = await open(data);
  await desk.page.setViewportSize({ width: 1024, height: 640 });
  const faults = (await violationsAround(desk)).map((rule) => `page: ${rule}`);
  await desk.page.getByRole('button', { name: 'Close the welcome' }).click();
  expect(await brightness(desk)).toBeGreaterThan(200);
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await desk.page.waitForFunction(() => document.querySelector('.univer-dark') !== null);
  faults.push(...(await violationsAround(desk)).map((rule) => `dark page: ${rule}`));
  await desk.goTo('Experiments!A2');
  expect(await brightness(desk)).toBeLessThan(80);
  await desk.goTo('Pairs!A1');
  const pairs = await paintedPairs(desk);
  expect(Object.entries(pairs).filter(([, [ground, ink]]) => !(contrast(ground, ink) >= 4.5))).toEqual([]);
  expect(Object.entries(pairs).filter(([, [ground, , line]]) => !(contrast(ground, line) >= 1.25))).toEqual([]);
  expect(await paintedEnds(desk)).toEqual(Object.values(BEGINNINGS));
  const signs = desk.page.locator('[data-u-comp="formula-bar"] svg');
  const inks = await signs.evaluateAll((all) => all.map((sign) => getComputedStyle(sign).color));
  expect(inks.filter((ink) => Math.max(...(ink.match(/\d+/g) ?? []).map(Number)) < 150)).toEqual([]);
  expect(inks.length).toBeGreaterThan(2);
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

test('the page says what it is until that is closed, keeps the name it is given, and sums up what is selected', async () => {
  const desk = await open(newFolder(), '--empty');
  const { page } = desk;
  const welcome = page.getByRole('region', { name: 'Welcome' });
  const name = page.getByLabel('Name of the spreadsheet');
  await welcome.getByText('all is saved in').waitFor();
  await welcome.getByRole('button', { name: 'Close the welcome' }).click();
  await name.fill('Bakery experiments');
  await name.press('Enter');
  await name.fill('Not this');
  await name.press('Escape');
  expect(await name.inputValue()).toBe('Bakery experiments');
  await page.waitForFunction(() => document.title === 'Bakery experiments - Kaizen Log');
  for (const [index, text] of ['2', '3.5', 'cups'].entries()) await desk.type(`Sheet1!B${index + 1}`, text);
  await desk.goTo('Sheet1!B1');
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowDown');
  await page.locator('#summary').getByText('Sum: 5.5   Average: 2.75   Count: 3').waitFor();
  await page.reload();
  await desk.shows('Sheet1', 'B2', '3.5');
  expect(await name.inputValue()).toBe('Bakery experiments');
  expect(await welcome.count()).toBe(0);
  expect(desk.errors).toEqual([]);
});
