// All that was ever tried or thought of, in brief, so that the page can find what is like it without asking again.

import * as z from 'zod/mini';
import { isEmptyText } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import type { EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { KINDS as LEARNT } from '../../domain/learnt/kinds.ts';
import { UserError } from '../../domain/user-error.ts';
import { readEntries } from '../../sheet/entries.ts';
import { entrySheet } from '../../sheet/own-sheets.ts';
import { readRegister } from '../../sheet/register.ts';
import type { RegisterContext } from '../context.ts';
import { openCandidates } from './candidates.ts';
import { rowSchema } from './row-schema.ts';

/** Characters that are handed out of a title, and of each text: 10,000 entries stay some megabytes. */
const TITLE = 160;
const TEXT = 200;

/** One of them as the sheet says it; what its sheet has no word for is `''`. */
interface Entry {
  id: string;
  /** The row of its sheet, from 1. */
  row: number;
  title: string;
  texts: readonly string[];
  status: string;
  decision: string;
}

interface Source {
  /** The sheet that they stand in. */
  sheet: GoogleAppsScript.Spreadsheet.Sheet;
  entries: Entry[];
}

/** The kinds there are: a line each. Undefined where the register has none of them. */
const KINDS = {
  experiment: ({ experiments, settings }: RegisterContext): Source => ({
    sheet: experiments,
    entries: readRegister(experiments, settings.optionalFields).rows.map(({ row, experiment }) => {
      const { id, title, hypothesis, expectedResult, actualResult, learning, status, decision } = experiment;
      return { id, row, title, texts: [hypothesis, expectedResult, actualResult, learning], status, decision };
    }),
  }),
  candidate: (context: RegisterContext): Source => ({
    sheet: context.candidates,
    entries: openCandidates(context).map(({ row, idea, question }) => {
      return { id: '', row, title: idea, texts: [question], status: '', decision: '' };
    }),
  }),
  pattern: (context: RegisterContext) => learnt(context, 'pattern'),
  rule: (context: RegisterContext) => learnt(context, 'rule'),
} satisfies Record<string, (context: RegisterContext) => Source | undefined>;

function learnt(context: RegisterContext, kind: EntryKind): Source | undefined {
  const sheet = entrySheet(context.spreadsheet, kind);
  if (sheet === null) return undefined;
  const told = LEARNT[kind].fields.filter(({ key, kind: how }) => how === 'block' && key !== 'other');
  const entries = readEntries(sheet, kind).rows.map(({ row, entry }) => {
    const { id, title, status } = entry;
    return { id, row, title, texts: told.map(({ key }) => entry[key]), status, decision: '' };
  });
  return { sheet, entries };
}

type KnownKind = keyof typeof KINDS;
const kinds = Object.keys(KINDS) as [KnownKind, ...KnownKind[]];

export interface KnownEntry extends Omit<Entry, 'texts'> {
  kind: KnownKind;
  /** Its texts, each cut. */
  text: string;
}

/** All of them, with the fingerprint of what they say; or that they say what they said under this one. */
export type Known = { isSame: true } | { isSame: false; entries: KnownEntry[]; seal: string };

export function knownSince(context: RegisterContext, seal: string): Known {
  const entries = kinds.flatMap((kind) => entriesOf(context, kind));
  const now = fingerprint(JSON.stringify(entries));
  return now === seal ? { isSame: true } : { isSame: false, entries, seal: now };
}

function entriesOf(context: RegisterContext, kind: KnownKind): KnownEntry[] {
  return inBrief(kind, KINDS[kind](context)?.entries ?? []);
}

function inBrief(kind: KnownKind, entries: readonly Entry[]): KnownEntry[] {
  return entries.map(({ title, texts, decision, ...entry }) => {
    const said = texts.filter((text) => !isEmptyText(text)).map((text) => text.slice(0, TEXT));
    const decided = isEmptyText(decision) ? '' : decision;
    return { kind, ...entry, title: title.slice(0, TITLE), text: said.join('\n'), decision: decided };
  });
}

export const knownNameSchema = z.object({ kind: z.enum(kinds), id: z.string(), row: rowSchema, title: z.string() });
/** Names one of them: what it is called, and its row where several are called so, else 0. */
export type KnownName = z.infer<typeof knownNameSchema>;

/** Selects its row, wherever that has moved to. Throws a UserError where one named without a row is gone. */
export function showKnown(context: RegisterContext, { kind, id, row, title }: KnownName): void {
  const { sheet, entries = [] } = KINDS[kind](context) ?? {};
  const named = inBrief(kind, entries).filter((entry) =>
    id === '' ? entry.title === title : entry.id.trim() === id.trim(),
  );
  const found = (named.find((entry) => entry.row === row) ?? named[0])?.row ?? row;
  if (found === 0) throw new UserError('entry-gone', id);
  if (sheet && found <= sheet.getMaxRows()) sheet.getRange(found, 1, 1, sheet.getLastColumn()).activate();
}
