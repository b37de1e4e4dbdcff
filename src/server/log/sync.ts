// The register's contents as the log knows them: read out of the sheets, and brought back in where they differ.

import { isStatus, statusRow } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { type Candidate, candidateKey } from '../../domain/register/candidate.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { canonicalExperiment, isExperimentId, type LogContents } from '../../log/index.ts';
import { addCandidates, readCandidates, removeCandidates } from '../../sheet/candidates.ts';
import { freeRow, type Register, type RowTexts, readRegister, writeRows } from '../../sheet/register.ts';
import { writeSettings } from '../../sheet/settings.ts';
import type { RegisterContext } from '../context.ts';
import { settlePromotion } from '../rows/candidates.ts';
import { changeRow } from '../rows/change-row.ts';
import { rememberIds, takeIds } from '../rows/ids.ts';
import { restoreFormatsAfter, restoreValidation, writeUnchecked } from '../rows/suspended-validation.ts';
import { refuseTooLong, refuseTooManyCells } from '../upkeep/limits.ts';

/** What the sheets hold; `register` where it is read already. Rows that have no ID yet are given one first. */
export function readContents(
  context: RegisterContext,
  register: Register = readRegister(context.experiments),
): { register: Register; contents: LogContents } {
  restoreValidation(context, register.places);
  settlePromotion(context, register);
  giveIds(context, register);
  refuseMalformedIds(register);
  const experiments = register.rows.map(({ experiment }) => canonicalExperiment(experiment));
  const candidates = readCandidates(context.candidates);
  return {
    register,
    contents: { ...partsOf(context.settings), experiments, candidates },
  };
}

/**
 * Brings the sheets from what they hold to `after`: only what differs is written, and a row goes only where `after` has no such
 * experiment, which a merge hands out only if a person chose it.
 * `fileName` becomes the exported file's name. Counts experiments.
 */
export function bringIn(
  context: RegisterContext,
  register: Register,
  before: LogContents,
  after: LogContents,
  fileName: string = context.settings.fileName,
) {
  refuseTooLong(after);
  const newcomers = newExperiments(register, after);
  const first = freeRow(context.experiments, register);
  if (newcomers.length > 0) refuseTooManyCells(context, first + newcomers.length - 1);
  // What rows lack is judged by the settings that come with them.
  bringInSettings(context, register, before, after, fileName);
  const changed = changedRows(context, register, after);
  const added = newRows(context, newcomers, first);
  writeUnchecked(context, register.places, changed, added);
  removeRows(context, register, after);
  rememberIds(idsOf(after), context.settings.prefix);
  const isIn = (list: readonly Candidate[]) => {
    const known = new Set(list.map(candidateKey));
    return (candidate: Candidate) => known.has(candidateKey(candidate));
  };
  const [wasThere, stays] = [isIn(before.candidates), isIn(after.candidates)];
  removeCandidates(
    context.candidates,
    before.candidates.filter((candidate) => !stays(candidate)),
  );
  addCandidates(
    context.candidates,
    after.candidates.filter((candidate) => !wasThere(candidate)),
    context.today,
  );
  return {
    added: added.length,
    changed: changed.length,
    unchanged: after.experiments.length - added.length - changed.length,
  };
}

/** Takes out the rows of experiments that are not wanted any more, from the bottom up. */
function removeRows(context: RegisterContext, register: Register, after: LogContents): void {
  const wanted = new Set(identities(after.experiments));
  const keys = identities(register.rows.map((row) => row.experiment));
  const gone = register.rows.filter((_, index) => !wanted.has(keys[index] ?? ''));
  for (const { row } of gone.reverse()) context.experiments.deleteRow(row);
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

function changedRows(context: RegisterContext, register: Register, after: LogContents): RowTexts[] {
  const keys = identities(register.rows.map((row) => row.experiment));
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

/** The log's experiments that have no row yet. */
function newExperiments(register: Register, after: LogContents): Experiment[] {
  const held = new Set(identities(register.rows.map((row) => row.experiment)));
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
): void {
  const held = context.settings;
  const settings = { ...settingsAfter(held, before, after), fileName };
  if (JSON.stringify(settings) === JSON.stringify(held)) return;
  const write = () => {
    writeSettings(context.settingsSheet, settings);
    context.settings = settings;
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

function giveIds(context: RegisterContext, register: Register): void {
  const unnamed = register.rows.filter(({ experiment }) => experiment.id.trim() === '');
  const ids = takeIds(
    register.rows.map(({ experiment }) => experiment.id),
    context.settings.prefix,
    unnamed.length,
  );
  unnamed.forEach(({ experiment }, index) => {
    experiment.id = ids[index] ?? '';
  });
  writeRows(
    context.experiments,
    register.places,
    unnamed.map(({ row, experiment }) => ({ row, texts: { id: experiment.id } })),
  );
}
