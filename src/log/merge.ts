// Brings two versions of a log together: what the file says and what the register says, seen from what both last agreed on.

import { type Experiment, FIELDS, type FieldKey } from '../domain/experiment/template.ts';
import type { Candidate } from '../domain/register/candidate.ts';
import type { Layer, RelatedFile } from '../domain/register/settings.ts';
import { canonicalExperiment, canonicalLine, canonicalText } from './canonical.ts';
import { fieldChanges, keyedItems, TEXT_KEYS, type TextKey } from './compare.ts';
import type { LogContents, LogDocument } from './document.ts';
import { applyEdits } from './edits.ts';
import { formatCandidate, formatLayer, formatRelatedFile } from './entries.ts';
import { keyedExperiments, nextFreeId, prefixOfId } from './keys.ts';
import { experimentSources, readLog } from './read.ts';
import { writeLog } from './write.ts';

export type Side = 'file' | 'register';

/** How a person settled a conflict: one side's version, or, for a field, a text of their own. */
export type Resolution = Side | { text: string };

/** Something both sides changed differently, or that only one of them still has: a person has to choose. */
export interface Conflict {
  /** What the answer in `resolutions` is filed under. */
  key: string;
  /** `field`: two texts. `presence`: one side has it, for the other it is gone; the side without it has `undefined`. */
  kind: 'field' | 'presence';
  /** The experiment's ID; empty where it is about something else. */
  id: string;
  /** What it is about, in words: `Title`, `Layer "System"`. */
  label: string;
  field?: FieldKey;
  /** What both agreed on; `undefined` if it was not there, or if there is no base. */
  base?: string;
  file?: string;
  register?: string;
}

export interface Merge {
  contents: LogContents;
  /** The file's text with `contents`. */
  text: string;
  /** What was taken from where, a sentence each. */
  report: string[];
  /** What `resolutions` did not settle; `contents` has the register's text for it, and keeps what only one side has. */
  conflicts: Conflict[];
}

export interface MergeInput {
  /** The text both sides last agreed on; without it every difference is a conflict. */
  base: string | undefined;
  file: string;
  register: LogContents;
  /** yyyy-mm-dd, for Last Updated. */
  today: string;
  /** What counts, by a conflict's key. */
  resolutions?: Readonly<Record<string, Resolution>>;
}

interface State {
  resolutions: ReadonlyMap<string, Resolution>;
  report: string[];
  conflicts: Conflict[];
  hasBase: boolean;
}

/**
 * Merges by experiment and by field. What one side changed is taken; what both changed alike too; what both changed differently is a
 * conflict. An experiment that one side has deleted is a conflict, whether or not the other has changed it. Two different experiments
 * added under one ID both stay: the file's gets the next free number. Candidates, layers, related files and entities merge as lists, where
 * a deletion on one side counts if the other side left the item alone.
 */
export function mergeLogs(input: MergeInput): Merge {
  const base = input.base === undefined ? undefined : readLog(input.base).contents;
  const state: State = {
    resolutions: new Map(Object.entries(input.resolutions ?? {})),
    report: [],
    conflicts: [],
    hasBase: base !== undefined,
  };
  const file = base ? renumberAdded(readLog(input.file), base, input.register, state) : readLog(input.file);
  const [ours, theirs] = [input.register, file.contents];
  const contents: LogContents = {
    ...mergeTexts(base, theirs, ours, state),
    layers: mergeList(base?.layers, theirs.layers, ours.layers, layerTraits, state),
    entities: mergeList(base?.entities, theirs.entities, ours.entities, entityTraits, state),
    candidates: mergeList(base?.candidates, theirs.candidates, ours.candidates, candidateTraits, state),
    relatedFiles: mergeList(base?.relatedFiles, theirs.relatedFiles, ours.relatedFiles, relatedFileTraits, state),
    experiments: mergeExperiments(base?.experiments, theirs.experiments, ours.experiments, state),
  };
  const text = writeLog(file, contents, { today: input.today });
  return { contents, text, report: state.report, conflicts: state.conflicts };
}

