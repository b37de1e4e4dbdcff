import { expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { type Chain, chainsOf } from '../../../src/domain/portfolio/chains.ts';
import { factsOf } from '../../../src/domain/portfolio/portfolio.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/register/settings.ts';

/** Chains of experiments `A-1`, `A-2`, … begun a day apart in this order, each with what it follows. */
function chains(...follows: string[][]): Chain[] {
  const rows = follows.map((ids, index) => ({
    row: index + 2,
    closed: '',
    experiment: {
      ...emptyExperiment(),
      id: `A-${index + 1}`,
      status: 'Active',
      date: `2026-01-${String(index + 1).padStart(2, '0')}`,
      other: ids.length === 0 ? '' : `**Follows:** ${ids.map((id) => `[A-${id}]`).join(', ')}`,
    },
  }));
  return chainsOf(factsOf(rows, DEFAULT_SETTINGS, '2026-03-02'));
}

const told = ({ steps }: Chain) => steps.map(({ fact, branch }) => `${'>'.repeat(branch)}${fact.experiment.id}`);

test('an iteration is told from its beginning, on one line as long as it does not part', () => {
  expect(chains([], ['1'], [], ['2']).map(told)).toEqual([['A-1', 'A-2', 'A-4']]);
});

test('where it parts, each branch is told to its end, the older one first', () => {
  expect(chains([], ['1'], ['1'], ['2'], ['3']).map(told)).toEqual([['A-1', '>A-2', '>A-4', '>A-3', '>A-5']]);
});

test('the chain with the newest step comes first', () => {
  expect(chains([], [], ['1'], ['2']).map(told)).toEqual([
    ['A-2', 'A-4'],
    ['A-1', 'A-3'],
  ]);
});

test('what follows several is told once, and names the others', () => {
  const [chain, ...more] = chains([], ['1'], ['1'], ['2', '3']);
  expect(more).toEqual([]);
  expect(chain && told(chain)).toEqual(['A-1', '>A-2', '>A-4', '>A-3']);
  expect(chain?.steps[2]?.alsoFollows).toEqual(['A-3']);
});

test('what follows an unknown experiment says so', () => {
  const [chain] = chains(['99']);
  expect(chain?.steps[0]?.missing).toEqual(['A-99']);
});

test.each([
  ['itself', [['1']], ['A-1']],
  ['each other', [['2'], ['1']], ['A-1', 'A-2']],
  ['a circle with a tail', [['3'], ['1'], ['2'], ['3']], ['A-1', 'A-2', 'A-3', 'A-4']],
])('a circle ends: following %s', (_, follows, ids) => {
  const found = chains(...follows);
  expect(found).toHaveLength(1);
  expect(found[0]?.isCircular).toBe(true);
  expect(found[0]?.steps.map(({ fact }) => fact.experiment.id).sort()).toEqual(ids);
});

test('an experiment alone is no chain', () => {
  expect(chains([], [])).toEqual([]);
});

test('a chain of ten thousand is told', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    row: index + 2,
    closed: '',
    experiment: { ...emptyExperiment(), id: `A-${index}`, other: index === 0 ? '' : `**Follows:** [A-${index - 1}]` },
  }));
  const [chain] = chainsOf(factsOf(rows, DEFAULT_SETTINGS, '2026-03-02'));
  expect(chain?.steps).toHaveLength(10_000);
});
