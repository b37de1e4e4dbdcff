// What the dashboard works with: the rows of the register, and what each person keeps of the last review.
import * as z from 'zod/mini';
import { hasField } from '../domain/experiment/template.ts';
import { type LearntEntry, learntEntryOf } from '../domain/portfolio/learnt.ts';
import type { PortfolioRow } from '../domain/portfolio/portfolio.ts';
import type { KeptReview } from '../domain/portfolio/review.ts';
import type { Settings } from '../domain/register/settings.ts';
import { UserError } from '../domain/user-error.ts';
import type { CandidateRow } from '../sheet/candidates.ts';
import { kindsThere } from '../sheet/own-sheets.ts';
import { type Register, readRegister } from '../sheet/register.ts';
import * as keys from '../store/keys.ts';
import { type RegisterContext, today } from './context.ts';
import { openCandidates } from './rows/candidates.ts';
import { hearRows } from './rows/change-row.ts';

declare function require(path: './learnt/entries.ts'): typeof import('./learnt/entries.ts');

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What the dashboard opens with. */
export interface Portfolio {
  settings: Settings;
  /** The day in the spreadsheet's time zone, yyyy-mm-dd. */
  today: string;
  rows: PortfolioRow[];
  /** Open ideas, where they are scored. */
  candidates?: CandidateRow[];
  /** Patterns and rules; absent where there are none, or where they cannot be read. */
  learnt?: LearntEntry[];
  /** Why they cannot be read. */
  learntError?: string;
  /** Absent until this person has held a review. */
  review?: KeptReview;
}

/** Reads the register once, and its candidates where they are scored. */
export function portfolioOf(context: RegisterContext): Portfolio {
  const { spreadsheet, settings, today } = context;
  const isScored = hasField('points', settings.optionalFields);
  const register = heardRegister(context);
  const rows = register.rows.map(({ row, experiment, closed, derived: { points } }) => {
    return { row, experiment, closed, ...(isScored && { points }) };
  });
  const review = keys.review(spreadsheet.getId()).read();
  const candidates = isScored ? openCandidates(context, register) : undefined;
  return { settings, today, rows, ...(candidates && { candidates }), ...(review && { review }), ...learntIn(context) };
}

/** The register as it is read once, with the moves that no trigger heard of. */
export function heardRegister(context: RegisterContext): Register {
  const register = readRegister(context.experiments, context.settings.optionalFields);
  hearRows(register.rows, context);
  return register;
}

/** A sheet of theirs that cannot be read keeps nobody from the rest of the dashboard. */
function learntIn(context: RegisterContext): Pick<Portfolio, 'learnt' | 'learntError'> {
  if (kindsThere(context.spreadsheet).length === 0) return {};
  try {
    const there = require('./learnt/entries.ts').entriesThere(context);
    return { learnt: there.map(({ kind, entry }) => learntEntryOf(kind, entry)) };
  } catch (error) {
    if (error instanceof UserError) return { learntError: error.message };
    throw error;
  }
}

export const reviewRequestSchema = z.object({
  /** The due dates of what is running, a line each: `K-BIZ-001 2026-03-30`. */
  dues: z.string().check(z.regex(/^(?:[A-Za-z0-9-]+ \d{4}-\d{2}-\d{2}\n)*$/)),
});
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;

/** All properties of a person together hold 500 KB. */
const MOST_CHARACTERS = 150_000;

/** Remembers for this person that a review was held today; due dates that are too many to keep are left out. */
export function keepReview(spreadsheet: Spreadsheet, { dues }: ReviewRequest): KeptReview {
  const date = today(spreadsheet);
  const kept: KeptReview = dues.length > MOST_CHARACTERS ? { date } : { date, dues };
  keys.review(spreadsheet.getId()).write(kept);
  return kept;
}
