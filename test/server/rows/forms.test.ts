import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { Workbook } from '../workbook.ts';

interface Opened {
  id: string;
  row: number;
  experiment: Experiment;
  closed: string;
}

const SOUND: Experiment = {
  ...emptyExperiment(),
  title: 'Shorter stand-up',
  date: '2026-02-11',
  layer: 'Process',
  entity: 'Holding',
  status: 'Active',
  hypothesis: 'If we stand, then we end sooner because standing tires.',
  expectedResult: 'Meetings of 10 minutes',
  duration: '8 weeks',
};

let forms = 0;
function save(workbook: Workbook, experiment: Experiment, opened?: Opened, token = `form-${++forms}-token`) {
  return workbook.ask('saveForm', { token, experiment, ...(opened && { opened }) });
}

function setUp(...experiments: Experiment[]): Workbook {
  const workbook = Workbook.setUp();
  for (const experiment of experiments) expect(save(workbook, experiment)).toMatchObject({ saved: true });
  return workbook;
}

function open(workbook: Workbook, id: string): Opened {
  const { id: name, row, experiment, closed } = workbook.ask('readExperiment', { id, row: 2 }) as unknown as Opened;
  return { id: name, row, experiment, closed };
}

describe('a form is saved', () => {
  test('as a new row with the next ID and all the register keeps', () => {
    const workbook = setUp();
    expect(save(workbook, SOUND)).toMatchObject({
      ok: true,
      saved: true,
      isNew: true,
      opened: { id: 'K-BIZ-001', row: 2 },
    });
    expect(workbook.cell(2, 'Title')?.value).toBe('Shorter stand-up');
    expect(workbook.cell(2, 'Timing')?.value).toBe('on track');
    expect(save(workbook, SOUND)).toMatchObject({ opened: { id: 'K-BIZ-002', row: 3 } });
  });

  test('once, however often it is sent', () => {
    const workbook = setUp();
    save(workbook, SOUND, undefined, 'the-same-form');
    expect(save(workbook, SOUND, undefined, 'the-same-form')).toMatchObject({ saved: true, opened: { row: 2 } });
    expect(workbook.values('Experiments').filter((row) => row[1] !== '')).toHaveLength(2);
  });

  test('as text, whatever it looks like', () => {
    const workbook = setUp();
    const hostile = [
      '=1+1',
      '+1',
      '<img src=x onerror=alert(1)>',
      '007',
      "'quoted",
      '<?= view ?>',
      'שלום\u202E',
      '{{x}}',
    ];
    for (const text of hostile) {
      const { opened } = save(workbook, { ...SOUND, title: text, risks: text }) as unknown as { opened: Opened };
      expect(open(workbook, opened.id).experiment).toMatchObject({ title: text, risks: text });
      expect(workbook.cell(opened.row, 'Title')).toMatchObject({ value: text });
      expect(workbook.cell(opened.row, 'Title')?.formula).toBeUndefined();
    }
  });
});

describe('a form is refused, with nothing written', () => {
  test.each([
    ['title', { title: ' ' }, 'The title is missing'],
    ['status', { status: 'Paused' }, 'The status "Paused" does not exist'],
    ['layer', { layer: 'Kitchen' }, 'The layer "Kitchen" does not exist'],
    ['date', { date: '2026-02-30' }, 'is no date'],
    ['risks', { risks: 'x'.repeat(50_000) }, '50,000 characters'],
    ['status', { status: 'Completed', actualResult: 'a', learning: 'b', decision: 'Adopt' }, 'has not run yet'],
    ['learning', { status: 'Dropped', decision: 'Drop' }, 'The learning is missing'],
    ['decision', { status: 'Dropped', learning: 'No time' }, 'The decision is missing'],
  ] as [keyof Experiment, Partial<Experiment>, string][])('for its %s: %j', (field, change, message) => {
    const workbook = setUp();
    const reply = save(workbook, { ...SOUND, ...change });
    expect(reply).toMatchObject({ ok: true, saved: false });
    expect((reply.refusals as Record<string, string>)[field]).toContain(message);
    expect(workbook.values('Experiments')).toHaveLength(1);
  });

  test('where its experiment was deleted meanwhile', () => {
    const workbook = setUp(SOUND);
    const opened = open(workbook, 'K-BIZ-001');
    const { id } = workbook.sheet('Experiments');
    workbook.host.act({ kind: 'delete-rows', sheet: id, at: 1, count: 1 });
    expect(save(workbook, SOUND, opened)).toEqual({
      ok: false,
      message: 'K-BIZ-001 is not in the register any more: copy what you wrote, then open it anew.',
    });
  });
});

