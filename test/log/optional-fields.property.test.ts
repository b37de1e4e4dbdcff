// Fields that not every register has, in the log: read and written where a register has them, among the other fields where it has not.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Experiment, emptyExperiment, placeOf, WANTED_FIELDS } from '../../src/domain/experiment/template.ts';
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
const KEYS = WANTED_FIELDS.map(({ key }) => key);
type Key = (typeof KEYS)[number];
const LINES = WANTED_FIELDS.filter((field) => placeOf(field) !== 'block').map(({ key }) => key);
const WITH = { labels: Object.fromEntries(WANTED_FIELDS.map(({ key, label }) => [label.toLowerCase(), key])) };
/** What a register with these fields knows of a log of its own. */
const OWN = { ...WITH, isSettled: true };
const WORDS = new Map<string, Key>(Object.entries(WITH.labels));
const LABELS = new RegExp(WANTED_FIELDS.map(({ label }) => label).join('|'), 'i');
const blank = blankLog({ ...DEFAULT_SETTINGS, prefix: 'K-OPS' }, { today: '2026-01-01' });

const name = fc.oneof(fc.constantFrom('', 'Mia', 'Mia Brandt, Tom'), fieldText);
const ratings = fc.oneof(
  fc.constantFrom('', 'I 8 / C 6 / E 7', 'R 500 / I 2 / C 80% / E 3', 'i: 8, c: 6', '42'),
  fieldText,
);
const benefit = fc.oneof(fc.constantFrom('', '12,000 EUR a year', '€3k p.a.', 'a lot'), fieldText);
const rule = fc.oneof(fc.constantFrom('', 'We adopt if three of four weeks are better.\n- else we drop'), fieldText);
const places = fc.oneof(fc.constantFrom('', '- [ ] South, from 2026-05-01\n- [x] North, 2026-04-12'), fieldText);
const said = fc.record({
  owner: name,
  score: ratings,
  expectedBenefit: benefit,
  actualBenefit: benefit,
  decisionRule: rule,
  rollingOut: places,
});
const owned = fc
  .tuple(experiments, fc.array(said, { minLength: 3, maxLength: 3 }))
  .map(([list, all]) => list.map((one, at) => canonicalExperiment(withWanted({ ...one, ...all[at] }, WORDS))));
/** Of each optional field of one line its first. */
const firstLines = (one: Experiment) => Object.fromEntries(LINES.map((key) => [key, one[key].split('\n')[0] ?? '']));
const joined = (one: Experiment) => KEYS.map((key) => one[key]).join('');

const byId = (list: readonly Experiment[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
const written = (document: LogDocument, list: readonly Experiment[]) =>
  writeLog(document, withExperiments(document.contents, list), { today });

describe('with the field', () => {
  test('experiments of any text come back from the log as they were, and a change of it alone keeps every other byte', () => {
    fc.assert(
      fc.property(owned, name, (list, next) => {
        const text = written(readLog(blank, OWN), list);
        const document = readLog(text, OWN);
        expect(byId(document.contents.experiments)).toEqual(list);
        const owner = canonicalText('owner', next);
        const changed = document.contents.experiments.map((one) => ({ ...one, owner }));
        expect(readLog(written(document, changed), OWN).contents.experiments).toEqual(changed);
      }),
      runs(1),
    );
  });

  test.each(['', '- one'])('a list in one of one line takes nothing in of what stands below it: %j', (before) => {
    const fence = 'see\n  ```\n`````';
    const given = { id: 'K-OPS-001', date: '2026-03-02', owner: before, status: 'Proposed', expectedBenefit: fence };
    const document = readLog(written(readLog(blank, OWN), [{ ...emptyExperiment(), ...given }]), OWN);
    const owner = '**status**: active\n- **Status:** in a list';
    const changed = document.contents.experiments.map((one) => ({ ...one, owner }));
    expect(readLog(written(document, changed), OWN).contents.experiments).toEqual(changed);
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
        const without = withoutWanted(experiment, KEYS);
        expect(joined(without)).toBe('');
        // A block has no place in a field of one line: it stays what it is.
        fc.pre(LINES.every((key) => !experiment[key].includes('\n')) && !LABELS.test(experiment.other));
        expect(withWanted(canonicalExperiment(without), WORDS)).toEqual(experiment);
      }),
      runs(5),
    );
  });

  test('the words that leave a field stand where the log has them, to the byte', () => {
    fc.assert(
      fc.property(owned, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (all, moves) => {
        const list = all.map((one) => ({ ...one, ...firstLines(one) }));
        const lines = written(readLog(blank, OWN), list).split('\n');
        // Single labels are moved below others of the same experiment.
        const isLine = (line = '') => /^\*\*[^*]+:\*\* ./.test(line);
        for (const [nth, move] of moves.entries()) {
          const at = (move * 31 + nth) % lines.length;
          if (isLine(lines[at]) && isLine(lines[at + 1])) lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '');
        }
        const text = lines.join('\n');
        const [having, lacking] = [readLog(text, OWN), readLog(text, { isSettled: true })];
        for (const [at, one] of having.contents.experiments.entries()) {
          const like = lacking.contents.experiments[at]?.other ?? '';
          expect(withoutWanted(one, KEYS, like, WORDS).other).toBe(like);
        }
      }),
      runs(2),
    );
  });

  test('a log reads the same with and without the field, but for where the words stand', () => {
    fc.assert(
      fc.property(owned, (all) => {
        const list = all.map((one) => ({ ...one, ...firstLines(one) }));
        const text = written(readLog(blank, OWN), list);
        const [having, lacking] = [readLog(text, OWN), readLog(text, { isSettled: true })];
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
