// A host that runs a small script written by the test, with what it told.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Host, type HostOptions } from '../../../workbench/host/host.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import type { BookSnapshot, Cell, HostEvent } from '../../../workbench/protocol.ts';

export const SCOPES = ['spreadsheets.currentonly', 'drive.file', 'script.container.ui'];

export interface Project {
  script: string;
  timeZone?: string;
  scopes?: string[];
  pages?: Record<string, string>;
}

/** Writes a script project into a new temporary folder and gives its path. */
export function writeProject({ script, timeZone = 'UTC', scopes = SCOPES, pages = {} }: Project): string {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  const manifest = {
    timeZone,
    oauthScopes: scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
    dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
  };
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'Code.js'), script);
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), html);
  return folder;
}

export function emptyBook(change: Partial<BookSnapshot> = {}): BookSnapshot {
  return { name: 'Bluewater Ferries', locale: 'en_US', timeZone: 'UTC', activeSheet: 0, sheets: [], ...change };
}

/** 2026-03-10, noon in UTC. */
export const NOON = Date.UTC(2026, 2, 10, 12);

export interface Bench {
  host: Host;
  events: HostEvent[];
  logged: string[];
  sheet: number;
  cell: (row: number, column: number) => Cell | undefined;
}

/** A host on an empty book; `run` as the name of a function calls it and gives its result, or throws its message. */
export function benchFor(
  project: Project | string,
  options: Partial<HostOptions> = {},
  book: Partial<BookSnapshot> = {},
): Bench {
  const whole = typeof project === 'string' ? { script: project } : project;
  const store = options.store ?? memoryStore();
  if (!store.loadBook()) store.saveBook(emptyBook(book));
  const events: HostEvent[] = [];
  const logged: string[] = [];
  const host = new Host({
    dist: writeProject(whole),
    now: () => NOON,
    listen: (event) => events.push(event),
    print: (_level, text) => logged.push(text),
    ...options,
    store,
  });
  const sheet = host.snapshot().sheets[0]?.id ?? -1;
  const cell = (row: number, column: number) =>
    host
      .snapshot()
      .sheets.find((one) => one.id === sheet)
      ?.cells.find(([r, c]) => r === row && c === column)?.[2];
  return { host, events, logged, sheet, cell };
}

/** Runs the body of a function against `sheet`, the first sheet, and gives what it returns; throws its message. */
export function evaluate(
  body: string,
  options: Partial<HostOptions> = {},
  book: Partial<BookSnapshot> = {},
  project: Partial<Project> = {},
): unknown {
  const script = `function main() { const sheet = SpreadsheetApp.getActive().getSheets()[0]; ${body} }`;
  const { host } = benchFor({ script, ...project }, options, book);
  const result = host.call('main', []);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
