// Runs a TypeScript file of this project: node scripts/run.mjs FILE [ARGUMENTS]
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node scripts/run.mjs FILE [ARGUMENTS]');
  process.exit(1);
}
const outfile = join(fileURLToPath(new URL('..', import.meta.url)), 'build/run', file.replace(/\.ts$/, '.mjs'));
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
process.argv.splice(1, 2, outfile);
await import(pathToFileURL(outfile).href);
