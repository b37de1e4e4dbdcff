// Takes the pictures in docs/ from the running workbench: npm run screenshots [-- workbench|sidebar|dialogs|owner|score|benefit|rollout|learnt-views|learnt|looks|sheet|dashboard|log|listing]
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fill, wantBenefits } from './benefits.ts';
import { launchForPictures } from './chromium.ts';
import { generatedRegister } from './generated-register.ts';
import { wantLearnt } from './learnt-register.ts';
import { openSidebar, visitFirstMinutes, visitStates } from './sidebar-states.ts';
import { Desk, newFolder, removeFolder, startWorkbench } from './workbench.ts';

const [wanted] = process.argv.slice(2);
const isWanted = (subject: string) => wanted === undefined || wanted === subject;

const browser = await launchForPictures();

/** Takes the whole window, with the mouse over nothing. */
async function takeWindow(desk: Desk, file: string): Promise<void> {
  await desk.page.mouse.move(0, 0);
  await desk.page.screenshot({ path: resolve(file) });
}

/** Opens a window on what is saved in a folder, lets `take` take its pictures, and removes the folder. */
async function picture(data: string, take: (desk: Desk) => Promise<void>, args: string[] = []): Promise<void> {
  const workbench = await startWorkbench(args, data);
  const desk = await Desk.open(browser, workbench.url);
  await desk.page.setViewportSize({ width: 1280, height: 720 });
  await take(desk);
  await desk.page.close();
  await workbench.stop();
  removeFolder(data);
}

if (isWanted('workbench')) {
  await picture(newFolder(), async (desk) => {
    // It names a folder of this machine.
    await desk.page.getByRole('button', { name: 'Close the welcome' }).click();
    await desk.goTo('Experiments!B2');
    const sidebar = await openSidebar(desk, 'Open sidebar');
    await sidebar.getByText('days over').first().waitFor();
    await takeWindow(desk, 'docs/workbench.png');
  });
}

if (isWanted('sidebar')) {
  for (const [visit, ...args] of [[visitStates], [visitFirstMinutes, '--empty']] as const) {
    await picture(
      newFolder(),
      async (desk) => {
        await desk.page.setViewportSize({ width: 1280, height: 900 });
        await visit(desk, async (name) => {
          await desk.page.locator('#sidebar').screenshot({ path: resolve(`docs/sidebar/${name}.png`) });
        });
      },
      args,
    );
  }
}

if (isWanted('dialogs')) {
  await picture(newFolder(), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 900 });
    await desk.choose('Export to Drive…');
    const dialog = desk.dialog('Export to Drive');
    await dialog.getByRole('button', { name: 'Write to Drive' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    const hypothesis = (await desk.cell('Experiments', 'J2')) ?? '';
    await desk.paste('Experiments!J2', [[hypothesis.replace(/\w+ing\b|\bthe\b/, 'every')]]);
    await desk.type('Candidates!B2', 'Prepare sandwich fillings the evening before, on Fridays');
    await desk.choose('Export to Drive…');
    await dialog.getByRole('region', { name: 'This changes in the file' }).waitFor();
    const frame = desk.page.getByRole('dialog', { name: 'Export to Drive' });
    await frame.screenshot({ path: resolve('docs/export-preview.png') });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await desk.type('Experiments!O1', 'Lesson');
    await desk.choose('Set up or repair');
    await desk.dialog('Columns').getByText('Lesson').first().waitFor();
    await desk.page.getByRole('dialog', { name: 'Columns' }).screenshot({ path: resolve('docs/columns-asked.png') });
  });
}

if (isWanted('owner')) {
  await picture(generatedRegister(30), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 900 });
    await desk.type('Settings!B11', 'Owner');
    await desk.choose('Set up or repair');
    await desk.shows('Experiments', 'I1', 'Owner');
    const names = ['Mia', 'Tom', 'Mia, Ida', '', 'Tom'];
    await desk.paste(
      'Experiments!I2',
      Array.from({ length: 30 }, (_, row) => [names[row % names.length] ?? '']),
    );
    // Without the toasts.
    await desk.page.reload();
    await desk.page.evaluate(() => window.workbench.ready);
    const sidebar = await openSidebar(desk, 'Open sidebar');
    await sidebar.getByText('days over').first().waitFor();
    await sidebar.getByRole('button', { name: 'Filter' }).click();
    await sidebar.getByLabel('Owner').selectOption('Mia');
    await desk.page.locator('#sidebar').screenshot({ path: resolve('docs/attention-owner.png') });
    await desk.choose('Dashboard…');
    const dashboard = desk.page.getByRole('dialog', { name: 'Dashboard' });
    await desk.dialog('Dashboard').getByRole('region', { name: 'Who has what overdue' }).waitFor();
    await dashboard.screenshot({ path: resolve('docs/dashboard-owner.png') });
  });
}

