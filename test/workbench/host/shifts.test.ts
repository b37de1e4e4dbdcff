// What must hold whatever rows and columns come, go, move or are sorted.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { offsetFormula, readTokens, shiftFormula } from '../../../workbench/host/formula/tokens.ts';
import {
  areaName,
  holds,
  parseArea,
  type Shift,
  shiftedAreas,
  shiftedIndex,
  without,
} from '../../../workbench/host/model/area.ts';
import { replay } from '../../../workbench/host/model/replay.ts';
import type { Area, BookSnapshot, HostEvent, Patch, PersonAction, SheetSnapshot } from '../../../workbench/protocol.ts';
import { benchFor } from './script-host.ts';

const SIZE = 12;
const small = fc.integer({ min: 0, max: SIZE - 1 });

const area: fc.Arbitrary<Area> = fc
  .tuple(small, small, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .map(([row, column, rows, columns]) => ({ row, column, rows, columns }));

function places(areas: Area[]): Set<string> {
  const found = new Set<string>();
  for (const one of areas) {
    for (let row = one.row; row < one.row + one.rows; row++) {
      for (let column = one.column; column < one.column + one.columns; column++) found.add(`${row} ${column}`);
    }
  }
  return found;
}

const removal: fc.Arbitrary<Shift> = fc
  .tuple(fc.constantFrom('rows' as const, 'columns' as const), small, fc.integer({ min: 1, max: 4 }))
  .map(([axis, at, count]) => ({ axis, kind: 'delete', at, count }));

const move: fc.Arbitrary<Shift> = fc
  .tuple(small, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 20 }))
  .filter(([at, count, to]) => to < at || to > at + count)
  .map(([at, count, to]) => ({ axis: 'columns', kind: 'move', at, count, to }));

