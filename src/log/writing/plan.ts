// What is to happen to the experiments of a log as wholes: which change where they stand, which move, go, or come.

import type { Experiment } from '../../domain/experiment/template.ts';
import { ROWS } from '../../domain/register/log-shape.ts';
import type { ExperimentSource, LogContents, LogDocument, Section } from '../document.ts';
import type { RowTable } from '../learning/tables.ts';
import { BLANK, CAPTURED, hasFlag, lineText, type Outline, RULE } from '../reading/outline.ts';
import { experimentSources } from '../reading/read.ts';
import { isForSome } from '../shape/status-words.ts';
import { titleWord } from '../shape/words.ts';
import { canonicalExperiment } from '../text/canonical.ts';
import { pairedExperiments } from '../text/likeness.ts';
import { isExperimentSection, sectionOfStatus, type TemplateSection } from '../text/sections.ts';
import { statusOfWord } from '../text/values.ts';
import { changedExperimentText, closedText } from './changed-experiment.ts';
import { skipBlanks } from './edits.ts';
import { ownExperimentText } from './own-experiment.ts';
import { changedRowText, movedRowText, newRowText, sayable, tablesOfSections } from './write-rows.ts';

/** What is to happen to the experiments of the log. */
export interface Plan {
  /** New texts of experiments that stay where they are. */
  changed: Map<ExperimentSource, string>;
  /** Experiments that leave their place: deleted, or moved to another section. */
  gone: Set<ExperimentSource>;
  /** Texts that come to a section's end: one of the log, or one that it lacks. */
  arriving: Map<Section | TemplateSection, string[]>;
  /** New ones whose text does not read as they are by itself, or may stand in what the log leaves open. */
  doubtful: Experiment[];
}

export function planExperiments(document: LogDocument, contents: LogContents): Plan {
  const plan: Plan = { changed: new Map(), gone: new Set(), arriving: new Map(), doubtful: [] };
  const isRows = document.shape.experiment === ROWS;
  const tables = isRows ? tablesOfSections(document) : new Map<Section | TemplateSection, RowTable>();
  const wanted = pairedExperiments(document.contents.experiments, contents.experiments);
  const arrive = (home: Section | TemplateSection, text: string): void => {
    const texts = plan.arriving.get(home);
    if (texts) texts.push(text);
    else plan.arriving.set(home, [text]);
  };
  for (const section of document.sections) {
    for (const [index, { experiment: source }] of section.items.entries()) {
      if (!source) continue;
      const experiment = wanted.get(source.key);
      wanted.delete(source.key);
      if (!experiment) {
        plan.gone.add(source);
        continue;
      }
      const { status } = canonicalExperiment(experiment);
      const home = status === source.fields.status ? undefined : homeOf(document, status, section);
      const isSaid = home instanceof Object && home.status === status && source.isStatusOfSection;
      const text = textOf(document, section, index, source, experiment, isSaid);
      const arrives = (): string | undefined => {
        const written = text ?? document.text.slice(source.start, source.end);
        // Blanks at the end of its last line go along.
        const blanks = document.text.slice(source.end, skipBlanks(document.text, source.end));
        if (!isRows) return closedText(written) + blanks;
        // A row moves to a table that has a place for each of its cells, else it stays where it is.
        const table = home && tables.get(home);
        return table && movedRowText(written, source.columns, table);
      };
      const moved = home === undefined || home === section ? undefined : arrives();
      if (home !== undefined && moved !== undefined) {
        plan.gone.add(source);
        arrive(home, moved);
      } else if (text !== undefined) {
        plan.changed.set(source, text);
      }
    }
  }
  for (const experiment of wanted.values()) {
    const canonical = canonicalExperiment(experiment);
    const home = homeOf(document, canonical.status) ?? 'active';
    const isSaid =
      home instanceof Object &&
      home.status === canonical.status &&
      isForAllIn(document.outline)(home) &&
      isSaidBySections(document);
    if (isRows) {
      const section = home instanceof Object && tables.has(home) ? home : [...tables.keys()].pop();
      const table = section && tables.get(section);
      if (table) arrive(section, newRowText(document, table, canonical, isSaid && section === home));
    } else {
      const { text, isSound } = ownExperimentText(document, canonical, isSaid);
      arrive(home, text.replace(/\n/g, document.newline));
      if (!isSound || document.outline.openLine >= 0) plan.doubtful.push(canonical);
    }
  }
  return plan;
}

