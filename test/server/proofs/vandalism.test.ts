import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import type { LostColumn } from '../../../src/server/upkeep/lost-column.ts';
import { Host } from '../../../workbench/host/host.ts';
import { switchesFrom } from '../../../workbench/host/switches.ts';
import type { BookSnapshot, Cell, PersonAction, SheetSnapshot } from '../../../workbench/protocol.ts';
import { IS_LONG, numbers, report, shareOf } from '../figures.ts';
import { copyOfStore, DERIVED, HAS_RULES, TODAY, Workbook } from '../workbook.ts';

const SEQUENCES = IS_LONG ? 300 : 6;
const STEPS = 12;

/** What the register fills in where a row with a title has nothing. */
const FILLED_IN = ['ID', 'Date', 'Status'];
const SHEETS = ['Experiments', 'Candidates', 'Settings', 'Log source'];

const total = {
  sequences: 0,
  'acts of vandalism': 0,
  operations: 0,
  repairs: 0,
  'headers said to stand twice': 0,
  'columns asked about': 0,
};
afterAll(() => report('vandalism', total));

/** A project without a script: what an action does to the cells where nothing of ours answers it. */
const NO_SCRIPT = mkdtempSync(join(tmpdir(), 'kaizen-no-script-'));
writeFileSync(join(NO_SCRIPT, 'appsscript.json'), '{}');

type Table = (string | number | boolean)[][];

function tableOf({ cells }: SheetSnapshot): Table {
  const table: Table = [];
  for (const [row, column, { value }] of cells) {
    if (value === undefined || value === '') continue;
    while (table.length <= row) table.push([]);
    const line = table[row] as Table[number];
    while (line.length <= column) line.push('');
    line[column] = value;
  }
  return table;
}

const experimentsIn = ({ sheets }: BookSnapshot) => sheets.find(({ name }) => name === 'Experiments');

/** The rows as people wrote them: columns in a set order by their header, those the register works out left out. */
function writtenIn(table: Table): string[] {
  const [header = [], ...rows] = table;
  const width = Math.max(0, ...table.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !DERIVED.includes(String(header[column] ?? '').trim()),
  );
  return rows.map((row) =>
    JSON.stringify(
      columns
        .map((column) => [String(header[column] ?? ''), row[column] ?? ''] as const)
        .filter(([name, value]) => value !== '' && !FILLED_IN.includes(name.trim()))
        .sort(),
    ),
  );
}

/** Cells of people that differ, but for what the register may fill in or take back. */
function changedCells(wanted: Table, found: Table, before: Table): string[] {
  const header = (wanted[0] ?? []).map((name) => String(name).trim());
  const title = header.indexOf('Title');
  const height = Math.max(wanted.length, found.length);
  const width = Math.max(0, ...[...wanted, ...found].map((row) => row.length));
  const changed: string[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [want, is] = [wanted[row]?.[column] ?? '', found[row]?.[column] ?? ''];
      const name = header[column] ?? '';
      if (want === is || (row > 0 && DERIVED.includes(name))) continue;
      const isFilledIn = row > 0 && want === '' && FILLED_IN.includes(name) && (wanted[row]?.[title] ?? '') !== '';
      const isTakenBack =
        row > 0 && name === 'Status' && ['Proposed', 'Active', 'Completed', 'Dropped'].includes(String(is));
      // Of a row whose words were all taken back, what the register had filled in goes, too.
      const isWithdrawn = is === '' && FILLED_IN.includes(name) && !hasWords(wanted[row] ?? [], header);
      if (!isFilledIn && !isWithdrawn && !(isTakenBack && before[row]?.[column] !== want))
        changed.push(`${row + 1} ${name}: ${want} → ${is}`);
    }
  }
  return changed;
}

/** Whether anything stands in the row that the register neither fills in nor works out. */
function hasWords(row: Table[number], header: readonly string[]): boolean {
  return row.some((value, at) => value !== '' && ![...FILLED_IN, ...DERIVED].includes(header[at] ?? ''));
}

class Vandal {
  readonly #pick: (below: number) => number;
  #undo: Extract<PersonAction, { kind: 'set' }> | undefined;
  #texts = 0;

  constructor(seed: number) {
    this.#pick = numbers(seed);
  }

  chance(below: number): boolean {
    return this.#pick(below) === 0;
  }

