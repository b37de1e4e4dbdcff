// Boards, lists below titles that say a status, and tables of actions: what is kept so and is no log, and what is one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../src/domain/experiment/template.ts';
import { describeLog, keptOf, type LogDocument, readLog, refusalOf, writeLog } from '../../src/log/index.ts';

test.each([
  [
    'things to do',
    '# To do\n## To do\n- buy paint\n- call the plumber: before noon\n## Doing\n- fence (since 2026-01-05)\n## Done\n- gate (2026-01-02): hinges are new\n- roof: tight again',
  ],
  [
    'a road map',
    '# Roadmap\n## Planned\n- Dark mode\n- Import\n## In progress\n- Search (2026-03)\n## Done\n- Sign in (2026-01-12): with mail\n- Sign out: everywhere',
  ],
  [
    'a change log',
    '# Changelog\n## Added\n- Search — finds words\n- Dark mode\n## Changed\n- Tabs: other order\n## Fixed\n- Crash on start (2026-01-12): null\n## Removed\n- Old export',
  ],
  [
    'a board of features',
    '# Acme board\n## Backlog\n- Search\n- Import from CSV\n## In progress\n- Export — 2026-02-02\n## Testing\n- Sign in with mail\n## Done\n- Sign out (2026-01-12): all devices\n- Profile picture (2026-01-19): square',
  ],
  [
    'restaurants',
    '# Restaurants\n## To try\n- The old mill\n- Blue door: Ann likes it\n## Tried\n- Osteria (2026-01-12): great pasta\n- Corner (2026-01-19): too loud',
  ],
  [
    'recipes',
    '# Recipes to try\n## To try\n- Leek soup\n- Rye bread\n## Tried\n- Carrot cake (2026-01-12): too sweet\n- Beans: need more salt',
  ],
  [
    'a reading list',
    '# Reading list\n## To read\n- Clay\n## Reading\n- Fire (since 2026-02-01)\n## Done\n- Water (2026-01-05): slow\n- Stone: good',
  ],
  [
    'minutes with actions',
    '# Meeting 3 March\n## Open\n- Ann: call the city\n## Done\n- Ben: paint ordered (2026-02-12)\n- Mia: budget sent — approved\n## Decided\n- Rye on Mondays: yes',
  ],
  [
    'a radar of tools',
    '# Technology radar\n## Adopt\n- Rust: safe\n## Trial\n- Zig: young\n## Assess\n- Nim\n## Hold\n- Perl: nobody knows it',
  ],
  [
    'objectives',
    '# OKRs Q1\n## In progress\n- Ten customers: 4 so far\n- NPS of 40\n## Done\n- Hire two (2026-02-01): both started\n## Dropped\n- Office in Bern: too dear',
  ],
  [
    'a read-me with what is done',
    '# Acme\nA parser.\n## Features\n- Fast: 2 ms\n- Small: 3 KB\n## Done\n- [x] Tables\n- [x] Lists\n## To do\n- [ ] Footnotes\n- [ ] Math\n## License\nMIT',
  ],
  [
    'animals',
    '# Shelter\n## Available\n- Rex — likes cats\n- Bella\n## Adopted\n- Max (2026-01-12): lives in Bern\n- Luna (2026-01-19): with a family',
  ],
  [
    'a read-me of a tracker of experiments',
    '# Experiment tracker\nAn app that shows runs.\n## Install\n- npm install\n- npm start\n## Done\n- [x] Login\n- [x] Charts\n## Planned\n- [ ] Export\n- [ ] Dark mode\n## License\nMIT',
  ],
  ['improvements of a program', '# Improvements\n## To do\n- dark mode\n- faster search\n## Done\n- login\n- logout'],
  [
    'wishes for features',
    '# Feature requests\n## Open\n- Undo\n- Redo: asked by three\n## Accepted\n- Search (2026-01-12): in 1.2\n## Rejected\n- Skins (2026-01-19): too much work',
  ],
  [
    'tasks in German',
    '# Aufgaben\n## Offen\n- Zaun streichen\n## In Arbeit\n- Dach: Ziegel bestellt\n## Erledigt\n- Tor (2.1.2026): neue Angeln\n- Rinne (5.1.2026): dicht',
  ],
  ['games', '# Games\n## Want to try\n- Chess960\n## Trying\n- Go\n## Finished\n- Hex'],
  [
    'applications',
    '# Applications\n## Open\n- Mill (2026-01-12): interview on Friday\n## Rejected\n- Quay (2026-01-05): no answer\n- City (2026-01-09): filled',
  ],
  [
    'a plan of tests',
    '# Release 1.2\n## To test\n- sign in\n- sign out\n## Testing\n- export (2026-02-02)\n## Tested\n- import (2026-01-12): passes\n- search: fails on umlauts',
  ],
  [
    'tasks in French',
    '# À faire\n## À faire\n- peindre\n## En cours\n- toit : tuiles commandées\n## Fait\n- porte (02/01/2026) : neuve\n- gouttière : étanche',
  ],
  [
    'subscriptions',
    '# Subscriptions\n## Active\n- Paper (since 2026-01-12)\n## Kept\n- Radio: good\n## Cancelled\n- Films (2026-01-05): too dear',
  ],
  [
    'vendors',
    '# Vendors\n## Trial\n- Acme mail (since 2026-02-01): 30 days\n## Rejected\n- Blue mail (2026-01-05): slow\n## Accepted\n- Green mail (2026-01-12): cheap',
  ],
  [
    'what a retrospective kept',
    '# Retro 12 March\n## Keep\n- pairing: works well\n- demo\n## Drop\n- long stand-ups: forty minutes\n## Try\n- walking',
  ],
  [
    'features with ideas',
    '# Shop 2.0\n## Ideas\n- Gift cards\n- Wish list\n## Running\n- Search by colour (since 2026-02-01)\n## Shipped\n- Dark mode (2026-01-12): on by default\n## Dropped\n- Chat (2026-01-05): no staff',
  ],
  [
    'talks',
    '# Talks\n## Proposed\n- Testing with monkeys\n## Accepted\n- Trying Zig (2026-05-01): Bern\n## Rejected\n- Why Perl',
  ],
  [
    'actions',
    '# Retrospective actions\n## Open\n- Ann: book the room\n- Ben: order cards\n## Done\n- Mia: asked IT (2026-01-12)',
  ],
  [
    'decisions to make',
    '# Decisions to make\n## Open\n- Which bank: Ann asks\n## Done\n- Which room (2026-01-12): the big one',
  ],
  [
    'wines to try',
    '# Wines to try\n## Want to try\n- Gruner\n## Tried\n- Merlot (2026-01-12): heavy\n- Cava (2026-01-19): fine',
  ],
  [
    'flags',
    '# Notes on feature flags\n## Active\n- new-search (2026-01-12): 10 %\n- new-cart (2026-02-12): 50 %\n## Retired\n- old-login: removed',
  ],
  [
    'pupils',
    '# Trial lessons\n## Planned\n- Ann: 5 March\n## Done\n- Ben (2026-01-12): signed up\n- Cid (2026-01-19): too dear',
  ],
])('%s below titles that say a status are no log, and can be pointed to', (_, text) => {
  for (const titled of [text, ...lesserTitles(text)]) {
    expect(refusalOf(readLog(titled))).toMatch(/^No experiments .*list items? like/);
    expect(readLog(titled, { level: 8, isPointed: true }).contents.experiments.length).toBeGreaterThan(0);
  }
});

