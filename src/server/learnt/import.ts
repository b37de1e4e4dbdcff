// A file of patterns or rules comes in: its entries become rows, its text what both agree on.

import { prefixOf } from '../../domain/experiment/id.ts';
import type { EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { calledIn, type Entry, entryPrefix, KINDS } from '../../domain/learnt/kinds.ts';
import type { Finding } from '../../domain/register/finding.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  countUnnamed,
  type LogDocument,
  nameUnnamed,
  readEntries,
  refusalOfText,
  signsOfCut,
} from '../../log/index.ts';
import { ensureEntrySheets } from '../../sheet/entries.ts';
import { type LogSource, readLogSource } from '../../sheet/log-source.ts';
import { entrySource } from '../../sheet/own-sheets.ts';
import type { RegisterContext } from '../context.ts';
import { agreeOn, partyOfImport } from '../log/agreed.ts';
import { shapeWord } from '../log/own-log.ts';
import { type Answers, type ChangeLine, changeLines, mergeAnswered, type Question } from '../log/questions.ts';
import { lastGiven } from '../log/sync.ts';
import { allOrNothing } from '../log/undo.ts';
import { nextIds } from '../rows/ids.ts';
import { refuseTooLong } from '../upkeep/limits.ts';
import {
  asIn,
  bringEntriesIn,
  entryReader,
  type HeldEntries,
  holdEntries,
  lookAtEntries,
  nameEntries,
  shapeOf,
} from './book.ts';

/** A file that is brought in, `name` empty for pasted text. */
export interface EntriesRequest {
  kind: EntryKind;
  name: string;
  text: string;
  answers?: Answers | undefined;
}

/** What it would do. */
export interface EntriesPlan {
  incoming: ChangeLine[];
  /** How many entries of the file are in the sheet as they are. */
  unchanged: number;
  questions: Question[];
  findings: Finding[];
  /** What was understood: how many entries, and the first three. */
  entries: number;
  first: { id: string; title: string; fields: { label: string; text: string }[] }[];
}

export type EntriesResult =
  | { is: 'asking'; questions: Question[] }
  /** Counted in entries. */
  | { is: 'done'; added: number; changed: number; unchanged: number };

/** What bringing a file in would do; nothing is written. Throws a UserError for a text that has no entries. */
export function planEntries(context: RegisterContext, request: EntriesRequest): EntriesPlan {
  const { kind } = request;
  const draft = draftEntries(context, request, lookAtEntries(context, kind));
  const { log, before, after, questions } = draft;
  const incoming = changeLines(before, after, calledIn(kind));
  const touched = new Set(incoming.map(({ id }) => id));
  return {
    incoming,
    unchanged: log.contents.experiments.filter(({ id }) => !touched.has(id)).length,
    questions,
    findings: log.findings,
    entries: log.contents.experiments.length,
    first: log.contents.experiments.slice(0, 3).map((entry) => glimpseOf(kind, entry)),
  };
}

function glimpseOf(kind: EntryKind, entry: Entry): EntriesPlan['first'][number] {
  const fields = KINDS[kind].fields.filter(({ key }) => key !== 'id' && key !== 'title' && entry[key] !== '');
  return {
    id: entry.id,
    title: entry.title,
    fields: fields.map(({ key, label }) => ({ label, text: entry[key].slice(0, 200) })),
  };
}

/** Brings a file in; questions that `answers` leaves open come back with nothing changed. */
export function importEntries(context: RegisterContext, request: EntriesRequest): EntriesResult {
  const { kind, name, text } = request;
  const first = draftEntries(context, request, lookAtEntries(context, kind));
  if (first.questions.length > 0) return { is: 'asking', questions: first.questions };
  ensureEntrySheets(context.spreadsheet, kind, context.settings);
  const held = holdEntries(context, kind);
  const draft = draftEntries(context, request, held);
  const counts = allOrNothing((undo) => {
    nameEntries(held, undo);
    const counted = bringEntriesIn(held, draft.after.experiments, undo, draft.renamed);
    SpreadsheetApp.flush();
    const source = entrySource(context.spreadsheet, kind);
    if (source === null) throw new UserError('sheet-missing', KINDS[kind].sheet);
    agreeOn({ source }, readLogSource(source), {
      text,
      party: partyOfImport(name),
      absent: undefined,
      after: draft.after,
      before: draft.base,
      shape: shapeWord(draft.log),
    });
    return counted;
  });
  const unchanged = draft.log.contents.experiments.length - counts.added - counts.changed;
  return { is: 'done', ...counts, unchanged };
}

const NOTHING: Pick<LogSource, 'agreed'> = { agreed: [] };

function draftEntries(context: RegisterContext, request: EntriesRequest, held: HeldEntries | undefined) {
  const { kind, name, text, answers } = request;
  const sheet = entrySource(context.spreadsheet, kind);
  const source = sheet === null ? NOTHING : readLogSource(sheet);
  const entries = held?.entries ?? [];
  const log = readFile(context, kind, text, source, entries);
  const agreed = source.agreed.find(({ party }) => party === partyOfImport(name)) ?? source.agreed[0];
  const base = agreed && entryReader(kind, source, entries)(agreed.text).contents;
  const before = asIn(log, entries);
  const merged = mergeAnswered(
    {
      // What nothing was agreed on about comes beside what is there.
      base: { ...log.contents, experiments: base?.experiments ?? [] },
      file: log,
      register: before,
      asksBeforeLoss: signsOfCut(log, undefined).length > 0,
      lastGiven: lastGiven({ prefix: prefixIn(context, kind, log, held) }),
    },
    answers,
  );
  const { contents: after, questions, renamed } = merged;
  refuseTooLong(after);
  return { log, base, before, after, questions, renamed };
}

function readFile(
  context: RegisterContext,
  kind: EntryKind,
  text: string,
  source: Pick<LogSource, 'agreed'>,
  held: readonly Entry[],
): LogDocument {
  const unreadable = refusalOfText(text);
  if (unreadable !== undefined) throw new UserError('log-refused', unreadable);
  const known = source.agreed.some((one) => one.text === text);
  const log = known ? entryReader(kind, source, held)(text) : readEntries(text, shapeOf(kind));
  if (log.contents.experiments.length === 0) throw new UserError('entries-none', KINDS[kind].sheet.toLowerCase());
  const count = countUnnamed(log);
  if (count > 0) {
    const ids = held.map(({ id }) => id);
    nameUnnamed(log, nextIds(ids, prefixOf(ids) || entryPrefix(kind, context.settings.prefix), count));
  }
  return log;
}

function prefixIn({ settings }: RegisterContext, kind: EntryKind, log: LogDocument, held: HeldEntries | undefined) {
  return prefixOf(log.contents.experiments.map(({ id }) => id)) || (held?.prefix ?? entryPrefix(kind, settings.prefix));
}
