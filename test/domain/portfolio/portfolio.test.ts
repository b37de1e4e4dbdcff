import { describe, expect, test } from '@jest/globals';
import { readDay } from '../../../src/domain/calendar.ts';
import { type Experiment, emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { lengthsOf, medianOf, overdueBands, WAIT_ENDS, waitsOf } from '../../../src/domain/portfolio/ages.ts';
import { benefitsOf } from '../../../src/domain/portfolio/benefits.ts';
import { countsOf, glanceOf } from '../../../src/domain/portfolio/counts.ts';
import { learningsIn, learningsOf, searchLearnings } from '../../../src/domain/portfolio/learnings.ts';
import {
  closedIn,
  type Fact,
  factsOf,
  filterFacts,
  inOrder,
  type PortfolioRow,
} from '../../../src/domain/portfolio/portfolio.ts';
import { quarterOf, quartersOf } from '../../../src/domain/portfolio/quarters.ts';
import { duesOf, reviewOf } from '../../../src/domain/portfolio/review.ts';
import { timelineOf } from '../../../src/domain/portfolio/timeline.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/register/settings.ts';
import { generatedRows } from '../../fixtures/portfolio.ts';

const TODAY = '2026-03-02';
const day = (text: string) => readDay(text) ?? 0;
const today = day(TODAY);
const SETTINGS = { ...DEFAULT_SETTINGS, entities: ['Holding', 'Solartech', 'Hippos'] };

const RUNNING: Experiment = {
  ...emptyExperiment(),
  id: 'K-BIZ-001',
  title: 'Shorter stand-up',
  date: '2026-01-05',
  started: '2026-02-02',
  layer: 'Process',
  entity: 'Holding',
  status: 'Active',
  hypothesis: 'If we stand, then we end sooner because standing tires.',
  expectedResult: '10 minutes',
  duration: '8 weeks',
};
const COMPLETED: Partial<Experiment> = { status: 'Completed', actualResult: 'a', learning: 'b', decision: 'Adopt' };

/** The facts of experiments that differ from a sound running one; IDs are given where none is. */
function facts(...experiments: (Partial<Experiment> & { closed?: string })[]): Fact[] {
  const rows = experiments.map(({ closed = '', ...change }, index): PortfolioRow => {
    const id = `K-BIZ-${String(index + 1).padStart(3, '0')}`;
    return { row: index + 2, experiment: { ...RUNNING, id, ...change }, closed };
  });
  return factsOf(rows, SETTINGS, TODAY);
}

const ids = (some: readonly Fact[]) => some.map(({ experiment }) => experiment.id.slice(-3));

describe('a filter', () => {
  test('lets through one layer or one entity, also of experiments that name several or none', () => {
    const all = facts({}, { entity: 'Hippos, Holding' }, { entity: '', layer: '' }, { layer: 'Model' });
    expect(ids(filterFacts(all, { entity: 'Holding' }).facts)).toEqual(['001', '002', '004']);
    expect(ids(filterFacts(all, { entity: '' }).facts)).toEqual(['003']);
    expect(ids(filterFacts(all, { layer: '' }).facts)).toEqual(['003']);
    expect(ids(filterFacts(all, { layer: 'Model', entity: 'Hippos' }).facts)).toEqual([]);
  });

  test('by period takes whatever was open at some time in it, and says what it cannot tell', () => {
    const period = { from: day('2025-10-01'), until: day('2025-12-31') };
    const all = facts(
      {},
      { date: '2025-12-31' },
      { date: '2025-06-01', ...COMPLETED, closed: '2025-10-01' },
      { date: '2025-06-01', ...COMPLETED, closed: '2025-09-30' },
      { date: '2025-06-01', ...COMPLETED },
      { date: '2025-06-01' },
      { date: 'soon', started: '' },
      { date: '2025-06-01', status: 'Paused' },
    );
    const { facts: inside, unplaced } = filterFacts(all, { period });
    expect(ids(inside)).toEqual(['002', '003', '006']);
    expect(ids(unplaced)).toEqual(['005', '007', '008']);
  });

  test('of what was closed leaves out only what is known to be closed outside', () => {
    const all = facts({}, { ...COMPLETED, closed: '2026-02-01' }, { ...COMPLETED, closed: '2026-01-31' }, COMPLETED);
    expect(ids(closedIn(all, { from: day('2026-02-01'), until: today }))).toEqual(['001', '002', '004']);
  });
});

test('groups stand in the order of the settings, then by name, and those without a name last', () => {
  expect(inOrder(['', 'Shop 10', 'B', 'Shop 9', 'A', 'B'], ['B', 'A'])).toEqual(['B', 'A', 'Shop 9', 'Shop 10', '']);
});

describe('the timeline', () => {
  const of = (all: Fact[], ...more: [{ from: number; until: number }?]) =>
    timelineOf(all, 'entity', SETTINGS.entities, today, ...more);

  test('draws from start to due, and from due to today what is overdue', () => {
    const { groups } = of(facts({ duration: '2 weeks' }, {}, { duration: 'until 2026-03-02' }));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.bars).toMatchObject([
      { from: day('2026-02-02'), due: day('2026-02-16'), lateUntil: today },
      { from: day('2026-02-02'), due: today },
      { from: day('2026-02-02'), due: day('2026-03-30') },
    ]);
    expect(groups[0]?.bars[1]).not.toHaveProperty('lateUntil');
    expect(groups[0]?.bars[2]).not.toHaveProperty('ended');
  });

  test('marks checkpoints with their words', () => {
    const [group] = of(facts({ duration: '4 weeks: Week 1 — fit. Week 2-4 — run.' })).groups;
    expect(group?.bars[0]?.milestones).toEqual([
      { day: day('2026-02-09'), label: 'Week 1 — fit' },
      { day: day('2026-03-02'), label: 'Week 2-4 — run' },
    ]);
  });

  test('draws what was closed in the last 90 days, or in the period, up to its closing day', () => {
    const all = facts(
      { ...COMPLETED, date: '2025-11-01', started: '2025-11-01', duration: '2 weeks', closed: '2025-12-02' },
      { ...COMPLETED, date: '2025-11-01', started: '2025-11-01', duration: '2 weeks', closed: '2025-12-01' },
      { ...COMPLETED, closed: '2026-02-10' },
    );
    expect(of(all).groups[0]?.bars.map(({ fact, ended, lateUntil }) => [...ids([fact]), ended, lateUntil])).toEqual([
      ['001', day('2025-12-02'), day('2025-12-02')],
      ['003', day('2026-02-10'), undefined],
    ]);
    const period = { from: day('2025-12-01'), until: day('2025-12-01') };
    expect(of(all, period).groups[0]?.bars.map(({ fact }) => ids([fact])[0])).toEqual(['002']);
  });

  test('never draws what cannot be dated, and lists it apart', () => {
    const all = facts(
      { duration: 'Until the menu is decided' },
      { duration: '' },
      { date: 'soon', started: '' },
      { ...COMPLETED, closed: '2026-01-01' },
      { ...COMPLETED, duration: '?', closed: '2026-02-20' },
    );
    const { groups, undated, unplaced, experiments } = of(all);
    expect(groups).toEqual([]);
    expect(experiments).toBe(0);
    expect(ids(undated)).toEqual(['001', '002', '003', '004', '005']);
    expect(unplaced).toEqual([]);
  });

  test('says of which closed ones nobody knows when, and leaves out what never ran', () => {
    const all = facts(
      COMPLETED,
      { ...COMPLETED, closed: '2026-03-03' },
      { status: 'Dropped', started: '', closed: '2026-03-01' },
      { status: 'Proposed' },
      { status: 'Paused' },
    );
    const { experiments, undated, unplaced } = of(all);
    expect([experiments, undated.length, ids(unplaced)]).toEqual([0, 0, ['001', '002']]);
  });

  test('shows an experiment of several entities in each, and counts it once', () => {
    const { groups, experiments } = of(facts({ entity: 'Hippos, Holding' }, { entity: 'Annex' }, { entity: '' }));
    expect(groups.map(({ name, bars }) => [name, bars.length])).toEqual([
      ['Holding', 1],
      ['Hippos', 1],
      ['Annex', 1],
      ['', 1],
    ]);
    expect(experiments).toBe(3);
  });
});

