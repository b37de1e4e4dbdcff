// Labelled text: `**Label:**` at the start of a line, and what belongs to it.
import { FIELDS, type Field, type FieldKey, placeOf } from '../domain/experiment/template.ts';
import { BLANK, hasFlag, lineText, MASKED, type Outline, RULE } from './blocks.ts';
import type { LabelSlice, Span } from './document.ts';

/** `**Label:**` and `**Label**:`, as people write both. */
const LABEL = /^\*\*([^*:\\\s](?:[^*:\\\r\n]{0,78}[^*:\\\s])?)[ \t]*(?::\*\*|\*\*:)/;

const FIELD_OF_LABEL = new Map<string, Field & { key: FieldKey }>(
  FIELDS.filter((field) => placeOf(field) !== 'heading' && placeOf(field) !== 'labels').map((field) => [
    field.label.toLowerCase(),
    field,
  ]),
);

/** The label a line starts with, and its length with all its stars; none for other lines. */
export function matchLabel(line: string): { label: string; length: number } | undefined {
  if (!line.startsWith('**')) return undefined;
  const match = LABEL.exec(line);
  return match ? { label: match[1] ?? '', length: match[0].length } : undefined;
}

/** The template's field of a label, without regard to case. */
export function fieldOfLabel(label: string): (Field & { key: FieldKey }) | undefined {
  return FIELD_OF_LABEL.get(label.toLowerCase());
}

/** A value of one line, or of lines that no blank line parts: what follows a blank line does not belong to it. */
export function isOneParagraph(field: Field | undefined): boolean {
  return field !== undefined && ['line', 'closing'].includes(placeOf(field));
}

/**
 * The labelled slices of the lines from `from` up to and not including `to`, and the text that no label claims. A slice ends before
 * the next label, at a rule, or, for a field that is one paragraph, at a blank line. `key` is set on every known label.
 */
export function readLabels(outline: Outline, from: number, to: number): { labels: LabelSlice[]; strays: Span[] } {
  const labels: LabelSlice[] = [];
  const strays: Span[] = [];
  let current: LabelSlice | undefined;
  let stray: Span | undefined;
  for (let line = from; line < to; line += 1) {
    const start = outline.starts[line] ?? 0;
    const end = outline.ends[line] ?? 0;
    if (hasFlag(outline, line, RULE)) {
      current = undefined;
      stray = undefined;
      continue;
    }
    if (hasFlag(outline, line, BLANK)) {
      if (current && current.value.end > current.value.start && isOneParagraph(fieldOfLabel(current.label))) {
        current = undefined;
      }
      continue;
    }
    const masked = hasFlag(outline, line, MASKED);
    const match = masked ? undefined : matchLabel(lineText(outline, line));
    if (match) {
      const after = start + match.length;
      const below = end <= after;
      let valueStart = after;
      if (!below) while (/[ \t]/.test(outline.text.charAt(valueStart))) valueStart += 1;
      const key = fieldOfLabel(match.label)?.key;
      current = {
        label: match.label,
        key,
        line,
        start,
        end,
        value: { start: valueStart, end: below ? after : end },
        below,
      };
      labels.push(current);
      stray = undefined;
    } else if (current && !(masked && isOneParagraph(fieldOfLabel(current.label)) && isEmpty(current))) {
      if (isEmpty(current)) current.value.start = start;
      current.value.end = end;
      current.end = end;
    } else if (stray) {
      stray.end = end;
    } else {
      current = undefined;
      stray = { start, end };
      strays.push(stray);
    }
  }
  return { labels, strays };
}

function isEmpty(slice: LabelSlice): boolean {
  return slice.value.end <= slice.value.start;
}