/** Gives the file's experiments whose ID the register has given to another one, since the base, the next free number. */
function renumberAdded(file: LogDocument, base: LogContents, register: LogContents, state: State): LogDocument {
  const known = keyedExperiments(base.experiments);
  const ours = keyedExperiments(register.experiments);
  const ids = [...base.experiments, ...register.experiments, ...file.contents.experiments].map(({ id }) => id);
  const edits = experimentSources(file).flatMap(({ key, id, fields }) => {
    const other = ours.get(key);
    if (known.has(key) || !other || fieldChanges(fields, other).length === 0) return [];
    const next = nextFreeId(prefixOfId(fields.id), ids);
    ids.push(next);
    state.report.push(
      `${fields.id} was added on both sides: the register's keeps the ID, the file's "${fields.title}" is now ${next}.`,
    );
    return [{ ...id, text: next }];
  });
  return edits.length === 0 ? file : readLog(applyEdits(file.text, edits));
}

/** One value of three: what changed, or a conflict. Values are compared as texts. A text of its own comes back for fields only. */
function mergeValue(
  base: string | undefined,
  file: string,
  register: string,
  conflict: Pick<Conflict, 'key' | 'id' | 'label' | 'field'>,
  state: State,
): Resolution {
  if (file === register) return 'register';
  const name = conflict.id === '' ? conflict.label : `${conflict.label} of ${conflict.id}`;
  if (state.hasBase && file === base) {
    state.report.push(`${name} comes from the register.`);
    return 'register';
  }
  if (state.hasBase && register === base) {
    state.report.push(`${name} comes from the file.`);
    return 'file';
  }
  return settle({ ...conflict, kind: 'field', base, file, register }, state, 'register');
}

/** The answer given for a conflict; without one it is listed, and `meanwhile` holds. */
function settle(conflict: Conflict, state: State, meanwhile: Side): Resolution {
  const answer = state.resolutions.get(conflict.key);
  const name = `${conflict.label}${conflict.id === '' ? '' : ` of ${conflict.id}`}`;
  if (answer === 'file' || answer === 'register') {
    state.report.push(`${name}: the ${answer}'s was chosen.`);
    return answer;
  }
  if (answer !== undefined && conflict.field !== undefined) {
    state.report.push(`${name} was written anew.`);
    return answer;
  }
  state.conflicts.push(conflict);
  return meanwhile;
}

function mergeTexts(
  base: LogContents | undefined,
  file: LogContents,
  register: LogContents,
  state: State,
): Pick<LogContents, TextKey> {
  const merged = { title: '', tagline: '', captureCommand: '', prefix: '' };
  for (const key of TEXT_KEYS) {
    const [old, theirs, ours] = [base?.[key], file[key], register[key]].map((text) =>
      text === undefined ? undefined : canonicalLine(text),
    );
    const label = TEXT_LABELS[key];
    const side = mergeValue(old, theirs ?? '', ours ?? '', { key, id: '', label }, state);
    merged[key] = side === 'file' ? file[key] : register[key];
  }
  return merged;
}

const TEXT_LABELS: Record<TextKey, string> = {
  title: 'The title',
  tagline: 'The tagline',
  captureCommand: 'The capture command',
  prefix: 'The prefix',
};

function mergeExperiments(
  base: readonly Experiment[] | undefined,
  file: readonly Experiment[],
  register: readonly Experiment[],
  state: State,
): Experiment[] {
  const [old, theirs, ours] = [keyedExperiments(base ?? []), keyedExperiments(file), keyedExperiments(register)];
  const merged: Experiment[] = [];
  for (const key of mergedOrder(old, theirs, ours)) {
    const [known, inFile, inRegister] = [old.get(key), theirs.get(key), ours.get(key)];
    if (inFile && inRegister) {
      merged.push(mergeFields(key, known, inFile, inRegister, state));
    } else {
      const experiment = mergePresence(key, known, inFile, inRegister, state);
      if (experiment) merged.push(experiment);
    }
  }
  return merged;
}

/** An experiment that one side lacks: new there, or gone here. */
function mergePresence(
  key: string,
  known: Experiment | undefined,
  file: Experiment | undefined,
  register: Experiment | undefined,
  state: State,
): Experiment | undefined {
  const experiment = file ?? register;
  if (!experiment) return undefined;
  const side: Side = file ? 'file' : 'register';
  if (!known && state.hasBase) {
    state.report.push(`${experiment.id} "${experiment.title}" is new from the ${side}.`);
    return experiment;
  }
  const conflict: Conflict = {
    key,
    kind: 'presence',
    id: experiment.id,
    label: 'The experiment',
    base: known && textOfExperiment(known),
    file: file && textOfExperiment(file),
    register: register && textOfExperiment(register),
  };
  return settle(conflict, state, side) === side ? experiment : undefined;
}