if (isWanted('score')) {
  await picture(newFolder(), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 900 });
    await desk.type('Settings!B12', 'ICE');
    await desk.choose('Set up or repair');
    await desk.shows('Candidates', 'I1', 'Score');
    await desk.paste('Candidates!F2', [
      ['8', '6', '7'],
      ['9', '8', '7'],
      ['5', '', ''],
    ]);
    // Without the toasts.
    await desk.page.reload();
    await desk.page.evaluate(() => window.workbench.ready);
    const sidebar = await openSidebar(desk, 'Open sidebar');
    await sidebar.getByRole('button', { name: 'Candidates' }).click();
    await sidebar.getByText('Score 336').waitFor();
    await desk.page.locator('#sidebar').screenshot({ path: resolve('docs/candidates-scored.png') });
    await desk.choose('Dashboard…');
    const next = desk.dialog('Dashboard').getByRole('region', { name: 'What to try next' });
    await next.waitFor();
    await next.screenshot({ path: resolve('docs/dashboard-next.png') });
  });
}

if (isWanted('benefit')) {
  await picture(newFolder(), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 900 });
    await wantBenefits(desk);
    // Without the toasts.
    await desk.page.reload();
    await desk.page.evaluate(() => window.workbench.ready);
    await desk.page.setViewportSize({ width: 800, height: 1000 });
    await desk.choose('Dashboard…');
    const dashboard = desk.dialog('Dashboard');
    await dashboard.getByRole('button', { name: 'Numbers' }).click();
    const part = dashboard.getByRole('region', { name: 'Benefit', exact: true });
    await part.waitFor();
    await part.screenshot({ path: resolve('docs/dashboard-benefit.png') });
  });
}

if (isWanted('learnt')) {
  await picture(newFolder(), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 1000 });
    const sidebar = await openSidebar(desk, 'Open sidebar');
    await sidebar.getByRole('button', { name: /^Close out Oven log/ }).click();
    await sidebar.getByLabel('Actual Result').fill('Two trays burnt in six weeks, and one of them before noon.');
    await sidebar.getByLabel('Learning').fill('Read what wears out by sensor: drift shows a day ahead.');
    await sidebar.getByLabel('Decision').selectOption('Adopt');
    await sidebar.getByLabel('When to use it').fill('Wherever a device wears out slowly.');
    await sidebar.getByLabel('When to use it').scrollIntoViewIfNeeded();
    await desk.page.locator('#sidebar').screenshot({ path: resolve('docs/close-out-pattern.png') });
    await sidebar.getByRole('button', { name: 'Close it' }).click();
    await sidebar.getByRole('button', { name: 'Show P-BAKE-001' }).waitFor();
    await desk.choose('Export to Drive…');
    await desk.dialog('Export to Drive').getByLabel('What to export').selectOption('Patterns');
    await desk
      .dialog('Export to Drive')
      .getByText(/PATTERNS.md will be/)
      .waitFor();
    const dialog = desk.page.getByRole('dialog', { name: 'Export to Drive' });
    await dialog.screenshot({ path: resolve('docs/export-patterns.png') });
  });
}

