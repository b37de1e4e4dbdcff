// What an experiment says right below its heading without labels, or with several on a line, as labels.

import { BLANK, hasFlag, lineText, MASKED, type Outline, RULE } from '../reading/outline.ts';
import type { HeadingParts } from '../shape/heading-parts.ts';
import { keyOfLabel, type Shape } from '../shape/shape.ts';
import { bylineOf } from './byline.ts';
import type { LabelForm, LabelSlice } from './label-forms.ts';
import { isKnownLabel } from './label-lines.ts';

/** A value that no label names. */
const BARE: LabelForm = { kind: 'cell', open: '', close: '' };
/** A label among others on a line; by itself it is written as the template has it. */
const AMONG: LabelForm = { kind: 'cell', open: '**', close: ':**' };

/** The labels on the lines right below a heading, in a log that has such lines, and the line after the last. */
export function readHeadLines(
  outline: Outline,
  from: number,
  to: number,
  shape: Shape,
  parts: HeadingParts,
): { labels: LabelSlice[]; endLine: number } {
  const labels: LabelSlice[] = [];
  let endLine = from;
  for (let line = from; shape.hasByline && line < to; line += 1) {
    if (hasFlag(outline, line, BLANK)) continue;
    const text = hasFlag(outline, line, MASKED | RULE) ? '' : lineText(outline, line);
    if (isKnownLabel(text, shape.isLoose)) break;
    const found = bylineOf(text, shape.dayFirst);
    if (found.length === 0) break;
    const start = outline.starts[line] ?? 0;
    for (const [index, { label, word, start: at, value }] of found.entries()) {
      const before = found[index - 1]?.value.end;
      const key = keyOfLabel(word, shape) || undefined;
      // What the heading says already is text here.
      if (label === '' && (key === undefined || parts[key as 'date'])) continue;
      labels.push({
        label,
        key,
        form: label === '' ? BARE : AMONG,
        line,
        start: start + at,
        labelEnd: start + value.start,
        end: index === found.length - 1 ? start + text.length : start + value.end,
        value: { start: start + value.start, end: start + value.end },
        below: false,
        ...(before !== undefined && { gap: start + before }),
      });
    }
    endLine = line + 1;
  }
  return { labels, endLine };
}
