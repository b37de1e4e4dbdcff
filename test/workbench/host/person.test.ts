// What people do in the grid: judged, told to every window, heard by onEdit, kept.

import { describe, expect, it } from '@jest/globals';
import { memoryStore } from '../../../workbench/host/store.ts';
import type { HostEvent, Patch } from '../../../workbench/protocol.ts';
import { benchFor, emptyBook, NOON } from './script-host.ts';

const ON_EDIT = `function onEdit(e) { const keys = Object.keys(e).sort(); console.log(JSON.stringify({ at: e.range.getA1Notation(), keys, value: e.value, oldValue: e.oldValue, mode: String(e.authMode) })); }`;

const RULES = `function rules() { const sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.getRange('A2:A5').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Open', 'Done']).setAllowInvalid(false).build());
  sheet.getRange('B2:B5').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(false).setHelpText('A day, such as 2026-02-11').build()).setNumberFormat('yyyy-mm-dd');
  sheet.getRange('C2:C5').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['x']).build()); }`;

function patchesOf(events: HostEvent[]): Patch[] {
  return events.flatMap((event) => (event.kind === 'patches' ? event.patches : []));
}

function heard(logged: string[]): { at: string; keys: string[]; value?: string; oldValue?: string }[] {
  return logged.map((text) => JSON.parse(text));
}

describe('typing', () => {
  it('is read as Sheets reads it', () => {
    const { host, sheet, cell } = benchFor('');
    host.act({
      kind: 'type',
      sheet,
      row: 0,
      column: 0,
      text: [
        ['007', "'007", '=1+2', '2026-02-11'],
        ['12%', 'true', '', 'text'],
      ],
    });
    expect([0, 1, 2, 3].map((column) => cell(0, column))).toEqual([
      { value: 7 },
      { value: '007' },
      { value: 3, formula: '=1+2' },
      { value: 46064, format: 'yyyy-mm-dd' },
    ]);
    expect([0, 1, 2, 3].map((column) => cell(1, column))).toEqual([
      { value: 0.12, format: '0%' },
      { value: true },
      undefined,
      { value: 'text' },
    ]);
  });

  it('keeps a formula as text in a text cell', () => {
    const { host, sheet, cell } = benchFor('');
    host.act({ kind: 'set', sheet, cause: 'paste', cells: [[0, 0, { value: 'x', format: '@' }]] });
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['=1+2']] });
    expect(cell(0, 0)).toEqual({ value: '=1+2', format: '@' });
  });

  it('keeps the note and look of the cell', () => {
    const { host, sheet, cell } = benchFor('');
    host.act({ kind: 'set', sheet, cause: 'paste', cells: [[0, 0, { value: 'x', note: 'n', style: { bold: true } }]] });
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['y']] });
    host.act({ kind: 'set', sheet, cause: 'clear', cells: [[0, 0, null]] });
    expect(cell(0, 0)).toEqual({ note: 'n', style: { bold: true } });
  });

  it('of more than a cell holds is refused', () => {
    const { host, sheet, cell } = benchFor('');
    expect(host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['x'.repeat(50_001)]] }).refused).toHaveLength(1);
    expect(cell(0, 0)).toBeUndefined();
  });
});

