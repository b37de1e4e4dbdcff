// Puts the tables of words beside the script: Google loads all of the script for every edit, and only a log or a sheet of somebody else
// is read by them. Tables are the modules of folders called `words`, all that these export being data; the script reads the file that
// holds them once the first of them is asked for.
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));

/** The name of the file that the tables stand in, as the script asks for it. */
export const WORDS = 'words';

/** What the script has in place of them: the whole file, read. */
const READ = `export const tables = JSON.parse(HtmlService.createTemplateFromFile('${WORDS}').getRawContent());`;

/**
 * @param {Record<string, object>} tables what each module exports, by its path: filled while the script is built
 * @returns {import('esbuild').Plugin}
 */
export const words = (tables) => ({
  name: 'words',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^tables-of-words$/ }, ({ path }) => ({ path, namespace: 'words' }));
    onLoad({ filter: /./, namespace: 'words' }, () => ({ contents: READ }));
    onLoad({ filter: /[\\/]words[\\/][^\\/]+\.ts$/ }, async ({ path }) => {
      const name = relative(SOURCES, path).split(sep).join('/');
      tables[name] = { ...(await evaluated(path)) };
      const exports = Object.keys(tables[name]).join(', ');
      return { contents: `import { tables } from 'tables-of-words'; export const { ${exports} } = tables['${name}'];` };
    });
  },
});

/**
 * What a module exports that needs nothing but types.
 * @param {string} path
 * @returns {Promise<object>}
 */
export async function evaluated(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
