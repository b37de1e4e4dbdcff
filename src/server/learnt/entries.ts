// Patterns and rules as the sidebar works with them: listed, written down when an experiment is closed, changed, brought in from a file.

import * as z from 'zod/mini';
import { CELL_LIMIT } from '../../domain/experiment/form.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { ENTRY_KINDS, type EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { entryFindings } from '../../domain/learnt/findings.ts';
import { type Entry, KINDS } from '../../domain/learnt/kinds.ts';
import { withEvidence } from '../../domain/learnt/links.ts';
import {
  isWithoutOrigin,
  iterationsOf,
  type LearntEntry,
  learntEntryOf,
  type Used,
  unkeptIn,
  usedOf,
} from '../../domain/portfolio/learnt.ts';
import { type PortfolioRow, type Told, toldOf } from '../../domain/portfolio/portfolio.ts';
import { UserError } from '../../domain/user-error.ts';
import { addEntries, writeEntries } from '../../sheet/entries.ts';
import { kindsThere } from '../../sheet/own-sheets.ts';
import { NO_UNDO, type Undo } from '../../sheet/restoring.ts';
import type { RegisterContext } from '../context.ts';
import { experimentSchema } from '../rows/experiment-schema.ts';
import { takeIds } from '../rows/ids.ts';
import type { Learnt } from '../rows/learnt-schema.ts';
import { type HeldEntries, holdEntries, lookAtEntries, nameEntries } from './book.ts';

/** An entry in its sheet. */
interface PlacedEntry {
  kind: EntryKind;
  /** The row of its sheet, from 1. */
  row: number;
  entry: Entry;
}

/** An entry as a page shows it. */
export interface KnownEntry extends PlacedEntry {
  /** What is wrong with it, a sentence each. */
  findings: string[];
  /** How many experiments it names, or name it. */
  uses: number;
  /** Of a rule: nothing is left of what it comes from. */
  isOrphan: boolean;
}

/** An experiment, as far as it is to be named and gone to. */
interface NamedExperiment extends Pick<Experiment, 'id' | 'title' | 'layer' | 'entity'> {
  /** The row of the Experiments sheet, from 1. */
  row: number;
  /** The day it was closed. */
  date: string;
}

/** What was learnt, and what became of it. */
export interface LearntOverview {
  entries: KnownEntry[];
  /** Adopted, and neither pattern nor rule tells of it. */
  unkept: NamedExperiment[];
  /** Experiments that go on from one another, the most often iterated first, each with what was decided of the last. */
  iterations: { iterated: NamedExperiment[]; first: NamedExperiment; last: NamedExperiment; decision: string }[];
}

/** All patterns and rules there are. */
export function entriesThere(context: RegisterContext): PlacedEntry[] {
  return kindsThere(context.spreadsheet).flatMap((kind) => {
    const { table, entries = [] } = lookAtEntries(context, kind) ?? {};
    return entries.map((entry, at) => ({ kind, row: table?.rows[at]?.row ?? 0, entry }));
  });
}

/** The same, with what is wrong with them and what became of the experiments of the register. Nothing is written. */
export function learntOf(context: RegisterContext, rows: readonly PortfolioRow[]): LearntOverview {
  const told = rows.map(toldOf);
  const experiments = new Set(rows.map(({ experiment }) => experiment.id.trim()));
  const placed = entriesThere(context);
  const facts = placed.map(({ kind, entry }) => learntEntryOf(kind, entry));
  const used = usedOf(facts, told);
  const usedAs = new Map(used.map((each) => [each.entry, each]));
  const findings = ENTRY_KINDS.flatMap((kind) => {
    const entries = placed.filter((each) => each.kind === kind).map(({ entry }) => entry);
    return entryFindings(kind, entries, experiments, context.settings);
  });
  return {
    entries: placed.map((each, at) => {
      const use = usedAs.get(facts[at] as LearntEntry) as Used<Told>;
      return { ...each, findings: findings[at] ?? [], uses: use.facts.length, isOrphan: isWithoutOrigin(use) };
    }),
    unkept: unkeptIn(told, used).map(named),
    iterations: iterationsOf(told).map(({ first, last, iterated }) => {
      return { iterated: iterated.map(named), first: named(first), last: named(last), decision: last.decision ?? '' };
    }),
  };
}

