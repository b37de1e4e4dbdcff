// A range: its place, its values, formulas and rules.

import type { Area, Cell } from '../../../protocol.ts';
import { offsetFormula } from '../../formula/tokens.ts';
import { areaName, overlap } from '../../model/area.ts';
import { displayText, isDateFormat } from '../../model/number-format.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { type SortKey, sortedRows } from '../../model/sort.ts';
import type { Runtime } from '../../runtime.ts';
import { checkArgument, type Service, ServiceError, type Surface, signatureError } from '../../service.ts';
import { instantOfSerial } from '../../time-zone.ts';
import { DataValidation, ruleHome } from './data-validation.ts';
import { Protection } from './protection.ts';
import { copyCells } from './range-copying.ts';
import { changeEach, checkShape, checkWithin, RangeLooks, readCells } from './range-looks.ts';
import { entryReader, formulaEntry, write } from './range-writing.ts';
import { RichTextValue, richTextOf } from './rich-text.ts';

export type CellValue = string | number | boolean | Date;

const TYPED_RULE = 'This operation is not allowed on cells in typed columns.';

interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
  validationsOnly?: boolean;
}

type RangeMethods =
  | 'activate'
  | 'activateAsCurrentCell'
  | 'breakApart'
  | 'clear'
  | 'clearContent'
  | 'clearDataValidations'
  | 'copyTo'
  | 'getA1Notation'
  | 'getCell'
  | 'getColumn'
  | 'getDataValidation'
  | 'getDataValidations'
  | 'getDisplayValue'
  | 'getDisplayValues'
  | 'getFormula'
  | 'getFormulas'
  | 'getGridId'
  | 'getHeight'
  | 'getLastColumn'
  | 'getMergedRanges'
  | 'getLastRow'
  | 'getNumColumns'
  | 'getNumRows'
  | 'getRow'
  | 'getRichTextValue'
  | 'getRichTextValues'
  | 'getRowIndex'
  | 'getSheet'
  | 'getValue'
  | 'getValues'
  | 'getWidth'
  | 'insertCheckboxes'
  | 'isBlank'
  | 'isPartOfMerge'
  | 'merge'
  | 'offset'
  | 'protect'
  | 'setDataValidation'
  | 'setDataValidations'
  | 'setFormula'
  | 'setFormulas'
  | 'setRichTextValue'
  | 'setRichTextValues'
  | 'setValue'
  | 'setValues'
  | 'sort';

export class Range extends RangeLooks implements Surface<GoogleAppsScript.Spreadsheet.Range, RangeMethods> {
  override readonly serviceName = 'Range';
  readonly runtime: Runtime;
  /** How a range is named that was asked for as whole rows or columns. */
  readonly notation: string | undefined;

  constructor(runtime: Runtime, sheetModel: SheetModel, area: Area, notation?: string) {
    super(sheetModel, area);
    this.runtime = runtime;
    this.notation = notation;
  }

  override isTypedRefused(refusal: string): boolean {
    const isTyped = this.sheetModel.isTyped(this.area);
    if (isTyped) this.runtime.rejected.push(new ServiceError(refusal));
    return isTyped;
  }

