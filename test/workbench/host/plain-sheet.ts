// A sheet as plain lists, which knows nothing of the host: what random actions of a person must come to.

import fc from 'fast-check';
import type { CellStyle, PersonAction, SheetSnapshot } from '../../../workbench/protocol.ts';

const ROWS = 12;
const COLUMNS = 6;
/** What is stamped stands here; columns are changed only before it. */
const STAMP = 5;

export interface PlainCell {
  text: string;
  style: CellStyle;
}

/** Hides the rows between `header` and `end` that say `text` in that column. */
interface PlainFilter {
  header: number;
  end: number;
  column: number;
  text: string;
}

export interface State {
  rows: PlainCell[][];
  hidden: boolean[];
  /** What a filter hides, if there is one. */
  out: boolean[];
  filter?: PlainFilter;
  name: string;
  /** Another number after every move of a column: a step even where both columns were empty. */
  layout: number;
}

/** One action of a person: done to the plain sheet, and as the host is asked for it. */
export type Act = (plain: PlainSheet, sheet: number) => PersonAction;

interface Step {
  state: State;
  /** The rows whose stamp the script writes, after the action and after it is taken back. */
  edited: number[];
}

export class PlainSheet {
  private past: Step[] = [];
  private future: Step[] = [];
  private now: State = {
    rows: Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, blank)),
    hidden: Array.from({ length: ROWS }, () => false),
    out: Array.from({ length: ROWS }, () => false),
    name: 'Sheet1',
    layout: 0,
  };

  private readonly isStamped: boolean;

  /** `isStamped`: whether a script writes after each edit. */
  constructor(isStamped: boolean) {
    this.isStamped = isStamped;
  }

  static empty(): SheetSnapshot {
    const none = {
      cells: [],
      validations: [],
      conditionalFormats: [],
      protections: [],
      hiddenRows: [],
      hiddenColumns: [],
    };
    const sizes = { rows: ROWS, columns: COLUMNS, frozenRows: 0, frozenColumns: 0, columnWidths: {}, rowHeights: {} };
    return { id: 7, name: 'Sheet1', hidden: false, ...none, ...sizes };
  }

  /** The host's sheet in the form of `state`. */
  static stateOf(sheet: SheetSnapshot | undefined): Omit<State, 'layout' | 'filter'> {
    if (!sheet) throw new Error('There is no sheet.');
    const rows = Array.from({ length: sheet.rows }, () => Array.from({ length: sheet.columns }, blank));
    for (const [row, column, { value = '', style = {} }] of sheet.cells) {
      (rows[row] as PlainCell[])[column] = { text: String(value), style };
    }
    const hidden = rows.map((_, row) => sheet.hiddenRows.includes(row));
    return { rows, hidden, out: rows.map((_, row) => sheet.filter?.rows.includes(row) ?? false), name: sheet.name };
  }

  state(): Omit<State, 'layout' | 'filter'> {
    const { layout: _, filter: _filter, ...state } = this.now;
    return state;
  }

  /** False if there is nothing to undo. */
  undo(): boolean {
    return this.goTo(this.past, this.future);
  }

  redo(): boolean {
    return this.goTo(this.future, this.past);
  }

  private goTo(from: Step[], back: Step[]): boolean {
    const step = from.pop();
    if (step === undefined) return false;
    const { now } = this;
    this.now = step.state;
    this.stamp(step.edited);
    if (!this.isStill(now)) back.push({ state: now, edited: step.edited });
    return true;
  }

  /** A step, unless it changes nothing. */
  change(work: (state: State) => void, edited: number[] = []): void {
    const before = structuredClone(this.now);
    work(this.now);
    this.stamp(edited);
    if (this.isStill(before)) return;
    this.past = [...this.past, { state: before, edited }].slice(-100);
    this.future = [];
  }

  private stamp(rows: number[]): void {
    for (const row of this.isStamped ? rows : []) {
      const cells = this.now.rows[row] as PlainCell[];
      const first = cells[0]?.text ?? '';
      (cells[STAMP] as PlainCell).text = first === '' ? '' : `seen ${first}`;
    }
  }

  private isStill(state: State): boolean {
    return JSON.stringify(state) === JSON.stringify(this.now);
  }

  get filterColumn(): number | undefined {
    return this.now.filter?.column;
  }

  /** The row that a filter stands on, if there is one. */
  get header(): number | undefined {
    return this.now.filter?.header;
  }

  get height(): number {
    return this.now.rows.length;
  }
}

let layouts = 0;

function blank(): PlainCell {
  return { text: '', style: {} };
}

