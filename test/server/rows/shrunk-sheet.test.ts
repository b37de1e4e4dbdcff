// Somebody deletes blank rows while a script reads and writes: the sheet ends before what was just seen.
import { expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { overlapAt } from '../../../workbench/host/faults.ts';
import { copied, type Reply, Workbook } from '../workbook.ts';

const BUSY = 'Somebody else is writing to the register just now: wait a moment and try again.';
const BREW = { layer: 'Process', idea: 'Brew', question: '' };

/** Three experiments and an idea in a sheet with some blank rows below. */
function register(): Workbook {
  const workbook = Workbook.setUp().shorten();
  for (const [index, title] of ['Rye', 'Spelt', 'Oats'].entries()) workbook.type(index + 2, 'Title', [title]);
  workbook.ask('changeCandidate', { do: 'add', candidate: { ...BREW, idea: 'Malt' } });
  return workbook;
}

/** Leaves no blank row. */
function shrink(workbook: Workbook, name: string): void {
  const { id, rows } = workbook.sheet(name);
  const at = workbook.values(name).length;
  if (rows > at) workbook.host.act({ kind: 'delete-rows', sheet: id, at, count: rows - at });
}

const experiment = { ...emptyExperiment(), title: 'Barley', date: '2026-03-02', layer: 'Process', status: 'Proposed' };

const OPERATIONS: [name: string, sheet: string, run: (workbook: Workbook) => Reply, titles: string[]][] = [
  ['a form', 'Experiments', (workbook) => workbook.ask('saveForm', { token: 'a-new-one', experiment }), ['Barley']],
  ['an idea', 'Candidates', (workbook) => workbook.ask('changeCandidate', { do: 'add', candidate: BREW }), []],
];

test.each(OPERATIONS)('%s ends as without it, or says in one sentence that it did nothing', (_, sheet, run, more) => {
  const before = register();
  let isReached = true;
  for (let call = 1; isReached; call += 1) {
    const workbook = copied(before.store);
    isReached = false;
    workbook.host.beforeCall = overlapAt(call, () => {
      isReached = true;
      shrink(workbook, sheet);
    });
    const reply = run(workbook);
    workbook.host.beforeCall = undefined;
    const failed = workbook.events.filter(({ kind }) => kind === 'failed');
    const titles = workbook.values('Experiments').map((row) => row[workbook.column('Title')]);
    const said = titles.slice(1).filter((title) => title !== '');
    const isDone = reply.ok !== false;
    expect({ call, failed, message: isDone ? BUSY : reply.message, said: said.sort() }).toEqual({
      call,
      failed: [],
      message: BUSY,
      said: [...(isDone ? more : []), 'Oats', 'Rye', 'Spelt'],
    });
    const ids = workbook.values('Experiments').map((row) => row[workbook.column('ID')]);
    expect({ call, ids: new Set(ids.filter((id) => id !== '')).size }).toEqual({ call, ids: said.length + 1 });
    expect({ call, ideas: workbook.values('Candidates').filter(([, idea]) => idea === 'Brew').length }).toEqual({
      call,
      ideas: sheet === 'Candidates' && isDone ? 1 : 0,
    });
  }
});
