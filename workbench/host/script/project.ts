// The script project as it was built: scripts, pages and manifest, read again whenever a file has changed.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { readScript } from './syntax.ts';

export interface Manifest {
  timeZone: string;
  scopes: readonly string[];
  /** Identifiers of the enabled advanced services, such as `Drive`. */
  advancedServices: readonly string[];
}

export interface LoadedScripts {
  scripts: readonly Script[];
  /** Names of the top-level functions. */
  functions: ReadonlySet<string>;
  manifest: Manifest;
}

interface ManifestFile {
  timeZone?: string;
  oauthScopes?: string[];
  dependencies?: { enabledAdvancedServices?: { userSymbol?: string; serviceId?: string; version?: string }[] };
}

const SCOPE_START = 'https://www.googleapis.com/auth/';

function readManifest(file: string): Manifest {
  let content: ManifestFile;
  try {
    content = JSON.parse(readFileSync(file, 'utf8')) as ManifestFile;
  } catch {
    throw new Error(`The manifest ${file} is missing or is no JSON: build the add-on again.`);
  }
  return {
    timeZone: content.timeZone ?? 'America/New_York',
    scopes: (content.oauthScopes ?? []).map((scope) => (scope.startsWith(SCOPE_START) ? scope : SCOPE_START + scope)),
    advancedServices: (content.dependencies?.enabledAdvancedServices ?? []).map((service) => service.userSymbol ?? ''),
  };
}

interface CompiledFile {
  stamp: string;
  script: Script;
  functions: ReadonlySet<string>;
}

/** By path: every host of this process shares them, since reading a large script takes longer than running it. */
const compiled = new Map<string, CompiledFile>();

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return `${stat?.mtimeMs} ${stat?.size} ${stat?.ino}`;
}

function compile(file: string): CompiledFile {
  const stamp = stampOf(file);
  const known = compiled.get(file);
  if (known?.stamp === stamp) return known;
  const source = readFileSync(file, 'utf8');
  const { functions } = readScript(basename(file), source);
  const fresh = { stamp, script: new Script(source, { filename: basename(file) }), functions };
  compiled.set(file, fresh);
  return fresh;
}

export class ScriptProject {
  readonly #folder: string;
  #manifest: { stamp: string; content: Manifest } | undefined;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  /** The compiled scripts and the manifest. Throws in one sentence if the folder is not a built script project, and a
   *  SyntaxError with file and line for syntax that Apps Script cannot read. */
  load(): LoadedScripts {
    if (!existsSync(this.#folder)) throw new Error(`The built add-on ${this.#folder} is missing: build it first.`);
    const names = readdirSync(this.#folder).filter((name) => /\.(?:js|gs)$/.test(name));
    const files = names.sort().map((name) => compile(join(this.#folder, name)));
    const file = join(this.#folder, 'appsscript.json');
    const stamp = stampOf(file);
    if (this.#manifest?.stamp !== stamp) this.#manifest = { stamp, content: readManifest(file) };
    return {
      scripts: files.map(({ script }) => script),
      functions: new Set(files.flatMap(({ functions }) => [...functions])),
      manifest: this.#manifest.content,
    };
  }

  /** The text of a page, named with or without `.html`; undefined if there is none. Names never lead out of the folder. */
  page(name: string): string | undefined {
    const file = join(this.#folder, `${name.replace(/\.html$/, '')}.html`);
    if (name.split(/[\\/]/).includes('..') || !existsSync(file)) return undefined;
    return readFileSync(file, 'utf8');
  }
}
