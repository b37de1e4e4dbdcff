// What is typed and not saved is there again, however the sidebar was left.
import { expect, jest, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { inLongRuns } from '../server/figures.ts';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar, pick } from './sidebar-states.ts';
import type { Desk } from './workbench.ts';

jest.setTimeout(300_000);

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

const BROUGHT_BACK = 'Words you had not saved were brought back.';

async function opened(): Promise<FrameLocator> {
  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByText('experiments need attention').waitFor();
  return sidebar;
}

const button = (sidebar: FrameLocator, name: string) => sidebar.getByRole('button', { name, exact: true });

/** Waits until a field holds this text; a text is no attribute that a locator could wait for. */
async function holds(sidebar: FrameLocator, id: string, text: string): Promise<void> {
  await sidebar.locator('html').evaluate(
    (html, [field = '', wanted = '']) =>
      new Promise<void>((done) => {
        const look = () => {
          const input = html.querySelector<HTMLInputElement>(`#${field}`);
          if (input?.value === wanted) done();
          else requestAnimationFrame(look);
        };
        look();
      }),
    [id, text],
  );
}

/** Keeps the calls of pages from reaching the script until what it hands out is called. */
async function holdCalls(): Promise<() => Promise<void>> {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await desk.page.route('**/call', async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    release();
    await desk.page.unrouteAll({ behavior: 'wait' });
  };
}

test('every new experiment that was begun is brought back, the one typed last first', async () => {
  let sidebar = await opened();
  await button(sidebar, 'New experiment').click();
  await sidebar.getByLabel('Title').fill('Bake on Sunday');
  await button(sidebar, 'Attention').click();
  await sidebar.getByLabel('Quick capture').fill('Deliver by bicycle');
  await sidebar.getByLabel('Quick capture').press('Enter');
  await holds(sidebar, 'title', 'Deliver by bicycle');
  expect(await sidebar.getByText(BROUGHT_BACK).isVisible()).toBe(false);

  sidebar = await opened();
  expect(await sidebar.getByLabel('Quick capture').inputValue()).toBe('');
  await button(sidebar, 'New experiment').click();
  await holds(sidebar, 'title', 'Deliver by bicycle');
  expect(await sidebar.getByText(BROUGHT_BACK).isVisible()).toBe(true);
  await button(sidebar, 'Discard them').click();
  await holds(sidebar, 'title', 'Bake on Sunday');
  expect(await sidebar.getByText(BROUGHT_BACK).isVisible()).toBe(true);
  await button(sidebar, 'Discard them').click();
  await holds(sidebar, 'title', '');
  expect(await sidebar.getByText(BROUGHT_BACK).isVisible()).toBe(false);
});

inLongRuns.test(
  'a half-typed idea, a new candidate and the change of one are brought back, and gone once they are saved',
  async () => {
    let sidebar = await opened();
    await sidebar.getByLabel('Quick capture').fill('Half an id');
    await button(sidebar, 'Candidates').click();
    await pick(sidebar, /^More for Bonus for the smallest waste/, 'Edit');
    await sidebar.locator('#edit-idea').fill('Bonus for the least waste');
    await sidebar.locator('#add-question').fill('Who pays?');

    sidebar = await opened();
    expect(await sidebar.getByLabel('Quick capture').inputValue()).toBe('Half an id');
    await sidebar.getByLabel('Quick capture').fill('');
    await button(sidebar, 'Candidates').click();
    await holds(sidebar, 'edit-idea', 'Bonus for the least waste');
    await holds(sidebar, 'add-question', 'Who pays?');
    await sidebar.locator('#edit-idea').press('Enter');
    await sidebar.getByText('Bonus for the least waste').waitFor();
    // Nobody waits for the list, and its answer, which is older, does not take the idea away again.
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await desk.page.route('**/call', async (route) => {
      const response = await route.fetch();
      if (route.request().postData()?.includes('readCandidates')) await held;
      await route.fulfill({ response });
    });
    await button(sidebar, 'Log').click();
    await button(sidebar, 'Candidates').click();
    await sidebar.getByText('Reading the candidates…').waitFor();
    await sidebar.locator('#add-idea').fill('A second oven');
    await sidebar.locator('#add-idea').press('Enter');
    await sidebar.getByText('A second oven').waitFor();
    await holds(sidebar, 'add-idea', '');
    await sidebar.locator('section[aria-busy=true]').waitFor();
    release();
    await sidebar.locator('section[aria-busy=false]').waitFor();
    expect(await sidebar.getByText('A second oven').count()).toBe(1);
    await desk.page.unrouteAll({ behavior: 'wait' });

    sidebar = await opened();
    expect(await sidebar.getByLabel('Quick capture').inputValue()).toBe('');
    await button(sidebar, 'Candidates').click();
    await sidebar.getByText('A second oven').waitFor();
    expect(await sidebar.locator('#edit-idea').count()).toBe(0);
    expect(await sidebar.locator('#add-question').inputValue()).toBe('');
  },
);

