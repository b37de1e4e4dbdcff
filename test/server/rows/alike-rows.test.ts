// Two rows without an ID that say the very same, while somebody else moves and changes them.
import { expect, test } from '@jest/globals';
import { overlapAt } from '../../../workbench/host/faults.ts';
import { filled, unheard } from '../proofs/in-between/register.ts';
import type { Workbook } from '../workbook.ts';

const WORDS = { Title: 'Fjord', Layer: 'System', Hypothesis: 'If it is cold, then it is clear because it is cold.' };

/** ID and title of the rows below the four experiments. */
function below(workbook: Workbook): unknown[][] {
  const [header = [], ...rows] = workbook.values('Experiments');
  return rows.slice(4).map((row) => [row[header.indexOf('ID')], row[header.indexOf('Title')]]);
}

test.each([25, 40])(
  'two alike that moved and changed before call %i of a check are left alone, and get IDs with the next',
  (at) => {
    const workbook = unheard(unheard(filled(), WORDS), WORDS, 7);
    workbook.host.beforeCall = overlapAt(at, () => {
      unheard(workbook, { Title: 'Fjord A' }, 6);
      unheard(workbook, { Title: 'Fjord B' }, 7);
      workbook.host.act({ kind: 'insert-rows', sheet: workbook.sheet('Experiments').id, at: 5, count: 1 });
    });
    workbook.ask('checkLog');
    workbook.host.beforeCall = undefined;
    expect(below(workbook)).toEqual([
      ['', ''],
      ['', 'Fjord A'],
      ['', 'Fjord B'],
    ]);
    workbook.ask('checkLog');
    expect(below(workbook)).toEqual([
      ['', ''],
      [expect.stringMatching(/^K-BIZ-0\d\d$/), 'Fjord A'],
      [expect.stringMatching(/^K-BIZ-0\d\d$/), 'Fjord B'],
    ]);
  },
);
