// What was agreed on is known for each file and for each imported name: none of them takes from another what only that one holds.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../../src/domain/fingerprint.ts';
import { faultAt } from '../../../workbench/host/faults.ts';
import { copied, type Reply, Workbook } from '../workbook.ts';
import { answersTo, succeed } from './replies.ts';

const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');
const HEADING = '### [K-TEA-001] Second kettle beside the garden door';

const imported = (text = log, name = 'TEA_KAIZEN.md'): Workbook =>
  Workbook.once(`${name} ${text}`, () => {
    const workbook = new Workbook();
    expect(workbook.ask('importLog', { name, text })).toMatchObject({ is: 'done' });
    return workbook;
  });

const exported = (): Workbook =>
  Workbook.once('exported', () => {
    const workbook = imported();
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: true });
    return workbook;
  });

const retitle = (workbook: Workbook, id: string, title: string) =>
  expect(workbook.type(workbook.rowOf(id), 'Title', [title])).toEqual([]);

const titleOf = (workbook: Workbook, id: string) => workbook.cell(workbook.rowOf(id), 'Title')?.value;

const fileIds = ({ store }: Workbook) =>
  store.drive
    .all()
    .filter(({ mimeType }) => mimeType === 'text/markdown')
    .map(({ id }) => id);

const textIn = ({ store }: Workbook, id: string) => Buffer.from(store.drive.content(id)).toString('utf8');

function editIn({ store }: Workbook, id: string, change: (text: string) => string): void {
  const record = store.drive.find(id);
  if (record === undefined) throw new Error('There is no such file.');
  store.drive.save(record, Buffer.from(change(Buffer.from(store.drive.content(id)).toString('utf8'))));
}

/** Text under no label, which no column shows: right below an experiment's heading. */
const withNote = (note: string) => (text: string) =>
  text.replace(/^### \[K-TEA-001\].*\n/m, (heading) => `${heading}${note}\n\n`);

test('notes that stand only in the file in Drive stay, whatever was imported meanwhile', () => {
  const workbook = exported();
  workbook.editDriveText(withNote('Only the file says this.'));
  succeed(workbook.ask('exportLog'));
  succeed(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log }));
  retitle(workbook, 'K-TEA-003', 'Slate');
  succeed(workbook.ask('exportLog'));
  const [text = ''] = Object.values(workbook.driveTexts());
  expect(text).toContain(`${HEADING}\nOnly the file says this.\n`);
  expect(text).toContain('### [K-TEA-003] Slate\n');
});

test('two people with files of their own keep each their notes, and both get what the register says', () => {
  const workbook = exported();
  const [mine = ''] = fileIds(workbook);
  workbook.host.user = 'second@example.com';
  succeed(workbook.ask('exportLog', { file: 'new' }));
  const theirs = fileIds(workbook).find((id) => id !== mine) ?? '';
  editIn(workbook, theirs, withNote('A note of the second.'));
  succeed(workbook.ask('exportLog'));
  workbook.host.user = 'you@example.com';
  editIn(workbook, mine, withNote('A note of the first.'));
  succeed(workbook.ask('exportLog'));
  for (const [user, title] of [
    ['second@example.com', 'Slate'],
    ['you@example.com', 'Board'],
    ['second@example.com', 'Board, again'],
  ] as const) {
    workbook.host.user = user;
    retitle(workbook, 'K-TEA-003', title);
    succeed(workbook.ask('exportLog'));
  }
  expect(textIn(workbook, mine)).toBe(withNote('A note of the first.')(log).replace(/(\[K-TEA-003\]) .*/, '$1 Board'));
  expect(textIn(workbook, theirs)).toBe(
    withNote('A note of the second.')(log).replace(/(\[K-TEA-003\]) .*/, '$1 Board, again'),
  );
});

