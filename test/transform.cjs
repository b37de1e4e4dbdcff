// Runs TypeScript under jest: each test with all that it imports of the project in one script, as the add-on and the workbench run. A call from
// one of jest's modules to another costs up to twice as much.
const { buildSync, transformSync } = require('esbuild');
const { randomUUID } = require('node:crypto');
const { dependencies, devDependencies } = require('../package.json');

/** They are asked thousands of times, or ship ES modules only, which jest does not load. */
const TAKEN_IN = ['fast-check', 'markdown-it'];
const external = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !TAKEN_IN.includes(name));

const options = {
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Of the test itself: what it imports names folders from the project's.
  define: { 'import.meta.dirname': '__dirname' },
};

module.exports = {
  process(source, file) {
    // What jest starts with: set-ups and reporters.
    if (!file.endsWith('.test.ts')) return transformSync(source, { ...options, loader: 'ts', sourcefile: file });
    const { outputFiles } = buildSync({
      ...options,
      entryPoints: [file],
      bundle: true,
      platform: 'node',
      external,
      outfile: file,
      write: false,
    });
    return { code: outputFiles[0].text };
  },

  // What went into it, nobody knows here: it is made anew.
  getCacheKey: () => randomUUID(),
};
