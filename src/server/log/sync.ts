// The register's contents as the log knows them: read out of the sheets, and brought back in where they differ.

import { formatId, plainPrefix } from '../../domain/experiment/id.ts';
import { isStatus, statusRow } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { type Candidate, candidateKey } from '../../domain/register/candidate.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { canonicalExperiment, isExperimentId, type LogContents, type Renaming, renameIn } from '../../log/index.ts';
import { addCandidates, readCandidates, removeCandidates } from '../../sheet/candidates.ts';
import type { ColumnKey } from '../../sheet/columns.ts';
import { withoutSame } from '../../sheet/derived-cells.ts';
import {
  freeRow,
  type Register,
  type RegisterRow,
  type RowTexts,
  readRegister,
  writeRows,
} from '../../sheet/register.ts';
import { NO_UNDO, restoreCells, restoreRow, type Undo } from '../../sheet/restoring.ts';
import { writeSettings } from '../../sheet/settings.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { settlePromotion } from '../rows/candidates.ts';
import { changeRow } from '../rows/change-row.ts';
import { nextIds, rememberIds, restoreIds } from '../rows/ids.ts';
import { restoreFormatsAfter, restoreValidation, writeUnchecked } from '../rows/suspended-validation.ts';
import { refuseTooLong, refuseTooManyCells } from '../upkeep/limits.ts';

/** What the sheets hold. */
export interface Held {
  register: Register;
  contents: LogContents;
  /** Rows whose ID is not the one that stands in their cell yet; `contents` has it already. */
  unnamed: readonly NamedRow[];
}

/** A row with the ID that it is to get, and what stands in the cell until then. */
interface NamedRow {
  row: RegisterRow;
  before: string;
}

/** Reads what the sheets hold; `register` where it is read already. Rows that have no ID yet are given one, which is not written. */
export function readContents(context: RegisterContext, register: Register = readRegister(context.experiments)): Held {
  restoreValidation(context, register.places);
  settlePromotion(context, register);
  const unnamed = nameRows(context, register);
  refuseMalformedIds(register);
  const experiments = register.rows.map(({ experiment }) => canonicalExperiment(experiment));
  const candidates = readCandidates(context.candidates);
  return { register, unnamed, contents: { ...partsOf(context.settings), experiments, candidates } };
}

/** Tells the highest ID ever given, for a merge that has to know. */
export function lastGiven({ prefix }: Settings): () => string {
  let id: string | undefined;
  return () => {
    id ??= formatId(prefix, keys.lastNumber(plainPrefix(prefix)).read() ?? 0);
    return id;
  };
}

/** Writes the IDs that rows were given, so that nobody else gets them. */
export function keepIds(context: RegisterContext, { register: { places }, unnamed }: Held, undo = NO_UNDO): void {
  const idsOf = (id: (named: NamedRow) => string) =>
    unnamed.map((named) => ({ row: named.row.row, texts: { id: id(named) } }));
  if (unnamed.length === 0) return;
  undo(() =>
    writeRows(
      context.experiments,
      places,
      idsOf(({ before }) => before),
    ),
  );
  writeRows(
    context.experiments,
    places,
    idsOf(({ row }) => row.experiment.id),
  );
  // The highest in the sheet counts where it ends here.
  rememberIds(
    unnamed.map(({ row }) => row.experiment.id),
    context.settings.prefix,
    undo,
  );
}

/**
 * Brings the sheets from what they hold to `after`: only what differs is written, and a row goes only where `after` has no such
 * experiment, which a merge hands out only if a person chose it.
 * `fileName` becomes the exported file's name; `renamed` are experiments that only get another ID. `undo` is told of each write beforehand how it is taken back. Counts experiments.
 */
