// Files whose entries are no experiments, such as patterns: read as logs whose labels mean other fields.

import { FIELDS, type FieldKey } from '../domain/experiment/template.ts';
import type { EntryKind } from '../domain/learnt/entry-kinds.ts';
import { KINDS } from '../domain/learnt/kinds.ts';
import type { KeptShape } from '../domain/register/log-shape.ts';
import type { LogDocument } from './document.ts';
import { labelOfHeading, labelOfLine } from './forms/label-lines.ts';
import { lineText, type Outline } from './reading/outline.ts';
import { readLog } from './reading/read.ts';
import { TEMPLATE_SHAPE } from './shape/shape.ts';
import { plainWord } from './shape/words.ts';
import { count } from './text/counts.ts';
import { ENTRY_WORDS } from './words/entries.ts';

/**
 * As `readLog`, of a file whose labels and fields `kept` names. Where no heading names an entry by an ID in brackets, entries are the headings
 * of the level of which the most have two of these labels below them. Time is linear in the length.
 */
export function readEntries(text: string, kept: KeptShape): LogDocument {
  const document = readLog(text, kept);
  if (document.contents.experiments.length > 0 || kept.level !== undefined) return document;
  const level = levelOfEntries(document.outline, kept.labels ?? {});
  // A file that has none yet gets them in the template's form.
  return readLog(text, { ...kept, ...(level === undefined ? FIRST : { level, isPointed: true }) });
}

const FIRST: KeptShape = { heading: TEMPLATE_SHAPE.heading, level: TEMPLATE_SHAPE.experiment, hasIds: true };

function levelOfEntries(outline: Outline, labels: NonNullable<KeptShape['labels']>): number | undefined {
  const isLabel = (word = '') => (labels[word] ?? '') !== '';
  const entries = new Map<number, number>();
  /** How many labels stand below the heading of each level that is open. */
  const open: number[] = [];
  let next = 0;
  const close = (depth: number) => {
    for (let level = depth; level < open.length; level++) {
      if ((open[level] ?? 0) > 1) count(entries, level);
      open[level] = 0;
    }
  };
  for (let line = 0; line < outline.starts.length; line++) {
    const heading = outline.headings[next];
    const text = lineText(outline, line);
    const isHeading = heading?.line === line;
    const isOne = isLabel(isHeading ? plainWord(labelOfHeading(text)) : labelOfLine(text)?.word.plain);
    if (isHeading) {
      next++;
      close(heading.depth);
    }
    if (isOne) for (let level = 0; level < open.length; level++) open[level] = (open[level] ?? 0) + 1;
    if (isHeading) open[heading.depth] = 0;
  }
  close(0);
  // A title above them all has their labels, too.
  const [best] = [...entries].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best?.[0];
}

/**
 * What the labels of a kind's file mean, by `plainWord`: its own, and the words of other teams. A label of the experiments' template that the
 * kind has no field for is the file's own.
 */
export function entryLabels(kind: EntryKind): Record<string, FieldKey | ''> {
  const { fields } = KINDS[kind];
  return {
    ...Object.fromEntries(FIELDS.map(({ label }) => [plainWord(label), '' as const])),
    ...Object.fromEntries(fields.flatMap(({ key }) => wordsOfEntry(kind, key).map((word) => [word, key]))),
    ...Object.fromEntries(
      fields.flatMap(({ key, label }) => (key === 'other' || key === 'title' ? [] : [[plainWord(label), key]])),
    ),
  };
}

/** What other teams call a field of a kind's entries. */
export const wordsOfEntry = (kind: EntryKind, key: FieldKey): string[] => ENTRY_WORDS[kind][key]?.split(', ') ?? [];
