// The text of an experiment that is not in the log yet, as this log writes its experiments.
import { type Experiment, FIELDS, type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import { UserError } from '../../domain/user-error.ts';
import type { LogDocument } from '../document.ts';
import { asListed, formValue, isLone, type LabelForm } from '../forms/label-forms.ts';
import { furtherLabels } from '../forms/label-lines.ts';
import { MESSAGES } from '../messages.ts';
import { isOneParagraph } from '../reading/labels.ts';
import { lineText } from '../reading/outline.ts';
import { experimentSources } from '../reading/read.ts';
import { type Column, familyOf, type Shape } from '../shape/shape.ts';
import { emojiOf } from '../shape/status-words.ts';
import { codedTitle } from '../text/escaping.ts';
import { isNumber } from '../text/keys.ts';
import { splitOther } from '../text/other.ts';
import { isItemBelow, isWord, valueIn } from './field-edits.ts';
import { underlineOf } from './fragment.ts';
import { formFor, type Habits, habitsOf, labelFor, orderOf, ownValue, type Way } from './habits.ts';
import { hasLabel, isBlockLike } from './insertions.ts';
import {
  type Escaped,
  escapedValue,
  isTaught,
  type NewText,
  newTemplateText,
  settledText,
  titleText,
} from './new-experiment.ts';
import { newRowText } from './write-rows.ts';

/**
 * The text of an experiment in its canonical form, `\n` line ends: the heading in the log's form, and a label for each field that says
 * something. `isStatusSaid`: the section that it goes to says its status. By itself it need not be sound: what else the log says may make it so.
 */
export function ownExperimentText(log: LogDocument, experiment: Experiment, isStatusSaid: boolean): NewText {
  const document = withPlaceFor(log, experiment.id);
  const { shape } = document;
  if (shape.isTemplate) return newTemplateText(experiment, shape);
  // Below others a record without the day that each begins with would be more of the one above.
  if (shape.form === 'label' && !isWord('date', experiment.date) && shape.heading.startsWith('{date}'))
    throw new UserError('log-refused', MESSAGES.undated(experiment.id));
  const read = isStatusSaid && shape.statusPlaces.size === 0 ? { ...experiment, status: '' } : experiment;
  const emoji = ownValue(document, 'status', read.status, emojiOf('Active'));
  const written = shape.statusPlaces.has('result')
    ? { ...read, status: '', actualResult: `${emoji} ${read.actualResult}`.trim() }
    : read;
  const settled = settledText(read, (escaped) => textOf(document, written, escaped), shape);
  if (!isTaught(read.title, shape) && settled.isSound) return settled;
  const coded = { ...written, title: codedTitle(written.title) };
  const safe = settledText(read, (escaped) => textOf(document, coded, escaped), shape);
  // An item without words is no title.
  return safe.isSound || read.title === '' ? safe : { ...settled, isSound: false };
}

/** A log whose IDs are numbers: one that is none stands behind those of a list in brackets, where any is an ID, and elsewhere without `#`. */
function withPlaceFor(document: LogDocument, id: string): LogDocument {
  const { shape } = document;
  const heading = shape.heading.replace(/^( ?)\{id\}([.)] )/, '$11$2[{id}] ').replace('#{id}', '{id}');
  if (heading === shape.heading || isNumber(id)) return document;
  const ids = new Map([...shape.ids, ['bracket' as const, new Set([familyOf(id)])]]);
  return { ...document, shape: { ...shape, heading, ids } };
}

