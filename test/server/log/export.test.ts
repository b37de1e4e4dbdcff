import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { DriveRecord } from '../../../workbench/host/drive-store.ts';
import { ServiceError } from '../../../workbench/host/service.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import { type Reply, Workbook } from '../workbook.ts';

const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');
const TITLE = 'Second kettle beside the garden door';

interface Asked {
  key: string;
  seal: string;
  id: string;
  label: string;
  kind: string;
}

/** A register with the log in it, exported once. */
const exported = (): Workbook =>
  Workbook.once('exported', () => {
    const workbook = new Workbook();
    workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log });
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: true });
    return workbook;
  });

const textOf = (workbook: Workbook) => Object.values(workbook.driveTexts())[0] ?? '';
const titleOf = (workbook: Workbook) => workbook.cell(workbook.rowOf('K-TEA-001'), 'Title')?.value;
const retitle = (workbook: Workbook, title: string) => workbook.type(workbook.rowOf('K-TEA-001'), 'Title', [title]);

function fileOf(workbook: Workbook): DriveRecord {
  const file = workbook.store.drive.all().find(({ mimeType }) => mimeType === 'text/markdown');
  if (file === undefined) throw new Error('There is no file.');
  return file;
}

/** Answers all that an export asked with the same choice. */
function answersTo(reply: Reply, choice: unknown) {
  const questions = reply.questions as Asked[];
  return Object.fromEntries(questions.map(({ key, seal }) => [key, { seal, choice }]));
}

describe('before it writes, an export shows', () => {
  test('what changes in the file, by experiment and field, and how many findings there are', () => {
    const workbook = exported();
    retitle(workbook, 'Kettle');
    workbook.type(5, 'Title', ['Oat milk in small jugs']);
    expect(workbook.ask('previewExport')).toMatchObject({
      ok: true,
      isNew: false,
      outgoing: [
        { what: 'added', id: 'K-TEA-004', title: 'Oat milk in small jugs' },
        {
          what: 'changed',
          id: 'K-TEA-001',
          title: 'Kettle',
          fields: ['Title'],
          words: [{ label: 'Title', before: expect.stringMatching(/./), after: 'Kettle' }],
        },
      ],
      incoming: [],
      questions: [],
      findings: expect.any(Number),
    });
    expect(textOf(workbook)).toBe(log);
  });

  test('what moves to another section, and what comes from the file', () => {
    const workbook = exported();
    workbook.editDriveText((text) => text.replace('# TeaOps', '# Tea'));
    const row = workbook.rowOf('K-TEA-001');
    workbook.type(row, 'Actual Result', ['Two minutes sooner', 'Shade matters', 'Adopt']);
    workbook.type(row, 'Status', ['Completed']);
    expect(workbook.ask('previewExport')).toMatchObject({
      outgoing: [{ what: 'moved', id: 'K-TEA-001', fields: ['Status', 'Actual Result', 'Learning', 'Decision'] }],
      incoming: [
        {
          what: 'changed',
          id: '',
          title: 'Log title',
          words: [{ label: '', before: expect.stringContaining('TeaOps'), after: expect.stringMatching(/^Tea\b/) }],
        },
      ],
    });
  });

  test('that there is nothing to write', () => {
    const workbook = exported();
    expect(workbook.ask('previewExport')).toMatchObject({ outgoing: [], incoming: [], questions: [], report: [] });
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
    expect(fileOf(workbook).revisions).toHaveLength(1);
  });
});

test('an experiment without an ID that somebody wrote into the file is named, and stays there', () => {
  const workbook = exported();
  const own =
    '### Signs at the gate\n**Date:** 2026-03-01\n**Status:** Active\n\n**Hypothesis:**\nFewer questions.\n\n';
  workbook.editDriveText((text) => text.replace('### [K-TEA-001]', `${own}### [K-TEA-001]`));
  const named = expect.arrayContaining([expect.stringMatching(/^"Signs at the gate" has no ID .*give it an ID\.$/)]);
  expect(workbook.ask('previewExport')).toMatchObject({ ok: true, report: named });
  retitle(workbook, 'Kettle');
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: true, report: named });
  expect(textOf(workbook)).toContain(own);
});

