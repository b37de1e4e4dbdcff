// What the words of a log mean: its labels, statuses and sections, and the order of day and month.

import { type Status, statusRow } from '../../domain/experiment/status.ts';
import { FIELDS, type FieldKey, isEmptyText, WANTED_FIELDS } from '../../domain/experiment/template.ts';
import type { KeptShape, SectionWord } from '../../domain/register/log-shape.ts';
import { isKnownWord, type LabelLine, type LabelStyle } from '../forms/label-lines.ts';
import { hasFlag, lineText, MASKED, type Outline, RULE } from '../reading/outline.ts';
import { count, mostOf } from '../text/counts.ts';
import { orderIn } from '../text/dates.ts';
import { fieldBit, withoutOne } from '../text/field-set.ts';
import { isExperimentId } from '../text/keys.ts';
import { oncePerText } from '../text/once.ts';
import { isNoneYet, kindOfSection } from '../text/sections.ts';
import type { Language } from '../words/labels.ts';
import type { HeadingEvidence } from './evidence.ts';
import { meaningOfLabel, OWN, wordsFor } from './label-words.ts';
import { type SectionMeaning, type Shape, TEMPLATE_SHAPE, templateKey } from './shape.ts';
import {
  firstWords,
  isIdeasTitle,
  isStatusWord,
  meaningOfStatus,
  statusEmojiIn,
  statusOfSection,
  statusWord,
} from './status-words.ts';
import { idWithin, plainWord, UNSEEN } from './words.ts';

type Labels = Shape['labels'];

/** The words that a register keeps, as reading looks them up. */
export function keptWords({ labels, statuses, sections }: KeptShape): Pick<Shape, 'labels' | 'statuses' | 'sections'> {
  const titles = Object.entries(sections ?? {}).map(([title, word]) => [title, meaningOfKept(word)] as const);
  return {
    labels: new Map(Object.entries(labels ?? {})),
    statuses: new Map([...TEMPLATE_SHAPE.statuses, ...Object.entries(statuses ?? {})]),
    sections: new Map(titles),
  };
}

function meaningOfKept(word: SectionWord): SectionMeaning {
  if (word === 'candidates') return { kind: 'candidates' };
  return word === '' ? { kind: 'unknown' } : { kind: statusRow(word).section, status: word };
}

/** The language of most of a log's labels. */
export function languageOf(labels: Labels): Language {
  const counts = new Map<Language, number>([['en', 0]]);
  for (const [word, key] of labels) {
    for (const language of key === '' ? [] : (meaningOfLabel(word)?.languages ?? [])) count(counts, language);
  }
  const language = mostOf(counts) ?? 'en';
  // One word may be one of a language that no table has.
  return (counts.get(language) ?? 0) > 1 ? language : 'en';
}

/** How fields are called that the log has no word for: in the language of most of its labels, by a word that means nothing else in it. */
export function fallbacksOf(labels: Labels): Pick<Shape, 'fallbacks' | 'labels' | 'language'> {
  const language = languageOf(labels);
  const known = new Set([...labels.values(), ...WANTED_FIELDS.map(({ key }) => key)]);
  const words = new Map(labels);
  const fallbacks = new Map<FieldKey, string>();
  for (const { key } of FIELDS) {
    if (key === 'id' || key === 'title' || key === 'other' || known.has(key)) continue;
    const label = wordsFor(key, language).find((word) => !labels.has(plainWord(word)));
    if (label === undefined) continue;
    fallbacks.set(key, label);
    if (templateKey(label) !== key) words.set(plainWord(label), key);
  }
  return { fallbacks, labels: words, language };
}

/** The longest text of a decision that is a choice. */
const LONGEST_DECISION = 60;

/**
 * What each label of the experiments means. Of two words for one field in one experiment the more exact one is the field; a decision of
 * whole paragraphs is the log's own. A plain `Word: text` is a label if it is known, or stands beside one in several experiments, or alone in most.
 */
