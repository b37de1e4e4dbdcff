// The text of one experiment: a new one after the template, or the one that stands in the log with only its changed fields rewritten.
import { type Experiment, FIELDS, type Field, type FieldKey, fieldOf, placeOf } from '../domain/experiment/template.ts';
import { closingOf, readOutline } from './blocks.ts';
import type { ExperimentSource, LabelSlice } from './document.ts';
import { applyEdits, type Edit, endOfTextBefore, isNextLineFilled, skipBlanks } from './edits.ts';
import { escapeMarkdown, isLikeStructure } from './escaping.ts';
import { isOneParagraph, matchLabel } from './labels.ts';
import { joinOther, splitOther } from './other.ts';
import { experimentSources, readLog, withoutClosing } from './read.ts';

/** What an empty result says. */
const PENDING = '(pending)';
/** What parts a new experiment from the next. */
const AFTER = '\n\n---\n\n';

type Escaped = ReadonlySet<FieldKey>;

/** The text of an experiment, in its canonical form, that is not in the log yet. LF line ends. */
export function newExperimentText(experiment: Experiment): string {
  const keys = keysLikeStructure(experiment);
  const build = (escaped: Escaped): string => templateText(experiment, escaped, []);
  // Without a line that is like structure the text is sound by its making.
  if (keys.length === 0 && experiment.other === '') return build(new Set());
  return settle(keys, build, (text) => isReadAs(text, AFTER, experiment, [])) ?? build(new Set(keys));
}

/**
 * The text of an experiment of the log with `wanted`, in its canonical form, as its fields. Every line that belongs to no changed field
 * stays as it is. `text` is the log's, `after` what follows the experiment up to the next heading, if one follows.
 */
export function changedExperimentText(
  text: string,
  source: ExperimentSource,
  wanted: Experiment,
  newline: string,
  after: string | undefined,
): string {
  const original = text.slice(source.start, source.end);
  const loose = looseTexts(text, source);
  const isChanged = (key: FieldKey): boolean => wanted[key] !== source.fields[key];
  // A `Started:` equal to the date reads as empty: with another date its line has to be looked at too.
  const changed = FIELDS.map(({ key }) => key).filter(
    (key) => isChanged(key) || (key === 'started' && isChanged('date')),
  );
  const build = (escaped: Escaped): string => {
    const edits = changed.flatMap((key) => editsOf(text, source, wanted, key, escaped.has(key)));
    return applyEdits(
      original,
      edits.map((edit) => ({
        start: edit.start - source.start,
        end: edit.end - source.start,
        text: edit.text.replace(/\n/g, newline),
      })),
    );
  };
  // At the end of the log a fence may be open already.
  const following = after ?? (isReadAs(original, AFTER, source.fields, loose) ? AFTER : undefined);
  const keys = keysLikeStructure(wanted).filter((key) => changed.includes(key));
  const isSound = (candidate: string): boolean => isReadAs(candidate, following, wanted, loose);
  // Some text, HTML for one, ends only at a blank line, and there may be none before the next heading.
  const gap = isNextLineFilled(text, source.end) ? newline : '';
  const settled =
    settle(keys, build, isSound) ?? (gap === '' ? undefined : settle(keys, (escaped) => build(escaped) + gap, isSound));
  return settled ?? templateText(wanted, new Set(keysLikeStructure(wanted)), loose).replace(/\n/g, newline) + gap;
}

/** The experiment's text with what closes a fence or HTML that it leaves open. */
export function closedText(text: string): string {
  return text + closingOf(readOutline(text));
}

/** The fewest escaped fields with which the text is sound; none if it is not sound even with all of `keys`. */
function settle(
  keys: readonly FieldKey[],
  build: (escaped: Escaped) => string,
  isSound: (text: string) => boolean,
): string | undefined {
  const typed = build(new Set());
  if (isSound(typed)) return typed;
  const escaped = new Set(keys);
  let text = build(escaped);
  if (keys.length === 0 || !isSound(text)) return undefined;
  for (const key of keys) {
    escaped.delete(key);
    const candidate = build(escaped);
    if (isSound(candidate)) text = candidate;
    else escaped.add(key);
  }
  return text;
}

/** Whether the text reads as exactly this experiment, with this loose text, and leaves what follows as it is. */
function isReadAs(text: string, after: string | undefined, wanted: Experiment, loose: readonly string[]): boolean {
  const next = after === undefined ? '' : `${after}### [next-1]`;
  const read = readLog(`## Active Experiments\n\n${text}${next}`);
  const sources = experimentSources(read);
  const items = read.sections.reduce((count, section) => count + section.items.length, 0);
  const [first, second] = sources;
  if (!first || read.sections.length !== 2 || items !== (after === undefined ? 1 : 2)) return false;
  if (after !== undefined && second?.fields.id !== 'next-1') return false;
  const found = looseTexts(read.text, first);
  return (
    FIELDS.every(({ key }) => first.fields[key] === wanted[key]) &&
    found.length === loose.length &&
    found.every((stray, index) => stray === loose[index])
  );
}

/** What stands in an experiment without being a field of it: text under no label, and labels that stand a second time. */
function looseTexts(text: string, source: ExperimentSource): string[] {
  const spans = [...source.strays, ...source.labels.filter(({ repeated }) => repeated)];
  return spans.map(({ start, end }) => text.slice(start, end).replace(/\r\n?/g, '\n'));
}

