// Learns a log's shape by counting what stands in it.
import type { FieldKey } from '../../domain/experiment/template.ts';
import {
  type DatePlace,
  type IdPlace,
  type KeptShape,
  ROWS,
  type StatusPlace,
} from '../../domain/register/log-shape.ts';
import { BLANK, hasFlag, lineText, type Outline, RULE } from '../reading/outline.ts';
import { isExampleSection, isExperimentSection, kindOfSection } from '../text/sections.ts';
import { gatherEvidence, type HeadingEvidence, type LabelLine, speaks } from './evidence.ts';
import { type HeadingParts, withoutClosing } from './headings.ts';
import { fallbacksOf, keptWords, orderOf, sectionsOf, statusesOf, stylesOf, wordsOf } from './learn-words.ts';
import { type Shape, TEMPLATE_SHAPE } from './shape.ts';
import { findTables, shapeOfTables } from './tables.ts';

type Counts<K> = Map<K, number>;
const count = <K>(counts: Counts<K>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
function mostOf<K>(counts: Counts<K>): K | undefined {
  let most: K | undefined;
  for (const [key, times] of counts) if (most === undefined || times > (counts.get(most) ?? 0)) most = key;
  return most;
}

/**
 * The shape of a text. What the register keeps of it decides before what is counted; where too little is found, the template's shape
 * is taken. Linear in the text.
 */
export function learnShape(outline: Outline, kept?: KeptShape): Shape {
  const { labels, headings } = gatherEvidence(outline);
  const inExamples = examples(outline);
  const seen = headings.filter(({ line }) => !inExamples.has(line));
  const found = experimentsAmong(seen, kept);
  const rows = findTables(outline, kept);
  const isTable = kept?.level === undefined ? (rows?.rows ?? 0) > found.items.length : kept.level === ROWS;
  if (rows && isTable) return shapeOfTables(outline, rows, kept);
  const { items, level } = found;
  if (items.length === 0) return { ...templateShape(outline, kept), dayFirst: kept?.dayFirst };
  const words = wordsOf(outline, labels, items, kept);
  const places = placesOf(items, words.labels, labels, kept);
  const lines = items.map(({ line }) => line);
  const sections = sectionsOf(outline, level, lines, kept);
  const styles = stylesOf(items, labels, headings, words.labels, kept);
  const shape: Shape = {
    ...TEMPLATE_SHAPE,
    ...places,
    ...words,
    ...styles,
    experiment: level,
    isRuled: isRuled(outline, lines),
    sections,
    statuses: statusesOf(outline, labels, items, words.labels, places.statusPlaces, kept),
    dayFirst: kept?.dayFirst ?? orderOf(outline, labels, items, words.labels),
  };
  const isBracketed = shape.ids.has('bracket') && !/\{id\}[ \t]*\][ \t]*[:：.–—|-]/.test(shape.heading);
  const hasOnlyIds = shape.ids.size === 1 && shape.dates.size === 0 && shape.statusPlaces.size === 0;
  const isOwn = isBracketed && hasOnlyIds && !shape.isBare && !shape.isInline;
  const own = isOwn ? {} : fallbacksOf(shape.labels);
  return { ...shape, ...own, isTemplate: isOwn, isDecorated: !isOwn, isPointed: kept?.isPointed === true };
}

/** Whether a rule stands above an experiment that has another before it. */
function isRuled(outline: Outline, lines: readonly number[]): boolean {
  return lines.slice(1).some((line) => {
    let above = line - 1;
    while (above >= 0 && hasFlag(outline, above, BLANK)) above -= 1;
    return hasFlag(outline, above, RULE);
  });
}

/** The lines of headings in sections that only show how experiments are written. */
function examples(outline: Outline): Set<number> {
  const lines = new Set<number>();
  let depthOfExample = 0;
  for (const { line, depth } of outline.headings) {
    if (depthOfExample > 0 && depth > depthOfExample) lines.add(line);
    else depthOfExample = isExampleSection(kindOfSection(lineText(outline, line))) ? depth : 0;
  }
  return lines;
}

function templateShape(outline: Outline, kept: KeptShape | undefined): Shape {
  if (kept?.heading !== undefined) {
    const ids = new Map(
      Object.entries(kept.ids ?? {}).map(([place, families]) => [place as IdPlace, new Set(families)]),
    );
    return {
      ...TEMPLATE_SHAPE,
      experiment: kept.level ?? TEMPLATE_SHAPE.experiment,
      heading: kept.heading,
      ids,
      dates: new Set(kept.dates),
      statusPlaces: new Set(kept.statusPlaces),
      isBare: kept.isBare === true,
      hasIds: kept.hasIds !== false,
      isPlain: kept.isPlain === true,
      isInline: kept.isInline === true,
      subheading: kept.subheading ?? 0,
      ...keptWords(kept),
      isTemplate: false,
      isDecorated: true,
    };
  }
  // The level below the first section for experiments.
  const section = outline.headings.find(({ line }) => isExperimentSection(kindOfSection(lineText(outline, line))));
  return { ...TEMPLATE_SHAPE, experiment: Math.min((section?.depth ?? 2) + 1, 6) };
}

