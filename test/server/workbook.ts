// A spreadsheet with the built add-on in it, and what tests ask of it most.
import { resolve } from 'node:path';
import { Host } from '../../workbench/host/host.ts';
import { memoryStore } from '../../workbench/host/store.ts';
import type { Cell, SheetSnapshot } from '../../workbench/protocol.ts';

/** Noon in Kuala Lumpur on a Monday. */
export const TODAY = '2026-03-02';

export interface Workbook {
  host: Host;
  sheet(name: string): SheetSnapshot;
  /** The cell in the column of this header; rows count from 1. */
  cell(sheetName: string, row: number, header: string): Cell | undefined;
  /** Types text into the cell as a person does; hands out the messages of what was refused. */
  type(sheetName: string, row: number, header: string, text: string): string[];
  /** What a page gets when it calls a public function; fails the test where the platform itself refuses. */
  ask(functionName: string, ...args: unknown[]): { ok: boolean; [key: string]: unknown };
}