describe('an entry that a rule rejects', () => {
  it('leaves the old value, is told with the message, and repaints the cell', () => {
    const { host, sheet, cell, events, logged } = benchFor(RULES + ON_EDIT);
    host.choose('rules');
    host.act({ kind: 'type', sheet, row: 1, column: 0, text: [['Open']] });
    events.length = 0;
    logged.length = 0;
    const { refused } = host.act({ kind: 'type', sheet, row: 1, column: 0, text: [['Lost']] }, 'window-1');
    expect(refused).toEqual([
      {
        row: 1,
        column: 0,
        message:
          'The data you entered in cell A2 violates the data validation rules set on this cell. Please enter one of the following values: Open, Done.',
      },
    ]);
    expect(cell(1, 0)).toEqual({ value: 'Open' });
    expect(events).toEqual([
      { kind: 'patches', patches: [{ kind: 'cells', sheet, cells: [[1, 0, { value: 'Open' }]] }], origin: 'window-1' },
    ]);
    expect(logged).toEqual([]);
  });

  it('shows the help text of the rule where it has one', () => {
    const { host, sheet } = benchFor(RULES);
    host.choose('rules');
    expect(host.act({ kind: 'type', sheet, row: 1, column: 1, text: [['next week']] }).refused[0]?.message).toBe(
      'A day, such as 2026-02-11',
    );
    expect(host.act({ kind: 'type', sheet, row: 1, column: 1, text: [['2026-02-11']] }).refused).toEqual([]);
    expect(host.act({ kind: 'type', sheet, row: 2, column: 1, text: [['Feb 11, 2026']] }).refused).toEqual([]);
  });

  it('holds up nothing else of a paste', () => {
    const { host, sheet, cell, logged } = benchFor(RULES + ON_EDIT);
    host.choose('rules');
    const cells: [number, number, { value: string }][] = [
      [1, 0, { value: 'Done' }],
      [2, 0, { value: 'Lost' }],
      [3, 0, { value: 'Open' }],
    ];
    expect(host.act({ kind: 'set', sheet, cause: 'paste', cells }).refused.map(({ row }) => row)).toEqual([2]);
    expect([cell(1, 0)?.value, cell(2, 0)?.value, cell(3, 0)?.value]).toEqual(['Done', undefined, 'Open']);
    expect(heard(logged)[0]?.at).toBe('A2:A4');
  });

  it('is kept where the rule only warns, and is never judged on undo', () => {
    const { host, sheet, cell } = benchFor(RULES);
    host.choose('rules');
    host.act({ kind: 'type', sheet, row: 1, column: 2, text: [['y']] });
    host.act({ kind: 'set', sheet, cause: 'undo', cells: [[1, 0, { value: 'Lost' }]] });
    expect([cell(1, 2)?.value, cell(1, 0)?.value]).toEqual(['y', 'Lost']);
  });
});

describe('an edit under a protection that warns', () => {
  const script = `function protect() { SpreadsheetApp.getActive().getSheets()[0].getRange('B1:B9').protect().setWarningOnly(true); } function onEdit(e) { console.log(e.range.getA1Notation()); }`;

  it('is made or not as the person answers, who is asked once an action', () => {
    const asked: string[] = [];
    let answer: 'ok' | 'cancel' = 'cancel';
    const { host, sheet, cell, logged, events } = benchFor(script, {
      answerAlert: ({ title }) => {
        asked.push(title);
        return answer;
      },
    });
    host.choose('protect');
    events.length = 0;
    const type = () =>
      host.act({
        kind: 'type',
        sheet,
        row: 0,
        column: 0,
        text: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      });
    expect(type()).toEqual({ refused: [] });
    expect([cell(0, 0), logged, asked]).toEqual([undefined, [], ['Heads up!']]);
    const told = patchesOf(events).flatMap((patch) => (patch.kind === 'cells' ? patch.cells : []));
    expect(told).toEqual([
      [0, 0, null],
      [0, 1, null],
      [1, 0, null],
      [1, 1, null],
    ]);
    answer = 'ok';
    type();
    expect([cell(1, 1)?.value, logged, asked]).toEqual(['d', ['A1:B2'], ['Heads up!', 'Heads up!']]);
  });

  it('asks nobody beside it, on undo, or where it does not warn', () => {
    const { host, sheet, cell } = benchFor(
      `${script} function forbid() { SpreadsheetApp.getActive().getSheets()[0].getRange('C1').protect(); }`,
      {
        answerAlert: () => {
          throw new Error('Nobody is to be asked.');
        },
      },
    );
    for (const name of ['protect', 'forbid']) host.choose(name);
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['x']] });
    host.act({ kind: 'type', sheet, row: 0, column: 2, text: [['x']] });
    host.act({ kind: 'set', sheet, cause: 'undo', cells: [[0, 1, { value: 'x' }]] });
    expect([cell(0, 0)?.value, cell(0, 1)?.value, cell(0, 2)?.value]).toEqual(['x', 'x', 'x']);
  });
});

