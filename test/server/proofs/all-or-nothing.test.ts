// A log comes in and goes out wholly or not at all: what fails leaves everything as it was, and what is ended half-way the next call finishes.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { FAULTS, type Fault, faultAt } from '../../../workbench/host/faults.ts';
import { IS_LONG, report, shareOf } from '../figures.ts';
import { copied, type Reply, Workbook } from '../workbook.ts';

const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');

/** One more experiment with a layer of its own, another title, and other lists: every kind of write. */
const OTHER = log
  .replace(
    '---\n\n## Completed',
    '---\n\n### [K-TEA-004] Written by a script\n**Date:** 2026-03-01\n**Layer:** Attic\n**Entity:** Shop\n**Status:** Proposed\n\n---\n\n## Completed',
  )
  .replace(/(\[K-TEA-001\]) .*/, '$1 Kettle in the file')
  .replace('# TeaOps', '# Tea')
  .replace('- Process: Wash', '- Process: Rinse')
  .replace(/### \[K-TEA-003\][\s\S]*?(?=### \[K-TEA-004\])/, '');

interface Scene {
  prepare: () => Workbook;
  call: 'importLog' | 'exportLog';
  request: object;
}

function exported(): Workbook {
  const workbook = new Workbook();
  workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log });
  workbook.ask('exportLog');
  return workbook.shorten();
}

/** A row that nobody heard of, and so without an ID. */
function addUnheard(workbook: Workbook): void {
  workbook.host.act({
    kind: 'set',
    sheet: workbook.sheet('Experiments').id,
    cause: 'format',
    cells: [
      [4, workbook.column('Title'), { value: 'Unheard' }],
      [4, workbook.column('Status'), { value: 'Proposed' }],
    ],
  });
}

/** A sum of a person's own beside the settings. */
function addSum(workbook: Workbook): void {
  workbook.host.act({
    kind: 'set',
    sheet: workbook.sheet('Settings').id,
    cause: 'format',
    cells: [[2, 20, { value: 42, formula: '=40+2' }]],
  });
}

function answered(reply: Reply) {
  const questions = reply.questions as { key: string; seal: string }[];
  return Object.fromEntries(questions.map(({ key, seal }) => [key, { seal, choice: 'file' }]));
}

/** Every write at once, what was asked answered so that rows and candidates go. */
function scenes(): Record<string, Scene> {
  const importing = { name: 'other.md', text: OTHER };
  const filled = exported();
  addUnheard(filled);
  const merging = exported();
  addUnheard(merging);
  merging.editDriveText(() => OTHER);
  addSum(merging);
  const fresh = new Workbook();
  fresh.ask('importLog', { name: 'TEA_KAIZEN.md', text: log });
  addUnheard(fresh.shorten());
  return {
    'a first import': { prepare: () => Workbook.setUp().shorten(), call: 'importLog', request: importing },
    'an import that changes, adds and takes away': {
      prepare: () => filled,
      call: 'importLog',
      request: { ...importing, answers: answered(filled.ask('previewImport', importing)) },
    },
    'an export that merges': {
      prepare: () => merging,
      call: 'exportLog',
      request: { answers: answered(copied(merging.store).ask('exportLog')) },
    },
    'a first export': { prepare: () => fresh, call: 'exportLog', request: {} },
  };
}

const filesOf = ({ store }: Workbook) =>
  store.drive
    .all()
    .filter(({ mimeType }) => mimeType === 'text/markdown')
    .map(({ id, name }) => [name, Buffer.from(store.drive.content(id)).toString()]);

/** The rules of each column, and how many rows each holds for, with its arrow or without. */
function rulesOf(workbook: Workbook): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const { area, showDropdown: _, ...rule } of workbook.sheet('Experiments').validations) {
    const key = JSON.stringify([area.column, rule]);
    rows[key] = (rows[key] ?? 0) + area.rows * area.columns;
  }
  return Object.fromEntries(Object.entries(rows).sort(([a], [b]) => a.localeCompare(b)));
}