if (isWanted('rollout')) {
  await picture(newFolder(), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 900 });
    await desk.type('Settings!B11', 'Decision Rule, Rolling Out');
    await desk.choose('Set up or repair');
    await fill(desk, 'Decision Rule', ['We adopt if the alarm comes before the burnt tray in two of three weeks.']);
    // Without the toasts.
    await desk.page.reload();
    await desk.page.evaluate(() => window.workbench.ready);
    const take = (file: string) => desk.page.locator('#sidebar').screenshot({ path: resolve(`docs/${file}.png`) });
    let sidebar = await openSidebar(desk, 'Open sidebar');
    await sidebar.getByRole('button', { name: /^Close out Oven log/ }).click();
    await sidebar.getByLabel('Actual Result').fill('The alarm came a day ahead in all three weeks');
    await take('close-out-rule');
    await sidebar.getByLabel('Learning').fill('Drift shows a day ahead of the burnt tray');
    for (const [at, place] of ['Station', 'Mill Lane'].entries()) {
      await sidebar.getByRole('button', { name: 'Add place' }).click();
      await sidebar.getByLabel(`Place ${at + 1}`, { exact: true }).fill(place);
    }
    await sidebar.getByLabel('Place 1 from').fill('2026-05-01');
    await sidebar.getByLabel('State of place 2').selectOption('Done');
    await sidebar.getByLabel('Decision', { exact: true }).selectOption('Adopt');
    await sidebar.getByRole('group', { name: 'Rolling Out' }).scrollIntoViewIfNeeded();
    await take('rolling-out-form');
    await sidebar.getByLabel('Not this time').check();
    await sidebar.getByRole('button', { name: 'Close it' }).click();
    await sidebar.getByRole('heading', { name: /is closed$/ }).waitFor();
    sidebar = await openSidebar(desk, 'Open sidebar');
    const group = sidebar.getByRole('region', { name: 'Rolling out' });
    await group.getByText(/late$/).waitFor();
    await group.scrollIntoViewIfNeeded();
    await take('attention-rolling-out');
  });
}

if (isWanted('learnt-views')) {
  await picture(newFolder(), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 900 });
    await wantLearnt(desk, 'Scale first', 'Weigh first, then bake');
    // Without the toasts.
    await desk.page.reload();
    await desk.page.evaluate(() => window.workbench.ready);
    await desk.page.setViewportSize({ width: 1000, height: 1000 });
    await desk.choose('Dashboard…');
    const dashboard = desk.dialog('Dashboard');
    await dashboard.getByRole('navigation').getByRole('button', { name: 'Learnings' }).click();
    const part = dashboard.getByRole('combobox', { name: 'Show' });
    const frame = desk.page.getByRole('dialog', { name: 'Dashboard' });
    await part.selectOption('What became of it');
    await dashboard.getByRole('region', { name: 'Not written down' }).waitFor();
    await frame.screenshot({ path: resolve('docs/dashboard-learnt.png') });
    await part.selectOption('A quarter on one page');
    await dashboard.getByRole('region', { name: 'What we tried' }).waitFor();
    await frame.screenshot({ path: resolve('docs/dashboard-quarter.png') });
  });
}

/** Ways to look at it that are not how most do. */
const LOOKS: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  dark: (desk) => desk.page.emulateMedia({ colorScheme: 'dark' }),
  'forced-colours': (desk) => desk.page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' }),
  '1024-by-640': async (desk) => {
    await desk.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await desk.page.setViewportSize({ width: 1024, height: 640 });
  },
  // What a window of 1280 by 720 pixels comes to.
  'at-200-percent': (desk) => desk.page.setViewportSize({ width: 640, height: 360 }),
};

if (isWanted('looks')) {
  const rightToLeft = ['לוח משימות ליד הדלת (Kettle 12) במקום פתק', 'لوح المهام ٢٠٢٦ بجانب الباب'];
  const data = generatedRegister(30, (row, index) => {
    const title = rightToLeft[index % 3];
    if (title !== undefined) row.experiment.title = title;
  });
  await picture(data, async (desk) => {
    await desk.page.getByRole('button', { name: 'Close the welcome' }).click();
    // Rows that were pasted far below get their height from a check.
    await (await desk.check()).getByRole('button', { name: 'Copy the result' }).waitFor();
    await desk.goTo('Experiments!B20');
    await (await openSidebar(desk, 'Open sidebar')).getByText('days over').first().waitFor();
    for (const [name, turn] of Object.entries(LOOKS)) {
      await turn(desk);
      await desk.idle();
      await takeWindow(desk, `docs/looks/${name}.png`);
    }
    await desk.page.setViewportSize({ width: 1280, height: 720 });
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    await desk.choose('Dashboard…');
    await desk.dialog('Dashboard').getByRole('img').first().waitFor();
    await takeWindow(desk, 'docs/looks/dashboard-dark.png');
  });
}

