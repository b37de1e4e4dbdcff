// The passages of a text that is no file of rules, such as a post-mortem: what a rule may be made of.
export interface Passage {
  title: string;
  text: string;
}

/** The headings with what stands below each, in their order; a text without headings is one passage. Fences hide no heading's own text. */
export function passagesOf(text: string, name: string): Passage[] {
  const passages: Passage[] = [];
  let open: { title: string; lines: string[] } = { title: name, lines: [] };
  let fence = '';
  const close = () => {
    const body = open.lines.join('\n').trim();
    if (body !== '') passages.push({ title: open.title, text: body });
  };
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
    const title = fence === '' ? /^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/.exec(line)?.[1] : undefined;
    if (title === undefined) open.lines.push(line);
    else {
      close();
      open = { title: title === '' ? name : title, lines: [] };
    }
  }
  close();
  return passages;
}