export function wordsOf(
  outline: Outline,
  labels: readonly LabelLine[],
  items: readonly HeadingEvidence[],
  kept?: KeptShape,
): Pick<Shape, 'labels' | 'isCounted'> {
  const words = new Map<string, FieldKey | ''>(Object.entries(kept?.labels ?? {}));
  const ranks = new Map<string, number>();
  let known: Set<number> | undefined;
  const isLabel = (line: number): boolean => {
    known ??= new Set(labels.map((label) => label.line));
    return known.has(line);
  };
  const inItems = new Map<string, number>();
  const beside = new Set<string>();
  const inRows = new Set<string>();
  /** How often each word stands in an experiment with another of the same field, and how often for its field at all. */
  const clashes = new Map<string, Map<string, number>>();
  const times = new Map<string, number>();
  /** Of one experiment: the word for each field, and those that are none. */
  const seen = new Map<FieldKey, string>();
  const own = new Set<string>();
  // In a log that a register knows only what has the template's form becomes a label that was none: anything else may be text that somebody typed.
  const isOwnOnly = kept?.isSettled === true && kept.called === undefined;
  for (const item of items) {
    seen.clear();
    own.clear();
    for (const found of item.labels) {
      const word = found.word.plain;
      if (word === '') continue;
      const { meaning } = found.word;
      let key = words.get(word);
      const isSettled = kept?.isSettled === true && (meaning?.rank ?? 0) >= 0;
      if (key === undefined && meaning && !isSettled && !(found.style === 'heading' && meaning.key === 'title')) {
        key = meaning.key;
        words.set(word, key);
        ranks.set(word, meaning.rank);
      }
      if (key) {
        const other = seen.get(key);
        if (other !== undefined && other !== word) {
          const others = clashes.get(word) ?? new Map<string, number>();
          clashes.set(word, others);
          count(others, other);
        }
        if (other !== word) count(times, word);
        seen.set(key, word);
        continue;
      }
      if (isOwnOnly && !(found.style === 'bold' && found.form.open === '**' && found.form.close.includes(':')))
        continue;
      if (found.word.says & OWN) {
        words.set(word, '');
      } else {
        if (!own.has(word)) count(inItems, word);
        own.add(word);
        const isInRow = found.style === 'plain' && (isLabel(found.line - 1) || isLabel(found.line + 1));
        if (isInRow) inRows.add(word);
        if (isInRow || /^(?:bold|heading|definition)$/.test(found.style)) beside.add(word);
      }
    }
  }
  // What a person said of a word comes first, but of two that the tables know the template's own.
  const rankOf = (word: string): number => ranks.get(word) ?? meaningOfLabel(word)?.rank ?? -2;
  for (const [word, others] of clashes) {
    for (const [other, often] of others) {
      const loser = rankOf(word) > rankOf(other) ? word : other;
      // One that most experiments have without the other stays what it is.
      if (ranks.has(loser) && often * 2 > (times.get(loser) ?? 0)) words.set(loser, '');
    }
  }
  dropStrangers(words, ranks);
  const isKnown = areKnown(items, words, kept);
  for (const [word, times] of inItems) {
    const isMany = times > 1 && (beside.has(word) || times * 2 > items.length);
    if ((isMany || (!isKnown && inRows.has(word))) && !words.has(word)) words.set(word, '');
  }
  dropOthers(outline, items, words, kept);
  return { labels: words, isCounted: !isKnown };
}

/**
 * Whether the tables know labels: else, where they know less than half of them, the log is in a language that none has, and labels are told by
 * counting. What has IDs as in the template has its labels, too.
 */
function areKnown(items: readonly HeadingEvidence[], words: Labels, kept: KeptShape | undefined): boolean {
  if (kept?.isCounted) return false;
  if (items.some(({ parts: { idPlace } }) => idPlace === 'bracket')) return true;
  let all = 0;
  let known = 0;
  for (const item of items) {
    for (const { word } of item.labels) {
      all += 1;
      if (isKnownWord(word) || words.get(word.plain)) known += 1;
    }
  }
  return known * 2 >= all;
}