/** What the template calls an experiment by its heading alone. */
const isTemplateHeading = ({ parts: { idPlace, family } }: HeadingEvidence): boolean =>
  idPlace === 'bracket' && family.endsWith('-');
const isNamed = ({ parts }: HeadingEvidence): boolean => parts.id !== undefined || parts.date !== undefined;

/** More than any log has experiments. */
const NAMED = 1e6;

/** The headings that are experiments: those of the level that has the most; where as many, with IDs before others, then the deepest. */
function experimentsAmong(
  headings: readonly HeadingEvidence[],
  kept: KeptShape | undefined,
): { items: HeadingEvidence[]; level: number } {
  const known = kept?.level === undefined ? undefined : experimentsAt([kept.level], headings, kept);
  // A log whose headings have moved since is looked through anew.
  return known && (known.items.length > 0 || kept?.isPointed)
    ? known
    : experimentsAt([3, 6, 5, 4, 2, 1], headings, kept);
}

function experimentsAt(
  levels: readonly number[],
  headings: readonly HeadingEvidence[],
  kept: KeptShape | undefined,
): { items: HeadingEvidence[]; level: number } {
  let best: { items: HeadingEvidence[]; level: number; rank: number } = { items: [], level: 3, rank: 0 };
  const groups = kept?.isPointed ? new Set() : headingsOfGroups(headings);
  for (const level of levels) {
    const own = headings.filter((heading) => heading.depth === level && !groups.has(heading));
    const items = itemsOf(own, kept);
    const named = items.filter(isNamed).length;
    // A heading above that has none of its own is the section of those that have one.
    const rank = items.length + (named * 2 > items.length ? 0.5 : 0) + (named > 0 ? NAMED : 0);
    if (rank > best.rank) best = { items, level, rank };
  }
  return best;
}

/** Headings such as `Week 12` or `2026-03` that have experiments below them, and are none themselves. */
function headingsOfGroups(headings: readonly HeadingEvidence[]): Set<HeadingEvidence> {
  const groups = new Set<HeadingEvidence>();
  const above: HeadingEvidence[] = [];
  for (const heading of headings) {
    while ((above[above.length - 1]?.endLine ?? Number.POSITIVE_INFINITY) <= heading.line) above.pop();
    if (speaks(heading)) for (const one of above) if (!SURE.includes(one.parts.idPlace)) groups.add(one);
    above.push(heading);
  }
  return groups;
}

/** Places at which an ID is one whatever stands below. */
const SURE: readonly (IdPlace | undefined)[] = ['bracket', 'lead', 'tail'];

function itemsOf(own: readonly HeadingEvidence[], kept: KeptShape | undefined): HeadingEvidence[] {
  if (kept?.isPointed)
    return own.filter((heading) => heading.depth > 1 || heading !== own[0] || isNamed(heading) || speaks(heading));
  const template = own.filter(isTemplateHeading);
  const families = new Set(template.map(({ parts }) => parts.family));
  const chosen = new Set(template);
  // Two that speak are a log, if most that look like them do; one is where the register knows its shape already.
  const enough = kept?.heading === undefined ? 2 : 1;
  for (const alike of groupsOf(own.filter((heading) => isNamed(heading) && !chosen.has(heading))).values()) {
    const speaking = alike.filter(speaks).length;
    const isHalfConverted = families.has(alike[0]?.parts.family ?? '');
    const isFew = speaking < enough || speaking * 2 < alike.length;
    if (template.length > 0 ? isHalfConverted && speaking > 0 : !isFew)
      for (const heading of alike) chosen.add(heading);
  }
  const bare = own.filter(
    (heading) => !chosen.has(heading) && speaks(heading) && kindOfSection(heading.text) === 'unknown',
  );
  const isIn = chosen.size > 0 ? ({ fields }: HeadingEvidence) => fields.has('id') || !hasIdAmong(chosen) : () => true;
  const others = bare.filter(isIn);
  const isFew = others.length < enough || others.length * 3 < own.length;
  if (others.length > 0 && (chosen.size > 0 || !isFew)) for (const heading of others) chosen.add(heading);
  return own.filter((heading) => chosen.has(heading));
}

const hasIdAmong = (headings: ReadonlySet<HeadingEvidence>): boolean =>
  [...headings].some(({ parts }) => parts.id !== undefined);

/** Headings by how they name their experiment. */
function groupsOf(headings: readonly HeadingEvidence[]): Map<string, HeadingEvidence[]> {
  const groups = new Map<string, HeadingEvidence[]>();
  for (const heading of headings) {
    const way = wayOf(heading);
    const group = groups.get(way);
    if (group) group.push(heading);
    else groups.set(way, [heading]);
  }
  return groups;
}

/** How a heading names its experiment. */
const wayOf = ({ parts: { idPlace, datePlace, family } }: HeadingEvidence): string =>
  `${idPlace ?? ''} ${datePlace ?? ''} ${family}`;

