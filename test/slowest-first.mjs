// The order of the test files: the slowest first, so that workers end together.
import { sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Where no earlier run on this machine tells: about how long files of a kind take, in milliseconds. The first that fits counts. */
const EXPECTED = [
  ['docs-commands', 60_000],
  ['google', 40_000],
  ['e2e', 30_000],
  ['proofs', 20_000],
  ['server', 8_000],
];

export default class SlowestFirst extends Sequencer {
  /** @param {import('jest-runner').Test[]} tests */
  sort(tests) {
    const expected = ({ duration, path }) =>
      duration ?? EXPECTED.find(([word]) => path.includes(`${sep}${word}`))?.[1] ?? 1_000;
    return [...super.sort(tests)].sort((one, other) => expected(other) - expected(one));
  }
}
