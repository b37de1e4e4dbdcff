// Undo and redo of a person's actions, held against a plain model of what a spreadsheet does.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonAction } from '../../../workbench/protocol.ts';
import { type Act, actsOf, PlainSheet } from './plain-sheet.ts';
import { benchFor } from './script-host.ts';

/** Stamps the last column of every row that is edited, as the add-on stamps a new row. */
const STAMPS = `function onEdit(e) {
  const sheet = e.range.getSheet();
  const values = sheet.getRange(e.range.getRow(), 1, e.range.getNumRows(), 1).getValues();
  sheet.getRange(e.range.getRow(), 6, e.range.getNumRows(), 1).setValues(values.map(([v]) => [v === '' ? '' : 'seen ' + v]));
}`;

const RUNS = Number(process.env.KAIZEN_UNDO_RUNS ?? 20);
const ACTS = 200;

function type(sheet: number, row: number, column: number, ...text: string[][]): PersonAction {
  return { kind: 'type', sheet, row, column, text };
}

describe('undo and redo', () => {
  it('of random actions end in what a plain model says, cell for cell and look for look', () => {
    let run = 0;
    fc.assert(
      // One in seven with a script that writes after each edit: to run one takes longer than the rest.
      fc.property(actsOf(ACTS), (acts: Act[]) => {
        const isStamped = run++ % 7 === 0;
        const { host, sheet } = benchFor(isStamped ? STAMPS : '', {}, { sheets: [PlainSheet.empty()] });
        const plain = new PlainSheet(isStamped);
        for (const act of acts) {
          host.act(act(plain, sheet), 'window');
        }
        expect(PlainSheet.stateOf(host.snapshot().sheets[0])).toEqual(plain.state());
        while (plain.undo()) host.act({ kind: 'undo' }, 'window');
        expect(PlainSheet.stateOf(host.snapshot().sheets[0])).toEqual(plain.state());
      }),
      { numRuns: RUNS, endOnFailure: true, ...(RUNS <= 20 && { seed: 26 }) },
    );
  });

  it('take the whole new row with its stamps, and put it back', () => {
    const { host, sheet, cell } = benchFor(STAMPS);
    host.act(type(sheet, 3, 0, ['Kettle']), 'w');
    expect(cell(3, 5)?.value).toBe('seen Kettle');
    host.act({ kind: 'undo' }, 'w');
    expect([cell(3, 0), cell(3, 5)]).toEqual([undefined, undefined]);
    host.act({ kind: 'redo' }, 'w');
    expect([cell(3, 0)?.value, cell(3, 5)?.value]).toEqual(['Kettle', 'seen Kettle']);
  });

  it('leave what the script wrote where the host is told so, and the script hears of both', () => {
    const heard = `function onEdit(e) { console.log([e.range.getA1Notation(), e.value, e.oldValue].join()); e.range.offset(0, 3).setValue('by the script'); }`;
    const { host, sheet, cell, logged } = benchFor(heard, { undo: 'edit' });
    host.act(type(sheet, 0, 0, ['Kettle']), 'w');
    host.act({ kind: 'undo' }, 'w');
    expect([cell(0, 0), cell(0, 3)?.value]).toEqual([undefined, 'by the script']);
    host.act({ kind: 'redo' }, 'w');
    expect(cell(0, 0)?.value).toBe('Kettle');
    expect(logged).toEqual(['A1,Kettle,', 'A1,,Kettle', 'A1,Kettle,']);
  });

  it('belong to each window, and keep what another did elsewhere', () => {
    const { host, sheet, cell } = benchFor('');
    host.act(type(sheet, 0, 0, ['mine']), 'one');
    host.act(type(sheet, 1, 0, ['yours']), 'other');
    expect(host.history('one')).toEqual({ undo: true, redo: false });
    expect(host.act({ kind: 'undo' }, 'one').refused).toEqual([]);
    expect([cell(0, 0), cell(1, 0)?.value]).toEqual([undefined, 'yours']);
    expect(host.history('one')).toEqual({ undo: false, redo: true });
    expect(host.act({ kind: 'undo' }, 'one').refused[0]?.message).toContain('nothing left to undo');
  });

  it('keep what another typed where rows were inserted meanwhile', () => {
    const { host, sheet, cell } = benchFor('');
    host.act(type(sheet, 0, 0, ['a'], ['b']), 'one');
    host.act({ kind: 'insert-rows', sheet, at: 1, count: 2 }, 'one');
    host.act(type(sheet, 3, 1, ['yours']), 'other');
    host.act({ kind: 'undo' }, 'one');
    expect([cell(1, 0)?.value, cell(1, 1)?.value]).toEqual(['b', 'yours']);
  });

  it('keep what another typed into a row that was sorted since, where that row goes', () => {
    const { host, sheet, cell } = benchFor('');
    host.act(type(sheet, 0, 0, ['b'], ['c'], ['a']), 'one');
    const area = { row: 0, column: 0, rows: 3, columns: 26 };
    host.act({ kind: 'sort', sheet, area, column: 0, ascending: true }, 'one');
    host.act(type(sheet, 2, 1, ['yours']), 'other');
    host.act({ kind: 'resize-column', sheet, column: 4, width: 50 }, 'other');
    const column = (index: number) => [0, 1, 2].map((row) => cell(row, index)?.value);
    expect(host.act({ kind: 'undo' }, 'one').refused).toEqual([]);
    expect([column(0), column(1)]).toEqual([
      ['b', 'c', 'a'],
      [undefined, 'yours', undefined],
    ]);
    host.act({ kind: 'redo' }, 'one');
    expect([column(0), column(1)]).toEqual([
      ['a', 'b', 'c'],
      [undefined, undefined, 'yours'],
    ]);
  });

  it('put inserted rows back where they were, past what another typed meanwhile', () => {
    const { host, sheet, cell } = benchFor('');
    host.act(type(sheet, 0, 0, ['a'], ['b']), 'one');
    host.act({ kind: 'insert-rows', sheet, at: 1, count: 1 }, 'one');
    host.act({ kind: 'undo' }, 'one');
    host.act(type(sheet, 4, 0, ['yours']), 'other');
    host.act({ kind: 'redo' }, 'one');
    expect([cell(2, 0)?.value, cell(5, 0)?.value]).toEqual(['b', 'yours']);
  });

  it('say of a step that another has overtaken that it stays, and go on with the one before', () => {
    const { host, sheet, cell } = benchFor('');
    host.act(type(sheet, 0, 1, ['first']), 'one');
    host.act(type(sheet, 0, 0, ['mine']), 'one');
    host.act(type(sheet, 0, 0, ['yours']), 'other');
    expect(host.act({ kind: 'undo' }, 'one').refused[0]?.message).toContain('cannot be undone any more');
    expect([cell(0, 0)?.value, cell(0, 1)?.value]).toEqual(['yours', 'first']);
    expect(host.act({ kind: 'undo' }, 'one').refused).toEqual([]);
    expect(cell(0, 1)).toBeUndefined();
    host.act({ kind: 'insert-rows', sheet, at: 0, count: 1 }, 'one');
    host.act({ kind: 'delete-rows', sheet, at: 4, count: 1 }, 'other');
    expect(host.act({ kind: 'undo' }, 'one').refused).toHaveLength(1);
  });

  it('reach a hundred steps back, and none that changed nothing', () => {
    const { host, sheet, cell } = benchFor('');
    for (let step = 1; step <= 105; step++) host.act(type(sheet, 0, 0, [String(step)]), 'w');
    host.act(type(sheet, 0, 0, ['105']), 'w');
    host.act({ kind: 'select', sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } }, 'w');
    let steps = 0;
    while (host.history('w').undo) {
      host.act({ kind: 'undo' }, 'w');
      steps++;
    }
    expect([steps, cell(0, 0)?.value]).toEqual([100, 5]);
  });

  it('take a sheet that came with its cells away in one step, and bring it back', () => {
    const { host } = benchFor('');
    const text = [['Trip', 'Days'], ['Fjord', '3'], ["'=1+1"]];
    host.act({ kind: 'add-sheet', name: 'Trips', text }, 'w');
    const before = JSON.stringify(host.snapshot().sheets[1]);
    expect(host.snapshot().sheets[1]?.cells.map(([, , { value, formula }]) => formula ?? value)).toEqual([
      ...['Trip', 'Days', 'Fjord', 3, '=1+1'],
    ]);
    host.act({ kind: 'undo' }, 'w');
    expect(host.snapshot().sheets.map(({ name }) => name)).toEqual(['Sheet1']);
    host.act({ kind: 'redo' }, 'w');
    expect(JSON.stringify(host.snapshot().sheets[1])).toBe(before);
  });

  it('bring a deleted sheet back with everything in it, and take an added one away', () => {
    const { host, sheet } = benchFor('');
    host.act({ kind: 'add-sheet', name: 'Trips' }, 'w');
    const trips = host.snapshot().sheets[1]?.id ?? -1;
    host.act(type(trips, 2, 2, ['x']), 'w');
    host.act(type(sheet, 0, 0, ['=Trips!C3']), 'w');
    const before = JSON.stringify(host.snapshot());
    host.act({ kind: 'delete-sheet', sheet: trips }, 'w');
    host.act({ kind: 'undo' }, 'w');
    expect(JSON.stringify({ ...host.snapshot(), activeSheet: trips })).toBe(before);
    for (let step = 0; step < 3; step++) host.act({ kind: 'undo' }, 'w');
    expect(host.snapshot().sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  });
});
