// Every view of the sidebar in each of its states, for those who look at them: tests by rule, pictures by eye.
import type { FrameLocator } from 'playwright-core';
import type { Desk } from './workbench.ts';

/** The sidebar's frame; it is closed first if it is open, so that nothing of before is met by accident. */
export async function openSidebar(desk: Desk, item: string): Promise<FrameLocator> {
  const close = desk.page.locator('#sidebar').getByRole('button', { name: 'Close sidebar' });
  if (await close.isVisible()) await close.click();
  await desk.choose(item);
  return desk.page.frameLocator('#sidebar iframe');
}

/** Shows all fields of a new experiment. */
export async function unfold(sidebar: FrameLocator): Promise<void> {
  const rest = sidebar.locator('details');
  await rest.waitFor();
  if (!(await rest.evaluate((details: HTMLDetailsElement) => details.open)))
    await rest.getByText('More fields').click();
}

/** Chooses an item of the menu with this name. */
export async function pick(sidebar: FrameLocator, menu: string | RegExp, item: string): Promise<void> {
  await sidebar.getByRole('button', { name: menu }).first().click();
  await sidebar.getByRole('menuitem', { name: item }).click();
}

/** How far the page in the sidebar reaches beyond its frame, where nobody could scroll to, or beyond 300 pixels. */
export function overhang(desk: Desk): Promise<number> {
  const page = desk.page.frameLocator('#sidebar iframe').locator('html');
  return page.evaluate((html) => Math.max(0, html.scrollWidth - window.innerWidth, html.clientWidth - 300));
}

/** Calls of the page that are to be held back or to fail; the opening itself is another request. */
const CALLS = '**/call';

