// What rows say of their log: what it writes otherwise than it was read.
import type { FieldKey } from '../../domain/experiment/template.ts';
import type { Finding } from '../../domain/register/finding.ts';
import { type LogDocument, READ_OTHERWISE } from '../../log/index.ts';
import type { Told } from '../upkeep/check.ts';

/** What a row is told where it says what was read of the log that came in; undefined where no row is told anything. */
export function toldOf({ contents, findings }: Pick<LogDocument, 'contents' | 'findings'>): Told | undefined {
  const corrected = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { code, id = '' } = finding;
    if (code === READ_OTHERWISE) corrected.set(id, [...(corrected.get(id) ?? []), finding]);
  }
  if (corrected.size === 0) return undefined;
  const read = new Map(contents.experiments.map((experiment) => [experiment.id, experiment]));
  return (experiment) => {
    const logged = read.get(experiment.id);
    // Another one may have got its ID.
    if (logged?.title !== experiment.title) return '';
    const isSo = (key: FieldKey) => logged[key] === experiment[key];
    const own = (corrected.get(experiment.id) ?? []).filter(({ field }) => isSo(field as FieldKey));
    return own.map(({ message }) => message).join('\n');
  };
}
