// The status that a row was last settled with stands in a hidden cell of the row, whatever its timing says.
import { describe, expect, test } from '@jest/globals';
import { overlapAt } from '../../../workbench/host/faults.ts';
import type { BookSnapshot } from '../../../workbench/protocol.ts';
import { copied, copyOfStore, TODAY, Workbook } from '../workbook.ts';

const KEPT = 'Kept by Kaizen Log';

/** The workbook with its stored book changed where no script sees it. */
function behindItsBack(workbook: Workbook, change: (book: BookSnapshot) => void): Workbook {
  const store = copyOfStore(workbook.store);
  const book = workbook.host.snapshot();
  change(book);
  store.saveBook(book);
  return new Workbook(store);
}

/** A register with one experiment, as versions before the hidden column made it. */
function oldRegister(status: string): Workbook {
  const workbook = Workbook.setUp().shorten();
  workbook.type(2, 'Title', ['Tea at the gate']);
  if (status !== 'Proposed') workbook.type(2, 'Status', ['Active']);
  const { id } = workbook.sheet('Experiments');
  workbook.host.act({ kind: 'delete-columns', sheet: id, at: workbook.column(KEPT), count: 1 });
  return new Workbook(workbook.store);
}

const header = (workbook: Workbook) => workbook.values('Experiments')[0];
const kept = (workbook: Workbook) => JSON.parse(text(workbook, KEPT));
const text = (workbook: Workbook, column: string) => String(workbook.cell(2, column)?.value ?? '');

/** The headers of the hidden columns, from left to right. */
const hidden = (workbook: Workbook) =>
  [...workbook.sheet('Experiments').hiddenColumns].sort((a, b) => a - b).map((column) => header(workbook)?.[column]);

describe('the settled status', () => {
  test('is kept in a hidden column that set-up makes', () => {
    const workbook = Workbook.setUp();
    workbook.type(2, 'Title', ['Tea at the gate']);
    expect(kept(workbook)).toMatchObject({ status: 'Proposed', id: 'K-BIZ-001' });
    expect(hidden(workbook)).toEqual(['Other fields', 'Started', 'Closed', KEPT]);
  });

  test('tells what a pasted status replaces, though the timing says something else', () => {
    const workbook = behindItsBack(
      (() => {
        const made = Workbook.setUp().shorten();
        made.type(2, 'Title', ['Tea at the gate'], ['Soup at noon']);
        return made;
      })(),
      ({ sheets }) => {
        for (const [row, , cell] of sheets[0]?.cells ?? []) {
          if (row > 0 && cell.formula?.includes('TODAY()')) Object.assign(cell, { formula: undefined, value: 'spät' });
        }
      },
    );
    workbook.type(2, 'Status', ['Completed'], ['Active']);
    expect(text(workbook, 'Status')).toBe('Proposed');
    expect(text(workbook, 'Findings')).toMatch(/^Completed was taken back\. /);
    expect(workbook.cell(3, 'Status')?.value).toBe('Active');
  });

  test('stays known while the status is a word that does not exist', () => {
    const workbook = Workbook.setUp().shorten();
    workbook.type(2, 'Title', ['Tea at the gate']);
    const spelt = behindItsBack(workbook, ({ sheets }) => {
      for (const [row, column, cell] of sheets[0]?.cells ?? []) {
        if (row === 1 && column === workbook.column('Status')) cell.value = 'active';
      }
    });
    expect(spelt.ask('checkLog')).toMatchObject({ ok: true });
    expect(kept(spelt)).toMatchObject({ status: 'Proposed', id: 'K-BIZ-001' });
    expect(spelt.ask('fixLog', { code: 'unknown-status', row: 2 })).toMatchObject({ ok: true });
    expect(text(spelt, 'Status')).toBe('Active');
    expect(kept(spelt)).toMatchObject({ status: 'Active', id: 'K-BIZ-001' });
    expect(spelt.ask('readExperiment', { id: 'K-BIZ-001', row: 2 })).toMatchObject({ experiment: { started: TODAY } });
  });
});

describe('a register that was made before there was such a column', () => {
  test('is edited without it, by what its timing says', () => {
    const workbook = oldRegister('Proposed');
    const before = header(workbook);
    workbook.type(2, 'Status', ['Completed'], ['Completed']);
    expect(text(workbook, 'Findings')).toMatch(/^Completed was taken back\. /);
    workbook.type(2, 'Title', ['Tea at the river']);
    expect(header(workbook)).toEqual(before);
  });

  test('saves a form and shows its portfolio without it', () => {
    const workbook = oldRegister('Active');
    const before = header(workbook);
    expect(workbook.ask('readPortfolio')).toMatchObject({ ok: true });
    const { experiment } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 }) as unknown as {
      experiment: Record<string, string>;
    };
    const reply = workbook.ask('saveForm', {
      token: 'token-0001',
      experiment: { ...experiment, title: 'Tea by boat' },
      opened: { id: 'K-BIZ-001', row: 2, experiment },
    });
    expect(reply).toMatchObject({ ok: true, saved: true });
    expect(header(workbook)).toEqual(before);
  });

  test.each([
    ['a check', (workbook: Workbook) => workbook.ask('checkLog')],
    ['set-up', (workbook: Workbook) => workbook.host.choose('setUp')],
  ])('gets it from %s, hidden, and nothing else moves', (_, act) => {
    const workbook = oldRegister('Active');
    const before = header(workbook) ?? [];
    act(workbook);
    expect(header(workbook)).toEqual([...before, KEPT]);
    expect(kept(workbook)).toMatchObject({ status: 'Active', id: 'K-BIZ-001' });
    expect(hidden(workbook)).toEqual(['Other fields', 'Started', 'Closed', KEPT]);
    act(workbook);
    expect(header(workbook)).toEqual([...before, KEPT]);
  });

  test('gets it from an import', () => {
    const workbook = oldRegister('Active');
    const { text: log } = workbook.ask('readLogText') as unknown as { text: string };
    expect(workbook.ask('importLog', { name: 'log.md', text: log })).toMatchObject({ ok: true, is: 'done' });
    expect(header(workbook)).toContain(KEPT);
  });
});

test('somebody who types into a row while it is closed in a form takes nothing of that back, at whichever call', () => {
  const before = Workbook.setUp().shorten();
  before.type(2, 'Title', ['Tea at the gate']);
  before.type(2, 'Status', ['Active']);
  const { row, experiment } = before.ask('readExperiment', { id: 'K-BIZ-001', row: 2 }) as unknown as {
    row: number;
    experiment: Record<string, string>;
  };
  const closed = { ...experiment, status: 'Completed', actualResult: '4 cups', learning: 'Hot', decision: 'Adopt' };
  let isReached = true;
  for (let call = 1; isReached; call += 1) {
    const workbook = copied(before.store);
    isReached = false;
    workbook.host.beforeCall = overlapAt(call, () => {
      isReached = true;
      workbook.type(2, 'Expected Result', ['3 cups']);
    });
    const request = { token: 'closing-it', experiment: closed, opened: { id: 'K-BIZ-001', row, experiment } };
    expect(workbook.ask('saveForm', request)).toMatchObject({ saved: true });
    workbook.host.beforeCall = undefined;
    const [status, day, words] = ['Status', 'Closed', 'Expected Result'].map((header) => text(workbook, header));
    const { replaced = 'nothing', ...known } = kept(workbook);
    expect({ call, status, day: day !== '', words, known: known.status, replaced }).toEqual({
      call,
      status: 'Completed',
      day: true,
      words: isReached ? '3 cups' : '',
      known: 'Completed',
      replaced: 'nothing',
    });
  }
});
