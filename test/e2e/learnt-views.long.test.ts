// What became of what was learnt, and a quarter on one page, as a person meets them on the dashboard.
import { expect, jest, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { violationsIn } from './axe.ts';
import { columnOf } from './benefits.ts';
import { DAY, wantLearnt } from './learnt-register.ts';
import { onSampleDesk } from './sample-desk.ts';
import { openSidebar, overhang as overhangOfSidebar } from './sidebar-states.ts';
import { contentOf, type Desk } from './workbench.ts';

jest.setTimeout(180_000);

const QUARTER = `${DAY.slice(0, 4)} Q${Math.ceil(Number(DAY.slice(5, 7)) / 3)}`;
const DIALOG = '[role=dialog] iframe';

let desk: Desk;
onSampleDesk((opened) => {
  desk = opened;
});

const partOf = (dashboard: FrameLocator) => dashboard.getByRole('combobox', { name: 'Show' });

async function closeDashboard(): Promise<void> {
  const open = desk.page.getByRole('dialog', { name: 'Dashboard' });
  if (await open.isVisible()) await open.getByRole('button', { name: 'Close', exact: true }).click();
}

async function learnings(): Promise<FrameLocator> {
  await closeDashboard();
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  await dashboard.getByRole('navigation').getByRole('button', { name: 'Learnings' }).click();
  await partOf(dashboard).waitFor();
  return dashboard;
}

/** How far anything reaches to the right of the page, beside what scrolls by itself. */
const overhang = (dashboard: FrameLocator) =>
  dashboard.locator('html').evaluate((html) => Math.max(0, html.scrollWidth - window.innerWidth));

const rowsOf = (dashboard: FrameLocator, table: string) =>
  dashboard
    .getByRole('region', { name: `${table}, table` })
    .getByRole('row')
    .allTextContents();

// One register from test to test.

test('a register without patterns and rules says so, and counts what was adopted without one', async () => {
  const dashboard = await learnings();
  await partOf(dashboard).selectOption('What became of it');
  await dashboard.getByText('There is no pattern or rule yet').waitFor();
  await dashboard
    .getByRole('region', { name: 'Not written down' })
    .getByText(/neither pattern nor rule$/)
    .waitFor();
});

test('patterns and rules stand with the experiments behind them, and what nobody wrote down is listed', async () => {
  await closeDashboard();
  await wantLearnt(desk);
  const dashboard = await learnings();
  // By keys alone.
  await partOf(dashboard).focus();
  await desk.page.keyboard.press('ArrowDown');
  const used = 'How often patterns and rules are used';
  await dashboard.getByRole('region', { name: `${used}, table` }).waitFor();
  expect(await rowsOf(dashboard, used)).toEqual([
    'Pattern or ruleKindStateAddedExperiments',
    `P-BAKE-001 <b>Scale</b> firstPatterncurrent${DAY}2`,
    `R-BAKE-001 No tray without a timerRulemust${DAY}1`,
    `P-BAKE-002 Ask at the counterPatterncurrent${DAY}0`,
    `R-BAKE-002 Weigh it twiceRuleshould${DAY}0`,
  ]);
  const missing = dashboard.getByRole('region', { name: 'Not written down' });
  expect(await missing.getByRole('listitem').allTextContents()).toEqual([
    'R-BAKE-002 Weigh it twice: comes from K-BAKE-999, not in the register',
  ]);
  const iterated = await rowsOf(dashboard, 'How often was iterated');
  expect(iterated[0]).toBe('Began withIteratedNow');
  const cell = dashboard.getByRole('button', { name: /P-BAKE-001 <b>Scale<\/b> first/ });
  await cell.focus();
  await desk.page.keyboard.press('Enter');
  const list = dashboard.getByRole('dialog', { name: 'P-BAKE-001 <b>Scale</b> first' });
  await list.waitFor();
  expect(await list.getByRole('listitem').count()).toBe(2);
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
  await desk.page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await dashboard.getByLabel('Group by').selectOption('Layer');
  await dashboard.getByRole('region', { name: 'What became of it, by layer, table' }).waitFor();
  expect(await violationsIn(desk, DIALOG)).toEqual([]);
});

test('the sidebar lists what nobody wrote down, rules from nothing and iterations, by keyboard, and leads to each', async () => {
  await closeDashboard();
  // Adopted, and nobody wrote it down.
  await desk.type(`Experiments!${await columnOf(desk, 'Decision')}11`, 'Adopt');
  const dashboard = await learnings();
  await partOf(dashboard).selectOption('What became of it');
  const missing = dashboard.getByRole('region', { name: 'Not written down' });
  const unkept = /(\d+).*neither pattern nor rule$/.exec((await missing.locator('p').first().innerText()) ?? '')?.[1];
  await closeDashboard();
  const sidebar = await openSidebar(desk, 'Patterns and rules');
  const became = sidebar.getByRole('region', { name: 'What became of it' });
  const summary = became.getByText(/neither pattern nor rule$/);
  expect((await summary.innerText()).match(/\d+/)?.[0]).toBe('1');
  expect(unkept).toBe('1');
  await became.getByText('1 rule has no origin left').click();
  await became.getByText(/iterated$/).click();
  await became.getByText('Iterated once').first().waitFor();
  expect(await overhangOfSidebar(desk)).toBe(0);
  expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
  await became.getByRole('button', { name: 'R-BAKE-002 Weigh it twice' }).click();
  await sidebar.getByRole('heading', { name: 'R-BAKE-002' }).waitFor();
  await desk.page.keyboard.press('Escape');
  await summary.focus();
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Tab');
  const name = await sidebar.locator('button:focus').innerText();
  await desk.page.keyboard.press('Enter');
  await sidebar.getByRole('heading', { name: name.split(' ')[0] ?? '' }).waitFor();
});

test('the filters leave the patterns that come from what they let through', async () => {
  const dashboard = await learnings();
  await partOf(dashboard).selectOption('What became of it');
  const used = 'How often patterns and rules are used';
  await dashboard.getByRole('region', { name: `${used}, table` }).waitFor();
  const all = (await rowsOf(dashboard, used)).length;
  const layers = dashboard.getByRole('search').getByLabel('Layer');
  await layers.selectOption({ index: 1 });
  const one = (await rowsOf(dashboard, used)).length;
  expect(one).toBeLessThan(all);
});

test('a quarter is one page that is copied, kept and printed, and holds what people wrote as text', async () => {
  const dashboard = await learnings();
  await partOf(dashboard).selectOption('A quarter on one page');
  await dashboard.getByRole('combobox', { name: 'Quarter' }).selectOption(QUARTER);
  await dashboard.getByRole('heading', { name: `${QUARTER}: what we tried, learnt and adopted` }).waitFor();
  const learnt = dashboard.getByRole('region', { name: 'What we learnt' });
  await learnt.getByText('Weigh <i>first</i>, then bake').waitFor();
  expect(await learnt.locator('i').count()).toBe(0);
  await dashboard.getByRole('region', { name: 'Patterns and rules written down' }).getByText('<b>Scale</b>').waitFor();
  const owners = await rowsOf(dashboard, 'Who contributed');
  expect(owners[0]).toBe('OwnerWhat we triedWhat we learntWhat we adopted');
  expect(owners.some((row) => row.startsWith('Mia'))).toBe(true);
  expect(await violationsIn(desk, DIALOG)).toEqual([]);

  const [file] = await Promise.all([
    desk.page.waitForEvent('download'),
    dashboard.getByRole('button', { name: 'Save as Markdown' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${QUARTER.replace(' ', '-')}.md`);
  const text = String(await contentOf(file));
  expect(text).toMatch(
    /^# \d{4} Q\d: what we tried, learnt and adopted\n\n[-\d]{10} – [-\d]{10}\n\n## What we tried \(\d+\)\n/,
  );
  expect(text).toContain('  > Weigh \\<i>first\\</i>, then bake\n');
  expect(text).toContain('- **P-BAKE-001 \\<b\\>Scale\\</b\\> first**: Pattern · current · K-BAKE-');
  expect(text).toMatch(/\| Mia \| \d+ \| \d+ \| \d+ \|/);

  const [page] = await Promise.all([
    desk.page.waitForEvent('download'),
    dashboard.getByRole('button', { name: 'Save as HTML' }).click(),
  ]);
  expect(page.suggestedFilename()).toBe(`${QUARTER.replace(' ', '-')}.html`);
  const html = String(await contentOf(page));
  // A page of its own, in which nothing that people wrote is more than text.
  const tab = await desk.page.context().newPage();
  try {
    await tab.setContent(html);
    await tab.getByRole('heading', { level: 1, name: `${QUARTER}: what we tried, learnt and adopted` }).waitFor();
    expect(await tab.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      expect.stringMatching(/^What we tried \(\d+\)$/),
      expect.stringMatching(/^What we learnt \(\d+\)$/),
      expect.stringMatching(/^What we adopted \(\d+\)$/),
      expect.stringMatching(/^Patterns and rules written down \(\d+\)$/),
      'Who contributed',
    ]);
    expect(await tab.locator('blockquote').allTextContents()).toContain('Weigh <i>first</i>, then bake');
    expect(await tab.getByRole('listitem').allTextContents()).toContainEqual(
      expect.stringMatching(/^P-BAKE-001 <b>Scale<\/b> first\s+Pattern · current/),
    );
    expect(await tab.locator('i, b, script, img, link').count()).toBe(0);
    expect(await tab.getByRole('cell', { name: 'Mia' }).count()).toBe(1);
  } finally {
    await tab.close();
  }

  await dashboard.getByRole('button', { name: 'Copy as Markdown' }).click();
  await dashboard.getByText('Copied').waitFor();
  await dashboard.locator('html').evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await dashboard.getByRole('button', { name: 'Print' }).click();
  expect(await dashboard.locator('html').getAttribute('data-printed')).toBe('yes');
  await desk.page.emulateMedia({ media: 'print' });
  expect(await partOf(dashboard).isVisible()).toBe(false);
  expect(await learnt.isVisible()).toBe(true);
  await desk.page.emulateMedia({ media: 'screen' });
});

test('nothing reaches beyond a page of 300 pixels', async () => {
  const dashboard = await learnings();
  await desk.page.setViewportSize({ width: 320, height: 800 });
  for (const part of ['What became of it', 'A quarter on one page', 'What was learnt']) {
    await partOf(dashboard).selectOption(part);
    await desk.idle();
    expect([part, await overhang(dashboard)]).toEqual([part, 0]);
  }
});
