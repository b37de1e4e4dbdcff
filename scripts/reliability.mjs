// Runs the tests of what the register survives and writes what they counted into docs/reliability.md: node scripts/reliability.mjs [--long]
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const figuresFolder = join(root, 'build/reliability');
const isLong = process.argv.includes('--long');

/** In the order of the page: the name its test reports under, the test, and what it does. */
const PROOFS = [
  {
    name: 'faults',
    test: 'faults',
    title: 'A fault at a service call',
    text: `Edits of one cell, new rows, pastes, forms, closing out, promoting and moving candidates, Check register, its fixes, set-up and
repair run with one service call failing: quota, permission, timeout, service error, or the execution killed on the spot. Afterwards no
text that a person entered is missing; somebody else's Check register leaves no row without its ID and no ID twice; the next new row gets
an ID that never stood anywhere; and doing it again ends where it would have ended without the fault.`,
  },
  {
    name: 'import-and-export',
    test: 'recovery',
    title: 'The same, of import and export',
    text: `Importing into an empty and into a filled register, and exporting with and without changes that others made to the file. Running
it again ends with the same rows, candidates, settings, rules and file, byte for byte.`,
  },
  {
    name: 'contention',
    test: 'contention',
    title: 'Many people at once',
    text: `2, 5 and 20 people add, type, save forms that they opened a while ago, close out, check and export; while one works, another's
whole operation runs inside one of the service calls. Each text that was written stands, unless a later one replaced it or its writer was
told; no ID changes or is given twice; nobody waits for the lock longer than ten seconds, and a form that could not be saved is saved
once it is sent again. Where two people write into the very same cell at the same moment, the later one stands, as in Sheets itself.`,
  },
  {
    name: 'vandalism',
    test: 'vandalism',
    title: 'What people do to sheets',
    text: `Random sequences of sorting (whole, in part, the header too), deleting, inserting, moving and hiding rows and columns, renaming
sheets, pasting and clearing anywhere, undo, and the loss of all formats and rules, with operations in between. Each act is done a second
time in a spreadsheet without the add-on: the cells of people must be the same in both. After each repair and check, another repair and
check change nothing, and no text is gone but what was typed into columns that ask before they are overwritten.`,
  },
  {
    name: 'time',
    test: 'time',
    title: 'Days, years and zones',
    text: `Leap days, ends of years, skipped midnights, changes of clocks, spreadsheets in other zones than the script, a zone changed
after a year of data, and days before 1900 and after 9999: the day that was typed stays the day, in the cell, the form, after a check and
in the log.`,
  },
  {
    name: 'size',
    test: 'size',
    title: 'Size',
    text: `Large registers cost the same calls as small ones; texts that fill a cell go through form, check, export and import; many
entities with long names work. What exceeds a limit of Google's (50,000 characters in a cell, 500 choices in a dropdown, 9 KB in a
property, 10 million cells, 50 MB handed to Drive) is refused before anything is written, with the limit named.`,
  },
];

rmSync(figuresFolder, { recursive: true, force: true });
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env, KAIZEN_FIGURES: figuresFolder };
delete env.KAIZEN_LONG;
if (isLong) env.KAIZEN_LONG = '1';
const files = PROOFS.map(({ test }) => `test/server/proofs/${test}.test.ts`);
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), '-i', ...files], {
  cwd: root,
  env,
  stdio: 'inherit',
});
if (status !== 0) {
  console.error('A test failed: docs/reliability.md stays as it was.');
  process.exit(1);
}

const sections = PROOFS.map(({ name, test, title, text }) => {
  const { figures } = JSON.parse(readFileSync(join(figuresFolder, `${name}.json`), 'utf8'));
  const rows = Object.entries(figures).map(([what, count]) => `| ${what} | ${count.toLocaleString('en')} |`);
  return [
    `## ${title}`,
    text,
    ['| | |', '| --- | ---: |', ...rows].join('\n'),
    `Test: \`test/server/proofs/${test}.test.ts\``,
  ].join('\n\n');
});
const command = `npm run reliability${isLong ? ' -- --long' : ''}`;
const page = `# What the register survives

Written by \`${command}\`, which runs the tests below through the real bundle in the local host and fails where one of them does. No figure
is typed by hand. ${
  isLong
    ? 'This is the long version; `npm test` runs a shorter one each time.'
    : 'This is the version that `npm test` runs each time; `npm run reliability -- --long` tries every call with every kind of fault, more people’s work and more sequences.'
}

${sections.join('\n\n')}
`;
writeFileSync(join(root, 'docs/reliability.md'), page);
console.log(`docs/reliability.md was written by ${command}.`);
