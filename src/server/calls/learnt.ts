// Calls of patterns and rules.

import * as z from 'zod/mini';
import { ENTRY_KINDS, type EntryKind } from '../../domain/learnt/entry-kinds.ts';
import type { RegisterContext } from '../context.ts';
import { heardRegister } from '../dashboard.ts';
import type { EntryRequest, LearntOverview } from '../learnt/entries.ts';
import type { EntriesPlan, EntriesRequest, EntriesResult } from '../learnt/import.ts';
import { type Answer, answerReading, answerWriting } from './answer.ts';
import { answersSchema } from './question-answers.ts';
import { showKnown } from './rows.ts';

declare function require(path: '../learnt/entries.ts'): typeof import('../learnt/entries.ts');
declare function require(path: '../learnt/import.ts'): typeof import('../learnt/import.ts');

const entriesRequestSchema = z.object({
  kind: z.enum(ENTRY_KINDS),
  name: z.string(),
  text: z.string(),
  answers: answersSchema,
});

/** The patterns and rules, what is wrong with each, and what became of what was learnt. */
export function readLearnt(): Answer<LearntOverview> {
  return answerReading(learntIn);
}

function learntIn(context: RegisterContext): LearntOverview {
  return require('../learnt/entries.ts').learntOf(context, heardRegister(context).rows);
}

/** Saves a pattern or a rule; hands out its ID and all there are then. */
export function saveEntry(request: EntryRequest): Answer<LearntOverview & { id: string }> {
  return answerWriting((context) => {
    const { saveEntry: save, entryRequestSchema } = require('../learnt/entries.ts');
    const id = save(context, entryRequestSchema.parse(request));
    return { id, ...learntIn(context) };
  });
}

/** Selects the row of a pattern or a rule, wherever it stands by now. */
export function showEntry(kind: EntryKind, id: string): Answer<object> {
  return showKnown({ kind, id, row: 0, title: '' });
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
