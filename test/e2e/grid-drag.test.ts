// A cell that is dragged by its edge goes where it is dropped, as if it were cut and pasted.
import { expect, jest, test } from '@jest/globals';
import { onSampleDesk } from './sample-desk.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(300_000);

let desk: Desk;
onSampleDesk(
  (opened) => {
    desk = opened;
  },
  ['--empty'],
);

/** Pixels of the sheet's own headers, and of its rows and columns. */
const [ROW_HEADER, COLUMN_HEADER, WIDTH, HEIGHT] = [46, 24, 100, 21];

test('a dragged cell takes along what names it, in one step', async () => {
  await desk.paste('Sheet1!A1', [['Kettle', '=A1']]);
  await desk.goTo('Sheet1!A1');
  const box = await desk.page.locator('#grid canvas[id^="univer-sheet-main-canvas"]').boundingBox();
  const [x, y] = [(box?.x ?? 0) + ROW_HEADER, (box?.y ?? 0) + COLUMN_HEADER];
  const { mouse } = desk.page;
  await mouse.move(x + 40, y + HEIGHT);
  await mouse.down();
  await mouse.move(x + 40, y + 3 * HEIGHT, { steps: 6 });
  await mouse.move(x + 2.5 * WIDTH, y + 4.5 * HEIGHT, { steps: 6 });
  await mouse.up();
  await desk.shows('Sheet1', 'C5', 'Kettle');
  await desk.idle();
  const cells = async () => (await desk.snapshot()).sheets[0]?.cells;
  expect(await cells()).toEqual([
    [0, 1, { value: 'Kettle', formula: '=C5' }],
    [4, 2, { value: 'Kettle' }],
  ]);
  await desk.page.keyboard.press('Control+z');
  await desk.shows('Sheet1', 'A1', 'Kettle');
  await desk.idle();
  expect((await cells())?.[1]?.[2]).toEqual({ value: 'Kettle', formula: '=A1' });
  expect(desk.errors).toEqual([]);
});
