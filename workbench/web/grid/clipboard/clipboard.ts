// Copy, cut and paste of cells: what goes to the clipboard, and what comes from it into the sheet in one step.
import { CustomCommandExecutionError, ICommandService, type IRange, type Univer } from '@univerjs/core';
import { displayText } from '../../../host/model/number-format.ts';
import type { Area, PersonAction } from '../../../protocol.ts';
import type { SheetReader } from '../sheet-reader.ts';
import { toArea } from '../workbook-data.ts';
import { type CopiedCell, toHtml, toText } from './copied.ts';
import { type Pasted, type PastedTable, readHtmlTable, settle } from './html-table.ts';
import { readTable } from './text-table.ts';

type EnterAction = Extract<PersonAction, { kind: 'enter' }>;
/** By the clipboard's types. */
type Copy = Record<string, string>;
interface Selection {
  sheet: number;
  area: Area;
}

/** What the clipboard works on. */
export interface ClipboardDesk {
  reader: SheetReader;
  /** Undefined while no sheet is shown. */
  selection: () => Selection | undefined;
  /** Rows of the area that a filter hides. */
  hiddenRows: (sheet: number, area: Area) => number[];
  /** Whether the keys are in the grid and no cell is edited. */
  hasKeys: () => boolean;
  /** What is pasted may be known later. */
  enter: (action: Promise<EnterAction | undefined>) => void;
  /** Resolves when what was done so far is shown as the host has it; undefined where it is. */
  settled: () => Promise<void> | undefined;
  say: (message: string) => void;
}

const COMMANDS: Record<string, 'copy' | 'cut' | 'paste'> = {
  'univer.command.copy': 'copy',
  'univer.command.cut': 'cut',
  'univer.command.paste': 'paste',
};

const DRAG = 'sheet.command.move-range';

/** More cells than anybody copies on purpose; whole columns are cut to what is in use. */
const MOST_CELLS = 400_000;

export class Clipboard {
  private readonly desk: ClipboardDesk;
  /** What was cut and waits for its new place. */
  private cut: (Selection & { copy: string }) | undefined;
  /** What was copied before the grid showed it as the host has it, and is not on the system's clipboard yet. */
  private copying: Promise<Copy> | undefined;

