// A spreadsheet with the built add-on in it, and what tests ask of it most.
import { resolve } from 'node:path';
import { MemoryDrive } from '../../workbench/host/drive-store.ts';
import { Host } from '../../workbench/host/host.ts';
import { type HostStore, memoryStore } from '../../workbench/host/store.ts';
import { switchesFrom } from '../../workbench/host/switches.ts';
import type { BookSnapshot, Cell, HostEvent, SheetSnapshot } from '../../workbench/protocol.ts';
import { COMMON_FIELDS } from '../common-fields.ts';

/** The day on the tests' clock. */
export const TODAY = '2026-03-02';

/** Whether the host lets the register's columns have its rules: those of a Google Table have their own. */
export const HAS_RULES = switchesFrom(process.env.KAIZEN_HOST).tables !== 'made';

/** The headers of what the register works out and keeps: no text of people's stands below them. */
export const DERIVED = ['Started', 'Closed', 'Due', 'Timing', 'Findings', 'Kept by Kaizen Log'];

/** The headers in the order of an experiment's template, whatever the order of the sheet's columns; what the register works out comes last. */
const TYPED = [...COMMON_FIELDS.map(({ label }): string => label).filter((label) => label !== 'Started'), ...DERIVED];

/** A store with the same book, properties and files as another, which it leaves alone. */
export function copyOfStore(store: HostStore): HostStore {
  if (!(store.drive instanceof MemoryDrive)) throw new Error('Only a store in memory can be copied.');
  const copy = memoryStore(store.drive.copy());
  const book = store.loadBook();
  if (book !== undefined) copy.saveBook(book);
  copy.saveProperties(store.loadProperties());
  return copy;
}

/** The workbook in a copy of a store, for what is tried over and over. */
export function copied(store: HostStore, isOpened = true): Workbook {
  return new Workbook(copyOfStore(store), TODAY, undefined, undefined, isOpened);
}

/** What a page gets from a public function. */
export interface Reply {
  ok: boolean;
  [key: string]: unknown;
}

function emptyBook(): BookSnapshot {
  return new Host({ dist: resolve('dist'), store: memoryStore() }).snapshot();
}

/** Mid-morning in the manifest's time zone, in milliseconds. */
function morningOf(day: string): number {
  return Date.parse(`${day}T02:30:00Z`);
}

export class Workbook {
  /**
   * Whether loaded scripts serve the next execution too, which halves the time that the short run takes. The long one loads them for each
   * execution, as Google does, and as the workbench does that the browser's tests start.
   */
  static keepsScripts = process.env.KAIZEN_LONG === undefined;
  readonly host: Host;
  readonly store: HostStore;
  /** What the host has told, but for changed cells: tests read those from the snapshot, and all of them would add up to gigabytes. */
  readonly events: HostEvent[] = [];
  /** What the script has logged. */
  readonly printed: string[] = [];

  /**
   * `today`: the day on the clock, or what tells it; `timeZone`: the spreadsheet's, where it is not the script's; `isOpened`: whether a
   * person opens it, which runs the trigger that makes the menus.
   */
  constructor(
    store: HostStore = memoryStore(),
    today: string | (() => string) = TODAY,
    timeZone?: string,
    dist = resolve('dist'),
    isOpened = true,
  ) {
    this.store = store;
    const morning = typeof today === 'string' ? morningOf(today) : 0;
    if (timeZone !== undefined) store.saveBook({ ...emptyBook(), timeZone });
    this.host = new Host({
      dist,
      store,
      keepsScripts: Workbook.keepsScripts,
      now: typeof today === 'string' ? () => morning : () => morningOf(today()),
      ...switchesFrom(process.env.KAIZEN_HOST),
      listen: (event) => event.kind !== 'patches' && this.events.push(event),
      print: (level, text) => this.printed.push(`${level}: ${text}`),
    });
    if (isOpened) this.host.open();
  }

  /** A spreadsheet in which the register is set up and empty. Setting up is done once for all that a test file asks for. */
  static setUp(dist = resolve('dist')): Workbook {
    const make = () => {
      const workbook = new Workbook(memoryStore(), TODAY, undefined, dist);
      workbook.host.choose('setUp');
      return workbook;
    };
    return Workbook.once(`set up by ${dist}`, make, dist);
  }

  /** A copy of what `make` made of a spreadsheet, which is done once for all that a test file asks for under this name. */
  static once(name: string, make: () => Workbook, dist = resolve('dist')): Workbook {
    const store = Workbook.#made.get(name) ?? make().store;
    Workbook.#made.set(name, store);
    return new Workbook(copyOfStore(store), TODAY, undefined, dist);
  }
  static readonly #made = new Map<string, HostStore>();

