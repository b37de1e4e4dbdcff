// What is shown in cells, asked for by the names of sheets and cells.
import type { FUniver } from '@univerjs/core/facade';
import type { SheetSnapshot } from '../../protocol.ts';
import { readAddress } from './a1.ts';
import type { SheetReader } from './sheet-reader.ts';

export class NamedCells {
  private readonly api: FUniver;
  private readonly reader: SheetReader;

  constructor(api: FUniver, reader: SheetReader) {
    this.api = api;
    this.reader = reader;
  }

  /** What a cell shows, with number formats applied. Undefined if there is no such cell. */
  text(sheet: string, a1: string): string | undefined {
    const spot = this.spotOf(sheet, a1);
    return spot && this.reader.text(...spot);
  }

  note(sheet: string, a1: string): string | undefined {
    const spot = this.spotOf(sheet, a1);
    return spot && this.reader.cell(...spot)?.note;
  }

  /** What is painted into the sheet's cells; undefined if there is no such sheet. */
  cells(sheet: string): SheetSnapshot['cells'] | undefined {
    const worksheet = this.api.getActiveWorkbook()?.getSheetByName(sheet);
    return worksheet ? this.reader.cells(Number(worksheet.getSheetId())) : undefined;
  }

  private spotOf(sheet: string, a1: string): [sheet: number, row: number, column: number] | undefined {
    const address = readAddress(a1);
    const worksheet = this.api.getActiveWorkbook()?.getSheetByName(sheet);
    if (!worksheet || address === undefined) return undefined;
    return [Number(worksheet.getSheetId()), address.area.row, address.area.column];
  }

  /** Pixels; rows count from 1. Undefined if there is no such sheet. */
  rowHeight(sheet: string, row: number): number | undefined {
    return this.api
      .getActiveWorkbook()
      ?.getSheetByName(sheet)
      ?.getRowHeight(row - 1);
  }
}
