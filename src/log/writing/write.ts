// Writes a log: the text it was read from, with the local edits that bring it to what it shall say.
import { type Experiment, FIELDS, type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import { UserError } from '../../domain/user-error.ts';
import type { LogContents, LogDocument } from '../document.ts';
import { MESSAGES } from '../messages.ts';
import { isOneParagraph } from '../reading/labels.ts';
import { readLog } from '../reading/read.ts';
import { keptOf, withIds } from '../shape/kept.ts';
import { applyEdits, type Edit } from './edits.ts';
import { planExperiments } from './plan.ts';
import { missingSectionEdits, sectionEdits } from './write-items.ts';
import { headEdits, lastUpdatedEdits, partEdits } from './write-parts.ts';

/**
 * The document's text with what `contents` says. What is the same stays, byte for byte; `writeLog(d, d.contents, …)` is `d.text`.
 *
 * Experiments are told by their ID, several of one ID by their order. One whose status has changed, and no longer fits its section, goes
 * to the end of the section that it fits; a new one goes there in the order given; one that `contents` lacks is taken out with
 * all that it owns. One whose ID `isExperimentId` refuses is not written. The order of experiments, candidates, layers and files
 * that the text has already does not change. The date of Last Updated becomes `today` (yyyy-mm-dd) if anything changed and the log has such
 * a line; `isChanged`: as it has since it was written last. Throws a UserError where a change cannot be written without changing what belongs to something else.
 */
export const writeLog = (...given: Parameters<typeof writtenLog>): string => writtenLog(...given).text;

/** The same, with what was read of that text where it had to be held against what it shall say. */
export function writtenLog(
  document: LogDocument,
  contents: LogContents,
  options: { today: string; isChanged?: boolean },
): { text: string; written?: LogDocument } {
  const plan = planExperiments(document, contents);
  const isChange = ({ start, end, text }: Edit): boolean => document.text.slice(start, end) !== text;
  const edits = [
    ...headEdits(document, contents),
    ...document.sections.flatMap((section) => sectionEdits(document, section, plan)),
    ...partEdits(document, contents),
    ...missingSectionEdits(document, contents, plan),
  ].filter(isChange);
  if (edits.length === 0 && options.isChanged !== true) return { text: document.text };
  const text = applyEdits(document.text, [...edits, ...lastUpdatedEdits(document, options.today)]);
  if (plan.doubtful.length === 0) return { text };
  const ids = plan.doubtful.map(({ id }) => id);
  const written = readLog(text, withIds(keptOf(document.shape), ids));
  refuseMisread(document, written, plan.doubtful);
  return { text, written };
}

/** Throws a UserError that names the first of some new experiments that the written log does not give back, and the line or field that is in the way. */
function refuseMisread({ outline }: LogDocument, { contents, shape }: LogDocument, added: readonly Experiment[]): void {
  for (const experiment of added) {
    const misread = (read: Experiment): FieldKey[] =>
      FIELDS.map(({ key }) => key).filter(
        (key) => !isSaid(key, experiment[key], read[key]) && (key !== 'id' || shape.hasIds),
      );
    const [nearest] = contents.experiments
      .map((read) => ({ read, keys: misread(read) }))
      .sort((a, b) => a.keys.length - b.keys.length);
    if (nearest?.keys.length === 0) continue;
    const { id } = experiment;
    if (outline.openLine >= 0) throw new UserError('log-refused', MESSAGES.unwritable(id, outline.openLine + 1));
    // What was read as another field has left this one.
    const lost = (key: FieldKey): number => experiment[key].length - (nearest?.read[key].length ?? 0);
    const [most = 'title'] = (nearest?.keys ?? []).sort((a, b) => lost(b) - lost(a));
    throw new UserError('log-refused', MESSAGES.misread(id, fieldOf(most).label));
  }
}

/** Whether a field holds what it shall; a day, a choice or a list of labels as the log writes them. */
function isSaid(key: FieldKey, wanted: string, read: string): boolean {
  if (key !== 'other' && !isOneParagraph(fieldOf(key))) return read === wanted;
  const isDay = key === 'date' || key === 'started';
  return (wanted === '') === (read === '') && (isDay || wordsIn(wanted) === wordsIn(read));
}

const wordsIn = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');

/** The date that a log gives for its last change once it is written as `text`. */
export function lastUpdatedAfter(document: LogDocument, text: string, today: string): string {
  return document.places.lastUpdated && text !== document.text ? today : document.lastUpdated;
}