/** A word of another language is none of it in a log whose other labels are English: `**Data:** 30 cups` is no date. */
function dropStrangers(words: Map<string, FieldKey | ''>, found: ReadonlyMap<string, number>): void {
  const languages = [...found.keys()].map((word) => [word, meaningOfLabel(word)?.languages ?? []] as const);
  const strangers = languages.filter(([, own]) => !own.includes('en'));
  if (strangers.length !== 1 || languages.length < 4) return;
  for (const [word] of strangers) words.set(word, '');
}

/** Words that a log has for something of its own: decisions of whole paragraphs, and numbers, keys and references that are no IDs. */
function dropOthers(
  outline: Outline,
  items: readonly HeadingEvidence[],
  words: Map<string, FieldKey | ''>,
  kept?: KeptShape,
): void {
  if (kept?.isSettled) return;
  for (const [word, key] of words) {
    if ((key !== 'decision' && key !== 'id') || kept?.labels?.[word] !== undefined) continue;
    let others = 0;
    let all = 0;
    for (const { labels: own } of items) {
      for (const found of own) {
        if (found.word.plain !== word) continue;
        all += 1;
        if (key === 'id' ? isNoId(textOfLabel(outline, found)) : isLong(outline, found)) others += 1;
      }
    }
    if (others > (key === 'id' ? 0 : 1) && others * 2 > all) words.set(word, '');
  }
}

/** Whether a text names no experiment; an empty one may be filled in. */
function isNoId(text: string): boolean {
  const { start, end } = idWithin(text);
  return text !== '' && !isExperimentId(text.slice(start, end));
}

/** Whether a decision is more than a choice: many words, or lines below a sub-heading. */
function isLong(outline: Outline, found: LabelLine): boolean {
  if (textOfLabel(outline, found).length > LONGEST_DECISION) return true;
  if (found.style !== 'heading') return false;
  const rest = outline.text.slice(outline.ends[found.line]).split(/\r\n?|\n/, 12);
  const [first = '', next = ''] = rest.filter((line) => !/^[ \t]*(?:-{3,}[ \t]*)?$/.test(line));
  return !first.startsWith('#') && next !== '' && !next.startsWith('#');
}

/** Where a log without a status says one all the same: as a verdict, or as an emoji in front of its results. */
export interface ImpliedStatus {
  /** The label most of whose values are statuses. */
  label?: string | undefined;
  isInResult?: boolean;
}

/** What a log implies that says no status, by its labels: the plain word of each, its meaning, and its values without empty ones. */
export function impliedStatus(
  labels: readonly (readonly [label: string, key: FieldKey | '' | undefined, values: readonly string[]])[],
): ImpliedStatus {
  const results = labels.flatMap(([, key, values]) => (key === 'actualResult' ? values : []));
  const marked = results.filter((value) => statusEmojiIn(value)?.start === 0).length;
  if (marked > 1 && marked * 2 > results.length) return { isInResult: true };
  const verdict = labels.find(
    ([label, key, values]) =>
      (key === '' || key === 'actualResult' || (key === 'decision' && !templateKey(label))) &&
      values.length > 1 &&
      values.filter(isStatusWord).length * 4 >= values.length * 3,
  );
  return { label: verdict?.[0] };
}

/** The values of the labels of experiments that are wanted, by their plain words; without empty ones. */
export function valuesOf(
  outline: Outline,
  items: readonly HeadingEvidence[],
  isWanted: (word: string) => boolean,
): [word: string, values: string[]][] {
  const values = new Map<string, string[]>();
  for (const { labels: own } of items) {
    for (const found of own) {
      const { plain } = found.word;
      const text = isWanted(plain) ? textOfLabel(outline, found) : '';
      if (isEmptyText(text)) continue;
      const known = values.get(plain);
      if (known) known.push(text);
      else values.set(plain, [text]);
    }
  }
  return [...values];
}

