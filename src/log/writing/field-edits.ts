// The edits that bring one field of an experiment to another text: its value replaced, or its label put in or taken out.
import { readDay } from '../../domain/calendar.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type Experiment, type FieldKey, fieldOf, placeOf } from '../../domain/experiment/template.ts';
import type { ExperimentSource, LogDocument } from '../document.ts';
import type { LabelForm, LabelSlice } from '../reading/labels.ts';
import {
  CELL_FORM,
  formValue,
  HTML_CELL,
  isIndented,
  isLone,
  isOneParagraph,
  matchLabel,
  OUTSIDE_FORM,
  TEMPLATE_FORM,
} from '../reading/labels.ts';
import { closingOf } from '../reading/outline.ts';
import { otherLabel, otherText } from '../reading/read-experiment.ts';
import { type Shape, templateKey } from '../shape/shape.ts';
import { emojiOf } from '../shape/status-words.ts';
import { codedTitle } from '../text/escaping.ts';
import { joinOther, splitOther } from '../text/other.ts';
import { type Edit, endOfTextBefore, isBlankBetween, isNextLineFilled, skipBlanks } from './edits.ts';
import { formFor, habitsOf, labelFor, orderOf, ownValue, unadorned } from './habits.ts';
import { escapedValue, PENDING, titleText } from './new-experiment.ts';
import { takenOut } from './taken-out.ts';

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

/** The edits of a field, LF line ends; none where the text has it already. */
export function editsOf(change: Change, key: FieldKey): Edit[] {
  const { source, wanted, document } = change;
  if (key === 'other') return editsOfOther(change);
  const slice = source.labels.find((label) => label.key === key);
  // Where headings are no more than IDs, and labels say the titles, one that lacks its title gets such a label.
  const isBelow = source.title.start === source.title.end && habitsOf(document).ways.has('title');
  if (key === 'title' && !slice && !isBelow) return editsOfTitle(change);
  const value = wanted[key];
  const isWord = key === 'status' ? isStatus(value) : readDay(value) !== undefined;
  const place = key === 'date' ? source.date : key === 'status' ? source.status : undefined;
  const inserted = (): Edit[] => (value === '' ? [] : [insertionOf(change, key, value)]);
  if (place && isWord)
    return [{ ...place, text: ownValue(document, key, value, document.text.slice(place.start, place.end)) }];
  // What is no such word would be a part of the title there.
  if (place) {
    const other = key === 'date' ? source.status : source.date;
    // A heading that is known by its day keeps a label for it, and what came of an item goes along where the day parted it from the title.
    const label = value === '' && change.isCareful && key === 'date' ? [insertionOf(change, key, value)] : inserted();
    const result = source.labels.find(isOfBoard);
    const isMoved = result && change.isCareful && wanted.actualResult === source.fields.actualResult;
    const moved = isMoved ? editsOf({ ...change, isCareful: true }, 'actualResult') : [];
    return [takenOut(document.text, place, other), ...label, ...moved];
  }
  const result =
    isWord && key === 'status' && document.shape.statusPlaces.has('result') && source.labels.find(isResult);
  if (result && !slice) {
    const emoji = ownValue(document, key, wanted.status, emojiOf('Active'));
    const at = result.value.end > result.value.start ? result.value.start : result.labelEnd;
    return [{ start: at, end: at, text: at === result.labelEnd ? ` ${emoji}` : `${emoji} ` }];
  }
  // What came of an item of a board goes with what parts it from the title, and where it would be read otherwise below it.
  const { status } = source;
  // A verdict behind a result is none where that is no sentence.
  const isJudged = slice !== undefined && isOfBoard(slice) && status !== undefined && status.start >= slice.value.end;
  if (isJudged && change.isCareful && wanted.status === source.fields.status)
    return [
      ...(/^[ \t]|[\n*()–—→]|^$/.test(value)
        ? [removalOf(document.text, slice), ...inserted()]
        : [replacement(change, slice, key, value)]),
      takenOut(document.text, status),
      insertionOf(change, 'status', wanted.status),
    ];
  // Several lines have no place among labels that share one.
  const isOfLine = slice?.gap !== undefined && slice.form.kind === 'bullet' && isBlock(value);
  const isShared = slice !== undefined && (isOfBoard(slice) || slice.gap !== undefined || isByline(slice));
  if (slice && ((isOfBoard(slice) && value === '') || isOfLine || (isShared && change.isCareful && value !== '')))
    return [removalOf(document.text, slice), ...inserted()];
  return slice ? [replacement(change, slice, key, value)] : inserted();
}

const isBlock = (value: string): boolean => value.includes('\n') || isIndented(value);

const isOfBoard = ({ label, form }: LabelSlice): boolean => label === '' && form.kind === 'bullet';

const isResult = ({ key }: LabelSlice): boolean => key === 'actualResult';

