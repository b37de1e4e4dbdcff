// The edge between pages and the register: whatever goes wrong behind it becomes an answer that a page can show.
import * as z from 'zod/mini';
import type { Experiment } from '../domain/experiment/template.ts';
import type { KeptReview } from '../domain/portfolio/review.ts';
import { registerNamesSchema } from '../domain/register/names-form.ts';
import type { RegisterNames } from '../domain/register/settings.ts';
import { UserError } from '../domain/user-error.ts';
import { canonicalExperiment, newExperimentText, type Rendered, renderMarkdown } from '../log/index.ts';
import type { CandidateRow } from '../sheet/candidates.ts';
import { isSetUp, openRegister, type RegisterContext, today } from './context.ts';
import { keepReview, type Portfolio, portfolioOf, type ReviewRequest, reviewRequestSchema } from './dashboard.ts';
import { withDocumentLock } from './lock.ts';
import { logText, MARKDOWN_OF, markdownOf } from './log/download.ts';
import { type ExportPlan, type ExportRequest, type ExportResult, exportToDrive, planExport } from './log/export.ts';
import { type ImportPlan, type ImportResult, importText, planImport, readableLog } from './log/import.ts';
import { type CandidateChange, candidateChangeSchema, changeCandidates, listCandidates } from './rows/candidates.ts';
import {
  experimentSchema,
  type OpenedExperiment,
  type Overview,
  openExperiment,
  openSelected,
  overviewOf,
  type RowName,
  rowNameSchema,
  type SaveRequest,
  type SaveResult,
  saveExperiment,
  saveRequestSchema,
} from './rows/forms.ts';
import { checkRegister, fixFinding, type RowFinding } from './upkeep/check.ts';
import { type SelfCheck, selfCheck } from './upkeep/self-check.ts';
import { isNew, setUpRegister, setUpUnder } from './upkeep/set-up.ts';

/** Something did not work; the message is one sentence for the person. */
export interface Failed {
  ok: false;
  message: string;
}

export type Answer<Result> = ({ ok: true } & Result) | Failed;

const sideSchema = z.enum(['file', 'register']);
const answersSchema = z.optional(
  z.record(z.string(), z.object({ seal: z.string(), choice: z.union([sideSchema, z.object({ text: z.string() })]) })),
);

const importRequestSchema = z.object({ name: z.string(), text: z.string(), answers: answersSchema });
/** A log's file name, empty for pasted text, its whole text, and answers to what an earlier try asked. */
export type ImportRequest = z.infer<typeof importRequestSchema>;

const exportRequestSchema = z.object({
  answers: answersSchema,
  file: z.optional(z.enum(['new', 'restored'])),
  fileText: z.optional(z.string()),
});

const fixRequestSchema = z.object({ code: z.string(), row: z.int() });
/** A finding's code and its row, from 1. */
export type FixRequest = z.infer<typeof fixRequestSchema>;

/** What a check found, and how many rows it looked at. */
export interface CheckResult {
  rows: number;
  findings: RowFinding[];
}

/** Checks the whole register. */
export function checkLog(): Answer<CheckResult> {
  return answer(() => checked(openRegister(SpreadsheetApp.getActiveSpreadsheet())));
}

/** Carries out a safe fix and checks again. */
export function fixLog(request: FixRequest): Answer<CheckResult> {
  return answer(() => {
    const { code, row } = fixRequestSchema.parse(request);
    const context = openRegister(SpreadsheetApp.getActiveSpreadsheet());
    fixFinding(context, code, row);
    return checked(context);
  });
}

function checked(context: RegisterContext): CheckResult {
  const { register, findings } = checkRegister(context);
  return { rows: register.rows.length, findings };
}

/** Selects a row of the register, as a click on it would. */
export function showRow(row: number): Answer<object> {
  return answer(() => {
    const { experiments } = openRegister(SpreadsheetApp.getActiveSpreadsheet());
    const number = z.int().check(z.positive()).parse(row);
    if (number <= experiments.getMaxRows()) experiments.getRange(number, 1, 1, experiments.getLastColumn()).activate();
    return {};
  });
}

/** A register as the sidebar opens with it, or that there is none yet; `today` is yyyy-mm-dd. */
export type Opening = ({ isNew: false } & Overview) | { isNew: true; today: string };

/** What the sidebar opens with. */
export function readOverview(): Answer<Opening> {
  return answer(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    // One question of the names of the sheets; the rest is asked where one is missing.
    if (!isSetUp(spreadsheet) && isNew(spreadsheet)) return { isNew: true, today: today(spreadsheet) };
    return opening(openRegister(spreadsheet));
  });
}

/** Sets a new register up under the names that a person gave it. */
export function saveSetUp(names: RegisterNames): Answer<Opening> {
  return answer(() => opening(setUpUnder(SpreadsheetApp.getActiveSpreadsheet(), registerNamesSchema.parse(names))));
}

function opening(context: RegisterContext): Opening {
  return { isNew: false, ...overviewOf(context) };
}

/** One experiment, to be filled in. */
export function readExperiment(name: RowName): Answer<OpenedExperiment> {
  return answer(() => openExperiment(openRegister(SpreadsheetApp.getActiveSpreadsheet()), rowNameSchema.parse(name)));
}

