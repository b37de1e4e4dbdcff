import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { countsOf, glanceOf } from '../../src/domain/portfolio/counts.ts';
import type { LearntEntry } from '../../src/domain/portfolio/learnt.ts';
import { factsOf, type PortfolioRow } from '../../src/domain/portfolio/portfolio.ts';
import type { KeptReview } from '../../src/domain/portfolio/review.ts';
import type { Settings } from '../../src/domain/register/settings.ts';
import { generatedRows, pastedRows } from '../fixtures/portfolio.ts';
import { TODAY, Workbook } from './workbook.ts';

interface Portfolio {
  ok: boolean;
  settings: Settings;
  today: string;
  rows: PortfolioRow[];
  review?: KeptReview;
  learnt?: LearntEntry[];
  learntError?: string;
}

function setUp(rows: readonly PortfolioRow[] = []): Workbook {
  const workbook = new Workbook();
  workbook.host.choose('setUp');
  if (rows.length > 0) workbook.type(2, 'ID', ...pastedRows(rows));
  return workbook;
}

const read = (workbook: Workbook) => workbook.ask('readPortfolio') as unknown as Portfolio;

test('the menu opens the dashboard beside the sheet, not over it', () => {
  const workbook = setUp();
  workbook.host.choose('openDashboard');
  expect(workbook.events.filter((event) => event.kind === 'page')).toMatchObject([
    { place: 'modeless', title: 'Dashboard' },
  ]);
});

describe('the dashboard opens', () => {
  test('with all of 1,000 experiments', () => {
    expect(read(setUp(generatedRows(1000, TODAY))).rows).toHaveLength(1000);
  });

  test('with the day in the spreadsheet, and nothing in an empty register', () => {
    expect(read(setUp())).toMatchObject({ ok: true, today: TODAY, rows: [] });
  });

  test('with every row as the sheet has it, the wrong ones too', () => {
    const workbook = setUp(generatedRows(40, TODAY));
    const [header = [], ...cells] = workbook.values('Experiments');
    const columns = ['ID', 'Title', 'Status', 'Duration', 'Learning', 'Other fields'].map((label) =>
      header.indexOf(label),
    );
    const { rows } = read(workbook);
    expect(rows.map(({ row }) => row)).toEqual(cells.map((_, index) => index + 2));
    expect(
      rows.map(({ experiment: { id, title, status, duration, learning, other } }) => [
        id,
        title,
        status,
        duration,
        learning,
        other,
      ]),
    ).toEqual(cells.map((row) => columns.map((column) => row[column])));
    expect(rows.filter(({ closed }) => closed === '')).toHaveLength(
      cells.filter((row) => row[header.indexOf('Closed')] === '').length,
    );
  });

  test('with the numbers that the sheet shows', () => {
    const workbook = setUp(generatedRows(200, TODAY));
    const { rows, settings, today } = read(workbook);
    const facts = factsOf(rows, settings, today);
    const values = workbook.values('Experiments');
    const column = (header: string) => values.slice(1).map((row) => String(row[values[0]?.indexOf(header) ?? -1]));
    const count = (cells: string[], test: RegExp) => cells.filter((cell) => test.test(cell)).length;
    const glance = glanceOf(facts);
    const timing = column('Timing');
    expect(glance.running).toHaveLength(count(column('Status'), /^Active$/));
    expect(glance.overdue).toHaveLength(count(timing, /^overdue by/));
    expect(glance.dueSoon).toHaveLength(count(timing, /^due /));
    expect(glance.undated).toHaveLength(count(column('Findings'), /The duration cannot be dated/));
    expect(glance.overdue.length).toBeGreaterThan(3);
    const { columns, total } = countsOf(facts, 'entity', settings);
    columns.forEach((status, index) => {
      const wanted = status === undefined ? /^(?!(?:Proposed|Active|Completed|Dropped)$)/ : new RegExp(`^${status}$`);
      expect(total.cells[index]).toHaveLength(count(column('Status'), wanted));
    });
  });

  test('with the patterns and rules there are, and without any in a register that has none', () => {
    const workbook = setUp(generatedRows(5, TODAY));
    expect(read(workbook)).not.toHaveProperty('learnt');
    const [entry] = [
      { ...emptyExperiment(), title: '<b>Scale</b> first', date: TODAY, risks: 'K-BIZ-001', hypothesis: 'x' },
    ];
    expect(workbook.ask('saveEntry', { kind: 'pattern', entry: { ...entry, status: 'current' } })).toMatchObject({
      ok: true,
    });
    expect(workbook.ask('saveEntry', { kind: 'rule', entry: { ...entry, status: 'must' } })).toMatchObject({
      ok: true,
    });
    const before = [workbook.values('Patterns'), workbook.values('Rules')];
    const same = { title: '<b>Scale</b> first', source: 'K-BIZ-001', added: TODAY };
    expect(read(workbook).learnt).toEqual([
      { kind: 'pattern', id: 'P-BIZ-001', state: 'current', ...same },
      { kind: 'rule', id: 'R-BIZ-001', state: 'must', ...same },
    ]);
    expect([workbook.values('Patterns'), workbook.values('Rules')]).toEqual(before);
  });

  test('and says why patterns and rules cannot be read, with everything else', () => {
    const workbook = setUp(generatedRows(5, TODAY));
    const entry = { ...emptyExperiment(), title: 'Scale first', date: TODAY, status: 'current' };
    workbook.ask('saveEntry', { kind: 'pattern', entry });
    const { id } = workbook.sheet('Patterns');
    workbook.host.act({ kind: 'type', sheet: id, row: 1, column: 0, text: [['no ID at all']] });
    const found = read(workbook);
    expect(found.rows).toHaveLength(5);
    expect(found).not.toHaveProperty('learnt');
    expect(found.learntError).toMatch(/^"no ID at all" in row 2 of the sheet Patterns is no ID: /);
  });

  test('and says what to do where set-up is missing', () => {
    expect(new Workbook().ask('readPortfolio')).toEqual({
      ok: false,
      message: 'The sheet Settings is missing: choose Kaizen Log › Set up or repair.',
    });
  });
});

