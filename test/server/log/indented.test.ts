// Logs whose headings are indented, whose neighbours end in lists and open fences, and what people type into Other fields there.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { readLog } from '../../../src/log/index.ts';
import { COMMON_FIELDS } from '../../common-fields.ts';
import { IS_LONG } from '../figures.ts';
import { copied, Workbook } from '../workbook.ts';

const TEA_HOUSE = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');
const IDS = readLog(TEA_HOUSE).contents.experiments.map(({ id }) => id);

const TYPED = [
  '**Note:**\n```\nsteps',
  '**Note:**\n   ~~~\nsteps',
  '**Note:** these\n- a\n  ```\n  steps',
  '**Note:**\n1. one\n   - two\n\n     three',
  '**Note:**\n<!-- seen',
  '**Note:**\n<pre>\nsteps',
];
/** Behind which indent, and with rules between the experiments or without. */
const SHAPES = [
  { indent: '   ', isRuled: false },
  { indent: '   ', isRuled: true },
  ...(IS_LONG ? ['', ' '].flatMap((indent) => [true, false].map((isRuled) => ({ indent, isRuled }))) : []),
];

/** A log as text, its experiments' headings behind an indent. */
function logWith(indent: string, isRuled: boolean): string {
  const indented = TEA_HOUSE.replace(/^(?=### \[K-TEA-0)/gm, indent);
  return isRuled ? indented : indented.replace(/\n\n---\n\n(?= *### \[K-TEA-0)/g, '\n\n');
}

type Act = (workbook: Workbook, id: string) => void;
const ACTS: [string, Act][] = [
  ['stays', () => {}],
  [
    'moves',
    (workbook, id) => {
      const status = workbook.cell(workbook.rowOf(id), 'Status')?.value;
      workbook.type(workbook.rowOf(id), 'Status', [status === 'Active' ? 'Dropped' : 'Active']);
    },
  ],
  [
    'loses its neighbour',
    (workbook, id) => {
      const neighbour = IDS[(IDS.indexOf(id) + 1) % IDS.length] ?? '';
      const { id: sheet } = workbook.sheet('Experiments');
      workbook.host.act({ kind: 'delete-rows', sheet, at: workbook.rowOf(neighbour) - 1, count: 1 });
    },
  ],
];

test.each(SHAPES.map((shape, turn) => ({ ...shape, turn, blanks: shape.indent.length })))(
  'no experiment is lost behind $blanks blanks, ruled: $isRuled',
  ({ indent, isRuled, turn }) => {
    const log = logWith(indent, isRuled);
    const first = new Workbook();
    expect(first.ask('importLog', { name: 'TEA_KAIZEN.md', text: log })).toMatchObject({ added: IDS.length });
    for (const [at, typed] of TYPED.entries()) {
      for (const [number, [, act]] of ACTS.entries()) {
        // In the short run each text is done one thing to behind each indent, and another behind the next.
        if (!IS_LONG && (at + turn) % ACTS.length !== number) continue;
        // Each text at one experiment in turn, so that all places are seen.
        const id = IDS[(at + number) % IDS.length] ?? '';
        const workbook = copied(first.store);
        workbook.type(workbook.rowOf(id), 'Other fields', [typed]);
        act(workbook, id);
        const held = experimentsIn(workbook);
        expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
        const again = new Workbook();
        const [text = ''] = Object.values(workbook.driveTexts());
        expect(again.ask('importLog', { name: 'TEA_KAIZEN.md', text })).toMatchObject({ ok: true });
        const read = experimentsIn(again);
        expect([...read.keys()].sort()).toEqual([...held.keys()].sort());
        for (const [other, values] of held) if (other !== id) expect(read.get(other)).toEqual(values);
      }
    }
  },
);

/** What the typed columns of each row say, by ID. */
function experimentsIn(workbook: Workbook): Map<string, unknown[]> {
  const [, ...rows] = workbook.values('Experiments');
  const columns = COMMON_FIELDS.filter((field) => !('derived' in field)).map(({ label }) => workbook.column(label));
  return new Map(rows.map((row) => [String(row[workbook.column('ID')]), columns.map((column) => row[column] ?? '')]));
}
