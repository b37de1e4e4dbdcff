// Logs that mix their forms or lack parts, and texts that are no logs: each is taken for something that can be said.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../src/domain/experiment/template.ts';
import {
  canonicalExperiment,
  describeLog,
  keptOf,
  nextFreeId,
  readLog,
  refusalOf,
  surveyLog,
  writeLog,
} from '../../src/log/index.ts';

const told = (text: string) =>
  readLog(text).contents.experiments.map(({ id, title, status, started, date }) =>
    [id, title, status, started || date].join(' · '),
  );
const isKept = (text: string): boolean => {
  const document = readLog(text);
  return writeLog(document, document.contents, { today: '2026-05-04' }) === text;
};

const FIELDS = '\n**Status:** Done\n**Date:** 2026-01-02\n**Hypothesis:** We find things.\n\n';

test('two forms of headings at one level are both read', () => {
  const text = `# Shelves\n\n## IMP-01: Labels\n${FIELDS}## [IMP-02] Lights\n${FIELDS}## IMP-03 — Wheels\n${FIELDS}`;
  expect(told(text).map((line) => line.slice(0, 15))).toEqual([
    'IMP-01 · Labels',
    'IMP-02 · Lights',
    'IMP-03 · Wheels',
  ]);
  expect(isKept(text)).toBe(true);
});

test('of a log half of which has moved to another level, both halves are read by their IDs', () => {
  const text = `# Shelves\n\n## IMP-01: Labels\n${FIELDS}## IMP-02: Lights\n${FIELDS}### [IMP-03] Doors${FIELDS}### [IMP-04] Wheels${FIELDS}`;
  expect(told(text).map((line) => line.slice(0, 6))).toEqual(['IMP-01', 'IMP-02', 'IMP-03', 'IMP-04']);
  expect(readLog(text).findings.filter(({ code }) => code === 'unread-headings')).toEqual([]);
  expect(isKept(text)).toBe(true);
});

test('of a log half of which lacks IDs at another level, the half that is not read is named with its number', () => {
  const text = `# Shelves\n\n### [IMP-03] Doors${FIELDS}### [IMP-04] Wheels${FIELDS}## Labels\n${FIELDS}## Lights\n${FIELDS}## Minutes\n\nNone.\n`;
  expect(told(text)).toHaveLength(2);
  const message = readLog(text).findings.find(({ code }) => code === 'unread-headings')?.message;
  expect(message).toContain('2 headings may be experiments but are not read, such as "## Labels", "## Lights"');
  expect(isKept(text)).toBe(true);
  const pointed = readLog(text, { level: 2, isPointed: true });
  expect(pointed.contents.experiments.map(({ title }) => title)).toEqual(['Labels', 'Lights', 'Minutes']);
});

test.each([
  ['references in a list', '# Shelves\n\nSee:\n\n- EXP-001: labels\n- EXP-002: lights\n- EXP-003: wheels\n'],
  ['steps in bold', '# How to\n\n**Step 1: Labels**\n\nNote: glue.\n\n**Step 2: Lights**\n\nResult: bright.\n'],
  ['settings in a list', '# Options\n\n- **Undo**\n  - Status: stable\n  - Since: 2.0\n- **Redo**\n  - Status: beta\n'],
  [
    'decisions in a plan',
    '# Plan\n\n## Decision log\n\n| Date | Decision | By |\n|---|---|---|\n| 2026-04-02 | Rye | A |\n| 2026-04-09 | Spelt | B |\n',
  ],
  ['steps of a guide', '# Experiments\n\n## Step 1: Labels\n\nGlue.\n\n## Step 2: Lights\n\nBright.\n'],
  ['chapters of a report', '# Experiments\n\n## 1. Labels\n\nGlue.\n\n## 2. Lights\n\nBright.\n'],
  [
    'defects by their severity',
    '# Shelves\n\n## D-1: Glue\n\n**Severity:** high\n**Status:** open\n**Result:** loose\n\n## D-2: Lamp\n\n**Severity:** low\n**Status:** done\n**Result:** dark\n',
  ],
  ['a page with rules', 'Bread\n=====\n\nRye\n---\n\nSlow.\n\nWheat\n-----\n\nFast.\n'],
])('%s are no experiments', (_, text) => {
  expect(told(text)).toEqual([]);
  expect(isKept(text)).toBe(true);
});

test('labels that are terms of definitions stay labels where one experiment is left of several', () => {
  const one = (title: string, status: string) => `## ${title}\n\nStatus\n: ${status}\n\nHypothesis\n: It helps.\n\n`;
  const head = '# Trials\n\n';
  const { shape } = readLog(`${head}${one('EXP-1: Bells', 'done')}${one('EXP-2: Mats', 'running')}`);
  const { contents } = readLog(`${head}${one('EXP-1: Bells', 'done')}`, keptOf(shape));
  expect(contents.experiments).toMatchObject([{ id: 'EXP-1', status: 'Completed', hypothesis: 'It helps.' }]);
});

test('sections for tasks do not make a log in which nothing has been tried yet', () => {
  const fresh = (what: string) => `# Shelves\n\n## Active ${what}\n\n- none\n\n## Completed ${what}\n\n- none\n`;
  expect(refusalOf(readLog(fresh('Tasks')))).toMatch(/2 headings like "## Active Tasks"/);
  expect(refusalOf(readLog(fresh('Experiments')))).toBeUndefined();
});

