// Univer's mutations as actions for the host: rows and columns inserted, deleted, hidden, moved, resized.
import type { IRange } from '@univerjs/core';
import type { PersonAction } from '../../protocol.ts';

/** Only for the eyes, or drawn from what the host tells: nothing to send. */
const LOCAL = new Set([
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.set-worksheet-row-height',
  'sheet.mutation.set-frozen',
  'sheet.mutation.set-tab-color',
  'sheet.mutation.toggle-gridlines',
  'sheet.mutation.set-gridlines-color',
  'sheet.mutation.empty',
  'sheet.mutation.remove.numfmt',
  'sheet.mutation.mark-dirty-filter-change',
  'sheet.mutation.set-worksheet-permission-points',
]);

/** What the mutations in question carry. */
export interface MutationParams {
  subUnitId?: string;
  sheetId?: string;
  range?: IRange;
  ranges?: IRange[] | Record<string, { ranges: IRange[] }>;
  cellValue?: Record<number, Record<number, unknown>>;
  values?: Record<number, Record<number, unknown>>;
  trigger?: string;
  colWidth?: number | Record<number, number>;
  sourceRange?: IRange;
  targetRange?: IRange;
  row?: number;
  col?: number;
}

/** Whether a mutation changes nothing that the host keeps. */
export function isLocal(id: string): boolean {
  return LOCAL.has(id);
}

/** Undefined for a mutation that is none of these. */
export function structuralActions(id: string, sheet: number, params: MutationParams): PersonAction[] | undefined {
  const { range, sourceRange, targetRange } = params;
  const ranges = Array.isArray(params.ranges) ? params.ranges : [];
  const rowsOf = (of: IRange) => ({ sheet, at: of.startRow, count: of.endRow - of.startRow + 1 });
  const columnsOf = (of: IRange) => ({ sheet, at: of.startColumn, count: of.endColumn - of.startColumn + 1 });
  switch (id) {
    case 'sheet.mutation.insert-row':
      return range && [{ kind: 'insert-rows', ...rowsOf(range) }];
    case 'sheet.mutation.remove-rows':
      return range && [{ kind: 'delete-rows', ...rowsOf(range) }];
    case 'sheet.mutation.insert-col':
      return range && [{ kind: 'insert-columns', ...columnsOf(range) }];
    case 'sheet.mutation.remove-col':
      return range && [{ kind: 'delete-columns', ...columnsOf(range) }];
    case 'sheet.mutation.set-row-hidden':
      return ranges.map((each) => ({ kind: 'hide-rows', ...rowsOf(each) }));
    case 'sheet.mutation.set-row-visible':
      return ranges.map((each) => ({ kind: 'show-rows', ...rowsOf(each) }));
    case 'sheet.mutation.set-col-hidden':
      return ranges.map((each) => ({ kind: 'hide-columns', ...columnsOf(each) }));
    case 'sheet.mutation.set-col-visible':
      return ranges.map((each) => ({ kind: 'show-columns', ...columnsOf(each) }));
    case 'sheet.mutation.move-columns': {
      if (!sourceRange || !targetRange) return undefined;
      const { at: from, count } = columnsOf(sourceRange);
      return [{ kind: 'move-columns', sheet, from, count, to: targetRange.startColumn }];
    }
    case 'sheet.mutation.set-worksheet-col-width':
      return ranges.flatMap((each) => columnWidths(sheet, each, params.colWidth));
    default:
      return undefined;
  }
}

function columnWidths(sheet: number, range: IRange, widths: MutationParams['colWidth']): PersonAction[] {
  const actions: PersonAction[] = [];
  for (let column = range.startColumn; column <= range.endColumn; column++) {
    const width = typeof widths === 'number' ? widths : widths?.[column];
    if (typeof width === 'number') actions.push({ kind: 'resize-column', sheet, column, width: Math.round(width) });
  }
  return actions;
}
