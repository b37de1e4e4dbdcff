// Find and replace: a bar over the sheet, by keys or mouse.
import type { PersonAction } from '../../../protocol.ts';
import { make, showToast } from '../../frames/layers.ts';
import type { Spot } from '../input/cursor.ts';
import type { SheetReader } from '../sheet-reader.ts';
import { matches, type Query, replaced } from './search.ts';

export interface FindDesk {
  reader: SheetReader;
  sheet: () => number;
  active: () => Spot;
  select: (spot: Spot) => void;
  act: (action: Extract<PersonAction, { kind: 'enter' }>) => Promise<void>;
  focus: () => void;
}

export class FindBar {
  private readonly desk: FindDesk;
  private readonly home: HTMLElement;
  private bar: HTMLElement | undefined;
  private readonly text = field('Find');
  private readonly by = field('Replace with');
  private readonly exactCase = checkbox('Match case');
  private readonly wholeCell = checkbox('Whole cell');
  private readonly told = make('output', 'find-told');

  constructor(home: HTMLElement, desk: FindDesk) {
    this.home = home;
    this.desk = desk;
  }

  /** Opens the bar, with the field for what replaces or without. */
  open(canReplace: boolean): void {
    this.bar?.remove();
    const bar = make('form', 'find-bar');
    bar.role = 'search';
    bar.ariaLabel = canReplace ? 'Find and replace' : 'Find';
    const row = make('div', 'find-row');
    const step = (by: 1 | -1) => () => this.go(by);
    row.append(this.text, this.told, button('Previous', '↑', step(-1)), button('Next', '↓', step(1)));
    row.append(button('Close', '×', () => this.close()));
    const options = make('div', 'find-row');
    options.append(this.exactCase.label, this.wholeCell.label);
    bar.append(row);
    if (canReplace) {
      const replacing = make('div', 'find-row');
      replacing.append(
        this.by,
        button('Replace', 'Replace', () => void this.replaceOne()),
      );
      replacing.append(button('Replace all', 'Replace all', () => void this.replaceAll()));
      bar.append(replacing);
    }
    bar.append(options);
    bar.addEventListener('submit', (event) => event.preventDefault());
    bar.addEventListener('input', () => this.tell());
    bar.addEventListener('keydown', (event) => {
      // Keys in the bar are not the grid's.
      event.stopPropagation();
      const isHere = event.key === 'Enter' && event.target instanceof HTMLInputElement;
      if (event.key === 'Escape') this.close();
      else if (isHere && event.target === this.by) void this.replaceOne();
      else if (isHere) this.go(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
    });
    this.bar = bar;
    this.home.append(bar);
    this.text.select();
    this.text.focus();
    this.tell();
  }

  private close(): void {
    this.bar?.remove();
    this.bar = undefined;
    this.desk.focus();
  }

  private get query(): Query {
    return {
      text: this.text.value,
      isExactCase: this.exactCase.box.checked,
      isWholeCell: this.wholeCell.box.checked,
    };
  }

  /** The cells that match, row by row; rows and columns that are hidden stay out. */
  private find(): Spot[] {
    const { reader } = this.desk;
    const sheet = this.desk.sheet();
    const used = reader.extent(sheet);
    const found: Spot[] = [];
    if (this.text.value === '') return found;
    for (let row = 0; row < used.rows; row++) {
      if (!reader.isRowShown(sheet, row)) continue;
      for (let column = 0; column < used.columns; column++) {
        const isFound = matches(reader.text(sheet, row, column), this.query);
        if (isFound && reader.isColumnShown(sheet, column)) found.push({ row, column });
      }
    }
    return found;
  }

  private go(step: 1 | -1): void {
    const found = this.find();
    const { row, column } = this.desk.active();
    const order = (spot: Spot) => spot.row - row || spot.column - column;
    const next =
      step > 0
        ? (found.find((spot) => order(spot) > 0) ?? found[0])
        : (found.filter((spot) => order(spot) < 0).at(-1) ?? found.at(-1));
    if (next) this.desk.select(next);
    this.tell(found);
  }

  /** Replaces in the active cell if it matches, and goes on to the next. */
  private async replaceOne(): Promise<void> {
    const spot = this.desk.active();
    await this.replace(this.find().filter(({ row, column }) => row === spot.row && column === spot.column));
    this.go(1);
  }

  private async replaceAll(): Promise<void> {
    const found = this.find();
    const count = await this.replace(found);
    const formulas = found.length - count;
    const left = formulas > 0 ? ` ${formulas} with formulas were left as they are.` : '';
    showToast('', `${count} ${count === 1 ? 'cell' : 'cells'} replaced.${left}`, 6);
    this.tell();
  }

  /** One step; formulas are left alone, and text stays text. */
  private async replace(spots: readonly Spot[]): Promise<number> {
    const { reader } = this.desk;
    const sheet = this.desk.sheet();
    const cells = spots.flatMap(({ row, column }): Extract<PersonAction, { kind: 'enter' }>['cells'] => {
      const cell = reader.cell(sheet, row, column);
      if (cell === null || cell.formula !== undefined) return [];
      const text = replaced(reader.text(sheet, row, column), this.query, this.by.value);
      return [[row, column, { text: typeof cell.value === 'string' && text !== '' ? `'${text}` : text }]];
    });
    if (cells.length > 0) await this.desk.act({ kind: 'enter', sheet, cause: 'replace', cells });
    return cells.length;
  }

  private tell(found = this.find()): void {
    const { row, column } = this.desk.active();
    const at = found.findIndex((spot) => spot.row === row && spot.column === column);
    const place = at < 0 ? `${found.length}` : `${at + 1} of ${found.length}`;
    this.told.textContent = this.text.value === '' ? '' : found.length === 0 ? 'Not found' : place;
  }
}

function field(label: string): HTMLInputElement {
  const input = make('input');
  input.placeholder = label;
  input.ariaLabel = label;
  input.spellcheck = false;
  return input;
}

function checkbox(text: string): { label: HTMLElement; box: HTMLInputElement } {
  const label = make('label');
  const box = make('input');
  box.type = 'checkbox';
  label.append(box, text);
  return { label, box };
}

function button(label: string, sign: string, run: () => void): HTMLButtonElement {
  const made = make('button', 'find-button', sign);
  made.type = 'button';
  made.ariaLabel = label;
  made.title = label;
  made.addEventListener('click', run);
  return made;
}
