// The grid: Univer painted from the host's book, and the person's edits on their way to the host.
import { ICommandService, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import { around, runsWithout } from '../../host/model/area.ts';
import { styledCell } from '../../host/model/looks.ts';
import type { Area, BookSnapshot, Cell, Patch, PersonAction, SheetShape, SheetSnapshot } from '../../protocol.ts';
import type { Connection, Wanted } from '../connection.ts';
import { showToast } from '../frames/layers.ts';
import { readAddress, writeAddress } from './a1.ts';
import { Clipboard } from './clipboard/clipboard.ts';
import { FilterViews } from './filter/filter-views.ts';
import { Filters } from './filter/filters.ts';
import { FindBar } from './find/find-bar.ts';
import { CellEditor } from './input/cell-editor.ts';
import { CellRules } from './input/cell-rules.ts';
import { Cursor, type Spot } from './input/cursor.ts';
import { openDropdown } from './input/dropdown.ts';
import { type KeyDesk, pressKey } from './input/keys.ts';
import { type LinesAction, LooksAndLines } from './looks-and-lines.ts';
import { Painter } from './painter.ts';
import { PersonWatch } from './person-watch.ts';
import { tellRefused } from './refusals.ts';
import { SheetReader } from './sheet-reader.ts';
import { startUniver } from './univer/univer.ts';

interface GridListener {
  /** Sheets came, went, were renamed or another one is shown. */
  sheetsChanged: (book: BookSnapshot, active: number) => void;
  selected: (address: string) => void;
  /** The filled cells of the selection, a moment after it was made. */
  summarised: (cells: Pick<Cell, 'value' | 'format'>[], isSeveral: boolean) => void;
  /** What this window can undo and redo now. */
  historyChanged: (history: { undo: boolean; redo: boolean }) => void;
}

type EnterAction = Extract<PersonAction, { kind: 'enter' }>;

const SELECT_DELAY = 100;

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta'];

/** Cells that are given looks before the host has answered. */
const MOST_AT_ONCE = 2000;

export class Grid {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly painter: Painter;
  private readonly cursor: Cursor;
  private readonly rules: CellRules;
  private readonly editor: CellEditor;
  private readonly reader: SheetReader;
  readonly clipboard: Clipboard;
  private readonly views = new FilterViews();
  readonly filters: Filters;
  readonly looks: LooksAndLines;
  private readonly findBar: FindBar;
  /** There once a book is open. */
  private watch: PersonWatch | undefined;
  /** The sheets as the host last told them; their cells may be older than what is painted. */
  private book: BookSnapshot | undefined;
  private repainting: Promise<void> | undefined;
  /** Steps that are being undone or done again. */
  private takes = 0;
  /** Keys and clicks so far, and when the last step was wished. */
  private inputs = 0;
  private takenAt = 0;
  private renewing: Promise<void> | undefined;
  /** Whether something is shown otherwise than the host has it since everything was painted anew last. */
  private isStale = false;
  /** Rows and columns that the person inserted or deleted and that the host has not told back yet; by Univer, or painted as the host tells them. */
  private ownLines: { patch: string; by: 'univer' | 'painter' }[] = [];
  /** Actions of the person that the host has not judged yet. */
  private unanswered = 0;
  private summaryTimer: ReturnType<typeof setTimeout> | undefined;
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
    this.painter = new Painter(univer, api, this.views, {
      markAt: (sheet, row, column) =>
        this.filters.markAt(sheet, row, column) ?? (this.rules.hasArrow(sheet, { row, column }) ? 'list' : undefined),
      press: (spot) => void (this.filters.openMenu(spot) || this.openList(spot)),
    });
    this.cursor = new Cursor(univer, api);
    this.reader = new SheetReader(univer);
    this.clipboard = new Clipboard(univer, {
      reader: this.reader,
      selection: () => {
        const area = this.selection;
        return area && { sheet: this.activeSheet, area };
      },
      hiddenRows: (sheet, area) => this.filters.hiddenRows(sheet, area),
      hasKeys: () => this.hasKeys && !this.editor.isOpen,
      enter: (action) => void this.enter(action),
      settled: () => this.settled(),
      say: (message) => showToast('', message, 8),
    });
    this.rules = new CellRules(
      univer,
      api,
      () => this.book,
      (sheet, a1) => this.cellText(sheet, a1),
    );
    this.filters = new Filters(this.views, {
      reader: this.reader,
      sheet: () => this.sheetWith(this.activeSheet),
      sheetWith: (id) => this.sheetWith(id),
      act: (action) => void this.act(action),
      wish: (make) => this.wish(make),
      repaint: (sheet) => this.book && this.painter.paintShape(sheet, this.book),
      boxOf: (spot) => this.rules.boxOf(spot),
      focus: () => this.focus(),
      viewChanged: () => this.noteSheets(),
    });
    this.looks = new LooksAndLines({
      cursor: this.cursor,
      reader: this.reader,
      sheet: () => this.sheetWith(this.activeSheet),
      act: (action) => this.act(action),
      hiddenRows: (sheet, area) => this.filters.hiddenRows(sheet, area),
      wish: (make) => this.wish(make),
      changeLines: (action) => this.changeLines(action),
    });
    this.findBar = new FindBar(document.getElementById('sheet-area') as HTMLElement, {
      reader: this.reader,
      sheet: () => this.activeSheet,
      active: () => this.cursor.active,
      select: ({ row, column }) => void this.selectArea(this.activeSheet, { row, column, rows: 1, columns: 1 }),
      act: (action) => this.act(action),
      focus: () => this.focus(),
    });
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
    new ResizeObserver(() => this.fit()).observe(document.getElementById('grid') as HTMLElement);
  }

  /** Shows the book: in place of what is shown, so that nobody who types is disturbed, or opened anew. */
  async open(book: BookSnapshot, anew: boolean): Promise<void> {
    if (this.book !== undefined && !anew) return this.paint([{ kind: 'book', book }], false);
    this.book = book;
    const opened = this.painter.open(book);
    this.watch ??= new PersonWatch(this.univer, {
      reader: this.reader,
      hiddenRows: (sheet, area) => this.filters.hiddenRows(sheet, area),
      send: (action) => this.tell(action),
      deleteRows: (at, count) => this.looks.deleteRows(at, count),
      refuse: (message) => this.takeBack(message),
      renew: () => this.renew(),
    });
    this.noteSheets();
    this.noteSelection();
    await opened;
  }

  /** `own`: what this window did itself. Its rows and columns are already where they belong; values are painted as the host read them. */
  async paint(patches: Patch[], own: boolean): Promise<void> {
    for (const patch of patches) {
      if (this.book === undefined) return;
      // What was done to rows and columns and is not in it comes as a patch of its own, to be painted like any other.
      if (patch.kind === 'book' || patch.kind === 'sheet') this.ownLines = [];
      const lines = 'at' in patch;
      const isElsewhere = patch.kind === 'order' || lines;
      // What the person did to rows and columns is there already.
      const already = own && lines ? this.takeOwn(patch) : undefined;
      if (already === undefined) await this.painter.apply(patch, this.book);
      if (lines && already === undefined && patch.sheet === this.activeSheet && !this.editor.isOpen)
        this.cursor.comeAlong(patch, own);
      this.cursor.stayInside();
      // What was typed meanwhile into a row that went elsewhere stands where the host does not have it, and so do rows that were painted.
      const isMixed = this.unanswered > (own ? 1 : 0) || this.watch?.pending || (!own && this.ownLines.length > 0);
      // Univer has shifted formulas in its own way: the host's are painted when it has caught up.
      if (already === 'univer' || (already === undefined && isElsewhere && isMixed)) this.renew();
      if (patch.kind === 'book') this.book = patch.book;
      if (patch.kind === 'sheet' || patch.kind === 'shape') this.replaceSheet(patch.sheet);
      if (patch.kind !== 'book') this.renewView(patch);
    }
    if (patches.some(({ kind }) => kind === 'book' || kind === 'sheet' || kind === 'shape')) this.noteSheets();
  }

  /** An action of the person, from keys, tabs or menus, after all that was done in the grid before. What was refused is painted back, with the message. */
  async act(action: PersonAction): Promise<void> {
    this.watch?.finish();
    if (action.kind === 'format') this.paintLooks(action);
    await this.settle(action);
  }

  /** An action that depends on what stands in the sheet: made of it once everything before is shown as the host has it. */
  private wish(make: () => PersonAction | undefined): void {
    const settled = this.settled();
    if (settled === undefined) {
      const action = make();
      if (action) void this.act(action);
      return;
    }
    const wanted = settled.then(() => {
      const action = make();
      if (action?.kind === 'format') this.paintLooks(action);
      return action;
    });
    void this.settle(wanted);
  }

  /** Resolves when what was done so far is shown as the host has it; undefined where it is, or where nobody can tell. */
  private settled(): Promise<void> | undefined {
    this.watch?.finish();
    return this.connection.settled()?.then(() => this.renewing);
  }

  /** What Univer has done in the grid already. */
  private async tell(action: PersonAction): Promise<void> {
    if (/^(?:insert|delete)-(?:rows|columns)$/.test(action.kind))
      this.ownLines.push({ patch: JSON.stringify(action), by: 'univer' });
    await this.settle(action);
  }

  /** Sends what is wished, and tells what was refused of it. Gives what it came to. */
  private async settle(wanted: Wanted): Promise<PersonAction | undefined> {
    this.unanswered++;
    try {
      const { refused, history } = await this.connection.act(wanted).finally(() => this.unanswered--);
      if (history !== undefined) this.listener.historyChanged(history);
      const action = await wanted;
      if (action === undefined || refused.length === 0) return action;
      if (refused.some(({ row }) => row < 0) && action.kind !== 'undo' && action.kind !== 'redo') await this.repaint();
      tellRefused(action, refused, {
        correct: (sheet, spot, text, reason) => this.correct(sheet, spot, text, reason),
        select: (sheet, area) => void this.selectArea(sheet, area),
      });
      return action;
    } catch (error) {
      await this.repaint().catch(() => undefined);
      showToast('Not saved', (error as Error).message, 10);
      return undefined;
    }
  }

  /** Looks show at once, as far as one sees: the next key may ask what a cell looks like. */
  private paintLooks({ sheet, area, style, except }: Extract<PersonAction, { kind: 'format' }>): void {
    if (this.book === undefined || area.rows * area.columns > MOST_AT_ONCE) return;
    const cells: [number, number, Cell | null][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      if (except?.includes(row)) continue;
      for (let column = area.column; column < area.column + area.columns; column++)
        cells.push([row, column, styledCell(this.reader.cell(sheet, row, column) ?? undefined, style) ?? null]);
    }
    void this.painter.apply({ kind: 'cells', sheet, cells }, this.book);
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
    return this.cursor.showArea(area);
  }

  /** What a cell shows, with number formats applied. Undefined if there is no such cell. */
  cellText(sheet: string, a1: string): string | undefined {
    const spot = this.spotOf(sheet, a1);
    return spot && this.reader.text(...spot);
  }

  noteText(sheet: string, a1: string): string | undefined {
    const spot = this.spotOf(sheet, a1);
    return spot && this.reader.cell(...spot)?.note;
  }

  /** What is painted into the sheet's cells; undefined if there is no such sheet. */
  cells(sheet: string): SheetSnapshot['cells'] | undefined {
    const worksheet = this.api.getActiveWorkbook()?.getSheetByName(sheet);
    return worksheet ? this.reader.cells(Number(worksheet.getSheetId())) : undefined;
  }

  private spotOf(sheet: string, a1: string): [sheet: number, row: number, column: number] | undefined {
    const address = readAddress(a1);
    const worksheet = this.api.getActiveWorkbook()?.getSheetByName(sheet);
    if (!worksheet || address === undefined) return undefined;
    return [Number(worksheet.getSheetId()), address.area.row, address.area.column];
  }

  /** Pixels; rows count from 1. Undefined if there is no such sheet. */
  rowHeight(sheet: string, row: number): number | undefined {
    return this.api
      .getActiveWorkbook()
      ?.getSheetByName(sheet)
      ?.getRowHeight(row - 1);
  }

  /** The selected area of the sheet that is shown. */
  get selection(): Area | undefined {
    return this.cursor.selection;
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
      await this.clipboard.idle();
      await this.repainting;
      await this.renewing;
    } while (this.watch?.pending);
  }

  /** Takes a step back, or does it again. */
  take(direction: 'undo' | 'redo'): void {
    this.takes++;
    this.takenAt = this.inputs;
    this.act({ kind: direction })
      .then(() => this.connection.settled())
      .finally(() => this.takes--);
  }

  /** Selects what the host tells. Where a step was, nobody is led who has gone on by keys since wishing it. */
  showPlace(sheet: number, area: Area): void {
    if (this.takes > 0 && this.inputs !== this.takenAt) return;
    this.selectArea(sheet, area);
  }

  private get place(): string {
    return JSON.stringify([this.activeSheet, this.selection]);
  }

  /** Sorts the sheet by the active cell's column. */
  sort(ascending: boolean): void {
    this.filters.sort(this.cursor.active.column, ascending);
  }

  /** Opens the filter of a header cell, or the list of any other. */
  openFilterMenu(): void {
    if (!this.filters.openMenu(this.cursor.active)) this.openList(this.cursor.active);
  }

  find(canReplace: boolean): void {
    this.findBar.open(canReplace);
  }

  /** 1 is as large as in Sheets; each window has its own. */
  zoom(ratio: number): void {
    this.painter.zoom(ratio);
    this.fit();
  }

  private fit(): void {
    if (this.book !== undefined) this.painter.fit(this.book);
  }

  /** Whether what is typed goes to the grid. */
  private get hasKeys(): boolean {
    return document.getElementById('grid')?.contains(document.activeElement) === true;
  }

  /** Keys come here before Univer hears of them. */
  private listenToKeys(): void {
    const desk = (): KeyDesk => ({
      cursor: this.cursor,
      openList: () => this.openList(this.cursor.active),
      openMenu: () => this.openFilterMenu(),
      toggleFilter: () => this.filters.toggle(),
      find: (canReplace) => this.find(canReplace),
      edit: () => void this.api.getActiveWorkbook()?.startEditing(),
      toggle: (look) => this.looks.toggle(look),
      enterToday: () => {
        const today = new Intl.DateTimeFormat('sv-SE', { timeZone: this.book?.timeZone }).format(new Date());
        this.act({ kind: 'type', sheet: this.activeSheet, ...this.cursor.active, text: [[today]] });
      },
      take: (direction) => this.take(direction),
    });
    const listen = (event: KeyboardEvent) => {
      if (!this.hasKeys || event.isComposing) return;
      const taken = this.editor.isOpen ? this.editor.pressKey(event) : pressKey(event, desk());
      if (taken === 'not') return;
      event.stopImmediatePropagation();
      if (taken === 'whole') event.preventDefault();
    };
    const count = (event: KeyboardEvent | PointerEvent) => {
      if (!('key' in event) || !MODIFIERS.includes(event.key)) this.inputs++;
    };
    for (const kind of ['keydown', 'pointerdown'] as const) window.addEventListener(kind, count, true);
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

  /** Who has already done what the patch tells; undefined if nobody has. */
  private takeOwn(patch: Patch): 'univer' | 'painter' | undefined {
    const text = JSON.stringify(patch);
    const index = this.ownLines.findIndex((line) => line.patch === text);
    const [...taken] = index === -1 ? [] : this.ownLines.splice(0, index + 1);
    return taken.at(-1)?.by;
  }

  /** Rows and columns come and go at once: what is typed next belongs where one sees it. */
  private changeLines(action: LinesAction): void {
    if (this.book === undefined) return;
    this.watch?.finish();
    const { kind, sheet, at, count } = action;
    const runs = runsWithout(at, count, kind === 'delete-rows' ? action.except : []);
    // As the host does it.
    for (const [from, length] of runs.reverse()) {
      const patch = { kind, sheet, at: from, count: length };
      this.ownLines.push({ patch: JSON.stringify(patch), by: 'painter' });
      void this.painter.apply(patch, this.book);
      this.cursor.comeAlong(patch, true);
    }
    void this.settle(action);
  }

  /** Many entries at once; what was filled is selected, unless the person has gone on meanwhile. */
  private async enter(wanted: Promise<EnterAction | undefined>): Promise<void> {
    this.watch?.finish();
    const before = this.place;
    const action = await this.settle(wanted);
    if (action?.kind === 'enter' && this.place === before) this.selectArea(action.sheet, around(action.cells));
  }

  private correct(sheet: number, spot: Spot, text: string, reason: string): boolean {
    if (this.editor.isOpen || this.watch?.pending) return false;
    this.selectArea(sheet, { row: spot.row, column: spot.column, rows: 1, columns: 1 });
    this.focus();
    this.editor.correct(spot, text, reason);
    return true;
  }

  /** Univer did something the host cannot keep: undone in the view, and said. */
  private takeBack(message: string): void {
    showToast('Not in the workbench', message, 8);
    this.repaint(true).catch((error: Error) => showToast('', error.message, 8));
  }

  /** Univer has shifted formulas and rules in its own way, or not at all: everything is painted as the host has it. It waits for no action, since
   *  actions wait for it; what they bring is told after it. */
  private renew(): void {
    this.isStale = true;
    this.renewing ??= this.renewUntilFresh()
      .catch((error: Error) => showToast('', error.message, 8))
      .finally(() => {
        this.renewing = undefined;
      });
  }

  private async renewUntilFresh(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      await this.connection.refresh(false);
    }
  }

  /** Paints everything as the host has it, in place, or opened anew. */
  private repaint(anew = false): Promise<void> {
    const repainting = this.connection.refresh(anew);
    this.repainting = repainting.catch(() => undefined);
    return repainting;
  }

  /** What stands in the cells is the grid's to know: the book is asked for shapes. */
  private replaceSheet(sheet: SheetShape): void {
    if (this.book === undefined) return;
    const sheets = this.book.sheets.map((each) => (each.id === sheet.id ? { cells: [], ...sheet } : each));
    this.book = { ...this.book, sheets };
  }

  /** A window's own filter looks again where rows came, went or changed places; one that somebody edits stays where it is. */
  private renewView(patch: Exclude<Patch, { kind: 'book' }>): void {
    const sheet = this.sheetWith(typeof patch.sheet === 'number' ? patch.sheet : patch.sheet.id);
    if (!sheet || !this.book || !this.views.has(sheet.id)) return;
    if (patch.kind === 'cells' && patch.cells.every(([row]) => row === patch.cells[0]?.[0])) return;
    this.filters.renew(sheet);
    this.painter.paintShape(sheet, this.book);
  }

  private sheetWith(id: number): SheetShape | undefined {
    return this.book?.sheets.find((sheet) => sheet.id === id);
  }

  private noteSheets(): void {
    if (this.book !== undefined) this.listener.sheetsChanged(this.book, this.activeSheet);
  }

  /** Says anew where the selection is. */
  tellAddress(): void {
    if (this.selection) this.listener.selected(writeAddress(this.selection));
  }

  private noteSelection(): void {
    const area = this.selection;
    if (area === undefined) return;
    this.listener.selected(writeAddress(area));
    clearTimeout(this.summaryTimer);
    this.summaryTimer = setTimeout(() => {
      const isSeveral = area.rows > 1 || area.columns > 1;
      this.listener.summarised(isSeveral ? this.reader.filled(this.activeSheet, area) : [], isSeveral);
    }, SELECT_DELAY);
    // The host wants to know where scripts find the person, but not every step of the way there.
    clearTimeout(this.selectTimer);
    this.selectTimer = setTimeout(() => this.tellSelection(), SELECT_DELAY);
  }
}
