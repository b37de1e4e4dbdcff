// What a form may save as an experiment: checked in the page while typing, and again in the script before it is written.
import type { DurationReading } from '../duration/reader.ts';
import { formWords } from '../messages.ts';
import { type Finding, UNDATABLE } from '../register/finding.ts';
import { findingsOf } from '../register/findings.ts';
import type { Settings } from '../register/settings.ts';
import { type Experiment, emptyExperiment, FIELDS, type FieldKey, isEmptyText } from './template.ts';

/** Sheets keeps no longer text in a cell; one character goes to the apostrophe that keeps text text. */
export const CELL_LIMIT = 49_999;

/** Errors of the row that a form cannot mend, or that people may live with: they mark the row, but nothing typed is held back for them. */
const NEVER_BLOCKING: readonly string[] = [UNDATABLE, 'malformed-id'];

/** What a duration says here does not matter: no finding about it blocks. */
const UNDATED: DurationReading = { dated: false, why: '', checkpoints: [] };

/** What keeps a form from being saved, by field; empty if nothing does. `today` as yyyy-mm-dd. */
export function refusalsOf(
  experiment: Experiment,
  settings: Pick<Settings, 'layers' | 'scoring'>,
  today: string,
): Partial<Record<FieldKey, string>> {
  const refusals: Partial<Record<FieldKey, string>> = {};
  for (const { key, label } of FIELDS) {
    if (experiment[key].length > CELL_LIMIT) refusals[key] = formWords.tooLong(label);
  }
  // What the register would call an error is refused here.
  for (const { severity, code, field = 'title', message } of findingsOf(experiment, UNDATED, settings, today)) {
    if (severity === 'error' && !NEVER_BLOCKING.includes(code)) refusals[field as FieldKey] ??= message;
  }
  return refusals;
}

/** What is said of an experiment while it is typed; of its duration only that it is missing, since the script reads what one says. */
export function findingsWhileTyping(
  experiment: Experiment,
  settings: Parameters<typeof refusalsOf>[1],
  today: string,
): Finding[] {
  return findingsOf(experiment, UNDATED, settings, today).filter(
    ({ code }) => code !== UNDATABLE || isEmptyText(experiment.duration),
  );
}

/** The form upon what stands now: fields that it left as they were before are as they are now. */
export function rebase(now: Experiment, before: Experiment, form: Experiment): Experiment {
  const result = emptyExperiment();
  for (const { key } of FIELDS) result[key] = form[key] === before[key] ? now[key] : form[key];
  return { ...result, id: now.id };
}
