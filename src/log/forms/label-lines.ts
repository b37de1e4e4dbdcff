// The labels of a line, in any form that a log may have.
import type { HeadingForm } from '../../domain/register/log-shape.ts';
import { type LabelWord, OWN, wordOfLabel } from '../shape/label-words.ts';
import { ORNAMENT } from '../shape/words.ts';
import { htmlFieldOf, isHtmlRow } from './html-tables.ts';

/** How a line that may be a label is written. */
export type LabelStyle = 'bold' | 'plain' | 'row' | 'heading' | 'byline' | 'definition';

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
  /** Whether another label stands before it on its line. */
  isInline = false;
  /** Of a byline: the line of the heading right above it, which is the only one that it says something of; else -1. */
  under = -1;

  constructor(label: string, style: LabelStyle, valueStart = -1, valueEnd?: number) {
    this.word = wordOfLabel(label);
    this.style = style;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
  }
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
export const LIKE_LOOSE = /^[^*_]{0,3}(?:\*\*|__)|^.{1,40}[ \t][–—-](?:[ \t]|$)/;
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

/** The label that a line begins with, in any form that a log may have; none for other lines. `isLoose`: those without a colon, too. */
export function labelOfLine(text: string, isLoose = false): LabelLine | undefined {
  let at = 0;
  while (isBlank(text.charCodeAt(at))) at += 1;
  const first = text.charAt(at);
  const html = first === '<' && isHtmlRow(text) ? htmlFieldOf(text) : undefined;
  if (html) return new LabelLine(html.label, 'row', html.valueStart, html.valueEnd);
  const bold = LIKE_BOLD.test(text) ? BOLD.exec(text) : null;
  if (bold) return found(text, bold[2], 'bold', bold[0]);
  if (first === '|') {
    const row = CELLS.exec(text);
    return row ? found(text, row[1], 'row', row[0]) : undefined;
  }
  const plain = COLON.test(text) ? PLAIN.exec(text) : null;
  if (plain) return found(text, plain[1], 'plain', plain[0]);
  const loose = isLoose ? LOOSE.exec(text) : null;
  const label = loose && found(text, loose[1] ?? loose[2], 'plain', loose[0]);
  return label && isKnownWord(label.word) ? label : undefined;
}

const found = (text: string, label: string | undefined, style: LabelStyle, whole: string): LabelLine =>
  new LabelLine(label ?? '', style, valueAt(text, whole.length));

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** What parts two labels on one line: `**Status:** Done | **Date:** 2 May`, `Status: Done | Date: 2 May`. */
const BETWEEN =
  /[ \t]*(?:[|·•;,/–—]|-(?=[ \t]))[ \t]*(?=[*_]{1,2}[^*_\s])|[ \t]+(?=[*_]{1,2}[^*_\s])|(?:[ \t]+(?:[|·•/–—]|-)[ \t]+|[,;][ \t]+(?=\p{Lu}))(?=\p{L}[^:：|·•]{0,30}[:：][ \t])/gu;
const LIKE_BETWEEN = /[*_|·•]|[,;][ \t]+\p{Lu}|[ \t][–—/-][ \t]/gu;

/** The further labels of a line: where what parts each from the one before begins, and where the label itself does. */
export function inlineLabels(text: string, from: number): { gap: number; start: number; label: LabelLine }[] {
  LIKE_BETWEEN.lastIndex = from;
  if (!LIKE_BETWEEN.test(text)) return [];
  const labels: { gap: number; start: number; label: LabelLine }[] = [];
  BETWEEN.lastIndex = from;
  for (let match = BETWEEN.exec(text); match; match = BETWEEN.exec(text)) {
    const start = match.index + match[0].length;
    const label = match.index > from ? labelOfLine(text.slice(start)) : undefined;
    if (label === undefined) continue;
    // Plain words are text unless logs have them for labels, and so are those in italics, and bold ones that a blank alone parts.
    const isBold = label.style === 'bold' && /^(?:\*\*|__)/.test(text.slice(start));
    if (isKnownWord(label.word) || (isBold && !/^[ \t]$/.test(match[0])))
      labels.push({ gap: match.index, start, label });
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

const NO_LABELS: readonly LabelLine[] = [];

/** All labels of a line behind its first signs. */
export function labelsOfLine(text: string, lead: number, isLoose: boolean): readonly LabelLine[] {
  const first = labelOfLine(lead === 0 ? text : text.slice(lead), isLoose);
  if (!first) return NO_LABELS;
  if (first.valueStart >= 0) first.valueStart += lead;
  const labels = [first];
  if (first.style === 'row' || first.valueStart < 0 || (first.style === 'plain' && !isKnownWord(first.word)))
    return labels;
  let before = first;
  for (const { gap, start, label } of inlineLabels(text, first.valueStart)) {
    before.valueEnd = gap;
    label.isInline = true;
    if (label.valueStart >= 0) label.valueStart += start;
    labels.push(label);
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
