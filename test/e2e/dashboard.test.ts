import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Download, Frame, FrameLocator } from 'playwright-core';
import { inLongRuns } from '../server/figures.ts';
import { misfitsIn } from './boxes.ts';
import { generatedRegister } from './generated-register.ts';
import { contentOf, Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

const AXE = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = ['At a glance', 'Numbers', 'Chains', 'Learnings', 'Review'];

let browser: Browser;
const workbenches: Workbench[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  for (const workbench of workbenches) {
    await workbench.stop();
    removeFolder(workbench.data);
  }
});

/** A workbench with the dashboard open, on the sample or on what is saved in a folder. */
async function openDashboard(folder?: string): Promise<{ desk: Desk; dashboard: FrameLocator }> {
  const workbench = await startWorkbench([], folder);
  workbenches.push(workbench);
  const desk = await Desk.open(browser, workbench.url);
  return { desk, dashboard: await showDashboard(desk) };
}

async function showDashboard(desk: Desk): Promise<FrameLocator> {
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  await dashboard.getByRole('button', { name: 'Refresh', exact: true }).waitFor();
  return dashboard;
}

async function frameOf(desk: Desk): Promise<Frame> {
  const iframe = await desk.page.getByRole('dialog', { name: 'Dashboard' }).locator('iframe').elementHandle();
  const frame = await iframe?.contentFrame();
  if (!frame) throw new Error('There is no page in the dashboard.');
  return frame;
}

async function show(dashboard: FrameLocator, view: string): Promise<void> {
  await dashboard.getByRole('navigation').getByRole('button', { name: view }).click();
}

