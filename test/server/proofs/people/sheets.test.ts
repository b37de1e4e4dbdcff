// What a careful person expects of a spreadsheet: sheets and columns of their own stay theirs, each as a trial by name.
import { describe, expect } from '@jest/globals';
import { emptyExperiment } from '../../../../src/domain/experiment/template.ts';
import { switchesFrom } from '../../../../workbench/host/switches.ts';
import type { Cell, Validation } from '../../../../workbench/protocol.ts';
import { HAS_RULES, TODAY, Workbook } from '../../workbook.ts';
import { trialsOf } from './trials.ts';

const trial = trialsOf('people-sheets');

const REGISTER = ['Experiments', 'Candidates', 'Settings', 'Log source'];

/** A spreadsheet in which somebody has sheets of these names with a little table in each. */
function withOwn(...names: string[]): Workbook {
  const workbook = new Workbook();
  for (const name of names) {
    workbook.host.act({ kind: 'add-sheet', name });
    const { id } = workbook.sheet(name);
    workbook.host.act({
      kind: 'type',
      sheet: id,
      row: 0,
      column: 0,
      text: [
        ['Title', 'Status', 'Owner'],
        ['Ours', 'Active', 'Mira'],
      ],
    });
  }
  return workbook;
}

const NAMES = { name: 'Tea house', prefix: 'K-TEA', entities: ['Kitchen'] };

