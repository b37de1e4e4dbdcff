// A column that was renamed, moved or deleted is asked about: never an empty one beside it, never a field emptied in the log.
import { expect } from '@jest/globals';
import { Workbook } from '../../workbook.ts';
import { trialsOf } from './trials.ts';

const trial = trialsOf('people-columns');

interface Lost {
  key: string;
  label: string;
  likely: { name: string; letters: string; sample: string }[];
  inLog: number;
}

const LEARNING = 'Two saws are enough.';

/** One experiment with a learning, in the log as well. */
function exported(): Workbook {
  const workbook = Workbook.setUp();
  workbook.type(2, 'Title', ['Fewer saws', '2026-02-01', 'Process', 'Holding', 'Active']);
  workbook.type(2, 'Learning', [LEARNING]);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  return workbook;
}

/** The likeliest column to be one that is lost. */
function likeliest(found: Lost | undefined): { letters: string; name: string } {
  const [first] = found?.likely ?? [];
  if (first === undefined) throw new Error('No column is likely to be it.');
  return { letters: first.letters, name: first.name };
}

const width = (workbook: Workbook) => workbook.values('Experiments')[0]?.length;

function lost(workbook: Workbook): Lost[] {
  const answer = workbook.ask('readColumns');
  expect(answer.ok).toBe(true);
  return answer.columns as Lost[];
}

/** What set-up, import and export say of it before anybody has answered; nothing is written. */
function isAsked(workbook: Workbook): void {
  const before = workbook.host.snapshot();
  const texts = workbook.driveTexts();
  workbook.events.length = 0;
  workbook.host.choose('setUp');
  expect(workbook.events).toContainEqual(expect.objectContaining({ kind: 'page', title: 'Columns' }));
  for (const [name, ...args] of [['previewExport'], ['exportLog'], ['readLogText'], ['previewImport', log(workbook)]]) {
    expect({ name, answer: workbook.ask(name as string, ...args) }).toEqual({
      name,
      answer: { ok: false, message: expect.stringContaining('The column "Learning"') },
    });
  }
  expect(workbook.host.snapshot().sheets).toEqual(before.sheets);
  expect(workbook.driveTexts()).toEqual(texts);
}

const log = (workbook: Workbook) => ({ name: 'LOG.md', text: Object.values(workbook.driveTexts())[0] ?? '' });

const RENAMED = { key: 'learning', label: 'Learning', inLog: 1 };

trial('A renamed column keeps its new name, if that is wished, through edits, repair, export and a copy', () => {
  const workbook = exported();
  const before = width(workbook);
  workbook.type(1, 'Learning', ['Lesson']);
  isAsked(workbook);
  const [found] = lost(workbook);
  expect(found).toEqual({ ...RENAMED, likely: [{ name: 'Lesson', letters: expect.any(String), sample: LEARNING }] });
  expect(workbook.ask('saveColumns', [{ key: 'learning', is: 'named', ...likeliest(found) }])).toEqual({ ok: true });
  expect(lost(workbook)).toEqual([]);
  expect(width(workbook)).toBe(before);
  workbook.type(2, 'Lesson', ['One saw is enough.']);
  workbook.type(2, 'Status', ['Completed']);
  expect(workbook.cell(2, 'Findings')?.value).not.toContain('learning');
  workbook.host.choose('setUp');
  expect(workbook.cell(2, 'Lesson')?.value).toBe('One saw is enough.');
  expect(width(workbook)).toBe(before);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  expect(log(workbook).text).toContain('One saw is enough.');
  // A copied spreadsheet has no memory beside its sheets.
  workbook.store.saveProperties({ ...workbook.store.loadProperties(), document: {} });
  expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
});

trial('A renamed column is called as before again, if that is wished', () => {
  const workbook = exported();
  const before = workbook.values('Experiments')[0];
  workbook.type(1, 'Learning', ['Lesson']);
  const [found] = lost(workbook);
  expect(workbook.ask('saveColumns', [{ key: 'learning', is: 'renamed', ...likeliest(found) }])).toEqual({ ok: true });
  expect(workbook.values('Experiments')[0]).toEqual(before);
  expect(workbook.cell(2, 'Learning')?.value).toBe(LEARNING);
});

trial('A renamed column is known by its values where it was moved and its note is gone', () => {
  const workbook = exported();
  const { id } = workbook.sheet('Experiments');
  const at = workbook.column('Learning');
  workbook.host.act({ kind: 'set', sheet: id, cause: 'format', cells: [[0, at, { value: 'Lesson' }]] });
  workbook.host.act({ kind: 'move-columns', sheet: id, from: at, count: 1, to: 3 });
  expect(lost(workbook)).toEqual([{ ...RENAMED, likely: [{ name: 'Lesson', letters: 'D', sample: LEARNING }] }]);
});

