// Times reading and writing a log of 250, 1,000 and 4,000 experiments against the CommonMark parser alone. Run: node bench/log.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fromMarkdown } from 'mdast-util-from-markdown';

const folder = mkdtempSync(join(tmpdir(), 'kaizen-bench-'));
const root = join(import.meta.dirname, '..');
await build({
  stdin: {
    contents:
      "export * from './src/log/index.ts'; export * from './src/domain/register/settings.ts'; export * from './src/domain/experiment/template.ts';",
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  outfile: join(folder, 'log.mjs'),
});
const { blankLog, DEFAULT_SETTINGS, emptyExperiment, readLog, writeLog } = await import(join(folder, 'log.mjs'));
rmSync(folder, { recursive: true });

const words = 'If the ovens are warmed by a timer, then the first batch comes out even because the stone is hot. ';
const today = '2026-05-04';
const time = (work) => {
  const start = performance.now();
  const result = work();
  return [Math.round(performance.now() - start), result];
};

console.log('experiments  characters  parser ms  read ms  change all ms  write all new ms');
for (const count of [250, 1000, 4000]) {
  const experiments = Array.from({ length: count }, (_, index) => ({
    ...emptyExperiment(),
    id: `K-BIZ-${String(index + 1).padStart(3, '0')}`,
    title: 'Ovens on a timer',
    date: '2026-03-02',
    layer: 'System',
    status: 'Active',
    hypothesis: words.repeat(5),
    expectedResult: `- ${words}\n- ${words}\n- even`,
    risks: `1. ${words}\n2. ${words}\n3. ${words}`,
    duration: '4 weeks',
  }));
  const blank = readLog(blankLog(DEFAULT_SETTINGS, { today }));
  const [fresh, text] = time(() => writeLog(blank, { ...blank.contents, experiments }, { today }));
  const [read, document] = time(() => readLog(text));
  const changed = document.contents.experiments.map((experiment) => ({ ...experiment, learning: 'Better.' }));
  const [change] = time(() => writeLog(document, { ...document.contents, experiments: changed }, { today }));
  // The parser alone needs minutes for the largest.
  const parser = count > 1000 ? '-' : time(() => fromMarkdown(text))[0];
  const cells = [count, text.length, parser, read, change, fresh];
  console.log(cells.map((cell, index) => String(cell).padStart([11, 10, 9, 7, 13, 16][index])).join('  '));
}
