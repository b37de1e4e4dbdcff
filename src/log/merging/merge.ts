// Brings two versions of a log together: what the file says and what the register says, seen from what both last agreed on.

import { leadOf, prefixOf, readId } from '../../domain/experiment/id.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import type { ExperimentSource, LogContents, LogDocument } from '../document.ts';
import { MESSAGES } from '../messages.ts';
import { countUnnamed, nameUnnamed, recognise } from '../reading/names.ts';
import { experimentSources, readLog } from '../reading/read.ts';
import { keptOf } from '../shape/kept.ts';
import { labelIn } from '../shape/shape.ts';
import { canonicalExperiment, canonicalLine, canonicalText } from '../text/canonical.ts';
import { idOfKey, keyedExperiments, nextFreeId, nextKey } from '../text/keys.ts';
import { keysLike } from '../text/likeness.ts';
import { applyEdits } from '../writing/edits.ts';
import { fieldChanges, TEXT_KEYS, type TextKey } from './compare.ts';
import { madeWhole, withExperiments } from './cut-off.ts';
import { isEmptied, looseByKey } from './deletions.ts';
import {
  type Conflict,
  mergedOrder,
  mergeValue,
  type Resolution,
  type Side,
  type State,
  settle,
  textOfExperiment,
} from './merge-choice.ts';
import { candidateTraits, entityTraits, layerTraits, mergeList, relatedFileTraits } from './merge-lists.ts';
import { alignSides, following, followRenamed, type Renaming, renameInLog } from './renaming.ts';

const NONE: Renaming = new Map();

type ByKey = ReadonlyMap<string, Experiment>;

/** The experiments that were agreed on, those of the register, and those of either. */
interface Sides {
  known: ByKey;
  held: ByKey;
  both: readonly Experiment[];
}

export interface Merge {
  contents: LogContents;
  /** Experiments of the register that got the ID that the file has given them, by their keys there. */
  renamed: Renaming;
  /** Old IDs that no experiment has any more, on whichever side they were changed, with the new ones. */
  ids: ReadonlyMap<string, string>;
  /** The file's log, to be written with `contents`: the one given, unless experiments in it got another ID or something comes back. */
  document: LogDocument;
  /** What was taken from where, a sentence each. */
  report: string[];
  /** What `resolutions` did not settle; `contents` has the register's text for it, and keeps what only one side has. */
  conflicts: Conflict[];
}

export interface MergeInput {
  /** What both sides last agreed on; without it every difference is a conflict. */
  base: LogContents | undefined;
  /** The log that says so, where what the file lacks of it comes back with all that nobody can see in the register. */
  agreed?: LogDocument | undefined;
  file: LogDocument;
  register: LogContents;
  /** The fingerprints of what was agreed on earlier and replaced since: then the file's is not taken without a question. */
  earlier?: readonly string[];
  /** The highest ID ever given in the register; asked for only where the file has something new. */
  lastGiven?: () => string;
  /** Whether to ask before anything of the register is taken away because the file lacks it. */
  asksBeforeLoss?: boolean;
  /** What counts, by a conflict's key. */
  resolutions?: Readonly<Record<string, Resolution>>;
}

/**
 * Merges by experiment and by field. What one side changed is taken; what both changed alike too; what both changed differently is a
 * conflict. An experiment that one side has deleted is a conflict, whether or not the other has changed it. Two different experiments
 * added under one ID both stay: the file's gets the next free number. Candidates, layers, related files and entities merge as lists, where
 * a deletion on one side counts if the other side left the item alone. What the file says as it was agreed on earlier, and, with
 * `asksBeforeLoss`, what it lacks of the register, is a conflict whose default is the register's.
 */
