import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { Killed } from '../../../workbench/host/service.ts';
import { type Reply, Workbook } from '../workbook.ts';

interface Listed {
  row: number;
  layer: string;
  idea: string;
  question: string;
}

const listOf = (reply: Reply) => reply.candidates as Listed[];
const ideas = (list: Listed[]) => list.map(({ idea }) => idea);

function setUp(): Workbook {
  const workbook = Workbook.setUp();
  for (const idea of ['First', 'Second', 'Third']) {
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'Process', idea, question: `${idea}?` } });
  }
  return workbook;
}

const list = (workbook: Workbook) => listOf(workbook.ask('readCandidates'));

function seen(workbook: Workbook, idea: string): Listed {
  const found = list(workbook).find((candidate) => candidate.idea === idea);
  if (found === undefined) throw new Error(`There is no candidate ${idea}.`);
  return found;
}

describe('candidates', () => {
  test('are added with the day, edited, moved and removed', () => {
    const workbook = setUp();
    expect(workbook.values('Candidates')[1]?.slice(0, 3)).toEqual(['Process', 'First', 'First?']);
    expect(list(workbook).map(({ row }) => row)).toEqual([2, 3, 4]);
    workbook.ask('changeCandidate', { do: 'move up', seen: seen(workbook, 'Third') });
    expect(ideas(list(workbook))).toEqual(['First', 'Third', 'Second']);
    workbook.ask('changeCandidate', { do: 'move down', seen: seen(workbook, 'First') });
    expect(ideas(list(workbook))).toEqual(['Third', 'First', 'Second']);
    const candidate = { layer: '', idea: '=1+1', question: '' };
    workbook.ask('changeCandidate', { do: 'edit', seen: seen(workbook, 'First'), candidate });
    workbook.ask('changeCandidate', { do: 'remove', seen: seen(workbook, 'Third') });
    expect(list(workbook)).toEqual([
      { row: 2, ...candidate },
      { row: 3, layer: 'Process', idea: 'Second', question: 'Second?' },
    ]);
  });

  test('take what stands in people’s own columns and their formats along when they move', () => {
    const workbook = setUp();
    const { id } = workbook.sheet('Candidates');
    workbook.host.act({ kind: 'type', sheet: id, row: 1, column: 5, text: [['Mira'], ['=1+2'], ['']] });
    const area = { row: 2, column: 1, rows: 1, columns: 1 };
    workbook.host.act({ kind: 'format', sheet: id, area, style: { bold: true } });
    const [bold] = workbook.sheet('Candidates').cells.filter(([row, column]) => row === 2 && column === 1);
    workbook.ask('changeCandidate', { do: 'move up', seen: seen(workbook, 'Second') });
    const cells = workbook.sheet('Candidates').cells.filter(([, column]) => column === 5);
    expect(cells.find(([row]) => row === 1)?.[2]).toMatchObject({ formula: '=1+2', value: 3 });
    expect(cells.find(([row]) => row === 2)?.[2]).toMatchObject({ value: 'Mira' });
    const ideas = workbook.sheet('Candidates').cells.filter(([, column]) => column === 1);
    expect(ideas.find(([row]) => row === 1)?.[2]).toEqual(bold?.[2]);
    expect(ideas.find(([row]) => row === 2)?.[2].style?.bold).toBeUndefined();
  });

  test('that somebody changed meanwhile are left as they are', () => {
    const workbook = setUp();
    const before = seen(workbook, 'Second');
    workbook.ask('changeCandidate', { do: 'edit', seen: before, candidate: { ...before, idea: 'Theirs' } });
    const reply = workbook.ask('changeCandidate', { do: 'edit', seen: before, candidate: { ...before, idea: 'Mine' } });
    expect(reply).toEqual({
      ok: false,
      message: 'Somebody changed this candidate meanwhile: look at the list again, then repeat what you did.',
    });
    expect(ideas(list(workbook))).toEqual(['First', 'Theirs', 'Third']);
  });

  test('need an idea, and fit into a cell', () => {
    const workbook = setUp();
    const add = (idea: string) =>
      workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea, question: '' } });
    expect(add('  ')).toMatchObject({ ok: false, message: expect.stringContaining('The idea is missing') });
    expect(add('x'.repeat(50_000))).toMatchObject({ ok: false, message: expect.stringContaining('50,000 characters') });
    expect(list(workbook)).toHaveLength(3);
  });

  test('that became experiments are marked, leave the list and leave the exported log', () => {
    const workbook = setUp();
    const candidate = seen(workbook, 'Second');
    const experiment = {
      ...emptyExperiment(),
      title: 'Second',
      date: '2026-03-02',
      layer: 'Process',
      status: 'Proposed',
    };
    const request = { token: 'promoted-once', experiment, candidate };
    workbook.ask('saveForm', request);
    workbook.ask('saveForm', request);
    expect(ideas(list(workbook))).toEqual(['First', 'Third']);
    expect(workbook.values('Candidates')[2]?.[4]).toBe('K-BIZ-001');
    workbook.ask('exportLog');
    const [text = ''] = Object.values(workbook.driveTexts());
    expect(text).toContain('- Process: First — First?');
    expect(text).not.toContain('Second?');
  });
});

