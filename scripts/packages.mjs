// How a script takes up packages: without what the Markdown parser brings for features that src/log switches off, a fourth of it.
import { readFile } from 'node:fs/promises';

/**
 * Packages it needs to find addresses in plain text and to write addresses anew, or for tables that V8 (kinds of characters) and the
 * browser (names of characters, src/log/reading/rendering.ts) have as well. In an address, the five names that XML has are known.
 * @type {Record<string, string>}
 */
const PACKAGES = {
  'linkify-it': 'export class LinkifyIt {}',
  mdurl: 'export const encode = (text) => text, decode = encode, format = encode, parse = encode;',
  'punycode.js': 'export default {};',
  'uc.micro': 'export const P = /\\p{P}/u, S = /\\p{S}/u;',
  entities: `const NAMES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
    export const decodeHTMLStrict = (text) => NAMES[text.slice(1, -1)] ?? text;`,
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
  'rules_core/strip_references.ts': 'function strip_references() {}',
  'rules_core/text_join.ts': 'function text_join() {}',
  'rules_block/table.ts': 'function table() {}',
  'rules_block/reference.ts': 'function reference() {}',
  'rules_block/lheading.ts': 'function lheading() {}',
  'rules_inline/linkify.ts': 'function linkify() {}',
  'rules_inline/entity.ts': 'function entity() {}',
  'rules_inline/autolink.ts': 'function autolink() {}',
  'rules_inline/strikethrough.ts': 'var strikethrough_default = {};',
  'index.ts': 'var MarkdownItCallable = MarkdownIt;',
};

/**
 * Pieces of its files, as pairs of the first words of each and those of what stands behind it: presets and other choices of rules, links
 * to definitions elsewhere, what writes addresses and HTML, what of it others may call, what it says to
 * those who write rules, and an expression that nothing names.
 * @type {readonly (readonly [string, string])[]}
 */
const PIECES = [
  ['\t\tif (typeof src !== "string")', '\t\tconst state = new this.core'],
  ['\t\t\t\t\tif (prevLine >= state.line) throw', '\t\t\t\t\tbreak;'],
  ['\t\t\t\tif (pos >= state.pos) throw', '\t\t\t\tbreak;'],
  ['\t\t\t\t\tif (prevPos >= state.pos) throw', '\t\t\t\t\tbreak;'],
  ['\t\tif (index === -1) throw', '\t\tthis.__rules__[index].fn'],
  ['\tattrIndex(name) {', '};\n//#endregion\n//#region src/ruler.ts'],
  ['\tbefore(beforeName', '\tpush(ruleName'],
  ['\tenable(list, ignoreInvalid = false) {\n\t\tif', '\tdisable(list'],
  ['\tenable(list, ignoreInvalid = false) {\n\t\tlet', '\tparse(src, env) {'],
  ['\t\tif (pos < max && state.src.charCodeAt(pos) === 91) {', '\t}\n\tif (!silent) {'],
  ['\t\tif (pos < max && state.src.charCodeAt(pos) === 91) {', '\t}\n\tif (!silent) {'],
  ['\t\tif (label) {', '\t\tstate.linkLevel++;'],
  ['\t\tif (label) {', '\t}\n\tstate.pos = pos;'],
  ['new RegExp(`^(?:', 'var HTML_OPEN_CLOSE_TAG_RE'],
  ['\tif (tight) markTightParagraphs', '\treturn true;'],
  ['\t\tconst components = p.components;', '\t\treturn this;'],
  ['\t\t\tif (!p) throw', '\t\t} else p = presets;'],
  ['\t\tif (!p) throw', '\t\tif (p.options)'],
  ['\t\t\txhtmlOut: false', '\t\t\tmaxNesting: 100'],
  ['\t\tcomponents: {\n\t\t\tcore: {}', '\t},\n\tzero: {'],
  ['\t\tif (typeof presetNameOrOptions === "string") {', '{\n\t\t\tthis.configure("default")'],
  ['\tzero: {', '};\nvar BAD_PROTO_RE'],
  ['\tvalidateLink(url) {', '\tconstructor(...args) {'],
  ['\t\t\tutils_exports\n', '\t\t);'],
  ['\trender(src, env = {}) {', '};\n_defineProperty(MarkdownIt, "Token"'],
  ['_defineProperty(MarkdownIt, "Token"', '//#endregion\n//#region src/index.ts'],
  ['\t\t\t\tthrow new Error(`Rules manager', '\t\t\t}\n\t\t\tthis.__rules__[idx].enabled = false'],
];

/** What its tokens say of the signs that made them, which neither outline nor preview asks for. */
const SIGNS = /^\t+token\w*\.(?:markup|info) = .*;$/gm;

/** How it gives what it makes its properties: each by a call, where saying them is shorter and quicker. */
const PROPERTIES = /_defineProperty\(\s*this,\s*(?:\/\*[\s\S]*?\*\/\s*)?"(\w+)",/g;

/** Whether a sign of English is one of punctuation: a case for each, in place of which a range of them says the same. */
const PUNCTUATION = /switch \(ch\) \{\s+case 33:[^}]*\}/;

/** The names of HTML's blocks, which are shorter as one text. */
const BLOCKS = /(?<=var html_blocks_default = )\[[^\]]*\]/;

/**
 * The parser's bundle as the script takes it up.
 * @param {string} text
 */
function withoutUnused(text) {
  let contents = text.replace(SIGNS, '');
  for (const [piece, next] of PIECES) {
    const start = contents.indexOf(piece);
    const end = contents.indexOf(next, start);
    if (start < 0 || end < 0) throw new Error(`markdown-it has no ${piece.trim()} any more.`);
    contents = contents.slice(0, start) + contents.slice(end);
  }
  for (const [file, stub] of Object.entries(FILES)) {
    const start = contents.indexOf(`//#region src/${file}\n`);
    const end = contents.indexOf('//#endregion', start);
    // Another version of the parser has to be looked at.
    if (start < 0 || end < 0) throw new Error(`markdown-it has no ${file} any more.`);
    contents = contents.slice(0, start) + stub + contents.slice(end);
  }
  if (!PUNCTUATION.test(contents) || !BLOCKS.test(contents)) throw new Error('markdown-it lists its signs otherwise.');
  contents = contents.replace(PUNCTUATION, 'return /[!-/:-@[-`{-~]/.test(String.fromCharCode(ch));');
  contents = contents.replace(BLOCKS, (list) => `"${JSON.parse(list).join(' ')}".split(" ")`);
  return contents.replace(PROPERTIES, 'this.$1 = (').replace(/this\.\w+ = \(\s*\);/g, '');
}

/** @type {import('esbuild').Plugin} */
export const packages = {
  name: 'packages',
  setup(build) {
    const names = Object.keys(PACKAGES).map((name) => name.replace('.', '\\.'));
    build.onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({ path, namespace: 'off' }));
    build.onLoad({ filter: /./, namespace: 'off' }, ({ path }) => ({ contents: PACKAGES[path] }));
    build.onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, async ({ path }) => {
      return { contents: withoutUnused(await readFile(path, 'utf8')) };
    });
  },
};
