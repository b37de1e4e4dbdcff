// One experiment's text read by itself: what an edit is measured by before it goes into the log.
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import type { ExperimentSource } from '../document.ts';
import { markCaptured } from '../reading/captured.ts';
import { closingOf, type Outline, readOutline } from '../reading/outline.ts';
import { readExperiment, toUnix } from '../reading/read-experiment.ts';
import { shaped } from '../reading/shaped-outline.ts';
import { readSections } from '../reading/structure.ts';
import { partsOfHeading } from '../shape/headings.ts';
import type { Shape } from '../shape/shape.ts';
import { emojiOf } from '../shape/status-words.ts';
import { readStatus } from '../text/values.ts';
import { isBlankBetween } from './edits.ts';

/** What parts a new experiment from the next. */
export const AFTER = '\n\n---\n\n';

/** What an experiment's text shall read as. */
export interface Reading {
  fields: Experiment;
  /** What stands in it without being a field: text under no label, and labels that stand a second time. */
  loose: readonly string[];
  /** The log's own words for an idea, where what follows has such lines. */
  command?: string;
}

/**
 * Whether the text, which begins with an experiment's heading, reads as this experiment and leaves what follows as it is. `after` is what
 * follows up to the next heading, whose indent included; undefined at the end of a log. A heading leaves nothing open, so that
 * what stands above cannot matter.
 */
export function isReadAs(text: string, after: string | undefined, reading: Reading, shape: Shape): boolean {
  return areReadAs([text], after, [reading], shape);
}

/** The same of several texts, `after` behind each. */
export function areReadAs(
  texts: readonly string[],
  after: string | undefined,
  readings: readonly Reading[],
  shape: Shape,
): boolean {
  const following = nextExperiment(shape);
  const whole = texts.map((text) => text + (after ?? '')).join('');
  const outline = outlineOf(after === undefined ? whole : whole + following, shape);
  // What says no status stands in a section that does, or in a log that has none.
  const said = readings[0]?.fields.status === '' && !shape.isTemplate ? 'Active' : undefined;
  const sections = readSections(outline, shape, -1, said);
  // A value that ends like an idea that somebody appended would lose it, and what follows may hold some.
  markCaptured(outline, { sections }, readings[0]?.command);
  const [section, ...others] = sections;
  const items = section?.items ?? [];
  if (others.length > 0 || items.length !== texts.length + (after === undefined ? 0 : 1)) return false;
  const nextLine = outline.starts.length - following.split('\n').length + shape.heading.split('\n').length - 1;
  if (after !== undefined && items[texts.length]?.line !== nextLine) return false;
  let start = 0;
  return texts.every((text, index) => {
    const [item, reading] = [items[index], readings[index]];
    if (!item?.isExperiment || !reading || outline.starts[item.line] !== start) return false;
    start += text.length + (after?.length ?? 0);
    return isRead(
      outline,
      readExperiment(outline, { ...item, status: undefined }, shape, () => 1),
      reading,
      shape,
    );
  });
}

/** Whether all of the last experiment of a text is its own with nothing behind it: a rule within may part the rest of it. */
export function isWholeAlone(text: string, shape: Shape): boolean {
  const outline = outlineOf(text, shape);
  const [section] = readSections(outline, shape, -1);
  const item = section?.items[section.items.length - 1];
  return !item || isBlankBetween(text, outline.ends[item.endLine - 1] ?? 0, text.length);
}

/** A text whose experiments stand below no title of a list. */
const outlineOf = (text: string, shape: Shape): Outline =>
  shaped(readOutline(text), { ...shape, list: undefined, board: undefined });

function isRead(outline: Outline, read: ExperimentSource, { fields, loose }: Reading, shape: Shape): boolean {
  const found = looseTexts(outline.text, read);
  // What leaves a fence open at the end of a log is closed before anything is written behind it.
  const isSame = (stray: string, index: number): boolean => {
    const known = loose[index] ?? '';
    return stray === known || stray === known + closingOf(readOutline(known));
  };
  return (
    FIELDS.every(
      ({ key }) =>
        read.fields[key] === (key === 'status' ? readStatus(fields.status, shape) : fields[key]) ||
        (key === 'id' && !shape.hasIds),
    ) &&
    found.length === loose.length &&
    found.every(isSame)
  );
}

/** Asked for with every text that is tried. */
const nexts = new WeakMap<Shape, string>();

/** An experiment that the shape knows for one, whatever it goes by. */
function nextExperiment(shape: Shape): string {
  const text = nexts.get(shape) ?? madeNext(shape);
  nexts.set(shape, text);
  return text;
}

function madeNext(shape: Shape): string {
  const { experiment, form, heading, ids, statusPlaces } = shape;
  const marks = `${'#'.repeat(experiment)} `;
  const words = form !== 'marks' || heading.startsWith(marks) ? heading : `${marks}[{id}]`;
  const families = [...ids.values()].flatMap((leads) => [...leads]);
  const lines = ['next-1', '1', ...families.map((lead) => `${lead}1`)].map((id) =>
    words
      .replace('{id}', id)
      .replace('{date}', '2026-01-01')
      .replace('{status}', statusPlaces.has('mark') ? emojiOf('Active') : 'Active')
      .replace('{title}', 'x'),
  );
  const line = lines.find((text) => partsOfHeading(text, shape).id !== undefined) ?? lines[0];
  const label = (words: string): string => `\n${form === 'item' ? '    - ' : ''}**${words}:** next-1`;
  return (
    line + (form === 'summary' ? '\n' : underlineOf(shape, 'x')) + ['ID', 'Status', 'Learning'].map(label).join('')
  );
}

/** The line below a heading where the log underlines its headings, the line end before it included. */
export function underlineOf({ form, experiment }: Shape, heading: string): string {
  if (form !== 'underlined') return '';
  return `\n${(experiment === 1 ? '=' : '-').repeat(Math.max(4, heading.length))}`;
}

/** What stands in an experiment without being a field of it, LF line ends. */
export function looseTexts(text: string, source: ExperimentSource): string[] {
  const spans = [...source.strays, ...source.labels.filter(({ repeated }) => repeated)];
  return spans.map(({ start, end }) => toUnix(text.slice(start, end)));
}
