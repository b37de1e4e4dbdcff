// Times reading and writing a log of 10 to 10,000 experiments, in milliseconds and as ratios to the parser's own time. Run:
// node bench/log.mjs [--against FOLDER]
import MarkdownIt from 'markdown-it';
import { besideEachOther, loaded, sides } from './against.mjs';

const all = sides();
const MODULES = [
  ['src/log/index.ts'],
  ['src/domain/register/settings.ts', 'src/domain/settings.ts'],
  ['src/domain/experiment/template.ts', 'src/domain/template.ts'],
  // Older versions know one shape, and learn none.
  ['src/log/reading/outline.ts', 'src/log/index.ts'],
  ['src/log/learning/learn.ts', 'src/log/shape/learn.ts', 'src/log/index.ts'],
];
const logs = await Promise.all(all.map(({ folder }) => loaded(folder, MODULES)));
const words = 'If the ovens are warmed by a timer, then the first batch comes out even because the stone is hot. ';
const today = '2026-05-04';

/** The parser alone, with the rules that the log uses. */
const parser = new MarkdownIt({ html: true });
parser.block.ruler.disable(['table', 'reference', 'lheading']);
const PARSER = 'the parser alone';
const READ = 'read';
const LEARN = 'learn the shape, a part of reading';
const ONE = 'write one change';

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

/** The text of a log. @param {any} log the modules of one side */
function logOf({ blankLog, DEFAULT_SETTINGS, emptyExperiment, readLog, writeLog }, /** @type {number} */ count) {
  const experiments = Array.from({ length: count }, (_, index) => ({
    ...emptyExperiment(),
    id: `K-BIZ-${String(index + 1).padStart(3, '0')}`,
    title: 'Ovens on a timer',
    date: '2026-03-02',
    layer: 'System',
    status: 'Active',
    hypothesis: words,
    expectedResult: `- ${words}\n- ${words}\n- even`,
    risks: `1. ${words}\n2. ${words}\n3. ${words}`,
    duration: '4 weeks',
    other: index % 4 === 0 ? '**Owner:** Mira' : '',
  }));
  const blank = readLog(blankLog(DEFAULT_SETTINGS, { today }));
  return String(writeLog(blank, { ...blank.contents, experiments }, { today }));
}

/** @param {any} log the modules of one side */
function measure({ readLog, writeLog, readOutline, learnShape }, /** @type {string} */ text) {
  const [alone] = time(() => parser.block.parse(text, parser, {}, []));
  const outline = learnShape && readOutline(text);
  const [learn] = time(() => learnShape?.(outline));
  const [read, document] = time(() => readLog(text));
  /** @type {object[]} */
  const held = document.contents.experiments;
  const middle = held.length >> 1;
  const write = (/** @type {(index: number) => boolean} */ isChanged) =>
    time(() => {
      const experiments = held.map((one, index) => (isChanged(index) ? { ...one, learning: 'Better.' } : one));
      return writeLog(document, { ...document.contents, experiments }, { today });
    })[0];
  const [one, every] = [write((index) => index === middle), write(() => true)];
  return { [PARSER]: alone, [LEARN]: learn, [READ]: read, [ONE]: one, 'write a change in each': every };
}

/** @param {readonly Record<string, number>[]} rounds */
function fastest(rounds) {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, Math.min(...rounds.map((times) => times[name] ?? Number.NaN))]));
}

/** @type {{ characters: number, read: number }[]} */
const readings = [];
for (const count of [10, 100, 1000, 10_000]) {
  const text = logOf(logs[0], count);
  // As many experiments at each size, so that none is read by code that is less warm; the sides take turns, and the first rounds only warm them up.
  const rounds = Math.max(7, 7000 / count);
  const times = Array.from({ length: rounds + 2 }, () => logs.map((log) => measure(log, text))).slice(2);
  const bySide = all.map((_, side) => fastest(times.flatMap((round) => round[side] ?? [])));
  console.log(
    `${count.toLocaleString('en')} experiments, ${text.length.toLocaleString('en')} characters, the fastest of ${rounds}:`,
  );
  console.table(besideEachOther(all, bySide));
  const [{ [PARSER]: alone = 0, [LEARN]: learn = 0, [READ]: read = 0, [ONE]: one = 0 } = {}] = bySide;
  const shape = `learn the shape: ${(learn / (read - learn)).toFixed(2)} × the rest of reading`;
  console.log(
    `${shape}; read: ${(read / alone).toFixed(2)} × the parser; write one change: ${(one / read).toFixed(2)} × read`,
  );
  readings.push({ characters: text.length, read });
}
const [, small = { characters: 1, read: 1 }, , large = small] = readings;
const growth = Math.log(large.read / small.read) / Math.log(large.characters / small.characters);
console.log(`reading grows from 100 to 10,000 experiments with the characters to the power of ${growth.toFixed(2)}`);
