// What to try next: off until the register scores, computed by the sheet, and in the log only where it is wished.
import { describe, expect, test } from '@jest/globals';
import { HAS_RULES, Workbook } from '../workbook.ts';

function score(workbook: Workbook, text: string): void {
  workbook.set('Scoring', text);
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
}

const header = (workbook: Workbook) => workbook.values('Experiments')[0];
const logOf = (workbook: Workbook) => (workbook.ask('readLogText') as unknown as { text: string }).text;
const exported = (workbook: Workbook) => {
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  return Object.values(workbook.driveTexts())[0] ?? '';
};
const scoreIn = (workbook: Workbook, row: number) => workbook.cell(row, 'Score')?.value;

/** Types ratings into a row of Experiments, or of Candidates where their columns are told. */
function rate(workbook: Workbook, row: number, ratings: Record<string, string>): void {
  for (const [label, text] of Object.entries(ratings)) expect(workbook.type(row, label, [text])).toEqual([]);
}

function scored(setting = 'ICE'): Workbook {
  const workbook = Workbook.setUp().shorten();
  workbook.type(2, 'Title', ['Bread by bicycle'], ['Steam at the start']);
  score(workbook, setting);
  return workbook;
}

const ICE = { Impact: '8', Confidence: '6', Ease: '7' };

const LOG = `# Oven log

## Proposed Experiments

### [K-OVN-001] Bread by bicycle

**Date:** 2026-02-11
**Score:** I 8 / C 6 / E 7
**Status:** Proposed
**Station:** Oven

**Hypothesis:**
Bicycles are faster.

### [K-OVN-002] Steam at the start

**Date:** 2026-02-12
**Status:** Proposed
`;

describe('a register that does not score', () => {
  test('has no column for it and no line in the log', () => {
    const workbook = Workbook.setUp().shorten();
    workbook.type(2, 'Title', ['Bread by bicycle']);
    expect(header(workbook)).not.toContain('Score');
    expect(header(workbook)).not.toContain('Impact');
    expect(workbook.values('Candidates')[0]).not.toContain('Score');
    expect(logOf(workbook)).not.toContain('Score');
    expect(workbook.ask('readPortfolio')).not.toHaveProperty('candidates');
  });
});

