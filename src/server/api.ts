// The edge between pages and the register: whatever goes wrong behind it becomes an answer that a page can show.
import * as z from 'zod/mini';
import { STATUSES } from '../domain/experiment/status.ts';
import { type Experiment, FIELDS, type FieldKey } from '../domain/experiment/template.ts';
import { ENTRY_KINDS, type EntryKind } from '../domain/learnt/kinds.ts';
import { callWords } from '../domain/messages.ts';
import type { KeptReview } from '../domain/portfolio/review.ts';
import { LINES } from '../domain/register/log-shape.ts';
import { namesRefusals, trimmedNames } from '../domain/register/names-form.ts';
import type { RegisterNames } from '../domain/register/settings.ts';
import { UserError } from '../domain/user-error.ts';
import type { Rendered } from '../log/index.ts';
import type { CandidateRow } from '../sheet/candidates.ts';
import { foreignSheets, kindsThere, type OtherNames } from '../sheet/own-sheets.ts';
import { readRegister } from '../sheet/register.ts';
import { listTabs, type Tab } from '../sheet/tabs.ts';
import { documentMemory } from '../store/entry.ts';
import * as keys from '../store/keys.ts';
import { isSetUp, openRegister, type RegisterContext, today } from './context.ts';
import { keepReview, type Portfolio, portfolioOf, type ReviewRequest, reviewRequestSchema } from './dashboard.ts';
import type { EntryRequest, KnownEntry } from './learnt/entries.ts';
import type { EntriesPlan, EntriesRequest, EntriesResult } from './learnt/import.ts';
import { withDocumentLock } from './lock.ts';
import { readBegun } from './log/begun.ts';
import type { MARKDOWN_OF } from './log/download.ts';
import type { ExportPlan, ExportRequest, ExportResult } from './log/export.ts';
import type { ImportPlan, ImportResult } from './log/import.ts';
import { afterwards } from './log/undo.ts';
import { refusalIn } from './refused.ts';
import { type CandidateChange, candidateChangeSchema, changeCandidates, openCandidates } from './rows/candidates.ts';
import { type DraftRequest, draftRequestSchema, draftsOf, keepDraftOf } from './rows/drafts.ts';
import { experimentSchema } from './rows/experiment-schema.ts';
import {
  type OpenedExperiment,
  openExperiment,
  openSelected,
  type RowName,
  rowNameSchema,
  type SaveRequest,
  type SaveResult,
  saveExperiment,
  saveRequestSchema,
} from './rows/forms.ts';
import type { Known, KnownName } from './rows/known.ts';
import { type Overview, overviewOf, overviewSince } from './rows/overview.ts';
import { type Typed, typedSchema, type Understood, understand } from './rows/understanding.ts';
import type { SheetPlan, SheetResult } from './tracker/import.ts';
import type { SheetRequest } from './tracker/sources.ts';
import type { TakenBack } from './tracker/take-back.ts';
import type { AskedOutcome } from './upkeep/asked-trials.ts';
import { checkAndComplete, type FixRequest, fixFindings, type RowFinding } from './upkeep/check.ts';
import type { ColumnAnswer, LostColumn } from './upkeep/lost-column.ts';
import type { SelfCheck } from './upkeep/self-check.ts';