test('where it is lost what was agreed with a file, the file itself is what an export changes, not what was imported since', () => {
  const workbook = imported();
  workbook.ask('exportLog');
  workbook.editDriveText(withNote('Only the file says this.'));
  succeed(workbook.ask('exportLog'));
  workbook.host.act({ kind: 'type', sheet: workbook.sheet('Log source').id, row: 3, column: 0, text: [['scribble']] });
  succeed(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log }));
  retitle(workbook, 'K-TEA-001', 'Kettle');
  succeed(workbook.ask('exportLog'));
  expect(Object.values(workbook.driveTexts())).toEqual([
    withNote('Only the file says this.')(log).replace(HEADING, '### [K-TEA-001] Kettle'),
  ]);
});

test('a text of one name takes back nothing that came in under another', () => {
  const workbook = imported(log, 'A.md');
  const retitled = log.replace(/(\[K-TEA-003\]) .*/, '$1 Slate');
  succeed(workbook.ask('importLog', { name: '', text: retitled }));
  expect(titleOf(workbook, 'K-TEA-003')).toBe('Slate');
  succeed(workbook.ask('importLog', { name: 'A.md', text: log.replace(HEADING, '### [K-TEA-001] Kettle') }));
  expect(titleOf(workbook, 'K-TEA-001')).toBe('Kettle');
  expect(titleOf(workbook, 'K-TEA-003')).toBe('Slate');
  // And the pasted one knows nothing of the title that A.md brought.
  succeed(workbook.ask('importLog', { name: '', text: retitled.replace('in 6 minutes', 'in 5 minutes') }));
  expect(titleOf(workbook, 'K-TEA-001')).toBe('Kettle');
});

test('a download of what was exported, changed and imported under a name of its own, is held against the export', () => {
  const workbook = exported();
  retitle(workbook, 'K-TEA-001', 'Kettle');
  succeed(workbook.ask('exportLog'));
  const [download = ''] = Object.values(workbook.driveTexts());
  const text = download.replace('[K-TEA-001] Kettle', '[K-TEA-001] Kettle by the door');
  expect(succeed(workbook.ask('importLog', { name: 'TEA_KAIZEN (1).md', text }))).toMatchObject({ changed: 1 });
  expect(titleOf(workbook, 'K-TEA-001')).toBe('Kettle by the door');
});

describe('a copy of the log in which a field is other than in the register and than in what it was taken from, is asked about', () => {
  const RESULT = '13.10 on weekdays, 12.20 on Sundays';
  const QUESTION = 'does the afternoon run out of pots?';
  const resultOf = (workbook: Workbook) => workbook.cell(workbook.rowOf('K-TEA-002'), 'Actual Result')?.value;
  const typed = (workbook: Workbook, text: string) =>
    workbook.type(workbook.rowOf('K-TEA-002'), 'Actual Result', [text]);
  const names = ['TEA_KAIZEN.md', 'TEA_KAIZEN (1).md', ''];
  const asking = { is: 'asking', questions: [{ id: 'K-TEA-002', label: 'Actual Result', base: RESULT }] };

  test.each(['; 14.00 in the rain', ' not counted'].flatMap((words) => names.map((name) => [name, words] as const)))(
    'as %j, with other words than were typed: %j',
    (name, words) => {
      const workbook = exported();
      const mine = `${RESULT}; 9.80 at night`;
      typed(workbook, mine);
      succeed(workbook.ask('exportLog'));
      const text = log.replace(RESULT, words.startsWith(';') ? RESULT + words : words.trim());
      expect(workbook.ask('importLog', { name, text })).toMatchObject(asking);
      expect(resultOf(workbook)).toBe(mine);
    },
  );

  test.each(names)('as %j, of a candidate', (name) => {
    const workbook = exported();
    const { id: sheet } = workbook.sheet('Candidates');
    workbook.host.act({ kind: 'type', sheet, row: 1, column: 2, text: [['who counts?']] });
    succeed(workbook.ask('exportLog'));
    const reply = workbook.ask('importLog', { name, text: log.replace(QUESTION, 'are there pots?') });
    expect(reply).toMatchObject({ is: 'asking', questions: [{ key: expect.stringContaining('candidate/') }] });
  });

  test('as one of two that were sent back', () => {
    const workbook = exported();
    succeed(workbook.ask('importLog', { name: 'anna.md', text: log.replace(RESULT, `${RESULT}; 9.80 at night`) }));
    succeed(workbook.ask('exportLog'));
    const text = log.replace(RESULT, `${RESULT}; 14.00 in the rain`);
    expect(workbook.ask('importLog', { name: 'ben.md', text })).toMatchObject(asking);
  });

  test('but not where it goes on where the register’s ends', () => {
    const workbook = exported();
    for (const words of ['; 9.80 at night', '; 14.00 in the rain']) {
      typed(workbook, `${resultOf(workbook)}${words}`);
      succeed(workbook.ask('exportLog'));
    }
    const [text = ''] = Object.values(workbook.driveTexts());
    const more = text.replace('in the rain', 'in the rain; 11.00 in snow');
    succeed(workbook.ask('importLog', { name: 'copy.md', text: more }));
    expect(resultOf(workbook)).toMatch(/rain; 11.00 in snow$/);
  });
});

