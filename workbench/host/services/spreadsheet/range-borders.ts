// The lines around and between the cells of a range, each kept in one of the two cells that it stands between.

import type { Area, CellStyle } from '../../../protocol.ts';
import { EnumValue, signatureError } from '../../service.ts';
import { BORDER_STYLE } from '../enumerations.ts';
import { readColor } from './colors.ts';

type Side = 'borderTop' | 'borderLeft' | 'borderBottom' | 'borderRight';

/** A look to give, or to take off, the cells of an area. */
export interface Bordered {
  area: Area;
  change: CellStyle;
}

const SIDES = 6;

/**
 * What `setBorder` changes: for top, left, bottom, right, vertical and horizontal in turn, true draws, false takes away and null leaves.
 * `color` and `style` are null for black and for a thin line. Throws Google's error for arguments that no form of the method takes.
 */
export function borderChanges(area: Area, args: readonly unknown[]): Bordered[] {
  const sides = args.slice(0, SIDES);
  const [color, style] = args.slice(SIDES) as [unknown, unknown];
  const isForm = args.length === SIDES || args.length === SIDES + 2;
  const isStyle = isNothing(style) || (style instanceof EnumValue && BORDER_STYLE.values.get(style.key) === style);
  const isColor = isNothing(color) || typeof color === 'string';
  if (!isForm || !isStyle || !isColor || !sides.every((on) => isNothing(on) || typeof on === 'boolean')) {
    throw signatureError('SpreadsheetApp.Range.setBorder', args);
  }
  const line = `${isNothing(style) ? 'SOLID' : style} ${knownColor(color)}`;
  const [top, left, bottom, right, vertical, horizontal] = sides;
  const { row, column, rows, columns } = area;
  const [lastRow, lastColumn] = [row + rows - 1, column + columns - 1];
  const rowsAt = (first: number, count: number) => ({ ...area, row: first, rows: count });
  const columnsAt = (first: number, count: number) => ({ ...area, column: first, columns: count });
  return [
    ...edge(top, line, 'borderTop', rowsAt(row, 1), 'borderBottom', rowsAt(row - 1, 1)),
    ...edge(bottom, line, 'borderBottom', rowsAt(lastRow, 1), 'borderTop', rowsAt(lastRow + 1, 1)),
    ...edge(horizontal, line, 'borderBottom', rowsAt(row, rows - 1), 'borderTop', rowsAt(row + 1, rows - 1)),
    ...edge(left, line, 'borderLeft', columnsAt(column, 1), 'borderRight', columnsAt(column - 1, 1)),
    ...edge(right, line, 'borderRight', columnsAt(lastColumn, 1), 'borderLeft', columnsAt(lastColumn + 1, 1)),
    ...edge(
      vertical,
      line,
      'borderRight',
      columnsAt(column, columns - 1),
      'borderLeft',
      columnsAt(column + 1, columns - 1),
    ),
  ];
}

function isNothing(argument: unknown): argument is null | undefined {
  return argument === null || argument === undefined;
}

/** Two cells share an edge: it is kept in `own`, and what was drawn there for the cells beyond it goes. */
function edge(on: unknown, line: string, side: Side, own: Area, facing: Side, beyond: Area): Bordered[] {
  if (isNothing(on)) return [];
  return [
    { area: own, change: { [side]: on ? line : undefined } },
    { area: beyond, change: { [facing]: undefined } },
  ];
}

/** A name that is no colour is not taken, as for other looks. */
function knownColor(color: unknown): string {
  const known = readColor(color);
  return typeof known === 'string' ? known : '#000000';
}