describe('sheets of one’s own', () => {
  for (const name of REGISTER) {
    const run = () => {
      const workbook = withOwn(name);
      const own = workbook.values(name);
      expect(workbook.ask('readOverview')).toMatchObject({ isNew: true, foreign: [{ name, other: `Kaizen ${name}` }] });
      expect(workbook.ask('saveSetUp', NAMES)).toMatchObject({ ok: true, isNew: false });
      expect(workbook.values(name)).toEqual(own);
      expect(workbook.sheetNames()).toContain(`Kaizen ${name}`);
      workbook.host.choose('setUp');
      expect(workbook.sheetNames().filter((each) => each.includes(name))).toEqual(
        expect.arrayContaining([name, `Kaizen ${name}`]),
      );
      expect(workbook.sheetNames()).toHaveLength(6);

      const experiments = workbook.sheet(name === 'Experiments' ? 'Kaizen Experiments' : 'Experiments');
      workbook.host.act({ kind: 'type', sheet: experiments.id, row: 1, column: 1, text: [['Shorter stand-up']] });
      expect(workbook.values(experiments.name)[1]?.slice(0, 2)).toEqual(['K-TEA-001', 'Shorter stand-up']);
      workbook.host.act({ kind: 'type', sheet: workbook.sheet(name).id, row: 1, column: 1, text: [['Completed']] });
      expect(workbook.values(name)).toEqual(own.map((row, at) => (at === 1 ? ['Ours', 'Completed', 'Mira'] : row)));
      expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
      expect(workbook.values(name)).toHaveLength(own.length);
      expect(workbook.events.filter(({ kind }) => kind === 'failed')).toEqual([]);
    };
    trial(
      `called ${name} is left alone: set-up says so and takes another name, which is kept`,
      run,
      'Own sheets left alone, by name',
    );
  }

  trial(
    'An empty one is left alone, too, and the register’s has the name that a person wishes, also after it was deleted',
    () => {
      const workbook = new Workbook();
      // For Google, the same names.
      const names = REGISTER.map((name) => name.toLowerCase());
      for (const name of names) workbook.host.act({ kind: 'add-sheet', name });
      const empty = names.map((name) => workbook.sheet(name));
      const wished = { Experiments: ' Trials ', Candidates: 'Ideas' };
      for (const other of ['', 'Log source', 'ideas', 'x'.repeat(101)]) {
        expect(workbook.ask('saveSetUp', NAMES, { ...wished, Experiments: other })).toEqual({
          ok: false,
          message: expect.stringMatching(/register's sheet beside your (Experiments|Candidates) needs a name/),
        });
      }
      expect(workbook.sheetNames()).toHaveLength(5);
      expect(workbook.ask('saveSetUp', NAMES, wished)).toMatchObject({ ok: true, isNew: false });
      const made = ['Trials', 'Ideas', 'Kaizen Settings', 'Kaizen Log source'];
      expect(workbook.sheetNames()).toEqual(expect.arrayContaining(made));
      workbook.host.act({ kind: 'delete-sheet', sheet: workbook.sheet('Ideas').id });
      workbook.host.choose('openSetUp');
      expect(workbook.sheetNames().sort()).toEqual([...made, ...names, 'Sheet1'].sort());
      workbook.host.act({ kind: 'type', sheet: workbook.sheet('Trials').id, row: 1, column: 1, text: [['Tea']] });
      workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea: 'Mint', question: '' } });
      expect(workbook.values('Trials')[1]?.[0]).toBe('K-TEA-001');
      expect(workbook.values('Ideas')[1]?.[1]).toBe('Mint');
      for (const call of ['readPortfolio', 'checkLog', 'readLogText', 'exportLog']) {
        expect(workbook.ask(call)).toMatchObject({ ok: true });
      }
      expect(names.map((name) => workbook.sheet(name))).toEqual(empty);
    },
  );

  trial('The register’s sheets go on under other names, and a sheet that gets their old name is not written to', () => {
    const workbook = Workbook.setUp().shorten();
    workbook.type(2, 'Title', ['One']);
    for (const name of ['Experiments', 'Candidates']) {
      workbook.host.act({ kind: 'rename-sheet', sheet: workbook.sheet(name).id, name: `${name} of ours` });
      workbook.host.act({ kind: 'add-sheet', name });
      const text = [['Title', 'Idea', 'Status']];
      workbook.host.act({ kind: 'type', sheet: workbook.sheet(name).id, row: 0, column: 0, text });
    }
    const own = ['Experiments', 'Candidates'].map((name) => workbook.sheet(name));
    for (const repair of [false, true]) {
      if (repair) workbook.host.choose('setUp');
      const { id } = workbook.sheet('Experiments of ours');
      workbook.host.act({ kind: 'type', sheet: id, row: repair ? 3 : 2, column: 1, text: [['More']] });
      const candidate = { layer: '', idea: `An idea ${repair}`, question: '' };
      expect(workbook.ask('changeCandidate', { do: 'add', candidate })).toMatchObject({ ok: true });
    }
    expect(workbook.values('Experiments of ours').map(([id]) => id)).toEqual([
      'ID',
      'K-BIZ-001',
      'K-BIZ-002',
      'K-BIZ-003',
    ]);
    expect(workbook.values('Candidates of ours').map(([, idea]) => idea)).toEqual([
      'Idea',
      'An idea false',
      'An idea true',
    ]);
    expect(['Experiments', 'Candidates'].map((name) => workbook.sheet(name))).toEqual(own);
  });

  trial('Their names are known from what stands in them where what is remembered is lost', () => {
    const workbook = Workbook.setUp().shorten();
    workbook.host.act({ kind: 'add-sheet', name: 'Kaizen Candidates' });
    const { id } = workbook.sheet('Kaizen Candidates');
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 0, text: [['Idea', 'Layer', 'Who']] });
    const { document: _, ...others } = workbook.store.loadProperties();
    workbook.store.saveProperties({ ...others, document: {} });
    const before = workbook.sheetNames();
    const again = new Workbook(workbook.store);
    again.type(2, 'Title', ['One']);
    expect(again.cell(2, 'ID')?.value).toBe('K-BIZ-001');
    expect(again.ask('readOverview')).toMatchObject({ ok: true, isNew: false, experiments: 1 });
    again.host.choose('setUp');
    expect(again.sheetNames()).toEqual(before);
    expect(again.values('Kaizen Candidates')).toEqual([['Idea', 'Layer', 'Who']]);
  });

  trial('An edit of them where nothing is set up says nothing and keeps nothing', () => {
    const workbook = withOwn('Experiments', 'Settings');
    const { id } = workbook.sheet('Experiments');
    workbook.host.act({ kind: 'type', sheet: id, row: 2, column: 0, text: [['More']] });
    workbook.host.act({ kind: 'type', sheet: workbook.sheet('Settings').id, row: 2, column: 0, text: [['More']] });
    expect(workbook.events.filter(({ kind }) => kind === 'toast' || kind === 'failed')).toEqual([]);
    expect(workbook.ask('readOverview')).toMatchObject({ isNew: true });
  });

  trial('An import into a spreadsheet with one of them says what to do, and changes nothing', () => {
    const workbook = withOwn('Settings');
    const text = '### [K-TEA-001] Tea\n**Date:** 2026-02-11\n**Status:** Proposed\n';
    const names = workbook.sheetNames();
    expect(workbook.ask('importLog', { name: 'log.md', text })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/sheet Settings of your own.*Kaizen Settings/),
    });
    expect(workbook.sheetNames()).toEqual(names);
  });
});

