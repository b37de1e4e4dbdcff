// The host's book as the workbook data that Univer opens.
import type {
  ICellData,
  IRange,
  ISheetDataValidationRule,
  IWorkbookData,
  IWorksheetData,
  LocaleType,
} from '@univerjs/core';
import type { Area, BookSnapshot, SheetShape, SheetSnapshot } from '../../protocol.ts';
import { toUniverCell } from './cell-data.ts';

/** Univer's id of the one workbook in the page. */
export const BOOK = 'book';
const COLUMN_WIDTH = 100;
const ROW_HEADER = 46;
/** Pixels, of a row with one line. */
export const ROW_HEIGHT = 21;
/** Pixels between a cell's text and its borders, as in Sheets. */
export const PADDING = 3;

export interface UniverNote {
  id: string;
  row: number;
  col: number;
  width: number;
  height: number;
  note: string;
}

/** The rows of a sheet that this window does not show. */
type HiddenRows = (sheet: SheetShape) => Iterable<number>;

/** The book but for its conditional formats (see highlights); sheets by their id as text. */
export function toWorkbookData(book: BookSnapshot, hiddenRows: HiddenRows, room: number): IWorkbookData {
  const bySheet = <T>(make: (sheet: SheetSnapshot) => T) =>
    JSON.stringify(Object.fromEntries(book.sheets.map((sheet) => [String(sheet.id), make(sheet)])));
  return {
    id: BOOK,
    name: book.name,
    appVersion: '0.25.1',
    locale: 'enUS' as LocaleType,
    styles: {},
    defaultStyle: { ff: 'Arial', fs: 10, vt: 3, pd: { l: PADDING, r: PADDING, t: 2, b: 2 } },
    sheetOrder: book.sheets.map((sheet) => String(sheet.id)),
    sheets: Object.fromEntries(
      book.sheets.map((sheet) => [String(sheet.id), toWorksheetData(sheet, hiddenRows, room)]),
    ),
    resources: [
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: bySheet(toValidationRules) },
      { name: 'SHEET_NOTE_PLUGIN', data: bySheet(toNotes) },
    ],
  };
}

function toWorksheetData(sheet: SheetSnapshot, hiddenRows: HiddenRows, room: number): Partial<IWorksheetData> {
  return {
    id: String(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? 1 : 0,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    freeze: toFreeze(sheet, room),
    columnHeader: { height: 24 },
    rowHeader: { width: ROW_HEADER },
    cellData: toCellMatrix(sheet),
    rowData: toRowData(sheet, hiddenRows(sheet)),
    columnData: toColumnData(sheet),
  };
}

/** Of the grid's width, the most that columns which stay may take. */
const MOST_FROZEN = 0.75;

/** What stays while the rest scrolls, in a grid that is `room` pixels wide: no columns where they would leave hardly any of it to the rest. */
export function toFreeze(sheet: SheetShape, room: number) {
  const { frozenRows, columnWidths, hiddenColumns } = sheet;
  let width = ROW_HEADER;
  for (let column = 0; column < sheet.frozenColumns; column++)
    if (!hiddenColumns.includes(column)) width += columnWidths[column] ?? COLUMN_WIDTH;
  const frozenColumns = width > room * MOST_FROZEN ? 0 : sheet.frozenColumns;
  // Univer: where the part that scrolls starts; -1 when nothing is frozen in that direction.
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

function toCellMatrix(sheet: SheetSnapshot): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const [row, column, cell] of sheet.cells) {
    const data = toUniverCell(cell);
    if (data === null) continue;
    matrix[row] ??= {};
    (matrix[row] as Record<number, ICellData>)[column] = data;
  }
  return matrix;
}

function toRowData(
  sheet: SheetShape,
  hiddenRows: Iterable<number>,
): Record<number, { h?: number; ia?: 0 | 1; hd?: 0 | 1 }> {
  const rows: Record<number, { h?: number; ia?: 0 | 1; hd?: 0 | 1 }> = {};
  for (const [row, height] of Object.entries(sheet.rowHeights)) rows[Number(row)] = { h: height, ia: 0 };
  for (const row of hiddenRows) rows[row] = { ...rows[row], hd: 1 };
  return rows;
}

function toColumnData(sheet: SheetShape): Record<number, { w?: number; hd?: 0 | 1 }> {
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

export function toArea({ startRow: row, startColumn: column, endRow, endColumn }: IRange): Area {
  return { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
}

/** Rules that only draw: checkboxes. Whether an entry stands is the host's to say, and lists are ours. */
export function toValidationRules(sheet: SheetShape): ISheetDataValidationRule[] {
  return sheet.validations.flatMap((validation, index) => {
    if (validation.kind !== 'checkbox') return [];
    return {
      uid: `validation-${sheet.id}-${index}`,
      ranges: [toRange(validation.area)],
      type: 'checkbox',
      // 2 is "warning": 1, "stop", would let Univer roll entries back by itself, later and past the host.
      errorStyle: 2,
      showErrorMessage: false,
      allowBlank: true,
    };
  });
}

export function toNotes(sheet: SheetSnapshot): Record<number, Record<number, UniverNote>> {
  const notes: Record<number, Record<number, UniverNote>> = {};
  for (const [row, column, cell] of sheet.cells) {
    if (cell.note === undefined) continue;
    notes[row] ??= {};
    (notes[row] as Record<number, UniverNote>)[column] = {
      ...toNote(row, column, cell.note),
      id: `note-${sheet.id}-${row}-${column}`,
    };
  }
  return notes;
}

/** A note with a box about as large as its text. What it is known by is the model's to give: notes move. */
export function toNote(row: number, column: number, note: string): Omit<UniverNote, 'id'> {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 34)), 0);
  return {
    row,
    col: column,
    width: 240,
    height: Math.min(320, 24 + lines * 18),
    note,
  };
}
