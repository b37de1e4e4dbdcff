// Builds the conformance specification as a script project of its own: node scripts/build-conformance.mjs [SCRIPT_ID [FOLDER]]
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildScript } from './build-script.mjs';

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
  const script = await buildScript(join(SOURCE, 'index.ts'), 'Conformance');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name !== '.clasp.json') rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'Code.js'), script);
  for (const [name, html] of Object.entries(PAGES)) writeFileSync(join(folder, `${name}.html`), html);
  cpSync(join(SOURCE, 'appsscript.json'), join(folder, 'appsscript.json'));
  if (scriptId === undefined) return;
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: '.' }));
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
