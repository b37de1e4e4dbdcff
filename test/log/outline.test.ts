// The lines of a text, and which of them are structure.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { BLANK, hasFlag, MASKED, type Outline, RULE, readOutline } from '../../src/log/reading/outline.ts';
import { logText, runs } from './arbitraries.ts';
import { peoplesLog } from './people.ts';

/** Headings, rules and masked lines that are not blank, one line of words each, of the lines from `from` on. */
function structureOf(outline: Outline, from = 0): string[] {
  const marks = outline.headings.map(({ line, depth }) => `${line - from} heading ${depth}`);
  for (let line = 0; line < outline.starts.length; line += 1) {
    if (hasFlag(outline, line, RULE)) marks.push(`${line - from} rule`);
    if (hasFlag(outline, line, MASKED) && !hasFlag(outline, line, BLANK)) marks.push(`${line - from} masked`);
  }
  return marks.filter((mark) => !mark.startsWith('-')).sort();
}

const parser = new MarkdownIt({ html: true });
parser.block.ruler.disable(['table', 'reference', 'lheading']);

/** The same from the parser's own run over the whole text. */
function structureFromParser(text: string): string[] {
  const marks: string[] = [];
  const lines = text.split(/\r\n?|\n/);
  const tokens: Token[] = [];
  parser.block.parse(lines.join('\n'), parser, {}, tokens);
  for (const { type, tag, level, map } of tokens) {
    const [from, to] = map ?? [0, 0];
    // A fence holds no structure in a list or a quote, either.
    if (level > 0 && type !== 'fence') continue;
    if (type === 'heading_open') marks.push(`${from} heading ${tag.slice(1)}`);
    if (type === 'hr') marks.push(`${from} rule`);
    if (type !== 'fence' && type !== 'code_block' && type !== 'html_block') continue;
    for (let line = from; line < to; line += 1) if (/[^ \t]/.test(lines[line] ?? '')) marks.push(`${line} masked`);
  }
  return marks.sort();
}

describe('the outline of a text', () => {
  test('is what the parser finds in it', () => {
    // A byte order mark at the top and front matter are no Markdown.
    const text = fc.oneof(logText, peoplesLog).map((log) => log.replace(/^\uFEFF?(?:---|\+\+\+)?/, ''));
    fc.assert(
      fc.property(text, (log) => {
        expect(structureOf(readOutline(log))).toEqual(structureFromParser(log));
      }),
      runs(10),
    );
  });

  test.each([
    ['headings of every level', '# a\n###### b\n####### c\n#d\n   ## e', ['0 heading 1', '1 heading 6', '4 heading 2']],
    ['dashes under words as a rule', '## A\nwords\n---\n\nwords\n===\n', ['0 heading 2', '2 rule']],
    [
      'a fence and what closes it',
      '```md\n# a\n~~~\n````\n# b',
      ['0 masked', '1 masked', '2 masked', '3 masked', '4 heading 1'],
    ],
    ['a fence that nothing closes', '~~~\n# a', ['0 masked', '1 masked']],
    ['a comment over blank lines', '<!--\n\n# a\n-->\n# b', ['0 masked', '2 masked', '3 masked', '4 heading 1']],
    ['HTML up to a blank line', '<div>\n# a\n\n# b', ['0 masked', '1 masked', '3 heading 1']],
    ['code by its indent', 'a\n\n    # b\n\n# c', ['2 masked', '4 heading 1']],
    ['a fence in a list', '- a\n  ```\n  # b\n  ```\n  c\n# d', ['1 masked', '2 masked', '3 masked', '5 heading 1']],
    ['no heading in a list or quote', '- a\n  # b\n> # c\n\n1. # d\n# e', ['5 heading 1']],
    [
      'front matter',
      '---\na: b # c\n# d\n- e\n---\n# f',
      ['0 masked', '1 masked', '2 masked', '3 masked', '4 masked', '5 heading 1'],
    ],
    [
      'front matter over text that begins otherwise, with rules in it',
      '---\ntitle: b\n---\n\ntitles\n\n---\n',
      ['0 masked', '1 masked', '2 masked', '6 rule'],
    ],
    [
      'records between rules, each of which begins with the same key, and no front matter',
      '---\nTest: a\nStatus: b\n---\n\nTest: c\n---\n',
      ['0 rule', '3 rule', '6 rule'],
    ],
    [
      'experiments parted by rules below one at the top, and no front matter',
      '---\nDate: a\n### [K-1] b\n\n---\n\n### [K-2] c\n',
      ['0 rule', '2 heading 3', '4 rule', '6 heading 3'],
    ],
    ['a rule over a label in bold', '---\n**Test:** a\n---\n', ['0 rule', '2 rule']],
    ['a rule at the top that begins no front matter', '---\n\n# a\n\n---\n', ['0 rule', '2 heading 1', '4 rule']],
    [
      'what stands behind deep nesting',
      `${'- '.repeat(200)}a\n\n# b\n${'>'.repeat(200)}\n# c`,
      ['2 heading 1', '4 heading 1'],
    ],
  ])('has %s', (_, text, structure) => {
    expect(structureOf(readOutline(text))).toEqual(structure);
  });

  test('is the same below a heading whatever stands above it', () => {
    fc.assert(
      fc.property(logText, logText, (above, below) => {
        fc.pre(readOutline(above).openLine < 0);
        const head = `${above}\n\n# h\n`.replace(/^\uFEFF/, '');
        const from = readOutline(head).starts.length - 2;
        const alone = structureOf(readOutline(`# h\n${below}`));
        expect(structureOf(readOutline(head + below), from)).toEqual(alone);
      }),
      runs(5),
    );
  });

  test('says which line leaves a fence or HTML open', () => {
    expect(readOutline('a\n```\nb\n\nc').openLine).toBe(1);
    expect(readOutline('a\n\n<!-- b\n\n').openLine).toBe(2);
    expect(readOutline('```\na\n```').openLine).toBe(-1);
    expect(readOutline('<div>\na').openLine).toBe(-1);
  });
});
