// What became of what was learnt: the sidebar's lists, beside what the dashboard makes of the same register.
import { expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import {
  isWithoutOrigin,
  iterationsOf,
  type LearntEntry,
  unkeptIn,
  usedOf,
} from '../../../src/domain/portfolio/learnt.ts';
import { factsOf, type PortfolioRow } from '../../../src/domain/portfolio/portfolio.ts';
import type { Settings } from '../../../src/domain/register/settings.ts';
import { generatedRows, pastedRows } from '../../fixtures/portfolio.ts';
import { TODAY, Workbook } from '../workbook.ts';
import { close, closing, known, learntIn, teaHouse, type } from './tea-house.ts';

const save = (workbook: Workbook, kind: string, entry: object) =>
  expect(workbook.ask('saveEntry', { kind, entry: { ...emptyExperiment(), ...entry } })).toMatchObject({ ok: true });

/** What the page of the dashboard counts. */
function countedByDashboard(workbook: Workbook) {
  const portfolio = workbook.ask('readPortfolio') as unknown as {
    rows: PortfolioRow[];
    settings: Settings;
    today: string;
    learnt?: LearntEntry[];
  };
  const facts = factsOf(portfolio.rows, portfolio.settings, portfolio.today);
  const used = usedOf(portfolio.learnt ?? [], facts);
  return {
    uses: Object.fromEntries(used.map(({ entry, facts: some }) => [`${entry.kind} ${entry.id}`, some.length])),
    orphans: used.filter(isWithoutOrigin).map(({ entry }) => entry.id),
    unkept: unkeptIn(facts, used).map(({ row }) => row),
    iterations: iterationsOf(facts).map(({ first, last, iterated }) => [
      first.row,
      last.row,
      iterated.map(({ row }) => row),
    ]),
  };
}

function countedBySidebar(workbook: Workbook) {
  const { entries, unkept, iterations } = learntIn(workbook);
  return {
    uses: Object.fromEntries(entries.map(({ kind, entry, uses }) => [`${kind} ${entry.id}`, uses])),
    orphans: entries.filter(({ isOrphan }) => isOrphan).map(({ entry }) => entry.id),
    unkept: unkept.map(({ row }) => row),
    iterations: iterations.map(({ first, last, iterated }) => [first.row, last.row, iterated.map(({ row }) => row)]),
  };
}

test('the sidebar counts what the dashboard counts, of 600 experiments', () => {
  const workbook = Workbook.setUp();
  const rows = generatedRows(600, TODAY);
  const ids = rows.map(({ experiment }) => experiment.id);
  for (const [at, { experiment }] of rows.entries()) {
    const before = at % 3 === 0 ? '' : `**Follows:** [${ids[at - 1]}]`;
    experiment.other = [before, at % 7 === 0 ? '**Pattern:** P-BIZ-001' : ''].filter(Boolean).join('\n');
  }
  workbook.type(2, 'ID', ...pastedRows(rows));
  save(workbook, 'pattern', { title: 'One', risks: ` ${ids[3]} , ${ids[8]}; K-BIZ-9999` });
  save(workbook, 'pattern', { title: 'Two' });
  save(workbook, 'rule', { title: 'Gone', risks: 'K-BIZ-9999' });
  save(workbook, 'rule', { title: 'Rye', risks: 'the night of the burnt rye' });
  const dashboard = countedByDashboard(workbook);
  expect(countedBySidebar(workbook)).toEqual(dashboard);
  expect(dashboard.orphans).toEqual(['R-BIZ-001']);
  expect(dashboard.unkept.length).toBeGreaterThan(20);
  expect(dashboard.iterations.length).toBeGreaterThan(20);
});

test('a move that no trigger heard of counts in both', () => {
  const workbook = teaHouse();
  const at = workbook.rowOf('K-TEA-001');
  const book = workbook.host.snapshot();
  for (const sheet of book.sheets) {
    for (const [row, column, cell] of sheet.cells) {
      if (sheet.name !== 'Experiments' || row !== at - 1) continue;
      if (column === workbook.column('Status')) cell.value = 'Completed';
    }
  }
  workbook.store.saveBook(book);
  const again = new Workbook(workbook.store);
  type(again, 'Experiments', at, 'Decision', 'Adopt');
  expect(countedBySidebar(again)).toEqual(countedByDashboard(again));
  expect(learntIn(again).unkept).toContainEqual(expect.objectContaining({ id: 'K-TEA-001', date: TODAY }));
});

test('an experiment is missed as long as neither pattern nor rule tells of it', () => {
  const workbook = teaHouse();
  const missed = () => learntIn(workbook).unkept.map(({ id, row, date }) => [id, row, date]);
  const pots = ['K-TEA-002', workbook.rowOf('K-TEA-002'), ''];
  expect(learntIn(workbook)).toMatchObject({ ok: true, entries: [], iterations: [] });
  expect(missed()).toEqual([pots]);
  workbook.ask('saveForm', closing(workbook, 'K-TEA-001', 'Adopt'));
  expect(missed()).toEqual([['K-TEA-001', workbook.rowOf('K-TEA-001'), TODAY], pots]);
  save(workbook, 'pattern', { title: 'Kettle', risks: 'K-TEA-001' });
  expect(missed()).toEqual([pots]);
});

test('an iteration tells how often, where it stands, and what was decided there', () => {
  const workbook = teaHouse();
  workbook.ask('saveForm', closing(workbook, 'K-TEA-001', 'Iterate'));
  expect(learntIn(workbook).iterations).toMatchObject([
    { first: { id: 'K-TEA-001' }, last: { id: 'K-TEA-001' }, iterated: [{ id: 'K-TEA-001' }], decision: 'Iterate' },
  ]);
  type(workbook, 'Experiments', workbook.rowOf('K-TEA-002'), 'Other fields', '**Follows:** [K-TEA-001]');
  expect(learntIn(workbook).iterations).toMatchObject([
    { first: { id: 'K-TEA-001' }, last: { id: 'K-TEA-002' }, iterated: [{ id: 'K-TEA-001' }], decision: 'Adopt' },
  ]);
});

test('blanks around an ID in the register do not part a pattern from its experiment', () => {
  const workbook = teaHouse();
  close(workbook, 'K-TEA-001', 'pattern');
  const at = workbook.rowOf('K-TEA-001');
  const book = workbook.host.snapshot();
  for (const sheet of book.sheets) {
    for (const [row, column, cell] of sheet.cells) {
      if (sheet.name === 'Experiments' && row === at - 1 && column === workbook.column('ID'))
        cell.value = ' K-TEA-001 ';
    }
  }
  workbook.store.saveBook(book);
  const again = new Workbook(workbook.store);
  expect(known(again).map(({ findings, uses }) => [findings, uses])).toEqual([[[], 1]]);
});
