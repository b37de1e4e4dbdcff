// What a filter hides, and what a person does to the rows around it: nobody changes what nobody sees.
import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
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

const ROWS = [
  ['Name', 'Number'],
  ['Kettle', '1'],
  ['Slate', '2'],
  ['Kettle', '3'],
  ['Slate', '4'],
  ['Cups', '5'],
];

const press = async (...keys: string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key);
  await desk.idle();
};

async function choose(menu: string, item: string): Promise<void> {
  await desk.page.getByRole('menuitem', { name: menu, exact: true }).click();
  await desk.page.getByRole('menuitem', { name: item }).click();
  await desk.idle();
}

const sheet = async () => (await desk.snapshot()).sheets[0];

/** A column as the host has it, bold cells with a star. */
async function column(at: number): Promise<string[]> {
  const texts: string[] = [];
  for (const [row, c, { value, style }] of (await sheet())?.cells ?? [])
    if (c === at) texts[row] = `${value ?? ''}${style?.bold ? '*' : ''}`;
  return Array.from(texts, (text) => text ?? '');
}

beforeAll(async () => {
  await desk.paste('Sheet1!A1', ROWS);
});

describe.each(['a filter', 'a filter view of this window'])('%s', (kind) => {
  beforeAll(async () => {
    if (kind !== 'a filter') await choose('Data', 'Filter view of this window');
    await desk.goTo('Sheet1!A1');
    await press('Alt+ArrowDown');
    const menu = desk.page.getByRole('dialog', { name: 'Filter and sort' });
    await menu.getByLabel('Slate', { exact: true }).uncheck();
    await menu.getByRole('button', { name: 'OK' }).click();
    await desk.idle();
  });

  beforeEach(async () => {
    await desk.goTo('Sheet1!B2:B6');
  });

  test('keeps what it hides when the cells around it are cleared', async () => {
    await press('Delete');
    expect(await column(1)).toEqual(['Number', '', '2', '', '4']);
    expect(await desk.cell('Sheet1', 'B3')).toBe('2');
    await press('Control+z');
    expect(await column(1)).toEqual(ROWS.map(([, number]) => number));
  });

  test('keeps the looks of what it hides', async () => {
    await press('Control+b');
    expect(await column(1)).toEqual(['Number', '1*', '2', '3*', '4', '5*']);
    await press('Control+z');
  });

  test('has what is shown copied, and nothing else', async () => {
    await press('Control+c');
    await desk.goTo('Sheet1!D1');
    await press('Control+v');
    expect(await column(3)).toEqual(['1', '3', '5']);
    await press('Control+z');
  });

  test('is filled with a copied cell where it shows something', async () => {
    await desk.goTo('Sheet1!A6');
    await press('Control+c');
    await desk.goTo('Sheet1!B2:B6');
    await press('Control+v');
    expect(await column(1)).toEqual(['Number', 'Cups', '2', 'Cups', '4', 'Cups']);
    await press('Control+z');
  });

  test('keeps the rows that it hides when those around them are deleted, in one step', async () => {
    await choose('Data', 'Delete the selected rows');
    expect(await column(0)).toEqual(['Name', 'Slate', 'Slate']);
    expect([await desk.cell('Sheet1', 'A2'), await desk.cell('Sheet1', 'A4')]).toEqual(['Slate', '']);
    await press('Control+z');
    expect(await column(0)).toEqual(ROWS.map(([name]) => name));
    await press('Control+y', 'Control+z');
    expect(await column(0)).toEqual(ROWS.map(([name]) => name));
  });

  if (kind === 'a filter')
    test('goes again with the tool', async () => {
      await choose('Data', 'Filter on or off');
      expect((await sheet())?.filter).toBeUndefined();
    });
});
