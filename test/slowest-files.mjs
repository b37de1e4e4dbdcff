// Says at the end of a run which test files took longest.
import { relative } from 'node:path';

const SHOWN = 10;

export default class SlowestFiles {
  /**
   * @param {unknown} _contexts
   * @param {import('@jest/test-result').AggregatedResult} results
   */
  onRunComplete(_contexts, { testResults }) {
    if (testResults.length < SHOWN) return;
    const slowest = testResults
      .map(({ testFilePath, perfStats }) => ({ file: relative('.', testFilePath), seconds: perfStats.runtime / 1000 }))
      .sort((one, other) => other.seconds - one.seconds)
      .slice(0, SHOWN);
    process.stderr.write(`\nThe slowest ${SHOWN} of ${testResults.length} files:\n`);
    for (const { file, seconds } of slowest) process.stderr.write(`${seconds.toFixed(1).padStart(7)} s  ${file}\n`);
  }
}
