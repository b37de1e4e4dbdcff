// What a careful person expects of forms, previews and lists, each as a trial by name, by the calls that the pages make.
import { expect } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../../../src/domain/experiment/template.ts';
import { TODAY, Workbook } from '../../workbook.ts';
import { trialsOf } from './trials.ts';

const trial = trialsOf('people-pages');

const register = () => Workbook.setUp().shorten();
const NEW: Experiment = { ...emptyExperiment(), title: 'Fewer saws', date: TODAY, layer: 'System', status: 'Proposed' };
const titles = (workbook: Workbook) => workbook.values('Experiments').map((row) => row[1]);

interface Change {
  what: string;
  id: string;
  title: string;
  fields: string[];
  words: { label: string; before: string; after: string }[];
}

trial('A form sent again after a lost answer saves the later words, into one row', () => {
  const workbook = register();
  const token = 'form-lost-answer';
  workbook.ask('saveForm', { token, experiment: NEW });
  const again = workbook.ask('saveForm', {
    token,
    experiment: { ...NEW, title: 'Two saws', hypothesis: 'Later words' },
  });
  expect(again).toMatchObject({ ok: true, saved: true, opened: { id: 'K-BIZ-001', row: 2 } });
  expect(titles(workbook)).toEqual(['Title', 'Two saws']);
  expect(workbook.cell(2, 'Hypothesis')?.value).toBe('Later words');
});

trial(
  'An opened experiment’s form sent again after a lost answer saves the later words, and asks about none of its own',
  () => {
    const workbook = register();
    workbook.ask('saveForm', { token: 'form-of-one', experiment: NEW });
    const { experiment } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 }) as unknown as {
      experiment: Experiment;
    };
    const opened = { id: 'K-BIZ-001', row: 2, experiment };
    for (const title of ['Two saws', 'One saw']) {
      const sent = workbook.ask('saveForm', { token: 'form-opened', opened, experiment: { ...experiment, title } });
      expect(sent).toMatchObject({ ok: true, saved: true });
    }
    expect(titles(workbook)).toEqual(['Title', 'One saw']);
  },
);

trial('An Owner comes with the setting, goes with it, and comes back, with no word and no byte of the log lost', () => {
  const workbook = register();
  const row = workbook.values('Settings').findIndex(([label]) => label === 'Optional fields');
  const { id } = workbook.sheet('Settings');
  const wish = (text: string) => {
    workbook.host.act({ kind: 'type', sheet: id, row, column: 1, text: [[text]] });
    expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  };
  const logOf = () => {
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
    return Object.values(workbook.driveTexts())[0] ?? '';
  };
  wish('Owner');
  workbook.type(2, 'Title', ['One'], ['Two']);
  workbook.type(2, 'Owner', ['Mia, Ida'], ['Tom']);
  const log = logOf();
  expect(log.match(/^\*\*Owner:\*\* .*$/gm)).toEqual(['**Owner:** Mia, Ida', '**Owner:** Tom']);
  expect(workbook.ask('readOverview')).toMatchObject({ owners: ['Ida', 'Mia', 'Tom'] });
  wish('');
  expect(workbook.cell(3, 'Other fields')?.value).toBe('**Owner:** Tom');
  expect(workbook.ask('readOverview')).toMatchObject({ owners: [] });
  expect(logOf()).toBe(log);
  wish('Owner');
  // The column stayed with its words: whether it is the field is asked.
  expect(workbook.ask('saveColumns', [{ key: 'owner', is: 'taken' }])).toMatchObject({ ok: true });
  expect([2, 3].map((at) => workbook.cell(at, 'Owner')?.value)).toEqual(['Mia, Ida', 'Tom']);
  expect(logOf()).toBe(log);
});

trial('What goes on from an experiment is known to its form, so that it is made once', () => {
  const workbook = register();
  workbook.type(2, 'Title', ['One'], ['Its next']);
  workbook.type(2, 'Layer', ['System'], ['System']);
  workbook.type(3, 'Other fields', ['**Follows:** [K-BIZ-001]']);
  const { experiment } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 }) as unknown as {
    experiment: Experiment;
  };
  const saved = workbook.ask('saveForm', {
    token: 'form-iterate',
    opened: { id: 'K-BIZ-001', row: 2, experiment },
    experiment: { ...experiment, title: 'One, ended' },
  });
  expect(saved).toMatchObject({ saved: true, followers: [{ id: 'K-BIZ-002', row: 3 }] });
});

