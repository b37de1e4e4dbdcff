// The block structure of a log against the CommonMark parser's own.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { BLANK, hasFlag, MASKED, type Outline, RULE, readOutline } from '../../src/log/blocks.ts';
import { logText, runs } from './arbitraries.ts';

/** Headings, rules and masked lines that are not blank, one line of words each. */
function structureOf(outline: Outline): string[] {
  const marks = outline.headings.map(({ line, depth }) => `${line} heading ${depth}`);
  for (let line = 0; line < outline.starts.length; line += 1) {
    if (hasFlag(outline, line, RULE)) marks.push(`${line} rule`);
    if (hasFlag(outline, line, MASKED) && !hasFlag(outline, line, BLANK)) marks.push(`${line} masked`);
  }
  return marks.sort();
}

/** The same from one run of the parser over the whole text. */
function structureFromParser(text: string): string[] {
  const marks: string[] = [];
  const lines = text.split(/\r\n?|\n/);
  for (const node of fromMarkdown(text).children) {
    const [from, to] = [(node.position?.start.line ?? 1) - 1, (node.position?.end.line ?? 1) - 1];
    if (node.type === 'heading' && from === to && node.depth <= 3) marks.push(`${from} heading ${node.depth}`);
    if (node.type === 'thematicBreak') marks.push(`${from} rule`);
    if (node.type === 'code' || node.type === 'html') {
      for (let line = from; line <= to; line += 1) if (/[^ \t]/.test(lines[line] ?? '')) marks.push(`${line} masked`);
    }
  }
  return marks.sort();
}

describe('the outline of a text', () => {
  test('is what the parser finds in it, but for underlined headings', () => {
    // A lone tag under a list's words is HTML or words to the parser, depending on what follows.
    const other = /^[ \t]*(?:=+|-+|<\/?(?!div|script>)[A-Za-z]+>)[ \t]*$/gm;
    const text = logText.map((log) =>
      log
        .replace(other, '')
        .replace(/<\/script>/g, '')
        .replace(/^\uFEFF/, ''),
    );
    fc.assert(
      fc.property(text, (log) => {
        expect(structureOf(readOutline(log))).toEqual(structureFromParser(log));
      }),
      runs(5),
    );
  });

  test('is the same for a text that is read in many pieces', () => {
    fc.assert(
      fc.property(logText, (log) => {
        const words = `${'word\n\n'.repeat(300)}`;
        const alone = structureOf(readOutline(`${log}\n\n# end`));
        const lines = 600;
        const shifted = structureOf(readOutline(`${words}${log}\n\n# end`)).map((mark) =>
          mark.replace(/^\d+/, (line) => String(Number(line) - lines)),
        );
        expect(shifted.sort()).toEqual(alone);
      }),
      runs(1),
    );
  });

  test('calls dashes under words a rule', () => {
    expect(structureOf(readOutline('## A\nwords\n---\n\nwords\n===\n'))).toEqual(['0 heading 2', '2 rule']);
  });
});
