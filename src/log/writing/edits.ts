// Changes of a text by offset.

/** Replaces `start` up to `end` (exclusive) by `text`; nothing to replace is an insertion. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with all edits made. They may not overlap; those at one place follow one another as given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.map((edit, order) => ({ ...edit, order }));
  sorted.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  const parts: string[] = [];
  let at = 0;
  for (const edit of sorted) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = Math.max(at, edit.end);
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The first offset from `offset` on that is no blank and no tab. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at;
}

/** The offset after the last character before `offset` that is not white space; the line's trailing blanks stay with it. */
export function endOfTextBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && ' \t\r\n'.includes(text.charAt(at - 1))) at -= 1;
  return Math.min(skipBlanks(text, at), offset);
}

/** Whether the line after the one that `offset` stands on has anything on it. */
export function isNextLineFilled(text: string, offset: number): boolean {
  const rest = /^[ \t]*(?:\r\n|\n|\r)[ \t]*/.exec(text.slice(offset, offset + 400));
  return rest !== null && !/^[\r\n]?$/.test(text.charAt(offset + rest[0].length));
}

/** Whether nothing but blanks and line ends stands from `start` up to `end`: white space of other kinds is text. */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!' \t\r\n'.includes(text.charAt(at))) return false;
  return true;
}
