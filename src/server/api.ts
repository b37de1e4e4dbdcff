// The edge between pages and the register: whatever goes wrong behind it becomes an answer that a page can show.
import * as z from 'zod/mini';
import type { KeptReview } from '../domain/portfolio-review.ts';
import { Trouble } from '../domain/trouble.ts';
import { checkRegister, fixFinding, type RowFinding } from './check.ts';
import { keepReview, type Portfolio, portfolioOf, type ReviewRequest, reviewRequestSchema } from './dashboard.ts';
import {
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
} from './forms.ts';
import { type Home, isSetUp, openHome } from './home.ts';
import { alone } from './lock.ts';
import { setUpRegister } from './set-up.ts';
import { type Exported, exportToDrive, type Imported, importText, readableLog } from './sync.ts';

/** Something did not work; the message is one sentence for the person. */
export interface Failed {
  ok: false;
  message: string;
}

export type Answer<Result> = ({ ok: true } & Result) | Failed;

const importRequestSchema = z.object({ name: z.string(), text: z.string() });
/** A log's file name, empty for pasted text, and its whole text. */
export type ImportRequest = z.infer<typeof importRequestSchema>;

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
  return answer(() => checked(openHome(SpreadsheetApp.getActiveSpreadsheet())));
}

/** Carries out a safe fix and checks again. */
export function fixLog(request: FixRequest): Answer<CheckResult> {
  return answer(() => {
    const { code, row } = fixRequestSchema.parse(request);
    const home = openHome(SpreadsheetApp.getActiveSpreadsheet());
    fixFinding(home, code, row);
    return checked(home);
  });
}

function checked(home: Home): CheckResult {
  const { register, findings } = checkRegister(home);
  return { rows: register.rows.length, findings };
}

/** Selects a row of the register, as a click on it would. */
export function showRow(row: number): Answer<object> {
  return answer(() => {
    const { experiments } = openHome(SpreadsheetApp.getActiveSpreadsheet());
    const number = z.int().check(z.positive()).parse(row);
    if (number <= experiments.getMaxRows()) experiments.getRange(number, 1, 1, experiments.getLastColumn()).activate();
    return {};
  });
}

/** What the sidebar opens with. */
export function readOverview(): Answer<Overview> {
  return answer(() => overviewOf(openHome(SpreadsheetApp.getActiveSpreadsheet())));
}

/** One experiment, to be filled in. */
export function readExperiment(name: RowName): Answer<OpenedExperiment> {
  return answer(() => openExperiment(openHome(SpreadsheetApp.getActiveSpreadsheet()), rowNameSchema.parse(name)));
}

/** The experiment in the selected row. */
export function readSelected(): Answer<OpenedExperiment> {
  return answer(() => openSelected(openHome(SpreadsheetApp.getActiveSpreadsheet())));
}

/** Writes what a form holds, or says what keeps it from being written. */
export function saveForm(request: SaveRequest): Answer<SaveResult> {
  return answer(() =>
    saveExperiment(openHome(SpreadsheetApp.getActiveSpreadsheet()), saveRequestSchema.parse(request)),
  );
}

/** What the dashboard opens with. */
export function readPortfolio(): Answer<Portfolio> {
  return answer(() => portfolioOf(openHome(SpreadsheetApp.getActiveSpreadsheet())));
}

/** Remembers for this person that a review was held today. */
export function saveReview(request: ReviewRequest): Answer<{ review: KeptReview }> {
  return answer(() => ({
    review: keepReview(SpreadsheetApp.getActiveSpreadsheet(), reviewRequestSchema.parse(request)),
  }));
}

/** Sets the register up if need be and brings the log in. */
export function importLog(request: ImportRequest): Answer<Imported> {
  return answer(() => {
    const { name, text } = importRequestSchema.parse(request);
    const log = readableLog(text);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    return importText(isSetUp(spreadsheet) ? openHome(spreadsheet) : setUpRegister(spreadsheet), name, log);
  });
}

/** Writes the log to Drive. */
export function exportLog(): Answer<Exported> {
  return answer(() => exportToDrive(openHome(SpreadsheetApp.getActiveSpreadsheet())));
}

function answer<Result extends object>(work: () => Result): Answer<Result> {
  try {
    return { ok: true, ...alone(work) };
  } catch (error) {
    return { ok: false, message: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Trouble) return error.message;
  console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  return `Google did not carry this out (${reason.replace(/[.\s]+$/, '')}): try again, and if it stays so, choose Set up or repair.`;
}
