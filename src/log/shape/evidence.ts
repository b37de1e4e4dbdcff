// What in a text speaks for experiments: lines that look like labels, and which headings they stand under.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { type HeadingForm, type IdPlace, LINES } from '../../domain/register/log-shape.ts';
import { bylineOf } from '../forms/byline.ts';
import { definitionAt } from '../forms/definitions.ts';
import { htmlFieldOf, isHtmlRow } from '../forms/html-tables.ts';
import { BLANK, hasFlag, lineText, MASKED, type Outline, RULE } from '../reading/outline.ts';
import { type HeadingParts, partsOfAnyHeading } from './headings.ts';
import { isDoubtfulName, type LabelWord, wordOfLabel } from './label-words.ts';
import { ORNAMENT } from './words.ts';

/** How a line that may be a label is written. */
export type LabelStyle = 'bold' | 'plain' | 'row' | 'heading' | 'byline' | 'definition';

export interface LabelLine {
  line: number;
  /** As it is written. */
  label: string;
  word: LabelWord;
  style: LabelStyle;
  /** Where its value stands on its line; -1 where nothing does. */
  valueStart: number;
  /** Where that ends; none at the end of the line. */
  valueEnd?: number;
  /** Whether another label stands before it on its line. */
  isInline?: true;
}

/** A heading and what stands below it, up to the next one that is as high. */
export interface HeadingEvidence {
  line: number;
  /** Its line without blanks at its end. */
  text: string;
  depth: number;
  parts: HeadingParts;
  /** The line after the last of its own. */
  endLine: number;
  /** The fields that labels below it seem to name. */
  fields: Set<FieldKey>;
  /** Those that the line right below it says, which alone make no experiment. */
  byline: Set<FieldKey>;
  /** Whether a label of another kind of document stands below it. */
  isForeign: boolean;
  /** Whether a label below it says a hypothesis, and not only why. */
  isHypothesised: boolean;
  /** Whether its name or a label below it is one that asks for a hypothesis or what was learnt. */
  isDoubtful: boolean;
  /** Its labels, as indexes. */
  labels: number[];
}

const BULLET = '(?: ?[-*+][ \\t]+)?';
const BOLD = new RegExp(
  `^${BULLET}(?:${ORNAMENT})?(\\*\\*|__|\\*|_)([^*_:：\\\\\\s](?:[^*:：\\\\]{0,78}[^*:：\\\\\\s])?)[ \\t]*(?:[:：.?]\\1|\\1[ \\t]*[:：]|\\1[ \\t]+[–—-](?=[ \\t])|\\1$)`,
  'u',
);
/** What a line with such a label begins with, which is quickly seen. */
const LIKE_BOLD = /^[^\w:：\\]*[*_]/;
const COLON = /[:：]/;
const PLAIN = new RegExp(`^${BULLET}(\\p{L}[^:：*|\`<>[\\]\\\\]{0,48})(?:::?(?=\\s|$|\\P{ASCII})|：)`, 'u');
const CELLS = /^[ \t]*\|[ \t]*(?:\*\*|__)?([^|*]+?)(?:\*\*|__)?[:：]?(?:\*\*|__)?[ \t]*\|/;

