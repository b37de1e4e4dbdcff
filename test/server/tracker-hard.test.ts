// Tabs that are hard to take over: merged cells, pivots, filters, protection, doubled headers, days that cannot be.
import { describe, expect, test } from '@jest/globals';
import { addTab, column, ideasIn, lookOf, titlesIn } from './team-tab.ts';
import { Workbook } from './workbook.ts';

const LINES = [
  ['Our year of tries', '', '', '', ''],
  ['No.', 'Experiment', 'Area', 'Status', 'Result'],
  ['1', 'Longer hours', 'Bar', 'Running', ''],
  ['2', 'Shorter menu', '', '', 'less waste'],
  ['', '', '', '', 'and less work'],
  ['3', 'Free water', 'Door', 'Done', ''],
];

function tabOf(lines: readonly (readonly string[])[]) {
  const workbook = Workbook.setUp().shorten();
  const sheet = addTab(workbook, 'Ours', lines);
  return {
    workbook,
    sheet,
    request: { tabs: [String(sheet)] },
    look: () => lookOf(workbook.sheet('Ours')),
    merge: (row: number, at: number, rows: number, columns = 1) =>
      workbook.host.act({ kind: 'merge', sheet, area: { row, column: at, rows, columns } }),
  };
}

describe('merged cells', () => {
  function merged() {
    const tab = tabOf(LINES);
    tab.merge(0, 0, 1, 5);
    tab.merge(2, 2, 2);
    tab.merge(2, 3, 2);
    tab.merge(3, 1, 2);
    return tab;
  }

  test('say in each of their rows what they say, and what stands in rows without a name is told', () => {
    const { workbook, request, look } = merged();
    const before = look();
    expect(workbook.ask('previewSheet', request)).toMatchObject({
      notes: [expect.stringContaining('merged cells of Ours')],
      tables: [
        {
          header: 2,
          experiments: 3,
          skipped: expect.arrayContaining([expect.objectContaining({ rows: '5', text: 'and less work' })]),
        },
      ],
    });
    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 3 });
    expect(titlesIn(workbook)).toEqual(['Longer hours', 'Shorter menu', 'Free water']);
    expect([column(workbook, 'Entity'), column(workbook, 'Status')]).toEqual([
      ['Bar', 'Bar', 'Door'],
      ['Active', 'Active', 'Completed'],
    ]);
    expect(look()).toBe(before);
  });

  test('in the table are a reason for a tab to stay beside the register, and above it none', () => {
    const { workbook, request, look } = merged();
    const before = look();
    const inPlace = { ...request, way: 'in-place' };
    expect(workbook.ask('previewSheet', inPlace)).toMatchObject({
      place: { refused: expect.stringContaining('merged cells') },
    });
    expect(workbook.ask('importSheet', inPlace)).toMatchObject({
      ok: false,
      message: expect.stringContaining('merged cells'),
    });
    expect(look()).toBe(before);

    const other = tabOf(LINES);
    other.merge(0, 0, 1, 5);
    const beforeOther = other.look();
    expect(other.workbook.ask('importSheet', { ...other.request, way: 'in-place' })).toMatchObject({ ok: true });
    expect(other.workbook.ask('takeBackSheet')).toMatchObject({ ok: true });
    expect(other.look()).toBe(beforeOther);
  });
});