describe('where both sides changed the same field', () => {
  function conflicted(): Workbook {
    const workbook = exported();
    workbook.editDriveText((text) => text.replace(TITLE, 'Theirs'));
    retitle(workbook, 'Ours');
    return workbook;
  }

  test.each([
    ['file', 'Theirs'],
    ['register', 'Ours'],
    [{ text: 'Agreed' }, 'Agreed'],
  ])('the choice %j stands on both sides', (choice, title) => {
    const workbook = conflicted();
    const answers = answersTo(workbook.ask('exportLog'), choice);
    expect(workbook.ask('exportLog', { answers })).toMatchObject({ is: 'done', wasWritten: title !== 'Theirs' });
    expect(titleOf(workbook)).toBe(title);
    expect(textOf(workbook)).toContain(`[K-TEA-001] ${title}\n`);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  });

  test('the attention list says so until it is settled', () => {
    const workbook = conflicted();
    expect(workbook.ask('readOverview')).toMatchObject({ openQuestions: 0 });
    const asked = workbook.ask('previewExport');
    expect(workbook.ask('readOverview')).toMatchObject({ openQuestions: 1 });
    workbook.ask('exportLog', { answers: answersTo(asked, 'file') });
    expect(workbook.ask('readOverview')).toMatchObject({ openQuestions: 0 });
  });

  test('an answer to what has changed again since counts for nothing', () => {
    const workbook = conflicted();
    const answers = answersTo(workbook.ask('exportLog'), 'register');
    workbook.editDriveText((text) => text.replace('Theirs', 'Theirs, once more'));
    expect(workbook.ask('exportLog', { answers })).toMatchObject({
      is: 'asking',
      questions: [{ file: 'Theirs, once more', register: 'Ours' }],
    });
    expect(textOf(workbook)).toContain('Theirs, once more');
    expect(titleOf(workbook)).toBe('Ours');
  });

  test.each([
    ['file', false],
    ['register', true],
  ])('an experiment that is gone from the file: the choice %s', (choice, stays) => {
    const workbook = exported();
    const start = log.indexOf('### [K-TEA-003]');
    const end = log.indexOf('## Completed');
    workbook.editDriveText((text) => text.slice(0, start) + text.slice(end));
    const asked = workbook.ask('exportLog');
    expect(asked).toMatchObject({ is: 'asking', questions: [{ id: 'K-TEA-003', kind: 'presence' }] });
    workbook.ask('exportLog', { answers: answersTo(asked, choice) });
    expect(textOf(workbook).includes('K-TEA-003')).toBe(stays);
    expect(workbook.values('Experiments').some(([id]) => id === 'K-TEA-003')).toBe(stays);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  });
});

