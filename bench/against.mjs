// A built checkout of another version, measured beside this one in the same run: `--against FOLDER`.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * @typedef {object} Side
 * @property {string} name how tables call it
 * @property {string} folder
 */

/** From where npm was called: that is what a relative FOLDER is relative to. */
const CALLED_FROM = process.env.INIT_CWD ?? '.';

/**
 * What `--against` among these arguments names, as a full path; undefined without it. Throws in one sentence if nothing is built there.
 * @param {readonly string[]} args
 */
export function otherFolder(args = process.argv.slice(2)) {
  const at = args.indexOf('--against');
  if (at < 0) return undefined;
  const folder = resolve(CALLED_FROM, args[at + 1] ?? '');
  if (!existsSync(join(folder, 'dist/Code.js'))) {
    throw new Error(
      `There is no built checkout in ${folder}: run npm ci and npm run build -- --workbench there first.`,
    );
  }
  return folder;
}

/**
 * This checkout, and the other one if there is one.
 * @returns {Side[]}
 */
export function sides() {
  const other = otherFolder();
  const own = { name: 'here', folder: resolve(process.cwd()) };
  return other === undefined ? [own] : [own, { name: basename(other), folder: other }];
}

/**
 * The code of modules of a checkout in one file. `modules` lists for each the places where versions have it; the first that is there counts.
 * @param {string} folder
 * @param {readonly (readonly string[])[]} modules
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string>}
 */
export async function bundled(folder, modules, options) {
  const files = modules.map((places) => {
    const place = places.find((path) => existsSync(join(folder, path)));
    if (place === undefined) throw new Error(`${folder} has none of ${places.join(', ')}.`);
    return place;
  });
  const contents = files.map((file) => `export * from ${JSON.stringify(`./${file}`)};`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    ...options,
    write: false,
  });
  return outputFiles?.[0]?.text ?? '';
}

/**
 * What those modules export, loaded here.
 * @param {string} folder
 * @param {readonly (readonly string[])[]} modules
 * @param {import('esbuild').BuildOptions} [options]
 */
export async function loaded(folder, modules, options) {
  const work = mkdtempSync(join(tmpdir(), 'kaizen-bench-'));
  try {
    const file = join(work, 'bundle.mjs');
    writeFileSync(file, await bundled(folder, modules, { ...options, format: 'esm' }));
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/**
 * Times of the sides beside each other, with the other's share of ours: above 1 this checkout is faster.
 * @param {readonly Side[]} all
 * @param {readonly Record<string, number>[]} times milliseconds by what was measured, for each side
 * @returns {Record<string, Record<string, string>>} rows for console.table
 */
export function besideEachOther(all, times) {
  const [own = {}, other] = times;
  return Object.fromEntries(
    Object.entries(own).map(([what, time]) => {
      const row = Object.fromEntries(all.map(({ name }, index) => [name, times[index]?.[what]?.toFixed(2) ?? '']));
      const ratio = other?.[what] === undefined ? {} : { ratio: (other[what] / time).toFixed(2) };
      return [what, { ...row, ...ratio }];
    }),
  );
}
