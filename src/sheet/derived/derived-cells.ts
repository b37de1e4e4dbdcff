// What the register keeps in a row beside what people write: one block of cells, written together.

import { explainDuration } from '../../domain/duration/explanation.ts';
import { type Experiment, isEmptyText } from '../../domain/experiment/template.ts';
import { type Evaluation, evaluate } from '../../domain/register/evaluation.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { type ColumnPlaces, type DerivedKey, placedColumns } from '../columns.ts';
import type { RegisterRow, RowTexts } from '../register.ts';
import { type RowState, rowStateText } from '../row-state.ts';
import { scoreCell } from './score-formula.ts';
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
    points: scoreCell(settings.scoring),
  };
  return { texts, evaluation, dueNote: isEmptyText(experiment.duration) ? '' : explainDuration(evaluation.duration) };
}

/**
 * The same writes without the derived columns in which no row's text changes, since each block of columns is a call. `read` are rows as they
 * were read; of rows that were not, all is written. Of Timing, a cell shows the words and not the formula: `isTimed` says that what it is
 * made of may have changed; the formulas of scores are written then, too.
 */
export function withoutSame(
  places: ColumnPlaces,
  rows: readonly RowTexts[],
  read: readonly RegisterRow[],
  isTimed: boolean,
): RowTexts[] {
  const before = new Map(read.map(({ row, derived }) => [row, derived]));
  const isOther = (key: DerivedKey | 'started') =>
    rows.some(({ row, texts }) => texts[key] !== undefined && texts[key] !== before.get(row)?.[key]);
  const stamps = (['started', 'closed', 'due', 'state'] as const).filter(isOther);
  const isTimingOther =
    isTimed || stamps.length > 0 || rows.some(({ row, texts }) => !before.get(row)?.timing !== !texts.timing);
  const changed = new Set<string>([
    ...stamps,
    ...(isTimingOther ? ['timing'] : []),
    ...(isTimed ? ['points'] : []),
    ...(isOther('findings') ? ['findings'] : []),
  ]);
  const derived = placedColumns(places)
    .filter((column) => column.derived)
    .sort((a, b) => a.number - b.number);
  const left = new Set<string>();
  for (let first = 0; first < derived.length; ) {
    let end = first + 1;
    while (derived[end]?.number === (derived[first]?.number ?? 0) + end - first) end++;
    const run = derived.slice(first, end).map(({ key }) => key);
    const changes = run.flatMap((key, at) => (changed.has(key) ? [at] : []));
    // What stands between two that change is written along: one call instead of two.
    const [from = run.length, to = -1] = [changes[0], changes[changes.length - 1]];
    for (const [at, key] of run.entries()) if (at < from || at > to) left.add(key);
    first = end;
  }
  if (left.size === 0) return [...rows];
  return rows.map((row) => {
    const texts: RowTexts['texts'] = {};
    for (const key of Object.keys(row.texts) as (keyof typeof texts)[]) if (!left.has(key)) texts[key] = row.texts[key];
    return { ...row, texts };
  });
}
