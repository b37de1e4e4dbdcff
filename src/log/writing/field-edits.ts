// The edits that bring one field of an experiment to another text: its value replaced, or its label put in or taken out.
import { readDay } from '../../domain/calendar.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import {
  asListed,
  formValue,
  isIndented,
  isLone,
  type LabelForm,
  type LabelSlice,
  OUTSIDE_FORM,
  plainValue,
  TEMPLATE_FORM,
} from '../forms/label-forms.ts';
import { isOneParagraph, matchLabel } from '../reading/labels.ts';
import { otherLabel, otherText } from '../reading/read-experiment.ts';
import type { Span } from '../reading/tiling.ts';
import type { Shape } from '../shape/shape.ts';
import { templateKey } from '../shape/shape.ts';
import { emojiOf } from '../shape/status-words.ts';
import { codedTitle } from '../text/escaping.ts';
import { joinOther, splitOther } from '../text/other.ts';
import { type Edit, endOfTextBefore, isNextLineFilled, skipBlanks } from './edits.ts';
import { formFor, habitsOf, ownValue, unadorned } from './habits.ts';
import {
  blockInsertion,
  type Change,
  gapBelow,
  hasLabel,
  insertionOf,
  isBlock,
  isBlockLike,
  isByline,
  lineInsertion,
  withColon,
} from './insertions.ts';
import { escapedValue, PENDING, titleText } from './new-experiment.ts';
import { takenOut } from './taken-out.ts';

/** The edits of a field, LF line ends; none where the text has it already. */
export function editsOf(change: Change, key: FieldKey): Edit[] {
  const { source, document } = change;
  if (key === 'other') return editsOfOther(change);
  const slice = source.labels.find((label) => label.key === key);
  // Where headings are no more than IDs, and labels say the titles, one that lacks its title gets such a label.
  const isBelow = source.title.start === source.title.end && habitsOf(document).ways.has('title');
  if (key === 'title' && !slice && !isBelow) return editsOfTitle(change);
  const place = key === 'date' ? source.date : key === 'status' ? source.status : undefined;
  if (place) return editsInHeading(change, key, place);
  if (slice) return editsOfSlice(change, slice, key);
  return emojiOfResult(change, key) ?? insertionsOf(change, key);
}

const insertionsOf = (change: Change, key: FieldKey): Edit[] =>
  change.wanted[key] === '' ? [] : [insertionOf(change, key, change.wanted[key])];

/** Whether a text can stand in a heading as the field's, or in front of a result. */
export const isWord = (key: FieldKey, value: string): boolean =>
  key === 'status' ? isStatus(value) : readDay(value) !== undefined;

/** A day or a status goes where the heading has it; what is no such word would be a part of the title there. */
function editsInHeading(change: Change, key: FieldKey, place: Span): Edit[] {
  const { source, wanted, document, isCareful } = change;
  const value = wanted[key];
  if (isWord(key, value))
    return [{ ...place, text: ownValue(document, key, value, document.text.slice(place.start, place.end)) }];
  const other = key === 'date' ? source.status : source.date;
  // A heading that is known by its day keeps a label for it, and what came of an item goes along where the day parted it from the title.
  const isKept = value === '' && isCareful && key === 'date';
  const isMoved = isCareful && wanted.actualResult === source.fields.actualResult && source.labels.some(isOfBoard);
  return [
    takenOut(document.text, place, other),
    ...(isKept ? [insertionOf(change, key, value)] : insertionsOf(change, key)),
    ...(isMoved ? editsOf(change, 'actualResult') : []),
  ];
}

/** A status in a log that has it as an emoji in front of its results. */
function emojiOfResult({ source, wanted, document }: Change, key: FieldKey): Edit[] | undefined {
  if (key !== 'status' || !isWord(key, wanted.status) || !document.shape.statusPlaces.has('result')) return undefined;
  const result = source.labels.find((label) => label.key === 'actualResult');
  if (!result) return undefined;
  const emoji = ownValue(document, key, wanted.status, emojiOf('Active'));
  const at = result.value.end > result.value.start ? result.value.start : result.labelEnd;
  return [{ start: at, end: at, text: at === result.labelEnd ? ` ${emoji}` : `${emoji} ` }];
}

/** A value goes where its label is, but for what would be read otherwise there. */
function editsOfSlice(change: Change, slice: LabelSlice, key: FieldKey): Edit[] {
  const { source, wanted, document, isCareful } = change;
  const value = wanted[key];
  const moved = (): Edit[] => [removalOf(document.text, slice), ...insertionsOf(change, key)];
  // A verdict behind a result is none where that is no sentence.
  const { status } = source;
  const isJudged = isOfBoard(slice) && status !== undefined && status.start >= slice.value.end;
  if (isJudged && isCareful && wanted.status === source.fields.status)
    return [
      ...(/^[ \t]|[\n*()–—→]|^$/.test(value) ? moved() : [replacement(change, slice, key, value)]),
      takenOut(document.text, status),
      insertionOf(change, 'status', wanted.status),
    ];
  // What came of an item of a board goes with what parts it from the title, and where it would be read otherwise below it.
  const isGone = isOfBoard(slice) && value === '';
  // Several lines have no place among labels that share one.
  const isOfLine = slice.gap !== undefined && slice.form.kind === 'bullet' && isBlock(value);
  const isShared = isOfBoard(slice) || slice.gap !== undefined || isByline(slice);
  return isGone || isOfLine || (isShared && isCareful && value !== '')
    ? moved()
    : [replacement(change, slice, key, value)];
}

