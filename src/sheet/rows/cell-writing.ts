// Cells written as blocks, in the order in which a write that ends half-way does no harm, and taken back.
import { asWritten, type CellValue, TEXT, writeValues } from '../cell.ts';
import type { ColumnKey, ColumnPlaces } from '../columns.ts';
import { DERIVED, type Table, type WantedCell } from './sheet-table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Adds the rows that cells lie below the sheet's end, which is known to hold something in so many rows. Hands out how many came before its
 * last row, as they do where that is blank: whatever reaches to the sheet's end, as a protection does, takes these in.
 */
export function makeRoom(sheet: Sheet, cells: readonly WantedCell[], held: number): number {
  const last = cells.reduce((most, { row }) => (row < most ? most : row + 1), 0);
  const missing = last > held ? last - sheet.getMaxRows() : 0;
  if (missing <= 0) return 0;
  const end = last - missing;
  sheet.insertRowsAfter(held < end ? end - 1 : end, missing);
  return held < end ? missing : 0;
}

/**
 * Writes cells, one write for each block of them. What people wrote comes first, then stamps, then what can be worked out anew, then IDs, and
 * what is known of the row last, with the stamps that stand beside it: a row whose writing ended half-way has no ID and is known by that, and
 * nothing that says it ever had one; a status whose day was not stamped yet still stands beside what was kept for the status before. Hands out
 * what Google refused: what was to come after it is not written.
 */
export function writeCells(sheet: Sheet, places: ColumnPlaces, cells: readonly WantedCell[]): unknown {
  const order = ({ column, values }: Block) => {
    const holds = (key: ColumnKey) => {
      const place = places.get(key) ?? -1;
      return column <= place && place < column + (values[0]?.length ?? 1);
    };
    if (holds('state')) return 4;
    if (holds('id')) return 3;
    return holds('started') || holds('closed') ? 1 : [...DERIVED].some(holds) ? 2 : 0;
  };
  try {
    for (const { row, column, values } of blocksOf(cells).sort((a, b) => order(a) - order(b))) {
      writeValues(sheet.getRange(row + 1, column + 1, values.length, values[0]?.length ?? 1), values);
    }
    // In the format of texts, what a script writes may be one though it begins with =.
    for (const { row, column, values } of blocksOf(cells.filter(({ isOwn }) => isOwn))) {
      const range = sheet.getRange(row + 1, column + 1, values.length, values[0]?.length ?? 1);
      if (range.getNumberFormats().flat().includes(TEXT)) range.setFormulas(values as string[][]);
    }
    // What Google refuses only here is of these cells, and not of the reading that comes next.
    SpreadsheetApp.flush();
  } catch (error) {
    // Columns or rows may have moved, and with them the rules. Where they have not, this is the end.
    return error;
  }
  return undefined;
}

/**
 * Gives cells back what they held, where a write that was refused in part has changed them: it is done whole or not at all. Where a formula
 * stood, the next check works it out anew.
 */
export function takeBack(sheet: Sheet, now: Table, cells: readonly WantedCell[], after: Table): void {
  const there = cells.flatMap((cell): WantedCell[] => {
    const { row, column, text } = cell;
    const value = now.values[row]?.[column] ?? '';
    const isChanged =
      after.text(row, column) !== now.read(value) && (text === undefined || text === after.text(row, column));
    return isChanged && typeof value !== 'number' ? [{ ...cell, value: asWritten(value) }] : [];
  });
  writeCells(sheet, now.places, there);
}

interface Block {
  row: number;
  column: number;
  values: CellValue[][];
}

/** Cells as rectangles: runs of neighbours in a row, and rows below each other that fill the very same columns. */
function blocksOf(cells: readonly WantedCell[]): Block[] {
  const blocks: Block[] = [];
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from] as WantedCell;
    let to = from + 1;
    while (sorted[to]?.row === first.row && sorted[to]?.column === first.column + to - from) to++;
    blocks.push({ row: first.row, column: first.column, values: [sorted.slice(from, to).map(({ value }) => value)] });
    from = to;
  }
  const growing = new Map<string, Block>();
  return blocks.filter((block) => {
    const key = `${block.column} ${block.values[0]?.length}`;
    const above = growing.get(key);
    if (above !== undefined && above.row + above.values.length === block.row) {
      above.values.push(...block.values);
      return false;
    }
    growing.set(key, block);
    return true;
  });
}
