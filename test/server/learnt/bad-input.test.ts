// What nobody should write into patterns and rules, and somebody does: findings or one sentence, and nothing lost.
import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { IS_LONG } from '../figures.ts';
import { answersTo, succeed } from '../log/replies.ts';
import type { Workbook } from '../workbook.ts';
import { close, editFile, file, known, row, teaHouse, type } from './tea-house.ts';

const findings = (workbook: Workbook) => known(workbook).map((each) => each.findings);

/** Writes rows below the header as one paste. */
function paste(workbook: Workbook, sheet: string, text: readonly (readonly string[])[], at = 1): void {
  workbook.host.act({
    kind: 'type',
    sheet: workbook.sheet(sheet).id,
    row: at,
    column: 0,
    text: text.map((cells) => [...cells]),
  });
}

describe('a pattern whose experiment was deleted', () => {
  test('is told so, keeps its words in sheet and file, and is in order once it names another', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    const before = file(workbook, 'PATTERNS.md');
    workbook.host.act({
      kind: 'delete-rows',
      sheet: workbook.sheet('Experiments').id,
      at: workbook.rowOf('K-TEA-001') - 1,
      count: 1,
    });
    expect(findings(workbook)).toEqual([[expect.stringContaining('K-TEA-001 is not in the register')]]);
    expect(known(workbook)[0]?.uses).toBe(0);
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    expect(file(workbook, 'PATTERNS.md')).toBe(before);
    type(workbook, 'Patterns', 2, 'Evidence', 'K-TEA-002');
    expect(findings(workbook)).toEqual([[]]);
  });

  test('and whose sheet an experiment still names is found by nobody, and breaks nothing', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'rule');
    workbook.host.act({ kind: 'delete-rows', sheet: workbook.sheet('Rules').id, at: 1, count: 1 });
    expect(workbook.ask('showEntry', 'rule', 'R-TEA-001')).toEqual({
      ok: false,
      message: 'R-TEA-001 is not there any more: copy what you wrote, then open it anew.',
    });
    expect(known(workbook)).toEqual([]);
    expect(succeed(workbook.ask('exportLog'))).toMatchObject({ is: 'done' });
  });
});

describe('IDs that stand twice', () => {
  test('are both kept, in sheet and file, through an edit of either', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    paste(workbook, 'Patterns', [['P-TEA-001', 'Twin']], 2);
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    const text = file(workbook, 'PATTERNS.md');
    expect(text.match(/\[P-TEA-001\]/g)).toHaveLength(2);
    expect(succeed(workbook.ask('exportLog', { of: 'pattern' }))).toMatchObject({ wasWritten: false });
    editFile(workbook, 'PATTERNS.md', (said) => said.replace('] Twin', '] Triplet'));
    const reply = workbook.ask('exportLog', { of: 'pattern' });
    if (reply.is === 'asking') succeed(workbook.ask('exportLog', { of: 'pattern', answers: answersTo(reply, 'file') }));
    expect(
      workbook
        .values('Patterns')
        .slice(1)
        .map(([id, title]) => [id, title]),
    ).toEqual([
      ['P-TEA-001', 'Second kettle beside the garden door'],
      ['P-TEA-001', 'Triplet'],
    ]);
    expect(file(workbook, 'PATTERNS.md')).toBe(text.replace('] Twin', '] Triplet'));
  });
});

test('formulas and HTML of a file that is brought in are text, and go out as they came', () => {
  const workbook = teaHouse();
  const text = `# Ours

## R1: =HYPERLINK("http://a.example";"x")

- Severity: must
- Why: <script>alert(1)</script> & +1, -1, @x
- Origin: K-TEA-001

## R2: <img src=x onerror=alert(1)>

- Severity: should
- Why: '=1+1
`;
  expect(succeed(workbook.ask('importEntries', { kind: 'rule', name: 'A.md', text }))).toMatchObject({ added: 2 });
  const { cells } = workbook.sheet('Rules');
  expect(cells.filter(([, , { formula }]) => formula !== undefined)).toEqual([]);
  expect(row(workbook, 'Rules')).toMatchObject({
    Title: '=HYPERLINK("http://a.example";"x")',
    Why: '<script>alert(1)</script> & +1, -1, @x',
  });
  expect(row(workbook, 'Rules', 3)).toMatchObject({ Title: '<img src=x onerror=alert(1)>' });
  succeed(workbook.ask('exportLog', { of: 'rule' }));
  expect(file(workbook, 'RULES.md')).toBe(text);
});

/** So many in the long run. */
const SIZE = IS_LONG ? 5000 : 400;

test(`${SIZE} patterns pasted at once are named, found, counted, written and merged`, () => {
  const workbook = teaHouse();
  workbook.ask('saveEntry', { kind: 'pattern', entry: { ...emptyExperiment(), title: 'First', risks: 'K-TEA-001' } });
  paste(
    workbook,
    'Patterns',
    Array.from({ length: SIZE }, (_, at) => [
      '',
      `Pattern ${at}`,
      '',
      '',
      '',
      'current',
      `Do ${at}`,
      '',
      '',
      'K-TEA-001, K-TEA-999',
    ]),
    2,
  );
  const all = known(workbook);
  expect(all).toHaveLength(SIZE + 1);
  expect(new Set(all.map(({ entry }) => entry.id)).size).toBe(SIZE + 1);
  expect(all[SIZE]).toMatchObject({ uses: 1, findings: [expect.stringContaining('K-TEA-999')] });
  succeed(workbook.ask('exportLog', { of: 'pattern' }));
  editFile(workbook, 'PATTERNS.md', (said) => said.replace('Do 321\n', 'Do it\n'));
  const { meter } = workbook.host;
  meter.reset();
  succeed(workbook.ask('exportLog', { of: 'pattern' }));
  expect(row(workbook, 'Patterns', 324)).toMatchObject({ Title: 'Pattern 321', Pattern: 'Do it' });
  expect(meter.counts.write).toBeLessThan(10);
  expect(workbook.ask('readKnown', '')).toMatchObject({ ok: true });
});
