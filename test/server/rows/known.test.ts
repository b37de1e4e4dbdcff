// What the page searches: all that was tried or thought of, in brief, and where each of it stands.
import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import type { KnownEntry } from '../../../src/server/rows/known.ts';
import { TODAY, Workbook } from '../workbook.ts';

function register(): Workbook {
  const workbook = Workbook.setUp().shorten();
  workbook.type(2, 'Title', ['Rye overnight'], ['Tea at the gate']);
  workbook.type(2, 'Hypothesis', ['If we prove it overnight, then it is sold by seven because the ovens are free.']);
  workbook.type(3, 'Status', ['Active']);
  workbook.type(3, 'Actual Result', ['Twelve cups', 'Nobody stops at a gate', 'Drop']);
  workbook.type(3, 'Status', ['Completed']);
  workbook.ask('changeCandidate', {
    do: 'add',
    candidate: { layer: 'System', idea: 'Milk first', question: 'Does it clot?' },
  });
  workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'System', idea: 'Two pots', question: '' } });
  return workbook;
}

const known = (workbook: Workbook, seal = '') =>
  workbook.ask('readKnown', seal) as unknown as { isSame: boolean; entries: KnownEntry[]; seal: string };

describe('what is known', () => {
  test('are all experiments, closed ones too, and the open candidates', () => {
    expect(known(register()).entries).toEqual([
      {
        kind: 'experiment',
        id: 'K-BIZ-001',
        row: 2,
        title: 'Rye overnight',
        text: 'If we prove it overnight, then it is sold by seven because the ovens are free.',
        status: 'Proposed',
        decision: '',
      },
      {
        kind: 'experiment',
        id: 'K-BIZ-002',
        row: 3,
        title: 'Tea at the gate',
        text: 'Twelve cups\nNobody stops at a gate',
        status: 'Completed',
        decision: 'Drop',
      },
      { kind: 'candidate', id: '', row: 2, title: 'Milk first', text: 'Does it clot?', status: '', decision: '' },
      { kind: 'candidate', id: '', row: 3, title: 'Two pots', text: '', status: '', decision: '' },
    ]);
  });

  test('are the patterns and rules too, once there are some, with what they say and how they stand', () => {
    const workbook = register();
    const entry = {
      ...emptyExperiment(),
      title: 'Ask at the gate',
      date: TODAY,
      status: 'must',
      hypothesis: 'Ask before the form is printed.',
    };
    expect(workbook.ask('saveEntry', { kind: 'rule', entry })).toMatchObject({ ok: true, id: 'R-BIZ-001' });
    const rules = known(workbook).entries.filter(({ kind }) => kind !== 'experiment' && kind !== 'candidate');
    expect(rules).toEqual([
      {
        kind: 'rule',
        id: 'R-BIZ-001',
        row: 2,
        title: 'Ask at the gate',
        text: 'Ask before the form is printed.',
        status: 'must',
        decision: '',
      },
    ]);
  });

  test('says no placeholder, and of a long text its beginning', () => {
    const workbook = register();
    workbook.type(2, 'Title', ['T'.repeat(3000)]);
    workbook.type(2, 'Expected Result', ['E'.repeat(3000)]);
    workbook.type(2, 'Actual Result', ['(pending)', '(pending)', '(pending)']);
    const [first] = known(workbook).entries;
    expect(first?.title).toBe('T'.repeat(160));
    expect(first?.text).toBe(
      `If we prove it overnight, then it is sold by seven because the ovens are free.\n${'E'.repeat(200)}`,
    );
    expect(first?.decision).toBe('');
  });

  test('is not sent again while it says the same', () => {
    const workbook = register();
    const { seal } = known(workbook);
    expect(known(workbook, seal)).toEqual({ ok: true, isSame: true });
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'System', idea: 'Three pots', question: '' } });
    expect(known(workbook, seal)).toMatchObject({ isSame: false });
    expect(known(workbook, known(workbook).seal).isSame).toBe(true);
  });
});

describe('what was found is shown', () => {
  /** The sheet and the row that are selected afterwards; undefined where nothing was. */
  function shown(workbook: Workbook, name: object) {
    const before = workbook.events.length;
    expect(workbook.ask('showKnown', name)).toEqual({ ok: true });
    const [active] = workbook.events.slice(before).filter((event) => event.kind === 'active');
    const sheet = workbook.host.snapshot().sheets.find(({ id }) => id === active?.sheet);
    return active && [sheet?.name, active.area.row + 1];
  }

  test('in its own sheet, wherever it has moved to', () => {
    const workbook = register();
    expect(shown(workbook, { kind: 'candidate', id: '', row: 3, title: 'Two pots' })).toEqual(['Candidates', 3]);
    expect(shown(workbook, { kind: 'candidate', id: '', row: 9, title: 'Milk first' })).toEqual(['Candidates', 2]);
    expect(shown(workbook, { kind: 'experiment', id: 'K-BIZ-002', row: 2, title: '' })).toEqual(['Experiments', 3]);
    expect(shown(workbook, { kind: 'rule', id: 'R-BIZ-001', row: 2, title: '' })).toBeUndefined();
    workbook.ask('saveEntry', { kind: 'rule', entry: { ...emptyExperiment(), title: 'Ask', status: 'must' } });
    expect(shown(workbook, { kind: 'rule', id: 'R-BIZ-001', row: 7, title: '' })).toEqual(['Rules', 2]);
  });

  test('where it stood, if it says something else by now; a row that is gone is not shown', () => {
    const workbook = register();
    expect(shown(workbook, { kind: 'candidate', id: '', row: 2, title: 'Milk last' })).toEqual(['Candidates', 2]);
    expect(shown(workbook, { kind: 'candidate', id: '', row: 99_999, title: 'Gone' })).toBeUndefined();
    expect(workbook.ask('showKnown', { kind: 'spoon', id: '', row: 2, title: '' })).toMatchObject({ ok: false });
  });
});
