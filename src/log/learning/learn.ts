// Learns a log's shape by counting what stands in it.

import type { FieldKey } from '../../domain/experiment/template.ts';
import { type KeptShape, ROWS, type StatusPlace } from '../../domain/register/log-shape.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import { hasUnderlines, withUnderlined } from '../shape/heading-lines.ts';
import { flagsOf, type Shape, TEMPLATE_SHAPE } from '../shape/shape.ts';
import { PICTURE } from '../shape/words.ts';
import { isExperimentSection, kindOfSection } from '../text/sections.ts';
import { type HeadingEvidence, isSpeaking, speaks } from './evidence.ts';
import { type FoundExperiments, findExperiments } from './experiments.ts';
import { stylesOf, valuesOf, wordsOf } from './learn-labels.ts';
import { fallbacksOf, impliedStatus, orderAmong, sectionsOf, statusesOf } from './learn-words.ts';
import { ownShape } from './own-form.ts';
import { placesOf } from './places.ts';
import { type FoundTables, findTables, shapeOfTables } from './tables.ts';

/** What is looked at of values: which statuses there are, and in which order dates are written. */
const SPEAKING: readonly (FieldKey | '')[] = ['status', 'date', 'started', ''];

/**
 * The shape of a text. What the register keeps of it decides before what is counted; where too little is found, the template's shape
 * is taken. Linear in the text.
 */
export function learnShape(read: Outline, kept?: KeptShape): Shape {
  if (!hasUnderlines(read)) return learnMarked(read, kept);
  return { ...learnMarked(withUnderlined(read), kept), hasUnderlines: true };
}

function learnMarked(text: Outline, kept: KeptShape | undefined): Shape {
  const found = findExperiments(text, kept);
  const { items, labels, outline } = found;
  // A log that has lost its experiments stays as the register knows it.
  const isEmpty = items.length === 0;
  const level = (isEmpty && kept?.level) || found.level;
  const tables = tablesBeside(text, found, kept);
  if (tables) return shapeOfTables(tables, kept);
  if (isEmpty && kept?.heading === undefined) return { ...templateShape(text, kept), dayFirst: kept?.dayFirst };
  const ownForm = found.isOwn ? ownShape(outline, labels, items, kept) : undefined;
  if (ownForm) return ownForm;
  const known = wordsOf(outline, labels, items, kept);
  const lines = items.map(({ line }) => line);
  const sections = sectionsOf(outline, level, lines, kept, found.board);
  const inHeadings = placesOf(found, known.labels, kept);
  const isSaid =
    kept?.isSettled ||
    inHeadings.ids.has('bracket') ||
    inHeadings.statusPlaces.size > 0 ||
    [...known.labels.values()].includes('status') ||
    [...sections.values()].some(({ status }) => status) ||
    outline.headings.some(({ line }) => isExperimentSection(kindOfSection(lineText(outline, line))));
  const said = valuesOf(outline, items, (word) => !isSaid || SPEAKING.includes(known.labels.get(word) ?? 'id'));
  const implied = isSaid ? {} : impliedStatus(said.map(([word, texts]) => [word, known.labels.get(word), texts]));
  const words = {
    isCounted: known.isCounted,
    labels: implied.label === undefined ? known.labels : new Map([...known.labels, [implied.label, 'status' as const]]),
  };
  const places = implied.isInResult ? { ...inHeadings, statusPlaces: new Set<StatusPlace>(['result']) } : inHeadings;
  const textsOf = (isStatus: boolean): string[] =>
    said.flatMap(([word, texts]) => {
      const key = words.labels.get(word) ?? 'id';
      return SPEAKING.includes(key) && (key === 'status') === isStatus ? texts : [];
    });
  const styles = stylesOf(outline, items, words, kept);
  const levels = new Set([...(kept?.levels ?? []), ...items.map(({ depth }) => depth)]);
  levels.delete(level);
  const shape: Shape = {
    ...TEMPLATE_SHAPE,
    ...places,
    ...words,
    ...styles,
    experiment: level,
    form: isEmpty ? (kept?.form ?? 'marks') : outline.form,
    levels,
    isQuoted: found.isQuoted,
    isLoose: found.isLoose,
    isFenced: found.isFenced || kept?.isFenced === true,
    sections,
    statuses: statusesOf(items, textsOf(true), places.statusPlaces, kept),
    dayFirst: kept?.dayFirst ?? orderAmong([...items.map(({ text }) => text), ...textsOf(false)], words.labels),
  };
  const isBracketed =
    shape.ids.has('bracket') && !/\{id\}[ \t]*\][ \t]*[:：.–—|-]/.test(shape.heading) && shape.heading.startsWith('#');
  const hasOnlyIds = shape.ids.size === 1 && shape.dates.size === 0 && shape.statusPlaces.size === 0;
  const isOwn =
    !isEmpty &&
    kept?.called === undefined &&
    isBracketed &&
    hasOnlyIds &&
    !Object.values(flagsOf({ ...shape, isPlain: false })).includes(true) &&
    levels.size === 0;
  const own = isOwn ? {} : kept?.called === undefined ? fallbacksOf(shape.labels) : otherEntries(kept.called);
  const isDecorated = !isOwn && (isEmpty || outline.form === 'marks' || items.some(isEmojiAround));
  return {
    ...shape,
    ...own,
    isTemplate: isOwn,
    isDecorated,
    isPointed: kept?.isPointed === true || found.board !== undefined,
    list: kept?.list,
    board: found.board,
  };
}

