import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { columnsFor } from '../../src/sheet/columns.ts';
import { inLongRuns } from '../server/figures.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench, type Workbench } from './workbench.ts';

jest.setTimeout(300_000);

/** Where the grid paints its cells and their headers; above it, in the same element, is the field for what a cell holds. */
const CELLS = '#grid canvas[id^=univer-sheet-main-canvas]';
/** Of the grid, in pixels: how high the letters above the columns are, how wide the numbers beside the rows. */
const HEADER_HEIGHT = 24;
const ROW_HEADER = 46;

let browser: Browser;
let workbench: Workbench;
/** The window that all tests work in: opening one takes longer than most of them. */
let desk: Desk;

beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench(['--empty'])]);
  desk = await Desk.open(browser, workbench.url);
  await desk.choose('Set up or repair');
  await desk.page.frameLocator('#sidebar iframe').getByRole('button', { name: 'Set up', exact: true }).click();
  await desk.shows('Experiments', 'A1', 'ID');
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
  removeFolder(workbench.data);
});

// One register, worked on from test to test as people do in the course of a day.

test('rows pasted from elsewhere get their IDs, dates and status', async () => {
  await desk.paste('Experiments!B2', [['Kettle'], ['Slate'], ['Cups']]);
  for (const [index, id] of ['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003'].entries()) {
    await desk.shows('Experiments', `A${index + 2}`, id);
    await desk.shows('Experiments', `C${index + 2}`, 'Proposed');
  }
});

test('a block pasted over the status column keeps what is legal, and what is not is taken back', async () => {
  await desk.paste('Experiments!C2', [['Active'], ['Completed']]);
  await desk.shows('Experiments', 'C2', 'Active');
  await desk.shows('Experiments', 'C3', 'Proposed');
  expect(await desk.cell('Experiments', 'F3')).toMatch(/Completed was taken back.*has not run yet/);
});

test('a block with an entry that no dropdown offers says so, and keeps the rest', async () => {
  await desk.paste('Experiments!C2', [['Active'], ['Proposed'], ['Nonsense']]);
  const said = desk.page.getByRole('status').filter({ hasText: 'C4: “Nonsense” was not taken' });
  await said.getByText('Choose Proposed, Active, Completed or Dropped.').waitFor();
  await desk.shows('Experiments', 'C2', 'Active');
  await desk.shows('Experiments', 'C4', 'Proposed');
});

test('a block with several entries that no dropdown offers lists them with the reason, and keeps the rest', async () => {
  await desk.paste('Experiments!C2', [['Active'], ['Rubbish'], ['Nonsense']]);
  const list = desk.page.getByRole('dialog', { name: '2 entries were not taken' });
  const reason = 'Choose Proposed, Active, Completed or Dropped.';
  await list.getByText('Everything else was. These cells are as they were:').waitFor();
  expect(await list.locator('tbody tr').allInnerTexts()).toEqual([`C3\tRubbish\t${reason}`, `C4\tNonsense\t${reason}`]);
  await list.getByRole('button', { name: 'Close' }).click();
  await list.waitFor({ state: 'detached' });
  await desk.shows('Experiments', 'C2', 'Active');
  await desk.shows('Experiments', 'C3', 'Proposed');
  await desk.shows('Experiments', 'C4', 'Proposed');
});

test('undo takes back an accepted change with its stamp, and leaves a refused one as it was', async () => {
  await desk.type('Experiments!C3', 'Active');
  await desk.shows('Experiments', 'C3', 'Active');
  expect(await desk.cell('Experiments', 'R3')).toMatch(/^\d{4}-\d\d-\d\d$/);
  await desk.page.keyboard.press('Control+z');
  await desk.shows('Experiments', 'C3', 'Proposed');
  await desk.shows('Experiments', 'R3', '');
  await desk.type('Experiments!C3', 'Completed');
  await desk.shows('Experiments', 'C3', 'Proposed');
  await desk.page.keyboard.press('Control+z');
  await desk.idle();
  await desk.shows('Experiments', 'C3', 'Proposed');
});

test('sorting by Due and repairing keeps every row together', async () => {
  await desk.paste('Experiments!L2', [['9 weeks'], ['1 week'], ['4 weeks']]);
  await desk.page.waitForFunction(() => window.workbench.cellText('Experiments', 'E4') !== '');
  await desk.goTo('Experiments!E2');
  await desk.page.getByRole('menuitem', { name: 'Data' }).click();
  await desk.page.getByRole('menuitem', { name: 'Sort sheet by this column, A to Z' }).click();
  await desk.shows('Experiments', 'B2', 'Slate');
  await desk.choose('Set up or repair');
  await desk.page.getByText('The register is set up').first().waitFor();
  const rows = await Promise.all(
    [2, 3, 4].map((row) => Promise.all([desk.cell('Experiments', `A${row}`), desk.cell('Experiments', `B${row}`)])),
  );
  expect(rows).toEqual([
    ['K-BIZ-002', 'Slate'],
    ['K-BIZ-003', 'Cups'],
    ['K-BIZ-001', 'Kettle'],
  ]);
});

