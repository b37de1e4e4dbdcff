// Bundles a script project's TypeScript into the one file that Apps Script runs.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { noticeOf } from './notice.mjs';
import { packages } from './packages.mjs';
import { checkLines } from './served-script.mjs';

const PACKAGE = new URL('../package.json', import.meta.url);

/**
 * The bundle and what is in it. Every export of the entry is a plain function at its top level, where Google looks for it; all else
 * is behind `globalName`. `sleeping`: a module whose exports become such functions too, and the entry's export that hands it out once
 * the first of them is called.
 * @param {string} entry
 * @param {string} globalName
 * @param {{ module: string, through: string }} [sleeping]
 * @param {boolean} [isPublished] whether it is for the published add-on, and not for a script bound to a spreadsheet
 */
export async function buildScript(entry, globalName, sleeping, isPublished = false) {
  /** @type {import('esbuild').BuildOptions} */
  const options = {
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
    lineLimit: 1000,
    charset: 'utf8',
    // Said once for the whole script, not in each of its modules.
    banner: { js: '"use strict";' },
    tsconfigRaw: { compilerOptions: { strict: false, verbatimModuleSyntax: true, useDefineForClassFields: false } },
    // The notice says it all in one place.
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [packages],
  };
  // esbuild lists an entry's exports for the ESM format only.
  const exportsOf = async (/** @type {string} */ file) => {
    const { metafile } = await build({ ...options, entryPoints: [file], format: 'esm', metafile: true, write: false });
    return Object.values(metafile.outputs).flatMap((output) => output.exports);
  };
  const [own, slept] = await Promise.all([exportsOf(entry), sleeping === undefined ? [] : exportsOf(sleeping.module)]);
  const delegate = (/** @type {string} */ name, /** @type {string} */ owner) =>
    `function ${name}(...a){return ${owner}.${name}(...a)}`;
  const delegates = [
    ...own.filter((name) => name !== sleeping?.through).map((name) => delegate(name, globalName)),
    ...slept.map((name) => delegate(name, `${globalName}.${sleeping?.through}()`)),
  ];
  const bundled = await build({
    ...options,
    format: 'iife',
    globalName,
    footer: { js: delegates.join('\n') },
    metafile: true,
    write: false,
  });
  const { metafile } = bundled;
  const notice = noticeOf(metafile);
  const text = bundled.outputFiles.map((file) => file.text).join('');
  checkLines('Code.js', text);
  return { text: notice === '' ? text : `/*\n${notice}*/\n${text}`, metafile };
}
