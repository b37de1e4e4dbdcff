// The operations as people usually write them, counted on the same registers: each cell by itself, and each row by itself.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { copyOfStore, TODAY, Workbook } from '../test/server/workbook.ts';
import { Host } from '../workbench/host/host.ts';
import { registerOf, soundRows } from './operations.ts';

/** The best figure that Google has published: an average over many calls, good for an order of magnitude and no more. */
export const LATENCY = {
  milliseconds: 7,
  source: 'https://developers.google.com/apps-script/guides/support/best-practices',
  meaning:
    'Google’s own example writes 10,000 cells, each by a call of its own, in about 70 seconds, and all of them by one call in about 1 second',
};

export interface Ways {
  operation: string;
  size: number;
  /** Reads and writes of sheets: cell by cell, row by row, and by this add-on. */
  cells: number;
  rows: number;
  ours: number;
}

/** Calls grow in proportion, and the local host would take very long over some millions of them. */
const LARGEST = 1000;

/**
 * The operations that are compared: the add-on's name of it, and the call that does the same. One that reads and writes every row, one
 * that only writes and one that only reads: all others are made of these.
 */
function comparisons(size: number): [operation: string, functionName: string, args: unknown[]][] {
  return [
    ['check', 'check', []],
    ['import', 'append', [soundRows(size).map(({ experiment }) => experiment)]],
    ['dashboard', 'readAll', []],
  ];
}

/** Counts both usual ways at this size, if it is not too large; `ours` are the add-on's counts by operation. */
export async function usualWays(size: number, ours: ReadonlyMap<string, number>): Promise<Ways[]> {
  if (size > LARGEST) return [];
  const dist = mkdtempSync(join(tmpdir(), 'usual-way-'));
  try {
    // From where it stands, not as a part of this program: it looks into the project around it.
    const module = pathToFileURL(resolve('scripts/build-script.mjs')).href;
    const { buildScript }: typeof import('../scripts/build-script.mjs') = await import(module);
    const { text } = await buildScript(resolve('bench/usual-way/script.ts'), 'UsualWay');
    writeFileSync(join(dist, 'Code.js'), text);
    cpSync(resolve('appsscript.json'), join(dist, 'appsscript.json'));
    const [filled, empty] = [registerOf(size), Workbook.setUp()];
    const now = () => Date.parse(`${TODAY}T02:30:00Z`);
    const count = (functionName: string, args: unknown[]) => {
      const { store } = functionName === 'append' ? empty : filled;
      const host = new Host({ dist, store: copyOfStore(store), now });
      const result = host.call(functionName, args);
      if (!result.ok) throw new Error(`${functionName}: ${result.message}`);
      return host.meter.counts.read + host.meter.counts.write;
    };
    return comparisons(size).map(([operation, functionName, args]) => ({
      operation,
      size,
      cells: count(functionName, ['cells', ...args]),
      rows: count(functionName, ['rows', ...args]),
      ours: ours.get(operation) ?? 0,
    }));
  } finally {
    rmSync(dist, { recursive: true });
  }
}
