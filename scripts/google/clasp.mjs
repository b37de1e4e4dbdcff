// Runs clasp, Google's command line tool, and other programs: always with a list of arguments, never through a shell.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop, sentenceFor } from './stop.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLASP = createRequire(import.meta.url).resolve('@google/clasp');

/**
 * What clasp printed; nobody is asked anything. `folder` is where it runs and what its files are looked for in.
 * @param {string[]} args
 * @param {string} folder
 * @returns {Promise<{ ok: boolean, stdout: string, stderr: string }>}
 */
export function runClasp(args, folder) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [CLASP, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = { stdout: '', stderr: '' };
    for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
      child[name].setEncoding('utf8').on('data', (text) => {
        printed[name] += text;
      });
    }
    child.once('error', failed);
    child.once('close', (code) => done({ ok: code === 0, ...printed }));
  });
}

/**
 * Clasp's answer as data. A failure of clasp may end with exit code 0, so only an answer that can be read counts as success.
 * @param {string[]} args
 * @param {string} action what is tried, as it follows "could not"
 * @param {string} [wrongId] what to say if Google does not know the ID
 * @returns {Promise<any>}
 */
export async function askClasp(args, action, wrongId) {
  const { ok, stdout, stderr } = await runClasp([...args, '--json'], ROOT);
  if (!ok) throw new Stop(sentenceFor(stderr, action, wrongId));
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Stop(sentenceFor(`${stderr}\n${stdout}`, action, wrongId));
  }
}

/**
 * Runs clasp in the person's own terminal, where it can ask and open the browser.
 * @param {string[]} args
 */
export const showClasp = (args) => show(process.execPath, [CLASP, ...args]);

/**
 * Runs npm, the very one that runs us: on Windows the command `npm` starts only through a shell.
 * @param {string[]} args
 */
export function showNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new Stop('This command runs through npm: npm run and its name, as README.md says.');
  return show(process.execPath, [npm, ...args]);
}

/**
 * Builds dist/ from what is in src/ now.
 * @param {string[]} flags
 */
export const showBuild = (flags) => show(process.execPath, [join(ROOT, 'scripts/build.mjs'), ...flags]);

/**
 * True if the program ended well.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
function show(program, args) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit' });
    child.once('error', failed);
    child.once('close', (code) => done(code === 0));
  });
}
