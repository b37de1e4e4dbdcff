import { describe, expect, test } from '@jest/globals';
import { Workbook } from '../workbook.ts';

interface Found {
  code: string;
  severity: string;
  message: string;
  row?: number;
  fix?: string;
}

function setUp(): Workbook {
  const workbook = Workbook.setUp();
  return workbook;
}

function check(workbook: Workbook): Found[] {
  const reply = workbook.ask('checkLog');
  expect(reply.ok).toBe(true);
  return reply.findings as Found[];
}

const codes = (found: Found[]) => found.map(({ code }) => code);

/** A row about which nothing can be said. */
const SOUND = [
  'Shorter stand-up',
  '2026-02-11',
  'Process',
  'Holding',
  'Active',
  'If we stand, then we end sooner because standing tires.',
  'Meetings of 10 minutes',
  '8 weeks',
];

describe('check register', () => {
  test('finds nothing to say about a sound register', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND);
    expect(check(workbook)).toEqual([]);
  });

  test('says so where there is no experiment at all', () => {
    expect(setUp().ask('checkLog')).toEqual({ ok: true, rows: 0, findings: [] });
  });

  test.each([
    ['missing-title', 'Title', ''],
    ['future-date', 'Date', '2027-01-01'],
    ['bad-date', 'Date', ''],
    ['early-decision', 'Decision', 'Adopt'],
    ['undatable-duration', 'Duration', 'Ongoing'],
    ['no-reason', 'Hypothesis', 'If we stand, then we end sooner.'],
    ['missing-hypothesis', 'Hypothesis', ''],
    ['not-measurable', 'Expected Result', 'Better meetings'],
  ])('finds %s', (code, header, text) => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND);
    workbook.type(2, header, [text]);
    const found = check(workbook);
    expect(codes(found)).toContain(code);
    for (const { message, row } of found) {
      expect(row).toBe(2);
      expect(message).toMatch(/^\S.*[.…]$/s);
    }
  });

  test('finds what a log brought in and no dropdown offers, and mends what differs in capitals only', () => {
    const workbook = new Workbook();
    const experiment = (id: string, layer: string, status: string) =>
      `### [${id}] Title\n**Date:** 2026-02-11\n**Layer:** ${layer}\n**Entity:** Holding\n**Status:** ${status}\n`;
    workbook.ask('importLog', {
      name: 'log.md',
      text: `# Log\n\n## Active Experiments\n\n${experiment('K-BIZ-001', 'SYSTEM', 'Active')}\n---\n\n${experiment('K-BIZ-002', 'Kitchen', 'Half asleep')}`,
    });
    const found = check(workbook);
    expect(found).toContainEqual(expect.objectContaining({ code: 'unknown-layer', row: 2, fix: 'Write "System"' }));
    expect(found).toContainEqual(expect.objectContaining({ code: 'unknown-status', row: 3 }));
    expect(found.find(({ code, row }) => code === 'unknown-layer' && row === 3)?.fix).toBeUndefined();
    const after = workbook.ask('fixLog', { code: 'unknown-layer', row: 2 });
    expect(workbook.cell(2, 'Layer')?.value).toBe('System');
    expect(codes((after.findings as Found[]).filter(({ row }) => row === 2))).not.toContain('unknown-layer');
  });

  test('finds a log whose Last Updated is older than its newest experiment, until it is exported', () => {
    const workbook = new Workbook();
    const text = [
      '# Log',
      '**Last Updated:** 2026-01-01',
      '## Active Experiments',
      '### [K-BIZ-001] Title\n**Date:** 2026-02-11\n**Layer:** System\n**Entity:** Holding\n**Status:** Proposed',
    ].join('\n\n');
    workbook.ask('importLog', { name: 'log.md', text });
    expect(codes(check(workbook))).toContain('old-last-updated');
    workbook.type(2, 'Title', ['Another title']);
    workbook.ask('exportLog');
    expect(codes(check(workbook))).not.toContain('old-last-updated');
  });

  test('finds a doubled ID and gives the second row another by a click', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND);
    workbook.type(3, 'ID', ['K-BIZ-001', ...SOUND]);
    const found = check(workbook);
    expect(found).toMatchObject([
      { code: 'duplicate-id', row: 2, fix: 'Give this row the next ID' },
      { code: 'duplicate-id', row: 3, fix: 'Give this row the next ID' },
    ]);
    expect(workbook.cell(3, 'Findings')?.value).toMatch(/stands in row 2, too/);
    expect(workbook.ask('fixLog', { code: 'duplicate-id', row: 3 })).toMatchObject({ ok: true, findings: [] });
    expect([2, 3].map((row) => workbook.cell(row, 'ID')?.value)).toEqual(['K-BIZ-001', 'K-BIZ-002']);
  });

  test('finds an ID that is none, and gives the row the next one by a click', () => {
    const workbook = setUp();
    workbook.type(2, 'ID', ['first', ...SOUND]);
    expect(check(workbook)).toMatchObject([{ code: 'malformed-id', row: 2, fix: 'Give this row the next ID' }]);
    expect(workbook.ask('fixLog', { code: 'malformed-id', row: 2 })).toMatchObject({ ok: true, findings: [] });
    expect(workbook.cell(2, 'ID')?.value).toBe('K-BIZ-001');
  });

  test('fixes the row that is meant, though it has moved since it was listed', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND);
    workbook.type(3, 'ID', ['K-BIZ-001', 'The copy', ...SOUND.slice(1)]);
    const copy = check(workbook).find(({ row }) => row === 3) as Found & { seal: string };
    const { id } = workbook.sheet('Experiments');
    workbook.host.act({ kind: 'insert-rows', sheet: id, at: 1, count: 1 });
    const { code, row, seal } = copy;
    expect(workbook.ask('fixLog', { code, row, seal })).toMatchObject({ ok: true, findings: [] });
    expect(workbook.cell(3, 'ID')?.value).toBe('K-BIZ-001');
    expect([workbook.cell(4, 'ID')?.value, workbook.cell(4, 'Title')?.value]).toEqual(['K-BIZ-002', 'The copy']);
  });

  test('fixes all of one kind in one go, and leaves out what says something else by now', () => {
    const workbook = setUp();
    workbook.type(2, 'ID', ['one', ...SOUND], ['two', ...SOUND], ['three', ...SOUND]);
    const fixes = (check(workbook) as (Found & { seal: string })[]).map(({ code, row, seal }) => ({ code, row, seal }));
    expect(fixes).toHaveLength(3);
    workbook.type(3, 'Title', ['Another by now']);
    const reply = workbook.ask('fixAll', fixes);
    expect(codes(reply.findings as Found[])).toEqual(['malformed-id']);
    expect([2, 3, 4].map((row) => workbook.cell(row, 'ID')?.value)).toEqual(['K-BIZ-001', 'two', 'K-BIZ-002']);
    expect(workbook.ask('fixAll', fixes.slice(0, 1))).toMatchObject({ ok: false });
  });

  test('shows the cell that a finding is about, in the row that has the ID', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND, SOUND);
    const { id } = workbook.sheet('Experiments');
    const shown = () => workbook.events.filter(({ kind }) => kind === 'active').at(-1);
    workbook.host.act({ kind: 'insert-rows', sheet: id, at: 1, count: 1 });
    expect(workbook.ask('showRow', 3, { id: 'K-BIZ-002', field: 'duration' })).toMatchObject({ ok: true });
    const area = { row: 3, column: workbook.column('Duration'), rows: 1, columns: 1 };
    expect(shown()).toMatchObject({ sheet: id, area });
    workbook.ask('showRow', 2, { id: 'K-BIZ-001' });
    expect(shown()).toMatchObject({ area: { row: 2, column: 0 } });
  });

  test.each([
    ['closed-early', 'Closed', '2026-01-05'],
    ['future-closed', 'Closed', '2031-01-05'],
    ['future-started', 'Started', '2031-01-05'],
    ['missing-start', 'Started', ''],
  ])('finds days that cannot be: %s', (code, header, text) => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND);
    workbook.type(2, 'Status', ['Completed']);
    workbook.type(2, header, [text]);
    expect(check(workbook)).toContainEqual(expect.objectContaining({ code, severity: 'warning', row: 2 }));
  });

  test('finds a start of what has not started', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND.with(4, 'Proposed'));
    workbook.type(2, 'Started', ['2026-02-20']);
    expect(codes(check(workbook))).toEqual(['not-started']);
    expect(workbook.cell(2, 'Findings')?.value).toMatch(/make it Active, or empty Started/);
  });

  test('refuses a fix for what is no longer there', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND);
    const reply = workbook.ask('fixLog', { code: 'duplicate-id', row: 2 });
    expect(reply.ok).toBe(false);
    expect(workbook.cell(2, 'ID')?.value).toBe('K-BIZ-001');
  });

  test('repairs derived cells that were overwritten, and rows whose edit was missed', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND);
    const before = workbook.cell(2, 'Due');
    workbook.type(2, 'Due', ['2030-01-01', 'on track', 'all fine']);
    const { id } = workbook.sheet('Experiments');
    // Undo of an insertion, a missed trigger: rows come in without their edit being heard of.
    workbook.host.act({
      kind: 'set',
      sheet: id,
      cause: 'format',
      cells: [[2, workbook.column('Title'), { value: 'Came in unheard' }]],
    });
    check(workbook);
    expect(workbook.cell(2, 'Due')).toEqual(before);
    expect(workbook.cell(3, 'ID')?.value).toBe('K-BIZ-002');
  });

  test('leaves the gaps between rows empty', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', SOUND, [''], SOUND);
    check(workbook);
    const gap = workbook.values('Experiments')[2] ?? [];
    expect(gap.filter((value) => value !== '')).toEqual([]);
  });

  test('sorting by Due and repairing brings every row back to its own cells', () => {
    const workbook = setUp();
    const titled = (title: string, duration: string) => [title, ...SOUND.slice(1, 7), duration];
    workbook.type(2, 'Title', titled('Long', '9 weeks'), titled('Short', '1 week'), titled('Middle', '4 weeks'));
    const { id } = workbook.sheet('Experiments');
    const due = workbook.column('Due');
    workbook.host.act({
      kind: 'sort',
      sheet: id,
      area: { row: 1, column: 0, rows: 3, columns: workbook.column('Closed') + 1 },
      column: due,
      ascending: true,
    });
    workbook.host.choose('setUp');
    const rows = workbook.values('Experiments').slice(1);
    expect(rows.map((row) => row[1])).toEqual(['Short', 'Middle', 'Long']);
    expect(rows.map((row) => row[0])).toEqual(['K-BIZ-002', 'K-BIZ-003', 'K-BIZ-001']);
    expect(rows.map((row) => row[due])).toEqual([...rows.map((row) => row[due])].sort());
    expect(rows.map((row) => row[workbook.column('Timing')])).toEqual(['due soon', 'on track', 'on track']);
  });
});

