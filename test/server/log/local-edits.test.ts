// One edit in the sheet to each experiment of logs of other shapes: the export changes that experiment's lines, and no others.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { meaningOfStatus } from '../../../src/log/shape/status-words.ts';
import { sectionOfStatus, titleOfSection } from '../../../src/log/text/sections.ts';
import type { HostStore } from '../../../workbench/host/store.ts';
import { IS_LONG, report, shareOf } from '../figures.ts';
import { copied, Workbook } from '../workbook.ts';

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
  const column = (header: string) => rows.map((row) => String(row[workbook.column(header)]));
  const [ids, titles] = [column('ID'), column('Title')];
  return [
    { name: text.split('\n').find((line) => line.startsWith('# ')) ?? '', text, store: workbook.store, ids, titles },
  ];
});

/** What comes and goes around experiments: blanks, separators, the sign of an empty section, the day. */
const PASSING = /^(?:[ \t]*|---|\(none yet\)|.*last updated.*)$/i;

/**
 * The lines of a log that do not only pass: those of one experiment, and all others. Told by headings and rows alone, so that this does not
 * rest on how the add-on reads: a row is an experiment by itself; others reach to the next heading above their own level, or of their
 * level with an experiment's title or a section's words, or to a rule in a log that parts no experiments by rules.
 */
