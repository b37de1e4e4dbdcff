// The order of the columns and the height of the rows, changed by a person's command.
import { arrangeWords } from '../../domain/messages.ts';
import { COLUMNS, type ColumnKey } from '../../sheet/columns.ts';
import { layOut, shapeRows } from '../../sheet/looks/formatting.ts';
import { readRegister } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { formatRegister } from '../rows/suspended-validation.ts';
import { keepPlaces } from './columns.ts';

/** The places, from 0, in the order in which their columns are to stand: people's own stay behind the column that they stand behind. */
export function arranged(places: ReadonlyMap<ColumnKey, number>, count: number): number[] {
  const ours = new Map([...places].map(([key, place]) => [place, COLUMNS.findIndex((column) => column.key === key)]));
  const groups: { rank: number; members: number[] }[] = [{ rank: -1, members: [] }];
  for (let place = 0; place < count; place++) {
    const rank = ours.get(place);
    if (rank === undefined) groups[groups.length - 1]?.members.push(place);
    else groups.push({ rank, members: [place] });
  }
  return groups.sort((a, b) => a.rank - b.rank).flatMap(({ members }) => members);
}

/** Shows the order that a new register has, and moves the columns there if the person agrees. No cell changes. */
export function askToArrange(context: RegisterContext): void {
  const { experiments: sheet, spreadsheet, settings } = context;
  const ui = SpreadsheetApp.getUi();
  const header = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0]?.map(String) ?? [];
  const order = arranged(readRegister(sheet, settings.optionalFields).places, header.length);
  if (order.every((place, at) => place === at)) {
    spreadsheet.toast(arrangeWords.inOrder, 'Kaizen Log');
    return;
  }
  const hidden = COLUMNS.filter((column) => column.hidden).map(({ label }) => label);
  const names = order.map((place) => header[place] ?? '').filter((name) => name !== '' && !hidden.includes(name));
  const answer = ui.alert(arrangeWords.title, arrangeWords.ask(names.join(', ')), ui.ButtonSet.OK_CANCEL);
  if (answer !== ui.Button.OK) return;
  withDocumentLock(() => arrange(context));
  spreadsheet.toast(arrangeWords.arranged, 'Kaizen Log');
}

/** Moves what is not in its place, one column a call: where that ends half-way, all columns are there, and the command goes on. */
function arrange(context: RegisterContext): void {
  const { experiments: sheet, settings } = context;
  // A column cannot be moved over the edge of what is frozen.
  sheet.setFrozenColumns(0);
  const count = sheet.getLastColumn();
  const order = arranged(readRegister(sheet, settings.optionalFields).places, count);
  const now = Array.from({ length: count }, (_, place) => place);
  for (const [to, place] of order.entries()) {
    const from = now.indexOf(place);
    if (from === to) continue;
    sheet.moveColumns(sheet.getRange(1, from + 1), to + 1);
    now.splice(to, 0, ...now.splice(from, 1));
  }
  const { places } = readRegister(sheet, settings.optionalFields);
  keepPlaces(places);
  formatRegister(context, places);
  layOut(sheet, places);
}

/** Rows that show all their text, or three lines of it, from now on. */
export function setRows({ experiments, settings }: RegisterContext, isWhole: boolean): void {
  if (isWhole) keys.wholeRows.write(true);
  else keys.wholeRows.forget();
  shapeRows(experiments, readRegister(experiments, settings.optionalFields).nextRow - 1, isWhole);
}