describe('a pivot', () => {
  test.each([
    [
      'of states',
      [
        ['Status', 'COUNTA of Experiment'],
        ['Done', '12'],
        ['Running', '3'],
        ['Grand Total', '15'],
      ],
    ],
    [
      'of people and states',
      [
        ['', 'Status', '', ''],
        ['Owner', 'Done', 'Running', 'Grand Total'],
        ['M.', '3', '1', '4'],
        ['S.', '2', '2', '4'],
        ['Grand Total', '5', '3', '8'],
      ],
    ],
    [
      'in groups',
      [
        ['Owner', 'Status', 'COUNTA of Title'],
        ['M.', 'Done', '3'],
        ['', 'Running', '1'],
        ['M. Total', '', '4'],
        ['Grand Total', '', '4'],
      ],
    ],
  ])('%s has no experiments, each of its rows is named, and it stays as it is', (_, lines) => {
    const { workbook, request, look } = tabOf(lines);
    const before = look();
    const plan = workbook.ask('previewSheet', request) as unknown as {
      tables: { experiments: number; ideas: number; skipped: { count: number }[] }[];
    };
    const [table] = plan.tables;
    expect(table).toMatchObject({ experiments: 0, ideas: 0 });
    expect(table?.skipped.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 0, candidates: 0 });
    expect(workbook.ask('importSheet', { ...request, way: 'in-place' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('no row that is an experiment'),
    });
    expect([titlesIn(workbook), ideasIn(workbook), look()]).toEqual([[], [], before]);
  });
});

test('rows that a filter hides come in like the others, and stay hidden', () => {
  const { workbook, sheet, request, look } = tabOf(LINES.slice(1));
  const area = { row: 0, column: 0, rows: 5, columns: 5 };
  workbook.host.act({ kind: 'filter', sheet, column: 3, rule: { hidden: ['Done', ''] }, area });
  expect(workbook.sheet('Ours').filter?.rows).not.toEqual([]);
  const before = look();
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 3, candidates: 0 });
  expect(look()).toBe(before);
});

test('a tab that is protected from this person is copied, and becomes no register', () => {
  const { workbook: open, request } = tabOf(LINES.slice(1));
  const { store } = open;
  const book = store.loadBook();
  const closed = {
    area: { row: 1, column: 1, rows: 2, columns: 1 },
    description: '',
    warningOnly: false,
    isClosed: true as const,
  };
  const sheets = book?.sheets.map((sheet) => (sheet.name === 'Ours' ? { ...sheet, protections: [closed] } : sheet));
  if (book !== undefined && sheets !== undefined) store.saveBook({ ...book, sheets });
  const workbook = new Workbook(store);
  const before = lookOf(workbook.sheet('Ours'));
  const sentence = 'Ours is protected from you in part: have its owner do this, or copy.';
  expect(workbook.ask('previewSheet', { ...request, way: 'in-place' })).toMatchObject({ place: { refused: sentence } });
  expect(workbook.ask('importSheet', { ...request, way: 'in-place' })).toMatchObject({
    ok: false,
    message: expect.stringContaining(sentence),
  });
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 3, candidates: 0 });
  expect(lookOf(workbook.sheet('Ours'))).toBe(before);
});

test('headers that stand twice are told apart, and a day that cannot be is named and kept', () => {
  const { workbook, request } = tabOf([
    ['ID', 'Experiment', 'Start', 'End', 'Status', 'Status', 'Notes', 'Notes'],
    ['T-1', 'Longer hours', '2026-02-30', '2026-13-01', 'Running', 'Phase 2', 'a', 'b'],
    ['T-2', 'Shorter menu', '31.11.2025', 'yesterday', 'Done', '', '', 'c'],
  ]);
  expect(workbook.ask('previewSheet', request)).toMatchObject({
    tables: [
      {
        unread: [
          'Row 2, Start: "2026-02-30" is no day; it stays as text.',
          'Row 2, End: "2026-13-01" is no day; it stays as text.',
          'Row 3, Start: "31.11.2025" is no day; it stays as text.',
        ],
      },
    ],
  });
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 2 });
  const [header = []] = workbook.values('Experiments');
  expect(new Set(header).size).toBe(header.length);
  expect([column(workbook, 'Notes'), column(workbook, 'Notes 2')]).toEqual([
    ['a', ''],
    ['b', 'c'],
  ]);
  expect(column(workbook, 'Other fields')).toEqual(['**Start:** 2026-02-30', '**Start:** 31.11.2025']);
  expect(column(workbook, 'Duration')[0]).toBe('until 2026-13-01');
});
