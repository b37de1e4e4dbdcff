// The workbench page: menus, grid, tabs, pages of the add-on, questions and messages.
import type { BookSnapshot, Menu, MenuItem, SheetSnapshot, WindowEvent } from '../protocol.ts';
import { BookTitle } from './bars/book-title.ts';
import { openCsv } from './bars/csv-tab.ts';
import { fileMenu } from './bars/file-menu.ts';
import { drawMenuBar, type Entry, listenToMenuBar } from './bars/menu-bar.ts';
import { sheetMenus, sheetTools } from './bars/sheet-menus.ts';
import { drawTabs } from './bars/sheet-tabs.ts';
import { showSummary } from './bars/status-bar.ts';
import { drawToolbar, enableTool, pressTool } from './bars/toolbar.ts';
import { showWelcome } from './bars/welcome.ts';
import { Connection, WINDOW } from './connection.ts';
import { Frames } from './frames/frames.ts';
import { ask, setFocusHome, showToast } from './frames/layers.ts';
import { Grid } from './grid/grid.ts';
import { listenToAreas, showKeys } from './page-areas.ts';
import './page.css';
import './bars/bars.css';
import './frames/layers.css';

declare global {
  interface Window {
    /** For tests and the curious: reads what is shown, moves the selection, changes nothing. */
    workbench: {
      /** Resolves when the book is painted for the first time. */
      ready: Promise<void>;
      /** Resolves when everything done so far has been judged by the host and painted. */
      idle: () => Promise<void>;
      cellText: (sheetName: string, a1: string) => string | undefined;
      noteText: (sheetName: string, a1: string) => string | undefined;
      /** What is painted into the sheet's cells; undefined if there is no such sheet. */
      cells: (sheetName: string) => SheetSnapshot['cells'] | undefined;
      /** False if there is no such cell. */
      selectCell: (sheetName: string, a1: string) => boolean;
      /** Pixels; rows count from 1. */
      rowHeight: (sheetName: string, row: number) => number | undefined;
    };
  }
}

const BUTTONS = { ok: 'OK', cancel: 'Cancel', yes: 'Yes', no: 'No' };

const menuBar = document.getElementById('menu-bar') as HTMLElement;
const toolbar = document.getElementById('toolbar') as HTMLElement;
const nameBox = document.getElementById('name-box') as HTMLInputElement;
const status = document.getElementById('status') as HTMLElement;
const viewBar = document.getElementById('view-bar') as HTMLElement;
const questions = new Map<number, () => void>();
let becomeReady: () => void = () => undefined;
const ready = new Promise<void>((resolve) => {
  becomeReady = resolve;
});

let shown: BookSnapshot | undefined;
const connection = new Connection(hear, (message) => {
  status.textContent = message ?? '';
});
const grid = new Grid(connection, {
  sheetsChanged(book, active) {
    shown = book;
    title.show(book.name);
    pressTool(toolbar, 'Filter', book.sheets.find(({ id }) => id === active)?.filter !== undefined);
    viewBar.hidden = !grid.filters.isView;
    drawTabs(book, active, { show: (sheet) => grid.show(sheet), act: (action) => grid.act(action) });
  },
  selected(address) {
    if (document.activeElement !== nameBox) nameBox.value = address;
  },
  summarised(cells, isSeveral) {
    showSummary(document.getElementById('summary') as HTMLElement, cells, isSeveral);
  },
  historyChanged({ undo, redo }) {
    enableTool(toolbar, 'Undo', undo);
    enableTool(toolbar, 'Redo', redo);
  },
});
const title = new BookTitle(
  document.getElementById('book-name') as HTMLInputElement,
  (name) => grid.act({ kind: 'rename-book', name }),
  () => grid.focus(),
);
const frames = new Frames(
  connection,
  () => grid.focus(),
  (isBack) => leaveArea(isBack),
  () => grid.tellSelection(),
);

