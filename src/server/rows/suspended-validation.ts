// Writing past the dropdowns' rules: a log may say what no dropdown offers, and that is kept and marked, not lost.
import { type ColumnKey, type ColumnPlaces, findColumnsIn } from '../../sheet/columns.ts';
import { formatRows } from '../../sheet/formatting.ts';
import type { Register, RowTexts } from '../../sheet/register.ts';
import { NO_UNDO, type Undo } from '../../sheet/restoring.ts';
import { type SeenRows, seenAfter, writeRows } from '../../sheet/rows/row-door.ts';
import { isAllowed, suspendValidation } from '../../sheet/validation.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';

/** What is to be written past the rules. */
interface Unchecked {
  changed: readonly RowTexts[];
  added?: readonly Omit<RowTexts, 'row'>[];
  /** The changed rows as they were. */
  held?: readonly RowTexts[];
  /** Whether the dropdowns still offer what settings of before said. */
  isOfferOld?: boolean;
}

/**
 * Writes changed rows and new ones below everything else, with the rules off where they would refuse one. `undo` is told beforehand how that
 * is taken back.
 */
export function writeUnchecked(
  context: RegisterContext,
  seen: SeenRows & Pick<Register, 'nextRow'>,
  { changed, added = [], held = [], isOfferOld = false }: Unchecked,
  undo: Undo = NO_UNDO,
): void {
  if (changed.length + added.length === 0 && !isOfferOld) return;
  undo(() => {
    const news = added.map((change, index) => ({ ...change, row: seen.nextRow + index }));
    const blank = news.map(({ row, texts }) => {
      const nothing = Object.fromEntries(Object.keys(texts).map((key) => [key, '']));
      return { row, texts: nothing, dueNote: '' };
    });
    writeUnchecked(context, seenAfter(seen, [...changed, ...news]), { changed: [...held, ...blank] });
    restoreValidation(context);
  });
  const { experiments, settings } = context;
  const isRefused = [...changed, ...added].some(({ texts }) =>
    Object.entries(texts).some(([key, text]) => !isAllowed(key as ColumnKey, text, settings)),
  );
  let places: ColumnPlaces | undefined;
  const write = () => {
    writeRows(experiments, seen, changed, added, (found) => {
      places = found;
      if (isRefused || isOfferOld) suspendValidation(experiments, found);
    });
    return places;
  };
  if (isRefused || isOfferOld || added.length > 0) restoreFormatsAfter(context, write);
  else write();
}

/** Does what leaves rows without the rules or the looks they should have, and gives them these. `work` tells where the columns are, if it knows. */
export function restoreFormatsAfter(context: RegisterContext, work: () => ColumnPlaces | undefined): void {
  keys.validationSuspended.write('1');
  putBack(context, work());
}

/**
 * Puts the rules back where an execution ended before it could, or where somebody moved columns while it did. `places` is where the columns
 * are, if that was just read.
 */
export function restoreValidation(context: RegisterContext, places?: ColumnPlaces): void {
  const kept = keys.validationSuspended.read();
  if (kept === undefined) return;
  if (places !== undefined && kept === layoutOf(places)) keys.validationSuspended.forget();
  else putBack(context, places);
}

/** Columns may move while this formats them: where they are then is kept, and the next reading tells. */
function putBack({ experiments, settings }: RegisterContext, known?: ColumnPlaces): void {
  const places = known ?? placesNow(experiments);
  formatRows(experiments, places, settings);
  keys.validationSuspended.write(layoutOf(places));
}

function layoutOf(places: ColumnPlaces): string {
  return JSON.stringify([...places]);
}

function placesNow(sheet: GoogleAppsScript.Spreadsheet.Sheet): ColumnPlaces {
  const [header = []] = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues();
  return findColumnsIn(sheet, header.map(String)).places;
}
