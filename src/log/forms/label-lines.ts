// The labels of a line, in any form that a log may have.
import type { HeadingForm } from '../../domain/register/log-shape.ts';
import { type LabelWord, OWN, wordOfLabel } from '../shape/label-words.ts';
import { ORNAMENT } from '../shape/words.ts';
import { oncePerText } from '../text/once.ts';
import { htmlFieldOf, isHtmlRow } from './html-tables.ts';

/** How a line that may be a label is written. */
export type LabelStyle = 'bold' | 'plain' | 'row' | 'heading' | 'byline' | 'definition';

const NO_FORM = { open: '', label: '', close: '' };

/** A label as it stands on a line. */
export class LabelLine {
  /** Of a text; -1 where that is not known. */
  line = -1;
  readonly word: LabelWord;
  readonly style: LabelStyle;
  /** Where its value stands on its line; -1 where nothing does. */
  valueStart: number;
  /** Where that ends; undefined at the end of the line. */
  valueEnd: number | undefined;
  /** How it is written; of a row, a heading and a term no more than its words. */
  form = NO_FORM;
  /** Whether another label stands before it on its line; where it begins, and what parts it from what stands before it. */
  isInline = false;
  start = 0;
  gap = 0;
  /** Of a byline: the line of the heading right above it, which is the only one that it says something of; else -1. */
  under = -1;

  constructor(word: LabelWord, style: LabelStyle, valueStart = -1, valueEnd?: number) {
    this.word = word;
    this.style = style;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
  }
}

/** A list item that begins with a label, and what adorns a label. */
const BULLET = /^ ?[-*+][ \t]+(?=[*_]|\p{L}|\p{Extended_Pictographic})/u;
const ORNAMENTS = new RegExp(`^${ORNAMENT}(?=[*_])`, 'u');

/** What stands before a label, its words, and what closes it: with marks around it, before a colon, or parted from its value by no colon. */
const MARKED =
  /^(\*{1,3}|_{1,3})([^*_:：\\\s](?:[^*:：\\\r\n]{0,78}[^*:：\\\s])?)([ \t]*(?:[:：.?]\1|\1(?:[ \t]*\([^()]*\))?[ \t]*[:：]|\1[ \t]+[–—-](?=[ \t])|\1$))/;
const PLAIN = /^()(\p{L}[^:：*|`<>[\]\\\r\n]{0,48}?)([ \t]*(?:::?(?=\s|$|\P{ASCII})|：|\.{4,}(?=\s|$)))/u;
/** `**We believe that** …`, `Status - done`. */
const LOOSE =
  /^(?:(\*\*|__)([^*_:：\\\r\n]{3,78})(\*\*|__)|()(\p{L}[^:：*|`<>[\]\\\r\n]{1,38}?)([ \t]+[–—-]))(?=[ \t]|$)/u;
