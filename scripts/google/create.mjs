// npm run create: a new spreadsheet, or an existing one, with a script bound to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runClasp } from './clasp.mjs';
import { hasOwnScript, keepOwnScript, OWN_FILE } from './script-project.mjs';
import { isApiOff, Stop, sentenceFor, wrongSpreadsheetId } from './stop.mjs';

const USAGE = 'npm run create -- [--title TITLE] [--parent SPREADSHEET_ID]';

/** @param {string[]} args */
export async function create(args) {
  const { title, parent } = readArguments(args);
  if (hasOwnScript()) {
    throw new Stop(
      `A script on Google belongs to this folder already: npm run push updates it, and npm run open shows it; delete ${OWN_FILE} first if you want a new one.`,
    );
  }
  // After creating the script clasp pulls it: over our manifest and into `.clasp.json`, were it run here. In an empty folder that is
  // named as the project's there is nothing to overwrite.
  const folder = mkdtempSync(join(tmpdir(), 'kaizen-create-'));
  try {
    // With a type, clasp makes a new file and passes the parent over; without one it binds the script to the parent.
    const where = parent === undefined ? ['--type', 'sheets'] : [`--parentId=${parent}`];
    const { stdout, stderr } = await runClasp(
      ['create-script', '--project', folder, `--title=${title}`, ...where],
      folder,
    );
    // The address is printed as soon as the script is there. Should the pull fail that follows, nothing is lost.
    const scriptId = /script\.google\.com\/d\/([-\w]+)\/edit/.exec(stdout)?.[1];
    if (scriptId === undefined) throw new Stop(whyNot(`${stderr}${stdout}`, parent));
    const spreadsheetId = /drive\.google\.com\/open\?id=([-\w]+)/.exec(stdout)?.[1] ?? parent ?? '';
    keepOwnScript(scriptId, spreadsheetId);
    console.log(`The script is bound to https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`);
    console.log(`Its ID is in ${OWN_FILE}, which is not committed. Next: npm run push`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} printed
 * @param {string | undefined} parent
 */
function whyNot(printed, parent) {
  if (parent !== undefined) return sentenceFor(printed, 'create the script', wrongSpreadsheetId(parent));
  const sentence = sentenceFor(printed, 'create the script');
  // Clasp makes the spreadsheet through Drive, and only then learns that it may not make a script.
  return isApiOff(printed)
    ? `${sentence}\nAn empty spreadsheet may be left at https://docs.google.com/spreadsheets: delete it there.`
    : sentence;
}

/** @param {string[]} args */
function readArguments(args) {
  const { values } = parse(args);
  // People have the spreadsheet's address at hand sooner than its ID.
  const parent = values.parent === undefined ? undefined : /([-\w]{20,})/.exec(values.parent)?.[1];
  if (values.parent !== undefined && parent === undefined) {
    throw new Stop(
      `"${values.parent}" is no spreadsheet's ID: it is the long part between /d/ and /edit in the spreadsheet's address, which https://docs.google.com/spreadsheets leads to.`,
    );
  }
  return { title: values.title, parent };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: { title: { type: 'string', default: 'Kaizen Log' }, parent: { type: 'string' } },
    });
  } catch {
    throw new Stop(`What was asked for is not understood: ${USAGE}`);
  }
}
