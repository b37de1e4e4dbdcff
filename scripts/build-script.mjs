// Bundles a script project's TypeScript into the one file that Apps Script runs.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { noticeOf } from './notice.mjs';
import { packages } from './packages.mjs';
import { checkLines } from './served-script.mjs';
import { words } from './words.mjs';

const PACKAGE = new URL('../package.json', import.meta.url);

/** Where the pieces of a script would lie; none is written. */
const PIECES = resolve('pieces');

/**
 * Says `import` for `require`, as esbuild wants it where it is to split; `declare function require` stays.
 * @type {import('esbuild').Plugin}
 */
const split = {
  name: 'split',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { loader: 'ts', contents: text.replace(/(?<!function )\brequire\('/g, "import('") };
    });
  },
};

/**
 * Takes up the pieces that esbuild has split a script into, each of which sleeps until it is asked for.
 * @param {ReadonlyMap<string, string>} pieces by path
 * @returns {import('esbuild').Plugin}
 */
const joined = (pieces) => ({
  name: 'joined',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path }) => ({ path: join(PIECES, path), namespace: 'piece' }));
    build.onLoad({ filter: /./, namespace: 'piece' }, ({ path }) => ({
      // What a piece names nothing of is woken by those that do.
      contents: pieces
        .get(path)
        ?.replace(/\bimport"[^"]+";/g, '')
        .replace(/\bimport\("/g, 'require("'),
    }));
  },
});

/**
 * What the Markdown parser and the log's reading keep of a text while they read it, and the parser's own names for its rules and steps, which nothing
 * else has: no text that is kept or sent.
 */
const READING_NAMES =
  /^(?:(?:end|fieldsEnd|headEnd|open)Line|(?:value|labels)Start|(?:heading|label|bold|fields|value|title|day)End|(?:first|end)Label|(?:id|status|date)Place|frontMatter|document|outline|starts|gap|depth|byline|family|languages|captured|doubtful|commonLine|fallbacks|strays|newline|arriving|parting|repeated|tableHead|layer(?:sEnd|Names)|hasBase|is(?:StatusOfSection|ListNumber|Careful|OfExperiments|Sectioned|Apart|Decorated|HeadApart|Template|NewestFirst|StatusNamed|Coded|InResult|Told|BesideValue|Raised|Underlined|Sound|Below|Experiment|Beside)|__(?:rules|cache|compile|find)__|getRules|ruler2?|lineMax|maxNesting|nesting|inlineMode|backticks(?:Scanned)?|(?:parseLink|normalizeLink|validateLink|skip(?:Empty|Spaces|Chars))\w*|getLines|(?:push)?[pP]ending|scanDelims|blkIndent|bMarks|eMarks|tShift|sCount|bsCount|parentType|listIndent|posMax|tokens_meta|delimiters|pendingLevel|linkLevel|ddIndent)$/;

/**
 * The script with every sign that is not ASCII written as its number, those of regular expressions and templates too, which esbuild would leave:
 * a text in two bytes a sign takes V8 a sixth longer to load.
 * @param {string} text
 */
function inAscii(text) {
  const escaped = /\\[^\n -~]/.exec(text);
  if (escaped) throw new Error(`A backslash stands before ${escaped[0].slice(1)}, which needs none.`);
  return text.replace(/[^\n -~\t]/g, (sign) => {
    const code = sign.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}

/**
 * The bundle, the tables of words that it reads from beside it, and what is in it. Every export of the entry is a plain function at its top level, where Google looks for it; all else
 * is behind `globalName`. `sleeping`: a module whose exports become such functions too, and the entry's export that hands it out once
 * the first of them is called.
 * @param {string} entry
 * @param {string} globalName
 * @param {{ module: string, through: string }} [sleeping]
 * @param {boolean} [isPublished] whether it is for the published add-on, and not for a script bound to a spreadsheet
 */
export async function buildScript(entry, globalName, sleeping, isPublished = false) {
  const options = /** @satisfies {import('esbuild').BuildOptions} */ ({
    entryPoints: [entry],
    bundle: true,
    // Neutral: with the browser platform the Markdown parser's packages expect a document.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // What Google parses: `?.` and `??` stand in many scripts that are pushed as they are written; no class fields (ES2022).
    target: 'es2020',
    supported: { 'regexp-sticky-and-unicode-flags': false },
    define: {
      ADD_ON_VERSION: JSON.stringify(JSON.parse(readFileSync(PACKAGE, 'utf8')).version),
      IS_PUBLISHED: String(isPublished),
    },
    // Google loads the script anew for every edit: as small as it gets.
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    mangleProps: READING_NAMES,
    lineLimit: 1500,
    charset: 'utf8',
    tsconfigRaw: { compilerOptions: { strict: false, verbatimModuleSyntax: true, useDefineForClassFields: false } },
    // The notice says it all in one place.
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
  });
  /** @type {Record<string, object>} */
  const tables = {};
  // Modules that the same calls need are joined to one piece first: a bundle in which each slept by itself would be larger by a hundredth.
  const { metafile, outputFiles } = await build({
    ...options,
    format: 'esm',
    splitting: true,
    outdir: PIECES,
    plugins: [words(tables), split, packages],
  });
  const exportsOf = (/** @type {string | undefined} */ file) =>
    Object.values(metafile.outputs).find(
      ({ entryPoint }) => file && entryPoint && resolve(entryPoint) === resolve(file),
    )?.exports ?? [];
  const [own, slept] = [exportsOf(entry), exportsOf(sleeping?.module)];
  const delegate = (/** @type {string} */ name, /** @type {string} */ owner) =>
    `function ${name}(...a){return ${owner}.${name}(...a)}`;
  const delegates = [
    ...own.filter((name) => name !== sleeping?.through).map((name) => delegate(name, globalName)),
    ...slept.map((name) => delegate(name, `${globalName}.${sleeping?.through}()`)),
  ];
  const bundled = await build({
    ...options,
    entryPoints: [`./${basename(entry, '.ts')}.js`],
    format: 'iife',
    globalName,
    // Said once for the whole script, not in each of its modules.
    banner: { js: '"use strict";' },
    footer: { js: delegates.join('\n') },
    plugins: [joined(new Map(outputFiles.map(({ path, text }) => [path, text])))],
  });
  const notice = noticeOf(metafile);
  const text = inAscii(bundled.outputFiles.map((file) => file.text).join(''));
  checkLines('Code.js', text);
  return { text: notice === '' ? text : `/*\n${notice}*/\n${text}`, tables, metafile };
}
