// Files of separated values: what is well-formed is read as Papa Parse reads it, what is not loses no word.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { readSeparated } from '../../src/tracker/index.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    '1,5',
    '7;8',
    'x\ny',
    'say "no"',
    '"',
    "it's",
    ' blank ',
    '–',
    '2026-03-01',
    '=SUM(A1:A2)',
    'tab\there',
    'a|b',
  ),
  fc.string({ maxLength: 12 }).filter((text) => !text.includes('\r')),
);
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 8 }));

describe('a well-formed file', () => {
  test('is read as it was written, whatever separates and ends its lines', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, newline) => {
          const head = rows[0]?.map((_, at) => `Column ${at}`) ?? [];
          const wanted = [head, ...rows];
          const text = Papa.unparse(wanted, { delimiter, newline, quotes: true });
          const { cells, wrongQuotes } = readSeparated(text);
          expect(cells.map((row) => row.map((value) => value.replace(/\r\n/g, '\n')))).toEqual(wanted);
          expect(cells).toEqual(Papa.parse(text, { delimiter }).data);
          expect(wrongQuotes).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      'commas in German numbers, semicolons between',
      'Versuch;Wert\nKasse;1,5\nTheke;2,5\n',
      [
        ['Versuch', 'Wert'],
        ['Kasse', '1,5'],
        ['Theke', '2,5'],
      ],
    ],
    [
      'a first line that names the separator',
      'sep=|\r\na|b\r\n1;2|3',
      [
        ['a', 'b'],
        ['1;2', '3'],
      ],
    ],
    [
      'a mark of the byte order',
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['one column', 'Idea\nlonger hours\nshorter menu', [['Idea'], ['longer hours'], ['shorter menu']]],
    [
      'an empty last cell',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['nothing', '', []],
  ])('with %s', (_, text, wanted) => {
    expect(readSeparated(text).cells).toEqual(wanted);
  });
});

describe('quotes that do not match', () => {
  test('are text, and their lines are named', () => {
    const { cells, wrongQuotes } = readSeparated(
      'What,Why,Who\n"the "big" sign",because,M.\n"6 inch pots,cheap,K.\n12" rulers,dear,K.\nlast,one,M.\n',
    );
    expect(cells).toEqual([
      ['What', 'Why', 'Who'],
      ['the "big" sign', 'because', 'M.'],
      ['"6 inch pots', 'cheap', 'K.'],
      ['12" rulers', 'dear', 'K.'],
      ['last', 'one', 'M.'],
    ]);
    expect(wrongQuotes).toEqual([2, 3]);
  });

  test('lose no letter, wherever they stand', () => {
    const letters = (text: string) =>
      text
        .replace(/[",\n]/g, '')
        .split('')
        .sort()
        .join('');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', '"', ',', '\n', ' '), { maxLength: 60 }), (signs) => {
        const text = signs.join('');
        expect(letters(readSeparated(text).cells.flat().join(''))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});
