// Builds the conformance specification as a script project of its own: node scripts/build-conformance.mjs [SCRIPT_ID [FOLDER]]
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildScript } from './build-script.mjs';
import { checkServedPage, servedScript } from './served-script.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'test/conformance/script');
const OUT = join(ROOT, 'build/conformance');
/** Pages that the specification reads. */
const PAGES = {
  plain: '<p>A plain page</p>\n',
  greeting: '<p>Hello, <?= value ?></p>\n',
};

/**
 * The script, its pages and its manifest. A `.clasp.json` that is there stays; with a script ID it is written, so that clasp
 * pushes the folder to that script.
 * @param {string} [scriptId]
 * @param {string} [folder]
 */
export async function buildConformance(scriptId, folder = OUT) {
  const [script, page] = await Promise.all([buildScript(join(SOURCE, 'index.ts'), 'Conformance'), buildPage()]);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name !== '.clasp.json') rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'Code.js'), script.text);
  for (const [name, html] of Object.entries({ ...PAGES, page })) writeFileSync(join(folder, `${name}.html`), html);
  cpSync(join(SOURCE, 'appsscript.json'), join(folder, 'appsscript.json'));
  if (scriptId === undefined) return;
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: '.' }));
}

/** The page that tries google.script.run. */
async function buildPage() {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'test/conformance/page/page.ts')],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    minifyWhitespace: true,
    charset: 'ascii',
    // HtmlService strips what looks like a comment inside template literals.
    supported: { 'template-literal': false },
    logLevel: 'warning',
    write: false,
  });
  const script = servedScript(outputFiles.map(({ text }) => text).join(''));
  const html = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Conformance in a page</title></head>
<body>
<form hidden><input name="boat" value="Gull"><input name="port"></form>
<pre id="report">Running …</pre>
<script>${script}</script>
</body>
</html>
`;
  checkServedPage('page.html', html);
  return html;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await buildConformance(...process.argv.slice(2));
    console.log('The script project is built: CONTRIBUTING.md says how to run it on Google.');
  } catch {
    // esbuild has already printed what is wrong and where.
    process.exitCode = 1;
  }
}
