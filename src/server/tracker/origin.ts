// Where a row came from, and what its source said then: kept beside the row, so that a second run knows it again.
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { canonicalExperiment, plainWord } from '../../log/index.ts';

/** What is kept of a row's source. */
export interface Origin {
  /** The source: a tab's ID, or the fingerprint of a file's name. */
  source: string;
  /** The row within it, by what names it. */
  key: string;
  /** The import that added the row. */
  run: string;
  /** Fingerprints of what the source said, by field, own columns by `=` and their header. Fields that said nothing are left out. */
  said: Readonly<Record<string, string>>;
}

/** A text's fingerprint, short: it only has to tell it from what stood there before. */
export function shortFingerprint(text: string): string {
  return text === '' ? '' : fingerprint(text).replace(/^\d+-/, '');
}

/** An experiment in the form in which two are compared; unlike a log, a sheet says when one began even where that is its first day. */
export function comparable(experiment: Experiment): Experiment {
  return { ...canonicalExperiment(experiment), started: experiment.started };
}

/** Fingerprints over what a source says of an experiment; its ID is the register's own matter. */
export function fingerprintsOf(
  experiment: Experiment,
  closed: string,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const fingerprints: Record<string, string> = {};
  for (const { key } of FIELDS)
    if (key !== 'id' && experiment[key] !== '') fingerprints[key] = shortFingerprint(experiment[key]);
  if (closed !== '') fingerprints.closed = shortFingerprint(closed);
  for (const [label, text] of Object.entries(own)) if (text !== '') fingerprints[`=${label}`] = shortFingerprint(text);
  return fingerprints;
}

/** As text beside the row. */
export function originText({ source, key, run, said }: Origin): string {
  return JSON.stringify([source, key, run, said]);
}

export function readOrigin(text: string | undefined): Origin | undefined {
  if (text === undefined) return undefined;
  try {
    const [source, key, run, said] = JSON.parse(text);
    return { source: String(source), key: String(key), run: String(run), said: Object(said) };
  } catch {
    return undefined;
  }
}

/** What an idea is known by, however it is written. */
export function ideaFingerprint(idea: string): string {
  return shortFingerprint(plainWord(idea));
}
