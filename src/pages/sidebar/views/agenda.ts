// The attention list as Markdown, to be pasted into the minutes of a review.
import { plainMarkdown as plain } from '../../shared/markdown.ts';
import type { AttentionItem as Item } from '../overview.ts';

/** A heading, and under each group's name one task an item. Titles are text: what Markdown would read as more is escaped. */
export function agendaOf(title: string, groups: readonly (readonly [string, readonly Item[]])[]): string {
  const lines = [`# ${title}`];
  for (const [name, items] of groups) {
    lines.push('', `## ${plain(name)}`, '');
    for (const item of items) lines.push(`- [ ] **${plain(item.id)}** ${plain(item.title)}: ${plain(item.words)}`);
  }
  return `${lines.join('\n')}\n`;
}