trial('A deleted column comes back with what the log says, or empty, as a person says', () => {
  const deleted = () => {
    const workbook = exported();
    const { id } = workbook.sheet('Experiments');
    const before = workbook.values('Experiments');
    workbook.host.act({ kind: 'delete-columns', sheet: id, at: workbook.column('Learning'), count: 1 });
    return { workbook, before };
  };
  const { workbook, before } = deleted();
  isAsked(workbook);
  expect(lost(workbook)).toEqual([{ ...RENAMED, likely: [] }]);
  expect(workbook.ask('saveColumns', [])).toMatchObject({ ok: false });
  expect(workbook.ask('saveColumns', [{ key: 'learning', is: 'anew' }])).toEqual({ ok: true });
  expect(workbook.values('Experiments')).toEqual(before);
  expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [], incoming: [] });

  const other = deleted().workbook;
  expect(other.ask('saveColumns', [{ key: 'learning', is: 'empty' }])).toEqual({ ok: true });
  expect(other.ask('previewExport')).toMatchObject({ ok: true, outgoing: [{ what: 'changed', fields: ['Learning'] }] });
});

trial('Two lost columns cannot be the same one, and nothing is written then', () => {
  const workbook = exported();
  workbook.type(1, 'Learning', ['Lesson']);
  workbook.type(1, 'Actual Result', ['Outcome']);
  workbook.type(2, 'Outcome', ['It worked.']);
  const found = lost(workbook);
  expect(found.map(({ label }) => label)).toEqual(['Actual Result', 'Learning']);
  const before = workbook.host.snapshot();
  const both = found.map(({ key }) => ({ key, is: 'named', ...likeliest(found[1]) }));
  expect(workbook.ask('saveColumns', both)).toMatchObject({ ok: false });
  expect(workbook.host.snapshot()).toEqual(before);
});

/** Two candidates, in the log as well. */
function listed(): { workbook: Workbook; id: number } {
  const workbook = exported();
  for (const idea of ['Mint', 'Sage'])
    workbook.ask('changeCandidate', { do: 'add', candidate: { layer: 'Process', idea, question: `${idea}?` } });
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  return { workbook, id: workbook.sheet('Candidates').id };
}

const candidatesOf = (workbook: Workbook) =>
  (workbook.ask('readCandidates') as unknown as { candidates: { idea: string; question: string }[] }).candidates;
const questions = (workbook: Workbook) => candidatesOf(workbook).map(({ question }) => question);
const rename = (workbook: Workbook, id: number, column: number, name: string) =>
  workbook.host.act({ kind: 'type', sheet: id, row: 0, column, text: [[name]] });
const QUESTION = { key: 'candidates:Question', label: 'Question', sheet: 'Candidates', inLog: 2 };
const IS_ASKED = 'The column "Question" is missing in the sheet Candidates';

/** What every way says of a column of the candidates that is not found, and writes nothing. */
function isAskedOfCandidates(workbook: Workbook): void {
  const before = [workbook.host.snapshot().sheets, workbook.driveTexts()];
  workbook.events.length = 0;
  workbook.host.choose('setUp');
  expect(workbook.events).toContainEqual(expect.objectContaining({ kind: 'page', title: 'Columns' }));
  const candidate = { layer: '', idea: 'Rue', question: 'Why?' };
  const add = ['changeCandidate', { do: 'add', candidate }] as const;
  for (const [name, ...args] of [
    ['previewExport'],
    ['exportLog'],
    ['previewImport', log(workbook)],
    ['readCandidates'],
    add,
  ])
    expect({ name, answer: workbook.ask(name as string, ...args) }).toEqual({
      name,
      answer: { ok: false, message: expect.stringContaining(IS_ASKED) },
    });
  expect([workbook.host.snapshot().sheets, workbook.driveTexts()]).toEqual(before);
}

trial('A renamed column of the candidates keeps its new name, if that is wished, wherever it is moved', () => {
  const { workbook, id } = listed();
  rename(workbook, id, 2, 'What we ask');
  isAskedOfCandidates(workbook);
  const [found] = lost(workbook);
  expect(found).toEqual({ ...QUESTION, likely: [{ name: 'What we ask', letters: 'C', sample: 'Mint?' }] });
  expect(workbook.ask('saveColumns', [{ key: QUESTION.key, is: 'named', ...likeliest(found) }])).toEqual({ ok: true });
  expect(lost(workbook)).toEqual([]);
  workbook.host.act({ kind: 'move-columns', sheet: id, from: 2, count: 1, to: 0 });
  workbook.host.choose('setUp');
  expect(workbook.values('Candidates')[0]).toEqual(['What we ask', 'Layer', 'Idea', 'Added', 'Promoted to']);
  const candidate = { layer: '', idea: 'Rue', question: 'Why?' };
  expect(workbook.ask('changeCandidate', { do: 'add', candidate })).toMatchObject({ ok: true });
  expect(questions(workbook)).toEqual(['Mint?', 'Sage?', 'Why?']);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  expect(log(workbook).text).toContain('Why?');
  // A copied spreadsheet has no memory beside its sheets.
  workbook.store.saveProperties({ ...workbook.store.loadProperties(), document: {} });
  workbook.host.choose('setUp');
  expect(questions(workbook)).toEqual(['Mint?', 'Sage?', 'Why?']);
  expect(workbook.sheetNames()).not.toContain('Kaizen Candidates');
});