  /** Something that people do to sheets. */
  action(book: BookSnapshot): PersonAction {
    const sheet = experimentsIn(book) ?? (book.sheets[0] as SheetSnapshot);
    const pick = this.#pick;
    const { id } = sheet;
    const table = tableOf(sheet);
    const [rows, columns] = [Math.max(table.length, 2), Math.max(...table.map((row) => row.length), 2)];
    const some = sheet.columns;
    const row = pick(rows + 2);
    const column = pick(columns);
    const kinds: (() => PersonAction)[] = [
      () => ({
        kind: 'sort',
        sheet: id,
        area: { row: 1, column: 0, rows: rows - 1, columns },
        column,
        ascending: pick(2) === 0,
      }),
      () => ({
        kind: 'sort',
        sheet: id,
        area: { row: 1, column, rows: rows - 1, columns: 1 + pick(columns - column) },
        column,
        ascending: pick(2) === 0,
      }),
      () => ({ kind: 'sort', sheet: id, area: { row: 0, column: 0, rows, columns }, column, ascending: pick(2) === 0 }),
      () => ({ kind: 'delete-rows', sheet: id, at: pick(rows), count: 1 }),
      () => ({ kind: 'delete-columns', sheet: id, at: pick(some), count: 1 }),
      () => ({ kind: 'insert-rows', sheet: id, at: pick(rows), count: 1 + pick(2) }),
      () => ({ kind: 'insert-columns', sheet: id, at: pick(columns), count: 1 }),
      () => ({ kind: 'move-columns', sheet: id, from: column, count: 1, to: pick(columns) }),
      () => ({ kind: pick(2) === 0 ? 'hide-rows' : 'hide-columns', sheet: id, at: pick(columns), count: 1 }),
      () => ({ kind: 'rename-sheet', sheet: this.#anySheet(book).id, name: this.#text('Renamed') }),
      () => ({ kind: 'type', sheet: id, row, column, text: this.#block() }),
      () => ({ kind: 'type', sheet: id, row: 1 + row, column, text: this.#block() }),
      () => ({
        kind: 'set',
        sheet: id,
        cause: 'clear',
        cells: this.#area(row, column).map(([at, where]) => [at, where, null]),
      }),
      () => this.#undo ?? { kind: 'select', sheet: id, area: { row, column, rows: 1, columns: 1 } },
    ];
    const action = (kinds[pick(kinds.length)] as () => PersonAction)();
    if (action.kind === 'type') this.#undo = undoing(action, sheet);
    else if (action.kind !== 'select') this.#undo = undefined;
    return action;
  }

  #text(what: string): string {
    this.#texts += 1;
    return `${what} ${this.#texts}`;
  }

  #anySheet({ sheets }: BookSnapshot): SheetSnapshot {
    return sheets[this.#pick(sheets.length)] as SheetSnapshot;
  }

  #area(row: number, column: number): [number, number][] {
    const [rows, columns] = [1 + this.#pick(2), 1 + this.#pick(3)];
    return Array.from({ length: rows * columns }, (_, index) => [
      row + (index % rows),
      column + Math.floor(index / rows),
    ]);
  }

  #block(): string[][] {
    const words = ['Active', '2026-02-30', '2026-01-05', '=1+1', 'K-BIZ-002', 'System', 'Title', '4 weeks', '', '7'];
    const text = () => (this.#pick(3) === 0 ? this.#text('Pasted') : (words[this.#pick(words.length)] ?? ''));
    const width = 1 + this.#pick(3);
    return Array.from({ length: 1 + this.#pick(2) }, () => Array.from({ length: width }, text));
  }
}

function undoing(action: Extract<PersonAction, { kind: 'type' }>, { id, cells }: SheetSnapshot) {
  const before = (row: number, column: number) => cells.find(([at, where]) => at === row && where === column)?.[2];
  return {
    kind: 'set' as const,
    sheet: id,
    cause: 'undo' as const,
    cells: action.text.flatMap((texts, down) =>
      texts.map((_, across): [number, number, Cell | null] => {
        const [row, column] = [action.row + down, action.column + across];
        return [row, column, before(row, column) ?? null];
      }),
    ),
  };
}

/** All formats, notes, rules, highlights and protections gone. */
function stripped(workbook: Workbook): Workbook {
  const store = copyOfStore(workbook.store);
  const book = workbook.host.snapshot();
  store.saveBook({
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      frozenRows: 0,
      frozenColumns: 0,
      validations: [],
      conditionalFormats: [],
      protections: [],
      cells: sheet.cells.flatMap(([row, column, { value, formula }]): SheetSnapshot['cells'] =>
        value === undefined && formula === undefined
          ? []
          : [[row, column, formula === undefined ? { value: value ?? '' } : { formula, value: value ?? '' }]],
      ),
    })),
  });
  return new Workbook(store);
}

/** An operation of ours between the vandalism. */
function operate(workbook: Workbook, step: number): void {
  const experiment = {
    ...emptyExperiment(),
    title: `Form ${step}`,
    date: '2026-02-11',
    layer: 'Process',
    status: 'Active',
  };
  if (step % 3 === 0) workbook.ask('saveForm', { token: `vandal-${step}-form`, experiment });
  else if (step % 3 === 1) workbook.ask('checkLog');
  else workbook.ask('readOverview');
}

/**
 * Repairs, as often as it names a header that stands twice, which a person then renames, or asks what became of a column, of which a person
 * then says that the likeliest one is it and is called as before. Hands out the names that are given up by that.
 */
function repair(workbook: Workbook): string[] {
  const givenUp: string[] = [];
  for (;;) {
    const result = workbook.host.choose('setUp');
    if (result.ok) {
      const { columns } = workbook.ask('readColumns') as unknown as { columns: LostColumn[] };
      if (columns.length === 0) return givenUp;
      total['columns asked about'] += 1;
      const meant = new Set<string>();
      const answers = columns.map(({ key, likely }) => {
        const found = likely.find(({ letters }) => !meant.has(letters));
        if (found === undefined) return { key, is: 'empty' };
        meant.add(found.letters);
        givenUp.push(found.name);
        return { key, is: 'renamed', letters: found.letters, name: found.name };
      });
      expect(workbook.ask('saveColumns', answers)).toEqual({ ok: true });
      continue;
    }
    const [, label = '', sheetName = ''] =
      /The column "(.*)" stands twice in the sheet (.*): rename/.exec(result.message) ?? [];
    expect(label === '' ? result.message : label).toBe(label);
    total['headers said to stand twice'] += 1;
    const { id } = workbook.sheet(sheetName);
    const header = workbook.values(sheetName)[0] ?? [];
    const column = header.findLastIndex((name) => String(name).trim().toLowerCase() === label.toLowerCase());
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column, text: [[`'${label} of mine ${total.repairs}`]] });
  }
}

test.each(shareOf(Array.from({ length: SEQUENCES }, (_, index) => index + 1)))(
  'whatever people do to the sheets, a repair leads back, and nobody but they change what they wrote (sequence %i)',
  (seed) => {
    const vandal = new Vandal(seed * 7919);
    let workbook = Workbook.setUp().shorten();
    workbook.type(
      2,
      'Title',
      ['First', '2026-02-11', 'Process', 'Holding', 'Active', 'If, then because', 'Two', '8 weeks'],
      ['Second', '2026-02-12', 'System', 'Group', 'Proposed', '', '', '4 weeks'],
      ['Third', '2026-01-05', 'Model', '', 'Active'],
    );
    total.sequences += 1;
    // What is typed where Sheets asks first, since the register overwrites it.
    const warned = new Set<string>();
    for (let step = 1; step <= STEPS; step += 1) {
      const before = workbook.host.snapshot();
      const action = vandal.action(before);
      const now = () => Date.parse(`${TODAY}T02:30:00Z`);
      const store = copyOfStore(workbook.store);
      const alone = new Host({ dist: NO_SCRIPT, store, now, ...switchesFrom(process.env.KAIZEN_HOST) });
      alone.act(action);
      workbook.host.act(action);
      total['acts of vandalism'] += 1;
      const [wanted, found] = [alone.snapshot(), workbook.host.snapshot()].map((book) =>
        tableOf(experimentsIn(book) ?? (book.sheets[0] as SheetSnapshot)),
      );
      const was = tableOf(experimentsIn(before) ?? (before.sheets[0] as SheetSnapshot));
      if (action.kind === 'type') {
        // Wherever it has been sorted or pushed to; where it is gone, nobody can tell the columns.
        const header = was
          .map((row) => row.map(String))
          .find((row) => row.filter((name) => DERIVED.includes(name)).length > 2);
        for (const texts of action.text)
          for (const [index, text] of texts.entries()) {
            if (header === undefined || DERIVED.includes(header[action.column + index] ?? '')) warned.add(text);
          }
      }
      const at = { step, action: JSON.stringify(action) };
      expect({ ...at, changed: changedCells(wanted ?? [], found ?? [], was) }).toEqual({ ...at, changed: [] });
      if (vandal.chance(10)) workbook = stripped(workbook);

      if (vandal.chance(3)) {
        const rows = writtenIn(
          tableOf(
            workbook.host.snapshot().sheets.find(({ name }) => name === 'Experiments') ??
              ({ cells: [] } as unknown as SheetSnapshot),
          ),
        );
        operate(workbook, step);
        total.operations += 1;
        const after = workbook.sheetNames().includes('Experiments')
          ? writtenIn(tableOf(workbook.sheet('Experiments')))
          : [];
        expect({ ...at, missing: rows.filter((row) => !after.includes(row)) }).toEqual({ ...at, missing: [] });
      }
      if (!vandal.chance(4) && step < STEPS) continue;

      const ids = new Set(workbook.host.snapshot().sheets.map(({ id }) => id));
      const texts = workbook.host.snapshot().sheets.flatMap((sheet) => tableOf(sheet).flat().map(String));
      for (const name of repair(workbook)) warned.add(name);
      total.repairs += 1;
      expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
      const book = workbook.host.snapshot();
      expect({ ...at, names: SHEETS.filter((name) => !workbook.sheetNames().includes(name)) }).toEqual({
        ...at,
        names: [],
      });
      expect({ ...at, gone: [...ids].filter((id) => !book.sheets.some((sheet) => sheet.id === id)) }).toEqual({
        ...at,
        gone: [],
      });
      const left = new Map<string, number>();
      for (const text of book.sheets.flatMap((sheet) => tableOf(sheet).flat().map(String)))
        left.set(text, (left.get(text) ?? 0) + 1);
      const own = texts.filter((text) =>
        /^(?:First|Second|Third|Pasted \d+|Form \d+|If, then because|Holding|Group)$/.test(text),
      );
      expect({ ...at, lost: own.filter((text) => !left.has(text) && !warned.has(text)) }).toEqual({ ...at, lost: [] });

      // In order: nothing is left to do for another repair and another check.
      workbook.host.choose('setUp');
      workbook.ask('checkLog');
      expect(workbook.host.snapshot()).toEqual(book);
      const row = workbook.values('Experiments').length + 1;
      const known = workbook.values('Experiments').map((line) => line[workbook.column('ID')]);
      workbook.type(row, 'Title', [`Form ${seed * 100 + step}`]);
      const id = workbook.cell(row, 'ID')?.value ?? '';
      expect({ ...at, isNew: id !== '' && !known.includes(id) }).toEqual({ ...at, isNew: true });
      // With arrows and without, the rules of Status follow on each other from below the header to the sheet's end.
      const { validations, rows } = workbook.sheet('Experiments');
      const ruled = validations
        .filter(({ area, allowInvalid }) => area.column === workbook.column('Status') && !allowInvalid)
        .flatMap(({ area }) => Array.from({ length: area.rows }, (_, down) => area.row + down))
        .sort((a, b) => a - b);
      const all = Array.from({ length: HAS_RULES ? rows - 1 : 0 }, (_, down) => 1 + down);
      expect({ ...at, ruled }).toEqual({ ...at, ruled: all });
    }
  },
);

/** As many columns as the register has, others' own included. */
const widthOf = (workbook: Workbook) => workbook.values('Experiments')[0]?.length ?? 0;

const HEADER_LOST: Record<string, (workbook: Workbook, sheet: number) => PersonAction> = {
  'was sorted away': (workbook, sheet) => ({
    kind: 'sort',
    sheet,
    area: { row: 0, column: 0, rows: 4, columns: widthOf(workbook) },
    column: workbook.column('Title'),
    ascending: true,
  }),
  'was pushed down': (_, sheet) => ({ kind: 'insert-rows', sheet, at: 0, count: 2 }),
  'was deleted': (_, sheet) => ({ kind: 'delete-rows', sheet, at: 0, count: 1 }),
  'was cleared': (workbook, sheet) => ({
    kind: 'set',
    sheet,
    cause: 'clear',
    cells: Array.from({ length: widthOf(workbook) }, (_, column): [number, number, null] => [0, column, null]),
  }),
};

test.each(Object.entries(HEADER_LOST))('a header row that %s comes back over its columns', (_, lose) => {
  const workbook = Workbook.setUp().shorten();
  const { id } = workbook.sheet('Experiments');
  workbook.host.act({ kind: 'move-columns', sheet: id, from: workbook.column('Status'), count: 1, to: 2 });
  workbook.host.act({ kind: 'insert-columns', sheet: id, at: 4, count: 1 });
  workbook.type(2, 'Title', ['Walk']);
  workbook.type(3, 'Title', ['Air']);
  workbook.type(4, 'Title', ['Bread']);
  workbook.ask('checkLog');
  const contents = (): unknown =>
    workbook
      .values('Experiments')
      .filter((row) => row.some((value) => value !== ''))
      .map((row) => row.join('|'))
      .sort();
  const before = contents();
  workbook.host.act(lose(workbook, id));
  expect(contents()).not.toEqual(workbook.values('Experiments'));
  expect(workbook.ask('checkLog')).toMatchObject({ ok: false, message: expect.stringContaining('Set up or repair') });
  workbook.host.choose('setUp');
  expect(contents()).toEqual(before);
  expect(workbook.values('Experiments')[0]?.slice(0, 3)).toEqual(['ID', 'Title', 'Status']);
});
