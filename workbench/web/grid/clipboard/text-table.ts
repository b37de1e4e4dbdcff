// Text from another program's clipboard as rows and columns.

/**
 * Reads tab-separated text as spreadsheets put it on the clipboard: an entry that starts with a quotation mark runs to the
 * closing one and may hold tabs, line breaks and doubled quotation marks. A last line break ends the last row.
 */
export function readTable(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= source.length) {
    const quoted = source[at] === '"' ? readQuoted(source, at) : undefined;
    const end = quoted?.end ?? nextBreak(source, at);
    rows.at(-1)?.push(quoted?.entry ?? source.slice(at, end));
    if (source[end] === '\n') rows.push([]);
    at = end + 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function nextBreak(source: string, from: number): number {
  const mark = /[\t\n]/g;
  mark.lastIndex = from;
  return mark.exec(source)?.index ?? source.length;
}

/** Undefined if the quotation mark is just text: not closed, or closed before the entry's end. */
function readQuoted(source: string, from: number): { entry: string; end: number } | undefined {
  const quotation = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  quotation.lastIndex = from;
  const match = quotation.exec(source);
  if (match === null) return undefined;
  return { entry: (match[1] as string).replaceAll('""', '"'), end: quotation.lastIndex };
}
