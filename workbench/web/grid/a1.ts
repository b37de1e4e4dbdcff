// Cell addresses as people write them: `B2`, `A1:C9`, `Experiments!B2`, `'My sheet'!B2`.
import type { Area } from '../../protocol.ts';

export interface Address {
  /** Absent: the sheet that is shown. */
  sheet?: string;
  area: Area;
}

/** Undefined for text that is no address. Rows and columns count from 0 in the answer. */
export function readAddress(text: string): Address | undefined {
  const match =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [, quoted, plain, column, row, toColumn, toRow] = match;
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const start = { row: Number(row) - 1, column: columnNumber(column as string) };
  const end = toColumn === undefined ? start : { row: Number(toRow) - 1, column: columnNumber(toColumn) };
  if (start.row < 0 || end.row < 0) return undefined;
  const area = {
    row: Math.min(start.row, end.row),
    column: Math.min(start.column, end.column),
    rows: Math.abs(end.row - start.row) + 1,
    columns: Math.abs(end.column - start.column) + 1,
  };
  return sheet === undefined ? { area } : { sheet, area };
}

/** `B2`, or `A1:C9` for more than one cell. */
export function writeAddress({ row, column, rows, columns }: Area): string {
  const start = `${columnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? start : `${start}:${columnName(column + columns - 1)}${row + rows}`;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
