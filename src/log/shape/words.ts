// The words of a log compared as people read them: without case, accents, emoji and the blanks that nobody sees.
import { oncePerText } from '../text/once.ts';

const IS_ASCII = /^[\0-\x7f]*$/;

/** A word or a few in the form in which tables of words list them; `''` for what has no letter, digit, `#` or `°`. */
export const plainWord = oncePerText((text) => {
  const start = text.slice(0, 120);
  return (IS_ASCII.test(start) ? start : start.normalize('NFKD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[\s_]+/g, ' ')
    .replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}#]+$/gu, '');
});

/** An emoji, or a tick or cross of letters' own kind. */
export const PICTURE = '[\\p{Extended_Pictographic}✓✗✘]';

/** What stands around a value without being part of it: blanks of every kind and emoji. */
const DECORATION =
  '[\\s\\u200b\\u200d\\ufe0f\\u20e3✓✗✘\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}]';
// Copyright and the like are pictographs to Unicode and words to people.
const LEAD = new RegExp(`^(?:(?![©®™‼⁉ℹ])${DECORATION})+`, 'u');
const TAIL = new RegExp(`(?:(?![©®™‼⁉ℹ])${DECORATION})+$`, 'u');

/** An emoji or a few in front of a label, each as the one label has it. */
export const ORNAMENT = `(?:(?![©®™‼⁉ℹ])${PICTURE}[\\ufe0f\\u200d]*[ \\t]*){1,3}`;

/** Whether a sign may be one of these: those of English are not. */
const isDecoration = (code: number): boolean => !(code > 32 && code < 127);

/** The part of a text that is left without emoji and blanks around it: offsets; all of it where nothing would be left. */
export function undecorated(text: string): { start: number; end: number } {
  const start = isDecoration(text.charCodeAt(0)) ? (LEAD.exec(text)?.[0].length ?? 0) : 0;
  if (start === text.length) return { start: 0, end: text.length };
  // Only the end is looked at: a regular expression would try each place of a long text.
  let end = text.length;
  while (end > start && isDecoration(text.charCodeAt(end - 1))) {
    const size = TAIL.exec(text.slice(end - start > 2 ? end - 2 : start, end))?.[0].length ?? 0;
    if (size === 0) break;
    end -= size;
  }
  return { start, end };
}

/** The text without emoji and blanks around it. */
export function bareText(text: string): string {
  const { start, end } = undecorated(text);
  return text.slice(start, end);
}

/** Where an ID stands in a label's text or a cell: without emoji, marks of bold and code, brackets and the address of a link around it. */
export function idWithin(text: string): { start: number; end: number } {
  const bare = undecorated(text);
  const marked = /^(?:\*\*|__|`|\[)+([^\s[\]|`*]+)(?:\*\*|__|`|\])+(?:\([^)]*\))?$/.exec(
    text.slice(bare.start, bare.end),
  );
  const inner = marked?.[1];
  if (inner === undefined) return bare;
  const start = bare.start + (marked?.[0].indexOf(inner) ?? 0);
  return { start, end: start + inner.length };
}

/** What nobody sees behind a word: what breaks the line, or a comment. */
export const UNSEEN = /(?:[ \t]*(?:<br ?\/?>|<!--[^>]*-->|\\))+$/;

/** A heading of a section as it is looked up. */
export function titleWord(heading: string): string {
  return plainWord(heading.replace(/^[ \t]*#+/, ''));
}
