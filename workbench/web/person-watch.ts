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
import type { FUniver } from '@univerjs/core/facade';
import { AFTER_CELL_EDIT, SheetInterceptorService, SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import { DataValidationModel } from '@univerjs/preset-sheets-data-validation';
import { SheetsNoteModel } from '@univerjs/preset-sheets-note';
import type { PersonAction } from '../protocol.ts';
import { plainText, toHostCell } from './cell-data.ts';
import { readTable } from './clipboard-table.ts';
import { BOOK } from './workbook-data.ts';

type Cause = Extract<PersonAction, { kind: 'set' }>['cause'];
type Send = (action: PersonAction) => void;

/** Commands whose name says what kind of edit their mutations are; the first that matches an executed command counts. */
const CAUSES: [part: string, cause: Cause][] = [
  ['univer.command.undo', 'undo'],
  ['univer.command.redo', 'redo'],
  ['paste', 'paste'],
  ['auto-fill', 'fill'],
  ['refill', 'fill'],
  ['copy-down', 'fill'],
  ['copy-right', 'fill'],
  ['clear-selection-format', 'format'],
  ['clear-selection', 'clear'],
  ['auto-clear', 'clear'],
  ['move-range', 'move'],
  ['set-style', 'format'],
  ['border', 'format'],
  ['note', 'format'],
];

/** Only for the eyes, or drawn from what the host tells: nothing to send. */
const LOCAL = new Set([
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.set-worksheet-row-height',
  'sheet.mutation.set-frozen',
  'sheet.mutation.set-tab-color',
  'sheet.mutation.toggle-gridlines',
  'sheet.mutation.set-gridlines-color',
  'sheet.mutation.empty',
  'sheet.mutation.remove.numfmt',
  'sheet.mutation.mark-dirty-filter-change',
  'sheet.mutation.set-worksheet-permission-points',
]);

interface Params {
  subUnitId?: string;
  sheetId?: string;
  range?: IRange;
  ranges?: IRange[] | Record<string, { ranges: IRange[] }>;
  cellValue?: Record<number, Record<number, unknown>>;
  values?: Record<number, Record<number, unknown>>;
  trigger?: string;
  colWidth?: number | Record<number, number>;
  sourceRange?: IRange;
  targetRange?: IRange;
  from?: { subUnitId: string; value: Record<number, Record<number, unknown>> };
  to?: { subUnitId: string; value: Record<number, Record<number, unknown>> };
  row?: number;
  col?: number;
}

/**
 * Watches Univer and sends every action of the person. Cells touched by one command go as one action. `refuse` is told of what
 * the host cannot keep (merged cells, moved rows), so that the page can paint the sheet anew.
 */
export class PersonWatch {
  private readonly injector: ReturnType<Univer['__getInjector']>;
  /** Cells touched since the last send: sheet → row → columns. */
  private touched = new Map<number, Map<number, Set<number>>>();
  private cause: Cause | undefined;
  private scheduled = false;
  /** What was typed into a cell, before Univer read it as number, date or text. */
  private typed: { sheet: number; row: number; column: number; text: string } | undefined;
  /** Text from outside that is being pasted: the host reads it, not Univer. */
  private pasted: { sheet: number; row: number; column: number; text: string[][] } | undefined;

  private readonly api: FUniver;
  private readonly send: Send;
  private readonly refuse: (what: string) => void;

  constructor(univer: Univer, api: FUniver, send: Send, refuse: (what: string) => void) {
    this.api = api;
    this.send = send;
    this.refuse = refuse;
    this.injector = univer.__getInjector();
    this.watchEditor();
    const commands = this.injector.get(ICommandService);
    commands.beforeCommandExecuted((command) => {
      if (command.id === 'sheet.command.paste-by-short-key') this.pasteFromOutside(command.params as PasteParams);
      if (command.type === CommandType.COMMAND) this.noteCause(command.id);
    });
    commands.onMutationExecutedForCollab((mutation, options) => {
      if (options?.fromCollab || options?.onlyLocal || options?.fromFormula) return;
      const params = (mutation.params ?? {}) as Params & { unitId?: string };
      if (params.unitId !== BOOK) return;
      this.translate(mutation.id, params);
    });
  }

  /** True while something was done that has not been handed to `send`. */
  get pending(): boolean {
    return this.scheduled;
  }

  private noteCause(id: string): void {
    const cause = CAUSES.find(([part]) => id.includes(part))?.[1];
    if (cause === undefined || this.cause !== undefined) return;
    this.cause = cause;
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
        this.typed = { sheet: Number(context.subUnitId), row: context.row, column: context.col, text };
        this.schedule();
        return next(cell?.p?.body ? { ...cell, p: null, v: text, t: 1 } : cell);
      },
    });
  }

  /** Takes over a paste that comes from another program: one command, so that one undo takes it back. */
  private pasteFromOutside(params: PasteParams): void {
    const html = params.htmlContent ?? '';
    const text = params.textContent ?? '';
    if (html.includes('data-copy-id') || text === '') return;
    const selection = this.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    const worksheet = this.api.getActiveWorkbook()?.getActiveSheet();
    if (!selection || !worksheet) return;
    const table = fillSelection(readTable(text), selection);
    const { startRow: row, startColumn: column } = selection;
    const sheet = Number(worksheet.getSheetId());
    this.pasted = { sheet, row, column, text: table };
    this.cause = 'paste';
    this.schedule();
    const cells: Record<number, Record<number, ICellData>> = {};
    table.forEach((line, down) => {
      cells[row + down] = Object.fromEntries(
        line.map((entry, right) => [column + right, { v: entry, t: 1, f: null, p: null }]),
      );
    });
    this.injector.get(ICommandService).syncExecuteCommand('sheet.command.set-range-values', {
      unitId: BOOK,
      subUnitId: worksheet.getSheetId(),
      value: cells,
    });
    throw new CustomCommandExecutionError('pasted by the workbench');
  }

  private translate(id: string, params: Params): void {
    const sheet = Number(params.subUnitId ?? params.sheetId);
    if (id === 'sheet.mutation.set-range-values') this.touchMatrix(sheet, params.cellValue);
    else if (id === 'sheet.mutation.set.numfmt') this.touchRanges(sheet, Object.values(params.values ?? {}));
    else if (id === 'sheet.mutation.move-range') {
      this.cause ??= 'move';
      this.touchMatrix(Number(params.from?.subUnitId), params.from?.value);
      this.touchMatrix(Number(params.to?.subUnitId), params.to?.value);
    } else if (id === 'sheet.mutation.update-note' || id === 'sheet.mutation.remove-note') {
      this.cause ??= 'format';
      if (params.row !== undefined && params.col !== undefined) this.touch(sheet, params.row, params.col);
    } else {
      const actions = structuralActions(id, sheet, params);
      if (actions !== undefined) {
        this.flushCells();
        for (const action of actions) this.send(action);
      } else if (id.startsWith('sheet.mutation.') && !LOCAL.has(id)) this.refuse(id);
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
      this.flushCells();
      this.scheduled = false;
      this.cause = undefined;
      this.typed = undefined;
      this.pasted = undefined;
    });
  }

  private flushCells(): void {
    const touched = this.touched;
    this.touched = new Map();
    for (const [sheet, rows] of touched) {
      const text = this.textOf(sheet, rows);
      if (text !== undefined) {
        this.send({ kind: 'type', sheet, ...text });
        continue;
      }
      const cells = [...rows].flatMap(([row, columns]) =>
        [...columns].map((column) => this.readCell(sheet, row, column)),
      );
      if (cells.length > 0) this.send({ kind: 'set', sheet, cause: this.cause ?? 'type', cells });
    }
  }

  /** The text the host is to read, if this was typed or pasted from outside. */
  private textOf(
    sheet: number,
    rows: Map<number, Set<number>>,
  ): { row: number; column: number; text: string[][] } | undefined {
    if (this.pasted?.sheet === sheet) {
      const { row, column, text } = this.pasted;
      return { row, column, text };
    }
    const typed = this.typed;
    if (typed?.sheet !== sheet || this.cause !== undefined || !rows.get(typed.row)?.has(typed.column)) return undefined;
    // Ctrl+Enter types the same entry into the whole selection.
    const row = Math.min(...rows.keys());
    const columns = [...rows.values()].flatMap((set) => [...set]);
    const column = Math.min(...columns);
    const width = Math.max(...columns) - column + 1;
    const height = Math.max(...rows.keys()) - row + 1;
    const text = Array.from({ length: height }, () => Array.from({ length: width }, () => typed.text));
    return { row, column, text };
  }

  private readCell(
    sheet: number,
    row: number,
    column: number,
  ): Extract<PersonAction, { kind: 'set' }>['cells'][number] {
    const subUnitId = String(sheet);
    const workbook = this.api.getActiveWorkbook()?.getWorkbook();
    const data = workbook?.getSheetBySheetId(subUnitId)?.getCellRaw(row, column) ?? null;
    const style = workbook?.getStyles().getStyleByCell(data) ?? null;
    const note = this.injector.get(SheetsNoteModel).getNote(BOOK, subUnitId, { row, col: column })?.note;
    const rules = this.injector.get(DataValidationModel).getRules(BOOK, subUnitId);
    const checkbox = rules.some(
      (rule) => rule.type === 'checkbox' && rule.ranges.some((range: IRange) => covers(range, row, column)),
    );
    return [row, column, toHostCell(data, style, note, checkbox)];
  }
}

