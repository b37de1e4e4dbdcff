import { afterAll, describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import type { HostStore } from '../../../workbench/host/store.ts';
import { IS_LONG, report, shareOf } from '../figures.ts';
import { copyOfStore, Workbook } from '../workbook.ts';

const ZONES = [
  'UTC',
  'Asia/Kuala_Lumpur',
  'America/Los_Angeles',
  // Midnight is skipped there when clocks go forward.
  'America/Havana',
  'Asia/Beirut',
  // Half an hour of daylight saving; the date line; and two quarters of an hour.
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Asia/Kathmandu',
];

/** Changes of clocks in one of the zones, leap days, ends of years, and the first and last days that Sheets keeps. */
const DAYS = [
  '1900-01-01',
  '1900-03-01',
  '1999-12-31',
  '2000-02-29',
  '2011-12-29',
  '2011-12-31',
  '2024-02-29',
  '2025-12-31',
  '2026-01-01',
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2028-02-29',
  '2100-02-28',
  '9999-12-31',
];

/** In the short run every second one. */
const TRIED = IS_LONG ? shareOf(ZONES) : ZONES.filter((_, index) => index % 3 === 1);

let days = 0;
afterAll(() => report('time', { 'time zones': TRIED.length, 'days kept': days }));

const { store: SET_UP } = Workbook.setUp().shorten();

/** A register that was set up, in a spreadsheet of this zone. */
function inZone(timeZone: string, today?: string): Workbook {
  return reopened(SET_UP, timeZone, today);
}

function reopened(before: HostStore, timeZone: string, today?: string): Workbook {
  const store = copyOfStore(before);
  const book = store.loadBook();
  if (book !== undefined) store.saveBook({ ...book, timeZone });
  return new Workbook(store, today);
}

const dayOf = (value: unknown) =>
  typeof value === 'number' ? new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10) : String(value ?? '');

const dates = (workbook: Workbook) =>
  workbook
    .values('Experiments')
    .slice(1)
    .map((row) => dayOf(row[workbook.column('Date')]));

const exportedDates = (workbook: Workbook) => {
  expect(workbook.ask('exportLog', { file: 'new' })).toMatchObject({ is: 'done' });
  const text = Object.values(workbook.driveTexts()).pop() ?? '';
  return [...text.matchAll(/^\*\*Date:\*\* (\d{4,5}-.*)$/gm)].map(([, date]) => date);
};

describe.each(TRIED)('in a spreadsheet in %s', (zone) => {
  test('a day stays the day that was typed: in the cell, in a form, after a check and in the log', () => {
    const workbook = inZone(zone);
    workbook.type(2, 'Title', ...DAYS.map((date, index) => [`Day ${index}`, date]));
    workbook.ask('checkLog');
    expect(dates(workbook)).toEqual(DAYS);
    for (const [index, date] of DAYS.entries()) {
      const id = `K-BIZ-${String(index + 1).padStart(3, '0')}`;
      const opened = workbook.ask('readExperiment', { id, row: index + 2 }) as unknown as {
        experiment: Record<string, string>;
      };
      expect(opened.experiment.date).toBe(date);
      const form = { id, row: index + 2, experiment: opened.experiment };
      const experiment = { ...opened.experiment, entity: 'Holding' };
      expect(workbook.ask('saveForm', { token: `saved-on-${index}`, experiment, opened: form })).toMatchObject({
        saved: true,
      });
      days += 1;
    }
    expect(dates(workbook)).toEqual(DAYS);
    expect(exportedDates(workbook).sort()).toEqual([...DAYS].sort());
  });

  test('stays so where the zone is changed after a year of data', () => {
    const workbook = inZone(zone);
    workbook.type(2, 'Title', ...DAYS.map((date, index) => [`Day ${index}`, date]));
    workbook.type(2, 'Duration', ...DAYS.slice(0, -1).map(() => ['4 weeks']));
    workbook.ask('checkLog');
    const before = workbook.values('Experiments');
    const other = zone === 'Pacific/Kiritimati' ? 'America/Los_Angeles' : 'Pacific/Kiritimati';
    const moved = reopened(workbook.store, other);
    expect(moved.ask('checkLog').ok).toBe(true);
    const timing = moved.column('Timing');
    const still = (rows: unknown[][]) => rows.map((row) => row.filter((_, column) => column !== timing));
    expect(still(moved.values('Experiments'))).toEqual(still(before));
    expect(exportedDates(moved).sort()).toEqual([...DAYS].sort());
  });

  test('today is the spreadsheet’s, on the last and the first day of a year and on a leap day', () => {
    for (const day of ['2025-12-31', '2026-01-01', '2028-02-29']) {
      const workbook = inZone(zone, day);
      workbook.type(2, 'Title', ['Begun today']);
      workbook.type(2, 'Status', ['Active']);
      const there = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(
        new Date(`${day}T02:30:00Z`),
      );
      expect(dayOf(workbook.cell(2, 'Date')?.value)).toBe(there);
      expect(dayOf(workbook.cell(2, 'Started')?.value)).toBe(there);
    }
  });
});

