// From one status to another: what a row becomes when it says something else, whoever changed it: a cell, a form, a log or a check.
import { readId } from '../../domain/experiment/id.ts';
import { comesBack, replacedBy, type Stamps, stampsFor } from '../../domain/experiment/lifecycle.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { rowWords } from '../../domain/messages.ts';
import { type DerivedCells, deriveCells } from '../../sheet/derived/derived-cells.ts';
import type { RegisterRow, RowTexts } from '../../sheet/register.ts';
import type { RowState } from '../../sheet/row-state.ts';
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
 * that it comes from: where that is another, the days that go with the new one are stamped; where it is not known, only those that are
 * missing. What an earlier move replaced comes back before today is stamped. What the row's notice says, its findings say first.
 */
export function changeRow(
  row: RegisterRow | undefined,
  wanted: Experiment,
  before: string | undefined,
  { settings, today }: Pick<RegisterContext, 'settings' | 'today'>,
): RowChange {
  const { status } = wanted;
  const known: Stamps = { started: wanted.started, closed: row?.closed ?? '' };
  const kept = comesBack(row?.state.replaced, today);
  let stamps = known;
  if (isStatus(status) && status !== before) {
    const stamped = stampsFor(status, known, today, kept);
    const { started, closed } = known;
    stamps = before === undefined ? { started: started || stamped.started, closed: closed || stamped.closed } : stamped;
  }
  const { started, closed } = stamps;
  const isMove = started !== known.started || closed !== known.closed;
  const on = isMove ? today : (row?.state.replaced?.on ?? today);
  const state = stateAfter(row?.state ?? {}, wanted);
  const replaced = replacedBy(stamps, known, kept, on);
  if (replaced !== undefined) state.replaced = replaced;
  const notices = row === undefined || row.notice === '' ? [] : [row.notice];
  if (closed !== '' && closed !== known.closed && closed === kept.closed) notices.push(rowWords.closedAgain(closed));
  const experiment = started === wanted.started ? wanted : { ...wanted, started };
  const notice = notices.join('\n');
  const derived = deriveCells(experiment, closed, settings, today, { notice, state });
  const texts: RowChange['texts'] = derived.texts;
  for (const { key } of FIELDS) if (experiment[key] !== row?.experiment[key]) texts[key] = experiment[key];
  return { evaluation: derived.evaluation, dueNote: derived.dueNote, experiment, closed, texts };
}

/**
 * Stamps rows, in memory alone, whose change of status no trigger heard of, as the next check will; hands out whether there are any. Rows of
 * which it is not known what they said before get the days that are missing.
 */
export function hearRows(rows: readonly RegisterRow[], context: Pick<RegisterContext, 'settings' | 'today'>): boolean {
  const unheard = rows.filter((row) => {
    const { settled, experiment, closed: before } = row;
    if (!isStatus(experiment.status) || experiment.status === settled || experiment.id === '') return false;
    const { experiment: stamped, closed } = changeRow(row, experiment, settled, context);
    Object.assign(row, { experiment: stamped, closed });
    return stamped.started !== experiment.started || closed !== before;
  });
  return unheard.length > 0;
}

/** Of what is known of a row: its status and ID as they are now, those of before where they are none. */
function stateAfter({ replaced: _, ...before }: RowState, { id, status }: Experiment): RowState {
  const state: RowState = { ...before };
  if (isStatus(status)) state.status = status;
  const now = id.trim();
  if (readId(now) === undefined || now === before.id) return state;
  if (before.id !== undefined) state.formerId = before.id;
  return { ...state, id: now };
}