function textOf(document: LogDocument, experiment: Experiment, escaped: Escaped): string {
  const { shape } = document;
  const habits = habitsOf(document);
  const isInHeading = (key: FieldKey): boolean =>
    key === 'date' || key === 'status'
      ? shape.heading.includes(`{${key}}`) && isWord(key, experiment[key])
      : shape.heading.includes(`{${key}}`) || (key === 'title' && !habits.ways.has(key));
  const isNamed = habits.ways.has('id');
  const columns = habits.columns.map(({ label, key }): Column => ({ label, key: key ?? '' }));
  const isBelow = (label: string, key: FieldKey | ''): boolean =>
    !columns.some((column) => column.key === key && (key !== '' || column.label === label));
  const wanted = FIELDS.map(({ key }) => key).filter(
    (key) =>
      experiment[key] !== '' &&
      key !== 'other' &&
      !isInHeading(key) &&
      isBelow('', key) &&
      (key !== 'id' || (isNamed && shape.hasIds)),
  );
  const labels = inOrder(document, wanted).map((key) => {
    const way = wayFor(habits, key);
    const field = fieldOf(key);
    const isOnNext = startsBelow(way, experiment[key], isOneParagraph(field), shape);
    const own = ownValue(document, key, experiment[key]);
    const value = escapedValue(field, apartFrom(way.form, own, shape), isOnNext, escaped.has(key), shape);
    return labelText(way, labelFor(document, key), value, isOnNext);
  });
  for (const { label, text } of experiment.other === '' ? [] : splitOther(experiment.other)) {
    if (!isBelow(label, '')) continue;
    const way = { ...habits.common, form: formFor(habits.common.form, label, shape) };
    const isOnNext = isItemBelow(way.form, text, way.isBelow, shape);
    labels.push(labelText(way, label, valueIn(way.form, text), isOnNext));
  }
  const heading = headingText(document, experiment);
  const end = shape.form === 'summary' ? '\n\n</details>' : '';
  if (columns.length > 0) {
    const row = newRowText(document, { columns, head: 0, lines: [] }, experiment, false);
    // Right below a row a label would be another.
    const [first, ...others] = labels;
    const below = first ? joined([{ ...first, isApart: true }, ...others], habits) : '';
    return `${heading}\n\n${habits.tableHead}\n${row}${below}${end}`;
  }
  if (labels.length === 0) return heading + end;
  const fence = /^(?:`+|~+|<table\b)/.exec(habits.tableHead)?.[0];
  const closing = fence === '<table' ? '</table>' : fence;
  if (closing)
    return `${heading}\n\n${habits.tableHead}${joined(labels, { ...habits, isHeadApart: false })}\n${closing}`;
  if (habits.common.form.kind !== 'row') return heading + joined(labels, habits) + end;
  const rows = labels.map(({ text }) => text);
  if (habits.rule !== '') rows.splice(1, 0, habits.rule);
  else rows.unshift(habits.tableHead || '| Field | Value |\n|---|---|');
  return `${heading}\n\n${rows.join('\n')}`;
}

/** A value for an item of a list: below its label, too, where labels may share its line and it would be two. */
function apartFrom(form: LabelForm, value: string, { isInline }: Shape): string {
  const isShared = form.kind === 'bullet' && (isInline || form.parting) && furtherLabels(`x ${value}`, 0).length > 0;
  return isShared ? `\n${value}` : asListed(form, value);
}

interface LabelText {
  /** Whether it goes on the line of the title. */
  isBeside?: boolean;
  text: string;
  isApart: boolean;
}

function joined(labels: readonly LabelText[], { isHeadApart }: Habits): string {
  return [...labels]
    .sort((a, b) => Number(!a.isBeside) - Number(!b.isBeside))
    .map(({ text, isApart, isBeside }, index, all) => {
      if (isBeside) return text;
      const isBlank = isApart || (index === 0 ? isHeadApart : all[index - 1]?.text.includes('\n\n'));
      return `${isBlank ? '\n\n' : '\n'}${text}`;
    })
    .join('');
}

/** How a label is written, in the form that the log's labels have as a whole. */
function wayFor({ ways, common, commonLine }: Habits, key: FieldKey): Way {
  const way = ways.get(key) ?? (isOneParagraph(fieldOf(key)) ? commonLine : common);
  const isList = (form: LabelForm): boolean => form.kind === 'bullet' || form.kind === 'row';
  return isList(common.form) || isList(way.form) ? common : way;
}

function startsBelow({ form, isBelow }: Way, value: string, isParagraph: boolean, shape: Shape): boolean {
  if (form.kind === 'heading') return true;
  if (form.kind !== 'plain') return false;
  return isLone(form) || hasLabel(value, shape) || (!isParagraph && (isBelow || isBlockLike(value, shape)));
}

function labelText({ form, isApart }: Way, label: string, value: string, isBelow: boolean): LabelText {
  const lead = `${form.open}${label}${form.close}`;
  if (form.kind === 'row')
    return { text: `${lead}${form.between ?? ' | '}${formValue(form, value)}${form.after ?? ' |'}`, isApart: false };
  if (form.parting && !/^[ \t]|\n/.test(value))
    return { text: `${form.parting}${label}${form.close} ${value}`, isApart, isBeside: true };
  const written = formValue(form, value);
  const gap = form.kind === 'heading' ? '\n\n' : written.startsWith('\n') ? '' : isBelow ? '\n' : ' ';
  return {
    text: value === '' ? lead : `${lead}${gap}${written}`,
    isApart: isApart || form.kind === 'heading',
  };
}

const BEHIND_ID = /(?<=\{id\}\]?)(?=[ \t]*[[(]?\{date\}[)\]]?$)|$/;

function headingText(document: LogDocument, experiment: Experiment): string {
  const { shape } = document;
  // Where the headings are no more than IDs, and no label says a title, the first title goes behind one, and before the day at its end.
  const isUntitled = !shape.heading.includes('{title}') && !habitsOf(document).ways.has('title');
  const heading = isUntitled && experiment.title !== '' ? shape.heading.replace(BEHIND_ID, ': {title}') : shape.heading;
  const closed = titleText(experiment.title, shape).slice(1);
  const isClosed = shape.form === 'marks' && closed !== experiment.title && heading.includes('{title}');
  const title = isClosed || /[*_]\{title\}/.test(heading) ? experiment.title : closed;
  const emoji = shape.statusPlaces.has('mark') ? emojiOf('Completed') : '';
  const isDated = isWord('date', experiment.date);
  const said = isWord('status', experiment.status) ? heading : withoutStatus(heading);
  const line = (isDated ? said : withoutDate(said))
    .replace(/\{(id|date|status|title)\}/g, (_, slot: 'id' | 'date' | 'status' | 'title') => {
      if (slot === 'status') return ownValue(document, slot, experiment.status, emoji);
      if (slot === 'title') return title;
      if (slot === 'date') return isDated ? ownValue(document, slot, experiment.date) : '';
      return experiment[slot];
    })
    .replace(/^( ?)\d+(?=[.)] )/, (lead, indent: string) =>
      heading.startsWith(lead) ? indent + numberOfItem(document) : lead,
    )
    .trimEnd();
  const bare = /\{date\}\W*$/.test(heading) && !isDated ? withoutGap(line) : line;
  const written = isClosed ? `${bare} #` : bare;
  return written + underlineOf(shape, written);
}

/** A heading without a date in front of others or behind a word; what parts an ID from what follows stays. */
const withoutDate = (heading: string): string =>
  heading
    .replace(/[ \t]+[([–—-][ \t]*\p{L}{2,12}[ \t]+\{date\}[)\]]?$/u, '')
    .replace(/(?<=\{id\}[\])]?[ \t]+)[[(]?\{date\}[)\]]?[ \t]*(?=[:：–—|-])/, '')
    .replace(/[[(]?\{date\}[)\]]?[ \t]*[:：–—|·•,.-]?[ \t]*(?=[*_]*\{)/, '');

/** A heading without the status and the marks around it, and what parts it from what stands before. */
const withoutStatus = (heading: string): string =>
  heading.replace(/\{status\},[ \t]*(?=\{date\})/, '').replace(/(?:[ \t]+[|–—-])?[ \t]*[[(`]*\{status\}[)\]`]*/, '');

/** A heading without what would part a date at its end that there is none of. */
function withoutGap(line: string): string {
  if (/[([][ \t]*[)\]]$/.test(line)) return line.replace(/[ \t]*[([][ \t]*[)\]]$/, '');
  if (/[)\]]$/.test(line)) return line.replace(/(?:,[ \t]*\p{L}*)?[ \t]*(?=[)\]]$)/u, '');
  return line.replace(/[ \t]*[,–—|·-]+$/, '');
}

/** The number of a new item where IDs are others: behind the highest, unless all are the same. */
function numberOfItem(document: LogDocument): number {
  const lines = experimentSources(document).map(({ line }) => lineText(document.outline, line));
  const numbers = new Set(lines.map((text) => Number(/^ ?(\d+)[.)]/.exec(text)?.[1] ?? 0)));
  return Math.max(...numbers) + (numbers.size > 1 ? 1 : 0);
}

/** The fields in the order that the log has them in. */
function inOrder(document: LogDocument, keys: readonly FieldKey[]): FieldKey[] {
  const order: FieldKey[] = [];
  for (const key of keys) {
    const isBefore = orderOf(document, key);
    let at = order.length;
    while (at > 0 && !isBefore(order[at - 1] as FieldKey)) at -= 1;
    order.splice(at, 0, key);
  }
  return order;
}
