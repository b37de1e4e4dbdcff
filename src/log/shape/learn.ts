// Learns a log's shape by counting what stands in it.
import type { FieldKey } from '../../domain/experiment/template.ts';
import {
  type DatePlace,
  type IdPlace,
  type KeptShape,
  ROWS,
  type StatusPlace,
} from '../../domain/register/log-shape.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import { type Counts, count, mostOf } from '../text/counts.ts';
import { isExperimentSection, kindOfSection } from '../text/sections.ts';
import { type HeadingEvidence, isSpeaking, speaks, withMark } from './evidence.ts';
import { type FoundExperiments, findExperiments } from './experiments.ts';
import { type HeadingParts, nameBefore, withoutClosing } from './headings.ts';
import {
  fallbacksOf,
  impliedStatus,
  orderAmong,
  sectionsOf,
  statusesOf,
  stylesOf,
  valuesOf,
  wordsOf,
} from './learn-words.ts';
import { flagsOf, type Shape, TEMPLATE_SHAPE } from './shape.ts';
import { type FoundTables, findTables, shapeOfTables } from './tables.ts';
import { PICTURE } from './words.ts';

/** What is looked at of values: which statuses there are, and in which order dates are written. */
const SPEAKING: readonly (FieldKey | '')[] = ['status', 'date', 'started', ''];

/**
 * The shape of a text. What the register keeps of it decides before what is counted; where too little is found, the template's shape
 * is taken. Linear in the text.
 */
export function learnShape(text: Outline, kept?: KeptShape): Shape {
  const found = findExperiments(text, kept);
  const { items, labels, outline } = found;
  // A log that has lost its experiments stays as the register knows it.
  const isEmpty = items.length === 0;
  const level = (isEmpty && kept?.level) || found.level;
  const tables = tablesBeside(text, found, kept);
  if (tables) return shapeOfTables(tables, kept);
  if (isEmpty && kept?.heading === undefined) return { ...templateShape(text, kept), dayFirst: kept?.dayFirst };
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

/** Where the headings have their IDs and dates, and how most of them are written. */
function placesOf(
  found: Pick<FoundExperiments, 'items' | 'level' | 'board'>,
  words: ReadonlyMap<string, FieldKey | ''>,
  kept: KeptShape | undefined,
): Pick<Shape, 'ids' | 'dates' | 'statusPlaces' | 'isBare' | 'hasIds' | 'heading'> {
  const { items, level, board } = found;
  const idWays: Counts<string> = new Map();
  const dateWays: Counts<DatePlace> = new Map();
  /** Without those of experiments whose label says a day: there it is the title's, unless most headings have one. */
  const aloneWays: Counts<DatePlace> = new Map();
  /** Those of experiments at another level, of which there may be one. */
  const elsewhere = new Set(
    items.flatMap(({ depth, parts }) => (depth === level ? [] : [`${parts.idPlace} ${parts.family}`])),
  );
  const numbers = items.flatMap(({ text, parts: { id, isListNumber } }) =>
    id && isListNumber ? [text.slice(id.start, id.end)] : [],
  );
  // A list that begins anew, or whose items are all the first, has numbers that name nothing.
  const isNumbered = new Set(numbers).size === numbers.length;
  for (const { parts, labels } of items) {
    if (parts.idPlace && (isNumbered || !parts.isListNumber)) count(idWays, `${parts.idPlace} ${parts.family}`);
    if (!parts.datePlace) continue;
    count(dateWays, parts.datePlace);
    const isSaid = labels.some(({ word, valueStart }) => valueStart >= 0 && words.get(word.plain) === 'date');
    if (!isSaid) count(aloneWays, parts.datePlace);
  }
  // What one of few does is the log's way, unless the register knows it from when there were more.
  const isNew = kept?.heading === undefined;
  const areFew = items.length < 3 && isNew;
  // All have one at the same end of their titles, or all are numbers of a list.
  const ends = new Set(items.map(({ parts }) => parts.isListNumber ?? parts.idPlace?.includes('tail')));
  const areAllNamed = isNew && ends.size === 1;
  const ids = new Map<IdPlace, Set<string>>();
  for (const [place, families] of Object.entries(kept?.ids ?? {})) ids.set(place as IdPlace, new Set(families));
  for (const [way, times] of idWays) {
    const at = way.indexOf(' ');
    const place = way.slice(0, at) as IdPlace;
    const family = way.slice(at + 1);
    const isSure = (place === 'bracket' && way.endsWith('-')) || elsewhere.has(way) || areAllNamed;
    // A title that begins like an ID is the only one that does, unless all have one.
    const isLike = place === 'number' ? numbers.length > 0 : items.length < 2 || (place === 'tail' && family);
    if (!isSure && (kept?.hasIds === false || (times < 2 && !(areFew && isLike)))) continue;
    ids.set(place, new Set(ids.get(place)).add(family));
  }
  const dates = new Set<DatePlace>(kept?.dates);
  for (const [place, times] of dateWays) {
    const alone = aloneWays.get(place) ?? 0;
    const isWay = alone > (areFew ? 0 : 1) || (!areFew && times * 2 > items.length);
    if (board !== undefined || (isWay && !kept?.isSettled)) dates.add(place);
  }
  const isNamed = ({ parts: { idPlace, family } }: HeadingEvidence): boolean =>
    idPlace !== undefined && ids.get(idPlace)?.has(family) === true;
  const named = items.filter(isNamed).length;
  const isLabelled = (heading: HeadingEvidence): boolean =>
    !isNamed(heading) && heading.labels.some(({ word }) => words.get(word.plain) === 'id');
  const withIds = named + items.filter(isLabelled).length;
  const hasIds = kept?.hasIds ?? withIds * 2 >= items.length;
  const statusPlaces = statusPlacesOf(items, words, kept);
  const headings: Counts<string> = new Map();
  let bare = 0;
  for (const item of items) {
    const { parts, text } = item;
    const hasId = isNamed(item);
    const hasDate = parts.datePlace !== undefined && dates.has(parts.datePlace);
    if (!hasId && !hasDate) bare += 1;
    // What looks like an ID, a day or a status and is none of the log's would go into every heading.
    const isWay = hasId === !!parts.id && hasDate === !!parts.date;
    if (parts.statusPlace === undefined || parts.statusPlace === 'mark' || statusPlaces.has(parts.statusPlace))
      count(headings, skeletonOf(text, parts, hasId, hasDate, statusPlaces), isWay ? 1 : 1e-6);
  }
  const cleaned: Counts<string> = new Map();
  // Where headings say IDs, one without says nothing of how they are written.
  const isSaid = hasIds && named * 2 >= withIds && named > 0;
  for (const [skeleton, times] of headings) {
    if (!isSaid || skeleton.includes('{id}')) count(cleaned, withoutOwn(skeleton), times);
  }
  return {
    ids,
    dates,
    statusPlaces,
    isBare: bare > 0 || kept?.isBare === true,
    hasIds,
    heading: withMark(mostOf(cleaned) ?? kept?.heading ?? TEMPLATE_SHAPE.heading, items, kept),
  };
}

/** Where the headings have a status: where at least half of them have one, in a log without labels for it. */
function statusPlacesOf(
  items: readonly HeadingEvidence[],
  words: ReadonlyMap<string, FieldKey | ''>,
  kept: KeptShape | undefined,
): Set<StatusPlace> {
  const found = new Set(kept?.statusPlaces);
  const ways: Counts<StatusPlace> = new Map();
  for (const { parts } of items) if (parts.statusPlace) count(ways, parts.statusPlace);
  const labelled = items.filter((item) => item.labels.some(({ word }) => words.get(word.plain) === 'status')).length;
  if (labelled * 2 >= items.length) return found;
  for (const [place, times] of ways) if (times > 1 && times * 2 >= items.length) found.add(place);
  return found;
}

/** A skeleton without what is this experiment's alone: a tick, the address of a page, the day of the week. */
const withoutOwn = (skeleton: string): string =>
  skeleton
    .replace(/^( ?[-*+] \[)[xX](?=\] )/, '$1 ')
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\p{L}{2,10}\.?,?[ \t]+(?=\{date\}$)/u, '')
    .replace(/\r\n?/, '\n');