const isOfBoard = ({ label, form }: LabelSlice): boolean => label === '' && form.kind === 'bullet';

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
  const below = isBelow(slice, isFilled, isOneParagraph(field), isBlockLike(value, shape));
  const isEscaped = form.kind !== 'row' && change.escaped.has(key);
  const coded = key === 'title' && change.isCoded ? codedTitle(value) : value;
  const raw = plainValue(form, text.slice(slice.value.start, slice.value.end), slice.below);
  const own = ownValue(change.document, key, coded, raw);
  const isItem = form.kind === 'bullet';
  // What stands below its label in a list stays there.
  const listed = isItem && slice.below && isFilled && own !== '' && !isIndented(own) ? `\n${own}` : asListed(form, own);
  const isNext = below || (isItem && /^\s/.test(listed));
  const isPending = value === '' && (change.isCareful || (shape.isTemplate && field.result === true));
  const plain = isPending ? PENDING : escapedValue(field, listed, isNext, isEscaped, shape);
  // A list in a field of one line would go on with what stands right below.
  const isParted = change.isCareful && form.kind === 'plain' && isOneParagraph(field) && own.includes('\n');
  const gap = isParted && isNextLineFilled(text, slice.value.end) ? '\n' : '';
  const written = formValue(form, plain) + gap;
  if (form.kind === 'row') {
    const blank = (at: number): string => (!isFilled && text.charAt(at) === '|' ? ' ' : '');
    return {
      ...slice.value,
      text: written === '' ? '' : blank(slice.value.start - 1) + written + blank(slice.value.end),
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
function isBelow({ form, below, gap }: LabelSlice, isFilled: boolean, isParagraph: boolean, isLike: boolean): boolean {
  if (gap !== undefined) return false;
  if (form.kind === 'heading' || isLone(form)) return true;
  if (form.kind !== 'plain') return false;
  return isParagraph ? below && isFilled : below || isLike;
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
    if (kind === 'plain' || kind === 'heading') return [blockValueEdit(slice, item.text, change.document.shape)];
    if (isOneLine(item.text)) return [valueEdit(text, slice, item.text)];
    if (isListed(slice.form, item.text, change)) {
      const written = formValue(slice.form, valueIn(slice.form, item.text));
      const gap = written.startsWith('\n') ? '' : ' ';
      return [{ start: slice.labelEnd, end: slice.value.end, text: gap + written }];
    }
    rest.push(item);
    return remove(slice);
  });
  const last = source.labels.reduce<LabelSlice | undefined>((at, slice) => (gone.has(slice) ? at : slice), undefined);
  const isItem = change.document.shape.form === 'item';
  const none = isItem ? habitsOf(change.document).form : TEMPLATE_FORM;
  const form = last === undefined || last.label === '' || last.form.kind === 'cell' ? none : unadorned(last.form);
  const lines =
    form.kind === 'plain' || form.kind === 'heading'
      ? []
      : rest.filter(({ text: item }) => isItem || isOneLine(item) || isListed(form, item, change));
  const inserted = lines.map(({ label, text: item }) => {
    const own = formFor(form, label, change.document.shape);
    return lineInsertion(change, last, `${own.open}${label}${own.close}`, own, valueIn(own, item));
  });
  const written = joinOther(rest.filter((item) => !lines.includes(item)).map((item) => item.text));
  const below = written === '' ? [] : [blockInsertion({ ...change, isCareful: true }, source.fieldsEnd, written)];
  return [...edits, ...inserted, ...below];
}

const isTemplateForm = (form: LabelForm): boolean => form === TEMPLATE_FORM || form === OUTSIDE_FORM;

function blockValueEdit({ form, labelEnd, value, below }: LabelSlice, item: string, shape: Shape): Edit {
  const wanted = valueOfItem(item);
  const isBelow = isItemBelow(form, item, below, shape);
  if (wanted === '') return { start: labelEnd, end: value.end, text: '' };
  if (isBelow === below && value.end > value.start) return { ...value, text: wanted };
  return { start: labelEnd, end: value.end, text: `${gapBelow(form, isBelow)}${wanted}` };
}

/**
 * Whether what an item says begins below its label: what may be a block does so where it is typed so, since beside a label a heading is words; what is
 * none as the log has it.
 */
export function isItemBelow(form: LabelForm, item: string, isUsual: boolean, shape: Shape): boolean {
  if (form.kind === 'heading' || isLone(form)) return true;
  if (form.kind !== 'plain') return false;
  const value = valueOfItem(item);
  return isBlockLike(value, shape) ? saidBehind(item).startsWith('\n') || hasLabel(value, shape) : isUsual;
}

/** Whether an item of several lines is tried in a list first. */
const isListed = ({ kind }: LabelForm, item: string, { isCareful }: Change): boolean =>
  kind === 'bullet' && !isCareful && valueOfItem(item) !== '';

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

/** What stands behind the label of an item; below it blanks in front of the first line are some of it. */
function valueOfItem(item: string): string {
  return saidBehind(item).replace(/^(?:[ \t]*\n)+|^[ \t]+/, '');
}

const saidBehind = (item: string): string => item.slice(matchLabel(item)?.length ?? 0);

/** The same in a form: in a list it begins on the next line where it does so in the item. */
export const valueIn = ({ kind }: LabelForm, item: string): string =>
  (kind === 'bullet' && saidBehind(item).startsWith('\n') ? '\n' : '') + valueOfItem(item);