export function mergeLogs(input: MergeInput): Merge {
  const { resolutions = {} } = input;
  const state: State = {
    shape: input.file.shape,
    resolutions: new Map(Object.entries(resolutions)),
    report: [],
    conflicts: [],
    hasBase: input.base !== undefined,
    earlier: new Set(input.earlier),
    asksBeforeLoss: input.asksBeforeLoss ?? false,
    isEmptied: isEmptied(input.base, input.register),
  };
  nameFrom(input.file, input.base, input.register);
  const sides = input.base && alignSides(input.base, input.file, input.register);
  const { base, file, register } = sides ?? input;
  const held = keyedExperiments(register.experiments);
  const agreedOn = base?.experiments ?? [];
  const known = new Map(keysLike(agreedOn, register.experiments).map((key, at) => [key, agreedOn[at] as Experiment]));
  const both = [...new Map([...held, ...known]).values()];
  const agreed = sides && input.agreed && renameInLog(input.agreed, sides.renaming);
  const whole = agreed && state.asksBeforeLoss ? keepRest(file, agreed, state) : undefined;
  if (whole) nameFrom(whole.document, base, register);
  const renumbered = new Map<string, string>();
  const document = base
    ? renumberAdded(whole?.document ?? file, { known, held, both }, register.prefix, renumbered, input.lastGiven, state)
    : file;
  const [ours, theirs] = [register, document.contents];
  // What was put back is asked about, an experiment each.
  const inFile = sourcesLike(
    experimentSources(document).filter(({ key }) => !whole?.lacking.has(key)),
    both,
  );
  const contents: LogContents = {
    ...mergeTexts(base, theirs, ours, state),
    layers: mergeList(base?.layers, theirs.layers, ours.layers, layerTraits, state),
    entities: mergeList(base?.entities, theirs.entities, ours.entities, entityTraits, state),
    candidates: mergeList(base?.candidates, theirs.candidates, ours.candidates, candidateTraits, state),
    relatedFiles: mergeList(base?.relatedFiles, theirs.relatedFiles, ours.relatedFiles, relatedFileTraits, state),
    experiments: mergeExperiments(known, new Map(inFile.map(({ key, fields }) => [key, fields])), held, state),
  };
  const followed = followRenamed(followRenumbered(contents, renumbered, both), sides?.renaming ?? NONE);
  return {
    contents: followed.contents,
    renamed: sides?.inRegister ?? NONE,
    ids: followed.ids,
    document: agreed ? withExperiments(document, agreed, followed.contents) : document,
    report: [...followed.report, ...state.report],
    conflicts: withLoose(document, inFile, state.conflicts),
  };
}

/** The file with what it lacks, unless a person lets that go. */
function keepRest(file: LogDocument, agreed: LogDocument, state: State): ReturnType<typeof madeWhole> | undefined {
  const whole = madeWhole(file, agreed);
  if (whole.rest === '') return undefined;
  const said = { label: MESSAGES.rest, base: whole.rest, register: whole.rest };
  const conflict: Conflict = { key: 'rest', kind: 'presence', id: '', default: 'register', ...said };
  return settle(conflict, state, 'register') === 'register' ? whole : undefined;
}

/** The conflicts; those about an experiment that the register has deleted, with what the file has of it beyond its fields. */
function withLoose(document: LogDocument, sources: readonly ExperimentSource[], conflicts: Conflict[]): Conflict[] {
  const asked = new Set(conflicts.map(({ key }) => key));
  const loose = looseByKey(
    document,
    sources.filter(({ key }) => asked.has(key)),
  );
  return conflicts.map((conflict) => {
    const text = loose.get(conflict.key);
    return text === undefined ? conflict : { ...conflict, loose: text };
  });
}

/** The file's experiments; of those with one ID the first keys have those that are most like the held ones. */
function sourcesLike(sources: readonly ExperimentSource[], held: readonly Experiment[]): ExperimentSource[] {
  const keys = keysLike(
    sources.map(({ fields }) => fields),
    held,
  );
  return sources.map((source, at) => (keys[at] === source.key ? source : { ...source, key: keys[at] ?? source.key }));
}

/** Gives experiments of a file that writes no IDs those that register and agreed text know them by; new ones the next. */
function nameFrom(file: LogDocument, base: LogContents | undefined, register: LogContents): void {
  if (file.shape.hasIds) return;
  recognise(file, base?.experiments ?? []);
  recognise(file, register.experiments);
  const ids = [...(base?.experiments ?? []), ...register.experiments].map(({ id }) => id);
  const added = Array.from({ length: countUnnamed(file) }, () => {
    const next = nextFreeId(register.prefix || prefixOf(ids), ids);
    ids.push(next);
    return next;
  });
  if (added.length > 0) nameUnnamed(file, added);
}

/**
 * Gives the file's experiments whose ID the register has given to another one, since the base, the next free number, or the one under which
 * the register has them already, from an earlier try.
 */
