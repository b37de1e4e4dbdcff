// What the add-on costs: npm run bench [-- --sizes 10,100,1000,10000] [--rounds 7] [--only WORDS] [--write]
// Prints one table and keeps all figures in build/bench.json; --write puts them into docs/performance.md.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { excess } from './budget.ts';
import { measureLoad } from './load.ts';
import { type Counts, costs, forgetRegisters, KINDS, OPERATIONS } from './operations.ts';
import { type Figures, performancePage, table } from './report.ts';
import { exponent, median } from './statistics.ts';
import { LATENCY, usualWays } from './usual-way.ts';

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,1000,10000' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = given.sizes.split(',').map(Number);
const rounds = Number(given.rounds);
const operations = OPERATIONS.filter(({ name }) => name.includes(given.only));
if (operations.length === 0 || !(rounds >= 1) || sizes.some((size) => !Number.isInteger(size) || size < 10)) {
  console.error('Sizes are whole numbers from 10 on, rounds at least 1, and --only a part of an operation’s name.');
  process.exit(1);
}
if (given.write && (given.only !== '' || rounds < 7)) {
  console.error(
    'The page in docs holds every operation, and medians of at least 7 rounds: leave out --only and --rounds.',
  );
  process.exit(1);
}

const [processor] = cpus();
const figures: Figures = {
  date: new Date().toISOString().slice(0, 10),
  machine: {
    processor: `${cpus().length} × ${processor?.model.trim() || process.arch}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
  },
  sizes,
  rounds,
  load: measureLoad(),
  operations: [],
  latency: LATENCY,
  usualWays: [],
};

const measured = operations.map(
  ({ name }) => ({ name, counts: {}, milliseconds: {} }) as Figures['operations'][number],
);
for (const size of sizes) {
  for (const [index, operation] of operations.entries()) {
    process.stderr.write(`${size} experiments: ${operation.name} …\n`);
    const runs = costs(operation, size);
    // The first round warms up.
    const taken = Array.from({ length: rounds + 1 }, () => runs.next().value).slice(1);
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
if (given.write) writeFileSync('docs/performance.md', performancePage(figures));
if (figures.operations.some(({ isOver }) => isOver)) process.exitCode = 1;
