// The edits that bring one field of an experiment to another text: its value replaced, or its label put in or taken out.
import { type Experiment, FIELDS, type FieldKey, fieldOf, placeOf } from '../../domain/experiment/template.ts';
import type { ExperimentSource, LogDocument } from '../document.ts';
import type { LabelForm, LabelSlice } from '../reading/labels.ts';
import { formValue, isOneParagraph, matchLabel, TEMPLATE_FORM } from '../reading/labels.ts';
import { closingOf } from '../reading/outline.ts';
import { experimentSources } from '../reading/read.ts';
import { otherText } from '../reading/read-experiment.ts';
import { joinOther, splitOther } from '../text/other.ts';
import { type Edit, endOfTextBefore, isBlankBetween, isNextLineFilled, skipBlanks } from './edits.ts';
import { PENDING, titleText, valueText } from './new-experiment.ts';

/** What the edits are made for. */
export interface Change {
  document: LogDocument;
  source: ExperimentSource;
  wanted: Experiment;
  escaped: ReadonlySet<FieldKey>;
  /** Nothing may depend on what stands around the place: the second try, where the first did not read back. */
  isCareful: boolean;
}

/** The edits of a field, LF line ends; none where the text has it already. */
export function editsOf(change: Change, key: FieldKey): Edit[] {
  const { source, wanted } = change;
  const { text } = change.document;
  if (key === 'other') return editsOfOther(change);
  if (key === 'title') {
    const title = titleText(wanted.title);
    const { start, end } = source.title;
    return [{ start, end, text: text.charAt(start - 1) === ']' ? title : title.slice(1) }];
  }
  const slice = source.labels.find((label) => label.key === key);
  if (slice) return [replacement(change, slice, key, wanted[key])];
  return wanted[key] === '' ? [] : [insertionOf(change, key, wanted[key])];
}

function replacement(change: Change, slice: LabelSlice, key: FieldKey, value: string): Edit {
  const field = fieldOf(key);
  const { text } = change.document;
  const { form, labelEnd } = slice;
  if (value === '' && field.optional && !change.isCareful) return removalOf(text, slice);
  const isFilled = slice.value.end > slice.value.start;
  const below =
    form.kind === 'plain' && (isOneParagraph(field) ? slice.below && isFilled : slice.below || isBlockLike(value));
  const isEscaped = form.kind !== 'row' && change.escaped.has(key);
  const plain = value === '' && change.isCareful ? PENDING : valueText(field, value, below, isEscaped);
  const written = formValue(form, plain);
  if (form.kind === 'row') {
    const gap = !isFilled && text.charAt(slice.value.end) === '|' ? ' ' : '';
    return { ...slice.value, text: written === '' ? '' : written + gap };
  }
  if (written === '') return { start: labelEnd, end: slice.value.end, text: '' };
  if (below === slice.below && isFilled) return { ...slice.value, text: written };
  return { start: labelEnd, end: slice.value.end, text: `${below ? '\n' : ' '}${written}` };
}

