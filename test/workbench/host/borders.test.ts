// The lines that scripts draw around cells: whose they are, what draws over them, what takes them away.

import { expect, test } from '@jest/globals';
import { benchFor } from './script-host.ts';

const GREY = "'#dfe3e8', SpreadsheetApp.BorderStyle.SOLID";

/** Each cell of A1 to D4 that has lines: its sides by their first letters, each with its style and colour. */
function drawn(...calls: string[]): Record<string, string> {
  const { host, sheet } = benchFor(
    `function draw() { const sheet = SpreadsheetApp.getActiveSheet(); ${calls.join('; ')}; }`,
  );
  expect(host.call('draw', [])).toMatchObject({ ok: true });
  const cells = host.snapshot().sheets.find(({ id }) => id === sheet)?.cells ?? [];
  const sides = { borderTop: 't', borderLeft: 'l', borderBottom: 'b', borderRight: 'r' } as const;
  return Object.fromEntries(
    cells.map(([row, column, { style = {} }]) => [
      `${'ABCD'[column]}${row + 1}`,
      Object.entries(sides)
        .flatMap(([key, letter]) => {
          const line = style[key as keyof typeof sides];
          return line === undefined ? [] : [`${letter} ${line}`];
        })
        .join(', '),
    ]),
  );
}

test('a line is thin and black until a colour and a style are named', () => {
  expect(drawn("sheet.getRange('B2').setBorder(true, null, null, null, null, null)")).toEqual({
    B2: 't SOLID #000000',
  });
  expect(
    drawn(
      "sheet.getRange('B2').setBorder(true, null, null, null, null, null, 'Red', SpreadsheetApp.BorderStyle.SOLID_MEDIUM)",
    ),
  ).toEqual({ B2: 't SOLID_MEDIUM #ff0000' });
});

test('lines around a range and between its cells are drawn once each', () => {
  const line = 'SOLID #dfe3e8';
  expect(drawn(`sheet.getRange('B2:C3').setBorder(true, true, true, true, true, true, ${GREY})`)).toEqual({
    B2: `t ${line}, l ${line}, b ${line}, r ${line}`,
    C2: `t ${line}, b ${line}, r ${line}`,
    B3: `l ${line}, b ${line}, r ${line}`,
    C3: `b ${line}, r ${line}`,
  });
});

test('null leaves a line, false takes it away, whichever of its two cells it was drawn for', () => {
  const around = `sheet.getRange('B2').setBorder(true, true, true, true, null, null, ${GREY})`;
  const left = drawn(
    around,
    "sheet.getRange('B2').setBorder(false, null, null, null, null, null)",
    "sheet.getRange('B3').setBorder(false, null, null, null, null, null)",
    "sheet.getRange('A2:B2').setBorder(null, null, null, null, false, null)",
  );
  expect(left).toEqual({ B2: 'r SOLID #dfe3e8' });
});

test('of two lines on the same edge the later one stands', () => {
  expect(
    drawn(
      "sheet.getRange('B2').setBorder(null, null, true, null, null, null, 'red', null)",
      "sheet.getRange('B3').setBorder(true, null, null, null, null, null, 'blue', null)",
    ),
  ).toEqual({ B3: 't SOLID #0000ff' });
});

test('lines at the edges of the sheet and of each range of a list are drawn, and go with the other looks', () => {
  const list = "sheet.getRangeList(['A1', 'C3:D3'])";
  const line = 'SOLID #dfe3e8';
  const draw = `${list}.setBorder(true, true, null, null, true, true, ${GREY})`;
  expect(drawn(draw)).toEqual({
    A1: `t ${line}, l ${line}`,
    C3: `t ${line}, l ${line}, r ${line}`,
    D3: `t ${line}`,
  });
  expect(drawn(draw, `${list}.clearFormat()`)).toEqual({});
});