export function bringIn(
  context: RegisterContext,
  register: Register,
  before: LogContents,
  after: LogContents,
  undo: Undo,
  renamed: Renaming,
  fileName: string = context.settings.fileName,
) {
  refuseTooLong(after);
  const newcomers = newExperiments(register, after, renamed);
  const first = freeRow(context.experiments, register);
  if (newcomers.length > 0) refuseTooManyCells(context, first + newcomers.length - 1);
  // What rows lack is judged by the settings that come with them.
  const earlier = { ...context };
  bringInSettings(context, register, before, after, fileName, undo);
  const { places } = register;
  const changed = withoutSame(places, changedRows(context, register, after, renamed), register.rows, true);
  const added = newRows(context, newcomers, first);
  const held = changed.map(({ row, texts }) => heldTexts(earlier, register, row, texts));
  writeUnchecked(context, places, changed, added, held, undo);
  rememberIds(idsOf(after), context.settings.prefix, undo);
  const isIn = (list: readonly Candidate[]) => {
    const known = new Set(list.map(candidateKey));
    return (candidate: Candidate) => known.has(candidateKey(candidate));
  };
  const [wasThere, stays] = [isIn(before.candidates), isIn(after.candidates)];
  removeCandidates(
    context.candidates,
    before.candidates.filter((candidate) => !stays(candidate)),
    undo,
  );
  addCandidates(
    context.candidates,
    after.candidates.filter((candidate) => !wasThere(candidate)),
    context.today,
    undo,
  );
  removeRows(context, register, after, renamed, undo);
  return {
    added: added.length,
    changed: changed.length,
    unchanged: after.experiments.length - added.length - changed.length,
  };
}

/** Takes out the rows of experiments that are not wanted any more, from the bottom up. */
function removeRows(
  context: RegisterContext,
  register: Register,
  after: LogContents,
  renamed: Renaming,
  undo: Undo,
): void {
  const wanted = new Set(identities(after.experiments));
  const keys = identitiesOf(register, renamed);
  const gone = register.rows.filter((_, index) => !wanted.has(keys[index] ?? ''));
  for (const held of gone.reverse()) {
    undo(() => {
      restoreRow(context.experiments, held.row, held.values);
      const { texts, dueNote } = changeRow(held, held.experiment, held.settled, context);
      writeRows(context.experiments, register.places, [{ row: held.row, texts, dueNote }]);
    });
    context.experiments.deleteRow(held.row);
  }
}

/** A row's place among those with its ID, so that two rows of one ID are told apart. */
function identities(experiments: readonly Experiment[]): string[] {
  const seen = new Map<string, number>();
  return experiments.map(({ id }) => {
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    return `${id} ${nth}`;
  });
}

/** The same of the rows, under the IDs that they get. */
function identitiesOf({ rows }: Register, renamed: Renaming): string[] {
  return identities(
    renameIn(
      rows.map(({ experiment }) => experiment),
      renamed,
    ),
  );
}

function changedRows(context: RegisterContext, register: Register, after: LogContents, renamed: Renaming): RowTexts[] {
  const keys = identitiesOf(register, renamed);
  const rowOf = new Map(keys.map((key, index) => [key, register.rows[index]]));
  const changed: RowTexts[] = [];
  for (const [index, key] of identities(after.experiments).entries()) {
    const row = rowOf.get(key);
    const experiment = after.experiments[index];
    if (row === undefined || experiment === undefined) continue;
    const held = canonicalExperiment(row.experiment);
    if (FIELDS.every(({ key }) => held[key] === experiment[key])) continue;
    // What differs only in how the cell writes it stays as it is there.
    const wanted = { ...row.experiment };
    for (const { key } of FIELDS) if (held[key] !== experiment[key]) wanted[key] = experiment[key];
    const started = experiment.started || row.experiment.started;
    const { texts, dueNote } = changeRow(row, { ...wanted, started }, row.settled ?? held.status, context);
    changed.push({ row: row.row, texts, dueNote });
  }
  return changed;
}

/** What a row says now in the cells that are to be written. */
function heldTexts(
  context: RegisterContext,
  { rows, places }: Register,
  number: number,
  texts: RowTexts['texts'],
): RowTexts {
  const row = rows.find((candidate) => candidate.row === number);
  if (row === undefined) return { row: number, texts: {} };
  const { settled, experiment, closed } = row;
  const { dueNote, ...derived } = changeRow(row, experiment, settled ?? experiment.status, context);
  const read = (key: ColumnKey) => String(row.values[places.get(key) ?? -1] ?? '');
  const kept = { started: experiment.started, closed, findings: read('findings'), state: read('state') };
  const held: RowTexts['texts'] = { ...experiment, ...derived.texts, ...kept };
  return { row: number, texts: Object.fromEntries(Object.entries(held).filter(([key]) => key in texts)), dueNote };
}