trial('A renamed column of the candidates is called as before again, if that is wished', () => {
  const { workbook, id } = listed();
  const before = workbook.values('Candidates');
  rename(workbook, id, 2, 'What we ask');
  const [found] = lost(workbook);
  expect(workbook.ask('saveColumns', [{ key: QUESTION.key, is: 'renamed', ...likeliest(found) }])).toEqual({
    ok: true,
  });
  expect(workbook.values('Candidates')).toEqual(before);
});

trial('A deleted column of the candidates comes back as a person says, and no own column is taken for it', () => {
  const deleted = () => {
    const { workbook, id } = listed();
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: 3, count: 1 });
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 3, text: [['Who'], ['Mia'], ['Tom']] });
    const before = workbook.values('Candidates');
    workbook.host.act({ kind: 'delete-columns', sheet: id, at: 2, count: 1 });
    return { workbook, before };
  };
  const { workbook, before } = deleted();
  isAskedOfCandidates(workbook);
  expect(lost(workbook)).toEqual([{ ...QUESTION, likely: [{ name: 'Who', letters: 'C', sample: 'Mia' }] }]);
  expect(workbook.ask('saveColumns', [{ key: QUESTION.key, is: 'anew' }])).toEqual({ ok: true });
  expect(workbook.values('Candidates')).toEqual(before);
  expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [], incoming: [] });

  const other = deleted().workbook;
  expect(other.ask('saveColumns', [{ key: QUESTION.key, is: 'empty' }])).toEqual({ ok: true });
  expect(questions(other)).toEqual(['', '']);
});

trial('A list of candidates whose headers are all in another language keeps them, if that is wished', () => {
  const { workbook, id } = listed();
  const header = ['Bereich', 'Idee', 'Frage', 'Seit', 'Wurde zu'];
  for (const [at, name] of header.entries()) rename(workbook, id, at, name);
  workbook.host.choose('setUp');
  const found = lost(workbook);
  expect(found.map(({ label, likely }) => [label, likely[0]?.name])).toEqual([
    ['Layer', 'Bereich'],
    ['Idea', 'Idee'],
    ['Question', 'Frage'],
    ['Added', 'Seit'],
    ['Promoted to', 'Wurde zu'],
  ]);
  const answers = found.map((each) => ({ key: each.key, is: 'named', ...likeliest(each) }));
  expect(workbook.ask('saveColumns', answers)).toEqual({ ok: true });
  expect(workbook.values('Candidates')[0]).toEqual(header);
  expect(questions(workbook)).toEqual(['Mint?', 'Sage?']);
  expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [], incoming: [] });
});

trial(
  'A header row of the candidates that was deleted, cleared or sorted comes back, and every candidate stays',
  () => {
    for (const lose of ['delete', 'clear', 'sort']) {
      const { workbook, id } = listed();
      const before = candidatesOf(workbook).map(({ idea }) => idea);
      const cells =
        workbook.values('Candidates')[0]?.map((_, column): [number, number, null] => [0, column, null]) ?? [];
      if (lose === 'delete') workbook.host.act({ kind: 'delete-rows', sheet: id, at: 0, count: 1 });
      if (lose === 'clear') workbook.host.act({ kind: 'set', sheet: id, cause: 'clear', cells });
      const area = { row: 0, column: 0, rows: 3, columns: 5 };
      if (lose === 'sort') workbook.host.act({ kind: 'sort', sheet: id, area, column: 0, ascending: false });
      workbook.host.choose('setUp');
      expect([lose, workbook.values('Candidates')[0]?.slice(0, 5)]).toEqual([
        lose,
        ['Layer', 'Idea', 'Question', 'Added', 'Promoted to'],
      ]);
      // Both are of one layer: which of them a sort puts first, Google does not say.
      const now = candidatesOf(workbook).map(({ idea }) => idea);
      expect([lose, lose === 'sort' ? now.sort() : now]).toEqual([lose, before]);
    }
  },
);
