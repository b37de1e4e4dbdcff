// The host's book as the workbook data that Univer opens.
import type { ICellData, IRange, ISheetDataValidationRule, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { LocaleType } from '@univerjs/core';
import type { Area, BookSnapshot, SheetSnapshot, Validation } from '../../protocol.ts';
import { readAddress } from './a1.ts';
import { toUniverCell } from './cell-data.ts';

/** Univer's id of the one workbook in the page. */
export const BOOK = 'book';
const COLUMN_WIDTH = 100;
/** Pixels, of a row with one line. */
export const ROW_HEIGHT = 21;

export interface UniverNote {
  id: string;
  row: number;
  col: number;
  width: number;
  height: number;
  note: string;
}

/** The book but for its conditional formats (see highlights); sheets by their id as text. */
export function toWorkbookData(book: BookSnapshot): IWorkbookData {
  const bySheet = <T>(make: (sheet: SheetSnapshot) => T) =>
    JSON.stringify(Object.fromEntries(book.sheets.map((sheet) => [String(sheet.id), make(sheet)])));
  return {
    id: BOOK,
    name: book.name,
    appVersion: '0.25.1',
    locale: LocaleType.EN_US,
    styles: {},
    defaultStyle: { ff: 'Arial', fs: 10, vt: 3 },
    sheetOrder: book.sheets.map((sheet) => String(sheet.id)),
    sheets: Object.fromEntries(book.sheets.map((sheet) => [String(sheet.id), toWorksheetData(sheet)])),
    resources: [
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: bySheet((sheet) => toValidationRules(sheet, book)) },
      { name: 'SHEET_NOTE_PLUGIN', data: bySheet(toNotes) },
    ],
  };
}

function toWorksheetData(sheet: SheetSnapshot): Partial<IWorksheetData> {
  return {
    id: String(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? 1 : 0,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    freeze: toFreeze(sheet),
    cellData: toCellMatrix(sheet),
    rowData: toRowData(sheet),
    columnData: toColumnData(sheet),
  };
}

export function toFreeze(sheet: SheetSnapshot) {
  const { frozenRows, frozenColumns } = sheet;
  // Univer: where the part that scrolls starts; -1 when nothing is frozen in that direction.
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

export function toCellMatrix(sheet: SheetSnapshot): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const [row, column, cell] of sheet.cells) {
    const data = toUniverCell(cell);
    if (data === null) continue;
    matrix[row] ??= {};
    (matrix[row] as Record<number, ICellData>)[column] = data;
  }
  return matrix;
}

export function toRowData(sheet: SheetSnapshot): Record<number, { h?: number; ia?: 0 | 1; hd?: 0 | 1 }> {
  const rows: Record<number, { h?: number; ia?: 0 | 1; hd?: 0 | 1 }> = {};
  for (const [row, height] of Object.entries(sheet.rowHeights)) rows[Number(row)] = { h: height, ia: 0 };
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: 1 };
  return rows;
}

export function toColumnData(sheet: SheetSnapshot): Record<number, { w?: number; hd?: 0 | 1 }> {
  const columns: Record<number, { w?: number; hd?: 0 | 1 }> = {};
  for (const [column, width] of Object.entries(sheet.columnWidths)) columns[Number(column)] = { w: width };
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: 1 };
  return columns;
}

export function toRange(area: Area): IRange {
  return {
    startRow: area.row,
    startColumn: area.column,
    endRow: area.row + area.rows - 1,
    endColumn: area.column + area.columns - 1,
  };
}

/** Rules that only draw: dropdown arrows, checkboxes, date pickers, a mark on wrong entries. Whether an entry stands is the host's to say. */
export function toValidationRules(sheet: SheetSnapshot, book: BookSnapshot): ISheetDataValidationRule[] {
  return sheet.validations.flatMap((validation, index) => {
    const kind = drawnKind(validation, book);
    if (kind === undefined) return [];
    return {
      uid: `validation-${sheet.id}-${index}`,
      ranges: [toRange(validation.area)],
      // 2 is "warning": 1, "stop", would let Univer roll entries back by itself, later and past the host.
      errorStyle: 2,
      showErrorMessage: false,
      allowBlank: true,
      ...kind,
    };
  });
}

function drawnKind(
  validation: Validation,
  book: BookSnapshot,
): (Partial<ISheetDataValidationRule> & { type: string }) | undefined {
  const arrow = { showDropDown: validation.showDropdown, renderMode: 1 };
  switch (validation.kind) {
    case 'list':
      return { type: 'list', formula1: JSON.stringify(validation.values), ...arrow };
    case 'list-from-range':
      return { type: 'list', formula1: JSON.stringify(valuesIn(book, validation.values[0] ?? '')), ...arrow };
    case 'checkbox':
      return { type: 'checkbox' };
    case 'date':
    case 'formula':
      return undefined;
  }
}

/** The different texts in a range that is named with its sheet, in their order. */
function valuesIn(book: BookSnapshot, range: string): string[] {
  const address = readAddress(range);
  const sheet = book.sheets.find((each) => each.name === address?.sheet);
  if (address === undefined || sheet === undefined) return [];
  const { row, column, rows, columns } = address.area;
  const inside = sheet.cells.filter(([r, c]) => r >= row && r < row + rows && c >= column && c < column + columns);
  const inOrder = inside.sort(([a, b], [c, d]) => a - c || b - d);
  return [...new Set(inOrder.map(([, , { value }]) => String(value ?? '')))].filter((text) => text !== '');
}

export function toNotes(sheet: SheetSnapshot): Record<number, Record<number, UniverNote>> {
  const notes: Record<number, Record<number, UniverNote>> = {};
  for (const [row, column, cell] of sheet.cells) {
    if (cell.note === undefined) continue;
    notes[row] ??= {};
    (notes[row] as Record<number, UniverNote>)[column] = toNote(sheet.id, row, column, cell.note);
  }
  return notes;
}

/** A note with a box about as large as its text. */
export function toNote(sheet: number, row: number, column: number, note: string): UniverNote {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 34)), 0);
  return {
    id: `note-${sheet}-${row}-${column}`,
    row,
    col: column,
    width: 240,
    height: Math.min(320, 24 + lines * 18),
    note,
  };
}
