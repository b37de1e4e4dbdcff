// Calls that bring the log in and out, and with it the files of patterns and rules.

import * as z from 'zod/mini';
import { STATUSES } from '../../domain/experiment/status.ts';
import { FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { ENTRY_KINDS, type EntryKind } from '../../domain/learnt/entry-kinds.ts';
import { LINES } from '../../domain/register/log-shape.ts';
import { kindsThere } from '../../sheet/own-sheets.ts';
import type { RegisterContext } from '../context.ts';
import type { MARKDOWN_OF } from '../log/download.ts';
import type { ExportPlan, ExportRequest, ExportResult } from '../log/export.ts';
import type { ImportPlan, ImportResult } from '../log/import.ts';
import { recordOf } from '../record-schema.ts';
import { wholeNumber } from '../rows/row-schema.ts';
import { type Answer, answerHere, answerReading, answerWhole, answerWriting, findRegister, opened } from './answer.ts';
import { answersSchema } from './question-answers.ts';

declare function require(path: '../learnt/book.ts'): typeof import('../learnt/book.ts');
declare function require(path: '../log/book.ts'): typeof import('../log/book.ts');
declare function require(path: '../log/download.ts'): typeof import('../log/download.ts');
declare function require(path: '../log/export.ts'): typeof import('../log/export.ts');
declare function require(path: '../log/import.ts'): typeof import('../log/import.ts');
declare function require(path: '../upkeep/set-up.ts'): typeof import('../upkeep/set-up.ts');

const fieldKeys: readonly string[] = FIELDS.map(({ key }) => key);
const isFieldOrNone = (word: unknown): word is FieldKey | '' => word === '' || fieldKeys.includes(String(word));
/** What a person said of a log's shape in the preview of an import. */
const shapeSchema = z.optional(
  z.object({
    labels: z.optional(recordOf(z.custom<FieldKey | ''>(isFieldOrNone))),
    statuses: z.optional(recordOf(z.enum([...STATUSES, '']))),
    sections: z.optional(recordOf(z.enum([...STATUSES, 'candidates', '']))),
    dayFirst: z.optional(z.boolean()),
    level: z.optional(wholeNumber(1, LINES)),
    isPointed: z.optional(z.boolean()),
    list: z.optional(z.string()),
  }),
);

const importRequestSchema = z.object({
  name: z.string(),
  text: z.string(),
  answers: answersSchema,
  shape: shapeSchema,
  /** Only what there is to point to is asked for. */
  isPointing: z.optional(z.boolean()),
});
/** A log's file name, empty for pasted text, its whole text, and answers to what an earlier try asked. */
export type ImportRequest = z.infer<typeof importRequestSchema>;

const exportRequestSchema = z.object({
  /** In place of the log. */
  of: z.optional(z.enum(ENTRY_KINDS)),
  answers: answersSchema,
  file: z.optional(z.enum(['new', 'restored'])),
  fileText: z.optional(z.string()),
});

export type BookRequest = ExportRequest & { of?: EntryKind | undefined };

/** What an import would do. */
export function previewImport(request: ImportRequest): Answer<ImportPlan> {
  return answerHere((spreadsheet) => {
    const { name, text, shape, isPointing } = importRequestSchema.parse(request);
    const { logToImport, planImport, planPointing } = require('../log/import.ts');
    if (isPointing) return planPointing(text);
    const read = logToImport(text, shape);
    return planImport(findRegister(spreadsheet), name, read);
  });
}

/** Sets the register up if need be and brings the log in. */
export function importLog(request: ImportRequest): Answer<ImportResult> {
  return answerWhole((spreadsheet) => {
    const { importText, logToImport } = require('../log/import.ts');
    const { name, text, answers, shape } = importRequestSchema.parse(request);
    const read = logToImport(text, shape);
    const there = findRegister(spreadsheet, opened);
    // What is no log makes no register.
    if (there === undefined) read(undefined, []);
    const context = there ?? require('../upkeep/set-up.ts').setUpRegister(spreadsheet);
    if (there === undefined) spreadsheet.setActiveSheet(context.experiments);
    return { context, result: importText(context, name, read, answers) };
  });
}

/** Looks at the register and says what an export would do. */
export function previewExport(request: BookRequest = {}): Answer<ExportPlan & { kinds: EntryKind[] }> {
  return answerReading((context) => {
    const { of, ...wanted } = exportRequestSchema.parse(request);
    const plan = require('../log/export.ts').planExport(bookOf(context, of), wanted);
    return { ...plan, kinds: kindsThere(context.spreadsheet) };
  });
}

/** Writes the log to Drive, or the patterns, or the rules. */
export function exportLog(request: BookRequest = {}): Answer<ExportResult> {
  return answerWhole((spreadsheet) => {
    const context = opened(spreadsheet);
    const { of, ...wanted } = exportRequestSchema.parse(request);
    return { context, result: require('../log/export.ts').exportToDrive(bookOf(context, of), wanted) };
  });
}

function bookOf(context: RegisterContext, of: EntryKind | undefined) {
  return of === undefined
    ? require('../log/book.ts').logBook(context)
    : require('../learnt/book.ts').entryBook(context, of);
}

/** The text that an export would write; needs no Drive. Rows without an ID get theirs, so it holds the lock. */
export function readLogText(): Answer<{ name: string; text: string }> {
  return answerWriting((context) => require('../log/download.ts').logText(context));
}

/** The Markdown of the selected experiments, or of those with a status. Rows without an ID get theirs, so it holds the lock. */
export function readMarkdown(what: (typeof MARKDOWN_OF)[number]): Answer<{ text: string; experiments: number }> {
  return answerWriting((context) => {
    const { MARKDOWN_OF, markdownOf } = require('../log/download.ts');
    return markdownOf(context, z.enum(MARKDOWN_OF).parse(what));
  });
}
