// Times reading and writing a log of 250, 1,000 and 4,000 experiments against the CommonMark parser alone, in milliseconds. Run:
// node bench/log.mjs [--against FOLDER]
import { fromMarkdown } from 'mdast-util-from-markdown';
import { besideEachOther, loaded, sides } from './against.mjs';

const all = sides();
const MODULES = [
  ['src/log/index.ts'],
  ['src/domain/register/settings.ts', 'src/domain/settings.ts'],
  ['src/domain/experiment/template.ts', 'src/domain/template.ts'],
];
const logs = await Promise.all(all.map(({ folder }) => loaded(folder, MODULES)));

const words = 'If the ovens are warmed by a timer, then the first batch comes out even because the stone is hot. ';
const today = '2026-05-04';

/**
 * @template Result
 * @param {() => Result} work
 * @returns {[milliseconds: number, result: Result]}
 */
function time(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

/** @param {any} log the modules of one side */
function measure({ blankLog, DEFAULT_SETTINGS, emptyExperiment, readLog, writeLog }, /** @type {number} */ count) {
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
  /** @type {object[]} */
  const held = document.contents.experiments;
  const changed = held.map((experiment) => ({ ...experiment, learning: 'Better.' }));
  const [change] = time(() => writeLog(document, { ...document.contents, experiments: changed }, { today }));
  const times = { read, 'change all': change, 'write all new': fresh };
  return { text: String(text), times };
}

/** @param {readonly Record<string, number>[]} rounds */
function fastest(rounds) {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, Math.min(...rounds.map((times) => times[name] ?? Number.NaN))]));
}

const ROUNDS = 3;
for (const count of [250, 1000, 4000]) {
  // The sides take turns.
  const rounds = Array.from({ length: ROUNDS }, () => logs.map((log) => measure(log, count)));
  const [text = ''] = rounds[0]?.map((round) => round.text) ?? [];
  console.log(`${count} experiments, ${text.length.toLocaleString('en')} characters, the fastest of ${ROUNDS} rounds:`);
  console.table(
    besideEachOther(
      all,
      all.map((_, side) => fastest(rounds.flatMap((round) => round[side]?.times ?? []))),
    ),
  );
  // The parser alone needs minutes for the larger ones.
  if (count === 250) console.log(`the parser alone: ${time(() => fromMarkdown(text))[0].toFixed(0)} ms`);
}