function split(text: string, title: string, titles: readonly string[]): { own: string[]; others: string[] } {
  const lines: Record<'own' | 'others', string[]> = { own: [], others: [] };
  const isRuled = /^---\r?\n\r?\n##/m.test(text);
  const plain = (line: string) => line.replace(/\\\|/g, '|').replace(/<br>/g, ' ');
  let level = 0;
  let fence = '';
  for (const line of text.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    const [, marks = '', words = ''] = (fence === '' && /^\uFEFF? {0,3}(#{1,6})[ \t]+(.*)/.exec(line)) || [];
    const isRow = fence === '' && line.startsWith('|') && plain(line).includes(`| ${title}`) && title !== '';
    const isTitled = [...titles, title].some((one) => isTitle(words, one));
    const isEnd = marks.length < level || isTitled || /^(?:\[|(?:Active|Completed|Dropped) |Ide)/.test(words);
    if (marks !== '' && isTitle(words, title)) level = marks.length;
    else if (marks !== '' && marks.length <= level && isEnd) level = 0;
    else if (line === '---' && !isRuled) level = 0;
    if (!PASSING.test(line)) lines[level > 0 || isRow ? 'own' : 'others'].push(line);
  }
  return lines;
}

/** Whether a heading ends with a title, marks and an ID behind it aside. */
function isTitle(words: string, title: string): boolean {
  const at = title === '' ? -1 : words.indexOf(title);
  return at >= 0 && /^[^\p{L}\p{N},]*(?:\([A-Z]-\d+\))?[ #]*$/u.test(words.slice(at + title.length));
}

/** The lines but the heading of a section. */
const without = (section: string, lines: readonly string[]) => lines.filter((line) => line !== `## ${section}`);

/** What an export writes; what a deleted row takes along is asked about first, and may go. */
interface Lost {
  key: string;
  label: string;
  likely: { name: string; letters: string }[];
}

function exportedText(workbook: Workbook): string {
  const { questions } = workbook.ask('previewExport') as unknown as { questions: { key: string; seal: string }[] };
  const answers = Object.fromEntries(questions.map(({ key, seal }) => [key, { seal, choice: 'register' }]));
  expect(workbook.ask('exportLog', { answers })).toMatchObject({ ok: true, is: 'done' });
  total.exports += 1;
  return Object.values(workbook.driveTexts())[0] ?? '';
}

/** What is typed under which header; `most`: how many lines it may take, a label's and its own. */
const TYPED = [
  // With the day of its start.
  { header: 'Status', textFor: (old: string) => (old === 'Active' ? 'Dropped' : 'Active'), most: 2 },
  { header: 'Learning', textFor: () => 'Two saws are enough.', most: 2 },
  { header: 'Title', textFor: () => 'Sharpen less', most: 1 },
];

/** Whether a line of an experiment is one that a change of this field may touch. */
function isOfField(header: string, texts: readonly string[]): (line: string) => boolean {
  const stamp = header === 'Status' ? '|state|started|start|date started|beginn' : '';
  const words = header === 'Learning' ? 'Learning|Key Learnings|Learned|Lessons|Gelernt|What we learned' : header;
  const label = new RegExp(`^[ \\t|*_#-]*(?:${words}${stamp})`, 'i');
  const said = texts.flatMap((text) => text.split('\n')).filter((text) => text.trim() !== '');
  // A row is one line; a status may stand on the line below its label, in the log's own word.
  const isOwnLine = (line: string) =>
    /^\| [A-Z]-\d+ /.test(line) || (header === 'Status' && meaningOfStatus(line) !== undefined);
  return (line) => label.test(line) || isOwnLine(line) || said.some((text) => line.includes(text));
}

const open = ({ store }: { store: HostStore }) => copied(store);
const CASES = LOGS.flatMap((log) => log.ids.map((id, index) => ({ ...log, id, title: log.titles[index] ?? '' })));
/** In the short run every third experiment, each with another kind of edit; a row is deleted of those between. */
const EDITED = CASES.filter((_, at) => IS_LONG || at % TYPED.length === 0).map((each, turn) => ({ ...each, turn }));
const DELETED = CASES.filter((_, at) => IS_LONG || at % TYPED.length === 1);
total.logs = LOGS.length;
total.experiments = EDITED.length;

test('experiments of most of the logs are read', () => {
  expect(new Set(CASES.map(({ text }) => text)).size).toBeGreaterThan(shareOf(TEXTS).length / 2);
});

test.each(EDITED)(
  'in "$name", an edit of $id changes no line of another',
  ({ id, turn, text, store, title, titles }) => {
    const before = split(text, title, titles);
    expect(before.own).not.toEqual([]);
    for (const [kind, { header, textFor, most }] of TYPED.entries()) {
      if (!IS_LONG && turn % TYPED.length !== kind) continue;
      const workbook = open({ store });
      const row = workbook.rowOf(id);
      const old = String(workbook.cell(row, header)?.value ?? '');
      const typed = textFor(old);
      expect(workbook.type(row, header, [typed])).toEqual([]);
      const after = split(exportedText(workbook), header === 'Title' ? typed : title, titles);
      // A log that has sections for statuses gets the one that it lacks.
      const section = header === 'Status' ? titleOfSection(sectionOfStatus(typed) ?? 'active') : '';
      expect(without(section, after.others)).toEqual(without(section, before.others));
      const isOf = isOfField(header, [old || '(pending)', typed]);
      expect(after.own.filter((line) => !isOf(line))).toEqual(before.own.filter((line) => !isOf(line)));
      // A log has words of its own for statuses, or says them by its sections.
      const isSaid = header !== 'Status' || after.own.some((line) => line.includes(typed));
      if (isSaid) expect(after.own.filter(isOf).join('\n')).toContain(typed);
      expect(workbook.ask('exportLog')).toMatchObject({ wasWritten: false });
      expect(after.own.filter(isOf).length - before.own.filter(isOf).length).toBeLessThanOrEqual(most);
    }
  },
);

test.each(DELETED)(
  'in "$name", the row of $id takes its lines along and no others',
  ({ id, text, store, title, titles }) => {
    const workbook = open({ store });
    const { id: sheet } = workbook.sheet('Experiments');
    workbook.host.act({ kind: 'delete-rows', sheet, at: workbook.rowOf(id) - 1, count: 1 });
    expect(split(exportedText(workbook), title, titles)).toEqual({
      own: [],
      others: split(text, title, titles).others,
    });
  },
);

test.each(LOGS)('in "$name", headers that were changed and brought back change nothing', ({ text, store }) => {
  const workbook = open({ store });
  for (const header of ['Learning', 'Status']) workbook.type(1, header, [`${header} of ours`]);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: false });
  const { columns } = workbook.ask('readColumns') as unknown as { columns: Lost[] };
  const renamed = columns.map(({ key, label, likely }) => ({
    key,
    is: 'renamed',
    ...likely.find(({ name }) => name === `${label} of ours`),
  }));
  expect(renamed).toHaveLength(2);
  expect(workbook.ask('saveColumns', renamed)).toEqual({ ok: true });
  expect(exportedText(workbook)).toBe(text);
});

test.each(LOGS)('in "$name", a new experiment adds its own lines', ({ text, store, ids, titles }) => {
  const workbook = open({ store });
  const row = ids.length + 2;
  workbook.type(row, 'Title', ['Sharpen less']);
  const id = String(workbook.cell(row, 'ID')?.value ?? '');
  expect(ids).not.toContain(id);
  const { own, others } = split(exportedText(workbook), 'Sharpen less', titles);
  const section = titleOfSection('active');
  expect(without(section, others)).toEqual(without(section, split(text, 'Sharpen less', titles).others));
  expect(own[0]).toMatch(text.includes(ids[0] ?? '') ? new RegExp(`\\b${id}\\b`) : /Sharpen less/);
});
