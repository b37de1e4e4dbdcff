// The IDs of experiments in a log that writes none: the register's, known by title and date.
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import type { ExperimentSource, LogDocument, Section } from '../document.ts';
import { canonicalExperiment, withFields } from '../text/canonical.ts';
import { count } from '../text/counts.ts';

/** The register's IDs of the experiments of a text, in its order. */
export function namesOf(document: LogDocument): string[] {
  return document.contents.experiments.map(({ id }) => id);
}

/**
 * Gives experiments their IDs, in the order of the text. Without as many IDs as there are experiments each gets one that no register has:
 * `?1`, from the oldest on.
 */
export function nameExperiments(sections: readonly Section[], names: readonly string[] = []): void {
  const sources = sections.flatMap(({ items }) => items.flatMap(({ experiment }) => experiment ?? []));
  const isNewestFirst = (sources[0]?.fields.date ?? '') > (sources[sources.length - 1]?.fields.date ?? '');
  const isNamed = names.length === sources.length;
  for (const [index, source] of sources.entries()) {
    const place = isNewestFirst ? sources.length - index : index + 1;
    rename(source, (isNamed && names[index]) || `?${place}`);
  }
}

/** Whether an ID only stands for one that the register has still to give. */
function isStandIn(id: string): boolean {
  return id.startsWith('?');
}

function rename(source: ExperimentSource, id: string): void {
  source.fields = withFields(source.fields, { id });
  source.key = `${id}#1`;
}

/** The experiments of a log that have no ID of the register yet. */
function standIns({ sections, shape }: LogDocument): ExperimentSource[] {
  if (shape.hasIds) return [];
  return sections
    .flatMap(({ items }) => items.flatMap(({ experiment }) => experiment ?? []))
    .filter(({ fields }) => isStandIn(fields.id));
}

/** How many experiments of a log wait for an ID. */
export function countUnnamed(document: LogDocument): number {
  return standIns(document).length;
}

/** Gives the experiments of a log that have none their IDs, the oldest the first. */
export function nameUnnamed(document: LogDocument, ids: readonly string[]): void {
  const unnamed = standIns(document).sort((a, b) => Number(a.fields.id.slice(1)) - Number(b.fields.id.slice(1)));
  for (const [index, source] of unnamed.entries()) rename(source, ids[index] ?? source.fields.id);
  renew(document);
}

/** Gives experiments of a log that writes no IDs others, by their keys: nothing in its text changes. */
export function renameUnwritten(document: LogDocument, renaming: ReadonlyMap<string, string>): void {
  for (const { items } of renaming.size === 0 ? [] : document.sections) {
    for (const { experiment } of items) {
      const next = experiment && renaming.get(experiment.key);
      if (next !== undefined) rename(experiment as ExperimentSource, next);
    }
  }
  renew(document);
}

/**
 * By what an experiment without an ID is known again, the surest first: by all that it says, else by title and date, else by a title that no other has:
 * the log may have no place for days.
 */
const IDENTITIES: readonly { of: (experiment: Experiment) => string; isOneOfMany?: true }[] = [
  {
    of: (experiment) => JSON.stringify(FIELDS.map(({ key }) => (key === 'id' ? '' : experiment[key]))),
    isOneOfMany: true,
  },
  { of: ({ title, date }) => `${date} ${title}`, isOneOfMany: true },
  { of: ({ title }) => title },
];

/**
 * Knows the experiments of a log that have no ID again among others, else by most of what they say. Those that are not known keep what
 * stands in for an ID.
 */
export function recognise(document: LogDocument, experiments: readonly Experiment[]): void {
  let unnamed = standIns(document);
  if (unnamed.length === 0) return;
  const taken = new Set(document.contents.experiments.map(({ id }) => id));
  const free = new Set(experiments.filter(({ id }) => !taken.has(id) && !isStandIn(id)).map(canonicalExperiment));
  const claim = (source: ExperimentSource, experiment: Experiment | undefined): boolean => {
    if (experiment === undefined || !free.delete(experiment)) return false;
    rename(source, experiment.id);
    return true;
  };
  for (const { of, isOneOfMany } of IDENTITIES) {
    const known = new Map<string, Experiment[]>();
    for (const experiment of free) {
      const identity = of(experiment);
      known.set(identity, [...(known.get(identity) ?? []), experiment]);
    }
    const identities = unnamed.map(({ fields }) => of(fields));
    const times = new Map<string, number>();
    for (const identity of identities) count(times, identity);
    unnamed = unnamed.filter((source, at) => {
      const identity = identities[at] ?? '';
      const alike = known.get(identity) ?? [];
      const isSure = isOneOfMany || (alike.length === 1 && times.get(identity) === 1);
      return !isSure || !claim(source, alike.shift());
    });
  }
  for (const source of unnamed)
    claim(
      source,
      [...free].find((experiment) => isMostlySame(source.fields, experiment)),
    );
  renew(document);
}

/** Whether most of the fields that either of two experiments has say the same in both. */
function isMostlySame(one: Experiment, other: Experiment): boolean {
  const filled = FIELDS.filter(({ key }) => key !== 'id' && (one[key] !== '' || other[key] !== ''));
  const same = filled.filter(({ key }) => one[key] === other[key]);
  return same.length > 1 && same.length * 2 > filled.length;
}

function renew(document: LogDocument): void {
  const experiments = document.sections.flatMap(({ items }) =>
    items.flatMap(({ experiment }) => experiment?.fields ?? []),
  );
  document.contents = { ...document.contents, experiments };
}
