// What goes from a log with an experiment that is deleted, beyond the fields that the register shows.
import type { Experiment } from '../../domain/experiment/template.ts';
import type { ExperimentSource, LogContents, LogDocument } from '../document.ts';
import { MESSAGES } from '../messages.ts';
import { experimentSources } from '../reading/read.ts';
import { pairedExperiments } from '../text/likeness.ts';
import { looseTexts } from '../writing/fragment.ts';
import { type Conflict, textOfExperiment } from './merge-choice.ts';

/** The head of a table of fields and the rule below it say nothing. */
const TABLE_HEAD = /^[^\n|]*\|[^\n]*\n[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/;

/** Text under no label and labels that stand a second time, by the keys of those experiments that have any; LF line ends. */
export function looseByKey(
  { text }: Pick<LogDocument, 'text'>,
  sources: readonly ExperimentSource[],
): Map<string, string> {
  const loose = new Map<string, string>();
  for (const source of sources) {
    const texts = looseTexts(text, source).filter((text) => text.trim() !== '' && !TABLE_HEAD.test(text));
    if (texts.length > 0) loose.set(source.key, texts.join('\n\n'));
  }
  return loose;
}

/**
 * Whether the register has nothing left of all experiments or all candidates that were agreed on: their sheet may have been deleted. A
 * candidate that became an experiment is left, and so are those in whose place there are others: they may be reworded.
 */
export function isEmptied(agreed: LogContents | undefined, { experiments, candidates }: LogContents): boolean {
  const left = new Set([...experiments.flatMap(({ id, title }) => [id, title]), ...candidates.map(({ idea }) => idea)]);
  const isGone = (names: string[] = [], others = 0) => names.length > others && !names.some((name) => left.has(name));
  return (
    isGone(agreed?.experiments.map(({ id }) => id)) ||
    isGone(
      agreed?.candidates.map(({ idea }) => idea),
      candidates.length,
    )
  );
}

/** An experiment that was deleted, and the question about it. */
export interface Deletion {
  experiment: Experiment;
  conflict: Conflict;
}

/** The experiments of the log that the register has deleted and whose lines beyond their fields would go with them. */
export function deletionsOf(document: LogDocument, register: LogContents): Deletion[] {
  const held = pairedExperiments(document.contents.experiments, register.experiments);
  const gone = experimentSources(document).filter(({ key }) => !held.has(key));
  const loose = looseByKey(document, gone);
  return gone.flatMap(({ key, fields }): Deletion[] => {
    const text = loose.get(key);
    if (text === undefined) return [];
    const [id, label, file] = [fields.id, MESSAGES.experiment, textOfExperiment(fields, document.shape)];
    return [{ experiment: fields, conflict: { key, kind: 'presence', id, label, loose: text, base: file, file } }];
  });
}
