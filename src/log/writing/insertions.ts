// Where a label and its value go that an experiment does not have yet, and what parts them from what stands around.
import { type Experiment, type FieldKey, fieldOf, placeOf } from '../../domain/experiment/template.ts';
import type { ExperimentSource, LogDocument } from '../document.ts';
import {
  asListed,
  CELL_FORM,
  formValue,
  HTML_CELL,
  isIndented,
  isLone,
  type LabelForm,
  type LabelSlice,
  TEMPLATE_FORM,
} from '../forms/label-forms.ts';
import { furtherLabels } from '../forms/label-lines.ts';
import { isOneParagraph } from '../reading/labels.ts';
import { closingOf } from '../reading/outline.ts';
import type { Shape } from '../shape/shape.ts';
import { type Edit, endOfTextBefore, isBlankBetween, isNextLineFilled, skipBlanks } from './edits.ts';
import { habitsOf, labelFor, orderOf, ownValue, unadorned } from './habits.ts';
import { escapedValue } from './new-experiment.ts';

/** What the edits are made for. */
export interface Change {
  document: LogDocument;
  source: ExperimentSource;
  wanted: Experiment;
  escaped: ReadonlySet<FieldKey>;
  /** Nothing may depend on what stands around the place: the second try, where the first did not read back. */
  isCareful: boolean;
  /** The title is written so that it can be nothing else. */
  isCoded?: boolean;
}

/** A label and its value where the experiment has none: behind the field that precedes it in this log. */
export function insertionOf(change: Change, key: FieldKey, value: string): Edit {
  const field = fieldOf(key);
  const place = placeOf(field);
  const { document, source } = change;
  const { shape } = document;
  const isBefore = orderOf(document, key);
  let previous = source.labels.reduce<LabelSlice | undefined>(
    (last, label) =>
      label.key !== undefined && (label.key !== 'id' || shape.isFenced) && isBefore(label.key) ? label : last,
    undefined,
  );
  // What says several things at once, stands right below the heading.
  if (source.labels[0]?.form.kind === 'cell') previous ??= source.labels[0];
  previous = lastOfLine(source, besideDate(source, key, previous));
  const own = ownValue(document, key, value);
  const { parting } = habitsOf(document);
  if (key === 'actualResult' && parting && !change.isCareful && !isBlock(value))
    return { start: source.headingEnd, end: source.headingEnd, text: `${parting} ${own}` };
  const label = labelFor(document, key);
  const neighbour = formOf(change, previous);
  // Behind a list or table, where a block is safe whatever follows, it has the template's form, and so has what the experiment has no list for.
  const isList = neighbour.kind !== 'plain' && neighbour.kind !== 'heading' && shape.form !== 'item';
  const isSafer = isList && change.isCareful && (place === 'block' || source.labels.length === 0);
  const form = isSafer ? TEMPLATE_FORM : change.isCareful || isBlock(own) ? apart(neighbour, shape) : neighbour;
  if (form.kind === 'bullet' || form.kind === 'row') {
    const isBullet = form.kind === 'bullet';
    const apart = asListed(form, own);
    const isNext = isBullet && isIndented(own);
    const written = escapedValue(field, apart, isNext, isBullet && change.escaped.has(key), shape);
    if (form.parting && !isBlock(written) && !change.isCareful) {
      const start = previous?.end ?? source.labels[0]?.gap ?? source.headingEnd;
      return { start, end: start, text: `${form.parting}${label}${form.close} ${written}` };
    }
    return lineInsertion(change, previous, `${form.open}${label}${form.close}`, form, written);
  }
  const isLine = isOneParagraph(field);
  const habit = shape.isTemplate ? undefined : (habitsOf(document).ways.get(key) ?? habitsOf(document).common);
  const below =
    form.kind === 'heading' ||
    isLone(form) ||
    (habit ? !isLine && (habit.isBelow || isBlockLike(value, shape)) : place === 'block');
  const text = escapedValue(field, own, below, change.escaped.has(key), shape);
  const written = `${form.open}${label}${form.close}${text === '' ? '' : gapBelow(form, below) + text}`;
  // What says several things at once is only read right below the heading.
  const head = source.labels.filter(isByline).pop()?.end ?? source.headingEnd;
  // A list in it would go on with what stands right below.
  if (isLine && change.isCareful) return placed(change, head, '\n', isBlock(written) ? `${written}\n` : written);
  // Right below a row it would be another.
  const isBelowRow = previous?.form.kind === 'cell';
  const isApart =
    isBelowRow || form.kind === 'heading' || (habit && (previous ? habit.isApart : habitsOf(document).isHeadApart));
  const joins =
    habit || isBelowRow ? !isApart : place === 'line' && (!previous?.key || placeOf(fieldOf(previous.key)) === 'line');
  const start = previous?.end ?? source.headingEnd;
  const gap = joins ? '\n' : '\n\n';
  return isLine && form.kind !== 'heading'
    ? placed(change, start, gap, written)
    : blockInsertion(change, start, written, habit ? gap : undefined);
}

