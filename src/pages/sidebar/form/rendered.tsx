// Rendered Markdown: a tree of data shown as elements, every word of it as text.
import { Fragment } from 'preact';
import type { Answer } from '../../shared/client.ts';

type Tree = Answer<'previewExperiment'>['rendered'];

/** What is one element, whatever stands in it. */
const ELEMENTS = new Map<string, 'p' | 'strong' | 'em' | 's' | 'blockquote' | 'li' | 'code' | 'pre' | 'hr' | 'br'>([
  ['paragraph', 'p'],
  ['strong', 'strong'],
  ['emphasis', 'em'],
  ['struck', 's'],
  ['blockquote', 'blockquote'],
  ['listItem', 'li'],
  ['inlineCode', 'code'],
  ['code', 'pre'],
  ['thematicBreak', 'hr'],
  ['break', 'br'],
]);

/** Of an unknown kind only what stands in it is shown. */
export function Rendered({ tree: { type, text, url, ordered, children } }: { tree: Tree }) {
  const inside = text ?? children?.map((child, index) => <Rendered key={index} tree={child} />);
  if (type === 'heading') return <p class="preview-heading">{inside}</p>;
  if (type === 'entity') return <>{characterOf(text ?? '')}</>;
  if (type === 'list') return ordered === true ? <ol>{inside}</ol> : <ul>{inside}</ul>;
  if (type === 'link') {
    return (
      <a href={url} target="_blank" rel="noopener noreferrer">
        {inside}
      </a>
    );
  }
  const Element = ELEMENTS.get(type) ?? Fragment;
  return <Element>{inside}</Element>;
}

/** What an entity such as `&hellip;` stands for; itself where it has no meaning. */
function characterOf(entity: string): string {
  return new DOMParser().parseFromString(entity, 'text/html').body.textContent ?? entity;
}