function stateOf(workbook: Workbook) {
  // How far arrows of dropdowns and protections reach follows the rows that are there, whoever wrote them.
  const { document: { shapedTo: _, protectedTo: _rows, ...document } = {}, users } =
    workbook.store.loadProperties() as {
      document?: { shapedTo?: string; protectedTo?: string };
      users?: object;
    };
  return {
    experiments: workbook.values('Experiments'),
    candidates: workbook.values('Candidates'),
    settings: workbook.values('Settings'),
    formulas: workbook.sheet('Settings').cells.flatMap(([, , { formula }]) => formula ?? []),
    agreed: workbook.values('Log source'),
    files: filesOf(workbook),
    rules: rulesOf(workbook),
    properties: { document, users },
  };
}

/** What people see of it once the register has been looked at: the agreed texts and properties may be on their way. */
function seenIn(workbook: Workbook) {
  const looked = copied(workbook.store);
  looked.ask('checkLog');
  const { experiments, candidates, settings, files } = stateOf(looked);
  return { experiments, candidates, settings, files };
}

function failAt(workbook: Workbook, { call, request }: Scene, at: number, kind: Fault) {
  const calls: string[] = [];
  const fault = faultAt(at, kind);
  workbook.host.beforeCall = (service) => {
    calls.push(service.method);
    fault({ ...service, number: calls.length });
  };
  let reply: Reply | undefined;
  try {
    reply = workbook.ask(call, request);
  } catch {
    // Ended from outside: nothing comes back.
  }
  workbook.host.beforeCall = undefined;
  return { calls, reply };
}

const TELLING =
  /^Drive\.Files\.(?:create|update)|setProperty|deleteProperty|Range\.(?:setValues|setNotes)|Sheet\.(?:insert|delete)Rows?|flush/;

/** In the long run each call in every way; else some of those that leave something behind, ended from outside and failing in turns. */
function chosen(methods: readonly string[]): readonly { call: number; kind: Fault }[] {
  const all = methods.map((_, index) => index + 1);
  if (IS_LONG) return shareOf(all.flatMap((call) => FAULTS.map((kind) => ({ call, kind }))));
  const telling = all.filter((call) => TELLING.test(methods[call - 1] ?? ''));
  const stride = Math.ceil(telling.length / 8);
  return telling
    .filter((_, index) => index % stride === stride - 1)
    .map((call, index) => ({ call, kind: index % 2 === 0 ? 'killed' : (FAULTS[(index >> 1) % 4] ?? 'quota') }));
}

const total = { 'faults tried': 0, 'left as it was': 0, 'finished by the next call': 0 };
afterAll(() => report('all-or-nothing', total));

test.each(Object.entries(scenes()))('%s', (_, scene) => {
  const { store } = scene.prepare();
  const afresh = () => copied(store);
  const before = stateOf(afresh());
  const whole = afresh();
  const { calls, reply } = failAt(whole, scene, 0, 'killed');
  expect(reply).toMatchObject({ is: 'done' });
  const wanted = seenIn(whole);
  for (const { call, kind } of chosen(calls)) {
    const at = { call, method: calls[call - 1], kind };
    total['faults tried'] += 1;
    const workbook = afresh();
    const failed = failAt(workbook, scene, call, kind).reply;
    if (failed?.is === 'done') {
      expect({ ...at, ...seenIn(workbook) }).toEqual({ ...at, ...wanted });
    } else if (failed !== undefined) {
      expect({ ...at, ...stateOf(workbook) }).toEqual({ ...at, ...before });
      total['left as it was'] += 1;
    } else if (workbook.store.loadProperties().document?.importBegun !== undefined) {
      // Somebody else looks, who cannot see the file.
      const other = copied(workbook.store);
      other.host.user = 'second@example.com';
      other.ask('checkLog');
      expect({ ...at, ...seenIn(other), files: [] }).toEqual({ ...at, ...wanted, files: [] });
      expect(other.store.loadProperties().document?.importBegun).toBeUndefined();
      total['finished by the next call'] += 1;
    }
    expect({ ...at, ...workbook.ask(scene.call, scene.request) }).toMatchObject({ ...at, is: 'done' });
    expect({ ...at, ...seenIn(workbook) }).toEqual({ ...at, ...wanted });
  }
});
