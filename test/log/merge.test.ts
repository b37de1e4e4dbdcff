// Two versions of a log brought together.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Experiment, emptyExperiment, FIELDS } from '../../src/domain/experiment/template.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import {
  blankLog,
  canonicalExperiment,
  compareLogs,
  type LogContents,
  type MergeInput,
  mergeLogs,
  readLog,
  refusalOf,
  refusalOfText,
  writeLog,
} from '../../src/log/index.ts';
import { COMMON_FIELDS } from '../common-fields.ts';
import { plainExperiments, plainExperimentWith, plainText, runs, withExperiments } from './arbitraries.ts';
import { fixture } from './fixtures.ts';

const today = '2026-05-04';
const base = fixture('other-order');
const agreed = readLog(base).contents;

function edit(contents: LogContents, id: string, fields: Partial<Experiment>): LogContents {
  return withExperiments(
    contents,
    contents.experiments.map((experiment) => (experiment.id === id ? { ...experiment, ...fields } : experiment)),
  );
}

function textOf(contents: LogContents): string {
  return writeLog(readLog(base), contents, { today });
}

/** Merges texts, as an export does. */
function merge({ base: old, file, ...rest }: Texts) {
  const merged = mergeLogs({
    ...rest,
    base: old === undefined ? undefined : readLog(old).contents,
    file: readLog(file),
  });
  return { ...merged, text: writeLog(merged.document, merged.contents, { today }) };
}

type Texts = Omit<MergeInput, 'base' | 'file'> & { base: string | undefined; file: string };

function find(contents: LogContents, id: string): Experiment | undefined {
  return contents.experiments.find((experiment) => experiment.id === id);
}

function bread(id: string, title: string): Experiment {
  return { ...emptyExperiment(), id, title, status: 'Proposed', date: '2026-05-01' };
}

describe('merging', () => {
  test('takes what either side changed', () => {
    const file = base.replace('4 weeks', '6 weeks').replace('Put the till receipts online', 'Put nothing online');
    const register = edit(agreed, 'K-OPS-005', { learning: 'Two tills jam.', title: 'Second till' });
    const merged = merge({ base, file, register });
    expect(merged.conflicts).toEqual([]);
    expect(find(merged.contents, 'K-OPS-005')).toMatchObject({
      duration: '6 weeks',
      learning: 'Two tills jam.',
      title: 'Second till',
    });
    expect(merged.contents.candidates.map(({ idea }) => idea)).toContain('Put nothing online');
    expect(merged.contents.candidates.map(({ idea }) => idea)).not.toContain('Put the till receipts online');
    expect(readLog(merged.text).contents.experiments).toEqual(merged.contents.experiments);
    expect(merged.report).toContain('Duration of K-OPS-005 comes from the file.');
    expect(merged.report).toContain('Learning of K-OPS-005 comes from the register.');
  });

  test('asks where both changed one field differently, and does as answered', () => {
    const file = base.replace('4 weeks', '6 weeks');
    const register = edit(agreed, 'K-OPS-005', { duration: '8 weeks' });
    const asked = merge({ base, file, register });
    expect(asked.conflicts).toEqual([
      {
        key: 'K-OPS-005#1/duration',
        kind: 'field',
        id: 'K-OPS-005',
        label: 'Duration',
        field: 'duration',
        base: '4 weeks',
        file: '6 weeks',
        register: '8 weeks',
      },
    ]);
    const answered = merge({ base, file, register, resolutions: { 'K-OPS-005#1/duration': 'file' } });
    expect(answered.conflicts).toEqual([]);
    expect(find(answered.contents, 'K-OPS-005')?.duration).toBe('6 weeks');
  });

  test('asks before an experiment that one side deleted is gone', () => {
    const register = withExperiments(agreed, agreed.experiments.slice(1));
    const asked = merge({ base, file: base, register });
    expect(asked.conflicts).toMatchObject([
      { key: 'K-OPS-003#1', kind: 'presence', id: 'K-OPS-003', register: undefined },
    ]);
    expect(find(asked.contents, 'K-OPS-003')).toBeDefined();
    const answered = merge({ base, file: base, register, resolutions: { 'K-OPS-003#1': 'register' } });
    expect(find(answered.contents, 'K-OPS-003')).toBeUndefined();
    expect(answered.text).not.toContain('K-OPS-003');
  });

  test('gives the file’s of two new experiments with one ID the next free number', () => {
    const file = textOf(withExperiments(agreed, [...agreed.experiments, bread('K-OPS-006', 'From the file')]));
    const register = withExperiments(agreed, [...agreed.experiments, bread('K-OPS-006', 'From the register')]);
    const merged = merge({ base, file, register });
    expect(merged.conflicts).toEqual([]);
    expect(find(merged.contents, 'K-OPS-006')?.title).toBe('From the register');
    expect(find(merged.contents, 'K-OPS-007')?.title).toBe('From the file');
    expect(merged.report[0]).toContain('K-OPS-007');
    expect(readLog(merged.text).contents.experiments).toHaveLength(4);
  });

  test('asks about every difference where there is no base', () => {
    const file = base.replace('4 weeks', '6 weeks').replace('K-OPS-003', 'K-OPS-004');
    const { conflicts, contents } = merge({ base: undefined, file, register: agreed });
    expect(conflicts.map(({ key }) => key).sort()).toEqual(['K-OPS-003#1', 'K-OPS-004#1', 'K-OPS-005#1/duration']);
    expect(contents.experiments).toHaveLength(3);
  });

  test('asks where a candidate was changed on one side and deleted on the other', () => {
    const file = base.replace('more walk-ins?', 'fewer?');
    const register = { ...agreed, candidates: agreed.candidates.slice(0, 2) };
    const { conflicts } = merge({ base, file, register });
    expect(conflicts.map(({ label }) => label)).toEqual(['Candidate "Chalk board outside"']);
  });
});

