// What goes from a log with an experiment that is deleted, beyond the fields that the register shows.
import type { ExperimentSource, LogContents, LogDocument } from '../document.ts';
import { MESSAGES } from '../messages.ts';
import { experimentSources } from '../reading/read.ts';
import { keyedExperiments } from '../text/keys.ts';
import { looseTexts } from '../writing/fragment.ts';
import { type Conflict, textOfExperiment } from './merge-choice.ts';

/** The head of a table of fields and the rule below it say nothing. */
const TABLE_HEAD = /^[^\n|]*\|[^\n]*\n[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/;

/** Text under no label and labels that stand a second time, by the keys of the experiments that have any; LF line ends. */
export function looseByKey(
  document: LogDocument,
  isWanted: (source: ExperimentSource) => boolean,
): Map<string, string> {
  const loose = new Map<string, string>();
  for (const source of experimentSources(document)) {
    if (!isWanted(source)) continue;
    const texts = looseTexts(document.text, source).filter((text) => text.trim() !== '' && !TABLE_HEAD.test(text));
    if (texts.length > 0) loose.set(source.key, texts.join('\n\n'));
  }
  return loose;
}

/** A conflict for each experiment of the log that the register has deleted and whose lines beyond its fields would go with it. */
export function deletionConflicts(document: LogDocument, register: LogContents): Conflict[] {
  const held = keyedExperiments(register.experiments);
  const loose = looseByKey(document, ({ key }) => !held.has(key));
  return experimentSources(document).flatMap(({ key, fields }): Conflict[] => {
    const text = loose.get(key);
    if (text === undefined) return [];
    const file = textOfExperiment(fields);
    return [{ key, kind: 'presence', id: fields.id, label: MESSAGES.experiment, loose: text, base: file, file }];
  });
}
