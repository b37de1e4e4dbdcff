// IDs in patterns and rules: given when a row is begun, and carried along where an experiment gets another one.
import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { overlapAt } from '../../../workbench/host/faults.ts';
import { succeed } from '../log/replies.ts';
import { TODAY, type Workbook } from '../workbook.ts';
import { close, editFile, file, known, row, teaHouse, type } from './tea-house.ts';

function withPattern(): Workbook {
  const workbook = teaHouse();
  close(workbook, 'K-TEA-001', 'pattern');
  return workbook;
}

describe('a row that a person begins in the sheet', () => {
  test('gets its ID and its day with its title, and not before', () => {
    const workbook = withPattern();
    type(workbook, 'Patterns', 3, 'Pattern', 'Sweep.');
    expect(row(workbook, 'Patterns', 3).ID).toBe('');
    type(workbook, 'Patterns', 3, 'Title', 'Sweep before opening');
    expect(row(workbook, 'Patterns', 3)).toMatchObject({ ID: 'P-TEA-002', Pattern: 'Sweep.' });
    expect(known(workbook)[1]?.entry).toMatchObject({ id: 'P-TEA-002', date: TODAY });
    workbook.host.act({ kind: 'delete-rows', sheet: workbook.sheet('Patterns').id, at: 2, count: 1 });
    type(workbook, 'Patterns', 3, 'Title', 'Wipe the tables');
    expect(row(workbook, 'Patterns', 3).ID).toBe('P-TEA-003');
  });

  test('200 pasted at once get theirs in one go, each another', () => {
    const workbook = withPattern();
    const { id } = workbook.sheet('Patterns');
    const { meter } = workbook.host;
    meter.reset();
    const text = Array.from({ length: 200 }, (_, at) => [`Lesson ${at}`]);
    workbook.host.act({ kind: 'type', sheet: id, row: 2, column: 1, text });
    const ids = workbook
      .values('Patterns')
      .slice(1)
      .map(([first]) => first);
    expect(new Set(ids).size).toBe(201);
    expect(ids[200]).toBe('P-TEA-201');
    expect(meter.counts.write).toBeLessThan(10);
  });

  test('gets one ID where two are begun at once', () => {
    const workbook = withPattern();
    workbook.host.beforeCall = overlapAt(6, () => type(workbook, 'Patterns', 4, 'Title', 'Theirs'));
    type(workbook, 'Patterns', 3, 'Title', 'Ours');
    workbook.host.beforeCall = undefined;
    const ids = workbook
      .values('Patterns')
      .slice(1)
      .map(([first]) => first);
    expect(ids).toEqual(['P-TEA-001', 'P-TEA-002', 'P-TEA-003']);
  });

  test("in a sheet Patterns of somebody's own is left alone", () => {
    const workbook = teaHouse();
    workbook.host.act({ kind: 'add-sheet', name: 'Patterns' });
    const own =
      workbook.sheetNames().find((name) => !/^(Experiments|Candidates|Settings|Log source)$/.test(name)) ?? '';
    const { id } = workbook.sheet(own);
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 0, text: [['ID', 'Title']] });
    workbook.host.act({ kind: 'type', sheet: id, row: 1, column: 1, text: [['Cable stitch']] });
    expect(workbook.values(own)).toEqual([
      ['ID', 'Title'],
      ['', 'Cable stitch'],
    ]);
  });

  test('is told where an ID is none', () => {
    const workbook = withPattern();
    type(workbook, 'Patterns', 2, 'ID', 'no ID at all');
    type(workbook, 'Patterns', 3, 'Title', 'Another');
    const said = workbook.events.filter(({ kind }) => kind === 'toast');
    expect(said).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('"no ID at all" in row 2 of the sheet Patterns is no ID'),
      }),
    );
  });
});

describe('an experiment that gets another ID', () => {
  const evidence = (workbook: Workbook) => row(workbook, 'Patterns').Evidence;

  function exported(): Workbook {
    const workbook = withPattern();
    type(workbook, 'Patterns', 2, 'Evidence', 'K-TEA-001; K-TEA-0012, [K-TEA-001], my K-TEA-001.');
    workbook.ask('saveEntry', {
      kind: 'rule',
      entry: { ...emptyExperiment(), title: 'Fuse', risks: 'the night of K-TEA-001, and rye.md' },
    });
    succeed(workbook.ask('exportLog'));
    return workbook;
  }
  const CARRIED = 'K-TEA-071; K-TEA-0012, [K-TEA-071], my K-TEA-071.';

  test('in the log is named by it in evidence and origin once both are merged', () => {
    const workbook = exported();
    editFile(workbook, 'TEA_KAIZEN.md', (text) => text.replace('[K-TEA-001]', '[K-TEA-071]'));
    succeed(workbook.ask('exportLog'));
    expect(evidence(workbook)).toBe(CARRIED);
    expect(row(workbook, 'Rules').Origin).toBe('the night of K-TEA-071, and rye.md');
    expect(workbook.rowOf('K-TEA-071')).toBeGreaterThan(1);
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    expect(file(workbook, 'PATTERNS.md')).toContain(`**Evidence:** ${CARRIED}`);
  });

  test('in the register is named by it with the next export', () => {
    const workbook = exported();
    type(workbook, 'Experiments', workbook.rowOf('K-TEA-001'), 'ID', 'K-TEA-071');
    succeed(workbook.ask('exportLog'));
    expect(file(workbook, 'TEA_KAIZEN.md')).toContain('[K-TEA-071]');
    expect(evidence(workbook)).toBe(CARRIED);
  });

  test('in a log that is brought in is named by it then', () => {
    const workbook = exported();
    const text = file(workbook, 'TEA_KAIZEN.md').replace('[K-TEA-001]', '[K-TEA-071]');
    succeed(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text }));
    expect(evidence(workbook)).toBe(CARRIED);
  });

  test('keeps the log from nothing where the sheet of patterns cannot be read', () => {
    const workbook = exported();
    type(workbook, 'Patterns', 1, 'Title', 'Called otherwise');
    const column = workbook.values('Patterns')[0]?.indexOf('Called otherwise') ?? -1;
    workbook.host.act({ kind: 'delete-columns', sheet: workbook.sheet('Patterns').id, at: column, count: 1 });
    expect(workbook.ask('readLearnt')).toMatchObject({ ok: false });
    editFile(workbook, 'TEA_KAIZEN.md', (text) => text.replace('[K-TEA-001]', '[K-TEA-071]'));
    succeed(workbook.ask('exportLog'));
    expect(workbook.rowOf('K-TEA-071')).toBeGreaterThan(1);
    expect(row(workbook, 'Rules').Origin).toBe('the night of K-TEA-071, and rye.md');
  });
});

test('many changed rows are written in one go', () => {
  const workbook = withPattern();
  const { id } = workbook.sheet('Patterns');
  const text = Array.from({ length: 150 }, (_, at) => [`Lesson ${at}`]);
  workbook.host.act({ kind: 'type', sheet: id, row: 2, column: 1, text });
  succeed(workbook.ask('exportLog', { of: 'pattern' }));
  editFile(workbook, 'PATTERNS.md', (said) => said.replaceAll('] Lesson', '] Learnt'));
  const { meter } = workbook.host;
  meter.reset();
  succeed(workbook.ask('exportLog', { of: 'pattern' }));
  expect(meter.counts.write).toBeLessThan(10);
  expect(meter.counts.read).toBeLessThan(15);
  expect(
    workbook
      .values('Patterns')
      .slice(2)
      .map(([, title]) => title),
  ).toEqual(text.map(([said = '']) => said.replace('Lesson', 'Learnt')));
});
