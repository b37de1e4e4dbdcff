// The one workbook that is open. Asked for at every cell that is drawn or read: Univer's facade makes a new object each time.
import { IUniverInstanceService, type Univer, UniverInstanceType, type Workbook, type Worksheet } from '@univerjs/core';
import { BOOK } from '../workbook-data.ts';

/** Undefined before the first is opened. */
export function workbookOf(univer: Univer): Workbook | undefined {
  const instances = univer.__getInjector().get(IUniverInstanceService);
  return instances.getUnit<Workbook>(BOOK, UniverInstanceType.UNIVER_SHEET) ?? undefined;
}

export function worksheetOf(univer: Univer, sheet: number): Worksheet | undefined {
  return workbookOf(univer)?.getSheetBySheetId(String(sheet)) ?? undefined;
}
