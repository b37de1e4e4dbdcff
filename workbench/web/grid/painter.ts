// Paints what the host tells into Univer: as mutations that are not sent back and leave no undo entries.
import {
  ICommandService,
  IUndoRedoService,
  LifecycleService,
  LifecycleStages,
  type Univer,
  UniverInstanceType,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { IRenderManagerService } from '@univerjs/preset-sheets-core';
import { SheetsDataValidationValidatorService } from '@univerjs/preset-sheets-data-validation';
import { SheetsNoteModel } from '@univerjs/preset-sheets-note';
import type { Area, BookSnapshot, Cell, Patch, SheetShape, SheetSnapshot } from '../../protocol.ts';
import { toHostValue, toReplacingCell } from './cell-data.ts';
import { drawMarks, type MarkDesk } from './cell-marks.ts';
import type { FilterViews } from './filter/filter-views.ts';
import { Highlights } from './highlights.ts';
import { RowHeights } from './row-heights.ts';
import { ShapePainter } from './shape-painter.ts';
import { workbookOf, worksheetOf } from './univer/workbook.ts';
import { BOOK, toNote, toNotes, toRange, toWorkbookData } from './workbook-data.ts';

/** Marks what comes from the host. Univer itself takes it for a fellow worker's change: no undo entry, no jump of the selection. */
const FROM_HOST = { fromCollab: true } as const;

/** Mutations after which other cells may be highlighted. */
const CHANGES_VALUES = /^sheet\.mutation\.(set-range-values|reorder|move|insert|remove)/;

type Line = 'insert-rows' | 'insert-columns' | 'delete-rows' | 'delete-columns';
const LINE_MUTATIONS: Record<Line, string> = {
  'insert-rows': 'sheet.mutation.insert-row',
  'insert-columns': 'sheet.mutation.insert-col',
  'delete-rows': 'sheet.mutation.remove-rows',
  'delete-columns': 'sheet.mutation.remove-col',
};

export class Painter {
  private readonly commands: ICommandService;
  private readonly injector: ReturnType<Univer['__getInjector']>;
  private readonly highlights: Highlights;
  private readonly rowHeights: RowHeights;
  private readonly shapes: ShapePainter;
  private readonly marks: MarkDesk;

  private zoomRatio = 1;
  private readonly univer: Univer;
  private readonly api: FUniver;

  constructor(univer: Univer, api: FUniver, views: FilterViews, marks: MarkDesk) {
    this.marks = marks;
    this.univer = univer;
    this.api = api;
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.highlights = new Highlights((sheet, name, row, column) => this.readCell(sheet, name, row, column));
    this.rowHeights = new RowHeights(univer);
    this.shapes = new ShapePainter(univer, views, this.rowHeights, () => this.room());
    this.commands.onCommandExecuted(({ id }) => {
      if (CHANGES_VALUES.test(id)) this.redraw();
    });
  }

  /** Opens the book in place of the one that is open; active sheet and selection stay where the same sheet still exists. */
  async open(book: BookSnapshot): Promise<void> {
    const before = this.api.getActiveWorkbook();
    const activeBefore = before?.getActiveSheet()?.getSheetId();
    const selection = before?.getActiveSheet()?.getSelection()?.getActiveRange()?.getRange();
    if (before) this.univer.__getInjector().get(IUndoRedoService).clearUndoRedo(BOOK);
    if (before) this.api.disposeUnit(BOOK);
    const data = toWorkbookData(book, (sheet) => this.shapes.hiddenRows(sheet), this.room());
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
    // Univer starts its services for sheets with the first workbook.
    if (!before) {
      drawMarks(this.univer, (sheet, row, column) => this.highlights.styleAt(sheet, row, column), this.marks);
      this.validateWhatIsThere();
    }
    const wanted = book.sheets.find((sheet) => String(sheet.id) === activeBefore && !sheet.hidden);
    this.activate(wanted?.id ?? book.activeSheet);
    const isThere = wanted && selection && selection.endRow < wanted.rows && selection.endColumn < wanted.columns;
    if (isThere) {
      this.api.getActiveWorkbook()?.getActiveSheet()?.getRange(selection).activate();
    }
    for (const sheet of book.sheets) this.highlights.setRules(sheet, book.timeZone);
    // Rows are measured once Univer has drawn.
    await this.injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    this.redraw();
    if (this.zoomRatio !== 1) this.zoom(this.zoomRatio);
    this.rowHeights.forget();
    const shown = (sheet: SheetSnapshot) =>
      String(sheet.id) === this.api.getActiveWorkbook()?.getActiveSheet().getSheetId() ? 0 : 1;
    for (const sheet of [...book.sheets].sort((a, b) => shown(a) - shown(b))) {
      this.rowHeights.measure(sheet.id, tallRows(sheet.cells));
    }
  }

  /** Freezes no more than leaves room to scroll; to be called when the grid's width, or how large it is drawn, is another. */
  fit(book: BookSnapshot): void {
    for (const sheet of book.sheets) {
      const worksheet = this.api.getActiveWorkbook()?.getSheetBySheetId(String(sheet.id));
      if (worksheet) this.shapes.freeze(sheet, worksheet.getSheet().getConfig());
    }
  }

  private room(): number {
    return (document.getElementById('grid')?.clientWidth ?? 0) / this.zoomRatio;
  }

  /** How large everything is drawn; 1 is as in Sheets. */
  zoom(ratio: number): void {
    this.zoomRatio = ratio;
    for (const sheet of this.api.getActiveWorkbook()?.getSheets() ?? []) {
      const subUnitId = sheet.getSheetId();
      this.run('sheet.operation.set-zoom-ratio', { subUnitId, zoomRatio: ratio });
    }
  }

  activate(sheet: number): void {
    const workbook = this.api.getActiveWorkbook();
    if (workbook?.getActiveSheet()?.getSheetId() === String(sheet)) return;
    const found = workbook?.getSheetBySheetId(String(sheet));
    if (found) workbook?.setActiveSheet(found);
  }

  /** `known` is the book as the page knows it; a `book` patch opens anew only when sheets came, went or changed places. */
  async apply(patch: Patch, known: BookSnapshot): Promise<void> {
    if (patch.kind === 'cells') this.paintCells(patch.sheet, patch.cells);
    else if (patch.kind === 'sheet') this.paintSheet(patch.sheet, known);
    else if (patch.kind === 'shape') this.paintShape(patch.sheet, known);
    else if (patch.kind === 'order') this.paintOrder(patch);
    else if (patch.kind === 'book') await this.paintBook(patch.book, known);
    else this.paintLines(patch.kind, patch.sheet, patch.at, patch.count);
  }

  /** Univer validates when it has nothing else to do, and fails where the sheet has gone by then. */
  private validateWhatIsThere(): void {
    const service = this.injector.get(SheetsDataValidationValidatorService);
    const validate = service.validatorRanges.bind(service);
    service.validatorRanges = async (unit, sheet, ranges) =>
      this.api.getActiveWorkbook()?.getSheetBySheetId(sheet) ? validate(unit, sheet, ranges) : [];
  }

  private redraw(): void {
    this.highlights.forget();
    this.injector.get(IRenderManagerService).getRenderById(BOOK)?.mainComponent?.makeDirty();
  }

  private readCell(sheet: number, name: string | undefined, row: number, column: number): Cell['value'] {
    const workbook = workbookOf(this.univer);
    const worksheet =
      name === undefined ? workbook?.getSheetBySheetId(String(sheet)) : workbook?.getSheetBySheetName(name);
    return toHostValue(worksheet?.getCellRaw(row, column) ?? null, false);
  }

  private run(id: string, params: object): void {
    this.commands.syncExecuteCommand(id, { unitId: BOOK, ...params }, FROM_HOST);
  }

  private paintCells(sheet: number, cells: [number, number, Cell | null][]): void {
    const subUnitId = String(sheet);
    const cellValue: Record<number, Record<number, object | null>> = {};
    for (const [row, column, cell] of cells) {
      cellValue[row] ??= {};
      (cellValue[row] as Record<number, object | null>)[column] = toReplacingCell(cell);
      this.paintNote(sheet, row, column, cell?.note);
    }
    this.run('sheet.mutation.set-range-values', { subUnitId, cellValue });
    // A cell that was tall may have become short: all painted rows are measured.
    this.rowHeights.measure(sheet, [...new Set(cells.map(([row]) => row))]);
  }

  private paintNote(sheet: number, row: number, column: number, note: string | undefined): void {
    const sheetId = String(sheet);
    const old = this.injector.get(SheetsNoteModel).getNote(BOOK, sheetId, { row, col: column });
    if (old?.note === note) return;
    const place = { sheetId, row, col: column };
    if (note === undefined) this.run('sheet.mutation.remove-note', place);
    else this.run('sheet.mutation.update-note', { ...place, note: { ...toNote(row, column, note), id: old?.id } });
  }

  /** Cells, notes and heights go with their rows. Formulas that say something else there are told after it. */
  private paintOrder({ sheet, area, order }: Extract<Patch, { kind: 'order' }>): void {
    const worksheet = worksheetOf(this.univer, sheet);
    if (!worksheet) return;
    const matrix = worksheet.getCellMatrix();
    const columns = Array.from({ length: area.columns }, (_, index) => area.column + index);
    const moved = order.map((row) => columns.map((column) => matrix.getValue(row, column)));
    for (const [index, cells] of moved.entries()) {
      for (const [at, cell] of cells.entries()) {
        const [row, column] = [area.row + index, area.column + at];
        if (cell) matrix.setValue(row, column, cell);
        else if (matrix.getValue(row, column)) matrix.realDeleteValue(row, column);
      }
    }
    this.orderNotes(String(sheet), area, order);
    this.rowHeights.reorder(sheet, area, order);
    // Univer's own sort, of nothing: what it has drawn and reckoned with is of no use any more.
    this.run('sheet.mutation.reorder-range', {
      subUnitId: String(sheet),
      range: toRange({ ...area, rows: 1, columns: 1 }),
      order: {},
    });
  }

  /** What notes say goes along; each place keeps its note, which Univer moves by what it first knew of it when rows come or go. */
  private orderNotes(sheetId: string, area: Area, order: readonly number[]): void {
    const notes = this.injector.get(SheetsNoteModel);
    const said = new Map(
      [...(notes.getSheetNotes(BOOK, sheetId)?.values() ?? [])].map(({ id, ...note }) => [
        `${note.row} ${note.col}`,
        note,
      ]),
    );
    for (const [index, from] of order.entries()) {
      const row = area.row + index;
      for (let col = area.column; from !== row && col < area.column + area.columns; col++) {
        const note = said.get(`${from} ${col}`);
        if (note) notes.updateNote(BOOK, sheetId, row, col, { ...note, row, col }, true);
        else if (said.has(`${row} ${col}`)) notes.removeNote(BOOK, sheetId, { row, col, silent: true });
      }
    }
  }

  private paintLines(kind: Line, sheet: number, at: number, count: number): void {
    const worksheet = this.api.getActiveWorkbook()?.getSheetBySheetId(String(sheet));
    if (!worksheet) return;
    const lines = kind.endsWith('rows')
      ? { row: at, column: 0, rows: count, columns: worksheet.getMaxColumns() }
      : { row: 0, column: at, rows: worksheet.getMaxRows(), columns: count };
    this.run(LINE_MUTATIONS[kind], { subUnitId: String(sheet), range: toRange(lines) });
  }

  /** Paints one sheet anew in place, so that nothing flickers and scroll and selection stay. */
  private paintSheet(sheet: SheetSnapshot, book: BookSnapshot): void {
    const worksheet = this.api.getActiveWorkbook()?.getSheetBySheetId(String(sheet.id));
    if (!worksheet) return;
    const subUnitId = String(sheet.id);
    this.paintShape(sheet, book);
    const cellValue: Record<number, Record<number, object | null>> = {};
    for (const [row, column, cell] of sheet.cells) {
      cellValue[row] ??= {};
      (cellValue[row] as Record<number, object | null>)[column] = toReplacingCell(cell);
    }
    worksheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column) => {
        cellValue[row] ??= {};
        (cellValue[row] as Record<number, object | null>)[column] ??= null;
      });
    this.run('sheet.mutation.set-range-values', { subUnitId, cellValue });
    this.paintNotes(sheet);
    this.rowHeights.measure(sheet.id, tallRows(sheet.cells));
  }

  /** Everything but the cells. */
  paintShape(sheet: SheetShape, book: BookSnapshot): void {
    const worksheet = this.api.getActiveWorkbook()?.getSheetBySheetId(String(sheet.id));
    if (!worksheet) return;
    this.resize('insert-rows', 'delete-rows', sheet.id, worksheet.getMaxRows(), sheet.rows);
    this.resize('insert-columns', 'delete-columns', sheet.id, worksheet.getMaxColumns(), sheet.columns);
    this.shapes.paint(sheet, worksheet.getSheet().getConfig());
    this.highlights.setRules(sheet, book.timeZone);
    this.redraw();
  }

  private resize(insert: Line, remove: Line, sheet: number, have: number, want: number): void {
    if (want > have) this.paintLines(insert, sheet, have, want - have);
    if (want < have) this.paintLines(remove, sheet, want, have - want);
  }

  private paintNotes(sheet: SheetSnapshot): void {
    const wanted = toNotes(sheet);
    const old = this.injector.get(SheetsNoteModel).getSheetNotes(BOOK, String(sheet.id));
    for (const note of [...(old?.values() ?? [])]) {
      if (wanted[note.row]?.[note.col] === undefined) this.paintNote(sheet.id, note.row, note.col, undefined);
    }
    for (const [row, column, cell] of sheet.cells) {
      if (cell.note !== undefined) this.paintNote(sheet.id, row, column, cell.note);
    }
  }

  private async paintBook(book: BookSnapshot, known: BookSnapshot): Promise<void> {
    const order = (of: BookSnapshot) => of.sheets.map((sheet) => sheet.id).join();
    if (order(book) !== order(known)) await this.open(book);
    else for (const sheet of book.sheets) this.paintSheet(sheet, book);
  }
}

/** Rows that may be higher than a line. */
function tallRows(cells: [row: number, column: number, cell: Cell | null][]): number[] {
  const tall = cells.filter(([, , cell]) => {
    const { value = '', style } = cell ?? {};
    return value !== '' && (style?.wrap === 'wrap' || String(value).includes('\n'));
  });
  return [...new Set(tall.map(([row]) => row))].sort((a, b) => a - b);
}
