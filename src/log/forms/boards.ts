// Boards: sections that are statuses, with a list in each whose items are the experiments, and what tells them from lists of tasks.
import type { Status } from '../../domain/experiment/status.ts';
import { LINES } from '../../domain/register/log-shape.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import { statusOfBoard, withHeadings } from '../shape/heading-lines.ts';
import type { HeadingParts } from '../shape/heading-parts.ts';
import { ITEM, partsOfAnyHeading, partsOfHeading, partsOfListed } from '../shape/headings.ts';
import { isLogName, isNamedAsLog } from '../shape/log-names.ts';
import { plainWord } from '../shape/words.ts';
import { ANYWHERE } from './board-items.ts';

/** What names what is tried, and by which words people say that they try, or what came of it. */
const NAMED = /\b(?:experiment|esperiment|kaizen|trials\b|versuche|essais|ensayos|proeven)/;
const TRIED =
  /\b(?:try|tried|trying|adopted|worked|works|work$|(?:aus)?probier|erprobt|essa[iy]|proba[rdn]|prova|prober)/;
/** What logs are of that people try nothing for. */
const DECIDED = /d[eé][cz]i|entscheid|lesson/i;

/** How many of the items have to say more than a title: one in so many. */
const SOME = 4;

interface Item {
  status: Status | undefined;
  parts: HeadingParts;
}

/** A board: its outline, in which its items are headings, how each is taken apart, and the marks that part results from titles. */
interface Board {
  outline: Outline;
  partsOf: (heading: string) => HeadingParts;
  marks: string;
}

/** The board that a text is: below titles that say statuses, or of items that do. */
export const boardIn = (text: Outline): Board | undefined => sectionedIn(text) ?? listedIn(text);

/** The items of a text that is called a log, where half of them or more say a status and, besides that, what came of it or when. */
function listedIn(text: Outline): Board | undefined {
  const outline = withHeadings(text, 'item', { isPointed: true, board: ANYWHERE });
  const names = outline.headings.flatMap(({ line, depth }) => (depth < LINES ? [lineText(outline, line)] : []));
  if (isNamedAsLog(text) !== true || names.some((name) => DECIDED.test(name))) return undefined;
  const partsOf = (heading: string): HeadingParts =>
    ITEM.test(heading) ? partsOfListed(heading) : partsOfAnyHeading(heading);
  const items = outline.headings.flatMap(({ line, depth }) =>
    depth === LINES ? [partsOf(lineText(outline, line))] : [],
  );
  const said = items.filter(({ status }) => status);
  const isTried = names.some((name) => TRIED.test(plainWord(name)));
  const telling = said.filter(({ result, date, boldEnd }) => isTried || (result ?? date ?? boldEnd));
  const isBoard = items.length > 1 && telling.length * 2 >= items.length;
  return isBoard ? { outline, partsOf, marks: `${ANYWHERE}:-` } : undefined;
}

/**
 * The board that a text is by its titles. Most titles of its level and below have to
 * say statuses, and the text that these are trials: by its own title or those of the sections alone, or beside days and results.
 */
function sectionedIn(text: Outline): Board | undefined {
  const outline = withHeadings(text, 'item', { isPointed: true, board: '' });
  const items: Item[] = [];
  const known = new Map<string, HeadingParts>();
  const above: string[] = [];
  const said: string[] = [];
  const others: number[] = [];
  let level = 0;
  let isActive = false;
  let status: Status | undefined;
  for (const { line, depth } of outline.headings) {
    const words = lineText(outline, line);
    if (depth === LINES) {
      const parts = partsOfHeading(words, undefined, ':-');
      known.set(words, parts);
      items.push({ status, parts });
      continue;
    }
    status = statusOfBoard(words);
    if (status) said.push(plainWord(words));
    else others.push(depth);
    level ||= status ? depth : 0;
    isActive ||= status === 'Active';
    if (level === 0 && isLogName(words) && !DECIDED.test(words)) above.push(plainWord(words));
  }
  if (items.length < 2 || new Set(said).size < 2 || isNamedAsLog(text) === undefined) return undefined;
  if (others.filter((depth) => depth >= level).length >= said.length) return undefined;
  const over = items.filter(({ status }) => status === 'Completed' || status === 'Dropped');
  const open = items.filter(({ status }) => status === 'Proposed');
  const telling = items.filter(
    ({ status, parts }) => parts.date ?? parts.boldEnd ?? (status !== 'Proposed' && parts.result),
  );
  const isTried = said.some((words) => TRIED.test(words));
  const isNamed = above.length > 0;
  const isTrial = isNamed || (isTried && isActive);
  if (
    ![...above, ...said].some((words) => NAMED.test(words)) &&
    !(isNamed && isTried) &&
    !(isTrial && telling.length * SOME >= items.length)
  )
    return undefined;
  // What stands behind a mark came of an experiment where it does of half of those that are over, and of no more of those that are not begun.
  const marks = [':', '-']
    .filter((mark) => {
      const timesIn = (some: readonly Item[]): number => some.filter(({ parts }) => parts.mark === mark).length * 2;
      return timesIn(over) > 0 && timesIn(over) >= over.length && timesIn(open) <= open.length;
    })
    .join('');
  const partsOf = (heading: string): HeadingParts => {
    const parts = known.get(heading);
    if (!parts) return partsOfAnyHeading(heading);
    return marks.includes(parts.mark ?? '') ? parts : partsOfHeading(heading, undefined, marks);
  };
  return { outline, partsOf, marks };
}
