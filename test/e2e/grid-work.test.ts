// Work in the grid as in a spreadsheet: clipboard, filter, sort, find, zoom, names and sums, in one window on the sample register.
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { BookSnapshot, Cell, SheetSnapshot } from '../../workbench/protocol.ts';
import { violationsAround } from './axe.ts';
import { A1, actsOf, PlainGrid } from './plain-grid.ts';
import { onSampleDesk } from './sample-desk.ts';
import { contentOf, type Desk } from './workbench.ts';

jest.setTimeout(process.env.KAIZEN_GRID_SEQUENCES === undefined ? 300_000 : 1_800_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

const place = () => desk.page.getByLabel('Name box', { exact: false }).inputValue();

async function snapshot(): Promise<BookSnapshot> {
  return desk.page.evaluate(async () => {
    const token = document.querySelector<HTMLMetaElement>('meta[name="workbench-token"]')?.content ?? '';
    return (await fetch('/snapshot', { headers: { 'X-Workbench-Token': token } })).json();
  });
}

async function experiments(): Promise<SheetSnapshot> {
  const found = (await snapshot()).sheets.find(({ name }) => name === 'Experiments');
  if (found === undefined) throw new Error('There is no sheet Experiments.');
  return found;
}

/** Counted from 0. */
async function kept(row: number, column: number): Promise<Cell | undefined> {
  return (await experiments()).cells.find(([r, c]) => r === row && c === column)?.[2];
}

/** Puts what another program would on the clipboard. */
async function putOnClipboard(html: string, text: string): Promise<void> {
  await desk.page.evaluate(
    ([rich, plain]) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([rich ?? ''], { type: 'text/html' }),
          'text/plain': new Blob([plain ?? ''], { type: 'text/plain' }),
        }),
      ]),
    [html, text],
  );
}

/** Pastes by the keys' own event, with the bytes as another program gives them. */
async function pasteAs(html: string, text: string): Promise<void> {
  await desk.page.evaluate(
    ([rich, plain]) => {
      const data = new DataTransfer();
      data.setData('text/html', rich ?? '');
      data.setData('text/plain', plain ?? '');
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [html, text],
  );
  await desk.idle();
}

test('copies as text and as a table, and pastes with looks, formats and formulas that count from their new place', async () => {
  await desk.type('Experiments!W3', '12');
  await desk.type('Experiments!X3', '=W3*2');
  await desk.goTo('Experiments!W3');
  await desk.page.keyboard.press('Control+b');
  await desk.page.keyboard.press('Shift+ArrowRight');
  await desk.idle();
  await desk.page.keyboard.press('Control+c');
  const copied = await desk.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item?.getType(type))?.text()));
  });
  expect(copied[0]).toBe('12\t24');
  expect(copied[1]).toMatch(/<td[^>]*font-weight: ?bold[^>]*>12<\/td>/);
  await desk.goTo('Experiments!W6');
  await desk.page.keyboard.press('Control+v');
  await desk.shows('Experiments', 'X6', '24');
  expect([await kept(5, 22), await kept(5, 23)]).toMatchObject([
    { value: 12, style: { bold: true } },
    { value: 24, formula: '=W6*2' },
  ]);
  expect(await place()).toBe('W6:X6');
  await desk.page.keyboard.press('Control+x');
  await desk.goTo('Experiments!W9');
  await desk.page.keyboard.press('Control+v');
  await desk.shows('Experiments', 'W9', '12');
  expect(await desk.cell('Experiments', 'W6')).toBe('');
  await desk.page.keyboard.press('Control+z');
  await desk.shows('Experiments', 'W6', '12');
  await desk.shows('Experiments', 'W9', '');
});