test('Check register lists what is wrong, goes to its row, and mends what is safe', async () => {
  // An ID that stands elsewhere is put back at once where it is typed; a row that is pasted with one is a copy.
  await desk.type('Experiments!A3', 'K-BIZ-002');
  await desk.shows('Experiments', 'A3', 'K-BIZ-003');
  await desk.paste('Experiments!A7', [['K-BIZ-002', 'Slate, copied']]);
  const dialog = await desk.check();
  await dialog.getByText('stands in row 7, too').waitFor();
  await dialog.getByRole('button', { name: 'Give this row the next ID' }).last().click();
  await desk.shows('Experiments', 'A7', 'K-BIZ-004');
  await dialog.getByRole('button', { name: 'Show row 4' }).first().click();
  await desk.page.waitForFunction(() =>
    (document.getElementById('name-box') as HTMLInputElement).value.startsWith('A4'),
  );
});

inLongRuns.test('a note goes along with its row, and the row put in its place has its own', async () => {
  const note = (a1: string) => desk.page.evaluate((cell) => window.workbench.noteText('Experiments', cell), a1);
  await desk.paste('Experiments!C2', [['Active']]);
  await desk.type('Experiments!L2', '3 weeks');
  const said = await note('E2');
  expect(said).toMatch(/3 weeks/);
  await desk.goTo('Experiments!B2');
  await desk.page.getByRole('menuitem', { name: 'Insert', exact: true }).click();
  await desk.page.getByRole('menuitem', { name: 'Row above' }).click();
  await desk.idle();
  expect([await note('E2'), await note('E3')]).toEqual([undefined, said]);
  await desk.paste('Experiments!B2', [['Lids', 'Active']]);
  await desk.type('Experiments!L2', '5 weeks');
  expect(await note('E2')).toMatch(/5 weeks/);
  expect(await note('E3')).toBe(said);
  await desk.goTo('Experiments!B2');
  await desk.page.getByRole('menuitem', { name: 'Data', exact: true }).click();
  await desk.page.getByRole('menuitem', { name: 'Delete the selected rows' }).click();
  await desk.idle();
  expect(await note('E2')).toBe(said);
  await desk.goTo('Experiments!L2');
  await desk.page.keyboard.press('Delete');
  await desk.idle();
  expect(await note('E2')).not.toBe(said);
});

inLongRuns.test('two people adding at once get two IDs', async () => {
  const [one, other] = [desk, await Desk.open(browser, workbench.url)];
  await Promise.all([one.type('Experiments!B8', 'From the first'), other.type('Experiments!B9', 'From the second')]);
  await one.page.waitForFunction(() => window.workbench.cellText('Experiments', 'A9') !== '');
  const ids = [await one.cell('Experiments', 'A8'), await one.cell('Experiments', 'A9')];
  expect(ids.sort()).toEqual(['K-BIZ-006', 'K-BIZ-007']);
  await other.page.close();
});

inLongRuns.test(
  'a column of somebody’s own in the middle stays theirs, and a moved column is found again',
  async () => {
    // A window that has scrolled nowhere yet: columns are dragged by where they are on the screen.
    const desk = await Desk.open(browser, workbench.url);
    const { mouse } = desk.page;
    const header = async () =>
      (await Promise.all([...'CDEFGHI'].map((column) => desk.cell('Experiments', `${column}1`)))).join();
    const y = ((await desk.page.locator(CELLS).boundingBox())?.y ?? 0) + HEADER_HEIGHT / 2;
    const left = (label: string) => {
      const place = columnsFor([]).findIndex((column) => column.label === label);
      return columnsFor([])
        .slice(0, place)
        .reduce((x, { width }) => x + width, ROW_HEADER);
    };
    await desk.goTo('Experiments!H1');
    await desk.page.getByRole('menuitem', { name: 'Insert' }).click();
    await desk.page.getByRole('menuitem', { name: 'Column left' }).click();
    await desk.page.waitForFunction(() => window.workbench.cellText('Experiments', 'I1') === 'Layer');
    await desk.type('Experiments!H1', 'Sponsor');
    await desk.type('Experiments!H2', 'Mira');
    // Entity, dragged by its header in front of Findings.
    await desk.goTo('Experiments!A1');
    await mouse.click(left('Entity') + 40, y);
    await desk.page.waitForFunction(() =>
      (document.getElementById('name-box') as HTMLInputElement).value.startsWith('G1:'),
    );
    await mouse.down();
    await mouse.move(left('Entity') - 20, y, { steps: 5 });
    await mouse.move(left('Findings') + 20, y, { steps: 10 });
    await mouse.up();
    await desk.shows('Experiments', 'F1', 'Entity');
    await desk.shows('Experiments', 'G1', 'Findings');
    // The page shows the move at once and paints it anew as the host has it.
    await desk.idle();
    expect(await header()).toBe('Status,Timing,Due,Entity,Findings,Sponsor,Layer');
    await desk.type('Experiments!B10', 'After the columns moved');
    await desk.shows('Experiments', 'C10', 'Proposed');
    await desk.choose('Set up or repair');
    await desk.page.getByText('The register is set up').first().waitFor();
    await desk.shows('Experiments', 'H2', 'Mira');
    expect(await header()).toBe('Status,Timing,Due,Entity,Findings,Sponsor,Layer');
  },
);
