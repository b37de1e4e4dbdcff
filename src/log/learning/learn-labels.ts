// What the labels of a log mean, what they say, and how they are written.
import { type FieldKey, isEmptyText } from '../../domain/experiment/template.ts';
import type { KeptShape } from '../../domain/register/log-shape.ts';
import { isKnownWord, type LabelLine, type LabelStyle } from '../forms/label-lines.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import { meaningOfLabel, OWN, wordsFor } from '../shape/label-words.ts';
import type { Shape } from '../shape/shape.ts';
import { idWithin, plainWord, UNSEEN } from '../shape/words.ts';
import { count, mostOf } from '../text/counts.ts';
import { fieldBit, withoutOne } from '../text/field-set.ts';
import { isExperimentId } from '../text/keys.ts';
import type { HeadingEvidence } from './evidence.ts';

/** The longest text of a decision that is a choice. */
export const LONGEST_DECISION = 60;

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
function areKnown(items: readonly HeadingEvidence[], words: Shape['labels'], kept: KeptShape | undefined): boolean {
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

/**
 * A word of another language is none of it in a log whose other labels are English: `**Data:** 30 cups` is no date. One that begins as the English one
 * does is: `Hypothese`.
 */
function dropStrangers(words: Map<string, FieldKey | ''>, found: ReadonlyMap<string, number>): void {
  const meanings = [...found.keys()].map((word) => ({ word, meaning: meaningOfLabel(word) }));
  const [stranger, ...others] = meanings.filter(({ meaning }) => !meaning?.languages.includes('en'));
  if (!stranger || others.length > 0 || meanings.length < 4) return;
  const { word, meaning } = stranger;
  const begin = word.slice(0, COGNATE);
  const isLike =
    word.length >= COGNATE && meaning && wordsFor(meaning.key, 'en').some((own) => plainWord(own).startsWith(begin));
  if (!isLike) words.set(word, '');
}

/** So many letters at its beginning make a word that of another language. */
const COGNATE = 5;

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
    if (areOthers(key, others, all)) words.set(word, '');
  }
}

/** Whether so many of all texts of a label say that it is none of that field. */
export const areOthers = (key: FieldKey, others: number, all: number): boolean =>
  others > (key === 'id' ? 0 : 1) && others * 2 > all;

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
export function textOfLabel(outline: Outline, { line, valueStart, valueEnd, style }: LabelLine): string {
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
