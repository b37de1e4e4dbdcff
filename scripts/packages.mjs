// How a script takes up packages: without what the Markdown parser brings for features that src/log switches off, a fourth of it.
import { readFile } from 'node:fs/promises';

/**
 * Packages it only needs to find addresses in plain text and to write addresses anew.
 * @type {Record<string, string>}
 */
const PACKAGES = {
  'linkify-it': 'export class LinkifyIt {}',
  mdurl: 'export const encode = (text) => text, decode = encode, format = encode, parse = encode;',
  'punycode.js': 'export default {};',
};

/**
 * Its own source files, as its bundle marks them, and what stands for each.
 * @type {Record<string, string>}
 */
const FILES = {
  'renderer.ts': 'var Renderer = class {};',
  'rules_core/linkify.ts': 'function linkify$1() {}',
  'rules_core/replacements.ts': 'function replace() {}',
  'rules_core/smartquotes.ts': 'function smartquotes() {}',
  'rules_block/table.ts': 'function table() {}',
  'rules_block/reference.ts': 'function reference() {}',
  'rules_block/lheading.ts': 'function lheading() {}',
  'rules_inline/linkify.ts': 'function linkify() {}',
  'rules_inline/strikethrough.ts': 'var strikethrough_default = {};',
};

/**
 * What `entities` changes so that its table of named characters is unpacked only once one is met, not with every execution: by file, what
 * stands there and what takes its place.
 * @type {readonly [filter: RegExp, changes: readonly [from: string, to: string][]][]}
 */
const UNPACKED_LATE = [
  [
    /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/,
    [
      [
        'export const htmlDecodeTree = /* #__PURE__ */ decodeTrieDict(',
        'let tree; export const htmlDecodeTree = () => tree ??= decodeTrieDict(',
      ],
    ],
  ],
  [
    /[\\/]entities[\\/]dist[\\/]decode\.js$/,
    [
      ['const decodeTree = htmlDecodeTree;', ''],
      ['const root = decodeTree[0];', 'const decodeTree = htmlDecodeTree(); const root = decodeTree[0];'],
    ],
  ],
];

/**
 * A package's file as the script takes it up.
 * @param {string} path
 * @param {string} text
 */
function changed(path, text) {
  let contents = text;
  if (/[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/.test(path)) {
    for (const [file, stub] of Object.entries(FILES)) {
      const start = contents.indexOf(`//#region src/${file}\n`);
      const end = contents.indexOf('//#endregion', start);
      // Another version of the parser has to be looked at.
      if (start < 0 || end < 0) throw new Error(`markdown-it has no ${file} any more.`);
      contents = contents.slice(0, start) + stub + contents.slice(end);
    }
  }
  for (const [filter, changes] of UNPACKED_LATE) {
    if (!filter.test(path)) continue;
    for (const [from, to] of changes) {
      if (!contents.includes(from)) throw new Error(`entities has no "${from}" any more.`);
      contents = contents.replace(from, to);
    }
  }
  return contents;
}

/** @type {import('esbuild').Plugin} */
export const packages = {
  name: 'packages',
  setup(build) {
    const names = Object.keys(PACKAGES).map((name) => name.replace('.', '\\.'));
    build.onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({ path, namespace: 'off' }));
    build.onLoad({ filter: /./, namespace: 'off' }, ({ path }) => ({ contents: PACKAGES[path] }));
    build.onLoad({ filter: /[\\/](?:markdown-it|entities)[\\/]dist[\\/].*\.m?js$/ }, async ({ path }) => {
      return { contents: changed(path, await readFile(path, 'utf8')) };
    });
  },
};
