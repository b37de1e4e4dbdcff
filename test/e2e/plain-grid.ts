// What work by keys in an empty sheet must come to: a model that knows nothing of the workbench, and the keys for each act.
import fc from 'fast-check';

const ROWS = 6;
const COLUMNS = 4;

interface PlainCell {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** Something done at a cell; two rows and two columns where it is done to more than one. */
export interface GridAct {
  kind: 'type' | 'clear' | 'bold' | 'italic' | 'copy' | 'cut' | 'undo' | 'redo';
  row: number;
  column: number;
  text: string;
  /** Where what is copied or cut goes. */
  toRow: number;
  toColumn: number;
}

/** Sequences of that many acts, a third of them undo and redo. */
export function actsOf(length: number): fc.Arbitrary<GridAct[]> {
  const kind = fc.constantFrom<GridAct['kind'][]>(
    ...(['type', 'type', 'type', 'clear', 'bold', 'italic', 'copy', 'cut', 'undo', 'undo', 'undo', 'redo'] as const),
  );
  const [row, column] = [fc.nat(ROWS - 2), fc.nat(COLUMNS - 2)];
  const text = fc.constantFrom('Kettle', 'Slate', 'oven warm', 'ä');
  const act = fc.record({ kind, row, column, text, toRow: row, toColumn: column });
  return fc.array(act, { minLength: length, maxLength: length });
}

/** `B2`; counted from 0. */
export function A1(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

export class PlainGrid {
  private now = Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, blank));
  private past: string[] = [];
  private future: string[] = [];

  /** Does it here, and says which keys do it in the sheet, from the act's own cell on. */
  act({ kind, row, column, text, toRow, toColumn }: GridAct): string[] {
    const selected = ['Shift+ArrowDown', 'Shift+ArrowRight'];
    switch (kind) {
      case 'type':
        this.change((cells) => {
          cells(row, column).text = text;
        });
        return [`type ${text}`, 'Enter'];
      case 'clear':
        this.change((cells) => {
          for (const [r, c] of block(row, column)) cells(r, c).text = '';
        });
        return [...selected, 'Delete'];
      case 'bold':
      case 'italic':
        this.change((cells) => {
          const isOn = !cells(row, column)[kind];
          for (const [r, c] of block(row, column)) cells(r, c)[kind] = isOn;
        });
        return [...selected, kind === 'bold' ? 'Control+b' : 'Control+i'];
      case 'copy':
      case 'cut':
        this.change((cells) => {
          const taken = block(row, column).map(([r, c]) => ({ ...cells(r, c) }));
          if (kind === 'cut') for (const [r, c] of block(row, column)) cells(r, c).text = '';
          for (const [index, [r, c]] of block(toRow, toColumn).entries()) Object.assign(cells(r, c), taken[index]);
        });
        return [...selected, kind === 'copy' ? 'Control+c' : 'Control+x', `go ${A1(toRow, toColumn)}`, 'Control+v'];
      case 'undo':
        this.goTo(this.past, this.future);
        return ['Control+z'];
      case 'redo':
        this.goTo(this.future, this.past);
        return ['Control+y'];
    }
  }

  /** As the host keeps them. */
  cells(): [row: number, column: number, cell: object][] {
    return this.now.flatMap((line, row) =>
      line.flatMap(({ text, bold, italic }, column): [number, number, object][] => {
        const style = { ...(bold && { bold }), ...(italic && { italic }) };
        const cell = { ...(text !== '' && { value: text }), ...(Object.keys(style).length > 0 && { style }) };
        return Object.keys(cell).length === 0 ? [] : [[row, column, cell]];
      }),
    );
  }

  /** One step, unless nothing is changed by it. */
  private change(work: (cells: (row: number, column: number) => PlainCell) => void): void {
    const before = JSON.stringify(this.now);
    work((row, column) => (this.now[row] as PlainCell[])[column] as PlainCell);
    if (JSON.stringify(this.now) === before) return;
    this.past = [...this.past, before].slice(-100);
    this.future = [];
  }

  private goTo(from: string[], back: string[]): void {
    const state = from.pop();
    if (state === undefined) return;
    back.push(JSON.stringify(this.now));
    this.now = JSON.parse(state);
  }
}

function blank(): PlainCell {
  return { text: '', bold: false, italic: false };
}

/** The four cells from here on. */
function block(row: number, column: number): [row: number, column: number][] {
  return [0, 1].flatMap((down) => [0, 1].map((right): [number, number] => [row + down, column + right]));
}