test('a first export starts from the log, not from a part of it that was imported since', () => {
  const whole = withNote('Only the log says this.')(log);
  const workbook = imported(whole);
  const part = whole.slice(0, whole.indexOf('### [K-TEA-003]')) + whole.slice(whole.indexOf('## Completed'));
  const request = { name: 'part.md', text: part.replace('Only the log says this.', 'Only the part says this.') };
  const asked = workbook.ask('importLog', request);
  succeed(workbook.ask('importLog', { ...request, answers: answersTo(asked, 'register') }));
  expect(workbook.ask('readLogText')).toMatchObject({ text: whole });
  succeed(workbook.ask('exportLog'));
  expect(Object.values(workbook.driveTexts())).toEqual([whole]);
});

test.each(['TEA_KAIZEN.md', ''])(
  'a first export starts from the log, not from one of the same name, %j, that looks cut off',
  (name) => {
    const whole = `${log.replace(/^### \[K-TEA-002\].*\n/m, (heading) => `${heading}Only the log says this.\n\n`)}\nKept by the house.\n`;
    for (const end of ['## Completed', '## Related Files']) {
      const workbook = imported(whole, name);
      const request = { name, text: whole.slice(0, whole.indexOf(end)) };
      const asked = workbook.ask('previewImport', request);
      const result = succeed(workbook.ask('importLog', { ...request, answers: answersTo(asked, 'register') }));
      expect(result).toMatchObject({ added: 0, changed: 0 });
      expect(workbook.ask('previewImport', request)).toMatchObject({ questions: [], incoming: [] });
      succeed(workbook.ask('exportLog'));
      expect(Object.values(workbook.driveTexts())).toEqual([whole]);
    }
  },
);

test('a new file starts from what another file says, not from what was imported since', () => {
  const workbook = exported();
  workbook.editDriveText(withNote('Only the file says this.'));
  succeed(workbook.ask('exportLog'));
  succeed(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log }));
  const before = fileIds(workbook);
  succeed(workbook.ask('exportLog', { file: 'new' }));
  const [made = ''] = fileIds(workbook).filter((id) => !before.includes(id));
  expect(textIn(workbook, made)).toBe(withNote('Only the file says this.')(log));
});

test('many imports under many names leave a bounded number of texts behind, the file’s own always among them', () => {
  const workbook = exported();
  workbook.editDriveText(withNote('Only the file says this.'));
  succeed(workbook.ask('exportLog'));
  for (let number = 0; number < 20; number += 1) {
    succeed(workbook.ask('importLog', { name: `copy ${number}.md`, text: log }));
  }
  expect(workbook.values('Log source')[1]?.filter((cell) => cell !== '').length).toBeLessThanOrEqual(10);
  retitle(workbook, 'K-TEA-001', 'Kettle');
  succeed(workbook.ask('exportLog'));
  expect(Object.values(workbook.driveTexts())[0]).toContain('Only the file says this.');
});

