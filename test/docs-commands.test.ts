// Every command that the documents show is known here, and is run as far as it goes on this machine. Four lists say how far that is;
// a command that a document gains or loses has to be added to one of them, or taken out.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { performancePage } from '../bench/report.ts';
import { hostParts, longParts, PROOFS } from '../scripts/reliability-parts.mjs';
import { copyProject, NPM, removeCopy } from './project-copy.ts';
import { IS_LONG } from './server/figures.ts';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '..');
const LOG = resolve(__dirname, 'fixtures/tea-house.md');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const SCRIPTS: Record<string, string> = JSON.parse(read('package.json')).scripts;

/** A copy, because commands build: the other tests read what is built here at the same time. */
let copy: string;
beforeAll(() => {
  copy = copyProject(['workbench', 'test', 'docs', 'bench', 'biome.json', '.gitignore', 'jest.config.js']);
});
afterAll(() => removeCopy(copy));

/** The tests whose figures stand on the page, and the parts of the whole. */
const COUNTING = PROOFS.filter(({ shares }) => shares > 0);
const PARTS = longParts().map(({ name }) => name);

const SMALL_BENCH = ['--sizes', '10', '--rounds', '1', '--only', 'edit one cell'];

/** What runs here, in the copy. Where a document has a placeholder, something real stands in its place. */
const RUN_HERE: Record<string, () => void | Promise<void>> = {
  'npm start': async () => {
    expect(await savedByWorkbench([])).toContain('K-BAKE-001');
  },
  'npm start -- --fresh --log path/to/KAIZEN_LOG.md': async () => {
    expect(await savedByWorkbench(['--fresh', '--log', LOG])).toContain('K-TEA-001');
  },
  'npm run roundtrip -- path/to/KAIZEN_LOG.md': () => {
    expect(npm('run', 'roundtrip', '--', LOG)).toContain('tea-house.md came back byte for byte.');
  },
  'npm run format': () => {
    const file = join(copy, 'sample/bakery-log.ts');
    const formed = readFileSync(file, 'utf8');
    writeFileSync(file, formed.replaceAll(';\n', '   ;\n'));
    npm('run', 'format');
    expect(readFileSync(file, 'utf8')).toBe(formed);
  },
  // With one operation at the smallest size; all of them take minutes.
  'npm run bench': () => {
    expect(npm('run', 'bench', '--', ...SMALL_BENCH)).toContain('edit one cell');
  },
  // The page holds every operation, and names what it was measured with; here it is made of what was measured just before.
  'npm run bench -- --write': () => {
    expect(() => npm('run', 'bench', '--', '--write', ...SMALL_BENCH)).toThrow(
      'The page in docs holds every operation',
    );
    const page = performancePage(JSON.parse(readFileSync(join(copy, 'build/bench.json'), 'utf8')));
    expect(page).toContain(`\`npm run bench -- ${SMALL_BENCH.join(' ')}\` measured all of this`);
    expect(page).toContain('| edit one cell |');
  },
  // Against itself: any built checkout will do.
  'npm run bench -- --against FOLDER': () => {
    expect(npm('run', 'bench', '--', ...SMALL_BENCH, '--against', copy)).toMatch(/^edit one cell .* ×$/m);
  },
  'npm run reliability': () => {
    putCountingTests();
    npm('run', 'reliability');
    expect(writtenReliability()).toContain('Written by `npm run reliability`, which');
  },
  'npm run reliability -- --parts': () => {
    expect(npm('run', 'reliability', '--', '--parts').split('\n')).toEqual(expect.arrayContaining(PARTS));
  },
  // What its parts are; each takes minutes.
  'npm run reliability -- --hosts': () => {
    const listed = npm('run', 'reliability', '--', '--hosts', '--parts');
    expect(listed.split('\n')).toEqual(expect.arrayContaining(hostParts().map(({ name }) => name)));
  },
  'npm run reliability -- --long --part NAME': () => {
    putCountingTests();
    for (const part of PARTS.slice(0, 2)) {
      expect(npm('run', 'reliability', '--', '--long', '--part', part)).toMatch(
        /stays as it was until these parts were run/,
      );
    }
  },
  // All but two parts as if they had run, so that each of them need not start.
  'npm run reliability -- --long': () => {
    keepAllParts();
    expect(npm('run', 'reliability', '--', '--long', '--page')).toContain(
      'was written by npm run reliability -- --long',
    );
    expect(writtenReliability()).toContain('Written by `npm run reliability -- --long`, which');
  },
  // A few cases instead of a million.
  'KAIZEN_RUNS=1000000 npx jest test/log': () => {
    const jestBin = join(ROOT, 'node_modules/jest/bin/jest.js');
    const env = { ...environment(), KAIZEN_RUNS: '20' };
    execFileSync(process.execPath, [jestBin, 'test/log/lossless'], { cwd: copy, encoding: 'utf8', env, stdio: 'pipe' });
  },
  // One picture; all of them take a minute, and the tests of sidebar and dashboard visit what they show.
  'npm run screenshots': () => {
    rmSync(join(copy, 'docs/workbench.png'));
    npm('run', 'screenshots', '--', 'workbench');
    expect(readFileSync(join(copy, 'docs/workbench.png')).subarray(1, 4).toString()).toBe('PNG');
  },
  'npm run conformance:build': () => {
    npm('run', 'conformance:build');
    expect(readdirSync(join(copy, 'build/conformance'))).toEqual(
      expect.arrayContaining(['Code.js', 'appsscript.json']),
    );
  },
  'npm run conformance:build -- SCRIPT_ID': () => {
    npm('run', 'conformance:build', '--', 'some-script-id');
    expect(readFileSync(join(copy, 'build/conformance/.clasp.json'), 'utf8')).toContain('some-script-id');
  },
  'npm run guide:moves': () => {
    npm('run', 'guide:moves');
    expect(readFileSync(join(copy, 'docs/user-guide.md'), 'utf8')).toBe(read('docs/user-guide.md'));
  },
  'npm run memory:page': () => {
    rmSync(join(copy, 'docs/memory.md'));
    npm('run', 'memory:page');
    expect(readFileSync(join(copy, 'docs/memory.md'), 'utf8')).toBe(read('docs/memory.md'));
  },
  'npm run conformance:table': () => {
    npm('run', 'conformance:table');
    expect(readFileSync(join(copy, 'docs/conformance.md'), 'utf8')).toBe(read('docs/conformance.md'));
  },
  'npm run conformance:table -- --report FILE': () => {
    const report = join(copy, 'report.md');
    writeFileSync(report, "| prefix | '=1+1 is the text =1+1 and no formula | as expected |\n");
    expect(npm('run', 'conformance:table', '--', '--report', report)).toContain(
      '1 behaviours of the report were taken in',
    );
    expect(readFileSync(join(copy, 'docs/conformance.md'), 'utf8')).toMatch(/no formula \| seen \|/);
  },
  'npm run release:folder': () => {
    expect(npm('run', 'release:folder')).toContain('No listing for the Marketplace was written');
    const { version } = JSON.parse(read('package.json'));
    const folder = readdirSync(join(copy, `build/release/kaizen-log-${version}`));
    const pages = readdirSync(join(copy, 'dist')).filter((name) => name.endsWith('.html'));
    // The kinds of files that docs/install-by-hand.md, here INSTALL.md, tells how to paste.
    expect(folder.sort()).toEqual(['Code.gs', 'INSTALL.md', 'appsscript.json', ...pages].sort());
  },
};

