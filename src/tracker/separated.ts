// Files of separated values as programs and people write them: commas, semicolons, tabs or bars, quotes that do not match.

export interface Separated {
  cells: string[][];
  /** Lines, from 1, with a quote that is not closed, or that stands where none may: taken for text. */
  wrongQuotes: number[];
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** How much of a file tells what separates its values. */
const SAMPLE = 100_000;
const SAMPLE_ROWS = 60;

/** Reads a file's text. What separates is what parts most rows into the same number of cells, or what the first line says (`sep=;`). */
export function readSeparated(text: string): Separated {
  const whole = text.replace(/^\ufeff/, '');
  const named = /^sep=(.)\r?\n/i.exec(whole);
  if (named) return parse(whole.slice(named[0].length), named[1] ?? ',');
  return parse(whole, separatorOf(whole.slice(0, SAMPLE)));
}

function separatorOf(text: string): string {
  let best: { separator: string; weight: number } = { separator: ',', weight: 0 };
  for (const separator of SEPARATORS) {
    const widths = parse(text, separator)
      .cells.slice(0, SAMPLE_ROWS)
      .map((row) => row.length)
      .filter((width) => width > 1);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    // Rows of one width speak for it, each the more the wider it is.
    const weight =
      Math.max(0, ...[...counts].map(([width, count]) => count * count * Math.sqrt(width - 1))) /
      Math.max(widths.length, 1);
    if (weight > best.weight) best = { separator, weight };
  }
  return best.separator;
}

function parse(text: string, separator: string): Separated {
  const cells: string[][] = [];
  const wrong = new Set<number>();
  let row: string[] = [];
  let at = 0;
  let line = 1;
  const isEnd = (place: number) =>
    place >= text.length || text[place] === separator || text[place] === '\n' || text[place] === '\r';
  while (at < text.length) {
    let value: string | undefined;
    if (text[at] === '"') {
      const quoted = quotedFrom(text, at, isEnd);
      if (quoted === undefined) wrong.add(line);
      else {
        value = quoted.value;
        if (quoted.isStray) wrong.add(line);
        line += newlinesIn(value);
        at = quoted.end;
      }
    }
    if (value === undefined) {
      const from = at;
      while (!isEnd(at)) at += 1;
      value = text.slice(from, at);
    }
    row.push(value);
    if (at >= text.length) break;
    if (text[at] === separator) {
      at += 1;
      if (at >= text.length) row.push('');
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    cells.push(row);
    row = [];
  }
  if (row.length > 0) cells.push(row);
  return { cells, wrongQuotes: [...wrong] };
}

/** So far a quote that nothing closes is looked for: a cell of Sheets holds no more. */
const LONGEST = 50_000;

/**
 * A value in quotes, from its first quote on. A quote within it that is followed by more text belongs to it; undefined where none closes it, or
 * where it would swallow rows that end before the next quote.
 */
function quotedFrom(
  text: string,
  from: number,
  isEnd: (place: number) => boolean,
): { value: string; end: number; isStray: boolean } | undefined {
  let value = '';
  let isStray = false;
  let at = from + 1;
  for (;;) {
    const next = text.indexOf('"', at);
    if (next < 0 || next - from > LONGEST * 2) return undefined;
    value += text.slice(at, next);
    if (text[next + 1] === '"') {
      value += '"';
      at = next + 2;
      continue;
    }
    if (isEnd(next + 1)) return { value, end: next + 1, isStray };
    // `"a "word" b"`, and `"6 inch,…` whose end is the beginning of another cell.
    if (value.includes('\n') && isEnd(next - 1)) return undefined;
    value += '"';
    isStray = true;
    at = next + 1;
  }
}

function newlinesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
