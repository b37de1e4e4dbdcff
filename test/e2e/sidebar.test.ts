import { expect, jest, test } from '@jest/globals';
import type { FrameLocator, Request } from 'playwright-core';
import { inLongRuns } from '../server/figures.ts';
import { violationsIn } from './axe.ts';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar as openSidebarOf, unfold } from './sidebar-states.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(300_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

const openSidebar = (item: string) => openSidebarOf(desk, item);

const violations = (desk: Desk) => violationsIn(desk, '#sidebar iframe');

/** Goes on with Tab, or back with Shift+Tab, until the control with this name has the focus. */
async function tabTo(desk: Desk, sidebar: FrameLocator, name: string, key = 'Tab'): Promise<void> {
  const wanted = sidebar
    .getByLabel(name, { exact: true })
    .or(sidebar.getByRole('button', { name, exact: true }))
    .or(sidebar.locator('summary', { hasText: name }))
    .first();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await desk.page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${name}.`);
}

test('an idea is captured, completed and saved by keyboard alone', async () => {
  const sidebar = await openSidebar('Open sidebar');
  await sidebar.getByText('experiments need attention').waitFor();
  expect(await violations(desk)).toEqual([]);
  await sidebar.getByLabel('Quick capture').focus();
  await desk.page.keyboard.type('if we prove the rye overnight, then it is sold by seven because the ovens are free');
  await desk.page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: 'New experiment' }).waitFor();
  expect(await sidebar.getByLabel('Title').inputValue()).toBe('Prove the rye overnight');
  expect(await violations(desk)).toEqual([]);
  // Title and hypothesis are asked for first; what is filled in below the fold is told.
  expect(await sidebar.getByLabel('Expected Result').isVisible()).toBe(false);
  expect(await sidebar.locator('summary').textContent()).toMatch(/^More fields \d{4}-\d\d-\d\d · System · Proposed$/);
  await tabTo(desk, sidebar, 'More fields');
  await desk.page.keyboard.press('Enter');
  const day = await sidebar.getByLabel('Date').inputValue();
  await sidebar
    .getByText(new RegExp(`^Read as \\w+day, ${Number(day.slice(8))} \\w+ ${day.slice(0, 4)}\\.$`))
    .waitFor();
  await tabTo(desk, sidebar, 'Expected Result');
  await desk.page.keyboard.type('Sold out by 7 on most days');
  await tabTo(desk, sidebar, 'Duration');
  await desk.page.keyboard.type('2 weeks');
  await sidebar.getByText(/^Due \d{4}-\d\d-\d\d: 2 weeks from/).waitFor();
  await desk.page.keyboard.press('Control+Enter');
  await sidebar.getByText('K-BAKE-011 is written to row 12.').waitFor();
  await desk.shows('Experiments', 'B12', 'Prove the rye overnight');
  await sidebar.getByRole('button', { name: 'Show K-BAKE-011 in the sheet' }).click();
  await desk.page.waitForFunction(() => document.querySelector<HTMLInputElement>('#name-box')?.value.includes('12'));
  expect(desk.errors).toEqual([]);
  expect(desk.strayRequests).toEqual([]);
});

test('a form that may not be saved says why at its field, and keeps every word', async () => {
  const sidebar = await openSidebar('New experiment');
  await unfold(sidebar);
  await sidebar.getByRole('button', { name: 'Add risk' }).click();
  // The new box has the focus, grows with what is written, and Enter adds the next one.
  const height = async () => (await sidebar.getByLabel('Risk 1', { exact: true }).boundingBox())?.height ?? 0;
  const low = await height();
  await desk.page.keyboard.type(`<img src=x onerror="document.title=1"> ${'and so on '.repeat(12)}`);
  expect(await height()).toBeGreaterThan(low * 2);
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('The second, seen within a day');
  await sidebar.getByLabel('Risk 1', { exact: true }).press('Enter');
  await desk.page.keyboard.type('In between');
  const risks = await sidebar
    .getByLabel(/^Risk \d$/)
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));
  expect(risks.map((text) => text.slice(0, 10))).toEqual(['<img src=x', 'In between', 'The second']);
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByText('The title is missing').waitFor();
  expect(await sidebar.getByLabel('Title').evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await violations(desk)).toEqual([]);
  // Closing the sidebar loses nothing either.
  await openSidebar('New experiment');
  await sidebar.getByText('Words you had not saved were brought back.').waitFor();
  expect(await sidebar.getByLabel('Risk 1', { exact: true }).inputValue()).toContain('<img src=x');
  await sidebar.getByRole('button', { name: 'Discard them' }).click();
  await sidebar.getByText('Words you had not saved').waitFor({ state: 'detached' });
  expect(await sidebar.getByLabel('Risk 1', { exact: true }).count()).toBe(0);
});

test('an overdue experiment is closed out by keyboard alone', async () => {
  const sidebar = await openSidebar('Open sidebar');
  await sidebar.getByText('days over').first().waitFor();
  await sidebar.getByLabel('Quick capture').focus();
  await tabTo(desk, sidebar, 'Close out Oven log read by sensor instead of by hand');
  await desk.page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: 'Close out K-BAKE-004' }).waitFor();
  expect(await violations(desk)).toEqual([]);
  await tabTo(desk, sidebar, 'Actual Result');
  await desk.page.keyboard.press('Control+Enter');
  await sidebar.getByText('The learning is missing').waitFor();
  await sidebar.getByLabel('Actual Result').focus();
  // The field was refused: mending it does not take the focus to the next that was.
  await desk.page.keyboard.type('Two trays burnt in six weeks', { delay: 30 });
  expect(await sidebar.getByLabel('Actual Result').inputValue()).toBe('Two trays burnt in six weeks');
  await tabTo(desk, sidebar, 'Learning');
  await desk.page.keyboard.type('Drift shows a day ahead');
  await tabTo(desk, sidebar, 'Decision');
  await desk.page.keyboard.press('A');
  // What was learnt is offered as a pattern, in the words that were typed.
  await sidebar.getByRole('group', { name: 'What is kept of it' }).waitFor();
  expect(await sidebar.getByLabel('Pattern', { exact: true }).inputValue()).toBe('Drift shows a day ahead');
  expect(await violations(desk)).toEqual([]);
  await desk.page.keyboard.press('Control+Enter');
  await sidebar.getByText('K-BAKE-004 is saved in row 2.').waitFor();
  await desk.shows('Experiments', 'C2', 'Completed');
  await desk.shows('Experiments', 'P2', 'Adopt');
  await sidebar.getByRole('heading', { name: 'K-BAKE-004 is closed' }).waitFor();
  await sidebar.getByRole('button', { name: 'Show P-BAKE-001' }).click();
  await desk.shows('Patterns', 'B2', 'Oven log read by sensor instead of by hand');
  expect(await violations(desk)).toEqual([]);
});

inLongRuns.test(
  'what was saved stands in the list at once, as a new reading of the register would show it, and nothing is read again',
  async () => {
    const sidebar = await openSidebar('Open sidebar');
    const cards = async () => {
      await sidebar.getByLabel('Quick capture').waitFor();
      await sidebar.getByText('experiments need attention').waitFor();
      return sidebar.locator('.card').allTextContents();
    };
    /** The list after what was just saved: asked of nobody, and the same when it is read again. */
    const cardsAfterSaving = async (): Promise<string[]> => {
      const shown = await cards();
      // What others have changed meanwhile is asked for beside it.
      expect(called.filter((name) => name !== 'readChanges')).toEqual(['saveForm']);
      await openSidebar('Open sidebar');
      expect(await cards()).toEqual(shown);
      return shown;
    };
    const called: string[] = [];
    desk.page.on('request', (request) => {
      if (request.url().endsWith('/call')) called.push(JSON.parse(request.postData() ?? '{}').functionName);
    });
    const before = await cards();

    // A new one that nobody can date.
    await sidebar.getByLabel('Quick capture').fill('if we sell by the slice, then less is left');
    await sidebar.getByLabel('Quick capture').press('Enter');
    await unfold(sidebar);
    await sidebar.getByLabel('Status').selectOption('Active');
    await sidebar.getByLabel('Duration').fill('until it works');
    await sidebar.getByText(/^It ends with an event/).waitFor();
    called.length = 0;
    await sidebar.getByLabel('Duration').press('Control+Enter');
    await sidebar.getByText(/^K-BAKE-\d+ is written to row/).waitFor();
    const withNew = await cardsAfterSaving();
    expect(withNew).toHaveLength(before.length + 1);
    expect(withNew.join()).toContain('Sell by the slice');

    // One that needs nobody once it is mended.
    await sidebar.getByRole('button', { name: 'Open Sell by the slice' }).click();
    await sidebar.getByLabel('Duration').fill('12 weeks');
    await sidebar.getByText(/^on track.*: 12 weeks from/s).waitFor();
    called.length = 0;
    await sidebar.getByLabel('Duration').press('Control+Enter');
    await sidebar.getByText(/^K-BAKE-\d+ is saved in row/).waitFor();
    expect(await cardsAfterSaving()).toEqual(before);
  },
);

inLongRuns.test('what was changed in the sheet stands in the list as soon as somebody comes back to it', async () => {
  const sidebar = await openSidebar('Open sidebar');
  await sidebar.getByRole('button', { name: 'Filter' }).click();
  await sidebar.getByLabel('Search').focus();
  await sidebar.getByText('experiments need attention').waitFor();
  const id = (await sidebar.locator('.card .name').first().textContent())?.split(' ')[0];
  const ids = await Promise.all([2, 3, 4, 5, 6, 7, 8].map((row) => desk.cell('Experiments', `A${row}`)));
  const cell = `B${ids.indexOf(id) + 2}`;
  const before = (await desk.cell('Experiments', cell)) ?? '';
  await desk.type(`Experiments!${cell}`, 'Renamed in the sheet');
  await sidebar.getByLabel('Search').focus();
  await sidebar.getByText('Renamed in the sheet').waitFor();
  await desk.type(`Experiments!${cell}`, before);
  await sidebar.getByLabel('Search').focus();
  await sidebar.getByText('Renamed in the sheet').waitFor({ state: 'detached' });
});

test('what somebody else changed meanwhile is shown before anything is written', async () => {
  await desk.goTo('Experiments!B5');
  const sidebar = await openSidebar('Edit selected row');
  await sidebar.getByRole('heading', { name: 'K-BAKE-008' }).waitFor();
  // The form says of its time what the sheet says.
  const timing = (await desk.cell('Experiments', 'D5')) ?? '';
  expect(timing).not.toBe('');
  await sidebar.getByText(new RegExp(`^${timing}.*Due \\d{4}-\\d\\d-\\d\\d: 6 weeks from`, 's')).waitFor();
  await desk.type('Experiments!B5', 'Two rounds, changed in the sheet');
  await sidebar.getByLabel('Title').fill('Two rounds, changed in the form');
  await sidebar.getByLabel('Title').press('Control+Enter');
  await sidebar.getByText('Somebody else changed this meanwhile').waitFor();
  expect(await violations(desk)).toEqual([]);
  await desk.shows('Experiments', 'B5', 'Two rounds, changed in the sheet');
  await sidebar.getByRole('button', { name: 'Save what is chosen' }).click();
  await desk.shows('Experiments', 'B5', 'Two rounds, changed in the form');
});

inLongRuns.test('an experiment to be iterated begins the next one, which names it', async () => {
  await desk.goTo('Experiments!B3');
  const sidebar = await openSidebar('Open sidebar');
  await sidebar.getByRole('button', { name: 'Use selected row' }).click();
  await sidebar.getByRole('heading', { name: 'K-BAKE-006' }).waitFor();
  await sidebar.getByLabel('Status').selectOption('Completed');
  await sidebar.getByLabel('Actual Result').fill('Ten minutes sooner');
  await sidebar.getByLabel('Learning').fill('Five lines are too many');
  await sidebar.getByLabel('Decision').selectOption('Iterate');
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByRole('button', { name: 'Begin the next experiment' }).click();
  await sidebar.getByRole('heading', { name: 'New experiment' }).waitFor();
  expect(await sidebar.getByLabel('Other fields').inputValue()).toBe('**Follows:** [K-BAKE-006]');
  expect(await sidebar.getByLabel('Title').inputValue()).toBe('Written handover from night to morning shift');

  // It is begun once: while it is not saved, the same form comes back; then what goes on already is offered.
  const decide = async (decision: string) => {
    await desk.goTo('Experiments!B3');
    await sidebar.getByRole('button', { name: 'Use selected row' }).click();
    await sidebar.getByRole('heading', { name: 'K-BAKE-006' }).waitFor();
    await sidebar.getByLabel('Decision').selectOption(decision);
    await sidebar.getByRole('button', { name: 'Save' }).click();
    await sidebar.getByRole('heading', { name: 'K-BAKE-006 is closed' }).waitFor();
  };
  await sidebar.getByLabel('Title').fill('Handover on one page');
  await decide('Drop');
  await decide('Iterate');
  await sidebar.getByRole('button', { name: 'Go on with the next experiment' }).click();
  expect(await sidebar.getByLabel('Title').inputValue()).toBe('Handover on one page');
  await sidebar.getByLabel('Title').press('Control+Enter');
  const next = /^K-BAKE-\d+/.exec((await sidebar.getByText(/^K-BAKE-\d+ is written/).textContent()) ?? '')?.[0];
  await decide('Drop');
  await decide('Iterate');
  await sidebar.getByText(`${next} goes on from it already.`).waitFor();
  expect(await sidebar.getByRole('button', { name: 'Begin the next experiment' }).count()).toBe(0);
  await sidebar.getByRole('button', { name: `Open ${next}` }).click();
  await sidebar.getByRole('heading', { name: next }).waitFor();
});

inLongRuns.test('the row selected a moment ago is the one that a page gets', async () => {
  const sidebar = await openSidebar('Open sidebar');
  await sidebar.getByLabel('Quick capture').waitFor();
  for (const [row, id] of [
    [4, 'K-BAKE-007'],
    [6, 'K-BAKE-009'],
  ] as const) {
    const box = desk.page.getByLabel('Name box', { exact: false });
    await box.fill(`Experiments!B${row}`);
    await box.press('Enter');
    await sidebar.getByRole('button', { name: 'Use selected row' }).click();
    await sidebar.getByRole('heading', { name: /^K-BAKE-\d+$/ }).waitFor();
    expect(await sidebar.getByRole('heading', { level: 1 }).textContent()).toBe(id);
    await sidebar.getByRole('button', { name: 'Attention' }).click();
    await sidebar.getByLabel('Quick capture').waitFor();
  }
});

inLongRuns.test('who goes elsewhere while an experiment is being opened stays there', async () => {
  const sidebar = await openSidebar('Open sidebar');
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const isOpening = (request: Request) => request.postData()?.includes('"readExperiment"') === true;
  await desk.page.route('**/call', async (route) => {
    if (isOpening(route.request())) await held;
    await route.continue();
  });
  await sidebar
    .getByRole('button', { name: /^(?:Close out|Open) / })
    .first()
    .click();
  await sidebar.getByText('Opening the experiment…').waitFor();
  await sidebar.getByRole('button', { name: 'Candidates' }).click();
  await sidebar.getByText('Bonus for the smallest waste').waitFor();
  const opened = desk.page.waitForResponse((response) => isOpening(response.request()));
  release();
  await opened;
  // Another call, and its answer: the page has had the first one by then.
  await sidebar.locator('html').evaluate(
    () =>
      new Promise<void>((done) => {
        interface Run {
          withSuccessHandler(handler: () => void): Run;
          showRow(row: number): void;
        }
        const { run } = (window as unknown as { google: { script: { run: Run } } }).google.script;
        run.withSuccessHandler(done).showRow(2);
      }),
  );
  expect(await sidebar.getByRole('heading', { level: 1 }).textContent()).toBe('Candidates');
  await desk.page.unrouteAll({ behavior: 'wait' });
});

inLongRuns.test('a candidate is added, moved and promoted by keyboard alone', async () => {
  const sidebar = await openSidebar('Open sidebar');
  await sidebar.getByText('needs attention').or(sidebar.getByText('need attention')).waitFor();
  await sidebar.getByRole('button', { name: 'Candidates' }).focus();
  await desk.page.keyboard.press('Enter');
  await sidebar.getByText('Bonus for the smallest waste').waitFor();
  expect(await violations(desk)).toEqual([]);
  await tabTo(desk, sidebar, 'Idea');
  await desk.page.keyboard.type('Sell <i>yesterday</i> at eight');
  await desk.page.keyboard.press('Enter');
  await sidebar.getByText('Sell <i>yesterday</i> at eight').waitFor();
  await tabTo(desk, sidebar, 'More for Sell <i>yesterday</i> at eight', 'Shift+Tab');
  // The menu has the keys: Edit, then Move up.
  for (const key of ['Enter', 'ArrowDown', 'Enter']) await desk.page.keyboard.press(key);
  await desk.shows('Candidates', 'B4', 'Sell <i>yesterday</i> at eight');
  // The sheet shows it before the page has its answer; until then no button does anything.
  await sidebar.locator('section[aria-busy=false]').waitFor();
  await tabTo(desk, sidebar, 'Promote: Sell <i>yesterday</i> at eight', 'Shift+Tab');
  await desk.page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: 'New experiment' }).waitFor();
  expect(await sidebar.getByLabel('Title').inputValue()).toBe('Sell <i>yesterday</i> at eight');
  await sidebar.getByRole('button', { name: 'Preview in the log' }).click();
  await sidebar.getByRole('region', { name: 'Preview' }).getByText('Sell <i>yesterday</i> at eight').waitFor();
  expect(await violations(desk)).toEqual([]);
  await sidebar.getByLabel('Title').press('Control+Enter');
  await sidebar.getByText(/^K-BAKE-\d+ is written to row/).waitFor();
  await desk.page.waitForFunction(() => /^K-BAKE-/.test(window.workbench.cellText('Candidates', 'E4') ?? ''));
  expect(desk.errors).toEqual([]);
});

inLongRuns.test('a part of the log is copied from the sidebar, and the export is one key away', async () => {
  const sidebar = await openSidebar('Open sidebar');
  await sidebar.getByText('need attention').or(sidebar.getByText('needs attention')).waitFor();
  await sidebar.getByRole('button', { name: 'Log', exact: true }).click();
  await sidebar.getByLabel('Which experiments').selectOption('Dropped');
  await sidebar.getByRole('button', { name: 'Read' }).click();
  await sidebar.getByText('2 experiments ready to copy.').waitFor();
  expect(await violations(desk)).toEqual([]);
  await sidebar.getByRole('button', { name: 'Copy as Markdown' }).click();
  await sidebar.getByText('Copied.').or(sidebar.getByText('did not allow copying')).waitFor();
  await sidebar.getByRole('button', { name: 'Export to Drive…' }).press('Enter');
  const dialog = desk.dialog('Export to Drive');
  await dialog.getByRole('button', { name: 'Write to Drive' }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

test('two answers come in another order than they were asked for, as Google promises none', async () => {
  const sidebar = await openSidebar('Open sidebar');
  await sidebar.getByLabel('Quick capture').waitFor();
  const frame = await (await desk.page.locator('#sidebar iframe').elementHandle())?.contentFrame();
  const order = await frame?.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        interface Run {
          withSuccessHandler(handler: () => void): Run;
          showRow(row: number): void;
        }
        const { run } = (window as unknown as { google: { script: { run: Run } } }).google.script;
        const answered: string[] = [];
        const note = (name: string) => () => {
          answered.push(name);
          if (answered.length === 2) resolve(answered);
        };
        run.withSuccessHandler(note('first')).showRow(2);
        run.withSuccessHandler(note('second')).showRow(3);
      }),
  );
  expect(order).toEqual(['second', 'first']);
});