trial('Candidates keep their looks when they are moved', () => {
  const workbook = register();
  for (const idea of ['First', 'Second'])
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'System', idea, question: '' } });
  const { id } = workbook.sheet('Candidates');
  const area = { row: 2, column: 1, rows: 1, columns: 1 };
  workbook.host.act({ kind: 'format', sheet: id, area, style: { bold: true } });
  const seen = { layer: 'System', idea: 'Second', question: '', row: 3 };
  expect(workbook.ask('changeCandidate', { do: 'move up', seen })).toMatchObject({ ok: true });
  const bold = workbook
    .sheet('Candidates')
    .cells.filter(([row, column, { style }]) => row > 0 && column === 1 && style?.bold);
  expect(bold.map(([row, , { value }]) => [row, value])).toEqual([[1, 'Second']]);
});

trial('A formula in a candidate survives where another cell of it is edited', () => {
  const workbook = register();
  workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'System', idea: 'Mint', question: '' } });
  const { id } = workbook.sheet('Candidates');
  const formula = { formula: '=IF(TRUE,"Mint")', value: 'Mint' };
  workbook.host.act({ kind: 'set', sheet: id, cause: 'paste', cells: [[1, 1, formula]] });
  const seen = { layer: 'System', idea: 'Mint', question: '', row: 2 };
  const edited = { do: 'edit', seen, candidate: { layer: 'Process', idea: 'Mint', question: 'Who drinks it?' } };
  expect(workbook.ask('changeCandidate', edited)).toMatchObject({ ok: true });
  expect(workbook.values('Candidates')[1]?.slice(0, 3)).toEqual(['Process', 'Mint', 'Who drinks it?']);
  const [, , cell] = workbook.sheet('Candidates').cells.find(([row, column]) => row === 1 && column === 1) ?? [];
  expect(cell).toMatchObject(formula);
});

trial('Previews of import and export say old and new of experiments, candidates and settings', () => {
  const workbook = register();
  workbook.type(2, 'Title', ['One']);
  workbook.type(2, 'Hypothesis', ['Saws are slow']);
  workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'System', idea: 'Mint', question: '' } });
  workbook.ask('exportLog');
  const [[name, text] = ['', '']] = Object.entries(workbook.driveTexts());
  const theirs = text
    .replace('Saws are slow', 'Saws are dear')
    .replace(/(System.*) Mint\b/, '$1 Mint tea')
    .replace(/^# .*/m, '# Tea house');
  const { incoming } = workbook.ask('previewImport', { name, text: theirs }) as unknown as { incoming: Change[] };
  const said = (changes: Change[]) => JSON.stringify(changes);
  for (const words of ['Saws are slow', 'Saws are dear', 'Mint tea', 'Tea house'])
    expect(said(incoming)).toContain(words);
  workbook.type(2, 'Hypothesis', ['Saws are loud']);
  workbook.ask('changeCandidate', {
    do: 'edit',
    seen: { row: 2, layer: 'System', idea: 'Mint', question: '' },
    candidate: { layer: 'System', idea: 'Mint syrup', question: '' },
  });
  const { outgoing } = workbook.ask('previewExport') as unknown as { outgoing: Change[] };
  for (const words of ['Saws are slow', 'Saws are loud']) expect(said(outgoing)).toContain(words);
  // A reworded one stands beside what it said.
  expect(outgoing.find(({ title }) => title === 'Candidates')?.words).toEqual([
    { label: '', before: 'System · Mint', after: 'System · Mint syrup' },
  ]);
  workbook.ask('changeCandidate', {
    do: 'edit',
    seen: { row: 2, layer: 'System', idea: 'Mint syrup', question: '' },
    candidate: { layer: 'System', idea: 'Mint', question: '' },
  });
  workbook.editDriveText(() => theirs.replace('Saws are dear', 'Saws are slow'));
  const both = workbook.ask('previewExport') as unknown as { outgoing: Change[]; incoming: Change[] };
  for (const words of ['Mint tea', 'Tea house']) expect(said(both.incoming)).toContain(words);
});

