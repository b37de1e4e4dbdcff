import { describe, expect, test } from '@jest/globals';
import { TODAY, Workbook } from './workbook.ts';

function setUp(): Workbook {
  const workbook = new Workbook();
  workbook.host.choose('setUp');
  return workbook;
}

/** A date cell's day, as yyyy-mm-dd. */
function day(value: unknown): string {
  if (typeof value !== 'number') return String(value ?? '');
  return new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

describe('a row that gets a title', () => {
  test('gets the next ID, the day and the status Proposed', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['Shorter stand-up']);
    expect(workbook.cell(2, 'ID')?.value).toBe('K-BIZ-001');
    expect(day(workbook.cell(2, 'Date')?.value)).toBe(TODAY);
    expect(workbook.cell(2, 'Status')?.value).toBe('Proposed');
  });

  test('gets an ID of its own when many are pasted at once', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['One'], ['Two'], [''], ['Three']);
    expect([2, 3, 4, 5].map((row) => workbook.cell(row, 'ID')?.value ?? '')).toEqual([
      'K-BIZ-001',
      'K-BIZ-002',
      '',
      'K-BIZ-003',
    ]);
  });

  test('never gets a number that was used before, not even one whose row is gone', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['One'], ['Two']);
    workbook.host.act({ kind: 'delete-rows', sheet: workbook.sheet('Experiments').id, at: 2, count: 1 });
    workbook.type(3, 'Title', ['Three']);
    expect(workbook.cell(3, 'ID')?.value).toBe('K-BIZ-003');
  });

  test('gets K-BIZ-1000 after K-BIZ-999', () => {
    const workbook = setUp();
    workbook.type(2, 'ID', ['K-BIZ-999']);
    workbook.type(3, 'Title', ['The next']);
    expect(workbook.cell(3, 'ID')?.value).toBe('K-BIZ-1000');
  });

  test('keeps the date and status that were pasted with it', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['Pasted', '2026-01-05', 'System', 'Holding', 'Active']);
    expect(day(workbook.cell(2, 'Date')?.value)).toBe('2026-01-05');
    expect(workbook.cell(2, 'Status')?.value).toBe('Active');
  });
});

describe('the days a row carries', () => {
  test('start when it becomes Active, end when it closes, and go when it goes back', () => {
    const workbook = setUp();
    const stamps = () => [day(workbook.cell(2, 'Started')?.value), day(workbook.cell(2, 'Closed')?.value)];
    workbook.type(2, 'Title', ['Shorter stand-up']);
    expect(stamps()).toEqual(['', '']);
    workbook.type(2, 'Status', ['Active']);
    expect(stamps()).toEqual([TODAY, '']);
    workbook.type(2, 'Status', ['Completed']);
    expect(stamps()).toEqual([TODAY, TODAY]);
    workbook.type(2, 'Status', ['Active']);
    expect(stamps()).toEqual([TODAY, '']);
    workbook.type(2, 'Status', ['Proposed']);
    expect(stamps()).toEqual(['', '']);
  });

  test('give the due date, from the start, else from the date', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['Shorter stand-up', '2026-02-11']);
    workbook.type(2, 'Duration', ['4 weeks']);
    expect(day(workbook.cell(2, 'Due')?.value)).toBe('2026-03-11');
    workbook.type(2, 'Status', ['Active']);
    expect(day(workbook.cell(2, 'Due')?.value)).toBe('2026-03-30');
    workbook.type(2, 'Duration', ['until it rains']);
    expect(day(workbook.cell(2, 'Due')?.value)).toBe('');
  });
});

test('edits on other sheets are left alone', () => {
  const workbook = setUp();
  const { id } = workbook.sheet('Candidates');
  workbook.host.act({ kind: 'type', sheet: id, row: 1, column: 1, text: [['An idea']] });
  expect(workbook.values('Experiments')).toHaveLength(1);
  expect(workbook.events.filter((event) => event.kind === 'failed')).toEqual([]);
});

test('a moved column is found by its header', () => {
  const workbook = setUp();
  const { id } = workbook.sheet('Experiments');
  const status = workbook.column('Status');
  workbook.host.act({ kind: 'move-columns', sheet: id, from: status, count: 1, to: 1 });
  expect(workbook.column('Status')).toBe(1);
  workbook.type(2, 'Title', ['Shorter stand-up']);
  expect(workbook.cell(2, 'Status')?.value).toBe('Proposed');
});
