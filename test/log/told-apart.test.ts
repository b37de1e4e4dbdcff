// What stands beside or within experiments and looks like other ones: none of it takes their place, and their own words stay theirs.
import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../src/domain/experiment/template.ts';
import { keptOf, type LogDocument, nameUnnamed, readLog, recognise, writeLog } from '../../src/log/index.ts';

const today = '2026-05-04';

const registered = (text: string): LogDocument => {
  const document = readLog(text);
  nameUnnamed(
    document,
    document.contents.experiments.map((_, index) => `R-${index + 1}`),
  );
  return document;
};

const titles = (text: string): string[] => readLog(text).contents.experiments.map(({ title }) => title);

type Wanted = Partial<Experiment> | 'gone';

/** The log with a change of the experiment at a place, or a new one behind all others; it has to read back as meant. */
function changed(text: string, at: number, wanted: Wanted): string {
  const document = registered(text);
  const { experiments } = document.contents;
  const added = { ...emptyExperiment(), id: document.shape.hasIds ? '99' : 'R-99' };
  const list =
    wanted === 'gone'
      ? experiments.filter((_, index) => index !== at)
      : [...experiments, ...(experiments[at] ? [] : [added])].map((one, index) =>
          index === at ? { ...one, ...wanted } : one,
        );
  const after = writeLog(document, { ...document.contents, experiments: list }, { today });
  const read = readLog(after, keptOf(document.shape));
  recognise(read, list);
  expect(byId(read.contents.experiments)).toEqual(byId(list));
  return after;
}