trial('Impossible days are findings: Closed before Started, a day far ahead, Started without a start', () => {
  const workbook = register();
  workbook.type(2, 'Title', ['One'], ['Two'], ['Three']);
  workbook.type(2, 'Status', ['Active'], ['Active']);
  workbook.type(2, 'Started', ['2026-02-10', '2026-02-01']);
  workbook.type(3, 'Started', ['2031-02-10']);
  workbook.type(4, 'Started', ['2026-02-10']);
  const { findings } = workbook.ask('checkLog') as unknown as { findings: { code: string; row: number }[] };
  const codes = findings.map(({ code, row }) => `${row} ${code}`);
  expect(codes).toEqual(expect.arrayContaining(['2 closed-early', '3 future-started', '4 not-started']));
});

trial('A stale proposal says since when, and what ends it', () => {
  const workbook = register();
  workbook.type(2, 'Title', ['One']);
  workbook.type(2, 'Date', ['2025-12-01']);
  const { attention } = workbook.ask('readOverview') as unknown as { attention: { words: string }[] };
  expect(attention[0]?.words).toBe('waits for a decision since 2025-12-16: start it, drop it, or give it a later Date');
});

/** A register into which a log brought three experiments, with these layers. */
function broughtIn(...layers: string[]): Workbook {
  const experiments = layers.map(
    (layer, index) =>
      `### [K-BIZ-00${index + 1}] Title ${index + 1}\n**Date:** 2026-02-11\n**Layer:** ${layer}\n**Status:** Proposed\n`,
  );
  const workbook = new Workbook();
  workbook.ask('importLog', {
    name: 'log.md',
    text: `# Log\n\n## Active Experiments\n\n${experiments.join('\n---\n\n')}`,
  });
  return workbook;
}

/** What Check register finds wrong with layers, as a page asks for it to be fixed. */
function wrongLayers(workbook: Workbook): { code: string; row: number; seal: string }[] {
  const { findings } = workbook.ask('checkLog') as unknown as {
    findings: { code: string; row: number; seal: string }[];
  };
  const wrong = findings.filter(({ code }) => code === 'unknown-layer');
  return wrong.map(({ code, row, seal }) => ({ code, row, seal }));
}

trial('A click on a row that has moved finds it by its ID, and a fix acts on the row that was meant', () => {
  const workbook = broughtIn('System', 'System', 'SYSTEM');
  const wrong = wrongLayers(workbook);
  expect(wrong.map(({ row }) => row)).toEqual([4]);
  const { id } = workbook.sheet('Experiments');
  workbook.host.act({ kind: 'insert-rows', sheet: id, at: 1, count: 2 });
  expect(workbook.ask('showRow', 3, { id: 'K-BIZ-002' })).toMatchObject({ ok: true });
  const active = workbook.events.filter((event) => event.kind === 'active').at(-1);
  expect(active).toMatchObject({ area: { row: 4 } });
  expect(workbook.ask('fixLog', wrong[0])).toMatchObject({ ok: true });
  expect(workbook.cell(6, 'Layer')?.value).toBe('System');
});

trial('All findings of one kind are fixed at once', () => {
  const workbook = broughtIn('SYSTEM', 'process', 'system');
  const wrong = wrongLayers(workbook);
  expect(wrong).toHaveLength(3);
  expect(workbook.ask('fixAll', wrong)).toMatchObject({ ok: true });
  expect([2, 3, 4].map((row) => workbook.cell(row, 'Layer')?.value)).toEqual(['System', 'Process', 'System']);
  expect(wrongLayers(workbook)).toEqual([]);
});

trial('The list of what needs attention is worked out anew only where the sheet was edited', () => {
  const workbook = register();
  workbook.type(2, 'Title', ['One']);
  const { seal } = workbook.ask('readOverview') as unknown as { seal: string };
  expect(workbook.ask('readChanges', seal)).toMatchObject({ isSame: true });
  workbook.type(2, 'Title', ['Another']);
  expect(workbook.ask('readChanges', seal)).toMatchObject({ isSame: false, experiments: 1 });
});
