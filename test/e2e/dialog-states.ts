// Every dialog and every view of the dashboard in its states, for those who look at them: tests by rule, pictures by eye.
import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import type { Desk } from './workbench.ts';

/** Where the page in a dialog is. */
export const DIALOG = '[role=dialog] iframe';
const SIDEBAR = '#sidebar iframe';

const LOG = 'test/fixtures/inputs/shapes/06-field-tables-half-way.md';
const SHEET = 'test/fixtures/sheets/03-tea-house-tries.csv';

async function close(desk: Desk): Promise<void> {
  await desk.page.locator('[role=dialog] .dialog-head').getByRole('button', { name: 'Close', exact: true }).click();
  await desk.page.locator('[role=dialog]').waitFor({ state: 'detached' });
}

/** Chooses an item of the menu below *Help*. */
export async function chooseHelp(desk: Desk, item: string): Promise<void> {
  await desk.page.getByRole('menuitem', { name: 'Kaizen Log' }).click();
  await desk.page.getByRole('menuitem', { name: 'Help' }).click();
  await desk.page.getByRole('menuitem', { name: item }).click();
}

/** Brings a window on an empty spreadsheet from dialog to dialog, the log that is brought in first being what the others are about; `see` is awaited in each state. */
export async function visitDialogs(desk: Desk, see: (name: string, frame: string) => Promise<void>): Promise<void> {
  await desk.choose('Import a log…');
  let dialog = desk.dialog('Import a log');
  await dialog.getByRole('button', { name: 'Preview' }).waitFor();
  await see('import', DIALOG);
  await dialog.getByLabel('Or paste its text').fill('# Bread\n\n## Rye\n\nSlow.\n\n## Wheat\n\nFast.\n');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('radio', { name: /^Each of these is an experiment/ }).check();
  await see('import-pointing', DIALOG);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await dialog.getByLabel('Or paste its text').fill(readFileSync(LOG, 'utf8'));
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('region', { name: 'How this log was read' }).waitFor();
  await see('import-understood', DIALOG);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await dialog.getByText('experiments added').waitFor();
  await see('import-done', DIALOG);
  await close(desk);

  await desk.choose('Use a sheet you have…');
  dialog = desk.dialog('Use a sheet you have');
  await dialog.getByLabel('CSV or TSV file').setInputFiles(SHEET);
  await see('sheet', DIALOG);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByText('row 1 names the columns').waitFor();
  await see('sheet-understood', DIALOG);
  await close(desk);

  await desk.choose('Export to Drive…');
  dialog = desk.dialog('Export to Drive');
  await dialog.getByRole('button', { name: 'Write to Drive' }).waitFor();
  await see('export', DIALOG);
  await dialog.getByRole('button', { name: 'Write to Drive' }).click();
  await dialog.getByRole('button', { name: 'Close' }).waitFor();
  await see('export-done', DIALOG);
  await close(desk);

  await (await desk.check()).getByRole('button', { name: 'Copy the result' }).waitFor();
  await see('check', SIDEBAR);
  await desk.page.locator('#sidebar').getByRole('button', { name: 'Close sidebar' }).click();

  await chooseHelp(desk, 'How to use it…');
  await desk.dialog('Help').getByRole('heading', { name: 'Self-check' }).waitFor();
  await see('help', DIALOG);
  await close(desk);

  await chooseHelp(desk, 'Self-check…');
  await desk.dialog('Self-check').getByLabel('Report').waitFor();
  await see('self-check', DIALOG);
  await close(desk);

  await desk.type('Experiments!O1', 'Lesson');
  await desk.choose('Export to Drive…');
  await desk.dialog('Export to Drive').getByText('The column "Learning" is missing').waitFor();
  await see('columns-lost', DIALOG);
  await close(desk);
  await desk.type('Experiments!O1', 'Learning');
}

/** What the view of learnings shows besides them. */
const LEARNINGS = { 'what-became-of-it': 'What became of it', 'a-quarter': 'A quarter on one page' };

const VIEWS = ['At a glance', 'Numbers', 'Chains', 'Learnings', 'Review'];

/** Opens the dashboard, goes through its views and closes it. */
export async function visitDashboard(desk: Desk, see: (name: string) => Promise<void>): Promise<void> {
  await desk.choose('Dashboard…');
  const dashboard = desk.dialog('Dashboard');
  await dashboard.getByRole('button', { name: 'Refresh', exact: true }).waitFor();
  for (const view of VIEWS) {
    await dashboard.getByRole('navigation').getByRole('button', { name: view }).click();
    await shown(dashboard, view);
    await see(`dashboard-${view.toLowerCase().replaceAll(' ', '-')}`);
  }
  await dashboard.getByRole('navigation').getByRole('button', { name: 'Learnings' }).click();
  for (const [name, title] of Object.entries(LEARNINGS)) {
    await dashboard.getByRole('combobox', { name: 'Show' }).selectOption(title);
    await see(`dashboard-${name}`);
  }
  await dashboard.getByRole('navigation').getByRole('button', { name: 'At a glance' }).click();
  await shown(dashboard, 'At a glance');
  const number = dashboard.getByRole('region', { name: 'Now', exact: true }).getByRole('button').first();
  if (await number.isVisible()) {
    await number.click();
    await dashboard.getByRole('dialog').waitFor();
    await see('dashboard-list');
    await dashboard.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  }
  await close(desk);
}

const shown = (dashboard: FrameLocator, view: string) =>
  dashboard.getByRole('button', { name: view, exact: true }).and(dashboard.locator('[aria-current]')).waitFor();
