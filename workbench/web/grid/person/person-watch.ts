// Turns what a person does in Univer's grid into actions for the host, in order.
import {
  CommandType,
  CustomCommandExecutionError,
  type ICellData,
  ICommandService,
  type IRange,
  type Nullable,
  type Univer,
} from '@univerjs/core';
import { AFTER_CELL_EDIT, IEditorBridgeService, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { Area, Cell, PersonAction } from '../../../protocol.ts';
import { plainText } from '../cell-data.ts';
import { isLocal, type MutationParams, structuralActions } from '../mutations.ts';
import type { SheetReader } from '../sheet-reader.ts';
import { worksheetOf } from '../univer/workbook.ts';
import { BOOK } from '../workbook-data.ts';

type Cause = Extract<PersonAction, { kind: 'set' }>['cause'];
type Place = [row: number, column: number];

/** Commands whose name says what kind of edit their mutations are; the first that matches an executed command counts. */
const CAUSES: [part: string, cause: Cause][] = [
  ['auto-fill', 'fill'],
  ['refill', 'fill'],
  ['copy-down', 'fill'],
  ['copy-right', 'fill'],
  ['clear-selection-format', 'format'],
  ['clear-selection', 'clear'],
  ['auto-clear', 'clear'],
  ['set-style', 'format'],
  ['border', 'format'],
  ['note', 'format'],
];

/** Commands that insert or delete rows or columns. */
const LINES = /^sheet\.command\.(insert|remove)-(multi-)?(row|col)/;

const DELETE_ROWS = 'sheet.command.remove-row';

const UNDO = /^univer\.command\.(undo|redo)$/;

const RULES = /^data-validation\.mutation\./;

/** What the watch works on. */
export interface WatchDesk {
  reader: SheetReader;
  /** Rows of the area that a filter hides. */
  hiddenRows: (sheet: number, area: Area) => number[];
  send: (action: PersonAction) => void;
  deleteRows: (at: number, count: number) => void;
  /** Told, in a sentence, of what the host cannot keep (merged cells, moved rows): the sheet is to be painted anew. */
  refuse: (message: string) => void;
  /** Univer has done what the host did otherwise, or not at all. */
  renew: () => void;
}

/** Watches Univer and sends every action of the person. Cells touched by one command go as one action. */
export class PersonWatch {
  private readonly injector: ReturnType<Univer['__getInjector']>;
  /** Cells touched since the last send: sheet → row → columns. */
  private touched = new Map<number, Map<number, Set<number>>>();
  private cause: Cause | undefined;
  private scheduled = false;
  /** Rows or columns come or go: the host itself sees to the formulas and looks that change with them. */
  private isMovingLines = false;
  private readonly univer: Univer;
  private readonly desk: WatchDesk;

  constructor(univer: Univer, desk: WatchDesk) {
    this.univer = univer;
    this.desk = desk;
    this.injector = univer.__getInjector();
    this.watchEditor();
    const commands = this.injector.get(ICommandService);
    commands.beforeCommandExecuted((command) => {
      this.handOver(command.id);
      if (command.id === DELETE_ROWS) this.deleteRows(command.params as { range?: IRange } | undefined);
      if (command.id === 'sheet.command.set-range-values') keepChosen(command.params as { value?: ICellData });
      if (command.type === CommandType.COMMAND) this.noteCause(command.id);
    });
    commands.onMutationExecutedForCollab((mutation, options) => {
      if (options?.fromCollab || options?.onlyLocal || options?.fromFormula) return;
      const params = (mutation.params ?? {}) as MutationParams & { unitId?: string };
      if (params.unitId !== BOOK) return;
      // A paste carries rules along, inserted rows shift them: what counts are the host's.
      if (RULES.test(mutation.id)) this.desk.renew();
      else this.translate(mutation.id, params);
    });
  }

  /** True while something was done that has not been handed to `send`. */
  get pending(): boolean {
    return this.scheduled;
  }

  /** The host takes back what was done in the sheet; Univer only what is typed while a cell is edited. */
  private handOver(id: string): void {
    const direction = UNDO.exec(id)?.[1];
    if (direction === undefined || this.injector.get(IEditorBridgeService).isVisible().visible) return;
    this.finish();
    this.desk.send({ kind: direction as 'undo' | 'redo' });
    throw new CustomCommandExecutionError('taken back by the host');
  }

  /** Univer would delete what a filter hides, too. */
  private deleteRows({ range }: { range?: IRange } = {}): void {
    if (!range) return;
    this.desk.deleteRows(range.startRow, range.endRow - range.startRow + 1);
    throw new CustomCommandExecutionError('done by the workbench');
  }

  private noteCause(id: string): void {
    if (LINES.test(id)) {
      this.finish();
      this.isMovingLines = true;
      this.schedule();
    }
    const cause = CAUSES.find(([part]) => id.includes(part))?.[1];
    if (cause === undefined) return;
    // What is still here belongs to the command before: keys can be faster than the timer.
    if (this.touched.size > 0) this.finish();
    this.cause ??= cause;
    this.schedule();
  }

  private watchEditor(): void {
    this.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: 1000,
      handler: (cell, context, next) => {
        const text = typedText(cell);
        const raw = context.worksheet.getCellRaw(context.row, context.col);
        // Leaving the editor with the text as it was is no edit.
        if (typeof raw?.v === 'string' && !raw.f && text === raw.v && cell?.t !== 4) return raw;
        this.finish();
        const plain = cell?.p?.body ? { ...cell, p: null, v: text, t: 1 } : cell;
        return next({ ...plain, custom: { typed: text } });
      },
    });
  }

  private translate(id: string, params: MutationParams): void {
    const sheet = Number(params.subUnitId ?? params.sheetId);
    if (id === 'sheet.mutation.set-range-values') this.touchMatrix(sheet, params.cellValue);
    else if (id === 'sheet.mutation.set.numfmt') this.touchRanges(sheet, Object.values(params.values ?? {}));
    else if (id === 'sheet.mutation.update-note' || id === 'sheet.mutation.remove-note') {
      this.cause ??= 'format';
      if (params.row !== undefined && params.col !== undefined) this.touch(sheet, params.row, params.col);
    } else {
      const actions = structuralActions(id, sheet, params);
      if (actions !== undefined) {
        this.flushCells();
        for (const action of actions) this.desk.send(action);
      } else if (id.startsWith('sheet.mutation.') && !isLocal(id) && !this.isMovingLines) {
        this.desk.refuse('The workbench cannot do this to a sheet; the sheet stays as it was.');
      }
    }
  }

  private touchMatrix(sheet: number, matrix: Record<number, Record<number, unknown>> | undefined): void {
    for (const [row, columns] of Object.entries(matrix ?? {})) {
      for (const column of Object.keys(columns ?? {})) this.touch(sheet, Number(row), Number(column));
    }
  }

  private touchRanges(sheet: number, entries: unknown[]): void {
    for (const { ranges } of entries as { ranges?: IRange[] }[]) {
      for (const range of ranges ?? []) {
        for (let row = range.startRow; row <= range.endRow; row++) {
          for (let column = range.startColumn; column <= range.endColumn; column++) this.touch(sheet, row, column);
        }
      }
    }
  }

  private touch(sheet: number, row: number, column: number): void {
    if (this.isMovingLines) return;
    const rows = this.touched.get(sheet) ?? new Map<number, Set<number>>();
    this.touched.set(sheet, rows);
    const columns = rows.get(row) ?? new Set<number>();
    rows.set(row, columns);
    columns.add(column);
    this.schedule();
  }

  /** What one command did goes out together, at the end of the turn. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      this.finish();
    });
  }

  /** Hands over what was done so far. */
  finish(): void {
    this.flushCells();
    this.cause = undefined;
    this.isMovingLines = false;
  }

  private flushCells(): void {
    const touched = this.touched;
    this.touched = new Map();
    for (const [sheet, rows] of touched) {
      if (this.cause !== undefined) this.spareHidden(sheet, rows);
      if (rows.size === 0) continue;
      const places = [...rows].flatMap(([row, columns]) => [...columns].map((column): Place => [row, column]));
      const text = this.typedTable(sheet, places);
      if (text !== undefined) this.desk.send({ kind: 'type', sheet, ...text });
      else {
        const cells = places.map(([row, column]): [number, number, Cell | null] => [
          row,
          column,
          this.desk.reader.cell(sheet, row, column),
        ]);
        this.desk.send({ kind: 'set', sheet, cause: this.cause ?? 'type', cells });
      }
    }
  }

  /** What a filter hides is cleared, filled and formatted by nobody; Univer knows of no filter. */
  private spareHidden(sheet: number, rows: Map<number, unknown>): void {
    const [first, last] = [Math.min(...rows.keys()), Math.max(...rows.keys())];
    const hidden = this.desk.hiddenRows(sheet, { row: first, column: 0, rows: last - first + 1, columns: 1 });
    const spared = hidden.filter((row) => rows.delete(row));
    if (spared.length > 0) this.desk.renew();
  }

  /** What was typed or pasted as text into these cells, for the host to read; undefined unless all of it was, in one block. */
  private typedTable(sheet: number, places: Place[]): { row: number; column: number; text: string[][] } | undefined {
    const row = Math.min(...places.map(([each]) => each));
    const column = Math.min(...places.map(([, each]) => each));
    const text: string[][] = [];
    for (const [r, c] of places) {
      const typed: unknown = this.rawCell(sheet, r, c)?.custom?.typed;
      if (typeof typed !== 'string') return undefined;
      text[r - row] ??= [];
      (text[r - row] as string[])[c - column] = typed;
    }
    const width = text[0]?.length ?? 0;
    // Holes would have been counted in the length.
    const isBlock = places.length === text.length * width && text.every((line) => line?.length === width);
    return isBlock ? { row, column, text } : undefined;
  }

  private rawCell(sheet: number, row: number, column: number): ICellData | null {
    return worksheetOf(this.univer, sheet)?.getCellRaw(row, column) ?? null;
  }
}

/** The entry as the person typed it, with the apostrophe or the equals sign that Univer has already taken off. */
function typedText(cell: Nullable<ICellData>): string {
  if (cell?.p?.body) return plainText(cell.p.body.dataStream);
  if (cell?.f) return cell.f;
  const text = String(cell?.v ?? '');
  return cell?.t === 4 ? `'${text}` : text;
}

/** Univer's dropdown clears the cell when the entry that is there already is chosen; Sheets keeps it. */
function keepChosen({ value }: { value?: ICellData }): void {
  if (value?.v === '' && value.custom === undefined) throw new CustomCommandExecutionError('chosen already');
}
