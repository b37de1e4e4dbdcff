// Runs TypeScript and ESM-only packages under jest.
const { transformSync } = require('esbuild');
const { extname } = require('node:path');

const loaders = { '.ts': 'ts', '.tsx': 'tsx', '.js': 'js', '.mjs': 'js' };

module.exports = {
  process: (source, file) =>
    transformSync(source, {
      loader: loaders[extname(file)],
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      sourcefile: file,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      define: { 'import.meta.dirname': '__dirname' },
    }),
};
