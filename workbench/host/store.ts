// What survives a restart: the book, the properties, the files of Drive. In memory, or in a folder.

import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookSnapshot, Patch } from '../protocol.ts';
import { type DriveBacking, type DriveRecord, FolderDrive, MemoryDrive } from './drive-store.ts';
import { replay } from './model/replay.ts';

/** By store (`document`, `script`, `user:NAME`), then by key. */
export type StoredProperties = Record<string, Record<string, string>>;

export interface HostStore {
  loadBook(): BookSnapshot | undefined;
  /** `patches`: all that has changed since the last time, where the caller knows. */
  saveBook(book: BookSnapshot, patches?: readonly Patch[]): void;
  loadProperties(): StoredProperties;
  saveProperties(properties: StoredProperties): void;
  readonly drive: DriveBacking;
}

/** Keeps everything in memory. */
export function memoryStore(drive = new MemoryDrive()): HostStore {
  let book: BookSnapshot | undefined;
  let properties = '{}';
  return {
    // A snapshot is never changed: the model replaces what changes, and shares the rest with it.
    loadBook: () => book,
    saveBook: (next) => {
      book = next;
    },
    loadProperties: () => JSON.parse(properties) as StoredProperties,
    saveProperties: (next) => {
      properties = JSON.stringify(next);
    },
    drive,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSheet(value: unknown): boolean {
  if (!isObject(value)) return false;
  const lists = ['hiddenRows', 'hiddenColumns', 'cells', 'validations', 'conditionalFormats', 'protections'];
  const numbers = ['id', 'rows', 'columns', 'frozenRows', 'frozenColumns'];
  return (
    typeof value.name === 'string' &&
    lists.every((key) => Array.isArray(value[key])) &&
    numbers.every((key) => typeof value[key] === 'number') &&
    isObject(value.columnWidths) &&
    isObject(value.rowHeights)
  );
}

function isBook(value: unknown): value is BookSnapshot {
  if (!isObject(value)) return false;
  const texts = ['name', 'locale', 'timeZone'].every((key) => typeof value[key] === 'string');
  return texts && typeof value.activeSheet === 'number' && Array.isArray(value.sheets) && value.sheets.every(isSheet);
}

function isProperties(value: unknown): value is StoredProperties {
  const isStore = (store: unknown) => isObject(store) && Object.values(store).every((text) => typeof text === 'string');
  return isObject(value) && Object.values(value).every(isStore);
}

function isDriveIndex(value: unknown): value is DriveRecord[] {
  const isRecord = (record: unknown) =>
    isObject(record) &&
    ['id', 'name', 'mimeType', 'place'].every((key) => typeof record[key] === 'string') &&
    Array.isArray(record.parents);
  return Array.isArray(value) && value.every(isRecord);
}

/** Writes a file whole or not at all: a crash leaves the old one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.writing`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/** A book of more bytes is not written anew for every change: what changed is added to a file beside it. */
const LARGE = 1_000_000;

/**
 * A book in book.json, and what has changed since in book-changes.jsonl: its first line names the book.json that it follows, so that
 * one of another book counts for nothing, and a last line that a crash cut off was never said to be saved.
 */
class BookFile {
  readonly #file: string;
  readonly #changes: string;
  /** Of the book.json that is there, and of the changes that follow it. */
  #written = { bytes: 0, mark: '', changed: 0 };

  constructor(folder: string) {
    this.#file = join(folder, 'book.json');
    this.#changes = join(folder, 'book-changes.jsonl');
  }

  /** The book with its changes. */
  follow(book: BookSnapshot): BookSnapshot {
    const text = readFileSync(this.#file);
    this.#written = { bytes: text.length, mark: markOf(text), changed: 0 };
    if (!existsSync(this.#changes)) return book;
    const changes = readFileSync(this.#changes, 'utf8');
    const [first = '', ...lines] = changes.split('\n');
    if (first !== this.#written.mark) return book;
    this.#written.changed = changes.length;
    // What is added behind a line that was cut off would be lost: the next change has the book written anew.
    if (lines.at(-1) !== '') this.#written.mark = '';
    const whole = lines.slice(0, -1).map((line): { activeSheet: number; patches: Patch[] } => JSON.parse(line));
    const changed = replay(
      book,
      whole.flatMap(({ patches }) => patches),
    );
    return { ...changed, activeSheet: whole.at(-1)?.activeSheet ?? book.activeSheet };
  }

  save(book: BookSnapshot, patches: readonly Patch[] | undefined): void {
    const { bytes, mark, changed } = this.#written;
    if (patches !== undefined && mark !== '' && bytes > LARGE) {
      const line = `${JSON.stringify({ activeSheet: book.activeSheet, patches })}\n`;
      if (changed + line.length < bytes) {
        // Where that fails, half a line may stand there.
        this.#written.mark = '';
        if (changed === 0) writeWhole(this.#changes, `${mark}\n`);
        appendFileSync(this.#changes, line);
        this.#written = { bytes, mark, changed: changed + line.length };
        return;
      }
    }
    const text = Buffer.from(JSON.stringify(book));
    writeWhole(this.#file, text);
    rmSync(this.#changes, { force: true });
    this.#written = { bytes: text.length, mark: text.length > LARGE ? markOf(text) : '', changed: 0 };
  }
}

function markOf(text: Buffer): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Keeps everything in a folder: book.json with book-changes.jsonl, properties.json, drive.json (IDs, revisions) and the files themselves in drive/.
 *  A damaged file is renamed `*.damaged-<time>` and named in `problems`, one sentence each. */
export function folderStore(folder: string): HostStore & { readonly problems: string[] } {
  const problems: string[] = [];
  const driveFolder = join(folder, 'drive');
  mkdirSync(driveFolder, { recursive: true });
  const read = <T>(name: string, isSound: (value: unknown) => value is T): T | undefined => {
    const file = join(folder, name);
    if (!existsSync(file)) return undefined;
    try {
      const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (isSound(value)) return value;
    } catch {
      // Set aside below, as any other damage.
    }
    setAside(name);
    return undefined;
  };
  const setAside = (name: string, what = 'it') => {
    const aside = `${name}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    renameSync(join(folder, name), join(folder, aside));
    problems.push(`The saved ${name} was damaged: it is kept as ${aside}, and the workbench starts without ${what}.`);
  };
  const save = (name: string, value: unknown) => writeWhole(join(folder, name), JSON.stringify(value));
  const bookFile = new BookFile(folder);
  const readBook = (): BookSnapshot | undefined => {
    const saved = read('book.json', isBook);
    if (saved === undefined) return undefined;
    try {
      return bookFile.follow(saved);
    } catch {
      setAside('book-changes.jsonl', 'the last changes');
      return saved;
    }
  };
  // Read at once, so that damage is known before anything is served.
  let book = readBook();
  let properties = read('properties.json', isProperties) ?? {};
  const index = read('drive.json', isDriveIndex) ?? [];
  return {
    problems,
    loadBook: () => {
      const loaded = book ?? readBook();
      book = undefined;
      return loaded;
    },
    saveBook: (next, patches) => {
      book = undefined;
      bookFile.save(next, patches);
    },
    loadProperties: () => structuredClone(properties),
    saveProperties: (next) => {
      properties = structuredClone(next);
      save('properties.json', next);
    },
    drive: new FolderDrive(driveFolder, index, (records) => save('drive.json', records)),
  };
}