test.each([
  ['improvements of a program', '# Improvements\n\n- ✅ dark mode\n- ✅ faster search\n- ❌ skins\n'],
  ['tasks', '# To do\n\n- Fence (2026-01-05): painted. Done.\n- Roof (2026-02-01): tiles ordered → in progress\n'],
  ['a road map', '# Roadmap 2026\n\n- Search (March): faster → done\n- Dark mode (April) → planned\n'],
  [
    'restaurants',
    '# Restaurants\n\n- Osteria (2026-01-12): great pasta. Closed.\n- Corner (2026-01-19): too loud → dropped\n',
  ],
  [
    'decisions',
    '# Decisions\n\n- Which bank (2026-01-12): Ann asks → open\n- Which room (2026-01-19): the big one → done\n',
  ],
  ['wishes', '# Feature requests\n\n- Undo (2026-01-12): asked by three → accepted\n- Skins → rejected\n'],
  ['bugs', '# Bugs\n\n- Crash on start (2026-01-12): null. Resolved.\n- Slow search (2026-01-19): index → closed\n'],
])('%s in one list are no log', (_, text) => {
  expect(refusalOf(readLog(text))).toMatch(/^No experiments .*list items? like/);
});

/** A text whose lower titles are no headings: words in bold, and words before a colon. */
function lesserTitles(text: string): string[] {
  const apart = text.replace(/\n(?=##)/g, '\n\n');
  return [apart.replace(/^##+ (.*)$/gm, '**$1**'), apart.replace(/^##+ (.*)$/gm, '$1:\n')];
}

const board = (name: string): LogDocument => readLog(readFileSync(`test/fixtures/kinds/board-${name}.md`, 'utf8'));

/** The log with some of an experiment's fields changed. */
function changed(document: LogDocument, title: string, change: Partial<Experiment>): string {
  const { contents } = document;
  const experiments = contents.experiments.map((one) => (one.title === title ? { ...one, ...change } : one));
  return writeLog(document, { ...contents, experiments }, { today: '2026-05-04' });
}

test.each(
  readdirSync('test/fixtures/kinds')
    .filter((file) => file.startsWith('board-') && file !== 'board-inner.md')
    .map((file) => file.slice('board-'.length, -'.md'.length)),
)('a board is the same below titles in bold and before colons: %s', (name) => {
  const { text, contents } = board(name);
  const told = ({ experiments }: typeof contents) =>
    experiments.map(({ title, status, date }) => [title, status, date]);
  for (const titled of lesserTitles(text)) expect(told(readLog(titled).contents)).toEqual(told(contents));
});

const results = ({ contents }: LogDocument) =>
  contents.experiments.flatMap(({ title, actualResult }) => (actualResult === '' ? [] : [[title, actualResult]]));

test('what stands behind the day or the mark of an item came of it, with the lines that go on with it', () => {
  expect(results(board('to-try'))).toEqual([
    ['Pairing on Fridays', 'fewer bugs came back, we keep it'],
    ['Silent writing before the retro', 'everybody speaks now'],
    ['Estimating in hours', 'nobody believed the numbers'],
  ]);
  expect(results(board('months')).map(([title]) => title)).toEqual([
    'Demo every other Friday',
    'One channel for alarms',
    'Stand-up by chat',
  ]);
  expect(results(board('wrapped'))).toContainEqual([
    'Free Thursday evening',
    '200 more guests,\nmost of them under thirty',
  ]);
});

test('a month or a year alone is no day, and is shown as text that is left', () => {
  expect(describeLog(board('months')).left.map(({ text }) => text)).toEqual([
    'since Jan 2026',
    '12 Jan',
    'Nov 2025',
    'Oct 2025',
  ]);
});

test('an item moves to the section of its new status as it stands', () => {
  const document = board('to-try');
  const item = '- Stand-up at ten (since 2026-03-02)\n';
  // Newest first, as the days in it are.
  expect(changed(document, 'Stand-up at ten', { status: 'Completed' })).toBe(
    document.text.replace(item, '').replace('## Tried\n', `## Tried\n${item}`),
  );
  expect(changed(document, 'Stand-up at ten', { status: 'Proposed' })).toBe(
    document.text.replace(item, '').replace('## To try\n', `## To try\n${item}`),
  );
});

test('what came of an item is put, changed and taken away behind what parts it, and goes below where it has lines', () => {
  const document = board('to-try');
  const item = '- Stand-up at ten (since 2026-03-02)';
  expect(changed(document, 'Stand-up at ten', { actualResult: 'All come.' })).toBe(
    document.text.replace(item, `${item}: All come.`),
  );
  expect(changed(document, 'Estimating in hours', { actualResult: 'No.' })).toBe(
    document.text.replace('nobody believed the numbers', 'No.'),
  );
  expect(changed(document, 'Estimating in hours', { actualResult: '' })).toBe(
    document.text.replace(': nobody believed the numbers', ''),
  );
  expect(changed(document, 'Estimating in hours', { actualResult: 'No.\n\nNever.' })).toBe(
    document.text.replace(': nobody believed the numbers', '\n  - **Actual Result:** No.\n\n    Never.'),
  );
});

test.each(['to-try', 'bold', 'months', 'colons-inside', 'sections', 'days-first', 'tasks'])(
  'on the board %s any title and result reads back as it was typed',
  (name) => {
    const document = board(name);
    const kept = keptOf(document.shape);
    expect(readLog(document.text, kept).contents).toEqual(document.contents);
    const changes: Partial<Experiment>[] = [
      { title: 'Daily: at ten' },
      { title: 'Bread — thin' },
      { title: 'Bread (Jan 2026)' },
      { actualResult: 'Jan 2026' },
      { actualResult: 'less: half — or so' },
    ];
    for (const { title } of document.contents.experiments) {
      for (const change of changes) {
        const { experiments } = readLog(changed(document, title, change), kept).contents;
        expect(experiments).toContainEqual(expect.objectContaining(change));
        expect(experiments).toHaveLength(document.contents.experiments.length);
      }
    }
  },
);

test('a new experiment is an item of the section of its status, with what its line has no place for below it', () => {
  const document = board('verdicts');
  const { contents } = document;
  const [first] = contents.experiments;
  if (!first) throw new Error('Nothing was read.');
  const added = { ...first, id: '?9', title: 'Maps: two', status: 'Active', date: '2026-05-04', hypothesis: 'Found.' };
  expect(
    writeLog(document, { ...contents, experiments: [...contents.experiments, added] }, { today: '2026-05-04' }),
  ).toBe(document.text.replace('- Key box', '- Maps: two (2026-05-04)\n  - **Hypothesis:** Found.\n- Key box'));
});

test('a new experiment without a title is an item of its own, whatever its fields are', () => {
  const document = readLog('## Active Experiments\n* #\n- item\n## Completed Experiments');
  const { contents } = document;
  const added = { ...emptyExperiment(), id: '?9', status: 'Proposed', other: '**Note:**\n  - nested item' };
  const written = writeLog(
    document,
    { ...contents, experiments: [...contents.experiments, added] },
    { today: '2026-05-04' },
  );
  const [first, second, third, ...others] = readLog(written, keptOf(document.shape)).contents.experiments;
  expect([first, second].map((one) => [one?.title, one?.status, one?.other])).toEqual([
    ['', 'Active', ''],
    ['item', 'Active', ''],
  ]);
  expect([third?.title, third?.status, third?.other]).toEqual(['', 'Proposed', '**Note:**\n  - nested item']);
  expect(others).toEqual([]);
});

test('what a person says to be ideas on a board are no experiments', () => {
  const { text } = board('to-try');
  const { contents } = readLog(text, { sections: { 'to try': 'candidates' } });
  expect(contents.experiments).toHaveLength(5);
  expect(contents.candidates.map(({ idea }) => idea)).toContain('Walking one-to-ones');
});

test('a log whose items have labels is read by these, whatever its sections say', () => {
  const { shape } = readLog(readFileSync('test/fixtures/kinds/bulleted-items.md', 'utf8'));
  expect(shape.board).toBeUndefined();
});

test.each([
  [
    'actions of a meeting',
    '# Meeting 12 March\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Call the bank | Ann | 2026-03-20 | open |\n| Send minutes | Ben | 2026-03-13 | done |',
  ],
  [
    'actions of minutes',
    '# Minutes\n| # | Action | Raised | Owner | Status |\n|---|---|---|---|---|\n| 1 | Book the hall | 2026-01-05 | Ann | done |\n| 2 | Order cups | 2026-01-05 | Ben | open |',
  ],
  [
    'findings of an audit',
    '# Audit findings\n| Finding | Action | Raised | Owner | State | Outcome |\n|---|---|---|---|---|---|\n| Door open | Lock it | 2026-01-05 | Ann | closed | locked |\n| Lamp out | New one | 2026-01-05 | Ben | open | |',
  ],
  [
    'an interface',
    '# API\n| Action | Method | Status | Result |\n|---|---|---|---|\n| list | GET | 200 | users |\n| add | POST | 201 | user |',
  ],
  [
    'calls',
    '# Log of calls\n| Action | When | Who | Result |\n|---|---|---|---|\n| Called Ann | 2026-01-05 | Ben | not at home |\n| Wrote Cid | 2026-01-06 | Ben | answered |',
  ],
  [
    'risks',
    '# Risks\n| Risk | Action | Owner | Status | Outcome |\n|---|---|---|---|---|\n| Frost | Cover | Ann | open | |\n| Moth | Trap | Ben | done | none left |',
  ],
  [
    'incidents',
    '# Incident actions\n| Action | Raised | Owner | State | Outcome |\n|---|---|---|---|---|\n| Restart | 2026-01-05 | Ann | done | up |\n| Patch | 2026-01-06 | Ben | open | |',
  ],
  [
    'keys',
    '# Keyboard\n| Key | Action | Since | Keep? |\n|---|---|---|---|\n| F1 | help | 1.0 | yes |\n| F2 | save | 1.1 | no |',
  ],
  [
    'actions of a meeting and what came of them',
    '# Meeting notes\n| Action | Raised | Owner | Status | Outcome |\n|---|---|---|---|---|\n| Book the hall | 2026-01-05 | Ann | done | booked |\n| Order cups | 2026-01-05 | Ben | open | |',
  ],
  [
    'what was taken',
    '# Medication\n| What | When | Result | Keep? |\n|---|---|---|---|\n| Drops | 2026-01-05 | fine | yes |\n| Tea | 2026-01-06 | none | no |',
  ],
  [
    'tasks',
    '# To-do\n| Task | Raised | Owner | State | Outcome |\n|---|---|---|---|---|\n| Paint | 2026-01-05 | Ann | done | white |\n| Door | 2026-01-06 | Ben | open | |',
  ],
  [
    'resolutions',
    '# Board of directors\n| # | Resolution | Date | Status | Outcome |\n|---|---|---|---|---|\n| 1 | Buy land | 2026-01-05 | carried | bought |\n| 2 | Sell barn | 2026-01-06 | open | |',
  ],
])('a table of %s is no log, and its rows can be pointed to', (_, text) => {
  expect(refusalOf(readLog(text))).toMatch(/^No experiments .*a table of 2 rows/);
  expect(readLog(text, { level: 7, isPointed: true }).contents.experiments).toHaveLength(2);
});

const KINDS = join(import.meta.dirname, '../fixtures/kinds');

test.each(readdirSync(KINDS).filter((name) => name.startsWith('board-')))(
  'in %s a label that the template does not know goes below the item',
  (name) => {
    const document = readLog(readFileSync(join(KINDS, name), 'utf8'));
    const { experiments } = document.contents;
    for (const experiment of experiments) {
      const changed = { ...experiment, other: '**Weather:** fine' };
      const wanted = experiments.map((one) => (one === experiment ? changed : one));
      const text = writeLog(document, { ...document.contents, experiments: wanted }, { today: '2026-05-04' });
      const lines = document.text.split('\n');
      expect(text.split('\n').filter((line) => !lines.includes(line))).toEqual(['  - **Weather:** fine']);
    }
  },
);