/** Brings a window on the sample register into one state after the other; `see` is awaited in each. */
export async function visitStates(desk: Desk, see: (name: string) => Promise<void>): Promise<void> {
  await desk.page.route(CALLS, () => undefined);
  let sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByText('Reading the register…').waitFor();
  await see('attention-loading');
  await desk.page.unroute(CALLS);

  await desk.page.route(CALLS, (route) => route.abort());
  sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByText('The script could not be reached').waitFor();
  await see('attention-failed');
  await desk.page.unroute(CALLS);
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar.getByText('days over').first().waitFor();
  await see('attention');
  await sidebar
    .getByRole('button', { name: /^More for / })
    .first()
    .click();
  await sidebar.getByRole('menuitem', { name: /in the sheet$/ }).waitFor();
  await see('attention-menu');
  await desk.page.keyboard.press('Escape');
  await sidebar.getByRole('button', { name: 'Filter' }).click();
  await see('attention-filter');
  await sidebar.getByLabel('Search').fill('no such words');
  await sidebar.getByText('Nothing fits').waitFor();
  await see('attention-nothing-found');
  await sidebar.getByLabel('Search').fill('');

  await desk.page.route(CALLS, (route) => route.abort());
  await sidebar.getByRole('button', { name: 'Find' }).click();
  await sidebar.getByRole('button', { name: 'Try again' }).waitFor();
  await see('find-failed');
  await desk.page.unroute(CALLS);
  await desk.page.route(CALLS, () => undefined);
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar.getByText('Reading all that was tried…').waitFor();
  await see('find-loading');
  // What was held back goes on now.
  await desk.page.unroute(CALLS);
  await sidebar.getByLabel('Words or an ID').fill('queue');
  await sidebar.getByText('found.').waitFor();
  await see('find');
  await sidebar.getByLabel('Words or an ID').fill('zeppelin');
  await sidebar.getByText('Nothing says all').waitFor();
  await see('find-nothing');
  await sidebar.getByLabel('Words or an ID').fill('');

  sidebar = await openSidebar(desk, 'New experiment');
  await sidebar.getByLabel('Title').fill('Thermometer in the oven reports temperatures');
  await sidebar.getByLabel('If we …').fill('we let a sensor report the temperature');
  await sidebar.getByRole('region', { name: 'Tried before?' }).waitFor();
  await sidebar.getByRole('button', { name: /^Tried before\? / }).click();
  await see('tried-before');
  sidebar = await openSidebar(desk, 'New experiment');
  await sidebar.getByRole('button', { name: 'Discard them' }).click();
  sidebar = await openSidebar(desk, 'Open sidebar');

  await sidebar
    .getByLabel('Quick capture')
    .fill('learn kaizen bakery: if we weigh the dough twice, then rolls are even');
  await sidebar.getByLabel('Quick capture').press('Enter');
  await sidebar.getByText('More fields').waitFor();
  await see('experiment-new');
  await unfold(sidebar);
  await sidebar.getByLabel('Expected Result').fill('Nine of ten rolls within 3 g');
  await sidebar.getByLabel('Duration').fill('4 weeks: Week 1 — two tables. Week 2-4 — all tables.');
  await sidebar.getByText('Week 1', { exact: false }).first().waitFor();
  await see('experiment');
  await sidebar.getByRole('button', { name: 'Write it as free text' }).first().click();
  await sidebar.getByRole('button', { name: 'Add risk' }).click();
  await sidebar.getByLabel('Risk 1', { exact: true }).fill('The scale drifts when flour gets under it');
  await sidebar.getByLabel('State of risk 1').selectOption('Verified');
  await sidebar.getByLabel('Risk 1', { exact: true }).scrollIntoViewIfNeeded();
  await see('experiment-risks');
  await sidebar.getByRole('button', { name: 'Preview in the log' }).click();
  const preview = sidebar.getByRole('region', { name: 'Preview' });
  await preview.waitFor();
  await preview.scrollIntoViewIfNeeded();
  await see('experiment-preview');
  await sidebar.getByLabel('Title').fill('');
  await sidebar.getByLabel('Duration').fill('until it works');
  await sidebar.getByLabel('Duration').press('Control+Enter');
  await sidebar.getByText('The title is missing').waitFor();
  await sidebar.getByText(/^It ends with an event/).waitFor();
  await see('experiment-refused');
  sidebar = await openSidebar(desk, 'New experiment');
  await sidebar.getByText('Words you had not saved were brought back.').waitFor();
  await sidebar.getByText(/^It ends with an event/).waitFor();
  await see('experiment-restored');
  await sidebar.getByRole('button', { name: 'Discard them' }).click();
  await sidebar.getByText('Words you had not saved').waitFor({ state: 'detached' });

  await desk.goTo('Experiments!B30');
  await sidebar.getByRole('button', { name: 'Use selected row' }).click();
  await sidebar.getByRole('alert').getByText(/\S/).first().waitFor();
  await see('no-experiment-selected');

  await desk.goTo('Experiments!B5');
  sidebar = await openSidebar(desk, 'Edit selected row');
  await sidebar.getByRole('heading', { name: 'K-BAKE-008' }).waitFor();
  await desk.type('Experiments!B5', 'Two rounds, but three on market days');
  await sidebar.getByLabel('Title').fill('Two rounds from Monday to Friday');
  await sidebar.getByLabel('Title').press('Control+Enter');
  await sidebar.getByText('Somebody else changed this meanwhile').waitFor();
  await see('experiment-two-people');
  await sidebar.getByRole('button', { name: 'Save what is chosen' }).click();
  await sidebar.getByText('K-BAKE-008 is saved').waitFor();

  for (const [row, decision] of [
    [2, 'Adopt'],
    [3, 'Iterate'],
    [4, 'Drop'],
  ] as const) {
    await desk.goTo(`Experiments!B${row}`);
    const title = (await desk.cell('Experiments', `B${row}`)) ?? '';
    await sidebar.getByRole('button', { name: 'Attention' }).click();
    await sidebar
      .getByRole('button', { name: /^(?:Close out|Open) / })
      .first()
      .waitFor();
    const closeOut = sidebar.getByRole('button', { name: `Close out ${title}` });
    if (await closeOut.isVisible()) {
      await closeOut.click();
      await sidebar.getByRole('heading', { name: /^Close out/ }).waitFor();
      if (decision === 'Adopt') await see('close-out');
      if (decision === 'Drop') await sidebar.getByLabel('It was stopped').check();
    } else {
      await sidebar.getByRole('button', { name: 'Use selected row' }).click();
      await sidebar.getByLabel('Status').selectOption(decision === 'Drop' ? 'Dropped' : 'Completed');
    }
    await sidebar.getByLabel('Actual Result').fill('Seen for three weeks, written down every evening');
    await sidebar.getByLabel('Decision').selectOption(decision);
    if (decision === 'Adopt') {
      await sidebar.getByLabel('Actual Result').press('Control+Enter');
      await sidebar.getByText('The learning is missing').waitFor();
      await see('close-out-refused');
    }
    await sidebar.getByLabel('Learning').fill('What is measured by hand is measured when there is time');
    await sidebar.getByLabel('Learning').press('Control+Enter');
    await sidebar.getByRole('heading', { name: /is closed$/ }).waitFor();
    await see(`closed-${decision.toLowerCase()}`);
  }

  await sidebar.getByRole('button', { name: /^Learnt/ }).click();
  await sidebar.getByText(/\d in all/).waitFor();
  await see('learnt');
  const became = sidebar.getByRole('region', { name: 'What became of it' });
  for (const summary of await became.locator('summary').all()) await summary.click();
  await became.scrollIntoViewIfNeeded();
  await see('learnt-became');
  await sidebar.getByRole('button', { name: /^P-BAKE-001/ }).click();
  await sidebar.getByRole('heading', { name: 'P-BAKE-001' }).waitFor();
  await see('learnt-entry');
  await sidebar.getByRole('button', { name: 'Back' }).click();

  await desk.page.route(CALLS, () => undefined);
  await sidebar.getByRole('button', { name: 'Candidates' }).click();
  await sidebar.getByText('Reading the candidates…').waitFor();
  await see('candidates-loading');
  await desk.page.unroute(CALLS);
  await desk.page.route(CALLS, (route) => route.abort());
  await sidebar.getByRole('button', { name: 'Log', exact: true }).click();
  await sidebar.getByRole('button', { name: 'Candidates' }).click();
  await sidebar.getByText('The script could not be reached').waitFor();
  await see('candidates-failed');
  await desk.page.unroute(CALLS);
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar
    .getByRole('button', { name: /^Promote: / })
    .first()
    .waitFor();
  await see('candidates');
  await pick(sidebar, /^More for /, 'Edit');
  await sidebar.getByRole('button', { name: 'Save' }).waitFor();
  await see('candidates-edited');
  await sidebar.getByRole('button', { name: 'Cancel' }).click();
  for (let left = await sidebar.getByRole('button', { name: /^Promote: / }).count(); left > 0; left--) {
    await pick(sidebar, /^More for /, 'Remove');
    await sidebar.getByRole('button', { name: /^Really remove: / }).click();
    await sidebar
      .getByRole('button', { name: /^Promote: / })
      .nth(left - 1)
      .waitFor({ state: 'detached' });
  }
  await sidebar.getByText('There is no candidate yet').waitFor();
  await see('candidates-empty');

  await sidebar.getByRole('button', { name: 'Log', exact: true }).click();
  await sidebar.getByLabel('Which experiments').selectOption('Dropped');
  await sidebar.getByRole('button', { name: 'Read' }).click();
  await sidebar.getByText('ready to copy').waitFor();
  await see('log');
  await desk.page.route(CALLS, (route) => route.abort());
  await sidebar.getByRole('button', { name: 'Download' }).click();
  await sidebar.getByText('The script could not be reached').waitFor();
  await see('log-failed');
  await desk.page.unroute(CALLS);

  // A layer that is spelt otherwise now: every row of it can be put right at once.
  await desk.type('Settings!F3', 'PROCESS');
  const check = await desk.check();
  await check.locator('summary').first().click();
  await check.getByRole('button', { name: /^Fix all / }).waitFor();
  await see('check');
}

