// Fields that not every register has, in the log: read and written where a register has them, among the other fields where it has not.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Experiment } from '../../src/domain/experiment/template.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import {
  blankLog,
  canonicalExperiment,
  canonicalText,
  type LogDocument,
  readLog,
  withoutWanted,
  withWanted,
  writeLog,
} from '../../src/log/index.ts';
import { experiments, fieldText, logText, runs, withExperiments } from './arbitraries.ts';

const today = '2026-05-04';
const WITH = { labels: { owner: 'owner' as const, score: 'score' as const } };
const WORDS = new Map<string, 'owner' | 'score'>(Object.entries(WITH.labels));
const blank = blankLog({ ...DEFAULT_SETTINGS, prefix: 'K-OPS' }, { today: '2026-01-01' });

const name = fc.oneof(fc.constantFrom('', 'Mia', 'Mia Brandt, Tom'), fieldText);
const ratings = fc.oneof(
  fc.constantFrom('', 'I 8 / C 6 / E 7', 'R 500 / I 2 / C 80% / E 3', 'i: 8, c: 6', '42'),
  fieldText,
);
const owned = fc
  .tuple(experiments, fc.array(name, { minLength: 3, maxLength: 3 }), fc.array(ratings, { minLength: 3, maxLength: 3 }))
  .map(([list, names, scores]) =>
    list.map((one, at) =>
      canonicalExperiment(withWanted({ ...one, owner: names[at] ?? '', score: scores[at] ?? '' }, WORDS)),
    ),
  );

const byId = (list: readonly Experiment[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
const written = (document: LogDocument, list: readonly Experiment[]) =>
  writeLog(document, withExperiments(document.contents, list), { today });

describe('with the field', () => {
  test('experiments of any text come back from the log as they were, and a change of it alone keeps every other byte', () => {
    fc.assert(
      fc.property(owned, name, (list, next) => {
        const text = written(readLog(blank, WITH), list);
        const document = readLog(text, WITH);
        expect(byId(document.contents.experiments)).toEqual(list);
        const owner = canonicalText('owner', next);
        const changed = document.contents.experiments.map((one) => ({ ...one, owner }));
        expect(readLog(written(document, changed), WITH).contents.experiments).toEqual(changed);
      }),
      runs(1),
    );
  });

  test('a log of any text comes out as it went in', () => {
    const lines = fc.array(
      fc.constantFrom('**Owner:** Mia', '**Owner:**', 'Owner: Tom', '| Owner | Mia |', '- **Owner:** Ida'),
    );
    fc.assert(
      fc.property(logText, lines, fc.nat(), (text, more, at) => {
        const all = text.split('\n');
        all.splice(at % (all.length + 1), 0, ...more);
        const document = readLog(all.join('\n'), WITH);
        expect(writeLog(document, document.contents, { today })).toBe(document.text);
      }),
      runs(5),
    );
  });
});

describe('while it comes and goes', () => {
  test('the words that leave the field are among the other fields, and come back, with nothing else moved', () => {
    fc.assert(
      fc.property(owned, ([first]) => {
        const experiment = first as Experiment;
        const without = withoutWanted(experiment, ['owner', 'score']);
        expect(without.owner + without.score).toBe('');
        // A block has no place in a field of one line: it stays what it is.
        fc.pre(!/\n/.test(experiment.owner + experiment.score) && !/owner|score/i.test(experiment.other));
        expect(withWanted(canonicalExperiment(without), WORDS)).toEqual(experiment);
      }),
      runs(5),
    );
  });

  test('a log reads the same with and without the field, but for where the words stand', () => {
    fc.assert(
      fc.property(owned, (all) => {
        const list = all.map((one) => ({
          ...one,
          owner: one.owner.split('\n')[0] ?? '',
          score: one.score.split('\n')[0] ?? '',
        }));
        const text = written(readLog(blank, WITH), list);
        const [having, lacking] = [readLog(text, WITH), readLog(text, { isSettled: true })];
        const taken = lacking.contents.experiments.map((one) =>
          canonicalExperiment(withWanted(canonicalExperiment(one), WORDS)),
        );
        const plain = (all: readonly Experiment[]) => all.map((one) => ({ ...canonicalExperiment(one), other: '' }));
        expect(plain(taken)).toEqual(plain(having.contents.experiments));
      }),
      runs(2),
    );
  });
});
