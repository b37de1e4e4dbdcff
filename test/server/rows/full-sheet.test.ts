// A sheet that is full to its last row, into which somebody inserts rows while a script reads it: the last rows are read, too.
import { expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { overlapAt } from '../../../workbench/host/faults.ts';
import { copied, Workbook } from '../workbook.ts';

test('a new experiment stands beside all others, at whichever service call rows are inserted above', () => {
  const full = Workbook.setUp();
  for (const [index, title] of ['Rye', 'Spelt', 'Oats'].entries()) full.type(index + 2, 'Title', [title]);
  const { id, rows } = full.sheet('Experiments');
  full.host.act({ kind: 'delete-rows', sheet: id, at: 4, count: rows - 4 });
  const experiment = {
    ...emptyExperiment(),
    title: 'Barley',
    date: '2026-03-02',
    layer: 'Process',
    status: 'Proposed',
  };
  let isReached = true;
  for (let call = 1; isReached; call += 1) {
    const workbook = copied(full.store);
    isReached = false;
    workbook.host.beforeCall = overlapAt(call, () => {
      isReached = true;
      workbook.host.act({ kind: 'insert-rows', sheet: id, at: 1, count: 2 });
    });
    expect(workbook.ask('saveForm', { token: 'a-new-one', experiment })).toMatchObject({ saved: true });
    workbook.host.beforeCall = undefined;
    const titles = workbook.values('Experiments').map((row) => row[workbook.column('Title')]);
    const said = titles.slice(1).filter((title) => title !== '');
    expect({ call, said: said.sort() }).toEqual({ call, said: ['Barley', 'Oats', 'Rye', 'Spelt'] });
  }
});