describe('two people at one experiment', () => {
  test('both keep what they wrote in different fields', () => {
    const workbook = setUp(SOUND);
    const opened = open(workbook, 'K-BIZ-001');
    workbook.type(2, 'Title', ['Stand-up, shorter']);
    expect(save(workbook, { ...opened.experiment, risks: 'Tired feet' }, opened)).toMatchObject({ saved: true });
    expect(workbook.cell(2, 'Title')?.value).toBe('Stand-up, shorter');
    expect(workbook.cell(2, 'Risks Identified')?.value).toBe('Tired feet');
  });

  test('are shown both texts of the same field, and nothing is written', () => {
    const workbook = setUp(SOUND);
    const opened = open(workbook, 'K-BIZ-001');
    workbook.type(2, 'Title', ['Theirs']);
    const reply = save(workbook, { ...opened.experiment, title: 'Yours', risks: 'Tired feet' }, opened);
    expect(reply).toMatchObject({
      saved: false,
      collisions: [{ field: 'title', theirs: 'Theirs', yours: 'Yours' }],
      now: { experiment: { title: 'Theirs' } },
    });
    expect(workbook.cell(2, 'Title')?.value).toBe('Theirs');
    expect(workbook.cell(2, 'Risks Identified')?.value ?? '').toBe('');
  });

  test('find the experiment where a sort has moved it', () => {
    const workbook = setUp(SOUND, { ...SOUND, title: 'Another' });
    const opened = open(workbook, 'K-BIZ-002');
    const sheet = workbook.sheet('Experiments').id;
    workbook.host.act({ kind: 'insert-rows', sheet, at: 1, count: 3 });
    expect(save(workbook, { ...opened.experiment, title: 'Another one' }, opened)).toMatchObject({
      opened: { row: 6 },
    });
    expect(workbook.cell(workbook.rowOf('K-BIZ-002'), 'Title')?.value).toBe('Another one');
    expect(workbook.cell(workbook.rowOf('K-BIZ-001'), 'Title')?.value).toBe('Shorter stand-up');
  });
});

describe('closing out', () => {
  test('completes an active experiment and says how long it took', () => {
    const workbook = setUp(SOUND);
    const opened = open(workbook, 'K-BIZ-001');
    const closed = {
      ...opened.experiment,
      status: 'Completed',
      actualResult: '9 minutes',
      learning: 'Works',
      decision: 'Adopt',
    };
    expect(save(workbook, closed, opened)).toMatchObject({ saved: true, opened: { closed: '2026-03-02' } });
    expect(workbook.cell(2, 'Timing')?.value).toMatch(/^took .*in time$/);
  });
});

describe('the attention list', () => {
  test('says the same words as the sheet, gravest first, and leaves out what is in order', () => {
    const late = { ...SOUND, title: 'Late', duration: '1 week' };
    const workbook = setUp(
      SOUND,
      { ...SOUND, title: 'Old idea', status: 'Proposed', date: '2026-01-02' },
      { ...SOUND, title: 'Soon', duration: 'until 2026-03-05' },
      { ...SOUND, title: 'Never', duration: 'Ongoing' },
      late,
    );
    // What began earlier than today: the clock runs from Started.
    for (const row of [2, 4, 5, 6]) workbook.type(row, 'Started', ['2026-02-11']);
    const { attention, experiments } = workbook.ask('readOverview') as unknown as {
      attention: { title: string; kind: string; words: string; row: number; action: string }[];
      experiments: number;
    };
    expect(experiments).toBe(5);
    expect(attention.map(({ title, kind }) => [title, kind])).toEqual([
      ['Late', 'overdue'],
      ['Never', 'cannot date'],
      ['Soon', 'due soon'],
      ['Old idea', 'stale'],
    ]);
    for (const { row, words } of attention) {
      expect(words.startsWith(String(workbook.cell(row, 'Timing')?.value))).toBe(true);
    }
    expect(attention.at(-1)?.words).toMatch(/^waits for a decision since \d{4}-\d\d-\d\d: start it, drop it, or /);
  });

  test('is empty for an empty register', () => {
    expect(setUp().ask('readOverview')).toMatchObject({ ok: true, experiments: 0, attention: [] });
  });
});