describe('counts', () => {
  test('by status, layer and entity: the total has each experiment once', () => {
    const all = facts({}, { entity: 'Holding, Hippos' }, { status: 'Proposed', layer: 'Model' }, COMPLETED);
    const { columns, groups, total } = countsOf(all, 'entity', SETTINGS);
    expect(columns).toEqual(['Proposed', 'Active', 'Completed', 'Dropped']);
    expect(groups.map(({ name, all: some, parts }) => [name, ids(some), parts.map((part) => part.name)])).toEqual([
      ['Holding', ['001', '002', '003', '004'], ['Process', 'Model']],
      ['Hippos', ['002'], ['Process']],
    ]);
    expect(groups[0]?.parts[0]?.cells.map(ids)).toEqual([[], ['001', '002'], ['004'], []]);
    expect(total.cells.map(ids)).toEqual([['003'], ['001', '002'], ['004'], []]);
  });

  test('a status that does not exist has a column of its own', () => {
    const { columns, total } = countsOf(facts({ status: 'Paused' }, { status: '' }), 'layer', SETTINGS);
    expect(columns[4]).toBeUndefined();
    expect(total.cells[4]).toHaveLength(2);
  });

  test('the glance has what runs, is late, waits or is wrong', () => {
    const glance = glanceOf(
      facts(
        {},
        { duration: '1 week' },
        { duration: 'until 2026-03-05' },
        { duration: 'ongoing' },
        { status: 'Proposed', date: '2026-01-05' },
        { ...COMPLETED, decision: '' },
        { ...COMPLETED, learning: '' },
        { title: '' },
        { ...COMPLETED, rollingOut: '- [ ] Annex, from 2026-01-01' },
        { ...COMPLETED, learning: '', rollingOut: '- [ ] Annex, from 2026-01-01' },
        { ...COMPLETED, decision: 'Iterate', rollingOut: '- [ ] Annex, from 2026-01-01' },
      ),
    );
    expect(Object.fromEntries(Object.entries(glance).map(([key, some]) => [key, ids(some)]))).toEqual({
      running: ['001', '002', '003', '004', '008'],
      overdue: ['002'],
      dueSoon: ['003'],
      undated: ['004'],
      waiting: ['005', '006'],
      rollingOut: ['009', '010'],
      wrong: ['004', '006', '007', '008', '010'],
    });
  });
});

