// Which script on Google belongs to this folder.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './clasp.mjs';
import { Stop } from './stop.mjs';

/**
 * The ID of somebody's own script stands in a file of its own that git ignores, and clasp is pointed at it (`--project`).
 * `.clasp.json`, where clasp looks by itself, is part of the repository: it holds no ID, so that `clasp show-file-status` works in a fresh
 * clone, `git status` stays clean, and nobody's ID is committed by accident.
 */
export const OWN_FILE = '.clasp.local.json';
const PATH = join(ROOT, OWN_FILE);
const TEMPLATE = join(ROOT, '.clasp.json');

/** The arguments that point clasp at the script of this folder. */
export const ON_OWN_SCRIPT = ['--project', PATH];

/** The script that belongs to this folder; `parentId` is its spreadsheet, where that is known. */
export function ownScript() {
  const { scriptId, parentId } = existsSync(PATH) ? readOwnFile() : {};
  if (typeof scriptId !== 'string' || scriptId === '' || scriptId === placeholder()) {
    throw new Stop(
      `No script on Google belongs to this folder yet: run npm run create, or, for a script that is there already, copy .clasp.json to ${OWN_FILE} and put in the ID from the script's project settings, which https://script.google.com/home leads to.`,
    );
  }
  return { scriptId, parentId: typeof parentId === 'string' ? parentId : undefined };
}

/** True if a script was created from here, or its ID put in. */
export const hasOwnScript = () => existsSync(PATH);

/**
 * Keeps what clasp needs to know, and what `npm run open` opens.
 * @param {string} scriptId
 * @param {string} parentId
 */
export function keepOwnScript(scriptId, parentId) {
  const { rootDir } = JSON.parse(readFileSync(TEMPLATE, 'utf8'));
  writeFileSync(PATH, `${JSON.stringify({ scriptId, rootDir, parentId }, undefined, 2)}\n`);
}

/** @returns {{ scriptId?: unknown, parentId?: unknown }} */
function readOwnFile() {
  try {
    return JSON.parse(readFileSync(PATH, 'utf8'));
  } catch {
    throw new Stop(`${OWN_FILE} cannot be read as JSON: mend it after the example of .clasp.json, or delete it.`);
  }
}

function placeholder() {
  return JSON.parse(readFileSync(TEMPLATE, 'utf8')).scriptId;
}
