// What only reads waits for nobody and writes nothing, not even what is remembered.
import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { overlapAt } from '../../workbench/host/faults.ts';
import { Workbook } from './workbook.ts';

const READS: [name: string, ...args: unknown[]][] = [
  ['readOverview'],
  ['readExperiment', { id: 'K-BIZ-001', row: 2 }],
  ['readSelected'],
  ['readPortfolio'],
  ['previewExperiment', { ...emptyExperiment(), title: 'Tea at the gate' }],
  ['showRow', 2],
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
  const { id } = again.sheet('Experiments');
  again.host.act({ kind: 'select', sheet: id, area: { row: 1, column: 1, rows: 1, columns: 1 } });
  return again;
}

describe.each(READS)('%s', (name, ...args) => {
  test('answers while somebody else is writing', () => {
    const workbook = register();
    const replies: unknown[] = [];
    // In the middle of a check, which holds the lock.
    workbook.host.beforeCall = overlapAt(25, () => replies.push(workbook.ask(name, ...args)));
    expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
    expect(replies).toEqual([expect.objectContaining({ ok: true })]);
  });

  test('changes no cell, no property and no file', () => {
    const workbook = register();
    const state = () => JSON.stringify([workbook.host.snapshot().sheets, workbook.store.loadProperties()]);
    const before = state();
    const { meter } = workbook.host;
    meter.reset();
    expect(workbook.ask(name, ...args)).toMatchObject({ ok: true });
    expect(meter.counts.lock).toBe(0);
    expect(state()).toBe(before);
  });
});