describe('quarters', () => {
  test('hold every quarter from the first closing to today, the empty ones too', () => {
    const { quarters, unplaced } = quartersOf(
      facts(
        { ...COMPLETED, closed: '2025-06-30' },
        { ...COMPLETED, decision: 'Iterate', closed: '2025-07-01' },
        { ...COMPLETED, decision: '', closed: '2026-01-01' },
        { status: 'Dropped', decision: 'Drop', closed: TODAY },
        {},
      ),
      today,
    );
    expect(quarters.map(({ label, cells }) => [label, ...cells.map(ids)])).toEqual([
      ['2025 Q2', ['001'], [], [], []],
      ['2025 Q3', [], ['002'], [], []],
      ['2025 Q4', [], [], [], []],
      ['2026 Q1', [], [], ['004'], ['003']],
    ]);
    expect(unplaced).toEqual([]);
  });

  test('put what is far back together, and list apart what has no day that can be right', () => {
    const { quarters, unplaced } = quartersOf(
      facts(
        { ...COMPLETED, closed: '1999-01-01' },
        { ...COMPLETED, closed: '2023-06-30' },
        { ...COMPLETED, closed: '2023-07-01' },
        COMPLETED,
        { ...COMPLETED, closed: '2026-03-03' },
        { ...COMPLETED, closed: 'spring' },
      ),
      today,
    );
    expect(quarters).toHaveLength(12);
    expect(quarters.slice(0, 2).map(({ label, all }) => [label, ids(all)])).toEqual([
      ['before 2023 Q3', ['001', '002']],
      ['2023 Q3', ['003']],
    ]);
    expect(ids(unplaced)).toEqual(['004', '005', '006']);
  });

  test('begin and end where the calendar has them', () => {
    expect(quarterOf(day('2024-02-29'))).toEqual({ from: day('2024-01-01'), until: day('2024-03-31') });
    expect(quarterOf(day('2024-02-29'), -1)).toEqual({ from: day('2023-10-01'), until: day('2023-12-31') });
  });
});

