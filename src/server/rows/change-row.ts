// From one status to another: what a row becomes when it says something else, whoever changed it: a cell, a form, a log or a check.
import { stampsFor } from '../../domain/experiment/lifecycle.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { type DerivedCells, deriveCells } from '../../sheet/derived-cells.ts';
import type { RegisterRow, RowTexts } from '../../sheet/register.ts';
import type { RegisterContext } from '../context.ts';

export interface RowChange extends DerivedCells {
  /** As wanted, with its stamps. */
  experiment: Experiment;
  closed: string;
  /** What differs from the row, and all that is derived. */
  texts: DerivedCells['texts'] & RowTexts['texts'];
}

/**
 * What a row becomes where it is to say what is `wanted`; `row` is the row as it was read, undefined for a new one. `before` is the status
 * that it comes from: where that is another, or is not known, the days that go with the new one are stamped. `notice` is what its findings
 * say first.
 */
export function changeRow(
  row: RegisterRow | undefined,
  wanted: Experiment,
  before: string | undefined,
  { settings, today }: Pick<RegisterContext, 'settings' | 'today'>,
  notice = '',
): RowChange {
  const { status } = wanted;
  const known = { started: wanted.started, closed: row?.closed ?? '' };
  const { started, closed } = isStatus(status) && status !== before ? stampsFor(status, known, today) : known;
  const experiment = { ...wanted, started };
  const derived = deriveCells(experiment, closed, settings, today, { notice, settled: row?.settled });
  const texts: RowTexts['texts'] = {};
  for (const { key } of FIELDS) if (experiment[key] !== row?.experiment[key]) texts[key] = experiment[key];
  return { ...derived, experiment, closed, texts: { ...texts, ...derived.texts } };
}