/** Whether a value has to begin on a line of its own. */
function isBlockLike(value: string): boolean {
  return value.includes('\n') || /^(?:[ \t#>|~`<+-]|\d+[.)][ \t]|[*_][ \t])/.test(value);
}

/** A label and its value where the experiment has none: behind the field that precedes it in this log. */
function insertionOf(change: Change, key: FieldKey, value: string): Edit {
  const field = fieldOf(key);
  const place = placeOf(field);
  const { document, source } = change;
  const isBefore = orderOf(document, key);
  const previous = source.labels.reduce<LabelSlice | undefined>(
    (last, label) => (label.key !== undefined && isBefore(label.key) ? label : last),
    undefined,
  );
  const neighbour = formOf(change, previous);
  // Behind a list or table, where a block is safe whatever follows, it has the template's form.
  const form = neighbour.kind !== 'plain' && change.isCareful && place === 'block' ? TEMPLATE_FORM : neighbour;
  if (form.kind !== 'plain') {
    const written = valueText(field, value, false, form.kind === 'bullet' && change.escaped.has(key));
    return lineInsertion(change, previous, `${form.open}${field.label}${form.close}`, form, written);
  }
  const isLine = isOneParagraph(field);
  const below = place === 'block';
  const written = `${form.open}${field.label}${form.close}${below ? '\n' : ' '}${valueText(field, value, below, change.escaped.has(key))}`;
  if (isLine && change.isCareful) return placed(change, source.title.end, '\n', written);
  const joins = place === 'line' && (!previous?.key || placeOf(fieldOf(previous.key)) === 'line');
  const start = previous?.end ?? source.title.end;
  return isLine ? placed(change, start, joins ? '\n' : '\n\n', written) : blockInsertion(change, start, written);
}

/** A piece of text at a place, with a blank line before what is no label. */
function placed({ document: { text }, source }: Change, offset: number, gap: string, written: string): Edit {
  const start = skipBlanks(text, offset);
  const isFollowed = start < source.end && isNextLineFilled(text, start);
  const next = source.labels.find((label) => label.start > start && isBlankBetween(text, start, label.start));
  const joinsNext = gap === '\n' && next?.form.kind === 'plain';
  return { start, end: start, text: `${gap}${written}${isFollowed && !joinsNext ? '\n' : ''}` };
}

/** A label that claims all text up to the next: behind text that no label claims, which would become its own. */
function blockInsertion(change: Change, from: number, written: string): Edit {
  const { document, source } = change;
  const open = document.outline.starts[document.outline.openLine] ?? Number.POSITIVE_INFINITY;
  if (change.isCareful && source.start < open && open < source.fieldsEnd) {
    const last = source.labels[source.labels.length - 1];
    if (last && last.start <= open && open < last.end) {
      return placed(change, endOfTextBefore(document.text, last.start), '\n\n', written);
    }
    return placed(change, source.fieldsEnd, `${closingOf(document.outline)}\n\n`, written);
  }
  let start = from;
  for (const stray of source.strays) {
    const isNext = stray.start >= start && stray.start < source.fieldsEnd;
    if (isNext && isBlankBetween(document.text, start, stray.start)) start = stray.end;
  }
  return placed(change, change.isCareful ? source.fieldsEnd : start, '\n\n', written);
}

/** A list item or row of labels, which stands directly below another. */
function lineInsertion(
  { document: { text }, source }: Change,
  previous: LabelSlice | undefined,
  label: string,
  form: LabelForm,
  value: string,
): Edit {
  const blank = form.kind === 'row' ? ' | ' : ' ';
  const written = `${label}${blank}${formValue(form, value)}${form.kind === 'row' ? ' |' : ''}`;
  const first = source.labels[0];
  if (!previous && first) return { start: first.start, end: first.start, text: `${written}\n` };
  const start = skipBlanks(text, previous?.end ?? source.title.end);
  return { start, end: start, text: `\n${written}` };
}

/** The form of the label next to which another goes, or of the log's labels. */
function formOf({ document, source }: Change, neighbour: LabelSlice | undefined): LabelForm {
  const [first] = source.labels;
  return (neighbour ?? first)?.form ?? habitsOf(document).form;
}

/** How a log writes its labels; worked out once a document. */
interface Habits {
  form: LabelForm;
  /** Of a field that was looked for: in how many more experiments another stands in front of it than behind it. */
  before: Map<FieldKey, Map<FieldKey, number>>;
}
const habits = new WeakMap<LogDocument, Habits>();

function habitsOf(document: LogDocument): Habits {
  const known = habits.get(document);
  if (known) return known;
  const plain = experimentSources(document).flatMap(({ labels }) => labels.filter(({ form }) => form.kind === 'plain'));
  // Rather by a field than by a label that an experiment has for itself: such come with any text that is typed.
  const { form } = plain.find(({ key }) => key !== undefined) ?? plain[0] ?? { form: TEMPLATE_FORM };
  const found: Habits = { form, before: new Map() };
  habits.set(document, found);
  return found;
}

/** Whether a field stands in front of this one: as in several more of the log's experiments than not, else as in the template. */
function orderOf(document: LogDocument, key: FieldKey): (other: FieldKey) => boolean {
  const { before } = habitsOf(document);
  const counts = before.get(key) ?? new Map<FieldKey, number>();
  if (!before.has(key)) {
    before.set(key, counts);
    for (const { labels } of experimentSources(document)) {
      const own = labels.findIndex((label) => label.key === key);
      if (own < 0) continue;
      for (const [at, { key: other }] of labels.entries()) {
        if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + (at < own ? 1 : -1));
      }
    }
  }
  const template: FieldKey[] = FIELDS.map((field) => field.key);
  return (other) => {
    const count = counts.get(other) ?? 0;
    return Math.abs(count) > 1 ? count > 0 : template.indexOf(other) < template.indexOf(key);
  };
}

/** Takes a slice away: a line of a list or table with its line end, a label with the blank lines before it. */
function removalOf(text: string, slice: LabelSlice): Edit {
  if (slice.form.kind === 'plain') {
    return { start: endOfTextBefore(text, slice.start), end: skipBlanks(text, slice.end), text: '' };
  }
  const lineEnd = /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(slice.end))?.[0].length ?? 0;
  return { start: slice.start, end: slice.end + lineEnd, text: '' };
}