describe('onEdit', () => {
  it('hears of one cell with its value, and its old value unless it was empty', () => {
    const { host, sheet, logged } = benchFor(ON_EDIT);
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['5']] });
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['true']] });
    host.act({ kind: 'set', sheet, cause: 'clear', cells: [[0, 0, null]] });
    const [first, second, third] = heard(logged);
    expect(first).toEqual({
      at: 'A1',
      keys: ['authMode', 'range', 'source', 'user', 'value'],
      value: '5',
      mode: 'LIMITED',
    });
    expect(second).toMatchObject({ value: 'TRUE', oldValue: '5' });
    expect(third).toMatchObject({ keys: ['authMode', 'oldValue', 'range', 'source', 'user'], oldValue: 'TRUE' });
  });

  it('hears of a paste or of many cells once, without values', () => {
    const { host, sheet, logged } = benchFor(ON_EDIT);
    host.act({ kind: 'set', sheet, cause: 'paste', cells: [[4, 2, { value: 'x' }]] });
    host.act({
      kind: 'type',
      sheet,
      row: 0,
      column: 0,
      text: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
    expect(heard(logged).map(({ at, keys }) => [at, keys.length])).toEqual([
      ['C5', 4],
      ['A1:B2', 4],
    ]);
  });

  it('does not hear of rows inserted or deleted, sorting, renaming, or what scripts write', () => {
    const { host, sheet, logged } = benchFor(
      `${ON_EDIT} function write() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(1); }`,
    );
    host.act({ kind: 'insert-rows', sheet, at: 1, count: 2 });
    host.act({ kind: 'delete-rows', sheet, at: 1, count: 1 });
    host.act({ kind: 'sort', sheet, area: { row: 0, column: 0, rows: 3, columns: 2 }, column: 0, ascending: true });
    host.act({ kind: 'rename-sheet', sheet, name: 'Trips' });
    host.choose('write');
    expect(logged).toEqual([]);
  });

  it('has its writes told to every window, after the edit itself', () => {
    const { host, sheet, events } = benchFor(`function onEdit(e) { e.range.offset(0, 1).setValue('seen'); }`);
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['x']] }, 'window-1');
    expect(events).toEqual([
      { kind: 'patches', patches: [{ kind: 'cells', sheet, cells: [[0, 0, { value: 'x' }]] }], origin: 'window-1' },
      { kind: 'patches', patches: [{ kind: 'cells', sheet, cells: [[0, 1, { value: 'seen' }]] }] },
    ]);
  });

  it('waits while an onEdit of the same person runs, at most two of them', () => {
    const { host, sheet, logged, cell } = benchFor(
      `function onEdit(e) { const at = e.range.getA1Notation(); e.range.setNote('seen'); console.log(at); }`,
    );
    const type = (row: number) => host.act({ kind: 'type', sheet, row, column: 0, text: [['x']] });
    host.beforeCall = ({ method }) => {
      if (method !== 'Range.setNote') return;
      host.beforeCall = undefined;
      for (const row of [1, 2, 3, 4]) type(row);
      // The edits themselves are there at once.
      expect(cell(4, 0)?.value).toBe('x');
      expect(logged).toEqual([]);
    };
    type(0);
    expect(logged).toEqual(['A1', 'A2', 'A3']);
    type(5);
    expect(logged).toEqual(['A1', 'A2', 'A3', 'A6']);
  });

  it('of one person does not wait for that of another', () => {
    const { host, sheet, logged } = benchFor(
      `function onEdit(e) { const at = e.range.getA1Notation(); e.range.setNote('seen'); console.log(at); }`,
    );
    const type = (row: number) => host.act({ kind: 'type', sheet, row, column: 0, text: [['x']] });
    host.beforeCall = ({ method }) => {
      if (method !== 'Range.setNote') return;
      host.beforeCall = undefined;
      host.user = 'other@example.com';
      type(1);
      expect(logged).toEqual(['A2']);
      host.user = 'you@example.com';
    };
    type(0);
    expect(logged).toEqual(['A2', 'A1']);
  });

  it('is ended after thirty seconds, a menu item after six minutes, by the clock of the host', () => {
    let now = NOON;
    const script = `function slow(minutes) { const start = Date.now(); while (Date.now() - start < 60000 * minutes) { Utilities.sleep(1000); SpreadsheetApp.getActive().getName(); } return 'done'; }
      function onEdit(e) { e.range.setNote('begun'); slow(Number(e.value)); e.range.setNote('ended'); }
      function item() { return slow(5.9); } function long() { return slow(6.1); }`;
    const { host, sheet, cell, events } = benchFor(script, { now: () => now });
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['0.4']] });
    expect(cell(0, 0)?.note).toBe('ended');
    host.act({ kind: 'type', sheet, row: 1, column: 0, text: [['0.6']] });
    expect(cell(1, 0)?.note).toBe('begun');
    expect(events).toContainEqual({
      kind: 'failed',
      functionName: 'onEdit',
      message: 'Exception: Exceeded maximum execution time',
    });
    expect(host.choose('item')).toEqual({ ok: true, value: 'done' });
    expect(host.choose('long')).toEqual({ ok: false, message: 'Exception: Exceeded maximum execution time' });
    host.beforeCall = () => {
      now += 40_000;
    };
    host.act({ kind: 'type', sheet, row: 2, column: 0, text: [['0']] });
    expect(cell(2, 0)?.note).toBe('begun');
  });

  it('does not run for a viewer, who sees no menu and changes nothing', () => {
    const { host, sheet, logged, cell, events } = benchFor(
      `function onOpen() { console.log('opened'); SpreadsheetApp.getUi().createMenu('Trips').addItem('Go', 'go').addToUi(); } function onEdit() { console.log('edited'); }`,
      { viewers: ['guest@example.com'] },
    );
    host.user = 'guest@example.com';
    host.open();
    const { refused } = host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['x']] });
    expect(refused).toEqual([
      { row: -1, column: -1, message: 'You can only view this spreadsheet: ask its owner to let you edit.' },
    ]);
    expect([cell(0, 0), host.menus(), logged]).toEqual([undefined, [], []]);
    expect(events).toEqual([{ kind: 'menus', menus: [] }]);
    host.user = 'you@example.com';
    host.open();
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['x']] });
    expect(logged).toEqual(['opened', 'edited']);
  });

  it('undoes nothing when it fails, and its failure is told', () => {
    const { host, sheet, cell, events } = benchFor(`function onEdit() { throw new Error('No tide'); }`);
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['x']] });
    expect(cell(0, 0)).toEqual({ value: 'x' });
    expect(events).toContainEqual({ kind: 'failed', functionName: 'onEdit', message: 'Error: No tide' });
  });
});