function keysLikeStructure(experiment: Experiment): FieldKey[] {
  const fields: readonly (Field & { key: FieldKey })[] = FIELDS;
  return fields
    .filter(({ place }) => place !== 'heading' && place !== 'labels')
    .filter((field) => isLikeStructure(experiment[field.key], true, isOneParagraph(field)))
    .map(({ key }) => key);
}

/** An experiment after the template; loose text stands escaped below the decision, where no label claims it. */
function templateText(experiment: Experiment, escaped: Escaped, loose: readonly string[]): string {
  const parts: string[] = [`### [${experiment.id}]${titleText(experiment.title)}`];
  const fields: readonly (Field & { key: FieldKey })[] = FIELDS;
  for (const field of fields) {
    if (placeOf(field) === 'heading' || placeOf(field) === 'labels') continue;
    if (field.optional && experiment[field.key] === '') continue;
    const below = placeOf(field) === 'block';
    const label = `**${field.label}:**`;
    const value = valueText(field, experiment[field.key], below, escaped.has(field.key));
    parts.push(placeOf(field) === 'line' ? '\n' : '\n\n', label);
    if (value !== '') parts.push(below ? '\n' : ' ', value);
  }
  for (const text of loose) parts.push('\n\n', escapeMarkdown(text, true, false));
  if (experiment.other !== '') parts.push('\n\n', experiment.other);
  return parts.join('');
}

/** The title behind the ID. A closing `#` would be taken off, so that one more is written behind it. */
function titleText(title: string): string {
  if (title === '') return '';
  return withoutClosing(` ${title}`) === ` ${title}` ? ` ${title}` : ` ${title} #`;
}

function valueText(field: Field, value: string, below: boolean, escaped: boolean): string {
  if (value === '') return field.result ? PENDING : '';
  return escaped ? escapeMarkdown(value, below, isOneParagraph(field)) : value;
}

function editsOf(text: string, source: ExperimentSource, wanted: Experiment, key: FieldKey, escaped: boolean): Edit[] {
  if (key === 'other') return editsOfOther(text, source, wanted.other);
  if (key === 'title') {
    const title = titleText(wanted.title);
    const { start, end } = source.title;
    return [{ start, end, text: text.charAt(start - 1) === ']' ? title : title.slice(1) }];
  }
  const field = fieldOf(key);
  const slice = source.labels.find((label) => label.key === key);
  const value = wanted[key];
  if (!slice) return value === '' ? [] : [insertionOf(text, source, key, value, escaped)];
  if (value === '' && field.optional) return [removalOf(text, slice)];
  const labelEnd = slice.start + (matchLabel(text.slice(slice.start, slice.start + 200))?.length ?? 0);
  const isFilled = slice.value.end > slice.value.start;
  const below = isOneParagraph(field)
    ? slice.below && isFilled
    : slice.below || value.includes('\n') || /^(?:[ \t#>|~`<+-]|\d+[.)][ \t]|[*_][ \t])/.test(value);
  const written = valueText(field, value, below, escaped);
  if (written === '') return [{ start: labelEnd, end: slice.value.end, text: '' }];
  if (below === slice.below && isFilled) return [{ ...slice.value, text: written }];
  return [{ start: labelEnd, end: slice.value.end, text: `${below ? '\n' : ' '}${written}` }];
}

/** A label and its value where the experiment has none: behind the field that precedes it in the template. */
function insertionOf(text: string, source: ExperimentSource, key: FieldKey, value: string, escaped: boolean): Edit {
  const keys = FIELDS.map((field) => field.key);
  const before = keys.slice(0, keys.indexOf(key)).reverse();
  const previous = before
    .map((earlier) => source.labels.find((label) => label.key === earlier))
    .find((slice) => slice !== undefined);
  const field = fieldOf(key);
  const below = placeOf(field) === 'block';
  const start = skipBlanks(text, previous ? previous.end : source.title.end);
  const joins = placeOf(field) === 'line' && (!previous?.key || placeOf(fieldOf(previous.key)) === 'line');
  const written = `**${field.label}:**${below ? '\n' : ' '}${valueText(field, value, below, escaped)}`;
  const next = start < source.end && isNextLineFilled(text, start);
  const nextIsLabel =
    next && source.labels.some((label) => label.start > start && text.slice(start, label.start).trim() === '');
  return {
    start,
    end: start,
    text: `${joins ? '\n' : '\n\n'}${written}${next && !(joins && nextIsLabel) ? '\n' : ''}`,
  };
}

/** Takes a slice away with the blank lines before it. */
function removalOf(text: string, slice: LabelSlice): Edit {
  return { start: endOfTextBefore(text, slice.start), end: skipBlanks(text, slice.end), text: '' };
}

/** Rewrites the labels whose text changed, takes away those that are gone, and puts new ones at the experiment's end. */
function editsOfOther(text: string, source: ExperimentSource, wanted: string): Edit[] {
  const items = wanted === '' ? [] : splitOther(wanted);
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
  const edits: Edit[] = slices.flatMap((slice, index): Edit[] => {
    const item = items[matches[index] ?? -1];
    if (!inOrder || !item) return [removalOf(text, slice)];
    if (item.text === text.slice(slice.start, slice.end).replace(/\r\n?/g, '\n')) return [];
    const gap = item.text.includes('\n') && slice.end < source.end && isNextLineFilled(text, slice.end) ? '\n' : '';
    return [{ start: slice.start, end: slice.end, text: item.text + gap }];
  });
  const added = items.slice(inOrder ? kept.length : 0);
  if (added.length > 0) {
    edits.push({ start: source.end, end: source.end, text: `\n\n${joinOther(added.map((item) => item.text))}` });
  }
  return edits;
}
