// What only reads waits for nobody and writes nothing, not even what is remembered.
import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { overlapAt } from '../../workbench/host/faults.ts';
import { unheard } from './proofs/in-between/register.ts';
import { type Reply, Workbook } from './workbook.ts';

const READS: [name: string, ...args: unknown[]][] = [
  ['readOverview'],
  ['readExperiment', { id: 'K-BIZ-001', row: 2 }],
  ['readSelected'],
  ['readPortfolio'],
  ['previewExperiment', { ...emptyExperiment(), title: 'Tea at the gate' }],
  [
    'explainDuration',
    {
      experiment: { status: 'Active', started: '2026-02-11', date: '2026-02-11', decision: '', duration: '8 weeks' },
      closed: '',
      settings: { sprintDays: 14, fiscalYearBegins: 0, dueSoonDays: 7, staleProposalDays: 14 },
      today: '2026-02-11',
    },
  ],
  ['showRow', 2],
  ['readKnown', ''],
  ['showKnown', { kind: 'candidate', id: '', row: 2, title: 'Milk first' }],
  ['readChanges', 'another'],
  ['readCandidates'],
  ['readColumns'],
  ['readTabs'],
  ['previewSheet', { tabs: ['{Ours}'] }],
  ['previewImport', { name: 'log.md', text: '# Tea\n\n### [K-NEW-009] Water\n\n**Status:** Proposed\n' }],
  ['previewExport'],
  ['previewExport', { of: 'pattern' }],
  ['readLearnt'],
  ['showEntry', 'pattern', 'P-NEW-001'],
  ['previewEntries', { kind: 'rule', name: '', text: '# Ours\n\n## R1: Ask\n\n- Why: So.\n- Severity: must\n' }],
];

/** As a page asks it; a tab is called by its ID. */
function ask(workbook: Workbook, name: string, args: readonly unknown[]): Reply {
  return workbook.ask(name, ...JSON.parse(JSON.stringify(args).replace('{Ours}', String(workbook.sheet('Ours').id))));
}

const OURS = [
  ['Experiment', 'Status'],
  ['Cold tea', 'Running'],
];

function register(): Workbook {
  const workbook = Workbook.setUp().shorten();
  workbook.type(2, 'Title', ['Tea at the gate']);
  // A row whose beginning ended half-way, and settings changed where no trigger saw it: what a writer would put in order.
  const book = workbook.host.snapshot();
  for (const sheet of book.sheets) {
    for (const [row, column, cell] of sheet.cells) {
      if (sheet.name === 'Experiments' && row === 1 && column === workbook.column('Findings')) cell.value = 'old';
      if (sheet.name === 'Settings' && cell.value === 'K-BIZ') cell.value = 'K-NEW';
    }
  }
  workbook.store.saveBook(book);
  const again = new Workbook(workbook.store);
  // Rows that no trigger heard of, an idea, and a sheet of somebody's own.
  again.ask('changeCandidate', { do: 'add', candidate: { layer: 'System', idea: 'Milk first', question: '' } });
  unheard(unheard(again, { Title: 'Two pots' }, 3), { Title: 'Three pots', Status: 'Active' }, 4);
  again.ask('saveEntry', { kind: 'pattern', entry: { ...emptyExperiment(), title: 'Water first' } });
  again.host.act({ kind: 'add-sheet', name: 'Ours' });
  again.host.act({ kind: 'type', sheet: again.sheet('Ours').id, row: 0, column: 0, text: OURS });
  const { id } = again.sheet('Experiments');
  again.host.act({ kind: 'select', sheet: id, area: { row: 1, column: 1, rows: 1, columns: 1 } });
  return again;
}

describe.each(READS)('%s', (name, ...args) => {
  test('answers while somebody else is writing', () => {
    const workbook = register();
    const replies: unknown[] = [];
    // In the middle of a check, which holds the lock.
    workbook.host.beforeCall = overlapAt(25, () => replies.push(ask(workbook, name, args)));
    expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
    expect(replies).toEqual([expect.objectContaining({ ok: true })]);
  });

  test('changes no cell, no property and no file', () => {
    const workbook = register();
    const state = () => JSON.stringify([workbook.host.snapshot().sheets, workbook.store.loadProperties()]);
    const before = state();
    const { meter } = workbook.host;
    meter.reset();
    expect(ask(workbook, name, args)).toMatchObject({ ok: true });
    // Selecting a cell is all that showing it does.
    expect(meter.counts).toMatchObject({ lock: 0, write: name.startsWith('show') ? 1 : 0 });
    expect(state()).toBe(before);
  });
});

test.each(
  READS.filter(
    ([name, wanted]) => /^preview(?:Import|Export)$/.test(name) && !JSON.stringify(wanted ?? '').includes('pattern'),
  ),
)('%s names the rows that will get an ID, and gives none', (name, ...args) => {
  const workbook = register();
  expect(ask(workbook, name, args).report).toContainEqual(
    expect.stringMatching(
      /^Not yet given an ID, and given one then: Two pots \(K-NEW-\d+\), Three pots \(K-NEW-\d+\)\.$/,
    ),
  );
  expect([3, 4].map((row) => workbook.cell(row, 'ID')?.value ?? '')).toEqual(['', '']);
});
