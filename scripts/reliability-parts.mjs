// What the register is tried with, and the parts in which the whole of it runs: none may take longer than ten minutes on two cores.

/**
 * @typedef {object} Proof
 * @property {string} name under which its test reports
 * @property {string} test
 * @property {string} title
 * @property {string} text what it does
 * @property {readonly string[]} once figures that parts do not add to: sizes, and the number of things there are
 * @property {Record<string, string>} [remains] which of its figures count what remains possible, and why it does
 * @property {number} shares in how many parts it is tried, each with its share of the cases; 0 where it has parts of its own kind
 */

/** @type {readonly Proof[]} In the order of the page. */
export const PROOFS = [
  {
    name: 'faults',
    test: 'test/server/proofs/faults.test.ts',
    title: 'A fault at a service call',
    text: `Edits of one cell, new rows, pastes, forms, closing out, promoting and moving candidates, Check register, its fixes, set-up and
repair run with one service call failing: quota, permission, timeout, service error, or the execution killed on the spot. Afterwards no
text that a person entered is missing; somebody else's Check register leaves no row without its ID and no ID twice; the next new row gets
an ID that never stood anywhere; and doing it again ends where it would have ended without the fault.`,
    once: ['operations'],
    shares: 6,
  },
  {
    name: 'import-and-export',
    test: 'test/server/proofs/recovery.test.ts',
    title: 'The same, of import and export',
    text: `Importing into an empty and into a filled register, and exporting with and without changes that others made to the file. Running
it again ends with the same rows, candidates, settings, rules and file, byte for byte.`,
    once: ['operations'],
    shares: 4,
  },
  {
    name: 'all-or-nothing',
    test: 'test/server/proofs/all-or-nothing.test.ts',
    title: 'All or nothing',
    text: `The same of an import that changes, adds and takes away and of exports: where it answers that it failed, the sheets, the agreed texts,
the properties and the files are as before; where it was ended on the spot, somebody else's next click finishes what it began in the
register; and doing it again ends where it would have ended.`,
    once: [],
    shares: 4,
  },
  {
    name: 'contention',
    test: 'test/server/proofs/contention.test.ts',
    title: 'Many people at once',
    text: `2, 5 and 20 people add, type, save forms that they opened a while ago, close out, check and export; while one works, another's
whole operation runs inside one of the service calls. Each text that was written stands, unless a later one replaced it or its writer was
told; no ID changes or is given twice; nobody waits for the lock longer than ten seconds, and a form that could not be saved is saved
once it is sent again. Where two people write into the very same cell at the same moment, the later one stands, as in Sheets itself. Then
20 people work while others sort, insert, delete and move rows and columns inside these calls, and every word ends in its experiment.`,
    once: ['seconds waited at most'],
    shares: 4,
  },
  {
    name: 'in-between',
    test: 'test/server/proofs/in-between.test.ts',
    title: 'Somebody else in the middle',
    text: `Typing, pasting, moves of a status, forms, promotion, Check register and its fixes, import, export, sync, an approved removal and
previews, each with an act of somebody else before one of its service calls or between two ranges that one call writes, under no lock: sorting, inserting a row, deleting another
row, moving and inserting a column, typing in another and in the same row, renaming a header, another person's form, undo, writing into the
log's file in Drive. What stands in
register, candidates and file is compared with what the two leave one after the other, in either order: no word, ID or stamp may be
lost, doubled or in another row. Due, Timing, Findings and notes may be late until the row's next edit or check, and are counted.`,
    once: ['operations', 'acts'],
    remains: {
      'worked out late':
        'Due, Timing, Findings and notes are written without a look before and after, since that would cost every edit two reads: the row’s next edit or the next check puts them right.',
      'written over at that very call':
        'An edit that changes nothing but these reads once and writes once. Somebody who moves a column between the two, which is one call wide, has them lie over what stood in the column that is there now: it is in the version history. A column that is inserted or deleted is noticed and put right.',
      'typed over in the very same cell':
        'Sheets cannot compare before it writes. Forms, fixes, imports and syncs look at the cell directly before they write, and ask between whether a sheet that is full has grown, and where new rows come along whether there is room: what somebody types there in this moment lies under what is written, in the version history, as where two people type into one cell.',
    },
    shares: 10,
  },
  {
    name: 'two-people',
    test: 'test/server/proofs/two-people.test.ts',
    title: 'Two people with a file each',
    text: `Two people export to files of their own, in turns, while titles change in the register and in both files. After each export register
and file say the same, and it is what either side changed last, or what was answered where both had changed it.`,
    once: [],
    shares: 2,
  },
  {
    name: 'vandalism',
    test: 'test/server/proofs/vandalism.test.ts',
    title: 'What people do to sheets',
    text: `Random sequences of sorting (whole, in part, the header too), deleting, inserting, moving and hiding rows and columns, renaming
sheets, pasting and clearing anywhere, undo, and the loss of all formats and rules, with operations in between. Each act is done a second
time in a spreadsheet without the add-on: the cells of people must be the same in both. After each repair and check, another repair and
check change nothing, and no text is gone but what was typed into columns that ask before they are overwritten.`,
    once: [],
    shares: 2,
  },
  {
    name: 'people',
    test: 'test/server/proofs/people/rows.test.ts',
    title: 'What people do',
    text: `What a careful person expects: what was typed or pasted stands, a wrong pick can be taken back, IDs are kept, own sheets are left
alone. Each line is a trial by name, and the number says how often it held.`,
    once: [],
    shares: 1,
  },
  {
    name: 'people-sheets',
    test: 'test/server/proofs/people/sheets.test.ts',
    title: 'What people do beside the register',
    text: 'Sheets and columns of their own: each line is a trial by name, and the number says how often it held.',
    once: [],
    shares: 1,
  },
  {
    name: 'people-columns',
    test: 'test/server/proofs/people/columns.test.ts',
    title: 'What people do to columns',
    text: 'A column renamed, moved or deleted is asked about: each line is a trial by name, and the number says how often it held.',
    once: [],
    shares: 1,
  },
  {
    name: 'people-pages',
    test: 'test/server/proofs/people/pages.test.ts',
    title: 'What people do in forms, previews and lists',
    text: 'Forms sent again, previews, impossible days, rows that moved: each line is a trial by name, and the number says how often it held.',
    once: [],
    shares: 1,
  },
  {
    name: 'people-logs',
    test: 'test/server/proofs/people/logs.test.ts',
    title: 'What people know of their log',
    text: 'What a log writes otherwise than it is read: each line is a trial by name, and the number says how often it held.',
    once: [],
    shares: 1,
  },
  {
    name: 'people-ways',
    test: 'test/server/proofs/people/ways.test.ts',
    title: 'What people do while something stands in the way',
    text: `Rows hidden by a filter, a sheet that is protected, somebody who may only look, a long register: each line is a trial by name, and the
number says how often it held.`,
    once: [],
    shares: 1,
  },
  {
    name: 'counts',
    test: 'test/server/proofs/counts.test.ts',
    title: 'Everything counts alike',
    text: `Random registers with much that is wrong in them: the dashboard, the sidebar, Check register and the Findings column name the same
experiments and say the same of them.`,
    once: [],
    shares: 1,
  },
  {
    name: 'hostile-text',
    test: 'test/server/proofs/hostile-text.test.ts',
    title: 'Hostile text',
    text: `Formulas, markup, control characters, other scripts and paths, in every field of a form, as a log, as a candidate, a setting, a file's
and a sheet's name: each is kept letter by letter, nothing of it is calculated, and every page goes on answering.`,
    once: ['texts', 'of them tried everywhere'],
    shares: 1,
  },
  {
    name: 'time',
    test: 'test/server/proofs/time.test.ts',
    title: 'Days, years and zones',
    text: `Leap days, ends of years, skipped midnights, changes of clocks, spreadsheets in other zones than the script, a zone changed
after a year of data, and days before 1900 and after 9999: the day that was typed stays the day, in the cell, the form, after a check and
in the log.`,
    once: [],
    shares: 1,
  },
  {
    name: 'size',
    test: 'test/server/proofs/size.test.ts',
    title: 'Size',
    text: `Large registers cost the same calls as small ones; texts that fill a cell go through form, check, export and import; many
entities with long names work. What exceeds a limit of Google's (50,000 characters in a cell, 500 choices in a dropdown, 9 KB in a
property, 10 million cells, 50 MB handed to Drive) is refused before anything is written, with the limit named.`,
    once: ['experiments at most', 'characters in a cell', 'entities'],
    shares: 1,
  },
  {
    name: 'budget',
    test: 'test/server/budget.test.ts',
    title: 'Service calls',
    text: 'At every size each operation makes no more service calls than `bench/budget.json` allows it.',
    once: ['operations', 'experiments at most'],
    shares: 4,
  },
  {
    name: 'local-edits',
    test: 'test/server/log/local-edits.test.ts',
    title: 'One edit, one experiment',
    text: `Logs in the shapes of other teams are imported, each experiment gets another status, title and learning, or its row is deleted; a
new one is added; headers are changed and brought back. The exported log differs in the lines of that experiment alone, apart from the
date, separators, and the heading of a section that it lacked.`,
    once: [],
    shares: 1,
  },
  {
    name: 'log',
    test: 'test/log',
    title: 'Any log',
    text: `Logs and experiments of any text, made at random: a log comes out as it went in, experiments come back as they were, a change leaves
every other byte alone, and a merge takes the one side that changed.`,
    once: [],
    shares: 0,
  },
];

