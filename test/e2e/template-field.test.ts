// A field more in the template, and nothing else changed, in a copy of the project: sheet, log and form follow.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { copyProject, removeCopy } from '../project-copy.ts';
import { Workbook } from '../server/workbook.ts';
import { Desk, launchBrowser, removeFolder, startWorkbench } from './workbench.ts';

jest.setTimeout(60_000);

const TEA_HOUSE = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');
const LEARNING = "    key: 'learning',\n";
const SPONSOR = `    key: 'sponsor',
    label: 'Sponsor',
    place: 'block',
    optional: true,
    note: 'Who pays for it.',
    width: 120,
  },
  {
`;

let copy: string;
let dist: string;

beforeAll(() => {
  copy = copyProject();
  dist = join(copy, 'dist');
  const file = join(copy, 'src/domain/experiment/template.ts');
  const template = readFileSync(file, 'utf8');
  expect(template.split(LEARNING)).toHaveLength(2);
  writeFileSync(file, template.replace(LEARNING, SPONSOR + LEARNING));
  execFileSync(process.execPath, [join(copy, 'scripts/build.mjs')]);
});
afterAll(() => removeCopy(copy));

test('everything still has its type', () => {
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
  expect(workbook.column('Learning')).toBe(header + 1);
  const row = workbook.values('Experiments').findIndex((values) => values[header] === 'The harbour office') + 1;
  expect(row).toBeGreaterThan(1);

  workbook.ask('exportLog');
  expect(Object.values(workbook.driveTexts())).toEqual([log]);
  expect(workbook.type(row, 'Sponsor', ['The garden club'])).toEqual([]);
  workbook.ask('exportLog');
  expect(Object.values(workbook.driveTexts())).toEqual([log.replace('The harbour office', 'The garden club')]);
});

test('the form asks for it, says what is wrong with it, and writes it to its column', async () => {
  const [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench(['--dist', dist])]);
  try {
    const desk = await Desk.open(browser, workbench.url);
    await desk.choose('New experiment');
    const sidebar = desk.page.frameLocator('#sidebar iframe');
    await sidebar.getByLabel('Title').fill('Bread by bicycle');
    const field = sidebar.getByLabel('Sponsor');
    await field.fill('x'.repeat(50_000));
    await sidebar.getByRole('button', { name: 'Save' }).click();
    await sidebar.getByText('Sponsor is longer than').waitFor();
    await field.fill('The mayor');
    await sidebar.getByRole('button', { name: 'Save' }).click();
    await sidebar.getByText('is written to row 12.').waitFor();
    await desk.shows('Experiments', 'L1', 'Sponsor');
    await desk.shows('Experiments', 'L12', 'The mayor');
  } finally {
    await browser.close();
    await workbench.stop();
    removeFolder(workbench.data);
  }
});