/** The log's experiments that have no row yet. */
function newExperiments(register: Register, after: LogContents, renamed: Renaming): Experiment[] {
  const held = new Set(identitiesOf(register, renamed));
  const keys = identities(after.experiments);
  return after.experiments.filter((_, index) => !held.has(keys[index] ?? ''));
}

/** Rows for new experiments; `first` is the row of the first, from 1. */
function newRows(context: RegisterContext, experiments: readonly Experiment[], first: number): RowTexts[] {
  return experiments.map((experiment, index) => {
    // A log leaves Started out where it is the same day as Date; a dropped experiment may never have started.
    const row = isStatus(experiment.status) ? statusRow(experiment.status) : undefined;
    const hasRun = row !== undefined && row.phase !== 'waiting' && row.isCutShort !== true;
    const started = experiment.started || (hasRun ? experiment.date : '');
    const { texts, dueNote } = changeRow(undefined, { ...experiment, started }, experiment.status, context);
    return { row: first + index, texts, dueNote };
  });
}

export const idsOf = ({ experiments }: LogContents): string[] => experiments.map(({ id }) => id);

/** The parts of a log that are kept in the settings. */
export function partsOf({ title, tagline, captureCommand, prefix, layers, entities, relatedFiles }: Settings) {
  return { title, tagline, captureCommand, prefix, layers, entities, relatedFiles };
}

/** What the settings become; what the log does not state stays as it is. */
export function settingsAfter(settings: Settings, before: LogContents, after: LogContents): Settings {
  const { title, tagline, captureCommand, prefix, layers, entities, relatedFiles } = after;
  return {
    ...settings,
    title: title || settings.title,
    tagline: tagline === before.tagline ? settings.tagline : tagline,
    captureCommand: captureCommand || settings.captureCommand,
    prefix: prefix || settings.prefix,
    // A log without these lists says nothing about them.
    layers: layers.length > 0 ? layers : settings.layers,
    entities: entities.length > 0 ? entities : settings.entities,
    relatedFiles: relatedFiles.length > 0 ? relatedFiles : settings.relatedFiles,
  };
}

function bringInSettings(
  context: RegisterContext,
  { places }: Register,
  before: LogContents,
  after: LogContents,
  fileName: string,
  undo: Undo,
): void {
  const held = context.settings;
  const settings = { ...settingsAfter(held, before, after), fileName };
  if (JSON.stringify(settings) === JSON.stringify(held)) return;
  undo(() => {
    restoreCells(context.settingsSheet, context.settingsCells);
    context.settings = held;
    keys.settings.write(held);
    restoreFormatsAfter(context, places, () => undefined);
  });
  const write = () => {
    writeSettings(context.settingsSheet, settings);
    context.settings = settings;
    keys.settings.write(settings);
  };
  const offered = ({ layers, entities }: Settings) => JSON.stringify([layers, entities]);
  if (offered(settings) === offered(held)) write();
  else restoreFormatsAfter(context, places, write);
}

/** An experiment without a sound ID would have no place in the log. */
function refuseMalformedIds(register: Register): void {
  const wrong = register.rows.find(({ experiment }) => !isExperimentId(experiment.id.trim()));
  if (wrong === undefined) return;
  throw new UserError('malformed-id', wrong.experiment.id, wrong.row);
}

/** Gives the rows without an ID theirs, and back to those whose own was spoilt; hands out these rows. */
function nameRows(context: RegisterContext, { rows }: Register): NamedRow[] {
  const before = new Map(rows.map((row) => [row, row.experiment.id]));
  const restored = restoreIds(rows);
  const unnamed = rows.filter(({ experiment }) => experiment.id.trim() === '');
  const held = rows.map(({ experiment }) => experiment.id);
  const ids = unnamed.length === 0 ? [] : nextIds(held, context.settings.prefix, unnamed.length);
  unnamed.forEach(({ experiment }, index) => {
    experiment.id = ids[index] ?? '';
  });
  return [...restored, ...unnamed].map((row) => ({ row, before: before.get(row) ?? '' }));
}