/** Whose cases the parts of the whole count, because its tests are not in the short run of these: the properties of the log. */
const LOG = { cases: 1_000_000, shares: 8 };

/** The same of what a person does in the grid with a browser's keys. */
const KEYS = { runs: 10, shares: 5 };

/** In how many parts durations are invented and read, a seed each. */
const DURATIONS = 2;

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} files which tests, as jest takes them
 * @property {Record<string, string>} env
 */

/** @type {Part} What `npm test` runs of it, in one go. */
export const SHORT = {
  name: 'short',
  files: PROOFS.filter(({ shares }) => shares > 0).map(({ test }) => test),
  env: {},
};

/** All parts of the whole. @returns {readonly Part[]} */
export function longParts() {
  const proofs = PROOFS.flatMap(({ name, test, shares }) =>
    Array.from({ length: shares }, (_, index) => ({
      name: shares === 1 ? name : `${name}-${index + 1}`,
      files: [test],
      env: { KAIZEN_LONG: '1', KAIZEN_SHARE: `${index + 1}/${shares}` },
    })),
  );
  const log = Array.from({ length: LOG.shares }, (_, index) => ({
    name: `log-${index + 1}`,
    files: ['test/log'],
    env: { KAIZEN_RUNS: String(LOG.cases / LOG.shares) },
  }));
  // What a person does in the workbench's grid and takes back again.
  const undo = { name: 'undo', files: ['test/workbench/host/history'], env: { KAIZEN_UNDO_RUNS: '500' } };
  // The same by the keys of a browser.
  const keys = Array.from({ length: KEYS.shares }, (_, index) => ({
    name: `keys-${index + 1}`,
    files: ['test/e2e/grid-sequences'],
    env: { KAIZEN_KEY_RUNS: String(KEYS.runs), KAIZEN_SHARE: `${index + 1}/${KEYS.shares}` },
  }));
  const durations = Array.from({ length: DURATIONS }, (_, index) => ({
    name: `durations-composed-${index + 1}`,
    files: ['test/domain/duration/composed'],
    env: { KAIZEN_LONG: '1', KAIZEN_SHARE: `${index + 1}/${DURATIONS}` },
  }));
  const others = [
    // Each execution with freshly loaded scripts, as on Google.
    {
      name: 'fresh-rows',
      files: ['test/server/rows', 'test/server/[^/]*\\.test', '--testPathIgnorePatterns', 'budget'],
    },
    { name: 'fresh-log', files: ['test/server/(log|learnt)', '--testPathIgnorePatterns', 'local-edits'] },
    { name: 'fresh-upkeep', files: ['test/server/upkeep'] },
    { name: 'mutations', files: ['test/log/(mutations|refusals)'] },
    { name: 'durations', files: ['test/domain/duration', '--testPathIgnorePatterns', 'composed'] },
    // What the documents show, what clasp and Google answer, and that each switch is what it is said to be.
    { name: 'commands', files: ['test/docs-commands', 'test/google', 'test/build', 'test/conformance\\.test'] },
    // What a person sees, in a browser.
    { name: 'pages-1', files: ['test/e2e/(dashboard|sidebar|looks)'] },
    {
      name: 'pages-2',
      files: ['test/e2e/(main-job|first-minutes|register|hostile-text|drafts|day-by-keys|self-check|grid-keys)'],
    },
    {
      name: 'pages-3',
      files: [
        'test/e2e/(sheet|trackers|sync|any-log|owner|score|benefit|learnt|learnt-views|rollout|template-field|columns-and-check|kept-text|long-preview|offline|protection|tried-before|duration-line)',
      ],
    },
  ];
  return [
    ...proofs,
    ...log,
    undo,
    ...keys,
    ...durations,
    ...others.map((part) => ({ ...part, env: { KAIZEN_LONG: '1' } })),
  ];
}

