// The files of Drive: what is known of them, and their content, in memory or as real files in a folder.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const FOLDER_TYPE = 'application/vnd.google-apps.folder';
/** The ID of the folder that everything is in. */
export const ROOT_ID = 'local-drive-root';

export interface DriveRevision {
  id: string;
  modifiedTime: string;
  md5Checksum: string;
  size: number;
  keepForever: boolean;
}

/** What is known of a file. Times are ISO texts in UTC. */
export interface DriveRecord {
  id: string;
  name: string;
  mimeType: string;
  parents: string[];
  trashed: boolean;
  createdTime: string;
  modifiedTime: string;
  version: number;
  description?: string;
  properties?: Record<string, string>;
  appProperties?: Record<string, string>;
  lastModifyingUser: string;
  owner: string;
  /** The users for whom the app was given this file. */
  grants: string[];
  /** Users who may read it but not change it. */
  readers?: string[];
  /** Oldest first; the last is the head. None for a folder. */
  revisions: DriveRevision[];
  /** Where the real file is, below the drive folder; '' where there is none. */
  place: string;
}

/** Records that are handed out are copies: only `save` changes what is kept. */
export interface DriveBacking {
  all(): DriveRecord[];
  /** The file as it is now, changes by hand included; undefined if there is none, or if its real file is gone. */
  find(id: string): DriveRecord | undefined;
  content(id: string): Uint8Array;
  /** What a revision held that was replaced since; undefined where it is not kept. */
  replacedContent(revisionId: string): Uint8Array | undefined;
  /** Keeps a record, under a new name or folder if need be; content that is given becomes a new revision. */
  save(record: DriveRecord, content?: Uint8Array): DriveRecord;
  remove(id: string): void;
}

/** A new ID as long as Google's. */
export function newFileId(): string {
  return `1${randomBytes(24).toString('base64url')}`;
}

function checksum(content: Uint8Array): string {
  return createHash('md5').update(content).digest('hex');
}

function withRevision(record: DriveRecord, content: Uint8Array, modifiedTime: string): DriveRecord {
  const revision = {
    id: `0B${randomBytes(24).toString('base64url')}`,
    modifiedTime,
    md5Checksum: checksum(content),
    size: content.length,
    keepForever: false,
  };
  return { ...record, modifiedTime, revisions: [...record.revisions, revision] };
}

export class MemoryDrive implements DriveBacking {
  readonly #records = new Map<string, DriveRecord>();
  readonly #contents = new Map<string, Uint8Array>();
  readonly #replaced = new Map<string, Uint8Array>();