const byId = (list: readonly Experiment[]): Experiment[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('a table of measurements', () => {
  const ROWS = '| bar 1 | 12 | 0 |\n| bar 2 | 9 | 1 |\n| bar 3 | 11 | 0 |\n';
  const FIELDS = '**Status:** Done\n**Hypothesis:** fewer cracks\n**Result:** none\n';

  test.each([
    ['its columns mean nothing', '| Test | Before | After |'],
    ['its columns are fields', '| Test | Status | Result |'],
    ['its columns are what is expected and what came', '| Test | Expected | Result |'],
  ])('within an experiment is a text of it, where %s', (_, head) => {
    const text = `# Furnace experiments\n\n## F-21: Slower ramp\n${FIELDS}\n${head}\n|---|---|---|\n${ROWS}\n## F-22: Purge\n${FIELDS}`;
    expect(titles(text)).toEqual(['Slower ramp', 'Purge']);
    expect(changed(text, 0, { status: 'Active' })).toBe(text.replace('Done', 'Active'));
  });

  test('within an experiment of the template is a text of it', () => {
    const text = `# Log\n\n## Active Experiments\n\n### [W-001] Ramp\n**Date:** 2026-01-02\n**Status:** Active\n\n**Actual Result:**\n\n| No | Test | Date | Status | Result |\n|---|---|---|---|---|\n| 1 | bar | 2026-01-05 | done | 3 |\n| 2 | rod | 2026-01-06 | done | 4 |\n\n**Learning:**\n`;
    expect(titles(text)).toEqual(['Ramp']);
  });

  test('that is a rota behind experiments is none of theirs', () => {
    const text = `# Furnace experiments\n\n## Slower ramp\n${FIELDS}\n## Purge\n${FIELDS}\n## Rota\n\n| Date | Who | What |\n|---|---|---|\n| 2026-01-05 | Ann | ovens |\n| 2026-01-06 | Ben | doors |\n| 2026-01-07 | Cid | bins |\n`;
    expect(titles(text)).toEqual(['Slower ramp', 'Purge']);
  });

  test('below a sprint that only says its status lists the experiments', () => {
    const table = '| Experiment | Status | Result |\n|---|---|---|\n';
    const text = `# Shop experiments\n\n## Sprint 1\nStatus: closed\n\n${table}| Cups | done | 4 |\n| Mugs | done | 5 |\n\n## Sprint 2\nStatus: open\n\n${table}| Bowls | running | |\n| Trays | planned | |\n`;
    expect(titles(text)).toEqual(['Cups', 'Mugs', 'Bowls', 'Trays']);
  });
});

describe('dated notes', () => {
  const NOTES = '## Notes\n\n- 2026-02-01: moved house\n- 2026-03-01: new boss\n- 2026-03-09: new van\n';

  test.each([
    [
      'a table',
      '| ID | Trial | Status | Start | Hypothesis |\n|---|---|---|---|---|\n| 1 | Rails | done | 2026-01-12 | falls |\n| 2 | Tape | running | 2026-02-09 | slips |\n',
    ],
    ['records', 'Trial: Rails\nStatus: done\nHypothesis: falls\n\nTrial: Tape\nStatus: running\nHypothesis: slips\n'],
    [
      'what folds up',
      '<details>\n<summary>Rails</summary>\n\n- Status: done\n- Hypothesis: falls\n\n</details>\n\n<details>\n<summary>Tape</summary>\n\n- Status: running\n- Hypothesis: slips\n\n</details>\n',
    ],
    ['items', '- **Rails** – Status: done – Hypothesis: falls\n- **Tape** – Status: running – Hypothesis: slips\n'],
  ])('behind %s are no experiments', (_, experiments) => {
    const text = `# Safety trials\n\n${experiments}\n${NOTES}`;
    expect(titles(text)).toEqual(['Rails', 'Tape']);
    expect(changed(text, 0, 'gone')).toContain(NOTES);
  });
});

test.each(['Q4 2025', 'Q1', 'Q1 – Winter', 'H2 2025', 'FY26 H1', 'T1 2026', 'KW7 2026', 'S2 2026'])(
  'a section %s of a log without IDs is no experiment',
  (name) => {
    const one = (title: string, status: string) => `### ${title}\nStatus: ${status}\nHypothesis: cheaper\n\n`;
    const text = `# Café experiments\n\n## ${name}\n\n${one('Cups', 'done')}${one('Beans', 'dropped')}## Q9 2026\n\n${one('Mugs', 'running')}`;
    expect(titles(text)).toEqual(['Cups', 'Beans', 'Mugs']);
  },
);

test.each([
  'References: [notebook](https://git.example/812)',
  'Ref: page 4',
  'Code: in the shed',
  'Key: cups',
  'Numbers: 4, 5',
])('what is no ID makes no log of IDs: %s', (label) => {
  const one = (title: string, status: string) =>
    `## ${title}\n- **Status:** ${status}\n- **Hypothesis:** shorter\n- **${label.replace(':', ':**')}\n\n`;
  const text = `# Model experiments\n\n${one('Tokens', 'done')}${one('Context', 'running')}`;
  const { experiments } = readLog(text).contents;
  expect(experiments.map(({ title, other }) => [title, other.includes(label.split(' ').pop() ?? '')])).toEqual([
    ['Tokens', true],
    ['Context', true],
  ]);
});

describe('a title with the word of a section', () => {
  test.each([
    'New email template',
    'Layers of clothing',
    'Active breaks',
    'Completed orders shelf',
    'Calling candidates back',
  ])('%s is an experiment’s where labels stand below it', (title) => {
    const text = `# Team experiments\n\n## ${title}\nStatus: done\nHypothesis: fewer questions\nResult: 4 instead of 9\n\n## Shorter form\nStatus: running\nHypothesis: more filled in\n`;
    expect(titles(text)).toEqual([title, 'Shorter form']);
    expect(changed(text, 0, { hypothesis: 'Far fewer.' })).toBe(text.replace('fewer questions', 'Far fewer.'));
  });

  test.each(['Template', 'Template (copy me)', 'Experiment Template', 'Template for new experiments'])(
    '%s is a form to copy',
    (title) => {
      const form = `## ${title}\n**Status:** planned / running / done\n**Hypothesis:** If ..., then ...\n**Result:**\n`;
      const text = `# Support experiments\n\n## Macro\n**Status:** Done\n**Hypothesis:** half\n\n## Weekend\n**Status:** Running\n**Hypothesis:** below 50\n\n`;
      expect(titles(text + form)).toEqual(['Macro', 'Weekend']);
      const known = keptOf(readLog(text).shape);
      expect(readLog(text + form, known).contents.experiments).toHaveLength(2);
    },
  );
});

describe('a word of one experiment', () => {
  const log = (notes: string) =>
    `# Team log\n\n## EXP-1: Huddle\n**State:** done\n**When:** 2026-01-02\n**Hypothesis:** fewer calls\n**Outcome:** 6 calls\n${notes}\n\n## EXP-2: Trays\n**State:** done\n**When:** 2026-02-02\n**Hypothesis:** fewer mix-ups\n**Outcome:** none left\n\n## EXP-3: Lamps\n**State:** running\n**When:** 2026-03-02\n**Hypothesis:** better mood\n`;

  test.each([
    ['**Notes:** we asked Kim. Result: nothing'],
    ['**Notes:** mail to Kim – Status: open'],
    ['**Result:** nothing'],
    ['**Data:** 30 cups'],
    ['#### Data\n\n30 cups'],
  ])('takes no field from others: %s', (notes) => {
    const { experiments } = readLog(log(notes)).contents;
    expect(experiments.map(({ status, date, actualResult }) => [status, date, actualResult]).slice(1)).toEqual([
      ['Completed', '2026-02-02', 'none left'],
      ['Active', '2026-03-02', ''],
    ]);
    expect(experiments[0]).toMatchObject({ status: 'Completed', date: '2026-01-02' });
    expect(changed(log(notes), 1, { actualResult: 'None left.' })).toBe(log(notes).replace('none left', 'None left.'));
  });
});

test.each([
  ['Tested', '2 Mar 2026'],
  ['Wann', '2.3.2026'],
])('a label with a day is no experiment: %s', (word, day) => {
  const one = (title: string) =>
    `## ${title}\n\n- **${word}:** ${day}\n- **Who:** Red\n- **Why:** quarrels\n- **Result:** half as many\n- **Status:** done\n\n`;
  for (const name of ['Nursery', 'Nursery experiments']) {
    const text = `# ${name}\n\n${one('Fewer toys')}${one('Lunch outside')}`;
    expect([['Fewer toys', 'Lunch outside'], []]).toContainEqual(titles(text));
  }
});

test('a day before a title in bold leaves the title its words', () => {
  const text =
    '# IT desk trials\n\n- 2026-01-12 – **Labels on cables** – Status: done – Result: 10 min saved\n- 2026-02-02 – **Monitor arms** – Status: running\n- 2026-02-16 – **Silent keyboards** – Status: dropped – Result: nobody cared\n';
  expect(titles(text)).toEqual(['Labels on cables', 'Monitor arms', 'Silent keyboards']);
  expect(changed(text, 1, { title: 'Screens' })).toBe(text.replace('Monitor arms', 'Screens'));
  const after = changed(text, 3, { title: 'Foot rests', status: 'Active', date: '2026-05-04' });
  expect(after).toBe(`${text}- 2026-05-04 – **Foot rests** – Status: running\n`);
});
