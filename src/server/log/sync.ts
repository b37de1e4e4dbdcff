// The register's contents as the log knows them: read out of the sheets, and brought back in where they differ.

import { isStatus, statusRow } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS } from '../../domain/experiment/template.ts';
import { exportWords, savingWords } from '../../domain/messages.ts';
import { type Candidate, candidateKey } from '../../domain/register/candidate.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { canonicalExperiment, isExperimentId, type LogContents } from '../../log/index.ts';
import { addCandidates, readCandidates, removeCandidates } from '../../sheet/candidates.ts';
import { type Register, type RegisterRow, type RowTexts, readRegister } from '../../sheet/register.ts';
import { writeRows } from '../../sheet/rows/row-door.ts';
import { removeRows } from '../../sheet/rows/row-removal.ts';
import { writeSettings } from '../../sheet/settings.ts';
import type { RegisterContext } from '../context.ts';
import { openCandidates, settlePromotion } from '../rows/candidates.ts';
import { changeRow } from '../rows/change-row.ts';
import { nextIds, rememberIds, takeIds } from '../rows/ids.ts';
import { restoreFormatsAfter, restoreValidation, writeUnchecked } from '../rows/suspended-validation.ts';
import { refuseTooLong, refuseTooManyCells } from '../upkeep/limits.ts';

export interface Contents {
  register: Register;
  contents: LogContents;
}

/** What the sheets hold. What is unfinished is finished first, and rows that have no ID yet are given one. */
export function readContents(context: RegisterContext): Contents {
  const register = readRegister(context.experiments);
  restoreValidation(context);
  settlePromotion(context, register);
  giveIds(context, register);
  return contentsOf(context, register, readCandidates(context.candidates));
}

/** As `readContents` would find it, and nothing is written: rows without an ID have the one that they would get. They are handed out, too. */
export function lookAtContents(context: RegisterContext, register: Register): Contents & { unnamed: RegisterRow[] } {
  const unnamed = unnamedRows(register);
  nameRows(unnamed, nextIds(idsOf(register), context.settings.prefix, unnamed.length));
  return { ...contentsOf(context, register, openCandidates(context, register)), unnamed };
}

/** Which rows will get which ID, in one sentence; nothing where all have one. */
export function idReport(unnamed: readonly RegisterRow[]): string[] {
  const named = unnamed.map(({ row, experiment }) => ({
    id: experiment.id,
    title: experiment.title || savingWords.row(row),
  }));
  return named.length === 0 ? [] : [exportWords.willGetIds(named)];
}

function contentsOf(context: RegisterContext, register: Register, candidates: readonly Candidate[]): Contents {
  refuseMalformedIds(register);
  const experiments = register.rows.map(({ experiment }) => canonicalExperiment(experiment));
  return { register, contents: { ...partsOf(context.settings), experiments, candidates: [...candidates] } };
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
  if (newcomers.length > 0) refuseTooManyCells(context, register.nextRow + newcomers.length - 1);
  // What rows lack is judged by the settings that come with them.
  bringInSettings(context, before, after, fileName);
  const changed = changedRows(context, register, after);
  const added = newRows(context, newcomers);
  writeUnchecked(context, register, changed, added);
  rememberIds(
    after.experiments.map((experiment) => experiment.id),
    context.settings.prefix,
  );
  const isIn = (list: readonly Candidate[]) => {
    const known = new Set(list.map(candidateKey));
    return (candidate: Candidate) => known.has(candidateKey(candidate));
  };
  const [wasThere, stays] = [isIn(before.candidates), isIn(after.candidates)];
  addCandidates(
    context.candidates,
    after.candidates.filter((candidate) => !wasThere(candidate)),
    context.today,
  );
  // Whatever is taken out goes last: an execution that ends before it has lost nothing.
  removeCandidates(
    context.candidates,
    before.candidates.filter((candidate) => !stays(candidate)),
  );
  removeRows(context.experiments, register, rowsGone(register, after));
  return {
    added: added.length,
    changed: changed.length,
    unchanged: after.experiments.length - added.length - changed.length,
  };
}

/** The rows of experiments that are not wanted any more. */
function rowsGone(register: Register, after: LogContents): RegisterRow[] {
  const wanted = new Set(identities(after.experiments));
  const keys = identities(register.rows.map((row) => row.experiment));
  return register.rows.filter((_, index) => !wanted.has(keys[index] ?? ''));
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

/** Rows for new experiments. */
function newRows(context: RegisterContext, experiments: readonly Experiment[]): Omit<RowTexts, 'row'>[] {
  return experiments.map((experiment) => {
    // A log leaves Started out where it is the same day as Date; a dropped experiment may never have started.
    const row = isStatus(experiment.status) ? statusRow(experiment.status) : undefined;
    const hasRun = row !== undefined && row.phase !== 'waiting' && row.isCutShort !== true;
    const started = experiment.started || (hasRun ? experiment.date : '');
    const { texts, dueNote } = changeRow(undefined, { ...experiment, started }, experiment.status, context);
    return { texts, dueNote };
  });
}

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

function bringInSettings(context: RegisterContext, before: LogContents, after: LogContents, fileName: string): void {
  const held = context.settings;
  const settings = { ...settingsAfter(held, before, after), fileName };
  if (JSON.stringify(settings) === JSON.stringify(held)) return;
  const write = () => {
    writeSettings(context.settingsSheet, settings);
    context.settings = settings;
  };
  const offered = ({ layers, entities }: Settings) => JSON.stringify([layers, entities]);
  if (offered(settings) === offered(held)) write();
  else restoreFormatsAfter(context, write);
}

/** An experiment without a sound ID would have no place in the log. */
function refuseMalformedIds(register: Register): void {
  const wrong = register.rows.find(({ experiment }) => !isExperimentId(experiment.id.trim()));
  if (wrong === undefined) return;
  throw new UserError('malformed-id', wrong.experiment.id, wrong.row);
}

function giveIds(context: RegisterContext, register: Register): void {
  const unnamed = unnamedRows(register);
  nameRows(unnamed, takeIds(idsOf(register), context.settings.prefix, unnamed.length));
  const { experiments: sheet } = context;
  writeRows(
    sheet,
    register,
    unnamed.map(({ row, experiment }) => ({ row, texts: { id: experiment.id } })),
  );
  // From here on the row is known by its ID.
  const place = register.places.get('id') ?? -1;
  for (const row of unnamed) row.values = row.values.map((value, at) => (at === place ? row.experiment.id : value));
}

function unnamedRows({ rows }: Register): RegisterRow[] {
  return rows.filter(({ experiment }) => experiment.id.trim() === '');
}

function idsOf({ rows }: Register): string[] {
  return rows.map(({ experiment }) => experiment.id);
}

function nameRows(rows: readonly RegisterRow[], ids: readonly string[]): void {
  for (const [index, { experiment }] of rows.entries()) experiment.id = ids[index] ?? '';
}
