// Headings without `#`: words over a line of `=` or `-`, bold words on a line of their own, items of a list, and the first label of a record.
import { type HeadingForm, type KeptShape, LINES } from '../../domain/register/log-shape.ts';
import { ANYWHERE } from '../forms/board-items.ts';
import { isHtmlFrame, withJoined } from '../forms/html-tables.ts';
import { isKnownLabel } from '../forms/label-lines.ts';
import {
  BLANK,
  FENCE,
  hasFlag,
  lineText,
  MASKED,
  type Outline,
  type OutlineHeading,
  RULE,
} from '../reading/outline.ts';
import { type Counts, count } from '../text/counts.ts';
import { oncePerText } from '../text/once.ts';
import { isExperimentSection, kindOfSection, type SectionKind } from '../text/sections.ts';
import { ITEM, isTitleLabel, nameLabel, partsOfAnyHeading, partsOfListed } from './headings.ts';
import { wordOfLabel } from './label-words.ts';
import { isEntryWord } from './log-names.ts';
import { isIdeasTitle, statusOfSection } from './status-words.ts';
import { titleWord } from './words.ts';

const UNDERLINE = /^ {0,3}(?:(=+)|-{3,})$/;
/** What begins no paragraph, or is no title of one line. */
const NO_TITLE = /^(?: {4}|\t| {0,3}[-*+>|#])/;
const BOLD = /^ {0,3}(\*\*|__)(?=\S)(.+?)\1[ \t]*(.*)$/;

/** What a person pointed to, the items of all lists or those below one title, or a board has; and how a heading is known to be written. */
type Known = Pick<KeptShape, 'isPointed' | 'list' | 'board' | 'heading'>;

/** The outline with the headings of another form besides its own; where a person pointed to lists, each item of them is one. Linear in the text. */
export function withHeadings(
  outline: Outline,
  form: HeadingForm,
  { isPointed, list, board, heading }: Known = {},
): Outline {
  if (form === 'marks') return outline;
  if (form === 'label') return withRecords(outline, heading);
  if (form === 'summary') return withSummaries(outline);
  const flags = outline.flags.slice();
  const found: OutlineHeading[] = [];
  let next = 0;
  const isListed = board?.startsWith(ANYWHERE) === true;
  const isSectioned = board !== undefined && !isListed;
  let isOther = !!list || isSectioned;
  /** Of a board in any list: the items of a section, which says of one what became of it or has none. */
  let first = 0;
  let isTold = !isListed;
  const leads = form === 'item' && !isPointed ? repeatedLeads(outline) : new Set<string>();
  const leave = (): void => {
    if (!isTold) found.length = first;
    first = found.length;
    isTold = !isListed;
  };
  for (let line = outline.frontMatter; line < outline.starts.length; line += 1) {
    const isSection = isSectioned && isLesserTitle(outline, line);
    if (isSection) found.push({ line, depth: LINES - 1 });
    const isHeading = outline.headings[next]?.line === line;
    if (isHeading) next += 1;
    if (isPointed && (isHeading || isSection)) {
      leave();
      const heading = lineText(outline, line);
      const title = titleWord(heading);
      if (isSectioned) isOther = statusOfBoard(heading) === undefined;
      else
        isOther = list === undefined ? OTHERS.includes(kindOfSection(heading)) || isIdeasTitle(title) : title !== list;
    }
    if (hasFlag(outline, line, BLANK | MASKED | RULE)) continue;
    if (isPointed && form === 'item') {
      const text = lineText(outline, line);
      if (isOther || !isItem(text)) continue;
      found.push({ line, depth: LINES });
      isTold ||= isTelling(text);
      continue;
    }
    if (form !== 'underlined') {
      if (form === 'bold' ? isBoldTitle(outline, line) : isItemTitle(outline, line, leads))
        found.push({ line, depth: LINES });
    } else if (isUnderlinedTitle(outline, line)) {
      const depth = lineText(outline, line + 1)
        .trimStart()
        .startsWith('=')
        ? 1
        : 2;
      found.push({ line, depth, isUnderlined: true });
      flags[line + 1] = 0;
    }
  }
  leave();
  return { ...outline, flags, headings: inOrder(outline, found), form };
}

/** Whether a text that has `#`s below the two levels of underlined headings alone has sections for experiments that are underlined. */
export function hasUnderlines(outline: Outline): boolean {
  const { headings } = outline;
  if (headings.length === 0 || headings.some(({ depth }) => depth < 3)) return false;
  // Over a line of `-` at the margin: what people type there is a rule, which in a field has its escape.
  return withUnderlined(outline).headings.some(({ line, depth }) => {
    const title = lineText(outline, line);
    // Those with marks are deeper.
    if (depth !== 2 || !/^\S/.test(title)) return false;
    return isExperimentSection(kindOfSection(title)) || statusOfSection(titleWord(title)) !== undefined;
  });
}

/** The outline with all that is underlined beside its own headings. */
export const withUnderlined = (outline: Outline): Outline => ({
  ...withHeadings(outline, 'underlined'),
  form: outline.form,
});

/** Whether an item says what became of it, or when it was. */
function isTelling(text: string): boolean {
  const { status, result, date } = partsOfListed(text);
  return (status ?? result ?? date) !== undefined;
}

/** Sections whose lists are no experiments, whoever points to lists. */
const OTHERS: readonly SectionKind[] = ['layers', 'howTo', 'template', 'candidates', 'relatedFiles'];

/** The status of what stands on a board below this title. */
export const statusOfBoard = oncePerText((heading) =>
  OTHERS.includes(kindOfSection(heading)) ? undefined : statusOfSection(titleWord(heading)),
);

/** Words in bold or before a colon, alone on a line. */
const SECTION = /^(?:(\*\*|__)[^*_]+\1|[^-*+#>|:：\s][^#|:：]*(?=[:：]))[:：]?$/;

/** Whether a line that is no heading is a title on a board. */
const isLesserTitle = (outline: Outline, line: number): boolean =>
  !hasFlag(outline, line, BLANK | MASKED | RULE) && SECTION.test(lineText(outline, line)) && isFirst(outline, line);

/** Whether a line begins an item of a list that is no label. */
const isItem = (text: string): boolean => {
  const item = ITEM.exec(text);
  const words = text.slice(item?.[0].length);
  return item !== null && (isTitleLabel(words) || !isKnownLabel(words));
};

/** The headings of a text, and the items of its lists that a person may point to. */
export const headingsAndItems = (outline: Outline): OutlineHeading[] =>
  withHeadings({ ...outline, headings: outline.headings.filter(({ depth }) => depth < LINES) }, 'item', {
    isPointed: true,
  }).headings;

const FOLDED = /^<details\b[^>]*>\s*<summary>.+<\/summary>$/;

/** What folds up, by its summary; where that stands on the next line, both are one. */
function withSummaries(outline: Outline): Outline {
  const { text, starts, ends } = outline;
  const flags = outline.flags.slice();
  const found: OutlineHeading[] = [];
  const joined = new Map<number, number>();
  for (const [line, start] of starts.entries()) {
    if (!text.startsWith('<details', start)) continue;
    const last = [line, line + 1].find((at) => FOLDED.test(text.slice(start, ends[at])));
    if (last === undefined) continue;
    found.push({ line, depth: LINES });
    flags[line] = 0;
    if (last > line) joined.set(line, last);
  }
  return withJoined({ ...outline, flags, headings: inOrder(outline, found), form: 'summary' }, joined);
}

/** Records without headings, by the label that each begins with: that of `heading`, else the first by which two or more name themselves. */
function withRecords(outline: Outline, heading: string | undefined): Outline {
  const own =
    heading === undefined
      ? undefined
      : nameOfRecord(
          heading
            .replace(/^\{id\}/, 'x-1')
            .replace(/^\{date\}/, '2026-01-01')
            .replace('{title}', 'x')
            .replace(/\{\w+\}/g, '1'),
        );
  const records: { line: number; word: string }[] = [];
  const times: Counts<string> = new Map();
  for (let line = outline.frontMatter; line < outline.starts.length; line += 1) {
    if (hasFlag(outline, line, BLANK | MASKED | RULE) || !isFirst(outline, line)) continue;
    const word = nameOfRecord(lineText(outline, line));
    if (word === undefined || (own === undefined && !isLabelBelow(outline, line, false))) continue;
    records.push({ line, word });
    count(times, word);
  }
  const chosen = own ?? [...times].find(([, often]) => often > 1)?.[0];
  const headings = records.filter(({ word }) => word === chosen).map(({ line }) => ({ line, depth: LINES }));
  return { ...outline, headings: inOrder(outline, headings), form: 'label' };
}

/** What a record begins with: the label of its name, or an ID, the word before its number or a day in front of its title. */
function nameOfRecord(text: string): string | undefined {
  const { idPlace, datePlace, family, title } = partsOfAnyHeading(text);
  const isNumbered = idPlace === 'word' && isEntryWord(family);
  const name = idPlace === 'lead' ? idPlace : isNumbered ? family : datePlace;
  return nameLabel(text)?.word.plain ?? (title.start < title.end ? name : undefined);
}

/** The headings of an outline and others. */
const inOrder = ({ headings }: Outline, others: readonly OutlineHeading[]): OutlineHeading[] =>
  [...headings, ...others].sort((a, b) => a.line - b.line);

/** Where what folds up ends, if it does before `to`. */
export function summaryEnd(outline: Outline, line: number, to: number): number {
  let end = to;
  while (end > line && !/^<\/details>/.test(lineText(outline, end - 1))) end -= 1;
  return end > line ? end : to;
}

/** Whether nothing of the paragraph stands above a line. */
function isFirst(outline: Outline, line: number): boolean {
  return (
    line === 0 || hasFlag(outline, line - 1, BLANK | RULE | MASKED) || /^ {0,3}#/.test(lineText(outline, line - 1))
  );
}

/** One line over another of `=` or `-`; a rule below a label, or one much shorter than the words above it, is a rule. */
function isUnderlinedTitle(outline: Outline, line: number): boolean {
  if (line + 1 >= outline.starts.length || hasFlag(outline, line + 1, BLANK | MASKED)) return false;
  const under = UNDERLINE.exec(lineText(outline, line + 1));
  const text = lineText(outline, line);
  if (!under || NO_TITLE.test(text) || UNDERLINE.test(text)) return false;
  if (!isFirst(outline, line) && !(line > 1 && UNDERLINE.test(lineText(outline, line - 1)))) return false;
  const isLong = under[0].trim().length > 3 || text.length < 6;
  return under[1] !== undefined || (isLong && !isKnownLabel(text));
}

function isBoldTitle(outline: Outline, line: number): boolean {
  const text = lineText(outline, line);
  const [, , words = '', rest = ''] = BOLD.exec(text) ?? [];
  if (words === '' || isKnownLabel(text) || wordOfLabel(words).meaning || !isFirst(outline, line)) return false;
  const isAlone = /^(?:\(.*\))?$/.test(rest) && isLabelBelow(outline, line, false);
  return isNamed(text) || isAlone || (rest !== '' && partsOfAnyHeading(text).statusPlace === 'end');
}

/** Words in bold before a colon. */
const BOLD_LEAD = /^ ?[-*+][ \t]+(\*\*|__)[^*_]+(?:[:：]\1|\1[:：])/;

/** The words in bold before a colon that several items of a text begin with: labels, whatever stands behind them. */
function repeatedLeads(outline: Outline): Set<string> {
  const times: Counts<string> = new Map();
  for (let line = outline.frontMatter; line < outline.starts.length; line += 1) {
    const lead = hasFlag(outline, line, BLANK | MASKED | RULE) ? null : BOLD_LEAD.exec(lineText(outline, line));
    if (lead) count(times, lead[0]);
  }
  return new Set([...times].flatMap(([lead, often]) => (often > 1 ? [lead] : [])));
}

function isItemTitle(outline: Outline, line: number, labels: ReadonlySet<string>): boolean {
  const text = lineText(outline, line);
  const item = ITEM.exec(text);
  const words = text.slice(item?.[0].length);
  if (!item || (!isTitleLabel(words) && (isKnownLabel(words) || labels.has(BOLD_LEAD.exec(text)?.[0] ?? ''))))
    return false;
  // A task without a name is an idea.
  return isNamed(text) || (item[2] === undefined && isLabelBelow(outline, line, true));
}

const isNamed = (text: string): boolean => {
  const { id, date, isListNumber, labelsStart } = partsOfAnyHeading(text);
  return date !== undefined || labelsStart !== undefined || (id !== undefined && !isListNumber);
};

function isLabelBelow(outline: Outline, line: number, isIndented: boolean): boolean {
  let below = line + 1;
  while (below < outline.starts.length && hasFlag(outline, below, BLANK)) below += 1;
  if (below >= outline.starts.length || hasFlag(outline, below, MASKED)) return false;
  const text = lineText(outline, below);
  return /^[ \t]/.test(text) === isIndented && isKnownLabel(text.trimStart());
}

const OPENER = /^(`{3,}|~{3,})[ \t]*\w*$/;

/** The outline in which fences, and tables in HTML, of fields right below a heading are none, if there are two of them, or the log has them so. */
export function withoutFences(outline: Outline, isKnown: boolean): Outline {
  const flags = outline.flags.slice();
  let fences = 0;
  for (const { line } of outline.headings) {
    let first = line + 1;
    while (first < flags.length && hasFlag(outline, first, BLANK)) first += 1;
    if (!hasFlag(outline, first, MASKED)) continue;
    const opener = lineText(outline, first);
    const marks = /^<table\b[^>]*>$/i.test(opener) ? '</table>' : OPENER.exec(opener)?.[1];
    if (marks === undefined) continue;
    let last = first + 1;
    while (last < flags.length && lineText(outline, last) !== marks) last += 1;
    const isFrame = (at: number): boolean => at === first || at === last || isHtmlFrame(lineText(outline, at));
    let label = first + 1;
    while (label < last && isFrame(label)) label += 1;
    if (last >= flags.length || !isKnownLabel(lineText(outline, label))) continue;
    fences += 1;
    for (let at = first; at <= last; at += 1) flags[at] = isFrame(at) ? FENCE : (flags[at] ?? 0) & ~MASKED;
  }
  return fences > (isKnown ? 0 : 1) ? { ...outline, flags } : outline;
}

/** The line after an item of a list that begins on `line`: what neither goes on with it nor is indented is no part of it. */
export function itemEnd(outline: Outline, line: number, to: number): number {
  let end = line + 1;
  for (; end < to; end += 1) {
    if (hasFlag(outline, end, BLANK)) continue;
    const text = lineText(outline, end);
    const isLazy = !hasFlag(outline, end - 1, BLANK) && !ITEM.test(text) && !hasFlag(outline, end, RULE | MASKED);
    if (!/^(?: {2}|\t)/.test(text) && !isLazy) break;
  }
  return end;
}
