// One experiment as it stands in a log: its heading, its labels with their text, and what it owns besides.
import { emptyExperiment, type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import type { ExperimentSource } from '../document.ts';
import { asRead, canonicalText } from '../text/canonical.ts';
import { unescapeMarkdown } from '../text/escaping.ts';
import { joinOther } from '../text/other.ts';
import type { LabelSlice } from './labels.ts';
import { isOneParagraph, plainValue, readLabels } from './labels.ts';
import { lineText, type Outline } from './outline.ts';
import { EXPERIMENT_HEADING, type Item } from './structure.ts';

const EMPTY = emptyExperiment();

/** Reads an experiment, of several with its ID the one that `occurrence` says, from 1. */
export function readExperiment(outline: Outline, item: Item, occurrenceOf: (id: string) => number): ExperimentSource {
  const { text, starts, ends } = outline;
  const { line, endLine, fieldsEndLine } = item;
  const start = starts[line] ?? 0;
  const headingEnd = ends[line] ?? start;
  const [, before = '', id = '', between = ''] = EXPERIMENT_HEADING.exec(lineText(outline, line)) ?? [];
  const idStart = start + before.length;
  const titleStart = idStart + id.length + between.length;
  const { labels, strays } = readLabels(outline, line + 1, fieldsEndLine);
  const end = ends[endLine - 1] ?? start;
  if (fieldsEndLine < endLine) strays.push({ start: starts[fieldsEndLine] ?? end, end });
  const fields = { ...EMPTY, id };
  fields.title = canonicalText('title', withoutClosing(text.slice(titleStart, headingEnd)));
  readFields(text, labels, fields);
  return {
    key: `${id}#${occurrenceOf(id)}`,
    line,
    endLine,
    start,
    end,
    id: { start: idStart, end: idStart + id.length },
    title: { start: titleStart, end: headingEnd },
    labels,
    strays,
    fieldsEnd: lastFilledEnd(outline, line, fieldsEndLine),
    fields: asRead(fields),
  };
}

/** Behind the last line before `endLine` that is not blank. */
function lastFilledEnd(outline: Outline, line: number, endLine: number): number {
  let last = endLine - 1;
  while (last > line && outline.starts[last] === outline.ends[last]) last -= 1;
  return outline.ends[last] ?? outline.text.length;
}

/** A heading's text without the `#`s that Markdown allows at its end. */
export function withoutClosing(heading: string): string {
  let end = heading.length;
  while (end > 0 && heading.charAt(end - 1) === '#') end -= 1;
  return end === 0 || ' \t'.includes(heading.charAt(end - 1)) ? heading.slice(0, end) : heading;
}

/** Gives each label its field. Of a label that stands twice the first counts, unless only a later one holds anything. */
function readFields(text: string, labels: readonly LabelSlice[], fields: ExperimentSource['fields']): void {
  const chosen = new Map<FieldKey, LabelSlice>();
  for (const slice of labels) {
    if (slice.key === undefined) continue;
    const value = readValue(text, slice, slice.key);
    const earlier = chosen.get(slice.key);
    const loser = earlier && (fields[slice.key] !== '' || value === '') ? slice : earlier;
    if (loser !== slice) {
      chosen.set(slice.key, slice);
      fields[slice.key] = value;
    }
    if (loser) {
      loser.key = undefined;
      loser.repeated = true;
    }
  }
  fields.other = joinOther(
    labels.filter(({ key, repeated }) => key === undefined && !repeated).map((slice) => otherText(text, slice)),
  );
  if (fields.started === fields.date) fields.started = '';
}

/** The text of a labelled slice as the field has it. */
function readValue(text: string, slice: LabelSlice, key: FieldKey): string {
  const raw = plainValue(slice.form, toUnix(text.slice(slice.value.start, slice.value.end)));
  return canonicalText(key, unescapeMarkdown(raw, slice.below, isOneParagraph(fieldOf(key))));
}

/** A label that the template does not know, with its text, as the field `other` has it. */
export function otherText(text: string, slice: LabelSlice): string {
  if (slice.form.kind === 'plain') return toUnix(text.slice(slice.start, slice.end));
  const value = plainValue(slice.form, toUnix(text.slice(slice.value.start, slice.value.end)));
  return `**${slice.label}:**${slice.below ? '\n' : ' '}${value}`.trimEnd();
}

export function toUnix(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