  all(): DriveRecord[] {
    return structuredClone([...this.#records.values()]);
  }
  find(id: string): DriveRecord | undefined {
    return structuredClone(this.#records.get(id));
  }
  content(id: string): Uint8Array {
    return this.#contents.get(id) ?? new Uint8Array();
  }
  replacedContent(revisionId: string): Uint8Array | undefined {
    return this.#replaced.get(revisionId);
  }
  save(record: DriveRecord, content?: Uint8Array): DriveRecord {
    const kept = content ? withRevision(record, content, record.modifiedTime) : record;
    const [head] = record.revisions.slice(-1);
    this.#records.set(record.id, structuredClone(kept));
    if (content) {
      if (head !== undefined) this.#replaced.set(head.id, this.content(record.id));
      this.#contents.set(record.id, Uint8Array.from(content));
    }
    return kept;
  }
  remove(id: string): void {
    this.#records.delete(id);
    this.#contents.delete(id);
  }
  /** A drive of its own with the same files and revisions. */
  copy(): MemoryDrive {
    const copy = new MemoryDrive();
    for (const record of this.all()) copy.#records.set(record.id, record);
    for (const [id, content] of this.#contents) copy.#contents.set(id, content);
    for (const [id, content] of this.#replaced) copy.#replaced.set(id, content);
    return copy;
  }
}

const TRASH = '.trash';
const LONGEST_NAME = 150;

/** A name that any file system takes and that leads nowhere else: names of files come from people. */
export function safeFileName(name: string): string {
  let safe = name
    .replace(/[\p{Cc}/\\:*?"<>|]/gu, '_')
    .replace(/^[.\s]+/, '_')
    .replace(/[.\s]+$/, '');
  const dot = safe.lastIndexOf('.');
  const extension = dot > 0 && safe.length - dot <= 10 ? safe.slice(dot) : '';
  let stem = safe.slice(0, safe.length - extension.length);
  while (Buffer.byteLength(stem + extension) > LONGEST_NAME) stem = [...stem].slice(0, -1).join('');
  safe = stem + extension;
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe)) safe = `_${safe}`;
  return safe === '' ? '_' : safe;
}

export class FolderDrive implements DriveBacking {
  readonly #folder: string;
  readonly #records: Map<string, DriveRecord>;
  readonly #keep: (records: DriveRecord[]) => void;

  constructor(folder: string, records: DriveRecord[], keep: (records: DriveRecord[]) => void) {
    this.#folder = folder;
    // A place that leads out of the folder can only be damage.
    const isInside = (record: DriveRecord) =>
      !record.place.split(/[\\/]/).includes('..') && !/^(?:[\\/]|[a-z]:)/i.test(record.place);
    this.#records = new Map(records.filter(isInside).map((record) => [record.id, record]));
    this.#keep = keep;
  }

  all(): DriveRecord[] {
    return [...this.#records.keys()].map((id) => this.find(id)).filter((record) => record !== undefined);
  }

  find(id: string): DriveRecord | undefined {
    const record = this.#records.get(id);
    if (!record) return undefined;
    const file = join(this.#folder, record.place);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return undefined;
    if (record.mimeType === FOLDER_TYPE) return structuredClone(record);
    const content = readFileSync(file);
    if (checksum(content) === record.revisions[record.revisions.length - 1]?.md5Checksum)
      return structuredClone(record);
    // Changed by hand: to the app it is a new revision by someone else.
    const changed = withRevision(record, content, stat.mtime.toISOString());
    changed.version++;
    changed.lastModifyingUser = 'someone-else@example.com';
    this.#records.set(id, changed);
    this.#keepAll();
    return structuredClone(changed);
  }

  content(id: string): Uint8Array {
    const record = this.#records.get(id);
    return record ? readFileSync(join(this.#folder, record.place)) : new Uint8Array();
  }

  /** Real files have no history. */
  replacedContent(): undefined {
    return undefined;
  }

  save(record: DriveRecord, content?: Uint8Array): DriveRecord {
    const kept = structuredClone(content ? withRevision(record, content, record.modifiedTime) : record);
    const old = this.#records.get(record.id)?.place ?? '';
    kept.place = this.#placeFor(kept, old);
    const file = join(this.#folder, kept.place);
    mkdirSync(dirname(file), { recursive: true });
    if (old !== '' && old !== kept.place && existsSync(join(this.#folder, old))) {
      renameSync(join(this.#folder, old), file);
      this.#moveInside(old, kept.place);
    }
    if (kept.mimeType === FOLDER_TYPE) mkdirSync(file, { recursive: true });
    else if (content) {
      const draft = join(this.#folder, `.writing-${kept.id}`);
      writeFileSync(draft, content);
      renameSync(draft, file);
    }
    this.#records.set(kept.id, kept);
    this.#keepAll();
    return structuredClone(kept);
  }

  remove(id: string): void {
    const record = this.#records.get(id);
    if (!record) return;
    rmSync(join(this.#folder, record.place), { recursive: true, force: true });
    for (const [other, { place }] of this.#records) {
      if (place === record.place || place.startsWith(`${record.place}/`)) this.#records.delete(other);
    }
    this.#keepAll();
  }

  #keepAll(): void {
    this.#keep([...this.#records.values()]);
  }

  /** What lies in a folder moves with it. */
  #moveInside(from: string, to: string): void {
    for (const record of this.#records.values()) {
      if (record.place.startsWith(`${from}/`)) record.place = to + record.place.slice(from.length);
    }
  }

  /** The place of a real file: its own name where that is free, or `name (2)`. */
  #placeFor(record: DriveRecord, old: string): string {
    const parent = record.trashed ? TRASH : (this.#records.get(record.parents[0] ?? '')?.place ?? '');
    const name = safeFileName(record.name);
    const folder = parent === '' ? '' : `${parent}/`;
    const real = join(this.#folder, parent);
    const taken = new Set(existsSync(real) ? readdirSync(real).map((entry) => entry.toLowerCase()) : []);
    const isOwn = (candidate: string) => `${folder}${candidate}` === old;
    const dot = name.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    // A file that already has a numbered name of this kind keeps it.
    if (
      old.startsWith(`${folder}${stem}`) &&
      /^(?: \(\d+\))?$/.test(old.slice((folder + stem).length, old.length - extension.length))
    ) {
      if (old.endsWith(extension) && !old.slice(folder.length).includes('/')) return old;
    }
    let candidate = name;
    for (let number = 2; taken.has(candidate.toLowerCase()) && !isOwn(candidate); number++)
      candidate = `${stem} (${number})${extension}`;
    return folder + candidate;
  }
}