function mergeFields(
  key: string,
  known: Experiment | undefined,
  file: Experiment,
  register: Experiment,
  state: State,
): Experiment {
  const [old, theirs, ours] = [
    known && canonicalExperiment(known),
    canonicalExperiment(file),
    canonicalExperiment(register),
  ];
  const merged = { ...register };
  for (const field of FIELDS) {
    const conflict = { key: `${key}/${field.key}`, id: register.id, label: field.label, field: field.key };
    const side = mergeValue(old?.[field.key], theirs[field.key], ours[field.key], conflict, state);
    if (side === 'file') merged[field.key] = file[field.key];
    else if (side !== 'register') merged[field.key] = canonicalText(field.key, side.text);
  }
  return merged;
}

function textOfExperiment(experiment: Experiment): string {
  const fields = FIELDS.filter(({ key }) => experiment[key] !== '');
  return fields.map(({ key, label }) => `${label}: ${experiment[key]}`).join('\n');
}

/** The keys of both sides: in the order of the side that changed it, what only the other has behind. */
function mergedOrder(
  base: ReadonlyMap<string, unknown>,
  file: ReadonlyMap<string, unknown>,
  register: ReadonlyMap<string, unknown>,
): string[] {
  const isRegisterSame = [...base.keys()].join('\n') === [...register.keys()].join('\n');
  const [first, second] = isRegisterSame ? [file, register] : [register, file];
  return [...new Set([...first.keys(), ...second.keys()])];
}

/** What tells the items of a list apart, and what they say. */
interface Traits<T> {
  name: string;
  keyOf: (item: T) => string;
  textOf: (item: T) => string;
}

const layerTraits: Traits<Layer> = { name: 'Layer', keyOf: ({ name }) => canonicalLine(name), textOf: formatLayer };
const entityTraits: Traits<string> = { name: 'Entity', keyOf: canonicalLine, textOf: canonicalLine };
const candidateTraits: Traits<Candidate> = {
  name: 'Candidate',
  keyOf: ({ idea }) => canonicalLine(idea),
  textOf: formatCandidate,
};
const relatedFileTraits: Traits<RelatedFile> = {
  name: 'Related file',
  keyOf: ({ path }) => canonicalLine(path),
  textOf: formatRelatedFile,
};

function mergeList<T>(
  base: readonly T[] | undefined,
  file: readonly T[],
  register: readonly T[],
  { name, keyOf, textOf }: Traits<T>,
  state: State,
): T[] {
  const [old, theirs, ours] = [keyedItems(base ?? [], keyOf), keyedItems(file, keyOf), keyedItems(register, keyOf)];
  const merged: T[] = [];
  for (const key of mergedOrder(old, theirs, ours)) {
    const [known, inFile, inRegister] = [old, theirs, ours].map((items) => {
      const item = items.get(key);
      return item === undefined ? undefined : textOf(item);
    });
    const label = `${name} "${key}"`;
    const conflictKey = `${name}/${key}`;
    let side: Resolution;
    if (inFile !== undefined && inRegister !== undefined) {
      side = mergeValue(known, inFile, inRegister, { key: conflictKey, id: '', label }, state);
    } else {
      const holder: Side = inFile === undefined ? 'register' : 'file';
      const other: Side = holder === 'file' ? 'register' : 'file';
      if (state.hasBase && known === undefined) {
        side = holder;
        state.report.push(`${label} is new from the ${holder}.`);
      } else if (state.hasBase && known === (inFile ?? inRegister)) {
        side = other;
        state.report.push(`${label} is gone from the ${other}, and so from the log.`);
      } else {
        const conflict: Conflict = {
          key: conflictKey,
          kind: 'presence',
          id: '',
          label,
          base: known,
          file: inFile,
          register: inRegister,
        };
        side = settle(conflict, state, holder);
      }
    }
    const item = (side === 'file' ? theirs : ours).get(key);
    if (item !== undefined) merged.push(item);
  }
  return merged;
}
