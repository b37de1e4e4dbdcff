// Google's limits: what exceeds one is refused before anything is written, and the limit is named.
import { CELL_LIMIT } from '../../domain/experiment/form.ts';
import { FIELDS } from '../../domain/experiment/template.ts';
import { listWords, logParts } from '../../domain/messages.ts';
import { UserError } from '../../domain/user-error.ts';
import type { LogContents } from '../../log/index.ts';
import { MOST_CHOICES } from '../../sheet/settings.ts';
import type { RegisterContext } from '../context.ts';

/** Throws a UserError if a part of the log is longer than a cell, or a list longer than a dropdown. */
export function refuseTooLong(log: LogContents): void {
  // Told by a function: a log has thousands of texts, and hardly one is refused.
  const refuse = (what: () => string, text: string) => {
    if (text.length <= CELL_LIMIT) return;
    throw new UserError('cell-overfull', what(), text.length);
  };
  for (const experiment of log.experiments) {
    if (Object.values(experiment).every((text) => text.length <= CELL_LIMIT)) continue;
    for (const { key, label } of FIELDS) refuse(() => logParts.field(label, experiment.id), experiment[key]);
  }
  for (const candidate of log.candidates) {
    for (const text of Object.values(candidate)) refuse(() => logParts.candidate(text.slice(0, 40)), text);
  }
  refuse(() => logParts.title, log.title);
  refuse(() => logParts.tagline, log.tagline);
  refuse(() => logParts.captureCommand, log.captureCommand);
  for (const part of [...log.layers, ...log.relatedFiles]) {
    for (const text of Object.values(part)) refuse(() => logParts.row(text.slice(0, 40)), text);
  }
  for (const entity of log.entities) refuse(() => logParts.entity, entity);
  for (const [what, list] of [
    [listWords.layers, log.layers],
    [listWords.entities, log.entities],
  ] as const) {
    if (list.length <= MOST_CHOICES) continue;
    throw new UserError('choices-overfull', what, list.length, MOST_CHOICES);
  }
}

const MOST_CELLS = 10_000_000;

/** Throws a UserError if the spreadsheet cannot grow so that its Experiments sheet reaches down to this row, from 1. */
export function refuseTooManyCells({ spreadsheet, experiments }: RegisterContext, lastRow: number): void {
  const more = (lastRow - experiments.getMaxRows()) * experiments.getMaxColumns();
  if (more <= 0) return;
  const cells = spreadsheet.getSheets().reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), more);
  if (cells <= MOST_CELLS) return;
  throw new UserError('sheet-overfull');
}

/** A script hands Drive no larger content. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Throws a UserError if the log is too large to be handed to Drive. */
export function refuseTooLarge(text: string): void {
  // No character takes more than three bytes for each of its units.
  if (text.length * 3 <= MOST_BYTES || bytesOf(text) <= MOST_BYTES) return;
  throw new UserError('log-overlarge');
}

/** The length of a text in UTF-8. A blob would count it by handing out an array of all its bytes. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    if (unit > 0x7f) bytes += unit > 0x7ff && !isHalf ? 2 : 1;
  }
  return bytes;
}
