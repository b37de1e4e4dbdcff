// Patterns and rules as books: a Markdown file each in Drive, merged with their sheet as the log is with the register.

import { prefixOf } from '../../domain/experiment/id.ts';
import type { Experiment } from '../../domain/experiment/template.ts';
import type { EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { calledIn, type Entry, entryPrefix, KINDS } from '../../domain/learnt/kinds.ts';
import { exportWords, learntWords } from '../../domain/messages.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  canonicalExperiment,
  entryLabels,
  isExperimentId,
  type LogContents,
  type LogDocument,
  otherLike,
  type Renaming,
  readEntries,
  recognise,
  renameIn,
} from '../../log/index.ts';
import {
  addEntries,
  type EntryRow,
  type EntryTable,
  ensureEntrySheets,
  readEntries as readSheet,
  removeEntries,
  type WantedEntry,
  writeEntries,
} from '../../sheet/entries.ts';
import type { LogSource } from '../../sheet/log-source.ts';
import { entrySheet, entrySource } from '../../sheet/own-sheets.ts';
import { NO_UNDO, type Undo } from '../../sheet/restoring.ts';
import { writeSettings } from '../../sheet/settings.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { BLANK } from '../log/agreed.ts';
import type { Book, HeldBook } from '../log/book.ts';
import { shapeWord } from '../log/own-log.ts';
import { identities } from '../log/sync.ts';
import { nextIds, rememberIds } from '../rows/ids.ts';
import { refuseTooLong } from '../upkeep/limits.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
/** What giving IDs takes. */
type EntryContext = Pick<RegisterContext, 'settings' | 'today'>;

/** A kind's entries with the IDs that they have or are to get. */
export interface HeldEntries {
  table: EntryTable;
  prefix: string;
  /** In the order of the sheet. */
  entries: Entry[];
  /** Rows that have no ID yet, with what they are to be. */
  unnamed: { row: EntryRow; wanted: Entry }[];
}

/** The kind's sheet as it is; undefined where there is none. Throws a UserError for an ID that is none. */
export function lookAtEntries(context: RegisterContext, kind: EntryKind): HeldEntries | undefined {
  const sheet = entrySheet(context.spreadsheet, kind);
  return sheet === null ? undefined : heldIn(context, readSheet(sheet, kind));
}

/** The same, its sheets made first where there are none. */
export function holdEntries(context: RegisterContext, kind: EntryKind): HeldEntries {
  const found = lookAtEntries(context, kind);
  if (found !== undefined) return found;
  ensureEntrySheets(context.spreadsheet, kind, context.settings);
  return lookAtEntries(context, kind) as HeldEntries;
}

function heldIn({ settings, today }: EntryContext, table: EntryTable): HeldEntries {
  const ids = table.rows.map(({ entry }) => entry.id.trim()).filter((id) => id !== '');
  const prefix = prefixOf(ids) || entryPrefix(table.kind, settings.prefix);
  for (const { row, entry } of table.rows) {
    const id = entry.id.trim();
    if (id !== '' && !isExperimentId(id)) throw new UserError('entry-id', id, row, table.sheet.getName());
  }
  const bare = table.rows.filter(({ entry }) => entry.id.trim() === '');
  const given = bare.length === 0 ? [] : nextIds(ids, prefix, bare.length);
  const unnamed = bare.map((row, at) => ({
    row,
    wanted: { ...row.entry, id: given[at] ?? '', date: row.entry.date || today },
  }));
  const wantedOf = new Map(unnamed.map(({ row, wanted }) => [row, wanted]));
  const entries = table.rows.map((row) => canonicalExperiment(wantedOf.get(row) ?? row.entry));
  return { table, prefix, entries, unnamed };
}

/** Writes the IDs that rows without one get; from then on they are known by them. */
export function nameEntries({ table, prefix, unnamed }: HeldEntries, undo: Undo): void {
  writeEntries(
    table,
    unnamed.map(({ row, wanted }) => [row, wanted]),
    undo,
  );
  for (const { row, wanted } of unnamed) row.entry = wanted;
  rememberIds(
    unnamed.map(({ wanted }) => wanted.id),
    prefix,
    undo,
  );
}

/** Gives the rows that a person has just begun their IDs, under the lock; where there are none, nothing is waited for. */
export function nameTyped(context: EntryContext, sheet: Sheet, kind: EntryKind): void {
  const begun = () => {
    const held = heldIn(context, readSheet(sheet, kind));
    return { ...held, unnamed: held.unnamed.filter(({ row }) => row.entry.title !== '') };
  };
  if (begun().unnamed.length > 0) withDocumentLock(() => nameEntries(begun(), NO_UNDO));
}

/** Brings the sheet to these entries: only what differs is written. Counts entries. */
export function bringEntriesIn(held: HeldEntries, after: readonly Entry[], undo: Undo, renamed: Renaming) {
  const { table } = held;
  const rowOf = new Map(identities(renameIn(held.entries, renamed)).map((key, at) => [key, table.rows[at]]));
  const added: Entry[] = [];
  const changed: WantedEntry[] = [];
  for (const [at, key] of identities(after).entries()) {
    const [row, wanted] = [rowOf.get(key), after[at]];
    rowOf.delete(key);
    if (wanted === undefined) continue;
    if (row === undefined) added.push(wanted);
    else {
      const texts = withChanges(row.entry, wanted);
      if (texts !== row.entry) changed.push([row, texts]);
    }
  }
  writeEntries(table, changed, undo);
  addEntries(table, added, undo);
  rememberIds(
    after.map(({ id }) => id),
    held.prefix,
    undo,
  );
  removeEntries(
    table,
    [...rowOf.values()].flatMap((row) => (row === undefined ? [] : [row.entry])),
    undo,
  );
  return { added: added.length, changed: changed.length };
}