const COLON = /[:：]|\.{4}/;
/** A row of a table without bars at its ends. */
const BARE_ROW = /^(\p{L}[^|*:：`]{1,38}?)[ \t]*\|[^|]*$/u;
const CELLS = /^[ \t]*\|[ \t]*(?:\*\*|__)?([^|*]+?)(?:\*\*|__)?[:：]?(?:\*\*|__)?[ \t]*\|/;

/** What a text begins with that may be a label, in the first of these forms. */
export function labelForm(text: string, isPlain: boolean, isLoose: boolean) {
  const bold = isLoose ? undefined : boldLead(text);
  if (bold !== undefined) return formOfBold(bold);
  const isMarked = '*_'.includes(text.charAt(0));
  const strict = isMarked ? MARKED.exec(text) : isPlain && COLON.test(text) ? PLAIN.exec(text) : null;
  const found = formOf(strict, false);
  if (!isLoose || (found && isKnownWord(found.word))) return found;
  // `Hypothesis - Two things: this and that` is no label of two things.
  const loose = formOf(LOOSE.exec(text), true);
  return strict === null || (loose && isKnownWord(loose.word)) ? loose : found;
}

function formOf(match: RegExpExecArray | null, isLoose: boolean) {
  if (match === null) return undefined;
  const part = (at: number): string => match[at] ?? match[at + 3] ?? '';
  const label = part(2);
  // A sign is only a label with a colon.
  if (!COLON.test(part(3)) && !/[\p{L}\p{N}]/u.test(label)) return undefined;
  return { open: part(1), label, word: wordOfLabel(label), close: part(3), length: match[0].length, isLoose };
}

/** A label as the template has it is read once for each that there is: nothing behind its marks says more. */
const formOfBold = oncePerText((bold) => formOf(MARKED.exec(bold), false));

/** `**Label:**` with its marks, where a text begins so. */
export function boldLead(text: string): string | undefined {
  if (!text.startsWith('**') || text.charAt(2) === '*') return undefined;
  const end = text.indexOf('**', 2);
  return end > 0 && ':：'.includes(text.charAt(end - 1)) ? text.slice(0, end + 2) : undefined;
}

/** How long what stands before the words and marks of a label is: the mark of an item, and emoji. */
export function leadOfLabel(text: string, hasBullet: boolean, hasOrnament: boolean): number {
  const isItem = hasBullet && /^ ?[-*+][ \t]/.test(text);
  const bullet = isItem ? (BULLET.exec(text)?.[0].length ?? 0) : 0;
  const isOrnament = hasOrnament && text.charCodeAt(bullet) > 127;
  return bullet + (isOrnament ? (ORNAMENTS.exec(text.slice(bullet))?.[0].length ?? 0) : 0);
}

/** What stands before the words of a sub-heading: its marks, and the number that it may have. */
const SUBHEADING = /^[ \t#]+(?:\d{1,3}(?:\.\d{1,3})+\.?[ \t]+)?/;

/** What a line with a label of any form has. */
export const LIKE_LABEL = /[*_|<:：]|\.{4}|[ \t][–—-]/;
/** What a line with a label without a colon has, which is quickly seen. */
export const LIKE_LOOSE = /\*\*|__|[ \t][–—-](?:[ \t]|$)/;
/** The words of a sub-heading as a label. */
export function labelOfHeading(text: string): string {
  const label = text.slice(SUBHEADING.exec(text)?.[0].length ?? 0);
  return /[ \t#:：]$/.test(label) ? label.replace(/[ \t#]+$/, '').replace(/[:：]$/, '') : label;
}

/** The label that a line begins with, in any form that a log may have; none for other lines. `isLoose`: those without a colon, too. */
export function labelOfLine(text: string, isLoose = false): LabelLine | undefined {
  let at = 0;
  while (isBlank(text.charCodeAt(at))) at += 1;
  const first = text.charAt(at);
  const html = first === '<' && isHtmlRow(text) ? htmlFieldOf(text) : undefined;
  if (html) return new LabelLine(wordOfLabel(html.label), 'row', html.valueStart, html.valueEnd);
  if (first === '|') {
    const [whole, label] = CELLS.exec(text) ?? [];
    return label === undefined
      ? undefined
      : new LabelLine(wordOfLabel(label), 'row', valueAt(text, whole?.length ?? 0));
  }
  const lead = leadOfLabel(text, true, true);
  const form = labelForm(text.slice(lead), true, isLoose);
  if (form === undefined) return lead === 0 ? bareRow(text) : undefined;
  const style = form.isLoose || form.open === '' ? 'plain' : 'bold';
  const label = new LabelLine(form.word, style, valueAt(text, lead + form.length));
  label.form = form;
  return form.isLoose && !isKnownWord(label.word) ? undefined : label;
}

/** A known word is the label of a row without a bar before it. */
function bareRow(text: string): LabelLine | undefined {
  const words = text.includes('|') ? BARE_ROW.exec(text)?.[1] : undefined;
  if (words === undefined) return undefined;
  const label = new LabelLine(wordOfLabel(words), 'row', valueAt(text, text.indexOf('|') + 1));
  return isKnownWord(label.word) ? label : undefined;
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** What parts two labels on one line: `**Status:** Done | **Date:** 2 May`, `Status: Done | Date: 2 May`. */
const BETWEEN =
  /[ \t]*(?:[|·•;,/–—]|-(?=[ \t]))[ \t]*(?=[*_]{1,2}[^*_\s])|[ \t]+(?=[*_]{1,2}[^*_\s])|(?:[ \t]+(?:[|·•/–—]|--?)[ \t]+|[;.][ \t]+|,[ \t]+(?=\p{Lu}))(?=\p{L}[^:：|·•]{0,30}[:：][ \t])/gu;
const LIKE_BETWEEN = /[*_|·•;]|[,.][ \t]+[^,.:：]{1,31}[:：]|[ \t][–—/-]-?[ \t]/g;

/** Of most lines. */
const NO_LABELS: readonly LabelLine[] = [];

/** The further labels of a line: where what parts each from the one before begins, and where the label itself does. */
function inlineLabels(text: string, from: number): readonly LabelLine[] {
  LIKE_BETWEEN.lastIndex = from;
  if (!LIKE_BETWEEN.test(text)) return NO_LABELS;
  const labels: LabelLine[] = [];
  BETWEEN.lastIndex = from;
  for (let match = BETWEEN.exec(text); match; match = BETWEEN.exec(text)) {
    const start = match.index + match[0].length;
    const label = match.index > from ? labelOfLine(text.slice(start)) : undefined;
    if (label === undefined) continue;
    // Plain words are text unless logs have them for labels, and so are those in italics, and bold ones that a blank alone parts.
    const isBold = label.style === 'bold' && /^(?:\*\*|__)/.test(text.slice(start));
    if (!isKnownWord(label.word) && (!isBold || /^[ \t]$/.test(match[0]))) continue;
    // With neither a mark nor anything behind, what ends a line is no more than stressed.
    if (label.valueStart < 0 && /^[ \t]+$/.test(match[0]) && !/[:：.?]/.test(label.form.close)) continue;
    label.gap = match.index;
    label.start = start;
    if (label.valueStart >= 0) label.valueStart += start;
    labels.push(label);
  }
  return labels;
}

/** Whether a line begins with a label that the tables know. */
export function isKnownLabel(text: string, isLoose = false): boolean {
  const label = labelOfLine(text, isLoose);
  return label !== undefined && isKnownWord(label.word);
}

export const isKnownWord = ({ meaning, says }: LabelWord): boolean => meaning !== undefined || (says & OWN) !== 0;

const BLANKS = /\s*/y;

function valueAt(text: string, from: number): number {
  BLANKS.lastIndex = from;
  BLANKS.test(text);
  return BLANKS.lastIndex < text.length ? BLANKS.lastIndex : -1;
}

/** All labels of a line behind its first signs. */
export function labelsOfLine(text: string, lead: number, isLoose: boolean): readonly LabelLine[] {
  const first = labelOfLine(lead === 0 ? text : text.slice(lead), isLoose);
  if (!first) return NO_LABELS;
  if (first.valueStart >= 0) first.valueStart += lead;
  if (first.style === 'row' || first.valueStart < 0 || (first.style === 'plain' && !isKnownWord(first.word)))
    return [first];
  const further = furtherLabels(text, first.valueStart, first);
  return further.length === 0 ? [first] : [first, ...further];
}

/** The labels of a line behind its first, or behind a title. */
export function furtherLabels(text: string, from: number, first?: LabelLine): readonly LabelLine[] {
  let before = first;
  const labels = inlineLabels(text, from);
  for (const label of labels) {
    if (before) before.valueEnd = label.gap;
    label.isInline = before !== undefined;
    before = label;
  }
  return labels;
}

/** The marks of a quote. */
const QUOTE = /^ {0,3}>[ \t]?(?:>[ \t]?)*/;
const INDENT = /^[ \t]+/;

/** What stands in front of a label in a log that has its labels in quotes, or its experiments in a list. */
export function leadOfLine(text: string, isQuoted: boolean, form: HeadingForm): string {
  const first = text.charCodeAt(0);
  if (first !== 62 && !isBlank(first)) return '';
  const quote = isQuoted ? (QUOTE.exec(text)?.[0] ?? '') : '';
  return quote || (form === 'item' ? (INDENT.exec(text)?.[0] ?? '') : '');
}
