// How long it takes to read a duration of 50,000 characters, in contexts in which nothing ran before, as on Google; medians in
// milliseconds. Run: node bench/durations.mjs [--against FOLDER]
import { setFlagsFromString } from 'node:v8';
import { createContext, runInNewContext, Script } from 'node:vm';
import { besideEachOther, bundled, sides } from './against.mjs';

const LENGTH = 50_000;
const RUNS = 15;
// What making a context leaves behind is cleared away before the reading, not during it.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const all = sides();
const READER = ['src/domain/duration/reader.ts', 'src/domain/duration.ts'];
const codes = await Promise.all(
  all.map(
    async ({ folder }) =>
      new Script(await bundled(folder, [READER], { format: 'iife', globalName: 'durations', target: 'es2020' })),
  ),
);
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

/** @type {Record<string, number>[]} By side, and within it by text. */
const medians = all.map(() => ({}));
for (const [name, text] of Object.entries(TEXTS)) {
  /** @type {number[][]} */
  const times = all.map(() => []);
  for (let run = 0; run < RUNS; run++) {
    for (const [side, code] of codes.entries()) {
      const context = createContext({ text });
      code.runInContext(context);
      collectGarbage();
      const before = performance.now();
      call.runInContext(context);
      times[side]?.push(performance.now() - before);
    }
  }
  for (const [side, taken] of times.entries()) {
    const of = medians[side];
    if (of) of[name] = taken.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
  }
}
console.table(besideEachOther(all, medians));
