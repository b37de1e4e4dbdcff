// What a person does with the keyboard alone in a plain sheet, one step of undo each: the keys, and what they must come to.
import fc from 'fast-check';
import type { CellStyle } from '../../workbench/protocol.ts';
import { type PlainCell, type PlainSheet, put, type State } from '../workbench/host/plain-sheet.ts';
import type { Desk } from './workbench.ts';

/** One step: done to the plain sheet, and pressed in the window. */
export type KeyboardAct = (plain: PlainSheet, desk: Desk) => Promise<void>;

const text = fc.constantFrom('Kettle', 'Slate', 'Cups', 'oven warm', 'ä');
const place = fc.record({ row: fc.nat(8), column: fc.nat(3) });
type Place = { row: number; column: number };

async function press(desk: Desk, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) await desk.page.keyboard.press(key);
}

async function go(desk: Desk, { row, column }: Place): Promise<void> {
  await press(desk, 'Control+Home');
  await press(desk, 'ArrowDown', row);
  await press(desk, 'ArrowRight', column);
}

/** An item of a menu by its letters: F6 to the bar, the menu's first letter, down into it, the item's. */
async function choose(desk: Desk, menu: string, letters: string): Promise<void> {
  await press(desk, 'F6');
  await press(desk, menu);
  await press(desk, 'ArrowDown');
  for (const letter of letters) await press(desk, letter);
  await press(desk, 'Enter');
}

/** Two rows of two columns. */
function block(state: State, { row, column }: Place): PlainCell[][] {
  return state.rows.slice(row, row + 2).map((cells) => cells.slice(column, column + 2));
}

async function selectBlock(desk: Desk, at: Place): Promise<void> {
  await go(desk, at);
  await press(desk, 'Shift+ArrowDown');
  await press(desk, 'Shift+ArrowRight');
}

const typed = fc.tuple(place, text, fc.constantFrom('Enter', 'Tab', 'Shift+Enter')).map(
  ([at, entry, end]): KeyboardAct =>
    async (plain, desk) => {
      plain.change((state) => put(state, at.row, at.column, [[entry]]));
      await go(desk, at);
      await desk.page.keyboard.type(entry);
      await press(desk, end);
    },
);

const cleared = place.map(
  (at): KeyboardAct =>
    async (plain, desk) => {
      const none = [
        ['', ''],
        ['', ''],
      ];
      plain.change((state) => put(state, at.row, at.column, none));
      await selectBlock(desk, at);
      await press(desk, 'Delete');
    },
);

const LOOKS: [key: string, look: 'bold' | 'italic' | 'strikethrough'][] = [
  ['Control+b', 'bold'],
  ['Control+i', 'italic'],
  ['Alt+Shift+Digit5', 'strikethrough'],
];

/** The cell that the selection began at says whether the look comes or goes. */
const styled = fc.tuple(place, fc.constantFrom(...LOOKS)).map(
  ([at, [key, look]]): KeyboardAct =>
    async (plain, desk) => {
      plain.change((state) => {
        const isOn = block(state, at)[0]?.[0]?.style[look] === true;
        for (const { style } of block(state, at).flat()) {
          if (isOn) delete style[look];
          else Object.assign(style, { [look]: true } satisfies CellStyle);
        }
      });
      await selectBlock(desk, at);
      await press(desk, key);
    },
);

const pasted = fc.tuple(place, place, fc.boolean()).map(
  ([from, to, isCut]): KeyboardAct =>
    async (plain, desk) => {
      plain.change((state) => {
        const copy = structuredClone(block(state, from));
        if (isCut) for (const cell of block(state, from).flat()) Object.assign(cell, { text: '', style: {} });
        copy.forEach((cells, down) => {
          (state.rows[to.row + down] as PlainCell[]).splice(to.column, 2, ...cells);
        });
      });
      await selectBlock(desk, from);
      await press(desk, isCut ? 'Control+x' : 'Control+c');
      await go(desk, to);
      await press(desk, 'Control+v');
    },
);

/** Below the header, which is the filter's where there is one, down to the last row that shows something. */
const sorted = fc.tuple(place, fc.boolean()).map(
  ([at, ascending]): KeyboardAct =>
    async (plain, desk) => {
      plain.change((state) => {
        const key = (cells: PlainCell[]) => cells[at.column]?.text ?? '';
        const first = (plain.header ?? 0) + 1;
        const last = state.rows.findLastIndex((cells) => cells.some((cell) => cell.text !== ''));
        if (last < first) return;
        const moved = state.rows.slice(first, last + 1);
        const filled = moved.filter((cells) => key(cells) !== '');
        const collator = new Intl.Collator('en', { sensitivity: 'base' });
        filled.sort((one, other) => collator.compare(key(one), key(other)) * (ascending ? 1 : -1));
        state.rows.splice(first, moved.length, ...filled, ...moved.filter((cells) => key(cells) === ''));
      });
      await go(desk, at);
      // The other order is the next item with that letter.
      await choose(desk, 'd', ascending ? '' : 's');
    },
);

const inserted = place.map(
  (at): KeyboardAct =>
    async (plain, desk) => {
      plain.change((state) => {
        const like = state.rows[Math.max(0, at.row - 1)] ?? [];
        state.rows.splice(
          at.row,
          0,
          like.map(({ style }) => ({ text: '', style: { ...style } })),
        );
        state.hidden.push(false);
        state.out.push(false);
        if (state.filter && at.row <= state.filter.header) state.filter.header++;
      });
      await go(desk, at);
      await choose(desk, 'i', '');
    },
);

/** Only while there are more rows than the other acts name. */
const deleted = place.map(
  (at): KeyboardAct =>
    async (plain, desk) => {
      if (plain.height <= 12) return;
      plain.change((state) => {
        state.rows.splice(at.row, 1);
        state.hidden.pop();
        state.out.pop();
        if (state.filter?.header === at.row) delete state.filter;
        else if (state.filter && at.row < state.filter.header) state.filter.header--;
      });
      await go(desk, at);
      await choose(desk, 'd', 'd');
    },
);

/** A filter that lets everything through: it is there, and the next sort begins below it. */
const filtered = fc.constant<KeyboardAct>(async (plain, desk) => {
  plain.change((state) => {
    if (state.filter) delete state.filter;
    else state.filter = { header: 0, end: state.rows.length, column: 0, text: 'nothing that stands there' };
  });
  await press(desk, 'Control+Shift+l');
});

const undone = fc.constantFrom('Control+z').map(
  (key): KeyboardAct =>
    async (plain, desk) => {
      plain.undo();
      await press(desk, key);
    },
);

const redone = fc.constantFrom('Control+y', 'Control+Shift+z').map(
  (key): KeyboardAct =>
    async (plain, desk) => {
      plain.redo();
      await press(desk, key);
    },
);

/** Sequences of that many acts, a third of them undo and redo. */
export function keyboardActs(length: number): fc.Arbitrary<KeyboardAct[]> {
  const act = fc.oneof(
    { weight: 5, arbitrary: typed },
    { weight: 3, arbitrary: pasted },
    cleared,
    { weight: 2, arbitrary: styled },
    { weight: 2, arbitrary: sorted },
    inserted,
    deleted,
    filtered,
    { weight: 5, arbitrary: undone },
    { weight: 3, arbitrary: redone },
  );
  return fc.array(act, { minLength: length, maxLength: length });
}
