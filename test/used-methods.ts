// The methods of Google's services that the add-on calls, told from its source by the names that the services' types have.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A method that the add-on calls, and the number of ways in which it can be called. */
export interface UsedMethod {
  name: string;
  ways: number;
}

/** The rooms that name a service. */
const ROOMS = ['src/sheet', 'src/store', 'src/drive', 'src/server', 'src/platform'];
/** Each file of types, and the classes in it that the add-on holds. */
const CLASSES: Record<string, readonly string[]> = {
  spreadsheet: [
    'SpreadsheetApp',
    'Spreadsheet',
    'Sheet',
    'Range',
    'RangeList',
    'DataValidationBuilder',
    'ConditionalFormatRuleBuilder',
    'ConditionalFormatRule',
    'BooleanCondition',
    'Protection',
  ],
  base: ['Ui', 'Menu', 'Session', 'Blob'],
  properties: ['Properties', 'PropertiesService'],
  cache: ['Cache', 'CacheService'],
  lock: ['Lock', 'LockService'],
  html: ['HtmlService', 'HtmlTemplate', 'HtmlOutput'],
  utilities: ['Utilities'],
};
/** Names that these classes share with what JavaScript or the add-on's own code has; it calls them on nothing of Google's. */
const OTHERS = new Set(['check', 'create', 'getCriteriaValues']);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : path.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

/** In alphabetical order, each once. A method that several classes have counts with the ways of that which has most. */
export function usedMethods(): UsedMethod[] {
  const text = ROOMS.flatMap((room) => sources(room)).join('\n');
  const called = new Set([...text.matchAll(/\.(\w+)\??\.?\(/g)].map(([, name]) => name ?? ''));
  const ways = new Map<string, number>();
  for (const [file, names] of Object.entries(CLASSES)) {
    const types = `node_modules/@types/google-apps-script/google-apps-script.${file}.d.ts`;
    const declared = readFileSync(types, 'utf8');
    for (const name of names) {
      const body =
        new RegExp(`interface ${name} (?:extends [\\w.]+ )?\\{([\\s\\S]*?)\\n {8}\\}`).exec(declared)?.[1] ?? '';
      const own = [...body.matchAll(/^\s+(\w+)\(/gm)].map(([, method]) => method ?? '');
      for (const method of own.filter((one) => called.has(one) && !OTHERS.has(one))) {
        const count = own.filter((one) => one === method).length;
        ways.set(method, Math.max(ways.get(method) ?? 0, count));
      }
    }
  }
  return [...ways].map(([name, count]) => ({ name, ways: count })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