function named({ row, experiment: { id, title, layer, entity }, closed }: Told): NamedExperiment {
  return { row, id, title, layer, entity, date: closed };
}

/**
 * Writes down what was learnt from the experiment with this ID; hands out the entry's ID. Sent once more, it finds what it wrote. Throws a
 * UserError where the entry is gone, or has no title.
 */
export function writeLearnt(
  context: RegisterContext,
  { kind, entry, evidenceOf }: Learnt,
  experiment: string,
  undo: Undo,
): string {
  const held = holdEntries(context, kind);
  nameEntries(held, undo);
  if (evidenceOf !== undefined) {
    const row = held.table.rows.find((each) => each.entry.id.trim() === evidenceOf);
    if (row === undefined) throw new UserError('entry-gone', evidenceOf);
    writeEntries(held.table, [[row, withEvidence(kind, row.entry, experiment)]], undo);
    return evidenceOf;
  }
  const wanted = withEvidence(kind, entryOf(kind, entry), experiment);
  const same = held.table.rows.find(
    (each) => each.entry.title === wanted.title && each.entry[KINDS[kind].source] === wanted[KINDS[kind].source],
  );
  if (same === undefined) return added(held, wanted, undo);
  writeEntries(held.table, [[same, { ...wanted, id: same.entry.id, date: same.entry.date }]], undo);
  return same.entry.id;
}

function added({ table, prefix, entries }: HeldEntries, wanted: Entry, undo: Undo): string {
  const [id = ''] = takeIds(
    entries.map((each) => each.id),
    prefix,
    1,
  );
  addEntries(table, [{ ...wanted, id }], undo);
  return id;
}

/** The fields that a kind has; throws a UserError for an entry without a title, or with a text that no cell holds. */
function entryOf(kind: EntryKind, given: Experiment | undefined): Entry {
  if (given === undefined || given.title.trim() === '') throw new UserError('entry-untitled');
  const own = new Set(KINDS[kind].fields.map(({ key }) => key));
  const texts = FIELDS.map(({ key }) => [key, own.has(key) ? given[key] : ''] as const);
  for (const [key, text] of texts) {
    const label = KINDS[kind].fields.find((field) => field.key === key)?.label ?? key;
    if (text.length > CELL_LIMIT) throw new UserError('cell-overfull', label, text.length);
  }
  return Object.fromEntries(texts) as Entry;
}

export const entryRequestSchema = z.object({
  kind: z.enum(ENTRY_KINDS),
  entry: experimentSchema,
  /** As it was when it was opened; absent for a new one. */
  opened: z.optional(experimentSchema),
});
export type EntryRequest = z.infer<typeof entryRequestSchema>;

/**
 * Saves an entry: a new one, or what was changed of one; what others changed meanwhile stays where this form left it alone. Sent once more, it
 * is found. Throws a UserError where it is gone, or somebody changed the same field.
 */
export function saveEntry(context: RegisterContext, { kind, entry, opened }: EntryRequest): string {
  const held = holdEntries(context, kind);
  nameEntries(held, NO_UNDO);
  const wanted = entryOf(kind, entry);
  if (opened === undefined) {
    const same = held.table.rows.find((each) =>
      FIELDS.every(({ key }) => key === 'id' || each.entry[key] === wanted[key]),
    );
    return same?.entry.id ?? added(held, wanted, NO_UNDO);
  }
  const row = held.table.rows.find((each) => each.entry.id.trim() === opened.id.trim());
  if (row === undefined) throw new UserError('entry-gone', opened.id);
  const changed = FIELDS.filter(({ key }) => key !== 'id' && wanted[key] !== opened[key]);
  const isTheirs = changed.some(({ key }) => ![opened[key], wanted[key]].includes(row.entry[key]));
  if (isTheirs) throw new UserError('entry-changed', row.entry.id);
  const texts = Object.fromEntries(changed.map(({ key }) => [key, wanted[key]]));
  writeEntries(held.table, [[row, { ...row.entry, ...texts }]]);
  return row.entry.id;
}