/** A title goes where it stands; one that would not read back as it is, for a `#` or emoji at its end, gets a `#` to close the heading; a first one in front of a day goes behind the ID. */
function editsOfTitle({
  document: { text, shape },
  source,
  wanted: { title: typed },
  isCareful,
  isCoded,
}: Change): Edit[] {
  const { start, end } = source.title;
  const wanted = isCoded ? codedTitle(typed) : typed;
  if (isCareful && start === end && end < source.headingEnd) {
    const at = source.start + text.slice(source.start, start).trimEnd().length;
    return [{ start: at, end: at, text: `: ${wanted}` }];
  }
  const isBold = shape.form === 'item' && /[*_]/.test(text.charAt(start - 1));
  const title = isBold ? ` ${wanted}` : titleText(wanted, shape);
  const gap = start < end || /[\s[]/.test(text.charAt(start - 1)) ? '' : text.charAt(start - 1) === ']' ? ' ' : ': ';
  if (source.headingEnd === end || shape.form === 'item') return [{ start, end, text: gap + title.slice(1) }];
  const closing = title.slice(wanted.length + 1);
  return [
    { start, end, text: wanted },
    ...(closing === '' ? [] : [{ start: source.headingEnd, end: source.headingEnd, text: closing }]),
  ];
}

function replacement(change: Change, slice: LabelSlice, key: FieldKey, value: string): Edit {
  const field = fieldOf(key);
  const { text, shape } = change.document;
  const { form, labelEnd } = slice;
  if (value === '' && field.optional && !change.isCareful) return removalOf(text, slice);
  const isFilled = slice.value.end > slice.value.start;
  const below = isBelow(slice, isFilled, isOneParagraph(field), value);
  const isEscaped = form.kind !== 'row' && change.escaped.has(key);
  const coded = key === 'title' && change.isCoded ? codedTitle(value) : value;
  const own = ownValue(change.document, key, coded, text.slice(slice.value.start, slice.value.end));
  const isPending = value === '' && (change.isCareful || (shape.isTemplate && field.result === true));
  const isNext = below || (form.kind === 'bullet' && isIndented(own));
  const plain = isPending ? PENDING : escapedValue(field, own, isNext, isEscaped, shape);
  const written = formValue(form, plain);
  if (form.kind === 'row') {
    const gap = (at: number): string => (!isFilled && text.charAt(at) === '|' ? ' ' : '');
    return {
      ...slice.value,
      text: written === '' ? '' : gap(slice.value.start - 1) + written + gap(slice.value.end),
    };
  }
  if (written === '') return { start: labelEnd, end: slice.value.end, text: '' };
  const { close } = withColon(form);
  if (change.isCareful && close !== form.close && form.kind !== 'heading')
    return {
      start: labelEnd - form.close.length,
      end: slice.value.end,
      text: `${close}${isNext && form.kind === 'bullet' ? '' : gapBelow(form, below)}${written}`,
    };
  if (isNext === slice.below && below === isNext && isFilled) return { ...slice.value, text: written };
  return { start: labelEnd, end: slice.value.end, text: `${isNext === below ? gapBelow(form, below) : ''}${written}` };
}

/** Whether a value starts below its label's line. */
function isBelow({ form, below, gap }: LabelSlice, isFilled: boolean, isParagraph: boolean, value: string): boolean {
  if (gap !== undefined) return false;
  if (form.kind === 'heading' || isLone(form)) return true;
  if (form.kind !== 'plain') return false;
  return isParagraph ? below && isFilled : below || isBlockLike(value);
}

function gapBelow(form: LabelForm, below: boolean): string {
  if (form.kind === 'heading') return '\n\n';
  return below ? '\n' : ' ';
}

/** Whether a value has to begin on a line of its own. */
export function isBlockLike(value: string): boolean {
  return value.includes('\n') || /^(?:[ \t#>|~`<+-]|\d+[.)][ \t]|[*_][ \t])/.test(value);
}

/** A label and its value where the experiment has none: behind the field that precedes it in this log. */
function insertionOf(change: Change, key: FieldKey, value: string): Edit {
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
  // Behind a list or table, where a block is safe whatever follows, it has the template's form.
  const isList = neighbour.kind !== 'plain' && neighbour.kind !== 'heading' && shape.form !== 'item';
  const isSafer = isList && change.isCareful && place === 'block';
  const form = isSafer ? TEMPLATE_FORM : change.isCareful || isBlock(own) ? apart(neighbour, shape) : neighbour;
  if (form.kind === 'bullet' || form.kind === 'row') {
    const isBullet = form.kind === 'bullet';
    const written = escapedValue(field, own, isBullet && isIndented(own), isBullet && change.escaped.has(key), shape);
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
    (habit ? !isLine && (habit.isBelow || isBlockLike(value)) : place === 'block');
  const text = escapedValue(field, own, below, change.escaped.has(key), shape);
  const written = `${form.open}${label}${form.close}${text === '' ? '' : gapBelow(form, below) + text}`;
  // What says several things at once is only read right below the heading.
  const head = source.labels.filter(isByline).pop()?.end ?? source.headingEnd;
  if (isLine && change.isCareful) return placed(change, head, '\n', written);
  // Right below a row it would be another.
  const isBelowRow = previous?.form.kind === 'cell';
  const isApart =
    isBelowRow ||
    form.kind === 'heading' ||
    (habit && previous ? habit.isApart : habit ? habitsOf(document).isHeadApart : false);
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
const withColon = (form: LabelForm): LabelForm => ({ ...form, close: form.close.replace(/[ \t]*[–—-]+[ \t]*$/, ':') });

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
function blockInsertion(change: Change, from: number, written: string, gap = '\n\n'): Edit {
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
function lineInsertion(
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

/** Takes a slice away: a line of a list or table with its line end, a label with the blank lines before it. */
function removalOf(text: string, slice: LabelSlice): Edit {
  if (isByline(slice)) return takenOut(text, { start: slice.start, end: slice.value.end });
  if (slice.form.kind === 'cell' || slice.form.rule !== undefined) return { ...slice.value, text: '' };
  if (slice.gap !== undefined) return { start: slice.gap, end: slice.value.end, text: '' };
  if (slice.form.kind === 'plain' || slice.form.kind === 'heading') {
    return { start: endOfTextBefore(text, slice.start), end: skipBlanks(text, slice.end), text: '' };
  }
  const lineEnd = /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(slice.end))?.[0].length ?? 0;
  return { start: slice.start, end: slice.end + lineEnd, text: '' };
}

/** Whether a label stands in a line right below the heading that says several things at once. */
const isByline = ({ form }: LabelSlice): boolean => form.kind === 'cell' && form !== CELL_FORM && form !== HTML_CELL;

/** Rewrites the labels whose text changed, takes away those that are gone, and puts new ones at the end of the fields. */
function editsOfOther(change: Change): Edit[] {
  const { source, wanted } = change;
  const { text } = change.document;
  const items = wanted.other === '' ? [] : splitOther(wanted.other);
  const slices = source.labels.filter(({ key, repeated }) => key === undefined && !repeated);
  const matches = slices.map(() => -1);
  const used = new Set<number>();
  for (const [index, { label }] of slices.entries()) {
    const match = items.findIndex(
      (item, at) => !used.has(at) && item.label.toLowerCase() === otherLabel(label).toLowerCase(),
    );
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
    if (isTemplateForm(slice.form)) {
      const gap = item.text.includes('\n') && slice.end < source.end && isNextLineFilled(text, slice.end) ? '\n' : '';
      // A label of the template's that is the log's own here stays as the log has it.
      const isOwn = templateKey(slice.label) !== undefined;
      const said = `**${item.label}:**`;
      const written = isOwn ? text.slice(slice.start, slice.labelEnd) + item.text.slice(said.length) : item.text;
      return [{ start: slice.start, end: slice.end, text: written + gap }];
    }
    const { kind } = slice.form;
    if (kind === 'plain' || kind === 'heading') return [blockValueEdit(slice, item.text)];
    if (isOneLine(item.text)) return [valueEdit(text, slice, item.text)];
    rest.push(item);
    return remove(slice);
  });
  const last = source.labels.reduce<LabelSlice | undefined>((at, slice) => (gone.has(slice) ? at : slice), undefined);
  const isItem = change.document.shape.form === 'item';
  const none = isItem ? habitsOf(change.document).form : TEMPLATE_FORM;
  const form = last === undefined || last.label === '' || last.form.kind === 'cell' ? none : unadorned(last.form);
  const lines =
    form.kind === 'plain' || form.kind === 'heading' ? [] : rest.filter((item) => isItem || isOneLine(item.text));
  const inserted = lines.map(({ label, text: item }) => {
    const own = formFor(form, label, change.document.shape);
    return lineInsertion(change, last, `${own.open}${label}${own.close}`, own, valueIn(own, item));
  });
  const written = joinOther(rest.filter((item) => !lines.includes(item)).map((item) => item.text));
  const below = written === '' ? [] : [blockInsertion({ ...change, isCareful: true }, source.fieldsEnd, written)];
  return [...edits, ...inserted, ...below];
}

const isTemplateForm = (form: LabelForm): boolean => form === TEMPLATE_FORM || form === OUTSIDE_FORM;

function blockValueEdit({ form, labelEnd, value, below }: LabelSlice, item: string): Edit {
  const wanted = valueOfItem(item);
  const isBelow = form.kind === 'heading' || isLone(form) || below || isBlockLike(wanted);
  if (wanted === '') return { start: labelEnd, end: value.end, text: '' };
  if (isBelow === below && value.end > value.start) return { ...value, text: wanted };
  return { start: labelEnd, end: value.end, text: `${gapBelow(form, isBelow)}${wanted}` };
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
  return saidBehind(item).replace(/^[ \t\n]+/, '');
}

const saidBehind = (item: string): string => item.slice(matchLabel(item)?.length ?? 0);

/** The same in a form: in a list it begins on the next line where it does so in the item. */
export const valueIn = ({ kind }: LabelForm, item: string): string =>
  (kind === 'bullet' && saidBehind(item).startsWith('\n') ? '\n' : '') + valueOfItem(item);
