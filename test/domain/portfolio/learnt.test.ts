import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDay } from '../../../src/domain/calendar.ts';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import {
  isWithoutOrigin,
  iterationsOf,
  type LearntEntry,
  unkeptIn,
  usedOf,
} from '../../../src/domain/portfolio/learnt.ts';
import { type Fact, factsOf } from '../../../src/domain/portfolio/portfolio.ts';
import { nameOfQuarter } from '../../../src/domain/portfolio/quarter-name.ts';
import { quarterPageOf } from '../../../src/domain/portfolio/quarter-page.ts';
import { quarterOf, quartersBackTo } from '../../../src/domain/portfolio/quarters.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/register/settings.ts';

const TODAY = '2026-05-04';
const day = (text: string) => readDay(text) ?? 0;

type Given = Partial<ReturnType<typeof emptyExperiment>> & { closed?: string };

/** Closed and adopted where they do not say otherwise: their IDs are K-1, K-2 and so on. */
function facts(...some: Given[]): Fact[] {
  const usual = { status: 'Completed', decision: 'Adopt', learning: 'a', actualResult: 'b', started: '2026-01-05' };
  const rows = some.map(({ closed = '2026-02-10', ...change }, at) => ({
    row: at + 2,
    experiment: { ...emptyExperiment(), id: `K-${at + 1}`, date: '2026-01-02', ...usual, ...change },
    closed,
  }));
  return factsOf(rows, DEFAULT_SETTINGS, TODAY);
}

const entry = (change: Partial<LearntEntry>): LearntEntry => ({
  kind: 'pattern',
  id: 'P-1',
  title: 'Scale first',
  state: 'current',
  source: '',
  added: '2026-02-11',
  ...change,
});
const ids = (some: readonly Fact[]) => some.map(({ experiment }) => experiment.id);

describe('patterns and rules', () => {
  test('are used by what they name and by what names them, each once, the most used first', () => {
    const all = facts({}, { other: '**Pattern:** P-2' }, { other: '**pattern**: [P-2], P-1' }, {});
    const used = usedOf(
      [entry({ source: 'K-1, K-1, K-9' }), entry({ id: 'P-2', source: 'K-2; K-3, K-4' }), entry({ id: 'P-3' })],
      all,
    );
    expect(used.map(({ entry: { id }, facts: some, missing }) => [id, ids(some), missing])).toEqual([
      ['P-2', ['K-2', 'K-3', 'K-4'], []],
      ['P-1', ['K-1', 'K-3'], ['K-9']],
      ['P-3', [], []],
    ]);
  });

  test('of the same ID are told apart by their kind', () => {
    const all = facts({ other: '**Rule:** X-1' });
    const used = usedOf([entry({ id: 'X-1' }), entry({ id: 'X-1', kind: 'rule' })], all);
    expect(used.map(({ entry: { kind }, facts: some }) => [kind, ids(some)])).toEqual([
      ['rule', ['K-1']],
      ['pattern', []],
    ]);
  });

  test.each([
    ['nothing', '', true],
    ['an experiment that is gone', 'K-9', true],
    ['two that are gone', 'K-9, K-8.', true],
    ['one that is gone and one that is there', 'K-9, K-1', false],
    ['one that is gone, and a post-mortem', 'K-9, the night of the burnt rye', false],
    ['a post-mortem', 'rye.md', false],
  ])('a rule that comes from %s', (_, source, isOrphan) => {
    const [used] = usedOf([entry({ kind: 'rule', id: 'R-1', source })], facts({}));
    expect(used && isWithoutOrigin(used)).toBe(isOrphan);
  });

  test('are missed of what was adopted and closed, and of nothing else', () => {
    const all = facts(
      {},
      { other: '**Rule:** R-1' },
      { decision: 'Drop' },
      { status: 'Active' },
      {},
      { other: '**Rule:** R-7, which nobody has' },
    );
    const used = usedOf([entry({ source: 'K-5' }), entry({ kind: 'rule', id: 'R-1' })], all);
    expect(ids(unkeptIn(all, used))).toEqual(['K-1', 'K-6']);
  });
});

