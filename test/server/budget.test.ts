import { describe, expect, test } from '@jest/globals';
import { Workbook } from './workbook.ts';

/** Reads and writes of sheets that one action costs. */
function cost(workbook: Workbook, act: () => void): { read: number; write: number } {
  workbook.host.meter.reset();
  act();
  const { read, write } = workbook.host.meter.counts;
  return { read, write };
}

function filled(rows: number): Workbook {
  const workbook = Workbook.setUp();
  workbook.type(
    2,
    'Title',
    ...Array.from({ length: rows }, (_, index) => [
      `Experiment ${index + 1}`,
      '2026-01-05',
      'System',
      'Holding',
      'Proposed',
    ]),
  );
  return workbook;
}

describe('what an edit costs does not grow with the rows', () => {
  test('one cell: two reads and two writes at most', () => {
    const workbook = filled(20);
    const edits = {
      'a title in an empty row': () => workbook.type(22, 'Title', ['New']),
      'a duration': () => workbook.type(5, 'Duration', ['4 weeks']),
      'a status': () => workbook.type(5, 'Status', ['Active']),
    };
    for (const [name, edit] of Object.entries(edits)) {
      const { read, write } = cost(workbook, edit);
      expect({ name, isCheap: read <= 2 && write <= 2, read, write }).toMatchObject({ isCheap: true });
    }
  });

  test('a title in the empty row below 1,200 others: the same', () => {
    const workbook = filled(1200);
    const { read, write } = cost(workbook, () => workbook.type(1202, 'Title', ['One more']));
    expect(workbook.cell(1202, 'ID')?.value).toBe('K-BIZ-1201');
    expect(read).toBeLessThanOrEqual(2);
    expect(write).toBeLessThanOrEqual(2);
  });

  test('a refused move: one write more', () => {
    const workbook = filled(3);
    const { read, write } = cost(workbook, () => workbook.type(3, 'Status', ['Completed']));
    expect(read).toBeLessThanOrEqual(2);
    expect(write).toBeLessThanOrEqual(3);
  });

  test('a paste of 500 rows: the same as one cell', () => {
    const workbook = filled(510);
    const { read, write } = cost(workbook, () =>
      workbook.type(2, 'Duration', ...Array.from({ length: 500 }, (_, index) => [`${(index % 9) + 1} weeks`])),
    );
    expect(read).toBeLessThanOrEqual(2);
    expect(write).toBeLessThanOrEqual(2);
  });

  test('500 new rows pasted at once: the same', () => {
    const workbook = Workbook.setUp();
    const rows = Array.from({ length: 500 }, (_, index) => [`Pasted ${index}`, '', 'Model']);
    const { read, write } = cost(workbook, () => workbook.type(2, 'Title', ...rows));
    expect(read).toBeLessThanOrEqual(2);
    expect(write).toBeLessThanOrEqual(2);
    expect(workbook.cell(501, 'ID')?.value).toBe('K-BIZ-500');
  });

  test('an edit on another sheet: nothing but the question which sheet it is', () => {
    const workbook = filled(1);
    const { id } = workbook.sheet('Candidates');
    const { read, write } = cost(workbook, () => {
      workbook.host.act({ kind: 'type', sheet: id, row: 1, column: 1, text: [['An idea']] });
    });
    expect({ read: read <= 1, write }).toEqual({ read: true, write: 0 });
  });
});

test('Check register costs the same for 10 and for 2,000 rows: at most 4 reads and 4 writes', () => {
  const costs = [10, 2000].map((rows) => {
    const workbook = filled(rows);
    return cost(workbook, () => workbook.ask('checkLog'));
  });
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]?.read).toBeLessThanOrEqual(4);
  expect(costs[0]?.write).toBeLessThanOrEqual(4);
});