describe('what changes the sheet', () => {
  it('gives a row inserted under the frozen header the look of the rows below it', () => {
    const { host, sheet, cell } = benchFor(
      `${RULES} function freeze() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.setFrozenRows(1); s.getRange('A1:C1').setBackground('#222222'); }`,
    );
    host.choose('rules');
    host.choose('freeze');
    host.act({ kind: 'insert-rows', sheet, at: 1, count: 1 });
    expect(cell(1, 1)).toEqual({ format: 'yyyy-mm-dd' });
    expect(host.act({ kind: 'type', sheet, row: 1, column: 0, text: [['Lost']] }).refused).toHaveLength(1);
  });

  it('grows the sheet under a paste', () => {
    const { host, sheet, events } = benchFor('');
    host.act({ kind: 'set', sheet, cause: 'paste', cells: [[1002, 27, { value: 'far' }]] });
    expect(host.snapshot().sheets[0]).toMatchObject({ rows: 1003, columns: 28 });
    expect(patchesOf(events).map(({ kind }) => kind)).toEqual(['insert-rows', 'insert-columns', 'cells', 'shape']);
  });

  it('gives a new column the rules of its neighbour, or its looks alone, as the host is told', () => {
    for (const [newColumns, refused] of [['with-rules', 1] as const, ['without', 0] as const]) {
      const { host, sheet } = benchFor(RULES, { newColumns });
      host.choose('rules');
      host.act({ kind: 'insert-columns', sheet, at: 1, count: 1 });
      expect(host.act({ kind: 'type', sheet, row: 1, column: 1, text: [['Lost']] }).refused).toHaveLength(refused);
    }
  });

  it('gives a row behind the last of a rule that rule, or not, as the host is told', () => {
    for (const [rowEdges, rows] of [['joined', 5] as const, ['apart', 4] as const]) {
      const { host, sheet } = benchFor(RULES, { rowEdges });
      host.choose('rules');
      host.act({ kind: 'insert-rows', sheet, at: 5, count: 1 });
      expect(host.snapshot().sheets[0]?.validations[0]?.area.rows).toBe(rows);
    }
  });

  it('tells of an edit its values where it was typed, or pasted and not undone, as the host is told', () => {
    const script =
      'function onEdit({ value = null, oldValue = null }) { console.log(JSON.stringify([value, oldValue])); }';
    const toldOn = (editValues: 'typed' | 'pasted') => {
      const { host, sheet, logged } = benchFor(script, { editValues });
      host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['=1+1']] }, 'w');
      host.act({ kind: 'set', sheet, cause: 'paste', cells: [[1, 0, { value: 'far' }]] }, 'w');
      host.act({ kind: 'undo' }, 'w');
      host.act({ kind: 'set', sheet, cause: 'undo', cells: [[1, 1, { value: 'back' }]] }, 'w');
      return logged.map((line) => JSON.parse(line));
    };
    expect(toldOn('typed')).toEqual([
      ['2', null],
      [null, null],
      [null, null],
      ['back', null],
    ]);
    expect(toldOn('pasted')).toEqual([
      ['=1+1', null],
      ['far', null],
      [null, null],
      [null, null],
    ]);
  });

  it('hides what a filter keeps out, for scripts too, which read every value', () => {
    const { host, sheet, cell, logged } = benchFor(
      `function look() { const sheet = SpreadsheetApp.getActive().getSheets()[0];
        console.log([1, 2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row)).join(), sheet.getRange('A1:A4').getValues().join()); }`,
    );
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['Name'], ['Kettle'], ['Cups'], ['kettles']] });
    const area = { row: 0, column: 0, rows: 1000, columns: 26 };
    const contains = { condition: { is: 'contains', text: 'kettle' } } as const;
    host.act({ kind: 'filter', sheet, column: 0, rule: contains, area }, 'w');
    host.choose('look');
    host.act({ kind: 'filter', sheet, column: 0, rule: { ...contains, hidden: ['Kettle', ''] } }, 'w');
    host.choose('look');
    host.act({ kind: 'insert-rows', sheet, at: 1, count: 1 }, 'w');
    expect(host.snapshot().sheets[0]?.filter?.rows.slice(0, 3)).toEqual([2, 3, 5]);
    for (let step = 0; step < 3; step++) host.act({ kind: 'undo' }, 'w');
    expect([host.snapshot().sheets[0]?.filter, cell(1, 0)?.value]).toEqual([undefined, 'Kettle']);
    const read = 'Name,Kettle,Cups,kettles';
    expect(logged).toEqual([`false,false,true,false ${read}`, `false,true,true,false ${read}`]);
  });

  it('moves what is cut in one step with its formula as it is, and nothing where an entry is refused', () => {
    const { host, sheet, cell } = benchFor(RULES);
    host.choose('rules');
    host.act({ kind: 'type', sheet, row: 0, column: 4, text: [['=1+1', 'text']] }, 'w');
    const last = { row: 0, column: 5, rows: 1, columns: 1 };
    host.act({ kind: 'format', sheet, area: last, style: { bold: true } }, 'w');
    const emptied = { sheet, area: { row: 0, column: 4, rows: 1, columns: 2 } };
    const cut = (row: number, column: number) =>
      host.act(
        {
          kind: 'enter',
          sheet,
          cause: 'paste',
          cells: [
            [row, column, { cell: { value: 2, formula: '=1+1' } }],
            [row, column + 1, { cell: { value: 'text', style: { bold: true } } }],
          ],
          emptied,
        },
        'w',
      );
    expect(cut(1, 0).refused).toHaveLength(2);
    expect([cell(1, 0), cell(1, 1)?.value, cell(0, 5)?.value]).toEqual([undefined, undefined, 'text']);
    expect(cut(0, 5).refused).toEqual([]);
    expect([cell(0, 4), cell(0, 5)?.formula, cell(0, 6)]).toEqual([
      undefined,
      '=1+1',
      { value: 'text', style: { bold: true } },
    ]);
    host.act({ kind: 'undo' }, 'w');
    expect([cell(0, 4)?.formula, cell(0, 5)?.value, cell(0, 6)]).toEqual(['=1+1', 'text', undefined]);
  });

  it('leaves neither looks nor notes where cells were cut, or dragged from', () => {
    const { host, sheet, cell } = benchFor('');
    const kettle = { value: 'Kettle', note: 'n', style: { bold: true } };
    const styled = { value: 'Cups', style: { italic: true } };
    const put = (row: number, column: number, entry: typeof kettle | typeof styled) =>
      host.act({ kind: 'set', sheet, cause: 'paste', cells: [[row, column, entry]] }, 'w');
    put(0, 0, kettle);
    put(3, 1, styled);
    const emptied = { sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    host.act({ kind: 'enter', sheet, cause: 'paste', cells: [[2, 1, { cell: kettle }]], emptied }, 'w');
    expect([cell(0, 0), cell(2, 1)]).toEqual([undefined, kettle]);
    host.act(
      {
        kind: 'set',
        sheet,
        cause: 'move',
        cells: [
          [2, 1, null],
          [3, 1, { value: 'plain' }],
        ],
      },
      'w',
    );
    expect([cell(2, 1), cell(3, 1)]).toEqual([undefined, { value: 'plain' }]);
    for (let step = 0; step < 2; step++) host.act({ kind: 'undo' }, 'w');
    expect([cell(0, 0), cell(2, 1), cell(3, 1)]).toEqual([kettle, undefined, styled]);
  });

  it('moves columns with their cells, widths and rules, and formulas follow', () => {
    const { host, sheet, cell } = benchFor(RULES);
    host.choose('rules');
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['a', 'b', 'c', '=A1&SUM(A5:C5)']] });
    host.act({ kind: 'resize-column', sheet, column: 0, width: 222 });
    host.act({ kind: 'move-columns', sheet, from: 0, count: 1, to: 3 });
    expect([0, 1, 2].map((column) => cell(0, column)?.value)).toEqual(['b', 'c', 'a']);
    expect(cell(0, 3)?.formula).toContain('=C1&');
    expect(host.snapshot().sheets[0]?.columnWidths).toEqual({ 2: 222 });
    expect(host.act({ kind: 'type', sheet, row: 1, column: 2, text: [['Lost']] }).refused).toHaveLength(1);
  });

  it('refuses as a whole what cannot be', () => {
    const { host, sheet } = benchFor('');
    const [first] = host.act({ kind: 'delete-sheet', sheet }).refused;
    expect(first).toEqual({ row: -1, column: -1, message: "You can't remove all the sheets in a document." });
    host.act({ kind: 'add-sheet', name: 'Trips' });
    expect(host.act({ kind: 'rename-sheet', sheet, name: 'trips' }).refused[0]?.message).toContain('already exists');
    expect(host.act({ kind: 'delete-rows', sheet, at: 0, count: 1000 }).refused).toHaveLength(1);
    expect(host.act({ kind: 'type', sheet: 999, row: 0, column: 0, text: [['x']] }).refused[0]?.message).toContain(
      'deleted',
    );
  });
});