describe('ICE', () => {
  test('is a formula of the sheet: it counts without the script, and moves with its row', () => {
    const workbook = scored();
    rate(workbook, 2, ICE);
    rate(workbook, 3, { Impact: '9', Confidence: '9', Ease: '9' });
    expect([scoreIn(workbook, 2), scoreIn(workbook, 3)]).toEqual([336, 729]);
    expect(workbook.cell(2, 'Score')?.formula).toContain('IFERROR');
    const { id } = workbook.sheet('Experiments');
    const area = { row: 1, column: 0, rows: 2, columns: header(workbook)?.length ?? 0 };
    workbook.host.act({ kind: 'sort', sheet: id, area, column: workbook.column('Score'), ascending: false });
    expect(workbook.cell(2, 'Title')?.value).toBe('Steam at the start');
    expect([scoreIn(workbook, 2), scoreIn(workbook, 3)]).toEqual([729, 336]);
    rate(workbook, 2, { Ease: '1' });
    expect(scoreIn(workbook, 2)).toBe(81);
  });

  test('stands in the log in one line, and is read back from there', () => {
    const workbook = scored();
    rate(workbook, 2, ICE);
    const before = exported(workbook);
    expect(before).toContain('**Score:** I 8 / C 6 / E 7\n');
    workbook.editDriveText((text) => text.replace('E 7', 'E 10'));
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
    expect(workbook.cell(2, 'Ease')?.value).toBe(10);
    expect(scoreIn(workbook, 2)).toBe(480);
  });

  test('lets in numbers from 1 to 10, and says of others from a log what is wrong', () => {
    const workbook = scored();
    for (const text of ['12', 'high']) expect(workbook.type(2, 'Impact', [text]).length > 0).toBe(HAS_RULES);
    rate(workbook, 2, { Impact: '10' });
    expect(scoreIn(workbook, 2)).toBe('');
    const refused = workbook.ask('saveForm', {
      token: 'form-of-score',
      experiment: { ...opened(workbook, 2), id: '', title: 'Another', score: 'I 12 / C 6' },
    });
    expect(refused).toMatchObject({
      saved: false,
      refusals: { score: 'Impact is "12": write a number from 1 to 10, or nothing.' },
    });
  });

  test('saves what a form rates', () => {
    const workbook = scored();
    const experiment = opened(workbook, 2);
    const saved = workbook.ask('saveForm', {
      token: 'form-of-score',
      opened: { id: 'K-BIZ-001', row: 2, experiment },
      experiment: { ...experiment, score: 'I 8 / C 6 / E 7' },
    });
    expect(saved).toMatchObject({ ok: true, saved: true });
    expect(scoreIn(workbook, 2)).toBe(336);
  });

  test('given up, leaves the columns, and what they said goes to Other fields and stays in the log', () => {
    const workbook = scored();
    rate(workbook, 2, ICE);
    const before = exported(workbook);
    workbook.set('Scoring', '');
    expect(workbook.cell(2, 'Impact')?.value).toBe(8);
    expect(workbook.cell(2, 'Other fields')?.value).toBe('**Score:** I 8 / C 6 / E 7');
    expect(exported(workbook)).toBe(before);
  });

  test('becomes RICE with what was rated kept', () => {
    const workbook = scored();
    rate(workbook, 2, ICE);
    score(workbook, 'RICE');
    expect(header(workbook)).toEqual(expect.arrayContaining(['Reach', 'Impact', 'Confidence', 'Ease', 'Effort']));
    rate(workbook, 2, { Reach: '500', Effort: '4' });
    expect(scoreIn(workbook, 2)).toBe(6000);
    expect(logOf(workbook)).toContain('**Score:** R 500 / I 8 / C 6 / E 4\n');
    expect(workbook.cell(2, 'Ease')?.value).toBe(7);
  });
});

describe("a score of the team's own", () => {
  test("counts with columns of the team's own, under their header", () => {
    const workbook = scored('Priority = [Impact]*2+[Cost]');
    const { id } = workbook.sheet('Experiments');
    const last = header(workbook)?.length ?? 0;
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: last, text: [['Cost'], ['5']] });
    expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    rate(workbook, 2, { Impact: '8' });
    expect(header(workbook)).toContain('Priority');
    expect(workbook.cell(2, 'Priority')?.value).toBe(21);
    expect(logOf(workbook)).toContain('**Score:** I 8\n');
    score(workbook, 'Priority = [Impact]*3+[Cost]');
    expect(workbook.cell(2, 'Priority')?.value).toBe(29);
  });

  test('is refused where it names no column or a header that is taken', () => {
    const workbook = Workbook.setUp().shorten();
    for (const text of ['LICE', 'Priority = 3', 'Title = [Impact]']) {
      workbook.set('Scoring', text);
      const row = workbook.values('Settings').findIndex(([label]) => label === 'Scoring');
      const note = workbook.sheet('Settings').cells.find(([at, column]) => at === row && column === 1)?.[2].note;
      expect(note).toContain('is no way to score');
    }
  });
});

