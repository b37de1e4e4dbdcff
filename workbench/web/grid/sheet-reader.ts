// Reads cells out of the grid, as the host keeps them.
import type { IRange, Univer } from '@univerjs/core';
import { DataValidationModel } from '@univerjs/preset-sheets-data-validation';
import { SheetsNoteModel } from '@univerjs/preset-sheets-note';
import { displayText } from '../../host/model/number-format.ts';
import type { Area, Cell, SheetSnapshot } from '../../protocol.ts';
import { toHostCell, toHostValue } from './cell-data.ts';
import { workbookOf, worksheetOf } from './univer/workbook.ts';
import { BOOK } from './workbook-data.ts';

export class SheetReader {
  private readonly univer: Univer;

  constructor(univer: Univer) {
    this.univer = univer;
  }

  /** With looks and note; null where nothing is. */
  cell(sheet: number, row: number, column: number): Cell | null {
    return this.cellsOf(sheet)(row, column);
  }

  /** Reads cells of one sheet, many of them: Univer is asked once for what does not depend on the cell. */
  private cellsOf(sheet: number): (row: number, column: number) => Cell | null {
    const subUnitId = String(sheet);
    const workbook = workbookOf(this.univer);
    const worksheet = workbook?.getSheetBySheetId(subUnitId);
    const notes = this.univer.__getInjector().get(SheetsNoteModel);
    const isCheckbox = this.checkboxesOf(sheet);
    return (row, column) => {
      const data = worksheet?.getCellRaw(row, column) ?? null;
      const style = workbook?.getStyles().getStyleByCell(data) ?? null;
      const note = notes.getNote(BOOK, subUnitId, { row, col: column })?.note;
      return toHostCell(data, style, note, isCheckbox(row, column));
    };
  }

  private checkboxesOf(sheet: number): (row: number, column: number) => boolean {
    const rules = this.univer.__getInjector().get(DataValidationModel).getRules(BOOK, String(sheet));
    const ranges = rules.filter(({ type }) => type === 'checkbox').flatMap((rule): IRange[] => rule.ranges);
    return (row, column) => ranges.some((range) => covers(range, row, column));
  }

  /** All cells of a sheet that hold something. */
  cells(sheet: number): SheetSnapshot['cells'] {
    const cells: SheetSnapshot['cells'] = [];
    const cellAt = this.cellsOf(sheet);
    this.worksheet(sheet)
      ?.getCellMatrix()
      .forValue((row, column) => {
        const cell = cellAt(row, column);
        if (cell !== null) cells.push([row, column, cell]);
      });
    return cells;
  }

  /** What a cell shows, with its number format. */
  text(sheet: number, row: number, column: number): string {
    const workbook = workbookOf(this.univer);
    const data = workbook?.getSheetBySheetId(String(sheet))?.getCellRaw(row, column) ?? null;
    if (data === null) return '';
    return displayText(toHostCell(data, workbook?.getStyles().getStyleByCell(data) ?? null, undefined, false) ?? {});
  }

  /** One more than the last row, and the last column, that hold something. */
  extent(sheet: number): { rows: number; columns: number } {
    const matrix = this.worksheet(sheet)?.getCellMatrix();
    const used = { rows: 0, columns: 0 };
    matrix?.forValue((row, column, cell) => {
      if (cell?.p == null && (cell?.v === undefined || cell.v === null || cell.v === '')) return;
      used.rows = Math.max(used.rows, row + 1);
      used.columns = Math.max(used.columns, column + 1);
    });
    return used;
  }

  isRowShown(sheet: number, row: number): boolean {
    return this.worksheet(sheet)?.getRowVisible(row) !== false;
  }

  isColumnShown(sheet: number, column: number): boolean {
    return this.worksheet(sheet)?.getColVisible(column) !== false;
  }

  /** What stands in an area, with its number format, where row and column are shown. Without looks and notes: whole sheets are summed. */
  filled(sheet: number, { row, column, rows, columns }: Area): Pick<Cell, 'value' | 'format'>[] {
    const filled: Pick<Cell, 'value' | 'format'>[] = [];
    const worksheet = this.worksheet(sheet);
    const styles = workbookOf(this.univer)?.getStyles();
    const isCheckbox = this.checkboxesOf(sheet);
    const shown = Array.from({ length: columns }, (_, right) => column + right).filter(
      (at) => worksheet?.getColVisible(at) !== false,
    );
    worksheet?.getCellMatrix().forRow((r) => {
      if (r < row || r >= row + rows || !worksheet.getRowVisible(r)) return;
      for (const c of shown) {
        const data = worksheet.getCellRaw(r, c) ?? null;
        const value = toHostValue(data, isCheckbox(r, c));
        const format = styles?.getStyleByCell(data)?.n?.pattern;
        if (value !== undefined) filled.push(format === undefined ? { value } : { value, format });
      }
    });
    return filled;
  }

  private worksheet(sheet: number) {
    return worksheetOf(this.univer, sheet);
  }
}

function covers(range: IRange, row: number, column: number): boolean {
  return row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn;
}
