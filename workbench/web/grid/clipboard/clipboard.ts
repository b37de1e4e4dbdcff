// Copy, cut and paste of cells: what goes to the clipboard, and what comes from it into the sheet in one step.
import { CustomCommandExecutionError, ICommandService, type Univer } from '@univerjs/core';
import { displayText } from '../../../host/model/number-format.ts';
import type { Area, PersonAction } from '../../../protocol.ts';
import type { SheetReader } from '../sheet-reader.ts';
import { type CopiedCell, toHtml, toText } from './copied.ts';
import { type Pasted, type PastedTable, readHtmlTable, settle } from './html-table.ts';
import { readTable } from './text-table.ts';

type EnterAction = Extract<PersonAction, { kind: 'enter' }>;

/** What the clipboard works on. */
export interface ClipboardDesk {
  reader: SheetReader;
  /** Undefined while no sheet is shown. */
  selection: () => { sheet: number; area: Area } | undefined;
  /** Whether the keys are in the grid and no cell is edited. */
  hasKeys: () => boolean;
  enter: (action: EnterAction) => void;
  say: (message: string) => void;
}

const COMMANDS: Record<string, 'copy' | 'cut' | 'paste'> = {
  'univer.command.copy': 'copy',
  'univer.command.cut': 'cut',
  'univer.command.paste': 'paste',
};

/** More cells than anybody copies on purpose; whole columns are cut to what is in use. */
const MOST_CELLS = 400_000;

export class Clipboard {
  private readonly desk: ClipboardDesk;
  /** What was cut and waits for its new place. */
  private cut: { copy: string; sheet: number; area: Area } | undefined;

  constructor(univer: Univer, desk: ClipboardDesk) {
    this.desk = desk;
    for (const kind of ['copy', 'cut', 'paste'] as const) {
      const listen = (event: ClipboardEvent) => {
        if (!desk.hasKeys()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const { clipboardData: data } = event;
        if (kind === 'paste') this.paste(data?.getData('text/html') ?? '', data?.getData('text/plain') ?? '');
        else for (const [type, text] of Object.entries(this.copy(kind))) data?.setData(type, text);
      };
      window.addEventListener(kind, listen, true);
    }
    // Univer's context menu takes the same way as the keys.
    univer
      .__getInjector()
      .get(ICommandService)
      .beforeCommandExecuted(({ id }) => {
        const kind = COMMANDS[id];
        if (kind === undefined) return;
        this.run(kind);
        throw new CustomCommandExecutionError('done by the workbench');
      });
  }

  /** From a menu, where no key was pressed. */
  run(kind: 'copy' | 'cut' | 'paste'): void {
    const key = { copy: 'Ctrl+C', cut: 'Ctrl+X', paste: 'Ctrl+V' }[kind];
    const done = kind === 'paste' ? this.readSystem() : this.writeSystem(kind);
    done.catch(() => this.desk.say(`The browser does not let this page use the clipboard: press ${key} instead.`));
  }

  private async readSystem(): Promise<void> {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
    this.paste(await read('text/html'), await read('text/plain'));
  }

  private async writeSystem(kind: 'copy' | 'cut'): Promise<void> {
    const blobs = Object.entries(this.copy(kind)).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }

  /** The selected cells by the clipboard's types. */
  private copy(kind: 'copy' | 'cut'): Record<string, string> {
    const selection = this.desk.selection();
    if (selection === undefined) return {};
    const { sheet, area } = selection;
    const { reader } = this.desk;
    const used = reader.extent(sheet);
    const last = area.rows * area.columns > MOST_CELLS ? used : { rows: area.rows, columns: area.columns };
    const rows: CopiedCell[][] = [];
    for (let row = area.row; row < area.row + Math.min(area.rows, last.rows); row++) {
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

  private paste(html: string, text: string): void {
    const selection = this.desk.selection();
    const table = readHtmlTable(html) ?? readText(text);
    if (selection === undefined || table === undefined) return;
    const { sheet, area } = selection;
    const cut = table.copy !== undefined && this.cut?.copy === table.copy ? this.cut : undefined;
    const rows = cut ? table.cells : fillSelection(table.cells, area);
    const cells = rows.flatMap((line, down) =>
      line.map((pasted, right): EnterAction['cells'][number] => {
        const [row, column] = [area.row + down, area.column + right];
        return [row, column, settle(pasted, row, column, cut !== undefined)];
      }),
    );
    const emptied = cut && { sheet: cut.sheet, area: cut.area };
    this.desk.enter({ kind: 'enter', sheet, cause: 'paste', cells, ...(emptied && { emptied }) });
    // What was cut moves once.
    this.cut = undefined;
  }
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
