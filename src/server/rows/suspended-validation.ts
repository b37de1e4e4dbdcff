// Writing past the dropdowns' rules: a log may say what no dropdown offers, and that is kept and marked, not lost.
import { applyWherePossible, ROUNDS, whileItShrinks } from '../../sheet/best-effort.ts';
import {
  type ColumnPlaces,
  findColumnsIn,
  headerOf,
  lastExperiment,
  placedColumns,
  rowsBelow,
} from '../../sheet/columns.ts';
import {
  formatExperiments,
  formatRows,
  hintFirst,
  noteHeader,
  protectDerived,
  shapeRows,
} from '../../sheet/looks/formatting.ts';
import { hasArrow, isAllowed, RULED, setValidation, suspendValidation } from '../../sheet/looks/validation.ts';
import type { Register, RowTexts } from '../../sheet/register.ts';
import { NO_UNDO, type Undo } from '../../sheet/restoring.ts';
import { seenAfter, writeRows } from '../../sheet/rows/row-door.ts';
import type { SeenRows } from '../../sheet/rows/sheet-table.ts';
import { documentMemory } from '../../store/entry.ts';
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
    keys.validationSuspended.forget();
  });
  const { experiments, settings } = context;
  const rows = [...changed, ...added];
  const isRefused = RULED.some((column) => {
    const said = new Set(rows.map(({ texts }) => texts[column.key] ?? ''));
    return [...said].some((text) => !isAllowed(column, text, settings));
  });
  if (!(isRefused || isOfferOld || added.length > 0)) writeRows(experiments, seen, changed);
  else
    restoreFormatsAfter(context, () => {
      let places: ColumnPlaces = seen.places;
      const written = writeRows(experiments, seen, changed, added, (found) => {
        places = found;
        if (isRefused || isOfferOld) suspendValidation(experiments, found);
      });
      return { places, last: Math.max(seen.nextRow - 1, ...written.added), grown: written.grown };
    });
}

/** Where the columns are, and the row, from 1, of the last experiment. */
interface Extent {
  places: ColumnPlaces;
  last?: number;
  /** How many rows the sheet got before its last one: they are protected as that is. */
  grown?: number;
}

/** Does what leaves rows without the rules or the looks they should have, and gives them these. `work` tells what it knows of the sheet by then. */
export function restoreFormatsAfter(context: RegisterContext, work: () => Extent | undefined): void {
  keys.validationSuspended.write('1');
  putBack(context, work());
}

/**
 * Puts the rules back where an execution ended before it could, or where somebody moved columns while it did. `places` is where the columns
 * are, if that was just read.
 */
export function restoreValidation(context: RegisterContext, places?: ColumnPlaces): void {
  if (keys.validationSuspended.read() !== undefined) putBack(context, places && { places });
}

type Formatted = Pick<RegisterContext, 'experiments' | 'settings'>;

/**
 * Gives the whole sheet its looks, down from its header; where columns moved meanwhile, once more. Rows that get their ID from the next check
 * get their shape from it, too.
 */
export function formatRegister(context: Formatted, places: ColumnPlaces): void {
  const { experiments, settings } = context;
  let now = places;
  for (let round = 0; round < ROUNDS; round++) {
    const before = now;
    format(context, before, formatExperiments);
    const header = headerOf(experiments);
    now = findColumnsIn(experiments, header, settings.optionalFields).places;
    if (layoutOf(now) !== layoutOf(before)) continue;
    noteHeader(experiments, now, header, settings);
    break;
  }
}

/** Gives the sheet looks by `give`, and remembers the row, of the last experiment, that heights and arrows go by. */
function format(
  { experiments, settings }: Formatted,
  places: ColumnPlaces,
  give: typeof formatRows,
  last = lastExperiment(experiments, places),
  grown = 0,
): void {
  const { own, isWhole, shapedTo, protectedTo } = keptLooks();
  whileItShrinks(() => {
    give(experiments, places, settings, last, own);
    const rows = rowsBelow(experiments) + 1;
    // Columns that move take their protection along; rows that come to the sheet's end are not in it.
    if (give === formatExperiments || (protectedTo ?? 0) + grown !== rows) protectDerived(experiments, places, rows);
    if (protectedTo !== rows) keys.protectedTo.write(rows);
    if (last < 2 || shapedTo < 2) hintFirst(experiments, places, last);
    if (own.size === 0) shapeRows(experiments, last, isWhole);
  });
  keys.shapedTo.write(last);
}

/** Columns that have looks of the team's own, whether rows show all their text, and the rows, from 1, that looks reached last. */
function keptLooks() {
  const memory = documentMemory();
  return {
    own: new Set<string>(keys.ownLooks.read(memory)),
    isWhole: keys.wholeRows.read(memory) !== undefined,
    shapedTo: keys.shapedTo.read(memory) ?? 1,
    protectedTo: keys.protectedTo.read(memory),
  };
}

/**
 * Gives the rows of all experiments, and those that come next, their height and the arrows of their dropdowns. Where columns moved meanwhile,
 * all of them get their own rules again.
 */
export function shapeAgain(context: RegisterContext, places: ColumnPlaces, last: number): void {
  if (keys.shapedTo.read() === last) return;
  const { experiments, settings } = context;
  const arrows = placedColumns(places).filter(hasArrow);
  const { own, isWhole, shapedTo } = keptLooks();
  whileItShrinks(() => {
    applyWherePossible(experiments, arrows, (columns) => {
      setValidation(experiments, places, settings, ({ key }) => columns.some((column) => column.key === key), last);
    });
    if (shapedTo < 2) hintFirst(experiments, places, last);
    if (own.size === 0) shapeRows(experiments, last, isWhole);
  });
  keys.shapedTo.write(last);
  if (layoutOf(placesNow(context)) !== layoutOf(places)) putBack(context);
}

/** Columns may move while this formats them: then it does so once more, and in the end leaves it to the next reading. */
function putBack(context: RegisterContext, { places, last, grown }: Extent = { places: placesNow(context) }): void {
  format(context, places, formatRows, last, grown);
  for (let round = 1, before = places; round < ROUNDS; round++) {
    const now = placesNow(context);
    if (layoutOf(now) === layoutOf(before)) {
      keys.validationSuspended.forget();
      return;
    }
    format(context, now, formatRows);
    before = now;
  }
  keys.validationSuspended.write('1');
}

function layoutOf(places: ColumnPlaces): string {
  return JSON.stringify([...places]);
}

function placesNow({ experiments, settings }: Formatted): ColumnPlaces {
  return findColumnsIn(experiments, headerOf(experiments), settings.optionalFields).places;
}
