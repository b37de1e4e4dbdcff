// An item of a board: a title, a day, and behind a colon or a dash what came of it: `- One queue (Jan 2026): shorter`.
import type { Span } from '../reading/tiling.ts';
import { isStatusWord } from '../shape/status-words.ts';
import { findDate, isMonth } from '../text/dates.ts';

/** Begins the marks of a board whose items stand in any list, and say their status themselves: `KeptShape.board`. */
export const ANYWHERE = '*';

/** What parts a title from what is said of it; a stop does behind a day. */
const MARK = /[ \t]*[:：][ \t]+|：|[ \t]+(?:[–—]|--?)[ \t]+|(?<=\d[)\]]?)\.[ \t]+/g;
/** Longer text is no title. */
const LONGEST = 200;
/** What may be a day behind a title: in brackets, or behind a dash or a comma. */
const LIKE_DAY = /[ \t]*(?:[([][^()[\]]*[)\]]|(?:[ \t](?:[–—]|--?)|,)[ \t](?:(?! -)[^–—,()[\]]){3,40})$/;

/** Where the title of an item ends, and the day behind it; where the words begin that stand behind both. Offsets. */
export interface ItemParts {
  titleEnd: number;
  dayEnd: number;
  words?: number;
  /** What parts the words from the title, `-` for any dash, where no day stands before it. */
  mark?: string;
}

/** Whether words are a day, or a month or year of one: `12 Jan`, `since March 2026`. */
function isDay(text: string): boolean {
  if (text.length > 50 || !/\d/.test(text) || /[^\s–—-][ \t]*[([]/.test(text)) return false;
  const words = text.replace(/^[\s([–—,-]+|[\s)\].]+$/g, '').replace(/[ \t][–—-][ \t]/g, ' ');
  const date = findDate(words, true);
  const lead = words.slice(0, date?.start).split(/[ ,]+/);
  if (date) return date.end === words.length && lead.length < 4;
  const isPart = (word: string): boolean => isMonth(word) || /^(?:19|20)\d\d$/.test(word);
  return lead.some(isPart) && lead.every((word, at) => at === 0 || isPart(word) || /^\d\d?\D{0,2}$/.test(word));
}

/** What may stand before the last word of an item. */
const BEFORE_VERDICT = /[.!:;,][ \t]+|[ \t]*(?:→|⇒|[=-]>|[–—]|--?)[ \t]+|[ \t]+\(/g;

/** The status that an item says last, and where what stands before it ends: `Title: half as long → kept`, `Title: nobody did. Dropped.` */
export function verdictIn(text: string): (Span & { before: number }) | undefined {
  BEFORE_VERDICT.lastIndex = 0;
  let last = BEFORE_VERDICT.exec(text);
  for (let next = last; next; next = BEFORE_VERDICT.exec(text)) last = next;
  if (!last) return undefined;
  const start = last.index + last[0].length;
  const word = text.slice(start).replace(/[ \t.!)]+$/, '');
  if (word.length > 30 || !isStatusWord(word)) return undefined;
  return { start, end: start + word.length, before: last.index + (/^[.!]/.test(last[0]) ? 1 : 0) };
}

/** The parts of an item without what marks it. `marks`: those that part results where no day does. */
export function partsOfItem(text: string, marks: string): ItemParts | undefined {
  let found: ItemParts | undefined;
  MARK.lastIndex = 0;
  for (let gap = MARK.exec(text); gap && gap.index < LONGEST; gap = MARK.exec(text)) {
    // Within brackets it parts the days of a range.
    if (text.lastIndexOf('(', gap.index) > text.lastIndexOf(')', gap.index)) continue;
    const parts = { titleEnd: titleEndOf(text.slice(0, gap.index)), dayEnd: gap.index, words: MARK.lastIndex };
    // A day says more than a mark, which a title may have in it.
    if (parts.titleEnd < gap.index) return parts;
    const mark = /[:：.]/.exec(gap[0])?.[0] ?? '-';
    if (marks.includes(mark) && !isDay(text.slice(0, gap.index))) found ??= { ...parts, mark };
  }
  const titleEnd = titleEndOf(text);
  const words = found?.words ?? text.length;
  // Behind a status a day came of nothing: `Title — done, 12 Jan 2026`.
  const isDated = titleEnd < words || (titleEnd < text.length && isStatusWord(text.slice(words, titleEnd)));
  return isDated ? { titleEnd, dayEnd: text.length } : found;
}

/** Where the title ends in front of a day. */
function titleEndOf(text: string): number {
  const end = text.length > LONGEST ? 0 : text.search(LIKE_DAY);
  return end > 0 && isDay(text.slice(end)) ? end : text.length;
}