/** What of it is left to the long runs: each takes more seconds than a change should wait for. */
const ONLY_IN_LONG_RUNS = [
  'npm start',
  'npm start -- --fresh --log path/to/KAIZEN_LOG.md',
  'npm run roundtrip -- path/to/KAIZEN_LOG.md',
  'npm run format',
  'npm run bench',
  'npm run bench -- --write',
  'npm run bench -- --against FOLDER',
  'npm run reliability',
  'npm run reliability -- --parts',
  'npm run reliability -- --hosts',
  'npm run reliability -- --long --part NAME',
  'npm run reliability -- --long',
  'KAIZEN_RUNS=1000000 npx jest test/log',
  'npm run screenshots',
  'npm run release:folder',
];

/** What other tests run, and the words by which they do. */
const RUN_BY_OTHER_TESTS: Record<string, { file: string; words: string }> = {
  // Through the real clasp; what Google would do is done by a stand-in, and npm run check is only noted.
  'npm run login': { file: 'test/google/stand-in.test.ts', words: "desk.run(['login']" },
  'npm run create': { file: 'test/google/clasp-alone.test.ts', words: "desk.run(['create']" },
  'npm run create -- --parent SPREADSHEET_ID': {
    file: 'test/google/stand-in.test.ts',
    words: "desk.run(['create', '--parent'",
  },
  'npm run push': { file: 'test/google/stand-in.test.ts', words: "desk.run(['push']" },
  'npm run open': { file: 'test/google/clasp-alone.test.ts', words: "desk.run(['open']" },
  'npm run release -- patch': { file: 'test/google/stand-in.test.ts', words: "desk.run(['release', 'patch']" },
};