describe('an area', () => {
  it('keeps exactly its surviving cells when rows or columns are deleted or moved', () => {
    fc.assert(
      fc.property(area, fc.oneof(removal, move), (before, shift) => {
        const wanted = new Set<string>();
        for (const place of places([before])) {
          const [row = 0, column = 0] = place.split(' ').map(Number);
          const moved = shift.axis === 'rows' ? [shiftedIndex(row, shift), column] : [row, shiftedIndex(column, shift)];
          if (!moved.includes(undefined)) wanted.add(moved.join(' '));
        }
        expect(places(shiftedAreas(before, shift))).toEqual(wanted);
      }),
    );
  });

  it('without another is what only it covers, in parts that do not overlap', () => {
    fc.assert(
      fc.property(area, area, (one, hole) => {
        const parts = without(one, hole);
        const wanted = [...places([one])].filter((place) => {
          const [row = 0, column = 0] = place.split(' ').map(Number);
          return !holds(hole, row, column);
        });
        expect([...places(parts)].sort()).toEqual(wanted.sort());
        expect(parts.reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(wanted.length);
      }),
    );
  });

  it('is read back from its name', () => {
    fc.assert(
      fc.property(area, (one) => {
        expect(parseArea(areaName(one), () => ({ rows: 100, columns: 100 }))?.area).toEqual(one);
      }),
    );
  });
});

describe('a formula', () => {
  it('loses nothing when it is read as tokens', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{1,3}\$?\d{1,3}[-+*:,()"'!<>= ]{0,4}[A-Za-z$\d"]{0,9}$/)),
        (text) => {
          expect(
            readTokens(`=${text}`)
              .map((token) => token.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('comes back when what was inserted is deleted again', () => {
    fc.assert(
      fc.property(
        area,
        fc.constantFrom('rows' as const, 'columns' as const),
        small,
        fc.integer({ min: 1, max: 4 }),
        (one, axis, at, count) => {
          const formula = `=SUM(${areaName(one)})+$C$3+Other!A1&"A1"`;
          const inserted = shiftFormula(formula, 'Here', 'Here', { axis, kind: 'insert', at, count, like: 'neither' });
          expect(shiftFormula(inserted, 'Here', 'Here', { axis, kind: 'delete', at, count })).toBe(formula);
        },
      ),
    );
  });

  it.each([
    ['=A1+$B$2', 2, 1, '=B3+$B$2'],
    ['=A2', -1, 0, '=A1'],
    ['=A1', -1, 0, '=#REF!'],
    ["=SUM('Sea Trials'!A:A)", 0, 1, "=SUM('Sea Trials'!B:B)"],
    ['=LOG10(A1)&"A1"', 1, 0, '=LOG10(A2)&"A1"'],
  ])('%s copied by %d rows and %d columns is %s', (formula, rows, columns, copied) => {
    expect(offsetFormula(formula, rows, columns)).toBe(copied);
  });
});

type Step = (sheet: number) => PersonAction;

const text = fc.constantFrom('1', 'x', '', '=A1', '=SUM(A1:C3)', '2026-02-11', 'TRUE', "'007");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(small, small, text).map(
    ([row, column, entry]): Step =>
      (sheet) => ({ kind: 'type', sheet, row, column, text: [[entry]] }),
  ),
  fc
    .tuple(
      fc.constantFrom(
        'insert-rows' as const,
        'insert-columns' as const,
        'delete-rows' as const,
        'delete-columns' as const,
      ),
      small,
      fc.integer({ min: 1, max: 3 }),
    )
    .map(
      ([kind, at, count]): Step =>
        (sheet) => ({ kind, sheet, at, count }),
    ),
  fc.tuple(area, fc.boolean()).map(
    ([one, ascending]): Step =>
      (sheet) => ({ kind: 'sort', sheet, area: one, column: one.column, ascending }),
  ),
  fc.tuple(small, small).map(
    ([from, to]): Step =>
      (sheet) => ({ kind: 'move-columns', sheet, from, count: 1, to }),
  ),
);

/** What a window makes of a sheet by the patches it is told. */
function patched(sheet: SheetSnapshot, patch: Patch): SheetSnapshot {
  if (patch.kind === 'sheet') return patch.sheet;
  if (patch.kind === 'shape') return { ...patch.sheet, cells: sheet.cells };
  if (patch.kind === 'book') return patch.book.sheets[0] ?? sheet;
  if (patch.kind === 'cells') {
    const cells = new Map(sheet.cells.map((entry) => [`${entry[0]} ${entry[1]}`, entry]));
    for (const [row, column, cell] of patch.cells) {
      if (cell) cells.set(`${row} ${column}`, [row, column, cell]);
      else cells.delete(`${row} ${column}`);
    }
    return { ...sheet, cells: [...cells.values()] };
  }
  if (patch.kind === 'order') {
    const { area, order } = patch;
    const cells = sheet.cells.map(([row, column, cell]): SheetSnapshot['cells'][number] => {
      const isInside = column >= area.column && column < area.column + area.columns && order.includes(row);
      return [isInside ? area.row + order.indexOf(row) : row, column, cell];
    });
    return { ...sheet, cells };
  }
  const axis = patch.kind.endsWith('rows') ? 'rows' : 'columns';
  const { at, count } = patch;
  const shift: Shift = patch.kind.startsWith('insert')
    ? { axis, kind: 'insert', at, count, like: 'neither' }
    : { axis, kind: 'delete', at, count };
  const cells = sheet.cells.flatMap(([row, column, cell]): SheetSnapshot['cells'] => {
    const [r, c] = axis === 'rows' ? [shiftedIndex(row, shift), column] : [row, shiftedIndex(column, shift)];
    return r === undefined || c === undefined ? [] : [[r, c, cell]];
  });
  return { ...sheet, cells, [axis]: sheet[axis] + (shift.kind === 'insert' ? count : -count) };
}

function comparable(sheet: SheetSnapshot | undefined): unknown {
  const order = (one: SheetSnapshot['cells'][number], other: SheetSnapshot['cells'][number]) =>
    one[0] - other[0] || one[1] - other[1];
  return { ...sheet, cells: sheet?.cells.slice().sort(order) };
}

function firstSheet(book: BookSnapshot): SheetSnapshot {
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('a book has a sheet');
  return sheet;
}

describe('a window that is told every patch', () => {
  it('shows what the host keeps, and so does a host that loads what was saved', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const told: HostEvent[] = [];
        const { host, sheet } = benchFor('', { listen: (event) => told.push(event) });
        const before = host.snapshot();
        let shown = firstSheet(before);
        for (const make of steps) host.act(make(sheet));
        for (const event of told)
          if (event.kind === 'patches') for (const patch of event.patches) shown = patched(shown, patch);
        expect(comparable(shown)).toEqual(comparable(firstSheet(host.snapshot())));
        const patches = told.flatMap((event) => (event.kind === 'patches' ? event.patches : []));
        expect(replay(before, patches)).toEqual(host.snapshot());
      }),
      { numRuns: 60 },
    );
  });
});

describe('a list of ranges', () => {
  it('is written range by range: what somebody inserts between two of them moves what was written, and not where the rest goes', () => {
    const { host, sheet, cell } = benchFor(
      `function fill() { SpreadsheetApp.getActive().getSheets()[0].getRangeList(['A2', 'A4', 'A6']).setValue('x'); }`,
    );
    let between = 0;
    host.betweenRanges = () => {
      between += 1;
      if (between === 1) host.act({ kind: 'insert-rows', sheet, at: 0, count: 1 });
    };
    expect(host.call('fill', []).ok).toBe(true);
    expect(between).toBe(2);
    const filled = Array.from({ length: 8 }, (_, row) => row).filter((row) => cell(row, 0)?.value === 'x');
    expect(filled).toEqual([2, 3, 5]);
  });
});
