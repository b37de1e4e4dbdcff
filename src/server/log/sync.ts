// The register's contents as the log knows them: read out of the sheets, and brought back in where they differ.

import { formatId, plainPrefix } from '../../domain/experiment/id.ts';
import { isStatus, statusRow } from '../../domain/experiment/status.ts';
import { type Experiment, emptyExperiment, FIELDS } from '../../domain/experiment/template.ts';
import { exportWords, savingWords } from '../../domain/messages.ts';
import type { Candidate } from '../../domain/register/candidate.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  canonicalExperiment,
  isExperimentId,
  type LogContents,
  type Renaming,
  renameIn,
  withWanted,
} from '../../log/index.ts';
import { readCandidates } from '../../sheet/candidates.ts';
import type { ColumnKey } from '../../sheet/columns.ts';
import { withoutSame } from '../../sheet/derived/derived-cells.ts';
import { readLogSource } from '../../sheet/log-source.ts';
import { type Register, type RegisterRow, type RowTexts, readRegister } from '../../sheet/register.ts';
import { NO_UNDO, restoreCells, type Undo } from '../../sheet/restoring.ts';
import { seenAfter, writeRows } from '../../sheet/rows/row-door.ts';
import { removeRows } from '../../sheet/rows/row-removal.ts';
import { writeSettings } from '../../sheet/settings.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { openCandidates, settlePromotion } from '../rows/candidates.ts';
import { changeRow, hearRows } from '../rows/change-row.ts';
import { nextIds, refuseUntold, rememberIds, restoreIds } from '../rows/ids.ts';
import { restoreFormatsAfter, restoreValidation, writeUnchecked } from '../rows/suspended-validation.ts';
import { checkRegister } from '../upkeep/check.ts';
import { refuseTooLong, refuseTooManyCells } from '../upkeep/limits.ts';
import { settleOptional } from '../upkeep/optional-fields.ts';
import { bringInCandidates } from './log-candidates.ts';
import { agreedTitles, wantedWords } from './own-log.ts';

/** What the sheets hold. */
export interface Held {
  register: Register;
  contents: LogContents;
  /** Rows whose ID is not the one that stands in their cell yet; `contents` has it already. */
  unnamed: readonly NamedRow[];
}

/** A row with the ID that it is to get, and the date and status that nobody gave it, and what stands in these cells until then. */
interface NamedRow {
  row: RegisterRow;
  before: Pick<Experiment, 'id' | 'date' | 'status'>;
}

/**
 * Reads what the sheets hold, with what is unfinished finished first, and rows stamped whose change of status no trigger heard of. Those that
 * have no ID yet are given one, which is not written.
 */
export function readContents(context: RegisterContext): Held {
  const register = settleOptional(context, readRegister(context.experiments, context.settings.optionalFields), false);
  restoreValidation(context, register.places);
  settlePromotion(context, register);
  const heard = hearRows(register.rows, context) ? checkRegister(context).register : register;
  return heldBy(context, heard, readCandidates(context.candidates));
}

/** As `readContents` would find it, and nothing is written. */
export function lookAtContents(context: RegisterContext): Held {
  const register = readRegister(context.experiments, context.settings.optionalFields);
  hearRows(register.rows, context);
  return heldBy(context, register, openCandidates(context, register));
}

function heldBy(context: RegisterContext, register: Register, candidates: readonly Candidate[]): Held {
  const unnamed = nameRows(context, register);
  refuseMalformedIds(register);
  const wanted = context.settings.optionalFields;
  const words = wanted.length === 0 ? new Map() : wantedWords(() => readLogSource(context.source), wanted);
  const experiments = register.rows.map(({ experiment }) => canonicalExperiment(experiment));
  return {
    register,
    unnamed,
    contents: {
      ...partsOf(context.settings),
      experiments:
        words.size === 0 ? experiments : experiments.map((each) => canonicalExperiment(withWanted(each, words))),
      candidates: [...candidates],
    },
  };
}

/** Which rows will get which ID, in one sentence; nothing where all have one. */
export function idReport({ unnamed }: Held): string[] {
  const named = unnamed.map(({ row: { row, experiment } }) => ({
    id: experiment.id,
    title: experiment.title || savingWords.row(row),
  }));
  return named.length === 0 ? [] : [exportWords.willGetIds(named)];
}

/** Tells the highest ID ever given, for a merge that has to know. */
export function lastGiven({ prefix }: Pick<Settings, 'prefix'>): () => string {
  let id: string | undefined;
  return () => {
    id ??= formatId(prefix, keys.lastNumber(plainPrefix(prefix)).read() ?? 0);
    return id;
  };
}

