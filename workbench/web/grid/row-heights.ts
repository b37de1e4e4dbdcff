// Rows without a height of their own grow with their wrapped text, as in Sheets.
import { ICommandService, type Univer } from '@univerjs/core';
import { IRenderManagerService, SheetSkeletonManagerService } from '@univerjs/preset-sheets-core';
import { BOOK, ROW_HEIGHT, toRange } from './workbook-data.ts';

/** Rows measured in one go: enough for a screen, few enough not to be felt. */
const AT_ONCE = 60;

export class RowHeights {
  private readonly injector: ReturnType<Univer['__getInjector']>;
  /** Rows still to be measured, by sheet. */
  private waiting = new Map<number, number[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(univer: Univer) {
    this.injector = univer.__getInjector();
  }

  /** Measures rows: the first ones now, the others in the time between. */
  measure(sheet: number, rows: number[]): void {
    const all = [...new Set([...(this.waiting.get(sheet) ?? []), ...rows])];
    if (all.length === 0) return;
    this.waiting.set(sheet, all);
    this.measureSome(sheet);
  }

  /** Nothing that was asked for is of use any more. */
  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = new Map();
  }

  private measureSome(sheet: number): void {
    const rows = this.waiting.get(sheet) ?? [];
    this.measureNow(sheet, rows.slice(0, AT_ONCE));
    const rest = rows.slice(AT_ONCE);
    if (rest.length > 0) this.waiting.set(sheet, rest);
    else this.waiting.delete(sheet);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const [next] = this.waiting.keys();
      if (next !== undefined) this.measureSome(next);
    }, 10);
  }

  private measureNow(sheet: number, rows: number[]): void {
    const subUnitId = String(sheet);
    const skeleton = this.injector
      .get(IRenderManagerService)
      .getRenderById(BOOK)
      ?.with(SheetSkeletonManagerService)
      .ensureSkeleton(subUnitId);
    if (!skeleton) return;
    const ranges = rows.map((row) => toRange({ row, column: 0, rows: 1, columns: 1 }));
    const rowsAutoHeightInfo = skeleton
      .calculateAutoHeightInRange(ranges)
      // One line is as high as an empty row, whatever the font at hand makes of it.
      .map(({ row, autoHeight = 0 }) => ({ row, autoHeight: autoHeight < ROW_HEIGHT * 1.5 ? ROW_HEIGHT : autoHeight }))
      .filter(({ row, autoHeight }) => skeleton.getRowHeight(row) !== autoHeight);
    if (rowsAutoHeightInfo.length === 0) return;
    this.injector
      .get(ICommandService)
      .syncExecuteCommand(
        'sheet.mutation.set-worksheet-row-auto-height',
        { unitId: BOOK, subUnitId, rowsAutoHeightInfo },
        { fromCollab: true },
      );
  }
}
