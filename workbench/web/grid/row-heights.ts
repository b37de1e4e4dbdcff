// Rows without a height of their own grow with their wrapped text, up to a cap, and only with what is seen without scrolling sideways.
import {
  type ICellData,
  ICommandService,
  type IStyleData,
  type Nullable,
  type Univer,
  type Worksheet,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { BOOK, PADDING, ROW_HEIGHT } from './workbook-data.ts';

/** Rows measured in one go: enough for a screen, few enough not to be felt. */
const AT_ONCE = 60;

/** No row grows beyond that many lines: the whole text is in the editor and in the form. */
const MOST_LINES = 6;

const LINE = 17;
const WRAP = 3;

export class RowHeights {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly painter = document.createElement('canvas').getContext('2d');
  private readonly widths = new Map<string, number>();
  /** Rows still to be measured, by sheet. */
  private waiting = new Map<number, Set<number>>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(univer: Univer, api: FUniver) {
    this.univer = univer;
    this.api = api;
  }

  /** Measures rows: the first ones now, the others in the time between. */
  measure(sheet: number, rows: Iterable<number>): void {
    const waiting = this.waiting.get(sheet) ?? new Set<number>();
    const isFirst = waiting.size === 0;
    for (const row of rows) waiting.add(row);
    if (waiting.size === 0) return;
    this.waiting.set(sheet, waiting);
    if (isFirst) this.measureSome(sheet);
  }

  /** A column has another width: whatever holds something is measured anew. */
  measureAll(sheet: number): void {
    const matrix = this.worksheet(sheet)?.getCellMatrix();
    const rows = new Set<number>();
    matrix?.forValue((row) => {
      rows.add(row);
    });
    this.measure(sheet, rows);
  }

  /** Nothing that was asked for is of use any more. */
  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = new Map();
  }

  private measureSome(sheet: number): void {
    const waiting = this.waiting.get(sheet) ?? new Set<number>();
    const rows = [...waiting].slice(0, AT_ONCE);
    for (const row of rows) waiting.delete(row);
    if (waiting.size === 0) this.waiting.delete(sheet);
    this.measureNow(sheet, rows);
    if (this.waiting.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const [next] = this.waiting.keys();
      if (next !== undefined) this.measureSome(next);
    }, 10);
  }

  private measureNow(sheet: number, rows: readonly number[]): void {
    const worksheet = this.worksheet(sheet);
    if (worksheet === undefined) return;
    const columns = this.columnsInView(worksheet);
    const rowsAutoHeightInfo = rows
      .filter((row) => row < worksheet.getRowCount() && worksheet.getConfig().rowData[row]?.ia !== 0)
      .map((row) => ({ row, autoHeight: this.heightOf(worksheet, row, columns) }))
      .filter(({ row, autoHeight }) => worksheet.getRowHeight(row) !== autoHeight);
    if (rowsAutoHeightInfo.length === 0) return;
    this.univer
      .__getInjector()
      .get(ICommandService)
      .syncExecuteCommand(
        'sheet.mutation.set-worksheet-row-auto-height',
        { unitId: BOOK, subUnitId: String(sheet), rowsAutoHeightInfo },
        { fromCollab: true },
      );
  }

  /** The columns that the window shows before anybody scrolls, whether the sidebar is open or not. */
  private columnsInView(worksheet: Worksheet): number[] {
    const columns: number[] = [];
    let right = 0;
    for (let column = 0; column < worksheet.getColumnCount() && right < window.innerWidth; column++) {
      if (!worksheet.getColVisible(column)) continue;
      right += worksheet.getColumnWidth(column);
      if (right <= window.innerWidth || columns.length === 0) columns.push(column);
    }
    return columns;
  }

  private heightOf(worksheet: Worksheet, row: number, columns: readonly number[]): number {
    let height = ROW_HEIGHT;
    for (const column of columns) {
      const cell = worksheet.getCellRaw(row, column);
      const text = typeof cell?.v === 'string' ? cell.v : '';
      if (text === '') continue;
      const style = this.styleOf(cell);
      const isWrapped = style?.tb === WRAP;
      if (!isWrapped && !text.includes('\n')) continue;
      const points = style?.fs ?? 10;
      const font = `${style?.bl ? 'bold ' : ''}${style?.it ? 'italic ' : ''}${points}pt Arial`;
      const width = worksheet.getColumnWidth(column) - 2 * PADDING - 2;
      const lines = Math.min(MOST_LINES, isWrapped ? this.linesOf(text, width, font) : text.split('\n').length);
      const line = Math.round((LINE * points) / 10);
      if (lines > 1 || points > 10) height = Math.max(height, lines * line + 4);
    }
    return height;
  }

  private styleOf(cell: Nullable<ICellData>): Nullable<IStyleData> {
    return this.api.getActiveWorkbook()?.getWorkbook().getStyles().getStyleByCell(cell);
  }

  /** How many lines a text takes in a width, broken between words, and within those that are wider. */
  private linesOf(text: string, width: number, font: string): number {
    let lines = 0;
    for (const paragraph of text.split('\n')) {
      lines++;
      let left = width;
      for (const word of paragraph.match(/\S+\s*|\s+/g) ?? []) {
        const bare = this.widthOf(word.trimEnd(), font);
        if (bare > left && left < width) {
          lines++;
          left = width;
        }
        if (bare > width) lines += Math.floor(bare / width);
        left -= this.widthOf(word, font) % width;
        if (lines > MOST_LINES) return lines;
      }
    }
    return lines;
  }

  private widthOf(text: string, font: string): number {
    const key = `${font} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined || this.painter === null) return known ?? 0;
    this.painter.font = font;
    const { width } = this.painter.measureText(text);
    if (this.widths.size > 20_000) this.widths.clear();
    this.widths.set(key, width);
    return width;
  }

  private worksheet(sheet: number): Worksheet | undefined {
    return this.api.getActiveWorkbook()?.getWorkbook().getSheetBySheetId(String(sheet)) ?? undefined;
  }
}
