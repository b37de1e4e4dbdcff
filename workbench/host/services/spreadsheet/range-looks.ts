// What a range looks like: formats, notes, colours, fonts, wrapping, alignment.

import type { Area, Cell, CellStyle } from '../../../protocol.ts';
import { overlap } from '../../model/area.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { callKind } from '../../permission.ts';
import { checkThere, type EnumValue, Service, ServiceError, type Surface, signatureError } from '../../service.ts';
import { WRAP_STRATEGY } from '../enumerations.ts';
import { colored } from './colors.ts';
import { borderChanges } from './range-borders.ts';

/** The error for an object of a sheet that has been deleted. */
export function goneSheet(sheetModel: SheetModel): ServiceError {
  return new ServiceError(`Sheet ${sheetModel.id} not found`);
}

/** Throws Google's error if `data` is no table of the area's size. */
export function checkShape(method: string, area: Area, data: unknown): asserts data is unknown[][] {
  if (!Array.isArray(data) || !data.every((row) => Array.isArray(row)))
    throw signatureError(`SpreadsheetApp.Range.${method}`, [data]);
  const table = data as unknown[][];
  if (table.length !== area.rows) {
    throw new ServiceError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${table.length} but the range has ${area.rows}.`,
    );
  }
  for (const row of table) {
    if (row.length === area.columns) continue;
    throw new ServiceError(
      `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${area.columns}.`,
    );
  }
}

type LookMethods =
  | 'setNumberFormat'
  | 'setNumberFormats'
  | 'getNumberFormat'
  | 'getNumberFormats'
  | 'setNote'
  | 'setNotes'
  | 'getNote'
  | 'getNotes'
  | 'clearNote'
  | 'clearFormat'
  | 'setBorder'
  | 'setBackground'
  | 'setBackgrounds'
  | 'getBackground'
  | 'getBackgrounds'
  | 'getFontColor'
  | 'setFontColor'
  | 'setFontColors'
  | 'setFontWeight'
  | 'setFontWeights'
  | 'getFontWeight'
  | 'setFontStyle'
  | 'setFontLine'
  | 'getFontLine'
  | 'setFontSize'
  | 'setWrap'
  | 'getWrap'
  | 'setWrapStrategy'
  | 'getWrapStrategy'
  | 'setHorizontalAlignment'
  | 'getHorizontalAlignment'
  | 'setVerticalAlignment'
  | 'getVerticalAlignment';

/** Throws where the sheet has not so many rows or columns, or no longer. */
export function checkWithin({ rows, columns }: SheetModel, area: Area): void {
  if (area.row + area.rows <= rows && area.column + area.columns <= columns) return;
  throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
}

/** How a plain cell's format reads back. */
const GENERAL = '0.###############';
const TYPED_FORMAT = "You can't set the number format of cells in a typed column.";
const WRAPS = { WRAP: 'wrap', OVERFLOW: 'overflow', CLIP: 'clip' } as const;

export abstract class RangeLooks extends Service implements Surface<GoogleAppsScript.Spreadsheet.Range, LookMethods> {
  readonly sheetModel: SheetModel;
  readonly area: Area;

  constructor(sheetModel: SheetModel, area: Area) {
    super();
    this.sheetModel = sheetModel;
    this.area = area;
  }

  /** Whether the range reaches into a typed column, so that Google refuses the change at the next flush. */
  abstract isTypedRefused(refusal: string): boolean;

  [checkThere](method: string): void {
    if (this.sheetModel.isGone) throw goneSheet(this.sheetModel);
    // What it knows by itself, it goes on to say.
    if (callKind(this.serviceName, method) !== 'other') checkWithin(this.sheetModel, this.area);
  }

  setNumberFormat(numberFormat: string): this {
    if (this.isTypedRefused(TYPED_FORMAT)) return this;
    const format = keptFormat(numberFormat);
    return changeEach(this, () => ({ format }));
  }
  setNumberFormats(numberFormats: string[][]): this {
    checkShape('setNumberFormats', this.area, numberFormats);
    if (this.isTypedRefused(TYPED_FORMAT)) return this;
    return changeCells(this, (cell, row, column) => ({ ...cell, format: keptFormat(numberFormats[row]?.[column]) }));
  }
  getNumberFormat(): string {
    return this.sheetModel.cell(this.area.row, this.area.column)?.format ?? GENERAL;
  }
  getNumberFormats(): string[][] {
    return readCells(this, (cell) => cell?.format ?? GENERAL);
  }

  setNote(note: string | null): this {
    return changeEach(this, () => ({ note: keptNote(note) }));
  }
  setNotes(notes: (string | null)[][]): this {
    checkShape('setNotes', this.area, notes);
    return changeCells(this, (cell, row, column) => ({ ...cell, note: keptNote(notes[row]?.[column]) }));
  }
  getNote(): string {
    return this.sheetModel.cell(this.area.row, this.area.column)?.note ?? '';
  }
  getNotes(): string[][] {
    return readCells(this, (cell) => cell?.note ?? '');
  }
  clearNote(): this {
    return changeEach(this, () => ({ note: undefined }));
  }
  clearFormat(): this {
    if (this.isTypedRefused(TYPED_FORMAT)) return this;
    return changeEach(this, () => ({ style: undefined, format: undefined }));
  }

  setBorder(...args: unknown[]): this {
    for (const { area, change } of borderChanges(this.area, args)) {
      const there = overlap(this.sheetModel.area, area);
      if (there) this.sheetModel.putEach(there, restyling(change));
    }
    return this;
  }

  setBackground(color: string | null): this {
    return restyle(this, colored('background', color));
  }
  setBackgrounds(colors: (string | null)[][]): this {
    checkShape('setBackgrounds', this.area, colors);
    return changeCells(this, (cell, row, column) => styled(cell, colored('background', colors[row]?.[column])));
  }
  getBackground(): string {
    return styleOf(this).background ?? '#ffffff';
  }
  getBackgrounds(): string[][] {
    return readCells(this, (cell) => cell?.style?.background ?? '#ffffff');
  }
  getFontColor(): string {
    return styleOf(this).color ?? '#000000';
  }
  setFontColor(color: string | null): this {
    return restyle(this, colored('color', color));
  }
  setFontColors(colors: (string | null)[][]): this {
    checkShape('setFontColors', this.area, colors);
    return changeCells(this, (cell, row, column) => styled(cell, colored('color', colors[row]?.[column])));
  }
  setFontWeight(fontWeight: string | null): this {
    return restyle(this, { bold: choice(fontWeight, { bold: true, normal: undefined }) });
  }
  setFontWeights(fontWeights: (string | null)[][]): this {
    checkShape('setFontWeights', this.area, fontWeights);
    return changeCells(this, (cell, row, column) =>
      styled(cell, { bold: choice(fontWeights[row]?.[column] ?? null, { bold: true, normal: undefined }) }),
    );
  }
  getFontWeight(): string {
    return styleOf(this).bold ? 'bold' : 'normal';
  }
  setFontStyle(fontStyle: string | null): this {
    return restyle(this, { italic: choice(fontStyle, { italic: true, normal: undefined }) });
  }
  setFontLine(fontLine: string | null): this {
    return restyle(this, { strikethrough: choice(fontLine, { 'line-through': true, none: undefined }) });
  }
  getFontLine(): string {
    return styleOf(this).strikethrough ? 'line-through' : 'none';
  }
  setFontSize(size: number): this {
    return restyle(this, { fontSize: size });
  }
  setWrap(isWrapEnabled: boolean): this {
    return restyle(this, { wrap: isWrapEnabled ? 'wrap' : 'overflow' });
  }
  getWrap(): boolean {
    // A cell that nobody has set says so too, although it overflows.
    return (styleOf(this).wrap ?? 'wrap') === 'wrap';
  }
  setWrapStrategy(strategy: EnumValue): this {
    return restyle(this, { wrap: choice(strategy.key, WRAPS) });
  }
  getWrapStrategy(): EnumValue {
    return WRAP_STRATEGY.of((styleOf(this).wrap ?? 'overflow').toUpperCase());
  }
  setHorizontalAlignment(alignment: 'left' | 'center' | 'normal' | 'right' | null): this {
    return restyle(this, {
      align: choice(alignment, { left: 'left', center: 'center', right: 'right', normal: undefined }),
    });
  }
  getHorizontalAlignment(): string {
    return styleOf(this).align ?? 'general';
  }
  setVerticalAlignment(alignment: 'top' | 'middle' | 'bottom' | null): this {
    return restyle(this, { verticalAlign: choice(alignment, { top: 'top', middle: 'middle', bottom: 'bottom' }) });
  }
  getVerticalAlignment(): string {
    return styleOf(this).verticalAlign ?? 'bottom';
  }
}

function keptFormat(format: string | undefined): string | undefined {
  return format === undefined || format === '' || /^general$/i.test(format) || format === GENERAL ? undefined : format;
}

function keptNote(note: string | null | undefined): string | undefined {
  return note === null || note === undefined || note === '' ? undefined : String(note);
}

function choice<T>(key: string | null, choices: Record<string, T>): T | undefined {
  if (key === null) return undefined;
  if (!(key in choices)) throw new ServiceError(`Invalid argument: ${key}`);
  return choices[key];
}

function styleOf(range: RangeLooks): CellStyle {
  return range.sheetModel.cell(range.area.row, range.area.column)?.style ?? {};
}

/** One style object for each look, however many cells wear it. */
const worn = new Map<string, CellStyle>();

function changedStyle(old: CellStyle | undefined, change: CellStyle): CellStyle | undefined {
  const kept = Object.entries({ ...old, ...change }).filter(([, value]) => value !== undefined);
  if (kept.length === 0) return undefined;
  const key = JSON.stringify(kept.sort());
  let style = worn.get(key);
  if (!style) {
    style = Object.fromEntries(kept) as CellStyle;
    worn.set(key, style);
  }
  return style;
}

function styled(cell: Cell | undefined, change: CellStyle): Cell {
  return { ...cell, style: changedStyle(cell?.style, change) };
}

const restyle = <R extends RangeLooks>(range: R, change: CellStyle): R => changeEach(range, restyling(change));

/** Gives cells this look beside their own. Cells wear few: each is worked out once. */
function restyling(change: CellStyle): (cell: Cell | undefined) => Partial<Cell> {
  const changed = new Map<CellStyle | undefined, CellStyle | undefined>();
  return (cell) => {
    const old = cell?.style;
    if (!changed.has(old)) changed.set(old, changedStyle(old, change));
    return { style: changed.get(old) };
  };
}

/** Gives every cell of the range what `change` says of it, wherever it stands. */
export function changeEach<R extends RangeLooks>(range: R, change: (cell: Cell | undefined) => Partial<Cell>): R {
  range.sheetModel.putEach(range.area, change);
  return range;
}

/** Replaces every cell of the range by a new one; row and column count from the range's first cell. */
function changeCells<R extends RangeLooks>(
  range: R,
  change: (cell: Cell | undefined, row: number, column: number) => Cell,
): R {
  const { area, sheetModel } = range;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const old = sheetModel.cell(area.row + row, area.column + column);
      const next = change(old, row, column);
      for (const key of Object.keys(next) as (keyof Cell)[]) if (next[key] === undefined) delete next[key];
      sheetModel.put(area.row + row, area.column + column, next);
    }
  }
  return range;
}

/** A table of what `read` gives for each cell. */
export function readCells<T>(
  range: RangeLooks,
  read: (cell: Cell | undefined, row: number, column: number) => T,
): T[][] {
  const { area, sheetModel } = range;
  const table: T[][] = [];
  for (let row = 0; row < area.rows; row++) {
    const values: T[] = [];
    for (let column = 0; column < area.columns; column++) {
      values.push(read(sheetModel.cell(area.row + row, area.column + column), row, column));
    }
    table.push(values);
  }
  return table;
}
