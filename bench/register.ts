// What the register's operations cost in service calls, at several sizes: npm run bench
import { resolve } from 'node:path';
import { Host } from '../workbench/host/host.ts';
import { memoryStore } from '../workbench/host/store.ts';

const SIZES = [10, 100, 1000, 10_000];
const KINDS = ['read', 'write', 'properties', 'lock', 'drive'] as const;

/** A host with a register of this many experiments, typed in as a paste. */
function registerOf(size: number): { host: Host; sheet: number } {
  const host = new Host({ dist: resolve('dist'), store: memoryStore() });
  host.open();
  host.choose('setUp');
  const sheet = host.snapshot().sheets.find(({ name }) => name === 'Experiments')?.id ?? 0;
  const text = Array.from({ length: size }, (_, index) => [
    `Experiment ${index}`,
    '2026-01-05',
    'System',
    'Holding',
    'Proposed',
  ]);
  host.act({ kind: 'type', sheet, row: 1, column: 1, text });
  return { host, sheet };
}

const table: Record<string, Record<string, string>> = {};
for (const size of SIZES) {
  const { host, sheet } = registerOf(size);
  const type = (column: number, text: string[][]) => host.act({ kind: 'type', sheet, row: 1, column, text });
  const operations: Record<string, () => unknown> = {
    'edit one cell': () => type(8, [['4 weeks']]),
    'refused move': () => type(5, [['Completed']]),
    'new row': () => host.act({ kind: 'type', sheet, row: size + 1, column: 1, text: [['One more']] }),
    'paste 500 rows': () =>
      type(
        8,
        Array.from({ length: 500 }, () => ['6 weeks']),
      ),
    'check register': () => host.call('checkLog', []),
    'export, first': () => host.call('exportLog', []),
    'export, unchanged': () => host.call('exportLog', []),
  };
  for (const [name, operation] of Object.entries(operations)) {
    host.meter.reset();
    const start = performance.now();
    operation();
    const milliseconds = performance.now() - start;
    const counts = KINDS.map((kind) => `${host.meter.counts[kind]} ${kind}`).filter((count) => !count.startsWith('0'));
    const row = table[name] ?? {};
    table[name] = row;
    row[`${size} rows`] = `${counts.join(', ')} (${milliseconds.toFixed(0)} ms)`;
  }
}
console.table(table);
