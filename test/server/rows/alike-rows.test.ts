// Two rows without an ID that say the very same, while somebody else moves and changes them.
import { expect, test } from '@jest/globals';
import { overlapAt } from '../../../workbench/host/faults.ts';
import { answersTo } from '../log/replies.ts';
import { filled, unheard, unruled } from '../proofs/in-between/register.ts';
import type { Reply, Workbook } from '../workbook.ts';

const WORDS = { Title: 'Fjord', Layer: 'System', Hypothesis: 'If it is cold, then it is clear because it is cold.' };

/** ID and title of the rows below the four experiments. */
function below(workbook: Workbook): unknown[][] {
  const [header = [], ...rows] = workbook.values('Experiments');
  return rows.slice(4).map((row) => [row[header.indexOf('ID')], row[header.indexOf('Title')]]);
}

/** Two alike that somebody moves and changes in the middle of what the workbook is asked, once rows are about to be written. */
function askedMeanwhile(at: number, ask: (workbook: Workbook) => Reply, workbook = filled()): [Workbook, Reply] {
  const first = workbook.values('Experiments').length + 1;
  unheard(unheard(workbook, WORDS, first), WORDS, first + 1);
  workbook.host.beforeCall = overlapAt(at, () => {
    unheard(workbook, { Title: 'Fjord A' }, first);
    unheard(workbook, { Title: 'Fjord B' }, first + 1);
    workbook.host.act({ kind: 'insert-rows', sheet: workbook.sheet('Experiments').id, at: first - 1, count: 1 });
  });
  const reply = ask(workbook);
  workbook.host.beforeCall = undefined;
  return [workbook, reply];
}

/** The call, from 1, before which the rows are read for the nth time. */
function readingOf(ask: (workbook: Workbook) => Reply, nth: number): number {
  const methods: string[] = [];
  const workbook = unheard(unheard(filled(), WORDS), WORDS, 7);
  workbook.host.beforeCall = ({ method }) => methods.push(method);
  ask(workbook);
  workbook.host.beforeCall = undefined;
  const rows = methods.flatMap((method, index) => (method === 'Sheet.getLastRow' ? [index + 1] : []));
  return rows[nth - 1] ?? 0;
}

const ALONE = [
  ['', ''],
  ['', 'Fjord A'],
  ['', 'Fjord B'],
];
const GIVEN = [
  ['', ''],
  [expect.stringMatching(/^K-BIZ-0\d\d$/), 'Fjord A'],
  [expect.stringMatching(/^K-BIZ-0\d\d$/), 'Fjord B'],
];
const NAMED = /"Fjord", "Fjord" without an ID could not be told from each other and were left alone: do it once more\./;

const check = (workbook: Workbook) => workbook.ask('checkLog');

test.each([0, 12])(
  'two alike that moved and changed %i calls before a check reads them again are left alone and named, and get IDs with the next',
  (calls) => {
    const [workbook, { findings }] = askedMeanwhile(readingOf(check, 2) - calls, check);
    expect(below(workbook)).toEqual(ALONE);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'rows-untold', severity: 'error', message: expect.stringMatching(NAMED) }),
    );
    expect(JSON.stringify(check(workbook).findings)).not.toContain('rows-untold');
    expect(below(workbook)).toEqual(GIVEN);
  },
);

const log = String(filled().ask('readLogText').text).replace('] Boat', '] Barge');

test.each<[string, number, (workbook: Workbook) => Reply]>([
  ['an export', 3, (workbook) => workbook.ask('exportLog')],
  ['a download', 3, (workbook) => workbook.ask('readLogText')],
  [
    'an import',
    // The preview reads experiments and candidates, too.
    6,
    (workbook) => {
      const asked = { name: 'log.md', text: log };
      const preview = workbook.ask('previewImport', asked);
      const answers = answersTo(preview, 'register');
      return workbook.ask('importLog', { ...asked, answers });
    },
  ],
])(
  '%s names two alike that moved and changed in its middle, and leaves all as it was until it is done once more',
  (_, nth, ask) => {
    const [workbook, reply] = askedMeanwhile(readingOf(ask, nth), ask);
    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(NAMED) });
    expect(below(workbook)).toEqual(ALONE);
    expect(workbook.driveTexts()).toEqual({});
    expect(ask(workbook)).toMatchObject({ ok: true });
    expect(below(workbook)).toEqual(GIVEN);
  },
);

const alikeUnruled = () => {
  const words = { ...WORDS, Layer: ' system' };
  return unheard(unheard(unruled(filled()), words), words, 7);
};
const fix = { code: 'unknown-layer', row: 7 };

test('a fix of one of two alike is carried out in that one', () => {
  const workbook = alikeUnruled();
  expect(workbook.ask('fixLog', fix)).toMatchObject({ ok: true });
  expect([6, 7].map((row) => workbook.cell(row, 'Layer')?.value)).toEqual([' system', 'System']);
});
