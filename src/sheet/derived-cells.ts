// What the register keeps in a row beside what people write: one block of cells, written together.

import { explainDuration } from '../domain/duration/explanation.ts';
import { type Experiment, isEmptyText } from '../domain/experiment/template.ts';
import { type Evaluation, evaluate } from '../domain/register/evaluation.ts';
import type { Settings } from '../domain/register/settings.ts';
import type { DerivedKey } from './columns.ts';
import { type RowState, rowStateText } from './row-state.ts';
import { timingCell } from './timing-formula.ts';

/** What the register keeps in a row: the texts of the derived columns, and the note on its Due cell. */
export interface DerivedCells {
  texts: Record<DerivedKey | 'started', string>;
  evaluation: Evaluation;
  /** How the due date was found, or why there is none. */
  dueNote: string;
}

/**
 * What is kept about an experiment. `experiment.started` and `closed` are as stamped; `today` is yyyy-mm-dd. `notice` is said before the
 * findings; `state` is what the register is to know of the row.
 */
export function deriveCells(
  experiment: Experiment,
  closed: string,
  settings: Settings,
  today: string,
  { notice = '', state = {} }: { notice?: string; state?: RowState } = {},
): DerivedCells {
  const evaluation = evaluate(experiment, settings, today, closed);
  const sentences = evaluation.findings.map(({ message }) => message);
  const texts = {
    started: experiment.started,
    closed,
    due: evaluation.due,
    timing: timingCell(experiment, closed, evaluation, settings, today),
    findings: (notice === '' ? sentences : [notice, ...sentences]).join('\n'),
    state: rowStateText(state),
  };
  return { texts, evaluation, dueNote: isEmptyText(experiment.duration) ? '' : explainDuration(evaluation.duration) };
}
