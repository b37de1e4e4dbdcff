// Tables in HTML: each row a line of the outline, however many lines of the text it takes.
import { hasFlag, lineText, MASKED, type Outline } from '../reading/outline.ts';
import type { Span } from '../reading/tiling.ts';

const TABLE = /^ {0,3}<table\b/i;
const ROW = /^[ \t]*<tr\b[^>]*>(?:(?!<\/?tr\b)[\s\S])*<\/tr>$/i;
const BEGINS_ROW = /^[ \t]*<tr\b/i;
const CELL = /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/gi;
/** The most lines that a row is looked for on. */
const MOST_LINES = 60;

export const isHtmlRow = (text: string): boolean => BEGINS_ROW.test(text);

/** The lines of the text's HTML that no fence and no comment holds, and the line after the last. */
function* blocksOf(outline: Outline): Generator<{ first: number; end: number }> {
  const count = outline.starts.length;
  for (let line = outline.frontMatter; line < count; line += 1) {
    if (!hasFlag(outline, line, MASKED)) continue;
    const text = lineText(outline, line).trim();
    const [fence = text.startsWith('<!--') ? '-->' : undefined] = /^(?:`{3,}|~{3,})/.exec(text) ?? [];
    if (fence !== undefined) {
      let end = fence === '-->' ? line : line + 1;
      while (end < count && !lineText(outline, end).trim()[fence === '-->' ? 'includes' : 'startsWith'](fence))
        end += 1;
      line = end;
    } else if (TABLE.test(lineText(outline, line))) {
      let end = line + 1;
      while (end < count && !/<\/table>/i.test(lineText(outline, end - 1))) end += 1;
      yield { first: line, end };
      line = end - 1;
    }
  }
}

/** The outline in which each row of an HTML table is one line. Linear in the text. */
export function withHtmlRows(outline: Outline): Outline {
  if (!/<tr\b/i.test(outline.text)) return outline;
  const { text, starts, ends } = outline;
  const joined = new Map<number, number>();
  for (const { first, end } of blocksOf(outline)) {
    for (let line = first; line < end; line += 1) {
      if (!BEGINS_ROW.test(lineText(outline, line))) continue;
      let last = line;
      while (last < Math.min(end, line + MOST_LINES) && !/<\/tr>$/i.test(lineText(outline, last))) last += 1;
      if (last > line && last < end && ROW.test(text.slice(starts[line], ends[last]))) joined.set(line, last);
      if (last < end) line = Math.max(line, joined.has(line) ? last : line);
    }
  }
  return withJoined(outline, joined);
}

/** The outline in which some lines, by their numbers, go on to the ends of later ones. */
export function withJoined(outline: Outline, joined: ReadonlyMap<number, number>): Outline {
  if (joined.size === 0) return outline;
  const { text, starts, ends } = outline;
  const isGone = new Uint8Array(starts.length);
  const lasts = ends.slice();
  for (const [line, last] of joined) {
    isGone.fill(1, line + 1, last + 1);
    lasts[line] = ends[last] ?? text.length;
  }
  const isLeft = (_: number, line: number): boolean => isGone[line] === 0;
  let gone = 0;
  let at = 0;
  const before = (line: number): number => {
    for (; at < line; at += 1) gone += isGone[at] ?? 0;
    return line - gone;
  };
  return {
    ...outline,
    headings: outline.headings.map((heading) => ({ ...heading, line: before(heading.line) })),
    starts: starts.filter(isLeft),
    ends: lasts.filter(isLeft),
    flags: outline.flags.filter(isLeft),
  };
}

/** The rows of each HTML table, by their lines; tables with two rows on a line have none. */
export function* htmlTablesOf(outline: Outline): Generator<{ head: number; lines: number[]; isHtml: true }> {
  if (!/<tr\b/i.test(outline.text)) return;
  for (const { first, end } of blocksOf(outline)) {
    const rows: number[] = [];
    for (let line = first; line < end; line += 1) if (ROW.test(lineText(outline, line))) rows.push(line);
    const [head, ...lines] = rows;
    if (head !== undefined) yield { head, lines, isHtml: true };
  }
}

/** The cells of a row, without the blanks around each: offsets in the row. */
export function htmlCellsOf(row: string): Span[] {
  const cells: Span[] = [];
  CELL.lastIndex = 0;
  for (let match = CELL.exec(row); match; match = CELL.exec(row)) {
    const value = match[1] ?? '';
    const from = match.index + match[0].lastIndexOf(`${value}</`);
    const start = from + value.length - value.trimStart().length;
    cells.push({ start, end: start + value.trim().length });
  }
  return cells;
}

/** A row with its cells set to these texts, those beyond its own at its end. */
export function htmlRowWith(row: string, values: readonly (string | undefined)[]): string {
  let at = 0;
  let written = '';
  const cells = htmlCellsOf(row);
  for (const [index, { start, end }] of cells.entries()) {
    written += row.slice(at, start) + (values[index] ?? row.slice(start, end));
    at = end;
  }
  const added = values.slice(cells.length).map((value) => `<td>${value ?? ''}</td>`);
  return written + row.slice(at).replace(/(?=<\/tr>$)/i, added.join(''));
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' };

/** What stands in a cell as plain text: the inverse of `htmlText`. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<br[ \t]*\/?>\n?/gi, '\n')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => NAMES[name] ?? '');

/** A text as it is written in a cell. */
export const htmlText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');

/** A row of two cells, of which the first names the second: what stands before the name, the name, what parts both, the value, and what closes it. */
const FIELD =
  /^([ \t]*<tr\b[^>]*>\s*<t[dh]\b[^>]*>\s*(?:<(?:b|strong)>)?)([^<>]*?)([:：]?(?:<\/(?:b|strong)>)?[:：]?\s*<\/t[dh]>)(\s*<td\b[^>]*>\s*)(.*?)(\s*<\/td>\s*<\/tr>)$/i;

/** The pieces of a row of two cells of a table of fields. */
export function htmlFieldOf(row: string) {
  const [, open = '', label = '', close = '', between = '', value = '', after = ''] = FIELD.exec(row) ?? [];
  if (label === '') return undefined;
  const valueStart = open.length + label.length + close.length + between.length;
  return {
    label,
    form: { kind: 'row' as const, open, close, between, after },
    valueStart,
    valueEnd: valueStart + value.length,
  };
}

/** What a table of fields has beside its rows. */
export const isHtmlFrame = (text: string): boolean =>
  /^[ \t]*<\/?(?:table|tbody|thead)\b[^>]*>$/i.test(text) || (isHtmlRow(text) && /<th\b[\s\S]*<th\b/i.test(text));
