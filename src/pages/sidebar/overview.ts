// What the sidebar opened with, and how a saved form changes it.
import { compareAttention } from '../../domain/portfolio/attention-order.ts';
import { distinctOwners } from '../../domain/register/owners.ts';
import type { Answer } from '../shared/client.ts';

/** A spreadsheet with a register, or one without. */
export type Opening = Answer<'readOverview'>;
export type Overview = Extract<Opening, { isNew: false }>;
/** An experiment that needs somebody. */
export type AttentionItem = Overview['attention'][number];
export type Saved = Extract<Answer<'saveForm'>, { saved: true }>;

type Name = Pick<AttentionItem, 'id' | 'row'>;

/** The overview with what was saved, which was opened as `before`; the rest of the register stands as it was read. */
export function withSaved(
  overview: Overview,
  { opened, isNew, attention: found }: Saved,
  before: Name = opened,
): Overview {
  const attention = without(overview.attention, before);
  if (found !== undefined) attention.push(found);
  // The rows' order where nothing else tells, as the script reads them.
  attention.sort((a, b) => compareAttention(a, b) || a.row - b.row);
  const owners = distinctOwners([...overview.owners, opened.experiment.owner]);
  return { ...overview, experiments: overview.experiments + Number(isNew), owners, attention };
}

/** Without the item of that ID; its row tells which, where several carry it or none has one. */
function without(items: readonly AttentionItem[], { id, row }: Name): AttentionItem[] {
  const named = items.filter((item) => item.id === id);
  const gone = named.find((item) => item.row === row) ?? (id === '' ? undefined : named[0]);
  return items.filter((item) => item !== gone);
}
