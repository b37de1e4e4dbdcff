// Dashboard, sidebar, Check register and the Findings column count alike, on random registers.
import { afterAll, expect, test } from '@jest/globals';
import { phaseOf } from '../../../src/domain/experiment/status.ts';
import { DECISIONS } from '../../../src/domain/experiment/template.ts';
import { glanceOf } from '../../../src/domain/portfolio/counts.ts';
import { factsOf, type PortfolioRow } from '../../../src/domain/portfolio/portfolio.ts';
import { needsFixing } from '../../../src/domain/register/finding.ts';
import type { Settings } from '../../../src/domain/register/settings.ts';
import { IS_LONG, numbers, report } from '../figures.ts';
import { copied, TODAY, Workbook } from '../workbook.ts';

const REGISTERS = IS_LONG ? 1000 : 12;
const ROWS = 8;

const total = { registers: 0, rows: 0, findings: 0 };
afterAll(() => report('counts', total));

/** What people have in a row, some of it wrong; of the first choices most. */
const CHOICES: [header: string, texts: string[]][] = [
  ['Title', ['Shorter stand-up', 'Tea at the gate', '']],
  ['Date', ['2026-02-11', '2025-01-05', 'in spring', '2031-01-01', '']],
  ['Layer', ['Process', 'System', '']],
  ['Entity', ['Holding', 'Holding, Hippos', '']],
  ['Status', ['Active', 'Proposed', 'Completed', 'Dropped', '']],
  ['Hypothesis', ['If we stand, then we end sooner because standing tires.', 'If so, then so.', '']],
  ['Expected Result', ['10 minutes', 'Better', '']],
  ['Duration', ['4 weeks', '1 day', 'until it rains', '']],
  ['Risks Identified', ['', 'It rains']],
  ['Actual Result', ['', 'Ten minutes']],
  ['Learning', ['', 'Standing tires']],
  ['Decision', ['', 'Adopt']],
];

/** What the sidebar shows nowhere but among what needs fixing. */
const FIXED = new Set(['wrong', 'incomplete', 'cannot date']);

interface Found {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  row?: number;
}

test('dashboard, sidebar, Check register and the Findings column count alike', () => {
  const { store } = Workbook.setUp().shorten();
  for (let seed = 1; seed <= REGISTERS; seed += 1) {
    const pick = numbers(seed * 7919);
    const workbook = copied(store);
    const rows = Array.from({ length: ROWS }, (_, index) => [
      // Now and then the ID of the row above.
      index > 0 && pick(6) === 0 ? `K-BIZ-00${index}` : `K-BIZ-00${index + 1}`,
      ...CHOICES.map(([, texts]) => texts[Math.min(pick(texts.length), pick(texts.length))] ?? ''),
    ]);
    workbook.type(2, 'ID', ...rows);
    const { findings } = workbook.ask('checkLog') as unknown as { findings: Found[] };
    const portfolio = workbook.ask('readPortfolio') as unknown as { rows: PortfolioRow[]; settings: Settings };
    const { attention } = workbook.ask('readOverview') as unknown as {
      attention: { row: number; kind: string; needsFixing: boolean; isWaiting: boolean }[];
    };
    const facts = factsOf(portfolio.rows, portfolio.settings, TODAY);
    const ofKinds = (...kinds: string[]) => attention.filter(({ kind }) => kinds.includes(kind)).map(({ row }) => row);
    const inOrder = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

    // The dashboard and the sidebar, experiment by experiment.
    const onDashboard = facts.flatMap(({ row, attention: found }) => (found ? [`${row} ${found.kind}`] : []));
    expect({ seed, found: attention.map(({ row, kind }) => `${row} ${kind}`).sort() }).toEqual({
      seed,
      found: onDashboard.sort(),
    });
    expect(inOrder(ofKinds('overdue'))).toEqual(inOrder(glanceOf(facts).overdue.map(({ row }) => row)));
    // What waits for a decision: old proposals, and what is closed without one.
    const isDecided = (decision: string): boolean => DECISIONS.some((known) => known === decision);
    const waits = facts.filter(
      ({ timing, status, decision }) =>
        timing?.kind === 'stale' || (phaseOf(status ?? '') === 'ended' && !isDecided(decision ?? '')),
    );
    for (const rows of [attention.filter(({ isWaiting }) => isWaiting), glanceOf(facts).waiting])
      expect({ seed, rows: inOrder(rows.map(({ row }) => row)) }).toEqual({
        seed,
        rows: inOrder(waits.map(({ row }) => row)),
      });
    // What cannot be dated, on the dashboard and in Check register.
    const undatable = findings.flatMap(({ row, code }) => (code === 'undatable-duration' && row ? [row] : []));
    expect({ seed, undated: glanceOf(facts).undated.map(({ row }) => row) }).toEqual({
      seed,
      undated: inOrder(undatable),
    });
    // What needs fixing, in all three.
    const toFix = [...new Set(findings.flatMap((found) => (found.row && needsFixing([found]) ? [found.row] : [])))];
    expect(attention.filter(({ kind }) => FIXED.has(kind)).every(({ needsFixing: isToFix }) => isToFix)).toBe(true);
    const inSidebar = attention.flatMap(({ row, needsFixing: isToFix }) => (isToFix ? [row] : []));
    expect({ seed, rows: inOrder(inSidebar) }).toEqual({ seed, rows: inOrder(toFix) });
    expect({ seed, rows: inOrder(glanceOf(facts).wrong.map(({ row }) => row)) }).toEqual({
      seed,
      rows: inOrder(toFix),
    });
    // Whatever the sidebar calls wrong has an error in Check register, and the other way round unless something graver is said of it.
    const wrong = new Set(findings.flatMap(({ row, severity }) => (severity === 'error' && row ? [row] : [])));
    for (const row of ofKinds('wrong', 'incomplete'))
      expect({ seed, row, isWrong: wrong.has(row) }).toMatchObject({ isWrong: true });
    for (const row of wrong)
      expect({ seed, row, isThere: attention.some((item) => item.row === row) }).toMatchObject({ isThere: true });
    // The sentences in the row are those of Check register.
    for (const { row } of portfolio.rows) {
      const said = String(workbook.cell(row, 'Findings')?.value ?? '');
      const listed = findings.filter((found) => found.row === row).map(({ message }) => message);
      expect({ seed, row, said: said.split('\n').filter(Boolean).sort() }).toEqual({ seed, row, said: listed.sort() });
    }
    total.registers += 1;
    total.rows += portfolio.rows.length;
    total.findings += findings.length;
  }
});
