// A sheet: its ranges, its rules, its place in the book.

import { parseArea } from '../../model/area.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import type { Runtime } from '../../runtime.ts';
import { type EnumValue, type Service, ServiceError, type Surface, signatureError } from '../../service.ts';
import { NO_COLOR, readColor } from './colors.ts';
import { ConditionalFormatRule } from './conditional-format.ts';
import { Protection } from './protection.ts';
import { Range, rangeIn, select } from './range.ts';
import { RangeList } from './range-list.ts';
import { checkWithin } from './range-looks.ts';
import { SheetShape } from './sheet-shape.ts';

type SheetMethods =
  | 'activate'
  | 'appendRow'
  | 'clear'
  | 'clearConditionalFormatRules'
  | 'clearContents'
  | 'clearFormats'
  | 'clearNotes'
  | 'copyTo'
  | 'getActiveCell'
  | 'getActiveRange'
  | 'getConditionalFormatRules'
  | 'getCurrentCell'
  | 'getDataRange'
  | 'getIndex'
  | 'getName'
  | 'getParent'
  | 'getProtections'
  | 'getRange'
  | 'getRangeList'
  | 'getSheetId'
  | 'getSheetName'
  | 'getSheetValues'
  | 'hideSheet'
  | 'isSheetHidden'
  | 'protect'
  | 'setActiveRange'
  | 'setActiveSelection'
  | 'setConditionalFormatRules'
  | 'setCurrentCell'
  | 'setName'
  | 'getTabColor'
  | 'setTabColor'
  | 'showSheet';

export class Sheet extends SheetShape implements Surface<GoogleAppsScript.Spreadsheet.Sheet, SheetMethods> {
  override readonly serviceName = 'Sheet';
  readonly runtime: Runtime;

  constructor(runtime: Runtime, sheetModel: SheetModel) {
    super(runtime.book, sheetModel);
    this.runtime = runtime;
  }

  getParent(): Service {
    return this.runtime.handles.spreadsheet();
  }
  getName(): string {
    return this.sheetModel.name;
  }
  getSheetName(): string {
    return this.sheetModel.name;
  }
  setName(name: string): this {
    checkSheetName(this.runtime, name, this.sheetModel);
    if (name !== this.sheetModel.name) this.book.renameSheet(this.sheetModel, name);
    return this;
  }
  getSheetId(): number {
    return this.sheetModel.id;
  }
  getIndex(): number {
    return this.book.sheets.indexOf(this.sheetModel) + 1;
  }

