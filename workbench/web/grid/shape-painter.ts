// Paints a sheet's shape in place: rules, widths, heights, what is frozen, hidden or filtered out. Only what differs, since each of
// these has Univer lay out the whole sheet.
import { ICommandService, type IWorksheetData, type Univer } from '@univerjs/core';
import { DataValidationModel } from '@univerjs/preset-sheets-data-validation';
import { runsOf } from '../../host/model/area.ts';
import type { Area, SheetShape } from '../../protocol.ts';
import type { FilterViews } from './filter/filter-views.ts';
import type { RowHeights } from './row-heights.ts';
import { BOOK, toFreeze, toRange, toValidationRules } from './workbook-data.ts';

export class ShapePainter {
  private readonly univer: Univer;
  private readonly views: FilterViews;
  private readonly rowHeights: RowHeights;
  /** The grid's width in its own pixels. */
  private readonly room: () => number;

  constructor(univer: Univer, views: FilterViews, rowHeights: RowHeights, room: () => number) {
    this.room = room;
    this.univer = univer;
    this.views = views;
    this.rowHeights = rowHeights;
  }

  /** What the person hid, and what the filter does that counts in this window. */
  hiddenRows(sheet: SheetShape): Set<number> {
    return new Set([...sheet.hiddenRows, ...(this.views.filterOf(sheet)?.rows ?? [])]);
  }

  /** `config` is Univer's own of the sheet as it is. */
  paint(sheet: SheetShape, config: IWorksheetData): void {
    const subUnitId = String(sheet.id);
    if (config.name !== sheet.name) this.run('sheet.mutation.set-worksheet-name', { subUnitId, name: sheet.name });
    const hidden = sheet.hidden ? 1 : 0;
    if (config.hidden !== hidden) this.run('sheet.mutation.set-worksheet-hidden', { subUnitId, hidden });
    this.paintRules(sheet);
    this.paintSizes(sheet, config);
    this.freeze(sheet, config);
    this.paintHidden(sheet, 'col', sheet.columns, new Set(sheet.hiddenColumns), config.columnData);
    this.paintHidden(sheet, 'row', sheet.rows, this.hiddenRows(sheet), config.rowData);
  }

  /** Asked again whenever the grid's width is another. */
  freeze(sheet: SheetShape, { freeze }: IWorksheetData): void {
    const wanted = toFreeze(sheet, this.room());
    if (freeze.xSplit !== wanted.xSplit || freeze.ySplit !== wanted.ySplit)
      this.run('sheet.mutation.set-frozen', { subUnitId: String(sheet.id), resetScroll: false, ...wanted });
  }

  private paintRules(sheet: SheetShape): void {
    const subUnitId = String(sheet.id);
    const oldRules = this.univer.__getInjector().get(DataValidationModel).getRules(BOOK, subUnitId);
    const rule = toValidationRules(sheet);
    if (JSON.stringify(oldRules) === JSON.stringify(rule)) return;
    this.run('data-validation.mutation.removeRule', { subUnitId, ruleId: oldRules.map(({ uid }) => uid) });
    this.run('data-validation.mutation.addRule', { subUnitId, rule });
  }

  private paintSizes(sheet: SheetShape, { columnData, rowData, defaultColumnWidth }: IWorksheetData): void {
    const subUnitId = String(sheet.id);
    for (let column = 0; column < sheet.columns; column++) {
      const colWidth = sheet.columnWidths[column] ?? defaultColumnWidth;
      if ((columnData[column]?.w ?? defaultColumnWidth) === colWidth) continue;
      const ranges = [toRange(columnsAt(sheet, column, 1))];
      this.run('sheet.mutation.set-worksheet-col-width', { subUnitId, ranges, colWidth });
      this.rowHeights.measureAll(sheet.id);
    }
    const byHeight = new Map<number | undefined, number[]>();
    for (let row = 0; row < sheet.rows; row++) {
      const { h, ia } = rowData[row] ?? {};
      const wanted = sheet.rowHeights[row];
      if ((ia === 0 ? h : undefined) === wanted) continue;
      byHeight.set(wanted, [...(byHeight.get(wanted) ?? []), row]);
    }
    for (const [rowHeight, rows] of byHeight) {
      const ranges = runsOf(rows).map(([at, count]) => toRange(rowsAt(sheet, at, count)));
      if (rowHeight !== undefined)
        this.run('sheet.mutation.set-worksheet-row-height', { subUnitId, ranges, rowHeight });
      const autoHeightInfo = rowHeight === undefined ? 1 : 0;
      this.run('sheet.mutation.set-worksheet-row-is-auto-height', { subUnitId, ranges, autoHeightInfo });
      if (rowHeight === undefined) this.rowHeights.measure(sheet.id, rows);
    }
  }

  private paintHidden(
    sheet: SheetShape,
    axis: 'row' | 'col',
    count: number,
    hidden: ReadonlySet<number>,
    data: Record<number, { hd?: number } | undefined>,
  ): void {
    const all = Array.from({ length: count }, (_, index) => index);
    const change = (id: string, lines: number[]) => {
      const place = axis === 'row' ? rowsAt : columnsAt;
      const ranges = runsOf(lines).map(([at, length]) => toRange(place(sheet, at, length)));
      if (ranges.length > 0) this.run(`sheet.mutation.${id}`, { subUnitId: String(sheet.id), ranges });
    };
    const isHidden = (line: number) => data[line]?.hd === 1;
    change(
      `set-${axis}-visible`,
      all.filter((line) => !hidden.has(line) && isHidden(line)),
    );
    change(
      `set-${axis}-hidden`,
      all.filter((line) => hidden.has(line) && !isHidden(line)),
    );
  }

  private run(id: string, params: object): void {
    const commands = this.univer.__getInjector().get(ICommandService);
    commands.syncExecuteCommand(id, { unitId: BOOK, ...params }, { fromCollab: true });
  }
}

function rowsAt(sheet: SheetShape, row: number, rows: number): Area {
  return { row, column: 0, rows, columns: sheet.columns };
}

function columnsAt(sheet: SheetShape, column: number, columns: number): Area {
  return { row: 0, column, rows: sheet.rows, columns };
}