interface PasteParams {
  htmlContent?: string;
  textContent?: string;
}

function covers(range: IRange, row: number, column: number): boolean {
  return row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn;
}

/** The entry as the person typed it, with the apostrophe or the equals sign that Univer has already taken off. */
function typedText(cell: Nullable<ICellData>): string {
  if (cell?.p?.body) return plainText(cell.p.body.dataStream);
  if (cell?.f) return cell.f;
  const text = String(cell?.v ?? '');
  return cell?.t === 4 ? `'${text}` : text;
}

/** One value into a larger selection fills it, as in Sheets. */
function fillSelection(table: string[][], selection: IRange): string[][] {
  const [first] = table;
  if (table.length !== 1 || first?.length !== 1) return table;
  const rows = selection.endRow - selection.startRow + 1;
  const columns = selection.endColumn - selection.startColumn + 1;
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => first[0] as string));
}

/** Undefined for a mutation that is none of these. */
function structuralActions(id: string, sheet: number, params: Params): PersonAction[] | undefined {
  const { range, sourceRange, targetRange } = params;
  const ranges = Array.isArray(params.ranges) ? params.ranges : [];
  const rowsOf = (of: IRange) => ({ sheet, at: of.startRow, count: of.endRow - of.startRow + 1 });
  const columnsOf = (of: IRange) => ({ sheet, at: of.startColumn, count: of.endColumn - of.startColumn + 1 });
  switch (id) {
    case 'sheet.mutation.insert-row':
      return range && [{ kind: 'insert-rows', ...rowsOf(range) }];
    case 'sheet.mutation.remove-rows':
      return range && [{ kind: 'delete-rows', ...rowsOf(range) }];
    case 'sheet.mutation.insert-col':
      return range && [{ kind: 'insert-columns', ...columnsOf(range) }];
    case 'sheet.mutation.remove-col':
      return range && [{ kind: 'delete-columns', ...columnsOf(range) }];
    case 'sheet.mutation.set-row-hidden':
      return ranges.map((each) => ({ kind: 'hide-rows', ...rowsOf(each) }));
    case 'sheet.mutation.set-row-visible':
      return ranges.map((each) => ({ kind: 'show-rows', ...rowsOf(each) }));
    case 'sheet.mutation.set-col-hidden':
      return ranges.map((each) => ({ kind: 'hide-columns', ...columnsOf(each) }));
    case 'sheet.mutation.set-col-visible':
      return ranges.map((each) => ({ kind: 'show-columns', ...columnsOf(each) }));
    case 'sheet.mutation.move-columns': {
      if (!sourceRange || !targetRange) return undefined;
      const { at: from, count } = columnsOf(sourceRange);
      return [{ kind: 'move-columns', sheet, from, count, to: targetRange.startColumn }];
    }
    case 'sheet.mutation.set-worksheet-col-width':
      return ranges.flatMap((each) => columnWidths(sheet, each, params.colWidth));
    default:
      return undefined;
  }
}

function columnWidths(sheet: number, range: IRange, widths: Params['colWidth']): PersonAction[] {
  const actions: PersonAction[] = [];
  for (let column = range.startColumn; column <= range.endColumn; column++) {
    const width = typeof widths === 'number' ? widths : widths?.[column];
    if (typeof width === 'number') actions.push({ kind: 'resize-column', sheet, column, width: Math.round(width) });
  }
  return actions;
}