describe('a setting that cannot be used', () => {
  function write(workbook: Workbook, row: number, text: string): void {
    const { id } = workbook.sheet('Settings');
    workbook.host.act({ kind: 'type', sheet: id, row: row - 1, column: 1, text: [[text]] });
  }
  const value = (workbook: Workbook, row: number) =>
    workbook.sheet('Settings').cells.find(([at, column]) => at === row - 1 && column === 1)?.[2];

  test.each([
    [2, '', /needed/],
    [4, 'no prefix!', /cannot begin an ID/],
    [7, 'soon', /no number of days/],
    [9, '-3', /no number of days/],
  ])('in row %i is marked where it stands, and the default counts meanwhile', (row, text, message) => {
    const workbook = setUp();
    write(workbook, row, text);
    expect(value(workbook, row)?.note).toMatch(message);
    expect(value(workbook, row)?.style?.background).toBeDefined();
    expect(check(workbook)).toContainEqual(
      expect.objectContaining({ code: 'wrong-setting', message: expect.stringMatching(message) }),
    );
    workbook.type(2, 'Title', ['Still works']);
    expect(workbook.cell(2, 'ID')?.value).toBe('K-BIZ-001');
  });

  test('loses its mark once it is mended', () => {
    const workbook = setUp();
    write(workbook, 7, 'soon');
    write(workbook, 7, '3');
    expect(value(workbook, 7)?.note ?? '').toBe('');
  });

  test('counts at once: another prefix, other layers, other entities', () => {
    const workbook = setUp();
    write(workbook, 4, 'K-CTO');
    const { id } = workbook.sheet('Settings');
    workbook.host.act({ kind: 'type', sheet: id, row: 4, column: 5, text: [['Kitchen']] });
    workbook.type(2, 'Title', ['For the CTO']);
    expect(workbook.cell(2, 'ID')?.value).toBe('K-CTO-001');
    expect(workbook.type(2, 'Layer', ['Kitchen'])).toEqual([]);
  });
});
