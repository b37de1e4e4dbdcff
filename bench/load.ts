// What Google pays before any function can run: the script is evaluated anew for every call.
import { statSync } from 'node:fs';
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
  untilPage: number;
  /** Bytes of source in the bundle: all, those evaluated when it is loaded, and those that onEdit needs. */
  bytes: { all: number; atLoad: number; forEdit: number };
}

const ROUNDS = 31;

/** Measures loading; the scripts take turns, so that whatever else the machine does hits all of them. */
export function measureLoad(): Load {
  const code = bundleText('Code.js');
  const functions = countFunctions(code);
  const candidates = {
    plain: plainScript(code.length, functions),
    evaluated: code,
    // An edit of a sheet that is not the register's: onEdit has begun and leaves at once.
    untilEdit: `${code}\nonEdit({ range: { getSheet: () => ({ getName: () => 'Elsewhere' }) } });`,
    // Without Google's services it ends at the first of them, which is after everything behind the pages was started.
    untilPage: `${code}\nreadPortfolio();`,
  };
  const times: Record<keyof typeof candidates, number[]> = { plain: [], evaluated: [], untilEdit: [], untilPage: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of ['plain', 'evaluated', 'untilEdit', 'untilPage'] as const) {
      const context = createContext({ console: { error: () => undefined } });
      // Another text each time: the engine would otherwise take the compiled script from its cache.
      const text = `${candidates[name]}\n// ${name} ${round}`;
      const start = performance.now();
      new Script(text).runInContext(context);
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  const bytes = bytesBySource('Code.js');
  const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + (bytes.get(path) ?? 0), 0);
  const atLoad = evaluatedWith('src/server/entry.ts');
  return {
    sizes: Object.fromEntries(BUNDLES.map((name) => [name, statSync(`dist/${name}`).size])),
    functions,
    plain: median(times.plain),
    evaluated: median(times.evaluated),
    untilEdit: median(times.untilEdit),
    untilPage: median(times.untilPage),
    bytes: {
      all: sum(bytes.keys()),
      atLoad: sum(atLoad),
      forEdit: sum(new Set([...atLoad, ...evaluatedWith('src/server/rows/triggers.ts')])),
    },
  };
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
