// How long it takes to read a duration of 50,000 characters, in contexts in which nothing ran before, as on Google; in milliseconds.
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createContext, runInNewContext, Script } from 'node:vm';
import { build } from 'esbuild';

const LENGTH = 50_000;
const RUNS = 15;
// What making a context leaves behind is cleared away before the reading, not during it.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../src/domain/duration/reader.ts', import.meta.url))],
  bundle: true,
  format: 'iife',
  globalName: 'durations',
  platform: 'neutral',
  target: 'es2019',
  write: false,
});
const code = new Script(outputFiles[0]?.text ?? '');
const call = new Script('durations.readDuration(text, "2026-02-11", { sprintDays: 14 })');

/**
 * Pieces drawn by chance, the same each time.
 * @param {readonly string[]} pieces
 */
function mixed(pieces) {
  let state = 7;
  let text = '';
  while (text.length < LENGTH) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    text += pieces[state % pieces.length];
  }
  return text.slice(0, LENGTH);
}

const WORDS =
  '4 weeks until end of march 2026 - ( ) + week 1 : about half a sprint extended to 6 if whichever first 03/04 P4W june 30, phase minimum ideally';
const TEXTS = {
  'a plain one (4 weeks)': '4 weeks',
  'words of the grammar, mixed': mixed(WORDS.split(' ').map((word) => `${word} `)),
  'the same checkpoint again and again': 'Week 1 — x\n'.repeat(LENGTH / 11),
  letters: mixed([...'abcdefghij']),
  'digits and blanks': mixed([...'0123456789 ']),
  'brackets and dashes': mixed([...'()-–:;,.+~/ ']),
  'opening brackets': '('.repeat(LENGTH),
  'marks and letters of many scripts': mixed(['\u202e', '\u0301', '𝒜', 'é', '漢', '\0']),
};

const rows = Object.entries(TEXTS).map(([name, text]) => {
  const times = Array.from({ length: RUNS }, () => {
    const context = createContext({ text });
    code.runInContext(context);
    collectGarbage();
    const before = performance.now();
    call.runInContext(context);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return [name, { median: times[RUNS >> 1]?.toFixed(2), longest: times.at(-1)?.toFixed(2) }];
});
console.table(Object.fromEntries(rows));