/** What runs with every change under continuous integration, but not inside a test: it installs, or runs the tests themselves. */
const RUN_BY_CI = [
  'npm ci',
  'npm test',
  'npm run check',
  'KAIZEN_PRIVATE_LOGS=path/to/LOG.md npm test',
  'npx jest test/domain/duration',
  // With twenty sequences instead of five hundred.
  'KAIZEN_UNDO_RUNS=500 npx jest test/workbench/host/history',
  // With one sequence of 30 acts instead of ten of 200.
  'KAIZEN_KEY_RUNS=10 npx jest test/e2e/grid-sequences',
  // Every night, in the part pages-3.
  'KAIZEN_LONG=1 npx jest test/e2e/template-field',
  // Every night, in the part pages-1 of the long runs.
  'KAIZEN_LONG=1 npx jest test/e2e/looks',
  // In the workflow: it asks npm's registry.
  'npm audit --omit=dev',
];

/** What is not run: it takes minutes, needs Google, or writes into the sources. Only that it could start is looked at. */
const ONLY_LOOKED_AT: Record<string, () => void> = {
  'npx clasp login': () => expect(claspHelp('login')).toContain('Log in'),
  'npx clasp login --no-localhost': () => expect(claspHelp('login')).toContain('--no-localhost'),
  'npx clasp push --force': () => expect(claspHelp('push')).toContain('--force'),
};

test('the documents show these commands and no others', () => {
  const known = [
    ...Object.keys(RUN_HERE),
    ...Object.keys(RUN_BY_OTHER_TESTS),
    ...RUN_BY_CI,
    ...Object.keys(ONLY_LOOKED_AT),
  ];
  expect([...commandsInDocuments()].sort()).toEqual(known.sort());
});

test('a command is found in a code block, beside its comment, and inside a sentence, across a line end too', () => {
  const text =
    'Run `npm run\npush`, or `A=1 npx jest x`.\n\n```sh\nnpm start   # opens\ncd x && node y.mjs\n```\n`package.json` is none.';
  expect(commandsIn(text)).toEqual(['npm start', 'node y.mjs', 'npm run push', 'A=1 npx jest x']);
});

describe('runs here:', () => {
  const commands = Object.keys(RUN_HERE).filter((command) => IS_LONG || !ONLY_IN_LONG_RUNS.includes(command));
  test.each(commands)('%s', async (command) => {
    await RUN_HERE[command]?.();
  });
});

test.each(Object.entries(RUN_BY_OTHER_TESTS))('another test runs what is behind %s', (command, { file, words }) => {
  expect(read(file).replaceAll(/\s+/g, ' ')).toContain(words);
  const name = /^npm run (\w+)/.exec(command)?.[1] ?? '';
  expect(SCRIPTS[name]).toBe(`node scripts/google/main.mjs ${name}`);
});

test('continuous integration installs and runs npm run check, which is lint, types and tests', () => {
  for (const file of ['.ci/run', '.github/workflows/check.yml']) {
    expect(read(file)).toMatch(/\bnpm ci\b/);
    expect(read(file)).toMatch(/\bnpm run check\b/);
  }
  expect(SCRIPTS.check).toBe('npm run lint && npm run types && npm test --');
  expect(read('.ci/run')).toContain('export KAIZEN_PRIVATE_LOGS');
});

describe('is only looked at, not run:', () => {
  test.each(Object.keys(ONLY_LOOKED_AT))('%s', (command) => {
    ONLY_LOOKED_AT[command]?.();
  });
});

function commandsInDocuments(): Set<string> {
  const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  const files = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];
  return new Set(files.flatMap((file) => commandsIn(read(file))));
}

