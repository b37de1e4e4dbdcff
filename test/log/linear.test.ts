// What reading and writing ask of the parser grows with the log and no faster.
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import MarkdownIt, { type ParserBlock } from 'markdown-it';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import { blankLog, readLog, writeLog } from '../../src/log/index.ts';

/** How many characters the parser was given, one number a call. */
const asked: number[] = [];
const blocks = Object.getPrototypeOf(new MarkdownIt().block) as ParserBlock;
const tokenize = blocks.tokenize;
jest.spyOn(blocks, 'tokenize').mockImplementation(function (this: ParserBlock, state, ...lines) {
  if (state.level === 0) asked.push(state.src.length);
  return tokenize.call(this, state, ...lines);
});

function total(): number {
  return asked.reduce((sum, length) => sum + length, 0);
}

function logOf(count: number): string {
  const blank = readLog(blankLog(DEFAULT_SETTINGS, { today: '2026-01-01' }));
  const list = Array.from({ length: count }, (_, index) => ({
    ...emptyExperiment(),
    id: `K-BIZ-${index + 1}`,
    title: 'Bread',
    status: 'Active',
    hypothesis: 'Words about ovens.\n\n- one\n- two',
  }));
  return writeLog(blank, { ...blank.contents, experiments: list }, { today: '2026-01-02' });
}

describe('a log four times as long', () => {
  const [small, large] = [logOf(50), logOf(200)];
  beforeEach(() => {
    asked.splice(0);
  });

  test('gives the parser four times as much to read, each character once', () => {
    readLog(small);
    const first = total();
    readLog(large);
    expect((total() - first) / first).toBeLessThan(4.2);
    expect(asked).toHaveLength(2);
    // A word behind the text tells what it leaves open.
    expect(first).toBe(small.length + 1);
  });

  test('gives it four times as much when every experiment changes', () => {
    const change = (text: string): void => {
      const { contents, ...document } = readLog(text);
      asked.splice(0);
      const list = contents.experiments.map((experiment) => ({ ...experiment, learning: 'New.' }));
      writeLog({ ...document, contents }, { ...contents, experiments: list }, { today: '2026-01-03' });
    };
    change(small);
    const first = total();
    change(large);
    expect(total() / first).toBeLessThan(4.2);
  });

  test('asks nothing of it when nothing changes', () => {
    const document = readLog(large);
    asked.splice(0);
    writeLog(document, document.contents, { today: '2026-01-03' });
    expect(asked).toEqual([]);
  });
});
