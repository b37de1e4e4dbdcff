// Markdown that pages hand out to be pasted elsewhere: what people wrote stays text in it.

/** Text on one line; what Markdown would read as more is escaped. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** Text of several lines as a quotation, its Markdown as it stands but for tags. */
export function quotedMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line.replace(/</g, '\\<')}`.trimEnd())
    .join('\n');
}
