// Files whose entries are no experiments, such as patterns: read as logs whose labels mean other fields.

import type { KeptShape } from '../domain/register/log-shape.ts';
import type { LogDocument } from './document.ts';
import { labelOfHeading, labelOfLine } from './forms/label-lines.ts';
import { lineText, type Outline } from './reading/outline.ts';
import { readLog } from './reading/read.ts';
import { TEMPLATE_SHAPE } from './shape/shape.ts';
import { plainWord } from './shape/words.ts';
import { count } from './text/counts.ts';

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
