// Writes a log: the text it was read from, with the local edits that bring it to what it shall say.
import type { LogContents, LogDocument } from '../document.ts';
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
export function writeLog(
  document: LogDocument,
  contents: LogContents,
  options: { today: string; isChanged?: boolean },
): string {
  const plan = planExperiments(document, contents);
  const isChange = ({ start, end, text }: Edit): boolean => document.text.slice(start, end) !== text;
  const edits = [
    ...headEdits(document, contents),
    ...document.sections.flatMap((section) => sectionEdits(document, section, plan)),
    ...partEdits(document, contents),
    ...missingSectionEdits(document, contents, plan),
  ].filter(isChange);
  if (edits.length === 0 && options.isChanged !== true) return document.text;
  return applyEdits(document.text, [...edits, ...lastUpdatedEdits(document, options.today)]);
}

/** The date that a log gives for its last change once it is written as `text`. */
export function lastUpdatedAfter(document: LogDocument, text: string, today: string): string {
  return document.places.lastUpdated && text !== document.text ? today : document.lastUpdated;
}