describe('several people', () => {
  test('the second is told whose file it is, and gets one of their own when they choose so', () => {
    const workbook = exported();
    workbook.host.user = 'second@example.com';
    expect(workbook.ask('previewExport')).toMatchObject({
      obstacle: { message: expect.stringMatching(/^TEA_KAIZEN.md was exported by somebody else/), choices: ['new'] },
    });
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'obstacle' });
    expect(Object.keys(workbook.driveTexts())).toHaveLength(1);
    expect(workbook.ask('exportLog', { file: 'new' })).toMatchObject({ is: 'done', wasWritten: true });
    expect(workbook.store.drive.all().filter(({ mimeType }) => mimeType === 'text/markdown')).toHaveLength(2);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  });

  test('what one has exported is not taken back by a change in the other’s older file', () => {
    const workbook = exported();
    const first = fileOf(workbook).id;
    retitle(workbook, 'Newer title');
    workbook.host.user = 'second@example.com';
    workbook.ask('exportLog', { file: 'new' });
    workbook.host.user = 'you@example.com';
    // The first file still has the old title; somebody appends to it.
    const record = workbook.store.drive.find(first);
    if (record === undefined) throw new Error('There is no file.');
    workbook.store.drive.save(record, Buffer.from(log.replace('# TeaOps', '# Tea')));
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: true });
    expect(titleOf(workbook)).toBe('Newer title');
    expect(Buffer.from(workbook.store.drive.content(first)).toString()).toContain('Newer title');
  });

  test('a copied spreadsheet never writes into the original’s file', () => {
    const workbook = exported();
    const copy = { ...workbook.host.snapshot(), id: 'copied-spreadsheet' };
    const store = { ...memoryStore(), drive: workbook.store.drive };
    store.saveBook(copy);
    // Whether properties come along with a copy is not documented: here they do.
    store.saveProperties(workbook.store.loadProperties());
    const copied = new Workbook(store);
    retitle(copied, 'In the copy');
    expect(copied.ask('previewExport')).toMatchObject({ isNew: true, report: [expect.stringContaining('copy')] });
    expect(copied.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: true });
    const texts = store.drive
      .all()
      .filter(({ mimeType }) => mimeType === 'text/markdown')
      .map(({ id }) => Buffer.from(store.drive.content(id)).toString());
    expect(texts.filter((text) => text === log)).toHaveLength(1);
    expect(texts.filter((text) => text.includes('In the copy'))).toHaveLength(1);
  });
});

describe('what becomes of the file', () => {
  test('renamed or moved, it is still the same file', () => {
    const workbook = exported();
    const folder = workbook.store.drive.save({
      ...fileOf(workbook),
      id: 'folder',
      mimeType: 'application/vnd.google-apps.folder',
      name: 'Elsewhere',
      parents: [],
    });
    workbook.store.drive.save({ ...fileOf(workbook), name: 'Our log.md', parents: [folder.id] });
    retitle(workbook, 'Kettle');
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', name: 'Our log.md', wasWritten: true });
    expect(Object.keys(workbook.driveTexts())).toEqual(['Our log.md']);
  });

  test('in the bin, it is taken out again when that is chosen', () => {
    const workbook = exported();
    const { id } = fileOf(workbook);
    workbook.store.drive.save({ ...fileOf(workbook), trashed: true });
    retitle(workbook, 'Kettle');
    expect(workbook.ask('exportLog')).toMatchObject({
      is: 'obstacle',
      obstacle: { message: expect.stringContaining('bin'), choices: ['restored', 'new'] },
    });
    expect(workbook.ask('exportLog', { file: 'restored' })).toMatchObject({ is: 'done', wasWritten: true });
    expect(workbook.store.drive.find(id)).toMatchObject({ trashed: false });
    expect(textOf(workbook)).toContain('Kettle');
  });

  test('gone, a new one is written when that is chosen', () => {
    const workbook = exported();
    workbook.store.drive.remove(fileOf(workbook).id);
    expect(workbook.ask('exportLog')).toMatchObject({
      is: 'obstacle',
      obstacle: { message: expect.stringContaining('no longer in Drive'), choices: ['new'] },
    });
    expect(workbook.ask('exportLog', { file: 'new' })).toMatchObject({ is: 'done', wasWritten: true });
    expect(textOf(workbook)).toBe(log);
  });

  test('read-only, it is left alone', () => {
    const workbook = exported();
    workbook.store.drive.save({ ...fileOf(workbook), readers: [workbook.host.user] });
    retitle(workbook, 'Kettle');
    expect(workbook.ask('exportLog')).toMatchObject({
      is: 'obstacle',
      obstacle: { message: expect.stringContaining('not change it'), choices: ['new'] },
    });
    expect(textOf(workbook)).toBe(log);
  });

  test('emptied by somebody, it is not taken for a log in which everything was deleted', () => {
    const workbook = exported();
    workbook.editDriveText(() => 'gone');
    expect(workbook.ask('exportLog')).toMatchObject({
      is: 'obstacle',
      obstacle: { message: expect.stringContaining('no longer holds'), choices: ['new'] },
    });
    expect(workbook.values('Experiments')).toHaveLength(4);
  });

  test('changed, but not handed out by Drive, it is asked for', () => {
    const workbook = exported();
    const theirs = log.replace(TITLE, 'Theirs');
    workbook.editDriveText(() => theirs);
    let gets = 0;
    workbook.host.beforeCall = ({ method }) => {
      // The first asks for what is known of the file, the second for its text.
      if (method === 'Drive.Files.get' && ++gets === 2) throw new ServiceError('Not today.');
    };
    expect(workbook.ask('exportLog')).toMatchObject({
      is: 'obstacle',
      obstacle: { message: expect.stringContaining('choose the file itself'), choices: ['choose the file'] },
    });
    gets = 0;
    expect(workbook.ask('exportLog', { fileText: theirs })).toMatchObject({ is: 'done' });
    expect(titleOf(workbook)).toBe('Theirs');
  });

  test.each([
    ['full', "The user's Drive storage quota has been exceeded.", /Drive is full/],
    ['down', 'Service error: Drive', /Drive does not answer as it should/],
    ['refused', 'You do not have permission to call drive.files.update.', /may not write/],
  ])('Drive is %s: one sentence, and the register is as it was', (_, message, sentence) => {
    const workbook = exported();
    retitle(workbook, 'Kettle');
    const before = workbook.values('Experiments');
    workbook.host.beforeCall = ({ method }) => {
      if (method === 'Drive.Files.update') throw new ServiceError(message);
    };
    const reply = workbook.ask('exportLog');
    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(sentence) });
    expect(workbook.values('Experiments')).toEqual(before);
    workbook.host.beforeCall = undefined;
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: true });
    expect(textOf(workbook)).toContain('Kettle');
  });
});

