import { describe, expect, test } from '@jest/globals';
import { overlapAt } from '../../../workbench/host/faults.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import { IS_LONG } from '../figures.ts';
import { copied, TODAY, Workbook } from '../workbook.ts';

function setUp(): Workbook {
  const workbook = Workbook.setUp();
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

describe('a status', () => {
  const moves: [from: string[], to: string, reason: RegExp][] = [
    [[], 'Completed', /has not run yet/],
    [['Active', 'Completed'], 'Dropped', /cannot become Dropped/],
    [['Active', 'Completed'], 'Proposed', /cannot become Proposed/],
    [['Dropped'], 'Completed', /did not run to its end/],
  ];

  function at(path: string[]): Workbook {
    const workbook = setUp();
    workbook.type(2, 'Title', ['Shorter stand-up']);
    for (const status of path) workbook.type(2, 'Status', [status]);
    return workbook;
  }

  test.each(moves)('after %j may not become %s: the old one comes back with the reason', (path, to, reason) => {
    const workbook = at(path);
    const before = workbook.cell(2, 'Status')?.value;
    workbook.type(2, 'Status', [to]);
    expect(workbook.cell(2, 'Status')?.value).toBe(before);
    expect(workbook.cell(2, 'Findings')?.value).toMatch(reason);
    expect(workbook.events).toContainEqual(
      expect.objectContaining({ kind: 'toast', message: expect.stringMatching(reason) }),
    );
  });

  test.each(moves)('after %j may not become %s by pasting a block either', (path, to, reason) => {
    const workbook = at(path);
    const before = workbook.cell(2, 'Status')?.value;
    workbook.type(3, 'Title', ['Its neighbour']);
    workbook.type(2, 'Status', [to], ['Active']);
    expect(workbook.cell(2, 'Status')?.value).toBe(before);
    expect(workbook.cell(2, 'Findings')?.value).toMatch(reason);
    expect(workbook.cell(3, 'Status')?.value).toBe('Active');
    expect(day(workbook.cell(3, 'Started')?.value)).toBe(TODAY);
  });

  test('may become Completed before the results are typed: the row says what is missing until it is there', () => {
    const workbook = at(['Active', 'Completed']);
    workbook.type(2, 'Layer', ['Process']);
    workbook.type(2, 'Duration', ['4 weeks']);
    expect(workbook.cell(2, 'Status')?.value).toBe('Completed');
    expect(workbook.cell(2, 'Findings')?.value).toMatch(
      /actual result is missing.*learning is missing.*decision is missing/s,
    );
    workbook.type(2, 'Actual Result', ['Ten minutes saved a day']);
    workbook.type(2, 'Learning', ['(pending)']);
    workbook.type(2, 'Decision', ['Adopt']);
    expect(workbook.cell(2, 'Findings')?.value).toMatch(/learning is missing/);
    expect(workbook.cell(2, 'Findings')?.value).not.toMatch(/actual result|decision/);
    workbook.type(2, 'Learning', ['Standing is not what makes it short']);
    expect(workbook.cell(2, 'Findings')?.value ?? '').not.toMatch(/missing/);
  });

  test('may be cleared and typed again', () => {
    const workbook = at(['Active']);
    workbook.type(2, 'Status', ['']);
    expect(workbook.cell(2, 'Findings')?.value).toMatch(/status is missing/);
    workbook.type(2, 'Status', ['Active']);
    expect(workbook.cell(2, 'Findings')?.value ?? '').not.toMatch(/status/);
  });
});

describe('the timing of a row', () => {
  const timing = (workbook: Workbook) => {
    workbook.host.snapshot();
    return workbook.cell(2, 'Timing')?.value;
  };

  // Arguments of formulas stand between commas in the one, between semicolons in the other.
  test.each(['en_US', 'de_DE'])('is right on every morning to come without a script run, in %s', (locale) => {
    let today = TODAY;
    const store = memoryStore();
    store.saveBook({ ...new Workbook().host.snapshot(), locale });
    const workbook = new Workbook(store, () => today);
    workbook.host.choose('setUp');
    workbook.type(2, 'Title', ['Shorter stand-up', TODAY]);
    workbook.type(2, 'Duration', ['2-4 weeks']);
    const seen = (day: string) => {
      today = day;
      return timing(workbook);
    };
    expect(seen(TODAY)).toBe('not started');
    expect(seen('2026-03-16')).toBe('not started');
    expect(seen('2026-03-17')).toBe('waits for a decision');
    expect(workbook.cell(2, 'Timing')?.formula).not.toMatch(/[,;]/);
    today = TODAY;
    workbook.type(2, 'Status', ['Active']);
    workbook.host.meter.reset();
    expect(workbook.cell(2, 'Timing')?.formula).not.toMatch(/[,;]/);
    expect(seen('2026-03-15')).toBe('on track');
    expect(seen('2026-03-16')).toBe('due soon');
    expect(seen('2026-03-29')).toBe('due soon');
    expect(seen('2026-03-30')).toBe('due today');
    expect(seen('2026-03-31')).toBe('overdue by 1 day');
    expect(seen('2026-04-30')).toBe('overdue by 31 days');
    expect(workbook.host.meter.total).toBe(0);
  });

  test('says that a duration cannot be dated, and what to write instead', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['Shorter stand-up']);
    workbook.type(2, 'Duration', ['Ongoing']);
    workbook.type(2, 'Status', ['Active']);
    expect(timing(workbook)).toBe('cannot date');
    expect(String(workbook.cell(2, 'Findings')?.value).length).toBeGreaterThan(20);
  });

  test('of a closed row says how long it took and how late', () => {
    let today = TODAY;
    const workbook = new Workbook(undefined, () => today);
    workbook.host.choose('setUp');
    workbook.type(2, 'Title', ['Shorter stand-up']);
    workbook.type(2, 'Duration', ['1 week']);
    workbook.type(2, 'Status', ['Active']);
    today = '2026-03-12';
    workbook.type(2, 'Status', ['Completed']);
    expect(timing(workbook)).toBe('waits for a decision; took 10 days, 3 days late');
    workbook.type(2, 'Decision', ['Adopt']);
    expect(timing(workbook)).toBe('took 10 days, 3 days late');
    workbook.type(2, 'Decision', ['']);
    expect(timing(workbook)).toMatch(/^waits for a decision; /);
  });
});

