// What durations come to: the due date, the rule in words, phases, and the reasons why some have none.
import { describe, expect, test } from '@jest/globals';
import { readDuration } from '../../../src/domain/duration/reader.ts';
import { LISTED, SAMPLES } from './fixtures/durations.ts';

const read = (text: string, start = '2026-02-11') => readDuration(text, start, { sprintDays: 14 });

function rule(text: string): string {
  const reading = read(text);
  return reading.dated ? reading.rule : `cannot date: ${reading.why}`;
}

function why(text: string, start?: string): string {
  const reading = read(text, start);
  return reading.dated ? `dated: ${reading.rule}` : reading.why;
}

test.each(SAMPLES)('$text from $start is due $due', ({ text, start, due, earliest }) => {
  const reading = read(text, start);
  expect(reading.dated ? [reading.due, reading.earliest] : []).toEqual(due === undefined ? [] : [due, earliest]);
});

test.each(LISTED)('$text from $start is read as $meant', ({ text, start, meant }) => {
  const reading = read(text, start);
  const days = meant.match(/\d{4}-\d\d-\d\d/g) ?? [];
  const mayAsk = /cannot|ask/.test(meant);
  expect([...days, ...(mayAsk ? ['cannot date'] : [])]).toContain(reading.dated ? reading.due : 'cannot date');
});

describe('the rule in words', () => {
  test.each([
    ['4 weeks', '4 weeks from 2026-02-11'],
    ['ein Monat', '1 month from 2026-02-11'],
    ['4-6 weeks', '6 weeks from 2026-02-11, at the earliest 4 weeks'],
    ['4 weeks + 1 week buffer', '4 weeks + 1 week from 2026-02-11'],
    ['1 month (4 weeks)', '4 weeks from 2026-02-11, which restates 1 month'],
    ['2 sprints', '2 sprints from 2026-02-11 (a sprint is 14 days)'],
    ['2 sprints (6 weeks)', '2 sprints from 2026-02-11 (a sprint is 21 days)'],
    ['4 weeks from 2026-03-01', '4 weeks from 2026-03-01'],
    ['bis 30. Juni', 'stated end 2026-06-30'],
  ])('of %j is %j', (text, expected) => expect(rule(text)).toBe(expected));

  test('takes the length of a sprint from the settings', () => {
    expect(readDuration('one sprint', '2026-02-11', { sprintDays: 10 })).toMatchObject({ due: '2026-02-21' });
  });
});

test.each(['renewable', 'verlängerbar', 'renouvelable', 'prorrogable', 'renovável', 'can be extended'])(
  'a length that is %s ends as it is stated, and the word is quoted as passed over',
  (word) => {
    expect(read(`4 weeks, ${word}`)).toMatchObject({ due: '2026-03-11', passedOver: [`"${word}"`] });
    for (const more of ['once', 'by 2 weeks', 'for 4 more', '2026-04-01'])
      expect([word, more, read(`4 weeks, ${word} ${more}`).dated]).toEqual([word, more, false]);
  },
);

describe('why it cannot be dated', () => {
  test.each([
    ['', /Nothing is stated/],
    [' \n\t', /Nothing is stated/],
    ['?', /could be read/],
    ['TBD', /not decided/],
    ['Ongoing', /open-ended/],
    ['until it works', /event.*max 6 weeks/],
    ['4 weeks after launch', /another event/],
    ['2 weeks or 100 repairs, whichever is longer', /longer/],
    ['at least 2 weeks', /least.*max/],
    ['0 weeks', /Zero/],
    ['-2 weeks', /negative/],
    ['11 years', /ten years/],
    ['6-4 weeks', /backwards/],
    ['1 month (2 weeks)', /tenth/],
    ['a few weeks', /How many/],
    ['weekly', /how often/],
    ['Weeks 5-6', /Weeks or phases/],
    ['until 2026-02-30', /no day 2026-02-30/],
    ['until 2025-12-31', /before the start/],
    ['until 03/04', /2026-03-04 or 2026-04-03/],
    ['until March', /2026-03-01 or on 2026-03-31/],
    ['mid-March', /2026-03-11 as well as 2026-03-21/],
    ['until 2026-04-01, end date: 2026-05-01', /Two different ends/],
    ['4 weeks (complete by February 10)', /length and the stated end are at odds/],
    ['ends on 10 February (4 weeks)', /length and the stated end are at odds/],
    ['4 weeks, hard stop 1 January', /length and the stated end are at odds/],
    ['3-5 days, bis 10. Februar', /length and the stated end are at odds/],
    ['2026-04-01 – 2026-03-01', /backwards/],
    ['Q7 2026', /Q1 to Q4/],
    ['most of 4 weeks', /^It says a part of a length; write the whole one/],
    ['die Hälfte von 6 Wochen', /^It says a part of a length/],
    ['not 4 weeks', /^Something is excluded or denied/],
  ])('for %j', (text, expected) => expect(why(text)).toMatch(expected));

  test('is one sentence that says what to write instead', () => {
    const undated = SAMPLES.filter(({ due }) => due === undefined);
    for (const { text, start } of undated) expect(why(text, start)).toMatch(/^[A-Z][^;]*; .*\.$/);
  });

  test('may be that there is no day to count from', () => {
    for (const start of ['', '2026-02-30', 'soon']) expect(read('4 weeks', start)).toMatchObject({ dated: false });
  });

  test('holds at the end of the calendar', () => {
    expect(read('4 weeks', '9999-12-31')).toMatchObject({ dated: false });
    expect(read('9 years: Year 1 — bake', '9998-01-01')).toMatchObject({ dated: false });
  });
});

