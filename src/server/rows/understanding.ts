// What the register makes of a duration, for the form in which it is typed.
import * as z from 'zod/mini';
import { explainDuration } from '../../domain/duration/explanation.ts';
import { timingOf } from '../../domain/duration/timing.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { emptyExperiment } from '../../domain/experiment/template.ts';
import { evaluate } from '../../domain/register/evaluation.ts';

const days = z.custom<number>(Number.isFinite);

export const typedSchema = z.object({
  experiment: z.object({
    status: z.string(),
    started: z.string(),
    date: z.string(),
    decision: z.string(),
    duration: z.string(),
  }),
  /** The day it was closed, or `''`; absent while it is not in the register. */
  closed: z.optional(z.string()),
  /** The settings and the day that the page opened with, so that nothing has to be read. */
  settings: z.object({ sprintDays: days, fiscalYearBegins: days, dueSoonDays: days, staleProposalDays: days }),
  today: z.string(),
});
/** What the reading of a duration depends on, as it is being typed. */
export type Typed = z.infer<typeof typedSchema>;

export interface Understood {
  /** Where it stands today, in the words of its Timing cell, with the phase it is in; then when it ends, and why. */
  lines: string;
  /** What could be better. */
  coaching: string[];
}

export function understand({ experiment, closed, settings, today }: Typed): Understood {
  const { status } = experiment;
  const whole = { ...emptyExperiment(), ...experiment };
  const { duration, findings } = evaluate(whole, { ...settings, layers: [] }, today);
  const said = [explainDuration(duration)];
  // What is not in the register has no Timing cell.
  if (closed !== undefined && isStatus(status)) {
    const { words, now } = timingOf({ ...settings, ...experiment, status, closed, duration, today });
    said.unshift(now === undefined ? words : `${words}, ${now}`);
  }
  const coaching = findings.filter(({ severity, field }) => severity === 'warning' && field === 'duration');
  return { lines: said.filter((line) => line !== '').join('\n'), coaching: coaching.map(({ message }) => message) };
}
