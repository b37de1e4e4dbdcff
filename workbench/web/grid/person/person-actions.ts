// What the person wishes on its way to the host: in order, shown at once where it can be, and shown anew where it was not to be.
import { runsWithout } from '../../../host/model/area.ts';
import { styledCell } from '../../../host/model/looks.ts';
import type { ActionOutcome, BookSnapshot, Cell, LinesAction, Patch, PersonAction } from '../../../protocol.ts';
import type { Connection, Wanted } from '../../connection.ts';
import { showToast } from '../../frames/layers.ts';
import type { Cursor } from '../input/cursor.ts';
import type { Painter } from '../painter.ts';
import type { SheetReader } from '../sheet-reader.ts';

export interface ActionsDesk {
  painter: Painter;
  reader: SheetReader;
  cursor: Cursor;
  /** Undefined before the first is opened. */
  book: () => BookSnapshot | undefined;
  /** Hands over what Univer has done and has not been told yet. */
  finish: () => void;
  refused: (action: PersonAction, refused: ActionOutcome['refused']) => void;
  historyChanged: (history: NonNullable<ActionOutcome['history']>) => void;
}

/** Cells that are given looks before the host has answered. */
const MOST_AT_ONCE = 2000;

export class PersonActions {
  private readonly connection: Connection;
  private readonly desk: ActionsDesk;
  /** Rows and columns that the person inserted or deleted and that the host has not told back yet; by Univer, or painted as the host tells them. */
  private ownLines: { patch: string; by: 'univer' | 'painter' }[] = [];
  /** Actions of the person that the host has not judged yet. */
  private unanswered = 0;
  private repainting: Promise<void> | undefined;
  private renewing: Promise<void> | undefined;
  /** Whether something is shown otherwise than the host has it since everything was painted anew last. */
  private isStale = false;

  constructor(connection: Connection, desk: ActionsDesk) {
    this.connection = connection;
    this.desk = desk;
  }

  /** An action of the person, from keys, tabs or menus, after all that was done in the grid before. What was refused is painted back, with the message. */
  async act(action: PersonAction): Promise<void> {
    this.desk.finish();
    if (action.kind === 'format') this.paintLooks(action);
    await this.settle(action);
  }

  /** An action that depends on what stands in the sheet: made of it once everything before is shown as the host has it. */
  wish(make: () => PersonAction | undefined): void {
    const settled = this.settled();
    if (settled === undefined) {
      const action = make();
      if (action) void this.act(action);
      return;
    }
    const wanted = settled.then(() => {
      const action = make();
      if (action?.kind === 'format') this.paintLooks(action);
      return action;
    });
    void this.settle(wanted);
  }

  /** Resolves when what was done so far is shown as the host has it; undefined where it is, or where nobody can tell. */
  settled(): Promise<void> | undefined {
    this.desk.finish();
    return this.connection.settled()?.then(() => this.renewing);
  }

  /** What Univer has done in the grid already. */
  async tell(action: PersonAction): Promise<void> {
    if (/^(?:insert|delete)-(?:rows|columns)$/.test(action.kind))
      this.ownLines.push({ patch: JSON.stringify(action), by: 'univer' });
    await this.settle(action);
  }

  /** Sends what is wished, and tells what was refused of it. Gives what it came to. */
  async settle(wanted: Wanted): Promise<PersonAction | undefined> {
    this.unanswered++;
    try {
      const { refused, history } = await this.connection.act(wanted).finally(() => this.unanswered--);
      if (history !== undefined) this.desk.historyChanged(history);
      const action = await wanted;
      if (action === undefined || refused.length === 0) return action;
      if (refused.some(({ row }) => row < 0) && action.kind !== 'undo' && action.kind !== 'redo') await this.repaint();
      this.desk.refused(action, refused);
      return action;
    } catch (error) {
      await this.repaint().catch(() => undefined);
      showToast('Not saved', (error as Error).message, 10);
      return undefined;
    }
  }

  /** Looks show at once, as far as one sees: the next key may ask what a cell looks like. */
  private paintLooks({ sheet, area, style, except }: Extract<PersonAction, { kind: 'format' }>): void {
    const book = this.desk.book();
    if (book === undefined || area.rows * area.columns > MOST_AT_ONCE) return;
    const cells: [number, number, Cell | null][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      if (except?.includes(row)) continue;
      for (let column = area.column; column < area.column + area.columns; column++)
        cells.push([row, column, styledCell(this.desk.reader.cell(sheet, row, column) ?? undefined, style) ?? null]);
    }
    void this.desk.painter.apply({ kind: 'cells', sheet, cells }, book);
  }

  /** Who has already done what the patch tells; undefined if nobody has. */
  takeOwn(patch: Patch): 'univer' | 'painter' | undefined {
    const text = JSON.stringify(patch);
    const index = this.ownLines.findIndex((line) => line.patch === text);
    const [...taken] = index === -1 ? [] : this.ownLines.splice(0, index + 1);
    return taken.at(-1)?.by;
  }

  /** Rows and columns come and go at once: what is typed next belongs where one sees it. */
  changeLines(action: LinesAction): void {
    const book = this.desk.book();
    if (book === undefined) return;
    this.desk.finish();
    const { kind, sheet, at, count } = action;
    const runs = runsWithout(at, count, kind === 'delete-rows' ? action.except : []);
    // As the host does it.
    for (const [from, length] of runs.reverse()) {
      const patch = { kind, sheet, at: from, count: length };
      this.ownLines.push({ patch: JSON.stringify(patch), by: 'painter' });
      void this.desk.painter.apply(patch, book);
      this.desk.cursor.comeAlong(patch, true);
    }
    void this.settle(action);
  }

  /** Univer has shifted formulas and rules in its own way, or not at all: everything is painted as the host has it. It waits for no action, since
   *  actions wait for it; what they bring is told after it. */
  renew(): void {
    this.isStale = true;
    this.renewing ??= this.renewUntilFresh()
      .catch((error: Error) => showToast('', error.message, 8))
      .finally(() => {
        this.renewing = undefined;
      });
  }

  private async renewUntilFresh(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      await this.connection.refresh(false);
    }
  }

  /** Paints everything as the host has it, in place, or opened anew. */
  repaint(anew = false): Promise<void> {
    const repainting = this.connection.refresh(anew);
    this.repainting = repainting.catch(() => undefined);
    return repainting;
  }

  /** Whether what is shown may be mixed with what the host has not told yet, where a patch moves rows or columns; `own`: a patch of this window. */
  isMixed(own: boolean): boolean {
    return this.unanswered > (own ? 1 : 0) || (!own && this.ownLines.length > 0);
  }

  /** Everything is painted as the host has it: what was done to rows and columns and is not in it comes as a patch, to be painted like any other. */
  forgetLines(): void {
    this.ownLines = [];
  }

  /** Resolves when nothing is being painted anew. */
  async idle(): Promise<void> {
    await this.repainting;
    await this.renewing;
  }
}
