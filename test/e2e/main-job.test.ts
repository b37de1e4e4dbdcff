import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inLongRuns } from '../server/figures.ts';
import { HAS_RULES } from '../server/workbook.ts';
import { Desk, launchBrowser, newFolder, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

const LOG = resolve('test/fixtures/tea-house.md');
/** Logs that are not part of the project are put to the same test where they are named. */
const PRIVATE_LOGS = (process.env.KAIZEN_PRIVATE_LOGS ?? '').split(':').filter(Boolean);

let browser: Browser;
const folders: string[] = [];
const running: Workbench[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.all(running.map((workbench) => workbench.stop()));
  folders.forEach(removeFolder);
});

async function start(args: string[] = [], data = newFolder()): Promise<Workbench> {
  folders.push(data);
  const workbench = await startWorkbench(args, data);
  running.push(workbench);
  return workbench;
}

/** The exported log's real file. */
function exportedFile(data: string): string {
  const drive = join(data, 'drive');
  const files = readdirSync(drive, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  expect(files).toHaveLength(1);
  return readFileSync(join(drive, files[0] ?? ''), 'utf8');
}

describe.each([LOG, ...PRIVATE_LOGS])('with clicks and keys on the page alone, a log', (file) => {
  test('comes in by its file, is edited in the sheet, and goes out with only the edit in it', async () => {
    const text = readFileSync(file, 'utf8');
    const [, id = '', title = ''] = /^### \[(\S+-\d+)\] (.*)$/m.exec(text) ?? [];
    // An empty spreadsheet, as a person has before the add-on was ever used.
    const { url, data } = await start(['--empty']);
    const desk = await Desk.open(browser, url);

    await desk.choose('Import a log…');
    const dialog = desk.dialog('Import a log');
    await dialog.getByLabel('Log file').setInputFiles(file);
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await dialog.getByRole('region', { name: 'This changes in the register' }).getByText(id).first().waitFor();
    await dialog.getByRole('button', { name: 'Import' }).click();
    await dialog.getByText(/experiments? added/).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await desk.shows('Experiments', 'A2', id);
    await desk.shows('Experiments', 'B2', title);

    await desk.type('Experiments!B2', 'A title typed by hand');
    await desk.shows('Experiments', 'B2', 'A title typed by hand');

    if (HAS_RULES) {
      const status = await desk.cell('Experiments', 'C2');
      await desk.type('Experiments!C2', 'Nearly done');
      await desk.page.getByText('Choose Proposed, Active, Completed or Dropped.').first().waitFor();
      await desk.shows('Experiments', 'C2', status ?? '');
      await desk.page.keyboard.press('Escape');
    }

    await desk.choose('Export to Drive…');
    const exporting = desk.dialog('Export to Drive');
    await exporting.getByRole('button', { name: 'Write to Drive' }).click();
    const link = exporting.getByRole('link', { name: 'Open it in Drive' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/^http/);

    const before = text.split('\n');
    const after = exportedFile(data).split('\n');
    expect(after).toHaveLength(before.length);
    const changed = after.flatMap((line, index) => (line === before[index] ? [] : [line]));
    expect(changed).toEqual([
      expect.stringMatching(/^\*\*Last Updated:\*\* \d{4}-\d{2}-\d{2}$/),
      `### [${id}] A title typed by hand`,
    ]);
    expect(desk.strayRequests).toEqual([]);
    expect(desk.errors).toEqual([]);
    await desk.page.close();
  });
});

describe('the workbench', () => {
  inLongRuns.test(
    'shows the sample register when no log is named, what the script adds, and in a second window what is typed in the first',
    async () => {
      const { url } = await start();
      const [one, other] = [await Desk.open(browser, url), await Desk.open(browser, url)];
      await one.shows('Experiments', 'A2', 'K-BAKE-004');
      await one.type('Experiments!B2', 'Typed in the first window');
      await other.shows('Experiments', 'B2', 'Typed in the first window');

      // A new row gets its ID, date and status.
      await one.type('Experiments!B12', 'Weigh the dough twice');
      await other.shows('Experiments', 'A12', 'K-BAKE-011');
      await other.shows('Experiments', 'C12', 'Proposed');

      // Undoing takes back what the person did, and not what the script wrote.
      const before = (await one.cell('Experiments', 'B3')) ?? '';
      await one.type('Experiments!B3', 'Another title');
      await one.page.keyboard.press('Control+z');
      await one.shows('Experiments', 'B3', before);
      await one.page.keyboard.press('Control+y');
      await one.shows('Experiments', 'B3', 'Another title');
      await one.page.close();
      await other.page.close();
    },
  );

  inLongRuns.test('keeps everything over a restart, and starts over only when asked to', async () => {
    const data = newFolder();
    const first = await start([], data);
    const desk = await Desk.open(browser, first.url);
    await desk.type('Experiments!B2', 'Kept over the night');
    await desk.page.close();
    await first.stop();
    running.splice(running.indexOf(first), 1);

    const second = await start([], data);
    const again = await Desk.open(browser, second.url);
    await again.shows('Experiments', 'B2', 'Kept over the night');
    await again.page.close();
    await second.stop();
    running.splice(running.indexOf(second), 1);

    const fresh = await start(['--fresh'], data);
    const anew = await Desk.open(browser, fresh.url);
    await anew.shows('Experiments', 'B2', 'Oven log read by sensor instead of by hand');
    await anew.page.close();
    expect(readdirSync(data).some((name) => name.startsWith('old-'))).toBe(true);
  });
});