  constructor(univer: Univer, desk: ClipboardDesk) {
    this.desk = desk;
    for (const kind of ['copy', 'cut', 'paste'] as const) {
      const listen = (event: ClipboardEvent) => {
        if (!desk.hasKeys()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const { clipboardData: data } = event;
        const settled = kind === 'paste' ? undefined : desk.settled();
        if (kind === 'paste') this.paste(this.copying ?? copyFrom((type) => data?.getData(type)));
        else if (settled) this.run(kind, settled);
        else for (const [type, text] of Object.entries(this.copy(kind, desk.selection()))) data?.setData(type, text);
      };
      window.addEventListener(kind, listen, true);
    }
    // Univer's context menu takes the same way as the keys, and what is dragged is cut and pasted.
    univer
      .__getInjector()
      .get(ICommandService)
      .beforeCommandExecuted(({ id, params }) => {
        const kind = COMMANDS[id];
        if (kind !== undefined) this.run(kind);
        else if (id === DRAG) this.drag(params as { fromRange: IRange; toRange: IRange });
        else return;
        throw new CustomCommandExecutionError('done by the workbench');
      });
  }

  /** From a menu, where no key was pressed, or once the grid shows what the host has. */
  run(kind: 'copy' | 'cut' | 'paste', settled = this.desk.settled()): void {
    const key = { copy: 'Ctrl+C', cut: 'Ctrl+X', paste: 'Ctrl+V' }[kind];
    const refuse = () => this.desk.say(`The browser does not let this page use the clipboard: press ${key} instead.`);
    if (kind === 'paste') {
      const read = this.copying ?? readSystem();
      read.catch(refuse);
      this.paste(read);
      return;
    }
    const selection = this.desk.selection();
    const copying = Promise.resolve(settled).then(() => this.copy(kind, selection));
    this.copying = copying;
    writeSystem(copying)
      .catch(refuse)
      .finally(() => {
        if (this.copying === copying) this.copying = undefined;
      });
  }

  /** What is dragged by its edge. */
  private drag({ fromRange, toRange }: { fromRange: IRange; toRange: IRange }): void {
    const selection = this.desk.selection();
    if (selection === undefined) return;
    const { sheet } = selection;
    const [rows, columns] = [toRange.startRow - fromRange.startRow, toRange.startColumn - fromRange.startColumn];
    const cells: EnterAction['cells'] = [];
    for (let row = fromRange.startRow; row <= fromRange.endRow; row++) {
      for (let column = fromRange.startColumn; column <= fromRange.endColumn; column++)
        cells.push([row + rows, column + columns, { cell: this.desk.reader.cell(sheet, row, column) ?? {} }]);
    }
    const emptied = { sheet, area: toArea(fromRange) };
    this.desk.enter(Promise.resolve({ kind: 'enter', sheet, cause: 'paste', cells, emptied }));
  }

  /** Resolves when what was copied is on its way to the system. */
  async idle(): Promise<void> {
    await this.copying?.catch(() => undefined);
  }

  /** The selected cells by the clipboard's types. */
  private copy(kind: 'copy' | 'cut', selection: Selection | undefined): Copy {
    if (selection === undefined) return {};
    const { sheet, area } = selection;
    const { reader } = this.desk;
    const used = reader.extent(sheet);
    const last = area.rows * area.columns > MOST_CELLS ? used : { rows: area.rows, columns: area.columns };
    const rows: CopiedCell[][] = [];
    // What is cut moves as it is, with all that lies between.
    const hidden = new Set(kind === 'copy' ? this.desk.hiddenRows(sheet, area) : []);
    for (let row = area.row; row < area.row + Math.min(area.rows, last.rows); row++) {
      if (hidden.has(row)) continue;
      const columns = Array.from({ length: Math.min(area.columns, last.columns) }, (_, right) => area.column + right);
      rows.push(
        columns.map((column) => {
          const cell = reader.cell(sheet, row, column) ?? {};
          return { row, column, cell, text: displayText(cell) };
        }),
      );
    }
    const copy = crypto.randomUUID();
    this.cut = kind === 'cut' ? { copy, sheet, area } : undefined;
    return { 'text/plain': toText(rows), 'text/html': toHtml(rows, copy) };
  }

  private paste(copy: Copy | Promise<Copy>): void {
    const selection = this.desk.selection();
    if (selection === undefined) return;
    const action = Promise.resolve(copy).then(
      (copied) => this.pasted(copied, selection),
      () => undefined,
    );
    this.desk.enter(action);
  }

  /** Undefined where nothing was copied. */
  private pasted(copy: Copy, { sheet, area }: Selection): EnterAction | undefined {
    const table = readHtmlTable(copy['text/html'] ?? '') ?? readText(copy['text/plain'] ?? '');
    if (table === undefined) return undefined;
    const cut = table.copy !== undefined && this.cut?.copy === table.copy ? this.cut : undefined;
    const rows = cut ? table.cells : fillSelection(table.cells, area);
    const hidden = new Set(rows.length > table.cells.length ? this.desk.hiddenRows(sheet, area) : []);
    const cells = rows.flatMap((line, down) =>
      (hidden.has(area.row + down) ? [] : line).map((pasted, right): EnterAction['cells'][number] => {
        const [row, column] = [area.row + down, area.column + right];
        return [row, column, settle(pasted, row, column, cut !== undefined)];
      }),
    );
    const emptied = cut && { sheet: cut.sheet, area: cut.area };
    // What was cut moves once.
    this.cut = undefined;
    return { kind: 'enter', sheet, cause: 'paste', cells, ...(emptied && { emptied }) };
  }
}

const TYPES = ['text/html', 'text/plain'];

function copyFrom(read: (type: string) => string | undefined): Copy {
  return Object.fromEntries(TYPES.map((type) => [type, read(type) ?? '']));
}

async function readSystem(): Promise<Copy> {
  const [item] = await navigator.clipboard.read();
  const texts = TYPES.filter((type) => item?.types.includes(type)).map(
    async (type): Promise<[string, string]> => [type, (await (await item?.getType(type))?.text()) ?? ''],
  );
  return Object.fromEntries(await Promise.all(texts));
}

/** The browser is asked while the key still counts as the person's wish, and waits for the texts. */
async function writeSystem(copy: Promise<Copy>): Promise<void> {
  const blob = async (type: string) => new Blob([(await copy)[type] ?? ''], { type });
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(TYPES.map((type) => [type, blob(type)])))]);
}

function readText(text: string): PastedTable | undefined {
  return text === '' ? undefined : { cells: readTable(text).map((row) => row.map((entry) => ({ text: entry }))) };
}

/** What fits into a larger selection several times fills it, as in Sheets. */
function fillSelection(table: Pasted[][], { rows, columns }: Area): Pasted[][] {
  const [height, width] = [table.length, table[0]?.length ?? 0];
  const fits = width > 0 && rows % height === 0 && columns % width === 0;
  if (!fits || rows * columns > MOST_CELLS) return table;
  const at = (row: number, column: number) => table[row % height]?.[column % width] as Pasted;
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => at(row, column)));
}