describe('ages', () => {
  test('overdue ones stand in bands of 1 to 3, 4 to 7, and 8 days and more', () => {
    const due = ['2026-03-02', '2026-03-01', '2026-02-27', '2026-02-26', '2026-02-23', '2026-02-22', '2026-02-02'];
    const bands = overdueBands(facts(...due.map((end) => ({ duration: `until ${end}` }))), today);
    expect(bands.map(({ least, most, facts: some }) => [least, most, ids(some)])).toEqual([
      [1, 3, ['002', '003']],
      [4, 7, ['004', '005']],
      [8, Infinity, ['006', '007']],
    ]);
  });

  test('closed ones are measured against their plan; what cannot be measured is listed apart', () => {
    const run = { ...COMPLETED, date: '2026-01-05', started: '2026-01-05', duration: '2 weeks' };
    const found = lengthsOf(
      facts(
        { ...run, closed: '2026-01-19' },
        { ...run, closed: '2026-01-20' },
        { ...run, closed: '2026-02-28' },
        run,
        { ...run, closed: '2026-01-04' },
        { ...run, duration: '?', closed: '2026-01-20' },
        { ...run, status: 'Dropped', started: '', closed: '2026-01-20' },
        {},
      ),
    );
    expect(found.lengths.map(({ planned, taken, late }) => [planned, taken, late])).toEqual([
      [14, 14, 0],
      [14, 15, 1],
      [14, 54, 40],
    ]);
    expect([ids(found.inTime), ...found.late.map(({ facts: some }) => ids(some))]).toEqual([
      ['001'],
      ['002'],
      [],
      ['003'],
    ]);
    expect([found.medianPlanned, found.medianTaken]).toEqual([14, 15]);
    expect(ids(found.unplaced)).toEqual(['004', '005', '006']);
  });

  test('proposals wait until they are started, dropped, or still', () => {
    const { bands, medianUntilStart, unplaced } = waitsOf(
      facts(
        { date: '2026-01-05', started: '2026-01-12' },
        { date: '2026-01-05', started: '2026-01-13' },
        { status: 'Proposed', date: '2026-03-02', started: '' },
        { status: 'Proposed', date: '2025-11-30', started: '' },
        { status: 'Dropped', date: '2026-01-05', started: '', closed: '2026-02-05' },
        { status: 'Dropped', date: '2026-01-05', started: '' },
        { date: '2026-01-05', started: '2026-01-04' },
        { status: 'Proposed', date: 'soon', started: '' },
      ),
      today,
    );
    expect(WAIT_ENDS.map((end) => bands[end].map(({ facts: some }) => ids(some)))).toEqual([
      [['003'], [], [], [], ['004']],
      [['001'], ['002'], [], [], []],
      [[], [], [], ['005'], []],
    ]);
    expect(medianUntilStart).toBe(7.5);
    expect(ids(unplaced)).toEqual(['006', '007', '008']);
  });

  test('the median is the middle, or the mean of the two in the middle', () => {
    expect([medianOf([]), medianOf([3]), medianOf([5, 1]), medianOf([9, 1, 2])]).toEqual([undefined, 3, 3, 2]);
  });
});

describe('learnings', () => {
  const all = facts(
    { ...COMPLETED, learning: 'Counting on Sunday helps', date: '2025-01-01' },
    { ...COMPLETED, learning: 'Ask the bakers first', closed: '2026-02-01', entity: 'Hippos' },
    { ...COMPLETED, learning: '(pending)' },
    { ...COMPLETED, learning: 'No day', date: '' },
  );

  test('stand newest first, those without a day last', () => {
    expect(learningsOf(all).map(({ fact }) => fact.learning)).toEqual([
      'Ask the bakers first',
      'Counting on Sunday helps',
      'No day',
    ]);
  });

  test('are found by every word, wherever it stands', () => {
    const found = (text: string) => ids(searchLearnings(learningsOf(all), text).map(({ fact }) => fact));
    expect(found('SUNDAY counting')).toEqual(['001']);
    expect(found('hippos adopt')).toEqual(['002']);
    expect(found('sunday hippos')).toEqual([]);
    expect(found(' ')).toHaveLength(3);
  });

  test('of a period leave out only what is known to be of another day', () => {
    const period = { from: day('2026-01-01'), until: today };
    expect(ids(learningsIn(learningsOf(all), period).map(({ fact }) => fact))).toEqual(['002', '004']);
  });
});