/** The experiment in the selected row. */
export function readSelected(): Answer<OpenedExperiment> {
  return answer(() => openSelected(openRegister(SpreadsheetApp.getActiveSpreadsheet())));
}

/** An experiment as the log would show it: its Markdown, and the same rendered. */
export function previewExperiment(experiment: Experiment): Answer<{ markdown: string; rendered: Rendered }> {
  return answer(() => {
    const wanted = canonicalExperiment(experimentSchema.parse(experiment));
    const markdown = newExperimentText({ ...wanted, id: wanted.id || 'NEW' });
    return { markdown, rendered: renderMarkdown(markdown) };
  });
}

/** Writes what a form holds, or says what keeps it from being written. */
export function saveForm(request: SaveRequest): Answer<SaveResult> {
  return answer(() =>
    saveExperiment(openRegister(SpreadsheetApp.getActiveSpreadsheet()), saveRequestSchema.parse(request)),
  );
}

/** The open candidates, top to bottom. */
export function readCandidates(): Answer<{ candidates: CandidateRow[] }> {
  return answer(() => ({ candidates: listCandidates(openRegister(SpreadsheetApp.getActiveSpreadsheet())) }));
}

/** Carries out a change of the candidates; hands out the list as it is then. */
export function changeCandidate(request: CandidateChange): Answer<{ candidates: CandidateRow[] }> {
  return answer(() => {
    const change = candidateChangeSchema.parse(request);
    return { candidates: changeCandidates(openRegister(SpreadsheetApp.getActiveSpreadsheet()), change) };
  });
}

/** What the dashboard opens with. */
export function readPortfolio(): Answer<Portfolio> {
  return answer(() => portfolioOf(openRegister(SpreadsheetApp.getActiveSpreadsheet())));
}

/** Remembers for this person that a review was held today. */
export function saveReview(request: ReviewRequest): Answer<{ review: KeptReview }> {
  return answer(() => ({
    review: keepReview(SpreadsheetApp.getActiveSpreadsheet(), reviewRequestSchema.parse(request)),
  }));
}

/** What an import would do; changes nothing. */
export function previewImport(request: ImportRequest): Answer<ImportPlan> {
  return answer(() => {
    const log = readableLog(importRequestSchema.parse(request).text);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    return planImport(isSetUp(spreadsheet) ? openRegister(spreadsheet) : undefined, log);
  });
}

/** Sets the register up if need be and brings the log in. */
export function importLog(request: ImportRequest): Answer<ImportResult> {
  return answer(() => {
    const { name, text, answers } = importRequestSchema.parse(request);
    const log = readableLog(text);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    if (isSetUp(spreadsheet)) return importText(openRegister(spreadsheet), name, log, answers);
    const context = setUpRegister(spreadsheet);
    spreadsheet.setActiveSheet(context.experiments);
    return importText(context, name, log, answers);
  });
}

/** Checks the register and says what an export would do. */
export function previewExport(request: ExportRequest = {}): Answer<ExportPlan> {
  return answer(() =>
    planExport(openRegister(SpreadsheetApp.getActiveSpreadsheet()), exportRequestSchema.parse(request)),
  );
}

/** Writes the log to Drive. */
export function exportLog(request: ExportRequest = {}): Answer<ExportResult> {
  return answer(() =>
    exportToDrive(openRegister(SpreadsheetApp.getActiveSpreadsheet()), exportRequestSchema.parse(request)),
  );
}

/** The text that an export would write; needs no Drive. */
export function readLogText(): Answer<{ name: string; text: string }> {
  return answer(() => logText(openRegister(SpreadsheetApp.getActiveSpreadsheet())));
}

/** The Markdown of the selected experiments, or of those with a status. */
export function readMarkdown(what: (typeof MARKDOWN_OF)[number]): Answer<{ text: string; experiments: number }> {
  return answer(() => markdownOf(openRegister(SpreadsheetApp.getActiveSpreadsheet()), z.enum(MARKDOWN_OF).parse(what)));
}

/** Tells what a bug report needs. Holds no lock: a run takes longer than anybody's edit should wait. */
export function runSelfCheck(): Answer<SelfCheck> {
  return answerUnlocked(() => selfCheck(SpreadsheetApp.getActiveSpreadsheet()));
}

function answer<Result extends object>(work: () => Result): Answer<Result> {
  return answerUnlocked(() => withDocumentLock(work));
}

function answerUnlocked<Result extends object>(work: () => Result): Answer<Result> {
  try {
    return { ok: true, ...work() };
  } catch (error) {
    return { ok: false, message: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof UserError) return error.message;
  if (isOfSchema(error)) return error.issues[0]?.message ?? 'The page sent something unreadable: open it anew.';
  console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  return `Google did not carry this out (${reason.replace(/[.\s]+$/, '')}): try again, and if it stays so, choose Set up or repair.`;
}

/** True for what a schema throws. Told by its issues: the class itself would bring the whole library into the bundle. */
function isOfSchema(error: unknown): error is Error & { issues: { message: string }[] } {
  return error instanceof Error && Array.isArray((error as { issues?: unknown }).issues);
}