/** A heading with `{id}`, `{date}`, `{status}` and `{title}` in their places, without other emoji. */
function skeletonOf(
  text: string,
  parts: HeadingParts,
  hasId: boolean,
  hasDate: boolean,
  statusPlaces: ReadonlySet<StatusPlace>,
): string {
  const slots = [
    // A heading that is no more than an ID or a day has its title below.
    ...(parts.title.start === parts.title.end && (hasId || hasDate) ? [] : [{ name: '{title}', span: parts.title }]),
    ...(hasId && parts.id ? [{ name: '{id}', span: parts.id }] : []),
    ...(hasDate && parts.date ? [{ name: '{date}', span: parts.date }] : []),
    ...(parts.status && parts.statusPlace && parts.statusPlace !== 'verdict' && statusPlaces.has(parts.statusPlace)
      ? [{ name: '{status}', span: parts.status }]
      : []),
  ].sort((a, b) => a.span.start - b.span.start);
  const { boldEnd = 0 } = parts;
  // What is not the log's way is the title's.
  const isWhole = slots.map(({ name }) => name).join() === '{title}' && boldEnd === 0;
  const marks = isWhole && /^ {0,3}#+[ \t]*/.exec(text)?.[0];
  if (marks) return `${(marks + nameBefore(text.slice(marks.length))).trimStart()}{title}`;
  let at = 0;
  let skeleton = '';
  for (const { name, span } of slots) {
    const between = bareBetween(text.slice(at, span.start));
    // A remark in front of the status is this one's alone.
    skeleton += (boldEnd === 0 || span.start < boldEnd ? between : between.replace(/\p{L}[^,;:]{8,}/u, '')) + name;
    at = span.end;
  }
  // Of what stands behind a title in bold only the log's own marks are every heading's.
  const rest =
    boldEnd === 0
      ? text.slice(at, parts.labelsStart)
      : at < boldEnd
        ? text.slice(at, boldEnd)
        : /^[^()[\]]*([)\]])/.exec(text.slice(at))?.[1];
  return skeleton + withoutClosing(bareBetween(rest ?? '')).trimEnd();
}

/** What has neither: no blank in front, no other sign than those of English. */
const IS_PLAIN = /^(?:[!-}][ -}]*)?$/;

const IS_PICTURE = new RegExp(PICTURE, 'u');
const BESIDE_WORDS = new RegExp(`~~|(?:${PICTURE}|\\ufe0f|\\u200d)+[ \\t]*`, 'gu');

/** What stands between the parts of a heading, without emoji, and not struck through as a single one may be. */
function bareBetween(text: string): string {
  return IS_PLAIN.test(text) ? text : text.replace(BESIDE_WORDS, '').replace(/^ {1,3}(?=#)/, '');
}
