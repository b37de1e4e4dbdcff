// What stands behind a title in the heading of an experiment: its status, its day, and what came of it.
import { ANYWHERE, partsOfItem, verdictIn } from '../forms/board-items.ts';
import type { Span } from '../reading/tiling.ts';
import { findDate } from '../text/dates.ts';
import type { HeadingParts } from './heading-parts.ts';
import { wordOfLabel } from './label-words.ts';
import type { Shape } from './shape.ts';
import { isStatusWord } from './status-words.ts';

/** What may part a status and a date behind a title in bold. */
const PARTING = /[ \t]*(?:[,;|·•()[\]–—:]|[ \t]-{1,2}[ \t]|\bsince\b|\bseit\b)[ \t]*/;

/**
 * The status and the date behind a title in bold: `**Title** — done, 2 May 2026`. A word right before a day, as in `started 2 May, adopted`, says
 * what was that day, and is the status only where no other is.
 */
export function takeTail(line: string, tail: Span, parts: HeadingParts, shape: Shape | undefined): void {
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
export function takeResult(
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
