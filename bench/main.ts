// What the add-on costs: npm run bench [-- --sizes 10,100,1000,10000] [--rounds 7] [--only WORDS] [--write]
// [--against FOLDER]
// Prints one table and keeps all figures in build/bench.json; --write puts them into docs/performance.md; --against measures the build in
// FOLDER, a checkout of another version, in turns with this one.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { otherFolder } from './against.mjs';
import { excess } from './budget.ts';
import { measureLoad } from './load.ts';
import { measureLog } from './log.ts';
import { type Cost, type Counts, costs, forgetRegisters, KINDS, OPERATIONS, OWN_DIST } from './operations.ts';
import { comparison, type Figures, performancePage, table } from './report.ts';
import { exponent, median } from './statistics.ts';
import { LATENCY, usualWays } from './usual-way.ts';

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,1000,10000' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
});
// What arranging a round leaves behind is cleared away before the round, not during it.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const sizes = given.sizes.split(',').map(Number);
const rounds = Number(given.rounds);
const isAsked = (name: string) => name.includes(given.only);
const operations = OPERATIONS.filter(({ name }) => isAsked(name));
const isLogAsked = isAsked('read and write a log');
if (
  (operations.length === 0 && !isLogAsked) ||
  !(rounds >= 1) ||
  sizes.some((size) => !Number.isInteger(size) || size < 10)
) {
  console.error('Sizes are whole numbers from 10 on, rounds at least 1, and --only a part of an operation’s name.');
  process.exit(1);
}
if (given.write && (given.only !== '' || rounds < 7)) {
  console.error(
    'The page in docs holds every operation, and medians of at least 7 rounds: leave out --only and --rounds.',
  );
  process.exit(1);
}

const against = otherFolder();
const otherDist = against === undefined ? undefined : join(against, 'dist');
const loads = measureLoad(otherDist);
// Before any operation ran: the engine has learnt nothing yet from the register's work.
const log = isLogAsked ? await measureLog(sizes, rounds, against === undefined ? [] : [against]) : undefined;

const [processor] = cpus();
const figures: Figures = {
  date: new Date().toISOString().slice(0, 10),
  command: ['npm run bench --', ...process.argv.slice(2)].join(' '),
  machine: {
    processor: `${cpus().length} × ${processor?.model.trim() || process.arch}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
  },
  sizes,
  rounds,
  load: loads.load,
  ...(log && { log }),
  operations: [],
  latency: LATENCY,
  usualWays: [],
  ...(against !== undefined &&
    loads.other && { against: { folder: against, load: loads.other, milliseconds: {}, alone: {} } }),
};

const measured = operations.map(
  ({ name }) => ({ name, counts: {}, milliseconds: {} }) as Figures['operations'][number],
);
for (const size of sizes) {
  for (const [index, operation] of operations.entries()) {
    process.stderr.write(`${size} experiments: ${operation.name} …\n`);
    const runs = costs(operation, size, collectGarbage, OWN_DIST);
    const others = otherDist === undefined ? undefined : costs(operation, size, collectGarbage, otherDist);
    const theirs: (Cost | undefined)[] = [];
    const measureOther = () => {
      try {
        theirs.push(others?.next().value ?? undefined);
      } catch (error) {
        // Another version need not have all that this one does: its column stays empty there, and the run goes on.
        process.stderr.write(`  not measured there: ${error instanceof Error ? error.message : error}\n`);
      }
    };
    // The first round warms up. Of the two, now one comes first and now the other.
    const taken = Array.from({ length: rounds + 1 }, (_, round) => {
      if (round % 2 === 1) measureOther();
      const cost = runs.next().value ?? undefined;
      if (round % 2 === 0) measureOther();
      return cost;
    }).slice(1);
    if (figures.against) {
      const { milliseconds, alone } = figures.against;
      const middle = (costs: readonly (Cost | undefined)[], of: 'milliseconds' | 'alone') =>
        median(costs.map((cost) => cost?.[of] ?? Number.NaN));
      const name = operation.name;
      milliseconds[name] = { ...milliseconds[name], [size]: middle(theirs.slice(1), 'milliseconds') };
      alone[name] = { ...alone[name], [size]: middle(theirs.slice(1), 'alone') / middle(taken, 'alone') };
    }
    const row = measured[index];
    const last = taken[taken.length - 1];
    if (row === undefined || last === undefined) continue;
    row.counts[size] = Object.fromEntries(
      KINDS.map((kind) => [kind, Math.max(...taken.map((cost) => cost?.counts[kind] ?? 0))]),
    ) as Counts;
    row.milliseconds[size] = median(taken.map((cost) => cost?.milliseconds ?? 0));
  }
  if (given.only === '') {
    const ours = new Map(measured.map(({ name, counts }) => [name, sheetCalls(counts[size])]));
    figures.usualWays.push(...(await usualWays(size, ours)));
  }
  forgetRegisters();
}
for (const row of measured) {
  const points = sizes.map((size) => [size, row.milliseconds[size] ?? 0] as const);
  const isOver = Object.values(row.counts).some((counts) => excess(row.name, counts).length > 0);
  figures.operations.push({ ...row, isOver, ...(sizes.length > 1 && { exponent: exponent(points) }) });
}

function sheetCalls(counts: Counts | undefined): number {
  return (counts?.read ?? 0) + (counts?.write ?? 0);
}

writeFileSync('build/bench.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log(table(figures));
if (figures.against) console.log(`\n${comparison(figures, figures.against)}`);
if (given.write) writeFileSync('docs/performance.md', performancePage(figures));
if (figures.operations.some(({ isOver }) => isOver)) process.exitCode = 1;