describe('phases', () => {
  test('become checkpoints with their days', () => {
    expect(read('4 weeks: Week 1 — bake. Week 2-3 — sell, early. Week 4 — count the till.').checkpoints).toEqual([
      { label: 'Week 1', from: '2026-02-11', until: '2026-02-18', text: 'bake' },
      { label: 'Week 2-3', from: '2026-02-19', until: '2026-03-04', text: 'sell, early' },
      { label: 'Week 4', from: '2026-03-05', until: '2026-03-11', text: 'count the till' },
    ]);
  });

  test('of months end on the months’ days', () => {
    const { checkpoints } = read('Two months. Month 1: bake. Month 2: sell.', '2026-01-31');
    expect(checkpoints.map(({ from, until }) => [from, until])).toEqual([
      ['2026-01-31', '2026-02-28'],
      ['2026-03-01', '2026-03-31'],
    ]);
  });

  test('with lengths follow one another', () => {
    const { checkpoints } = read('5 weeks: Phase 1 (2 weeks): bake; Phase 2 (3 weeks): sell');
    expect(checkpoints).toEqual([
      { label: 'Phase 1', from: '2026-02-11', until: '2026-02-25', text: 'bake' },
      { label: 'Phase 2', from: '2026-02-26', until: '2026-03-18', text: 'sell' },
    ]);
  });

  test('without a length are left out, with all that would follow them', () => {
    expect(read('5 weeks: Phase 1: bake; Phase 2 (3 weeks): sell').checkpoints).toEqual([]);
  });

  test('take the length of a sprint from the text', () => {
    const { checkpoints } = read('2 sprints (6 weeks): Sprint 1 — bake, Sprint 2 — sell');
    expect(checkpoints.map(({ until }) => until)).toEqual(['2026-03-04', '2026-03-25']);
  });

  test('on lines of a list are one line of text each', () => {
    const { checkpoints } = read('6 weeks\n- Week 1-2: bake\n  and taste\n- Weeks 3 and 4: sell');
    expect(checkpoints.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Week 1-2: bake and taste',
      'Weeks 3 and 4: sell',
    ]);
  });

  test('are not made of numbers in their text', () => {
    expect(read('4 weeks: Week 1 — 3 interviews. Week 2 - 5 tests').checkpoints).toMatchObject([
      { label: 'Week 1', text: '3 interviews' },
      { label: 'Week 2', text: '5 tests' },
    ]);
  });

  test('have a text that fits a list', () => {
    const [phase] = read(`4 weeks: Week 1 — ${'bake bread '.repeat(4000)}`).checkpoints;
    expect(phase?.text).toMatch(/^bake bread .*…$/);
    expect(phase?.text.length).toBeLessThanOrEqual(300);
  });

  test('never change the due date, and leave none where they say more about time', () => {
    expect(rule('4 weeks: Week 1 — 3 kinds of bread. Week 2 — until the flour is gone')).toBe(
      '4 weeks from 2026-02-11',
    );
    for (const phases of [
      ': Week 1 — 3 days of baking. Week 2 — 6 months of data',
      ': Phase 1 (5 weeks): until 2027-01-01',
      ': Week 1 — bake. Week 6 — sell',
      ': Phase 1 (5 weeks): bake',
    ]) {
      expect(rule(`4 weeks${phases}`)).toMatch(/^cannot date/);
    }
  });

  test('backwards or beyond ten years are left out', () => {
    expect(read('4 weeks: Week 3-2 — bake. Week 900 — sell').checkpoints.map(({ label }) => label)).toEqual(['Week 3']);
  });
});