/** Brings a window on an empty spreadsheet from its first minutes to a register without an experiment, and with nothing to do. */
export async function visitFirstMinutes(desk: Desk, see: (name: string) => Promise<void>): Promise<void> {
  const sidebar = await openSidebar(desk, 'Open sidebar');
  await sidebar.getByRole('heading', { name: 'Begin with Kaizen Log' }).waitFor();
  await see('begin');
  await sidebar.getByRole('button', { name: 'Set up empty…' }).click();
  await sidebar.getByLabel('Name').fill('Harbour Bakery');
  await sidebar.getByLabel('ID prefix').fill('K BAKE');
  await sidebar.getByLabel('Entities').fill('Quay Street\nMill Lane\nCross-entity');
  await sidebar.getByRole('button', { name: 'Set up', exact: true }).click();
  await sidebar.getByText('Write up to 31 letters').waitFor();
  await see('set-up');
  await sidebar.getByLabel('ID prefix').fill('K-BAKE');
  await sidebar.getByLabel('ID prefix').press('Control+Enter');
  await sidebar.getByText('There is no experiment yet').waitFor();
  await see('attention-none');
  await sidebar.getByLabel('Quick capture').fill('if we weigh twice, then rolls are even because hands differ');
  await sidebar.getByLabel('Quick capture').press('Enter');
  await unfold(sidebar);
  await sidebar.getByLabel('Layer').selectOption('Process');
  await sidebar.getByRole('textbox', { name: 'Entity' }).fill('Mill Lane');
  await sidebar.getByLabel('Expected Result').fill('Nine of ten rolls within 3 g');
  await sidebar.getByLabel('Duration').fill('4 weeks');
  await sidebar.getByLabel('Duration').press('Control+Enter');
  await sidebar.getByText('Nothing needs attention today').waitFor();
  await see('attention-calm');
}
