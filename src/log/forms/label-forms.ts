// How labels are written, and values beside each form of them.
import type { FieldKey } from '../../domain/experiment/template.ts';
import type { Span } from '../reading/tiling.ts';
import { cellText, textOfCell } from '../text/escaping.ts';
import { htmlText, textOfHtml } from './html-tables.ts';

/** How a label is written: what stands before and behind its words, `**` and `:**` in the template. */
export interface LabelForm {
  /** On a line of its own as bold or plain words, as a sub-heading, a list item, a row of a table of fields, or a cell below its column's head. */
  kind: 'plain' | 'heading' | 'bullet' | 'row' | 'cell';
  open: string;
  close: string;
  /** On the line of a title: what stands there in front of its words, in place of `open` on a line below. */
  parting?: string;
  /** Of a row in HTML: what parts its label from the value; of that and of one without a bar at its end: what closes it. */
  between?: string;
  after?: string;
  /** Of a row above the rule of its table, where there has to be one: that rule. */
  rule?: string;
  /** Whether its value stands behind it although no mark parts the two. */
  isBesideValue?: true;
}

/** A label and what belongs to it. */
export interface LabelSlice extends Span {
  label: string;
  /** The template's field; none for a label the template does not know, and for a label that stands a second time. */
  key: FieldKey | undefined;
  /** True where the label is one of the template's but another slice holds the field. */
  repeated?: true;
  form: LabelForm;
  /** From 0. */
  line: number;
  /** Behind the label's last star. */
  labelEnd: number;
  end: number;
  value: Span;
  /** The value starts below the label's own line. */
  below: boolean;
  /** Where what parts it from the label before it on its line begins; none for the first of a line. */
  gap?: number;
}

export const TEMPLATE_FORM: LabelForm = { kind: 'plain', open: '**', close: ':**' };
export const OUTSIDE_FORM: LabelForm = { kind: 'plain', open: '**', close: '**:' };
/** Below the head of its column. */
export const CELL_FORM: LabelForm = { kind: 'cell', open: '', close: '' };
/** Below an item of a list. */
export const ITEM_FORM: LabelForm = { kind: 'bullet', open: '  - **', close: ':**' };

/** Whether a label stands in a quote. */
export const isQuoted = ({ kind, open }: LabelForm): boolean => kind === 'bullet' && /^ {0,3}>/.test(open);

/** Whether a label of this form stands on a line of its own. */
export const isLone = ({ kind, close, isBesideValue }: LabelForm): boolean =>
  kind === 'plain' && !isBesideValue && !/[:：.?–—-]/.test(close);

/** What stands before a label's own marks: those of its quote and of its list. */
export const leadOf = ({ open }: LabelForm): string => /^[ \t>]*(?:[-*+][ \t]+)?/.exec(open)?.[0] ?? '';

/** What begins each further line of an item's value: the marks of its quote, and blanks for those of its list. */
const furtherLead = (form: LabelForm): string => leadOf(form).replace(/[-*+]/, ' ');

/** A cell of a table in HTML. */
export const HTML_CELL: LabelForm = { kind: 'cell', open: '<td>', close: '</td>' };
const isHtml = ({ open }: LabelForm): boolean => /<t[dh]\b/i.test(open);

/** What stands for a value in its form, as plain text: the inverse of `formValue`. LF line ends. */
export function plainValue(form: LabelForm, raw: string, below = false): string {
  if (form.kind === 'plain' || form.kind === 'heading') return raw;
  if (isHtml(form)) return textOfHtml(raw);
  if (form.kind === 'row' || form.kind === 'cell') return textOfCell(raw);
  if (!below && !raw.includes('\n')) return raw;
  const lead = furtherLead(form);
  const like = new RegExp(`^(?: {0,3}>[ \\t]?)?(?: {1,${Math.max(lead.replace(/.*>/, '').length, 1)}}|\\t)?`);
  const plain = (line: string): string =>
    line.slice(line.startsWith(lead) ? lead.length : (like.exec(line)?.[0].length ?? 0));
  return raw
    .split('\n')
    .map((line, index) => (index === 0 && !below ? line : plain(line)))
    .join('\n');
}

/** Whether a value begins with blanks, which only count at the beginning of a line. */
export const isIndented = (value: string): boolean => /^[ \t]/.test(value);

/** A value for an item of a list, below its label where it is a list itself, which it would not be behind words. */
export const asListed = ({ kind }: LabelForm, value: string): string =>
  kind === 'bullet' && /^(?:[-*+]|\d{1,9}[.)])[ \t].*\n/.test(value) ? `\n${value}` : value;

/** A value as it is written in this form. */
export function formValue(form: LabelForm, typed: string): string {
  const value = form.kind !== 'plain' && form.kind !== 'heading' && isIndented(typed) ? `\n${typed}` : typed;
  if (isHtml(form)) return htmlText(value);
  if (form.kind === 'row' || form.kind === 'cell') return cellText(value);
  if (form.kind !== 'bullet') return value;
  const lead = furtherLead(form);
  const blank = isQuoted(form) ? lead.trimEnd() : '';
  return value.replace(/\n(.*)/g, (_, line: string) => `\n${line === '' ? blank : lead + line}`);
}
