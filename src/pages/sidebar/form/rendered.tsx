// Rendered Markdown: a tree of data shown as elements, every word of it as text.
import type { ComponentChildren } from 'preact';
import type { Answer } from '../../shared/client.ts';

type Tree = Answer<'previewExperiment'>['rendered'];

export function Rendered({ tree }: { tree: Tree }) {
  const inside: ComponentChildren = tree.children?.map((child, index) => <Rendered key={index} tree={child} />);
  switch (tree.type) {
    case 'text':
      return <>{tree.text}</>;
    case 'inlineCode':
      return <code>{tree.text}</code>;
    case 'code':
      return <pre>{tree.text}</pre>;
    case 'heading':
      return <p class="preview-heading">{inside}</p>;
    case 'paragraph':
      return <p>{inside}</p>;
    case 'strong':
      return <strong>{inside}</strong>;
    case 'emphasis':
      return <em>{inside}</em>;
    case 'struck':
      return <s>{inside}</s>;
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'list':
      return tree.ordered === true ? <ol>{inside}</ol> : <ul>{inside}</ul>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a href={tree.url} target="_blank" rel="noopener noreferrer">
          {inside}
        </a>
      );
    default:
      return <>{inside}</>;
  }
}
