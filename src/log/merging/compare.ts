// What differs between two logs, for a preview.

import { type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import type { Candidate } from '../../domain/register/candidate.ts';
import type { Layer, RelatedFile } from '../../domain/register/settings.ts';
import type { LogContents } from '../document.ts';
import { canonicalExperiment, canonicalLine } from '../text/canonical.ts';
import { count } from '../text/counts.ts';
import { formatCandidate, formatLayer, formatRelatedFile } from '../text/entries.ts';
import { keyedExperiments } from '../text/keys.ts';
import { pairedExperiments } from '../text/likeness.ts';
import { sectionOfStatus } from '../text/sections.ts';

export interface FieldChange {
  field: FieldKey;
  before: string;
  after: string;
}

export interface LogChanges {
  added: Experiment[];
  removed: Experiment[];
  /** Experiments whose new status belongs in another section; they are in `changed` too. */
  moved: { id: string; from: string; to: string }[];
  changed: { id: string; title: string; fields: FieldChange[] }[];
  candidates: ListChanges<Candidate>;
  layers: ListChanges<Layer>;
  relatedFiles: ListChanges<RelatedFile>;
  entities: ListChanges<string>;
  /** Changes of title, tagline, capture command and prefix. */
  texts: { key: TextKey; before: string; after: string }[];
  /** True if there is no change at all. */
  isSame: boolean;
}

export interface ListChanges<T> {
  added: T[];
  removed: T[];
}

/** The parts of a log that are one line each. */
export const TEXT_KEYS = ['title', 'tagline', 'captureCommand', 'prefix'] as const;
export type TextKey = (typeof TEXT_KEYS)[number];

/**
 * What it takes to come from `before` to `after`. Experiments are told apart as `writeLog` does; texts are compared in their canonical
 * form, and the order of experiments and list items does not matter. A changed list item is one removed and one added.
 */
export function compareLogs(before: LogContents, after: LogContents): LogChanges {
  const old = keyedExperiments(before.experiments);
  const now = pairedExperiments(before.experiments, after.experiments);
  const changes: LogChanges = {
    added: [...now].filter(([key]) => !old.has(key)).map(([, experiment]) => experiment),
    removed: [...old].filter(([key]) => !now.has(key)).map(([, experiment]) => experiment),
    moved: [],
    changed: [],
    candidates: listChanges(before.candidates, after.candidates, formatCandidate),
    layers: listChanges(before.layers, after.layers, formatLayer),
    relatedFiles: listChanges(before.relatedFiles, after.relatedFiles, formatRelatedFile),
    entities: listChanges(before.entities, after.entities, canonicalLine),
    texts: TEXT_KEYS.filter((key) => canonicalLine(before[key]) !== canonicalLine(after[key])).map((key) => ({
      key,
      before: before[key],
      after: after[key],
    })),
    isSame: false,
  };
  for (const [key, experiment] of now) {
    const earlier = old.get(key);
    if (!earlier) continue;
    const fields = fieldChanges(earlier, experiment);
    if (fields.length === 0) continue;
    const { id, title } = experiment;
    changes.changed.push({ id, title, fields });
    const status = fields.find(({ field }) => field === 'status');
    if (status && sectionOfStatus(status.before) !== sectionOfStatus(status.after)) {
      changes.moved.push({ id, from: status.before, to: status.after });
    }
  }
  const lists = [changes.candidates, changes.layers, changes.relatedFiles, changes.entities];
  changes.isSame =
    [changes.added, changes.removed, changes.changed, changes.texts].every(({ length }) => length === 0) &&
    lists.every(({ added, removed }) => added.length === 0 && removed.length === 0);
  return changes;
}

/** The fields in which two experiments differ, in the order of the template. */
export function fieldChanges(before: Experiment, after: Experiment): FieldChange[] {
  const [old, now] = [canonicalExperiment(before), canonicalExperiment(after)];
  return FIELDS.filter(({ key }) => old[key] !== now[key]).map(({ key }) => ({
    field: key,
    before: old[key],
    after: now[key],
  }));
}

/** List items by what they say; several that say the same are told apart by their number. */
export function keyedItems<T>(items: readonly T[], textOf: (item: T) => string): Map<string, T> {
  const counts = new Map<string, number>();
  const keyed = new Map<string, T>();
  for (const item of items) {
    const text = textOf(item);
    const nth = count(counts, text);
    keyed.set(nth === 1 ? text : `${text}\n#${nth}`, item);
  }
  return keyed;
}

function listChanges<T>(before: readonly T[], after: readonly T[], textOf: (item: T) => string): ListChanges<T> {
  const old = keyedItems(before, textOf);
  const now = keyedItems(after, textOf);
  return {
    added: [...now].filter(([key]) => !old.has(key)).map(([, item]) => item),
    removed: [...old].filter(([key]) => !now.has(key)).map(([, item]) => item),
  };
}
