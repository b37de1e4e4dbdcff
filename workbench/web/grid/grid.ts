// The grid: Univer painted from the host's book, and the person's edits on their way to the host.
import { ICommandService, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { Area, BookSnapshot, Patch, PersonAction } from '../../protocol.ts';
import type { Connection } from '../connection.ts';
import { ask, showToast } from '../frames/layers.ts';
import { readAddress, writeAddress } from './a1.ts';
import { CellEditor } from './input/cell-editor.ts';
import { CellRules } from './input/cell-rules.ts';
import { Cursor } from './input/cursor.ts';
import { openDropdown } from './input/dropdown.ts';
import { type KeyDesk, pressKey } from './input/keys.ts';
import { Painter } from './painter.ts';
import { PersonWatch } from './person-watch.ts';
import { startUniver } from './univer.ts';
import { toRange } from './workbook-data.ts';

interface GridListener {
  /** Sheets came, went, were renamed or another one is shown. */
  sheetsChanged: (book: BookSnapshot, active: number) => void;
  selected: (address: string) => void;
  /** What this window can undo and redo now. */
  historyChanged: (history: { undo: boolean; redo: boolean }) => void;
}

const SELECT_DELAY = 100;

export class Grid {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly painter: Painter;
  private readonly cursor: Cursor;
  private readonly rules: CellRules;
  private readonly editor: CellEditor;
  /** There once a book is open. */
  private watch: PersonWatch | undefined;
  /** The sheets as the host last told them; their cells may be older than what is painted. */
  private book: BookSnapshot | undefined;
  private repainting: Promise<void> | undefined;
  private renewing: Promise<void> | undefined;
  /** Rows and columns that the person inserted or deleted and that the host has not told back yet. */
  private ownLines: string[] = [];
  private selectTimer: ReturnType<typeof setTimeout> | undefined;

  private readonly connection: Connection;
  private readonly listener: GridListener;

  constructor(connection: Connection, listener: GridListener) {
    this.connection = connection;
    this.listener = listener;
    // Before Univer does, which takes keys at the window, too.
    this.listenToKeys();
    const { univer, api } = startUniver('grid');
    this.univer = univer;
    this.api = api;
    this.painter = new Painter(univer, api);
    this.cursor = new Cursor(univer, api);
    this.rules = new CellRules(
      univer,
      api,
      () => this.book,
      (sheet, a1) => this.cellText(sheet, a1),
    );
    this.editor = new CellEditor(univer, {
      refusal: (spot, text) => this.rules.refusal(this.activeSheet, spot, text),
      openList: (spot) => this.openList(spot),
      boxOf: (spot) => this.rules.boxOf(spot),
    });
    univer
      .__getInjector()
      .get(ICommandService)
      .onCommandExecuted((command) => {
        if (command.id === 'sheet.operation.set-selections') this.noteSelection();
        if (command.id === 'sheet.operation.set-worksheet-active') this.noteSheets();
      });
  }

  /** Shows the book: in place of what is shown, so that nobody who types is disturbed, or opened anew. */
  async open(book: BookSnapshot, anew: boolean): Promise<void> {
    if (this.book !== undefined && !anew) return this.paint([{ kind: 'book', book }], false);
    this.book = book;
    const opened = this.painter.open(book);
    this.watch ??= new PersonWatch(
      this.univer,
      this.api,
      (action) => this.act(action),
      (message) => this.takeBack(message),
      () => this.renew(),
    );
    this.noteSheets();
    this.noteSelection();
    await opened;
  }

  /** `own`: what this window did itself. Its rows and columns are already where they belong; values are painted as the host read them. */
  async paint(patches: Patch[], own: boolean): Promise<void> {
    for (const patch of patches) {
      if (this.book === undefined) return;
      const lines = patch.kind.startsWith('insert-') || patch.kind.startsWith('delete-');
      // What the person did to rows and columns is there already.
      if (!(own && lines && this.takeOwn(patch))) await this.painter.apply(patch, this.book);
      if (lines) this.renew();
      if (patch.kind === 'book') this.book = patch.book;
      if (patch.kind === 'sheet') this.replaceSheet(patch.sheet);
    }
    if (patches.some((patch) => patch.kind === 'book' || patch.kind === 'sheet')) this.noteSheets();
  }

  /** An action of the person, from the grid, the tabs or the menus. What was refused is painted back, with the message. */
  async act(action: PersonAction): Promise<void> {
    if (action.kind.startsWith('insert-') || action.kind.startsWith('delete-'))
      this.ownLines.push(JSON.stringify(action));
    try {
      const { refused, history } = await this.connection.act(action);
      if (history !== undefined) this.listener.historyChanged(history);
      if (refused.length === 0) return;
      // What was dragged to a place that refuses it goes back to where it was.
      if (action.kind === 'set' && action.cause === 'move') await this.connection.act({ kind: 'undo' });
      if (refused.some(({ row }) => row < 0) && action.kind !== 'undo' && action.kind !== 'redo') await this.repaint();
      this.explain(action, refused);
    } catch (error) {
      await this.repaint().catch(() => undefined);
      showToast('Not saved', (error as Error).message, 10);
    }
  }

  show(sheet: number): void {
    this.painter.activate(sheet);
    this.noteSheets();
  }

  /** Selects what the text names, as the name box does, and scrolls there. False if there is no such place. */
  select(text: string): boolean {
    const address = readAddress(text);
    if (address === undefined) return false;
    const { sheet: name, area } = address;
    const wanted = name?.toLowerCase();
    const sheet = this.book?.sheets.find((each) =>
      name === undefined ? each.id === this.activeSheet : each.name.toLowerCase() === wanted,
    );
    if (sheet === undefined) return false;
    return this.selectArea(sheet.id, area);
  }

  selectArea(sheet: number, area: Area): boolean {
    this.show(sheet);
    const worksheet = this.api.getActiveWorkbook()?.getActiveSheet();
    if (
      !worksheet ||
      area.row + area.rows > worksheet.getMaxRows() ||
      area.column + area.columns > worksheet.getMaxColumns()
    )
      return false;
    worksheet.getRange(toRange(area)).activate();
    const seen = worksheet.getVisibleRange();
    const { row, column } = area;
    const isBelowFrozen = row >= worksheet.getFrozenRows();
    const isSeen =
      seen &&
      (!isBelowFrozen || (row >= seen.startRow && row < seen.endRow)) &&
      column >= seen.startColumn &&
      column < seen.endColumn;
    if (!isSeen) worksheet.scrollToCell(Math.max(0, row - 2), Math.max(0, column - 1));
    return true;
  }

  /** What a cell shows, with number formats applied. Undefined if there is no such cell. */
  cellText(sheet: string, a1: string): string | undefined {
    const address = readAddress(a1);
    const worksheet = this.api.getActiveWorkbook()?.getSheetByName(sheet);
    if (!worksheet || address === undefined) return undefined;
    const cell = worksheet.getSheet().getCell(address.area.row, address.area.column);
    if (cell?.v === undefined || cell.v === null) return cell?.p?.body?.dataStream.trimEnd() ?? '';
    if (cell.t === 3) return String(cell.v) === '1' ? 'TRUE' : 'FALSE';
    return String(cell.v);
  }

  /** The selected area of the sheet that is shown. */
  get selection(): Area | undefined {
    const range = this.api.getActiveWorkbook()?.getActiveSheet()?.getSelection()?.getActiveRange();
    if (!range) return undefined;
    return { row: range.getRow(), column: range.getColumn(), rows: range.getHeight(), columns: range.getWidth() };
  }

  /** What a sort of the sheet that is shown moves: all rows below the frozen ones. Undefined if there are none. */
  sortable(): Area | undefined {
    const sheet = this.book?.sheets.find((each) => each.id === this.activeSheet);
    const worksheet = this.api.getActiveWorkbook()?.getActiveSheet();
    const last = worksheet?.getLastRow();
    if (sheet === undefined || !worksheet || last === undefined || last < sheet.frozenRows) return undefined;
    const { frozenRows } = sheet;
    return { row: frozenRows, column: 0, rows: last - frozenRows + 1, columns: worksheet.getMaxColumns() };
  }

  get activeSheet(): number {
    return Number(this.api.getActiveWorkbook()?.getActiveSheet()?.getSheetId());
  }

  /** Tells the host at once what is selected, if it does not know yet: a script is about to ask. */
  tellSelection(): void {
    if (this.selectTimer === undefined) return;
    clearTimeout(this.selectTimer);
    this.selectTimer = undefined;
    const area = this.selection;
    if (area === undefined) return;
    this.connection.act({ kind: 'select', sheet: this.activeSheet, area }).catch(() => undefined);
  }

  /** Gives the keys to the grid, so that what is typed goes into the selected cell. */
  focus(): void {
    this.univer.__getInjector().get(ILayoutService).focus();
  }

  /** Resolves when everything the person did has been judged and painted. */
  async idle(): Promise<void> {
    do {
      while (this.watch?.pending) await new Promise((resolve) => setTimeout(resolve));
      await this.connection.idle();
      await this.repainting;
      await this.renewing;
    } while (this.watch?.pending);
  }

  /** Takes a step back, or does it again. */
  take(direction: 'undo' | 'redo'): void {
    this.act({ kind: direction });
  }

  /** Gives the selected cells a look, or takes it off where the active cell has it. */
  toggle(look: 'bold' | 'italic' | 'strikethrough'): void {
    const { row, column } = this.cursor.active;
    const style = this.api.getActiveWorkbook()?.getActiveSheet()?.getRange(row, column).getCellStyleData();
    const isOn = look === 'bold' ? style?.bl : look === 'italic' ? style?.it : style?.st?.s;
    this.format({ [look]: isOn ? null : true });
  }

  /** Gives the selected cells looks; null takes one off. */
  format(style: Extract<PersonAction, { kind: 'format' }>['style']): void {
    const area = this.selection;
    if (area !== undefined) this.act({ kind: 'format', sheet: this.activeSheet, area, style });
  }

  /** Inserts as many rows or columns as are selected, beside them, or deletes these. */
  lines(kind: 'insert-rows' | 'insert-columns' | 'delete-rows' | 'delete-columns', side: 'before' | 'after'): void {
    const area = this.selection;
    if (area === undefined) return;
    const [start, count] = kind.endsWith('rows') ? [area.row, area.rows] : [area.column, area.columns];
    const at = side === 'before' ? start : start + count;
    this.connection
      .act({ kind, sheet: this.activeSheet, at, count })
      .then(({ refused, history }) => {
        if (history !== undefined) this.listener.historyChanged(history);
        if (refused[0] !== undefined) showToast('Not done', refused[0].message, 10);
      })
      .catch((error: Error) => showToast('Not saved', error.message, 10));
  }

  /** Freezes all rows or columns up to the active cell's, or none. */
  freeze(what: 'rows' | 'columns' | 'none'): void {
    const sheet = this.book?.sheets.find((each) => each.id === this.activeSheet);
    if (sheet === undefined) return;
    const { row, column } = this.cursor.active;
    const rows = what === 'none' ? 0 : what === 'rows' ? row + 1 : sheet.frozenRows;
    const columns = what === 'none' ? 0 : what === 'columns' ? column + 1 : sheet.frozenColumns;
    this.act({ kind: 'freeze', sheet: sheet.id, rows, columns });
  }

  /** Keys come here before Univer hears of them. */
  private listenToKeys(): void {
    const desk = (): KeyDesk => ({
      cursor: this.cursor,
      openList: () => this.openList(this.cursor.active),
      edit: () => void this.api.getActiveWorkbook()?.startEditing(),
      toggle: (look) => this.toggle(look),
      enterToday: () => {
        const today = new Intl.DateTimeFormat('sv-SE', { timeZone: this.book?.timeZone }).format(new Date());
        this.act({ kind: 'type', sheet: this.activeSheet, ...this.cursor.active, text: [[today]] });
      },
      take: (direction) => this.take(direction),
    });
    const home = document.getElementById('grid');
    const listen = (event: KeyboardEvent) => {
      if (!(event.target instanceof Node) || !home?.contains(event.target) || event.isComposing) return;
      const isTaken = this.editor.isOpen ? this.editor.pressKey(event) : pressKey(event, desk());
      if (!isTaken) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', listen, true);
  }

  /** False if the cell has no list. */
  private openList(spot: { row: number; column: number }): boolean {
    const sheet = this.activeSheet;
    const values = this.rules.listAt(sheet, spot);
    if (values === undefined) return false;
    const place = writeAddress({ ...spot, rows: 1, columns: 1 });
    const name = this.book?.sheets.find(({ id }) => id === sheet)?.name ?? '';
    openDropdown({
      ...this.rules.boxOf(spot),
      label: `Values for ${place}`,
      values,
      current: this.cellText(name, place) ?? '',
      choose: (value) => this.act({ kind: 'type', sheet, ...spot, text: [[value]] }),
      closed: () => this.focus(),
    });
    return true;
  }

  private takeOwn(patch: Patch): boolean {
    const index = this.ownLines.indexOf(JSON.stringify(patch));
    if (index !== -1) this.ownLines.splice(0, index + 1);
    return index !== -1;
  }

  private explain(action: PersonAction, refused: { row: number; column: number; message: string }[]): void {
    const [first] = refused;
    if (first === undefined) return;
    if (refused.length === 1 && first.row >= 0 && 'sheet' in action) {
      const cell = { row: first.row, column: first.column, rows: 1, columns: 1 };
      const { answer } = ask(`There was a problem: ${writeAddress(cell)}`, first.message, { ok: 'OK' });
      answer.then(() => {
        this.selectArea(action.sheet, cell);
        this.focus();
      });
    } else showToast(refused.length === 1 ? 'Not done' : `${refused.length} entries were not taken`, first.message, 10);
  }

  /** Univer did something the host cannot keep: undone in the view, and said. */
  private takeBack(message: string): void {
    showToast('Not in the workbench', message, 8);
    this.repaint(true).catch((error: Error) => showToast('', error.message, 8));
  }

  /** Univer has shifted formulas and rules in its own way, or not at all: the host's are painted when it has caught up. */
  private renew(): void {
    if (this.renewing !== undefined) return;
    this.renewing = this.connection
      .idle()
      .then(() => this.connection.refresh(false))
      .catch((error: Error) => showToast('', error.message, 8))
      .finally(() => {
        this.renewing = undefined;
      });
  }

  /** Paints everything as the host has it, in place, or opened anew. */
  private repaint(anew = false): Promise<void> {
    const repainting = this.connection.refresh(anew);
    this.repainting = repainting.catch(() => undefined);
    return repainting;
  }

  private replaceSheet(sheet: BookSnapshot['sheets'][number]): void {
    if (this.book === undefined) return;
    this.book = { ...this.book, sheets: this.book.sheets.map((each) => (each.id === sheet.id ? sheet : each)) };
  }

  private noteSheets(): void {
    if (this.book !== undefined) this.listener.sheetsChanged(this.book, this.activeSheet);
  }

  private noteSelection(): void {
    const area = this.selection;
    if (area === undefined) return;
    this.listener.selected(writeAddress(area));
    // The host wants to know where scripts find the person, but not every step of the way there.
    clearTimeout(this.selectTimer);
    this.selectTimer = setTimeout(() => this.tellSelection(), SELECT_DELAY);
  }
}