function renumberAdded(
  file: LogDocument,
  { known, held, both }: Sides,
  prefix: string,
  renumbered: Map<string, string>,
  lastGiven: MergeInput['lastGiven'],
  state: State,
): LogDocument {
  const ids = [...both, ...file.contents.experiments].map(({ id }) => id);
  const inFile = new Set(file.contents.experiments.map(({ id }) => id));
  const brought = new Map<string, Experiment>();
  for (const one of held.values()) {
    if (!known.has(`${one.id}#1`) && !inFile.has(one.id)) brought.set(canonicalLine(one.title), one);
  }
  const edits = sourcesLike(experimentSources(file), both).flatMap(({ key, id, fields }) => {
    const other = held.get(key);
    if (id === undefined || known.has(key) || (other && fieldChanges(fields, other).length === 0)) return [];
    const last = lastGiven?.();
    const alike = brought.get(fields.title);
    const same = alike && fieldChanges(fields, alike).every(({ field }) => field === 'id') ? alike : undefined;
    if (!other && same === undefined && !isGiven(fields.id, last)) return [];
    if (last !== undefined) ids.push(last);
    const next = same?.id ?? nextLike(fields.id, ids, prefix);
    if (!other && same === undefined && !isToRenumber(key, fields, next, state)) return [];
    ids.push(next);
    renumbered.set(fields.id, next);
    if (other) state.report.push(MESSAGES.renumbered(fields.id, fields.title, next));
    return [{ ...id, text: next }];
  });
  return edits.length === 0 ? file : readLog(applyEdits(file.text, edits), keptOf(file.shape));
}

function isGiven(id: string, last: string | undefined): boolean {
  const [own, highest] = [readId(id), readId(last ?? '')];
  return own !== undefined && own.lead === highest?.lead && own.number <= highest.number;
}

/** Whether an experiment that is new in the file gets another ID, since its own was given once: a person has to say. */
function isToRenumber(key: string, fields: Experiment, next: string, state: State): boolean {
  const { id } = fields;
  const conflict: Conflict = {
    key: `${key}/id`,
    kind: 'presence',
    id,
    label: MESSAGES.experiment,
    next,
    file: textOfExperiment(fields, state.shape),
  };
  return settle(conflict, state, 'file') === 'register';
}

/** The next ID of the kind that an ID is of. */
function nextLike(id: string, ids: readonly string[], prefix: string): string {
  const isOwn = prefix !== '' && id.startsWith(leadOf(prefix));
  return nextFreeId(isOwn ? prefix : prefixOf([id]), ids);
}

/** What is new in the file follows the file's experiments: those that got another number are followed under it. */
function followRenumbered(
  contents: LogContents,
  renumbered: ReadonlyMap<string, string>,
  both: readonly Experiment[],
): LogContents {
  if (renumbered.size === 0) return contents;
  const known = new Set(both.map(({ id }) => id));
  const experiments = contents.experiments.map((experiment) =>
    known.has(experiment.id) ? experiment : following(experiment, renumbered),
  );
  return { ...contents, experiments };
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
    const side = mergeValue(old, theirs ?? '', ours ?? '', { key, id: '', label: MESSAGES[key] }, state);
    merged[key] = side === 'file' ? file[key] : register[key];
  }
  return merged;
}

function mergeExperiments(old: ByKey, theirs: ByKey, ours: ByKey, state: State): Experiment[] {
  const merged: Experiment[] = [];
  const seen = new Map<string, number>();
  for (const place of mergedOrder(old, theirs, ours)) {
    // Of several with one ID the register's stay the first, whatever stands above in the file: their order tells which is which.
    const key = nextKey(idOfKey(place), seen);
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
    state.report.push(MESSAGES.isNew(`${experiment.id} "${experiment.title}"`, side));
    return experiment;
  }
  const conflict: Conflict = {
    key,
    kind: 'presence',
    id: experiment.id,
    label: MESSAGES.experiment,
    ...((file ? state.isEmptied : state.asksBeforeLoss) && { default: side }),
    base: known && textOfExperiment(known, state.shape),
    file: file && textOfExperiment(file, state.shape),
    register: register && textOfExperiment(register, state.shape),
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
  if (register === file) return register;
  const [old, theirs, ours] = [
    known && canonicalExperiment(known),
    canonicalExperiment(file),
    canonicalExperiment(register),
  ];
  const merged = { ...register };
  for (const field of FIELDS) {
    const conflict = {
      key: `${key}/${field.key}`,
      id: register.id,
      label: labelIn(state.shape, field),
      field: field.key,
    };
    const side = mergeValue(old?.[field.key], theirs[field.key], ours[field.key], conflict, state);
    if (side === 'file') merged[field.key] = file[field.key];
    else if (side !== 'register') merged[field.key] = canonicalText(field.key, side.text);
  }
  return merged;
}
