// The rules of cells as the page knows them: what a list offers, and which entries the host is sure to refuse.

import type { Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { IRenderManagerService } from '@univerjs/preset-sheets-core';
import { holds } from '../../../host/model/area.ts';
import { readEntry, TYPED } from '../../../host/model/entry.ts';
import type { BookSnapshot, Validation } from '../../../protocol.ts';
import { readAddress, writeAddress } from '../a1.ts';
import { workbookOf, worksheetOf } from '../univer/workbook.ts';
import { BOOK } from '../workbook-data.ts';
import type { Spot } from './cursor.ts';

export class CellRules {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly bookNow: () => BookSnapshot | undefined;
  private readonly textAt: (sheet: string, a1: string) => string | undefined;

  constructor(
    univer: Univer,
    api: FUniver,
    bookNow: () => BookSnapshot | undefined,
    textAt: (sheet: string, a1: string) => string | undefined,
  ) {
    this.univer = univer;
    this.api = api;
    this.bookNow = bookNow;
    this.textAt = textAt;
  }

  /** The values that the cell's list offers; undefined where it has none. */
  listAt(sheet: number, spot: Spot): string[] | undefined {
    const rule = this.ruleAt(sheet, spot);
    return rule && this.listOf(rule);
  }

  /** Whether the cell shows the arrow of a list. */
  hasArrow(sheet: number, spot: Spot): boolean {
    const rule = this.ruleAt(sheet, spot);
    return rule?.showDropdown === true && (rule.kind === 'list' || rule.kind === 'list-from-range');
  }

  /** Why the entry cannot stand, in the host's words; undefined where it can, or where only the host can tell. */
  refusal(sheet: number, spot: Spot, text: string): string | undefined {
    const rule = this.ruleAt(sheet, spot);
    const book = this.bookNow();
    if (!rule || !book || rule.allowInvalid || text.trim() === '' || text.startsWith('=')) return undefined;
    const cell = worksheetOf(this.univer, sheet)?.getCellRaw(spot.row, spot.column);
    const style = workbookOf(this.univer)?.getStyles().getStyleByCell(cell);
    const rules = { locale: book.locale, timeZone: book.timeZone, now: Date.now() };
    const { value } = readEntry(text, style?.n?.pattern, rules, TYPED);
    const list = this.listOf(rule);
    const isRefused =
      (list !== undefined && typeof value === 'string' && !list.includes(value)) ||
      (rule.kind === 'date' && typeof value !== 'number');
    if (!isRefused) return undefined;
    if (rule.helpText !== undefined) return rule.helpText;
    const place = writeAddress({ ...spot, rows: 1, columns: 1 });
    const refused = `The data you entered in cell ${place} violates the data validation rules set on this cell.`;
    return list ? `${refused} Please enter one of the following values: ${list.join(', ')}.` : refused;
  }

  /** Where the cell is on the screen. */
  boxOf(spot: Spot): { left: number; top: number; bottom: number } {
    const worksheet = this.api.getActiveWorkbook()?.getActiveSheet();
    const cell = worksheet?.getRange(spot.row, spot.column).getCell();
    const scene = this.univer.__getInjector().get(IRenderManagerService).getRenderById(BOOK)?.scene;
    const canvas = scene?.getEngine()?.getCanvasElement().getBoundingClientRect();
    const view = scene?.getViewport('viewMain');
    const down = spot.row < (worksheet?.getFrozenRows() ?? 0) ? 0 : (view?.viewportScrollY ?? 0);
    const right = spot.column < (worksheet?.getFrozenColumns() ?? 0) ? 0 : (view?.viewportScrollX ?? 0);
    const zoom = scene?.scaleX ?? 1;
    const [x, y] = [canvas?.left ?? 0, canvas?.top ?? 0];
    return {
      left: x + ((cell?.startX ?? 0) - right) * zoom,
      top: y + ((cell?.startY ?? 0) - down) * zoom,
      bottom: y + ((cell?.endY ?? 0) - down) * zoom,
    };
  }

  private ruleAt(sheet: number, { row, column }: Spot): Validation | undefined {
    const rules = this.bookNow()?.sheets.find(({ id }) => id === sheet)?.validations;
    return rules?.find(({ area }) => holds(area, row, column));
  }

  private listOf(rule: Validation): string[] | undefined {
    if (rule.kind === 'list') return rule.values;
    if (rule.kind !== 'list-from-range') return undefined;
    const address = readAddress(rule.values[0] ?? '');
    if (address?.sheet === undefined) return [];
    const { row, column, rows, columns } = address.area;
    const texts: string[] = [];
    for (let down = row; down < row + rows; down++) {
      for (let right = column; right < column + columns; right++) {
        const place = writeAddress({ row: down, column: right, rows: 1, columns: 1 });
        texts.push(this.textAt(address.sheet, place) ?? '');
      }
    }
    return [...new Set(texts)].filter((text) => text !== '');
  }
}
