// What stands beside or within experiments and looks like other ones: none of it takes their place, and their own words stay theirs.
import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../src/domain/experiment/template.ts';
import {
  alignIds,
  keptOf,
  type LogDocument,
  nameUnnamed,
  readLog,
  recognise,
  writeLog,
  writtenLog,
} from '../../src/log/index.ts';

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

test.each([
  ...['Q4 2025', 'Q1', 'Q1 – Winter', 'H2 2025', 'FY26 H1', 'T1 2026', 'KW7 2026', 'S2 2026'],
  'O1: Calm',
  'OKR-1 Calm',
  'In the shop (1)',
])('a section %s of a log without IDs is no experiment', (name) => {
  const one = (title: string, status: string) => `### ${title}\nStatus: ${status}\nHypothesis: cheaper\n\n`;
  const text = `# Café experiments\n\n## ${name}\n\n${one('Cups', 'done')}${one('Beans', 'dropped')}## Q9 2026\n\n${one('Mugs', 'running')}`;
  expect(titles(text)).toEqual(['Cups', 'Beans', 'Mugs']);
  // Nor is one where an experiment is called so.
  expect(changed(text, 1, { title: 'Q1 2026' })).toBe(text.replace('### Beans', '### Q1 2026'));
});

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

describe('a bar behind a backslash', () => {
  const table = (hypothesis: string) =>
    `# Experiments\n\n| ID | Experiment | Status | Hypothesis | Result |\n|---|---|---|---|---|\n| 1 | Grep | done | ${hypothesis} | 3 s |\n| 2 | Sed | running | quicker | |\n`;

  test.each(['grep "a\\|b" is quicker', 'a \\\\| b', '`x\\|y`', 'ends in \\', '\\|', 'a || b', '`a|b`'])(
    'parts no cells: %s',
    (typed) => {
      const text = table('quicker');
      changed(text, 0, { hypothesis: typed });
      changed(text, 2, { title: typed, status: 'Active', hypothesis: typed });
      changed(text, 1, { title: typed });
    },
  );
});

test('definitions of links and notes behind the last experiment are nobody’s', () => {
  const one = (id: string, result: string) =>
    `## ${id}\n**Status:** done\n**Hypothesis:** sells\n**Result:** ${result}\n`;
  const notes =
    '[s]: https://example.org/survey\n[^1]: Counted by hand,\n    twice.\n\n    And once more.\n\n[^2]: On a day.\n';
  const text = `# Café trials\n\n${one('CT-1: Cold brew', '14 [a day][s][^1][^2]')}\n${one('CT-2: Refill', '40')}\n${notes}`;
  expect(changed(text, 1, { actualResult: '44' })).toBe(text.replace('40', '44'));
  expect(changed(text, 1, { learning: 'More.' })).toBe(text.replace('40\n', '40\n**Learning:** More.\n'));
  expect(changed(text, 1, 'gone')).toBe(
    `# Café trials\n\n${one('CT-1: Cold brew', '14 [a day][s][^1][^2]')}\n${notes}`,
  );
  // What names nothing is words of the experiment's.
  const words = `${text.slice(0, text.indexOf('[s]:'))}[Note]: ask Kim first.\n`;
  expect(readLog(words).contents.experiments[1]?.actualResult).toBe('40\n\n[Note]: ask Kim first.');
  // What somebody types is, too.
  for (const typed of ['See below.\n\n[x]: https://example.org', '[^1]: a note']) changed(text, 1, { learning: typed });
});