describe('without Drive', () => {
  test('the same text is handed out', () => {
    const workbook = exported();
    retitle(workbook, 'Kettle');
    workbook.host.beforeCall = ({ method }) => {
      if (method.startsWith('Drive.')) throw new ServiceError('Drive is not to be asked.');
    };
    const { name, text } = workbook.ask('readLogText');
    workbook.host.beforeCall = undefined;
    workbook.ask('exportLog');
    expect(name).toBe('TEA_KAIZEN.md');
    expect(text).toBe(textOf(workbook));
  });

  test('the selection or a section is handed out as Markdown', () => {
    const workbook = exported();
    const sheet = workbook.sheet('Experiments').id;
    workbook.host.act({ kind: 'select', sheet, area: { row: 1, column: 1, rows: 2, columns: 1 } });
    const reply = workbook.ask('readMarkdown', 'selection');
    expect(reply).toMatchObject({ experiments: 2 });
    expect(String(reply.text).match(/^### /gm)).toHaveLength(2);
    expect(workbook.ask('readMarkdown', 'Dropped')).toMatchObject({ ok: false });
    expect(workbook.ask('readMarkdown', 'Proposed')).toMatchObject({ ok: true });
  });
});

test('a log of 1,000 experiments comes in by one import, as its preview said', () => {
  const workbook = Workbook.setUp();
  const entries = Array.from(
    { length: 1000 },
    (_, index) =>
      `### [K-TEA-${String(index + 1).padStart(3, '0')}] Pot ${index}\n**Date:** 2026-01-05\n**Layer:** System\n**Entity:** Shop\n**Status:** Proposed\n\n**Duration:**\n4 weeks\n`,
  );
  const text = `# Log\n\n## Active Experiments\n\n${entries.join('\n---\n\n')}`;
  expect(workbook.ask('previewImport', { name: 'log.md', text })).toMatchObject({
    incoming: expect.arrayContaining([{ what: 'added', id: 'K-TEA-010', title: 'Pot 9', fields: [], words: [] }]),
    unchanged: 0,
    questions: [],
  });
  expect(workbook.ask('importLog', { name: 'log.md', text })).toMatchObject({ is: 'done', added: 1000 });
  expect(workbook.cell(1001, 'Title')?.value).toBe('Pot 999');
});
