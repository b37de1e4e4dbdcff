// Logs whose experiments have no headings, as lists and records are kept, and what is kept so and is no log.
import { expect, test } from '@jest/globals';
import { describeLog, readLog, refusalOf, writeLog } from '../../src/log/index.ts';

const one = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

test.each([
  ['contacts', 'Name: Ann\nPhone: 12\nSince: 2024-01-02\nStatus: active', 'Name: Bo\nPhone: 34\nStatus: active'],
  ['recipes', 'Title: Soup\nServes: 4\nResult: Thick.', 'Title: Bread\nServes: 8\nResult: Dense.'],
  [
    'books',
    '**Title:** Two rivers\n**Status:** done\n**Started:** 2026-01-03\n**Takeaway:** Maps lie.',
    '**Title:** Slow\n**Started:** 2026-02-03\n**Takeaway:** Water less.',
  ],
  ['test cases', 'Test: No key\nExpected: error\nStatus: passed', 'Test: Key\nExpected: page\nStatus: passed'],
  [
    'tickets',
    'ID: T-12\nTitle: Export\nStatus: closed\nCreated: 2026-01-02\nResult: fixed',
    'ID: T-13\nTitle: Import\nStatus: open\nCreated: 2026-01-05\nResult: -',
  ],
  ['release notes', 'Change: Faster\nReason: asked for\nStatus: done', 'Change: Smaller\nReason: phones\nStatus: done'],
  ['what was talked about', 'What: Budget\nDecision: yes\nReason: due', 'What: Parking\nDecision: no\nReason: full'],
])('%s in records that begin with the same label are no log', (_, first, second) => {
  for (const parting of ['\n\n', '\n\n---\n\n'])
    expect(refusalOf(readLog(`${first}${parting}${second}\n`))).toMatch(/^No experiments/);
});

test.each([
  ['contacts', '**Name:** Ann **Phone:** 12\n**Status:** active', '**Name:** Bo **Phone:** 34\n**Status:** active'],
  [
    'recipes',
    '**Title:** Soup **Serves:** 4\n**Result:** Thick.',
    '**Title:** Bread **Serves:** 8\n**Result:** Dense.',
  ],
  [
    'test cases',
    '**Test:** No key **Status:** passed\n**Expected:** error',
    '**Test:** Key **Status:** failed\n**Expected:** page',
  ],
  ['tickets', 'ID: T-1; Status: open\nTitle: Export\nResult: -', 'ID: T-2; Status: closed\nTitle: Import\nResult: ok'],
  [
    'books',
    '**Title:** Clay — **Status:** read\n**Takeaway:** Wedge.',
    '**Title:** Fire — **Status:** new\n**Takeaway:**',
  ],
])('%s with further labels beside the first are no log', (_, first, second) => {
  expect(refusalOf(readLog(`${first}\n\n---\n\n${second}\n`))).toMatch(/^No experiments/);
});

test('what several lines say that stood beside a title goes below it, in the form of its label', () => {
  const record = (title: string) =>
    one(`**Test:** ${title} **Status:** done **Result:** Yes.`, '**Hypothesis:** Heard.');
  const text = `${record('Bell')}\n---\n\n${record('Mat')}`;
  const { contents, ...log } = readLog(text);
  const [first, second] = contents.experiments;
  if (!first || !second) throw new Error('Nothing was read.');
  const written = writeLog(
    { contents, ...log },
    { ...contents, experiments: [{ ...first, actualResult: 'Yes.\n\nTwice.' }, second] },
    { today: '2026-05-04' },
  );
  expect(written).toContain('**Test:** Bell **Status:** done\n');
  expect(readLog(written).contents.experiments).toMatchObject([
    { title: 'Bell', status: 'Completed', hypothesis: 'Heard.', actualResult: 'Yes.\n\nTwice.' },
    { title: 'Mat', status: 'Completed', hypothesis: 'Heard.', actualResult: 'Yes.' },
  ]);
});