  /** Leaves 40 rows of each sheet, so that what is repeated hundreds of times copies no thousands of blank cells. */
  shorten(): this {
    for (const { id, rows } of this.host.snapshot().sheets) {
      if (rows > 40) this.host.act({ kind: 'delete-rows', sheet: id, at: 40, count: rows - 40 });
    }
    return this;
  }

  sheet(name: string): SheetSnapshot {
    const sheet = this.host.snapshot().sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  }

  sheetNames(): string[] {
    return this.host.snapshot().sheets.map((sheet) => sheet.name);
  }

  /** The sheet's values, empty cells as `''`, as far as anything stands. */
  values(name: string): (string | number | boolean)[][] {
    const { cells } = this.sheet(name);
    const filled = cells.filter(([, , cell]) => cell.value !== undefined && cell.value !== '');
    const rows = filled.reduce((most, [row]) => Math.max(most, row + 1), 0);
    const columns = filled.reduce((most, [, column]) => Math.max(most, column + 1), 0);
    const values = Array.from({ length: rows }, () => Array<string | number | boolean>(columns).fill(''));
    for (const [row, column, cell] of filled) {
      const line = values[row];
      if (line !== undefined) line[column] = cell.value ?? '';
    }
    return values;
  }

  /** The column, from 0, of a header of the Experiments sheet. */
  column(header: string): number {
    for (const [row, column, { value }] of this.sheet('Experiments').cells) {
      // Cells come row by row.
      if (row > 0) break;
      if (value === header) return column;
    }
    throw new Error(`There is no column ${header}.`);
  }

  /** A cell of the Experiments sheet; rows count from 1. */
  cell(row: number, header: string): Cell | undefined {
    const column = this.column(header);
    return this.sheet('Experiments').cells.find(([at, where]) => at === row - 1 && where === column)?.[2];
  }

  /** The row, from 1, of an experiment. */
  rowOf(id: string): number {
    const column = this.column('ID');
    const row = this.values('Experiments').findIndex((values) => values[column] === id) + 1;
    if (row === 0) throw new Error(`There is no experiment ${id}.`);
    return row;
  }

  /**
   * Types text as a person does, one block; hands out the messages of what was refused. Each text of a row goes to the next column in the
   * order of `TYPED`, from `header` on; what stands between them in the sheet is emptied.
   */
  type(row: number, header: string, ...text: string[][]): string[] {
    const { id } = this.sheet('Experiments');
    const most = Math.max(...text.map((texts) => texts.length));
    const from = TYPED.indexOf(header);
    const columns =
      from < 0 || most === 1 ? [this.column(header)] : TYPED.slice(from, from + most).map((name) => this.column(name));
    const first = Math.min(...columns);
    const width = Math.max(...columns) - first + 1;
    const block = text.map((texts) => {
      const cells = Array<string>(width).fill('');
      for (const [at, column] of columns.entries()) cells[column - first] = texts[at] ?? '';
      return cells;
    });
    const { refused } = this.host.act({ kind: 'type', sheet: id, row: row - 1, column: first, text: block });
    return refused.map(({ message }) => message);
  }

  /** Writes a setting as a person does. */
  set(label: string, text: string): void {
    const row = this.values('Settings').findIndex(([each]) => each === label);
    if (row < 0) throw new Error(`There is no setting ${label}.`);
    this.host.act({ kind: 'type', sheet: this.sheet('Settings').id, row, column: 1, text: [[text]] });
  }

  /** Calls a public function as a page does, without what is undefined. */
  ask(functionName: string, ...args: unknown[]): Reply {
    const result = this.host.call(functionName, JSON.parse(JSON.stringify(args)));
    if (!result.ok) throw new Error(result.message);
    return result.value as Reply;
  }

  /** The texts of the Markdown files in Drive, by name. */
  driveTexts(): Record<string, string> {
    const { drive } = this.store;
    return Object.fromEntries(
      this.#logFiles().map(({ id, name }) => [name, Buffer.from(drive.content(id)).toString('utf8')]),
    );
  }

  /** Changes the one Markdown file in Drive as somebody else does. */
  editDriveText(change: (text: string) => string): void {
    const [file] = this.#logFiles();
    if (file === undefined) throw new Error('There is no Markdown file in Drive.');
    const text = Buffer.from(this.store.drive.content(file.id)).toString('utf8');
    this.store.drive.save(file, Buffer.from(change(text)));
  }

  #logFiles() {
    return this.store.drive.all().filter(({ mimeType }) => mimeType === 'text/markdown');
  }
}
