import { expect, test } from '@jest/globals';
import { type Rendered, renderMarkdown } from '../../src/log/reading/rendering.ts';

/** The tree as text, elements in brackets: `paragraph(one strong(two))`. */
function shown({ type, text, children = [] }: Rendered): string {
  return text ?? `${type}(${children.map(shown).join('')})`;
}

test('a settled risk is struck through, as people write it', () => {
  expect(shown(renderMarkdown('1. ~~Flour dust blinds it~~ ✅ Verified — wiped daily'))).toBe(
    'root(list(listItem(paragraph(span(struck(Flour dust blinds it) ✅ Verified — wiped daily)))))',
  );
});

test.each(['~~', '~~ ~~', '~~~~', 'a ~~ b ~~ c', '~~open', '~~a ~~'])('%j is no struck text', (text) => {
  expect(shown(renderMarkdown(text))).not.toContain('struck');
});

test('what could run anywhere stays text, and a link that leads elsewhere than the web loses its address', () => {
  const tree = renderMarkdown('<img src=x onerror=alert(1)> [here](javascript:alert(1)) [web](https://example.com)');
  expect(shown(tree)).toBe('root(paragraph(<img src=x onerror=alert(1)> span(here) link(web)))');
  expect(JSON.stringify(tree)).not.toContain('javascript:');
});

test('entities are told apart from their own words, and left to the browser', () => {
  const { children } = renderMarkdown(
    'a&hellip;b &#x2014; `&amp;` \\&lt; &; &no one; [x](https://example.com/?a=1&amp;b=2)',
  );
  const inside = children?.[0]?.children ?? [];
  expect(inside.flatMap(({ type, text }) => (type === 'entity' ? [text] : []))).toEqual(['&hellip;', '&#x2014;']);
  expect(inside.map(shown).join('')).toBe('a&hellip;b &#x2014; &amp; &lt; &; &no one; link(x)');
  expect(inside.find(({ type }) => type === 'link')?.url).toBe('https://example.com/?a=1&b=2');
});

test('addresses in angle brackets are links, those of mail too, and nothing else in them is', () => {
  const tree = renderMarkdown(
    'See <https://example.com/a?b=1> or <mira@example.com>, not <a@b@c>, <two words@x>, <ü@b.c>, `<http://x>` or <javascript:x>',
  );
  const inside = tree.children?.[0]?.children ?? [];
  expect(inside.flatMap(({ type, url }) => (type === 'link' ? [url] : []))).toEqual([
    'https://example.com/a?b=1',
    'mailto:mira@example.com',
  ]);
  expect(inside.map(shown).join('')).toBe(
    'See link(https://example.com/a?b=1) or link(mira@example.com), not <a@b@c>, <two words@x>, <ü@b.c>, <http://x> or span(javascript:x)',
  );
});

test('a very long text is shown in its beginning', () => {
  expect(shown(renderMarkdown('x'.repeat(50_000))).length).toBeLessThan(21_000);
});
