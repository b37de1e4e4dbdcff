// What the words of a log mean: its labels, statuses and sections, and the order of day and month.

import { type Status, statusRow } from '../../domain/experiment/status.ts';
import { FIELDS, type FieldKey, WANTED_FIELDS } from '../../domain/experiment/template.ts';
import type { KeptShape, SectionWord } from '../../domain/register/log-shape.ts';
import { hasFlag, lineText, MASKED, type Outline, RULE } from '../reading/outline.ts';
import { meaningOfLabel, wordsFor } from '../shape/label-words.ts';
import { type SectionMeaning, type Shape, TEMPLATE_SHAPE, templateKey } from '../shape/shape.ts';
import {
  firstWords,
  isIdeasTitle,
  isStatusWord,
  meaningOfStatus,
  statusEmojiIn,
  statusOfSection,
  statusWord,
} from '../shape/status-words.ts';
import { plainWord, titleWord } from '../shape/words.ts';
import { count, mostOf } from '../text/counts.ts';
import { orderIn } from '../text/dates.ts';
import { oncePerText } from '../text/once.ts';
import { isNoneYet, kindOfSection } from '../text/sections.ts';
import { remarkStart } from '../text/values.ts';
import type { Language } from '../words/labels.ts';
import type { HeadingEvidence } from './evidence.ts';

type Labels = Shape['labels'];

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

/**
 * How fields are called that the log has no word for: in the language of most of its labels, by a word that means nothing else in it. A word that
 * means a field since the register knows the log is as good as one that is free.
 */
export function fallbacksOf(labels: Labels): Pick<Shape, 'fallbacks' | 'labels' | 'language'> {
  const language = languageOf(labels);
  const known = new Set([...labels.values(), ...WANTED_FIELDS.map(({ key }) => key)]);
  const words = new Map(labels);
  const fallbacks = new Map<FieldKey, string>();
  for (const { key } of FIELDS) {
    if (key === 'id' || key === 'title' || key === 'other') continue;
    const meaning = known.has(key) ? key : undefined;
    const label = wordsFor(key, language).find((word) => labels.get(plainWord(word)) === meaning);
    if (label === undefined) continue;
    fallbacks.set(key, label);
    if (templateKey(label) !== key) words.set(plainWord(label), key);
  }
  return { fallbacks, labels: words, language };
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
    // `Superseded by 6` says what the word means without its remark, too, and so does `In progress (slowly)`.
    for (const lead of [firstWords(text), text.slice(0, remarkStart(text))].map(statusWord))
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
  const sections = new Map(
    Object.entries(kept?.sections ?? {}).map(([title, word]) => [title, meaningOfKept(word)] as const),
  );
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

/**
 * True: the day stands first in these texts; undefined where none says so, or some contradict. Where each can be both, the day does in all
 * languages of the tables but English, which is written on both sides of an ocean.
 */
export function orderAmong(texts: readonly string[], labels: Labels): boolean | undefined {
  const orders = new Set(texts.map(orderIn));
  if (orders.has('day') !== orders.has('month')) return orders.has('day');
  return orders.size > 0 && !orders.has('day') && languageOf(labels) !== 'en' ? true : undefined;
}