describe('several people', () => {
  test('who add rows at the same moment never get the same ID', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['The first']);
    let rows = 1;
    // The second person's edit runs, whole, inside every single service call of the first person's, until one makes no more calls.
    for (let at = 1, isMade = true; isMade; at += 1) {
      const row = rows + 2;
      let number = 0;
      isMade = false;
      workbook.host.beforeCall = () => {
        if (isMade) return;
        number += 1;
        if (number !== at) return;
        isMade = true;
        workbook.host.user = 'other@example.com';
        workbook.type(row + 1, 'Title', [`Second at ${at}`]);
        workbook.host.user = 'you@example.com';
      };
      workbook.type(row, 'Title', [`First at ${at}`]);
      rows += isMade ? 2 : 1;
    }
    expect(rows).toBeGreaterThan(100);
    workbook.host.beforeCall = undefined;
    workbook.ask('checkLog');
    const ids = workbook
      .values('Experiments')
      .slice(1)
      .map(([id]) => id);
    const given = ids.filter((id) => id !== '');
    expect(given).toHaveLength(rows);
    expect(new Set(given).size).toBe(given.length);
  });

  test('of whom one cannot get the lock are told, and lose nothing', () => {
    const workbook = setUp();
    let isInside = false;
    workbook.host.beforeCall = ({ method }) => {
      if (isInside || method !== 'Lock.releaseLock') return;
      isInside = true;
      workbook.host.user = 'other@example.com';
      workbook.type(3, 'Title', ['Typed while the other holds the lock']);
      workbook.host.user = 'you@example.com';
    };
    workbook.type(2, 'Title', ['The first']);
    workbook.host.beforeCall = undefined;
    expect(workbook.cell(3, 'Title')?.value).toBe('Typed while the other holds the lock');
    expect(workbook.events).toContainEqual(
      expect.objectContaining({ kind: 'toast', message: expect.stringContaining('Somebody else is writing') }),
    );
    workbook.ask('checkLog');
    expect(workbook.cell(3, 'ID')?.value).toBe('K-BIZ-002');
  });
});

describe('what is typed into a row while it gets its ID', () => {
  const typed: [header: string, text: string, shown: unknown][] = [
    ['Title', 'Corrected', 'Corrected'],
    ['Date', '2026-01-05', 46_027],
    ['Layer', 'System', 'System'],
    ['Entity', 'Holding', 'Holding'],
    ['Status', 'Active', 'Active'],
    ['Hypothesis', 'Because', 'Because'],
    ['Duration', '4 weeks', '4 weeks'],
  ];

  test.each(typed.map((entry, index) => [...entry, index] as const))('stays, at whatever moment: %s', (...entry) => {
    const [header, text, shown, turn] = entry;
    const { store } = Workbook.setUp().shorten();
    const probe = copied(store);
    let calls = 0;
    probe.host.beforeCall = () => {
      calls += 1;
    };
    probe.type(2, 'Title', ['Probe']);
    expect(calls).toBeGreaterThan(typed.length);
    for (let at = 1; at <= calls; at += 1) {
      // In the short run the columns take turns; each moment is still tried, and each column.
      if (!IS_LONG && at % typed.length !== turn) continue;
      const workbook = copied(store);
      workbook.host.beforeCall = overlapAt(at, () => workbook.type(2, header, [text]));
      workbook.type(2, 'Title', ['As first typed']);
      workbook.host.beforeCall = undefined;
      expect({ at, shown: workbook.cell(2, header)?.value }).toEqual({ at, shown });
      expect({ at, id: workbook.cell(2, 'ID')?.value }).toEqual({ at, id: 'K-BIZ-001' });
    }
  });

  test('alone in a row is kept, and the row says what it lacks', () => {
    const workbook = setUp();
    workbook.type(4, 'Hypothesis', ['A text that stands alone']);
    workbook.ask('checkLog');
    expect(workbook.cell(4, 'Hypothesis')?.value).toBe('A text that stands alone');
    expect(workbook.cell(4, 'Findings')?.value).toMatch(/title is missing/);
    expect(workbook.cell(4, 'ID')?.value ?? '').toBe('');
  });
});

