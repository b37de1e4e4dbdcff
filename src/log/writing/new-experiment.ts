// The text of an experiment that is not in the log yet, after the template.
import {
  type Experiment,
  emptyExperiment,
  FIELDS,
  type Field,
  type FieldKey,
  fieldOf,
  placeOf,
} from '../../domain/experiment/template.ts';
import { partsOfItem } from '../forms/board-items.ts';
import { isOneParagraph } from '../reading/labels.ts';
import { withoutClosing } from '../shape/headings.ts';
import { type Shape, TEMPLATE_SHAPE } from '../shape/shape.ts';
import { bareText } from '../shape/words.ts';
import { findDate } from '../text/dates.ts';
import { escapeMarkdown, isLikeStructure } from '../text/escaping.ts';
import { AFTER, areReadAs, isReadAs } from './fragment.ts';

/** The fields whose labels stand in every experiment of the template. */
const ALWAYS: readonly (Field & { key: FieldKey })[] = FIELDS.filter((field: Field) => field.optional !== true);

/** What an empty result says. */
export const PENDING = '(pending)';

export type Escaped = ReadonlySet<FieldKey>;

/** The text of a new experiment, LF line ends, and whether it reads as that experiment by itself. */
export interface NewText {
  text: string;
  isSound: boolean;
}

/** The text of an experiment in its canonical form, in the template's shape. LF line ends. */
export const newExperimentText = (experiment: Experiment): string => newTemplateText(experiment, TEMPLATE_SHAPE).text;

/** The same at the level that a log has its experiments at. */
export function newTemplateText(experiment: Experiment, shape: Shape): NewText {
  // Without a line that is like structure the text is sound by its making.
  if (experiment.other === '' && keysLikeStructure(experiment, shape).length === 0)
    return { text: templateText(experiment, new Set(), shape.experiment), isSound: true };
  return settledText(experiment, (escaped) => templateText(experiment, escaped, shape.experiment), shape);
}

/** What `build` makes with the fewest fields escaped, so that it reads as the experiment; with all of them where none is sound. */
export function settledText(experiment: Experiment, build: (escaped: Escaped) => string, shape: Shape): NewText {
  const keys = keysLikeStructure(experiment, shape);
  const reading = { fields: experiment, loose: [] };
  const isSound = (text: string): boolean => isReadAs(text, AFTER, reading, shape);
  const settled = settle(keys, build, isSound, keysUnsoundAlone(experiment, keys, shape));
  return { text: settled ?? build(new Set(keys)), isSound: settled !== undefined };
}

/** The text with the fewest escaped fields, `open` in any case, that is sound; none if it is not sound even with all of `keys`. */
export function settle(
  keys: readonly FieldKey[],
  build: (escaped: Escaped) => string,
  isSound: (text: string) => boolean,
  open: Escaped,
): string | undefined {
  const typed = build(open);
  if (isSound(typed)) return typed;
  const escaped = new Set(keys);
  let text = build(escaped);
  if (keys.length === 0 || !isSound(text)) return undefined;
  for (const key of keys) {
    if (open.has(key)) continue;
    escaped.delete(key);
    const candidate = build(escaped);
    if (isSound(candidate)) text = candidate;
    else escaped.add(key);
  }
  return text;
}

/** The fields whose text has a line that could be taken for structure. */
export function keysLikeStructure(experiment: Experiment, { isTemplate }: Shape): FieldKey[] {
  const fields: readonly (Field & { key: FieldKey })[] = FIELDS;
  return fields
    .filter((field) => placeOf(field) !== 'heading' && placeOf(field) !== 'labels')
    .filter(({ key }) => experiment[key] !== '')
    .filter((field) => isLikeStructure(experiment[field.key], true, isOneParagraph(field), !isTemplate))
    .map(({ key }) => key);
}

const templates = new Map<number, Shape>();

/** The template's shape, its experiments at this level. */
function templateAt(experiment: number): Shape {
  const shape = templates.get(experiment) ?? { ...TEMPLATE_SHAPE, experiment };
  templates.set(experiment, shape);
  return shape;
}