describe('a candidate becomes one experiment', () => {
  const experiment = {
    ...emptyExperiment(),
    title: 'Second',
    date: '2026-03-02',
    layer: 'Process',
    status: 'Proposed',
  };

  test('also where the first try ended before it could be marked', () => {
    const workbook = setUp();
    const candidate = seen(workbook, 'Second');
    let isWritten = false;
    workbook.host.beforeCall = ({ method }) => {
      if (isWritten) throw new Killed('Exceeded maximum execution time');
      isWritten = method === 'Range.setValues';
    };
    expect(() => workbook.ask('saveForm', { token: 'killed-after-the-row', experiment, candidate })).toThrow();
    workbook.host.beforeCall = undefined;
    expect(workbook.values('Candidates')[2]?.[4] ?? '').toBe('');
    expect(ideas(list(workbook))).toEqual(['First', 'Third']);
    // Who looks at the list writes nothing; who writes next, does.
    expect(workbook.values('Candidates')[2]?.[4] ?? '').toBe('');
    expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
    expect(workbook.values('Candidates')[2]?.[4]).toBe('K-BIZ-001');
    expect(ideas(list(workbook))).toEqual(['First', 'Third']);
  });

  test('and not a second one for somebody who had it open too', () => {
    const workbook = setUp();
    const candidate = seen(workbook, 'Second');
    workbook.ask('saveForm', { token: 'the-first-person', experiment, candidate });
    const reply = workbook.ask('saveForm', { token: 'the-second-person', experiment, candidate });
    expect(reply).toEqual({
      ok: false,
      message:
        'This idea became K-BIZ-001 meanwhile: copy what you wrote, then open K-BIZ-001 and add there what is missing.',
    });
    expect(workbook.values('Experiments')).toHaveLength(2);
  });

  test('of two that say the same, each its own', () => {
    const workbook = setUp();
    workbook.ask('changeCandidate', {
      do: 'add',
      candidate: { layer: 'Process', idea: 'Second', question: 'Second?' },
    });
    for (const token of ['the-first-of-two', 'the-other-of-two'])
      expect(workbook.ask('saveForm', { token, experiment, candidate: seen(workbook, 'Second') })).toMatchObject({
        saved: true,
      });
    expect(ideas(list(workbook))).toEqual(['First', 'Third']);
  });
});

describe('the preview', () => {
  test('is the log’s own text, and renders HTML and dangerous links as text', () => {
    const workbook = setUp();
    const experiment = {
      ...emptyExperiment(),
      id: 'K-BIZ-007',
      title: '<script>alert(1)</script>',
      date: '2026-03-02',
      status: 'Proposed',
      expectedResult: '[x](javascript:alert(1)) [y](https://example.com/) <img src=x onerror=alert(1)> ![z](data:a)',
    };
    const reply = workbook.ask('previewExperiment', experiment);
    expect(reply.markdown).toContain('### [K-BIZ-007] ');
    const flat = JSON.stringify(reply.rendered);
    expect(flat).not.toContain('"url":"javascript');
    expect(flat).toContain('"url":"https://example.com/"');
    expect(flat).not.toContain('"type":"html"');
    expect(flat).not.toContain('"type":"image"');
  });
});