test('a label that stands below each heading is no record, and records below one heading are experiments', () => {
  const record = (title: string) => one(`Title: ${title}`, 'Status: done', 'Hypothesis: It helps.');
  const titles = (text: string) => readLog(text).contents.experiments.map(({ title }) => title);
  const [bell, mat] = [record('Bell'), record('Mat')];
  expect(titles(`# Lab\n\n## EXP-1\n\n${bell}\n## EXP-2\n\n${mat}`)).toEqual(['Bell', 'Mat']);
  expect(readLog(`# Lab\n\n## EXP-1\n\n${bell}\n## EXP-2\n\n${mat}`).shape.form).toBe('marks');
  expect(titles(`# Lab\n\n## Spring\n\n${bell}\n${mat}`)).toEqual(['Bell', 'Mat']);
});

test('a new record begins with the same label and is parted as the others are', () => {
  const text = one(
    '- **Experiment:** Bell',
    '- **Status:** done',
    '- **Hypothesis:** Heard.',
    '',
    '***',
    '',
    '- **Experiment:** Mat',
    '- **Status:** running',
    '- **Hypothesis:** Dry.',
  );
  const { contents, ...log } = readLog(text);
  const [first, second] = contents.experiments;
  if (!first || !second) throw new Error('Nothing was read.');
  const added = { ...second, id: '?3', title: 'Lamp', learning: 'Title: warm\n\nExperiment: again' };
  const written = writeLog(
    { contents, ...log },
    { ...contents, experiments: [{ ...first, title: 'Two bells' }, second, added] },
    { today: '2026-05-04' },
  );
  expect(written).toContain('- **Experiment:** Two bells\n- **Status:** done\n- **Hypothesis:** Heard.\n\n***\n');
  expect(written).toContain('Dry.\n\n---\n\n- **Experiment:** Lamp\n- **Status:** running\n');
  const read = readLog(written).contents.experiments;
  expect(read.map(({ title, learning }) => [title, learning])).toEqual([
    ['Two bells', ''],
    ['Mat', ''],
    ['Lamp', added.learning],
  ]);
});

test('sentences behind the status and the day of an item are text, and those that a label begins its field', () => {
  const text = one(
    '# Decision log',
    '',
    '* **D-1** One oven — accepted, 2026-01-05. Because: the other leaks.',
    '* **D-2** No rye — rejected, 2026-01-19. Nobody asked.',
    '* **D-3** Flour of type 405 — proposed, 2026-02-02',
  );
  const { contents, ...log } = readLog(text);
  expect(contents.experiments.map(({ title, status, date, hypothesis }) => [title, status, date, hypothesis])).toEqual([
    ['One oven', 'Completed', '2026-01-05', 'the other leaks.'],
    ['No rye', 'Dropped', '2026-01-19', ''],
    ['Flour of type 405', 'Proposed', '2026-02-02', ''],
  ]);
  expect(describeLog({ contents, ...log }).left).toEqual([{ line: 4, text: 'Nobody asked.' }]);
  const experiments = contents.experiments.map((each) => ({ ...each, status: 'Dropped', hypothesis: 'It\nleaks.' }));
  expect(writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' })).toBe(
    one(
      '# Decision log',
      '',
      '* **D-1** One oven — rejected, 2026-01-05',
      '  - **Because:** It',
      '    leaks.',
      '* **D-2** No rye — rejected, 2026-01-19. Nobody asked.',
      '  - **Because:** It',
      '    leaks.',
      '* **D-3** Flour of type 405 — rejected, 2026-02-02',
      '  - **Because:** It',
      '    leaks.',
    ),
  );
});

test('a changed word of the last record leaves the rule below it, and blanks at the ends of lines, as they are', () => {
  const record = (number: number) => `**Test:** Mail ${number}  \n**Status:** done  \n**Hypothesis:** so ${number}  \n`;
  for (const end of ['---\n', '---  \n\n', '\n---\n\n***\n', '']) {
    const text = `---\n${record(1)}---\n${record(2)}${end}`;
    const document = readLog(text);
    const experiments = document.contents.experiments.map((one) => ({
      ...one,
      hypothesis: `${one.hypothesis} or not`,
    }));
    const written = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
    expect(written).toBe(text.replace(/so \d/g, '$& or not'));
  }
});
