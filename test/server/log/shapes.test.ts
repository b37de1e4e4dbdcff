// Logs of other teams, brought in and given back in their own shape, by the real bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Workbook } from '../workbook.ts';

const FOLDER = 'test/fixtures/inputs/shapes';
const LOGS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));
const KINDS = 'test/fixtures/kinds';
/** Of the kinds of logs those whose labels stand on the line of the title, or nowhere, and boards. */
const BESIDE = readdirSync(KINDS)
  .filter((name) =>
    /^(?:labels-(?:beside|after)|bold-labels-beside|judged-headings|board-(?:bold|tasks|wrapped))/.test(name),
  )
  .map((name) => ({ name, text: readFileSync(`${KINDS}/${name}`, 'utf8') }));

function imported(text: string): Workbook {
  const workbook = new Workbook();
  expect(workbook.ask('importLog', { name: 'LOG.md', text })).toMatchObject({ ok: true, is: 'done' });
  return workbook;
}

function exported(workbook: Workbook): string {
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  return Object.values(workbook.driveTexts())[0] ?? '';
}

test.each([...LOGS, ...BESIDE])(
  '$name keeps every byte but what was typed, and says nothing new afterwards',
  ({ text }) => {
    const workbook = imported(text);
    expect(exported(workbook)).toBe(text);
    expect(workbook.type(3, 'Learning', ['Two saws | are enough.'])).toEqual([]);
    const learnt = exported(workbook).split('\n');
    const before = text.split('\n');
    const added = learnt.filter((line) => !before.includes(line));
    expect(added.length).toBeLessThanOrEqual(2);
    expect(added.join('\n')).toMatch(/Two saws (?:\\?\|) are enough\./);
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: false });
    workbook.type(4, 'Title', ['Sharpen less']);
    workbook.type(2, 'Status', ['Dropped']);
    exported(workbook);
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: false });
  },
);

test('an ID goes on as the log writes it, and a log without IDs gets none', () => {
  const next = (name: string): [string, string] => {
    const log = LOGS.find((one) => one.name.startsWith(name));
    const workbook = imported(log?.text ?? '');
    const row = workbook.values('Experiments').length + 1;
    workbook.type(row, 'Title', ['Sharpen less']);
    return [String(workbook.cell(row, 'ID')?.value), exported(workbook)];
  };
  expect(next('02')).toEqual(['11', expect.stringContaining('### Experiment 11 — Sharpen less')]);
  expect(next('05')).toEqual(['K-010', expect.stringContaining('## Sharpen less (K-010)')]);
  const [id, text] = next('03');
  expect(id).toBe('K-BIZ-011');
  expect(text).toMatch(/## \d{4}-\d\d-\d\d Sharpen less/);
  expect(text).not.toContain('K-BIZ');
});

test('what the table of a log has no column for is named, and stays in the register', () => {
  const text =
    '| ID | What we try | State | Started |\n|---|---|---|---|\n| T-1 | Red bags | done | 2026-01-05 |\n| T-2 | Blue bags | running | 2026-02-05 |\n';
  const workbook = imported(text);
  expect(exported(workbook)).toBe(text);
  workbook.type(2, 'Learning', ['Seen sooner.']);
  workbook.type(3, 'Title', ['Blue sacks']);
  const report = [
    "The log's table has no place for the Learning of T-1, which stays in the register alone: give the table such a column to have it there, too.",
  ];
  const plan = workbook.ask('previewExport');
  expect(plan).toMatchObject({ ok: true, report });
  expect(plan.ok && plan.outgoing).toHaveLength(1);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: true, report });
  expect(Object.values(workbook.driveTexts())).toEqual([text.replace('Blue bags', 'Blue sacks')]);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: false, report });
  expect(workbook.cell(2, 'Learning')?.value).toBe('Seen sooner.');
});

test('words that people gave a meaning keep it', () => {
  const { text = '' } = LOGS.find(({ name }) => name.startsWith('06')) ?? {};
  const workbook = new Workbook();
  const plan = workbook.ask('previewImport', { name: '', text });
  expect(plan).toMatchObject({ ok: true, understood: { experiments: 9, level: 3 } });
  const shape = { statuses: { 'on the stand': 'Active' } };
  expect(workbook.ask('importLog', { name: '', text, shape })).toMatchObject({ ok: true, is: 'done' });
  expect(workbook.cell(workbook.rowOf('RW-009'), 'Status')?.value).toBe('Active');
  expect(exported(workbook)).toBe(text);
  const shown = () => workbook.values('Settings').map((row) => row.slice(12, 15).join(' · '));
  expect(shown()).toContain('on the stand · status · Active');
  // What was said is taken back by another import.
  const forgotten = { statuses: { 'on the stand': '' as const } };
  expect(workbook.ask('importLog', { name: '', text, shape: forgotten })).toMatchObject({ ok: true, changed: 3 });
  expect(workbook.cell(workbook.rowOf('RW-009'), 'Status')?.value).toBe('On the stand');
  expect(shown()).toContain('on the stand · status · stays as it is written');
  expect(exported(workbook)).toBe(text);
});

