// Experiments known again under another ID, and told apart under the same one.
import { expect, test } from '@jest/globals';
import { nextExperiment } from '../../src/domain/experiment/follow-up.ts';
import { type Experiment, emptyExperiment } from '../../src/domain/experiment/template.ts';
import { renamedIn } from '../../src/log/merging/renaming.ts';
import { pairedExperiments } from '../../src/log/text/likeness.ts';

function experiment(id: string, title: string, fields: Partial<Experiment> = {}): Experiment {
  const hypothesis = `If we do as "${title}" says, then it is better because it is.`;
  return { ...emptyExperiment(), id, title, status: 'Active', date: '2026-05-01', hypothesis, ...fields };
}

const OAK = experiment('K-OPS-001', 'Oak');
const ELM = experiment('K-OPS-002', 'Elm');

test.each([
  ['with the same words', { ...OAK, id: 'K-OPS-009' }, { 'K-OPS-001#1': 'K-OPS-009' }],
  ['with another title', { ...OAK, id: 'K-OPS-009', title: 'Oaks' }, { 'K-OPS-001#1': 'K-OPS-009' }],
  ['as what goes on from it', { ...nextExperiment(OAK, '2026-06-01'), id: 'K-OPS-009' }, {}],
  ['as something else', experiment('K-OPS-009', 'Ash'), {}],
])('an experiment that is gone is known under a new ID %s', (_, after, renaming) => {
  expect(Object.fromEntries(renamedIn([OAK, ELM], [after, ELM]))).toEqual(renaming);
});

test('nothing is taken for another ID while the old one stands', () => {
  expect(renamedIn([OAK, ELM], [OAK, ELM, { ...OAK, id: 'K-OPS-009' }]).size).toBe(0);
});

test('of two that are alike neither is guessed', () => {
  const twin = { ...OAK, id: 'K-OPS-003' };
  expect(renamedIn([OAK, twin], [{ ...OAK, id: 'K-OPS-009' }]).size).toBe(0);
});

test('all of a log get another prefix', () => {
  const before = Array.from({ length: 3000 }, (_, at) => experiment(`K-OPS-${at + 1}`, `Title ${at}`));
  const renaming = renamedIn(
    before,
    before.map((one) => ({ ...one, id: one.id.replace('OPS', 'BIZ') })),
  );
  expect(renaming.size).toBe(3000);
  expect(renaming.get('K-OPS-7#1')).toBe('K-BIZ-7');
});

test('several with one ID are told apart by what they say, in whatever order they stand', () => {
  const [first, second] = [experiment('K-OPS-001', 'Oak'), experiment('K-OPS-001', 'Elm')];
  expect(pairedExperiments([first, second], [second, first]).get('K-OPS-001#2')).toBe(second);
  expect([...pairedExperiments([first, second], [second]).keys()]).toEqual(['K-OPS-001#2']);
  const third = experiment('K-OPS-001', 'Ash');
  expect([...pairedExperiments([first, second], [third, second, first]).keys()].sort()).toEqual([
    'K-OPS-001#1',
    'K-OPS-001#2',
    'K-OPS-001#3',
  ]);
});