test('iterations are counted from the beginning of each chain to where it stands, the most first', () => {
  const all = facts(
    { decision: 'Iterate' },
    { decision: 'Iterate', other: '**Follows:** [K-1]' },
    { status: 'Active', decision: '', other: '**Follows:** [K-2]' },
    { decision: 'Iterate' },
    { decision: 'Adopt' },
    { status: 'Active', decision: 'Iterate' },
  );
  expect(iterationsOf(all).map(({ first, last, iterated }) => [ids([first, last]), ids(iterated)])).toEqual([
    [
      ['K-1', 'K-3'],
      ['K-1', 'K-2'],
    ],
    [['K-4', 'K-4'], ['K-4']],
  ]);
});

describe('the page of a quarter', () => {
  const FIRST = quarterOf(day('2026-02-01'));

  test('has what ran in it, what was closed in it, and what was written down in it', () => {
    const all = facts(
      { closed: '2026-03-31', owner: 'Mia' },
      { closed: '2026-04-01', owner: 'Mia, Tom' },
      { closed: '2025-12-31', started: '2025-10-01' },
      { closed: '2026-01-01', started: '2025-10-01', decision: 'Drop' },
      { status: 'Active', decision: '', started: '2026-03-31', owner: 'Tom' },
      { status: 'Active', decision: '', started: '2026-04-01' },
      { status: 'Dropped', decision: 'Drop', started: '', closed: '2026-02-01', learning: '' },
      { closed: '' },
      { status: 'Proposed', decision: '', started: '' },
    );
    const entries = [entry({}), entry({ id: 'P-2', added: '2026-04-01' }), entry({ id: 'P-3', added: 'soon' })];
    const page = quarterPageOf(all, entries, FIRST);
    expect(ids(page.tried)).toEqual(['K-1', 'K-2', 'K-4', 'K-5']);
    expect(ids(page.learnt)).toEqual(['K-1', 'K-4']);
    expect(ids(page.adopted)).toEqual(['K-1']);
    expect(page.kept.map(({ id }) => id)).toEqual(['P-1']);
    expect(page.owners.map((each) => [each.name, ids(each.tried), ids(each.learnt), ids(each.adopted)])).toEqual([
      ['Mia', ['K-1', 'K-2'], ['K-1'], ['K-1']],
      ['Tom', ['K-2', 'K-5'], [], []],
      ['', ['K-4'], ['K-4'], []],
    ]);
  });

  test('of all quarters together has what was closed with a day once', () => {
    const days = fc.integer({ min: day('2024-01-01'), max: day(TODAY) });
    fc.assert(
      fc.property(fc.array(fc.tuple(days, days), { maxLength: 12 }), (spans) => {
        const text = (value: number) => new Date(value * 86_400_000).toISOString().slice(0, 10);
        const all = facts(
          ...spans.map(([one, other]) => ({
            date: text(Math.min(one, other)),
            started: text(Math.min(one, other)),
            closed: text(Math.max(one, other)),
          })),
        );
        const pages = Array.from({ length: 12 }, (_, back) => quarterPageOf(all, [], quarterOf(day(TODAY), -back)));
        expect(pages.flatMap(({ adopted }) => ids(adopted)).sort()).toEqual(ids(all).sort());
        for (const page of pages) expect(page.tried).toEqual(expect.arrayContaining(page.adopted));
        expect(new Set(pages.flatMap(({ tried }) => ids(tried))).size).toBe(all.length);
      }),
      { numRuns: 200 },
    );
  });

  test('is offered from today back to the first beginning', () => {
    expect(quartersBackTo(facts({ started: '2025-10-01' }, { closed: '2025-12-31' }), day(TODAY))).toEqual([
      '2026 Q2',
      '2026 Q1',
      '2025 Q4',
    ]);
    expect(quartersBackTo([], day(TODAY))).toEqual(['2026 Q2']);
    expect(quartersBackTo(facts({ started: '1026-01-05' }), day(TODAY))).toHaveLength(40);
    expect(nameOfQuarter(quarterOf(day(TODAY), -2).until)).toBe('2025 Q4');
  });
});
