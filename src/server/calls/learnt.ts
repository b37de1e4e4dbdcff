// Calls of patterns and rules.
import * as z from 'zod/mini';
import { ENTRY_KINDS, type EntryKind } from '../../domain/learnt/kinds.ts';
import { kindsThere } from '../../sheet/own-sheets.ts';
import { readRegister } from '../../sheet/register.ts';
import type { RegisterContext } from '../context.ts';
import type { EntryRequest, KnownEntry } from '../learnt/entries.ts';
import type { EntriesPlan, EntriesRequest, EntriesResult } from '../learnt/import.ts';
import { type Answer, answerReading, answerWriting } from './answer.ts';
import { answersSchema } from './question-answers.ts';

declare function require(path: '../learnt/entries.ts'): typeof import('../learnt/entries.ts');
declare function require(path: '../learnt/import.ts'): typeof import('../learnt/import.ts');

const entriesRequestSchema = z.object({
  kind: z.enum(ENTRY_KINDS),
  name: z.string(),
  text: z.string(),
  answers: answersSchema,
});

/** The patterns and rules, and what is wrong with each. */
export function readLearnt(): Answer<{ entries: KnownEntry[] }> {
  return answerReading((context) => ({ entries: learntIn(context) }));
}

function learntIn(context: RegisterContext): KnownEntry[] {
  if (kindsThere(context.spreadsheet).length === 0) return [];
  const { rows } = readRegister(context.experiments, context.settings.optionalFields);
  return require('../learnt/entries.ts').knownEntries(
    context,
    new Set(rows.map(({ experiment }) => experiment.id.trim())),
  );
}

/** Saves a pattern or a rule; hands out its ID and all there are then. */
export function saveEntry(request: EntryRequest): Answer<{ id: string; entries: KnownEntry[] }> {
  return answerWriting((context) => {
    const { saveEntry: save, entryRequestSchema } = require('../learnt/entries.ts');
    const id = save(context, entryRequestSchema.parse(request));
    return { id, entries: learntIn(context) };
  });
}

/** Selects the row of a pattern or a rule, wherever it stands by now. */
export function showEntry(kind: EntryKind, id: string): Answer<object> {
  return answerReading((context) => {
    require('../learnt/entries.ts').showEntry(context, z.enum(ENTRY_KINDS).parse(kind), z.string().parse(id));
    return {};
  });
}

/** Says what bringing a file of patterns or rules in would do. */
export function previewEntries(request: EntriesRequest): Answer<EntriesPlan> {
  return answerReading((context) =>
    require('../learnt/import.ts').planEntries(context, entriesRequestSchema.parse(request)),
  );
}

/** Brings a file of patterns or rules in. */
export function importEntries(request: EntriesRequest): Answer<EntriesResult> {
  return answerWriting((context) =>
    require('../learnt/import.ts').importEntries(context, entriesRequestSchema.parse(request)),
  );
}
