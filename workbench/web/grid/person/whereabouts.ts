// Where the person is: told to the page, and to the host after a moment; and where the host leads the person.
import type { Area, Cell } from '../../../protocol.ts';
import type { Connection } from '../../connection.ts';
import { writeAddress } from '../a1.ts';
import type { Cursor } from '../input/cursor.ts';
import type { SheetReader } from '../sheet-reader.ts';

export interface WhereaboutsDesk {
  cursor: Cursor;
  reader: SheetReader;
  /** The sheet that is shown. */
  sheet: () => number;
  select: (sheet: number, area: Area) => void;
  selected: (address: string) => void;
  /** The filled cells of the selection, a moment after it was made. */
  summarised: (cells: Pick<Cell, 'value' | 'format'>[], isSeveral: boolean) => void;
}

const SELECT_DELAY = 100;

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta'];

export class Whereabouts {
  private readonly connection: Connection;
  private readonly desk: WhereaboutsDesk;
  private summaryTimer: ReturnType<typeof setTimeout> | undefined;
  private selectTimer: ReturnType<typeof setTimeout> | undefined;
  /** Steps that are being undone or done again. */
  private takes = 0;
  /** Keys and clicks so far, and when the last step was wished. */
  private inputs = 0;
  private takenAt = 0;

  constructor(connection: Connection, desk: WhereaboutsDesk) {
    this.connection = connection;
    this.desk = desk;
    const count = (event: KeyboardEvent | PointerEvent) => {
      if (!('key' in event) || !MODIFIERS.includes(event.key)) this.inputs++;
    };
    for (const kind of ['keydown', 'pointerdown'] as const) window.addEventListener(kind, count, true);
  }

  /** A step is undone or done again, which leads the person to where it was. */
  led(taking: Promise<void>): void {
    this.takes++;
    this.takenAt = this.inputs;
    taking.then(() => this.connection.settled()).finally(() => this.takes--);
  }

  /** Selects what the host tells. Where a step was, nobody is led who has gone on by keys since wishing it. */
  show(sheet: number, area: Area): void {
    if (this.takes > 0 && this.inputs !== this.takenAt) return;
    this.desk.select(sheet, area);
  }

  /** Another text for every sheet and selection. */
  get place(): string {
    return JSON.stringify([this.desk.sheet(), this.desk.cursor.selection]);
  }

  /** Tells the host at once what is selected, if it does not know yet: a script is about to ask. */
  tell(): void {
    if (this.selectTimer === undefined) return;
    clearTimeout(this.selectTimer);
    this.selectTimer = undefined;
    const area = this.desk.cursor.selection;
    if (area === undefined) return;
    this.connection.act({ kind: 'select', sheet: this.desk.sheet(), area }).catch(() => undefined);
  }

  /** Says anew where the selection is. */
  tellAddress(): void {
    const area = this.desk.cursor.selection;
    if (area) this.desk.selected(writeAddress(area));
  }

  /** The selection is another one. */
  note(): void {
    const area = this.desk.cursor.selection;
    if (area === undefined) return;
    this.desk.selected(writeAddress(area));
    clearTimeout(this.summaryTimer);
    this.summaryTimer = setTimeout(() => {
      const isSeveral = area.rows > 1 || area.columns > 1;
      this.desk.summarised(isSeveral ? this.desk.reader.filled(this.desk.sheet(), area) : [], isSeveral);
    }, SELECT_DELAY);
    // The host wants to know where scripts find the person, but not every step of the way there.
    clearTimeout(this.selectTimer);
    this.selectTimer = setTimeout(() => this.tell(), SELECT_DELAY);
  }
}
