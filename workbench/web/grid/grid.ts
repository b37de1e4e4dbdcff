// The grid: Univer painted from the host's book, and the person's edits on their way to the host.
import { ICommandService, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import { around } from '../../host/model/area.ts';
import type { Area, BookSnapshot, Cell, Patch, PersonAction, SheetShape } from '../../protocol.ts';
import type { Connection } from '../connection.ts';
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
import { LooksAndLines } from './looks-and-lines.ts';
import { NamedCells } from './named-cells.ts';
import { Painter } from './painter.ts';
import { PersonActions } from './person/person-actions.ts';
import { PersonWatch } from './person/person-watch.ts';
import { tellRefused } from './person/refusals.ts';
import { Whereabouts } from './person/whereabouts.ts';
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

export class Grid {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly painter: Painter;
  private readonly cursor: Cursor;
  private readonly rules: CellRules;
  private readonly editor: CellEditor;
  private readonly reader: SheetReader;
  readonly named: NamedCells;
  readonly clipboard: Clipboard;
  private readonly views = new FilterViews();
  readonly filters: Filters;
  readonly looks: LooksAndLines;
  private readonly findBar: FindBar;
  /** There once a book is open. */
  private watch: PersonWatch | undefined;
  /** The sheets as the host last told them; their cells may be older than what is painted. */
  private book: BookSnapshot | undefined;
  private readonly actions: PersonActions;
  private readonly whereabouts: Whereabouts;

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
    this.named = new NamedCells(api, this.reader);
    this.whereabouts = new Whereabouts(connection, {
      cursor: this.cursor,
      reader: this.reader,
      sheet: () => this.activeSheet,
      select: (sheet, area) => void this.selectArea(sheet, area),
      selected: listener.selected,
      summarised: listener.summarised,
    });
    this.actions = new PersonActions(connection, {
      painter: this.painter,
      reader: this.reader,
      cursor: this.cursor,
      book: () => this.book,
      finish: () => this.watch?.finish(),
      refused: (action, refused) =>
        tellRefused(action, refused, {
          correct: (sheet, spot, text, reason) => this.correct(sheet, spot, text, reason),
          select: (sheet, area) => void this.selectArea(sheet, area),
        }),
      historyChanged: listener.historyChanged,
    });
    this.clipboard = new Clipboard(univer, {
      reader: this.reader,
      selection: () => {
        const area = this.selection;
        return area && { sheet: this.activeSheet, area };
      },
      hiddenRows: (sheet, area) => this.filters.hiddenRows(sheet, area),
      hasKeys: () => this.hasKeys && !this.editor.isOpen,
      enter: (action) => void this.enter(action),
      settled: () => this.actions.settled(),
      say: (message) => showToast('', message, 8),
    });
    this.rules = new CellRules(
      univer,
      api,
      () => this.book,
      (sheet, a1) => this.named.text(sheet, a1),
    );
    this.filters = new Filters(this.views, {
      reader: this.reader,
      sheet: () => this.sheetWith(this.activeSheet),
      sheetWith: (id) => this.sheetWith(id),
      act: (action) => void this.act(action),
      wish: (make) => this.actions.wish(make),
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
      wish: (make) => this.actions.wish(make),
      changeLines: (action) => this.actions.changeLines(action),
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
        if (command.id === 'sheet.operation.set-selections') this.whereabouts.note();
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
      send: (action) => void this.actions.tell(action),
      deleteRows: (at, count) => this.looks.deleteRows(at, count),
      refuse: (message) => this.takeBack(message),
      renew: () => this.actions.renew(),
    });
    this.noteSheets();
    this.whereabouts.note();
    await opened;
  }

  /** `own`: what this window did itself. Its rows and columns are already where they belong; values are painted as the host read them. */
  async paint(patches: Patch[], own: boolean): Promise<void> {
    for (const patch of patches) {
      if (this.book === undefined) return;
      // What was done to rows and columns and is not in it comes as a patch of its own, to be painted like any other.
      if (patch.kind === 'book' || patch.kind === 'sheet') this.actions.forgetLines();
      const lines = 'at' in patch;
      const isElsewhere = patch.kind === 'order' || lines;
      // What the person did to rows and columns is there already.
      const already = own && lines ? this.actions.takeOwn(patch) : undefined;
      if (already === undefined) await this.painter.apply(patch, this.book);
      if (lines && already === undefined && patch.sheet === this.activeSheet && !this.editor.isOpen)
        this.cursor.comeAlong(patch, own);
      this.cursor.stayInside();
      // What was typed meanwhile into a row that went elsewhere stands where the host does not have it, and so do rows that were painted.
      const isMixed = this.actions.isMixed(own) || this.watch?.pending;
      // Univer has shifted formulas in its own way: the host's are painted when it has caught up.
      if (already === 'univer' || (already === undefined && isElsewhere && isMixed)) this.actions.renew();
      if (patch.kind === 'book') this.book = patch.book;
      if (patch.kind === 'sheet' || patch.kind === 'shape') this.replaceSheet(patch.sheet);
      if (patch.kind !== 'book') this.renewView(patch);
    }
    if (patches.some(({ kind }) => kind === 'book' || kind === 'sheet' || kind === 'shape')) this.noteSheets();
  }

  /** An action of the person, from keys, tabs or menus. */
  act(action: PersonAction): Promise<void> {
    return this.actions.act(action);
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

  /** The selected area of the sheet that is shown. */
  get selection(): Area | undefined {
    return this.cursor.selection;
  }

  get activeSheet(): number {
    return Number(this.api.getActiveWorkbook()?.getActiveSheet()?.getSheetId());
  }

  /** Tells the host at once what is selected, if it does not know yet: a script is about to ask. */
  tellSelection(): void {
    this.whereabouts.tell();
  }

  /** Selects what the host tells, unless the person has gone on. */
  showPlace(sheet: number, area: Area): void {
    this.whereabouts.show(sheet, area);
  }

  /** Says anew where the selection is. */
  tellAddress(): void {
    this.whereabouts.tellAddress();
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
      await this.actions.idle();
    } while (this.watch?.pending);
  }

  /** Takes a step back, or does it again. */
  take(direction: 'undo' | 'redo'): void {
    this.whereabouts.led(this.act({ kind: direction }));
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
      current: this.named.text(name, place) ?? '',
      choose: (value) => this.act({ kind: 'type', sheet, ...spot, text: [[value]] }),
      closed: () => this.focus(),
    });
    return true;
  }

  /** Many entries at once; what was filled is selected, unless the person has gone on meanwhile. */
  private async enter(wanted: Promise<EnterAction | undefined>): Promise<void> {
    this.watch?.finish();
    const before = this.whereabouts.place;
    const action = await this.actions.settle(wanted);
    if (action?.kind === 'enter' && this.whereabouts.place === before)
      this.selectArea(action.sheet, around(action.cells));
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
    this.actions.repaint(true).catch((error: Error) => showToast('', error.message, 8));
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
}
