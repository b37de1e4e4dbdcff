// The spreadsheet that the script is bound to.

import type { Runtime } from '../../runtime.ts';
import type { EnumValue } from '../../service.ts';
import { checkArgument, Service, ServiceError, type Surface } from '../../service.ts';
import type { Protection } from './protection.ts';
import type { Range } from './range.ts';
import { goneSheet } from './range-looks.ts';
import { checkSheetName, rangeNamed, Sheet } from './sheet.ts';
import { checkCells } from './sheet-shape.ts';

type SpreadsheetMethods =
  | 'deleteActiveSheet'
  | 'deleteSheet'
  | 'getActiveCell'
  | 'getActiveRange'
  | 'getActiveSheet'
  | 'getCurrentCell'
  | 'getId'
  | 'getName'
  | 'getNumSheets'
  | 'getProtections'
  | 'getRange'
  | 'getSheetById'
  | 'getSheetByName'
  | 'getSheets'
  | 'getSpreadsheetLocale'
  | 'getSpreadsheetTimeZone'
  | 'getUrl'
  | 'insertSheet'
  | 'moveActiveSheet'
  | 'rename'
  | 'renameActiveSheet'
  | 'setActiveRange'
  | 'setActiveSheet'
  | 'setSpreadsheetLocale'
  | 'setSpreadsheetTimeZone'
  | 'toast';

export class Spreadsheet
  extends Service
  implements Surface<GoogleAppsScript.Spreadsheet.Spreadsheet, SpreadsheetMethods>
{
  override readonly serviceName = 'Spreadsheet';
  readonly runtime: Runtime;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
  }

  getId(): string {
    return this.runtime.book.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }
  getName(): string {
    return this.runtime.book.name;
  }
  rename(newName: string): void {
    this.runtime.book.name = newName;
    this.runtime.book.changes.book();
  }
  getSpreadsheetLocale(): string {
    return this.runtime.book.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.runtime.book.locale = locale;
    this.runtime.book.changes.book();
  }
  getSpreadsheetTimeZone(): string {
    return this.runtime.book.timeZone;
  }
  setSpreadsheetTimeZone(timezone: string): void {
    this.runtime.book.timeZone = timezone;
    this.runtime.book.changes.book();
  }

  getSheets(): Sheet[] {
    return this.runtime.book.sheets.map((sheet) => new Sheet(this.runtime, sheet));
  }
  getNumSheets(): number {
    return this.runtime.book.sheets.length;
  }
  getSheetByName(name: string): Sheet | null {
    const sheet = this.runtime.book.sheetNamed(name);
    return sheet ? new Sheet(this.runtime, sheet) : null;
  }
  getSheetById(id: number): Sheet | null {
    const sheet = this.runtime.book.sheet(id);
    return sheet ? new Sheet(this.runtime, sheet) : null;
  }
  insertSheet(sheetName?: string | number | object, sheetIndex?: number | object): Sheet {
    if (typeof sheetName === 'object' || typeof sheetIndex === 'object') {
      throw new ServiceError('not implemented in the local host: Spreadsheet.insertSheet with options');
    }
    const { book } = this.runtime;
    const place = [sheetName, sheetIndex].find((part) => typeof part === 'number');
    const name = typeof sheetName === 'string' ? sheetName : freeName(this.runtime);
    checkSheetName(this.runtime, name);
    checkCells(book, 26_000);
    const active = book.sheets.findIndex((sheet) => sheet.id === book.activeSheet);
    const model = book.addSheet(name, Math.max(0, Math.min(place ?? active + 1, book.sheets.length)));
    book.activeSheet = model.id;
    book.isSelectionNew = true;
    return new Sheet(this.runtime, model);
  }
  deleteSheet(sheet: Sheet): void {
    checkArgument('SpreadsheetApp.Spreadsheet.deleteSheet', sheet, Sheet);
    const { book } = this.runtime;
    if (sheet.sheetModel.isGone) throw goneSheet(sheet.sheetModel);
    if (!book.sheets.some((other) => other !== sheet.sheetModel && !other.hidden)) {
      throw new ServiceError("You can't remove all the sheets in a document.");
    }
    book.removeSheet(sheet.sheetModel);
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  getActiveSheet(): Sheet {
    const { book } = this.runtime;
    const sheet = book.sheet(book.activeSheet) ?? book.sheets[0];
    if (!sheet) throw new ServiceError('The spreadsheet has no sheet.');
    return new Sheet(this.runtime, sheet);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    checkArgument('SpreadsheetApp.Spreadsheet.setActiveSheet', sheet, Sheet);
    return sheet.activate();
  }
  moveActiveSheet(pos: number): void {
    const { book } = this.runtime;
    if (pos < 1 || pos > book.sheets.length)
      throw new ServiceError(`Sheet index must be between 1 and ${book.sheets.length}.`);
    const { sheetModel } = this.getActiveSheet();
    book.sheets.splice(book.sheets.indexOf(sheetModel), 1);
    book.sheets.splice(pos - 1, 0, sheetModel);
    book.changes.book();
  }
  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }
  getRange(a1Notation: string): Range {
    return rangeNamed(this.runtime, a1Notation, this.getActiveSheet().sheetModel);
  }
  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }
  getCurrentCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  getProtections(type: EnumValue): Protection[] {
    return this.getSheets().flatMap((sheet) => sheet.getProtections(type));
  }
  toast(msg: string, title = '', timeoutSeconds: number | null = 5): void {
    this.runtime.tell({
      kind: 'toast',
      title: String(title ?? ''),
      message: String(msg),
      seconds: timeoutSeconds ?? 5,
    });
  }
}

function freeName(runtime: Runtime): string {
  let number = runtime.book.sheets.length + 1;
  while (runtime.book.sheetNamed(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}