inLongRuns.test(
  'the change of a candidate that somebody else has changed meanwhile is brought back all the same',
  async () => {
    await desk.shows('Candidates', 'B5', 'A second oven');
    let sidebar = await opened();
    await button(sidebar, 'Candidates').click();
    await pick(sidebar, 'More for A second oven', 'Edit');
    await sidebar.locator('#edit-idea').fill('A third oven');
    await desk.type('Candidates!B5', 'A bigger oven');
    sidebar = await opened();
    await button(sidebar, 'Candidates').click();
    await holds(sidebar, 'edit-idea', 'A third oven');
    await sidebar.locator('#edit-idea').press('Enter');
    await sidebar.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    expect(await sidebar.locator('#edit-idea').inputValue()).toBe('A third oven');
  },
);

test('a draft of before an update is saved, although the template has a field more since', async () => {
  let sidebar = await opened();
  await button(sidebar, 'New experiment').click();
  await sidebar.getByLabel('Title').fill('Begun before the update');
  await sidebar.locator('html').evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.endsWith(':new')) ?? '';
    const [draft] = JSON.parse(localStorage.getItem(key) ?? '[]');
    delete draft.experiment.risks;
    localStorage.setItem(key, JSON.stringify([draft]));
  });
  sidebar = await opened();
  await button(sidebar, 'New experiment').click();
  await holds(sidebar, 'title', 'Begun before the update');
  await sidebar.getByLabel('Title').press('Control+Enter');
  await sidebar.getByText(/^K-BAKE-\d+ is written to row/).waitFor();
});

test('what is typed while the form is being saved stays in it, and is saved the next time', async () => {
  const sidebar = await opened();
  await button(sidebar, 'New experiment').click();
  await sidebar.getByLabel('Title').fill('Sent');
  const release = await holdCalls();
  await sidebar.getByLabel('Title').press('Control+Enter');
  await button(sidebar, 'Saving…').waitFor();
  await sidebar.getByLabel('Title').pressSequentially(', and typed since');
  await release();
  await sidebar.getByText('What you typed since is not saved yet').waitFor();
  expect(await sidebar.getByLabel('Title').inputValue()).toBe('Sent, and typed since');
  await sidebar.getByLabel('Title').press('Control+Enter');
  const said = await sidebar.getByText(/^K-BAKE-\d+ is saved in row \d+/).textContent();
  const row = /row (\d+)/.exec(said ?? '')?.[1];
  await desk.shows('Experiments', `B${row}`, 'Sent, and typed since');
  await desk.shows('Experiments', `B${Number(row) + 1}`, '');
  await button(sidebar, 'New experiment').click();
  await holds(sidebar, 'title', '');
});