  getRange(row: number | string, column?: number, numRows = 1, numColumns = 1): Range {
    if (typeof row === 'string' && column === undefined) return rangeNamed(this.runtime, row, this.sheetModel);
    const place = [row, column, numRows, numColumns];
    if (!place.every((part) => typeof part === 'number' && !Number.isNaN(part))) {
      throw signatureError('SpreadsheetApp.Sheet.getRange', [row, column]);
    }
    return rangeIn(this.runtime, this.sheetModel, Number(row), Number(column), numRows, numColumns);
  }
  getRangeList(a1Notations: string[]): RangeList {
    if (a1Notations.length === 0) throw new ServiceError('The list of ranges cannot be empty.');
    return new RangeList(
      this.runtime,
      a1Notations.map((name) => rangeNamed(this.runtime, name, this.sheetModel)),
    );
  }
  getDataRange(): Range {
    this.book.compute();
    const { rows, columns } = this.sheetModel.extent;
    return rangeIn(this.runtime, this.sheetModel, 1, 1, Math.max(rows, 1), Math.max(columns, 1));
  }
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    return rangeIn(this.runtime, this.sheetModel, startRow, startColumn, numRows, numColumns).getValues();
  }
  appendRow(rowContents: unknown[]): this {
    const row = this.getLastRow() + 1;
    const { rows, columns } = this.sheetModel;
    if (row > rows) this.insertRowsAfter(rows, row - rows);
    if (rowContents.length > columns) this.insertColumnsAfter(columns, rowContents.length - columns);
    if (rowContents.length > 0) this.getRange(row, 1, 1, rowContents.length).setValues([rowContents]);
    return this;
  }

  clear(options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): this {
    whole(this).clear(options);
    return this;
  }
  clearContents(): this {
    whole(this).clearContent();
    return this;
  }
  clearFormats(): this {
    whole(this).clearFormat();
    return this;
  }
  clearNotes(): this {
    whole(this).clearNote();
    return this;
  }

  copyTo(spreadsheet: Service): Sheet {
    if (spreadsheet?.serviceName !== 'Spreadsheet') throw signatureError('SpreadsheetApp.Sheet.copyTo', [spreadsheet]);
    let [name, count] = [`Copy of ${this.sheetModel.name}`, 1];
    while (this.book.sheetNamed(name)) name = `Copy of ${this.sheetModel.name} ${++count}`;
    return new Sheet(this.runtime, this.book.copySheet(this.sheetModel, name));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.sheetModel.conditionalFormats.map(({ areas, formula, style }) => {
      const ranges = areas.map((area) => new Range(this.runtime, this.sheetModel, area));
      return new ConditionalFormatRule(ranges, formula, style);
    });
  }
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    for (const rule of rules) {
      if (!(rule instanceof ConditionalFormatRule))
        throw signatureError('SpreadsheetApp.Sheet.setConditionalFormatRules', [rules]);
      if (rule.ranges.every((range) => range.sheetModel === this.sheetModel)) continue;
      throw new ServiceError('The ranges of a conditional format rule must be on the sheet that the rule is set on.');
    }
    this.sheetModel.setConditionalFormats(rules.map(ConditionalFormatRule.kept));
  }
  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  protect(): Protection {
    const kept = this.sheetModel.protections.find((protection) => !protection.area);
    return kept
      ? new Protection(this.runtime, this.sheetModel, kept)
      : Protection.add(this.runtime, this.sheetModel, undefined);
  }
  getProtections(type: EnumValue): Protection[] {
    const isSheet = type.key === 'SHEET';
    const kept = this.sheetModel.protections.filter((protection) => (protection.area === undefined) === isSheet);
    return kept.map((protection) => new Protection(this.runtime, this.sheetModel, protection));
  }

  isSheetHidden(): boolean {
    return this.sheetModel.hidden;
  }
  hideSheet(): this {
    const isLast = this.book.sheets.every((sheet) => sheet.hidden || sheet === this.sheetModel);
    if (isLast) throw new ServiceError("You can't hide all the sheets in a document.");
    this.sheetModel.hidden = true;
    if (this.book.activeSheet === this.sheetModel.id) {
      this.book.activeSheet = this.book.sheets.find((sheet) => !sheet.hidden)?.id ?? 0;
    }
    this.book.changes.book();
    return this;
  }
  showSheet(): this {
    this.sheetModel.hidden = false;
    this.book.changes.book();
    return this;
  }
  getTabColor(): string | null {
    return this.sheetModel.tabColor ?? null;
  }
  setTabColor(color: string | null): this {
    const named = readColor(color);
    if (named === NO_COLOR) return this;
    this.sheetModel.tabColor = named;
    this.book.changes.book();
    return this;
  }
  activate(): this {
    select(this.runtime, this.sheetModel, selection(this));
    return this;
  }
  getActiveRange(): Range {
    return new Range(this.runtime, this.sheetModel, selection(this));
  }
  getActiveCell(): Range {
    return new Range(this.runtime, this.sheetModel, { ...selection(this), rows: 1, columns: 1 });
  }
  getCurrentCell(): Range {
    return this.getActiveCell();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }
}

function whole(sheet: Sheet): Range {
  return new Range(sheet.runtime, sheet.sheetModel, sheet.sheetModel.area);
}

function selection(sheet: Sheet): { row: number; column: number; rows: number; columns: number } {
  return sheet.book.selections.get(sheet.sheetModel.id) ?? { row: 0, column: 0, rows: 1, columns: 1 };
}

/** Throws Google's errors for a name that no sheet can have, or that another sheet has. */
export function checkSheetName(runtime: Runtime, name: string, own?: SheetModel): void {
  if (typeof name !== 'string' || name.trim() === '') throw new ServiceError('The sheet name cannot be empty.');
  if (name.length > 100) throw new ServiceError('The sheet name cannot be greater than 100 characters.');
  const holder = runtime.book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (holder && holder !== own) {
    throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

/** The range that an A1 notation names; without a sheet's name it is on `home`. Throws `Range not found`. */
export function rangeNamed(runtime: Runtime, notation: string, home: SheetModel): Range {
  const found = parseArea(notation, (name) => (name === undefined ? home : runtime.book.sheetNamed(name)));
  const sheet = found?.sheetName === undefined ? home : runtime.book.sheetNamed(found.sheetName);
  if (!found || !sheet) throw new ServiceError('Range not found');
  checkWithin(sheet, found.area);
  return new Range(runtime, sheet, found.area, found.notation);
}
