// npm run release:folder: what is built, as a folder whose files are pasted into the script editor by hand, and what the Marketplace asks for.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from './clasp.mjs';
import { writeListing } from './listing.mjs';
import { answersOf, BLANKS, missingIn, terminal } from './publisher.mjs';

/** Writes the folder from dist/ and returns its path; a folder of the same version is replaced. */
export function writeReleaseFolder() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const folder = join(ROOT, 'build/release', `kaizen-log-${version}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The editor shows scripts as .gs, so they are named as people will see them.
  for (const name of readdirSync(join(ROOT, 'dist'))) {
    cpSync(join(ROOT, 'dist', name), join(folder, name.replace(/\.js$/, '.gs')));
  }
  cpSync(join(ROOT, 'docs/install-by-hand.md'), join(folder, 'INSTALL.md'));
  return folder;
}

/** What the command was given; ends it with a sentence where that is none of the options. @param {Record<string, { type: 'string' }>} options */
function givenIn(options) {
  try {
    return /** @type {Record<string, string | undefined>} */ (parseArgs({ options }).values);
  } catch (error) {
    console.error(`No listing for the Marketplace was written: ${error instanceof Error ? error.message : error}`);
    return process.exit(1);
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(`Ready to paste, INSTALL.md in it says how: ${relative(ROOT, writeReleaseFolder())}`);
  /** @type {Record<string, { type: 'string' }>} */
  const options = Object.fromEntries(BLANKS.map(({ key }) => [key, { type: 'string' }]));
  const answers = await answersOf(ROOT, givenIn(options), terminal());
  const missing = missingIn(answers);
  console.log(
    missing.length === 0
      ? `For the Marketplace, held against its rules: ${relative(ROOT, writeListing(ROOT, answers))}`
      : `No listing for the Marketplace was written, since its texts leave open what nobody said in the form that is asked for: run the command in a terminal, which asks, or with ${missing.join(', ')} behind it.`,
  );
}
