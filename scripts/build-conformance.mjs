// Builds the conformance specification as a script project of its own, into build/conformance/.
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

/** build/conformance/: the script, its pages, its manifest. A `.clasp.json` that is there stays. */
export async function buildConformance() {
  const script = await buildScript(join(SOURCE, 'index.ts'), 'Conformance');
  mkdirSync(OUT, { recursive: true });
  for (const name of readdirSync(OUT)) if (name !== '.clasp.json') rmSync(join(OUT, name), { recursive: true });
  writeFileSync(join(OUT, 'Code.js'), script);
  for (const [name, html] of Object.entries(PAGES)) writeFileSync(join(OUT, `${name}.html`), html);
  cpSync(join(SOURCE, 'appsscript.json'), join(OUT, 'appsscript.json'));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await buildConformance();
    console.log('The script project is in build/conformance: CONTRIBUTING.md says how to run it on Google.');
  } catch {
    // esbuild has already printed what is wrong and where.
    process.exitCode = 1;
  }
}
