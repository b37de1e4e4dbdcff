// The block structure of a Markdown text as far as a log needs it: its lines, and which of them are headings, rules, code or HTML.
//
// The structure is markdown-it's, by its block rules alone. Underlined headings are off, since `---` under words is a rule in a log that
// has no experiments under such headings, and so are link definitions and tables, which hide no line from a reader.
import MarkdownIt, { type Token } from 'markdown-it';
import type { HeadingForm } from '../../domain/register/log-shape.ts';

/** Lines, counted from 0. */
export interface Outline {
  text: string;
  /** Where each line starts. */
  starts: Uint32Array;
  /** Where each line ends, its line end and trailing blanks not included. */
  ends: Uint32Array;
  /** `BLANK`, `MASKED`, `RULE`, `CAPTURED` and `FENCE` of each line. */
  flags: Uint8Array;
  /** `#` headings that are in no list, quote or fence, and those of the experiments' own form. */
  headings: OutlineHeading[];
  form: HeadingForm;
  /** How many lines the front matter has; 0 without any. */
  frontMatter: number;
  /** The line of the fence or HTML that the end of the text leaves open; -1 if it leaves none. */
  openLine: number;
}

export interface OutlineHeading {
  line: number;
  depth: number;
  /** True for one that the line below underlines. */
  isUnderlined?: true;
  /** True for an experiment's that is higher than those of the others, so that it stands in none of their sections. */
  isRaised?: true;
}

export const BLANK = 1;
/** In front matter, a code block or HTML: whatever it looks like, it is no structure. */
export const MASKED = 2;
/** A thematic break. */
export const RULE = 4;
/** The first and the last line of a fence that holds fields. */
export const FENCE = 16;
/** An idea that somebody appended as a line of its own. */
export const CAPTURED = 8;

const parser = new MarkdownIt({ html: true, maxNesting: 100 });
parser.block.ruler.disable(['reference', 'lheading']);
// The place of tables, which are off, is before all else.
parser.block.ruler.at('table', readWords);

type BlockState = InstanceType<typeof parser.block.State>;

/** A paragraph, where its first sign shows at once that it is one: most of a log. The lines of it that may begin something else are the parser's. */
function readWords(state: BlockState, first: number, end: number): boolean {
  if ((state.sCount[first] ?? 0) - state.blkIndent > 3 || !isWord(state, first)) return false;
  const parent = state.parentType;
  state.parentType = 'paragraph';
  let line = first + 1;
  while (line < end && !state.isEmpty(line) && !isOther(state, line, end)) line += 1;
  state.parentType = parent;
  state.line = line;
  return true;
}

/** What can end a paragraph. */
const OTHERS = parser.block.ruler.getRules('paragraph');

/** Whether a line in a paragraph is none of it. */
function isOther(state: BlockState, line: number, end: number): boolean {
  const indent = state.sCount[line] ?? 0;
  if (indent - state.blkIndent > 3 || indent < 0 || isWord(state, line)) return false;
  for (const rule of OTHERS) if (rule(state, line, end, true)) return true;
  return false;
}

/** Whether a line begins with what begins no block but a paragraph: a sign that is in no mark, or bold words. */
function isWord({ src, bMarks, tShift }: BlockState, line: number): boolean {
  const start = (bMarks[line] ?? 0) + (tShift[line] ?? 0);
  return (
    !MARKS.includes(src.charAt(start)) || (src.startsWith('**', start) && !'* \t\r\n'.includes(src.charAt(start + 2)))
  );
}

/** What a heading, a fence, a quote, a rule, an item or HTML begins with. */
const MARKS = '#`~>*_-+<0123456789';

/** The blocks that an outline is made of. */
const BLOCKS: ReadonlySet<string> = new Set(['heading_open', 'hr', 'fence', 'code_block', 'html_block']);

/**
 * Where the parser is in a text whose lines are known, the front matter left out. It neither looks for the lines again nor keeps words and
 * blocks that an outline does not have: most of the parser's time.
 */
class OutlineState extends parser.block.State {
  private readonly unread = {} as Token;

