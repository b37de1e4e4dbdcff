// Fields and a status more in their tables, and nothing else changed, in a copy of the project: sheet, log, form and checks follow.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { copyProject, removeCopy } from '../project-copy.ts';
import { inLongRuns } from '../server/figures.ts';
import { TODAY, Workbook } from '../server/workbook.ts';
import { violationsIn } from './axe.ts';
import { unfold } from './sidebar-states.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench } from './workbench.ts';

jest.setTimeout(300_000);

const TEA_HOUSE = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');
const LEARNING = "    key: 'learning',\n";
const ADDED = `    key: 'sponsor',
    label: 'Sponsor',
    kind: 'block',
    optional: true,
    note: 'Who pays for it.',
    width: 120,
  },
  {
    key: 'lookAgain',
    label: 'Look again',
    kind: 'date',
    optional: true,
    note: 'The day to look again.',
    width: 95,
  },
  {
    key: 'workload',
    label: 'Workload',
    kind: 'choice',
    choices: ['Small', 'Large'],
    optional: true,
    note: 'How much work it is.',
    width: 90,
  },
  {
    key: 'place',
    label: 'Place',
    kind: 'choice or free text',
    choices: ['Bakery', 'Shop'],
    optional: true,
    note: 'Where it runs.',
    width: 90,
  },
  {
`;

const DROPPED = "  {\n    name: 'Dropped',\n";
/** A status between running and ended, that says what it waits for. */
const PAUSED = `  {
    name: 'Paused',
    phase: 'running',
    next: ['Active', 'Dropped'],
    refusal: (to) => \`A paused experiment does not run: make it Active again first, then \${to}.\`,
    needs: [{ field: 'learning', code: 'missing-learning', say: 'say what it waits for' }],
    section: 'active',
    tone: 'soon',
    texture: 'dots',
  },
`;
const NEXT_OF_ACTIVE = "next: ['Proposed', 'Completed', 'Dropped'],";

let copy: string;
let dist: string;

beforeAll(() => {
  copy = copyProject();
  dist = join(copy, 'dist');
  const file = join(copy, 'src/domain/experiment/template.ts');
  const template = readFileSync(file, 'utf8');
  expect(template.split(LEARNING)).toHaveLength(2);
  writeFileSync(file, template.replace(LEARNING, ADDED + LEARNING));
  const statusFile = join(copy, 'src/domain/experiment/status.ts');
  const statuses = readFileSync(statusFile, 'utf8');
  for (const known of [DROPPED, NEXT_OF_ACTIVE]) expect(statuses.split(known)).toHaveLength(2);
  writeFileSync(
    statusFile,
    statuses
      .replace(DROPPED, PAUSED + DROPPED)
      .replace(NEXT_OF_ACTIVE, "next: ['Proposed', 'Paused', 'Completed', 'Dropped'],"),
  );
  execFileSync(process.execPath, [join(copy, 'scripts/build.mjs')], { cwd: copy });
});
afterAll(() => removeCopy(copy));

inLongRuns.test('everything still has its type', () => {
  const tsc = resolve(__dirname, '../../node_modules/typescript/bin/tsc');
  const build = () =>
    execFileSync(process.execPath, [tsc, '-b', 'src/pages', 'src/server'], { cwd: copy, encoding: 'utf8' });
  expect(build()).toBe('');
});

test('the register has its column, with its note, and the log is read and written with it', () => {
  const workbook = new Workbook(undefined, undefined, undefined, dist);
  // The template section of the log comes first; the second place is the first experiment's.
  const [before, template, ...experiments] = TEA_HOUSE.split(/^(?=\*\*Learning:\*\*)/m);
  const log = [before, template, '**Sponsor:**\nThe harbour office\n\n', ...experiments].join('');

  expect(workbook.ask('importLog', { name: 'tea-house.md', text: log })).toMatchObject({ ok: true });
  const header = workbook.column('Sponsor');
  expect(workbook.cell(1, 'Sponsor')?.note).toBe('Who pays for it.');
  expect(workbook.column('Learning')).toBe(header + 4);
  const row = workbook.values('Experiments').findIndex((values) => values[header] === 'The harbour office') + 1;
  expect(row).toBeGreaterThan(1);

  workbook.ask('exportLog');
  expect(Object.values(workbook.driveTexts())).toEqual([log]);
  expect(workbook.type(row, 'Sponsor', ['The garden club'])).toEqual([]);
  workbook.ask('exportLog');
  expect(Object.values(workbook.driveTexts())).toEqual([log.replace('The harbour office', 'The garden club')]);
});

