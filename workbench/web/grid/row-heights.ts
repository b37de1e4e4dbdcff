// Rows without a height of their own grow with their wrapped text, up to a cap, and only with what is seen without scrolling sideways.
import { ICommandService, type Styles, type Univer, type Worksheet } from '@univerjs/core';
import type { Area } from '../../protocol.ts';
import { workbookOf, worksheetOf } from './univer/workbook.ts';
import { BOOK, PADDING, ROW_HEIGHT } from './workbook-data.ts';

/** Rows measured at once: a screen of them. */
const AT_ONCE = 60;
/** The others follow in slices of so many milliseconds with a pause between them, once nobody has scrolled or typed for a while. */
const SLICE = 8;
const PAUSE = 8;
const QUIET = 300;
/** Milliseconds between two times that heights are put on: each has Univer lay out and draw the sheet. */
const PUT_ON = 1500;

/** No row grows beyond that many lines: the whole text is in the editor and in the form. */
const MOST_LINES = 6;

const LINE = 17;
const WRAP = 3;

export class RowHeights {
  private readonly univer: Univer;
  private readonly painter = document.createElement('canvas').getContext('2d');
  private readonly widths = new Map<string, number>();
  /** Rows still to be measured, by sheet. */
  private waiting = new Map<number, Set<number>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Measured and not put on yet, by sheet and row. */
  private found = new Map<number, Map<number, number>>();
  private lastPut = 0;
  private lastInput = 0;

  constructor(univer: Univer) {
    this.univer = univer;
    for (const kind of ['wheel', 'keydown', 'pointerdown'])
      window.addEventListener(
        kind,
        () => {
          this.lastInput = performance.now();
        },
        { capture: true, passive: true },
      );
  }

  /** Measures rows: the first ones now, the others in the time between. */
  measure(sheet: number, rows: Iterable<number>): void {
    const [now, later] = [[...rows], this.waiting.get(sheet) ?? new Set<number>()];
    for (const row of now.splice(AT_ONCE)) later.add(row);
    for (const row of now) later.delete(row);
    this.measureSome(sheet, new Set(now), () => true);
    this.putOn();
    if (later.size > 0) this.waiting.set(sheet, later);
    this.goOn();
  }

  /** Rows have changed places within an area: their heights go with them, where the whole rows went. */
  reorder(sheet: number, area: Area, order: readonly number[]): void {
    const worksheet = this.worksheet(sheet);
    if (worksheet === undefined) return;
    const isWhole = area.column === 0 && area.columns >= worksheet.getColumnCount();
    if (!isWhole) {
      this.measure(sheet, order);
      return;
    }
    const waiting = this.waiting.get(sheet) ?? new Set<number>();
    const found = this.found.get(sheet) ?? new Map<number, number>();
    const isStill = new Set(waiting);
    const heights = order.map((row) => found.get(row) ?? autoHeightOf(worksheet, row));
    for (const [index, from] of order.entries()) {
      const row = area.row + index;
      found.set(row, heights[index] ?? ROW_HEIGHT);
      if (isStill.has(from)) waiting.add(row);
      else waiting.delete(row);
    }
    this.found.set(sheet, found);
    this.putOn();
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
    this.found = new Map();
  }

  /** Goes on while nobody scrolls or types. */
  private goOn(): void {
    if (this.waiting.size === 0 && this.found.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (performance.now() - this.lastInput > QUIET) {
        const end = performance.now() + SLICE;
        const [next] = this.waiting;
        if (next !== undefined) this.measureSome(...next, () => performance.now() < end);
        if (next?.[1].size === 0) this.waiting.delete(next[0]);
        if (this.waiting.size === 0 || performance.now() - this.lastPut > PUT_ON) this.putOn();
      }
      this.goOn();
    }, PAUSE);
  }

  /** Takes out of `rows` those that it has measured. */
  private measureSome(sheet: number, rows: Set<number>, mayGoOn: () => boolean): void {
    const worksheet = this.worksheet(sheet);
    const styles = workbookOf(this.univer)?.getStyles();
    const columns = worksheet ? this.columnsInView(worksheet) : [];
    const found = this.found.get(sheet) ?? new Map<number, number>();
    this.found.set(sheet, found);
    for (const row of rows) {
      if (!mayGoOn()) return;
      rows.delete(row);
      if (worksheet && styles && row < worksheet.getRowCount())
        found.set(row, this.heightOf(worksheet, styles, row, columns));
    }
  }

  private putOn(): void {
    this.lastPut = performance.now();
    for (const [sheet, found] of this.found) {
      const worksheet = this.worksheet(sheet);
      const rowsAutoHeightInfo = [...found]
        .filter(([row]) => worksheet?.getConfig().rowData[row]?.ia !== 0)
        .map(([row, autoHeight]) => ({ row, autoHeight }))
        .filter(({ row, autoHeight }) => worksheet && autoHeightOf(worksheet, row) !== autoHeight);
      if (worksheet === undefined || rowsAutoHeightInfo.length === 0) continue;
      this.univer
        .__getInjector()
        .get(ICommandService)
        .syncExecuteCommand(
          'sheet.mutation.set-worksheet-row-auto-height',
          { unitId: BOOK, subUnitId: String(sheet), rowsAutoHeightInfo },
          { fromCollab: true },
        );
    }
    this.found.clear();
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

  private heightOf(worksheet: Worksheet, styles: Styles, row: number, columns: readonly number[]): number {
    let height = ROW_HEIGHT;
    for (const column of columns) {
      const cell = worksheet.getCellRaw(row, column);
      const text = typeof cell?.v === 'string' ? cell.v : '';
      if (text === '') continue;
      const style = styles.getStyleByCell(cell);
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
    return worksheetOf(this.univer, sheet);
  }
}

/** Hidden rows have theirs, too. */
function autoHeightOf(worksheet: Worksheet, row: number): number {
  return worksheet.getConfig().rowData[row]?.ah ?? ROW_HEIGHT;
}
