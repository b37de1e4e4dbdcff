// Writing past the dropdowns' rules: a log may say what no dropdown offers, and that is kept and marked, not lost.
import type { ColumnPlaces } from '../sheet/columns.ts';
import { dressExperiments, liftRules } from '../sheet/look.ts';
import type { Home } from './home.ts';

/** Says that the rules are off, so that an execution that ends here is noticed by the next. */
const RULES_LIFTED = 'rulesLifted';

/** Takes the rules off, writes, and puts them back. */
export function writeUnchecked(home: Home, places: ColumnPlaces, write: () => void): void {
  PropertiesService.getDocumentProperties().setProperty(RULES_LIFTED, '1');
  liftRules(home.experiments, places);
  write();
  dressAgain(home, places);
}

/** Puts the rules back where an execution ended before it could. */
export function mendRules(home: Home, places: ColumnPlaces): void {
  if (PropertiesService.getDocumentProperties().getProperty(RULES_LIFTED) !== null) dressAgain(home, places);
}

function dressAgain({ experiments, settings }: Home, places: ColumnPlaces): void {
  dressExperiments(experiments, places, settings);
  PropertiesService.getDocumentProperties().deleteProperty(RULES_LIFTED);
}
