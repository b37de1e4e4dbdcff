// The keys of the grid, one test each, in one window on the sample register.
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { onSampleDesk } from './sample-desk.ts';
import { Desk } from './workbench.ts';

jest.setTimeout(300_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

const place = () => desk.page.evaluate(() => (document.getElementById('name-box') as HTMLInputElement).value);

async function press(...keys: string[]): Promise<string> {
  for (const key of keys) await desk.page.keyboard.press(key);
  return place();
}

describe('moves', () => {
  beforeEach(async () => {
    await desk.goTo('Experiments!C3');
  });

  test.each<[keys: string[], from: string, to: string]>([
    [['Tab'], 'C3', 'D3'],
    [['Shift+Tab'], 'C3', 'B3'],
    [['Shift+Enter'], 'C3', 'C2'],
    [['ArrowDown'], 'C3', 'C4'],
    [['ArrowRight'], 'C3', 'D3'],
    [['Shift+ArrowDown'], 'C3', 'C3:C4'],
    [['Home'], 'C3', 'A3'],
    [['Shift+Home'], 'C3', 'A3:C3'],
    [['Control+Home'], 'C3', 'A1'],
    [['Control+ArrowUp'], 'C3', 'C1'],
    [['Control+ArrowLeft'], 'C3', 'A3'],
    [['Control+Space'], 'C3', 'C1:C1000'],
    [['Shift+Space'], 'C3', 'A3:Z3'],
  ])('%s from %s goes to %s', async (keys, from, to) => {
    await desk.goTo(`Experiments!${from}`);
    const last = await press(...keys);
    expect(last.replace(/\d{3,}$/, '1000').replace(/[U-Z]+3$/, 'Z3')).toBe(to);
  });

  test('Control+ArrowDown stops at the last experiment, Control+End at the last cell in use', async () => {
    const row = Number(/\d+/.exec(await press('Control+Home', 'Control+ArrowDown'))?.[0]);
    expect(await desk.cell('Experiments', `A${row}`)).toMatch(/^K-/);
    expect(await desk.cell('Experiments', `A${row + 1}`)).toBe('');
    expect(await press('Control+End')).toMatch(new RegExp(`^[A-Z]+${row}$`));
    expect(await press('Control+ArrowDown', 'Control+ArrowDown')).toMatch(new RegExp(`^[A-Z]+${row}$`));
  });

  test('End goes to the last filled cell of the row, PageDown and PageUp a screen', async () => {
    const end = await press('End');
    expect(await desk.cell('Experiments', end)).not.toBe('');
    const down = await press('Control+Home', 'PageDown');
    expect(Number(down.slice(1))).toBeGreaterThan(2);
    expect(await press('PageUp')).toBe('A1');
  });
});

describe('entries', () => {
  beforeEach(async () => {
    await desk.goTo('Experiments!V3');
  });

  test('Enter and F2 edit, Enter keeps and moves down, Shift+Enter up, Shift+Tab left', async () => {
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('one');
    expect(await press('Enter')).toBe('V4');
    await desk.page.keyboard.type('two');
    expect(await press('Shift+Enter')).toBe('V3');
    await desk.page.keyboard.press('F2');
    await desk.page.keyboard.type(' more');
    expect(await press('Shift+Tab')).toBe('U3');
    await desk.idle();
    await desk.shows('Experiments', 'V3', 'one more');
    await desk.shows('Experiments', 'V4', 'two');
  });

  test('Esc leaves the cell as it was', async () => {
    await desk.page.keyboard.type('lost on purpose');
    await desk.page.keyboard.press('Escape');
    await desk.idle();
    await desk.shows('Experiments', 'V3', 'one more');
  });

  test('Delete clears, Control+z and Control+y and Control+Shift+z take back and do again', async () => {
    const steps: [string, string][] = [
      ['Delete', ''],
      ['Control+z', 'one more'],
      ['Control+y', ''],
      ['Control+z', 'one more'],
      ['Control+Shift+z', ''],
    ];
    for (const [key, text] of steps) {
      await desk.page.keyboard.press(key);
      await desk.idle();
      await desk.shows('Experiments', 'V3', text);
    }
  });

  test('Control+; enters today', async () => {
    await desk.page.keyboard.press('Control+;');
    await desk.idle();
    expect(await desk.cell('Experiments', 'V3')).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('Control+b and Control+i change looks, one step of undo each', async () => {
    const bold = async () => {
      const { sheets } = await desk.snapshot();
      return sheets.find(({ name }) => name === 'Experiments')?.cells.find(([r, c]) => r === 2 && c === 21)?.[2].style;
    };
    await press('Control+b', 'Control+i');
    await desk.idle();
    expect(await bold()).toMatchObject({ bold: true, italic: true });
    await press('Control+i', 'Control+z', 'Control+z');
    await desk.idle();
    expect(await bold()).toMatchObject({ bold: true });
    expect(await bold()).not.toHaveProperty('italic');
  });
});

describe('keys that are faster than the host', () => {
  const isBold = async (row: number, column: number) => {
    const { sheets } = await desk.snapshot();
    const cells = sheets.find(({ name }) => name === 'Experiments')?.cells;
    return cells?.find(([r, c]) => r === row && c === column)?.[2].style?.bold ?? false;
  };

  beforeEach(async () => {
    await desk.type('Experiments!W3', 'Kettle');
    await desk.goTo('Experiments!W3');
  });

  test.each(['Control+x', 'Control+c'])('Control+b and %s at once take the bold letters along', async (key) => {
    for (const each of ['Control+b', key, 'ArrowDown', 'ArrowDown', 'Control+v']) await desk.page.keyboard.press(each);
    await desk.idle();
    await desk.shows('Experiments', 'W5', 'Kettle');
    expect(await isBold(4, 22)).toBe(true);
    for (let step = 0; step < 2; step++) await desk.page.keyboard.press('Control+z');
    await desk.idle();
    expect(await isBold(2, 22)).toBe(false);
  });

  test('Control+b twice at once leaves the letters as they were', async () => {
    for (const each of ['Control+b', 'Control+b']) await desk.page.keyboard.press(each);
    await desk.idle();
    expect(await isBold(2, 22)).toBe(false);
  });

  test('an entry, Control+c and Control+v at once paste what was entered', async () => {
    await desk.goTo('Experiments!X3');
    await desk.page.keyboard.type('12.5%');
    for (const each of ['Enter', 'ArrowUp', 'Control+c', 'ArrowDown', 'Control+v'])
      await desk.page.keyboard.press(each);
    await desk.idle();
    expect(await desk.cell('Experiments', 'X3')).toBe(await desk.cell('Experiments', 'X4'));
  });

  test('a row inserted from the menu and typing at once leave what is typed in the new row', async () => {
    const below = await desk.cell('Experiments', 'W3');
    for (const each of ['F6', 'i', 'ArrowDown', 'Enter']) await desk.page.keyboard.press(each);
    await desk.page.keyboard.type('typed');
    await desk.page.keyboard.press('Enter');
    await desk.idle();
    expect([await desk.cell('Experiments', 'W3'), await desk.cell('Experiments', 'W4')]).toEqual(['typed', below]);
    for (let step = 0; step < 2; step++) await desk.page.keyboard.press('Control+z');
    await desk.idle();
    await desk.shows('Experiments', 'W3', 'Kettle');
  });

  test('Control+z, Control+c and Control+v at once paste what stands there again', async () => {
    await desk.type('Experiments!W3', 'Slate');
    await desk.goTo('Experiments!W3');
    for (const each of ['Control+z', 'Control+c', 'ArrowDown', 'Control+v']) await desk.page.keyboard.press(each);
    await desk.idle();
    await desk.shows('Experiments', 'W3', 'Kettle');
    await desk.shows('Experiments', 'W4', 'Kettle');
  });
});

describe('a list', () => {
  beforeEach(async () => {
    await desk.goTo('Experiments!C3');
  });

  test.each(['Alt+ArrowDown', 'Enter'])('opens with %s and closes with Esc, back in the grid', async (key) => {
    await desk.page.keyboard.press(key);
    await desk.page.getByRole('listbox', { name: 'Values for C3' }).waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await desk.page.getByRole('listbox').count()).toBe(0);
    expect(await press('ArrowRight')).toBe('D3');
  });

  test('is filtered by typing, and Enter takes what is left', async () => {
    await desk.goTo('Experiments!H3');
    await desk.page.keyboard.press('Alt+ArrowDown');
    const options = desk.page.getByRole('option');
    const all = await options.allTextContents();
    const wanted = all.at(-1) ?? '';
    await desk.page.keyboard.type(wanted.slice(0, 5).toLowerCase());
    expect((await options.allTextContents()).length).toBeLessThan(all.length);
    await desk.page.keyboard.press('Enter');
    await desk.idle();
    await desk.shows('Experiments', 'H3', wanted);
    await desk.page.keyboard.press('Control+z');
    await desk.idle();
  });

  test('refuses what it does not offer where it stands, and nothing typed is lost', async () => {
    const before = await desk.cell('Experiments', 'C3');
    await desk.page.keyboard.type('Activ');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('alert').getByText('Choose Proposed, Active').waitFor();
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('alert').waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await desk.page.getByRole('alert').count()).toBe(0);
    expect(await desk.cell('Experiments', 'C3')).toBe(before);
  });
});

test('F6 goes from the grid to the menus, the tools, the tabs and back, and Esc from the tools to the grid', async () => {
  await desk.goTo('Experiments!C3');
  const area = () =>
    desk.page.evaluate(() => document.activeElement?.closest('#grid, #menu-bar, #toolbar, #tab-bar')?.id);
  const visited: (string | undefined)[] = [];
  for (let step = 0; step < 4; step++) {
    await desk.page.keyboard.press('F6');
    visited.push(await area());
  }
  expect(visited).toEqual(['menu-bar', 'toolbar', 'tab-bar', 'grid']);
  for (const key of ['F6', 'F6', 'Escape']) await desk.page.keyboard.press(key);
  expect(await press('ArrowDown')).toBe('C4');
});

test('F6 leaves the sidebar from within its page, Shift+F6 goes back into it, and Esc leads to the grid', async () => {
  await desk.choose('Open sidebar');
  const sidebar = desk.page.frameLocator('#sidebar iframe');
  await sidebar.getByRole('button').first().waitFor();
  await desk.goTo('Experiments!C3');
  const area = () =>
    desk.page.evaluate(() => document.activeElement?.closest('#grid, #menu-bar, #toolbar, #sidebar, #tab-bar')?.id);
  for (const key of ['F6', 'F6', 'F6', 'Tab', 'F6']) await desk.page.keyboard.press(key);
  await desk.page.waitForFunction(() => document.activeElement?.closest('#tab-bar'));
  await desk.page.keyboard.press('Shift+F6');
  expect(await area()).toBe('sidebar');
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Escape');
  await desk.page.waitForFunction(() => document.activeElement?.closest('#grid'));
  expect(await press('ArrowDown')).toBe('C4');
});

describe('beside another window,', () => {
  let other: Desk;

  beforeAll(async () => {
    const browser = desk.page.context().browser();
    if (browser === null) throw new Error('There is no browser.');
    other = await Desk.open(browser, desk.page.url());
  });

  afterAll(() => other.page.context().close());

  beforeEach(async () => {
    await desk.type('Experiments!W3', 'mine');
    await other.shows('Experiments', 'W3', 'mine');
    await desk.goTo('Experiments!W3');
  });

  test('the selection goes along with its cell where that inserts a row, and typing goes into it', async () => {
    await other.goTo('Experiments!B3');
    await other.page.getByRole('menuitem', { name: 'Insert' }).click();
    await other.page.getByRole('menuitem', { name: 'Row above' }).click();
    await desk.shows('Experiments', 'W4', 'mine');
    expect(await place()).toBe('W4');
    await desk.page.keyboard.type('written over');
    await desk.page.keyboard.press('Enter');
    await desk.idle();
    await desk.shows('Experiments', 'W4', 'written over');
    expect(await place()).toBe('W5');
    await other.page.keyboard.press('Control+z');
    await desk.shows('Experiments', 'W3', 'written over');
  });

  test.each<[name: string, keys: string[], before: string, after: string, wanted: string]>([
    [
      'a cell that is edited here and written to there goes on from what stands there now',
      ['F2'],
      '',
      ' more',
      'theirs more',
    ],
    ['a cell that is edited here and written to there takes what is typed in place of it', [], '', 'anew', 'anew'],
    [
      'a cell that is edited here and written to there keeps what was typed into it by then',
      ['F2'],
      ' and on',
      ' and on',
      'mine and on and on',
    ],
    [
      'a cell that is edited here and written to there keeps the beginning of what is typed in place of it',
      [],
      'begun',
      ' and ended',
      'begun and ended',
    ],
  ])('%s', async (_name, keys, before, after, wanted) => {
    for (const key of keys) await desk.page.keyboard.press(key);
    await desk.page.keyboard.type(before);
    await other.type('Experiments!W3', 'theirs');
    await desk.shows('Experiments', 'W3', 'theirs');
    await desk.page.keyboard.type(after);
    await desk.page.keyboard.press('Enter');
    await desk.idle();
    await desk.shows('Experiments', 'W3', wanted);
  });

  test('a cell that is edited here and written to there shows what stands there after Esc', async () => {
    await desk.page.keyboard.type('begun');
    await other.type('Experiments!W3', 'theirs');
    await desk.shows('Experiments', 'W3', 'theirs');
    for (const key of ['Escape', 'F2']) await desk.page.keyboard.press(key);
    await desk.page.keyboard.type(' more');
    await desk.page.keyboard.press('Enter');
    await desk.idle();
    await desk.shows('Experiments', 'W3', 'theirs more');
  });

  test('a cell that is edited here moves along where a row is put above it there', async () => {
    await desk.page.keyboard.press('F2');
    await desk.page.keyboard.type(' and on');
    await other.goTo('Experiments!B3');
    await other.page.getByRole('menuitem', { name: 'Insert' }).click();
    await other.page.getByRole('menuitem', { name: 'Row above' }).click();
    await desk.shows('Experiments', 'W4', 'mine');
    await desk.page.keyboard.press('Enter');
    await desk.idle();
    await desk.shows('Experiments', 'W4', 'mine and on');
    await other.page.keyboard.press('Control+z');
    await desk.shows('Experiments', 'W3', 'mine and on');
  });
});

test('a row inserted from the menu goes again with the tool Undo', async () => {
  await desk.goTo('Experiments!B3');
  const title = (await desk.cell('Experiments', 'B3')) ?? '';
  await desk.page.getByRole('menuitem', { name: 'Insert' }).click();
  await desk.page.getByRole('menuitem', { name: 'Row above' }).click();
  await desk.shows('Experiments', 'B4', title);
  await desk.page.getByRole('button', { name: 'Undo' }).click();
  await desk.shows('Experiments', 'B3', title);
});

test('rows that a paste adds go again with Control+z, and the selection comes back into the sheet', async () => {
  const rows = async () => (await desk.snapshot()).sheets.find(({ name }) => name === 'Experiments')?.rows ?? 0;
  const before = await rows();
  await desk.paste(`Experiments!V${before}`, [['one'], ['two'], ['three']]);
  expect(await rows()).toBe(before + 2);
  await press('Control+z');
  await desk.idle();
  expect([await rows(), await press('ArrowRight')]).toEqual([before, `W${before}`]);
});

test('no key went wrong', () => {
  expect(desk.errors).toEqual([]);
});
