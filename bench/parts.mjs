// Measures the parts one after the other: the local host, the pages, the grid, durations, the shapes of logs, the search. Run: node bench/parts.mjs [--against FOLDER]
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
for (const part of [
  ['scripts/run.mjs', 'bench/host.ts'],
  ['scripts/run.mjs', 'bench/pages.ts'],
  ['scripts/run.mjs', 'bench/grid.ts'],
  ['bench/durations.mjs'],
  ['bench/shapes.mjs'],
  ['scripts/run.mjs', 'bench/known.ts'],
]) {
  const { status } = spawnSync(process.execPath, [...part, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
