// The `other` field: the labels of an experiment that the template does not know, with their text, as one text.
import { type Outline, readOutline } from './blocks.ts';
import { escapeMarkdown } from './escaping.ts';
import { fieldOfLabel, matchLabel, readLabels } from './labels.ts';

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

/** The items of a text that `canonicalOther` made or that was read from a log. */
export function splitOther(text: string): OtherItem[] {
  return readItems(readOutline(text)).items;
}

/**
 * The text as a log can keep it: items only. Text before the first label goes under `**Note:**`; a label of the template and whatever
 * else would end the field early is escaped, and stays so when read, since the field shows its Markdown as it stands.
 */
export function canonicalOther(text: string): string {
  const first = labelled(text);
  const read = readItems(readOutline(`${first}\n\n### x`));
  if (read.sound) return joinOther(read.items.map((item) => item.text));
  return joinOther(readItems(readOutline(labelled(escapeLines(first)))).items.map((item) => item.text));
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
  return match !== undefined && fieldOfLabel(match.label) !== undefined;
}

/** `sound` is true if the text is items only and a heading after it is still a heading, its only one. */
function readItems(outline: Outline): { items: OtherItem[]; sound: boolean } {
  const heading = outline.headings[0]?.line ?? outline.starts.length;
  const { labels, strays } = readLabels(outline, 0, heading);
  const items = labels.map(({ label, start, end }) => ({ label, text: outline.text.slice(start, end) }));
  const sound =
    heading === outline.starts.length - 1 &&
    strays.length === 0 &&
    labels.every(({ key }) => key === undefined) &&
    !outline.flags.some((flag) => flag >= 4);
  return { items, sound };
}
