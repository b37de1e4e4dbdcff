// The conformance specification, run in the local host as the very script project that a person pushes to Google.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../src/platform/trial.ts';
import { Host, type HostOptions } from '../workbench/host/host.ts';
import { memoryStore } from '../workbench/host/store.ts';
import { OTHER_WAY, type Switches } from '../workbench/host/switches.ts';
import type { Cell } from '../workbench/protocol.ts';
import { SAID, UNSEEN } from './conformance/documented-sentences.ts';
import { CELL_COLUMN, rowOf } from './conformance/edit-sheet.ts';
import { edits, type Step, TO_COPY } from './conformance/edits.ts';
import { secondUser } from './conformance/second-user.ts';
import { specification } from './conformance/specification.ts';
import { claimsBySubject, conformanceTable, isTold, linesFrom } from './conformance/table.ts';
import { UNKNOWNS } from './conformance/unknowns.ts';
import { inLongRuns } from './server/figures.ts';
import { usedMethods } from './used-methods.ts';

const ROOT = resolve(__dirname, '..');
const PROJECT = resolve(ROOT, 'build/conformance');

function conformanceHost(options: Partial<HostOptions> = {}): { host: Host; printed: string[] } {
  const printed: string[] = [];
  const print = (_level: string, text: string) => printed.push(text);
  return { host: new Host({ dist: PROJECT, store: memoryStore(), print, ...options }), printed };
}

function outcomesOf(host: Host, functionName: string): Outcome[] {
  const result = host.call(functionName, []);
  if (!result.ok) throw new Error(result.message);
  return result.value as Outcome[];
}

let outcomes: Outcome[];

beforeAll(() => {
  outcomes = outcomesOf(conformanceHost().host, 'runConformance');
});

describe.each(specification)('$title', ({ title, behaviours }) => {
  test.each(behaviours)('$name', ({ name, expected }) => {
    const outcome = outcomes.find((one) => one.subject === title && one.name === name);
    expect(outcome?.seen).toEqual(expected);
  });
});

describe('onEdit', () => {
  let seen: Outcome[];

  beforeAll(() => {
    const { host } = conformanceHost();
    host.choose('prepareByHand');
    for (const [index, { steps }] of edits.entries()) doSteps(host, rowOf(index) - 1, steps);
    seen = outcomesOf(host, 'reportByHand');
  });

  test.each(edits.map(({ name, expected }, index) => ({ name, expected, index })))('$name', ({ expected, index }) => {
    expect(seen[index]?.seen).toEqual(expected);
  });

  /** Does in the sheet what the task tells a person to do; the row counts from 0. */
  function doSteps(host: Host, row: number, steps: readonly Step[]): void {
    const column = CELL_COLUMN - 1;
    const sheet = host.snapshot().sheets.find(({ name }) => name === 'Conformance by hand');
    if (!sheet) throw new Error('There is no sheet for edits by hand.');
    const cellNow = (): Cell | null => {
      const now = host.snapshot().sheets.find(({ id }) => id === sheet.id);
      return now?.cells.find(([r, c]) => r === row && c === column)?.[2] ?? null;
    };
    const before: (Cell | null)[] = [];
    for (const step of steps) {
      const cell = cellNow();
      switch (step.kind) {
        case 'type':
          host.act({ kind: 'type', sheet: sheet.id, row, column, text: [[step.text]] });
          break;
        case 'paste': {
          const cells = TO_COPY.slice(0, step.cells).map((value, across): [number, number, Cell] => [
            row,
            column + across,
            { value },
          ]);
          host.act({ kind: 'set', sheet: sheet.id, cause: 'paste', cells });
          break;
        }
        case 'clear':
          host.act({ kind: 'set', sheet: sheet.id, cause: 'clear', cells: [[row, column, null]] });
          break;
        case 'undo':
          host.act({ kind: 'set', sheet: sheet.id, cause: 'undo', cells: [[row, column, before.pop() ?? null]] });
          break;
        case 'insert-and-delete-row':
          host.act({ kind: 'insert-rows', sheet: sheet.id, at: row + 1, count: 1 });
          host.act({ kind: 'delete-rows', sheet: sheet.id, at: row + 1, count: 1 });
      }
      if (step.kind !== 'undo') before.push(cell);
    }
  }
});

