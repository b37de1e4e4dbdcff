import { expect, test } from '@jest/globals';
import { nameUnnamed, readLog, recognise, writeLog } from '../../src/log/index.ts';

const BOARD = `# Trials in the mill

## Trying

- Sieve twice
- Damp the wheat

## Tried

- Sieve twice: half the bran
`;

test('two of one name are told apart by all that they say, wherever they stand', () => {
  const document = readLog(BOARD);
  nameUnnamed(document, ['K-1', 'K-2', 'K-3']);
  const experiments = document.contents.experiments.map((one) =>
    one.id === 'K-1' ? { ...one, status: 'Completed', actualResult: 'as much again' } : one,
  );
  const after = readLog(writeLog(document, { ...document.contents, experiments }, { today: '2026-05-04' }));
  recognise(after, experiments);
  expect(Object.fromEntries(after.contents.experiments.map(({ id, actualResult }) => [id, actualResult]))).toEqual({
    'K-1': 'as much again',
    'K-2': '',
    'K-3': 'half the bran',
  });
});