/**
 * The tables that list experiments, if they have more of them than what was found. A table within what says itself to be an experiment is a text of
 * it; one that a text's title alone makes a list is none beside experiments that have labels, which in turn count for more than days and titles.
 */
function tablesBeside(text: Outline, found: FoundExperiments, kept?: KeptShape): FoundTables | undefined {
  // No table has more rows than a text has lines.
  if (kept?.level !== undefined) {
    const fewer = kept.level === ROWS ? -1 : text.starts.length;
    const tables = findTables(text, kept, fewer, () => false);
    return tables && tables.lines.length > fewer ? tables : undefined;
  }
  const { items, outline } = found;
  const said = items.filter((item) => item.parts.id !== undefined || speaks(item)).length;
  const tables = findTables(text, kept, said, (start) => isInText(outline, items, start));
  const fewer = tables?.isSure ? said : said > 0 ? text.starts.length : items.length;
  return tables && tables.lines.length > fewer ? tables : undefined;
}

/** Whether what stands at an offset stands below an experiment's own labels. */
function isInText({ starts }: Outline, items: readonly HeadingEvidence[], start: number): boolean {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[items[middle]?.line ?? 0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  if (!item || (starts[item.endLine] ?? Number.POSITIVE_INFINITY) <= start) return false;
  let fields = 0;
  for (const { line, word, style } of item.labels)
    if (style !== 'row' && (starts[line] ?? start) < start) fields |= word.says;
  return isSpeaking(fields);
}

/** Of a file whose entries are no experiments. */
function otherEntries(called: NonNullable<KeptShape['called']>): Pick<Shape, 'fallbacks' | 'isOfExperiments'> {
  return { fallbacks: new Map(Object.entries(called) as [FieldKey, string][]), isOfExperiments: false };
}

/** Whether emoji stand around the words of a heading. */
function isEmojiAround({ text, parts: { title } }: HeadingEvidence): boolean {
  return IS_PICTURE.test(text.slice(0, title.start) + text.slice(title.end));
}

function templateShape(outline: Outline, kept: KeptShape | undefined): Shape {
  // The level below the first section for experiments.
  const section = outline.headings.find(({ line }) => isExperimentSection(kindOfSection(lineText(outline, line))));
  const labels = new Map(Object.entries(kept?.labels ?? {}));
  return { ...TEMPLATE_SHAPE, labels, experiment: Math.min((section?.depth ?? 2) + 1, 6) };
}

const IS_PICTURE = new RegExp(PICTURE, 'u');