test('of a list of experiments its headings can be pointed to', () => {
  const document = readLog(readFileSync('test/fixtures/kinds/bulleted-items.md', 'utf8'));
  expect(surveyLog(document).headings.map(({ level, count }) => [level, count])).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

test('labels in a language that no table has are told by counting once somebody points to the experiments', () => {
  const one = (title: string, state: string): string =>
    `### ${title}\nStan: ${state}\nPoczątek: 2026-01-05\nWłaściciel: Ania\n\n`;
  const text = `# Warsztat\n\n${one('Stojak', 'w toku')}${one('Farba', 'zakończona')}${one('Lampy', 'odrzucona')}`;
  expect(refusalOf(readLog(text))).toMatch(/3 headings like "### Stojak"/);
  const pointed = readLog(text, { level: 3, isPointed: true });
  const words = describeLog(pointed).words.map(({ word, count, meaning }) => [word, count, meaning]);
  expect(words).toEqual([
    ['Stan', 3, ''],
    ['Początek', 3, ''],
    ['Właściciel', 3, ''],
  ]);
  const answered = readLog(text, {
    level: 3,
    isPointed: true,
    labels: { stan: 'status', poczatek: 'started' },
    statuses: { 'w toku': 'Active', zakonczona: 'Completed', odrzucona: 'Dropped' },
  });
  expect(told(text)).toEqual([]);
  expect(answered.contents.experiments.map(({ title, status, started }) => [title, status, started])).toEqual([
    ['Stojak', 'Active', '2026-01-05'],
    ['Farba', 'Completed', '2026-01-05'],
    ['Lampy', 'Dropped', '2026-01-05'],
  ]);
  const [first, ...others] = answered.contents.experiments;
  const experiments = first ? [{ ...first, status: 'Dropped', learning: 'One is enough.' }, ...others] : [];
  expect(writeLog(answered, { ...answered.contents, experiments }, { today: '2026-05-04' })).toBe(
    text.replace(
      'Stan: w toku\nPoczątek: 2026-01-05\n',
      'Stan: odrzucona\nPoczątek: 2026-01-05\nLearning: One is enough.\n',
    ),
  );
});

test('of a table in a language that no table has each column can be named, those of IDs and titles, too', () => {
  const text =
    '# 改善\n\n| 番号 | 日付 | 改善 | 状態 |\n|---|---|---|---|\n| K-1 | 2026-01-05 | 工具 | 完了 |\n| K-2 | 2026-01-12 | 床 | 進行中 |\n';
  expect(told(text)).toEqual([]);
  const pointed = { level: 7, isPointed: true };
  expect(describeLog(readLog(text, pointed)).words.map(({ word, meaning }) => [word, meaning])).toEqual([
    ['日付', ''],
    ['改善', ''],
    ['状態', ''],
    ['番号', 'title'],
  ]);
  const { contents } = readLog(text, {
    ...pointed,
    labels: { 番号: 'id', 改善: 'title', 状態: 'status', 日付: 'date' },
    statuses: { 完了: 'Completed', 進行中: 'Active' },
  });
  expect(contents.experiments.map(({ id, title, status, date }) => [id, title, status, date])).toEqual([
    ['K-1', '工具', 'Completed', '2026-01-05'],
    ['K-2', '床', 'Active', '2026-01-12'],
  ]);
});

test('a new experiment gets its first day alone where others have a span of days', () => {
  const one = (id: number, days: string): string =>
    `## Test #${id}: Board ${id}\n- Hypothesis: More guests\n- Dates: ${days}\n- Learning: Time sells\n\n`;
  const text = `# Tests\n\n${one(14, '2026-01-05 – 2026-01-19')}${one(15, '2026-02-01 –')}`.trimEnd();
  const { contents, ...log } = readLog(text);
  const [first] = contents.experiments;
  const added = first && { ...first, id: '16', title: 'Two boards', date: '2026-05-04', learning: '' };
  const experiments = added ? [...contents.experiments, added] : [];
  expect(writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' })).toBe(
    `${text}\n\n## Test #16: Two boards\n- Hypothesis: More guests\n- Dates: 2026-05-04`,
  );
});

test.each([
  ['days', '2026-01-05', '2026-01-06', '2026-05-04'],
  ['days of the week and days', 'Mon 5 Jan 2026', 'Tue 6 Jan 2026', '4 May 2026'],
])('headings that are no more than %s get a title where somebody gives them one', (_, one, other, next) => {
  const text = `# Lab\n\n## ${one}\n\n**Why:** Salt.\n**Result:** No.\n\n## ${other}\n\n**Why:** Lids.\n**Result:** Yes.\n`;
  const { contents, ...log } = readLog(text);
  expect(contents.experiments.map(({ title, date }) => [title, date])).toEqual([
    ['', '2026-01-05'],
    ['', '2026-01-06'],
  ]);
  const [first, ...others] = contents.experiments;
  const added = first && { ...first, id: '?3', title: 'Pots', date: '2026-05-04', actualResult: '' };
  const experiments = added ? [{ ...first, title: 'Salt' }, ...others, added] : [];
  const written = writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' });
  expect(written).toBe(`${text.replace(one, `${one}: Salt`)}\n## ${next}: Pots\n\n**Why:** Salt.\n`);
  expect(readLog(written).contents.experiments.map(({ title }) => title)).toEqual(['Salt', '', 'Pots']);
});

test('an emoji in front of a result is replaced by that of another status, and the result stays', () => {
  const text =
    '# Window\n\n## Lamp\n**Hypothesis:** Seen.\n**Result:** ✅ 12 of 100\n\n## Chair\n**Hypothesis:** Wait.\n**Result:** ❌ Nobody\n\n## Bell\n**Hypothesis:** Heard.\n**Result:**\n';
  const { contents, ...log } = readLog(text);
  const statuses = ['Dropped', 'Active', 'Completed'];
  const experiments = contents.experiments.map((one, index) => ({ ...one, status: statuses[index] ?? '' }));
  expect(writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' })).toBe(
    text.replace('✅ 12', '❌ 12').replace('❌ Nobody', '🔄 Nobody').replace('**Result:**\n', '**Result:** ✅\n'),
  );
  expect(describeLog({ contents, ...log }).words.filter(({ part }) => part === 'statuses')).toMatchObject([
    { word: '✅', meaning: 'Completed' },
    { word: '❌', meaning: 'Dropped' },
  ]);
});

test('text that looks like a label without a colon is kept as it is typed', () => {
  const text =
    '# Trials\n\n## Trial 1: Soap\nStatus - done\nResult - clean\n\n## Trial 2: Towels\nStatus - idea\nWhy - dry\n';
  const { contents, ...log } = readLog(text);
  const learning = 'Soap helps.\nResult - clean\n**Why** not';
  const experiments = contents.experiments.map((one, index) => (index === 0 ? { ...one, learning } : one));
  const written = writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' });
  expect(readLog(written).contents.experiments.map((one) => one.learning)).toEqual([learning, '']);
});

test('a rule below a label is a rule, in a log whose headings are underlined, too', () => {
  const item = (number: number, title: string): string =>
    `Trial ${number}: ${title}\n${'-'.repeat(16)}\n\n**Status:** Done\n\n**Result:** Four minutes.\n---\n\n`;
  const text = item(1, 'Warm start') + item(2, 'Cold start');
  expect(told(text)).toEqual(['1 · Warm start · Completed · ', '2 · Cold start · Completed · ']);
  expect(readLog(text).contents.experiments.map(({ actualResult }) => actualResult)).toEqual([
    'Four minutes.',
    'Four minutes.',
  ]);
  expect(isKept(text)).toBe(true);
});

test('a row that lacks cells, or has too many, is an experiment with what it has', () => {
  const text =
    'Experiment | State | Started | Result | Lesson\n--- | --- | --- | --- | ---\nEarly | done | 2026-01-05 | fine | keep\nLate | running | 2026-02-01\nSplit | idea\nFree | stopped | 2026-01-12 | chaos | never | extra\n';
  expect(told(text).map((line) => line.replace(/^\?\d · /, ''))).toEqual([
    'Early · Completed · 2026-01-05',
    'Late · Active · 2026-02-01',
    'Split · Proposed · ',
    'Free · Dropped · 2026-01-12',
  ]);
  expect(isKept(text)).toBe(true);
});

test('labels that stand alone, in italics, or once in the whole log are labels', () => {
  const text = `# Trials\n\n## Exp. 4 – Blue\n*Status:* done\n*Started:* 1 March 2026\n*Hypothesis:* Calm.\n\n## Exp. 5 – Red\n*Status:* running\n*Started:* 8 March 2026\n*Hypothesis:* Warm.\n`;
  expect(told(text)).toEqual(['4 · Blue · Completed · 2026-03-01', '5 · Red · Active · 2026-03-08']);
  const once = `# Trials\n\n## Exp. 4\nStatus: done\nStarted: 1.3.26\nEnded: 2.3.26\nWhy: Calm.\n\n## Exp. 5\nStatus: running\nStarted: 8.3.26\nWhy: Warm.\n`;
  expect(told(once)).toEqual(['4 ·  · Completed · 2026-03-01', '5 ·  · Active · 2026-03-08']);
});

test('a month that two languages write alike is followed by one of the language of the labels', () => {
  const text = readFileSync('test/fixtures/kinds/italian.md', 'utf8');
  const document = readLog(text);
  const [first, ...others] = document.contents.experiments;
  const experiments = first ? [{ ...first, date: '2026-05-04' }, ...others] : [];
  const written = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-05' });
  expect(written).toBe(text.replace('2 marzo 2026', '4 maggio 2026'));
});

test('what a decision log decides is its title, and a column of people never is', () => {
  const rows = (head: string, one: string, two: string) =>
    `| ${head} |\n|---|---|---|---|---|\n| ${one} |\n| ${two} |\n`;
  expect(
    told(
      rows(
        'ID | Date | Decision | Rationale | Status',
        'D-1 | 2026-01-05 | Euros only | Fewer mistakes | Accepted',
        'D-2 | 2026-01-19 | No Fridays | Nobody came | Rejected',
      ),
    ),
  ).toEqual(['D-1 · Euros only · Completed · 2026-01-05', 'D-2 · No Fridays · Dropped · 2026-01-19']);
  expect(
    told(
      rows('# | Owner | Measure | Problem | Status', '1 | Ann | Tray | Bolts | Done ✅', '2 | Ben | Lamp | Dark | WIP'),
    ),
  ).toEqual(['1 · Tray · Completed · ', '2 · Lamp · Active · ']);
});

test('a title that stands under no heading comes where the log has its titles', () => {
  const one = (id: string, title: string): string =>
    `## ${id}\n\n${title}Status: done\nDate: 2026-01-02\nWhy: fewer.\n\n`;
  const text = `# Lean\n\n${one('001', 'Title: Forms\n')}${one('002', 'Title: Doors\n')}${one('003', '')}`;
  const { contents, ...log } = readLog(text);
  const experiments = contents.experiments.map((each) => (each.id === '003' ? { ...each, title: 'Wheels' } : each));
  const written = writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' });
  expect(told(written).map((line) => line.slice(0, 12))).toEqual(['001 · Forms ', '002 · Doors ', '003 · Wheels']);
  expect(written).toContain('## 003\n\nTitle: Wheels\n');
});

test('what has no ID in a table of IDs stays in the text and is listed, and marks around an ID are none of it', () => {
  const text =
    '# Bets\n\n| ID | Change | Status | Started | Result |\n|---|---|---|---|---|\n| [D-1](d1.md) | Red | done | 2026-01-05 | fine |\n| `D-2` | Blue | running | 2026-02-05 | |\n| | Green | idea | | |\n';
  expect(told(text)).toEqual(['D-1 · Red · Completed · 2026-01-05', 'D-2 · Blue · Active · 2026-02-05']);
  expect(readLog(text).findings.map(({ code, line }) => [code, line])).toContainEqual(['malformed-id', 7]);
  expect(isKept(text)).toBe(true);
  const { contents, ...log } = readLog(text);
  const experiments = contents.experiments.map((one) => ({ ...one, status: 'Dropped' }));
  expect(writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' })).toBe(
    text.replace('done', 'Dropped').replace('running', 'Dropped'),
  );
});

test('one table of 10,000 rows is read whole, and described by its first rows', () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, index) => `| ${index + 1} | Trial ${index} | done | 2026-01-05 | fine |`,
  );
  const text = `# All\n\n| No | What we try | State | Started | Result |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  const document = readLog(text);
  expect(document.contents.experiments).toHaveLength(10_000);
  expect(describeLog(document)).toMatchObject({ experiments: 10_000, level: 7, first: [{ id: '1' }, {}, {}] });
});

test.each([
  [
    'a changelog',
    '# Changelog\n\n## [1.2.0] - 2026-03-01\n### Added\n- Dark\n### Fixed\n- Result: twice\n\n## [1.1.0] - 2026-02-01\n### Changed\n- Status: first\n',
  ],
  [
    'minutes',
    '# Weekly\n\n## 2026-03-02\n**Date:** 2026-03-02\n**Present:** Ann\n**Status:** green\n\n## 2026-03-09\n**Date:** 2026-03-09\n**Present:** Ann\n**Status:** red\n',
  ],
  [
    'minutes with decisions',
    '# Minutes\n\n**Present**: Ann\n\n### Decision 1: Call\n- **Decision**: Call them.\n- **Rationale**: Late.\n\n### Decision 2: Paint\n- **Decision**: Paint it.\n- **Rationale**: Dirty.\n',
  ],
  [
    'a road map',
    '# Plan\n\n| Milestone | Goal | Start | Status |\n|---|---|---|---|\n| M1 | Login | 2026-01-01 | Done |\n| M2 | Search | 2026-02-01 | Planned |\n\n## Phase 1: Login\n**Status:** Done\n**Goal:** In.\n\n## Phase 2: Search\n**Status:** Planned\n**Goal:** Found.\n',
  ],
  [
    'a list of stories',
    '# Stories\n\n### US-1: Sign in\n**Status:** Done\n**Priority:** High\n\n### US-2: Sign out\n**Status:** Todo\n**Priority:** Low\n',
  ],
  [
    'recipes',
    '# Soups\n\n## Leek\n**Time:** 40 min\n**Serves:** 4\n**Result:** Mild.\n**Learning:** Salt.\n\n## Carrot\n**Time:** 30 min\n**Serves:** 2\n**Result:** Orange.\n**Learning:** Pepper.\n',
  ],
  [
    'an interface',
    '# API\n\n## GET /users\n**Status:** 200\n**Result:** users\n\n## POST /users\n**Status:** 201\n**Result:** the user\n',
  ],
  [
    'a list of features',
    '| Feature | Status | Since |\n|---|---|---|\n| Undo | done | 2026-01-01 |\n| Redo | planned | 2026-02-01 |\n',
  ],
  [
    'a table of tests',
    '| Test | Input | Expected | Actual | Status |\n|---|---|---|---|---|\n| Sum | 1, 2 | 3 | 3 | pass |\n| Sum of none | | 0 | 1 | fail |\n',
  ],
  [
    'cases to test by hand',
    '# Door\n\n### TC-001: Open\n**Steps:** Push.\n**Expected Result:** Open.\n**Actual Result:** Open.\n**Status:** Pass\n\n### TC-002: Shut\n**Steps:** Pull.\n**Expected Result:** Shut.\n**Actual Result:** Ajar.\n**Status:** Fail\n',
  ],
  [
    'a list of bugs',
    '# Bugs\n\n### BUG-7: Lamp\n**Status:** Open\n**Expected:** Light\n**Actual:** Dark\n**Workaround:** Candle\n\n### BUG-8: Bell\n**Status:** Fixed\n**Expected:** Ring\n**Actual:** Hum\n**Workaround:** Knock\n',
  ],
  [
    'a register of risks',
    '| ID | Date | Risk | Likelihood | Impact | Status |\n|---|---|---|---|---|---|\n| R-1 | 2026-01-01 | Frost | low | high | open |\n| R-2 | 2026-02-01 | Moths | high | low | closed |\n',
  ],
  [
    'a list of requirements',
    '| ID | Requirement | Rationale | Status |\n|---|---|---|---|\n| REQ-1 | It floats | Rain | done |\n| REQ-2 | It steers | Rocks | draft |\n',
  ],
  [
    'a plan in phases with what is expected of each',
    '# Plan\n\n## Phase 1: Dig\n**Status:** Done\n**Goal:** A hole.\n**Expected Outcomes:** Depth.\n\n## Phase 2: Fill\n**Status:** Planned\n**Goal:** A pond.\n**Expected Outcomes:** Water.\n',
  ],
  [
    'the progress of work',
    '# Work\n\n### 1. Saw\n- **Status:** done\n- **Started:** 2026-01-02\n- **Files changed:** a.txt\n\n### 2. Glue\n- **Status:** open\n- **Started:** 2026-01-03\n- **Files changed:** b.txt\n',
  ],
  [
    'notes on papers',
    '# Read\n\n### On ants\n**Venue:** Bern 2020\n**Motivation:** Paths.\n**Results:** Short.\n**Takeaways:** Scent.\n\n### On bees\n**Venue:** Graz 2021\n**Motivation:** Dance.\n**Results:** Eights.\n**Takeaways:** Sun.\n',
  ],
  [
    'known problems',
    '# Known problems\n\n## 1. Crash on start\n**Status:** Open\n**Expected:** It starts.\n**Actual:** It ends.\n\n## 2. Slow list\n**Status:** Fixed\n**Expected:** Fast.\n**Actual:** Slow.\n',
  ],
  [
    'a reading list',
    '# Books\n\n## 1. Clay\n**Author:** Li\n**Status:** Read\n**Takeaways:** Wedge it.\n\n## 2. Fire\n**Author:** Wu\n**Status:** Reading\n**Takeaways:** None yet.\n',
  ],
  [
    'sprints',
    '# 2026\n\n## Sprint 4 (2026-01-05)\n**Goal:** Sign in\n**Outcome:** Done.\n**Status:** Closed\n\n## Sprint 5 (2026-01-19)\n**Goal:** Search\n**Outcome:** Half.\n**Status:** Closed\n',
  ],
  [
    'open positions',
    '# Open positions\n\n## Potter\n**Status:** Open\n**Start:** 2026-04-01\n**Reason:** More orders.\n\n## Seller\n**Status:** Filled\n**Start:** 2026-05-01\n**Reason:** The shop.\n',
  ],
  [
    'cases of support',
    '# Support cases\n\n## #101 Late parcel\n**Status:** Closed\n**Opened:** 2026-01-05\n**Outcome:** Paid back.\n\n## #102 Broken cup\n**Status:** Open\n**Opened:** 2026-01-09\n**Outcome:**\n',
  ],
  [
    'notes of a course',
    '# Course notes\n\n## Lecture 1: Clay\n**Date:** 2026-01-05\n**Takeaway:** Wedge it.\n\n## Lecture 2: Glaze\n**Date:** 2026-01-12\n**Takeaway:** Weigh it.\n',
  ],
  [
    'a guide to what changes',
    '# Migration guide\n\n## 1. Rename keys\n**Before:** a\n**After:** b\n**Why:** Clear.\n\n## 2. Drop x\n**Before:** x\n**After:** none\n**Why:** Dead.\n',
  ],
  [
    'a road map with reasons',
    '# Acme\n\n## 1. Sign in\n**Status:** Done\n**Why:** Everybody asks.\n\n## 2. Search\n**Status:** Planned\n**Why:** Lists are long.\n',
  ],
  [
    'a road map with what came of it',
    '# Product road map\n\n### Q1-1 Sign in\n- Status: Shipped\n- Start: 2026-01-05\n- Reason: Asked for.\n- Outcome: Used.\n\n### Q1-2 Search\n- Status: Planned\n- Start: 2026-02-01\n- Reason: Long lists.\n- Outcome:\n',
  ],
  [
    'incidents with what was learnt',
    '# Operations\n\n## INC-001: Mail\n**Date:** 2026-01-05\n**Status:** Resolved\n**Lessons learned:** Watch the disk.\n\n## INC-002: Search\n**Date:** 2026-02-01\n**Status:** Resolved\n**Lessons learned:** Index.\n',
  ],
  [
    'post-mortems',
    '# Post-mortems\n\n## 2026-01-05 Mail\n**Status:** Resolved\n**What happened:** Full disk.\n**Lessons learned:** Watch it.\n\n## 2026-02-01 Search\n**Status:** Resolved\n**What happened:** Slow.\n**Lessons learned:** Index.\n',
  ],
  [
    'a table of open issues',
    '# Open issues\n\n| Date | Issue | Status | Result |\n|---|---|---|---|\n| 2026-01-05 | Mail | done | quick |\n| 2026-02-01 | Search | open | |\n',
  ],
  [
    'links with their owners',
    '# Useful links\n\n- Style guide — Owner: Mia — Status: draft\n- Build server — Owner: Jo — Status: live\n- Wiki — Owner: Ann — Status: live\n',
  ],
  [
    'things to do, each on a line',
    '# To do\n\n- Fix the gate — Due: 2026-03-01 — Status: open\n- Paint the fence; status: done; due: 2026-03-05\n- Call the plumber | Status: done | Result: comes Friday\n',
  ],
  [
    'minutes with a decision a line',
    '# Minutes 3 March\n\n- Budget — Decision: approve — Owner: Mia\n- Parking — Decision: ask the city — Reason: full every day\n',
  ],
  [
    'a change log with a version a line',
    '# Changelog\n\n- 1.2.0 — Added: dark mode — Fixed: crash on start\n- 1.1.0 — Added: search — Changed: order of tabs\n',
  ],
  [
    'applications, each on a line',
    '# Applications\n\n- Culture fund — Status: rejected — Date: 2026-01-05 — Reason: too late\n- City — Status: granted — Date: 2026-02-05 — Result: 4000\n',
  ],
  [
    'beds with what is planned',
    '# Ward round\n\n- Bed 1; status: stable; since: 2026-01-05; plan: home\n- Bed 2; status: critical; since: 2026-01-06; plan: x-ray\n',
  ],
  [
    'a page of states',
    '# Status history\n\n## Search slow (resolved)\n- Started: 09:10\n- Reason: disk\n\n## Mail down (resolved)\n- Started: 11:00\n- Reason: power\n',
  ],
  [
    'matches',
    '# Season\n\n| Date | Opponent | Result | Call |\n|---|---|---|---|\n| 2026-01-05 | Blues | 3:1 | won |\n| 2026-01-12 | Reds | 0:2 | lost |\n',
  ],
  [
    'telephone calls',
    '| Date | Call | Result | Status |\n|---|---|---|---|\n| 2026-01-05 | Ann | ordered | done |\n| 2026-01-12 | Ben | rings back | open |\n',
  ],
  [
    'a report of tests',
    '# Test report\n\n| Test | Started | Ended | Outcome | Remarks |\n|---|---|---|---|---|\n| login | 2026-01-05 | 2026-01-05 | passed | |\n| logout | 2026-01-05 | 2026-01-05 | failed | late |\n',
  ],
  [
    'functions with their parts at one level',
    '# Reader\n\n## open\n\n## Parameters\n\npath\n\n## Returns\n\nA handle.\n\n## close\n\n## Parameters\n\nhandle\n\n## Returns\n\nNothing.\n',
  ],
  [
    'goods with their reasons at one level',
    '# Handbook\n\n## Rye\n\n## Reason\n\nIt keeps.\n\n## Status\n\nSold.\n\n## Wheat\n\n## Reason\n\nIt rises.\n\n## Status\n\nSold.\n',
  ],
  [
    'steps with a result',
    '# Pancakes\n\n## Batter\nMix it.\nResult: smooth.\n\n## Frying\nHeat: high\nResult: golden.\n',
  ],
  [
    'runs of a jogger',
    '# Run log\n\n## 2026-03-01 run\n\nDistance: 8 km\nPace: 5:40\nNotes: windy\n\n## 2026-03-03 run\n\nDistance: 6 km\nPace: 5:30\nNotes: fine\n',
  ],
  [
    'one request for comments',
    '# RFC-12: One queue\n\n**Status:** accepted\n**Date:** 2026-01-05\n\n## Context\n\nTwo.\n\n## Decision\n\nOne.\n\n## Consequences\n\nLess.\n',
  ],
  [
    'one defect',
    '# Lamp\n\n## BUG-7: Lamp\n**Status:** Open\n**Expected:** Light\n**Actual:** Dark\n**Reason:** Bulb\n',
  ],
  [
    'a timetable in Russian',
    '# Расписание\n\n| Дата | Дело | Статус | Кто |\n|---|---|---|---|\n| 2026-01-05 | Купить краску | готово | Аня |\n| 2026-01-12 | Починить дверь | в работе | Борис |\n| 2026-02-02 | Вызвать мастера | готово | Аня |\n',
  ],
  [
    'tasks',
    '| Task | Owner | Due | Status |\n|---|---|---|---|\n| Paint | Ann | 2026-03-01 | done |\n| Door | Bob | 2026-03-08 | open |\n',
  ],
])('%s is no log, and the sentence says what stands there', (_, text) => {
  expect(refusalOf(readLog(text))).toMatch(/^No experiments were made out in this file\b.*\.$/);
});

test.each([
  [
    'phases and steps with what was learnt',
    '# Trials\n\n## Phase 1: Dig\n**Status:** Done\n**Steps:** By hand.\n**Result:** Deep.\n**Learning:** Clay.\n\n## Phase 2: Fill\n**Status:** Active\n**Steps:** By hose.\n**Result:**\n**Learning:**\n',
  ],
  [
    'tasks with a hypothesis',
    '| Date | Task | Hypothesis | Status |\n|---|---|---|---|\n| 2026-01-01 | Dig | Clay holds | done |\n| 2026-01-08 | Fill | Rain does | open |\n',
  ],
  [
    'objectives and what each depends on',
    '# Trials\n\n## T-1: Dig\n**Objective:** Depth.\n**Status:** Done\n**Depends on:** Sun\n**Result:** Deep.\n\n## T-2: Fill\n**Objective:** Water.\n**Status:** Active\n**Depends on:** T-1\n**Result:** None yet.\n',
  ],
  [
    'lessons from incidents',
    '# Lessons from incidents\n\n## 2026-01-05 Mail\n**Status:** Done\n**Result:** Quick.\n**Learning:** Watch it.\n\n## 2026-02-01 Search\n**Status:** Active\n**Result:** Slow.\n**Learning:** Index.\n',
  ],
  [
    'causes and what was done about them',
    '| Date | Issue | Root cause | Countermeasure | Result | Status |\n|---|---|---|---|---|---|\n| 2026-01-01 | Scrap | Blunt | Hone | Less | done |\n| 2026-01-08 | Waits | Keys | Hook | None | open |\n',
  ],
])('a log of %s is one although other documents have these words', (_, text) => {
  expect(refusalOf(readLog(text))).toBeUndefined();
  expect(readLog(text).contents.experiments).toHaveLength(2);
});

test('of hundreds of files that packages come with, read-mes, change logs and guides, none is taken for a log', () => {
  const folder = 'node_modules';
  const files = readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !name.startsWith('@'))
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
    .filter((file) => file.endsWith('.md'));
  expect(files.length).toBeGreaterThan(200);
  const taken = files.filter((file) => refusalOf(readLog(readFileSync(file, 'utf8'))) === undefined);
  expect(taken).toEqual([]);
});

const folders = ['test/fixtures/kinds', 'test/fixtures/inputs', 'test/fixtures/inputs/shapes'];
const texts = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
);

test.each(texts)(
  'what is read of %s is as cells of a sheet keep it, so that nothing of it looks changed',
  (_, text) => {
    const { experiments } = readLog(text).contents;
    expect(experiments.map(canonicalExperiment)).toEqual(experiments);
  },
);

test('an item of a list without a label is no part of the status above it, and stays when that changes', () => {
  const item = '- the cart needed new wheels first\n';
  const text = `# Shelves\n\n${['1', '2'].map((n) => `## IMP-0${n}: Cart\n\n- **Status:** running\n${item}- **Result:** quiet\n\n`).join('')}`;
  const document = readLog(text);
  const [first, ...others] = document.contents.experiments;
  expect(first?.status).toBe('Active');
  const experiments = first ? [{ ...first, status: 'Dropped' }, ...others] : [];
  const written = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
  expect(written).toBe(text.replace('running', 'Dropped'));
});

