// Builds the workbench: the server for Node and the page for the browser, into build/workbench/.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'build/workbench');

/** build/workbench/main.js and host-worker.js. Packages are left to node_modules. */
export async function buildServer() {
  await build({
    entryPoints: [
      join(ROOT, 'workbench/main.ts'),
      join(ROOT, 'workbench/host-worker.ts'),
      join(ROOT, 'workbench/roundtrip.ts'),
    ],
    outdir: OUT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    charset: 'utf8',
    logLevel: 'warning',
  });
}

/** How 70 languages break words, which Univer needs in text documents only: half of the page, and parsed at each start. */
const withoutHyphenation = {
  name: 'without hyphenation',
  /** @param {import('esbuild').PluginBuild} build */
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ kind, importer }) =>
      kind === 'dynamic-import' && importer.includes('engine-render')
        ? { path: 'no-patterns', namespace: 'hyphenation' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'hyphenation' }, () => ({ contents: 'export {}' }));
  },
};

/** build/workbench/web/: the page, and the script that is put before every page of the add-on. */
export async function buildWeb() {
  const out = join(OUT, 'web');
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: {
      page: join(ROOT, 'workbench/web/page.ts'),
      'frame-shim': join(ROOT, 'workbench/web/frames/shim.ts'),
    },
    outdir: out,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
    plugins: [withoutHyphenation],
    logLevel: 'warning',
  });
  copyFileSync(join(ROOT, 'workbench/web/index.html'), join(out, 'index.html'));
}
