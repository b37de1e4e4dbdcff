// The heading of an experiment taken apart: ID, date and title, wherever each stands in it.

import type { DatePlace, IdPlace, StatusPlace } from '../../domain/register/log-shape.ts';
import { ANYWHERE, partsOfItem, verdictIn } from '../forms/board-items.ts';
import { ON } from '../forms/byline.ts';
import { furtherLabels, isKnownWord, type LabelLine, labelOfLine } from '../forms/label-lines.ts';
import type { Span } from '../reading/tiling.ts';
import { findDate, isMonth } from '../text/dates.ts';
import { fieldSet } from '../text/field-set.ts';
import { oncePerText } from '../text/once.ts';
import { TITLE_NAMES } from '../words/names.ts';
import { statusAround, statusBeside } from './heading-status.ts';
import { wordOfLabel } from './label-words.ts';
import { isEntryWord } from './log-names.ts';
import { familyOf, type Shape } from './shape.ts';
import { isStatusWord, statusWord } from './status-words.ts';
import { undecorated } from './words.ts';

/** Offsets in the heading's line. */
export interface HeadingParts {
  id?: Span;
  idPlace?: IdPlace;
  /** What the ID begins with; the word before a number. */
  family: string;
  date?: Span;
  datePlace?: DatePlace;
  status?: Span;
  statusPlace?: StatusPlace;
  /** Whether the heading calls it a status. */
  isStatusNamed?: boolean;
  title: Span;
  /** Whether the ID is no more than the number of a list's item. */
  isListNumber?: true;
  /** Behind the mark that closes a title in bold. */
  boldEnd?: number | undefined;
  /** Where what parts the title from labels on its line begins: `- Title — Status: done`. */
  labelsStart?: number | undefined;
  /** Of an item of a board: what came of it, behind what parts it from the title; the mark that says so where no day does. */
  result?: Span;
  mark?: string | undefined;
}

