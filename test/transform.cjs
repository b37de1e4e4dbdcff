// Runs TypeScript under jest: each test with all that it imports of the project in one script, as the add-on and the workbench run. A call from
// one of jest's modules to another costs up to twice as much.
const { buildSync, transformSync } = require('esbuild');
const { createHash } = require('node:crypto');
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

function scriptOf(source, file) {
  // What jest starts with: set-ups and reporters.
  if (!file.endsWith('.test.ts')) return transformSync(source, { ...options, loader: 'ts', sourcefile: file }).code;
  const { outputFiles } = buildSync({
    ...options,
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    external,
    outfile: file,
    write: false,
  });
  return outputFiles[0].text;
}

/** What jest has asked the key of, and asks for next where nothing is kept under that. */
let asked = { file: '', code: '' };

module.exports = {
  /** By all that went into it: what a test imports changes without the test. */
  getCacheKey(source, file) {
    asked = { file, code: scriptOf(source, file) };
    return createHash('sha256').update(asked.code).digest('hex');
  },

  process: (source, file) => ({ code: asked.file === file ? asked.code : scriptOf(source, file) }),
};