if (isWanted('sheet')) {
  await picture(
    newFolder(),
    async (desk) => {
      await desk.page.setViewportSize({ width: 1280, height: 900 });
      await desk.choose('Use a sheet you have…');
      const dialog = desk.dialog('Use a sheet you have');
      await dialog.getByLabel('CSV or TSV file').setInputFiles('test/fixtures/sheets/03-tea-house-tries.csv');
      await dialog.getByRole('button', { name: 'Preview' }).click();
      await dialog.getByText('row 1 names the columns').waitFor();
      await desk.page.getByRole('dialog').screenshot({ path: resolve('docs/sheet-understood.png') });
    },
    ['--empty'],
  );
}

const DASHBOARD_VIEWS = {
  'At a glance': 'dashboard',
  Numbers: 'dashboard-numbers',
  Chains: 'dashboard-chains',
  Learnings: 'dashboard-learnings',
  Review: 'dashboard-review',
};

if (isWanted('dashboard')) {
  await picture(generatedRegister(60), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 1240 });
    await desk.choose('Dashboard…');
    const frame = desk.page.getByRole('dialog', { name: 'Dashboard' });
    const dashboard = desk.dialog('Dashboard');
    await dashboard.getByRole('button', { name: 'Larger' }).click();
    await dashboard.getByRole('button', { name: 'Smaller' }).waitFor();
    for (const [view, file] of Object.entries(DASHBOARD_VIEWS)) {
      await dashboard.getByRole('navigation').getByRole('button', { name: view }).click();
      await dashboard
        .getByRole('button', { name: view, exact: true })
        .and(dashboard.locator('[aria-current]'))
        .waitFor();
      await frame.screenshot({ path: resolve(`docs/${file}.png`) });
    }
  });
}

if (isWanted('log')) {
  const logs = 'test/fixtures/inputs/shapes';
  await picture(
    newFolder(),
    async (desk) => {
      await desk.choose('Import a log…');
      const box = desk.page.getByRole('dialog', { name: 'Import a log' });
      const dialog = desk.dialog('Import a log');
      const preview = async (text: string): Promise<void> => {
        await dialog.getByLabel('Or paste its text').fill(text);
        await dialog.getByRole('button', { name: 'Preview' }).click();
      };
      await preview('# Bread\n\n## Rye\n\nSlow.\n\n## Wheat\n\nFast.\n');
      await dialog.getByRole('radio', { name: /^Each of these is an experiment/ }).check();
      await box.screenshot({ path: resolve('docs/log-pointing.png') });
      await dialog.getByRole('button', { name: 'Back' }).click();
      await preview(readFileSync(`${logs}/06-field-tables-half-way.md`, 'utf8'));
      const words = dialog.getByRole('region', { name: 'How this log was read' });
      await words.getByRole('combobox', { name: 'Meaning of the status “On the stand”' }).selectOption('Active');
      await words.getByText(/words of this log mean: 1 is not known/).waitFor();
      await box.screenshot({ path: resolve('docs/log-understood.png') });
      await dialog.getByRole('button', { name: 'Import' }).click();
      await dialog.getByText('9 experiments added').waitFor();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await desk.shows('Experiments', 'B2', 'Pump by the door');
      // It names a folder of the machine.
      await desk.page.getByRole('button', { name: 'Close the welcome' }).click();
      await takeWindow(desk, 'docs/log-brought-in.png');
    },
    ['--empty'],
  );
}

// Of the size that the Marketplace asks for: scripts/google/listing.mjs.
if (isWanted('listing')) {
  const take = (desk: Desk, name: string) => takeWindow(desk, `docs/marketplace/screenshot-${name}.png`);
  await picture(newFolder(), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 800 });
    await desk.page.getByRole('button', { name: 'Close' }).first().click();
    await desk.goTo('Experiments!B2');
    let sidebar = await openSidebar(desk, 'Open sidebar');
    await sidebar.getByText('days over').first().waitFor();
    await take(desk, '1-register');
    sidebar = await openSidebar(desk, 'New experiment');
    await sidebar.getByText('More fields').waitFor();
    await take(desk, '2-form');
  });
  await picture(generatedRegister(60), async (desk) => {
    await desk.page.setViewportSize({ width: 1280, height: 800 });
    await desk.page.getByRole('button', { name: 'Close' }).first().click();
    await desk.choose('Dashboard…');
    await desk.dialog('Dashboard').getByRole('button', { name: 'Numbers' }).waitFor();
    await take(desk, '3-dashboard');
  });
}

await browser.close();
