// What the dashboard works with: the rows of the register, and what each person keeps of the last review.
import * as z from 'zod/mini';
import type { PortfolioRow } from '../domain/portfolio.ts';
import type { KeptReview } from '../domain/portfolio-review.ts';
import type { Settings } from '../domain/settings.ts';
import { readRegister } from '../sheet/register.ts';
import { type Home, today } from './home.ts';

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
export function portfolioOf({ spreadsheet, experiments, settings, today }: Home): Portfolio {
  const rows = readRegister(experiments).rows.map(({ row, experiment, closed }) => ({ row, experiment, closed }));
  const review = keptReview(spreadsheet);
  return { settings, today, rows, ...(review && { review }) };
}

export const reviewRequestSchema = z.object({
  /** The due dates of what is running, by ID. */
  dues: z.record(z.string(), z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
});
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;

const reviewSchema = z.object({ date: z.string(), dues: z.optional(z.record(z.string(), z.string())) });

/** A property holds 9 KB and a character may take 3 bytes; all properties of a person 500 KB. */
const PIECE = 3_000;
const MOST_PIECES = 40;

/** Remembers for this person that a review was held today; due dates that are too many to keep are left out. */
export function keepReview(spreadsheet: Spreadsheet, { dues }: ReviewRequest): KeptReview {
  const date = today(spreadsheet);
  const whole: KeptReview = { date, dues };
  const isTooLong = JSON.stringify(whole).length > PIECE * MOST_PIECES;
  const kept: KeptReview = isTooLong ? { date } : whole;
  const text = JSON.stringify(kept);
  const properties: Record<string, string> = {};
  let pieces = 0;
  for (; pieces * PIECE < text.length; pieces++) {
    properties[pieceKey(spreadsheet, pieces)] = text.slice(pieces * PIECE, (pieces + 1) * PIECE);
  }
  const store = PropertiesService.getUserProperties();
  store.setProperties({ ...properties, [reviewKey(spreadsheet)]: String(pieces) });
  // What a longer text has left behind.
  for (let piece = pieces; store.getProperty(pieceKey(spreadsheet, piece)) !== null; piece++) {
    store.deleteProperty(pieceKey(spreadsheet, piece));
  }
  return kept;
}

/** What this person kept of the last review; undefined before the first, and where it cannot be read. */
function keptReview(spreadsheet: Spreadsheet): KeptReview | undefined {
  const store = PropertiesService.getUserProperties();
  const pieces = Number(store.getProperty(reviewKey(spreadsheet)) ?? 0);
  if (!(pieces > 0)) return undefined;
  const text = Array.from({ length: pieces }, (_, piece) => store.getProperty(pieceKey(spreadsheet, piece)) ?? '').join(
    '',
  );
  try {
    const { date, dues } = reviewSchema.parse(JSON.parse(text));
    return { date, ...(dues && { dues }) };
  } catch (error) {
    // Two windows of one person may have written at once: the dashboard then looks back a week.
    console.warn(error);
    return undefined;
  }
}

function reviewKey(spreadsheet: Spreadsheet): string {
  return `review:${spreadsheet.getId()}`;
}

function pieceKey(spreadsheet: Spreadsheet, piece: number): string {
  return `${reviewKey(spreadsheet)}:${piece}`;
}
