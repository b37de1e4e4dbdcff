// What Google pays before any function can run: the script is evaluated anew for every call.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { type AnyNode, parse } from 'acorn';
import { BUNDLES, bundleText, bytesBySource, evaluatedWith } from '../test/bundles.ts';
import { median } from './statistics.ts';

export interface Load {
  /** Bytes of each file in dist/. */
  sizes: Record<string, number>;
  functions: number;
  /** Milliseconds, medians. */
  plain: number;
  evaluated: number;
  untilEdit: number;
  untilRows: number;
  untilPage: number;
  /**
   * Bytes of source in the bundle: all, those evaluated when it is loaded, those that onEdit needs for a sheet of somebody's own, and those
   * for one of the register's rows.
   */
  bytes: { all: number; atLoad: number; forEdit: number; forRows: number };
}

/** What evaluating the script takes, in milliseconds, medians. */
export type LoadTimes = Pick<Load, 'evaluated' | 'untilEdit' | 'untilRows' | 'untilPage'>;

const ROUNDS = 31;

function scriptsOf(code: string): Record<keyof LoadTimes, string> {
  return {
    evaluated: code,
    // An edit of a sheet that is not the register's: onEdit has begun and leaves at once.
    untilEdit: `${code}\nonEdit({ range: { getSheet: () => ({ getName: () => 'Elsewhere' }) } });`,
    // One of the header row, in which nothing is to be kept: all that keeps rows has started.
    untilRows: `${code}\nonEdit({ range: { getSheet: () => ({ getName: () => 'Experiments' }), getRow: () => 1, getLastRow: () => 1 } });`,
    // Without Google's services it ends at the first of them, which is after everything behind the pages was started.
    untilPage: `${code}\nreadPortfolio();`,
  };
}

/** What a spreadsheet's properties hold whose sheets have their usual names. */
const NOTHING_KEPT = { getDocumentProperties: () => ({ getProperty: () => null, getProperties: () => ({}) }) };

/** Medians of evaluating each of the scripts; they take turns, so that whatever else the machine does hits all of them. */
function evaluateInTurns<Name extends string>(scripts: Record<Name, string>): Record<Name, number> {
  const names = Object.keys(scripts) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      const context = createContext({ console: { error: () => undefined }, PropertiesService: NOTHING_KEPT });
      // Another text each time: the engine would otherwise take the compiled script from its cache.
      const text = `${scripts[name]}\n// ${name} ${round}`;
      const start = performance.now();
      new Script(text).runInContext(context);
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

/** Measures loading, and beside it that of the script in `other`, the folder of another checkout's dist. */
export function measureLoad(other?: string): { load: Load; other?: LoadTimes } {
  const code = bundleText('Code.js');
  const functions = countFunctions(code);
  const theirs = other === undefined ? undefined : scriptsOf(readFileSync(join(other, 'Code.js'), 'utf8'));
  const { plain, evaluated, untilEdit, untilRows, untilPage, ...beside } = evaluateInTurns<string>({
    plain: plainScript(code.length, functions),
    ...scriptsOf(code),
    ...(theirs && Object.fromEntries(Object.entries(theirs).map(([name, text]) => [`other ${name}`, text]))),
  }) as Record<'plain' | keyof LoadTimes, number> & Record<string, number>;
  const otherTime = (name: keyof LoadTimes) => beside[`other ${name}`] ?? Number.NaN;
  const bytes = bytesBySource('Code.js');
  const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + (bytes.get(path) ?? 0), 0);
  const atLoad = evaluatedWith('src/server/entry.ts');
  const triggers = evaluatedWith('src/server/rows/triggers.ts');
  const load = {
    sizes: Object.fromEntries(BUNDLES.map((name) => [name, statSync(`dist/${name}`).size])),
    functions,
    plain,
    evaluated,
    untilEdit,
    untilRows,
    untilPage,
    bytes: {
      all: sum(bytes.keys()),
      atLoad: sum(atLoad),
      forEdit: sum(new Set([...atLoad, ...triggers])),
      forRows: sum(new Set([...atLoad, ...triggers, ...evaluatedWith('src/server/rows/edits.ts')])),
    },
  };
  if (theirs === undefined) return { load };
  const times = {
    evaluated: otherTime('evaluated'),
    untilEdit: otherTime('untilEdit'),
    untilRows: otherTime('untilRows'),
    untilPage: otherTime('untilPage'),
  };
  return { load, other: times };
}

/** A script of about this length that declares this many functions and does nothing else. */
function plainScript(length: number, functions: number): string {
  const statement = '  { const text = a.length > b ? a.slice(b) : "nothing at all"; }\n';
  const frame = 'function plain0000(a, b) {\n}\n'.length;
  const body = statement.repeat(Math.max(1, Math.round((length / functions - frame) / statement.length)));
  let script = '';
  for (let number = 0; script.length < length; number++) script += `function plain${number}(a, b) {\n${body}}\n`;
  return script;
}

function countFunctions(code: string): number {
  let count = 0;
  const visit = (node: AnyNode) => {
    if (/Function/.test(node.type)) count++;
    for (const part of Object.values(node).flat()) {
      if (typeof part === 'object' && part !== null && 'type' in part) visit(part as AnyNode);
    }
  };
  visit(parse(code, { ecmaVersion: 2020 }));
  return count;
}
