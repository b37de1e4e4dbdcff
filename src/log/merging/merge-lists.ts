// Merges what a log lists: layers, entities, candidates and related files.
import type { Candidate } from '../../domain/register/candidate.ts';
import type { Layer, RelatedFile } from '../../domain/register/settings.ts';
import { MESSAGES } from '../messages.ts';
import { canonicalLine } from '../text/canonical.ts';
import { formatCandidate, formatLayer, formatRelatedFile } from '../text/entries.ts';
import { keyedItems } from './compare.ts';
import {
  type Conflict,
  mergedOrder,
  mergeValue,
  type Resolution,
  type Side,
  type State,
  settle,
  wordsFingerprint,
} from './merge-choice.ts';

/** What tells the items of a list apart, and what they say. */
export interface Traits<T> {
  part: 'layer' | 'entity' | 'candidate' | 'relatedFile';
  keyOf: (item: T) => string;
  textOf: (item: T) => string;
}

export const layerTraits: Traits<Layer> = {
  part: 'layer',
  keyOf: ({ name }) => canonicalLine(name),
  textOf: formatLayer,
};
export const entityTraits: Traits<string> = { part: 'entity', keyOf: canonicalLine, textOf: canonicalLine };
export const candidateTraits: Traits<Candidate> = {
  part: 'candidate',
  keyOf: ({ idea }) => canonicalLine(idea),
  textOf: formatCandidate,
};
export const relatedFileTraits: Traits<RelatedFile> = {
  part: 'relatedFile',
  keyOf: ({ path }) => canonicalLine(path),
  textOf: formatRelatedFile,
};

/** The items of both sides, less what one of them has taken out and the other left alone. */
export function mergeList<T>(
  base: readonly T[] | undefined,
  file: readonly T[],
  register: readonly T[],
  { part, keyOf, textOf }: Traits<T>,
  state: State,
): T[] {
  const [old, theirs, ours] = [keyedItems(base ?? [], keyOf), keyedItems(file, keyOf), keyedItems(register, keyOf)];
  const merged: T[] = [];
  for (const key of mergedOrder(old, theirs, ours)) {
    const [known, inFile, inRegister] = [old, theirs, ours].map((items) => {
      const item = items.get(key);
      return item === undefined ? undefined : textOf(item);
    });
    const label = MESSAGES[part](key);
    const conflictKey = `${part}/${key}`;
    let side: Resolution;
    if (inFile !== undefined && inRegister !== undefined) {
      side = mergeValue(known, inFile, inRegister, { key: conflictKey, id: '', label }, state);
    } else {
      const holder: Side = inFile === undefined ? 'register' : 'file';
      const other: Side = holder === 'file' ? 'register' : 'file';
      const isOlder =
        inFile !== undefined && known === undefined && state.earlier.has(wordsFingerprint(conflictKey, inFile));
      // A log that has no such list at all says nothing about it, but for candidates.
      const isLoss =
        holder === 'file' ? state.isEmptied : state.asksBeforeLoss && (file.length > 0 || part === 'candidate');
      if (state.hasBase && known === undefined && !isOlder) {
        side = holder;
        state.report.push(MESSAGES.isNew(label, holder));
      } else if (state.hasBase && known !== undefined && known === (inFile ?? inRegister) && !isLoss) {
        side = other;
        state.report.push(MESSAGES.isGone(label, other));
      } else {
        const conflict: Conflict = {
          key: conflictKey,
          kind: 'presence',
          id: '',
          label,
          ...((isLoss || isOlder) && { default: isOlder ? 'register' : holder }),
          ...(isOlder && { isOlder }),
          base: known,
          file: inFile,
          register: inRegister,
        };
        side = settle(conflict, state, isOlder ? 'register' : holder);
      }
    }
    const item = (side === 'file' ? theirs : ours).get(key);
    if (item !== undefined) merged.push(item);
  }
  return merged;
}