/** An import of a log in which all that is asked is answered with what the log says. */
function takeOver(workbook: Workbook, text: string): void {
  const { questions } = workbook.ask('previewImport', { name: 'log.md', text }) as unknown as {
    questions: { key: string; seal: string }[];
  };
  const answers = Object.fromEntries(questions.map(({ key, seal }) => [key, { seal, choice: 'file' }]));
  expect(workbook.ask('importLog', { name: 'log.md', text, answers })).toMatchObject({ is: 'done' });
}

describe('columns of one’s own', () => {
  const checkboxes = (workbook: Workbook, sheet: string, column: number) => {
    const { id, rows } = workbook.sheet(sheet);
    workbook.host.act({
      kind: 'set',
      sheet: id,
      cause: 'paste',
      cells: Array.from({ length: rows - 1 }, (_, row): [number, number, Cell] => [row + 1, column, { value: false }]),
    });
  };
  const own = (workbook: Workbook, column: number) => workbook.values('Experiments').map((row) => row[column] ?? '');

  trial('Checkboxes down to the last row move no next row, from a form, a log or a candidate', () => {
    const workbook = Workbook.setUp();
    workbook.type(2, 'Title', ['One']);
    const { id } = workbook.sheet('Experiments');
    const column = workbook.column('Status') + 1;
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: column, count: 1 });
    workbook.host.act({ kind: 'set', sheet: id, cause: 'format', cells: [[0, column, { value: 'Seen' }]] });
    workbook.host.choose('setUp');
    checkboxes(workbook, 'Experiments', column);
    checkboxes(workbook, 'Candidates', 6);
    const before = own(workbook, column);
    expect(before).toHaveLength(1000);
    const { experiment } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 });
    const second = { ...(experiment as object), id: '', title: 'Two', layer: 'System' };
    expect(workbook.ask('saveForm', { token: 'form-token-1', experiment: second })).toMatchObject({
      opened: { id: 'K-BIZ-002', row: 3 },
    });
    const { text } = workbook.ask('readLogText') as unknown as { text: string };
    const more = text
      .replace(/(### \[K-BIZ-002\])/, '### [K-BIZ-003] Three\n**Date:** 2026-02-11\n**Status:** Active\n\n---\n\n$1')
      .replace(/\n## Candidates[^\n]*\n/, '$&\n- **System:** An idea\n');
    takeOver(workbook, more);
    expect(workbook.cell(4, 'ID')?.value).toBe('K-BIZ-003');
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea: 'An idea more', question: '' } });
    expect(workbook.values('Candidates').findIndex((row) => row[1] === 'An idea more')).toBeLessThan(4);
    expect(own(workbook, column)).toEqual(before);
  });

  trial('Formulas that say nothing yet survive a form, a log and a candidate', () => {
    const workbook = Workbook.setUp().shorten();
    workbook.type(2, 'Title', ['One']);
    const { id, rows } = workbook.sheet('Experiments');
    const column = workbook.column('Status') + 1;
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: column, count: 1 });
    workbook.host.act({ kind: 'set', sheet: id, cause: 'format', cells: [[0, column, { value: 'Cost' }]] });
    workbook.host.choose('setUp');
    const candidates = workbook.sheet('Candidates');
    const formulas = (sheet: string, at: number) =>
      workbook.sheet(sheet).cells.filter(([, where, { formula }]) => where === at && formula !== undefined).length;
    const fill = (sheet: number, at: number) =>
      workbook.host.act({
        kind: 'set',
        sheet,
        cause: 'paste',
        cells: Array.from({ length: rows - 1 }, (_, row): [number, number, Cell] => [
          row + 1,
          at,
          { formula: '=IF(1=2,1,"")', value: '' },
        ]),
      });
    fill(id, column);
    fill(candidates.id, 6);
    const { experiment } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 });
    const second = { ...(experiment as object), id: '', title: 'Two', layer: 'System' };
    expect(workbook.ask('saveForm', { token: 'form-token-1', experiment: second })).toMatchObject({ saved: true });
    const { text } = workbook.ask('readLogText') as unknown as { text: string };
    const more = text.replace(
      /(### \[K-BIZ-002\])/,
      '### [K-BIZ-003] Three\n**Date:** 2026-02-11\n**Status:** Active\n\n---\n\n$1',
    );
    takeOver(workbook, more);
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea: 'An idea', question: '' } });
    expect([2, 3, 4].map((row) => workbook.cell(row, 'ID')?.value)).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
    expect([formulas('Experiments', column), formulas('Candidates', 6)]).toEqual([rows - 1, rows - 1]);
  });

  /** Two candidates, with columns of one's own among those of the list. */
  function candidates(): {
    workbook: Workbook;
    id: number;
    header: () => unknown;
    column: (name: string) => unknown[];
  } {
    const workbook = Workbook.setUp().shorten();
    for (const idea of ['Mint', 'Sage'])
      workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'System', idea, question: `${idea}?` } });
    const { id } = workbook.sheet('Candidates');
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: 3, count: 1 });
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: 1, count: 1 });
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 1, text: [['Who'], ['Mia'], ['Tom']] });
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 4, text: [['Where'], ['Bar'], ['Yard']] });
    const values = () => workbook.values('Candidates');
    const header = () => values()[0];
    const column = (name: string) =>
      values()
        .slice(1)
        .map((row) => row[values()[0]?.indexOf(name) ?? -1]);
    return { workbook, id, header, column };
  }

  trial('Columns among those of the candidates stay theirs, whatever is done with the list', () => {
    const { workbook, header, column } = candidates();
    const before = header();
    const said = () => (workbook.ask('readCandidates') as unknown as { candidates: object[] }).candidates;
    expect(said()).toMatchObject([{ idea: 'Mint', question: 'Mint?' }, { idea: 'Sage' }]);
    workbook.host.choose('setUp');
    const seen = { row: 3, layer: 'System', idea: 'Sage', question: 'Sage?' };
    const edited = { layer: 'Process', idea: 'Sage tea', question: 'Why?' };
    workbook.ask('changeCandidate', { do: 'edit', seen, candidate: edited });
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea: 'Rue', question: '' } });
    workbook.ask('changeCandidate', { do: 'move up', seen: { ...edited, row: 3 } });
    expect(header()).toEqual(before);
    expect(column('Idea')).toEqual(['Sage tea', 'Mint', 'Rue']);
    expect([column('Who'), column('Where')]).toEqual([
      ['Tom', 'Mia', ''],
      ['Yard', 'Bar', ''],
    ]);
    const experiment = { ...emptyExperiment(), title: 'Mint', date: TODAY, layer: 'System', status: 'Proposed' };
    const candidate = { row: 3, layer: 'System', idea: 'Mint', question: 'Mint?' };
    expect(workbook.ask('saveForm', { token: 'form-token-1', experiment, candidate })).toMatchObject({ saved: true });
    expect(column('Promoted to')).toEqual(['', 'K-BIZ-001', '']);
    expect(said()).toHaveLength(2);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done' });
    workbook.editDriveText((text) => text.replace('Sage tea', 'Sage soup'));
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done' });
    expect(column('Idea')).toEqual(expect.arrayContaining(['Sage soup', 'Mint', 'Rue']));
    expect(header()).toEqual(before);
  });

  trial('A column of the candidates that is gone is named, and comes back where it stood', () => {
    const { workbook, id, header, column } = candidates();
    const before = header();
    workbook.host.act({ kind: 'delete-columns', sheet: id, at: 2, count: 1 });
    workbook.host.act({ kind: 'delete-columns', sheet: id, at: 1, count: 1 });
    for (const call of ['readCandidates', 'previewExport', 'exportLog'])
      expect(workbook.ask(call)).toEqual({
        ok: false,
        message:
          'The column "Idea" is missing in the sheet Candidates: choose Kaizen Log › Set up or repair to restore it.',
      });
    workbook.host.choose('setUp');
    expect(header()).toEqual((before as string[]).filter((name) => name !== 'Who'));
    expect([column('Question'), column('Where')]).toEqual([
      ['Mint?', 'Sage?'],
      ['Bar', 'Yard'],
    ]);
  });

  trial('An inserted column loses the rules that it inherited', () => {
    const workbook = Workbook.setUp().shorten();
    const { id } = workbook.sheet('Experiments');
    const column = workbook.column('Status') + 1;
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: column, count: 2 });
    const rulesAt = (at: number): Validation[] =>
      workbook
        .sheet('Experiments')
        .validations.filter(({ area }) => area.column <= at && at < area.column + area.columns);
    // On a host where new columns take on formats alone, or none has rules of ours, there is nothing to lose.
    const isInherited = HAS_RULES && switchesFrom(process.env.KAIZEN_HOST).newColumns !== 'without';
    expect(rulesAt(column).length > 0).toBe(isInherited);
    workbook.host.choose('setUp');
    expect(rulesAt(column)).toEqual([]);
    workbook.host.act({ kind: 'type', sheet: id, row: 1, column, text: [['whatever']] });
    expect(workbook.values('Experiments')[1]?.[column]).toBe('whatever');
    expect(rulesAt(column - 1).length > 0).toBe(HAS_RULES);
  });
});
