// Another ID for an experiment takes along what the log has of it; an ID once given is never given again.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { copyOfStore, Workbook } from '../workbook.ts';
import { answersTo, succeed } from './replies.ts';

const NOTE = 'Only the file says this.';
const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8')
  .replace(/^### \[K-TEA-001\].*\n/m, (heading) => `${heading}${NOTE}\n\n`)
  .replace('**Learning:**\nGroups', '**Follows:** [K-TEA-001]\n\n**Learning:**\nAs in K-TEA-001, groups');

const exportedOnce = new Workbook();
exportedOnce.ask('importLog', { name: 'TEA_KAIZEN.md', text: log });
exportedOnce.ask('exportLog');
const exported = () => new Workbook(copyOfStore(exportedOnce.store));

const textOf = (workbook: Workbook) => Object.values(workbook.driveTexts())[0] ?? '';
const idsOf = (workbook: Workbook) => workbook.values('Experiments').map(([id]) => id);

function deleteRow(workbook: Workbook, id: string): void {
  const { id: sheet } = workbook.sheet('Experiments');
  workbook.host.act({ kind: 'delete-rows', sheet, at: workbook.rowOf(id) - 1, count: 1 });
}

const APPENDED = `---

### [K-TEA-004] Written by a script
**Date:** 2026-03-01
**Layer:** System
**Entity:** Shop
**Status:** Proposed

---

## Completed`;

test('an ID corrected by hand takes along what no column shows, and those who follow it', () => {
  const workbook = exported();
  workbook.type(workbook.rowOf('K-TEA-001'), 'ID', ['K-TEA-011']);
  expect(succeed(workbook.ask('exportLog')).report).toEqual([
    expect.stringContaining('K-TEA-001 is now K-TEA-011'),
    expect.stringContaining('K-TEA-002 names K-TEA-001'),
  ]);
  expect(textOf(workbook)).toBe(
    log.replace('### [K-TEA-001]', '### [K-TEA-011]').replace('[K-TEA-001]\n\n**Learn', '[K-TEA-011]\n\n**Learn'),
  );
  expect(workbook.cell(workbook.rowOf('K-TEA-002'), 'Other fields')?.value).toBe('**Follows:** [K-TEA-011]');
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
});

test('an ID corrected in the file goes to the row that it belongs to, with what others changed and the row’s own columns', () => {
  const workbook = exported();
  const column = workbook.values('Experiments')[0]?.length ?? 0;
  const { id: sheet } = workbook.sheet('Experiments');
  workbook.host.act({ kind: 'type', sheet, row: 0, column, text: [['Own'], ['Mira']] });
  workbook.type(2, 'Title', ['Kettle']);
  workbook.editDriveText((text) => text.replace('### [K-TEA-001]', '### [K-TEA-011]'));
  succeed(workbook.ask('exportLog'));
  expect(idsOf(workbook)).toEqual(['ID', 'K-TEA-011', 'K-TEA-003', 'K-TEA-002']);
  expect(workbook.values('Experiments')[1]?.[column]).toBe('Mira');
  expect(textOf(workbook)).toContain(`### [K-TEA-011] Kettle\n${NOTE}\n`);
});

test('of two rows with one ID, each keeps its own text when one gets another', () => {
  const workbook = exported();
  workbook.type(workbook.rowOf('K-TEA-003'), 'ID', ['K-TEA-001']);
  succeed(workbook.ask('exportLog'));
  // The first of the two is the one with the note.
  workbook.type(2, 'ID', ['K-TEA-012']);
  succeed(workbook.ask('exportLog'));
  expect(textOf(workbook)).toContain(`### [K-TEA-012] Second kettle beside the garden door\n${NOTE}\n`);
  expect(textOf(workbook).split(NOTE)).toHaveLength(2);
});

test('an ID that was given is not given again, deleted or not, by the register or a merge', () => {
  const workbook = exported();
  for (const title of ['Fourth', 'Fifth']) workbook.type(workbook.values('Experiments').length + 1, 'Title', [title]);
  deleteRow(workbook, 'K-TEA-005');
  // The file has another fourth one: it gets a number of its own, and not the deleted one's.
  workbook.editDriveText((text) => text.replace('---\n\n## Completed', APPENDED));
  succeed(workbook.ask('exportLog'));
  expect(idsOf(workbook)).toEqual(['ID', 'K-TEA-001', 'K-TEA-003', 'K-TEA-002', 'K-TEA-004', 'K-TEA-006']);
  workbook.type(7, 'Title', ['Seventh']);
  expect(workbook.cell(7, 'ID')?.value).toBe('K-TEA-007');
  // Pasted rows, one with an ID of its own.
  workbook.type(8, 'ID', ['K-TEA-020', 'With one'], ['', 'Without']);
  expect(idsOf(workbook).slice(-2)).toEqual(['K-TEA-020', 'K-TEA-021']);
});

test.each([
  ['file', 'K-TEA-004'],
  ['register', 'K-TEA-005'],
] as const)('an experiment appended under an ID that was given once is asked about: %s', (choice, id) => {
  const workbook = exported();
  workbook.type(5, 'Title', ['Fourth']);
  deleteRow(workbook, 'K-TEA-004');
  workbook.editDriveText((text) => text.replace('---\n\n## Completed', APPENDED));
  const asked = workbook.ask('exportLog');
  expect(asked).toMatchObject({ is: 'asking', questions: [{ id: 'K-TEA-004', next: 'K-TEA-005' }] });
  succeed(workbook.ask('exportLog', { answers: answersTo(asked, choice) }));
  expect(idsOf(workbook)).toEqual(['ID', 'K-TEA-001', 'K-TEA-003', 'K-TEA-002', id]);
  expect(textOf(workbook)).toContain(`### [${id}] Written by a script`);
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
});

describe('an ID that the file has several times', () => {
  const other = (title: string) =>
    `### [K-TEA-004] ${title}\n**Date:** 2026-03-01\n**Layer:** System\n**Status:** Active\n\n**Hypothesis:**\nIf ${title}.\n\n---\n\n`;
  const above = (text: string, added: string) => text.replace('## Active Experiments\n\n', (head) => head + added);
  const below = (text: string, added: string) => text.replace('## Completed', (head) => added + head);
  const forms: Record<string, (text: string) => string> = {
    above: (text) => above(text, other('Mats')),
    below: (text) => below(text, other('Mats')),
    'above and below': (text) => below(above(text, other('Mats')), other('Trays')),
    'twice above': (text) => above(text, other('Mats') + other('Trays')),
    'above where the other was changed': (text) => above(text.replace('jugs, less', 'jugs then less'), other('Mats')),
  };

  function withJugs(): { workbook: Workbook; column: number } {
    const workbook = exported();
    const column = workbook.values('Experiments')[0]?.length ?? 0;
    const { id: sheet } = workbook.sheet('Experiments');
    workbook.type(5, 'Title', ['Oat milk in jugs']);
    workbook.type(5, 'Hypothesis', ['If oat milk stands in jugs, less is thrown away']);
    workbook.host.act({ kind: 'type', sheet, row: 0, column, text: [['Own']] });
    workbook.host.act({ kind: 'type', sheet, row: 4, column, text: [['Mira']] });
    succeed(workbook.ask('exportLog'));
    return { workbook, column };
  }

  const all = (workbook: Workbook, column: number) =>
    workbook.values('Experiments').map((row) => [row[0], row[column]]);
  const titles = (workbook: Workbook) =>
    workbook
      .values('Experiments')
      .map(([, title]) => title)
      .slice(4);

  test.each(
    Object.keys(forms).flatMap((form) =>
      (['register', 'file'] as const).flatMap((choice) =>
        [true, false].map((isTyped) => [form, choice, isTyped] as const),
      ),
    ),
  )('%s, leaves the register’s its row: %s, with words typed meanwhile: %s', (form, choice, isTyped) => {
    const { workbook, column } = withJugs();
    const title = isTyped ? 'Oat milk in small jugs' : 'Oat milk in jugs';
    workbook.type(5, 'Title', [title]);
    workbook.editDriveText(forms[form] ?? String);
    const asked = workbook.ask('exportLog');
    expect((asked.questions as { key: string }[]).every(({ key }) => key.endsWith('/id'))).toBe(true);
    expect(JSON.stringify(asked.questions)).not.toContain('Oat milk');
    succeed(workbook.ask('exportLog', { answers: answersTo(asked, choice) }));
    const added = Object.keys(answersTo(asked, choice)).length;
    expect(titles(workbook)).toEqual([title, ...['Mats', 'Trays'].slice(0, added)]);
    expect(all(workbook, column)[4]).toEqual(['K-TEA-004', 'Mira']);
    const next = choice === 'file' ? ['K-TEA-004', 'K-TEA-004'] : ['K-TEA-005', 'K-TEA-006'];
    expect(idsOf(workbook).slice(5)).toEqual(next.slice(0, added));
    expect(textOf(workbook)).toContain(`### [K-TEA-004] ${title}\n`);
    expect(textOf(workbook)).toContain(`### [${next[0]}] Mats\n`);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
    // Whatever place each has in the file, others' next words find their row.
    workbook.editDriveText((text) => text.replace('less is', 'least is').replace('If Mats.', 'If mats stay.'));
    workbook.editDriveText((text) => text.replace('then less is', 'then least is'));
    succeed(workbook.ask('exportLog'));
    const hypotheses = [5, 6].map((row) => workbook.cell(row, 'Hypothesis')?.value);
    expect(hypotheses).toEqual([expect.stringContaining('least is thrown'), 'If mats stay.']);
  });

  test('is asked about in an import, too', () => {
    const { workbook, column } = withJugs();
    const request = { name: 'TEA (1).md', text: forms.above?.(textOf(workbook)) };
    const asked = workbook.ask('importLog', request);
    expect(asked).toMatchObject({
      is: 'asking',
      questions: [{ file: expect.stringContaining('Mats'), next: 'K-TEA-005' }],
    });
    const plan = workbook.ask('previewImport', request);
    expect(plan).toMatchObject({ incoming: [{ what: 'added', id: 'K-TEA-004', title: 'Mats' }], unchanged: 3 });
    succeed(workbook.ask('importLog', { ...request, answers: answersTo(asked, 'register') }));
    expect(all(workbook, column).slice(4)).toEqual([
      ['K-TEA-004', 'Mira'],
      ['K-TEA-005', ''],
    ]);
  });

  test('is told apart where nothing is known of what was agreed on', () => {
    const { workbook, column } = withJugs();
    const { id } = workbook.sheet('Log source');
    workbook.host.act({ kind: 'type', sheet: id, row: 3, column: 0, text: [['scribble']] });
    workbook.editDriveText(forms.above ?? String);
    const asked = workbook.ask('exportLog');
    expect(JSON.stringify(asked.questions)).not.toContain('Oat milk');
    succeed(workbook.ask('exportLog', { answers: answersTo(asked, 'file') }));
    expect(titles(workbook)).toEqual(['Oat milk in jugs', 'Mats']);
    expect(all(workbook, column)[4]).toEqual(['K-TEA-004', 'Mira']);
  });
});

describe('a log that says only by its IDs with what they begin', () => {
  const plain = '# Trials\n\n## ADR-0001: Mist\n\n- Status: accepted\n\n## ADR-0002: Felt\n\n- Status: accepted\n';
  const imported = () => {
    const workbook = new Workbook();
    succeed(workbook.ask('importLog', { name: 'LOG.md', text: plain }));
    succeed(workbook.ask('exportLog'));
    return workbook;
  };
  const nothing = { outgoing: [], questions: [] };

  test('gets no template where an ID has fewer digits than the others', () => {
    const workbook = imported();
    workbook.type(workbook.rowOf('ADR-0002'), 'ID', ['ADR-777']);
    succeed(workbook.ask('exportLog'));
    expect(textOf(workbook)).toBe(plain.replace('ADR-0002', 'ADR-777'));
    expect(workbook.ask('previewExport')).toMatchObject(nothing);
  });

  test('gets none where its last experiment goes, and the next one has the next ID', () => {
    const workbook = imported();
    for (const id of ['ADR-0001', 'ADR-0002']) deleteRow(workbook, id);
    // All of them: that asks first.
    succeed(workbook.ask('exportLog', { answers: answersTo(workbook.ask('exportLog'), 'register') }));
    for (let time = 1; time <= 2; time += 1) {
      succeed(workbook.ask('exportLog'));
      expect(textOf(workbook).trim()).toBe('# Trials');
      expect(workbook.ask('previewExport')).toMatchObject(nothing);
    }
    workbook.type(2, 'Title', ['Mats']);
    succeed(workbook.ask('exportLog'));
    expect(textOf(workbook)).toContain('\n## ADR-0003: Mats\n');
  });
});

describe('an ID that begins otherwise than those of the log', () => {
  const one = (heading: string) => `## ${heading}\n**Status:** Running\n**Hypothesis:** fewer calls\n\n`;
  const LOGS = [
    ['in front', `# Trials\n\n${one('W-01: Ramp')}${one('W-02: Rails')}`],
    ['at the end', `# Trials\n\n${one('Ramp (W-01)')}${one('Rails (W-02)')}`],
    ['in brackets', `# Trials\n\n${one('[W-01] Ramp')}${one('[W-02] Rails')}`],
    ['as a number', `# Trials\n\n${one('#1 – Ramp')}${one('#2 – Rails')}`],
    [
      'as a number in a list',
      '# Trials\n\n1. Ramp\n   - Status: running\n   - Why: slips\n2. Rails\n   - Status: done\n   - Why: falls\n',
    ],
    [
      'in a column',
      '# Trials\n\n| ID | Trial | Status | Why |\n|---|---|---|---|\n| W-01 | Ramp | running | slips |\n| W-02 | Rails | done | falls |\n',
    ],
  ] as const;

  const withLog = (text: string) => {
    const workbook = new Workbook();
    expect(workbook.ask('importLog', { name: 'TRIALS.md', text })).toMatchObject({ ok: true });
    succeed(workbook.ask('exportLog'));
    return workbook;
  };
  /** Twice, with a note below the last experiment between; nothing is asked, and every word stands once. */
  const exportTwice = (workbook: Workbook, title: string): void => {
    for (const note of ['First by hand.', 'Then by hand.']) {
      succeed(workbook.ask('exportLog'));
      expect(textOf(workbook).split(title)).toHaveLength(2);
      workbook.editDriveText((text) => `${text.trimEnd()}\n\n${note}\n`);
    }
    succeed(workbook.ask('exportLog'));
    for (const words of [title, 'First by hand.', 'Then by hand.'])
      expect(textOf(workbook).split(words)).toHaveLength(2);
    expect(workbook.values('Experiments').filter((row) => row.includes(title))).toHaveLength(1);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  };

  test.each(LOGS)('%s, typed into a new row', (_, text) => {
    const workbook = withLog(text);
    const row = workbook.values('Experiments').length + 1;
    workbook.type(row, 'ID', ['OPS-077']);
    workbook.type(row, 'Title', ['Yard']);
    exportTwice(workbook, 'Yard');
    expect(idsOf(workbook)).toContain('OPS-077');
  });

  test.each(LOGS)('%s, given by a new prefix', (_, text) => {
    const workbook = withLog(text);
    workbook.set('ID prefix', 'K-NEW');
    workbook.type(workbook.values('Experiments').length + 1, 'Title', ['Yard']);
    exportTwice(workbook, 'Yard');
    expect(idsOf(workbook)).toContain('K-NEW-001');
  });

  test.each(LOGS)('%s, in place of another', (_, text) => {
    const workbook = withLog(text);
    workbook.type(2, 'ID', ['OPS-077']);
    exportTwice(workbook, String(workbook.values('Experiments')[1]?.[1]));
    expect(idsOf(workbook)).toContain('OPS-077');
  });
});

test.each([
  [
    'a table without days',
    '# Trials\n\n| Trial | Result | Status |\n|---|---|---|\n| Ramp | fewer slips | done |\n| Rails | too loud | dropped |\n',
  ],
  [
    'items with remarks',
    '# Shop experiments\n\n- **Ramp** — done: fewer slips\n- **Rails** — dropped: too loud\n- **Mats** — done: dry\n',
  ],
])('what is typed into a log without IDs is known again there, whatever place it has for days: %s', (_, text) => {
  const workbook = new Workbook();
  expect(workbook.ask('importLog', { name: 'TRIALS.md', text })).toMatchObject({ ok: true });
  succeed(workbook.ask('exportLog'));
  const ids = workbook.values('Experiments').length;
  for (const title of ['Yard', 'Gate']) workbook.type(workbook.values('Experiments').length + 1, 'Title', [title]);
  succeed(workbook.ask('exportLog'));
  workbook.editDriveText((before) => `${before.trimEnd()}\n\nA line by hand.\n`);
  succeed(workbook.ask('exportLog'));
  for (const title of ['Yard', 'Gate']) expect(textOf(workbook).split(title)).toHaveLength(2);
  expect(workbook.values('Experiments')).toHaveLength(ids + 2);
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
});