  getSheet(): Service {
    return this.runtime.handles.sheet(this.sheetModel);
  }
  getGridId(): number {
    return this.sheetModel.id;
  }
  getRow(): number {
    return this.area.row + 1;
  }
  getRowIndex(): number {
    return this.getRow();
  }
  getColumn(): number {
    return this.area.column + 1;
  }
  getLastRow(): number {
    return this.area.row + this.area.rows;
  }
  getLastColumn(): number {
    return this.area.column + this.area.columns;
  }
  getNumRows(): number {
    return this.area.rows;
  }
  getNumColumns(): number {
    return this.area.columns;
  }
  getHeight(): number {
    return this.area.rows;
  }
  getWidth(): number {
    return this.area.columns;
  }
  getA1Notation(): string {
    return this.notation ?? areaName(this.area);
  }
  getCell(row: number, column: number): Range {
    const { area } = this;
    if (row < 1 || column < 1 || row > area.rows || column > area.columns)
      throw new ServiceError('Cell reference out of range');
    return new Range(this.runtime, this.sheetModel, {
      row: area.row + row - 1,
      column: area.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }
  offset(rowOffset: number, columnOffset: number, numRows = this.area.rows, numColumns = this.area.columns): Range {
    const { area } = this;
    return rangeIn(
      this.runtime,
      this.sheetModel,
      area.row + rowOffset + 1,
      area.column + columnOffset + 1,
      numRows,
      numColumns,
    );
  }
  activate(): this {
    select(this.runtime, this.sheetModel, this.area);
    return this;
  }
  activateAsCurrentCell(): this {
    select(this.runtime, this.sheetModel, { ...this.area, rows: 1, columns: 1 });
    return this;
  }

  getValue(): CellValue {
    this.runtime.book.compute();
    return cellValue(this.runtime, this.sheetModel.cell(this.area.row, this.area.column));
  }
  getValues(): CellValue[][] {
    const { area, runtime, sheetModel } = this;
    runtime.book.compute();
    const table = runtime.realm.array<CellValue[]>();
    for (let row = area.row; row < area.row + area.rows; row++) {
      const values = runtime.realm.array<CellValue>();
      for (let column = area.column; column < area.column + area.columns; column++)
        values.push(cellValue(runtime, sheetModel.cell(row, column)));
      table.push(values);
    }
    return table;
  }
  getDisplayValue(): string {
    this.runtime.book.compute();
    return displayText(this.sheetModel.cell(this.area.row, this.area.column));
  }
  getDisplayValues(): string[][] {
    this.runtime.book.compute();
    return readCells(this, displayText);
  }
  getFormula(): string {
    return this.sheetModel.cell(this.area.row, this.area.column)?.formula ?? '';
  }
  getFormulas(): string[][] {
    return readCells(this, (cell) => cell?.formula ?? '');
  }
  getRichTextValue(): RichTextValue | null {
    this.runtime.book.compute();
    return richTextOf(this.sheetModel.cell(this.area.row, this.area.column));
  }
  getRichTextValues(): (RichTextValue | null)[][] {
    this.runtime.book.compute();
    return readCells(this, richTextOf);
  }
  isBlank(): boolean {
    this.runtime.book.compute();
    return readCells(this, (cell) => (cell?.value ?? '') === '' && cell?.formula === undefined).every((row) =>
      row.every(Boolean),
    );
  }
  setValue(value: unknown): this {
    if (Array.isArray(value)) throw signatureError('SpreadsheetApp.Range.setValue', [value]);
    const entry = entryReader(this.runtime);
    write(this.runtime, this, (cell) => entry(value, cell));
    return this;
  }
  setValues(values: unknown[][]): this {
    checkShape('setValues', this.area, values);
    const entry = entryReader(this.runtime);
    write(this.runtime, this, (cell, row, column) => entry(values[row]?.[column], cell));
    return this;
  }
  setFormula(formula: string): this {
    const first = formulaEntry(formula, this.runtime.switches);
    // As when a cell is copied: relative references move along.
    const moved = (row: number, column: number) =>
      formulaEntry(offsetFormula(first.formula ?? '', row, column), this.runtime.switches);
    write(this.runtime, this, (_cell, row, column) => (row + column === 0 ? first : moved(row, column)));
    return this;
  }
  setFormulas(formulas: string[][]): this {
    checkShape('setFormulas', this.area, formulas);
    write(this.runtime, this, (_cell, row, column) => formulaEntry(formulas[row]?.[column], this.runtime.switches));
    return this;
  }
  setRichTextValue(value: RichTextValue): this {
    checkArgument('SpreadsheetApp.Range.setRichTextValue', value, RichTextValue);
    write(this.runtime, this, () => value.entry);
    return this;
  }
  setRichTextValues(values: RichTextValue[][]): this {
    checkShape('setRichTextValues', this.area, values);
    for (const value of values.flat()) checkArgument('SpreadsheetApp.Range.setRichTextValues', value, RichTextValue);
    write(this.runtime, this, (_cell, row, column) => values[row]?.[column]?.entry ?? {});
    return this;
  }

  clear(options: ClearOptions = {}): this {
    const isAll = !options.contentsOnly && !options.formatOnly && !options.commentsOnly && !options.validationsOnly;
    if (isAll || options.contentsOnly) this.clearContent();
    if (isAll || options.formatOnly) this.clearFormat();
    if (options.commentsOnly) this.clearNote();
    if (options.validationsOnly) this.clearDataValidations();
    return this;
  }
  clearContent(): this {
    return changeEach(this, () => ({ value: undefined, formula: undefined, links: undefined }));
  }
  copyTo(destination: Range, options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): void {
    checkArgument('SpreadsheetApp.Range.copyTo', destination, Range);
    if (Object.keys(options).some((key) => key !== 'contentsOnly')) {
      throw new ServiceError('not implemented in the local host: Range.copyTo of one kind of content');
    }
    const { contentsOnly = false } = options;
    const target = { ...this.area, row: destination.area.row, column: destination.area.column };
    const reached = new Range(this.runtime, destination.sheetModel, target);
    if (!contentsOnly && reached.isTypedRefused(TYPED_RULE)) return;
    copyCells(this, destination, contentsOnly);
  }

  setDataValidation(rule: DataValidation | null): this {
    if (rule !== null) checkArgument('SpreadsheetApp.Range.setDataValidation', rule, DataValidation);
    if (this.isTypedRefused(TYPED_RULE)) return this;
    this.sheetModel.setValidation(this.area, rule ? { ...rule.rule, area: this.area } : undefined);
    return this;
  }
  setDataValidations(rules: (DataValidation | null)[][]): this {
    checkShape('setDataValidations', this.area, rules);
    if (this.isTypedRefused(TYPED_RULE)) return this;
    rules.forEach((row, index) => {
      row.forEach((rule, column) => {
        if (rule !== null) checkArgument('SpreadsheetApp.Range.setDataValidations', rule, DataValidation);
        const area = { row: this.area.row + index, column: this.area.column + column, rows: 1, columns: 1 };
        this.sheetModel.setValidation(area, rule ? { ...rule.rule, area } : undefined);
      });
    });
    return this;
  }
  getDataValidation(): DataValidation | null {
    return validationOf(this, this.area.row, this.area.column);
  }
  getDataValidations(): (DataValidation | null)[][] {
    return readCells(this, (_cell, row, column) => validationOf(this, this.area.row + row, this.area.column + column));
  }
  clearDataValidations(): this {
    return this.setDataValidation(null);
  }
  insertCheckboxes(...values: unknown[]): this {
    const rule = { kind: 'checkbox' as const, values: values.map(String), showDropdown: false, allowInvalid: false };
    this.sheetModel.setValidation(this.area, { ...rule, area: this.area });
    const [checked = true, unchecked = values.length === 0 ? false : ''] = values as (string | boolean)[];
    return changeEach(this, (cell) =>
      cell?.value === checked || cell?.value === unchecked
        ? {}
        : { value: unchecked, formula: undefined, links: undefined },
    );
  }
  merge(): this {
    this.sheetModel.merge(this.area);
    return this;
  }
  breakApart(): this {
    this.sheetModel.part(this.area);
    return this;
  }
  getMergedRanges(): Range[] {
    return mergesIn(this).map((area) => new Range(this.runtime, this.sheetModel, area));
  }
  isPartOfMerge(): boolean {
    return mergesIn(this).length > 0;
  }
  protect(): Protection {
    return Protection.add(this.runtime, this.sheetModel, this.area);
  }

  sort(sortSpecObj: unknown): this {
    const keys = (Array.isArray(sortSpecObj) ? sortSpecObj : [sortSpecObj]).map((spec): SortKey => {
      const column: unknown = typeof spec === 'object' && spec !== null ? Reflect.get(spec, 'column') : spec;
      const ascending: unknown = typeof spec === 'object' && spec !== null ? Reflect.get(spec, 'ascending') : true;
      if (typeof column !== 'number') throw signatureError('SpreadsheetApp.Range.sort', [sortSpecObj]);
      if (column <= this.area.column || column > this.area.column + this.area.columns) {
        throw new ServiceError('The sort column must be within the range.');
      }
      return { column: column - 1, ascending: ascending !== false };
    });
    this.runtime.book.compute();
    this.runtime.book.reorder(
      this.sheetModel,
      this.area,
      sortedRows(this.sheetModel, this.area, keys, this.runtime.switches),
    );
    return this;
  }
}

function mergesIn({ sheetModel, area }: Range): Area[] {
  return sheetModel.merges.filter((merge) => overlap(merge, area) !== undefined);
}

function validationOf(range: Range, row: number, column: number): DataValidation | null {
  const rule = range.sheetModel.validationAt(row, column);
  return rule ? new DataValidation(rule, ruleHome(range.runtime)) : null;
}

/** What a cell's value is to a script: '' if it is empty, a Date under a date format. */
function cellValue(runtime: Runtime, cell: Cell | undefined): CellValue {
  const value = cell?.value;
  if (value === undefined) return '';
  if (typeof value === 'number' && isDateFormat(cell?.format))
    return runtime.realm.date(instantOfSerial(value, runtime.book.timeZone));
  return value;
}

/** The range that starts at row and column, counted from 1. Throws Google's errors where the sheet does not reach. */
export function rangeIn(
  runtime: Runtime,
  sheetModel: SheetModel,
  row: number,
  column: number,
  numRows: number,
  numColumns: number,
): Range {
  const [top, left, rows, columns] = [row, column, numRows, numColumns].map(Math.trunc) as [
    number,
    number,
    number,
    number,
  ];
  if (top < 1) throw new ServiceError('The starting row of the range is too small.');
  if (left < 1) throw new ServiceError('The starting column of the range is too small.');
  if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
  const area = { row: top - 1, column: left - 1, rows, columns };
  checkWithin(sheetModel, area);
  return new Range(runtime, sheetModel, area);
}

/** Makes an area the active one; the windows are told with the next changes. */
export function select(runtime: Runtime, sheetModel: SheetModel, area: Area): void {
  runtime.book.activeSheet = sheetModel.id;
  runtime.book.selections.set(sheetModel.id, area);
  runtime.book.isSelectionNew = true;
}