/**
 * Writes the IDs that rows were given, so that nobody else gets them; from then on the rows are known by them. Throws a UserError where
 * somebody moves and changes rows at that moment so that they cannot be told.
 */
export function keepIds(context: RegisterContext, { register, unnamed }: Held, undo = NO_UNDO): void {
  if (unnamed.length === 0) return;
  const { experiments: sheet } = context;
  const naming = (said: (named: NamedRow) => Experiment | NamedRow['before']) =>
    unnamed.map((named) => {
      const { id, date, status } = said(named);
      return { row: named.row.row, texts: { id, date, status } };
    });
  const named = naming(({ row }) => row.experiment);
  const after = seenAfter(register, named);
  undo(() =>
    writeRows(
      sheet,
      after,
      naming(({ before }) => before),
    ),
  );
  refuseUntold(register, writeRows(sheet, register, named));
  const values = new Map(after.rows.map((row) => [row.row, row.values]));
  for (const { row } of unnamed) row.values = values.get(row.row) ?? row.values;
  // The highest in the sheet counts where it ends here.
  rememberIds(
    unnamed.map(({ row }) => row.experiment.id),
    context.settings.prefix,
    undo,
  );
}

/** What a source other than a log says of an experiment beside its fields. */
export interface Beside {
  closed: string;
  /** Where it came from. */
  origin: string;
}

/**
 * Brings the sheets from what they hold to `after`: only what differs is written, and a row goes only where `after` has no such
 * experiment, which a merge hands out only if a person chose it.
 * `fileName` becomes the exported file's name; `renamed` are experiments that only get another ID. `undo` is told of each write beforehand how it is taken back. `beside` is by ID. Counts experiments.
 */
export function bringIn(
  context: RegisterContext,
  register: Register,
  before: LogContents,
  after: LogContents,
  undo: Undo,
  renamed: Renaming,
  fileName: string = context.settings.fileName,
  beside: ReadonlyMap<string, Beside> = new Map(),
) {
  refuseTooLong(after);
  const newcomers = newExperiments(register, after, renamed);
  if (newcomers.length > 0) refuseTooManyCells(context, register.nextRow + newcomers.length - 1);
  // What rows lack is judged by the settings that come with them.
  const earlier = { ...context };
  const isOfferOld = bringInSettings(context, before, after, fileName, undo);
  const changed = withoutSame(
    register.places,
    changedRows(context, register, after, renamed, beside),
    register.rows,
    true,
  );
  const added = newRows(context, newcomers, beside);
  const rowAt = new Map(register.rows.map((row) => [row.row, row]));
  const held = changed.map(({ row, texts }) => heldTexts(earlier, register, rowAt.get(row), row, texts));
  writeUnchecked(context, register, { changed, added, held, isOfferOld }, undo);
  rememberIds(idsOf(after), context.settings.prefix, undo);
  bringInCandidates(context, before.candidates, after.candidates, undo);
  removeRows(context.experiments, register, rowsGone(register, after, renamed), undo);
  return {
    added: added.length,
    changed: changed.length,
    unchanged: after.experiments.length - added.length - changed.length,
  };
}

/** The rows of experiments that are not wanted any more. */
function rowsGone(register: Register, after: LogContents, renamed: Renaming): RegisterRow[] {
  const wanted = new Set(identities(after.experiments));
  const keys = identitiesOf(register, renamed);
  return register.rows.filter((_, index) => !wanted.has(keys[index] ?? ''));
}