/** Where the headings have their IDs and dates, and how most of them are written. */
function placesOf(
  items: readonly HeadingEvidence[],
  words: ReadonlyMap<string, FieldKey | ''>,
  labels: readonly LabelLine[],
  kept: KeptShape | undefined,
): Pick<Shape, 'ids' | 'dates' | 'statusPlaces' | 'isBare' | 'hasIds' | 'heading'> {
  const idWays: Counts<string> = new Map();
  const dateWays: Counts<DatePlace> = new Map();
  for (const { parts } of items) {
    if (parts.idPlace) count(idWays, `${parts.idPlace} ${parts.family}`);
    if (parts.datePlace) count(dateWays, parts.datePlace);
  }
  const ids = new Map<IdPlace, Set<string>>();
  for (const [place, families] of Object.entries(kept?.ids ?? {})) ids.set(place as IdPlace, new Set(families));
  for (const [way, times] of idWays) {
    const at = way.indexOf(' ');
    const place = way.slice(0, at) as IdPlace;
    const isSure = place === 'bracket' && way.endsWith('-');
    // A title that begins like an ID is the only one that does.
    if (!isSure && times < 2 && items.length > 2) continue;
    const families = ids.get(place) ?? new Set();
    families.add(way.slice(at + 1));
    ids.set(place, families);
  }
  const dates = new Set<DatePlace>(kept?.dates);
  for (const [place, times] of dateWays) if (times > 1 || items.length < 3) dates.add(place);
  const hasOwn = (heading: HeadingEvidence): boolean =>
    (heading.parts.idPlace !== undefined && ids.get(heading.parts.idPlace)?.has(heading.parts.family) === true) ||
    heading.labels.some((index) => words.get(labels[index]?.word.plain ?? '') === 'id');
  const withIds = items.filter(hasOwn).length;
  const statusPlaces = statusPlacesOf(items, words, labels, kept);
  const headings: Counts<string> = new Map();
  let bare = 0;
  for (const { parts, text } of items) {
    const hasId = parts.idPlace !== undefined && ids.get(parts.idPlace)?.has(parts.family) === true;
    const hasDate = parts.datePlace !== undefined && dates.has(parts.datePlace);
    if (!hasId && !hasDate) bare += 1;
    // What ends like a status and is none of the log's would go into every heading.
    if (parts.statusPlace === undefined || parts.statusPlace === 'mark' || statusPlaces.has(parts.statusPlace))
      count(headings, skeletonOf(text, parts, hasId, hasDate, statusPlaces));
  }
  return {
    ids,
    dates,
    statusPlaces,
    isBare: bare > 0 || kept?.isBare === true,
    hasIds: kept?.hasIds ?? withIds * 2 >= items.length,
    heading: mostOf(headings) ?? kept?.heading ?? TEMPLATE_SHAPE.heading,
  };
}

/** Where the headings have a status: where at least half of them have one, in a log without labels for it. */
function statusPlacesOf(
  items: readonly HeadingEvidence[],
  words: ReadonlyMap<string, FieldKey | ''>,
  labels: readonly LabelLine[],
  kept: KeptShape | undefined,
): Set<StatusPlace> {
  const found = new Set(kept?.statusPlaces);
  const labelled = items.filter((item) =>
    item.labels.some((index) => words.get(labels[index]?.word.plain ?? '') === 'status'),
  ).length;
  const ways: Counts<StatusPlace> = new Map();
  for (const { parts } of items) if (parts.statusPlace) count(ways, parts.statusPlace);
  if (labelled * 2 >= items.length) return found;
  for (const [place, times] of ways) if (times * 2 >= items.length) found.add(place);
  return found;
}

/** A heading with `{id}`, `{date}`, `{status}` and `{title}` in their places, without other emoji. */
function skeletonOf(
  text: string,
  parts: HeadingParts,
  hasId: boolean,
  hasDate: boolean,
  statusPlaces: ReadonlySet<StatusPlace>,
): string {
  const slots = [
    { name: '{title}', span: parts.title },
    ...(hasId && parts.id ? [{ name: '{id}', span: parts.id }] : []),
    ...(hasDate && parts.date ? [{ name: '{date}', span: parts.date }] : []),
    ...(parts.status && parts.statusPlace && statusPlaces.has(parts.statusPlace)
      ? [{ name: '{status}', span: parts.status }]
      : []),
  ].sort((a, b) => a.span.start - b.span.start);
  const [first] = slots;
  // What is not the log's way is the title's.
  const isWhole = first?.name === '{title}' && slots.length === 1;
  let at = isWhole ? (/^ {0,3}#+[ \t]*/.exec(text)?.[0].length ?? 0) : 0;
  let skeleton = text.slice(0, at).trimStart();
  for (const { name, span } of isWhole ? [] : slots) {
    skeleton += bareBetween(text.slice(at, span.start)) + name;
    at = span.end;
  }
  return isWhole ? `${skeleton}{title}` : skeleton + withoutClosing(bareBetween(text.slice(at))).trimEnd();
}

/** What stands between the parts of a heading, without emoji. */
function bareBetween(text: string): string {
  return text.replace(/(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+[ \t]*/gu, '').replace(/^ {1,3}(?=#)/, '');
}
