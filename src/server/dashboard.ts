// What the dashboard works with: the rows of the register, and what each person keeps of the last review.
import * as z from 'zod/mini';
import type { PortfolioRow } from '../domain/portfolio/portfolio.ts';
import type { KeptReview } from '../domain/portfolio/review.ts';
import type { Settings } from '../domain/register/settings.ts';
import { readRegister } from '../sheet/register.ts';
import { type RegisterContext, today } from './context.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What the dashboard opens with. */
export interface Portfolio {
  settings: Settings;
  /** The day in the spreadsheet's time zone, yyyy-mm-dd. */
  today: string;
  rows: PortfolioRow[];
  /** Absent until this person has held a review. */
  review?: KeptReview;
}

/** Reads the register once. */
export function portfolioOf({ spreadsheet, experiments, settings, today }: RegisterContext): Portfolio {
  const rows = readRegister(experiments).rows.map(({ row, experiment, closed }) => ({ row, experiment, closed }));
  const review = keptReview(spreadsheet);
  return { settings, today, rows, ...(review && { review }) };
}

export const reviewRequestSchema = z.object({
  /** The due dates of what is running, a line each: `K-BIZ-001 2026-03-30`. */
  dues: z.string().check(z.regex(/^(?:[A-Za-z0-9-]+ \d{4}-\d{2}-\d{2}\n)*$/)),
});
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;

/** A property holds 9 KB, all properties of a person 500 KB. */
const PIECE = 8_000;
const MOST_PIECES = 20;

/** Remembers for this person that a review was held today; due dates that are too many to keep are left out. */
export function keepReview(spreadsheet: Spreadsheet, { dues }: ReviewRequest): KeptReview {
  const date = today(spreadsheet);
  const kept: KeptReview = dues.length > PIECE * (MOST_PIECES - 1) ? { date } : { date, dues };
  const text = kept.dues === undefined ? date : `${date}\n${dues}`;
  const properties: Record<string, string> = {};
  let pieces = 0;
  for (; pieces * PIECE < text.length; pieces++) {
    properties[pieceKey(spreadsheet, pieces)] = text.slice(pieces * PIECE, (pieces + 1) * PIECE);
  }
  const store = PropertiesService.getUserProperties();
  store.setProperties({ ...properties, [reviewKey(spreadsheet)]: `${pieces} ${text.length}` });
  // What a longer text has left behind.
  for (let piece = pieces; store.getProperty(pieceKey(spreadsheet, piece)) !== null; piece++) {
    store.deleteProperty(pieceKey(spreadsheet, piece));
  }
  return kept;
}

/** What this person kept of the last review; undefined before the first. */
function keptReview(spreadsheet: Spreadsheet): KeptReview | undefined {
  const store = PropertiesService.getUserProperties();
  const [pieces = 0, length] = (store.getProperty(reviewKey(spreadsheet)) ?? '').split(' ').map(Number);
  const keys = Array.from({ length: pieces }, (_, piece) => pieceKey(spreadsheet, piece));
  const text = keys.map((key) => store.getProperty(key) ?? '').join('');
  // Two windows of one person may have written at once; half of one and half of the other is no review.
  if (pieces === 0 || text.length !== length) return undefined;
  const [date = ''] = text.split('\n', 1);
  return text === date ? { date } : { date, dues: text.slice(date.length + 1) };
}

function reviewKey(spreadsheet: Spreadsheet): string {
  return `review:${spreadsheet.getId()}`;
}

function pieceKey(spreadsheet: Spreadsheet, piece: number): string {
  return `${reviewKey(spreadsheet)}:${piece}`;
}
