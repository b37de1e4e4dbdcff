// Runs the tests of what the register survives and writes what they counted into docs/reliability.md: node scripts/reliability.mjs
// [--long [--part NAME | --page]] [--hosts [--part NAME]] [--parts]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hostParts, longParts, PROOFS, SHORT } from './reliability-parts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEPT = join(ROOT, 'build/reliability');
const PAGE = join(ROOT, 'docs/reliability.md');

const { values: asked } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    hosts: { type: 'boolean', default: false },
    part: { type: 'string' },
    parts: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
  },
});

/** What was built: figures of one part and those of another belong on one page only where both are of the same. */
const built = createHash('sha256')
  .update(readFileSync(join(ROOT, 'dist/Code.js')))
  .digest('hex')
  .slice(0, 12);

/**
 * @typedef {import('./reliability-parts.mjs').Part} Part
 * @typedef {Record<string, number>} Figures
 * @typedef {{ part: string, built: string, minutes: number, figures: Record<string, Figures>, tables?: Record<string, Record<string, Record<string, Figures>>> }} Counted
 */

/**
 * Runs a part and keeps what it counted. False where a test failed.
 * @param {Part} part
 */
function run({ name, files, env }) {
  const folder = join(KEPT, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { KAIZEN_LONG: _long, KAIZEN_SHARE: _share, KAIZEN_RUNS: _runs, ...others } = process.env;
  const start = performance.now();
  const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), ...files];
  const { status } = spawnSync(process.execPath, jest, {
    cwd: ROOT,
    env: { ...others, ...env, KAIZEN_FIGURES: folder },
    stdio: 'inherit',
  });
  const minutes = (performance.now() - start) / 60_000;
  if (status !== 0) return false;
  /** @param {string} ending @param {RegExp} [not] */
  const kept = (ending, not = /^$/) =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((file) => file.endsWith(ending) && !not.test(file))
        .map((file) => [file.slice(0, -ending.length), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
    );
  const [figures, tables] = [kept('.json', /\.tables\.json$/), kept('.tables.json')];
  // What only this side knows: how many cases the properties of the log were tried on.
  if (env.KAIZEN_RUNS !== undefined) figures.log = { cases: Number(env.KAIZEN_RUNS) };
  writeFileSync(`${folder}.json`, JSON.stringify({ part: name, built, minutes, figures, tables }, null, 2));
  rmSync(folder, { recursive: true });
  console.log(`The part ${name} took ${minutes.toFixed(1)} minutes.`);
  return true;
}

/**
 * @param {Part} part
 * @returns {Counted | undefined}
 */
function counted({ name }) {
  const file = join(KEPT, `${name}.json`);
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  return kept.built === built ? kept : undefined;
}

/**
 * The figures of one proof over all parts: counts are added up, and what is a size or the number of things there are is taken once.
 * @param {import('./reliability-parts.mjs').Proof} proof
 * @param {Counted[]} all
 */
function total({ name, once }, all) {
  /** @type {Record<string, number>} */
  const sums = {};
  for (const { figures } of all) {
    for (const [what, count] of Object.entries(figures[name] ?? {})) {
      const before = sums[what] ?? 0;
      sums[what] = once.includes(what) ? Math.max(before, count) : before + count;
    }
  }
  return sums;
}

/** @param {number} count */
const shown = (count) => count.toLocaleString('en');

/**
 * The tables of one proof over all parts, a line for each of what a table's rows are, in Markdown.
 * @param {string} name
 * @param {Counted[]} all
 */
