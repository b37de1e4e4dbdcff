// Writing past the dropdowns' rules: a log may say what no dropdown offers, and that is kept and marked, not lost.
import { type ColumnKey, type ColumnPlaces, findColumns } from '../../sheet/columns.ts';
import { formatRows } from '../../sheet/formatting.ts';
import type { Register, RowTexts } from '../../sheet/register.ts';
import { writeRows } from '../../sheet/rows/row-door.ts';
import { isAllowed, suspendValidation } from '../../sheet/validation.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';

/** Writes changed rows and new ones below everything else, with the rules off where they would refuse one. */
export function writeUnchecked(
  context: RegisterContext,
  register: Register,
  changed: readonly RowTexts[],
  added: readonly Omit<RowTexts, 'row'>[],
): void {
  if (changed.length + added.length === 0) return;
  const { experiments, settings } = context;
  const isRefused = [...changed, ...added].some(({ texts }) =>
    Object.entries(texts).some(([key, text]) => !isAllowed(key as ColumnKey, text, settings)),
  );
  const write = () => {
    if (isRefused) suspendValidation(experiments, placesNow(experiments));
    writeRows(experiments, register, changed, added);
  };
  if (isRefused || added.length > 0) restoreFormatsAfter(context, write);
  else write();
}

/** Does what leaves rows without the rules or the looks they should have, and gives them these. */
export function restoreFormatsAfter(context: RegisterContext, work: () => void): void {
  keys.validationSuspended.write(true);
  work();
  putBack(context);
}

/** Puts the rules back where an execution ended before it could. */
export function restoreValidation(context: RegisterContext): void {
  if (keys.validationSuspended.read() !== undefined) putBack(context);
}

/** Columns may move while this formats them: then all are formatted once more where they are. */
function putBack({ experiments, settings }: RegisterContext): void {
  let places = placesNow(experiments);
  for (let round = 0; round < 2; round++) {
    formatRows(experiments, places, settings);
    const now = placesNow(experiments);
    if (JSON.stringify([...now]) === JSON.stringify([...places])) break;
    places = now;
  }
  keys.validationSuspended.forget();
}

function placesNow(sheet: GoogleAppsScript.Spreadsheet.Sheet): ColumnPlaces {
  const [header = []] = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues();
  return findColumns(header.map(String)).places;
}
