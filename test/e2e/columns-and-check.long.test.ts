// What asks beside the sheet: a column that was renamed, Check register with its fixes, and the help.
import { expect, jest, test } from '@jest/globals';
import { violationsIn } from './axe.ts';
import { onSampleDesk } from './sample-desk.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(300_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

/** Waits until a dialog is as high as its content, up to 600 pixels; 32 of them are the page's own edge. */
const isFitted = (desk: Desk, title: string) =>
  desk
    .dialog(title)
    .locator('#page')
    .evaluate(
      (page: HTMLElement) =>
        new Promise<boolean>((done) => {
          const wanted = () => Math.min(page.offsetHeight + 32, 600);
          const look = (left: number) => {
            const isSame = Math.abs(innerHeight - wanted()) <= 1;
            if (isSame || left === 0) done(isSame);
            else requestAnimationFrame(() => look(left - 1));
          };
          look(120);
        }),
    );

/** The cell that is selected. */
const selected = (desk: Desk) => desk.page.locator('#name-box').inputValue();

test('a renamed column is asked about where the log is exported, and keeps its name once that is said', async () => {
  await desk.type('Experiments!O1', 'Lesson');
  await desk.choose('Export to Drive…');
  const dialog = desk.dialog('Export to Drive');
  await dialog.getByText('The column "Learning" is missing').waitFor();
  await dialog.getByLabel('It is "Lesson" in column O, and keeps that name here').check();
  expect(await violationsIn(desk, '[role=dialog] iframe')).toEqual([]);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await dialog.getByRole('button', { name: 'Write to Drive' }).waitFor({ timeout: 90_000 });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await desk.shows('Experiments', 'O1', 'Lesson');
  await desk.type('Experiments!N1', 'Outcome');
  await desk.choose('Set up or repair');
  const columns = desk.dialog('Columns');
  await columns.getByLabel('It is "Outcome" in column N: call it Actual Result again').check();
  expect(await isFitted(desk, 'Columns')).toBe(true);
  await columns.getByRole('button', { name: 'Apply' }).click();
  await columns.getByText('The columns are in order.').waitFor({ timeout: 90_000 });
  await columns.getByRole('button', { name: 'Close' }).click();
  await desk.shows('Experiments', 'N1', 'Actual Result');
  await desk.shows('Experiments', 'O1', 'Lesson');
});

test('Check register opens beside the sheet, stays open while one fixes, goes to the cell, fixes all of one kind after showing them, and leads back', async () => {
  // Every row of that layer is spelt otherwise now.
  await desk.type('Settings!F3', 'PROCESS');
  const check = await desk.check();
  const kind = check.locator('summary', { hasText: /^\d+ rows: Write "PROCESS"$/ });
  await kind.waitFor();
  // In the sidebar’s place, where it covers nothing of the sheet.
  const edges = await desk.page.evaluate(() =>
    ['grid', 'sidebar'].map((id) => document.getElementById(id)?.getBoundingClientRect()),
  );
  expect(edges[0]?.right).toBeLessThanOrEqual(edges[1]?.left ?? 0);
  expect(await desk.page.locator('[role=dialog]').count()).toBe(0);
  await kind.click();
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
  const sentence = check.getByRole('button', { name: /^The layer "Process" does not exist/ }).first();
  await sentence.click();
  await desk.page.waitForFunction(() => document.querySelector<HTMLInputElement>('#name-box')?.value.includes('H'));
  const cell = await selected(desk);
  const found = Number.parseInt(await kind.innerText(), 10);
  // One is fixed in the sheet, by hand, and the others here.
  await desk.type(cell.includes('!') ? cell : `Experiments!${cell}`, 'PROCESS');
  await check.getByRole('button', { name: 'Check again' }).click();
  await check.locator('summary', { hasText: `${found - 1} rows: Write "PROCESS"` }).waitFor();
  await check.getByRole('button', { name: /^Fix all \d+$/ }).click();
  await kind.waitFor({ state: 'detached' });
  await desk.shows('Experiments', cell.replace(/^.*!/, ''), 'PROCESS');
  const sidebar = desk.page.locator('#sidebar');
  await check.getByRole('button', { name: 'Open sidebar' }).click();
  await sidebar.frameLocator('iframe').getByRole('heading', { name: 'Attention' }).waitFor({ timeout: 90_000 });
  expect(await sidebar.locator('iframe').count()).toBe(1);
});

test('Help tells the first steps, the colours, the keys and the version', async () => {
  await desk.page.getByRole('menuitem', { name: 'Kaizen Log' }).focus();
  // Help is the last item; it opens to the right.
  for (const key of ['Enter', 'End', 'ArrowRight']) await desk.page.keyboard.press(key);
  await desk.page.getByRole('menuitem', { name: 'How to use it…' }).waitFor();
  await desk.page.keyboard.press('Enter');
  const help = desk.dialog('Help');
  for (const name of ['First steps', 'What the colours mean', 'Keyboard', 'Self-check']) {
    await help.getByRole('heading', { name }).waitFor();
  }
  await help.getByText(/^Kaizen Log \d+\.\d+\.\d+$/).waitFor();
  expect(await violationsIn(desk, '[role=dialog] iframe')).toEqual([]);
  expect(desk.errors).toEqual([]);
});
