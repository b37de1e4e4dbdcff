// What tells experiments apart.

import { formatId, highestNumber } from '../../domain/experiment/id.ts';
import type { Experiment } from '../../domain/experiment/template.ts';
import { type Counts, count } from './counts.ts';

const EXPERIMENT_ID = /^[^\s[\]|]*\d\p{Ll}?$/u;

/** Whether an ID can stand in a log: `K-BIZ-001`, `EXP-004a`, `12`, without blanks, bars and brackets and with a number at its end. */
export function isExperimentId(id: string): boolean {
  return EXPERIMENT_ID.test(id);
}

/** Whether an ID is no more than a number. */
export const isNumber = (id: string): boolean => /^\d{1,9}$/.test(id);

/** `K-BIZ` of `K-BIZ-001`; `''` of an ID without a hyphen. */
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
    keyed.set(nextKey(id, occurrences), id === experiment.id ? experiment : { ...experiment, id });
  }
  return keyed;
}

/** `K-BIZ-001` of `K-BIZ-001#1`. */
export function idOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}

/** The key of the next experiment with an ID. */
export function nextKey(id: string, seen: Counts<string>): string {
  return `${id}#${count(seen, id)}`;
}

/** The ID with the lowest number above all of this prefix in `ids`. */
export function nextFreeId(prefix: string, ids: Iterable<string>): string {
  return formatId(prefix, highestNumber(ids, prefix) + 1);
}