/** A row's place among those with its ID, so that two rows of one ID are told apart. */
export function identities(experiments: readonly Experiment[]): string[] {
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

function changedRows(
  context: RegisterContext,
  register: Register,
  after: LogContents,
  renamed: Renaming,
  beside: ReadonlyMap<string, Beside>,
): RowTexts[] {
  const keys = identitiesOf(register, renamed);
  const rowOf = new Map(keys.map((key, index) => [key, register.rows[index]]));
  const changed: RowTexts[] = [];
  for (const [index, key] of identities(after.experiments).entries()) {
    const row = rowOf.get(key);
    const experiment = after.experiments[index];
    if (row === undefined || experiment === undefined) continue;
    const held = canonicalExperiment(row.experiment);
    const more = beside.get(experiment.id);
    if (more === undefined && FIELDS.every(({ key }) => held[key] === experiment[key])) continue;
    // What differs only in how the cell writes it stays as it is there.
    const wanted = { ...row.experiment };
    for (const { key } of FIELDS) if (held[key] !== experiment[key]) wanted[key] = experiment[key];
    const started = experiment.started || row.experiment.started;
    const known =
      more === undefined ? row : { ...row, closed: more.closed, state: { ...row.state, origin: more.origin } };
    const { texts, dueNote } = changeRow(known, { ...wanted, started }, row.settled ?? held.status, context);
    changed.push({ row: row.row, texts, dueNote });
  }
  return changed;
}

/** What a row says now in the cells that are to be written. */
function heldTexts(
  context: RegisterContext,
  { places }: Pick<Register, 'places'>,
  row: RegisterRow | undefined,
  number: number,
  texts: RowTexts['texts'],
): RowTexts {
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

/** Rows for new experiments. */
function newRows(
  context: RegisterContext,
  experiments: readonly Experiment[],
  beside: ReadonlyMap<string, Beside>,
): Omit<RowTexts, 'row'>[] {
  return experiments.map((experiment) => {
    const more = beside.get(experiment.id);
    if (more !== undefined) {
      const { texts, dueNote } = changeRow(rowBeside(more), experiment, experiment.status, context);
      return { texts, dueNote };
    }
    // A log leaves Started out where it is the same day as Date; a dropped experiment may never have started.
    const row = isStatus(experiment.status) ? statusRow(experiment.status) : undefined;
    const hasRun = row !== undefined && row.phase !== 'waiting' && row.isCutShort !== true;
    const started = experiment.started || (hasRun ? experiment.date : '');
    const { texts, dueNote } = changeRow(undefined, { ...experiment, started }, experiment.status, context);
    return { texts, dueNote };
  });
}

/** A row that says nothing yet, with what is known beside it. */
function rowBeside({ closed, origin }: Beside): RegisterRow {
  const derived = { started: '', closed, due: '', timing: '', findings: '', state: '', points: '' };
  return {
    row: 0,
    experiment: emptyExperiment(),
    closed,
    settled: undefined,
    state: { origin },
    notice: '',
    derived,
    values: [],
  };
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

/** Writes the settings that come with a log; hands out whether what the dropdowns offer is to follow. */
function bringInSettings(
  context: RegisterContext,
  before: LogContents,
  after: LogContents,
  fileName: string,
  undo: Undo,
): boolean {
  const held = context.settings;
  const settings = { ...settingsAfter(held, before, after), fileName };
  if (JSON.stringify(settings) === JSON.stringify(held)) return false;
  undo(() => {
    restoreCells(context.settingsSheet, context.settingsCells);
    context.settings = held;
    keys.settings.write(held);
    restoreFormatsAfter(context, () => undefined);
    keys.validationSuspended.forget();
  });
  const offered = ({ layers, entities }: Settings) => JSON.stringify([layers, entities]);
  const isOfferOld = offered(settings) !== offered(held);
  if (isOfferOld) keys.validationSuspended.write('1');
  writeSettings(context.settingsSheet, { ...settings, optionalFields: [...context.wishedFields] });
  context.settings = settings;
  keys.settings.write(settings);
  return isOfferOld;
}

/** An experiment without a sound ID would have no place in the log. */
function refuseMalformedIds(register: Register): void {
  const wrong = register.rows.find(({ experiment }) => !isExperimentId(experiment.id.trim()));
  if (wrong === undefined) return;
  throw new UserError('malformed-id', wrong.experiment.id, wrong.row);
}

/** Gives the rows without an ID theirs, and back to those whose own was spoilt; hands out these rows. */
function nameRows(context: RegisterContext, { rows }: Register): NamedRow[] {
  const before = new Map(rows.map((row) => [row, { ...row.experiment }]));
  const titles = () => agreedTitles(readLogSource(context.source), context.settings.optionalFields);
  const restored = restoreIds(rows, rows, undefined, titles);
  const unnamed = rows.filter(({ experiment }) => experiment.id.trim() === '');
  const held = rows.map(({ experiment }) => experiment.id);
  const ids = unnamed.length === 0 ? [] : nextIds(held, context.settings.prefix, unnamed.length);
  for (const [index, { experiment }] of unnamed.entries()) {
    experiment.id = ids[index] ?? '';
    if (experiment.title === '') continue;
    experiment.date ||= context.today;
    experiment.status ||= 'Proposed';
  }
  return [...restored, ...unnamed].map((row) => ({ row, before: before.get(row) ?? row.experiment }));
}
