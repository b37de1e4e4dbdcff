// What each key does in the grid while no cell is edited; the rest is Univer's. One table, which Help lists too.
import type { PersonAction } from '../../../protocol.ts';
import type { Cursor, Spot } from './cursor.ts';

/** What the keys work on. */
export interface KeyDesk {
  cursor: Cursor;
  /** Opens the list of the active cell; false if it has none. */
  openList: () => boolean;
  /** Opens the filter of a header cell, or the list of any other. */
  openMenu: () => void;
  /** Puts a filter on the header row, or takes it off. */
  toggleFilter: () => void;
  find: (canReplace: boolean) => void;
  edit: () => void;
  toggle: (look: 'bold' | 'italic' | 'strikethrough') => void;
  enterToday: () => void;
  take: (direction: Extract<PersonAction['kind'], 'undo' | 'redo'>) => void;
}

interface Key {
  chord: string;
  /** For Help. */
  does: string;
  /** Whether the same key with Shift stretches the selection instead. */
  extends?: boolean;
  /** Absent: the browser's own way, past Univer. */
  run?: (desk: KeyDesk, extend: boolean) => void;
}

/** What becomes of a key: Univer's, the browser's but not Univer's, or done. */
export type Taken = 'not' | 'from-univer' | 'whole';

function move(chord: string, does: string, to: (cursor: Cursor, from: Spot) => Spot, canExtend = true): Key {
  const run = ({ cursor }: KeyDesk, extend: boolean) => cursor.go((from) => to(cursor, from), extend);
  return canExtend ? { chord, does, extends: true, run } : { chord, does, run };
}

export const KEYS: Key[] = [
  move('Shift+Tab', 'One cell to the left', (cursor, from) => cursor.step(from, 0, -1), false),
  move('Shift+Enter', 'One cell up', (cursor, from) => cursor.step(from, -1, 0), false),
  move('Home', 'To the first column', (cursor, from) => cursor.home(from)),
  move('End', 'To the last filled cell of the row', (cursor, from) => cursor.rowEnd(from)),
  move('Ctrl+Home', 'To the first cell', () => ({ row: 0, column: 0 })),
  move('Ctrl+End', 'To the last cell that is in use', (cursor) => cursor.sheetEnd()),
  move('Ctrl+ArrowDown', 'To the edge of what is filled, downwards', (cursor, from) => cursor.edge(from, 1, 0)),
  move('Ctrl+ArrowUp', 'To the edge of what is filled, upwards', (cursor, from) => cursor.edge(from, -1, 0)),
  move('Ctrl+ArrowRight', 'To the edge of what is filled, to the right', (cursor, from) => cursor.edge(from, 0, 1)),
  move('Ctrl+ArrowLeft', 'To the edge of what is filled, to the left', (cursor, from) => cursor.edge(from, 0, -1)),
  move('PageDown', 'A screen down', (cursor, from) => cursor.page(from, 1)),
  move('PageUp', 'A screen up', (cursor, from) => cursor.page(from, -1)),
  {
    chord: 'Enter',
    does: 'Edit the cell, or open its list',
    run: (desk) => {
      if (!desk.openList()) desk.edit();
    },
  },
  {
    chord: 'Alt+ArrowDown',
    does: 'Open the list of the cell, or the filter of a header',
    run: (desk) => desk.openMenu(),
  },
  { chord: 'Ctrl+Shift+l', does: 'Filter on or off', run: (desk) => desk.toggleFilter() },
  { chord: 'Ctrl+f', does: 'Find', run: (desk) => desk.find(false) },
  { chord: 'Ctrl+h', does: 'Find and replace', run: (desk) => desk.find(true) },
  {
    chord: 'Ctrl+ ',
    does: 'Select the column',
    run: ({ cursor }) => cursor.selectWhole('column'),
  },
  {
    chord: 'Shift+ ',
    does: 'Select the row',
    run: ({ cursor }) => cursor.selectWhole('row'),
  },
  { chord: 'Ctrl+c', does: 'Copy' },
  { chord: 'Ctrl+x', does: 'Cut' },
  { chord: 'Ctrl+v', does: 'Paste' },
  { chord: 'Ctrl+Shift+v', does: 'Paste the text alone' },
  { chord: 'Ctrl+b', does: 'Bold', run: (desk) => desk.toggle('bold') },
  { chord: 'Ctrl+i', does: 'Italic', run: (desk) => desk.toggle('italic') },
  { chord: 'Alt+Shift+5', does: 'Strikethrough', run: (desk) => desk.toggle('strikethrough') },
  { chord: 'Ctrl+;', does: 'Enter today’s date', run: (desk) => desk.enterToday() },
  { chord: 'Ctrl+z', does: 'Undo', run: (desk) => desk.take('undo') },
  { chord: 'Ctrl+y', does: 'Redo', run: (desk) => desk.take('redo') },
  { chord: 'Ctrl+Shift+z', does: 'Redo', run: (desk) => desk.take('redo') },
];

/** Keys that are Univer's or the page's own, for Help. */
export const OTHER_KEYS: [keys: string, does: string][] = [
  ['Tab', 'One cell to the right'],
  ['Arrow keys, with Shift', 'Move, stretch the selection'],
  ['F2', 'Edit the cell'],
  ['Enter, Shift+Enter, Tab, Shift+Tab while editing', 'Keep the entry and move'],
  ['Alt+Enter', 'A line break in the cell'],
  ['Esc', 'Leave the cell as it was; from menus, sidebar and dialogs back to the grid'],
  ['Delete', 'Clear the selected cells'],
  ['F6, Shift+F6', 'On to the menus, the toolbar, the sidebar, the tabs, and back'],
];

/** The key as the table writes it; ⌘ counts as Ctrl. */
function chordOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isFive = event.code === 'Digit5' && event.altKey && event.shiftKey;
  const held = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    isFive ? '5' : key,
  ];
  return held.filter(Boolean).join('+');
}

/** Does what the table says of the key. */
export function pressKey(event: KeyboardEvent, desk: KeyDesk): Taken {
  const chord = chordOf(event);
  const exact = KEYS.find((key) => key.chord === chord);
  const stretched = exact ? undefined : KEYS.find((key) => key.extends && key.chord === chord.replace('Shift+', ''));
  const key = exact ?? stretched;
  if (key === undefined) return 'not';
  key.run?.(desk, stretched !== undefined);
  return key.run ? 'whole' : 'from-univer';
}