test('what is no log is refused with its headings, of which a person may point to the experiments', () => {
  const text = '# Bread\n\n## Rye\n\nSlow.\n\n## Wheat\n\nFast.\n';
  const workbook = new Workbook();
  const request = { name: '', text };
  expect(workbook.ask('previewImport', request)).toMatchObject({
    ok: false,
    message: expect.stringContaining('2 headings like "## Rye"'),
  });
  expect(workbook.ask('previewImport', { ...request, isPointing: true })).toMatchObject({
    survey: {
      headings: [
        { level: 1, count: 1 },
        { level: 2, count: 2, example: '## Rye' },
      ],
    },
  });
  const shape = { level: 2, isPointed: true };
  expect(workbook.ask('importLog', { ...request, shape })).toMatchObject({ ok: true, added: 2 });
  expect(exported(workbook)).toBe(text);
});

test('the items of a list can be pointed to, and are written back as items', () => {
  const text = '# Kitchen\n\n- **2026-03-01 — Knives**: on the wall.\n- **2026-02-09 — Bins**: two.\n';
  const workbook = new Workbook();
  const request = { name: '', text };
  expect(workbook.ask('previewImport', request)).toMatchObject({
    ok: false,
    message: expect.stringContaining('2 list items like "- **2026-03-01 — Knives**: on the wall."'),
  });
  expect(workbook.ask('previewImport', { ...request, isPointing: true })).toMatchObject({ survey: { items: 2 } });
  expect(workbook.ask('importLog', { ...request, shape: { level: 8, isPointed: true } })).toMatchObject({ added: 2 });
  expect(exported(workbook)).toBe(text);
  workbook.type(2, 'Learning', ['Magnets hold.']);
  expect(exported(workbook)).toBe(text.replace('wall.\n', 'wall.\n  - **Learning:** Magnets hold.\n'));
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: false });
});

test('one list can be pointed to: the items of others stay text, and the register keeps which it was', () => {
  const text =
    '# Kitchen\n\n- two keys\n- one stove\n\n## Tried\n\n- Knives on the wall\n- Bins in pairs\n\n## Done\n\n- Spring clean\n- Oven\n';
  const workbook = new Workbook();
  const request = { name: '', text };
  expect(workbook.ask('previewImport', { ...request, isPointing: true })).toMatchObject({
    survey: {
      items: 6,
      lists: [
        { title: '# Kitchen', list: 'kitchen', count: 2, example: '- two keys' },
        { title: '## Tried', list: 'tried', count: 2, example: '- Knives on the wall' },
        { title: '## Done', list: 'done', count: 2, example: '- Spring clean' },
      ],
    },
  });
  const shape = { level: 8, isPointed: true, list: 'tried' };
  expect(workbook.ask('importLog', { ...request, shape })).toMatchObject({ added: 2 });
  expect(exported(workbook)).toBe(text);
  workbook.type(2, 'Learning', ['Magnets hold.']);
  workbook.type(4, 'Title', ['Lids on hooks']);
  const added = '- Lids on hooks\n  - **Date:** 2026-03-02\n  - **Status:** Proposed\n';
  expect(exported(workbook)).toBe(
    text
      .replace(/on the wall\n/, (line) => `${line}  - **Learning:** Magnets hold.\n`)
      .replace(/- Bins in pairs\n/, (line) => line + added),
  );
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: false });
});

test('a table in HTML keeps its form whatever is typed into a cell', () => {
  const row = (...cells: string[]) => `  <tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
  const head = '<table>\n  <tr><th>Title</th><th>Status</th><th>Started</th><th>Learning</th></tr>\n';
  const [one, two] = [row('Red bags', 'done', '2026-01-05', ''), row('Blue bags', 'running', '2026-02-05', '')];
  const text = `# Experiments\n\n${head}${one}${two}</table>\n`;
  const workbook = imported(text);
  expect(exported(workbook)).toBe(text);
  workbook.type(2, 'Learning', ['Red < blue & "green"']);
  const learnt = row('Red bags', 'done', '2026-01-05', 'Red &lt; blue &amp; "green"');
  expect(exported(workbook)).toBe(text.replace(one, learnt));
  workbook.type(4, 'Title', ['Green bags']);
  const written = exported(workbook);
  expect(written).toMatch(/<tr><td>Green bags<\/td><td>\w*<\/td><td>.*<\/td><td><\/td><\/tr>\n<\/table>\n$/);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: false });
});
