// How experiments, patterns and rules name each other: `**Pattern:** P-BIZ-004` in an experiment, `Evidence: K-BIZ-001` in a pattern.

import { isId } from '../experiment/id.ts';
import type { Experiment } from '../experiment/template.ts';
import { ENTRY_KINDS, type EntryKind } from './entry-kinds.ts';
import { type Entry, KINDS } from './kinds.ts';

/** Words that may be IDs. */
const WORD = /[^\s,;()[\]"“”'`]*\d\p{Ll}?(?![^\s,;.()[\]"“”'`:])/gu;

/** The IDs that a text names, each once, in their order: numbers alone are none. */
export function idsIn(text: string): string[] {
  return [...new Set(text.match(WORD))].filter((word) => isId(word) && !/^\d/.test(word));
}

/** The text with the new ID in place of each old one. */
export function withIds(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replace(WORD, (word) => ids.get(word) ?? word);
}

/** What an experiment names of a kind: the IDs after the kind's label in its other fields. */
export function namedIn(kind: EntryKind, { other }: Pick<Experiment, 'other'>): string[] {
  const label = KINDS[kind].label.toLowerCase();
  return other.split('\n').flatMap((line) => {
    const match = /^\*\*([^*:]+):?\*\*:?(.*)$/.exec(line);
    return match?.[1]?.trim().toLowerCase() === label ? idsIn(match[2] ?? '') : [];
  });
}

/** The experiment's other fields with a line that names the entry; the same text where one does. */
export function withLink(kind: EntryKind, other: string, id: string): string {
  if (namedIn(kind, { other }).includes(id)) return other;
  const { label } = KINDS[kind];
  const lines = other.split('\n');
  const at = lines.findIndex((line) => new RegExp(`^\\*\\*${label}:\\*\\*`, 'i').test(line));
  if (at < 0) return [other, `**${label}:** ${id}`].filter((text) => text !== '').join('\n');
  return lines.map((line, index) => (index === at ? `${line.trimEnd()}, ${id}` : line)).join('\n');
}

/** The entry with an experiment among those that it names. */
export function withEvidence(kind: EntryKind, entry: Entry, id: string): Entry {
  const { source } = KINDS[kind];
  const named = entry[source];
  return idsIn(named).includes(id)
    ? entry
    : { ...entry, [source]: named.trim() === '' ? id : `${named.trim()}, ${id}` };
}

/** The kind that an experiment's decision leads to: what was adopted is a pattern, what was dropped a rule. */
export function kindOfDecision(decision: string): EntryKind | undefined {
  if (decision === 'Adopt') return 'pattern';
  return decision === 'Drop' ? 'rule' : undefined;
}

/** All that an experiment names. */
export function linksOf(experiment: Pick<Experiment, 'other'>): { kind: EntryKind; id: string }[] {
  return ENTRY_KINDS.flatMap((kind) => namedIn(kind, experiment).map((id) => ({ kind, id })));
}
