// The script project as it was built: scripts, pages and manifest, read again whenever a file has changed.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { readScript } from './script-syntax.ts';

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

export class ScriptProject {
  readonly #folder: string;
  #version = '';
  #loaded: LoadedScripts | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The compiled scripts and the manifest. Throws in one sentence if the folder is not a built script project, and a
   *  SyntaxError with file and line for syntax that Apps Script cannot read. */
  load(): LoadedScripts {
    if (!existsSync(this.#folder)) throw new Error(`The built add-on ${this.#folder} is missing: build it first.`);
    const names = readdirSync(this.#folder).filter((name) => /\.(?:js|gs)$/.test(name)).sort();
    const stamp = (name: string) => {
      const file = statSync(join(this.#folder, name), { throwIfNoEntry: false });
      return `${name} ${file?.mtimeMs} ${file?.size}`;
    };
    const version = [...names, 'appsscript.json'].map(stamp).join('\n');
    if (this.#loaded && version === this.#version) return this.#loaded;
    const functions = new Set<string>();
    const scripts = names.map((name) => {
      const source = readFileSync(join(this.#folder, name), 'utf8');
      for (const declared of readScript(name, source).functions) functions.add(declared);
      return new Script(source, { filename: name });
    });
    this.#loaded = { scripts, functions, manifest: readManifest(join(this.#folder, 'appsscript.json')) };
    this.#version = version;
    return this.#loaded;
  }

  /** The text of a page, named with or without `.html`; undefined if there is none. Names never lead out of the folder. */
  page(name: string): string | undefined {
    const file = join(this.#folder, `${name.replace(/\.html$/, '')}.html`);
    if (name.split(/[\\/]/).includes('..') || !existsSync(file)) return undefined;
    return readFileSync(file, 'utf8');
  }
}
