// The block structure of a Markdown text as far as a log needs it: its lines, and which of them are headings, rules, code or HTML.
//
// The structure is the CommonMark parser's. The parser alone is quadratic in texts with many lists, so that it is given
// the text in pieces, cut only where nothing but a fence or an HTML block can be open; one that is open is opened again for the
// next piece. And it is given each line no longer than its part in the structure: `### x` for a heading, `x` for words.
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Lines, counted from 0. */
export interface Outline {
  text: string;
  /** Where each line starts. */
  starts: number[];
  /** Where each line ends, its line end and trailing blanks not included. */
  ends: number[];
  /** `BLANK`, `MASKED` and `RULE` of each line. */
  flags: Uint8Array;
  /** `#` headings of levels 1 to 3 that are in no list, quote or fence. An underlined heading is none: `---` under words is a rule. */
  headings: { line: number; depth: number }[];
  /** The line that opened a fence or HTML which the end of the text leaves open; else empty. */
  open: string;
}

export const BLANK = 1;
/** In a code block or in HTML: whatever it looks like, it is no structure. */
export const MASKED = 2;
/** A thematic break. */
export const RULE = 4;

/** Inline syntax changes no block, and parts of it cost quadratic time. */
const WITHOUT_INLINE = {
  extensions: [
    {
      disable: {
        null: [
          'attention',
          'autolink',
          'characterEscape',
          'characterReference',
          'codeText',
          'hardBreakEscape',
          'htmlText',
          'labelEnd',
          'labelStartImage',
          'labelStartLink',
        ],
      },
    },
  ],
};

/** A piece is cut at the first sound place after this many characters, */
const PIECE_SIZE = 1500;
/** and after these many at any line that is not indented. */
const PIECE_LIMIT = 6000;

const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const DASHES = /^ {0,3}-{3,}[ \t]*$/;
const UNDERLINE = /^ {0,3}(?:=+|--?)[ \t]*$/;
const WORDS =
  /^((?:[ \t]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*)(?:[^\s#`~<>*+\-_=\d]|\*\*[^\s*]|`{1,2}[^`]|\d+(?:[^\d.)]|[.)]\S))/;
/** Deeper nesting than any text needs costs the parser quadratic time. */
const DEEP = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])){60,}/;

/** Reads the lines of any text. Linear in its length. */
export function readOutline(text: string): Outline {
  const { starts, ends } = splitLines(text);
  const outline: Outline = { text, starts, ends, flags: new Uint8Array(starts.length), headings: [], open: '' };
  let first = 0;
  let piece: string[] = [];
  let size = 0;
  let previous = '';
  for (let line = 0; line < starts.length; line += 1) {
    const source = lineText(outline, line);
    if (source === '') outline.flags[line] = BLANK;
    if (
      (size > PIECE_SIZE && ((previous === '' && /^\S/.test(source)) || /^#{1,6}[ \t]/.test(source))) ||
      (size > PIECE_LIMIT && /^(?:\S|$)/.test(source))
    ) {
      readPiece(outline, first, piece);
      first = line;
      piece = [];
      size = 0;
    }
    const condensed = condense(source, previous);
    piece.push(condensed);
    size += condensed.length + 1;
    previous = condensed;
  }
  readPiece(outline, first, piece);
  return outline;
}

/** The line without its line end and trailing blanks. */
export function lineText(outline: Outline, line: number): string {
  return outline.text.slice(outline.starts[line], outline.ends[line]);
}

export function hasFlag(outline: Outline, line: number, flag: number): boolean {
  return ((outline.flags[line] ?? 0) & flag) !== 0;
}

/** Splits at `\n`, `\r\n` and `\r`; a byte order mark belongs to no line. */
function splitLines(text: string): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let end = start;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      starts.push(start);
      ends.push(end);
      if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
      start = at + 1;
      end = start;
    } else if (code !== 32 && code !== 9) {
      end = at + 1;
    }
  }
  starts.push(start);
  ends.push(end);
  return { starts, ends };
}

/** The line shortened to what the block parser needs of it. */
function condense(line: string, previous: string): string {
  if (line === '') return '';
  if (DASHES.test(line)) return line.replace(/-/g, '*');
  if (UNDERLINE.test(line) && (line.trim() !== '-' || previous === 'x')) return 'x';
  const heading = HEADING.exec(line);
  // What stands in front of a `>` may still be the end of a comment.
  if (!line.includes('>')) {
    if (heading) return `${heading[0]} x`;
    const words = WORDS.exec(line);
    if (words) return (words[1] ?? '').length > 60 ? 'x' : `${words[1]}x`;
  }
  return line.replace(DEEP, 'x');
}

/** What closes a fence or HTML that a text leaves open, with the line end before it; empty for a text that leaves none open. */
export function closingOf(outline: Outline): string {
  const opener = outline.open.trim();
  if (opener === '') return '';
  if (!opener.startsWith('<')) return `\n${opener}`;
  if (opener.startsWith('<!--')) return '\n-->';
  if (opener.startsWith('<?')) return '\n?>';
  if (opener.startsWith('<![')) return '\n]]>';
  return opener.startsWith('<!') ? '\n>' : '\n</pre>';
}

/** Marks the lines of one piece, from line `first`; it starts in the block that `outline.open` names. */
function readPiece(outline: Outline, first: number, piece: string[]): void {
  const opener = outline.open;
  const lines = opener === '' ? [...piece] : [opener, ...piece];
  const offset = first - (opener === '' ? 0 : 1);
  // The last line is words, unless the block before it is still open.
  const root = fromMarkdown([...lines, '', 'x'].join('\n'), WITHOUT_INLINE);
  outline.open = '';
  for (const node of root.children) {
    const from = (node.position?.start.line ?? 1) - 1;
    const to = Math.min((node.position?.end.line ?? 1) - 1, lines.length - 1);
    if (node.type === 'heading' && node.depth <= 3 && from === to) {
      outline.headings.push({ line: from + offset, depth: node.depth });
    } else if (node.type === 'thematicBreak') {
      mark(outline, from + offset, from + offset, RULE);
    } else if (node.type === 'code' || node.type === 'html') {
      mark(outline, Math.max(from + offset, first), to + offset, MASKED);
      if ((node.position?.end.line ?? 0) > lines.length + 1) {
        const line = lines[from] ?? '';
        outline.open = node.type === 'html' ? line.slice(0, 24) : (/^ {0,3}(?:`{3,}|~{3,})/.exec(line)?.[0] ?? '');
      }
    }
  }
}

function mark(outline: Outline, from: number, to: number, flag: number): void {
  for (let line = from; line <= to; line += 1) outline.flags[line] = (outline.flags[line] ?? 0) | flag;
}