/** The commands for npm, npx and node in a Markdown text: those in code blocks, then those inside sentences. */
function commandsIn(text: string): string[] {
  const block = /^ *```[^\n]*\n([\s\S]*?)^ *```/gm;
  const lines = [...text.matchAll(block)]
    .flatMap(([, code = '']) => code.split('\n'))
    .flatMap((line) => line.replace(/\s#.*$/, '').split('&&'));
  const spans = [...text.replaceAll(block, '').matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  return [...lines, ...spans]
    .map((command) => command.replaceAll(/\s+/g, ' ').trim())
    .filter((command) => /^(?:\w+=\S+ )*(?:npm|npx|node) /.test(command));
}

/** What a build in the copy has made, by the command: nothing there changes what is built, so that it need not be made again. */
const made = new Set<string>();

/** Runs a script of package.json as npm does, but for builds that have been made. */
function npm(...args: string[]): string {
  const [run, name = '', dashes, ...more] = args;
  if (run !== 'run' || (dashes ?? '--') !== '--') throw new Error(`npm ${args.join(' ')} is no script with arguments.`);
  const steps = (SCRIPTS[name] ?? '').split(' && ');
  let said = '';
  for (const [index, step] of steps.entries()) {
    if (/^node scripts\/build\.mjs\b/.test(step)) {
      if (made.has(step) || made.has('node scripts/build.mjs --workbench')) continue;
      made.add(step);
    }
    const [program = '', ...words] = step.split(' ');
    const given = index === steps.length - 1 ? more : [];
    const file = program === 'node' ? process.execPath : join(copy, 'node_modules/.bin', program);
    said += execFileSync(file, [...words, ...given], { cwd: copy, encoding: 'utf8', env: environment() });
  }
  return said;
}

/** Puts small tests in the place of those that count, which run as part of all tests anyway and take minutes. */
function putCountingTests(): void {
  for (const { name, test: file } of COUNTING) {
    const figures = `${relative(join(file, '..'), 'test/server/figures.ts')}`.replaceAll('\\', '/');
    const lines = [
      "import { test } from '@jest/globals';",
      `import { report } from '${figures.startsWith('.') ? figures : `./${figures}`}';`,
      `test('counts', () => report('${name}', { 'things counted here': 7 }));`,
    ];
    writeFileSync(join(copy, file), lines.join('\n'));
  }
}

/** Keeps figures for every part that has none yet, as a run of it would. */
function keepAllParts(): void {
  const folder = join(copy, 'build/reliability');
  const { built } = JSON.parse(readFileSync(join(folder, `${PARTS[0]}.json`), 'utf8'));
  for (const part of PARTS) {
    const file = join(folder, `${part}.json`);
    if (!existsSync(file))
      writeFileSync(file, JSON.stringify({ part, built, minutes: 1, figures: { log: { cases: 5 } } }));
  }
}

function writtenReliability(): string {
  const page = readFileSync(join(copy, 'docs/reliability.md'), 'utf8');
  expect(page).toMatch(/^\| things counted here \| \d+ \|$/m);
  return page;
}

function environment() {
  return { ...process.env, npm_config_update_notifier: 'false' };
}

const helps = new Map<string, string>();
function claspHelp(command: string): string {
  const help = helps.get(command) ?? askForHelp(command);
  helps.set(command, help);
  return help;
}

function askForHelp(command: string): string {
  return execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/@google/clasp/build/src/index.js'), command, '--help'],
    { encoding: 'utf8' },
  );
}

/** Runs `npm start` until the page answers; hands out what it has saved when it has ended. */
async function savedByWorkbench(args: string[]): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'kaizen-start-'));
  const child = spawn(
    process.execPath,
    [NPM, 'start', '--', '--no-open', '--port', '0', '--data', data, ...args],
    // A group of its own, so that what npm starts ends with it.
    { cwd: copy, env: environment(), detached: true },
  );
  try {
    const response = await fetch(await addressOf(child));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Kaizen Log</title>');
  } finally {
    const ended = new Promise((done) => child.once('close', done));
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await ended;
  }
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) => join(data, name));
  const saved = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, 'utf8'));
  removeCopy(data);
  return saved.join('\n');
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
        const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
        if (url !== undefined) found(url);
      });
    }
    child.once('close', () => failed(new Error(`npm start ended: ${said}`)));
  });
}