describe.each(['UTC', 'Asia/Kuala_Lumpur', 'America/Los_Angeles', 'America/Havana'])(
  'in a spreadsheet in %s',
  (timeZone) => {
    test('days are the spreadsheet’s, whatever the script’s zone is', () => {
      // Midnight does not exist on this day in Havana, where clocks go forward at 00:00.
      const workbook = new Workbook(undefined, '2026-03-08', timeZone);
      workbook.host.choose('setUp');
      workbook.type(2, 'Title', ['Over the change of clocks', '2026-03-08']);
      workbook.type(2, 'Duration', ['2 days']);
      expect(day(workbook.cell(2, 'Date')?.value)).toBe('2026-03-08');
      expect(day(workbook.cell(2, 'Due')?.value)).toBe('2026-03-10');
      workbook.type(3, 'Title', ['Without a date']);
      const now = new Date('2026-03-08T02:30:00Z');
      const there = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
      expect(day(workbook.cell(3, 'Date')?.value)).toBe(there);
      workbook.ask('exportLog');
      expect(Object.values(workbook.driveTexts())[0]).toContain('**Date:** 2026-03-08');
    });
  },
);

test('undoing a refused and an accepted change leaves the row as it was', () => {
  const workbook = setUp();
  workbook.type(2, 'Title', ['Shorter stand-up']);
  const sheet = workbook.sheet('Experiments');
  const undo = (value: string) =>
    workbook.host.act({
      kind: 'set',
      sheet: sheet.id,
      cause: 'undo',
      cells: [[1, workbook.column('Status'), { value }]],
    });
  workbook.type(2, 'Status', ['Completed']);
  undo('Proposed');
  expect(workbook.cell(2, 'Status')?.value).toBe('Proposed');
  expect(workbook.cell(2, 'Findings')?.value ?? '').not.toMatch(/taken back/);
  workbook.type(2, 'Status', ['Active']);
  undo('Proposed');
  expect(workbook.cell(2, 'Status')?.value).toBe('Proposed');
  expect(workbook.cell(2, 'Started')?.value ?? '').toBe('');
});

test('a formula that stands in a new row stays a formula', () => {
  const workbook = setUp();
  workbook.type(2, 'Layer', ['System']);
  workbook.host.act({
    kind: 'set',
    sheet: workbook.sheet('Experiments').id,
    cause: 'paste',
    cells: [[1, workbook.column('Entity'), { formula: '="Hold"&"ing"', value: 'Holding', format: 'General' }]],
  });
  workbook.type(2, 'Title', ['Shorter stand-up']);
  expect(workbook.cell(2, 'ID')?.value).toBe('K-BIZ-001');
  expect(workbook.cell(2, 'Entity')?.formula).toBe('="Hold"&"ing"');
});

describe('many cells at once', () => {
  const set = (workbook: Workbook, cause: 'clear' | 'fill', cells: [number, string, string | null][]) =>
    workbook.host.act({
      kind: 'set',
      sheet: workbook.sheet('Experiments').id,
      cause,
      cells: cells.map(([row, header, value]) => [row - 1, workbook.column(header), value === null ? null : { value }]),
    });

  test('filled down are judged row by row', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['One'], ['Two'], ['Three']);
    workbook.type(2, 'Status', ['Active']);
    workbook.type(4, 'Status', ['Dropped']);
    set(workbook, 'fill', [
      [3, 'Status', 'Active'],
      [4, 'Status', 'Active'],
    ]);
    expect([2, 3, 4].map((row) => workbook.cell(row, 'Status')?.value)).toEqual(['Active', 'Active', 'Active']);
    expect([2, 3, 4].map((row) => day(workbook.cell(row, 'Started')?.value))).toEqual([TODAY, TODAY, TODAY]);
  });

  test('cleared leave nothing behind that the register kept', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['One'], ['Two']);
    workbook.type(2, 'Status', ['Active']);
    set(
      workbook,
      'clear',
      ['ID', 'Title', 'Date', 'Status'].map((header): [number, string, null] => [2, header, null]),
    );
    expect((workbook.values('Experiments')[1] ?? []).filter((value) => value !== '')).toEqual([]);
    expect(workbook.cell(3, 'Title')?.value).toBe('Two');
  });
});