/**
 * Of these fields those whose text is not sound by itself: what makes it so, a list before it for one, may go with another field that is emptied
 * later. Tried under a label of the template that takes such a text.
 */
export function keysUnsoundAlone(
  experiment: Experiment,
  keys: readonly FieldKey[],
  { experiment: level }: Shape,
): Escaped {
  const shape = templateAt(Math.min(level, 6));
  const tried = keys.map((key, index) => {
    const field = fieldOf(key);
    const like = isOneParagraph(field) ? 'layer' : placeOf(field) === 'block' ? 'learning' : 'duration';
    const fields = { ...emptyExperiment(), id: `K-${index + 1}`, [like]: experiment[key] };
    // With the label that ends it; those beyond cannot matter.
    const at = ALWAYS.findIndex((each) => each.key === like);
    const text = templateText(fields, new Set(), shape.experiment, ALWAYS.slice(at, at + 2));
    return { key, text, reading: { fields, loose: [] } };
  });
  const areSound = (those: typeof tried): boolean =>
    areReadAs(
      those.map(({ text }) => text),
      AFTER,
      those.map(({ reading }) => reading),
      shape,
    );
  // Most are, and one reading tells.
  const unsound = areSound(tried) ? [] : tried.filter((each) => !areSound([each]));
  return new Set(unsound.map(({ key }) => key));
}

function templateText(
  experiment: Experiment,
  escaped: Escaped,
  level: number,
  fields: readonly (Field & { key: FieldKey })[] = FIELDS,
): string {
  const parts: string[] = [`${'#'.repeat(level)} [${experiment.id}]${titleText(experiment.title)}`];
  for (const field of fields) {
    const place = placeOf(field);
    if (place === 'heading' || place === 'labels') continue;
    if (field.optional && experiment[field.key] === '') continue;
    const below = place === 'block';
    const label = `**${field.label}:**`;
    const value = valueText(field, experiment[field.key], below, escaped.has(field.key));
    parts.push(place === 'line' ? '\n' : '\n\n', label);
    if (value !== '') parts.push(below ? '\n' : ' ', value);
  }
  if (experiment.other !== '') parts.push('\n\n', experiment.other);
  return parts.join('');
}

/**
 * The title with the blank before it. A closing `#` would be taken off, so that one more is written behind it; so would emoji around it in
 * a log that has some there. On a board what looks like more than a title is one in bold.
 */
export function titleText(title: string, { isDecorated, form, board }: Shape = TEMPLATE_SHAPE): string {
  if (title === '') return '';
  if (board !== undefined && partsOfItem(title, board)) return ` **${title}**`;
  if (form !== 'marks') return ` ${title}`;
  const isWhole = withoutClosing(` ${title}`) === ` ${title}` && (!isDecorated || bareText(title) === title);
  return isWhole ? ` ${title}` : ` ${title} #`;
}

/** Whether a title would teach the log another shape: emoji around its titles, or days or verdicts in them. */
export function isTaught(title: string, { form, board, dayFirst, statusPlaces }: Shape): boolean {
  const date = board === undefined ? undefined : findDate(title, dayFirst ?? true);
  const isJudged = statusPlaces.has('verdict') && /[()–—-]/.test(title);
  const isDated =
    date !== undefined && (/^[[(]?$/.test(title.slice(0, date.start)) || /^[)\]]?$/.test(title.slice(date.end)));
  return isJudged || (form !== 'marks' && bareText(title) !== title) || isDated;
}

/** A value as the log has it. */
function valueText(field: Field, value: string, below: boolean, escaped: boolean): string {
  if (value === '') return field.result ? PENDING : '';
  return escapedValue(field, value, below, escaped, TEMPLATE_SHAPE);
}

/** The same without what stands for an empty one. */
export function escapedValue(
  field: Field,
  value: string,
  below: boolean,
  escaped: boolean,
  { isTemplate }: Shape,
): string {
  return escaped ? escapeMarkdown(value, below, isOneParagraph(field), !isTemplate) : value;
}
