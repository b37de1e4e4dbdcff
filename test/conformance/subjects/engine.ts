// The engine that scripts run in: what it has, what it lacks, and whose objects the services hand out.
import { documented, errorOf, likely, type Subject } from '../../../src/platform/behaviour.ts';
import { safe } from '../../../src/platform/safe-behaviours.ts';

const ENGINE = 'guides/v8-runtime';
const MANIFEST = 'manifest';

const ABSENT = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'atob',
  'btoa',
  'Blob',
  'FormData',
  'crypto',
  'performance',
  'structuredClone',
  'queueMicrotask',
  'process',
  'require',
  'window',
  'document',
];

function present(names: readonly string[]): string[] {
  return names.filter((name) => Reflect.has(globalThis, name));
}

export const engine: Subject = {
  title: 'Engine',
  behaviours: [
    ...safe.engine,
    documented(ENGINE, 'nothing of browsers or Node is there', [], () => present(ABSENT)),
    documented(ENGINE, 'the built-ins of ECMAScript are there', [], () => {
      const names = ['Map', 'Set', 'WeakMap', 'Symbol', 'Proxy', 'Reflect', 'Promise', 'Intl', 'JSON', 'Uint8Array'];
      return names.filter((name) => !Reflect.has(globalThis, name));
    }),
    documented('reference/base/console', 'console logs, warns and measures', [], () =>
      ['log', 'info', 'warn', 'error', 'time', 'timeEnd'].filter(
        (name) => typeof Reflect.get(console, name) !== 'function',
      ),
    ),
    likely(ENGINE, 'the syntax of 2020 is read', [3, 4], () =>
      new Function('none', 'return [none?.length ?? 3, none?.[0]?.() ?? 4]')(),
    ),
    likely(ENGINE, 'built-ins of recent years are there', [], () => {
      const recent: [object, string][] = [
        [Array.prototype, 'at'],
        [Array.prototype, 'findLast'],
        [Array.prototype, 'toSorted'],
        [String.prototype, 'replaceAll'],
        [Object, 'groupBy'],
        [Object, 'hasOwn'],
        [Map, 'groupBy'],
      ];
      return recent.filter(([owner, name]) => !Reflect.has(owner, name)).map(([, name]) => name);
    }),
    likely('reference/spreadsheet/range', 'a service object as a text is its name', 'Range', ({ sheet }) =>
      String(sheet.getRange('A1')),
    ),
    likely('reference/spreadsheet/range', 'a service object has no data of its own', '{}', ({ sheet }) =>
      JSON.stringify(sheet.getRange('A1')),
    ),
    documented(MANIFEST, "the script's zone is what a Date shows", [-480, 14], () => {
      const date = new Date(Date.UTC(2026, 1, 8, 6));
      return [date.getTimezoneOffset(), date.getHours()];
    }),
    likely(
      MANIFEST,
      'a date as a text names the zone',
      true,
      () => String(new Date(Date.UTC(2026, 1, 8))).indexOf('GMT+0800') > 0,
    ),
    likely(ENGINE, 'an ISO day without a time is read as UTC, with a time as local', [0, -8], () => [
      (new Date('2026-02-08').getTime() - Date.UTC(2026, 1, 8)) / 3600000,
      (new Date('2026-02-08T00:00').getTime() - Date.UTC(2026, 1, 8)) / 3600000,
    ]),
    likely(
      ENGINE,
      'a public function is a property of the global object',
      'function',
      () => typeof Reflect.get(globalThis, 'runConformance'),
    ),
    likely(
      'reference/spreadsheet/data-validation-criteria',
      'a value of an enumeration is the same each time, and its name as a text',
      [true, 'CHECKBOX'],
      () => {
        const { DataValidationCriteria } = SpreadsheetApp;
        return [
          DataValidationCriteria.CHECKBOX === SpreadsheetApp.DataValidationCriteria.CHECKBOX,
          String(DataValidationCriteria.CHECKBOX),
        ];
      },
    ),
    likely(ENGINE, 'a name that is not there is a ReferenceError', 'ReferenceError', () => {
      try {
        return String(new Function('return halyard')());
      } catch (error) {
        return (error as Error).name;
      }
    }),
    likely(
      'reference/spreadsheet/sheet#getRange',
      'a method can be kept and called on its object',
      'B2',
      ({ sheet }) => {
        const { getRange } = sheet;
        return Reflect.apply(getRange, sheet, ['B2']).getA1Notation();
      },
    ),
    likely(ENGINE, 'a recursion without end is an error that can be caught', true, () => {
      const deep = (): number => deep() + 1;
      return errorOf(deep) !== null;
    }),
  ],
};
