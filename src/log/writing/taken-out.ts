// A status or a day that goes from a line that says more.
import type { Span } from '../reading/tiling.ts';
import type { Edit } from './edits.ts';

/** What parts a status or a day from the words before it: with the word that says what was that day. */
const GAP_BEFORE = /[ \t]*(?:[–—→|·,;:：-]+[ \t]*(?:\p{L}{2,12}[ \t]+)?)?$/u;

/** Takes a part of a line away with what stands around it alone, and with what parts it from the rest; `other` stays. */
export function takenOut(text: string, { start, end }: Span, other?: Span): Edit {
  const from = start - (/[^\r\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  let before = text.slice(from, start);
  let after = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
  const to = end + after.length;
  const said = other && other.end <= start && other.start >= from ? other : undefined;
  const open = /[ \t]*[*_]*[([`](?:\p{L}+[ \t]*[:：=]?[ \t]*)?$/u.exec(before)?.index ?? before.length;
  const close =
    /[([`]/.test(before.slice(open)) && !(said && said.start >= from + open)
      ? /^[)\]`][*_]*/.exec(after)?.[0]
      : undefined;
  if (close) [before, after] = [before.slice(0, open), after.slice(close.length)];
  if (!/[^*_([`]/.test(before) && !/[^*_)\]`]/.test(after))
    return { start: from, end: skipLineEnd(text, to), text: '' };
  const isLast = !/^[ \t]*[^\s*_)\]`#.]/.test(after);
  const isBehind = said !== undefined && /^[^\p{L}\p{N}]*(?:\p{L}{2,12}[ \t]+)?$/u.test(text.slice(said.end, start));
  if (after === '.') after = '';
  if (isLast) before = before.slice(0, isBehind ? said.end - from : GAP_BEFORE.exec(before)?.index);
  // What parts words in front of brackets from words behind them still does.
  if (!isLast && !(close && /[\p{L}\p{N}]/u.test(before))) after = after.replace(/^[ \t]*(?:[–—|·,;:：-]+[ \t]+)?/, '');
  return {
    start: from + before.length,
    end: to - after.length,
    text: /^[^\s.]/.test(after) && /[^\s*_([`]$/.test(before) && !isLast ? ' ' : '',
  };
}

const skipLineEnd = (text: string, at: number): number =>
  at + (/^(?:\r\n|\n|\r)?/.exec(text.slice(at, at + 2))?.[0].length ?? 0);
