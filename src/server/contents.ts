// The register's contents as the log knows them: read out of the sheets, and brought back in where they differ.

import { type Candidate, candidateKey } from '../domain/candidate.ts';
import { dueDate } from '../domain/due.ts';
import type { Settings } from '../domain/settings.ts';
import { type Experiment, FIELDS, isEmptyText } from '../domain/template.ts';
import { Trouble } from '../domain/trouble.ts';
import type { LogContents } from '../log/document.ts';
import { addCandidates, readCandidates, removeCandidates } from '../sheet/candidates.ts';
import { dressExperiments, liftRules } from '../sheet/look.ts';
import { type Register, type RowTexts, readRegister, writeRows } from '../sheet/register.ts';
import { writeSettings } from '../sheet/settings.ts';
import type { Home } from './home.ts';
import { rememberIds, takeIds } from './ids.ts';

/** Sheets keeps no longer text in a cell; one character goes to the apostrophe that keeps text text. */
const CELL_LIMIT = 49_999;

/** What the sheets hold. Rows that have no ID yet are given one first. */
export function readContents(home: Home): { register: Register; contents: LogContents } {
  const register = readRegister(home.experiments);
  giveIds(home, register);
  const { title, tagline, captureCommand, prefix, layers, entities, relatedFiles } = home.settings;
  const experiments = register.rows.map(({ experiment }) => withoutPlaceholders(experiment));
  const candidates = readCandidates(home.candidates);
  return {
    register,
    contents: { title, tagline, captureCommand, prefix, layers, entities, relatedFiles, experiments, candidates },
  };
}

/**
 * Brings the sheets from what they hold to `after`: only what differs is written, and no row is ever taken away.
 * Counts experiments.
 */
export function bringIn(home: Home, register: Register, before: LogContents, after: LogContents) {
  refuseTooLong(after);
  bringInSettings(home, before, after);
  const changed = changedRows(register, after, home.settings.sprintDays);
  const added = newRows(register, after, home.settings.sprintDays);
  writeUnchecked(home, register, [...changed, ...added]);
  rememberIds(
    after.experiments.map((experiment) => experiment.id),
    home.settings.prefix,
  );
  const isIn = (list: readonly Candidate[]) => {
    const known = new Set(list.map(candidateKey));
    return (candidate: Candidate) => known.has(candidateKey(candidate));
  };
  const [wasThere, stays] = [isIn(before.candidates), isIn(after.candidates)];
  removeCandidates(
    home.candidates,
    before.candidates.filter((candidate) => !stays(candidate)),
  );
  addCandidates(
    home.candidates,
    after.candidates.filter((candidate) => !wasThere(candidate)),
    home.today,
  );
  return {
    added: added.length,
    changed: changed.length,
    unchanged: after.experiments.length - added.length - changed.length,
  };
}

/**
 * Writes rows past the dropdowns' rules: a log may say what no dropdown offers, and that is kept and marked, not lost.
 * The rules are put back right after.
 */
function writeUnchecked(home: Home, register: Register, rows: readonly RowTexts[]): void {
  if (rows.length === 0) return;
  liftRules(home.experiments, register.places);
  writeRows(home.experiments, register.places, rows);
  dressExperiments(home.experiments, register.places, home.settings);
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

function changedRows(register: Register, after: LogContents, sprintDays: number): RowTexts[] {
  const rowOf = new Map(
    identities(register.rows.map((row) => row.experiment)).map((key, index) => [key, register.rows[index]]),
  );
  const changed: RowTexts[] = [];
  identities(after.experiments).forEach((key, index) => {
    const row = rowOf.get(key);
    const experiment = after.experiments[index];
    if (row === undefined || experiment === undefined) return;
    const held = withoutPlaceholders(row.experiment);
    const texts: RowTexts['texts'] = {};
    for (const { key } of FIELDS) if (held[key] !== experiment[key]) texts[key] = experiment[key];
    if (Object.keys(texts).length === 0) return;
    changed.push({ row: row.row, texts: { ...texts, due: dueDate(experiment, sprintDays) } });
  });
  return changed;
}

function newRows(register: Register, after: LogContents, sprintDays: number): RowTexts[] {
  const held = new Set(identities(register.rows.map((row) => row.experiment)));
  const keys = identities(after.experiments);
  return after.experiments
    .filter((_, index) => !held.has(keys[index] ?? ''))
    .map((experiment, index) => ({
      row: register.nextRow + index,
      texts: { ...experiment, due: dueDate(experiment, sprintDays) },
    }));
}

function bringInSettings(home: Home, before: LogContents, after: LogContents): void {
  const { title, tagline, captureCommand, prefix, layers, entities, relatedFiles } = after;
  const settings: Settings = {
    ...home.settings,
    title: title || home.settings.title,
    tagline,
    captureCommand: captureCommand || home.settings.captureCommand,
    prefix: prefix || home.settings.prefix,
    // A log without these lists says nothing about them.
    layers: layers.length > 0 ? layers : home.settings.layers,
    entities: entities.length > 0 ? entities : home.settings.entities,
    relatedFiles:
      relatedFiles.length > 0 || before.relatedFiles.length === 0 ? relatedFiles : home.settings.relatedFiles,
  };
  if (JSON.stringify(settings) === JSON.stringify(home.settings)) return;
  writeSettings(home.settingsSheet, settings);
  home.settings = settings;
}

function refuseTooLong(after: LogContents): void {
  for (const experiment of after.experiments) {
    for (const { key, label } of FIELDS) {
      if (experiment[key].length > CELL_LIMIT) {
        throw new Trouble(
          `${label} of ${experiment.id} has ${experiment[key].length} characters and a cell of Google Sheets holds 50,000: shorten it and try again.`,
        );
      }
    }
  }
}

/** Placeholders such as `(pending)` typed into a cell mean that it is empty. */
function withoutPlaceholders(experiment: Experiment): Experiment {
  const cleaned = { ...experiment };
  for (const { key } of FIELDS) if (isEmptyText(cleaned[key])) cleaned[key] = '';
  return cleaned;
}

function giveIds(home: Home, register: Register): void {
  const unnamed = register.rows.filter(({ experiment }) => experiment.id.trim() === '');
  const ids = takeIds(
    register.rows.map(({ experiment }) => experiment.id),
    home.settings.prefix,
    unnamed.length,
  );
  unnamed.forEach(({ experiment }, index) => {
    experiment.id = ids[index] ?? '';
  });
  writeRows(
    home.experiments,
    register.places,
    unnamed.map(({ row, experiment }) => ({ row, texts: { id: experiment.id } })),
  );
}