// As in `entry.ts`: what only some of the calls need sleeps in the bundle until one of them comes.
declare function require(path: '../../sample/days.ts'): typeof import('../../sample/days.ts');
declare function require(path: '../log/index.ts'): typeof import('../log/index.ts');
declare function require(path: './learnt/book.ts'): typeof import('./learnt/book.ts');
declare function require(path: './learnt/entries.ts'): typeof import('./learnt/entries.ts');
declare function require(path: './learnt/import.ts'): typeof import('./learnt/import.ts');
declare function require(path: './log/book.ts'): typeof import('./log/book.ts');
declare function require(path: './log/download.ts'): typeof import('./log/download.ts');
declare function require(path: './log/export.ts'): typeof import('./log/export.ts');
declare function require(path: './log/import.ts'): typeof import('./log/import.ts');
declare function require(path: './rows/known.ts'): typeof import('./rows/known.ts');
declare function require(path: './tracker/import.ts'): typeof import('./tracker/import.ts');
declare function require(path: './tracker/sources.ts'): typeof import('./tracker/sources.ts');
declare function require(path: './tracker/take-back.ts'): typeof import('./tracker/take-back.ts');
declare function require(path: './upkeep/asked-trials.ts'): typeof import('./upkeep/asked-trials.ts');
declare function require(path: './upkeep/lost-candidates.ts'): typeof import('./upkeep/lost-candidates.ts');
declare function require(path: './upkeep/lost-columns.ts'): typeof import('./upkeep/lost-columns.ts');
declare function require(path: './upkeep/self-check.ts'): typeof import('./upkeep/self-check.ts');
declare function require(path: './upkeep/set-up.ts'): typeof import('./upkeep/set-up.ts');

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