/** The switches of the local host: what Google may do the other way. A test holds them to workbench/host/switches.ts. */
export const HOSTS = [
  'pages',
  'joinedDays',
  'rejectsAt',
  'undo',
  'newColumns',
  'apostrophe',
  'tables',
  'equalsSign',
  'refusedWrites',
  'listCase',
  'listMarks',
  'listWords',
  'rowEdges',
  'editValues',
  'replaced',
  'details',
];

/** The server's tests in parts of a few minutes each. How many calls an operation makes, and that the host is as specified, is held on the usual host alone. */
const SERVER_TESTS = {
  rows: ['test/server/rows', 'test/server/[^/]*\\.test'],
  log: ['test/server/(log|learnt)'],
  upkeep: ['test/server/upkeep'],
  proofs: ['test/server/proofs'],
};

/** Files that are held on the usual host alone. */
const USUAL_ALONE = '/test/server/(budget|upkeep/self-check)\\.test';

const REFUSED =
  'A Table has none of our rules that would refuse it: the register lets it in and says so in Findings, as test/server/upkeep/tables.test.ts shows.';
const DRAWN = 'What it is about is a cell’s own dropdown in the workbench’s grid, and no cell of a Table has one.';

/** Tests of rules and number formats themselves, which the columns of a Table have of their own, and why each says nothing on a Table. */
export const NOT_OF_TABLES = {
  'restores rules and number formats that were cleared': 'Google refuses both on a Table: there is nothing to restore.',
  'arrows of dropdowns reach 20 rows below the last experiment': 'A Table’s own dropdowns reach as far as the Table.',
  'a Table that is none differs': 'There every sheet is one.',
  'that do not exist are refused in the column': REFUSED,
  'the register refuses what is no date, no choice and no status': REFUSED,
  'a block with an entry that no dropdown offers says so': REFUSED,
  'a block with several entries that no dropdown offers lists them with the reason': REFUSED,
  'refuses what it does not offer where it stands, and nothing typed is lost': REFUSED,
  'and closes with Esc, back in the grid': DRAWN,
  'is filtered by typing, and Enter takes what is left': DRAWN,
};

/** In a browser, what a page looks like, the host itself and the workbench's own grid are held on the usual host alone. */
const NOT_IN_BROWSER = 'long\\.test|e2e/(conformance|chromium|grid-sequences)';

/** Each switch alone over all tests of the server, and over those in a browser. @returns {readonly Part[]} */
export function hostParts() {
  return HOSTS.flatMap((host) => {
    const env = { KAIZEN_HOST: host };
    if (host === 'pages')
      return [
        {
          name: 'host-pages',
          files: ['test/e2e/(main-job|sidebar-views|hostile-text)'],
          env: { ...env, KAIZEN_LONG: '1' },
        },
      ];
    const names = host === 'tables' ? ['--testNamePattern', `^(?!.*(?:${Object.keys(NOT_OF_TABLES).join('|')}))`] : [];
    return [
      ...Object.entries(SERVER_TESTS).map(([name, files]) => ({
        name: `host-${host}-${name}`,
        files: [...files, '--testPathIgnorePatterns', USUAL_ALONE, ...names],
        env,
      })),
      {
        name: `host-${host}-pages`,
        files: ['test/e2e', '--testPathIgnorePatterns', NOT_IN_BROWSER, ...names, '--selectProjects', 'browser'],
        env,
      },
    ];
  });
}