test.each([
  [
    'parts of a house',
    '# Moving\n\n## Boxes\n\n- Status: done\n- Date: 2026-01-02\n\n## Van\n\n- Status: open\n- Date: 2026-01-09\n',
  ],
  [
    'applications',
    '# Looking around\n\n## Mill\n\n**Status:** rejected\n**Date:** 2026-01-02\n**Result:** no\n\n## Quay\n\n**Status:** open\n**Date:** 2026-02-02\n**Result:** -\n',
  ],
  [
    'quarters of a plan',
    '# Where we go\n\n## Q1: Search\n\n**Why:** complaints\n**Status:** Done\n\n## Q2: Import\n\n**Why:** sales\n**Status:** Planned\n',
  ],
  [
    'an index',
    '# All of them\n\n| No | Title | Status | Created |\n|---|---|---|---|\n| 1 | Plugins | Accepted | 2026-01-02 |\n| 2 | Themes | Draft | 2026-02-02 |\n',
  ],
  [
    'features',
    '# Parts\n\n| Feature | Why | Status |\n|---|---|---|\n| Search | asked for | Done |\n| Import | sales | Planned |\n',
  ],
  ['posts', '# Page\n\n## Bread\n*2026-01-02 · draft*\n\nText.\n\n## Rolls\n*2026-01-09 · done*\n\nText.\n'],
  [
    'insights',
    '# Talks\n\n## P1\n\n**Problem:** slow\n**Insight:** wants speed\n\n## P2\n\n**Problem:** price\n**Insight:** wants less\n',
  ],
])('%s with statuses, days and reasons are no log, unless the title says so', (_, text) => {
  expect(told(text)).toEqual([]);
  expect(isKept(text)).toBe(true);
  const named = text.replace(/^# .*/, '# Experiment log');
  expect(told(named)).toHaveLength(2);
  expect(isKept(named)).toBe(true);
});

test('prose below a status that nobody knows is no part of it, and stays when that changes', () => {
  const one = (day: string) => `## ${day} Mist\nOwner: Ines\nStatus: percolating\nLeaves curl less.\n\n`;
  const text = `# Experiments\n\n${one('2026-01-12')}${one('2026-02-02')}`;
  const { contents, ...log } = readLog(text);
  const [first, ...others] = contents.experiments;
  const experiments = first ? [{ ...first, status: 'Dropped' }, ...others] : [];
  expect(writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' })).toBe(
    text.replace('percolating', 'Dropped'),
  );
});

test('words behind a title in bold, beside its status and its day, are shown as text that is left', () => {
  const text =
    '# Lessons log\n\n1. **EXP-001 Soap** — done, 2 May 2026. Guests wash more.\n2. **EXP-002 Towels** — the thin ones — running since 3 May 2026\n3. **EXP-003 Door**\n';
  const document = readLog(text);
  expect(describeLog(document).left).toEqual([
    { line: 3, text: 'Guests wash more.' },
    { line: 4, text: 'the thin ones' },
  ]);
  expect(document.findings.filter(({ code }) => code === 'stray-text').map(({ id }) => id)).toEqual([
    'EXP-001',
    'EXP-002',
  ]);
  const { contents, ...log } = document;
  const experiments = contents.experiments.map((one) => ({ ...one, title: `${one.title}!`, learning: 'Less.' }));
  const written = writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' });
  expect(written).toContain('1. **EXP-001 Soap!** — done, 2 May 2026. Guests wash more.\n');
  expect(describeLog(readLog(written)).left.map((each) => each.text)).toEqual(['Guests wash more.', 'the thin ones']);
});

test('a word right before a day, or behind a label, is not the status where another word is', () => {
  const log = (lines: readonly string[]) => `# Kaizen log\n\n${lines.join('\n')}\n`;
  expect(
    told(
      log([
        '1. **Flour on cards** — started 2026-01-12, result: nothing ran out, adopted',
        '2. **Second scale** — gestartet 2026-02-01, Ergebnis: offen, läuft',
        '3. **Shelf turned** — started 2026-02-20, dropped',
        '4. **Timer** — started 2026-02-25',
      ]),
    ),
  ).toEqual([
    '1 · Flour on cards · Completed · 2026-01-12',
    '2 · Second scale · Active · 2026-02-01',
    '3 · Shelf turned · Dropped · 2026-02-20',
    '4 · Timer · Active · 2026-02-25',
  ]);
});

test('a table of tests is a log where they were begun and decided on, and none where it says what is expected alone', () => {
  const table = (head: string, ...rows: string[]) =>
    `# Notes\n\n| ${head} |\n|${head.replace(/[^|]+/g, '---')}|\n${rows.map((row) => `| ${row} |\n`).join('')}`;
  const decided = ['Green | 2026-01-05 | +2 % | keep', 'Big | 2026-02-05 | none | stop'];
  expect(told(table('Test | Start | Result | Decision', ...decided))).toHaveLength(2);
  expect(told(table('Candidate | Start | Result | Decision', ...decided))).toEqual([]);
  const expected = ['Login | opens | opens | done', 'Logout | closes | error | open'];
  expect(told(table('Test | Expected | Actual | Status', ...expected))).toEqual([]);
});

test('a table of experiments with days and results is a log whatever its title says, and numbered chapters are none', () => {
  const head = '# Notes on the oven\n\n| Date | Experiment | Result | Next |\n|---|---|---|---|\n';
  expect(told(`${head}| 2026-01-05 | Stone | even | keep |\n| 2026-01-12 | Steam | wet | stop |\n`)).toEqual([
    '?1 · Stone ·  · 2026-01-05',
    '?2 · Steam ·  · 2026-01-12',
  ]);
  const chapter = (number: number, name: string) =>
    `## ${number}. ${name}\n**Status:** Done\n**Reason:** First.\n**Result:** Fine.\n\n`;
  expect(told(`# Port\n\n${chapter(1, 'Parser')}${chapter(2, 'Printer')}`)).toEqual([]);
  expect(told(`# Port\n\n${chapter(1, 'Parser')}${chapter(2, 'Printer')}`.replace(/## /g, '## EXP-'))).toHaveLength(2);
});

test.each(['Week 2', 'Experiment 2'])('a part %s of the one experiment is none itself', (part) => {
  const fields = '**Status:** Active\n**Learning:** Dull ones tear.\n';
  const { contents } = readLog(`# Active Experiments\n\n## [W-001] Sharpen blades\n\n### ${part}\n\n${fields}`);
  expect(contents.experiments.map(({ id, title }) => [id, title])).toEqual([['W-001', 'Sharpen blades']]);
});

test('labels on the line of a title are written there, and what has several lines below it', () => {
  const text = '# Trials\n\n- Bell at the door — Status: done — Result: heard\n- Mat — Status: running\n';
  const { contents, ...log } = readLog(text);
  const [first, second] = contents.experiments;
  if (!first || !second) throw new Error('Nothing was read.');
  const write = (experiments: (typeof first)[]) =>
    writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' });
  expect(write([{ ...first, actualResult: 'Heard.\n\n- twice' }, second])).toBe(
    text.replace(' — Result: heard', '\n  - Result: Heard.\n\n    - twice'),
  );
  expect(write([first, { ...second, learning: 'Dry.' }])).toBe(text.replace('running', 'running — Learning: Dry.'));
  const added = { ...second, id: '?3', title: 'Lamp', learning: 'Warm.' };
  expect(write([first, second, added])).toBe(`${text}- Lamp — Status: running — Learning: Warm.\n`);
});

test('what a person says of the columns of a table in a language that no table has is kept', () => {
  const text = readFileSync('test/fixtures/kinds/russian-table.md', 'utf8');
  const labels = { статус: 'status', итог: 'actualResult' } as const;
  const statuses = { готово: 'Completed', 'в работе': 'Active', отменено: 'Dropped' } as const;
  const answered = readLog(text, { labels, statuses });
  const { contents, ...log } = readLog(text, keptOf(answered.shape));
  expect(contents.experiments.map(({ status }) => status)).toEqual(['Completed', 'Active', 'Dropped', 'Completed']);
  const experiments = contents.experiments.map((one) => ({ ...one, status: 'Dropped' }));
  expect(writeLog({ contents, ...log }, { ...contents, experiments }, { today: '2026-05-04' })).toBe(
    text.replace(/готово|в работе/g, 'отменено'),
  );
});

test('of a range in the line below a heading the last day is no date, and the first is the start, also where it shares its year', () => {
  const log = (first: string, second: string) =>
    `# Tests\n\n## Test 1: Bells\n*Ran ${first} · Status: Won*\n\nResult: loud\n\n## Test 2: Lamps\n*Ran ${second} · Status: Lost*\n\nResult: dark\n\n## Test 3: Flags\n*Started 2 Apr 2026 · Status: Running*\n\nResult: none so far\n`;
  const days = (first: string, second: string) => told(log(first, second)).map((line) => line.split(' · ')[3]);
  expect(days('3 Feb – 17 Feb 2026', 'Mar 1 – Mar 14, 2026')).toEqual(['2026-02-03', '2026-03-01', '2026-04-02']);
  expect(days('28 Dec – 5 Jan 2026', '5–18 January 2026')).toEqual(['2025-12-28', '2026-01-05', '2026-04-02']);
  expect(days('3 Feb 2026 – 17 Feb 2026', '2026-03-01 to 2026-03-14')).toEqual([
    '2026-02-03',
    '2026-03-01',
    '2026-04-02',
  ]);
});

test('a heading of number and day takes its first title behind them', () => {
  const cycle = (number: number) =>
    `## Cycle ${number} (2026-02-0${number})\n- Expected: 28 min\n- Actual:\n- Learned:\n`;
  const document = readLog(`# Improvement kata\n\n${cycle(1)}\n${cycle(2)}`);
  const [one, two] = document.contents.experiments;
  const experiments = [one, { ...two, title: 'Book the crane' }] as typeof document.contents.experiments;
  const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
  expect(text).toBe(document.text.replace(' (2026-02-02)', ': Book the crane (2026-02-02)'));
  const third = { ...experiments[0], id: '3', title: 'Clear the bench', date: '2026-02-03' } as (typeof experiments)[0];
  const more = String(
    writeLog(document, { ...document.contents, experiments: [...experiments, third] }, { today: '2026-05-04' }),
  );
  expect(readLog(more, keptOf(document.shape)).contents.experiments.map(({ title, date }) => [title, date])).toEqual([
    ['', '2026-02-01'],
    ['Book the crane', '2026-02-02'],
    ['Clear the bench', '2026-02-03'],
  ]);
});

test('of a start and an end under one label the start is read', () => {
  const run = (number: number, label: string, days: string) =>
    `## EXP-${number}\nStatus: done\nHypothesis: so\n${label}: ${days}\n\n`;
  const text = `# Experiments\n\n${run(1, 'Start / End', '2026-03-02 / 2026-03-20')}${run(2, 'Start–end', '2 April 2026 – 9 April 2026')}${run(3, 'Started and ended', '4.5.2026 / 11.5.2026')}`;
  expect(readLog(text).contents.experiments.map(({ started }) => started)).toEqual([
    '2026-03-02',
    '2026-04-02',
    '2026-05-04',
  ]);
});

test.each([
  ['Completed', ['lost', 'lost', 'won'], 'won'],
  ['Completed', ['lost', 'lost because of rain'], 'Completed'],
  ['Dropped', ['superseded by 4', 'replaced'], 'Dropped'],
  ['Proposed', ['on hold', 'not begun'], 'not begun'],
  ['Dropped', ['superseded by 4', 'rejected'], 'rejected'],
])('of the log’s words for %s, %j, another experiment gets the one that says no more: %s', (status, words, word) => {
  const run = (number: number, said: string) =>
    `## EXP-${number}: Trial ${number}\n**Status:** ${said}\n**Hypothesis:** so\n\n`;
  const log = `# Experiments\n\n${[...words, 'running'].map((said, index) => run(index + 1, said)).join('')}`;
  const document = readLog(log);
  const experiments = document.contents.experiments.map((one) => (one.status === 'Active' ? { ...one, status } : one));
  const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
  expect(text).toBe(log.replace('running', word));
});

describe('underlined sections above experiments with `#`s', () => {
  test.each(['x\n\nopen\n=', 'x\n\nDone\n----', '- item\n\n  done\n  ---\n  more', 'x\n\n  Running\n  ---'])(
    'are none that somebody types into a field: %j',
    (duration) => {
      const document = readLog('### [K-OPS-002] Ovens\n**Status:** Active\n');
      const { experiments } = document.contents;
      const added = canonicalExperiment({ ...emptyExperiment(), id: 'K-OPS-777', status: 'Proposed', duration });
      const list = [...experiments, added];
      const text = writeLog(document, { ...document.contents, experiments: list }, { today: '2026-05-04' });
      expect(readLog(text, keptOf(document.shape)).contents.experiments).toEqual(list);
    },
  );

  const FIRST =
    'Active Experiments\n------------------\n\n### [W-001] Ramp\n**Status:** Active\n**Hypothesis:** quicker\n';
  const LAST =
    'Completed Experiments\n---------------------\n\n### [W-002] Rail\n**Status:** Completed\n**Hypothesis:** safer\n';
  const log = `Mill log\n========\n\n${FIRST}\n${LAST}`;
  const said = log
    .replace(/\*\*Status.*\n/g, '')
    .replace(/Active Experiments\n-+/, 'Running\n-------')
    .replace(/Completed Experiments\n-+/, 'Done\n----');
  const saidKnown = keptOf(readLog(said).shape);

  test.each([
    ['the template’s', log, undefined],
    ['such that say the status', said, undefined],
    ['such that say the status, of a known log', said, saidKnown],
  ])('are sections: %s', (_, text, kept) => {
    const document = readLog(text, kept);
    const { experiments, title } = document.contents;
    expect(title).toBe('Mill log');
    expect(document.findings.map(({ code }) => code)).not.toContain('stray-text');
    expect(experiments.map(({ status, hypothesis }) => [status, hypothesis])).toEqual([
      ['Active', 'quicker'],
      ['Completed', 'safer'],
    ]);
    const write = (list: readonly Experiment[]) => {
      const written = writeLog(document, { ...document.contents, experiments: [...list] }, { today: '2026-05-04' });
      const read = readLog(written, kept ?? keptOf(document.shape)).contents.experiments;
      expect([...read].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(list);
      return written;
    };
    expect(write(experiments)).toBe(text);
    const [first, last] = experiments;
    if (!first || !last) throw new Error('Nothing was read.');
    expect(write([{ ...first, hypothesis: 'Slower. Much.' }, last])).toBe(text.replace('quicker', 'Slower. Much.'));
    const headings = text.split('\n').filter((line) => /^[A-Z-]/.test(line));
    for (const list of [[{ ...first, status: 'Completed' }, last], [last], [first, last, { ...first, id: 'W-003' }]])
      expect(
        write(list)
          .split('\n')
          .filter((line) => /^[A-Z-]/.test(line) && line !== '---'),
      ).toEqual(headings);
    write([{ ...first, hypothesis: 'a\n\nWords\n-----\nb' }, last]);
  });
});

test.each([
  ['- **', ':**', '  '],
  ['* **', ':**', '    '],
  ['- ', ':', '  '],
])(
  'a list below a label in a list (%sLabel%s) keeps its lines, and a new one stands below its label',
  (open, close, indent) => {
    const label = (words: string) => `${open}${words}${close}`;
    const log = `# Tests\n\n## T3 Glue\n\n${label('Status')} running\n${label('Expected')}\n${indent}- dry\n${indent}- no rework\n${label('Next steps')}\n${indent}- curtain\n${indent}- ask Ann\n\n## T2 Saw\n\n${label('Status')} done\n${label('Expected')} y\n`;
    const document = readLog(log);
    const [first, last] = document.contents.experiments;
    if (!first || !last) throw new Error('Nothing was read.');
    const write = (...list: Experiment[]) => {
      const text = writeLog(document, { ...document.contents, experiments: list }, { today: '2026-05-04' });
      expect(readLog(text, keptOf(document.shape)).contents.experiments).toEqual(list);
      return text;
    };
    const reworked = { ...first, expectedResult: first.expectedResult.replace('no rework', 'none') };
    expect(write(reworked, last)).toBe(log.replace('no rework', 'none'));
    expect(write({ ...first, other: first.other.replace('Ann', 'Bob') }, last)).toBe(log.replace('Ann', 'Bob'));
    expect(write({ ...first, learning: '- a\n- b' }, last)).toContain(`${label('Learning')}\n  - a\n  - b\n`);
    const added = { ...emptyExperiment(), id: 'T9', title: 'Rope', status: 'Active', learning: '1. a\n2. b' };
    expect(write(first, last, added)).toContain(`${label('Learning')}\n  1. a\n  2. b\n`);
  },
);

test.each([
  ['- Status: done (see minutes of 3 May)', '- Status: running — Kim watches it', '- Status: done — Kim watches it'],
  ['**Status:** Done. Two weeks.', '**Status:** 🚧 In progress – [why](n.md#f)', '**Status:** Done – [why](n.md#f)'],
  [
    '| Status | done, in two halls |\n|---|---|',
    '| Status | in progress, slowly |\n|---|---|',
    '| Status | done, slowly |\n|---|---|',
  ],
])('a remark behind a status stays when the status changes: %j', (done, running, changed) => {
  const log = `# Experiments\n\n## L-1 Colder\n${done}\n\n## L-2 Warmer\n${running}\n`.replace(
    /\|\n(?=\n|$)/g,
    '|\n| Hypothesis | x |\n',
  );
  for (const kept of [undefined, keptOf(readLog(log).shape)]) {
    const document = readLog(log, kept);
    const experiments = document.contents.experiments.map((one) => ({ ...one, status: 'Completed' }));
    expect(document.contents.experiments.map(({ status }) => status)).toEqual(['Completed', 'Active']);
    const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
    expect(text).toBe(log.replace(running, changed));
    expect(readLog(text, keptOf(document.shape)).contents.experiments).toEqual(experiments);
  }
});

test('a remark behind a status in a cell stays with its bars', () => {
  const log =
    '| ID | Title | Status | Result |\n|---|---|---|---|\n| E-1 | Lids | done (hall 2 \\| 3) | ok |\n| E-2 | Bags | running | ok |\n';
  const document = readLog(`# Experiments\n\n${log}`);
  const experiments = document.contents.experiments.map((one) => ({ ...one, status: 'Active' }));
  const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
  expect(text).toBe(document.text.replace('done', 'running'));
});

test('a remark behind a status that somebody writes into a known log is one, too, and a status typed with one stays as it is', () => {
  const log = '## Active Experiments\n\n### [K-A-1] Ovens\n**Status:** Active\n\n## Completed Experiments\n';
  const { shape } = readLog(log);
  const document = readLog(log.replace('Active\n\n##', 'Completed — at last\n\n##'), keptOf(shape));
  const [one] = document.contents.experiments;
  expect(one?.status).toBe('Completed');
  const typed = [{ ...emptyExperiment(), ...one, status: 'Active (again)' }];
  const text = writeLog(document, { ...document.contents, experiments: typed }, { today: '2026-05-04' });
  expect(text).toContain('**Status:** Active (again)\n');
  const written = readLog(text, keptOf(shape));
  expect(written.contents.experiments[0]?.status).toBe('Active');
  expect(writeLog(written, { ...written.contents, experiments: typed }, { today: '2026-05-04' })).toBe(text);
});

test.each(['2026-02-02.', '2026-02-02, after lunch', '2 February 2026; late'])(
  'a stop, a comma or a semicolon behind a day makes no other value of it: %s',
  (said) => {
    const log = `# Experiments\n\n## L-1 Colder\n**Status:** done\n**Started:** ${said}\n**Findings:** x\n**Hypothesis:** y\n`;
    const document = readLog(log);
    const [one] = document.contents.experiments;
    expect(one).toMatchObject({ started: '2026-02-02', actualResult: 'x' });
    const experiments = [{ ...emptyExperiment(), ...one, started: '2026-03-02' }];
    const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
    expect(text).toBe(log.replace(/02-02|February/, (day) => (day === '02-02' ? '03-02' : 'March')));
  },
);

test('in a section of what failed stands nothing that is only completed', () => {
  const log =
    '# Experiments\n\n## Running\n\n### E-2 Rail\n- Hypothesis: safer\n\n## Failed\n\n### E-1 Ramp\n- Hypothesis: quicker\n';
  const document = readLog(log);
  const [rail, ramp] = document.contents.experiments;
  if (!rail || !ramp) throw new Error('Nothing was read.');
  expect([rail.status, ramp.status]).toEqual(['Active', 'Completed']);
  const added = { ...emptyExperiment(), id: 'E-3', title: 'Rope', status: 'Completed', hypothesis: 'x' };
  const experiments = [{ ...rail, status: 'Completed' }, ramp, added];
  const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
  expect(text).toContain('## Running\n\n### E-2 Rail\n- Status: Completed\n- Hypothesis: safer\n');
  expect(text).toContain('### E-3 Rope\n- Status: Completed\n- Hypothesis: x\n');
  expect(readLog(text, keptOf(document.shape)).contents.experiments).toEqual(experiments);
});

test('what a log in another language has no label for is called so in it, also once the register knows the log', () => {
  const log =
    '# Versuche\n\n## V-1 Leim\n**Status:** verworfen\n**Hypothese:** hält\n\n## V-2 Späne\n**Status:** läuft\n**Hypothese:** weniger Staub\n';
  const known = readLog(log, keptOf(readLog(log).shape));
  const added = { ...emptyExperiment(), id: 'V-3', title: 'Neu', date: '2026-03-02', hypothesis: 'x', learning: 'y' };
  const experiments = [...known.contents.experiments, { ...added, status: 'Proposed' }];
  const text = writeLog(known, { ...known.contents, experiments }, { today: '2026-05-04' });
  expect(text).toContain('**Datum:** 2026-03-02\n');
  expect(text).toContain('**Gelernt:** y\n');
  expect(readLog(text).contents.experiments).toEqual(experiments);
});

test('a word of another language that is like the English one is no stranger among English labels', () => {
  const log = (word: string) =>
    `# Experiments\n\n## V-1 Glue\n**Date:** 2026-03-02\n**Status:** done\n**Learning:** y\n**${word}:** it holds\n`;
  expect(readLog(log('Hypothese')).contents.experiments[0]?.hypothesis).toBe('it holds');
  expect(readLog(log('Vermutung')).contents.experiments[0]?.hypothesis).toBe('');
});

test.each(['byline-code', 'byline-dashes', 'byline-dots', 'fields-in-columns', 'ids-as-code'])(
  'in %s a field that comes first goes below the line that says several things',
  (name) => {
    const document = readLog(readFileSync(join(import.meta.dirname, `../fixtures/kinds/${name}.md`), 'utf8'));
    const [first, ...others] = document.contents.experiments;
    if (!first) throw new Error('Nothing was read.');
    for (const change of [{ date: '2025-02-03' }, { entity: 'Shop' }, { layer: 'Process' }]) {
      const wanted = canonicalExperiment({ ...first, ...change });
      const text = writeLog(
        document,
        { ...document.contents, experiments: [wanted, ...others] },
        { today: '2026-05-04' },
      );
      const lines = text.split('\n');
      expect(document.text.split('\n').filter((line) => !lines.includes(line))).toEqual([]);
      expect(readLog(text, keptOf(document.shape)).contents.experiments[0]).toEqual({
        ...wanted,
        id: expect.any(String),
      });
    }
  },
);

test.each([
  ['1. One queue\n2. Warm ovens\n', '23. [K-OPS-007] Rye'],
  ['12) One queue\n13) Warm ovens\n', '23) [K-OPS-007] Rye'],
])('in a list whose numbers are the IDs one of another kind stands in brackets: %j', (items, line) => {
  const log = `# Experiments\n\n## Active Experiments\n\n${items}\n## Completed Experiments\n\n21. Shorter menu\n22. Blue cups\n`;
  const document = readLog(log);
  const { experiments } = document.contents;
  const added = canonicalExperiment({ ...emptyExperiment(), id: 'K-OPS-007', title: 'Rye', status: 'Active' });
  const text = writeLog(
    document,
    { ...document.contents, experiments: [...experiments, added] },
    { today: '2026-05-04' },
  );
  expect(text.split('\n')).toContain(line);
  for (const read of [readLog(text), readLog(text, keptOf(document.shape))]) {
    expect(read.contents.experiments).toHaveLength(5);
    expect(read.contents.experiments).toContainEqual(added);
  }
});

test.each([
  ['- Blue cups\n- [E-7] Rye\n', 'E-8', '- [E-8] Wheels'],
  ['- Blue cups\n1. Rye\n', '2', '2. Wheels'],
])('where half of the titles have IDs a new one has its own: %j', (items, id, line) => {
  const document = readLog(`# Experiments\n\n## Active Experiments\n\n${items}\n## Completed Experiments\n`);
  const { experiments } = document.contents;
  const added = canonicalExperiment({ ...emptyExperiment(), id, title: 'Wheels', status: 'Active' });
  const wanted = { ...document.contents, experiments: [...experiments, added] };
  const text = writeLog(document, wanted, { today: '2026-05-04' });
  expect(text.split('\n')).toContain(line);
  expect(readLog(text, keptOf(document.shape)).contents.experiments).toEqual([...experiments, added]);
});

/** With neither status nor field a title is no experiment in these. */
const BARE = ['fields-in-fences.md', 'labels-after-bars.md', 'numbered-items.md', 'ordered-trials.md'];

test.each(['kinds', 'inputs/shapes'])(
  'a new experiment of which hardly anything is known is read back in logs of %s',
  (folder) => {
    const path = join(import.meta.dirname, '../fixtures', folder);
    let tried = 0;
    for (const name of readdirSync(path).filter((file) => file.endsWith('.md'))) {
      const document = readLog(readFileSync(join(path, name), 'utf8'));
      const { experiments, prefix } = document.contents;
      const ids = experiments.map(({ id }) => id);
      if (ids.length === 0 || !document.shape.hasIds) continue;
      for (const status of ['Proposed', 'Completed', ...(BARE.includes(name) ? [] : [''])]) {
        for (const title of ['', 'Wheels']) {
          const added = canonicalExperiment({
            ...emptyExperiment(),
            id: nextFreeId(prefix || 'K-OPS', ids),
            title,
            status,
          });
          const wanted = { ...document.contents, experiments: [...experiments, added] };
          const text = writeLog(document, wanted, { today: '2026-05-04' });
          const read = readLog(text, keptOf(document.shape)).contents.experiments;
          const { id } = added;
          expect({ name, count: read.length, title: read.find((one) => one.id === id)?.title }).toEqual({
            name,
            count: experiments.length + 1,
            title,
          });
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(40);
  },
);

test('an experiment that moves in front of what a rule parts from a section does not take it for a label of its own', () => {
  const note = '**Measure:** by hand\n';
  const log = `## Completed Experiments\n\n### [W-001] Blades\n\n${note}\n* * *\n\n${note}\n## Active Experiments\n\n### [W-002] Shelves\n`;
  const document = readLog(log);
  const experiments = document.contents.experiments.map((one) =>
    one.id === 'W-002' ? { ...one, status: 'Completed' } : one,
  );
  const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
  expect(readLog(text).contents.experiments).toEqual(experiments);
});

test('what a rule parts from the last of a section is nobody’s whichever experiments have such a label', () => {
  const section = (id: string, text: string): string => `# Active Experiments\n\n## [${id}] Blades\n\n${text}`;
  const measure = '**Measure:** Sawmill\n\n';
  const log =
    section('W-001', measure) + section('W-002', `---\n\nBelow a rule.\n\n${measure}`) + section('W-003', measure);
  const document = readLog(log);
  const experiments = document.contents.experiments.map((one) => (one.id === 'W-001' ? { ...one, other: '' } : one));
  expect(experiments.map(({ other }) => other)).toEqual(['', '', '**Measure:** Sawmill']);
  const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
  expect(text).toBe(log.replace(measure, ''));
  expect(readLog(text).contents.experiments).toEqual(experiments);
});

test.each(['# *#*', 'nine of *Status*', 'more, see **Result**', 'nine\n**#**'])(
  'what is stressed at the end of a line is no label: %j',
  (learning) => {
    const log = `## Active Experiments\n\n### [W-001] Blades\n\n**Status:** Active\n**Learning:** ${learning}\n`;
    expect(readLog(log).contents.experiments).toMatchObject([{ status: 'Active', learning, actualResult: '' }]);
  },
);

test('a log that is a table, whose last row has gone, takes a new one', () => {
  const head = `# Kaizen log\n\n| ID | Experiment | Status | Hypothesis | Result |\n| --- | --- | --- | --- | --- |\n`;
  const { shape } = readLog(`${head}| K-1 | Rye | done | warm | good |\n| K-2 | Oats | done | warm | good |\n`);
  const document = readLog(head, keptOf(shape));
  const added = { ...emptyExperiment(), id: 'K-3', title: 'Spelt', status: 'Active' };
  const text = writeLog(document, { ...document.contents, experiments: [added] }, { today: '2026-05-04' });
  expect(text).toBe(`${head}| K-3 | Spelt | Active | | |\n`);
});

test('what is left of a log that has lost its experiments holds none, whatever its sections are called', () => {
  const log = `# Café experiments\n\n## Q1 2026\n\n### EXP-01: Cold brew\n**Status:** Done\n**Hypothesis:** Shorter queue.\n\n## Q2 2026\n\n### EXP-02: Oat milk\n**Status:** Dropped\n**Hypothesis:** Nobody notices.\n`;
  const document = readLog(log);
  const text = writeLog(document, { ...document.contents, experiments: [] }, { today: '2026-05-04' });
  expect(text.match(/^## .*$/gm)).toEqual(['## Q1 2026', '## Q2 2026']);
  expect(readLog(text, keptOf(document.shape)).contents.experiments).toEqual([]);
});

const PLAIN = `# Ward log\n\n## Trial 1: Huddle\nStatus: done\nHypothesis: Fewer calls.\nResult: 6 calls.\n\n## Trial 2: Trays\nStatus: running\nHypothesis: Fewer mix-ups.\nResult:\n`;
const HEADED = `# Growth experiments\n\n## G-1 Mail\n\nStatus: Done\n\n### Hypothesis\n\nRead.\n\n### Learnings\n\nShort.\n\n## G-2 Shop\n\nStatus: Running\n\n### Hypothesis\n\nFewer.\n\n### Learnings\n`;

test.each([
  [PLAIN, 0, 'actualResult', '6 calls a night.\nNext: ward 5'],
  [PLAIN, 0, 'actualResult', 'Cost:\n- 5 €'],
  [PLAIN, 1, 'actualResult', 'Before: 9, after: 4'],
  [HEADED, 1, 'learning', 'Next: order two'],
  [HEADED, 0, 'learning', 'Fine.\n\n### Next\n\nOrder two.'],
  [HEADED, 0, 'learning', '*Next:* order two'],
] as const)('what looks like a label of others stays what was typed: %#', (log, at, key, value) => {
  const document = readLog(log);
  const experiments = document.contents.experiments.map((one, nth) => (nth === at ? { ...one, [key]: value } : one));
  const text = writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' });
  expect(readLog(text, keptOf(document.shape)).contents.experiments).toEqual(experiments);
});

test.each(['Open house, 2 May 2026', 'Open house on 2 May 2026', 'Fair (2026-05-02)'])(
  'a day in a title is the title’s where a label says the day, however few the experiments are: %s',
  (title) => {
    const log = `## Active Experiments\n\n### [W-001] ${title}\n**Date:** 2026-02-01\n**Status:** Active\n`;
    expect(readLog(log).contents.experiments).toMatchObject([{ title, date: '2026-02-01', other: '' }]);
  },
);

test('sub-headings that only one experiment has are its labels where they say two fields', () => {
  const log = `# Dining experiments\n\n## EXP-1: Left\n\n**Status:** Done\n**Hypothesis:** Fewer spills.\n\n### Result\n\nTwo.\n\n### Learning\n\nTell the new ones.\n\n## EXP-2: Tables\n\n**Status:** Running\n**Hypothesis:** Fewer mix-ups.\n`;
  expect(readLog(log).contents.experiments[0]).toMatchObject({
    hypothesis: 'Fewer spills.',
    actualResult: 'Two.',
    learning: 'Tell the new ones.',
  });
});

test('an idea ends with its section, also where another one for ideas begins with indented text', () => {
  const active = '## Active Experiments\n\n### [W-001] Blades\n\n**Status:** Active\n\n';
  const log = `## Backlog\n\n- One\n- Two\n\n${active}## Backlog\n\n    as a note\n`;
  const document = readLog(log);
  expect(document.contents.candidates.map(({ idea }) => idea)).toEqual(['One', 'Two']);
  const candidates = document.contents.candidates.slice(0, 1);
  expect(writeLog(document, { ...document.contents, candidates }, { today: '2026-05-04' })).toBe(
    log.replace('- Two\n', ''),
  );
});

const dayed = (...titles: string[]): string => `# Bakery experiments\n\n${titles.join('\n\n')}\n`;
const BELOW = '\n\n**Status:** done\n**Hypothesis:** warm';

test.each([
  [
    'some of each',
    dayed(`## 2026-01-05 – Rye${BELOW}`, `## Spelt${BELOW}\n**Date:** 2026-02-01`),
    ['2026-01-05', '2026-02-01'],
  ],
  [
    'beside labels that say none',
    dayed(`## 2026-01-05 – Rye${BELOW}\n**Date:**`, `## 2026-01-06 – Oats${BELOW}\n**Date:**`),
    ['2026-01-05', '2026-01-06'],
  ],
])('days in headings are days where their own experiments say none: %s', (_, log, days) => {
  expect(readLog(log).contents.experiments.map(({ date }) => date)).toEqual(days);
});

test('sub-headings that somebody typed into one experiment of the template’s are its text', () => {
  const learning = 'Two.\n\n#### Result\n\na\n\n#### Risks\n\nb';
  const log = `## Active Experiments\n\n### [W-001] Rye\n\n**Status:** Active\n\n**Learning:**\n${learning}\n`;
  expect(readLog(log).contents.experiments).toMatchObject([{ learning, actualResult: '', risks: '' }]);
});

test('a label that others stand in front of on its line may have its value below', () => {
  const one = (id: string): string => `## ${id}: Rye\n\n**Status:** Done · **Result**\nNine.\n`;
  expect(readLog(`# Experiments\n\n${one('EXP-1')}\n${one('EXP-2')}`).contents.experiments).toMatchObject([
    { status: 'Completed', actualResult: 'Nine.' },
    { status: 'Completed', actualResult: 'Nine.' },
  ]);
});

const SECTIONED = ([active, completed, dropped, ideas]: readonly string[]) => {
  const one = (id: number, title: string) => `### [V-0${id}] ${title}\n**Hypothesis:** Fewer steps.\n\n`;
  return `# Store\n\n## ${active}\n\n${one(1, 'Cold water')}## ${completed}\n\n${one(2, 'New shelves')}## ${dropped}\n\n${one(3, 'Red signs')}## ${ideas}\n\n- More light\n- Less paper\n`;
};

test.each([
  ['Active Experiments', 'Completed Experiments', 'Dropped Experiments', 'Experiment ideas'],
  ['Running', 'Done', 'Stopped', 'Further ideas to try'],
  ['Laufende Versuche', 'Abgeschlossen', 'Verworfen', 'Offene Ideen'],
  ['En cours', 'Terminés', 'Abandonnés', 'Candidats'],
  ['En curso', 'Terminados', 'Descartados', 'Ideas por probar'],
  ['Em andamento', 'Concluídos', 'Abandonados', 'Candidatos'],
  ['In corso', 'Conclusi', 'Scartati', 'Idee'],
  ['Lopende experimenten', 'Afgerond', 'Afgeblazen', 'Kandidaten (los)'],
])('a log with IDs in brackets and no statuses has those of its sections: %s, %s, %s, and %s', (...sections) => {
  const text = SECTIONED(sections);
  const document = readLog(text);
  const { experiments, candidates } = document.contents;
  expect(experiments.map(({ status }) => status)).toEqual(['Active', 'Completed', 'Dropped']);
  expect(candidates).toHaveLength(2);
  expect(isKept(text)).toBe(true);
  const contents = {
    ...document.contents,
    experiments: experiments.map((each) => (each.id === 'V-01' ? { ...each, status: 'Completed' } : each)),
  };
  const [first = '', ...rest] = SECTIONED(sections).split(
    /(?=### \[V-01\])|(?=## [^\n]+\n\n### \[V-02\])|(?=## [^\n]+\n\n### \[V-03\])/,
  );
  const [moved = '', below = '', last = ''] = rest;
  expect(
    writeLog(document, contents, { today: '2026-05-04' }).replace('(none yet)\n\n', '').replace('---\n\n', ''),
  ).toBe(first + below + moved + last);
});

test('a status that is left empty in the template’s form is none', () => {
  const text = `## Active Experiments\n\n### [V-01] One\n**Status:**\n\n### [V-02] Two\n**Hypothesis:** Fewer.\n`;
  expect(readLog(text).contents.experiments.map(({ status }) => status)).toEqual(['', 'Active']);
});

test.each(['Next steps', 'Open questions', 'Action items', 'Experiments', 'Improvements', 'Risks', 'Team tests'])(
  'a list below "%s" is none of ideas',
  (title) => {
    expect(readLog(SECTIONED(['Active', 'Done', 'Stopped', title])).contents.candidates).toEqual([]);
  },
);

test('sections called after trials are no records, as a register keeps the log', () => {
  const text =
    '# Trials\n\n# Active Experiments\n\n## [W-001] Sharpen blades\n\n- **Date:** 2026-02-02\n- **Status:** Active\n\n**Learning:** 2026-02-02\n**Entity:**\n\n# Trials\n';
  const { contents, shape } = readLog(text);
  expect(contents.experiments).toHaveLength(1);
  expect(readLog(text, keptOf(shape)).contents).toEqual(contents);
});