const fieldKeys: readonly string[] = FIELDS.map(({ key }) => key);
const isFieldOrNone = (word: unknown): word is FieldKey | '' => word === '' || fieldKeys.includes(String(word));
/** What a person said of a log's shape in the preview of an import. */
const shapeSchema = z.optional(
  z.object({
    labels: z.optional(z.record(z.string(), z.custom<FieldKey | ''>(isFieldOrNone))),
    statuses: z.optional(z.record(z.string(), z.enum([...STATUSES, '']))),
    sections: z.optional(z.record(z.string(), z.enum([...STATUSES, 'candidates', '']))),
    dayFirst: z.optional(z.boolean()),
    level: z.optional(z.int().check(z.minimum(1), z.maximum(LINES))),
    isPointed: z.optional(z.boolean()),
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

const entriesRequestSchema = z.object({
  kind: z.enum(ENTRY_KINDS),
  name: z.string(),
  text: z.string(),
  answers: answersSchema,
});

const exportRequestSchema = z.object({
  /** In place of the log. */
  of: z.optional(z.enum(ENTRY_KINDS)),
  answers: answersSchema,
  file: z.optional(z.enum(['new', 'restored'])),
  fileText: z.optional(z.string()),
});

export type BookRequest = ExportRequest & { of?: EntryKind | undefined };

const fixRequestSchema = z.object({ code: z.string(), row: z.int(), seal: z.optional(z.string()) });

/** What a check found, and how many rows it looked at. */
export interface CheckResult {
  rows: number;
  findings: RowFinding[];
}

/** Checks the whole register. */
export function checkLog(): Answer<CheckResult> {
  return answerWriting(checked);
}

/** Carries out a safe fix and checks again. */
export function fixLog(request: FixRequest): Answer<CheckResult> {
  return answerWriting((context) => {
    fixFindings(context, [fixRequestSchema.parse(request)]);
    return checked(context);
  });
}

function checked(context: RegisterContext): CheckResult {
  const { register, findings } = checkAndComplete(context);
  return { rows: register.rows.length, findings };
}

/** Carries out several safe fixes in one go and checks again; those whose row says something else by now are left out. */
export function fixAll(requests: readonly FixRequest[]): Answer<CheckResult> {
  return answerWriting((context) => {
    fixFindings(context, z.array(fixRequestSchema).parse(requests));
    return checked(context);
  });
}

const shownSchema = z.optional(z.object({ id: z.optional(z.string()), field: z.optional(z.string()) }));
/** What else is known of a row to be shown: its experiment's ID, and the key of the column that is meant. */
export type Shown = z.infer<typeof shownSchema>;

/** Selects a row of the register, or its cell in one column, as a click on it would. A row that has moved is found by its ID. */
export function showRow(row: number, shown?: Shown): Answer<object> {
  return answerReading(({ experiments, settings }) => {
    const number = z.int().check(z.positive()).parse(row);
    const { id = '', field = '' } = shownSchema.parse(shown) ?? {};
    const register = id + field === '' ? undefined : readRegister(experiments, settings.optionalFields);
    const named = (id === '' ? undefined : register?.rows.filter(({ experiment }) => experiment.id === id)) ?? [];
    const found = (named.find((each) => each.row === number) ?? named[0])?.row ?? number;
    if (found > experiments.getMaxRows()) return {};
    const place = [...(register?.places ?? [])].find(([key]) => key === field)?.[1];
    if (place === undefined) experiments.getRange(found, 1, 1, experiments.getLastColumn()).activate();
    else experiments.getRange(found, place + 1).activate();
    return {};
  });
}

/**
 * A register as the sidebar opens with it, or that there is none yet; `today` is yyyy-mm-dd. `foreign`: sheets of somebody's own that are
 * called as the register's would be, each with the name that the register's gets.
 */
export type Opening = ({ isNew: false } & Overview) | { isNew: true; today: string; foreign: ForeignSheet[] };

export interface ForeignSheet {
  name: string;
  other: string;
}

/** What the sidebar opens with; `drafts` are this person's that `keepDraft` keeps, the one typed last at the end, where they are asked for. */
export function readOverview(withDrafts?: boolean): Answer<Opening & { drafts?: string[] }> {
  return answer(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    return { ...openingOf(spreadsheet), ...(withDrafts === true && { drafts: draftsOf(spreadsheet) }) };
  });
}

/** What the sidebar would open with now, or that it is the same as the overview with this fingerprint. */
export function readChanges(seal: string): Answer<Changes> {
  return answerReading((context): Changes => {
    const overview = overviewSince(context, z.string().parse(seal));
    return overview === undefined ? { isSame: true } : { isSame: false, isNew: false, ...overview };
  });
}

type Changes = { isSame: true } | ({ isSame: false; isNew: false } & Overview);

function openingOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Opening {
  // One question of the names of the sheets; the rest is asked where one is missing.
  const memory = documentMemory();
  if (isSetUp(spreadsheet, memory) || !require('./upkeep/set-up.ts').isNew(spreadsheet, memory)) {
    return opening(openRegister(spreadsheet, memory));
  }
  const foreign = Object.entries(foreignSheets(spreadsheet)).map(([name, other]) => ({ name, other }));
  return { isNew: true, today: today(spreadsheet), foreign };
}

/** A log to try, dated around today. */
export function readSample(): Answer<{ name: string; text: string }> {
  return answer(() => ({
    name: 'BAKERY_KAIZEN.md',
    // A file beside the script, which every edit loads.
    text: require('../../sample/days.ts').withDays(
      HtmlService.createTemplateFromFile('sample').getRawContent(),
      today(SpreadsheetApp.getActiveSpreadsheet()),
    ),
  }));
}

const namesSchema = z.object({ name: z.string(), prefix: z.string(), entities: z.array(z.string()) });

const otherNamesSchema = z.optional(
  z.object({
    Experiments: z.optional(z.string()),
    Candidates: z.optional(z.string()),
    Settings: z.optional(z.string()),
    'Log source': z.optional(z.string()),
  }),
);

/** Sets a new register up under the names that a person gave it, and its sheets that cannot have their usual names under `others`. */
export function saveSetUp(names: RegisterNames, others?: OtherNames): Answer<Opening> {
  return answerLocked(() => {
    const wanted = trimmedNames(namesSchema.parse(names));
    const [refusal] = Object.values(namesRefusals(wanted));
    if (refusal !== undefined) throw new UserError('names-refused', refusal);
    const { setUpUnder } = require('./upkeep/set-up.ts');
    return opening(setUpUnder(SpreadsheetApp.getActiveSpreadsheet(), wanted, otherNamesSchema.parse(others) ?? {}));
  });
}

function opening(context: RegisterContext): Opening {
  return { isNew: false, ...overviewOf(context) };
}

/** One experiment, to be filled in. */
export function readExperiment(name: RowName): Answer<OpenedExperiment> {
  return answerReading((context) => openExperiment(context, rowNameSchema.parse(name)));
}

/** The experiment in the selected row. */
export function readSelected(): Answer<OpenedExperiment> {
  return answerReading(openSelected);
}

/** An experiment as the log would show it: its Markdown, and the same rendered. */
export function previewExperiment(experiment: Experiment): Answer<{ markdown: string; rendered: Rendered }> {
  return answer(() => {
    const { canonicalExperiment, newExperimentText, renderMarkdown } = require('../log/index.ts');
    const wanted = canonicalExperiment(experimentSchema.parse(experiment));
    const markdown = newExperimentText({ ...wanted, id: wanted.id || 'NEW' });
    return { markdown, rendered: renderMarkdown(markdown) };
  });
}

/** What the register understands of a duration that is being typed; asks nothing of the spreadsheet. */
export function explainDuration(typed: Typed): Answer<Understood> {
  return answer(() => understand(typedSchema.parse(typed)));
}

/** Writes what a form holds, or says what keeps it from being written. */
export function saveForm(request: SaveRequest): Answer<SaveResult> {
  return answerWriting((context) => saveExperiment(context, saveRequestSchema.parse(request)));
}

/** Keeps the words of one form that this person has not saved yet, beside what the browser keeps; no words forget it. */
export function keepDraft(request: DraftRequest): Answer<object> {
  return answer(() => keepDraftOf(SpreadsheetApp.getActiveSpreadsheet(), draftRequestSchema.parse(request)));
}

/** All that was tried or thought of, in brief, to be searched in the page; or that it is what it was under this seal, `''` for none. */
export function readKnown(seal: string): Answer<Known> {
  return answerReading((context) => require('./rows/known.ts').knownSince(context, z.string().parse(seal)));
}

/** Selects the row of one of these. */
export function showKnown(name: KnownName): Answer<object> {
  return answerReading((context) => {
    const { knownNameSchema, showKnown: show } = require('./rows/known.ts');
    show(context, knownNameSchema.parse(name));
    return {};
  });
}

/** The open candidates, top to bottom. */
export function readCandidates(): Answer<{ candidates: CandidateRow[] }> {
  return answerReading((context) => ({ candidates: openCandidates(context) }));
}

/** Carries out a change of the candidates; hands out the list as it is then. */
export function changeCandidate(request: CandidateChange): Answer<{ candidates: CandidateRow[] }> {
  return answerWriting((context) => ({
    candidates: changeCandidates(context, candidateChangeSchema.parse(request)),
  }));
}

/** What the dashboard opens with. */
export function readPortfolio(): Answer<Portfolio> {
  return answerReading(portfolioOf);
}

/** Remembers for this person that a review was held today. */
export function saveReview(request: ReviewRequest): Answer<{ review: KeptReview }> {
  return answerLocked(() => ({
    review: keepReview(SpreadsheetApp.getActiveSpreadsheet(), reviewRequestSchema.parse(request)),
  }));
}

/** Columns of the register that are not found by their header, where a person has to say what became of them. Writes nothing. */
export function readColumns(): Answer<{ columns: LostColumn[] }> {
  return answerReading((context) => {
    const { askedFields, lostColumns } = require('./upkeep/lost-columns.ts');
    const { lostCandidates } = require('./upkeep/lost-candidates.ts');
    const { experiments, source, settings } = context;
    const columns = [...lostColumns(experiments, source, settings), ...lostCandidates(context)];
    // A column that is lost is asked about first: the sheet cannot be read without it.
    return { columns: columns.length > 0 ? columns : askedFields(context) };
  });
}

const columnAnswersSchema = z.array(
  z.object({
    key: z.string(),
    is: z.enum(['named', 'renamed', 'anew', 'empty', 'taken', 'left']),
    letters: z.optional(z.string()),
    name: z.optional(z.string()),
  }),
);

/** Carries out what a person says became of these columns, and repairs the register. */
export function saveColumns(answers: readonly ColumnAnswer[]): Answer<object> {
  return answerLocked(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const { settleColumns } = require('./upkeep/lost-columns.ts');
    const { setUpRegister } = require('./upkeep/set-up.ts');
    settleColumns(openRegister(spreadsheet), columnAnswersSchema.parse(answers), () => setUpRegister(spreadsheet));
    return {};
  });
}

/** What an import would do. */
export function previewImport(request: ImportRequest): Answer<ImportPlan> {
  return answer(() => {
    const { name, text, shape, isPointing } = importRequestSchema.parse(request);
    const { logToImport, planImport, planPointing } = require('./log/import.ts');
    if (isPointing) return planPointing(text);
    const read = logToImport(text, shape);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    return planImport(isSetUp(spreadsheet, documentMemory()) ? openRegister(spreadsheet) : undefined, name, read);
  });
}

/** Sets the register up if need be and brings the log in. */
export function importLog(request: ImportRequest): Answer<ImportResult> {
  return answerWhole(() => {
    const { importText, logToImport } = require('./log/import.ts');
    const { name, text, answers, shape } = importRequestSchema.parse(request);
    const read = logToImport(text, shape);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const isThere = isSetUp(spreadsheet, documentMemory());
    // What is no log makes no register.
    if (!isThere) read(undefined, []);
    const context = isThere ? opened(spreadsheet) : require('./upkeep/set-up.ts').setUpRegister(spreadsheet);
    if (!isThere) spreadsheet.setActiveSheet(context.experiments);
    const result = importText(context, name, read, answers);
    afterwards(() => keys.settings.write(context.settings));
    return result;
  });
}

/** The tabs of this spreadsheet that could be taken over, and the last import of one that can be taken back. */
export function readTabs(): Answer<{ tabs: Tab[]; last?: { name: string; added: number } }> {
  return answer(() => {
    const last = keys.lastSheetImport.read();
    const tabs = listTabs(SpreadsheetApp.getActiveSpreadsheet());
    return { tabs, ...(last !== undefined && { last: { name: last.name, added: last.added } }) };
  });
}

/** What taking tabs or a file over would do. */
export function previewSheet(request: SheetRequest): Answer<SheetPlan> {
  return answer(() => {
    const { readSources, sheetRequestSchema } = require('./tracker/sources.ts');
    const wanted = sheetRequestSchema.parse(request);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const context = isSetUp(spreadsheet, documentMemory()) ? openRegister(spreadsheet) : undefined;
    const day = context?.today ?? today(spreadsheet);
    return require('./tracker/import.ts').planSheet(
      spreadsheet,
      context,
      readSources(spreadsheet, wanted, day, context),
      wanted,
      day,
    );
  });
}

/** Sets the register up if need be and takes tabs or a file over. */
export function importSheet(request: SheetRequest): Answer<SheetResult> {
  return answerWhole(() => {
    const { importSources, refuseHeadless } = require('./tracker/import.ts');
    const { readSources, sheetRequestSchema } = require('./tracker/sources.ts');
    const wanted = sheetRequestSchema.parse(request);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const isThere = isSetUp(spreadsheet, documentMemory());
    const there = isThere ? opened(spreadsheet) : undefined;
    const sources = readSources(spreadsheet, wanted, today(spreadsheet), there);
    refuseHeadless(sources);
    const { setUpRegister } = require('./upkeep/set-up.ts');
    const context = there ?? setUpRegister(spreadsheet, undefined, foreignSheets(spreadsheet));
    const result = importSources(context, sources, wanted);
    if (!isThere) spreadsheet.setActiveSheet(context.experiments);
    afterwards(() => keys.settings.write(context.settings));
    return result;
  });
}

/** Takes out again what the last import of a sheet added, as far as nobody has changed it. */
export function takeBackSheet(): Answer<TakenBack> {
  return answerWhole(() => {
    const context = opened(SpreadsheetApp.getActiveSpreadsheet());
    const result = require('./tracker/take-back.ts').takeBack(context);
    afterwards(() => keys.settings.write(context.settings));
    return result;
  });
}

/** Looks at the register and says what an export would do. */
export function previewExport(request: BookRequest = {}): Answer<ExportPlan & { kinds: EntryKind[] }> {
  return answerReading((context) => {
    const { of, ...wanted } = exportRequestSchema.parse(request);
    const plan = require('./log/export.ts').planExport(bookOf(context, of), wanted);
    return { ...plan, kinds: kindsThere(context.spreadsheet) };
  });
}

/** Writes the log to Drive, or the patterns, or the rules. */
export function exportLog(request: BookRequest = {}): Answer<ExportResult> {
  return answerWhole(() => {
    const context = opened(SpreadsheetApp.getActiveSpreadsheet());
    const { of, ...wanted } = exportRequestSchema.parse(request);
    const result = require('./log/export.ts').exportToDrive(bookOf(context, of), wanted);
    afterwards(() => keys.settings.write(context.settings));
    return result;
  });
}

function bookOf(context: RegisterContext, of: EntryKind | undefined) {
  return of === undefined
    ? require('./log/book.ts').logBook(context)
    : require('./learnt/book.ts').entryBook(context, of);
}

/** The patterns and rules, and what is wrong with each. */
export function readLearnt(): Answer<{ entries: KnownEntry[] }> {
  return answerReading((context) => ({ entries: learntIn(context) }));
}

function learntIn(context: RegisterContext): KnownEntry[] {
  if (kindsThere(context.spreadsheet).length === 0) return [];
  const { rows } = readRegister(context.experiments, context.settings.optionalFields);
  return require('./learnt/entries.ts').knownEntries(context, new Set(rows.map(({ experiment }) => experiment.id)));
}

/** Saves a pattern or a rule; hands out its ID and all there are then. */
export function saveEntry(request: EntryRequest): Answer<{ id: string; entries: KnownEntry[] }> {
  return answerWriting((context) => {
    const { saveEntry: save, entryRequestSchema } = require('./learnt/entries.ts');
    const id = save(context, entryRequestSchema.parse(request));
    return { id, entries: learntIn(context) };
  });
}

/** Selects the row of a pattern or a rule, wherever it stands by now. */
export function showEntry(kind: EntryKind, id: string): Answer<object> {
  return answerReading((context) => {
    require('./learnt/entries.ts').showEntry(context, z.enum(ENTRY_KINDS).parse(kind), z.string().parse(id));
    return {};
  });
}

/** Says what bringing a file of patterns or rules in would do. */
export function previewEntries(request: EntriesRequest): Answer<EntriesPlan> {
  return answerReading((context) =>
    require('./learnt/import.ts').planEntries(context, entriesRequestSchema.parse(request)),
  );
}

/** Brings a file of patterns or rules in. */
export function importEntries(request: EntriesRequest): Answer<EntriesResult> {
  return answerWriting((context) =>
    require('./learnt/import.ts').importEntries(context, entriesRequestSchema.parse(request)),
  );
}

/** The text that an export would write; needs no Drive. Rows without an ID get theirs, so it holds the lock. */
export function readLogText(): Answer<{ name: string; text: string }> {
  return answerWriting((context) => require('./log/download.ts').logText(context));
}

/** The Markdown of the selected experiments, or of those with a status. Rows without an ID get theirs, so it holds the lock. */
export function readMarkdown(what: (typeof MARKDOWN_OF)[number]): Answer<{ text: string; experiments: number }> {
  return answerWriting((context) => {
    const { MARKDOWN_OF, markdownOf } = require('./log/download.ts');
    return markdownOf(context, z.enum(MARKDOWN_OF).parse(what));
  });
}

/** Tells what a bug report needs. Holds no lock: a run takes longer than anybody's edit should wait. */
export function runSelfCheck(): Answer<SelfCheck> {
  return answer(() => require('./upkeep/self-check.ts').selfCheck(SpreadsheetApp.getActiveSpreadsheet()));
}

const askedSchema = z.object({
  step: z.enum(['prepare', 'look', 'drive', 'download']),
  /** That the sheet's range is a Table, or that the file arrived. */
  isSo: z.optional(z.boolean()),
});

/** One step of the self-check that a person helps with; answers all that has been seen so. */
export function tryAsked(request: z.infer<typeof askedSchema>): Answer<{ asked: AskedOutcome[] }> {
  return answer(() => {
    const { step, isSo = false } = askedSchema.parse(request);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const trials = require('./upkeep/asked-trials.ts');
    if (step === 'prepare') trials.addAskedSheet(spreadsheet);
    else if (step === 'look') trials.lookAtAskedSheet(spreadsheet, isSo);
    else if (step === 'drive') trials.tryDrive(spreadsheet);
    else trials.keepDownload(isSo);
    return { asked: trials.askedOutcomes() };
  });
}

/** Opens the add-on's pages one after the other: each calls this once it runs. `opened`: the page that calls, empty for the first. */
export function openNextPage(opened: string): void {
  require('./upkeep/asked-trials.ts').openPageAfter(z.string().parse(opened));
}

/** Of the register as it is: takes no lock, so that nobody's work is waited for, and writes nothing. */
function answerReading<Result extends object>(work: (context: RegisterContext) => Result): Answer<Result> {
  return answer(() => work(openRegister(SpreadsheetApp.getActiveSpreadsheet())));
}

/** While nobody else writes, and with the settings kept for the edits to come. */
function answerWriting<Result extends object>(work: (context: RegisterContext) => Result): Answer<Result> {
  return answerLocked(() => writing(opened(SpreadsheetApp.getActiveSpreadsheet()), work));
}

/** The register, with what an execution began that was ended half-way finished first. Call it under the lock. */
function opened(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): RegisterContext {
  const context = openRegister(spreadsheet);
  // What cannot be finished just now keeps nobody from working; the next call tries again.
  afterwards(() => {
    const begun = readBegun(context);
    if (begun !== undefined) require('./log/import.ts').finishBegun(context, begun);
  });
  return context;
}

function writing<Result>(context: RegisterContext, work: (context: RegisterContext) => Result): Result {
  const result = work(context);
  keys.settings.write(context.settings);
  return result;
}

function answerLocked<Result extends object>(work: () => Result): Answer<Result> {
  return answer(() => withDocumentLock(work));
}

/** Of work that is done wholly or not at all, and is then done, whatever fails after it. */
function answerWhole<Result extends object>(work: () => Result): Answer<Result> {
  return answer(() => withDocumentLock(work, true));
}

function answer<Result extends object>(work: () => Result): Answer<Result> {
  try {
    return { ok: true, ...work() };
  } catch (error) {
    return { ok: false, message: sentenceOf(error) };
  }
}

function sentenceOf(thrown: unknown): string {
  const error = refusalIn(thrown);
  if (error instanceof UserError) return error.message;
  if (isOfSchema(error)) return error.issues[0]?.message ?? callWords.unreadable;
  console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  return callWords.failed(reason.replace(/[.\s]+$/, ''));
}

/** True for what a schema throws. Told by its issues: the class itself would bring the whole library into the bundle. */
function isOfSchema(error: unknown): error is Error & { issues: { message: string }[] } {
  return error instanceof Error && Array.isArray((error as { issues?: unknown }).issues);
}
