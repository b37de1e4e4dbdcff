// Timing stays in words, whether or not Google shows a difference of dates that is joined to a text as a date.

import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { Host } from '../../../workbench/host/host.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import { copyOfStore, HAS_RULES, TODAY, Workbook } from '../workbook.ts';

test.each(['number', 'date'] as const)(
  'an overdue experiment says its days where they are joined as a %s',
  (joinedDays) => {
    const register = new Workbook(undefined, '2026-02-06');
    register.host.choose('setUp');
    register.type(2, 'Title', ['Sourdough']);
    register.type(2, 'Duration', ['2 weeks']);
    register.type(2, 'Status', ['Active']);
    const now = () => Date.parse(`${TODAY}T02:30:00Z`);
    const host = new Host({ dist: resolve('dist'), store: copyOfStore(register.store), now, joinedDays });
    const { cells } = host.snapshot().sheets.find(({ name }) => name === 'Experiments') ?? { cells: [] };
    const timing = register.column('Timing');
    const [, , cell] = cells.find(([row, column]) => row === 1 && column === timing) ?? [];
    expect(cell).toMatchObject({ formula: expect.stringContaining('TODAY()'), value: 'overdue by 10 days' });
    expect(cell).not.toHaveProperty('format');
  },
);

test.each([['Timing'], ['Timing', 'Due']])(
  'it does not take on the format of its neighbour where %s is added again',
  (...headers) => {
    const workbook = Workbook.setUp().shorten();
    workbook.type(2, 'Title', ['Sourdough']);
    const { id: sheet } = workbook.sheet('Experiments');
    for (const header of headers)
      workbook.host.act({ kind: 'delete-columns', sheet, at: workbook.column(header), count: 1 });
    expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    workbook.ask('checkLog');
    expect(workbook.cell(2, 'Timing')).toMatchObject({
      formula: expect.stringContaining('TODAY()'),
      value: 'not started',
    });
    // A Table's column keeps the format it has: what stands there are words.
    if (HAS_RULES) expect(workbook.cell(2, 'Timing')).not.toHaveProperty('format');
  },
);

test('the host shows the difference itself as a date where it is told to', () => {
  const store = memoryStore();
  const host = new Host({
    dist: resolve('dist'),
    store,
    joinedDays: 'date',
    now: () => Date.parse(`${TODAY}T02:30:00Z`),
  });
  const [sheet] = host.snapshot().sheets;
  host.act({
    kind: 'type',
    sheet: sheet?.id ?? 0,
    row: 0,
    column: 0,
    text: [['="by "&(TODAY()-46073)&" days"', '="by "&(N(TODAY())-46073)&" days"']],
  });
  const cells = host.snapshot().sheets[0]?.cells.map(([, , cell]) => cell.value);
  expect(cells).toEqual(['by 1/9/1900 days', 'by 10 days']);
});