describe('an import asks, all at once, before anything of the register is lost', () => {
  const LESS = log
    .replace('*What the tea house tries, and what came of it.*\n\n', '')
    .replace(/^- System: Reservation.*\n/m, '')
    .replace(/^\| \*\*Model\*\*.*\n/m, '')
    .replace(/^- `CUPS.md`.*\n/m, '')
    .replace(/### \[K-TEA-003\][\s\S]*?(?=## Completed)/, '');
  const request = { name: 'TEA_KAIZEN.md', text: LESS };
  const stateOf = (workbook: Workbook) =>
    ['Experiments', 'Candidates', 'Settings'].map((name) => workbook.values(name));

  test('with a default that keeps', () => {
    const workbook = exported();
    const before = stateOf(workbook);
    const asked = workbook.ask('importLog', request);
    expect(asked).toMatchObject({ is: 'asking' });
    const questions = asked.questions as { key: string; seal: string; label: string; default: string }[];
    expect(questions.map(({ label }) => label)).toEqual([
      'The tagline',
      'Layer "Model"',
      'Candidate "Reservation by text message"',
      'Related file "CUPS.md"',
      'The experiment',
    ]);
    expect(new Set(questions.map((question) => question.default))).toEqual(new Set(['register']));
    expect(stateOf(workbook)).toEqual(before);
    succeed(workbook.ask('importLog', { ...request, answers: answersTo(asked, 'register') }));
    expect(stateOf(workbook)).toEqual(before);
    // What was kept is no question any more.
    expect(workbook.ask('previewImport', request)).toMatchObject({ questions: [], incoming: [] });
  });

  test('and takes away what a person says', () => {
    const workbook = exported();
    const asked = workbook.ask('importLog', request);
    succeed(workbook.ask('importLog', { ...request, answers: answersTo(asked, 'file') }));
    const [experiments, candidates, settings] = stateOf(workbook).map((values) => JSON.stringify(values));
    expect(experiments).not.toContain('K-TEA-003');
    expect(candidates).not.toContain('Reservation');
    for (const gone of ['What the tea house tries', 'Prices, seasons', 'CUPS.md']) expect(settings).not.toContain(gone);
  });

  test.each([
    ['in the middle of an experiment', log.slice(0, log.indexOf('13.10 on weekdays')), /lacks "## Related Files"/],
    ['before the second experiment', log.slice(0, log.indexOf('### [K-TEA-003]')), /1 experiment where it had 3/],
    ['by an open fence', log.replace('**Duration:**\n10 business', '```\n**Duration:**\n10 business'), /never closed/],
  ])('and says that the log looks cut off %s', (_, text, sign) => {
    const workbook = exported();
    const before = stateOf(workbook);
    const cut = { name: 'part.md', text };
    const plan = workbook.ask('previewImport', cut);
    expect(plan.warnings).toEqual(expect.arrayContaining([expect.stringMatching(sign)]));
    expect(plan.questions).not.toEqual([]);
    const answers = answersTo(plan, 'register');
    succeed(workbook.ask('importLog', { ...cut, answers }));
    // What an open fence hides becomes text of the field above it, too.
    const [[, ...experiments] = [], ...others] = stateOf(workbook);
    const [[, ...held] = [], ...rest] = before;
    expect(others).toEqual(rest);
    expect(experiments.map(([id]) => id)).toEqual(held.map(([id]) => id));
    expect(experiments.join().length).toBeGreaterThanOrEqual(held.join().length);
  });

  test('and before a field gets back what it said earlier', () => {
    const workbook = imported();
    const newer = log.replace(/(\[K-TEA-003\]) .*/, '$1 Slate').replace('1 month', '2 months');
    succeed(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: newer }));
    const older = log.replace(HEADING, '### [K-TEA-001] Kettle');
    const asked = workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: older });
    expect(asked).toMatchObject({
      is: 'asking',
      questions: [
        { id: 'K-TEA-003', field: 'title', register: 'Slate', isOlder: true, default: 'register' },
        { id: 'K-TEA-002', field: 'duration', file: '1 month', isOlder: true },
      ],
    });
    const answers = answersTo(asked, 'register');
    expect(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: older, answers })).toMatchObject({ changed: 1 });
    expect(titleOf(workbook, 'K-TEA-003')).toBe('Slate');
    expect(titleOf(workbook, 'K-TEA-001')).toBe('Kettle');
  });
});

