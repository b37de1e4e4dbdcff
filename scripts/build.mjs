// Builds what Google runs into dist/; with `--workbench` also what runs on this machine, into build/;
// with `--published` dist/ is for the published add-on, and not for a script bound to a spreadsheet.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildConformance } from './build-conformance.mjs';
import { buildScript } from './build-script.mjs';
import { buildServer, buildWeb } from './build-workbench.mjs';
import { noticeOf } from './notice.mjs';
import { checkServedPage, servedScript } from './served-script.mjs';
import { evaluated, WORDS } from './words.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
/** What is in each file of dist/, as esbuild tells it: for the tests and the bench. */
const METAFILES = join(ROOT, 'build/metafiles');
/** @type {string} */
const VERSION = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
/** The only name the bundle puts beside its public functions. */
const BUNDLE_NAME = 'Kzn';

/**
 * dist/: the script, one self-contained file a page, the manifest. Nothing in dist/ changes if anything fails to build.
 * @param {boolean} isPublished
 */
async function buildDist(isPublished) {
  const [sample, script, ...pages] = await Promise.all([
    buildSample(),
    buildScript(
      join(ROOT, 'src/server/entry.ts'),
      BUNDLE_NAME,
      { module: join(ROOT, 'src/server/api.ts'), through: 'pages' },
      isPublished,
    ),
    ...pageNames().map(buildPage),
  ]);
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  mkdirSync(METAFILES, { recursive: true });
  writeFileSync(join(DIST, 'Code.js'), script.text);
  writeFileSync(join(METAFILES, 'Code.js.json'), JSON.stringify(script.metafile));
  for (const { name, html, metafile } of pages) {
    writeFileSync(join(DIST, `${name}.html`), html);
    writeFileSync(join(METAFILES, `${name}.html.json`), JSON.stringify(metafile));
  }
  writeFileSync(join(DIST, 'sample.html'), sample);
  writeFileSync(join(DIST, `${WORDS}.html`), JSON.stringify(script.tables));
  cpSync(join(ROOT, 'appsscript.json'), join(DIST, 'appsscript.json'));
}

/** The sample's text: no page, but no other kind of file can stand beside a script. */
async function buildSample() {
  const { SAMPLE } = /** @type {{ SAMPLE: string }} */ (await evaluated(join(ROOT, 'sample/bakery-log.ts')));
  return SAMPLE;
}

/** What a page's library asks for and the page never uses: maps and their projections, ready-made scales of colours. */
const LEFT_OUT = ['d3-geo', 'd3-scale-chromatic'];

/**
 * Packages that stay out of a page: what they export is there, and does nothing.
 * @type {import('esbuild').Plugin}
 */
const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${LEFT_OUT.join('|')})$`) }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, async ({ path }) => {
      const names = Object.keys(await import(path));
      return { contents: `const none = () => undefined; export { ${names.map((name) => `none as ${name}`)} };` };
    });
  },
};

/** Every folder of src/pages that has a page.html is a page of that name. */
function pageNames() {
  const pages = join(ROOT, 'src/pages');
  return readdirSync(pages, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(pages, entry.name)).includes('page.tsx'))
    .map((entry) => entry.name);
}

/**
 * @param {string} name
 */
async function buildPage(name) {
  const result = await build({
    entryPoints: [join(ROOT, 'src/pages', name, 'page.tsx')],
    bundle: true,
    // The browser platform escapes `</script>` inside strings.
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    minify: true,
    lineLimit: 500,
    charset: 'ascii',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // HtmlService strips what looks like a comment inside template literals.
    supported: { 'template-literal': false },
    define: { VERSION: JSON.stringify(VERSION) },
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [withoutUnused],
    outdir: 'unused',
    metafile: true,
    write: false,
  });
  /** @param {string} ending */
  const text = (ending) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  const { metafile } = result;
  const code = servedScript(text('.js'));
  const html = `<!DOCTYPE html>
<!--
${noticeOf(metafile)}-->
<html lang="en">
<head>
<meta charset="utf-8">
<title>Kaizen Log</title>
<base target="_blank">
<style>${text('.css')}</style>
</head>
<body>
<main id="page" data-view="<?= view ?>" data-spreadsheet="<?= spreadsheet ?>"></main>
<script>${code}</script>
</body>
</html>
`;
  checkServedPage(`${name}.html`, html);
  return { name, html, metafile };
}

const flags = new Set(process.argv.slice(2));
if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const work = [buildDist(flags.has('--published'))];
  if (flags.has('--workbench')) work.push(buildServer(), buildWeb(), buildConformance());
  else if (flags.has('--workbench-host')) work.push(buildServer());
  try {
    await Promise.all(work);
  } catch (error) {
    // What esbuild finds wrong it has printed already.
    if (!(error instanceof Error && 'errors' in error))
      console.error(`Nothing was built: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
