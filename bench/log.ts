// What reading and writing a log cost by themselves, beside the Markdown parser's own time for the same text.
import MarkdownIt from 'markdown-it';
import type { Experiment } from '../src/domain/experiment/template.ts';
import { loaded } from './against.mjs';
import { exponent } from './statistics.ts';

/** What is timed, in the order of its columns. */
export const LOG_WORK = [
  'the parser alone',
  'read',
  'learn the shape, a part of reading',
  'write one change',
  'write a change in each',
] as const;

/** Milliseconds, the fastest of all rounds: the machine has other work, too. */
type Times = Record<(typeof LOG_WORK)[number], number>;

export interface LogFigures {
  /** By size. */
  characters: Record<number, number>;
  /** By size. */
  times: Record<number, Times>;
  /** By size, for each other version that was measured along. */
  others: Record<number, Times>[];
  /** The power of the characters with which reading grows from 100 experiments on; 1 is in proportion. */
  growth?: number;
}

const MODULES = [
  ['src/log/index.ts'],
  ['src/domain/register/settings.ts', 'src/domain/settings.ts'],
  ['src/domain/experiment/template.ts', 'src/domain/template.ts'],
  // Older versions know one shape, and learn none.
  ['src/log/reading/outline.ts', 'src/log/index.ts'],
  ['src/log/learning/learn.ts', 'src/log/shape/learn.ts', 'src/log/index.ts'],
];
type Modules = Awaited<ReturnType<typeof loaded>>;

const WORDS = 'If the ovens are warmed by a timer, then the first batch comes out even because the stone is hot. ';
const TODAY = '2026-05-04';

/** With the rules that the log uses. */
const parser = new MarkdownIt({ html: true });
parser.block.ruler.disable(['table', 'reference', 'lheading']);

/** Measures this checkout and, in turns with it, the one in each of the other folders, at each of these numbers of experiments. */
export async function measureLog(
  sizes: readonly number[],
  leastRounds: number,
  otherFolders: readonly string[],
): Promise<LogFigures> {
  const sides = await Promise.all(['.', ...otherFolders].map((folder) => loaded(folder, MODULES)));
  const characters: LogFigures['characters'] = {};
  const bySide = sides.map((): Record<number, Times> => ({}));
  // What is measured first is measured again: until then the engine gets to know the code.
  for (const size of [...sizes.slice(0, 1), ...sizes]) {
    const text = logOf(sides[0], size);
    characters[size] = text.length;
    // As many experiments at each size, so that none is read by code that is less warm.
    const rounds = Math.max(leastRounds, Math.round(7000 / size));
    const taken = Array.from({ length: rounds + 1 }, () => sides.map((side) => measure(side, text))).slice(1);
    for (const [side, times] of bySide.entries()) times[size] = fastest(taken.flatMap((round) => round[side] ?? []));
  }
  const [times = {}, ...others] = bySide;
  const large = sizes.filter((size) => size >= 100);
  const points = large.map((size) => [characters[size] ?? 0, times[size]?.read ?? 0] as const);
  return { characters, times, others, ...(large.length > 1 && { growth: exponent(points) }) };
}

function logOf({ blankLog, DEFAULT_SETTINGS, emptyExperiment, readLog, writeLog }: Modules, count: number): string {
  const experiments = Array.from({ length: count }, (_, index) => ({
    ...emptyExperiment(),
    id: `K-BIZ-${String(index + 1).padStart(3, '0')}`,
    title: 'Ovens on a timer',
    date: '2026-03-02',
    layer: 'System',
    status: 'Active',
    hypothesis: WORDS,
    expectedResult: `- ${WORDS}\n- ${WORDS}\n- even`,
    risks: `1. ${WORDS}\n2. ${WORDS}\n3. ${WORDS}`,
    duration: '4 weeks',
    other: index % 4 === 0 ? '**Owner:** Mira' : '',
  }));
  const blank = readLog(blankLog(DEFAULT_SETTINGS, { today: TODAY }));
  return String(writeLog(blank, { ...blank.contents, experiments }, { today: TODAY }));
}

function measure({ readLog, writeLog, readOutline, learnShape }: Modules, text: string): Times {
  const [alone] = time(() => parser.block.parse(text, parser, {}, []));
  const outline = learnShape && readOutline(text);
  const learn = learnShape ? time(() => learnShape(outline))[0] : Number.NaN;
  const [read, document] = time(() => readLog(text));
  const held: readonly Experiment[] = document.contents.experiments;
  const middle = held.length >> 1;
  const write = (isChanged: (index: number) => boolean) =>
    time(() => {
      const experiments = held.map((one, index) => (isChanged(index) ? { ...one, learning: 'Better.' } : one));
      return writeLog(document, { ...document.contents, experiments }, { today: TODAY });
    })[0];
  return {
    'the parser alone': alone,
    read,
    'learn the shape, a part of reading': learn,
    'write one change': write((index) => index === middle),
    'write a change in each': write(() => true),
  };
}

function time<Result>(work: () => Result): [milliseconds: number, result: Result] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function fastest(rounds: readonly Times[]): Times {
  return Object.fromEntries(LOG_WORK.map((work) => [work, Math.min(...rounds.map((times) => times[work]))])) as Times;
}