test('the register refuses what is no date, no choice and no status', () => {
  const workbook = new Workbook(undefined, undefined, undefined, dist);
  workbook.host.choose('setUp');
  workbook.type(2, 'Title', ['Bread by bicycle']);
  expect(workbook.type(2, 'Look again', ['someday'])).toHaveLength(1);
  expect(workbook.type(2, 'Workload', ['Huge'])).toEqual(['Choose Small or Large.']);
  expect(workbook.type(2, 'Status', ['Resting'])).toEqual(['Choose Proposed, Active, Completed, Paused or Dropped.']);
});

test('the register lets a date, a choice and the new status in', () => {
  const workbook = new Workbook(undefined, undefined, undefined, dist);
  workbook.host.choose('setUp');
  workbook.type(2, 'Title', ['Bread by bicycle']);
  workbook.type(2, 'Layer', ['Process']);
  expect(workbook.type(2, 'Look again', ['2026-03-09'])).toEqual([]);
  expect(workbook.type(2, 'Place', ['Under the bridge'])).toEqual([]);

  // Its moves, its stamps, what it needs, its timing.
  workbook.type(2, 'Status', ['Paused']);
  expect(workbook.cell(2, 'Status')?.value).toBe('Proposed');
  workbook.type(2, 'Status', ['Active']);
  workbook.type(2, 'Duration', ['4 weeks']);
  workbook.type(2, 'Status', ['Paused']);
  expect(workbook.cell(2, 'Status')?.value).toBe('Paused');
  expect(workbook.cell(2, 'Findings')?.value).toContain('The learning is missing: say what it waits for.');
  expect(workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 })).toMatchObject({
    experiment: { started: TODAY },
    closed: '',
  });
  workbook.type(2, 'Status', ['Completed']);
  expect(workbook.cell(2, 'Status')?.value).toBe('Paused');
  expect(workbook.cell(2, 'Findings')?.value).toContain('make it Active again first, then Completed.');

  // Its section in the log, and back.
  const { text } = workbook.ask('readLogText') as unknown as { text: string };
  expect(text).toMatch(
    /## Active Experiments\n\n### \[K-BIZ-001\] Bread by bicycle\n(?:.*\n)*?\*\*Status:\*\* Paused\n/,
  );
  const again = new Workbook(undefined, undefined, undefined, dist);
  expect(again.ask('importLog', { name: 'log.md', text })).toMatchObject({ ok: true, added: 1, findings: [] });
  expect(again.cell(2, 'Status')?.value).toBe('Paused');
  expect(again.cell(2, 'Look again')?.value).toBe(workbook.cell(2, 'Look again')?.value);
});

inLongRuns.test(
  'the form asks for each in the widget of its kind, says what is wrong, and writes each to its column',
  async () => {
    const [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench(['--dist', dist])]);
    try {
      const desk = await Desk.open(browser, workbench.url);
      await desk.choose('New experiment');
      const sidebar = desk.page.frameLocator('#sidebar iframe');
      await sidebar.getByLabel('Title').fill('Bread by bicycle');
      await unfold(sidebar);
      const field = sidebar.getByLabel('Sponsor');
      await field.fill('x'.repeat(50_000));
      await sidebar.getByRole('button', { name: 'Save' }).click();
      await sidebar.getByText('Sponsor is longer than').waitFor();
      await field.fill('The mayor');
      await sidebar.locator('input[type=date]').and(sidebar.getByLabel('Look again')).fill('2026-03-01');
      expect(await sidebar.getByLabel('Workload').locator('option').allTextContents()).toEqual([
        'Choose…',
        'Small',
        'Large',
      ]);
      await sidebar.getByLabel('Workload').selectOption('Large');
      const offered = await sidebar
        .getByLabel('Place')
        .evaluate((input: HTMLInputElement) => [...(input.list?.options ?? [])].map(({ value }) => value));
      expect(offered).toEqual(['Bakery', 'Shop']);
      await sidebar.getByLabel('Place').fill('Market');
      expect(await violationsIn(desk, '#sidebar iframe')).toEqual([]);
      await sidebar.getByRole('button', { name: 'Save' }).click();
      await sidebar.getByText('is written to row 12.').waitFor();
      for (const [column, header, text] of [
        ['O', 'Sponsor', 'The mayor'],
        ['P', 'Look again', '2026-03-01'],
        ['Q', 'Workload', 'Large'],
        ['R', 'Place', 'Market'],
      ] as const) {
        await desk.shows('Experiments', `${column}1`, header);
        await desk.shows('Experiments', `${column}12`, text);
      }
    } finally {
      await browser.close();
      await workbench.stop();
      removeFolder(workbench.data);
    }
  },
);
