// The `other` field: the labels of an experiment that the template does not know, with their text, as one text.

import { matchLabel, readLabels } from '../reading/labels.ts';
import { type Outline, plainOutline, readOutline } from '../reading/outline.ts';
import { templateKey } from '../shape/shape.ts';
import { escapeMarkdown } from './escaping.ts';

/** A label the template does not know, and its text with the label, LF line ends. */
export interface OtherItem {
  label: string;
  text: string;
}

/** What text without a label is put under. */
const NOTE = '**Note:**';

/** One text of several items: single lines one under the other, longer ones parted by a blank line. */
export function joinOther(items: readonly string[]): string {
  let text = '';
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (before !== undefined) text += item.includes('\n') || before.includes('\n') ? '\n\n' : '\n';
    text += item;
  }
  return text;
}

/** What an item says under its label. */
export function valueOfItem({ text }: OtherItem): string {
  return text.slice(matchLabel(text)?.length ?? 0).trim();
}

/** The text in the order and the form of another, as far as that has the same labels; what it has not comes behind. */
export function otherLike(text: string, like: string): string {
  if (text === like || text === '' || like === '') return text;
  const left = splitOther(text);
  const kept = splitOther(like).flatMap((item) => {
    const at = left.findIndex(({ label }) => label === item.label);
    const [own] = at < 0 ? [] : left.splice(at, 1);
    if (own === undefined) return [];
    return [valueOfItem(own) === valueOfItem(item) ? item.text : own.text];
  });
  return joinOther([...kept, ...left.map((item) => item.text)]);
}

/** The items of a text that `canonicalOther` made or that was read from a log. */
export function splitOther(text: string): OtherItem[] {
  return readItems(outlineOf(text)).items;
}

/**
 * The text as a log can keep it: items only. Text before the first label goes under `**Note:**`; a label of the template and whatever
 * else would end the field early is escaped, and stays so when read, since the field shows its Markdown as it stands.
 */
export function canonicalOther(text: string): string {
  const first = labelled(text);
  const joined = soundItems(first);
  // A blank line between two of them may end the list that a fence belonged to.
  if (joined !== undefined && (joined === first || soundItems(joined) === joined)) return joined;
  return joinOther(readItems(readOutline(labelled(escapeLines(first)))).items.map((item) => item.text));
}

/** The items of a text that is nothing but items, as one text. */
function soundItems(text: string): string | undefined {
  const { items, sound } = readItems(outlineOf(`${text}\n\n### x`, text));
  return sound ? joinOther(items.map((item) => item.text)) : undefined;
}

function labelled(text: string): string {
  const start = text.replace(/^(?:[ \t]*\n)+/, '');
  if (matchLabel(start.split('\n', 1)[0] ?? '') && !isKnown(start)) return start;
  return start.includes('\n') ? `${NOTE}\n${start}` : `${NOTE} ${start.replace(/^[ \t]+/, '')}`;
}

function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (matchLabel(line) && !isKnown(line) ? line : escapeMarkdown(line, true, false)))
    .join('\n');
}

function isKnown(line: string): boolean {
  const match = matchLabel(line);
  return match !== undefined && templateKey(match.label) !== undefined;
}

/** What could make a line more than words: a heading, a rule, a fence, HTML, or an indent. */
const LIKE_BLOCK = /^(?: {4}|[ ]*\t|[ ]*(?:#|`{3}|~{3}|<|([-_*])(?:[ \t]*\1){2}|[-+*>]|\d+[.)]))/m;

/** The outline of a text; the parser is only asked where a line of `free` could be more than words. */
function outlineOf(text: string, free = text): Outline {
  if (LIKE_BLOCK.test(free.replace(/^\*\*(?=[^*\s])/gm, ''))) return readOutline(text);
  const outline = plainOutline(text);
  if (free !== text) outline.headings.push({ line: outline.starts.length - 1, depth: 3 });
  return outline;
}

/** `sound` is true if the text is items only and a heading after it is still a heading, its only one. */
function readItems(outline: Outline): { items: OtherItem[]; sound: boolean } {
  // A smaller heading is a part of what a label says.
  const heading = outline.headings.find(({ depth }) => depth <= 3)?.line ?? outline.starts.length;
  const { labels, strays } = readLabels(outline, 0, heading);
  const items = labels.map(({ label, start, end }) => ({ label, text: outline.text.slice(start, end) }));
  const sound =
    heading === outline.starts.length - 1 &&
    strays.length === 0 &&
    labels.every(({ key }) => key === undefined) &&
    !outline.flags.some((flag) => flag >= 4);
  return { items, sound };
}