describe('an older copy that somebody saved over the file in Drive', () => {
  const LI = 'No cold pots sent back, says Li';
  const stateOf = (workbook: Workbook) =>
    ['Experiments', 'Candidates', 'Settings'].map((name) => workbook.values(name));

  function overwritten(): { workbook: Workbook; newest: string } {
    const workbook = exported();
    const [older = ''] = Object.values(workbook.driveTexts());
    const { id: sheet } = workbook.sheet('Candidates');
    retitle(workbook, 'K-TEA-001', 'Kettle on wheels');
    workbook.type(workbook.rowOf('K-TEA-001'), 'Learning', ['Half of them came back.']);
    workbook.type(5, 'Title', ['Oat milk']);
    workbook.host.act({ kind: 'type', sheet, row: 3, column: 1, text: [['Trays', 'who drops them?']] });
    workbook.editDriveText((text) => `${text}\n## Minutes\n\nSwept.\n`);
    succeed(workbook.ask('exportLog'));
    const [newest = ''] = Object.values(workbook.driveTexts());
    workbook.editDriveText(() => older.replace('No cold pots sent back', LI));
    return { workbook, newest };
  }

  test('takes nothing newer away before somebody has answered, and unless told so nothing at all', () => {
    const { workbook, newest } = overwritten();
    const before = stateOf(workbook);
    const asked = workbook.ask('previewExport');
    const older = { isOlder: true, default: 'register' };
    expect(asked.questions).toEqual([
      expect.objectContaining({ key: 'rest', default: 'register' }),
      expect.objectContaining({ key: 'candidate/Trays', default: 'register' }),
      expect.objectContaining({ id: 'K-TEA-001', field: 'title', register: 'Kettle on wheels', ...older }),
      expect.objectContaining({ id: 'K-TEA-001', field: 'learning', file: '', ...older }),
      expect.objectContaining({ id: 'K-TEA-004', kind: 'presence', default: 'register' }),
    ]);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'asking', questions: asked.questions });
    expect(stateOf(workbook)).toEqual(before);
    succeed(workbook.ask('exportLog', { answers: answersTo(asked, 'register') }));
    expect(Object.values(workbook.driveTexts())).toEqual([newest.replace('No cold pots sent back', LI)]);
    expect(workbook.cell(workbook.rowOf('K-TEA-001'), 'Expected Result')?.value).toContain(LI);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false, report: [] });
  });

  test('counts where a person says so', () => {
    const { workbook } = overwritten();
    const answers = answersTo(workbook.ask('exportLog'), 'file');
    succeed(workbook.ask('exportLog', { answers }));
    expect(Object.values(workbook.driveTexts())).toEqual([log.replace('No cold pots sent back', LI)]);
    expect(titleOf(workbook, 'K-TEA-001')).toBe('Second kettle beside the garden door');
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false, report: [] });
  });
});

