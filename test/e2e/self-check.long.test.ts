import { expect, jest, test } from '@jest/globals';
import type { Request } from 'playwright-core';
import { violationsIn } from './axe.ts';
import { onSampleDesk } from './sample-desk.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(300_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

const dialog = () => desk.dialog('Self-check');
const violations = () => violationsIn(desk, '[role=dialog] iframe');

/** Opens it with the keys of the menu bar. */
async function openByKeys(): Promise<void> {
  await desk.page.getByRole('menuitem', { name: 'Kaizen Log' }).focus();
  // Help is the last item; it opens to the right, with Self-check as its second.
  for (const key of ['Enter', 'End', 'ArrowRight']) await desk.page.keyboard.press(key);
  await desk.page.getByRole('menuitem', { name: 'Self-check…' }).waitFor();
  await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('Enter');
}

const isRun = (request: Request) => request.postData()?.includes('runSelfCheck') === true;

/** Lets a run begin only when it is told to. */
async function holdRuns(): Promise<() => Promise<void>> {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await desk.page.route('**/*', async (route) => {
    if (isRun(route.request())) await gate;
    await route.continue();
  });
  return async () => {
    letGo();
    await desk.page.unrouteAll({ behavior: 'wait' });
  };
}

test('the report is made and copied by keyboard alone', async () => {
  const tabs = () => desk.page.getByRole('tab').allTextContents();
  const before = await tabs();
  const go = await holdRuns();
  await openByKeys();
  await dialog().getByText('Trying what the add-on relies on').waitFor();
  expect(await dialog().getByRole('progressbar').count()).toBe(1);
  expect(await violations()).toEqual([]);
  await go();
  await dialog().getByText('Everything is as expected.').waitFor();
  expect(await violations()).toEqual([]);
  const field = dialog().getByLabel('Report');
  const report = await field.inputValue();
  expect(report.split('\n')).toEqual(
    expect.arrayContaining([
      'Kaizen Log self-check',
      expect.stringMatching(/^Add-on: \d+\.\d+\.\d+$/),
      expect.stringMatching(/^Specification: \d+ behaviours, \d+-[0-9a-f]+$/),
      expect.stringMatching(/^Locale: [a-z]{2}_[A-Z]{2}$/),
      expect.stringMatching(/^Time zone of the spreadsheet: [\w/]+$/),
      'Time zone of the script: Asia/Kuala_Lumpur',
      expect.stringMatching(/^Behaviours: (\d+) of \1 as expected$/),
      'With your help: 0 of 0 as expected',
      expect.stringMatching(/^Register: 10 rows, \d+ need fixing, \d+ to consider$/),
    ]),
  );
  for (const word of ['K-BAKE', 'Harbour', 'BAKERY', 'Oven', 'Quay Street']) expect(report).not.toContain(word);
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await dialog().getByText('Copied.').waitFor();
  expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toBe(report);
  await dialog().getByRole('button', { name: 'Close' }).focus();
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('dialog', { name: 'Self-check' }).waitFor({ state: 'detached' });
  expect(before).toContain('Experiments');
  expect(await tabs()).toEqual(before);
  expect(desk.errors).toEqual([]);
  expect(desk.strayRequests).toEqual([]);
});

test('a call that does not arrive is said in a sentence, and can be tried again', async () => {
  await openByKeys();
  await dialog().getByText('Everything is as expected.').waitFor();
  await desk.page.route('**/*', (route) => (isRun(route.request()) ? route.abort() : route.continue()));
  await dialog().getByRole('button', { name: 'Run again' }).click();
  await dialog().getByText('The script could not be reached').waitFor();
  expect(await dialog().getByLabel('Report').count()).toBe(0);
  expect(await violations()).toEqual([]);
  await desk.page.unrouteAll({ behavior: 'wait' });
  await dialog().getByRole('button', { name: 'Run again' }).click();
  await dialog().getByText('Everything is as expected.').waitFor();
  await dialog().getByRole('button', { name: 'Close' }).click();
});

test('with somebody’s help it opens each page, looks at an edit, a download and a file of its own, and tells what it saw', async () => {
  await openByKeys();
  const field = dialog().getByLabel('Report');
  await dialog().getByText('Everything is as expected.').waitFor();
  await dialog().getByRole('button', { name: 'Open each page' }).click();
  // The dialog that comes back after the last page.
  await dialog().getByText('7 of 7 as expected').waitFor();
  expect(await violations()).toEqual([]);

  await dialog().getByRole('button', { name: 'Add the sheet' }).click();
  await dialog().getByRole('button', { name: 'Look at it, and remove it' }).waitFor();
  const sheet = 'Kaizen Log self-check by hand';
  await desk.page.getByRole('tab', { name: sheet }).waitFor();
  expect(await violations()).toEqual([]);
  await desk.type(`'${sheet}'!F1`, 'x');
  await dialog().getByRole('button', { name: 'Look at it, and remove it' }).click();
  await dialog().getByText('11 of 11 as expected').waitFor();
  expect(await desk.page.getByRole('tab', { name: sheet }).count()).toBe(0);

  await dialog().getByRole('button', { name: 'Make the file and delete it' }).click();
  await dialog().getByText('15 of 15 as expected').waitFor();
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    dialog().getByRole('button', { name: 'Download it' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('kaizen-log-self-check.txt');
  await dialog().getByRole('button', { name: 'It arrived' }).click();
  await dialog().getByText('16 of 16 as expected').waitFor();
  const report = await field.inputValue();
  expect(report).toContain('With your help: 16 of 16 as expected');
  expect(report).toContain('| pages | the page dashboard runs in its frame and reaches the script | as expected |');
  expect(desk.errors).toEqual([]);
  await dialog().getByRole('button', { name: 'Close' }).click();
});
