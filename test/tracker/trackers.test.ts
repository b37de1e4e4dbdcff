// Trackers as teams keep them: each of the shared ones, cell by cell, and others of the same kinds.
import { describe, expect, test } from '@jest/globals';
import { readTable, type TableAnswers } from '../../src/tracker/index.ts';
import { FILES, measure, OTHER_ROWS, trackerOf } from './expected.ts';

describe.each(FILES)('%s', (file) => {
  test('is read as a person reads it, without a change of the mapping', () => {
    const { wrong, cells } = measure(file);
    expect(cells).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('has each of its rows as an experiment or idea, or named with the reason why it is neither', () => {
    const { reading } = measure(file);
    const all = trackerOf(file).texts.map((_, at) => at + 1);
    const named = [...reading.rows, ...reading.skipped].map(({ row }) => row).sort((a, b) => a - b);
    expect(named).toEqual(all);
    expect(reading.skipped.map(({ row }) => row)).toEqual(OTHER_ROWS.get(file));
  });
});

/** A table in short: cells parted by bars. */
function read(text: string, answers: TableAnswers = {}, name = 'Sheet1') {
  const texts = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return readTable({ name, texts }, answers, '2026-03-20');
}

const states = (reading: ReturnType<typeof read>) =>
  reading.rows.map(({ isIdea, experiment }) => (isIdea ? 'idea' : experiment.status));

describe('what tells the state', () => {
  test.each([
    ['PDCA letters', 'PDCA', ['P', 'D', 'C', 'A'], ['Proposed', 'Active', 'Active', 'Completed']],
    ['percentages', '% complete', ['0%', '0.4', '60 %', '100'], ['Proposed', 'Active', 'Active', 'Completed']],
    [
      'percentages of a spreadsheet',
      'Progress',
      ['0', '0.25', '1', '1'],
      ['Proposed', 'Active', 'Completed', 'Completed'],
    ],
    ['signs', 'State', ['○', '●', '✔', '✖'], ['Proposed', 'Active', 'Completed', 'Dropped']],
    [
      'emoji with words',
      'Status',
      ['🟡 Running', '✅ Done', '❌ Killed', '💡 Idea'],
      ['Active', 'Completed', 'Dropped', 'idea'],
    ],
    [
      'words of people',
      'Status',
      ['On track', 'Overdue', 'Done – rolled out', 'Not started'],
      ['Active', 'Active', 'Completed', 'Proposed'],
    ],
    [
      'words of another language',
      'Statut',
      ['En cours', 'Terminé', 'Abandonné', 'À faire'],
      ['Active', 'Completed', 'Dropped', 'Proposed'],
    ],
    ['boxes', 'Done', ['TRUE', 'FALSE', 'TRUE', 'FALSE'], ['Completed', 'Proposed', 'Completed', 'Proposed']],
  ])('%s', (_, header, cells, wanted) => {
    const lines = cells.map((cell, at) => `Try number ${at}|somebody|4 weeks|${cell}`);
    expect(states(read([`Experiment|Hypothesis|Duration|${header}`, ...lines].join('\n')))).toEqual(wanted);
  });

  test('a decision alone, and what has ended by its days', () => {
    const reading = read(`What we try|From|Until|Keep?
Longer hours|2026-01-05|2026-02-01|no
Shorter menu|2026-01-05|2026-02-01|
Free water|2026-03-02|2026-04-01|
Music||| `);
    expect(states(reading)).toEqual(['Completed', 'Completed', 'Active', 'idea']);
    expect(reading.rows.map(({ closed }) => closed)).toEqual(['2026-02-01', '2026-02-01', '', '']);
    expect(reading.rows[2]?.experiment.duration).toBe('until 2026-04-01');
  });

  test.each([
    ['Backlog', 'idea'],
    ['In progress 2026', 'Active'],
    ['Tests - Done', 'Completed'],
    ['Abgebrochen', 'Dropped'],
  ])('the tab %s', (name, state) => {
    expect(states(read('Experiment|Why\nLonger hours|People ask', {}, name))).toEqual([state]);
  });

  test('lines between the rows', () => {
    const reading = read(`Name|Hypothesis|Start|End|Learnings
IN PROGRESS||||
Free coffee|More guests|Feb 2, 2026|Mar 2, 2026|
BACKLOG||||
Loyalty app||||
DONE||||
Happy hour|More on Tuesday|Dec 1, 2025|Dec 22, 2025|Guests drank less
Average||||`);
    expect(states(reading)).toEqual(['Active', 'idea', 'Completed']);
    expect(reading.skipped.map(({ why }) => why)).toEqual(['header', 'group', 'group', 'group', 'total']);
  });

  test('what a person said of a word goes before the tables, for this word alone', () => {
    const text =
      'Experiment|Hypothesis|Status\nA longer one|because|Parked\nAnother one|because|Frobbed\nA third|because|Done';
    const unknown = read(text);
    expect(unknown.words.find(({ plain }) => plain === 'frobbed')?.meaning).toBe('');
    expect(unknown.rows[1]?.experiment.other).toBe('**Status:** Frobbed');
    expect(states(read(text, { statuses: { frobbed: 'Dropped', parked: 'Active' } }))).toEqual([
      'Active',
      'Dropped',
      'Completed',
    ]);
  });
});

describe('columns', () => {
  test('of a header in two rows are called by both where one is not enough', () => {
    const { columns, rows, header } = read(`Tries of the year|||||||
Experiment||Planned||Actual||Outcome
Name|Owner|Start|End|Start|End|
Bread in bags|M.|2026-01-05|2026-02-01|2026-01-07|2026-02-03|7 % less waste`);
    expect(header).toBe(3);
    expect(columns.map(({ label, use }) => `${label}: ${use}`)).toContain('Actual Start: started');
    expect(columns.map(({ label, use }) => `${label}: ${use}`)).toContain('Planned Start: own');
    expect(rows[0]).toMatchObject({
      closed: '2026-02-03',
      experiment: { started: '2026-01-07', duration: 'until 2026-02-01' },
    });
  });

  test('that hold one field between them keep their names', () => {
    const { rows } = read('Experiment|Metric|Target|Status\nBig sign|guests a day|+10|Running\nSmall sign||+5|Running');
    expect(rows.map(({ experiment }) => experiment.expectedResult)).toEqual([
      'Metric: guests a day\nTarget: +10',
      'Target: +5',
    ]);
  });

  test('are what a person says they are', () => {
    const text = 'Experiment|Remark|Who\nBig sign|more guests|M.';
    const { rows } = read(text, { columns: { 1: 'actualResult', 2: 'none' } });
    expect(rows[0]).toMatchObject({ experiment: { actualResult: 'more guests' }, own: {} });
  });

  test('with headers that stand twice lose nothing', () => {
    const { rows, columns } = read('Title|Title|Notes|Notes\nBig sign|The very big sign|a|b\nSmall|The small sign|c|d');
    const kept = rows.map(({ experiment, own }) => [...Object.values(experiment), ...Object.values(own)].join(' '));
    expect(columns.filter(({ use }) => use === 'title')).toHaveLength(1);
    for (const word of ['Big sign', 'The very big sign', 'a', 'b']) expect(kept[0]).toContain(word);
  });
});

describe('days', () => {
  const days = (cells: string[], answers: TableAnswers = {}) =>
    read(
      ['Experiment|Start|Status', ...cells.map((cell, at) => `Try number ${at}|${cell}|Running`)].join('\n'),
      answers,
    );

  test('as people write them', () => {
    const cells = [
      '28-Feb-26',
      '1 March 2026',
      'Mar 2, 2026',
      '3. März 2026',
      '2026-03-04T10:00:00Z',
      '05.03.2026',
      '6 mars 2026',
      '7 de marzo de 2026',
    ];
    expect(days(cells).rows.map(({ experiment }) => experiment.started)).toEqual([
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
    ]);
  });

  test('without a year have that of their neighbours, and keep what was written', () => {
    const { rows } = days(['2024-12-16', '18 Dec', 'December', '20.12.']);
    expect(rows.map(({ experiment }) => experiment.started)).toEqual([
      '2024-12-16',
      '2024-12-18',
      '2024-12-01',
      '2024-12-20',
    ]);
    expect(rows.map(({ experiment }) => experiment.other)).toEqual([
      '',
      '**Start:** 18 Dec',
      '**Start:** December',
      '**Start:** 20.12.',
    ]);
  });

  test('that can be read in two ways are asked about, and read in the order that one of them shows', () => {
    const open = days(['3/4/2026', '5/6/2026']);
    expect([open.isOrderAsked, open.dayFirst]).toEqual([true, undefined]);
    expect(days(['3/4/2026'], { dayFirst: true }).rows[0]?.experiment.started).toBe('2026-04-03');
    const told = days(['3/4/2026', '2/20/2026']);
    expect([told.isOrderAsked, told.rows[0]?.experiment.started]).toEqual([false, '2026-03-04']);
  });

  test('that cannot be stay as text and are named', () => {
    const { rows, unread } = days(['2026-02-31', '31.02.2026', 'soon', '2026-01-05']);
    expect(rows.slice(0, 3).map(({ experiment }) => [experiment.started, experiment.other])).toEqual([
      ['', '**Start:** 2026-02-31'],
      ['', '**Start:** 31.02.2026'],
      ['', '**Start:** soon'],
    ]);
    expect(unread.map(({ row, text }) => [row, text])).toEqual([
      [2, '2026-02-31'],
      [3, '31.02.2026'],
      [4, 'soon'],
    ]);
  });
});

describe('what is no tracker', () => {
  test.each([
    ['nothing', ''],
    ['numbers', '1|2|3\n4|5|6'],
    ['prose', 'Dear all\nthis is a letter\nwith three lines'],
  ])('%s has no header, and each of its rows is named', (_, text) => {
    const reading = read(text);
    expect([reading.header, reading.rows]).toEqual([0, []]);
    expect(reading.skipped).toHaveLength(text.split('\n').length);
  });
});
