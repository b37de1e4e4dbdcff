// What the register keeps in a row beside what people write: one block of cells, written together.
import type { Settings } from '../domain/settings.ts';
import { standingOf } from '../domain/standing.ts';
import type { Experiment } from '../domain/template.ts';
import type { DerivedKey } from './columns.ts';
import { timingCell } from './timing-cell.ts';

/** The texts of the derived columns. `experiment.started` and `closed` are as stamped; `today` is yyyy-mm-dd. */
export function keptTexts(
  experiment: Experiment,
  closed: string,
  settings: Settings,
  today: string,
  notice = '',
): Record<DerivedKey | 'started', string> {
  const standing = standingOf(experiment, settings, today);
  const sentences = standing.findings.map(({ message }) => message);
  return {
    started: experiment.started,
    closed,
    due: standing.due,
    timing: timingCell(experiment, closed, standing, settings, today),
    findings: (notice === '' ? sentences : [notice, ...sentences]).join('\n'),
  };
}