/** What axe finds wrong with the dashboard as it is now, in light and in dark. */
async function violations(desk: Desk): Promise<string[]> {
  const found: string[] = [];
  const frame = await frameOf(desk);
  await frame.evaluate(AXE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    const ids = await frame.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    found.push(...ids.map((id) => `${colorScheme}: ${id}`));
  }
  await desk.page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** The rows of the Experiments sheet as the spreadsheet shows them, by header. */
async function shownRows(desk: Desk): Promise<Record<string, string>[]> {
  const cells = await desk.page.evaluate(() => {
    const text = (column: string, row: number) => window.workbench.cellText('Experiments', `${column}${row}`) ?? '';
    const columns = [...'ABCDEFGHIJKLMNOPQRS'];
    const rows: string[][] = [];
    for (let row = 1; text('A', row) !== ''; row++) rows.push(columns.map((column) => text(column, row)));
    return rows;
  });
  const [header = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

/** The number that the sentences say of this; 0 opens nothing. */
async function told(dashboard: FrameLocator, name: string): Promise<number> {
  const sentences = dashboard.getByRole('region', { name: 'Now', exact: true });
  await sentences.waitFor();
  const number = sentences.getByRole('button', { name: new RegExp(`^\\d+: ${name}$`) });
  return (await number.count()) === 0 ? 0 : Number(await number.textContent());
}

/** Chooses from the menu of a chart. */
async function take(dashboard: FrameLocator, title: string, item: string): Promise<void> {
  await dashboard.getByRole('button', { name: `Copy or save: ${title}` }).click();
  await dashboard.getByRole('menuitem', { name: item }).click();
}

const chart = (dashboard: FrameLocator, title: string) => dashboard.getByRole('region', { name: title, exact: true });

/** The texts of a chart's table, without its header. */
async function tableOf(dashboard: FrameLocator, title: string): Promise<string[][]> {
  const section = chart(dashboard, title);
  const details = section.locator('details');
  if ((await details.getAttribute('open')) === null) await section.getByText('Table', { exact: true }).click();
  await section.locator('tbody tr').first().waitFor();
  return section
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

async function fileOf(download: Promise<Download>): Promise<{ name: string; content: Buffer }> {
  const done = await download;
  return { name: done.suggestedFilename(), content: await contentOf(done) };
}

/** Texts in charts that leave their picture, and pairs of them that overlap; and whether the page scrolls sideways. */
async function misplaced(desk: Desk): Promise<string[]> {
  const frame = await frameOf(desk);
  await frame.waitForFunction(() =>
    [...document.querySelectorAll('.picture')].every(
      (picture) => Number(picture.firstElementChild?.getAttribute('width')) === picture.clientWidth,
    ),
  );
  return frame.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`The page is ${document.documentElement.scrollWidth} wide.`);
    for (const picture of document.querySelectorAll('.picture > svg')) {
      const around = picture.getBoundingClientRect();
      const texts = [...picture.querySelectorAll('text')].flatMap((element) => {
        const words = [...element.childNodes]
          .filter((node) => node.nodeName !== 'title')
          .map((node) => node.textContent)
          .join('');
        return words.trim() === '' ? [] : [{ words, box: element.getBoundingClientRect() }];
      });
      for (const [index, { words, box }] of texts.entries()) {
        const isOut =
          box.left < around.left - 1 ||
          box.right > around.right + 1 ||
          box.top < around.top - 1 ||
          box.bottom > around.bottom + 1;
        if (isOut) found.push(`"${words}" leaves its picture.`);
        for (const other of texts.slice(index + 1)) {
          const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (width > 1 && height > 3) found.push(`"${words}" overlaps "${other.words}".`);
        }
      }
    }
    return found;
  });
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

describe('on the sample', () => {
  let desk: Desk;
  let dashboard: FrameLocator;

  beforeAll(async () => {
    ({ desk, dashboard } = await openDashboard());
  });

  test('every number is the register’s', async () => {
    const rows = await shownRows(desk);
    expect(rows).toHaveLength(10);
    const count = (test: (row: Record<string, string>) => boolean) => rows.filter(test).length;
    expect(await told(dashboard, 'Running')).toBe(count(({ Status }) => Status === 'Active'));
    expect(await told(dashboard, 'Overdue')).toBe(count(({ Timing }) => Timing?.startsWith('overdue') === true));
    expect(await told(dashboard, 'Due soon')).toBe(count(({ Timing }) => Timing?.startsWith('due') === true));
    expect(await told(dashboard, 'Cannot be dated')).toBe(count(({ Timing }) => Timing === 'cannot date'));
    expect(await told(dashboard, 'Waiting for a decision')).toBe(
      count(({ Timing }) => Timing?.startsWith('waits for a decision') === true),
    );
    expect(await told(dashboard, 'Needs fixing')).toBe(count(({ Timing }) => Timing === 'cannot date'));
  });

  inLongRuns.test('no view has anything that axe finds, and nothing is asked of anybody', async () => {
    for (const view of VIEWS) {
      await show(dashboard, view);
      expect({ view, violations: await violations(desk) }).toEqual({ view, violations: [] });
      expect({ view, misplaced: await misplaced(desk) }).toEqual({ view, misplaced: [] });
      for (const forcedColors of ['none', 'active'] as const) {
        await desk.page.setViewportSize({ width: 1024, height: 640 });
        await desk.page.emulateMedia({ forcedColors, reducedMotion: 'reduce' });
        expect({ view, misfits: await misfitsIn(desk, '[role=dialog] iframe') }).toEqual({ view, misfits: [] });
      }
      await desk.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
      await desk.page.setViewportSize({ width: 1440, height: 900 });
    }
    expect(desk.errors).toEqual([]);
    expect(desk.strayRequests).toEqual([]);
  });

  test('a number opens the list behind it; Escape closes the list and gives the focus back', async () => {
    await show(dashboard, 'At a glance');
    const overdue = dashboard.getByRole('button', { name: '1: Overdue' });
    await overdue.press('Enter');
    const list = dashboard.getByRole('dialog', { name: 'Overdue' });
    await list.getByText('K-BAKE-004 Oven log read by sensor instead of by hand').waitFor();
    await list.getByText((await desk.cell('Experiments', 'D2')) ?? '', { exact: true }).waitFor();
    expect(await violations(desk)).toEqual([]);
    await desk.page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await overdue.and(dashboard.locator(':focus')).waitFor();
  });

  inLongRuns.test('the dialog has a larger size and goes back to its own', async () => {
    const frame = await frameOf(desk);
    const before = await frame.evaluate(() => innerWidth);
    await dashboard.getByRole('button', { name: 'Larger' }).click();
    await frame.waitForFunction((width) => innerWidth > width, before);
    expect(await misplaced(desk)).toEqual([]);
    await dashboard.getByRole('button', { name: 'Smaller' }).click();
    await frame.waitForFunction((width) => innerWidth === width, before);
  });

  inLongRuns.test(
    'it stands beside the sheet, is moved and resized by pointer and keys, and opens again where it was',
    async () => {
      await dashboard.getByRole('button', { name: 'Smaller' }).click();
      const frame = await frameOf(desk);
      await frame.waitForFunction(() => innerWidth === 480);
      expect(await misplaced(desk)).toEqual([]);
      const dialog = desk.page.getByRole('dialog', { name: 'Dashboard' });
      const box = async () => (await dialog.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const before = await box();
      // Beside: at the right, and the sheet to the left of it can be used.
      expect(Math.round(before.x + before.width)).toBe(1440 - 16);
      await desk.page.mouse.move(before.x + 200, before.y + 20);
      await desk.page.mouse.down();
      await desk.page.mouse.move(before.x - 100, before.y + 60, { steps: 4 });
      await desk.page.mouse.up();
      expect(await box()).toMatchObject({ x: before.x - 300, y: before.y + 40 });
      await dialog.getByRole('button', { name: /^Move/ }).press('ArrowLeft');
      await dialog.getByRole('button', { name: /^Resize/ }).press('ArrowRight');
      await dialog.getByRole('button', { name: /^Resize/ }).press('ArrowUp');
      const placed = await box();
      expect(placed).toEqual({
        x: before.x - 316,
        y: before.y + 40,
        width: before.width + 16,
        height: before.height - 16,
      });
      await dialog.getByRole('button', { name: 'Close', exact: true }).click();
      dashboard = await showDashboard(desk);
      expect(await box()).toEqual(placed);
    },
  );

  test('the list leads to the row in the sheet, and to its form', async () => {
    await dashboard.getByRole('button', { name: '1: Cannot be dated' }).click();
    await dashboard.getByRole('dialog').getByRole('button', { name: 'Show in the sheet' }).click();
    await desk.page.waitForFunction(() =>
      (document.querySelector('[aria-label^="Name box"]') as HTMLInputElement).value.startsWith('A4'),
    );
    await dashboard.getByRole('dialog').getByRole('button', { name: 'Open the form' }).click();
    const sidebar = desk.page.frameLocator('#sidebar iframe');
    await sidebar.getByRole('heading', { name: 'K-BAKE-007' }).waitFor();
    await desk.page.locator('#sidebar').getByRole('button', { name: 'Close sidebar' }).click();
    await dashboard.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  test('what cannot be dated has no bar, and is listed with the reason', async () => {
    const timeline = chart(dashboard, 'Timeline');
    await timeline.getByText('1 experiment cannot be dated').first().waitFor();
    await timeline.getByText('K-BAKE-007 Price the day-old shelf by weight: It ends with an event').waitFor();
    const drawn = await timeline.locator('svg title').allTextContents();
    expect(drawn.join('\n')).toContain('K-BAKE-004');
    expect(drawn.join('\n')).not.toContain('K-BAKE-007');
    // The part beyond the due date is a pattern of its own, not only a colour.
    const late = timeline.locator('svg g[fill^="url(#"] rect');
    expect(await late.count()).toBe(1);
  });

  inLongRuns.test('a chart is copied as Markdown and saved as SVG and PNG', async () => {
    const timeline = chart(dashboard, 'Timeline');
    await take(dashboard, 'Timeline', 'Copy as Markdown');
    await timeline.getByText('Copied.').waitFor();
    const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('| Group | Experiment | Start | Due | Standing | Checkpoints |\n| --- |');
    expect(copied).toContain('| Quay Street | K-BAKE-004 Oven log read by sensor instead of by hand |');

    const [svg, png] = [
      await fileOf(saved(desk, () => take(dashboard, 'Timeline', 'Save as SVG'))),
      await fileOf(saved(desk, () => take(dashboard, 'Timeline', 'Save as PNG'))),
    ];
    expect(svg.name).toBe('timeline.svg');
    expect(svg.content.toString()).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg.content.toString()).toContain('K-BAKE-004');
    expect(svg.content.toString()).not.toContain('var(--');
    expect(png.name).toBe('timeline.png');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(png.content.readUInt32BE(16)).toBe(2000);
  });

  test('learnings are found by their words and leave as Markdown', async () => {
    await show(dashboard, 'Learnings');
    await dashboard.getByText('4 learnings').waitFor();
    await dashboard.getByLabel('Search').fill('salt bake');
    await dashboard.getByText('1 learning', { exact: true }).waitFor();
    const { name, content } = await fileOf(
      saved(desk, () => dashboard.getByRole('button', { name: 'Save as Markdown' }).click()),
    );
    expect(name).toMatch(/^learnings-\d{4}-\d\d-\d\d\.md$/);
    expect(content.toString()).toContain('> Tasting finds salt and bake, not staleness');
    expect(content.toString()).not.toContain('Check that the goods fit');
    await dashboard.getByLabel('Search').fill('');
  });

  inLongRuns.test('a review looks back to the one that was kept, and sees what slipped', async () => {
    await show(dashboard, 'Review');
    await dashboard.getByText('You have not kept a review yet').waitFor();
    await dashboard.getByText('Not known before you have kept a review here.').waitFor();
    await dashboard.getByRole('button', { name: 'Keep as held today' }).click();
    await dashboard.getByText('Kept. Your next review looks back to').waitFor();
    await desk.page
      .getByRole('dialog', { name: 'Dashboard' })
      .getByRole('button', { name: 'Close', exact: true })
      .click();
    await desk.type('Experiments!L5', '8 weeks');
    dashboard = await showDashboard(desk);
    await show(dashboard, 'Review');
    await dashboard.getByText('Since your last review on').waitFor();
    await dashboard
      .getByRole('region', { name: 'Slipped to a later date' })
      .getByText(/K-BAKE-008 Two delivery rounds instead of three: from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d/)
      .waitFor();
    // Every line leads to its experiment's row and form.
    const lines = await dashboard.getByRole('article').getByRole('listitem').count();
    expect(lines).toBeGreaterThan(3);
    expect(await dashboard.getByRole('button', { name: /^Show in the sheet: K-/ }).count()).toBe(lines);
    expect(await dashboard.getByRole('button', { name: /^Open the form: K-/ }).count()).toBe(lines);
    await dashboard.getByRole('button', { name: 'Copy as Markdown' }).click();
    await dashboard.getByText('Copied.').waitFor();
    const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^# Weekly review, \d{4}-\d\d-\d\d\n/);
    const standing = await desk.cell('Experiments', 'D2');
    expect(standing).toMatch(/^overdue by \d+ days$/);
    expect(copied).toContain(`- [ ] **K-BAKE-004 Oven log read by sensor instead of by hand**: ${standing}`);
  });

  inLongRuns.test('what people type stays text, and a chain reads as a story', async () => {
    await desk.page
      .getByRole('dialog', { name: 'Dashboard' })
      .getByRole('button', { name: 'Close', exact: true })
      .click();
    await desk.type('Experiments!B2', '<img src=x onerror="document.title=1"> | `x`');
    // Other fields are hidden: they are reached from beside them.
    await desk.paste('Experiments!P2', [['', '**Follows:** [K-BAKE-002]']]);
    dashboard = await showDashboard(desk);
    // It opens with the view that was looked at last.
    await dashboard
      .getByRole('button', { name: 'Review', exact: true })
      .and(dashboard.locator('[aria-current]'))
      .waitFor();
    await show(dashboard, 'At a glance');
    const timeline = chart(dashboard, 'Timeline');
    await take(dashboard, 'Timeline', 'Copy as Markdown');
    await timeline.getByText('Copied.').waitFor();
    expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toContain(
      '| K-BAKE-004 \\<img src=x onerror="document.title=1"\\> \\| \\`x\\` |',
    );
    await show(dashboard, 'Chains');
    const steps = dashboard.getByRole('region', { name: 'Chain from K-BAKE-002' }).getByRole('listitem');
    expect(await steps.locator('.name').allTextContents()).toEqual([
      'K-BAKE-002 Tasting round before opening Iterate',
      'K-BAKE-004 <img src=x onerror="document.title=1"> | `x` Active',
    ]);
    const frame = await frameOf(desk);
    expect(await frame.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
    expect(desk.errors).toEqual([]);
    expect(desk.strayRequests).toEqual([]);
    await desk.page.close();
  });
});

inLongRuns.describe('on 1,000 generated experiments', () => {
  const STATUSES = ['Proposed', 'Active', 'Completed', 'Dropped'];
  let desk: Desk;
  let dashboard: FrameLocator;
  let rows: Record<string, string>[];

  beforeAll(async () => {
    ({ desk, dashboard } = await openDashboard(generatedRegister(1000)));
    rows = await shownRows(desk);
  });

  afterAll(() => desk.page.close());

  const entitiesOf = (row: Record<string, string>) => new Set((row.Entity ?? '').split(', '));

  test('the counts by status, layer and entity are the register’s', async () => {
    expect(rows).toHaveLength(1000);
    await show(dashboard, 'Numbers');
    const table = await tableOf(dashboard, 'What stands where');
    expect(table).toHaveLength(5 * 4 + 1);
    for (const [entity = '', layer = '', ...numbers] of table) {
      const of = rows.filter(
        (row) => (entity === 'All' || entitiesOf(row).has(entity)) && (layer === 'All' || row.Layer === layer),
      );
      const known = STATUSES.map((status) => of.filter((row) => row.Status === status).length);
      const other = of.length - known.reduce((sum, number) => sum + number, 0);
      expect({ entity, layer, numbers }).toEqual({ entity, layer, numbers: [...known, other, of.length].map(String) });
    }
  });

  test('the decisions of each quarter are the register’s, and so is what is in no quarter', async () => {
    const table = await tableOf(dashboard, 'What was decided');
    const closed = rows.filter(({ Status }) => Status === 'Completed' || Status === 'Dropped');
    const dated = closed.filter(({ Closed = '' }) => isDay(Closed));
    expect(dated.length).toBeLessThan(closed.length);
    const quarterOf = ({ Closed = '' }) => `${Closed.slice(0, 4)} Q${Math.ceil(Number(Closed.slice(5, 7)) / 3)}`;
    let counted = 0;
    for (const [quarter = '', ...numbers] of table) {
      const of = dated.filter((row) => quarterOf(row) === quarter);
      const decided = ['Adopt', 'Iterate', 'Drop', ''].map(
        (decision) => of.filter((row) => row.Decision === decision).length,
      );
      expect({ quarter, numbers }).toEqual({ quarter, numbers: [...decided, of.length].map(String) });
      counted += of.length;
    }
    expect(counted).toBe(dated.length);
    const apart = chart(dashboard, 'What was decided').locator('.apart');
    expect(await apart.textContent()).toContain(`${closed.length - dated.length} closed experiments are in no quarter`);
  });

  test('the ages of the overdue ones are the register’s', async () => {
    const late = rows.map(({ Timing = '' }) => Number(/^overdue by (\d+) day/.exec(Timing)?.[1] ?? 0));
    const between = (least: number, most: number) =>
      String(late.filter((days) => least <= days && days <= most).length);
    expect(await tableOf(dashboard, 'How late the overdue ones are')).toEqual([
      ['1 to 3 days', between(1, 3)],
      ['4 to 7 days', between(4, 7)],
      ['8 days or more', between(8, Infinity)],
    ]);
  });

  test('what took longer than planned is the register’s', async () => {
    const ran = rows.filter(
      ({ Status, Started }) => Status === 'Completed' || (Status === 'Dropped' && Started !== ''),
    );
    const measured = ran.filter(({ Closed = '', Due = '' }) => isDay(Closed) && isDay(Due));
    const daysLate = measured.map(({ Closed = '', Due = '' }) => (Date.parse(Closed) - Date.parse(Due)) / 86_400_000);
    const between = (least: number, most: number) =>
      String(daysLate.filter((late) => least <= late && late <= most).length);
    expect(await tableOf(dashboard, 'Taken against planned')).toEqual([
      ['In time', between(-Infinity, 0)],
      ['1 to 3 days late', between(1, 3)],
      ['4 to 7 days late', between(4, 7)],
      ['8 days or more late', between(8, Infinity)],
      ['Total', String(measured.length)],
    ]);
    const apart = chart(dashboard, 'Taken against planned').locator('.apart');
    expect(await apart.textContent()).toContain(`${ran.length - measured.length} closed experiments are not counted`);
  });

  test('filters let through what they say, in every view', async () => {
    const filters = dashboard.getByRole('search');
    await filters.getByLabel('Entity').selectOption('Mill Lane');
    await filters.getByLabel('Layer').selectOption('Model');
    const of = rows.filter((row) => entitiesOf(row).has('Mill Lane') && row.Layer === 'Model');
    await dashboard.getByText(`${of.length} of 1000 experiments`).waitFor();
    await show(dashboard, 'Learnings');
    await dashboard.getByText(`${of.filter(({ Learning }) => Learning !== '').length} learnings`).waitFor();
    await show(dashboard, 'At a glance');
    expect(await told(dashboard, 'Running')).toBe(of.filter(({ Status }) => Status === 'Active').length);
    await dashboard.getByRole('button', { name: 'Clear filters' }).click();
    await dashboard.getByText('1000 experiments', { exact: true }).waitFor();
  });

  test('a period lets through what was open in it, and says of what that is not known', async () => {
    const filters = dashboard.getByRole('search');
    await filters.getByLabel('Period').selectOption('This year');
    const year = (await dashboard.getByText(/^As of /).textContent())?.slice(6, 10) ?? '';
    const wasOpen = ({ Date: proposed = '', Started = '', Closed = '', Status = '' }: Record<string, string>) => {
      const begun = isDay(proposed) ? proposed : Started;
      if (begun === '') return undefined;
      if (begun >= `${year}-01-01`) return begun <= `${year}-12-31`;
      if (isDay(Closed)) return Closed >= `${year}-01-01`;
      return Status === 'Proposed' || Status === 'Active' ? true : undefined;
    };
    const count = (answer: boolean | undefined) => rows.filter((row) => wasOpen(row) === answer).length;
    expect(count(undefined)).toBeGreaterThan(0);
    await dashboard.getByText(`${count(true)} of 1000 experiments`).waitFor();
    await dashboard.getByText(`${count(undefined)} experiments have no readable day`).waitFor();
    await dashboard.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('the timeline draws all that can be dated, a part at first and then all of it', async () => {
    await dashboard
      .getByRole('button', { name: /^Show all \d+$/ })
      .first()
      .click();
    const table = await tableOf(dashboard, 'Timeline');
    const drawn = new Set(table.map(([, name = '']) => name.split(' ')[0] ?? ''));
    for (const { ID = '', Status, Due } of rows) {
      if (Status === 'Active') expect({ ID, isDrawn: drawn.has(ID) }).toEqual({ ID, isDrawn: Due !== '' });
    }
    expect(await misplaced(desk)).toEqual([]);
  });

  test('a long list grows until all of it is there', async () => {
    const running = await told(dashboard, 'Running');
    await dashboard.getByRole('button', { name: `${running}: Running` }).click();
    const list = dashboard.getByRole('dialog', { name: 'Running' });
    expect(await list.getByRole('listitem').count()).toBe(50);
    await list.getByRole('button', { name: `Show all ${running}` }).click();
    expect(await list.getByRole('listitem').count()).toBe(running);
    await list.getByRole('button', { name: 'Close' }).click();
  });

  test('axe finds nothing, and nothing was asked of anybody', async () => {
    for (const view of VIEWS) {
      await show(dashboard, view);
      expect({ view, violations: await violations(desk) }).toEqual({ view, violations: [] });
    }
    expect(desk.errors).toEqual([]);
    expect(desk.strayRequests).toEqual([]);
  });
});

inLongRuns.describe('what is unusual', () => {
  test('an empty register says what to do', async () => {
    const { desk, dashboard } = await openDashboard(generatedRegister(0));
    await dashboard.getByText('There is no experiment yet').waitFor();
    for (const view of VIEWS) await dashboard.locator('dt').getByText(view, { exact: true }).waitFor();
    expect(await violations(desk)).toEqual([]);
    await desk.page.close();
  });

  test('one experiment fills every view', async () => {
    const { desk, dashboard } = await openDashboard(generatedRegister(1));
    for (const view of VIEWS) {
      await show(dashboard, view);
      expect({ view, misplaced: await misplaced(desk) }).toEqual({ view, misplaced: [] });
    }
    expect(desk.errors).toEqual([]);
    await desk.page.close();
  });

  test('300 entities, titles of 500 characters and dates far apart: nothing overlaps, at any width', async () => {
    const folder = generatedRegister(300, ({ experiment }, index) => {
      experiment.entity =
        index % 50 === 0 ? `Entity with a long name ${'and more of it '.repeat(10)}` : `Entity ${index}`;
      if (index % 3 === 0) experiment.title = 'A title that goes on and on '.repeat(18).slice(0, 500);
      if (index % 40 === 1) Object.assign(experiment, { status: 'Active', date: '1999-01-01', started: '1999-01-04' });
      if (index % 40 === 2) Object.assign(experiment, { status: 'Active', started: '2061-01-04', duration: '9 years' });
    });
    const { desk, dashboard } = await openDashboard(folder);
    for (const width of [1440, 760, 420]) {
      await desk.page.setViewportSize({ width, height: 800 });
      for (const view of VIEWS) {
        await show(dashboard, view);
        expect({ width, view, misplaced: await misplaced(desk) }).toEqual({ width, view, misplaced: [] });
      }
    }
    await show(dashboard, 'At a glance');
    await dashboard.getByRole('button', { name: 'Show the whole span' }).click();
    expect(await misplaced(desk)).toEqual([]);
    expect(desk.errors).toEqual([]);
    await desk.page.close();
  });
});

function saved(desk: Desk, act: () => Promise<void>): Promise<Download> {
  const download = desk.page.waitForEvent('download');
  return act().then(() => download);
}
