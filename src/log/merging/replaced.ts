// What an agreement replaces: the texts by which an older copy of a log is known later.
import type { LogContents } from '../document.ts';
import { canonicalLine } from '../text/canonical.ts';
import { keyedExperiments } from '../text/keys.ts';
import { fieldChanges, keyedItems, TEXT_KEYS } from './compare.ts';
import { wordsFingerprint } from './merge-choice.ts';
import { candidateTraits, entityTraits, layerTraits, relatedFileTraits, type Traits } from './merge-lists.ts';

/** The fingerprints of the fields, list items and lines of `before` that `after` has otherwise or not at all, but for whole experiments. */
export function replacedFingerprints(before: LogContents, after: LogContents): string[] {
  const now = keyedExperiments(after.experiments);
  const fingerprints: string[] = [];
  for (const [key, experiment] of keyedExperiments(before.experiments)) {
    const later = now.get(key);
    if (later === undefined || later === experiment) continue;
    for (const change of fieldChanges(experiment, later))
      fingerprints.push(wordsFingerprint(`${key}/${change.field}`, change.before));
  }
  const addItems = <T>(old: readonly T[], items: readonly T[], { part, keyOf, textOf }: Traits<T>): void => {
    const held = new Set(items.map(textOf));
    for (const [key, item] of keyedItems(old, keyOf)) {
      if (!held.has(textOf(item))) fingerprints.push(wordsFingerprint(`${part}/${key}`, textOf(item)));
    }
  };
  addItems(before.layers, after.layers, layerTraits);
  addItems(before.entities, after.entities, entityTraits);
  addItems(before.candidates, after.candidates, candidateTraits);
  addItems(before.relatedFiles, after.relatedFiles, relatedFileTraits);
  for (const key of TEXT_KEYS) {
    const old = canonicalLine(before[key]);
    if (old !== canonicalLine(after[key])) fingerprints.push(wordsFingerprint(key, old));
  }
  return fingerprints;
}
