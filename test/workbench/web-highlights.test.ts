import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ConditionalFormat, SheetSnapshot } from '../../workbench/protocol.ts';
import { Highlights } from '../../workbench/web/grid/highlights.ts';

const RED = { background: '#fce8e6' };
const BOLD = { bold: true, background: '#ffffff' };

/** Row 1 is a header; B is a status, C a due date. */
const CELLS: (string | number | undefined)[][] = [
  ['ID', 'Status', 'Due'],
  ['K-1', 'Active', 40000],
  ['K-2', 'Active', 90000],
  ['K-3', 'Completed', 40000],
  ['K-4', 'Active', undefined],
];
let reads = 0;
let highlights: Highlights;

function setRules(
  ...rules: [formula: string, style: ConditionalFormat['style'], column?: number, columns?: number][]
): void {
  const conditionalFormats = rules.map(([formula, style, column = 0, columns = 3]) => ({
    areas: [{ row: 1, column, rows: 10, columns }],
    kind: 'formula' as const,
    formula,
    style,
  }));
  highlights.setRules({ id: 1, conditionalFormats } as SheetSnapshot, 'Etc/UTC');
}

const highlighted = (column = 0) => CELLS.map((_, row) => highlights.styleAt(1, row, column)?.bg?.rgb);

beforeEach(() => {
  reads = 0;
  highlights = new Highlights((_sheet, _name, row, column) => {
    reads++;
    return CELLS[row]?.[column];
  });
});

describe('highlights', () => {
  test('a rule holds for the rows its formula holds for, counted from its first cell', () => {
    setRules(['=($B2="Active")*($C2<>"")*($C2<TODAY())', RED]);
    expect(highlighted()).toEqual([undefined, '#fce8e6', undefined, undefined, undefined]);
    expect(highlighted(2)).toEqual(highlighted(0));
  });

  test('a formula that asks for the same columns is evaluated once a row', () => {
    setRules(['=$B2="Active"', RED]);
    highlighted(0);
    const once = reads;
    highlighted(1);
    highlighted(2);
    expect(reads).toBe(once);
  });

  test('a reference without a dollar moves along with the column', () => {
    setRules(['=A2="Active"', RED]);
    expect(highlighted(0)).toEqual(CELLS.map(() => undefined));
    expect(highlighted(1)).toEqual([undefined, '#fce8e6', '#fce8e6', undefined, '#fce8e6']);
  });

  test('outside its area a rule does nothing', () => {
    setRules(['=TRUE', RED, 1, 1]);
    expect(highlighted(0)).toEqual(CELLS.map(() => undefined));
    expect(highlighted(1)[0]).toBeUndefined();
    expect(highlighted(1)[1]).toBe('#fce8e6');
  });

  test('of two rules that hold, the first decides what both name', () => {
    setRules(['=$B2="Active"', RED], ['=TRUE', BOLD]);
    expect(highlights.styleAt(1, 1, 0)).toMatchObject({ bg: { rgb: '#fce8e6' }, bl: 1 });
    expect(highlights.styleAt(1, 3, 0)).toMatchObject({ bg: { rgb: '#ffffff' }, bl: 1 });
  });

  test.each(['=', '=NOSUCH(1)', '=1/0', '=$B2+1', '"text"', ''])('the formula %j highlights nothing', (formula) => {
    setRules([formula, RED]);
    expect(highlighted()).toEqual(CELLS.map(() => undefined));
  });

  test('a changed value counts once it is told', () => {
    setRules(['=$B2="Active"', RED]);
    expect(highlighted()[3]).toBeUndefined();
    (CELLS[3] as string[])[1] = 'Active';
    highlights.forget();
    expect(highlighted()[3]).toBe('#fce8e6');
    (CELLS[3] as string[])[1] = 'Completed';
  });
});