/** What a row is to say: what differs only in how the cell writes it stays as it is there. */
function withChanges(entry: Entry, wanted: Entry): Entry {
  const held = canonicalExperiment(entry);
  const texts = Object.entries(wanted).filter(([key, text]) => held[key as keyof Entry] !== text);
  return texts.length === 0 ? entry : { ...entry, ...Object.fromEntries(texts) };
}

/** The name of a kind's file: the one that the log names among the related files. */
export function entryFileName(kind: EntryKind, { relatedFiles }: Settings): string {
  const pattern = new RegExp(`${kind}s?[^/]*\\.(?:md|markdown)$`, 'i');
  const named = relatedFiles
    .find(({ path }) => pattern.test(path))
    ?.path.split('/')
    .pop();
  return named ?? `${KINDS[kind].sheet.toUpperCase()}.md`;
}

/** Reads texts of a kind's file, each as it was read when it was agreed on. */
export function entryReader(kind: EntryKind, { agreed }: Pick<LogSource, 'agreed'>, held: readonly Experiment[]) {
  const read = new Map<string, LogDocument>();
  return (text: string): LogDocument => {
    const known = read.get(text);
    if (known) return known;
    const shape = (agreed.find((one) => one.text === text) ?? agreed[0])?.shape;
    const document = readEntries(text, shape === undefined ? shapeOf(kind) : JSON.parse(shape));
    recognise(document, held);
    read.set(text, document);
    return document;
  };
}

/** What is known of a kind's file before it was read. */
export function shapeOf(kind: EntryKind) {
  return { labels: entryLabels(kind), called: calledIn(kind), isSettled: true };
}

/** The book of a kind. Throws a UserError where it has no sheet. */
export function entryBook(context: RegisterContext, kind: EntryKind): Book {
  const { spreadsheet, settings, today } = context;
  const source = entrySource(spreadsheet, kind);
  if (source === null) throw new UserError('sheet-missing', KINDS[kind].sheet);
  const mark = `${spreadsheet.getId()}:${kind}`;
  const fileName = entryFileName(kind, settings);
  const hold = (): HeldBook => {
    const held = lookAtEntries(context, kind);
    if (held === undefined) throw new UserError('sheet-missing', KINDS[kind].sheet);
    const named = held.unnamed.map(({ wanted: { id, title } }) => ({ id, title }));
    return {
      contents: { ...BLANK, experiments: held.entries },
      findings: () => 0,
      report: named.length === 0 ? [] : [exportWords.willGetIds(named)],
      isUnnamed: named.length > 0,
      keepIds: (undo) => nameEntries(held, undo),
      bringIn: (_, after, undo, renamed) => {
        refuseTooLong(after);
        bringEntriesIn(held, after.experiments, undo, renamed);
      },
    };
  };
  return {
    mark,
    fileName,
    source,
    today,
    prefix: entryPrefix(kind, settings.prefix),
    called: calledIn(kind),
    known: keys.knownExport(mark),
    exported: keys.exportedEntries(kind),
    look: hold,
    read: hold,
    reader: (agreed, { experiments }) => entryReader(kind, agreed, experiments),
    blank: () => learntWords.blank[kind],
    present: (_, contents, document) => (document ? asIn(document, contents.experiments) : contents),
    absent: () => undefined,
    shapeWord,
    isOther: (document, contents) => contents.experiments.length > 0 && isEmpty(document),
    // A merge that ended half-way is found anew by the next one.
    begin: () => undefined,
    tell: () => undefined,
    follow: () => undefined,
    finish: () => nameRelated(context, kind, fileName),
  };
}

/**
 * The entries as a file of theirs says them: all but the entries is the file's alone, and labels that have columns in the sheet stand where, and
 * as, they stand there.
 */
export function asIn({ contents }: LogDocument, entries: readonly Entry[]): LogContents {
  const there = new Map(contents.experiments.map((entry) => [entry.id, entry]));
  const experiments = entries.map((entry) => {
    const other = otherLike(entry.other, there.get(entry.id)?.other ?? '');
    return other === entry.other ? entry : { ...entry, other };
  });
  return { ...contents, experiments };
}

function isEmpty({ contents, outline }: LogDocument): boolean {
  return contents.experiments.length === 0 && outline.headings.length === 0;
}

/** Has the log name the file among the related files. */
function nameRelated(context: RegisterContext, kind: EntryKind, fileName: string): void {
  const { settings, settingsSheet, wishedFields } = context;
  if (settings.relatedFiles.some(({ path }) => path.split('/').pop() === fileName)) return;
  const description = learntWords.file[kind];
  context.settings = { ...settings, relatedFiles: [...settings.relatedFiles, { path: fileName, description }] };
  writeSettings(settingsSheet, { ...context.settings, optionalFields: [...wishedFields] });
}
