// Where an experiment stands in time.
import { describe, expect, test } from '@jest/globals';
import { readDuration } from '../../../src/domain/duration/reader.ts';
import {
  clockStart,
  currentCheckpoint,
  statusOfTiming,
  type TimingFacts,
  timingOf,
} from '../../../src/domain/duration/timing.ts';

type Row = Partial<Omit<TimingFacts, 'duration'>> & { text?: string };

/** The timing of a running experiment of four weeks, started on 2026-02-11, but for what the row says. */
function timing({ text = '4 weeks', ...row }: Row) {
  const facts = {
    status: 'Active' as const,
    started: '2026-02-11',
    date: '2026-02-01',
    closed: '',
    decision: 'Adopt',
    today: '2026-02-11',
    dueSoonDays: 7,
    staleProposalDays: 14,
    ...row,
  };
  return timingOf({ ...facts, duration: readDuration(text, clockStart(facts), { sprintDays: 14 }) });
}

describe('a running experiment', () => {
  test.each([
    ['2026-02-11', 'on track'],
    ['2026-03-03', 'on track'],
    ['2026-03-04', 'due soon'],
    ['2026-03-10', 'due soon'],
    ['2026-03-11', 'due today'],
    ['2026-03-12', 'overdue by 1 day'],
    ['2026-04-11', 'overdue by 31 days'],
  ])('of four weeks from 2026-02-11 is on %s %s', (today, words) => {
    expect(timing({ today }).words).toBe(words);
  });

  test('is due soon once it may end', () => {
    expect(timing({ text: '4-8 weeks', today: '2026-03-10' }).kind).toBe('on track');
    expect(timing({ text: '4-8 weeks', today: '2026-03-11' }).kind).toBe('due soon');
  });

  test('runs from its date where the day it started is not known', () => {
    expect(timing({ started: '', today: '2026-03-02' }).words).toBe('overdue by 1 day');
  });

  test.each(['', 'Ongoing', 'until the oven works', 'at least 2 weeks'])(
    'with the duration %j cannot be dated',
    (text) => {
      expect(timing({ text, today: '2030-01-01' })).toEqual({ kind: 'cannot date', words: 'cannot date' });
    },
  );

  test('cannot be dated without a day to count from', () => {
    expect(timing({ started: '', date: '' }).kind).toBe('cannot date');
    expect(timing({ started: 'soon' }).kind).toBe('cannot date');
  });
});

describe('a proposal', () => {
  test('is not started until it is stale', () => {
    const proposal = { status: 'Proposed' as const, started: '' };
    expect(timing({ ...proposal, today: '2026-02-15' }).words).toBe('not started');
    expect(timing({ ...proposal, today: '2026-02-16' }).words).toBe('waits for a decision');
    expect(timing({ ...proposal, date: '', today: '2026-02-16' }).words).toBe('not started');
  });

  test('is in no phase', () => {
    expect(timing({ status: 'Proposed', text: '4 weeks: Week 1 — bake' }).now).toBeUndefined();
  });
});

describe('a closed experiment', () => {
  test.each([
    ['2026-03-11', '4 weeks', 'took 28 days, in time'],
    ['2026-02-12', '4 weeks', 'took 1 day, in time'],
    ['2026-02-11', '4 weeks', 'took less than a day, in time'],
    ['2026-03-12', '4 weeks', 'took 29 days, 1 day late'],
    ['2026-03-21', '4 weeks', 'took 38 days, 10 days late'],
    ['2026-03-21', 'ongoing', 'took 38 days'],
    ['2026-01-01', '4 weeks', 'completed'],
    ['', '4 weeks', 'completed'],
  ])('closed on %j after %j: %s', (closed, text, words) => {
    expect(timing({ status: 'Completed', closed, text, today: '2027-01-01' })).toEqual({ kind: 'closed', words });
  });

  test.each(['', 'Maybe', 'adopt'])('waits for a decision while %j says none', (decision) => {
    const kind = 'undecided';
    const late = { closed: '2026-03-12', decision };
    expect(timing({ status: 'Completed', ...late })).toEqual({
      kind,
      words: 'waits for a decision; took 29 days, 1 day late',
    });
    expect(timing({ status: 'Dropped', started: '', ...late })).toEqual({
      kind,
      words: 'waits for a decision; dropped before it started',
    });
  });

  test('may have been dropped before it started', () => {
    expect(timing({ status: 'Dropped', started: '', closed: '2026-03-11' }).words).toBe('dropped before it started');
    expect(timing({ status: 'Dropped', closed: '2026-03-11' }).words).toBe('dropped after 28 days');
    expect(timing({ status: 'Dropped' }).words).toBe('dropped');
  });

  test('can be told from its words which status it had', () => {
    for (const status of ['Proposed', 'Active', 'Completed', 'Dropped'] as const) {
      for (const closed of ['', '2026-03-11', '2026-06-01']) {
        for (const today of ['2026-02-12', '2026-03-10', '2026-03-11', '2026-03-12', '2027-01-01']) {
          for (const decision of ['Adopt', ''])
            expect(statusOfTiming(timing({ status, closed, today, decision }).words)).toBe(status);
        }
      }
    }
    // As a version of before wrote it.
    expect(statusOfTiming('stale')).toBe('Proposed');
    expect(statusOfTiming('')).toBeUndefined();
  });
});

describe('the current phase', () => {
  const text = '4 weeks: Week 1 — bake bread. Week 2-3 — sell it/give it away. Week 4.';

  test.each([
    ['2026-02-11', 'now: week 1 — bake bread, until 2026-02-18'],
    ['2026-02-18', 'now: week 1 — bake bread, until 2026-02-18'],
    ['2026-02-19', 'now: week 2-3 — sell it/give it away, until 2026-03-04'],
    ['2026-03-11', 'now: week 4, until 2026-03-11'],
    ['2026-03-12', undefined],
    ['2026-02-10', undefined],
  ])('on %s is %j', (today, now) => {
    expect(timing({ text, today }).now).toBe(now);
  });

  test('is known even where the end is not', () => {
    const { kind, now } = timing({ text: 'Week 1: bake. Week 2: sell.', today: '2026-02-20' });
    expect({ kind, now }).toEqual({ kind: 'cannot date', now: 'now: week 2 — sell, until 2026-02-25' });
  });

  test('is the first of those that overlap', () => {
    const phase = { from: '2026-02-11', until: '2026-02-18', text: '' };
    expect(
      currentCheckpoint(
        [
          { ...phase, label: 'A' },
          { ...phase, label: 'B' },
        ],
        '2026-02-12',
      )?.label,
    ).toBe('A');
  });
});
