// What a bundle must say about the packages in it: their names, versions, licences and copyrights, and the licences' terms.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Licences that ask for nothing but to be named along with the code. */
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause'];

/** How their terms begin. */
const TERMS = /^[ \t]*(?:Permission|Redistribution) /m;

/**
 * The notice for a bundle that holds the packages of these files; '' if it holds none. Throws if one of them may not be shipped.
 * @param {import('esbuild').Metafile} metafile
 */
export function noticeOf(metafile) {
  /** @type {Map<string, { terms: string, packages: string[] }>} */
  const groups = new Map();
  for (const folder of packageFolders(metafile)) {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    if (!ALLOWED.includes(license))
      throw new Error(`${name} has the licence ${license}: only ${ALLOWED} may be shipped.`);
    const { copyright, terms } = licenceOf(folder, name);
    const key = terms.replace(/\W+/g, ' ');
    const group = groups.get(key) ?? { terms, packages: [] };
    groups.set(key, group);
    group.packages.push(`${name} ${version} (${license}): ${copyright}`);
  }
  if (groups.size === 0) return '';
  const parts = [...groups.values()].map(({ terms, packages }) => `${packages.join('\n')}\n\n${terms}`);
  return `This file contains packages by others, under the terms that follow them.\n\n${parts.join('\n\n')}\n`;
}

/**
 * The folders of the packages of which something is in the bundle, sorted.
 * @param {import('esbuild').Metafile} metafile
 */
function packageFolders({ outputs }) {
  const used = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(used)].sort();
}

/**
 * The copyright line and the terms, a line a paragraph.
 * @param {string} folder
 * @param {string} name
 */
function licenceOf(folder, name) {
  const file = readdirSync(join(ROOT, folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(ROOT, folder, file), 'utf8');
  const start = text.search(TERMS);
  const copyright = /^\s*(copyright .*)$/im.exec(text.slice(0, start))?.[1]?.trim();
  if (start < 0 || copyright === undefined)
    throw new Error(`${name} has no licence file with a copyright line and terms.`);
  const paragraphs = text
    .slice(start)
    .trim()
    .split(/\r?\n\s*\r?\n/);
  const terms = paragraphs.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).join('\n\n');
  return { copyright, terms };
}