const MARKS = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
/** What begins an item of a list: its number, which may be the ID, and the box of a task, or the marks of a heading. */
export const ITEM = /^ ?(?:[-*+]|(\d{1,9})[.)])[ \t]+(\[[ xX]\][ \t]+)?(?:#{1,6}[ \t]+)?/;
/** What folds up, by its summary. */
const SUMMARY = /^(<details\b[^>]*>\s*<summary>[ \t]*(?:<(b|strong)>)?)(.*?)(?:<\/\2>)?[ \t]*<\/summary>$/;
/** A heading that is the link to its page, whose words name it. */
const LINK = /^\[([^[\]]+)\]\([^()\s]*\)$/;
const BOLD = /^(\*\*|__|~~)(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/u;
const WHOLE_BOLD = /^(\*\*|__)(?=\S)[^*_]*[^*_\s]\1$/;
/** A status and a day behind a dash, where a sentence follows them. */
const DATED = /[ \t](?:[–—]|-{1,2})[ \t][^–—]{0,40}\d(?=\.[ \t])/;
/** What stands between bold words and the title behind them. */
const BEHIND_BOLD = /^[ \t]*(?:[:：.–—|·-]+[ \t]+)?/;
/** `K-BIZ-001`, `EXP-004a`, `ADR_12`; `W12`. */
const NAMED =
  '(?:\\p{L}[\\p{L}\\p{N}]{0,30}(?:[-_./][\\p{L}\\p{N}]{1,30}){0,5}[-_]\\d{1,15}\\p{Ll}?|\\p{L}{1,5}\\d{1,6}\\p{Ll}?)(?![\\p{L}\\p{N}])';
/** Blanks, those that nobody sees, too. */
const GAP = '[ \\t\\u00a0]';
/** Of `1.2`, `9:30` and `13–14` the first number is none. */
const NUMBER = '\\d{1,6}\\p{Ll}?(?![\\p{L}\\p{N}]|[.:–—]\\d)';
const MARK = '[:：.)|｜–—·•]';
/** A wide colon needs no blank behind it. */
const MARKED = `${GAP}*(?:${MARK}+(?:${GAP}+|$)|：${GAP}*)`;

/** In the order in which they are tried; the first group is the word before, the second the ID. */
const FRONTS: readonly { place: IdPlace; pattern: RegExp }[] = [
  // As the template has it, which is seen at once: the others know the letters of the world.
  { place: 'bracket', pattern: new RegExp(`^(\\[${GAP}*)([^\\s[\\]]+-\\d+)${GAP}*\\](?!\\()${GAP}*`) },
  {
    place: 'bracket',
    pattern: new RegExp(`^(\\[${GAP}*)([^\\s[\\]]+-\\d+\\p{Ll}?|${NAMED}|#?${NUMBER})${GAP}*\\](?!\\()${GAP}*`, 'u'),
  },
  {
    place: 'word',
    pattern: new RegExp(
      `^([\\p{L}/]{2,20}(?:${GAP}\\p{L}{2,12})?\\.?${GAP}+(?:(?:no|nr|n°|num|número|numéro|nummer)\\.?${GAP}*)?#?)(${NUMBER}|${NAMED})(?:${GAP}*${MARK}+${GAP}*|${GAP}+-+${GAP}+|${GAP}+(?=[([][^()[\\]]*\\d{2}[^()[\\]]*[)\\]])|${GAP}*$)`,
      'iu',
    ),
  },
  {
    place: 'lead',
    pattern: new RegExp(`^()(${NAMED})(?:${MARKED}|${GAP}+(?:(?:-+|${MARK}|→|»)${GAP}+)?|$)`, 'u'),
  },
  {
    // In code, in brackets, or with the address of its page.
    place: 'lead',
    pattern: new RegExp(`^([\`[])(${NAMED})(?:\`|\\](?:\\([^()\\s]*\\))?)(?:${MARKED}|${GAP}+|$)`, 'u'),
  },
  { place: 'number', pattern: new RegExp(`^(#?)(${NUMBER})(?:${MARKED}|${GAP}+-+${GAP}+|$)`, 'u') },
  { place: 'number', pattern: new RegExp(`^(#)(${NUMBER})${GAP}+`, 'u') },
  { place: 'digits', pattern: new RegExp(`^()(${NUMBER})${GAP}+`, 'u') },
];
const TAIL = new RegExp(`${GAP}+[([]${GAP}*(#?)(${NAMED}|${NUMBER})${GAP}*[)\\]]$`, 'u');
const AFTER_DATE = /^[)\]]?(?:(?:[ \t\u00a0]*[:：–—|｜,.·•-]+)?(?:[ \t\u00a0]+|$)|：)/;
const WEEKDAY = /^[[(]?(?:\p{L}{2,10}\.?,?[ \t]+)?$/u;
const BEFORE_DATE = /(?:[ \t]+|[ \t]*[([–—|,·•-][ \t]*)$/;
/** A word between that and the day: `(since 2 May 2026)`, `(done 2 May 2026)`. */
const WORD_BEFORE_DATE = /[ \t]+[([–—-][ \t]*(\p{L}{2,12})[ \t]+$/u;
const DAY = fieldSet('date', 'started');

/**
 * All that the heading of an experiment may have, in a log whose shape nobody knows yet. Sub-headings that are labels stand below each
 * experiment, and lines are looked at in several forms.
 */
export const partsOfAnyHeading = oncePerText((line) => partsOfHeading(line));

/** The parts of an item of a list that says itself what became of it. */
export const partsOfListed = oncePerText((line) => partsOfHeading(line, undefined, `${ANYWHERE}:-`));

/**
 * The parts of a heading, its line given without blanks at its end. With a shape only what that has; the title then goes without what the
 * shape has around it. `board`: those of an item of a board, whose results these marks part from titles.
 */
export function partsOfHeading(line: string, shape?: Shape, board = shape?.board): HeadingParts {
  const marks = MARKS.exec(line)?.[0].length ?? 0;
  const item = marks === 0 ? ITEM.exec(line) : null;
  let start = item?.[0].length ?? marks;
  const named = marks === 0 ? nameLabel(line.slice(start)) : undefined;
  start += named?.valueStart ?? 0;
  const name = marks > 0 ? nameBefore(line.slice(start)) : '';
  if (shape === undefined || shape.heading.includes(` ${name}{`)) start += name.length;
  let end = marks > 0 ? withoutClosing(line).length : line.length;
  // What ends with `#`s has its title as it stands, unless something else closes it.
  const isWhole = end < line.length;
  const summary = line.startsWith('<details') ? SUMMARY.exec(line) : null;
  if (summary) {
    start = (summary[1] ?? '').length;
    end = start + (summary[3] ?? '').length;
  }
  const parts: HeadingParts = { family: '', title: { start, end } };
  const labelled = (item ?? named) && /[:：]/.test(line) ? labelBehindTitle(line, start, shape) : undefined;
  // What a title in bold has behind it is read otherwise, unless that begins with a label.
  if (
    labelled &&
    (line.charAt(labelled.gap) === '.' || labelled.gap <= start + (BOLD.exec(line.slice(start))?.[0].length ?? end))
  ) {
    end = labelled.gap;
    parts.labelsStart = end;
  }
  while (end > start && ' \t'.includes(line.charAt(end - 1))) end -= 1;
  const bold = shape?.isTemplate === true || isWhole ? null : boldOf(line.slice(start, end), marks > 0, shape);
  const tail = { start: bold ? start + bold[0].length : end, end };
  if (bold?.[1]) {
    [start, end] = [start + bold[1].length, tail.start - bold[1].length];
    parts.boldEnd = tail.start;
  }
  const linked = shape?.isTemplate === true ? undefined : LINK.exec(line.slice(start, end))?.[1];
  if (linked !== undefined && frontId(linked, shape)) {
    start += 1;
    end = start + linked.length;
  }
  const marked = summary?.[2] ? line.indexOf(`</${summary[2]}>`, start) : -1;
  if (summary && marked > start && marked < end) {
    // A title in bold, and behind it what else a summary says.
    tail.start = marked + `</${summary[2]}>`.length;
    parts.boldEnd = tail.start;
    end = marked;
  }
  const dayFirst = shape?.dayFirst ?? true;
  const isDate = (place: DatePlace): boolean => shape === undefined || shape.dates.has(place);
  /** Leaves what follows a status and a day behind the title to itself. */
  const takeSentence = (): void => {
    parts.boldEnd = undefined;
    if (marks > 0 || parts.labelsStart !== undefined || board !== undefined || !isDate('end')) return;
    const dated = DATED.exec(line.slice(start, end));
    if (!dated || findDate(dated[0], dayFirst)?.end !== dated[0].length) return;
    parts.boldEnd = start + dated.index;
    end = parts.boldEnd + dated[0].length;
  };
  if (!bold) takeSentence();
  const isStatus = (place: StatusPlace): boolean =>
    parts.status === undefined && (shape === undefined || shape.statusPlaces.has(place));
  /** Takes emoji off the text from `start` to `end`, and a status with them. */
  const undecorate = (): void => {
    const text = line.slice(start, end);
    const bare = undecorated(text);
    const emoji = isStatus('mark') ? statusBeside(text, bare) : undefined;
    if (emoji) {
      parts.status = { start: start + emoji.start, end: start + emoji.end };
      parts.statusPlace = 'mark';
    }
    [start, end] = [start + bare.start, start + bare.end];
  };
  const takeStatus = (): void => {
    if (parts.status !== undefined) return;
    const found = statusAround(line.slice(start, end), isStatus);
    if (found === undefined) return;
    parts.status = { start: start + found.status.start, end: start + found.status.end };
    parts.statusPlace = found.place;
    parts.isStatusNamed = found.isNamed;
    [start, end] = [start + found.rest.start, start + found.rest.end];
  };
  const isOwn = shape?.isTemplate !== true;
  if (isOwn) {
    // A word comes before an emoji, which may be no more than the log's ornament.
    takeStatus();
    const whole = end;
    undecorate();
    end = whole;
    takeStatus();
  }
  const takeFrontDate = (): void => {
    if (parts.date !== undefined || !isDate('front')) return;
    const date = findDate(line.slice(start, Math.min(end, start + 40)), dayFirst);
    const before = date && line.slice(start, start + date.start);
    const after = date && AFTER_DATE.exec(line.slice(start + date.end, end));
    const isAlone = !!after && start + (date?.end ?? 0) + after[0].length >= end;
    const isAll = parts.id !== undefined && isAlone;
    // The day of the week is a part of a heading that is all a day; in a log of such it is one everywhere.
    if (date && after && !isAll && (isAlone || shape ? WEEKDAY : /^[[(]?$/).test(before ?? '')) {
      parts.date = { start: start + date.start, end: start + date.end };
      parts.datePlace = 'front';
      start = parts.date.end + after[0].length;
    }
  };
  takeFrontDate();
  const front = frontId(line.slice(start, end), shape);
  if (front) {
    const at = start + front.before.length;
    parts.id = { start: at, end: at + front.id.length };
    parts.idPlace = front.place;
    parts.family = front.family;
    start += front.length;
    // Behind brackets, as in the template, a date is the title's, and so is one that is all of it.
    if (front.place !== 'bracket') takeFrontDate();
    if (isOwn) takeStatus();
  }
  const later = bold || board === undefined ? null : BOLD.exec(line.slice(start, end));
  if (later?.[1]) {
    // Behind a day or an ID.
    parts.boldEnd = start + later[0].length;
    [start, end] = [start + later[1].length, parts.boldEnd - later[1].length];
  }
  if (bold && start >= end && tail.start < tail.end) {
    // In bold is what names it, and behind that its title.
    start = tail.start + (BEHIND_BOLD.exec(line.slice(tail.start, tail.end))?.[0].length ?? 0);
    end = tail.end;
    tail.start = tail.end;
    takeSentence();
  }
  if (item?.[1] && parts.id === undefined && (shape === undefined || shape.ids.has('number'))) {
    const at = item[0].indexOf(item[1]);
    parts.id = { start: at, end: at + item[1].length };
    parts.idPlace = 'number';
    parts.isListNumber = true;
  }
  takeTail(line, tail, parts, shape);
  if (board !== undefined && parts.labelsStart === undefined)
    end = takeResult(line, { start, end }, parts.boldEnd === undefined ? end : tail.end, parts, board, shape);
  if (isDate('end') && parts.date === undefined) {
    const from = Math.max(start, end - 40);
    const tail = line.slice(from, end);
    const date = findDate(tail, dayFirst);
    const lead = tail.slice(0, date?.start);
    const [all = '', word = ''] = WORD_BEFORE_DATE.exec(lead) ?? [];
    // `Proposed` says either; where the log has its statuses here, it is one.
    const isSaid = isStatus('end') && !!shape?.statuses.get(statusWord(word));
    const isOfDay = !isSaid && (wordOfLabel(word).says & DAY) !== 0;
    const isWord = word !== '' && (isOfDay || (isStatus('end') && isStatusWord(word)));
    // What neither goes with a day nor is a status makes a remark of what stands in brackets with it.
    const before = isWord || /^\s*[([]/.test(all) ? isWord && all : BEFORE_DATE.exec(lead)?.[0];
    if (date && before && /^[)\]]?$/.test(tail.slice(date.end)) && (isWord || !ON.test(lead.trimEnd()))) {
      parts.date = { start: from + date.start, end: from + date.end };
      parts.datePlace = 'end';
      end = parts.date.start - before.length;
      if (isWord && !isOfDay) {
        const at = parts.date.start - before.length + before.lastIndexOf(word);
        parts.status = { start: at, end: at + word.length };
        parts.statusPlace = 'end';
      }
    }
  }
  const isClosed = end > start && ')]'.includes(line.charAt(end - 1));
  if (isClosed && parts.id === undefined && (shape === undefined || shape.ids.has('tail'))) {
    const tail = TAIL.exec(line.slice(start, end));
    const family = tail ? familyOf(tail[2] ?? '') : '';
    // `(2024)` is a year.
    if (tail && !/^(?:19|20)\d\d$/.test(tail[2] ?? '') && isKnown(shape, 'tail', family)) {
      const at = start + tail.index + tail[0].indexOf(tail[2] ?? '', tail[0].search(/[([]/));
      parts.id = { start: at, end: at + (tail[2] ?? '').length };
      parts.idPlace = 'tail';
      parts.family = family;
      end = start + tail.index;
    }
  }
  if (isOwn) takeStatus();
  const inner = isOwn && marks === 0 && parts.boldEnd === undefined && WHOLE_BOLD.exec(line.slice(start, end));
  if (inner) [start, end] = [start + 2, end - 2];
  // What closes the heading is replaced with the title that it closes.
  const isLast = parts.datePlace !== 'end' && parts.idPlace !== 'tail' && parts.statusPlace !== 'end';
  if (isLast && isWhole) end = line.length;
  parts.title = { start, end: end < start ? start : end };
  if ((shape === undefined || shape.isDecorated) && !isWhole) {
    undecorate();
    parts.title = { start, end };
  }
  return parts;
}

/** The first label behind the title of an item; bold words behind a day are the title. */
function labelBehindTitle(line: string, start: number, shape: Shape | undefined): LabelLine | undefined {
  const [first, next] = furtherLabels(line, start);
  if (!first || isKnownWord(first.word) || /[:：]/.test(first.form.close)) return first;
  const lead = line.slice(start, first.gap);
  const day = findDate(lead, shape?.dayFirst ?? true);
  return day?.start === 0 && day.end === lead.length ? next : first;
}

/** The label by which a record begins that has no heading: what says its title or its ID. */
export function nameLabel(text: string): LabelLine | undefined {
  const label = labelOfLine(text);
  const key = label?.word.meaning?.key;
  return (key === 'title' || key === 'id') && label?.style !== 'row' && (label?.valueStart ?? 0) > 0
    ? label
    : undefined;
}

const NAME_BEFORE = /^(\p{L}{3,20})[ \u00a0]?[:：][ \t]+(?=\S)/u;

/** What the title of each experiment may stand behind in its heading: `Experiment: `. */
export const nameBefore = (text: string): string => {
  const [before = '', word = ''] = (/[:：]/.test(text) && NAME_BEFORE.exec(text)) || [];
  if (before === '') return '';
  return isEntryWord(word) || wordOfLabel(word).meaning?.key === 'title' ? before : '';
};

/** Whether an item of a list begins with the name of what is tried: `Experiment: One queue`. */
export const isTitleLabel = (text: string): boolean => TITLE_LABEL.test(text);
const TITLE_LABEL = new RegExp(`^(?:\\*\\*)?(?:${TITLE_NAMES})(?: ?:\\*\\*|\\*\\* ?:|:)[ \\t]`, 'iu');

/** The words in bold at a text's beginning; of a heading with `#`s only where they are all of it, or name it. */
function boldOf(text: string, isMarked: boolean, shape: Shape | undefined): RegExpExecArray | null {
  const bold = BOLD.exec(text);
  if (!bold || !isMarked || bold[0].length === text.length) return bold;
  const words = bold[2] ?? '';
  const date = findDate(words, shape?.dayFirst ?? true);
  const isName = frontId(words, shape)?.length === words.length || (date && date.end - date.start === words.length);
  return isName ? bold : null;
}

/** What may part a status and a date behind a title in bold. */
const PARTING = /[ \t]*(?:[,;|·•()[\]–—:]|[ \t]-{1,2}[ \t]|\bsince\b|\bseit\b)[ \t]*/;

/**
 * The status and the date behind a title in bold: `**Title** — done, 2 May 2026`. A word right before a day, as in `started 2 May, adopted`, says
 * what was that day, and is the status only where no other is.
 */
function takeTail(line: string, tail: Span, parts: HeadingParts, shape: Shape | undefined): void {
  let isOfDay = false;
  let isValue = false;
  for (let at = tail.start; at < tail.end; ) {
    const gap = PARTING.exec(line.slice(at, tail.end));
    const stop = gap ? at + gap.index : tail.end;
    const text = line.slice(at, stop);
    const bare = at + text.length - text.trimStart().length;
    const place = { start: bare, end: bare + text.trim().length };
    const date = findDate(text, shape?.dayFirst ?? true);
    if (date) place.end = Math.max(bare, at + text.slice(0, date.start).trimEnd().length);
    const word = line.slice(place.start, place.end);
    const isOpen = parts.status === undefined || (isOfDay && !date);
    const isStatus = isOpen && (shape === undefined || shape.statusPlaces.has('end'));
    // `result: open` says no status.
    if (isStatus && !isValue && word !== '' && isStatusWord(word)) {
      parts.status = place;
      parts.statusPlace = 'end';
      isOfDay = date !== undefined;
    }
    if (date && parts.date === undefined && (shape === undefined || shape.dates.has('end'))) {
      parts.date = { start: at + date.start, end: at + date.end };
      parts.datePlace = 'end';
    }
    const key = gap?.[0].includes(':') ? wordOfLabel(word).meaning?.key : undefined;
    isValue = key !== undefined && key !== 'status';
    at = stop + (gap?.[0].length || 1);
  }
}

/**
 * Takes what came of an item of a board, up to `to`, and the day before it off its title, and the status behind it where items say their own;
 * where the title then ends. A day that is none of the calendar's stays text.
 */
function takeResult(
  line: string,
  { start, end }: Span,
  whole: number,
  parts: HeadingParts,
  board: string,
  shape: Shape | undefined,
): number {
  const { boldEnd, date, status } = parts;
  const isTitled = boldEnd !== undefined;
  const isInside = isTitled && /[:：]/.test(line.charAt(end - 1));
  const said = isTitled ? Math.max(boldEnd, date?.end ?? 0, status?.end ?? 0) : start;
  // With what else stands in brackets with them.
  const behind = said + (said > (boldEnd ?? said) ? (/^[^()]*\)/.exec(line.slice(said, whole))?.[0].length ?? 0) : 0);
  const isJudged = board.startsWith(ANYWHERE) && !status && (shape?.statusPlaces.has('verdict') ?? true);
  const verdict = isJudged ? verdictIn(line.slice(behind, whole)) : undefined;
  if (verdict) {
    parts.status = { start: behind + verdict.start, end: behind + verdict.end };
    parts.statusPlace = 'verdict';
  }
  const to = verdict ? behind + verdict.before : whole;
  // What stands for a title in bold, and a colon in it, is nothing by itself; behind a number a stop parts.
  const lead = isInside ? '0:' : isTitled ? '0' : '';
  const from = behind - lead.length;
  const found = partsOfItem(lead + line.slice(behind, to), isTitled ? ':-.' : board);
  if (found?.words !== undefined) {
    parts.labelsStart = Math.max(boldEnd ?? 0, from + found.dayEnd);
    parts.result = { start: from + found.words, end: to };
    if (!isTitled) parts.mark = found.mark;
  } else if (verdict) parts.labelsStart = to;
  if (isTitled) return isInside ? end - 1 : end;
  if (!found) return Math.min(end, to);
  const titleEnd = start + found.titleEnd;
  const day = findDate(line.slice(titleEnd, start + found.dayEnd), shape?.dayFirst ?? true);
  if (day && date === undefined) {
    parts.date = { start: titleEnd + day.start, end: titleEnd + day.end };
    parts.datePlace = 'end';
  } else if (found.titleEnd < found.dayEnd) parts.boldEnd = titleEnd;
  return titleEnd;
}

function isKnown(shape: Shape | undefined, place: IdPlace, family: string): boolean {
  if (shape === undefined) return true;
  const families = shape.ids.get(place);
  return families !== undefined && (families.size === 0 || families.has(family));
}

function frontId(text: string, shape: Shape | undefined) {
  if (!/\d/.test(text)) return undefined;
  for (const { place, pattern } of FRONTS) {
    if (shape !== undefined && !shape.ids.has(place)) continue;
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, before = '', id = ''] = match;
    // `Move S3 — now` names no experiment unless the log is known for such.
    if (!shape && place === 'word' && /^\D/.test(id) && !isEntryWord(before)) continue;
    // `4 March – Rye` begins with a day.
    if (place !== 'word' && /^\d/.test(text) && isMonth(DAY_OF_MONTH.exec(text)?.[1] ?? '')) continue;
    // `March 2026` is a month, and no experiment's number.
    if (place === 'word' && id.length === 4 && isMonth(before.trim())) continue;
    const family = place === 'word' ? before.trim().toLowerCase() : familyOf(id);
    if (place === 'bracket' ? !isBracketed(shape, id) : !isKnown(shape, place, family)) continue;
    // A mark between bracket and title is the title's unless the log has one there.
    const mark =
      place === 'bracket' && shape && /^.*\{id\}[ \t]*\][ \t]*([:：.–—|-]+)[ \t]*\{title\}/.exec(shape.heading)?.[1];
    const rest =
      mark && text.startsWith(mark, whole.length) ? /^[ \t]*/.exec(text.slice(whole.length + mark.length)) : null;
    return { place, id, before, family, length: whole.length + (mark && rest ? mark.length + rest[0].length : 0) };
  }
  return undefined;
}

const DAY_OF_MONTH = /^\d\d?(?:st|nd|rd|th|\.)?[ \u00a0](\p{L}{3,10})\.?(?=[ \u00a0]*(?:[:：–—|·-]|$))/u;

/** `7.0.0-2` is a release's. */
const isVersion = (text: string): boolean => /^v?\d+\.\d+/.test(text);

/** In brackets an ID with a hyphen is one whatever it begins with, as in the template; others as the log has them. */
function isBracketed(shape: Shape | undefined, id: string): boolean {
  if (/^[^\s[\]]+-\d+$/.test(id)) return !isVersion(id);
  if (shape === undefined) return true;
  return shape.ids.get('bracket')?.has(familyOf(id)) === true;
}

/** A heading's text without the `#`s that Markdown allows at its end. */
export function withoutClosing(heading: string): string {
  let end = heading.length;
  while (end > 0 && heading.charAt(end - 1) === '#') end -= 1;
  return end === 0 || ' \t'.includes(heading.charAt(end - 1)) ? heading.slice(0, end) : heading;
}
