// A window whose server goes away and comes back: what is entered meanwhile is kept, in order.
import { expect, jest, test } from '@jest/globals';
import { Desk, launchBrowser, newFolder, removeFolder, startWorkbench } from './workbench.ts';

jest.setTimeout(300_000);

test('says at once that the server is away, keeps what is entered, and goes on with it after a restart', async () => {
  const data = newFolder();
  const [browser, first] = await Promise.all([launchBrowser(), startWorkbench([], data)]);
  const desk = await Desk.open(browser, first.url);
  await first.stop();
  await desk.page.getByRole('status').getByText('No connection to the workbench').waitFor();
  await desk.page.evaluate(() => window.workbench.selectCell('Experiments', 'V5'));
  for (const text of ['kept', 'in order']) {
    await desk.page.keyboard.type(text);
    await desk.page.keyboard.press('Enter');
  }
  for (const key of ['ArrowUp', 'Control+b', 'Control+z', 'Control+i']) await desk.page.keyboard.press(key);
  await desk.page.evaluate(() => window.workbench.selectCell('Experiments', 'V2'));
  for (const key of ['F6', 'i', 'ArrowDown', 'Enter']) await desk.page.keyboard.press(key);
  await desk.page.keyboard.type('in the new row');
  await desk.page.keyboard.press('Enter');
  const second = await startWorkbench(['--port', new URL(first.url).port], data);
  await desk.idle();
  const other = await Desk.open(browser, second.url);
  const cellsOf = (each: Desk) => each.page.evaluate(() => window.workbench.cells('Experiments'));
  await other.shows('Experiments', 'V6', 'kept');
  await other.shows('Experiments', 'V7', 'in order');
  await other.shows('Experiments', 'V2', 'in the new row');
  const looked = (await cellsOf(other))?.find(([row, column]) => row === 6 && column === 21)?.[2].style;
  expect(looked).toEqual({ italic: true });
  await desk.shows('Experiments', 'V7', 'in order');
  expect(await cellsOf(desk)).toEqual(await cellsOf(other));
  expect(await desk.page.locator('#status').textContent()).toBe('');
  expect(desk.errors).toEqual([]);
  await browser.close();
  await second.stop();
  removeFolder(data);
});

test('shows after a restart what the register refuses of what was pasted meanwhile, and keeps the rest', async () => {
  const data = newFolder();
  const [browser, first] = await Promise.all([launchBrowser(), startWorkbench([], data)]);
  const desk = await Desk.open(browser, first.url);
  const before = await desk.cell('Experiments', 'C3');
  await first.stop();
  await desk.page.getByRole('status').getByText('No connection to the workbench').waitFor();
  await desk.page.evaluate(() => window.workbench.selectCell('Experiments', 'B3'));
  await desk.page.evaluate(() => navigator.clipboard.writeText('Pasted while away\tNearly'));
  await desk.page.keyboard.press('Control+v');
  const second = await startWorkbench(['--port', new URL(first.url).port], data);
  await desk.page.getByText('Nearly').first().waitFor();
  await desk.idle();
  expect(await desk.cell('Experiments', 'B3')).toBe('Pasted while away');
  expect(await desk.cell('Experiments', 'C3')).toBe(before);
  const other = await Desk.open(browser, second.url);
  await other.shows('Experiments', 'B3', 'Pasted while away');
  expect(await other.cell('Experiments', 'C3')).toBe(before);
  expect(desk.errors).toEqual([]);
  await browser.close();
  await second.stop();
  removeFolder(data);
});