/** Rewrites the labels whose text changed, takes away those that are gone, and puts new ones at the end of the fields. */
function editsOfOther(change: Change): Edit[] {
  const { source, wanted } = change;
  const { text } = change.document;
  const items = wanted.other === '' ? [] : splitOther(wanted.other);
  const slices = source.labels.filter(({ key, repeated }) => key === undefined && !repeated);
  const matches = slices.map(() => -1);
  const used = new Set<number>();
  for (const [index, { label }] of slices.entries()) {
    const match = items.findIndex((item, at) => !used.has(at) && item.label.toLowerCase() === label.toLowerCase());
    matches[index] = match;
    used.add(match);
  }
  const kept = matches.filter((match) => match >= 0);
  // Items that changed their order are written anew, at the end.
  const inOrder = kept.every((match, index) => match === index);
  const rest = items.slice(inOrder ? kept.length : 0);
  const gone = new Set<LabelSlice>();
  const remove = (slice: LabelSlice): Edit[] => {
    gone.add(slice);
    return [removalOf(text, slice)];
  };
  const edits: Edit[] = slices.flatMap((slice, index): Edit[] => {
    const item = items[matches[index] ?? -1];
    if (!inOrder || !item) return remove(slice);
    if (item.text === otherText(text, slice)) return [];
    if (slice.form.kind === 'plain') {
      const gap = item.text.includes('\n') && slice.end < source.end && isNextLineFilled(text, slice.end) ? '\n' : '';
      return [{ start: slice.start, end: slice.end, text: item.text + gap }];
    }
    if (isOneLine(item.text)) return [valueEdit(text, slice, item.text)];
    rest.push(item);
    return remove(slice);
  });
  const last = source.labels.reduce<LabelSlice | undefined>((at, slice) => (gone.has(slice) ? at : slice), undefined);
  const form = last?.form ?? TEMPLATE_FORM;
  const lines = form.kind === 'plain' ? [] : rest.filter((item) => isOneLine(item.text));
  const inserted = lines.map((item) =>
    lineInsertion(change, last, `${form.open}${item.label}${form.close}`, form, valueOfItem(item.text)),
  );
  const written = joinOther(rest.filter((item) => !lines.includes(item)).map((item) => item.text));
  const below = written === '' ? [] : [blockInsertion({ ...change, isCareful: true }, source.fieldsEnd, written)];
  return [...edits, ...inserted, ...below];
}

/** Whether an item fits on a line of a list or a table. */
function isOneLine(item: string): boolean {
  return !item.includes('\n') && valueOfItem(item) !== '';
}

function valueEdit(text: string, slice: LabelSlice, item: string): Edit {
  const value = formValue(slice.form, valueOfItem(item));
  const isFilled = slice.value.end > slice.value.start;
  const gap = slice.form.kind === 'row' && !isFilled && text.charAt(slice.value.end) === '|' ? ' ' : '';
  const blank = slice.form.kind === 'bullet' && !isFilled ? ' ' : '';
  return { ...slice.value, text: blank + value + gap };
}

/** What stands behind the label of an item. */
function valueOfItem(item: string): string {
  return item.slice(matchLabel(item)?.length ?? 0).replace(/^[ \t\n]+/, '');
}