describe('a row that is deleted, whose experiment holds lines in the log that no column shows,', () => {
  const NOTE = 'Only the file says this.\n\n#### Beside it\n- twice';
  function deleted(): Workbook {
    const workbook = imported(withNote(NOTE)(log));
    succeed(workbook.ask('exportLog'));
    for (const id of ['K-TEA-001', 'K-TEA-003']) {
      const { id: sheet } = workbook.sheet('Experiments');
      workbook.host.act({ kind: 'delete-rows', sheet, at: workbook.rowOf(id) - 1, count: 1 });
    }
    return workbook;
  }

  test('is named with them, and nothing is written before somebody has answered', () => {
    const workbook = deleted();
    const before = workbook.driveTexts();
    const question = { id: 'K-TEA-001', kind: 'presence', loose: expect.stringContaining('Only the file says this.') };
    // The other one has nothing but its fields, which the preview names.
    expect(workbook.ask('previewExport')).toMatchObject({ questions: [question] });
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'asking', questions: [question] });
    expect(workbook.driveTexts()).toEqual(before);
  });

  test.each([
    ['register', []],
    ['file', ['K-TEA-001']],
  ] as const)('goes or comes back as the answer %s says', (choice, ids) => {
    const workbook = deleted();
    const asked = workbook.ask('exportLog');
    succeed(workbook.ask('exportLog', { answers: answersTo(asked, choice) }));
    const [text = ''] = Object.values(workbook.driveTexts());
    expect(text.includes('#### Beside it')).toBe(ids.length > 0);
    expect(workbook.values('Experiments').map(([id]) => id)).toEqual(['ID', 'K-TEA-002', ...ids]);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  });
});

describe('a tab that somebody deleted and set-up made again', () => {
  const IDEAS = ['Wash pots after closing only', 'Reservation by text message'];
  const ids = (workbook: Workbook) => workbook.values('Experiments').map(([id]) => id);
  const ideas = (workbook: Workbook) => workbook.values('Candidates').map((row) => row[1]);
  const questionsOf = (reply: Reply) => reply.questions as { id: string; label: string; default?: string }[];

  function emptied(tab: string, more: (workbook: Workbook) => void = () => undefined): Workbook {
    const workbook = exported();
    workbook.host.act({ kind: 'delete-sheet', sheet: workbook.sheet(tab).id });
    workbook.host.choose('setUp');
    more(workbook);
    return workbook;
  }

  const typesOne = (workbook: Workbook) => workbook.type(2, 'Title', ['Oat milk']);
  const edits = (workbook: Workbook) => workbook.editDriveText((text) => `${text}\nSwept.\n`);

  test.each([
    ['as it is', () => undefined],
    ['with something typed since', typesOne],
    ['with something written into the file since', edits],
  ] as const)('takes nothing out of the file before somebody has answered: %s', (_, more) => {
    const workbook = emptied('Experiments', more);
    const before = workbook.driveTexts();
    const [held, all] = [ids(workbook).slice(1), ['K-TEA-001', 'K-TEA-003', 'K-TEA-002']];
    const asked = workbook.ask('exportLog');
    expect(asked).toMatchObject({ is: 'asking' });
    expect(questionsOf(asked).map(({ id }) => id)).toEqual(all);
    expect(new Set(questionsOf(asked).map((question) => question.default))).toEqual(new Set(['file']));
    // Whether anything will be written is for the answers to say.
    expect(JSON.stringify(workbook.ask('previewExport').report)).not.toContain('nothing will be written');
    expect(workbook.driveTexts()).toEqual(before);
    succeed(workbook.ask('exportLog', { answers: answersTo(asked, 'file') }));
    expect(ids(workbook).sort()).toEqual(['ID', ...held, ...all].sort());
    if (held.length === 0) expect(workbook.driveTexts()).toEqual(before);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  });

  test.each([
    ['as it is', () => undefined],
    ['with something written into the file since', edits],
  ] as const)('gives its candidates back, too: %s', (_, more) => {
    const workbook = emptied('Candidates', more);
    const before = workbook.driveTexts();
    const asked = workbook.ask('exportLog');
    expect(questionsOf(asked).map(({ label, ...question }) => [label, question.default])).toEqual(
      IDEAS.map((idea) => [`Candidate "${idea}"`, 'file']),
    );
    succeed(workbook.ask('exportLog', { answers: answersTo(asked, 'file') }));
    expect(ideas(workbook).slice(1)).toEqual(IDEAS);
    expect(workbook.driveTexts()).toEqual(before);
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  });

  test.each(['Experiments', 'Candidates'])('lets %s go where a person says so', (tab) => {
    const workbook = emptied(tab);
    succeed(workbook.ask('exportLog', { answers: answersTo(workbook.ask('exportLog'), 'register') }));
    expect(workbook.values(tab)).toHaveLength(1);
    const [text = ''] = Object.values(workbook.driveTexts());
    expect(text.includes('[K-TEA-001] Second')).toBe(tab !== 'Experiments');
    expect(text.includes('Wash pots')).toBe(tab !== 'Candidates');
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false });
  });

  test('is told from rows that are deleted or reworded, and from candidates that became experiments', () => {
    const workbook = exported();
    const { id: sheet } = workbook.sheet('Candidates');
    workbook.host.act({ kind: 'delete-rows', sheet, at: 1, count: 1 });
    workbook.host.act({ kind: 'delete-rows', sheet: workbook.sheet('Experiments').id, at: 1, count: 2 });
    succeed(workbook.ask('exportLog'));
    workbook.host.act({ kind: 'type', sheet, row: 1, column: 1, text: [['Reservation by post']] });
    succeed(workbook.ask('exportLog'));
    workbook.host.act({ kind: 'delete-rows', sheet, at: 1, count: 1 });
    workbook.type(3, 'Title', ['Reservation by post']);
    succeed(workbook.ask('exportLog'));
    expect(ideas(workbook)).toHaveLength(1);
  });

  test('asks nothing where a new file begins', () => {
    const workbook = imported();
    workbook.host.act({ kind: 'delete-rows', sheet: workbook.sheet('Experiments').id, at: 1, count: 3 });
    succeed(workbook.ask('exportLog'));
  });
});

