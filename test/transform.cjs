// Runs TypeScript and ESM-only packages under jest.
const { buildSync, transformSync, version } = require('esbuild');
const { createHash, randomUUID } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { extname } = require('node:path');

const loaders = { '.ts': 'ts', '.tsx': 'tsx', '.js': 'js', '.mjs': 'js' };

const common = {
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  define: { 'import.meta.dirname': '__dirname' },
};

/** Tests of thousands of cases, which run in one script as the add-on does: a call from one of jest's modules to another costs twice as much. */
const isOfMany = (file) => file.endsWith('.property.test.ts');

const own = createHash('sha256').update(readFileSync(__filename)).update(version).digest('hex');

module.exports = {
  process(source, file) {
    if (!isOfMany(file))
      return transformSync(source, {
        ...common,
        loader: loaders[extname(file)],
        sourcefile: file,
        jsx: 'automatic',
        jsxImportSource: 'preact',
      });
    const { outputFiles } = buildSync({
      ...common,
      entryPoints: [file],
      bundle: true,
      platform: 'node',
      external: ['@jest/globals'],
      write: false,
    });
    return { code: outputFiles[0].text };
  },

  // Of a bundle nobody knows here what went into it.
  getCacheKey: (source, file, { configString }) =>
    isOfMany(file)
      ? randomUUID()
      : createHash('sha256').update(own).update(configString).update(file).update('\0').update(source).digest('hex'),
};