describe('candidates', () => {
  test('are rated in the list and in the sheet, and bring their ratings along', () => {
    const workbook = scored();
    const [columns] = workbook.values('Candidates');
    expect(columns?.slice(5)).toEqual(['Impact', 'Confidence', 'Ease', 'Score']);
    const idea = { layer: 'Process', idea: 'Rye on Mondays', question: '' };
    const add = (score: string, candidate = idea) =>
      workbook.ask('changeCandidate', { do: 'add', candidate: { ...candidate, score } });
    add('I 2 / C 2 / E 2');
    const { candidates } = add('I 8', { ...idea, idea: 'Oats' }) as unknown as { candidates: object[] };
    expect(candidates).toMatchObject([
      { ...idea, score: 'I 2 / C 2 / E 2', points: '8' },
      { idea: 'Oats', score: 'I 8', points: '' },
    ]);
    expect(workbook.ask('readPortfolio')).toMatchObject({ candidates });
    const { id } = workbook.sheet('Candidates');
    workbook.host.act({ kind: 'type', sheet: id, row: 2, column: 6, text: [['3', '4']] });
    expect(workbook.ask('readCandidates')).toMatchObject({ candidates: [{}, { points: '96' }] });
  });

  test('reworded in the log keep their row, with ratings, day and what else stands there; others come and go', () => {
    const workbook = scored();
    const add = (idea: string, rated?: string) =>
      workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea, question: '', score: rated } });
    add('Rye bread on Mondays', 'I 2 / C 3 / E 4');
    add('Oats', 'I 9 / C 9 / E 9');
    const { id } = workbook.sheet('Candidates');
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 9, text: [['Asked by'], ['M.'], ['S.']] });
    workbook.host.act({ kind: 'type', sheet: id, row: 1, column: 3, text: [['2026-01-05']] });
    expect(exported(workbook)).toContain('Rye bread on Mondays');
    workbook.editDriveText((log) =>
      log.replace('Rye bread on Mondays', 'Rye bread on Tuesdays').replace('Oats', 'Hats'),
    );
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
    const [, first, second] = workbook.values('Candidates');
    expect(first?.slice(1)).toEqual(['Rye bread on Tuesdays', '', 46027, '', 2, 3, 4, 24, 'M.']);
    expect(second?.slice(1, 8)).toEqual(['Hats', '', expect.any(Number), '', '', '', '']);
    expect(workbook.values('Candidates')).toHaveLength(3);
  });

  test('keep a number that somebody wrote where the score is to stand', () => {
    const workbook = Workbook.setUp().shorten();
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea: 'Rye', question: '' } });
    const { id } = workbook.sheet('Candidates');
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 5, text: [['Score'], ['42']] });
    score(workbook, 'ICE');
    expect(workbook.values('Candidates')[1]?.[5]).toBe(42);
  });
});

describe('a log that has scores', () => {
  test('has a new register score, and comes out as it went in', () => {
    const workbook = new Workbook();
    expect(workbook.ask('importLog', { name: 'LOG.md', text: LOG })).toMatchObject({ ok: true, added: 2 });
    expect(workbook.values('Settings').find(([label]) => label === 'Scoring')?.[1]).toBe('ICE');
    expect(scoreIn(workbook, 2)).toBe(336);
    expect(exported(workbook)).toBe(LOG);
    rate(workbook, 2, { Ease: '1' });
    expect(exported(workbook)).toBe(LOG.replace('E 7', 'E 1'));
  });

  test('of another kind leaves them among the other fields', () => {
    const workbook = new Workbook();
    const text = LOG.replace('I 8 / C 6 / E 7', '42 of 100');
    expect(workbook.ask('importLog', { name: 'LOG.md', text })).toMatchObject({ ok: true });
    expect(header(workbook)).not.toContain('Score');
    expect(exported(workbook)).toBe(text);
  });
});

function opened(workbook: Workbook, row: number): Record<string, string> {
  const id = String(workbook.cell(row, 'ID')?.value);
  const reply = workbook.ask('readExperiment', { id, row }) as unknown as { experiment: Record<string, string> };
  return reply.experiment;
}

