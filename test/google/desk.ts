// A person's desk for the commands that go to Google: a copy of the project, a home directory, and clasp itself.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll } from '@jest/globals';
import { copyProject, NPM, removeCopy } from '../project-copy.ts';
import { SCRIPT_ID, SPREADSHEET_ID } from './google-stand-in.ts';

/** Lines a command prints, and how it ended. */
export interface Ended {
  code: number | null;
  out: string;
  error: string;
}

/** Where the ID of somebody's own script stands. */
export const OWN_FILE = '.clasp.local.json';

export const ONE_SENTENCE_WITH_A_LINK = /^[^\n]*https:\/\/[^\n]*\.\n$/;

const desks: Desk[] = [];
afterAll(() => {
  for (const desk of desks) desk.leave();
});

export class Desk {
  readonly folder = copyProject();
  readonly #home = join(this.folder, 'home');
  readonly #env: Record<string, string>;

  /** `google`: the address of what stands in for Google; without it nothing can be reached. */
  constructor(google = 'http://127.0.0.1:9') {
    desks.push(this);
    mkdirSync(this.#home);
    this.#env = {
      PATH: process.env.PATH ?? '',
      HOME: this.#home,
      USERPROFILE: this.#home,
      STAND_IN_FOR_GOOGLE: google,
      NODE_OPTIONS: `--import=${resolve('test/google/redirect.mjs')}`,
      npm_execpath: resolve('test/google/npm-stand-in.mjs'),
      REAL_NPM: NPM,
      npm_config_update_notifier: 'false',
      NPM_ASKED: join(this.folder, 'npm-asked'),
      CHECK_ENDS_WITH: '0',
    };
  }

  /** Runs a command as `npm run` does; `listen` hears what it prints meanwhile. */
  run(args: string[], { checkEndsWith = 0, listen = (_: string) => {} } = {}): Promise<Ended> {
    const child = spawn(process.execPath, [join(this.folder, 'scripts/google/main.mjs'), ...args], {
      cwd: this.folder,
      env: { ...this.#env, CHECK_ENDS_WITH: String(checkEndsWith) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended: Ended = { code: null, out: '', error: '' };
    child.stdout.on('data', (chunk) => {
      ended.out += chunk;
      listen(ended.out);
    });
    child.stderr.on('data', (chunk) => {
      ended.error += chunk;
    });
    return new Promise((done) => {
      child.once('close', (code) => done({ ...ended, code }));
    });
  }

  /** Puts in the ID of the stand-in's script. */
  bind(): void {
    this.write(OWN_FILE, JSON.stringify({ scriptId: SCRIPT_ID, rootDir: 'dist', parentId: SPREADSHEET_ID }));
  }

  logIn(): void {
    const login = {
      client_id: 'c',
      client_secret: 's',
      type: 'authorized_user',
      refresh_token: 'r',
      access_token: 'a',
    };
    writeFileSync(join(this.#home, '.clasprc.json'), JSON.stringify({ tokens: { default: login } }));
  }

  get isLoggedIn(): boolean {
    return existsSync(join(this.#home, '.clasprc.json'));
  }

  get asked(): string {
    return this.has('npm-asked') ? this.read('npm-asked') : '';
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  leave(): void {
    removeCopy(this.folder);
  }
}
