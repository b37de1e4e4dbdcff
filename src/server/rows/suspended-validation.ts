// Writing past the dropdowns' rules: a log may say what no dropdown offers, and that is kept and marked, not lost.
import { applyWherePossible } from '../../sheet/best-effort.ts';
import { type ColumnKey, type ColumnPlaces, lastExperiment, placedColumns } from '../../sheet/columns.ts';
import { formatExperiments, formatRows, shapeRows } from '../../sheet/looks/formatting.ts';
import { hasArrow, isAllowed, setValidation, suspendValidation } from '../../sheet/looks/validation.ts';
import { appendRows, type RowTexts, writeRows } from '../../sheet/register.ts';
import { emptyRows, NO_UNDO, type Undo } from '../../sheet/restoring.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';

/**
 * Writes changed rows and new ones below everything else, with the rules off where they would refuse one. `undo` is told beforehand how that
 * is taken back; `held` are the changed rows as they were.
 */
export function writeUnchecked(
  context: RegisterContext,
  places: ColumnPlaces,
  changed: readonly RowTexts[],
  added: readonly RowTexts[],
  held: readonly RowTexts[] = [],
  undo: Undo = NO_UNDO,
): void {
  if (changed.length + added.length === 0) return;
  undo(() => {
    emptyRows(context.experiments, added[0]?.row ?? 1, added.length);
    writeUnchecked(context, places, held, []);
    restoreValidation(context, places);
  });
  const { experiments, settings } = context;
  const isRefused = [...changed, ...added].some(({ texts }) =>
    Object.entries(texts).some(([key, text]) => !isAllowed(key as ColumnKey, text, settings)),
  );
  const write = () => {
    if (isRefused) suspendValidation(experiments, places);
    if (changed.length > 0) writeRows(experiments, places, changed);
    appendRows(experiments, places, added);
  };
  if (isRefused || added.length > 0) restoreFormatsAfter(context, places, write);
  else write();
}

/** Does what leaves rows without the rules or the looks they should have, and gives them these. */
export function restoreFormatsAfter(context: RegisterContext, places: ColumnPlaces, work: () => void): void {
  keys.validationSuspended.write(true);
  work();
  putBack(context, places);
}

/** Puts the rules back where an execution ended before it could. */
export function restoreValidation(context: RegisterContext, places: ColumnPlaces): void {
  if (keys.validationSuspended.read() !== undefined) putBack(context, places);
}

type Formatted = Pick<RegisterContext, 'experiments' | 'settings'>;

/** Gives the whole sheet its looks, down from its header. Rows that get their ID from the next check get their shape from it, too. */
export function formatRegister(context: Formatted, places: ColumnPlaces): void {
  format(context, places, formatExperiments);
}

/** Gives the sheet looks by `give`, and remembers the row, of the last experiment, that heights and arrows go by. */
function format({ experiments, settings }: Formatted, places: ColumnPlaces, give: typeof formatRows): void {
  const last = lastExperiment(experiments, places);
  give(experiments, places, settings, last);
  shapeRows(experiments, last, keys.wholeRows.read() !== undefined);
  keys.shapedTo.write(last);
}

/** Gives the rows of all experiments, and those that come next, their height and the arrows of their dropdowns. */
export function shapeAgain({ experiments, settings }: RegisterContext, places: ColumnPlaces, last: number): void {
  if (keys.shapedTo.read() === last) return;
  const arrows = placedColumns(places).filter(hasArrow);
  applyWherePossible(experiments, arrows, (columns) => {
    setValidation(experiments, places, settings, ({ key }) => columns.some((column) => column.key === key), last);
  });
  shapeRows(experiments, last, keys.wholeRows.read() !== undefined);
  keys.shapedTo.write(last);
}

function putBack(context: RegisterContext, places: ColumnPlaces): void {
  format(context, places, formatRows);
  keys.validationSuspended.forget();
}