function tablesOf(name, all) {
  /** @type {Record<string, Record<string, Figures>>} */
  const sums = {};
  for (const { tables } of all) {
    for (const [what, rows] of Object.entries(tables?.[name] ?? {})) {
      const table = sums[what] ?? {};
      sums[what] = table;
      for (const [row, figures] of Object.entries(rows)) {
        const sum = table[row] ?? {};
        table[row] = sum;
        for (const [column, count] of Object.entries(figures)) sum[column] = (sum[column] ?? 0) + count;
      }
    }
  }
  return Object.entries(sums).map(([what, rows]) => {
    const columns = Object.keys(Object.values(rows)[0] ?? {});
    const lines = Object.entries(rows).map(([row, figures]) =>
      ['', row, ...columns.map((column) => shown(figures[column] ?? 0)), ''].join(' | ').trim(),
    );
    return [`| ${what} | ${columns.join(' | ')} |`, `| --- |${' ---: |'.repeat(columns.length)}`, ...lines].join('\n');
  });
}

/**
 * What remains possible, each with its number and why.
 * @param {import('./reliability-parts.mjs').Proof} proof
 * @param {Figures} figures
 */
function remainingOf({ remains }, figures) {
  if (remains === undefined) return [];
  const lines = Object.entries(remains).map(([what, why]) => `| ${what} | ${shown(figures[what] ?? 0)} | ${why} |`);
  return [['What remains possible:', '', '| what | times | why |', '| --- | ---: | --- |', ...lines].join('\n')];
}

/**
 * @param {Counted[]} all
 * @param {string} command
 */
function pageOf(all, command) {
  const sections = PROOFS.flatMap((proof) => {
    const figures = total(proof, all);
    const rows = Object.entries(figures).map(([what, count]) => `| ${what} | ${shown(count)} |`);
    if (rows.length === 0) return [];
    const table = ['| | |', '| --- | ---: |', ...rows].join('\n');
    const more = [...tablesOf(proof.name, all), ...remainingOf(proof, figures)];
    return [[`## ${proof.title}`, proof.text, table, ...more, `Test: \`${proof.test}\``].join('\n\n')];
  });
  const minutes = Math.ceil(all.reduce((sum, part) => sum + part.minutes, 0));
  const about = asked.long
    ? `This is the whole, in ${all.length} parts that took ${minutes} minutes together; \`npm test\` runs a spread of it each time.`
    : 'This is the spread that `npm test` runs each time; `npm run reliability -- --long` tries every call with every kind of fault, more people’s work and more sequences, and loads the script anew for each execution, as Google does, where the short run keeps it.';
  return `# What the register survives

Written by \`${command}\`, which runs the tests below through the real bundle in the local host and fails where one of them does. No figure
is typed by hand. ${about}

${sections.join('\n\n')}
`;
}

/** Writes the page, or says which parts are still to be run.
 * @param {readonly Part[]} parts
 */
function writePage(parts) {
  const missing = parts.filter((part) => counted(part) === undefined).map(({ name }) => name);
  if (missing.length > 0) {
    console.log(`docs/reliability.md stays as it was until these parts were run on this build: ${missing.join(', ')}.`);
    if (asked.page) process.exitCode = 1;
    return;
  }
  const command = `npm run reliability${asked.long ? ' -- --long' : ''}`;
  const all = parts.map(counted).filter((part) => part !== undefined);
  writeFileSync(PAGE, pageOf(all, command));
  console.log(`docs/reliability.md was written by ${command}.`);
}

const parts = asked.hosts ? hostParts() : asked.long || asked.part !== undefined ? longParts() : [SHORT];
const chosen = asked.part === undefined ? parts : parts.filter(({ name }) => name === asked.part);
if (asked.parts) {
  for (const { name } of asked.hosts ? parts : longParts()) console.log(name);
} else if (chosen.length === 0) {
  console.error(`There is no part ${asked.part}: npm run reliability -- --parts lists them.`);
  process.exitCode = 1;
} else if (asked.hosts) {
  const failed = chosen.filter((part) => !run(part)).map(({ name }) => name);
  if (failed.length > 0) {
    console.error(`The add-on does not hold in these parts: ${failed.join(', ')}.`);
    process.exitCode = 1;
  }
} else if (!asked.page && !chosen.every(run)) {
  console.error('A test failed: docs/reliability.md stays as it was.');
  process.exitCode = 1;
} else writePage(parts);