const STYLES: CellStyle[] = [{ bold: true }, { italic: true }, { background: '#fce8e6' }, { color: '#a50e0e' }];
const text = fc.constantFrom('Kettle', 'Slate', 'Cups', 'oven warm', 'ä', '');
const place = fc.record({ row: fc.nat(ROWS - 4), column: fc.nat(STAMP - 3) });
const block = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 });
const list = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

/** Texts from a cell on, which keeps its looks. */
export function put(state: State, row: number, column: number, texts: string[][]): void {
  texts.forEach((line, down) => {
    line.forEach((entry, right) => {
      const cells = state.rows[row + down] as PlainCell[];
      cells[column + right] = { ...(cells[column + right] as PlainCell), text: entry };
    });
  });
}

/** Decides which rows the filter hides; none without one. */
function refilter(state: State): void {
  const { filter } = state;
  state.out = state.rows.map((cells, row) => {
    const isInside = filter !== undefined && row > filter.header && row < filter.end;
    return isInside && cells[filter.column]?.text === filter.text;
  });
}

const typed = fc.tuple(place, text).map(
  ([{ row, column }, entry]): Act =>
    (plain, sheet) => {
      plain.change((state) => put(state, row, column, [[entry]]), [row]);
      return { kind: 'type', sheet, row, column, text: [[entry]] };
    },
);

const pasted = fc.tuple(place, block).map(
  ([{ row, column }, texts]): Act =>
    (plain, sheet) => {
      plain.change((state) => put(state, row, column, texts), list(row, texts.length));
      return { kind: 'type', sheet, row, column, text: texts };
    },
);

const cleared = fc.tuple(place, fc.constantFrom<'clear' | 'fill'>('clear', 'fill')).map(
  ([{ row, column }, cause]): Act =>
    (plain, sheet) => {
      plain.change((state) => put(state, row, column, [[''], ['']]), [row, row + 1]);
      const cells: [number, number, null][] = [
        [row, column, null],
        [row + 1, column, null],
      ];
      return { kind: 'set', sheet, cause, cells };
    },
);

const styled = fc.tuple(place, fc.constantFrom(...STYLES), fc.boolean()).map(
  ([{ row, column }, style, isOn]): Act =>
    (plain, sheet) => {
      const [look, value] = Object.entries(style)[0] as [keyof CellStyle, never];
      plain.change((state) => {
        for (const cells of state.rows.slice(row, row + 2)) {
          for (const cell of cells.slice(column, column + 3)) {
            if (isOn) cell.style[look] = value;
            else delete cell.style[look];
          }
        }
      });
      const area = { row, column, rows: 2, columns: 3 };
      return { kind: 'format', sheet, area, style: { [look]: isOn ? value : null } };
    },
);

const sorted = fc.tuple(fc.nat(STAMP - 1), fc.boolean()).map(
  ([column, ascending]): Act =>
    (plain, sheet) => {
      plain.change((state) => {
        const key = (cells: PlainCell[]) => cells[column]?.text ?? '';
        const moved = state.rows.slice(1, ROWS - 3);
        const filled = moved.filter((cells) => key(cells) !== '');
        const collator = new Intl.Collator('en', { sensitivity: 'base' });
        filled.sort((one, other) => collator.compare(key(one), key(other)) * (ascending ? 1 : -1));
        state.rows.splice(1, ROWS - 4, ...filled, ...moved.filter((cells) => key(cells) === ''));
        if (state.filter) refilter(state);
      });
      const area = { row: 1, column: 0, rows: ROWS - 4, columns: COLUMNS };
      return { kind: 'sort', sheet, area, column, ascending };
    },
);

const inserted = fc.tuple(fc.nat(ROWS - 1), fc.integer({ min: 1, max: 2 })).map(
  ([at, count]): Act =>
    (plain, sheet) => {
      plain.change((state) => {
        const like = state.rows[at === 0 ? 0 : at - 1] ?? [];
        const row = () => like.map(({ style }) => ({ text: '', style: { ...style } }));
        state.rows.splice(at, 0, ...Array.from({ length: count }, row));
        state.hidden.splice(at, 0, ...Array.from({ length: count }, () => false));
        state.out.splice(at, 0, ...Array.from({ length: count }, () => false));
        if (state.filter && at <= state.filter.end) state.filter.end += count;
        if (state.filter && at <= state.filter.header) state.filter.header += count;
      });
      return { kind: 'insert-rows', sheet, at, count };
    },
);