/** The form for a value that has no place on the line of a title, or behind a dash. */
function apart(form: LabelForm, shape: Shape): LabelForm {
  const { parting, ...own } = withColon(form);
  return parting !== undefined && shape.form === 'label'
    ? { ...own, kind: 'plain', open: own.open.slice(4) }
    : withColon(form);
}

/** With a colon in place of a dash, behind which a colon would make a longer label. */
export const withColon = (form: LabelForm): LabelForm => ({
  ...form,
  close: form.close.replace(/[ \t]*[–—-]+[ \t]*$/, ':'),
});

/** Of several labels on one line the last. */
function lastOfLine({ labels }: ExperimentSource, slice: LabelSlice | undefined): LabelSlice | undefined {
  let last = slice;
  for (let next = last; next !== undefined && (next === slice || next.gap !== undefined); ) {
    last = next;
    next = labels[labels.indexOf(next) + 1];
  }
  return last;
}

/** A day goes beside the other one where that is a line and what precedes it is a whole part of the text. */
function besideDate(
  { labels }: ExperimentSource,
  key: FieldKey,
  previous: LabelSlice | undefined,
): LabelSlice | undefined {
  const other = key === 'started' ? 'date' : key === 'date' ? 'started' : undefined;
  const beside = labels.find((label) => label.key === other && label.form.kind !== 'heading');
  return previous?.form.kind === 'heading' && other && beside ? beside : previous;
}

/** A piece of text at a place, with a blank line before what is no label. */
function placed({ document: { text }, source }: Change, offset: number, gap: string, written: string): Edit {
  const start = skipBlanks(text, offset);
  const isFollowed = start < source.end && isNextLineFilled(text, start);
  const next = source.labels.find((label) => label.start > start && isBlankBetween(text, start, label.start));
  const joinsNext = gap === '\n' && (next?.form.kind === 'plain' || next?.form.kind === 'heading');
  // In a log whose lines end in two blanks, which keep them apart, this one does, too.
  const blanks = text.slice(offset, start);
  const isBroken = joinsNext && offset > source.headingEnd && /^ {2,}$/.test(blanks);
  return {
    start,
    end: start,
    text: `${gap}${written}${isBroken ? blanks : ''}${isFollowed && !joinsNext ? '\n' : ''}`,
  };
}

/** A label that claims all text up to the next: behind text that no label claims, which would become its own. */
export function blockInsertion(change: Change, from: number, written: string, gap = '\n\n'): Edit {
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
  const isBehindStray = start !== from;
  return placed(
    change,
    change.isCareful ? source.fieldsEnd : start,
    isBehindStray || change.isCareful ? '\n\n' : gap,
    written,
  );
}

/** A list item or row of labels, which stands directly below another. */
export function lineInsertion(
  change: Change,
  previous: LabelSlice | undefined,
  label: string,
  form: LabelForm,
  value: string,
): Edit {
  const {
    document: { text },
    source,
    isCareful,
  } = change;
  const own = formValue(form, value);
  const blank = form.kind === 'row' ? (form.between ?? ' | ') : own.startsWith('\n') ? '' : ' ';
  const written = `${label}${own === '' && form.kind === 'bullet' ? '' : blank}${own}${form.kind === 'row' ? (form.after ?? ' |') : ''}`;
  const first = source.labels[0];
  if (!previous && first && first.form.rule !== undefined) return lineInsertion(change, first, label, form, value);
  if (!previous && first && first.gap === undefined)
    return { start: first.start, end: first.start, text: `${written}\n` };
  // Below words that go on with the heading's, where it would take them for its own.
  const isBeside = previous === undefined || previous.label === '';
  const start = skipBlanks(text, isCareful && isBeside ? source.fieldsEnd : (previous?.end ?? source.headingEnd));
  return { start, end: start, text: `\n${written}` };
}

/** The form of the label next to which another goes, or of the log's labels. */
function formOf({ document, source }: Change, neighbour: LabelSlice | undefined): LabelForm {
  const [first] = source.labels;
  const label = neighbour ?? first;
  const hasNone = label === undefined || label.label === '' || label.form.kind === 'cell';
  return hasNone ? habitsOf(document).form : unadorned(label.form);
}

/** Whether a label stands in a line right below the heading that says several things at once. */
export const isByline = ({ form }: LabelSlice): boolean =>
  form.kind === 'cell' && form !== CELL_FORM && form !== HTML_CELL;

export const isBlock = (value: string): boolean => value.includes('\n') || isIndented(value);

/** Whether a value has to begin on a line of its own: on one that labels share, words before a colon would be a label. */
export function isBlockLike(value: string, shape: Shape): boolean {
  if (hasLabel(value, shape)) return true;
  return value.includes('\n') || /^(?:[ \t#>|~`<+-]|\d+[.)][ \t]|[*_][ \t])/.test(value);
}

/** Whether a line that labels share would have one more with this on it. */
export const hasLabel = (value: string, { isInline }: Shape): boolean => isInline && furtherLabels(value, 0).length > 0;

export function gapBelow(form: LabelForm, below: boolean): string {
  if (form.kind === 'heading') return '\n\n';
  return below ? '\n' : ' ';
}