test('an import that an earlier version began, which wrote its text down twice, is finished by the next call', () => {
  const { store } = Workbook.setUp().shorten();
  const request = { name: 'TEA_KAIZEN.md', text: log };
  const isBegun = (workbook: Workbook) =>
    Object.values(workbook.store.loadProperties()).some((properties) => 'importBegun' in properties);
  let workbook = copied(store);
  for (let at = 1; !isBegun(workbook); at += 1) {
    workbook = copied(store);
    workbook.host.beforeCall = faultAt(at, 'killed');
    expect(() => workbook.ask('importLog', request)).toThrow('Exceeded maximum execution time');
  }
  const book = workbook.host.snapshot();
  const cells = book.sheets.find(({ name }) => name === 'Log source')?.cells ?? [];
  const textAt = (row: number, column: number) => cells.find(([r, c]) => r === row && c === column)?.[2];
  const column = cells.find(([, , { value }]) => / begun: /.test(String(value)))?.[1] ?? -1;
  const [head, body] = [textAt(1, column), textAt(2, column)];
  if (head === undefined || body === undefined) throw new Error('Nothing was written down.');
  const begun = JSON.parse(String(body.value));
  expect(begun.imported).toEqual({ name: 'TEA_KAIZEN.md' });
  body.value = JSON.stringify({ ...begun, imported: { name: 'TEA_KAIZEN.md', text: log } });
  const seal = fingerprint(body.value);
  head.value = String(head.value).replace(/^\S+/, seal);
  const properties = workbook.store.loadProperties();
  for (const each of Object.values(properties)) if ('importBegun' in each) each.importBegun = seal;
  const old = copied(store).store;
  old.saveBook(book);
  old.saveProperties(properties);
  const again = new Workbook(old);
  expect(again.ask('checkLog')).toMatchObject({ ok: true });
  expect(titleOf(again, 'K-TEA-001')).toBe('Second kettle beside the garden door');
  expect(isBegun(again)).toBe(false);
  expect(again.ask('readLogText')).toMatchObject({ ok: true, text: log });
});