/** The rows that the other actions name stay: where they would not, none is deleted. */
const deleted = fc.tuple(fc.nat(ROWS - 1), fc.integer({ min: 1, max: 2 })).map(
  ([at, most]): Act =>
    (plain, sheet) => {
      const count = Math.min(most, plain.height - ROWS);
      plain.change((state) => {
        state.rows.splice(at, count);
        state.hidden.splice(at, count);
        state.out.splice(at, count);
        const { filter } = state;
        if (filter && at <= filter.header && at + count > filter.header) {
          delete state.filter;
          refilter(state);
        } else if (filter) {
          filter.end -= Math.max(0, Math.min(at + count, filter.end) - at);
          if (at < filter.header) filter.header -= count;
        }
      });
      return { kind: 'delete-rows', sheet, at, count };
    },
);

const moved = fc.tuple(fc.nat(STAMP - 1), fc.nat(STAMP - 1)).map(
  ([from, to]): Act =>
    (plain, sheet) => {
      plain.change((state) => {
        if (to === from || to === from + 1) return;
        state.layout = ++layouts;
        for (const cells of state.rows) {
          const [cell] = cells.splice(from, 1);
          if (cell) cells.splice(to > from ? to - 1 : to, 0, cell);
        }
        const order = list(0, COLUMNS);
        order.splice(to > from ? to - 1 : to, 0, ...order.splice(from, 1));
        if (state.filter) state.filter.column = order.indexOf(state.filter.column);
      });
      return { kind: 'move-columns', sheet, from, count: 1, to };
    },
);

const hidden = fc.tuple(fc.nat(ROWS - 3), fc.boolean()).map(
  ([at, hides]): Act =>
    (plain, sheet) => {
      plain.change((state) => state.hidden.fill(hides, at, at + 2));
      return { kind: hides ? 'hide-rows' : 'show-rows', sheet, at, count: 2 };
    },
);

/** Pasted with looks of their own, which take the place of those that were there. */
const entered = fc.tuple(place, block, fc.constantFrom(...STYLES)).map(
  ([{ row, column }, texts, style]): Act =>
    (plain, sheet) => {
      const cells = texts.flatMap((line, down) =>
        line.map((entry, right): [number, number, { text: string; style: CellStyle }] => [
          row + down,
          column + right,
          { text: entry, style },
        ]),
      );
      plain.change(
        (state) => {
          for (const [r, c, cell] of cells) (state.rows[r] as PlainCell[])[c] = structuredClone(cell);
        },
        list(row, texts.length),
      );
      return { kind: 'enter', sheet, cause: 'paste', cells };
    },
);

/** On everything below the first row; another filter goes first, as a step of its own would. */
const filtered = fc.tuple(fc.nat(STAMP - 1), text, fc.boolean()).map(
  ([column, hiddenText, isOn]): Act =>
    (plain, sheet) => {
      const end = plain.height;
      plain.change((state) => {
        if (!isOn) delete state.filter;
        else if (state.filter === undefined) state.filter = { header: 0, end, column, text: hiddenText };
        if (state.filter?.column === column) state.filter.text = hiddenText;
        refilter(state);
      });
      if (!isOn) return { kind: 'set-filter', sheet, area: null };
      const area = { row: 0, column: 0, rows: end, columns: COLUMNS };
      const known = plain.filterColumn;
      // Only one column is filtered: a second one asks for what is there already.
      const isKnown = known === column;
      const rule = isKnown ? { hidden: [hiddenText] } : null;
      return { kind: 'filter', sheet, column, rule, area };
    },
);

const renamed = fc.constantFrom('Trips', 'Sheet1', 'Tides').map(
  (name): Act =>
    (plain, sheet) => {
      plain.change((state) => {
        state.name = name;
      });
      return { kind: 'rename-sheet', sheet, name };
    },
);

const undone = fc.constant<Act>((plain) => {
  plain.undo();
  return { kind: 'undo' };
});

const redone = fc.constant<Act>((plain) => {
  plain.redo();
  return { kind: 'redo' };
});

/** Sequences of that many actions, a third of them undo and redo. */
export function actsOf(length: number): fc.Arbitrary<Act[]> {
  const act = fc.oneof(
    { weight: 4, arbitrary: typed },
    { weight: 2, arbitrary: pasted },
    cleared,
    { weight: 2, arbitrary: styled },
    sorted,
    inserted,
    deleted,
    moved,
    hidden,
    entered,
    filtered,
    renamed,
    { weight: 5, arbitrary: undone },
    { weight: 3, arbitrary: redone },
  );
  return fc.array(act, { minLength: length, maxLength: length });
}