/** The first line of a label's value, which may stand below it. */
function textOfLabel(outline: Outline, { line, valueStart, valueEnd, style }: LabelLine): string {
  if (valueStart >= 0) {
    const value = lineText(outline, line).slice(valueStart, valueEnd);
    return value.replace(style === 'row' ? /[ \t]*\|[ \t]*$/ : UNSEEN, '');
  }
  let below = line + 1;
  while (below < outline.starts.length && outline.starts[below] === outline.ends[below]) below += 1;
  const text = below < outline.starts.length ? lineText(outline, below).replace(/^ {0,3}:[ \t]+/, '') : '';
  return /^#/.test(text) ? '' : text;
}

/** How many `#`s a heading has. */
const depthOf = (outline: Outline, line: number): number =>
  lineText(outline, line)
    .trim()
    .search(/[^#]|$/);

/** How labels are written: as words before a colon, or as sub-headings, of which level. */
export function stylesOf(
  outline: Outline,
  items: readonly HeadingEvidence[],
  { labels: words, isCounted }: Pick<Shape, 'labels' | 'isCounted'>,
  kept?: KeptShape,
): Pick<Shape, 'isPlain' | 'isInline' | 'hasByline' | 'isDefined' | 'subheading'> {
  let plain = 0;
  let inline = 0;
  let bylines = 0;
  let defined = 0;
  const levels = new Map<number, number>();
  const isOfIds = items.some(({ parts: { idPlace } }) => idPlace === 'bracket');
  for (const item of items) {
    const styles = new Map<LabelStyle, number>();
    let isInline = false;
    let [headed, inPlain] = [0, 0];
    const isInBold = (key: FieldKey): boolean =>
      item.labels.some((one) => one.style === 'bold' && !one.isInline && words.get(one.word.plain) === key);
    for (const label of item.labels) {
      const key = words.get(label.word.plain);
      if (key === undefined) continue;
      // A field that has a line in bold is in plain words, above a colon or within a line no more than text.
      if ((/^(?:plain|def)/.test(label.style) || label.isInline) && key !== '' && isInBold(key)) continue;
      if (label.style === 'plain') inPlain |= fieldBit(key || 'other');
      isInline ||= label.isInline;
      if (label.style === 'heading' && key !== '') headed |= fieldBit(key);
      if ((key !== '' || isCounted) && !styles.has(label.style)) styles.set(label.style, label.line);
    }
    // What looks like a label beside the log's own is text that somebody typed, and so is a single one.
    if (kept?.isSettled && (styles.size > 1 || (inPlain > 0 && withoutOne(inPlain) === 0))) continue;
    if (styles.has('byline')) bylines += 1;
    if (styles.has('plain')) plain += 1;
    if (isInline && !kept?.isSettled) inline += 1;
    if (styles.has('definition')) defined += 1;
    const line = styles.get('heading');
    const depth = line === undefined ? 0 : depthOf(outline, line);
    // Two fields in one experiment say as much as one in two of them, but for the template's, whose labels are known.
    if (depth > 0) count(levels, depth, isOfIds || withoutOne(headed) === 0 ? 1 : 2);
  }
  // Where the register knows the shape, the last one that is left says no more than it did among others.
  const least = items.length === 1 && kept?.heading === undefined ? 1 : 2;
  const isWay = (flag: 'isPlain' | 'isInline' | 'isDefined' | 'hasByline', times: number): boolean =>
    kept?.[flag] === true || times >= least;
  const subheading = mostOf(levels) ?? 0;
  return {
    isPlain: isWay('isPlain', plain),
    isInline: isWay('isInline', inline),
    isDefined: isWay('isDefined', defined),
    hasByline: isWay('hasByline', bylines),
    subheading: kept?.subheading || (!kept?.isSettled && (levels.get(subheading) ?? 0) > 1 ? subheading : 0),
  };
}

/** The status words of the log: what stands behind the labels of a status, or in the headings. */
export function statusesOf(
  items: readonly HeadingEvidence[],
  values: readonly string[],
  statusPlaces: Shape['statusPlaces'],
  kept?: KeptShape,
): Shape['statuses'] {
  const inHeadings = items.flatMap(({ text, parts: { status, statusPlace } }) =>
    status && statusPlace && (statusPlaces.has(statusPlace) || statusPlaces.has('verdict'))
      ? [text.slice(status.start, status.end)]
      : [],
  );
  return statusWords([...inHeadings, ...values], kept);
}

/** What these texts mean as statuses; those that nobody knows are left out. */
export function statusWords(texts: readonly string[], kept?: KeptShape): Shape['statuses'] {
  const statuses = new Map<string, Status | ''>(TEMPLATE_SHAPE.statuses);
  for (const [word, status] of Object.entries(kept?.statuses ?? {})) statuses.set(word, status);
  for (const text of texts) {
    const word = statusWord(text);
    if (statuses.has(word) || word === '' || kept?.isSettled) continue;
    const status = meaningOfStatus(text);
    if (status === undefined) continue;
    statuses.set(word, status);
    // `Superseded by 6` says what the word means without its remark, too.
    const lead = statusWord(firstWords(text));
    if (lead !== word && meaningOfStatus(lead) === status && !statuses.has(lead)) statuses.set(lead, status);
  }
  return statuses;
}

/** What the headings above the experiments, whose lines are given in order, say that the template's words do not. */
export function sectionsOf(
  outline: Outline,
  level: number,
  experiments: readonly number[],
  kept?: KeptShape,
  board?: string,
): Shape['sections'] {
  const sections = new Map(keptWords(kept ?? {}).sections);
  const own = new Set(experiments);
  const headings = outline.headings.filter(({ line, depth }) => depth <= level && !own.has(line));
  const hasOwnCandidates = headings.some(({ line }) => kindOfSection(lineText(outline, line)) === 'candidates');
  const statusOf = oncePerText(statusOfSection);
  let next = 0;
  for (const [index, { line, depth }] of headings.entries()) {
    const end = headings[index + 1]?.line ?? outline.starts.length;
    while (next < experiments.length && (experiments[next] ?? 0) < line) next += 1;
    const isFilled = (experiments[next] ?? end) < end;
    const text = lineText(outline, line);
    const title = titleWord(text);
    const answered = kept?.statuses?.[title];
    if (answered && isFilled && !sections.has(title)) sections.set(title, meaningOfKept(answered));
    if (sections.has(title) || kept?.isSettled || kindOfSection(text) !== 'unknown') continue;
    const status = statusOf(title);
    // On a board what nobody has tried yet is an experiment, too.
    const isOnBoard = board !== undefined && status !== undefined;
    const isIdeas = !isFilled && !hasOwnCandidates && !isOnBoard && isIdeasTitle(title);
    if (isIdeas && !hasHadExperiments(outline, line + 1, end)) sections.set(title, { kind: 'candidates' });
    else if (status !== undefined && (isFilled || depth < level) && (kept?.list ?? title) === title)
      sections.set(title, { kind: statusRow(status).section, status });
  }
  return sections;
}

/** Whether lines say behind a list that nothing is there yet: that is not said of ideas, of which there are some. */
function hasHadExperiments(outline: Outline, start: number, end: number): boolean {
  let isBelowList = false;
  for (let line = start; line < end; line += 1) {
    if (isNoneYet(outline, line)) return isBelowList;
    isBelowList ||=
      !hasFlag(outline, line, MASKED | RULE) && /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(lineText(outline, line));
  }
  return false;
}

/** A heading of a section as it is looked up. */
export function titleWord(heading: string): string {
  return plainWord(heading.replace(/^[ \t]*#+/, ''));
}

/**
 * True: the day stands first in these texts; undefined where none says so, or some contradict. Where each can be both, the day does in all
 * languages of the tables but English, which is written on both sides of an ocean.
 */
export function orderAmong(texts: readonly string[], labels: Labels): boolean | undefined {
  const orders = new Set(texts.map(orderIn));
  if (orders.has('day') !== orders.has('month')) return orders.has('day');
  return orders.size > 0 && !orders.has('day') && languageOf(labels) !== 'en' ? true : undefined;
}
