import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { FAULTS, type Fault, faultAt } from '../../../workbench/host/faults.ts';
import { Killed } from '../../../workbench/host/service.ts';
import { IS_LONG, report, shareOf } from '../figures.ts';
import { copied, Workbook } from '../workbook.ts';

const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');
const APPENDED = log.replace(
  '---\n\n## Completed',
  '---\n\n### [K-TEA-004] Written by a script\n**Date:** 2026-03-01\n**Layer:** Attic\n**Entity:** Shop\n**Status:** Proposed\n\n---\n\n## Completed',
);

/** What a person would call the state of things: all rows, candidates and settings, and the texts of all files. */
function stateOf(workbook: Workbook) {
  return {
    experiments: workbook.values('Experiments'),
    candidates: workbook.values('Candidates'),
    settings: workbook.values('Settings'),
    files: workbook.store.drive
      .all()
      .filter(({ mimeType }) => mimeType === 'text/markdown')
      .map(({ id, name }) => [name, Buffer.from(workbook.store.drive.content(id)).toString()]),
    rules: [...workbook.sheet('Experiments').validations].sort((a, b) => a.area.column - b.area.column),
  };
}

interface Scene {
  prepare: () => Workbook;
  act: (workbook: Workbook) => unknown;
}

function imported(text = log): Workbook {
  const workbook = new Workbook();
  workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text });
  workbook.shorten();
  return workbook;
}

function exported(): Workbook {
  const workbook = imported();
  workbook.ask('exportLog');
  return workbook;
}

const SCENES: Record<string, Scene> = {
  'a first import': {
    prepare: () => Workbook.setUp().shorten(),
    act: (workbook) => workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: APPENDED }),
  },
  'an import into a filled register': {
    prepare: imported,
    act: (workbook) => workbook.ask('importLog', { name: 'log.md', text: APPENDED }),
  },
  'a first import around a column of somebody’s own': {
    prepare: () => {
      const workbook = Workbook.setUp().shorten();
      const { id } = workbook.sheet('Experiments');
      workbook.host.act({ kind: 'insert-columns', sheet: id, at: 4, count: 1 });
      workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 4, text: [['Own']] });
      return workbook;
    },
    act: (workbook) => workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: APPENDED }),
  },
  'a first export': { prepare: imported, act: (workbook) => workbook.ask('exportLog') },
  'an export of a change': {
    prepare: () => {
      const workbook = exported();
      workbook.type(workbook.rowOf('K-TEA-001'), 'Title', ['Kettle']);
      return workbook;
    },
    act: (workbook) => workbook.ask('exportLog'),
  },
  'an export that merges what was appended to the file': {
    prepare: () => {
      const workbook = exported();
      workbook.type(workbook.rowOf('K-TEA-001'), 'Title', ['Kettle']);
      workbook.editDriveText(() =>
        APPENDED.replace('# TeaOps', '# Tea').replace('- Process: Wash', '- Process: Rinse'),
      );
      return workbook;
    },
    act: (workbook) => workbook.ask('exportLog'),
  },
};

/** Fails one service call of the act, if it comes to it; gives the calls that the act made. */
function failAt(workbook: Workbook, act: Scene['act'], call: number, kind: Fault): string[] {
  const calls: string[] = [];
  const fault = faultAt(call, kind);
  workbook.host.beforeCall = (service) => {
    calls.push(service.method);
    fault({ ...service, number: calls.length });
  };
  try {
    act(workbook);
  } catch {
    // What the person is told is tested elsewhere; here it counts what is left behind.
  }
  workbook.host.beforeCall = undefined;
  return calls;
}

/** What leaves something behind that a later run meets. */
const TELLING =
  /^Drive\.Files\.(?:create|update)|setProperty|deleteProperty|Range\.setValues|Sheet\.(?:insert|delete)Rows?/;

/**
 * The calls to fail, from 1, and how: in the long run each call in every way; else those right after every second call that leaves
 * something behind, and of the others, most of which only read or set looks, some that are spread evenly; the ways take turns.
 */
function chosen(methods: readonly string[]): readonly { call: number; kind: Fault }[] {
  const all = methods.map((_, index) => index + 1);
  if (IS_LONG) return shareOf(all.flatMap((call) => FAULTS.map((kind) => ({ call, kind }))));
  const telling = all.filter((call) => TELLING.test(methods[call - 2] ?? ''));
  const some = all.filter((call) => call % Math.ceil(all.length / 4) === 1);
  return [...new Set([...telling.filter((_, index) => index % 2 === 0), ...some])].map((call, index) => ({
    call,
    kind: FAULTS[index % FAULTS.length] ?? 'killed',
  }));
}

let tried = 0;
let survived = 0;
const operations = Object.keys(SCENES).length;
afterAll(() => report('import-and-export', { operations, 'faults tried': tried, survived }));

describe('after a failure at any service call, running it again reaches the same end, and nothing is lost', () => {
  test.each(Object.entries(SCENES))('%s', (_, { prepare, act }) => {
    const { store } = prepare();
    const afresh = () => copied(store);
    const whole = afresh();
    const calls = failAt(whole, act, 0, 'killed');
    const wanted = stateOf(whole);
    for (const { call, kind } of chosen(calls)) {
      tried += 1;
      const workbook = afresh();
      failAt(workbook, act, call, kind);
      act(workbook);
      expect({ call, kind, ...stateOf(workbook) }).toEqual({ call, kind, ...wanted });
      survived += 1;
    }
  });
});

test('an edit made after an export that ended half-way is no conflict', () => {
  const workbook = exported();
  workbook.type(workbook.rowOf('K-TEA-001'), 'Title', ['Kettle']);
  let isWritten = false;
  workbook.host.beforeCall = ({ method }) => {
    if (isWritten) throw new Killed('The execution was ended.');
    isWritten = method === 'Drive.Files.update';
  };
  expect(() => workbook.ask('exportLog')).toThrow();
  workbook.host.beforeCall = undefined;
  expect(Object.values(workbook.driveTexts())[0]).toContain('[K-TEA-001] Kettle\n');
  workbook.type(workbook.rowOf('K-TEA-001'), 'Title', ['Kettle, again']);
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: true });
  expect(Object.values(workbook.driveTexts())[0]).toContain('[K-TEA-001] Kettle, again\n');
});