describe('merging anything', () => {
  const blank = readLog(blankLog({ ...DEFAULT_SETTINGS, prefix: 'K-OPS' }, { today: '2026-01-01' }));
  const inLog = (list: readonly Experiment[]): string =>
    writeLog(blank, withExperiments(blank.contents, list), { today });
  const edits = fc.array(
    fc.tuple(fc.nat(), fc.constantFrom(...COMMON_FIELDS.slice(1).map(({ key }) => key)), plainText),
    {
      maxLength: 2,
    },
  );
  const sides = plainExperiments.chain((list) => {
    const changed = fc
      .tuple(edits, fc.option(plainExperimentWith('K-OPS-050'), { nil: undefined }))
      .map(([changes, added]) => {
        const next = list.map((experiment) => ({ ...experiment }));
        for (const [at, key, text] of changes) {
          const index = at % next.length;
          next[index] = canonicalExperiment({ ...(next[index] as Experiment), [key]: text });
        }
        return added ? [...next, added] : next;
      });
    return fc.tuple(fc.constant(list), changed, changed);
  });
  const sorted = (contents: LogContents): Experiment[] =>
    [...contents.experiments].sort((a, b) => (a.id < b.id ? -1 : 1));

  test('takes the one side that changed, and what both changed alike', () => {
    fc.assert(
      fc.property(sides, ([list, changed]) => {
        const [old, next] = [inLog(list), inLog(changed)];
        const [before, after] = [readLog(old).contents, readLog(next).contents];
        const fromFile = merge({ base: old, file: next, register: before });
        expect([fromFile.conflicts, fromFile.contents, fromFile.text]).toEqual([[], after, next]);
        const fromRegister = merge({ base: old, file: old, register: after });
        expect([fromRegister.conflicts, sorted(fromRegister.contents)]).toEqual([[], sorted(after)]);
        expect(compareLogs(readLog(fromRegister.text).contents, after).isSame).toBe(true);
        const both = merge({ base: old, file: next, register: after });
        expect([both.conflicts, both.contents, both.text]).toEqual([[], after, next]);
      }),
      runs(0.25),
    );
  });

  test('loses no edit of either side', () => {
    fc.assert(
      fc.property(sides, ([list, inFile, inRegister]) => {
        const file = inLog(inFile);
        const register = withExperiments(blank.contents, inRegister);
        const { contents, conflicts } = merge({ base: inLog(list), file, register });
        const old = new Map(list.map((experiment) => [experiment.id, experiment]));
        for (const [side, experimentsOfSide] of [
          ['file', inFile],
          ['register', inRegister],
        ] as const) {
          for (const experiment of experimentsOfSide) {
            const known = old.get(experiment.id);
            for (const { key } of FIELDS.slice(1)) {
              if (experiment[key] === (known?.[key] ?? '')) continue;
              const isMerged = contents.experiments.some((merged) => merged[key] === experiment[key]);
              const isAsked = conflicts.some(
                (conflict) =>
                  conflict.id === experiment.id && conflict.field === key && conflict[side] === experiment[key],
              );
              expect(isMerged || isAsked).toBe(true);
            }
          }
        }
      }),
      runs(0.25),
    );
  });
});

