// When an experiment ends, read from what people write as its duration.
import { formatDay, readDay } from '../calendar.ts';
import { type Checkpoint, dateCheckpoints } from './checkpoints.ts';
import { clockOf, judge, labelsOf, WHY_NO_START } from './judgement.ts';
import { readStatements } from './statements.ts';
import { tokenize } from './tokens.ts';

export type { Checkpoint } from './checkpoints.ts';

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
    }
  | {
      dated: false;
      /** One sentence: why, and what to write instead. */
      why: string;
      checkpoints: Checkpoint[];
    };

/**
 * Reads a duration that runs from `start` (yyyy-mm-dd). Any text gives an answer, in time proportional to its length.
 * `sprintDays`: how long a sprint is where the text does not say.
 */
export function readDuration(text: string, start: string, { sprintDays }: { sprintDays: number }): DurationReading {
  const startDay = readDay(start);
  if (startDay === undefined) return { dated: false, why: WHY_NO_START, checkpoints: [] };
  const statements = readStatements(tokenize(text), startDay);
  const clock = clockOf(statements, startDay, sprintDays);
  const verdict = judge(statements, clock, /\S/.test(text));
  const checkpoints = dateCheckpoints(text, labelsOf(statements), clock);
  if ('why' in verdict) return { dated: false, why: verdict.why, checkpoints };
  const { due, earliest, rule } = verdict;
  return {
    dated: true,
    due: formatDay(due),
    ...(earliest !== undefined && earliest < due ? { earliest: formatDay(earliest) } : {}),
    checkpoints,
    rule,
  };
}
