// Conditional formats: which cells are highlighted, evaluated with the host's own formula code for the cells that are drawn.
import type { IStyleData } from '@univerjs/core';
import { evaluateScalar } from '../../host/formula/evaluate.ts';
import { type Node, parseFormula } from '../../host/formula/parse.ts';
import type { Corner } from '../../host/formula/tokens.ts';
import { FormulaError, type Matrix, type Scalar } from '../../host/formula/values.ts';
import { serialOf } from '../../host/time-zone.ts';
import type { Area, SheetShape } from '../../protocol.ts';
import { toUniverStyle } from './cell-data.ts';

interface Rule {
  areas: Area[];
  formula: Node;
  style: IStyleData;
  /** Whether each cell of a row is highlighted or none, so that one evaluation does for the row. */
  isByRow: boolean;
  /** Results by row, and by column within it. */
  known: Map<number, Map<number, boolean>>;
}

/** The value of a cell, by sheet name (absent: the rule's own sheet). */
export type ReadCell = (sheet: number, name: string | undefined, row: number, column: number) => Scalar;

export class Highlights {
  private readonly rules = new Map<number, Rule[]>();
  private readonly readCell: ReadCell;
  private timeZone = 'UTC';

  constructor(readCell: ReadCell) {
    this.readCell = readCell;
  }

  /** Takes over a sheet's rules. `timeZone` is the book's, for TODAY(). */
  setRules(sheet: Pick<SheetShape, 'id' | 'conditionalFormats'>, timeZone: string): void {
    this.timeZone = timeZone;
    const rules = sheet.conditionalFormats.map(({ areas, formula, style }) => {
      const node = parseFormula(formula);
      return {
        areas,
        formula: node,
        style: toUniverStyle(style) ?? {},
        isByRow: isByRow(node),
        known: new Map(),
      };
    });
    this.rules.set(sheet.id, rules);
  }

  /** Values have changed: what is highlighted is evaluated anew when it is drawn next. */
  forget(): void {
    for (const rules of this.rules.values()) for (const rule of rules) rule.known.clear();
  }

  /** What the rules add to a cell's looks; the first rule that holds decides. Undefined where none holds. */
  styleAt(sheet: number, row: number, column: number): IStyleData | undefined {
    let style: IStyleData | undefined;
    for (const rule of this.rules.get(sheet) ?? []) {
      if (!rule.areas.some((area) => isInside(area, row, column))) continue;
      if (this.holds(rule, sheet, row, column)) style = { ...rule.style, ...style };
    }
    return style;
  }

  private holds(rule: Rule, sheet: number, row: number, column: number): boolean {
    const key = rule.isByRow ? 0 : column;
    const known = rule.known.get(row) ?? new Map<number, boolean>();
    rule.known.set(row, known);
    const holds = known.get(key) ?? this.evaluate(rule, sheet, row, column);
    known.set(key, holds);
    return holds;
  }

  /** References count from the upper left cell of the rule's first area, as in Sheets. */
  private evaluate({ formula, areas: [first] }: Rule, sheet: number, row: number, column: number): boolean {
    if (first === undefined) return false;
    const down = row - first.row;
    const right = column - first.column;
    const move = (corner: Corner) => ({
      row: (corner.row ?? 0) + (corner.isRowFixed ? 0 : down),
      column: (corner.column ?? 0) + (corner.isColumnFixed ? 0 : right),
    });
    const read = (name: string | undefined, from: Corner, to: Corner | undefined): Matrix => {
      const start = move(from);
      const end = to === undefined ? start : move(to);
      return Array.from({ length: end.row - start.row + 1 }, (_, r) =>
        Array.from({ length: end.column - start.column + 1 }, (_, c) =>
          this.readCell(sheet, name, start.row + r, start.column + c),
        ),
      );
    };
    try {
      const now = serialOf(Date.now(), this.timeZone);
      const value = evaluateScalar(formula, { read, row, column, now, readText: () => undefined });
      return value === true || (typeof value === 'number' && value !== 0);
    } catch (error) {
      // A formula that gives an error highlights nothing.
      if (error instanceof FormulaError || error instanceof RangeError) return false;
      throw error;
    }
  }
}

/** Whether every reference names its column for good (`$C2`), and nothing asks for the column it stands in. */
function isByRow(node: Node): boolean {
  switch (node.kind) {
    case 'reference':
      return node.from.isColumnFixed && (node.to?.isColumnFixed ?? true);
    case 'unary':
      return isByRow(node.operand);
    case 'binary':
      return isByRow(node.left) && isByRow(node.right);
    case 'call':
      return node.name !== 'COLUMN' && node.args.every(isByRow);
    default:
      return true;
  }
}

function isInside(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}