describe('the selected row', () => {
  test('opens its experiment', () => {
    const workbook = setUp(SOUND);
    const sheet = workbook.sheet('Experiments').id;
    workbook.host.act({ kind: 'select', sheet, area: { row: 1, column: 3, rows: 1, columns: 1 } });
    expect(workbook.ask('readSelected')).toMatchObject({ ok: true, id: 'K-BIZ-001', row: 2 });
  });

  test('is said to be no experiment where it is none', () => {
    const workbook = setUp(SOUND);
    const sheet = workbook.sheet('Experiments').id;
    workbook.host.act({ kind: 'select', sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } });
    expect(workbook.ask('readSelected')).toEqual({
      ok: false,
      message: 'The selected row is no experiment: select a cell in a row of the sheet Experiments, then try again.',
    });
  });
});

describe('a new experiment’s form that is sent again, since its answer was lost,', () => {
  function sentOnce(): Workbook {
    const workbook = Workbook.setUp();
    expect(save(workbook, SOUND, undefined, 'lost-answer')).toMatchObject({ saved: true, isNew: true });
    return workbook;
  }

  test('brings in the words that were changed meanwhile, and makes no second row', () => {
    const workbook = sentOnce();
    const again = { ...SOUND, title: 'Shorter stand-ups', risks: 'Some sit down; chairs would show it' };
    expect(save(workbook, again, undefined, 'lost-answer')).toMatchObject({ saved: true, isNew: true });
    expect(workbook.values('Experiments')).toHaveLength(2);
    expect(workbook.cell(2, 'Title')?.value).toBe('Shorter stand-ups');
    expect(workbook.cell(2, 'Risks Identified')?.value).toBe(again.risks);
    expect(save(workbook, again, undefined, 'lost-answer')).toMatchObject({ saved: true });
  });

  test('leaves alone what somebody else has written there, and asks where both wrote', () => {
    const workbook = sentOnce();
    workbook.type(2, 'Title', ['Theirs']);
    workbook.type(2, 'Duration', ['6 weeks']);
    const again = { ...SOUND, title: 'Ours', risks: 'Some sit down; chairs would show it' };
    expect(save(workbook, again, undefined, 'lost-answer')).toMatchObject({
      saved: false,
      collisions: [{ field: 'title', theirs: 'Theirs', yours: 'Ours' }],
    });
    expect(save(workbook, { ...again, title: SOUND.title }, undefined, 'lost-answer')).toMatchObject({ saved: true });
    expect([workbook.cell(2, 'Title')?.value, workbook.cell(2, 'Duration')?.value]).toEqual(['Theirs', '6 weeks']);
    expect(workbook.cell(2, 'Risks Identified')?.value).toBe(again.risks);
  });
});

describe('an opened experiment’s form that is sent again, since its answer was lost,', () => {
  function sentOnce() {
    const workbook = setUp(SOUND);
    const opened = open(workbook, 'K-BIZ-001');
    const sent = { ...opened.experiment, title: 'Shorter stand-ups', learning: 'Chairs matter' };
    expect(save(workbook, sent, opened, 'lost-answer')).toMatchObject({ saved: true });
    return { workbook, opened, sent };
  }

  test('saves the later words, and asks nobody about those of its own', () => {
    const { workbook, opened, sent } = sentOnce();
    for (const title of ['Stand-ups of ten minutes', 'Stand-ups of nine minutes']) {
      expect(save(workbook, { ...sent, title }, opened, 'lost-answer')).toMatchObject({ saved: true });
      expect(workbook.cell(2, 'Title')?.value).toBe(title);
    }
    // What was taken back in between is taken back in the register, too.
    expect(save(workbook, opened.experiment, opened, 'lost-answer')).toMatchObject({ saved: true });
    expect([workbook.cell(2, 'Title')?.value, workbook.cell(2, 'Learning')?.value ?? '']).toEqual([SOUND.title, '']);
  });

  test('asks where somebody else has written over them', () => {
    const { workbook, opened, sent } = sentOnce();
    workbook.type(2, 'Title', ['Theirs']);
    expect(save(workbook, { ...sent, title: 'Later', risks: 'Feet' }, opened, 'lost-answer')).toMatchObject({
      saved: false,
      collisions: [{ field: 'title', theirs: 'Theirs', yours: 'Later' }],
    });
    expect(workbook.cell(2, 'Title')?.value).toBe('Theirs');
  });
});