  constructor({ text, starts, frontMatter }: Outline, tokens: Token[]) {
    super('', parser, {}, tokens);
    // The last line is a word behind a blank line, which only a block that is still open can take in.
    this.src = `${text}x`;
    const lines = starts.length - frontMatter;
    // The parser takes and gives their numbers by place alone.
    const column = () => new Int32Array(lines + 3) as unknown as number[];
    const [begins, stops, blanks, indents] = [column(), column(), column(), column()];
    for (let line = 0; line < lines; line += 1) {
      const start = starts[line + frontMatter] ?? 0;
      const stop = lineStop(text, starts[line + frontMatter + 1] ?? text.length + 1);
      let at = start;
      let indent = 0;
      for (; at < stop; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 9) indent += 4 - (indent % 4);
        else if (code === 32) indent += 1;
        else break;
      }
      begins[line] = start;
      stops[line] = stop;
      blanks[line] = at - start;
      indents[line] = indent;
    }
    begins.fill(text.length, lines);
    stops.fill(text.length, lines);
    stops.fill(text.length + 1, lines + 1);
    begins[lines + 2] = text.length + 1;
    this.lineMax = lines + 2;
    this.bMarks = begins;
    this.eMarks = stops;
    this.tShift = blanks;
    this.sCount = indents;
    this.bsCount = column();
  }

  /** A fence holds no structure in a list or a quote, either. Of a block no more is kept than an outline needs. */
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const isKept = BLOCKS.has(type) && (this.level === 0 || type === 'fence');
    this.level += nesting;
    if (!isKept) return this.unread;
    const block: Pick<Token, 'type' | 'tag' | 'map'> = { type, tag, map: null };
    this.tokens.push(block as Token);
    return block as Token;
  }

  override getLines(): string {
    return '';
  }
}

/** Where a line stops, before its line end, if the next one starts at `next`. */
function lineStop(text: string, next: number): number {
  if (next > text.length) return text.length;
  return text.charCodeAt(next - 1) === 10 && text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
}

/** Nesting deeper than any text needs, of which the parser would skip what follows. */
const DEEP = /(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])){60,}/y;
const DEEP_ALL = new RegExp(`^${DEEP.source}`, 'gm');

/** Whether a line is nested so deeply. Most are too short for it, or begin with a letter or in bold. */
function hasDeepLine({ text, starts }: Outline): boolean {
  for (let line = 0; line < starts.length; line += 1) {
    const start = starts[line] ?? 0;
    if ((starts[line + 1] ?? text.length) - start < 60 || text.charCodeAt(start) > 62) continue;
    DEEP.lastIndex = start;
    if (DEEP.test(text)) return true;
  }
  return false;
}

/** Reads the lines of any text. Linear in its length. */
export function readOutline(text: string): Outline {
  const outline = plainOutline(text);
  const { starts, flags } = outline;
  outline.frontMatter = frontMatterOf(outline);
  flags.fill(MASKED, 0, outline.frontMatter);
  const tokens: Token[] = [];
  const shallow = hasDeepLine(outline)
    ? { ...plainOutline(text.replace(DEEP_ALL, 'x')), frontMatter: outline.frontMatter }
    : outline;
  const state = new OutlineState(shallow, tokens);
  parser.block.tokenize(state, 0, state.lineMax);
  for (const { type, map, tag } of tokens) {
    const first = (map?.[0] ?? 0) + outline.frontMatter;
    const end = (map?.[1] ?? 0) + outline.frontMatter;
    if (type === 'heading_open') outline.headings.push({ line: first, depth: Number(tag.slice(1)) });
    else if (type === 'hr') flags[first] = RULE;
    else {
      for (let line = first; line < end && line < starts.length; line += 1) flags[line] = (flags[line] ?? 0) | MASKED;
      if (end > starts.length + 1) outline.openLine = first;
    }
  }
  return outline;
}

