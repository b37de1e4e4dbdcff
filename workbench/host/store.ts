// What survives a restart: the book, the properties, the files of Drive. In memory, or in a folder.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookSnapshot } from '../protocol.ts';
import { type DriveBacking, type DriveRecord, FolderDrive, MemoryDrive } from './drive-store.ts';

/** By store (`document`, `script`, `user:NAME`), then by key. */
export type StoredProperties = Record<string, Record<string, string>>;

export interface HostStore {
  loadBook(): BookSnapshot | undefined;
  saveBook(book: BookSnapshot): void;
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

/** Keeps everything in a folder: book.json, properties.json, drive.json (IDs, revisions) and the files themselves in drive/.
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
    const aside = `${name}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    renameSync(file, join(folder, aside));
    problems.push(`The saved ${name} was damaged: it is kept as ${aside}, and the workbench starts without it.`);
    return undefined;
  };
  const save = (name: string, value: unknown) => writeWhole(join(folder, name), JSON.stringify(value));
  // Read at once, so that damage is known before anything is served.
  let book = read('book.json', isBook);
  let properties = read('properties.json', isProperties) ?? {};
  const index = read('drive.json', isDriveIndex) ?? [];
  return {
    problems,
    loadBook: () => {
      const loaded = book ?? read('book.json', isBook);
      book = undefined;
      return loaded;
    },
    saveBook: (next) => {
      book = undefined;
      save('book.json', next);
    },
    loadProperties: () => structuredClone(properties),
    saveProperties: (next) => {
      properties = structuredClone(next);
      save('properties.json', next);
    },
    drive: new FolderDrive(driveFolder, index, (records) => save('drive.json', records)),
  };
}