describe('comparing', () => {
  test('lists what was added, removed, moved and changed', () => {
    const after: LogContents = {
      ...edit(agreed, 'K-OPS-005', { status: 'Completed', learning: 'x' }),
      title: 'New title',
      candidates: agreed.candidates.slice(1),
    };
    after.experiments = [...after.experiments.slice(1), bread('K-OPS-006', 'Rolls')];
    const changes = compareLogs(agreed, after);
    expect(changes.added.map(({ id }) => id)).toEqual(['K-OPS-006']);
    expect(changes.removed.map(({ id }) => id)).toEqual(['K-OPS-003']);
    expect(changes.moved).toEqual([{ id: 'K-OPS-005', from: 'Active', to: 'Completed' }]);
    expect(changes.changed[0]?.fields).toEqual([
      { field: 'status', before: 'Active', after: 'Completed' },
      { field: 'learning', before: '', after: 'x' },
    ]);
    expect(changes.candidates.removed.map(({ layer }) => layer)).toEqual(['Oven']);
    expect(changes.texts).toEqual([{ key: 'title', before: 'Crumb & Co. Kaizen Log', after: 'New title' }]);
    expect(changes.isSame).toBe(false);
  });

  test('sees no change in order, line ends or placeholders', () => {
    const after = withExperiments(
      agreed,
      [...agreed.experiments].reverse().map((experiment) => ({
        ...experiment,
        actualResult: experiment.actualResult || '(pending)',
        learning: `${experiment.learning}\r\n`,
      })),
    );
    expect(compareLogs(agreed, after).isSame).toBe(true);
  });
});

describe('a text that is no log of this register', () => {
  test('is refused in one sentence', () => {
    expect(refusalOfText('\u0089PNG\r\n\u001a\n\u0000\u0000')).toMatch(/^This file is not text; /);
    expect(refusalOfText([...'# Log in two bytes a letter'].join('\0'))).toMatch(/^This file is not text; /);
    expect(
      refusalOfText(`# Log\n\n### [K-BIZ-001] A stray \0 from a cell, among words that anybody can read\n`),
    ).toBeUndefined();
    expect(refusalOfText('a'.repeat(20 * 1024 * 1024 + 1))).toMatch(/larger than 20 MB/);
    expect(refusalOf(readLog('# Minutes\n\nNothing.'), 'K-OPS')).toMatch(/No experiments were made out/);
    expect(refusalOf(readLog(base), 'K-BIZ')).toMatch(/another register: it has K-OPS-003/);
  });

  test('is told from one that is', () => {
    expect(refusalOf(readLog(base), 'K-OPS')).toBeUndefined();
    expect(refusalOf(readLog(base))).toBeUndefined();
  });
});
