// One edit in the sheet to each experiment of logs of other shapes: the export changes that experiment's lines, and no others.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { sectionOfStatus, titleOfSection } from '../../../src/log/text/sections.ts';
import type { HostStore } from '../../../workbench/host/store.ts';
import { IS_LONG, report, shareOf } from '../figures.ts';
import { copyOfStore, Workbook } from '../workbook.ts';

const FOLDER = 'test/fixtures/inputs';
const TEXTS = [
  ...readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(FOLDER, name)),
  'test/fixtures/tea-house.md',
].map((path) => readFileSync(path, 'utf8'));

const total = { logs: 0, experiments: 0, exports: 0 };
afterAll(() => report('local-edits', total));

/** The logs that are taken for logs, each in a register of its own. */
const LOGS = shareOf(TEXTS).flatMap((text) => {
  const workbook = new Workbook();
  if (!workbook.ask('importLog', { name: 'LOG.md', text }).ok) return [];
  const [, ...rows] = workbook.shorten().values('Experiments');
  const ids = rows.map((row) => String(row[workbook.column('ID')]));
  return [{ name: text.split('\n').find((line) => line.startsWith('# ')) ?? '', text, store: workbook.store, ids }];
});

/** What comes and goes around experiments: blanks, separators, the sign of an empty section, the day. */
const PASSING = /^(?:[ \t]*|---|\(none yet\)|.*last updated.*)$/i;

/**
 * The lines of a log that do not only pass: those of one experiment, and all others. Told by headings alone, so that this does not rest on
 * how the add-on reads: an experiment reaches to the next heading above its own level, or of its level with an ID or a section's words.
 */
function split(text: string, id: string): { own: string[]; others: string[] } {
  const lines: Record<'own' | 'others', string[]> = { own: [], others: [] };
  let level = 0;
  let fence = '';
  for (const line of text.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    const [, marks = '', words = ''] = (fence === '' && /^ {0,3}(#{1,6})[ \t]+(.*)/.exec(line)) || [];
    const isEnd = marks.length < level || /^(?:\[|(?:Active|Completed|Dropped) )/.test(words);
    if (words.startsWith(`[${id}]`)) level = marks.length;
    else if (marks !== '' && marks.length <= level && isEnd) level = 0;
    if (!PASSING.test(line)) lines[level > 0 ? 'own' : 'others'].push(line);
  }
  return lines;
}

/** The lines but the heading of a section. */
const without = (section: string, lines: readonly string[]) => lines.filter((line) => line !== `## ${section}`);

/** What an export writes; what a deleted row takes along is asked about first, and may go. */
function exportedText(workbook: Workbook): string {
  const { questions } = workbook.ask('previewExport') as unknown as { questions: { key: string; seal: string }[] };
  const answers = Object.fromEntries(questions.map(({ key, seal }) => [key, { seal, choice: 'register' }]));
  expect(workbook.ask('exportLog', { answers })).toMatchObject({ ok: true, is: 'done' });
  total.exports += 1;
  return Object.values(workbook.driveTexts())[0] ?? '';
}

/** What is typed under which header; `most`: how many lines it may take, a label's and its own. */
const TYPED = [
  { header: 'Status', textFor: (old: string) => (old === 'Active' ? 'Dropped' : 'Active'), most: 1 },
  { header: 'Learning', textFor: () => 'Two saws are enough.', most: 2 },
  { header: 'Title', textFor: () => 'Sharpen less', most: 1 },
];

/** Whether a line of an experiment is one that a change of this field may touch. */
function isOfField(header: string, texts: readonly string[]): (line: string) => boolean {
  const stamp = header === 'Status' ? '|started' : '';
  const label = new RegExp(`^[ \\t|*_-]*(?:${header}${stamp})\\b`, 'i');
  const said = texts.flatMap((text) => text.split('\n')).filter((text) => text.trim() !== '');
  return (line) => label.test(line) || said.some((text) => line.includes(text));
}

const open = ({ store }: { store: HostStore }) => new Workbook(copyOfStore(store));
const CASES = LOGS.flatMap((log) => log.ids.map((id, index) => ({ ...log, id, index })));
total.logs = LOGS.length;
total.experiments = CASES.length;

test('experiments of most of the logs are read', () => {
  expect(new Set(CASES.map(({ text }) => text)).size).toBeGreaterThan(shareOf(TEXTS).length / 2);
});

// In the short run another kind of edit at each experiment, in the long run all kinds at all of them.
test.each(CASES)('in "$name", an edit of $id changes no line of another', ({ id, index, text, store }) => {
  const before = split(text, id);
  expect(before.own).not.toEqual([]);
  for (const [kind, { header, textFor, most }] of TYPED.entries()) {
    if (!IS_LONG && index % TYPED.length !== kind) continue;
    const workbook = open({ store });
    const row = workbook.rowOf(id);
    const old = String(workbook.cell(row, header)?.value ?? '');
    const typed = textFor(old);
    expect(workbook.type(row, header, [typed])).toEqual([]);
    const after = split(exportedText(workbook), id);
    // A log that has sections for statuses gets the one that it lacks.
    const section = header === 'Status' ? titleOfSection(sectionOfStatus(typed) ?? 'active') : '';
    expect(without(section, after.others)).toEqual(without(section, before.others));
    const isOf = isOfField(header, [old || '(pending)', typed]);
    expect(after.own.filter((line) => !isOf(line))).toEqual(before.own.filter((line) => !isOf(line)));
    expect(after.own.filter(isOf).join('\n')).toContain(typed);
    expect(after.own.filter(isOf).length - before.own.filter(isOf).length).toBeLessThanOrEqual(most);
  }
});

test.each(CASES)('in "$name", the row of $id takes its lines along and no others', ({ id, text, store }) => {
  const workbook = open({ store });
  const { id: sheet } = workbook.sheet('Experiments');
  workbook.host.act({ kind: 'delete-rows', sheet, at: workbook.rowOf(id) - 1, count: 1 });
  expect(split(exportedText(workbook), id)).toEqual({ own: [], others: split(text, id).others });
});

test.each(LOGS)('in "$name", headers that were changed and brought back change nothing', ({ text, store }) => {
  const workbook = open({ store });
  for (const header of ['Learning', 'Status']) workbook.type(1, header, [`${header} of ours`]);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: false });
  workbook.host.choose('setUp');
  expect(exportedText(workbook)).toBe(text);
});

test.each(LOGS)('in "$name", a new experiment adds its own lines', ({ text, store, ids }) => {
  const workbook = open({ store });
  const row = ids.length + 2;
  workbook.type(row, 'Title', ['Sharpen less']);
  const id = String(workbook.cell(row, 'ID')?.value ?? '');
  expect(ids).not.toContain(id);
  const { own, others } = split(exportedText(workbook), id);
  const section = titleOfSection('active');
  expect(without(section, others)).toEqual(without(section, split(text, id).others));
  expect(own[0]).toContain(`[${id}] Sharpen less`);
});
