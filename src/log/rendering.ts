// Markdown as a tree of plain data, so that a page can show it rendered without ever making HTML of it.
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A piece of rendered Markdown: an element with children, or text. */
export interface Rendered {
  /** `root`, `heading`, `paragraph`, `list`, `listItem`, `strong`, `emphasis`, `code`, `inlineCode`, `struck`, `blockquote`, `thematicBreak`, `break`, `link` or `text`. */
  type: string;
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

/** The tree of a text, of its beginning where it is very long. HTML, images and links that lead elsewhere than the web become text. */
export function renderMarkdown(text: string): Rendered {
  const shown = text.length > PREVIEW_CHARACTERS ? `${text.slice(0, PREVIEW_CHARACTERS)}…` : text;
  return plain(fromMarkdown(shown));
}

function plain(node: Nodes): Rendered {
  switch (node.type) {
    case 'text':
      return struck(node.value);
    case 'html':
      return { type: 'text', text: node.value };
    case 'code':
    case 'inlineCode':
      return { type: node.type, text: node.value };
    case 'image':
    case 'imageReference':
      return { type: 'text', text: node.alt ?? '' };
    case 'link': {
      const children = node.children.map(plain);
      return /^(?:https?|mailto):/i.test(node.url)
        ? { type: 'link', url: node.url, children }
        : { type: 'span', children };
    }
    case 'heading':
      return { type: 'heading', depth: node.depth, children: node.children.map(plain) };
    case 'list':
      return { type: 'list', ordered: node.ordered === true, children: node.children.map(plain) };
    default:
      return 'children' in node ? { type: node.type, children: node.children.map(plain) } : { type: node.type };
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