/** The lines of a text that holds no structure: only what is blank is known of them. A byte order mark belongs to no line. */
export function plainOutline(text: string): Outline {
  const next = (end: string, from: number) => {
    const at = text.indexOf(end, from);
    return at < 0 ? text.length : at;
  };
  let most = 1;
  for (const end of LINE_ENDS) for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) most += 1;
  const lines = { starts: new Uint32Array(most), ends: new Uint32Array(most), flags: new Uint8Array(most) };
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let feed = next('\n', start);
  let carriage = next('\r', start);
  let line = 0;
  for (; ; line += 1) {
    const stop = feed < carriage ? feed : carriage;
    let end = stop;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
    lines.starts[line] = start;
    lines.ends[line] = end;
    if (end === start) lines.flags[line] = BLANK;
    if (stop === text.length) break;
    start = stop + (stop + 1 === feed && stop === carriage && feed < text.length ? 2 : 1);
    if (feed < start) feed = next('\n', start);
    if (carriage < start) carriage = next('\r', start);
  }
  // A line end of two characters was counted as two.
  const [starts, ends] = [lines.starts.subarray(0, line + 1), lines.ends.subarray(0, line + 1)];
  const flags = lines.flags.subarray(0, line + 1);
  return { text, starts, ends, flags, headings: [], form: 'marks', frontMatter: 0, openLine: -1 };
}

/** The characters that end a line, alone or both together. */
const LINE_ENDS = ['\n', '\r'];

const isBlank = (code: number) => code === 32 || code === 9;

/** The line without its line end and trailing blanks. */
export function lineText(outline: Outline, line: number): string {
  return outline.text.slice(outline.starts[line], outline.ends[line]);
}

/** Where the line after this one starts, or the text ends. */
export function lineEnd(outline: Outline, line: number): number {
  return outline.starts[line + 1] ?? outline.text.length;
}

/** The first heading from a line on, as an index; how many there are where none follows. */
export function headingFrom({ headings }: Outline, line: number): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line behind a heading, its underline included. */
export function belowHeading(outline: Outline, line: number): number {
  const heading = outline.headings[headingFrom(outline, line)];
  return line + (heading?.line === line && heading.isUnderlined ? 2 : 1);
}

export function hasFlag(outline: Outline, line: number, flag: number): boolean {
  return ((outline.flags[line] ?? 0) & flag) !== 0;
}

/** What closes a fence or HTML that a text leaves open, with the line end before it; empty for a text that leaves none open. */
export function closingOf(outline: Outline): string {
  if (outline.openLine < 0) return '';
  const opener = lineText(outline, outline.openLine).trim();
  if (!opener.startsWith('<')) return `\n${/^(?:`+|~+)/.exec(opener)?.[0] ?? ''}`;
  if (opener.startsWith('<!--')) return '\n-->';
  if (opener.startsWith('<?')) return '\n?>';
  if (opener.startsWith('<![')) return '\n]]>';
  return opener.startsWith('<!') ? '\n>' : '\n</pre>';
}

/** A line of front matter: a key, an item, a comment, or what belongs to the key above. */
const FRONT_MATTER = /^(?:["'\w][^:=]*[ \t]*[:=]|-(?:[ \t]|$)|#|[ \t]|[\]})]|$)/;

/** The lines of the front matter at the top of a text, its `---` above and below included; 0 if it has none. */
function frontMatterOf(outline: Outline): number {
  const fence = lineText(outline, 0);
  if (fence !== '---' && fence !== '+++') return 0;
  let key = '';
  let isHeaded = false;
  for (let line = 1; line < outline.starts.length; line += 1) {
    const text = lineText(outline, line);
    isHeaded ||= text.startsWith('#');
    if (text === fence || (fence === '---' && text === '...')) {
      // A rule apart from what stands below a heading parts experiments.
      if (isHeaded && hasFlag(outline, line - 1, BLANK)) return 0;
      let next = line + 1;
      while (hasFlag(outline, next, BLANK)) next += 1;
      // Where what follows begins with the first key, too, rules part records.
      return key === '' || lineText(outline, next).startsWith(key) ? 0 : line + 1;
    }
    if (!FRONT_MATTER.test(text)) return 0;
    key ||= /^["'\w][^:=]*[:=]/.exec(text)?.[0] ?? '';
  }
  return 0;
}
