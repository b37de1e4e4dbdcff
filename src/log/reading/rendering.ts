// Markdown as a tree of plain data, so that a page can show it rendered without ever making HTML of it.
import MarkdownIt, { type Token } from 'markdown-it';

/** A piece of rendered Markdown: an element with children, or text. */
export interface Rendered {
  /** `root`, `heading`, `paragraph`, `list`, `listItem`, `strong`, `emphasis`, `code`, `inlineCode`, `struck`, `blockquote`, `thematicBreak`, `break`, `link`, `entity` or `text`. */
  type: string;
  /** Of an entity: as it is written, such as `&hellip;`, for the browser knows all their names. */
  text?: string;
  /** Of a heading: 1 to 6. */
  depth?: number;
  ordered?: boolean;
  /** Of a link: an address of the web or of mail, nothing else. */
  url?: string;
  children?: Rendered[];
}

/** Longer texts cost the parser too much time for a preview. */
export const PREVIEW_CHARACTERS = 20_000;

const parser = new MarkdownIt({ html: true });
// As the log is read; what people strike is looked for in plain text only.
parser.block.ruler.disable(['table', 'reference', 'lheading']);
for (const ruler of [parser.inline.ruler, parser.inline.ruler2]) ruler.disable('strikethrough');
// A link that leads nowhere good is parsed as one, so that it can be shown without its address.
parser.validateLink = () => true;
parser.normalizeLink = (url) => url;
parser.inline.ruler.at('entity', (state, silent) => {
  const entity = /^&(?:#x[a-f0-9]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});/i.exec(
    state.src.slice(state.pos, state.pos + 40),
  )?.[0];
  if (entity === undefined) return false;
  if (!silent) state.push('entity', '', 0).content = entity;
  state.pos += entity.length;
  return true;
});

/** An address in angle brackets, of the web or of mail. */
const ADDRESS = /^<((?:[a-z][a-z\d+.-]{1,31}:|([!#-'*+\--9=?A-Z^-~]+@[a-z\d.-]+(?=>)))[!-;=?-~\u0080-\uffff]*)>/i;
parser.inline.ruler.at('autolink', (state, silent) => {
  const [whole, url = '', ofMail] = ADDRESS.exec(state.src.slice(state.pos, state.posMax)) ?? [];
  if (whole === undefined) return false;
  if (!silent) {
    state.push('link_open', 'a', 1).attrs = [['href', ofMail ? `mailto:${url}` : url]];
    state.push('text', '', 0).content = url;
    state.push('link_close', 'a', -1);
  }
  state.pos += whole.length;
  return true;
});

/** What a pair of opening and closing tokens is called here. */
const NAMES: Record<string, string> = {
  heading: 'heading',
  paragraph: 'paragraph',
  bullet_list: 'list',
  ordered_list: 'list',
  list_item: 'listItem',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'emphasis',
  link: 'link',
};

/** The tree of a text, of its beginning where it is very long. HTML, images and links that lead elsewhere than the web become text. */
export function renderMarkdown(text: string): Rendered {
  const shown = text.length > PREVIEW_CHARACTERS ? `${text.slice(0, PREVIEW_CHARACTERS)}…` : text;
  return { type: 'root', children: childrenOf(parser.parse(shown, {})) };
}

/** The tree of a row of tokens, in which each opening one has its closing one. */
function childrenOf(tokens: readonly Token[]): Rendered[] {
  const root: Rendered[] = [];
  const open: Rendered[][] = [root];
  let words = '';
  const add = (...nodes: Rendered[]): void => {
    if (words !== '') open[open.length - 1]?.push(struck(words));
    words = '';
    open[open.length - 1]?.push(...nodes);
  };
  for (const token of tokens) {
    if (token.nesting > 0) {
      const node = elementOf(token);
      add(node);
      open.push(node.children ?? []);
    } else if (token.nesting < 0) {
      add();
      open.pop();
    } else if (token.type === 'text' || token.type === 'text_special') {
      // Neighbours become one: what is escaped stands by itself.
      words += token.content;
    } else if (token.type === 'softbreak') {
      words += '\n';
    } else {
      add(...leavesOf(token));
    }
  }
  add();
  return root;
}

function elementOf({ type, tag, attrs }: Token): Rendered {
  const kind = type.replace(/_open$/, '');
  const node: Rendered = { type: NAMES[kind] ?? 'span', children: [] };
  if (kind === 'heading') node.depth = Number(tag.slice(1));
  if (node.type === 'list') node.ordered = kind === 'ordered_list';
  if (kind === 'link') {
    const url = String(attrs?.find(([name]) => name === 'href')?.[1] ?? '');
    if (/^(?:https?|mailto):/i.test(url)) node.url = url;
    else node.type = 'span';
  }
  return node;
}

function leavesOf({ type, content, children }: Token): Rendered[] {
  switch (type) {
    case 'inline':
      return childrenOf(children ?? []);
    case 'fence':
    case 'code_block':
      return [{ type: 'code', text: content.replace(/\n$/, '') }];
    case 'code_inline':
      return [{ type: 'inlineCode', text: content }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'hardbreak':
      return [{ type: 'break' }];
    case 'entity':
      return [{ type: 'entity', text: content }];
    default:
      // An image's words, and HTML as it is written.
      return [{ type: 'text', text: content.replace(/\n$/, '') }];
  }
}

/** `~~text~~` as in GitHub's Markdown, in which people strike what is settled; within one run of plain text. */
function struck(text: string): Rendered {
  const parts = text.split(/~~(?=\S)([^~]*[^~\s])~~/);
  if (parts.length === 1) return { type: 'text', text };
  const children = parts.map((part, index): Rendered => {
    const plainText: Rendered = { type: 'text', text: part };
    return index % 2 === 1 ? { type: 'struck', children: [plainText] } : plainText;
  });
  return { type: 'span', children };
}
