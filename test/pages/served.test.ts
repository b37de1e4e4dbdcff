// What Google does to a page's scripts harms none of ours.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'acorn';
import { checkLines, checkServedPage, servedScript } from '../../scripts/served-script.mjs';
import { cutPage } from '../../workbench/host/script/served-page.ts';
import { PAGES } from '../bundles.ts';

const DIST = resolve(__dirname, '../../dist');
const page = (script: string) => `<!DOCTYPE html>\n<!-- http://a/ -->\n<script>${script}</script>\n`;
const cut = (script: string) => cutPage(page(script)).slice(page('').indexOf('</script>'), -'</script>\n'.length);

test.each(PAGES)('%s loses nothing of its script', (name) => {
  const html = readFileSync(resolve(DIST, name), 'utf8');
  const served = cutPage(html);
  expect(served).toBe(html);
  const code = /<script>([\s\S]*)<\/script>/.exec(served)?.[1] ?? '';
  expect(parse(code, { ecmaVersion: 2020 }).body.length).toBeGreaterThan(0);
});

describe('a script that is served', () => {
  test.each([
    String.raw`'http://a//b/*c*/' + "/\/" + '\\//' + '/' + '//'`,
    String.raw`/^https?:\/\/[/*]\//.exec('http://*/a')[0] + String(/\//.test('/')) + 'a//b'.split(/\/\//).length`,
    "'é ☂ 🌊 ` ß'",
    String.raw`['🌊x'.match(/[🌊-🌋]/u)[0], 'é'.replace(/é/g, 'e'), '🌊'.replace(/🌊/, 'w'), 'ß'.search(/[\ß]/)].join()`,
    '(function (a) { return a / 2 / 1; })(8)',
  ])('says the same after it was cut: %s', (expression) => {
    const served = servedScript(`seen = ${expression};`);
    expect(cut(served)).toBe(served);
    expect(() => checkServedPage('a.html', page(served))).not.toThrow();
    const seenIn = (code: string) => runInNewContext(`let seen; ${code} seen`);
    expect(seenIn(served)).toEqual(seenIn(`seen = ${expression};`));
  });

  test('ends its lines soon, whatever its length', () => {
    const list = `seen = [${Array.from({ length: 20_000 }, (_, index) => `f(${index})`).join(',')}].length;`;
    expect(() => checkLines('a.js', list)).toThrow('a.js has a line of');
    const served = servedScript(list);
    expect(() => checkLines('a.js', served)).not.toThrow();
    expect(runInNewContext(`let seen; const f = (x) => x; ${served} seen`)).toBe(20_000);
  });
});

test.each([
  ["a('http://b')", 'what looks like a comment'],
  ['a(/[/*]/)', 'what looks like a comment'],
  ['a(`b`)', 'a template literal'],
  ["a('é')", 'a character that is not ASCII'],
  [`a('${'x'.repeat(5_000)}')`, 'a line of 5022 characters'],
])('a page with %.16s is not built', (script, what) => {
  expect(() => checkServedPage('a.html', page(script))).toThrow(`a.html has ${what}`);
});

test.each([
  ["open('http://a'); b()", "open('http:"],
  ["a('/*') + b('*/')", "a('')"],
  ['a(/[/*]/)\nb()', 'a(/['],
  ['a() // b\nc()', 'a() \nc()'],
])('the host cuts %s as Google is reported to', (script, left) => {
  expect(cut(script)).toBe(left);
});