describe('patches', () => {
  it('repeat what happened when they are applied in order', () => {
    const { host, events } = benchFor(`function main() { const s = SpreadsheetApp.getActive().getSheets()[0];
      s.getRange('A1:A4').setValues([[1],[2],[3],[4]]); s.deleteRow(2); s.getRange('A2').setValue('x'); s.insertRowsBefore(1, 1); s.getRange('A1').setValue('first'); }`);
    host.choose('main');
    const column: unknown[] = [];
    for (const patch of patchesOf(events)) {
      if (patch.kind === 'cells') for (const [row, , cell] of patch.cells) column[row] = cell?.value;
      else if (patch.kind === 'insert-rows') column.splice(patch.at, 0, ...Array.from({ length: patch.count }));
      else if (patch.kind === 'delete-rows') column.splice(patch.at, patch.count);
    }
    expect(column).toEqual(['first', 1, 'x', 4]);
  });

  it('tell a sheet once when its rules change, and the book when sheets come', () => {
    const { host, events } = benchFor(
      `${RULES} function add() { SpreadsheetApp.getActive().insertSheet('Trips').getRange('A1').setValue('x'); }`,
    );
    host.choose('rules');
    expect(patchesOf(events).map(({ kind }) => kind)).toEqual(['cells', 'shape']);
    events.length = 0;
    host.choose('add');
    expect(patchesOf(events).map(({ kind }) => kind)).toEqual(['book']);
  });

  it('tell what a script has selected after the sheet that it made', () => {
    const { host, events } = benchFor(
      `function main() { SpreadsheetApp.getActive().insertSheet('Trips').getRange('B2:C3').activate(); }`,
    );
    host.choose('main');
    expect(events.map(({ kind }) => kind)).toEqual(['patches', 'active']);
    expect(events[1]).toMatchObject({ area: { row: 1, column: 1, rows: 2, columns: 2 } });
  });

  it('are none when a script sets what is there already', () => {
    const { host, events } =
      benchFor(`${RULES} function look() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.setFrozenRows(1); s.setColumnWidth(1, 150); s.getRange('A1:C9').setBackground('red').setWrap(true).setNumberFormat('@');
      s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$A1=1').setBold(true).setRanges([s.getRange('A1:C9')]).build()]); }`);
    for (const name of ['rules', 'look']) host.choose(name);
    events.length = 0;
    for (const name of ['look', 'rules']) host.choose(name);
    expect(patchesOf(events).filter(({ kind }) => kind !== 'cells')).toEqual([]);
  });

  it('are told at a flush, and before a person is asked', () => {
    const order: string[] = [];
    const { host } = benchFor(
      `function main() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.getRange('A1').setValue(1); SpreadsheetApp.flush(); s.getRange('A1').setValue(2); SpreadsheetApp.getUi().alert('Sure?'); s.getRange('A1').setValue(3); }`,
      {
        listen: ({ kind }) => order.push(kind),
        answerAlert: ({ message }) => {
          order.push(message);
          return 'ok';
        },
      },
    );
    host.choose('main');
    expect(order).toEqual(['patches', 'patches', 'Sure?', 'patches']);
  });

  it('include formulas whose values an edit has changed', () => {
    const { host, sheet, events } = benchFor('');
    host.act({ kind: 'type', sheet, row: 0, column: 1, text: [['=A1*2']] });
    events.length = 0;
    host.act({ kind: 'type', sheet, row: 0, column: 0, text: [['4']] });
    expect(patchesOf(events)).toEqual([
      {
        kind: 'cells',
        sheet,
        cells: [
          [0, 0, { value: 4 }],
          [0, 1, { value: 8, formula: '=A1*2' }],
        ],
      },
    ]);
  });
});