describe('a review that was held', () => {
  const dues = (count: number) =>
    Array.from({ length: count }, (_, index) => `K-BIZ-${1000 + index} 2026-03-30\n`).join('');
  const kept = (workbook: Workbook) =>
    Object.entries(workbook.store.loadProperties()).flatMap(([store, properties]) =>
      Object.keys(properties).flatMap((key) => (key.startsWith('review:') ? [{ store, key }] : [])),
    );

  test('is remembered with its day and the due dates of then, for this person alone', () => {
    const workbook = setUp();
    expect(workbook.ask('saveReview', { dues: dues(1) })).toEqual({ ok: true, review: { date: TODAY, dues: dues(1) } });
    expect(read(workbook).review).toEqual({ date: TODAY, dues: dues(1) });
    expect(kept(workbook).every(({ store }) => store.startsWith('user:'))).toBe(true);
  });

  test('is remembered where nothing was running', () => {
    const workbook = setUp();
    workbook.ask('saveReview', { dues: '' });
    expect(read(workbook).review).toEqual({ date: TODAY, dues: '' });
  });

  test('fits however much is running, and leaves nothing of a longer one behind', () => {
    const workbook = setUp();
    workbook.ask('saveReview', { dues: dues(3000) });
    expect(read(workbook).review?.dues).toBe(dues(3000));
    workbook.ask('saveReview', { dues: dues(2) });
    expect(read(workbook).review?.dues).toBe(dues(2));
    expect(kept(workbook)).toHaveLength(1);
  });

  test('is known where version 0.1 kept it', () => {
    const workbook = setUp();
    workbook.ask('saveReview', { dues: dues(2) });
    const properties = workbook.store.loadProperties();
    const [{ store, key } = { store: '', key: '' }] = kept(workbook);
    const text = `2026-02-01\n${dues(2)}`;
    properties[store] = { [key]: `2 ${text.length}`, [`${key}:0`]: text.slice(0, 20), [`${key}:1`]: text.slice(20) };
    workbook.store.saveProperties(properties);
    const again = new Workbook(workbook.store);
    expect(read(again).review).toEqual({ date: '2026-02-01', dues: dues(2) });
    again.ask('saveReview', { dues: '' });
    expect(kept(again)).toHaveLength(1);
    expect(read(again).review).toEqual({ date: TODAY, dues: '' });
  });

  test('keeps its day where the due dates are too many', () => {
    const workbook = setUp();
    expect(workbook.ask('saveReview', { dues: dues(9000) })).toEqual({ ok: true, review: { date: TODAY } });
    expect(read(workbook).review).toEqual({ date: TODAY });
  });

  test('is passed over where a part of it is lost', () => {
    const workbook = setUp();
    workbook.ask('saveReview', { dues: dues(1000) });
    const properties = workbook.store.loadProperties();
    for (const { store, key } of kept(workbook)) if (key.endsWith(':1')) delete properties[store]?.[key];
    workbook.store.saveProperties(properties);
    const portfolio = read(new Workbook(workbook.store));
    expect(portfolio).toMatchObject({ ok: true, today: TODAY });
    expect(portfolio.review).toBeUndefined();
  });

  test.each([[{}], [{ dues: 'K-BIZ-001 soon\n' }], [null]])('is refused where the page sends %j', (request) => {
    expect(setUp().ask('saveReview', request)).toMatchObject({ ok: false });
  });
});
