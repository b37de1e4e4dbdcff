// One experiment's text read by itself: what an edit is measured by before it goes into the log.
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import type { ExperimentSource } from '../document.ts';
import { closingOf, readOutline } from '../reading/outline.ts';
import { readExperiment, toUnix } from '../reading/read-experiment.ts';
import { type Levels, readSections } from '../reading/structure.ts';

/** What parts a new experiment from the next. */
export const AFTER = '\n\n---\n\n';

/** What an experiment's text shall read as. */
export interface Reading {
  fields: Experiment;
  /** What stands in it without being a field: text under no label, and labels that stand a second time. */
  loose: readonly string[];
}

/**
 * Whether the text, which begins with an experiment's heading, reads as this experiment and leaves what follows as it is. `after` is what
 * follows up to the next heading, whose indent included; undefined at the end of a log. A heading leaves nothing open, so that
 * what stands above cannot matter.
 */
export function isReadAs(text: string, after: string | undefined, { fields, loose }: Reading, levels: Levels): boolean {
  const outline = readOutline(after === undefined ? text : `${text}${after}${'#'.repeat(levels.experiment)} [next-1]`);
  const [section, ...others] = readSections(outline, levels, -1);
  const [first, second, ...more] = section?.items ?? [];
  if (!first?.isExperiment || first.line !== 0 || others.length + more.length > 0) return false;
  if (after === undefined ? second !== undefined : second?.line !== outline.starts.length - 1) return false;
  const read = readExperiment(outline, first, () => 1);
  const found = looseTexts(outline.text, read);
  // What leaves a fence open at the end of a log is closed before anything is written behind it.
  const isSame = (stray: string, index: number): boolean => {
    const known = loose[index] ?? '';
    return stray === known || stray === known + closingOf(readOutline(known));
  };
  return (
    FIELDS.every(({ key }) => read.fields[key] === fields[key]) && found.length === loose.length && found.every(isSame)
  );
}

/** What stands in an experiment without being a field of it, LF line ends. */
export function looseTexts(text: string, source: ExperimentSource): string[] {
  const spans = [...source.strays, ...source.labels.filter(({ repeated }) => repeated)];
  return spans.map(({ start, end }) => toUnix(text.slice(start, end)));
}