describe('the book', () => {
  it('is saved after every action and loaded by the next host', () => {
    const store = memoryStore();
    const first = benchFor(RULES, { store });
    first.host.choose('rules');
    first.host.act({ kind: 'type', sheet: first.sheet, row: 0, column: 0, text: [['=1+1', 'x']] });
    const before = first.host.snapshot();
    expect(benchFor('', { store }).host.snapshot()).toEqual(before);
  });

  it('keeps what was written when the execution is ended', () => {
    const { host, cell } = benchFor(
      `function main() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.getRange('A1').setValue(1); for (;;) SpreadsheetApp.getActive(); }`,
      {
        now: (() => {
          let time = 0;
          return () => (time += 20_000);
        })(),
      },
    );
    expect(host.call('main', [])).toEqual({ ok: false, message: 'Exceeded maximum execution time' });
    expect(cell(0, 0)).toEqual({ value: 1 });
  });

  it('of ten thousand rows is read whole by a script', () => {
    const cells: [number, number, { value: string | number }][] = [];
    for (let row = 0; row < 10_000; row++)
      for (let column = 0; column < 20; column++) cells.push([row, column, { value: column === 0 ? row : 'text' }]);
    const store = memoryStore();
    const [sample] = benchFor('').host.snapshot().sheets;
    if (!sample) throw new Error('a new book has a sheet');
    store.saveBook(emptyBook({ sheets: [{ ...sample, rows: 10_000, columns: 20, cells }] }));
    const { host } = benchFor(
      'function main() { const v = SpreadsheetApp.getActive().getSheets()[0].getDataRange().getValues(); return [v.length, v[9999][0]]; }',
      { store },
    );
    expect(host.call('main', [])).toEqual({ ok: true, value: [10_000, 9999] });
  });
});
