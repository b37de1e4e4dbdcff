// Calls that take over a sheet or file that a team keeps already.
import { foreignSheets } from '../../sheet/own-sheets.ts';
import { listTabs, type Tab } from '../../sheet/tabs.ts';
import * as keys from '../../store/keys.ts';
import { today } from '../context.ts';
import type { SheetPlan, SheetResult } from '../tracker/import.ts';
import type { SheetRequest } from '../tracker/sources.ts';
import type { TakenBack } from '../tracker/take-back.ts';
import { type Answer, answerHere, answerWhole, findRegister, opened } from './answer.ts';

declare function require(path: '../tracker/import.ts'): typeof import('../tracker/import.ts');
declare function require(path: '../tracker/sources.ts'): typeof import('../tracker/sources.ts');
declare function require(path: '../tracker/take-back.ts'): typeof import('../tracker/take-back.ts');
declare function require(path: '../upkeep/set-up.ts'): typeof import('../upkeep/set-up.ts');

/** The tabs of this spreadsheet that could be taken over, and the last import of one that can be taken back. */
export function readTabs(): Answer<{ tabs: Tab[]; last?: { name: string; added: number } }> {
  return answerHere((spreadsheet) => {
    const last = keys.lastSheetImport.read();
    const tabs = listTabs(spreadsheet);
    return { tabs, ...(last !== undefined && { last: { name: last.name, added: last.added } }) };
  });
}

/** What taking tabs or a file over would do. */
export function previewSheet(request: SheetRequest): Answer<SheetPlan> {
  return answerHere((spreadsheet) => {
    const { readSources, sheetRequestSchema } = require('../tracker/sources.ts');
    const wanted = sheetRequestSchema.parse(request);
    const context = findRegister(spreadsheet);
    const day = context?.today ?? today(spreadsheet);
    return require('../tracker/import.ts').planSheet(
      spreadsheet,
      context,
      readSources(spreadsheet, wanted, day, context),
      wanted,
      day,
    );
  });
}

/** Sets the register up if need be and takes tabs or a file over. */
export function importSheet(request: SheetRequest): Answer<SheetResult> {
  return answerWhole((spreadsheet) => {
    const { importSources, refuseHeadless } = require('../tracker/import.ts');
    const { readSources, sheetRequestSchema } = require('../tracker/sources.ts');
    const wanted = sheetRequestSchema.parse(request);
    const there = findRegister(spreadsheet, opened);
    const sources = readSources(spreadsheet, wanted, today(spreadsheet), there);
    refuseHeadless(sources);
    const { setUpRegister } = require('../upkeep/set-up.ts');
    const context = there ?? setUpRegister(spreadsheet, undefined, foreignSheets(spreadsheet));
    const result = importSources(context, sources, wanted);
    if (there === undefined) spreadsheet.setActiveSheet(context.experiments);
    return { context, result };
  });
}

/** Takes out again what the last import of a sheet added, as far as nobody has changed it. */
export function takeBackSheet(): Answer<TakenBack> {
  return answerWhole((spreadsheet) => {
    const context = opened(spreadsheet);
    return { context, result: require('../tracker/take-back.ts').takeBack(context) };
  });
}