/** What stands before the words of a sub-heading: its marks, and the number that it may have. */
const SUBHEADING = /^[ \t#]+(?:\d{1,3}(?:\.\d{1,3})+\.?[ \t]+)?/;

/** What a line with such a label has, which is quickly seen. */
const LIKE_LOOSE = /^[^*_]{0,3}(?:\*\*|__)|^.{1,40}[ \t][–—-](?:[ \t]|$)/;
/** Words that no colon parts from their value: `**We believe that** …`, `Status - done`. */
const LOOSE = new RegExp(
  `^${BULLET}(?:(?:\\*\\*|__)([^*_:：]{3,78})(?:\\*\\*|__)(?=[ \\t])|(\\p{L}[^:：*|\`<>[\\]\\\\]{1,38}?)[ \\t]+[–—-](?=[ \\t]|$))`,
  'u',
);

/** The words of a sub-heading as a label. */
export function labelOfHeading(text: string): string {
  const label = text.slice(SUBHEADING.exec(text)?.[0].length ?? 0);
  return /[ \t#:：]$/.test(label) ? label.replace(/[ \t#]+$/, '').replace(/[:：]$/, '') : label;
}

type FoundLabel = Omit<LabelLine, 'line' | 'word'>;

/** The label that a line begins with, in any form that a log may have; none for other lines. `isLoose`: those without a colon, too. */
export function labelOfLine(text: string, isLoose = false): FoundLabel | undefined {
  const first = text.charAt(text.search(/[^ \t]|$/));
  const html = first === '<' && isHtmlRow(text) ? htmlFieldOf(text) : undefined;
  if (html) return { label: html.label, style: 'row', valueStart: html.valueStart, valueEnd: html.valueEnd };
  const bold = LIKE_BOLD.test(text) ? BOLD.exec(text) : null;
  if (bold) return { label: bold[2] ?? '', style: 'bold', valueStart: valueAt(text, bold[0].length) };
  if (first === '|') {
    const row = CELLS.exec(text);
    return row ? { label: row[1] ?? '', style: 'row', valueStart: valueAt(text, row[0].length) } : undefined;
  }
  const plain = COLON.test(text) ? PLAIN.exec(text) : null;
  const loose = plain === null && isLoose ? LOOSE.exec(text) : null;
  const label = plain?.[1] ?? loose?.[1] ?? loose?.[2];
  if (label === undefined || (loose && !isKnownWord(wordOfLabel(label)))) return undefined;
  return { label, style: 'plain', valueStart: valueAt(text, (plain ?? loose)?.[0].length ?? 0) };
}

/** What parts two labels on one line: `**Status:** Done | **Date:** 2 May`, `Status: Done | Date: 2 May`. */
const BETWEEN =
  /[ \t]*(?:[|·•;,/–—]|-(?=[ \t]))[ \t]*(?=[*_]{1,2}[^*_\s])|[ \t]+(?=[*_]{1,2}[^*_\s])|(?:[ \t]+(?:[|·•/–—]|-)[ \t]+|[,;][ \t]+(?=\p{Lu}))(?=\p{L}[^:：|·•]{0,30}[:：][ \t])/gu;

/** The further labels of a line: where what parts each from the one before begins, and where the label itself does. */
export function inlineLabels(text: string, from: number): { gap: number; start: number }[] {
  const found: { gap: number; start: number }[] = [];
  if (!/[*_|·•]|[,;][ \t]+\p{Lu}|[ \t][–—/-][ \t]/u.test(text.slice(from))) return found;
  BETWEEN.lastIndex = from;
  for (let match = BETWEEN.exec(text); match; match = BETWEEN.exec(text)) {
    const start = match.index + match[0].length;
    const label = match.index > from ? labelOfLine(text.slice(start)) : undefined;
    // Plain words are text unless logs have them for labels, and so are those in italics, and bold ones that a blank alone parts.
    const isKnown = label !== undefined && isKnownWord(wordOfLabel(label.label));
    const isBold = label?.style === 'bold' && /^(?:\*\*|__)/.test(text.slice(start));
    if (isKnown || (isBold && !/^[ \t]$/.test(match[0]))) found.push({ gap: match.index, start });
  }
  return found;
}

/** Whether a line begins with a label that the tables know. */
export const knownLabelOf = (text: string, isLoose: boolean): boolean =>
  isKnownWord(wordOfLabel(labelOfLine(text, isLoose)?.label ?? ''));

const isKnownWord = ({ meaning, isOwn }: LabelWord): boolean => meaning !== undefined || isOwn;

function valueAt(text: string, from: number): number {
  const rest = text.slice(from).search(/\S/);
  return rest < 0 ? -1 : from + rest;
}

/** All labels of a line. */
function labelsOfLine(text: string, lead: number, isLoose: boolean): FoundLabel[] {
  const first = labelOfLine(lead === 0 ? text : text.slice(lead), isLoose);
  if (!first) return [];
  if (first.valueStart >= 0) first.valueStart += lead;
  if (first.style === 'row' || first.valueStart < 0) return [first];
  if (first.style === 'plain' && !isKnownWord(wordOfLabel(first.label))) return [first];
  const labels = [first];
  for (const { gap, start } of inlineLabels(text, first.valueStart)) {
    const label = labelOfLine(text.slice(start));
    const before = labels[labels.length - 1];
    if (!label || !before) continue;
    before.valueEnd = gap;
    labels.push({ ...label, valueStart: label.valueStart < 0 ? -1 : start + label.valueStart, isInline: true });
  }
  return labels;
}

/** The marks of a quote. */
const QUOTE = /^ {0,3}>[ \t]?(?:>[ \t]?)*/;
const INDENT = /^[ \t]+/;

/** What stands in front of a label in a log that has its labels in quotes, or its experiments in a list. */
export function leadOfLine(text: string, isQuoted: boolean, form: HeadingForm): string {
  const quote = isQuoted ? (QUOTE.exec(text)?.[0] ?? '') : '';
  return quote || (form === 'item' ? (INDENT.exec(text)?.[0] ?? '') : '');
}

/** What speaks for experiments in an outline. */
export interface Evidence {
  labels: LabelLine[];
  headings: HeadingEvidence[];
  /** How many lines would be labels of a field if labels may lack a colon, where those are not among the labels. */
  loose: number;
  /** How often labels of a field stand in quotes, where those are not among the labels. */
  quoted: Map<FieldKey, number>;
}

/** So many more labels of another form than of those looked for, and more than there are fields, say enough. */
const MANY = 50;

/**
 * Every line of an outline that may be a label, and every heading with what stands below it. `isQuoted`: labels may stand in quotes, undefined
 * where that is to be counted; `isLoose`: labels may lack a colon. Only of the first part of a text that surely needs another of both. Linear in the text.
 */
export function gatherEvidence(outline: Outline, isQuoted: boolean | undefined, isLoose = false): Evidence {
  const quoted: Evidence['quoted'] = new Map();
  const labels: LabelLine[] = [];
  let loose = 0;
  let inQuotes = 0;
  const headings: HeadingEvidence[] = [];
  /** The heading of each level that a line stands under; undefined where a higher one came between. */
  const open: (HeadingEvidence | undefined)[] = [];
  const note = (label: LabelLine): void => {
    labels.push(label);
    const key = label.word.meaning?.key;
    const { isForeign, isDoubtful, isWeak } = label.word;
    // A byline is the heading's right above it, and not a higher one's.
    for (const heading of label.style === 'byline' ? headings.slice(-1) : open) {
      if (heading === undefined || heading.line === label.line) continue;
      heading.labels.push(labels.length - 1);
      const fields = label.style === 'byline' ? heading.byline : heading.fields;
      if (key !== undefined && !isWeak) fields.add(key);
      heading.isHypothesised ||= key === 'hypothesis' && (label.word.meaning?.rank ?? 1) <= 0;
      heading.isForeign ||= isForeign;
      heading.isDoubtful ||= isDoubtful;
    }
  };
  let next = 0;
  /** Where the lines right below a heading may still be its byline. */
  let head = -1;
  for (let line = 0; line < outline.starts.length && Math.max(loose, inQuotes) < labels.length + MANY; line += 1) {
    const heading = outline.headings[next];
    if (heading?.line === line) {
      next += 1;
      const { depth } = heading;
      const text = lineText(outline, line);
      for (let level = depth; level < open.length; level += 1) {
        const above = open[level];
        if (above) above.endLine = line;
        open[level] = undefined;
      }
      const label = labelOfHeading(text);
      const word = label.length < 60 && depth < LINES ? wordOfLabel(label) : undefined;
      if (word) note({ line, label, word, style: 'heading', valueStart: -1 });
      // What stands below a label is its value.
      head = word && isKnownWord(word) ? -1 : line;
      const parts = partsOfAnyHeading(text);
      const isNamed = parts.id !== undefined || parts.date !== undefined;
      const evidence = {
        line,
        text,
        depth,
        parts,
        endLine: outline.starts.length,
        // A status in the heading is one as if a label said it.
        fields: new Set<FieldKey>(parts.status && (isNamed || parts.isStatusNamed) ? ['status'] : []),
        byline: new Set<FieldKey>(),
        isForeign: parts.family !== '' && FOREIGN_NAME.test(parts.family),
        isHypothesised: false,
        isDoubtful: parts.family !== '' && isDoubtfulName(parts.family),
        labels: [],
      };
      open[depth] = evidence;
      headings.push(evidence);
      if (heading.isUnderlined) line += 1;
    } else if (!hasFlag(outline, line, BLANK | MASKED | RULE) && open.length > 0) {
      const text = lineText(outline, line);
      const lead = leadOfLine(text, true, outline.form);
      const isSkipped = !isQuoted && lead.includes('>');
      const defined = definitionAt(outline, line);
      if (defined) {
        note({ line, label: defined.label, word: wordOfLabel(defined.label), style: 'definition', valueStart: -1 });
        head = -1;
        continue;
      }
      const found = labelsOfLine(text, lead.length, isLoose);
      const isHead = head >= 0 && !isSkipped && !found.some(({ label }) => isKnownWord(wordOfLabel(label)));
      const byline = isHead ? bylineOf(text) : [];
      for (const { label, word, value } of byline)
        note({ line, label, word: wordOfLabel(word), style: 'byline', valueStart: value.start, valueEnd: value.end });
      if (byline.length > 0) continue;
      head = -1;
      if (!isLoose && found.length === 0 && LIKE_LOOSE.test(text) && labelOfLine(text.slice(lead.length), true))
        loose += 1;
      for (const label of found) {
        const word = wordOfLabel(label.label);
        if (!isSkipped) note({ line, word, ...label });
        else if (word.meaning) {
          quoted.set(word.meaning.key, (quoted.get(word.meaning.key) ?? 0) + 1);
          inQuotes += isQuoted === undefined ? 1 : 0;
        }
      }
    }
  }
  return { labels, headings, quoted, loose };
}

/** Places at which an ID is one whatever stands below. */
export const SURE: readonly (IdPlace | undefined)[] = ['bracket', 'lead', 'tail'];

/** Fields that only an experiment has; others stand in minutes and recipes too. */
const CORE: readonly FieldKey[] = ['status', 'hypothesis', 'expectedResult', 'actualResult', 'learning'];

/** What makes an experiment beside one of them. */
const BESIDE: readonly FieldKey[] = ['id', 'date', 'started', 'decision'];

/** What incidents are called. */
const FOREIGN_NAME = /^(?:inc|incident|outage|cve)\b/i;

/**
 * Whether what stands below a heading makes it an experiment: of one without ID or date more is asked than its status and a result, or its status
 * and a reason, which road maps have, too.
 */
export function speaks(heading: HeadingEvidence): boolean {
  const { byline, fields: labelled, isForeign, isDoubtful, isHypothesised, parts } = heading;
  // What a line says without labels counts beside a label.
  const isLabelled = byline.size > 0 && CORE.some((key) => labelled.has(key));
  const fields = isLabelled ? new Set([...labelled, ...byline]) : labelled;
  if (isForeign || !isSpeaking(fields)) return false;
  if (isDoubtful && !isHypothesised && !fields.has('learning')) return false;
  const isNumber = parts.idPlace === 'number' || parts.idPlace === 'digits';
  if ((parts.id !== undefined && !isNumber) || parts.date !== undefined) return true;
  const isReasoned = isHypothesised || !fields.has('status') || fields.size > 2;
  const isListed = !isNumber || parts.isListNumber;
  for (const key of fields) {
    const isMore = key !== 'status' && (key !== 'hypothesis' || isReasoned);
    if (isMore && !(isListed && (key === 'actualResult' || key === 'title'))) return true;
  }
  return false;
}

/** Whether these fields make what stands under a heading an experiment. */
export function isSpeaking(fields: ReadonlySet<FieldKey>): boolean {
  let core = 0;
  let others = 0;
  for (const key of fields) {
    if (CORE.includes(key)) core += 1;
    else if (BESIDE.includes(key)) others += 1;
  }
  return core > 0 && core + others > 1;
}
