// Where headings have their IDs, days and statuses, and how they are written.
import type { FieldKey } from '../../domain/experiment/template.ts';
import type { DatePlace, IdPlace, KeptShape, StatusPlace } from '../../domain/register/log-shape.ts';
import type { HeadingParts } from '../shape/heading-parts.ts';
import { nameBefore, withoutClosing } from '../shape/headings.ts';
import { type Shape, TEMPLATE_SHAPE } from '../shape/shape.ts';
import { PICTURE } from '../shape/words.ts';
import { type Counts, count, mostOf } from '../text/counts.ts';
import type { HeadingEvidence } from './evidence.ts';
import type { FoundExperiments } from './experiments.ts';

/** Where the headings have their IDs and dates, and how most of them are written. */
export function placesOf(
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

const BESIDE_WORDS = new RegExp(`~~|(?:${PICTURE}|\\ufe0f|\\u200d)+[ \\t]*`, 'gu');

/** What stands between the parts of a heading, without emoji, and not struck through as a single one may be. */
function bareBetween(text: string): string {
  return IS_PLAIN.test(text) ? text : text.replace(BESIDE_WORDS, '').replace(/^ {1,3}(?=#)/, '');
}

/**
 * The form of headings with what parts an ID in brackets from the title right behind them in all: `[EXP-1]: Title`. Behind a blank, as the template
 * has one, a mark may be the title's, and in a log that the register knows otherwise it stays so.
 */
function withMark(heading: string, items: readonly HeadingEvidence[], kept: KeptShape | undefined): string {
  const gaps = items.map(({ text, parts: { id } }) => /^\][:：–—|-]+[ \t]+(?=\S)/.exec(text.slice(id?.end))?.[0]);
  const [gap, ...others] = new Set(gaps);
  return gap && (kept?.isSettled ? kept.heading?.includes(gap) : others.length === 0)
    ? heading.replace(/\][ \t]*(?=\{title)/, gap)
    : heading;
}