describe("a team's own sheet with ratings", () => {
  const LINES = [
    ['Experiment', 'Status', 'Impact (1-10)', 'Confidence', 'Ease', 'ICE'],
    ['Bread by bicycle', 'Running', '8', '6', '7', '=C2*D2*E2'],
    ['Rye on Mondays', 'Idea', '9', '5', '', ''],
    ['Oats', 'Running', '2', '3', '4', '24'],
  ];

  function withTab(setting: string, lines = LINES) {
    const workbook = Workbook.setUp().shorten();
    score(workbook, setting);
    workbook.host.act({ kind: 'add-sheet', name: 'Ideas' });
    const { id } = workbook.sheet('Ideas');
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 0, text: lines });
    return { workbook, tabs: [String(id)] };
  }

  test('brings them into the columns of a register that scores, candidates too', () => {
    const { workbook, tabs } = withTab('ICE');
    expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 2, candidates: 1 });
    expect([scoreIn(workbook, 2), scoreIn(workbook, 3)]).toEqual([336, 24]);
    expect(header(workbook)?.filter((label) => /Impact/.test(String(label)))).toEqual(['Impact']);
    expect(workbook.ask('readCandidates')).toMatchObject({
      candidates: [{ idea: 'Rye on Mondays', score: 'I 9 / C 5' }],
    });
    expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 0, changed: 0, candidates: 0 });
    workbook.host.act({ kind: 'type', sheet: Number(tabs[0]), row: 1, column: 4, text: [['1']] });
    expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 0, changed: 1 });
    expect(scoreIn(workbook, 2)).toBe(48);
  });

  test.each([
    ['German', ['Versuch', 'Status', 'Wirkung (1–10)', 'Zuversicht', 'Einfachheit', 'ICE'], 'Läuft'],
    ['French', ['Expérience', 'Statut', 'Impact', 'Confiance', 'Facilité', 'ICE'], 'En cours'],
    ['Spanish', ['Experimento', 'Estado', 'Impacto', 'Confianza', 'Facilidad', 'ICE'], 'En curso'],
    ['letters', ['Experiment', 'Status', 'I', 'C', 'E', 'ICE'], 'Running'],
  ])('brings those under headers of another language: %s', (_, header, running) => {
    const { workbook, tabs } = withTab('ICE', [
      header,
      ['Brot auf dem Rad', running, '8', '6', '7', '=C2*D2*E2'],
      ['Roggen am Montag', running, '2', '3', '4', '24'],
    ]);
    expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 2 });
    expect([scoreIn(workbook, 2), scoreIn(workbook, 3)]).toEqual([336, 24]);
  });

  test('leaves a result of numbers one, where nothing else is rated', () => {
    const { workbook, tabs } = withTab('ICE', [
      ['Versuch', 'Status', 'Wirkung'],
      ['Brot auf dem Rad', 'Beendet', '8'],
    ]);
    expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 1 });
    expect(workbook.cell(2, 'Actual Result')?.value).toBe('8');
  });

  test('keeps them as columns of its own where the register does not score', () => {
    const { workbook, tabs } = withTab('');
    expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 2 });
    expect(workbook.cell(2, 'Impact (1-10)')?.value).toBe(8);
    expect(logOf(workbook)).not.toContain('**Score:**');
  });

  test('in place, rates in the columns that the tab has, under their own headers', () => {
    const { workbook, tabs } = withTab('ICE', [
      ['Experiment', 'Status', 'Impact (1-10)', 'Confidence', 'Ease'],
      ['Bread by bicycle', 'Active', '8', '6', '7'],
    ]);
    expect(workbook.ask('previewSheet', { tabs, way: 'in-place' })).toMatchObject({
      place: { refused: '', taken: expect.arrayContaining([['Impact (1-10)', 'Impact']]) },
    });
    expect(workbook.ask('importSheet', { tabs, way: 'in-place' })).toMatchObject({ ok: true, added: 1 });
    const values = workbook.values('Ideas');
    const at = values[0]?.indexOf('Score') ?? -1;
    expect(values[0]?.slice(2, 5)).toEqual(['Impact (1-10)', 'Confidence', 'Ease']);
    expect(values[1]?.[at]).toBe(336);
    expect(logOf(workbook)).toContain('**Score:** I 8 / C 6 / E 7\n');
  });
});