inLongRuns.test('what is typed while a candidate is being added stays', async () => {
  const sidebar = await opened();
  await button(sidebar, 'Candidates').click();
  await sidebar.getByText('A bigger oven').waitFor();
  await sidebar.locator('#add-idea').fill('Bread by post');
  const release = await holdCalls();
  await sidebar.locator('#add-idea').press('Enter');
  await sidebar.locator('section[aria-busy=true]').waitFor();
  await sidebar.locator('#add-idea').pressSequentially(', abroad too');
  await release();
  await button(sidebar, 'More for Bread by post').waitFor();
  await holds(sidebar, 'add-idea', 'Bread by post, abroad too');
  await sidebar.locator('#add-idea').fill('');
});

inLongRuns.test('a candidate whose answer is lost is added once: the list tells that it is there', async () => {
  const sidebar = await opened();
  await button(sidebar, 'Candidates').click();
  await sidebar.locator('section[aria-busy=false]').waitFor();
  await sidebar.locator('#add-idea').fill('Bread in the park');
  await desk.page.route('**/call', async (route) => {
    if (!route.request().postData()?.includes('changeCandidate')) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await sidebar.locator('#add-idea').press('Enter');
  await button(sidebar, 'More for Bread in the park').waitFor();
  await holds(sidebar, 'add-idea', '');
  expect(await sidebar.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  // What never reached the script stays in its box, and says so.
  await desk.page.unrouteAll({ behavior: 'wait' });
  await desk.page.route('**/call', (route) =>
    route.request().postData()?.includes('changeCandidate') ? route.abort() : route.continue(),
  );
  await sidebar.locator('#add-idea').fill('Bread on the train');
  await sidebar.locator('#add-idea').press('Enter');
  await sidebar.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  await sidebar.locator('section[aria-busy=false]').waitFor();
  expect(await sidebar.locator('#add-idea').inputValue()).toBe('Bread on the train');
  expect(await button(sidebar, 'More for Bread on the train').count()).toBe(0);
  await desk.page.unrouteAll({ behavior: 'wait' });
  await sidebar.locator('#add-idea').fill('');
});

inLongRuns.test(
  'what the browser keeps is kept under the spreadsheet’s own name, since frames of several may share a store',
  async () => {
    const sidebar = await opened();
    await sidebar.getByLabel('Quick capture').fill('Of this spreadsheet');
    const [id, ...keys] = await sidebar
      .locator('#page')
      .evaluate((page) => [page.dataset.spreadsheet, ...Object.keys(localStorage)]);
    expect(id).toMatch(/^[\w-]{10,}$/);
    expect(keys).toContain(`kaizen-log:${id}:capture`);
    expect(keys.filter((key) => !key?.startsWith(`kaizen-log:${id}:`))).toEqual([]);
  },
);

inLongRuns.test(
  'a long text is there again after an update that has moved the frames to another store, and gone from the account once it is saved',
  async () => {
    const words = 'Every loaf is weighed before and after. '.repeat(10).trim();
    let sidebar = await opened();
    await button(sidebar, 'New experiment').click();
    await sidebar.getByLabel('Title').fill('Weigh the loaves');
    const isKept = (outcome: 'kept' | 'gone') =>
      desk.page.waitForResponse(
        (response) =>
          (response.request().postData() ?? '').includes('keepDraft') &&
          (response.request().postData() ?? '').includes('Weigh the loaves') === (outcome === 'kept'),
      );
    await sidebar.getByText('More fields').click();
    const kept = isKept('kept');
    await sidebar.locator('#learning').fill(words);
    await sidebar.getByText('Not saved yet.').waitFor();
    await kept;
    await sidebar.locator('html').evaluate(() => localStorage.clear());

    sidebar = await opened();
    await button(sidebar, 'New experiment').click();
    await holds(sidebar, 'title', 'Weigh the loaves');
    expect(await sidebar.getByText(BROUGHT_BACK).isVisible()).toBe(true);
    const gone = isKept('gone');
    await sidebar.getByLabel('Title').press('Control+Enter');
    await sidebar.getByText(/^K-BAKE-\d+ is written to row/).waitFor();
    await gone;
    await sidebar.locator('html').evaluate(() => localStorage.clear());

    sidebar = await opened();
    await button(sidebar, 'New experiment').click();
    await holds(sidebar, 'title', '');
  },
);
