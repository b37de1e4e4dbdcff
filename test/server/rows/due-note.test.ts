import { expect, test } from '@jest/globals';
import { Workbook } from '../workbook.ts';

function setUp(): Workbook {
  const workbook = Workbook.setUp();
  workbook.type(2, 'Title', ['Kettle', '2026-02-11', 'System', 'Holding', 'Proposed']);
  return workbook;
}

const noteOf = (workbook: Workbook, row = 2) => workbook.cell(row, 'Due')?.note;

test('the note on Due gives the rule, the earliest end and the checkpoints', () => {
  const workbook = setUp();
  workbook.type(2, 'Duration', ['4-6 weeks: Week 1 — plan. Week 2-3 — brew.']);
  expect(noteOf(workbook)).toBe(
    [
      'Due 2026-03-25: 6 weeks from 2026-02-11, at the earliest 4 weeks. It may end from 2026-03-11.',
      'Week 1 — plan, until 2026-02-18',
      'Week 2-3 — brew, until 2026-03-04',
    ].join('\n'),
  );
});

test('the note on Due says what to write where there is no date, and goes with the duration', () => {
  const workbook = setUp();
  workbook.type(2, 'Duration', ['Ongoing']);
  expect(noteOf(workbook)).toMatch(/^[A-Z].*\.$/);
  workbook.type(2, 'Duration', ['']);
  expect(noteOf(workbook) ?? '').toBe('');
});

test('the note on Due follows the clock when the experiment starts', () => {
  const workbook = setUp();
  workbook.type(2, 'Duration', ['2 weeks']);
  expect(noteOf(workbook)).toBe('Due 2026-02-25: 2 weeks from 2026-02-11.');
  workbook.type(2, 'Status', ['Active']);
  expect(noteOf(workbook)).toBe('Due 2026-03-16: 2 weeks from 2026-03-02.');
});

test('Check register writes the notes anew after a setting has changed', () => {
  const workbook = setUp();
  workbook.type(2, 'Duration', ['one sprint']);
  expect(noteOf(workbook)).toMatch(/^Due 2026-02-25/);
  const row = workbook.values('Settings').findIndex(([label]) => label === 'Sprint (days)');
  workbook.host.act({ kind: 'type', sheet: workbook.sheet('Settings').id, row, column: 1, text: [['7']] });
  workbook.ask('checkLog');
  expect(noteOf(workbook)).toMatch(/^Due 2026-02-18/);
});
