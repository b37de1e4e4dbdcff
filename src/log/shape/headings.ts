// The heading of an experiment taken apart: ID, date and title, wherever each stands in it.

import type { DatePlace, StatusPlace } from '../../domain/register/log-shape.ts';
import { ANYWHERE } from '../forms/board-items.ts';
import { ON } from '../forms/byline.ts';
import { furtherLabels, isKnownWord, type LabelLine, labelOfLine } from '../forms/label-lines.ts';
import { findDate } from '../text/dates.ts';
import { fieldSet } from '../text/field-set.ts';
import { oncePerText } from '../text/once.ts';
import { TITLE_NAMES } from '../words/names.ts';
import { frontId, tailId } from './heading-ids.ts';
import type { HeadingParts } from './heading-parts.ts';
import { statusAround, statusBeside } from './heading-status.ts';
import { takeResult, takeTail } from './heading-tail.ts';
import { wordOfLabel } from './label-words.ts';
import { isEntryWord } from './log-names.ts';
import type { Shape } from './shape.ts';
import { isStatusWord, statusWord } from './status-words.ts';
import { undecorated } from './words.ts';

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
    const tail = tailId(line.slice(start, end), shape);
    if (tail) {
      parts.id = { start: start + tail.start, end: start + tail.end };
      parts.idPlace = 'tail';
      parts.family = tail.family;
      end = start + tail.gap;
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

/** A heading's text without the `#`s that Markdown allows at its end. */
export function withoutClosing(heading: string): string {
  let end = heading.length;
  while (end > 0 && heading.charAt(end - 1) === '#') end -= 1;
  return end === 0 || ' \t'.includes(heading.charAt(end - 1)) ? heading.slice(0, end) : heading;
}
