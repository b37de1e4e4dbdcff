// What is wrong with a pattern or a rule.

import { isOffered } from '../experiment/template.ts';
import { learntWords } from '../messages.ts';
import type { Settings } from '../register/settings.ts';
import type { EntryKind } from './entry-kinds.ts';
import { type Entry, KINDS } from './kinds.ts';
import { idsIn } from './links.ts';

const words = learntWords.findings;

/** A sentence for each thing that is wrong, in the order of the entries; `experiments` are the IDs of the register. */
export function entryFindings(
  kind: EntryKind,
  entries: readonly Entry[],
  experiments: ReadonlySet<string>,
  settings: Pick<Settings, 'layers' | 'entities'>,
): string[][] {
  const counts = new Map<string, number>();
  for (const { id } of entries) counts.set(id, (counts.get(id) ?? 0) + 1);
  return entries.map((entry) => [
    ...((counts.get(entry.id) ?? 0) > 1 && entry.id !== '' ? [words.doubled(entry.id)] : []),
    ...(entry.title === '' ? [words.untitled] : []),
    ...evidenceFindings(kind, entry, experiments),
    ...stateFindings(entry, counts),
    ...KINDS[kind].fields.flatMap((field) =>
      isOffered(field, entry[field.key], settings) ? [] : [words.notOffered(field.label, entry[field.key])],
    ),
  ]);
}

function evidenceFindings(kind: EntryKind, entry: Entry, experiments: ReadonlySet<string>): string[] {
  const named = idsIn(entry[KINDS[kind].source]);
  // A rule may come from elsewhere: a post-mortem has no ID.
  if (named.length === 0) return kind === 'pattern' || entry.risks.trim() === '' ? [words.unnamed] : [];
  const gone = named.filter((id) => !experiments.has(id));
  // What else an origin says may look like an ID.
  return gone.length === 0 || (kind === 'rule' && gone.length < idsIn(entry.risks).length) ? [] : [words.gone(gone)];
}

function stateFindings({ status }: Entry, counts: ReadonlyMap<string, number>): string[] {
  const [, by = ''] = /superseded\s+by\s+(.*)/i.exec(status) ?? [];
  const [id] = idsIn(by);
  return id === undefined || counts.has(id) ? [] : [words.superseded(id)];
}