test.each([
  ['of two columns', '| Field | Value |\n|---|---|\n| Status | done |\n| Hypothesis | quicker |\n'],
  ['of one row', '| Status | Hypothesis | Result |\n|---|---|---|\n| done | quicker | 3 s |\n'],
])('a new experiment whose fields are a table %s has the line ends of the log', (_, table) => {
  const text = `# Experiments\n\n### E-1 Grep\n\n${table}\n### E-2 Sed\n\n${table}`.replace(/\n/g, '\r\n');
  const after = changed(text, 2, { id: 'E-3', title: 'Awk', status: 'Active', hypothesis: 'smaller' });
  expect(after.startsWith(text.trimEnd())).toBe(true);
  expect(after.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
});

describe('a new experiment without a day', () => {
  test.each([
    [
      'a dot behind it',
      '# Radio log\n\n### 2026-01-08 · Queues\n**Status:** done\n**Hypothesis:** calm\n\n### 2026-02-08 · Names\n**Status:** running\n**Hypothesis:** clear\n',
      '### Radio check',
    ],
    [
      'a word before it',
      '# Chor: Versuche\n\n- Einsingen im Kreis (seit 8.1.2026)\n  - Status: läuft\n  - Hypothese: ruhiger\n- Stühle näher (seit 9.2.2026)\n  - Status: läuft\n  - Hypothese: lauter\n',
      '- Radio check',
    ],
  ])('leaves nothing of %s', (_, text, heading) => {
    const after = changed(text, 2, { title: 'Radio check', status: 'Active' });
    expect(after.split('\n')).toContain(heading);
  });

  test('or a status leaves one blank before its title', () => {
    const one = (title: string) => `### ${title}\n**Hypothesis:** calm\n**Result:** none\n\n`;
    const text = `# Box experiments\n\n${one('🟢 Weekly box')}${one('✅ Daily box')}${one('🟢 Paper')}`;
    expect(changed(text, 3, { title: 'Bags', hypothesis: 'light' }).split('\n')).toContain('### Bags');
  });
});

test('a day in the title of a board stays the title’s', () => {
  const text =
    '# Shop improvements\n\n## Testing\n\n- **Ribbon at the till** – Ana counts\n\n## Worked\n\n- **Prices on the left** – 6 % more\n- **Opening at 8:30** – 20 extra customers\n';
  for (const title of ['Ribbon (2 May 2026)', '(2 May 2026) Ribbon', 'Ribbon, 2 May 2026', 'Since 2 May 2026 open'])
    for (const at of [0, 1, 3]) changed(text, at, { title, status: at === 1 ? 'Completed' : 'Active' });
});

test('a new sub-heading has no number of another', () => {
  const one = (number: number, title: string, status: string, more = '') =>
    `## ${number} ${title}\n\n### ${number}.1 Status\n${status}\n\n### ${number}.2 Hypothesis\nFaster.\n${more}\n`;
  const text = `# Incident drills – experiments\n\n${one(1, 'Smaller teams', 'Completed', '\n### 1.3 Result\n8 min\n')}${one(2, 'Scribe role', 'Active')}`;
  expect(changed(text, 1, { actualResult: 'Good notes.' }).trimEnd()).toBe(
    `${text.trimEnd()}\n\n### Result\n\nGood notes.`,
  );
  const after = changed(text, 2, { id: '3', title: 'Radio check', status: 'Active', hypothesis: 'Clear.' });
  expect(after.slice(text.trimEnd().length).trim()).toBe(
    '## 3 Radio check\n\n### Status\n\nActive\n\n### Hypothesis\n\nClear.',
  );
});

test('a status behind a summary in bold leaves the marks of both', () => {
  const one = (title: string, status: string) =>
    `<details>\n<summary><b>${title}</b> – ${status}</summary>\n\n- Hypothesis: calmer\n- Result: yes\n\n</details>\n\n`;
  const text = `# Classroom experiments\n\n${one('Silent start', 'done')}${one('Exit tickets', 'running')}`;
  expect(titles(text)).toEqual(['Silent start', 'Exit tickets']);
  expect(changed(text, 0, { title: 'Silent end' })).toBe(text.replace('Silent start', 'Silent end'));
  expect(changed(text, 1, { status: 'Completed' })).toBe(text.replace('running', 'done'));
});

test('what stands in a quote below an item without a value is not that value', () => {
  const one = (id: string, result: string) =>
    `### ${id}\n\n- Status: shipped\n- Hypothesis: faster\n- Result:${result}\n\n`;
  const quote = '> [!WARNING]\n> Costs 90 $ a month, ask Kim first.\n';
  const text = `# Perf experiments\n\n${one('PERF-1 Cache', ' 2.1 s')}${one('PERF-2 CDN', '')}${quote}`;
  expect(changed(text, 1, { actualResult: '1.9 s' })).toBe(
    `# Perf experiments\n\n${one('PERF-1 Cache', ' 2.1 s')}${one('PERF-2 CDN', ' 1.9 s')}${quote}`,
  );
});

describe('a new experiment', () => {
  test.each([
    [
      '# Choir trials\n\n## Circle (kept 12 Jan 2026)\n\nWhy: thirds.\n\n## Tea (stopped 26 Jan 2026)\n\nWhy: throats.\n',
    ],
    [
      '# Verbesserungen im Lager\n\n- Leiter — fertig, 5.1.2026. Spart Wege.\n- Scanner — läuft, 19.1.2026. Bleibt vorerst.\n',
    ],
  ])('has its status before its day as the others have: %s', (text) => {
    for (const status of ['Proposed', 'Active', 'Completed', 'Dropped'])
      changed(text, 2, { title: 'Yard', status, date: '2026-03-02', hypothesis: 'Dry.' });
  });

  test('without the day by which records are told apart is refused', () => {
    const text =
      'Kitchen experiments\n\n2026-01-05 Stones\nStatus: running\nHypothesis: finer.\n\n2026-01-02 Wheat\nStatus: done\nHypothesis: damp.\n';
    expect(titles(text)).toEqual(['Stones', 'Wheat']);
    expect(() => changed(text, 2, { title: 'Yard', status: 'Active' })).toThrow(
      'R-99 has no date, by which this log tells its experiments apart; give it one.',
    );
    changed(text, 2, { title: 'Yard', status: 'Active', date: '2026-03-02' });
  });

  test.each([
    '# Box experiments\n\n## 2026-01-05: Lids\n**Status:** done\n**Hypothesis:** calm\n\n## 2026-02-05: Bags\n**Status:** running\n**Hypothesis:** light\n',
    '# Bets\n\n- **B-1 Refills** — running, 2 May 2026\n  - **Hypothesis:** more guests\n- **B-2 Bread** — done, 4 May 2026\n  - **Hypothesis:** longer stays\n',
    '# Shop board\n\n## In test\n\n- 2026-02-23: Knives on the wall\n\n## Worked\n\n- 2026-01-12: Hooks — nobody searches\n- 2026-01-19: Trays — quicker\n',
  ])('says below what is no day for its title or status: %s', (text) => {
    const { experiments } = registered(text).contents;
    const after = changed(text, experiments.length, {
      ...(text.includes('B-1') && { id: 'B-9' }),
      title: 'Yard',
      status: 'Active',
      date: 'in spring',
      hypothesis: 'Dry.',
    });
    expect(after).toMatch(/\bYard\b(?!.*in spring)/);
    expect(after).toMatch(/\*\*Date:\*\* in spring/);
  });

  test('is refused where it would stand in a fence that the log leaves open', () => {
    const text = '## Active Experiments\n- item\n## Completed Experiments\n12) twelfth\n  ```\n#no heading\n';
    expect(() => changed(text, 1, { id: '13', title: 'Yard', status: 'Completed' })).toThrow(
      'The change of 13 cannot be written without changing what stands around line 5 of the log; change that line in the log first.',
    );
  });

  test('is refused where its Other fields would be fields of the log', () => {
    const text = '## Completed Experiments\n1. first\n## Active Experiments\n12) twelfth\n';
    const one = { id: '13', title: 'Yard', status: 'Active' };
    expect(() => changed(text, 2, { ...one, other: '**Note:**\nDry.\n- **Status:** in a list' })).toThrow(
      '13 cannot be written as this log writes its experiments: its Other fields would be read as something else; change it in the register first.',
    );
    changed(text, 2, { ...one, other: '**Note:**\nDry.\n- in a list' });
  });

  test.each([
    'Trial 1: Nets\nStatus: done | Hypothesis: Dry. | Owner: Ola\n\nTrial 2: Ropes\nStatus: running | Hypothesis: Wet.\n',
    '# Bets\n\n- Bell at the door — **Hypothesis:** we hear guests — **Status:** done\n- Menu in the window — **Hypothesis:** more come in — **Status:** running\n',
    '# Trials\n\n## T-1 Nets\n**Status:** done · **Hypothesis:** Dry.\n\n## T-2 Ropes\n**Status:** running · **Hypothesis:** Wet.\n',
  ])('says below its label what would be another on the line that they share: %s', (text) => {
    for (const key of ['hypothesis', 'learning', 'decision', 'layer'] as const)
      for (const said of ['ok, **Owner:** Kim', '**Status:** done', 'Status: done. Owner: Kim'])
        changed(text, 2, { ...(text.includes('T-1') && { id: 'T-9' }), title: 'Yard', status: 'Active', [key]: said });
  });

  test.each(['# Title', '### Title\nand more', '```\ncode\n\\```', '> quoted', '---'])(
    'has what is typed beside a label of Other fields beside it, where a block is words: %j',
    (said) => {
      const text =
        '### Experiment 1 — Nets\nDate: 2 March 2026\nStatus: done\nHypothesis: Dry.\n\n### Experiment 2 — Ropes\nStatus: done\nHypothesis: Wet.\n';
      const other = `**Note:** ${said}`;
      expect(changed(text, 2, { title: 'Yard', status: 'Active', other })).toContain(`\n${other}\n`);
      expect(changed(text, 1, { other })).toContain(`\n${other}\n`);
      const noted = text.replace('Dry.', 'Dry.\nNote:\nas it was');
      expect(changed(noted, 0, { other })).toContain(said);
    },
  );

  test('is handed out as it was read where that had to be looked at, so that nobody reads it again', () => {
    const document = registered(
      '## Active Experiments\n1. first\n## Completed Experiments\n12) twelfth\n  ```\nleft open\n',
    );
    const { experiments } = document.contents;
    const [first = emptyExperiment(), ...rest] = experiments;
    const saidAs = (wanted: readonly Experiment[]) =>
      writtenLog(document, { ...document.contents, experiments: [...wanted] }, { today });
    const { text, written } = saidAs([
      ...experiments,
      { ...emptyExperiment(), id: '13', title: 'Yard', status: 'Active' },
    ]);
    expect(text).toContain('13. Yard');
    expect(written?.text).toBe(text);
    expect(written?.contents).toEqual(readLog(text, keptOf(document.shape)).contents);
    expect(saidAs([{ ...first, learning: 'Dry.' }, ...rest]).written).toBeUndefined();
  });
});

test('what is left of a table of fields that lost its head is a text, below which or above which labels go', () => {
  const table = '| Field | Value |\n|---|---|\n| Status | running |\n| Hypothesis | quicker |\n';
  const text = `# Experiments\n\n### E-1 Grep\n\n${table}\n### E-2 Sed\n\n${table}`;
  const known = keptOf(readLog(text).shape);
  for (const lost of ['| Field | Value |\n', '| Field | Value |\n|---|---|\n', '|---|---|\n']) {
    const document = readLog(text.replace(lost, ''), known);
    for (const wanted of [{ status: 'Active' }, { date: '2026-05-01' }, { hypothesis: 'x' }, { learning: 'y' }]) {
      const experiments = document.contents.experiments.map((one, index) =>
        index === 0 ? { ...one, ...wanted } : one,
      );
      const after = writeLog(document, { ...document.contents, experiments }, { today });
      expect(readLog(after, known).contents.experiments).toEqual(experiments);
      expect(after).toContain(document.text.slice(document.text.indexOf('| Hyp'), document.text.indexOf('### E-2')));
    }
  }
});

test('in a log whose labels share lines, a sentence that looks like one more begins on a line of its own', () => {
  const one = (id: string, result: string) =>
    `### ${id}\n**Status:** Done | **Owner:** Ines | **Date:** 2026-01-20\n**Why:** Leak.\n**Result:** ${result}\n\n`;
  const text = `# Greenhouse log\n\n${one('G-2 Shade', '22 %')}${one('G-1 Mist', '12 %')}`;
  for (const typed of [
    'Less water. Next: clean them',
    '12 % less, Status: open',
    'Fine – Why: rain',
    'a | **Owner:** b',
  ]) {
    expect(changed(text, 1, { actualResult: typed })).toBe(text.replace(' 12 %', `\n${typed}`));
    changed(text, 1, { learning: typed });
    changed(text, 2, { id: 'G-3', title: 'Fans', status: 'Completed', hypothesis: typed, learning: typed });
  }
});

describe('blanks in front of the first line of a label that the log does not know', () => {
  const FORMS = {
    items: '# Trials\n\n- Ramp\n  - Status: running\n  - Why: slips\n- Rails\n  - Status: done\n  - Why: falls\n',
    'a board': '# Our experiments\n\n## To try\n- Ramp\n- Rails\n\n## Tried\n- Mats (12 Jan 2026): dry\n',
    'plain labels': '# Trials\n\n## Ramp\nStatus: running\nWhy: slips\n\n## Rails\nStatus: done\nWhy: falls\n',
    'labels in a list':
      '# Trials\n\n## Ramp\n- **Status:** running\n- **Why:** slips\n\n## Rails\n- **Status:** done\n- **Why:** falls\n',
    'sub-headings':
      '# Trials\n\n## Ramp\n### Status\nrunning\n### Why\nslips\n\n## Rails\n### Status\ndone\n### Why\nfalls\n',
    template: '# Log\n\n## Active Experiments\n\n### [W-001] Ramp\n**Status:** Active\n\n## Completed Experiments\n',
  };

  test.each(Object.entries(FORMS))('stay, in %s', (_, text) => {
    const { experiments } = registered(text).contents;
    for (const other of ['**Note:**\n    code', '**Note:**\n    ```', '**Note:**\n  two\n\n    code']) {
      changed(text, 0, { other });
      const id = experiments[0]?.id === 'W-001' ? { id: 'W-009' } : {};
      for (const title of ['Oats', ''])
        changed(text, experiments.length, { ...id, title, status: 'Proposed', date: '2026-03-02', other });
    }
  });
});

describe('what parts an ID in brackets from each title', () => {
  const PLAIN = (id: string, title: string) =>
    `### [${id} ${title}\n- Date: 2026-01-01\n- Status: Active\n- Hypothesis: x\n\n`;
  const OWN = (id: string, title: string) =>
    `### [${id} ${title}\n**Date:** 2026-01-01\n**Status:** Active\n\n**Hypothesis:**\nx\n\n`;

  test.each([
    [']:', PLAIN],
    [']:', OWN],
    [']–', OWN],
  ])('is no part of it: %s', (mark, one) => {
    const text = `# Log\n\n## Active Experiments\n\n${one(`K-A-001${mark}`, 'Cups')}${one(`K-A-002${mark}`, 'Beans')}`;
    expect(titles(text)).toEqual(['Cups', 'Beans']);
    expect(changed(text, 1, { title: 'Mugs' })).toBe(text.replace('Beans', 'Mugs'));
    expect(changed(text, 1, { title: ': Mugs' })).toBe(text.replace('Beans', ': Mugs'));
    expect(changed(text, 2, { id: 'K-A-003', title: 'Tea', status: 'Active' })).toContain(`### [K-A-003${mark} Tea\n`);
    expect(changed(text, 1, 'gone')).toContain(`[K-A-001${mark} Cups`);
    // Where one title begins so it is the title's.
    expect(titles(text.replace(`002${mark}`, '002]'))).toEqual([`${mark.slice(1).trim()} Cups`, 'Beans']);
  });

  test('is the title’s behind a blank, as the template has one', () => {
    expect(titles(`# Log\n\n${OWN('K-A-001] –', 'Cups')}${OWN('K-A-002] –', 'Beans')}`)).toEqual(['– Cups', '– Beans']);
  });
});

test('a range and a time of day in a title are no number of an experiment', () => {
  const NAMES = ['Quiet hour 13–14', 'Meeting 9:30', 'Shelf 3—5 down'];
  const one = (title: string) => `## ${title}\n- **Status:** done\n- **Hypothesis:** shorter\n\n`;
  for (const names of [NAMES, NAMES.slice(1), ['Cups', NAMES[0] ?? '']]) {
    const text = `# Office experiments\n\n${names.map(one).join('')}`;
    expect(titles(text)).toEqual(names);
    expect(changed(text, 1, { title: 'Lunch 12–13' })).toBe(text.replace(names[1] ?? '', 'Lunch 12–13'));
  }
});

test('a heading in an item of a list is its title', () => {
  const one = (title: string, status: string) => `- ## ${title}\n\tstatus:: ${status}\n\t- Hypothesis: calmer\n`;
  const text = `- # Office experiments\n${one('Desks', 'done')}${one('Quiet hour', 'running')}`;
  expect(titles(text)).toEqual(['Desks', 'Quiet hour']);
  expect(changed(text, 0, { title: 'Mats' })).toBe(text.replace('Desks', 'Mats'));
  expect(changed(text, 2, { title: 'Plants', status: 'Active', hypothesis: 'x' })).toContain('\n- ## Plants\n');
});

test('a remark in brackets behind a label in bold is no part of its value', () => {
  const one = (title: string, status: string) =>
    `## ${title}\n\n**Status** (proposed / running / done): ${status}\n**Hypothesis** (we believe that …): calmer\n**Result** (numbers!): 3\n\n`;
  const text = `# Airport trials\n\n${one('Gate B', 'done')}${one('Silence', 'running')}`;
  const { experiments } = readLog(text).contents;
  expect(experiments.map(({ status, hypothesis }) => [status, hypothesis])).toEqual([
    ['Completed', 'calmer'],
    ['Active', 'calmer'],
  ]);
  expect(changed(text, 1, { status: 'Completed', hypothesis: 'faster' })).toBe(
    text.replace(
      'running\n**Hypothesis** (we believe that …): calmer',
      'done\n**Hypothesis** (we believe that …): faster',
    ),
  );
  expect(changed(text, 2, { title: 'Tea', status: 'Active', hypothesis: 'hot' })).toContain('\n## Tea\n');
});

test.each(['<br>', '<br/>', ' <br />', ' <!-- said Ola -->', '\\', '<!-- a --><br>'])(
  'what nobody sees behind a status and a day is none of them, and stays: %s',
  (tail) => {
    const one = (title: string, status: string, day: string) =>
      `## ${title}\n\n**Status:** ${status}${tail}\n**Started:** ${day}${tail}\n**Hypothesis:** calmer\n\n`;
    const text = `# Airport trials\n\n${one('Gate B', 'done', '5 Jan 2026')}${one('Silence', 'running', '2 Feb 2026')}`;
    const { experiments } = readLog(text).contents;
    expect(experiments.map(({ status, started }) => [status, started])).toEqual([
      ['Completed', '2026-01-05'],
      ['Active', '2026-02-02'],
    ]);
    expect(changed(text, 1, { status: 'Completed', started: '2026-02-03' })).toBe(
      text.replace(`running${tail}\n**Started:** 2`, `done${tail}\n**Started:** 3`),
    );
  },
);

test('sub-headings with numbers are labels below a title with a number of the same chapter', () => {
  const one = (nth: number, title: string, status: string) =>
    `## 1.${nth} ${title}\n\n### 1.${nth}.1 Status\n${status}\n\n### 1.${nth}.2 Hypothesis\nx\n\n### 1.${nth}.3 Result\n3\n\n`;
  const text = `# City library experiments\n\n${one(1, 'Kiosk', 'done')}${one(2, 'Vouchers', 'running')}`;
  expect(titles(text)).toEqual(['1.1 Kiosk', '1.2 Vouchers']);
  expect(changed(text, 1, { status: 'Completed' })).toBe(text.replace('running', 'done'));
});

test('a new experiment among what folds up has its labels below a blank line', () => {
  const one = (title: string, status: string) =>
    `<details open>\n<summary>${title} — ${status}</summary>\n<p><b>Hypothesis:</b> calmer</p>\n</details>\n\n`;
  const text = `# Team experiments\n\n${one('EXP-1 Planning', 'done')}${one('EXP-2 Demos', 'running')}`;
  expect(titles(text)).toEqual(['Planning', 'Demos']);
  const added = { id: 'EXP-3', title: 'Retros', status: 'Active', hypothesis: 'shorter' };
  expect(changed(text, 2, added)).toContain('running</summary>\n\n**Hypothesis:** shorter\n\n</details>');
});

test('a definition in the last item of a list is the item’s own', () => {
  const text =
    '# Allotment trials\n\n1) Mulch\n   Status: done\n   Hypothesis: wet\n\n2) Netting\n   Status: planned\n   Hypothesis: half\n';
  const out = changed(text, 1, { learning: 'see [x]\n\n[x]: http://e.org' });
  expect(changed(out, 1, { learning: 'see[^9]\n\n[^9]: the note' })).toContain('\n   [^9]: the note\n');
});

test.each([
  ['Lunch at 12', 'Cups'],
  ['Cups', 'Shelf 3'],
  ['3 shelves', 'Cups'],
  ['Team of 5: who leads', 'Cups'],
  ['12. Cups', 'Lids'],
])('a number in one of two titles is no ID that hides the other: %s, %s', (...names) => {
  for (const one of [
    (title: string) => `## ${title}\n- Status: done\n- Hypothesis: shorter\n\n`,
    (title: string) => `- **${title}**\n  - Status: done\n  - Hypothesis: shorter\n`,
  ]) {
    const text = `# Office experiments\n\n${names.map(one).join('')}`;
    expect(titles(text)).toEqual(names);
    expect(changed(text, 1, { title: 'Mugs' })).toBe(text.replace(names[1] ?? '', 'Mugs'));
  }
});

test('what looks like labels in a fence in an item is a text', () => {
  const text =
    '# Bakery experiments\n\n- **Sourdough**\n  - Status: running\n  - Why: sour\n  - Result:\n    ```\n    Learned: x\n    Status: done\n    ```\n- **Baguettes**\n  - Status: done\n  - Why: nobody buys\n';
  const [first] = readLog(text).contents.experiments;
  expect([first?.status, first?.learning, first?.actualResult]).toEqual([
    'Active',
    '',
    '```\nLearned: x\nStatus: done\n```',
  ]);
  expect(changed(text, 0, { status: 'Completed' })).toBe(text.replace('running', 'done'));
  expect(changed(text, 0, { learning: 'y' })).toContain('    ```\n  - Learning: y\n');
});

test('a title of a whole log such as Q1 bets is no experiment', () => {
  const one = (title: string, status: string) => `**${title}**\nStatus: ${status}\nWe believe: calmer\nLearned: x\n\n`;
  const text = `# Q1 bets\n\n${one('EX1 Credit', 'done')}${one('EX2 Checklist', 'live')}`;
  expect(titles(text)).toEqual(['Credit', 'Checklist']);
  expect(changed(text, 1, { status: 'Completed' })).toBe(text.replace('live', 'done'));
});

test('a table of fields may have a head that says so', () => {
  const one = (id: number, status: string) =>
    `## HT-${id} Anneal\n\n| Parameter | Value |\n|---|---|\n| Status | ${status} |\n| Hypothesis | 310 MPa |\n\n`;
  const text = `# Heat treatment trials\n\n${one(7, 'done')}${one(8, 'running')}`;
  expect(titles(text)).toEqual(['Anneal', 'Anneal']);
  expect(changed(text, 1, { status: 'Completed' })).toBe(text.replace('running', 'done'));
});

test('what is typed as a line break in a table stays as it is typed', () => {
  const text =
    '# Trials\n\n| Proef | Begin | Stand | Les |\n|---|---|---|---|\n| Lunch | 12-01-2026 | afgerond | a<br>b |\n| Stilte | 02-02-2026 | loopt | |\n';
  expect(readLog(text).contents.experiments[0]?.learning).toBe('a\nb');
  expect(changed(text, 0, { learning: 'a<br>b\nc <BR/>' })).toBe(text.replace('a<br>b', 'a&lt;br>b<br>c &lt;BR/>'));
});

test('what looks like an ID in some titles goes into no new heading', () => {
  const one = (title: string) => `## ${title}\n- Status: done\n- Hypothesis: shorter\n\n`;
  for (const [names, lead] of [
    [['Team of 5: who leads', 'Cups'], ''],
    [['Lunch at 12', 'Shelf 3: low', 'Cups'], ''],
    [['Experiment: Cups 3: x', 'Experiment: Lids'], 'Experiment: '],
  ] as const) {
    const text = `# Office experiments\n\n${names.map(one).join('')}`;
    const added = { title: 'Tea', status: 'Completed', hypothesis: 'hot' };
    expect(changed(text, names.length, added)).toContain(`\n## ${lead}Tea\n`);
    expect(changed(text, names.length - 1, { title: 'Zebra 12: one (2 May 2026)' })).toContain(
      `\n## ${lead}Zebra 12: one (2 May 2026)\n`,
    );
  }
});

test('an ID of another kind stands behind the word that the log has before its own', () => {
  const one = (id: number, title: string, status: string) =>
    `## Batch ${id}: ${title}\n- Status: ${status}\n- Hypothesis: more pepper\n\n`;
  const text = `# Brewhouse experiments\n\n${one(211, 'Warmer pitch', 'done')}${one(214, 'Whirlfloc', 'running')}`;
  const document = readLog(text);
  const [first, second] = document.contents.experiments;
  const experiments = [{ ...(first as Experiment), id: 'ZZ-77' }, second as Experiment];
  const aligned = alignIds(document, { ...document.contents, experiments });
  expect(writeLog(aligned.document, { ...document.contents, experiments }, { today })).toBe(
    text.replace('Batch 211', 'Batch ZZ-77'),
  );
});

test('a heading that is a status alone is the section of what stands below it in bold', () => {
  const one = (title: string) => `**${title}**\nDébut : 2 février 2026\nHypothèse : mieux\n\n`;
  const text = `# Essais de la coopérative\n\n## En cours\n\n${one('Vélo-cargo')}## Terminés\n\n${one('Casier')}`;
  const { experiments } = readLog(text).contents;
  expect(experiments.map(({ title, status }) => [title, status])).toEqual([
    ['Vélo-cargo', 'Active'],
    ['Casier', 'Completed'],
  ]);
  expect(changed(text, 0, { title: 'Sac' })).toBe(text.replace('Vélo-cargo', 'Sac'));
  expect(changed(text, 0, { status: 'Completed' })).toMatch(/## En cours\n+## Terminés\n/);
});

test.each(['Experiência', 'Expérience', 'Esperimento'])('records may begin with the title behind %s', (word) => {
  const one = (title: string, status: string) => `${word}: ${title}\nStatus: ${status}\nPor quê: x\nLição: y\n\n`;
  const text = `# Experiências da associação\n\n${one('Mutirão', 'concluído')}${one('Grupo', 'em andamento')}`;
  expect(titles(text)).toEqual(['Mutirão', 'Grupo']);
  expect(changed(text, 1, { title: 'Café' })).toBe(text.replace('Grupo', 'Café'));
});

test('a word before two colons is a label though one experiment alone has it', () => {
  const one = (title: string, status: string, more = '') =>
    `### ${title}\nstatus:: ${status}\nhypothesis:: fewer wrong pallets\n${more}\n`;
  const text = `# Warehouse trials\n\n${one('Huddle', 'active', 'people:: [[Rosa]]\n')}${one('Tape', 'done')}`;
  expect(readLog(text).contents.experiments[0]).toMatchObject({
    hypothesis: 'fewer wrong pallets',
    other: '**people:** [[Rosa]]',
  });
  expect(changed(text, 0, { hypothesis: 'x' })).toBe(text.replace('fewer wrong pallets', 'x'));
  expect(changed(text, 1, { hypothesis: 'x\nnote:: y' })).toContain('x\nnote\\:: y\n');
});

test('a comment right below a status or a day is none of it', () => {
  const text =
    '# F\n\n## Active Experiments\n\n### [K-F-001] One\n**Date:** 2026-02-01\n**Status:** Active\n<!-- owner:\nAda -->\n\n**Hypothesis:**\n<!-- TODO -->\nwords\n';
  expect(readLog(text).contents.experiments[0]).toMatchObject({ status: 'Active', hypothesis: '<!-- TODO -->\nwords' });
  expect(changed(text, 0, { status: 'Proposed' })).toBe(text.replace('Status:** Active', 'Status:** Proposed'));
  expect(changed(text, 0, { layer: 'Model\n<!-- said Ada -->' })).toContain('\n\\<!-- said Ada -->\n');
});

test('a quarter with a table of its experiments above them is none', () => {
  const one = (quarter: string, title: string, status: string) =>
    `## ${quarter}\n\n| Trial | Status |\n|---|---|\n| ${title} | ${status} |\n\n### ${title}\n**Hypothesis:** 4 minutes\n**Status:** ${status}\n\n`;
  const text = `# Transit experiments\n\n${one('Q4 2025', 'Bus lane', 'done')}${one('Q1 2026', 'Sundays', 'running')}`;
  expect(titles(text)).toEqual(['Bus lane', 'Sundays']);
  expect(changed(text, 0, { hypothesis: '6' })).toBe(text.replace('4 minutes', '6'));
});

test.each(['***', '___'])('labels in bold and italics are labels: %s', (mark) => {
  const one = (title: string, status: string) =>
    `## ${title}\n${mark}Status:${mark} ${status}\n${mark}Hypothesis:${mark} quieter\n\n`;
  const text = `# Library trials\n\n${one('Doors', 'done')}${one('Carpet', 'running')}`;
  expect(titles(text)).toEqual(['Doors', 'Carpet']);
  expect(changed(text, 1, { status: 'Completed' })).toBe(text.replace('running', 'done'));
  expect(changed(text, 1, { learning: 'x' })).toContain(`${mark}Learning:${mark} x\n`);
});

test.each([
  ['v2 of the form', '24/7 chat'],
  ['A4 forms', 'Cups'],
  ['Open until 2 May 2026', 'Cups'],
  ['Cups', 'Offen bis 2. Mai 2026'],
])('a title is no ID and no day by its first or last words: %s, %s', (...names) => {
  const one = (title: string) => `## ${title}\n- Status: done\n- Hypothesis: shorter\n\n`;
  const text = `# Office experiments\n\n${names.map(one).join('')}`;
  expect(titles(text)).toEqual(names);
  expect(changed(text, 1, { title: 'Open from 3 May 2026' })).toBe(
    text.replace(names[1] ?? '', 'Open from 3 May 2026'),
  );
});

test('a status goes on with why it is one', () => {
  const one = (title: string, status: string) => `## ${title}\nStatus: ${status}\nHypothesis: fun\n\n`;
  const text = `# Warehouse trials\n\n${one('Carts', 'Stopped after an accident')}${one('Voice', 'Fertig wegen Umbau')}`;
  expect(readLog(text).contents.experiments.map(({ status }) => status)).toEqual(['Dropped', 'Completed']);
  expect(changed(text, 0, { title: 'Cups' })).toBe(text.replace('Carts', 'Cups'));
});

test('a label counts for more than a line right below the heading that says the same in words', () => {
  const one = (title: string, line: string, status: string) =>
    `## ${title}\n\n${line}\n\nHypothese: mehr Obst.\n\nStatus: ${status}\n\n`;
  const text = `# Filialversuche\n\n${one('Kasse', 'Begonnen am 12.01.2026, abgeschlossen am 02.02.2026.', 'abgebrochen')}${one('Obst', 'Begonnen am 16.02.2026.', 'läuft')}`;
  expect(readLog(text).contents.experiments.map(({ status }) => status)).toEqual(['Dropped', 'Active']);
  expect(readLog(text).findings.map(({ code }) => code)).not.toContain('label-twice');
  expect(changed(text, 0, { status: 'Active' })).toBe(text.replace('abgebrochen', 'läuft'));
});

test.each([
  ['Covid-19 rules', (title: string) => `## ${title}\n`],
  ['Test bench 2', (title: string) => `## ${title}\n`],
  ['Room 101', (title: string, nth: number) => `${nth}. **${title}**\n`],
  ['H2 dryer', (title: string, nth: number) => `## ${title} (T-${nth})\n`],
])('%s is the title that it is beside another', (name, head) => {
  for (const names of [
    [name, 'Cups'],
    ['Cups', name],
  ]) {
    const one = (title: string, index: number) =>
      `${head(title, index + 1)}${name === 'Room 101' ? '   - Status: done\n   - Hypothesis: shorter' : '- Status: done\n- Hypothesis: shorter'}\n\n`;
    const text = `# Shop experiments\n\n${names.map(one).join('')}`;
    expect(titles(text)).toEqual(names);
    expect(changed(text, 1, { title: 'Mugs' })).toBe(text.replace(names[1] ?? '', 'Mugs'));
  }
});

test('of a log half of which has its IDs in brackets the other half is read, too', () => {
  const text =
    '# M\n\n## Active Experiments\n\n### [K-M-002] New\n**Date:** 2026-02-01\n**Status:** Active\n\n**Hypothesis:**\na\n\n### [K-M-003] Newer\n- Status: Active\n- Hypothesis: b\n\n### K-M-001: Old\nStatus: Completed\nHypothesis: h\n';
  expect(titles(text)).toEqual(['New', 'Newer', 'Old']);
});

test('words behind a label and a dash may have a colon', () => {
  const one = (id: string, words: string) =>
    `## ${id}\nStatus - running\nStarted - 2026-02-01\nHypothesis - ${words}\n\n`;
  const text = `# Shop experiments\n\n${one('GH-1 Hooks', 'Two things: less walking, less talk.')}${one('GH-2 Bins', 'Calm.')}${one('GH-3 Lamps', 'Light.')}`;
  const hypotheses = readLog(text).contents.experiments.map(({ hypothesis }) => hypothesis);
  expect(hypotheses).toEqual(['Two things: less walking, less talk.', 'Calm.', 'Light.']);
  for (const at of [1, 3]) changed(text, at, { id: 'GH-9', status: 'Active', hypothesis: 'Fee: 3 €' });
});

test('a colon alone in an item is no title of a list', () => {
  const text = '## Completed Experiments\n- item\n## Active Experiments\n12) twelfth\n';
  changed(text, 1, { id: '13', status: 'Proposed', hypothesis: 'Notes\n\n:' });
});
