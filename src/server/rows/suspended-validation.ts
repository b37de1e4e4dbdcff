// Writing past the dropdowns' rules: a log may say what no dropdown offers, and that is kept and marked, not lost.
import type { ColumnKey, ColumnPlaces } from '../../sheet/columns.ts';
import { dressRows, isOffered, liftRules } from '../../sheet/formatting.ts';
import { appendRows, type RowTexts, writeRows } from '../../sheet/register.ts';
import type { Home } from '../context.ts';

/** Says that the rows may be without their rules, so that an execution that ends here is noticed by the next. */
const RULES_LIFTED = 'rulesLifted';

/** Writes changed rows and new ones below everything else, with the rules off where they would refuse one. */
export function writeUnchecked(
  home: Home,
  places: ColumnPlaces,
  changed: readonly RowTexts[],
  added: readonly RowTexts[],
): void {
  if (changed.length + added.length === 0) return;
  const { experiments, settings } = home;
  const isRefused = [...changed, ...added].some(({ texts }) =>
    Object.entries(texts).some(([key, text]) => !isOffered(key as ColumnKey, text, settings)),
  );
  const write = () => {
    if (isRefused) liftRules(experiments, places);
    if (changed.length > 0) writeRows(experiments, places, changed);
    appendRows(experiments, places, added);
  };
  if (isRefused || added.length > 0) dressedAfter(home, places, write);
  else write();
}

/** Does what leaves rows without the rules or the looks they should have, and gives them these. */
export function dressedAfter(home: Home, places: ColumnPlaces, work: () => void): void {
  PropertiesService.getDocumentProperties().setProperty(RULES_LIFTED, '1');
  work();
  putBack(home, places);
}

/** Puts the rules back where an execution ended before it could. */
export function mendRules(home: Home, places: ColumnPlaces): void {
  if (PropertiesService.getDocumentProperties().getProperty(RULES_LIFTED) !== null) putBack(home, places);
}

function putBack({ experiments, settings }: Home, places: ColumnPlaces): void {
  dressRows(experiments, places, settings);
  PropertiesService.getDocumentProperties().deleteProperty(RULES_LIFTED);
}
