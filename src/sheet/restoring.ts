// Cells brought back to what they held when they were read.
import { asWritten, type CellValue, writeValues } from './cell.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Says, before something is written, how it is taken back. What it says must hold whether or not the writing came about. */
export type Undo = (step: () => void) => void;

/** For work that takes nothing back. */
export const NO_UNDO: Undo = () => undefined;

/** Gives a whole sheet the values back that it had, from its first cell on: only where they differ, so that people's formulas stay. */
export function restoreCells(sheet: Sheet, cells: readonly (readonly CellValue[])[]): void {
  const height = Math.max(cells.length, sheet.getLastRow());
  const width = Math.max(cells[0]?.length ?? 1, sheet.getLastColumn());
  const there = sheet.getRange(1, 1, height, width).getValues();
  there.forEach((line, row) => {
    line.forEach((value, column) => {
      const had = cells[row]?.[column] ?? '';
      if (JSON.stringify(value) !== JSON.stringify(had))
        writeValues(sheet.getRange(row + 1, column + 1), [[asWritten(had)]]);
    });
  });
}