describe('Two users', () => {
  let seen: Outcome[];
  let host: Host;

  beforeAll(() => {
    ({ host } = conformanceHost({ user: 'first@example.com' }));
    host.choose('leaveForSecondUser');
    host.user = 'second@example.com';
    seen = outcomesOf(host, 'reportSecondUser');
  });

  test.each(secondUser.map(({ name, expected }, index) => ({ name, expected, index })))(
    '$name',
    ({ expected, index }) => {
      expect(seen[index]?.seen).toEqual(expected);
    },
  );

  test('nothing stays behind when the first user removes what was left', () => {
    host.user = 'first@example.com';
    expect(host.choose('removeFromFirstUser')).toEqual({ ok: true, value: null });
    expect(outcomesOf(host, 'reportSecondUser')).toEqual([]);
  });
});

/** An alert waits for a person; four ways to insert a sheet are about templates, which the add-on has none of. */
const IN_OTHER_WAYS: ReadonlySet<string> = new Set(['alert', 'insertSheet']);

describe('the specification', () => {
  const claims = claimsBySubject.flatMap(({ title, claims }) => claims.map((claim) => ({ title, ...claim })));

  test('tells at least 560 behaviours, each once', () => {
    expect(claims.length).toBeGreaterThanOrEqual(560);
    const names = claims.map(({ title, name }) => `${title}: ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('tells what it rests on: at least 300 are documented or shown twice, and at most 40 unknown', () => {
    const count = (...standings: string[]) => claims.filter(({ standing }) => standings.includes(standing)).length;
    expect(count('documented', 'shown')).toBeGreaterThanOrEqual(300);
    expect(count('unknown')).toBeLessThanOrEqual(40);
    expect(claims.filter(({ standing, also }) => (standing === 'shown') !== (also !== undefined))).toEqual([]);
  });

  test('says of all that is unknown how the add-on holds either way', () => {
    const unknown = claims.filter(({ standing }) => standing === 'unknown').map(({ name }) => name);
    expect(Object.keys(UNKNOWNS).sort()).toEqual(unknown.sort());
    const switches = Object.values(UNKNOWNS).flatMap((held) => ('by' in held ? [held.by] : []));
    expect(switches.filter((name) => !(name in OTHER_WAY))).toEqual([]);
  });

  inLongRuns.test('names switches that make the local host do each of these otherwise', () => {
    const unlike = [...new Set(Object.values(UNKNOWNS).flatMap((held) => ('by' in held ? [held.by] : [])))].flatMap(
      (by) => {
        const { host } = conformanceHost({ [by]: OTHER_WAY[by as keyof Switches] });
        const others = outcomesOf(host, 'runConformance');
        return others.filter(({ isAsExpected }) => !isAsExpected).map(({ name }) => `${by}: ${name}`);
      },
    );
    const tried = outcomes.filter(({ name }) => UNKNOWNS[name] !== undefined).map(({ name }) => name);
    const held = tried.flatMap((name) => {
      const how = UNKNOWNS[name];
      return how !== undefined && 'by' in how ? [`${how.by}: ${name}`] : [];
    });
    expect(held.length).toBeGreaterThan(20);
    expect(held.filter((name) => !unlike.includes(name))).toEqual([]);
  });

  const sources = readdirSync(resolve(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('platform/'))
    .map((name) => readFileSync(resolve(ROOT, 'src', name), 'utf8'));

  test('is right that every rule is built with a criterion, and that of those by a formula one alone can refuse', () => {
    const rules = sources.flatMap((text) => [...text.matchAll(/newDataValidation\(\)\s*\.(\w+)\((.*?)\)/g)]);
    expect(rules.length).toBeGreaterThan(3);
    expect(rules.filter(([, method = '']) => !method.startsWith('require'))).toEqual([]);
    const formulas = rules.flatMap(([, method, rule]) => (method === 'requireFormulaSatisfied' ? [rule] : []));
    expect(formulas.filter((rule) => rule !== "'=TRUE'")).toHaveLength(1);
  });

  const said = Object.entries(SAID).flatMap(([page, methods]) =>
    Object.entries(methods).map(([name, count]) => ({ name, count, source: name === '' ? page : `${page}#${name}` })),
  );

  test('has read what the documentation says of every method that the add-on calls', () => {
    const read = new Set(said.map(({ name }) => name));
    expect(usedMethods().length).toBeGreaterThan(100);
    expect(usedMethods().filter(({ name }) => !read.has(name))).toEqual([]);
  });

  test('shows in lines of its own all that the documentation says of such a method, or says why no script can', () => {
    const missing = said.filter(({ source, count }) => linesFrom(source).filter(isTold).length < count);
    expect(missing).toEqual([]);
    expect(said.filter(({ source, count }) => count === 0 && UNSEEN[source] === undefined)).toEqual([]);
    const sources = new Set(said.map(({ source }) => source));
    expect(Object.keys(UNSEEN).filter((source) => !sources.has(source))).toEqual([]);
  });

  test('has a documented line at least for each way in which such a method can be called', () => {
    const toldOf = (method: string) =>
      said.flatMap(({ name, source }) => (name === method ? linesFrom(source).filter(isTold) : [])).length;
    const missing = usedMethods().filter(({ name, ways }) => !IN_OTHER_WAYS.has(name) && toldOf(name) < ways);
    expect(missing).toEqual([]);
  });

  test('rests on pages of Google only, and on methods that there are', () => {
    const types = [
      'spreadsheet',
      'base',
      'properties',
      'cache',
      'lock',
      'html',
      'utilities',
      'drive',
      'script',
      'calendar',
      'url-fetch',
    ]
      .map((name) =>
        readFileSync(resolve(ROOT, `node_modules/@types/google-apps-script/google-apps-script.${name}.d.ts`), 'utf8'),
      )
      .join('\n');
    const wrong = claims.filter(({ source }) => {
      const method = /^reference\/.*#(\w+)$/.exec(source)?.[1];
      if (method !== undefined) return !new RegExp(`\\b${method}\\(`).test(types);
      return !/^(?:(?:reference|guides|concepts|advanced)\/[\w/#-]+|manifest|(?:developers|support)\.google\.com\/[\w/-]+)$/.test(
        source,
      );
    });
    expect(wrong.map(({ name, source }) => `${source}: ${name}`)).toEqual([]);
  });

  test('leaves the spreadsheet as it was', () => {
    const { host } = conformanceHost();
    const before = host.snapshot();
    outcomesOf(host, 'runConformance');
    expect(host.snapshot()).toEqual(before);
  });

  test('says what was seen where it differs', () => {
    const { host, printed } = conformanceHost({ rejectsAt: 'flush' });
    const differing = outcomesOf(host, 'runConformance').filter(({ isAsExpected }) => !isAsExpected);
    expect(differing.map(({ seen }) => seen)).toEqual(['at the flush', [['fine', '']]]);
    expect(printed).toContain(
      'DIFFERS [unknown] Data validation: the write that breaks the rule fails at setValue, not at the flush (expected "at the write", seen "at the flush")',
    );
    expect(printed[printed.length - 1]).toBe(
      `${outcomes.length} behaviours: ${outcomes.length - 2} as expected, 2 differ.`,
    );
  });

  test('stops before the time is over and goes on from there', () => {
    let now = Date.UTC(2026, 1, 11);
    // Slow service calls.
    const { host, printed } = conformanceHost({ now: () => now });
    host.beforeCall = () => {
      now += 150;
    };
    const first = outcomesOf(host, 'runConformance');
    expect(first.length).toBeLessThan(outcomes.length);
    expect(printed[printed.length - 1]).toContain('The time was over before');
    const seen = [...first];
    while (seen.length < outcomes.length) {
      const more = outcomesOf(host, 'continueConformance');
      expect(more.length).toBeGreaterThan(0);
      seen.push(...more);
    }
    expect(seen.map(({ name }) => name)).toEqual(outcomes.map(({ name }) => name));
  });

  test('is shown in a dialog when it is run from the menu', () => {
    const pages: string[] = [];
    const { host } = conformanceHost({
      listen: (event) => {
        if (event.kind === 'page' && event.place !== 'sidebar') pages.push(event.html);
      },
    });
    host.open();
    expect(host.menus().map(({ title }) => title)).toEqual(['Conformance']);
    expect(host.choose('showConformance').ok).toBe(true);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(`${outcomes.length} behaviours: ${outcomes.length} as expected, 0 differ.`);
  });

  test('is told in docs/conformance.md as it is now (npm run conformance:table writes it)', () => {
    expect(readFileSync(resolve(ROOT, 'docs/conformance.md'), 'utf8')).toBe(
      conformanceTable(JSON.parse(readFileSync(resolve(ROOT, 'test/conformance/recorded.json'), 'utf8'))),
    );
  });

  test('is a script project of its own, all of which clasp would push', () => {
    const clasp = resolve(ROOT, 'node_modules/@google/clasp/build/src/index.js');
    const project = resolve(ROOT, 'build/conformance-clasp');
    execFileSync(process.execPath, [resolve(ROOT, 'scripts/build-conformance.mjs'), 'placeholder-script-id', project]);
    const status = JSON.parse(
      execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], { cwd: project, encoding: 'utf8' }),
    );
    expect([...status.filesToPush].sort()).toEqual([
      'Code.js',
      'appsscript.json',
      'greeting.html',
      'page.html',
      'plain.html',
    ]);
  });
});
