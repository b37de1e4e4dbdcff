// When an experiment ends, read from what people write as its duration.
import { addMonths, formatDay, LAST_DAY, readDay } from '../calendar.ts';
import { type Checkpoint, type Clock, dateCheckpoints } from './checkpoints.ts';
import { all, SILENT, type Statement } from './forms/claim.ts';
import { judge, type Verdict } from './judgement.ts';
import { MESSAGES } from './messages.ts';
import { Refusal } from './refusal.ts';
import { readStatements } from './statements.ts';
import { type Tokens, tokenize } from './tokens.ts';

export type { Checkpoint } from './checkpoints.ts';

/** What a reading depends on beside the text and its start. */
export interface DurationSettings {
  /** How long a sprint is where the text does not say. */
  sprintDays: number;
  /** The month, 1 to 12, in which a fiscal year begins; without it, or with 0, none can be dated. */
  fiscalYearBegins?: number;
}

const YEARS_AT_MOST = 10;

/** What a duration comes to. Days as yyyy-mm-dd. */
export type DurationReading =
  | {
      dated: true;
      /** The last day that is still in time; never before the start. */
      due: string;
      /** The lower bound of a range or minimum: from then on it may end. */
      earliest?: string;
      checkpoints: Checkpoint[];
      /** How the due date was found: `4 weeks from 2026-02-11`. */
      rule: string;
      /** The words that say nothing about when it ends, as written and in quotes. */
      passedOver: string[];
    }
  | {
      dated: false;
      /** One sentence: why, and what to write instead. */
      why: string;
      checkpoints: Checkpoint[];
    };

/**
 * Reads a duration that runs from `start` (yyyy-mm-dd). Any text gives an answer, in time proportional to its length.
 * Every number, unit of time and calendar word of the text has its part in the due date, or there is none.
 */
export function readDuration(
  text: string,
  start: string,
  { sprintDays, fiscalYearBegins }: DurationSettings,
): DurationReading {
  const startDay = readDay(start);
  if (startDay === undefined) return { dated: false, why: MESSAGES.noStart, checkpoints: [] };
  const { tokens, isWhole } = tokenize(text);
  const { statements, passed } = readStatements(tokens);
  const quote = (from: number, to: number) => quoteOf(text, tokens, from, to);
  const limit = Math.min(addMonths(startDay, YEARS_AT_MOST * 12), LAST_DAY);
  const clock: Clock = { start: startDay, limit, sprintDays };
  const verdict = unlessRefused(() => judge(statements, clock, fiscalYearBegins || undefined, quote));
  const labels = all(statements, 'label').map(({ label }) => label);
  const { checkpoints, last } = dateCheckpoints(text, labels, clock);
  const undated = (why: string): DurationReading => ({ dated: false, why, checkpoints });
  if (!/\S/.test(text)) return undated(MESSAGES.nothing);
  if (verdict instanceof Refusal) return undated(verdict.why);
  if (!isWhole) return undated(MESSAGES.tooManyWords);
  const { due, rule } = verdict;
  if (last > due) return undated(MESSAGES.phasesBeyond);
  const earliest = Math.max(verdict.earliest ?? due, startDay);
  return {
    dated: true,
    due: formatDay(due),
    ...(earliest < due ? { earliest: formatDay(earliest) } : {}),
    checkpoints,
    rule,
    passedOver: passedOver(tokens, statements, passed, quote),
  };
}

function unlessRefused(judged: () => Verdict): Verdict | Refusal {
  try {
    return judged();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What says nothing about the end, in its order: words passed over, and what was read as a count, a rate or work. Phases have their own lines. */
function passedOver(
  { length }: Tokens,
  statements: readonly Statement[],
  passed: readonly number[],
  quote: (from: number, to: number) => string,
): string[] {
  const isPassed: boolean[] = new Array(length).fill(false);
  for (const at of passed) isPassed[at] = true;
  for (const { from, to } of all(statements, ...SILENT)) isPassed.fill(true, from, to);
  const quoted: string[] = [];
  const phases = all(statements, 'label')[0]?.from ?? length;
  for (let at = 0; at < phases; at++) {
    const from = at;
    while (at < phases && isPassed[at]) at++;
    if (at > from) quoted.push(quote(from, at));
  }
  return quoted;
}

const LONGEST_QUOTE = 60;

/** The text of the tokens in quotes and in one line, cut where it is long. */
function quoteOf(text: string, tokens: Tokens, from: number, to: number): string {
  const words = text
    .slice(tokens[from]?.from, tokens[to - 1]?.to)
    .split(/\s+/)
    .join(' ')
    .replace(/"/g, "'");
  return `"${words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words}"`;
}