window.workbench = {
  ready,
  idle: () => grid.idle(),
  cellText: (sheetName, a1) => grid.named.text(sheetName, a1),
  noteText: (sheetName, a1) => grid.named.note(sheetName, a1),
  cells: (sheetName) => grid.named.cells(sheetName),
  rowHeight: (sheetName, row) => grid.named.rowHeight(sheetName, row),
  selectCell: (sheetName, a1) => grid.select(`'${sheetName.replaceAll("'", "''")}'!${a1}`),
};

listenToMenuBar(menuBar);
drawToolbar(toolbar, sheetTools(grid));
for (const tool of ['Undo', 'Redo']) enableTool(toolbar, tool, false);
const leaveArea = listenToAreas(() => grid.focus());
setFocusHome(() => grid.focus());
nameBox.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (grid.select(nameBox.value)) {
    grid.focus();
    grid.tellAddress();
  } else showToast('', `There is no cell ${nameBox.value}: type a cell such as B2 or Sheet!B2.`, 6);
});
nameBox.addEventListener('focus', () => nameBox.select());
nameBox.addEventListener('keydown', (event) => {
  // Keys in the name box are not the grid's.
  event.stopPropagation();
  if (event.key === 'Escape') grid.focus();
});
viewBar.querySelector('button')?.addEventListener('click', () => {
  grid.filters.toggleView();
  grid.focus();
});
showWelcome(document.getElementById('sheet-area') as HTMLElement, document.body.dataset.folder ?? '', () =>
  grid.focus(),
);
connection.open();

async function hear(event: WindowEvent): Promise<void> {
  switch (event.kind) {
    case 'hello':
      drawMenus(event.menus);
      await grid.open(event.book, event.anew === true);
      becomeReady();
      break;
    case 'patches':
      await grid.paint(event.patches, event.origin === WINDOW);
      break;
    case 'menus':
      drawMenus(event.menus);
      break;
    case 'toast':
      showToast(event.title, event.message, event.seconds);
      break;
    case 'page':
      frames.show(event);
      break;
    case 'page-closed':
      frames.closed(event.frame);
      break;
    case 'active':
      grid.showPlace(event.sheet, event.area);
      break;
    case 'failed':
      showToast(`${event.functionName} failed`, event.message, 0);
      break;
    case 'alert':
      question(event);
      break;
    case 'alert-closed':
      questions.get(event.id)?.();
      questions.delete(event.id);
      break;
  }
}

/** A script waits for this answer. Another window may answer first. */
function question({ id, alert }: Extract<WindowEvent, { kind: 'alert' }>): void {
  if (questions.has(id)) return;
  const buttons = Object.fromEntries(alert.buttons.map((button) => [button, BUTTONS[button]]));
  const { answer, withdraw } = ask(alert.title, alert.message, buttons);
  questions.set(id, withdraw);
  answer.then((chosen) => {
    if (!questions.delete(id)) return;
    connection
      .answer(id, chosen as 'ok' | 'cancel' | 'yes' | 'no' | 'close')
      .catch((error: Error) => showToast('', error.message, 8));
  });
}

function drawMenus(menus: Menu[]): void {
  drawMenuBar(menuBar, [
    fileMenu(
      connection,
      menus,
      choose,
      () => document.getElementById('book-name')?.focus(),
      () =>
        openCsv({
          book: () => shown,
          act: (action) => grid.act(action).then(() => grid.idle()),
          focus: () => grid.focus(),
        }),
    ),
    ...sheetMenus(grid, showKeys),
    ...menus.map((menu) => ({ label: menu.title, entries: menu.items.map(toEntry) })),
  ]);
}

function toEntry(item: MenuItem): Entry {
  if (item.kind === 'separator') return 'separator';
  if (item.kind === 'menu') return { label: item.menu.title, entries: item.menu.items.map(toEntry) };
  return { label: item.label, run: () => choose(item.functionName) };
}

/** A failure is told by the host's own event. */
async function choose(functionName: string): Promise<void> {
  menuBar.ariaBusy = 'true';
  status.textContent = 'Running script…';
  try {
    grid.tellSelection();
    await connection.choose(functionName);
  } catch (error) {
    showToast('', (error as Error).message, 0);
  }
  menuBar.ariaBusy = 'false';
  status.textContent = '';
}
