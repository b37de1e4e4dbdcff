// How a line of a field that would read as structure is written so that it reads back as typed.
//
// The rule. A line of a field that looks like
//   - a heading of level 1 to 3, a rule (`---`, `***`, `___`), a fence or the start of HTML, gets a backslash in front:
//     `\## Title`, `\---`, `\<div>`;
//   - an idea that a person or a script appended (`- [ ] Title`, `learn kaizen: Title`) gets one in front, too;
//   - a label gets a backslash before its colon, which a Markdown viewer does not show: `**Note\:** text`; one of the log's fields in bold
//     without the template's colon before what closes it: `**Status\**`;
//   - a blank line, in a field that is one paragraph (date, layer, entity, status, started, decision), becomes a backslash.
// A line that has such backslashes already gets one more. Reading takes exactly one away from every such line. So any text
// comes back as it was, whatever stands around it. The line of the label itself is never touched, for nothing on it can be structure.
// The writer does this only to a field that would not come back unchanged as typed: a fence that is closed stays a fence.

/** In a log of another shape headings of every level and words before a colon may be labels. */
const WIDE_STRUCTURE =
  /^( {0,3})(\\*)(?=#{1,6}(?:[ \t]|$)|`{3}|~{3}|<[A-Za-z/!?]|[-*+] \[ \] |learn kaizen|([-_*])(?:[ \t]*\3){2,}[ \t]*$)/i;
const STRUCTURE = new RegExp(WIDE_STRUCTURE.source.replace('1,6', '1,3'), 'i');
const LABEL_COLON_IN = /^(\*\*[^*:\\\s][^*:\\]*)(\\*)(?=:\*\*)/;
const LABEL_COLON_AFTER = /^(\*\*[^*:\\\s][^*:\\]*\*\*[ \t]*)(\\*)(?=:)/;
/** Any other in bold, which a log in the template's form may have for one of its fields: `__Note:__`, `**Note**` alone, `**Note** – text`. */
const BOLD_LABEL =
  /^((?:\*\*|__)[^*_:：\\\s][^*:：\\]{0,79}?)(\\*)(?=[ \t]*[:：.?]?(?:\*\*|__)(?:$|[ \t]*[:：]|[ \t]+[–—-][ \t])|[ \t]*[:：.?](?:\*\*|__))/;
const WIDE_LABEL =
  /^((?: ?[-*+][ \t]+)?(?:\*\*|__)?\p{L}[^:：*_\\]{0,78})(\\*)(?=(?:\*\*|__)?(?:[ \t]*[:：]|[ \t]+[–—-](?:[ \t]|$))|(?:\*\*|__)[ \t])/u;
const LONE_LABEL = /^()(\\*)(?=(\*\*|__)[^*_]+\3$)/;
const BLANK_LINE = /^([ \t]*)(\\*)$/;

/** Where a line's backslashes stand and how many they are; none for a line that is not like structure. */
function findBackslashes(
  line: string,
  oneParagraph: boolean,
  isWide: boolean,
): { at: number; count: number } | undefined {
  const match =
    (isWide ? WIDE_STRUCTURE : STRUCTURE).exec(line) ??
    (isWide
      ? (LONE_LABEL.exec(line) ?? WIDE_LABEL.exec(line))
      : (LABEL_COLON_IN.exec(line) ?? LABEL_COLON_AFTER.exec(line) ?? BOLD_LABEL.exec(line))) ??
    (oneParagraph ? BLANK_LINE.exec(line) : null);
  return match ? { at: (match[1] ?? '').length, count: (match[2] ?? '').length } : undefined;
}

function mapLines(text: string, below: boolean, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 && !below ? line : change(line)))
    .join('\n');
}

/**
 * Whether reading `text` as a value could find structure in it. `below` says that it starts below its label's line, `isWide` that the log has
 * not the template's shape.
 */
export function isLikeStructure(text: string, below: boolean, oneParagraph: boolean, isWide = false): boolean {
  return escapeMarkdown(text, below, oneParagraph, isWide) !== text;
}

/** The text with a backslash more on every line that is like structure. */
export function escapeMarkdown(text: string, below: boolean, oneParagraph: boolean, isWide = false): string {
  return mapLines(text, below, (line) => {
    const found = findBackslashes(line, oneParagraph, isWide);
    return found ? `${line.slice(0, found.at)}\\${line.slice(found.at)}` : line;
  });
}

/** The text with a backslash less on every line that `escapeMarkdown` could have given one. */
export function unescapeMarkdown(text: string, below: boolean, oneParagraph: boolean, isWide = false): string {
  if (!text.includes('\\')) return text;
  return mapLines(text, below, (line) => {
    const found = findBackslashes(line, oneParagraph, isWide);
    return found && found.count > 0 ? line.slice(0, found.at) + line.slice(found.at + 1) : line;
  });
}

/** A title as no part of a heading could be anything but its words: marks as the numbers that Markdown shows as what they are; a blank for none. */
export function codedTitle(title: string): string {
  const code = (mark: string): string => `&#${mark.codePointAt(0)};`;
  const coded = title.replace(/(?<!\d)\d|[^\p{L}\p{N}\s]/gu, code);
  return title === '' ? '&#32;' : coded.replace(/^\p{L}/u, code);
}

/** The inverse of `codedTitle`; the last semicolon may have gone for what parts a label from it. */
export const decodedTitle = (written: string): string =>
  written.replace(/&#(\d{1,6})(?:;|$)/g, (_, number: string) => String.fromCodePoint(Number(number)));

/** A text as a cell has it. A bar behind a backslash would part cells behind one more. */
export const cellText = (text: string): string =>
  text
    .replace(/<(?=br)/gi, '&lt;')
    .replace(/\\\|/g, '\\&#124;')
    .replace(/\|/g, '\\|')
    .replace(/\n/g, '<br>');

/** The inverse. */
export const textOfCell = (raw: string): string =>
  raw
    .replace(/\\\||&#124;/g, '|')
    .replace(/<br[ \t]*\/?>/gi, '\n')
    .replace(/&lt;(?=br)/gi, '<');