test.each<[from: string, html: string]>([
  [
    'Excel',
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td {color:black; font-size:11.0pt; white-space:nowrap;}
.xl65 {font-weight:700; color:red;} .xl66 {white-space:normal;}--></style></head><body><table><!--StartFragment--><tr>
<td class=xl65>Kettle
  by hand</td><td class=xl66>one<br>two</td><td class=xl67 align=right>2026-03-01</td></tr><!--EndFragment--></table></body></html>`,
  ],
  [
    'Sheets',
    `<meta charset='utf-8'><google-sheets-html-origin><table><tbody><tr><td style="font-weight:bold;color:#ff0000;" data-sheets-value="{}">Kettle by hand</td>
<td style="white-space:normal;">one<br/>two</td><td>2026-03-01</td></tr></tbody></table></google-sheets-html-origin>`,
  ],
  [
    'LibreOffice',
    `<table><colgroup></colgroup><tr><td height="17"><b><font color="#FF0000">Kettle by hand</font></b></td><td style="white-space:pre-wrap">one<br>two</td><td>2026-03-01</td></tr></table>`,
  ],
])('a table from %s keeps its looks and its line breaks, in one step', async (_from, html) => {
  await desk.goTo('Experiments!W12');
  await pasteAs(html, 'Kettle by hand\t"one\ntwo"\t2026-03-01');
  expect(await kept(11, 22)).toMatchObject({ value: 'Kettle by hand', style: { bold: true, color: '#ff0000' } });
  expect(await kept(11, 23)).toMatchObject({ value: 'one\ntwo', style: { wrap: 'wrap' } });
  expect(await kept(11, 24)).toMatchObject({ value: 46082, format: 'yyyy-mm-dd' });
  await desk.page.keyboard.press('Control+z');
  await desk.shows('Experiments', 'W12', '');
});

test('lists the entries that a paste was refused, with what was pasted', async () => {
  const before = await desk.cell('Experiments', 'F4');
  await desk.goTo('Experiments!E3');
  await putOnClipboard('', 'Ovens\tNearly\nOvens\tAlmost done');
  await desk.page.keyboard.press('Control+v');
  const dialog = desk.page.getByRole('dialog', { name: 'entries were not taken' });
  await dialog.waitFor();
  expect(await dialog.getByRole('row', { name: 'F4 Almost done' }).count()).toBe(1);
  expect(await violationsAround(desk)).toEqual([]);
  await desk.page.keyboard.press('Escape');
  await desk.idle();
  expect(await desk.cell('Experiments', 'F4')).toBe(before);
  await desk.page.keyboard.press('Control+z');
  await desk.idle();
});

/** What the ID column shows in the rows that are not hidden. */
async function shownRows(): Promise<number> {
  const { filter, cells, hiddenRows } = await experiments();
  const hidden = new Set([...hiddenRows, ...(filter?.rows ?? [])]);
  return cells.filter(([row, column, { value }]) => row > 0 && column === 0 && value && !hidden.has(row)).length;
}

test('filters by values and by text, and sorts, from the header by keys', async () => {
  const all = await shownRows();
  await desk.goTo('Experiments!F1');
  await desk.page.keyboard.press('Control+Shift+l');
  await desk.idle();
  await desk.page.keyboard.press('Alt+ArrowDown');
  const menu = desk.page.getByRole('dialog', { name: 'Filter and sort Status' });
  await menu.getByRole('button', { name: 'Clear' }).click();
  await menu.getByLabel('Active', { exact: true }).check();
  expect(await violationsAround(desk)).toEqual([]);
  await menu.getByRole('button', { name: 'OK' }).click();
  await desk.idle();
  const active = await shownRows();
  expect(active).toBeGreaterThan(0);
  expect(active).toBeLessThan(all);
  // The cursor steps over what is hidden.
  await desk.goTo('Experiments!B1');
  for (let step = 0; step < active; step++) await desk.page.keyboard.press('ArrowDown');
  const last = await place();
  expect(await desk.cell('Experiments', last.replace('B', 'F'))).toBe('Active');
  await desk.goTo('Experiments!B1');
  await desk.page.keyboard.press('Alt+ArrowDown');
  const titles = desk.page.getByRole('dialog', { name: 'Filter and sort Title' });
  await titles.getByLabel('Filter by text').selectOption('Text contains');
  await titles.getByLabel('Text', { exact: true }).fill('shelf');
  await desk.page.keyboard.press('Enter');
  await desk.idle();
  expect(await shownRows()).toBe(1);
  await desk.page.keyboard.press('Alt+ArrowDown');
  await titles.getByRole('button', { name: 'Sort Z to A' }).click();
  await desk.idle();
  const first = (await desk.cell('Experiments', 'B2')) ?? '';
  expect(first > ((await desk.cell('Experiments', 'B3')) ?? '')).toBe(true);
  for (let step = 0; step < 4; step++) await desk.page.keyboard.press('Control+z');
  await desk.idle();
  expect([await shownRows(), (await experiments()).filter]).toEqual([all, undefined]);
});

test('a filter view hides rows in its own window alone', async () => {
  await desk.goTo('Experiments!F1');
  await desk.page.getByRole('menuitem', { name: 'Data' }).click();
  await desk.page.getByRole('menuitem', { name: 'Filter view of this window' }).click();
  await desk.page.keyboard.press('Alt+ArrowDown');
  const menu = desk.page.getByRole('dialog', { name: 'Filter and sort Status' });
  await menu.getByLabel('Active', { exact: true }).uncheck();
  await menu.getByRole('button', { name: 'OK' }).click();
  await desk.page.getByText('only this window sees it').waitFor();
  await desk.goTo('Experiments!F1');
  await desk.page.keyboard.press('ArrowDown');
  expect(await desk.cell('Experiments', await place())).not.toBe('Active');
  expect((await experiments()).filter).toBeUndefined();
  await desk.page.getByRole('button', { name: 'Close the view' }).click();
  await desk.goTo('Experiments!F1');
  await desk.page.keyboard.press('ArrowDown');
  expect(await place()).toBe('F2');
});

test('finds, and replaces all in one step', async () => {
  await desk.type('Experiments!W20', 'a kettle, a Kettle');
  await desk.type('Experiments!W21', 'kettle');
  await desk.goTo('Experiments!W2');
  await desk.page.keyboard.press('Control+h');
  await desk.page.keyboard.type('kettle');
  await desk.page.keyboard.press('Enter');
  expect(await place()).toBe('W20');
  expect(await desk.page.getByRole('search').getByRole('status').textContent()).toBe('1 of 2');
  await desk.page.getByLabel('Replace with').fill('urn');
  await desk.page.getByRole('button', { name: 'Replace all' }).click();
  await desk.shows('Experiments', 'W20', 'a urn, a urn');
  await desk.shows('Experiments', 'W21', 'urn');
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Control+z');
  await desk.shows('Experiments', 'W21', 'kettle');
});

test('says the sum of the selection, the name of the document, and keeps rows low for what is off screen', async () => {
  await desk.page.getByLabel('Close the welcome').click();
  await desk.type('Experiments!Y3', '3');
  await desk.type('Experiments!Y4', '4.5');
  await desk.goTo('Experiments!Y3');
  await desk.page.keyboard.press('Shift+ArrowDown');
  await desk.page.getByText('Sum: 7.5   Average: 3.75   Count: 2', { exact: false }).waitFor();
  await desk.page.getByLabel('Name of the spreadsheet').fill('Bakery');
  await desk.page.keyboard.press('Enter');
  await desk.idle();
  expect([(await snapshot()).name, await desk.page.title()]).toEqual(['Bakery', 'Bakery - Kaizen Log']);
  await desk.type('Experiments!Y4', `${'a long remark '.repeat(60)}`);
  await desk.goTo('Experiments!Y4');
  await desk.page.getByRole('button', { name: 'Wrap text' }).click();
  await desk.page.getByRole('menuitem', { name: 'Wrap', exact: true }).click();
  await desk.idle();
  expect(await desk.page.evaluate(() => window.workbench.rowHeight('Experiments', 4))).toBeLessThan(120);
});

/** Two hundred acts ten times over in the long run. */
const SEQUENCES = Number(process.env.KAIZEN_GRID_SEQUENCES ?? 1);
const ACTS = SEQUENCES > 1 ? 200 : 25;

test('random work by keys ends in what a plain model says, cell for cell and look for look', async () => {
  const sheet = new PlainGrid();
  for (const acts of fc.sample(actsOf(ACTS), { numRuns: SEQUENCES, seed: 26 })) {
    for (const act of acts) {
      await desk.goTo(`Sheet1!${A1(act.row, act.column)}`);
      for (const key of sheet.act(act)) {
        if (key.startsWith('type ')) await desk.page.keyboard.type(key.slice(5));
        else if (key.startsWith('go ')) await desk.goTo(`Sheet1!${key.slice(3)}`);
        else await desk.page.keyboard.press(key);
      }
      await desk.idle();
    }
    const kept = (await snapshot()).sheets.find(({ name }) => name === 'Sheet1');
    expect(kept?.cells.map(([row, column, cell]) => [row, column, cell])).toEqual(sheet.cells());
  }
  await desk.goTo('Experiments!A1');
});

test('the log goes out from the menu File', async () => {
  await desk.page.getByRole('menuitem', { name: 'File' }).click();
  const download = desk.page.waitForEvent('download');
  await desk.page.getByRole('menuitem', { name: 'Download the log as Markdown' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.md$/);
  expect((await contentOf(file)).toString()).toContain('K-BAKE-004');
});

test('every tool has a name, the page has no barrier, and nothing went wrong', async () => {
  const names = await desk.page
    .getByRole('toolbar')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
  expect(names.filter((name) => !name)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(await violationsAround(desk)).toEqual([]);
  expect(desk.errors).toEqual([]);
});