describe('the review', () => {
  test('tells what happened since the last one, its own day included', () => {
    const all = facts(
      { started: '2026-02-23' },
      { started: '2026-02-22' },
      { ...COMPLETED, closed: '2026-02-23' },
      { ...COMPLETED, closed: '2026-02-22', decision: '' },
      { duration: 'until 2026-02-23' },
      { duration: 'until 2026-02-22' },
      { duration: 'until 2026-04-30' },
    );
    const review = reviewOf(
      all,
      { date: '2026-02-23', dues: 'K-BIZ-007 2026-03-30\nK-BIZ-001 2026-12-31\n' },
      SETTINGS.entities,
      today,
    );
    expect(ids(review.started)).toEqual(['001']);
    expect(ids(review.closed)).toEqual(['003']);
    expect(ids(review.newlyOverdue)).toEqual(['005']);
    expect(ids(review.waiting)).toEqual(['004']);
    expect(review.slipped?.map(({ fact, from, to }) => [...ids([fact]), from, to])).toEqual([
      ['007', day('2026-03-30'), day('2026-04-30')],
    ]);
    expect(review.topics.map(([entity, some]) => [entity, ids(some)])).toEqual([['Holding', ['006', '005', '004']]]);
  });

  test('looks back a week where there was none, and then cannot tell what slipped', () => {
    const review = reviewOf(facts({}), undefined, [], today);
    expect([review.since, review.slipped]).toEqual([today - 7, undefined]);
  });

  test('keeps the due dates of what is running', () => {
    const all = facts({}, { duration: '?' }, COMPLETED, { id: 'odd one' }, { duration: '9 weeks' });
    expect(duesOf(all)).toBe('K-BIZ-001 2026-03-30\nK-BIZ-005 2026-04-06\n');
  });
});

test('whatever a register holds, every view accounts for each experiment once', () => {
  const rows = generatedRows(500, TODAY, 7);
  const all = factsOf(rows, DEFAULT_SETTINGS, TODAY);
  const closed = all.filter(({ status }) => status === 'Completed' || status === 'Dropped').length;
  const { quarters, unplaced } = quartersOf(all, today);
  expect(quarters.reduce((sum, quarter) => sum + quarter.all.length, 0) + unplaced.length).toBe(closed);
  const { total } = countsOf(all, 'layer', DEFAULT_SETTINGS);
  expect(total.cells.reduce((sum, cell) => sum + cell.length, 0)).toBe(500);
  const { bands, unplaced: unknown } = waitsOf(all, today);
  const waited = WAIT_ENDS.flatMap((end) => bands[end].map((band) => band.facts.length));
  const known = all.filter(({ status }) => status !== undefined).length;
  expect(waited.reduce((sum, count) => sum + count, 0) + unknown.length).toBe(known);
  const timeline = timelineOf(all, 'entity', [], today);
  const running = all.filter(({ status }) => status === 'Active').length;
  const drawn = new Set(timeline.groups.flatMap(({ bars }) => bars.map(({ fact }) => fact.row)));
  expect(drawn.size).toBe(timeline.experiments);
  const isRunning = (fact: Fact) => fact.status === 'Active';
  const runningDrawn = all.filter((fact) => isRunning(fact) && drawn.has(fact.row)).length;
  expect(runningDrawn + timeline.undated.filter(isRunning).length).toBe(running);
});

describe('benefits', () => {
  const said = (...experiments: Parameters<typeof facts>) => {
    const { sums, unread } = benefitsOf(facts(...experiments));
    const amounts = sums.map(({ unit, isYearly, ahead, expected, actual }) => [
      `${unit} ${isYearly ? 'a year' : 'once'}`,
      ...[ahead, expected, actual].map((sum) => `${sum.amount} of ${ids(sum.facts)}`),
    ]);
    return { amounts, unread: ids(unread) };
  };

  test('are added up a unit each, each year apart from once, ahead apart from what is closed', () => {
    expect(
      said(
        { expectedBenefit: '12,000 EUR a year' },
        { expectedBenefit: '€ 3k p.a.', actualBenefit: '1,000 eur a year', ...COMPLETED },
        { expectedBenefit: '500 EUR once', ...COMPLETED },
        { expectedBenefit: '40 h a year', actualBenefit: '-5 h a year', status: 'Dropped' },
        {},
      ),
    ).toEqual({
      amounts: [
        ['EUR a year', '12000 of 001', '3000 of 002', '1000 of 002'],
        ['h a year', '0 of ', '40 of 004', '-5 of 004'],
        ['EUR once', '0 of ', '500 of 003', '0 of '],
      ],
      unread: [],
    });
  });

  test('that say less or more are named, once each', () => {
    expect(said({ expectedBenefit: 'a lot', actualBenefit: '12,000' }, { actualBenefit: '3 h once' })).toEqual({
      amounts: [['h once', '0 of ', '0 of ', '3 of 002']],
      unread: ['001'],
    });
  });
});