test.each([
  ['2028-02-29', '1 year', '2029-02-28'],
  ['2024-02-29', '4 years', '2028-02-29'],
  ['2026-01-31', '1 month', '2026-02-28'],
  ['2027-12-31', '2 months', '2028-02-29'],
  ['2025-12-31', '1 day', '2026-01-01'],
  ['2026-03-28', '2 days', '2026-03-30'],
  ['1900-01-01', '1 week', '1900-01-08'],
  ['9999-12-01', '30 days', '9999-12-31'],
  ['9999-12-31', '1 day', ''],
  ['2026-01-01', '9000 years', ''],
])('an experiment of %s that runs %s is due on "%s"', (date, duration, due) => {
  const workbook = inZone('Europe/Berlin');
  workbook.type(2, 'Title', ['Over an edge', date]);
  workbook.type(2, 'Duration', [duration]);
  workbook.ask('checkLog');
  expect(dayOf(workbook.cell(2, 'Due')?.value)).toBe(due);
  if (due === '') expect(workbook.cell(2, 'Findings')?.value).toMatch(/duration cannot be dated/);
});

test.each(['1066-10-14', '1850-01-01', '1899-12-29', '1899-12-31', '10000-01-01', '0099-01-01'])(
  'the day %s, which no cell keeps as a date, comes in, is looked at and goes out as it was',
  (date) => {
    const workbook = new Workbook();
    const text = `# Log\n\n## Active Experiments\n\n### [K-BIZ-001] Far\n**Date:** ${date}\n**Layer:** System\n**Entity:** Holding\n**Status:** Proposed\n`;
    expect(workbook.ask('importLog', { name: 'log.md', text })).toMatchObject({ is: 'done', added: 1 });
    workbook.type(2, 'Title', ['Far, and changed']);
    expect(workbook.ask('checkLog').ok).toBe(true);
    expect(workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 })).toMatchObject({ experiment: { date } });
    expect(exportedDates(workbook)).toEqual([date]);
  },
);

test.each([
  ['1850-01-01', 'keeps no day before 1900'],
  ['10000-01-01', 'write it as yyyy-mm-dd'],
  ['2026-02-29', 'write it as yyyy-mm-dd'],
  ['1900-02-29', 'write it as yyyy-mm-dd'],
])('a form with the day %s says at its field that it %s, and nothing is written', (date, message) => {
  const workbook = inZone('Europe/Berlin');
  const experiment = { ...emptyExperiment(), title: 'Far', layer: 'System', status: 'Proposed', date };
  expect(workbook.ask('saveForm', { token: 'far-away-day', experiment })).toMatchObject({
    saved: false,
    refusals: { date: expect.stringContaining(message) },
  });
  expect(workbook.values('Experiments')).toHaveLength(1);
});

test('a form leaves a day alone that a log brought in from before 1900', () => {
  const workbook = new Workbook();
  const text = `# Log\n\n## Active Experiments\n\n### [K-BIZ-001] Far\n**Date:** 1850-01-01\n**Layer:** System\n**Entity:** Holding\n**Status:** Proposed\n`;
  workbook.ask('importLog', { name: 'log.md', text });
  const { row, experiment } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 }) as unknown as {
    row: number;
    experiment: Record<string, string>;
  };
  const request = { token: 'one-other-field', experiment: { ...experiment, entity: 'Group' } };
  expect(workbook.ask('saveForm', { ...request, opened: { id: 'K-BIZ-001', row, experiment } })).toMatchObject({
    saved: true,
    opened: { experiment: { date: '1850-01-01', entity: 'Group' } },
  });
  expect(dates(workbook)).toEqual(['1850-01-01']);
});