/** Whether this log says statuses by its sections alone. */
function isSaidBySections(document: LogDocument): boolean {
  const sources = experimentSources(document);
  return sources.filter(({ isStatusOfSection }) => isStatusOfSection).length * 2 > sources.length;
}

/**
 * The text of an experiment of the log as `experiment` has it now; undefined where that is what stands there. `isStatusSaid`: its new section
 * says its status.
 */
function textOf(
  document: LogDocument,
  section: Section,
  index: number,
  source: ExperimentSource,
  experiment: Experiment,
  isStatusSaid: boolean,
): string | undefined {
  if (experiment === source.fields || isSame(source.fields, experiment)) return undefined;
  const canonical = canonicalExperiment(experiment);
  // What has its canonical form only in the log itself stays as it is there.
  const wanted =
    experiment.other === source.fields.other ? { ...canonical, other: experiment.other } : { ...canonical };
  // A status that nobody gave is the section's.
  if (isStatusSaid || (source.isStatusOfSection && wanted.status === '')) wanted.status = source.fields.status;
  if (wanted.status !== source.fields.status) wanted.status = statusOfWord(wanted.status, document.shape);
  if (document.shape.experiment === ROWS) {
    const said = sayable(source, wanted);
    return isSame(source.fields, said) ? undefined : changedRowText(document, source, said);
  }
  if (isSame(source.fields, wanted)) return undefined;
  return changedExperimentText(document, source, wanted, nextLineOf(document, section, index));
}

/** The line of the next item, or of what stands behind the last of a section and the rules there, or else of the last line; undefined at the log's end. */
function nextLineOf({ outline }: LogDocument, { items }: Section, index: number): number | undefined {
  const next = items[index + 1];
  if (next) return next.line;
  let line = items[index]?.endLine ?? outline.starts.length;
  let isParted = false;
  // A rule ends what it stands below: what matters is how it reads with that.
  for (; hasFlag(outline, line, BLANK | RULE | CAPTURED); line += 1) isParted ||= !hasFlag(outline, line, BLANK);
  if (line < outline.starts.length) return line;
  return isParted ? line - 1 : undefined;
}

function isSame(a: Experiment, b: Experiment): boolean {
  return (Object.keys(a) as (keyof Experiment)[]).every((key) => a[key] === b[key]);
}

/** The section of the last entry, else the last of all. */
function lastOf(sections: readonly Section[]): Section | undefined {
  const lived = sections.filter(({ items }) => items.some(({ experiment }) => experiment));
  return [...(lived.length > 0 ? lived : sections)].pop();
}

/** Whether what a section is called says no more than its status: nothing is said to have failed because it is completed. */
const isForAllIn =
  (outline: Outline) =>
  ({ line }: Section): boolean =>
    line < 0 || !isForSome(titleWord(lineText(outline, line)));

/**
 * Where an experiment of this status belongs; undefined where it had best stay in `section`. A log that has none of the template's
 * sections for experiments gets none: there an experiment stays, and a new one goes where others of its status stand. Nor does one of
 * another shape.
 */
function homeOf(
  { sections, shape, outline }: LogDocument,
  status: string,
  section?: Section,
): Section | TemplateSection | undefined {
  // What is no experiment has no section for its status: it stays, and is added behind the others.
  if (!shape.isOfExperiments) return section ? undefined : lastOf(sections);
  const kind = sectionOfStatus(status) ?? (section ? undefined : 'active');
  if (kind === undefined) return undefined;
  const isForAll = isForAllIn(outline);
  const own = sections.filter((candidate) => candidate.status === status && isForAll(candidate));
  if (own.length > 0) return section && own.includes(section) ? section : own[0];
  const home = sections.find((candidate) => candidate.kind === kind && isForAll(candidate));
  if (home || section?.kind === kind) return section?.kind === kind ? section : home;
  if (section) return isExperimentSection(section.kind) && shape.isTemplate ? kind : undefined;
  const lived = sections.filter(({ items }) => items.some(({ experiment }) => experiment));
  const alike = lived.find(
    (lived) => isForAll(lived) && lived.items.some(({ experiment }) => experiment?.fields.status === status),
  );
  // A section whose words say nothing may be the one.
  if (!shape.isTemplate)
    return alike ?? lived.find(({ kind }) => kind === 'unknown') ?? lived[lived.length - 1] ?? kind;
  if (sections.some((candidate) => isExperimentSection(candidate.kind))) return kind;
  return alike ?? lived[lived.length - 1] ?? kind;
}
