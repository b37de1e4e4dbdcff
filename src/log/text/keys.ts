// What tells experiments apart.
import type { Experiment } from '../../domain/experiment/template.ts';

/** Whether an ID can stand in a log: `K-BIZ-001`, without blanks and brackets and with a number at its end. */
export function isExperimentId(id: string): boolean {
  return /^[^\s[\]]+-\d+$/.test(id);
}

/** `K-BIZ` of `K-BIZ-001`. */
export function prefixOfId(id: string): string {
  return id.slice(0, Math.max(id.lastIndexOf('-'), 0));
}

/** The experiments by their ID and which of the experiments with this ID they are (`K-BIZ-001#1`); those without a sound ID are left out. */
export function keyedExperiments(experiments: readonly Experiment[]): Map<string, Experiment> {
  const occurrences = new Map<string, number>();
  const keyed = new Map<string, Experiment>();
  for (const experiment of experiments) {
    const id = experiment.id.trim();
    if (!isExperimentId(id)) continue;
    const occurrence = (occurrences.get(id) ?? 0) + 1;
    occurrences.set(id, occurrence);
    keyed.set(`${id}#${occurrence}`, id === experiment.id ? experiment : { ...experiment, id });
  }
  return keyed;
}

/** The ID with the lowest number above all of this prefix in `ids`, with at least three digits. */
export function nextFreeId(prefix: string, ids: Iterable<string>): string {
  let highest = 0;
  for (const id of ids) {
    if (prefixOfId(id) === prefix) highest = Math.max(highest, Number(id.slice(prefix.length + 1)));
  }
  return `${prefix}-${String(highest + 1).padStart(3, '0')}`;
}
