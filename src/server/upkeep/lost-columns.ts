// Columns that no header names any more: renamed, moved or deleted. What may have become of each, and what a person says of it.
import type { OptionalKey } from '../../domain/experiment/scoring.ts';
import { type Experiment, FIELDS, isOffered } from '../../domain/experiment/template.ts';
import { candidateNote } from '../../domain/messages.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { canonicalExperiment } from '../../log/index.ts';
import { readerFor } from '../../sheet/cell.ts';
import { COLUMNS, type Column, columnLetters, findColumnsIn, headerOf, ownNameNote } from '../../sheet/columns.ts';
import { readLogSource } from '../../sheet/log-source.ts';
import { readRegister } from '../../sheet/register.ts';
import { writeRows } from '../../sheet/rows/row-door.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { agreedContents } from '../log/own-log.ts';
import { addColumns, ensureCandidates, keepPlaces, writeHeader } from './columns.ts';
import { fillCandidates, lostCandidates } from './lost-candidates.ts';
import type { ColumnAnswer, LostColumn } from './lost-column.ts';
import { labelOf, namesake, wish } from './optional-fields.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The lost columns of which there is something to ask: others may be them, or the log has words that an empty column would lose. Reads the
 * sheets only where a column is missing.
 */
export function lostColumns(sheet: Sheet, source: Sheet, settings: Settings): LostColumn[] {
  const header = headerOf(sheet);
  const { places, missing } = findColumnsIn(sheet, header, settings.optionalFields);
  const kept = new Map(keys.columns.read());
  // What a later version adds was never there.
  const lost = missing.filter(({ key, hidden }) => hidden !== true && (kept.size === 0 || kept.has(key)));
  if (lost.length === 0) return [];
  const notes = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getNotes()[0] ?? [];
  const read = readerFor(sheet.getParent());
  const rows = sheet.getDataRange().getValues().slice(1);
  const texts = rows.map((row) => row.map((value) => read(value).trim()));
  const agreed = agreedExperiments(source, settings);
  const taken = new Set(places.values());
  return lost.flatMap((column): LostColumn[] => {
    const { key, label, field, note } = column;
    const inLog = texts.map(
      (row) => field && agreed.get(row[places.get('id') ?? -1] ?? '')?.[field.key as keyof Experiment],
    );
    const likely = header.flatMap((name, place) => {
      const below = texts.map((row) => row[place] ?? '');
      const isNoted = notes[place] === note;
      const isBlank = name.trim() === '' && below.every((text) => text === '');
      const isFitting = field === undefined || below.every((text) => isOffered(field, text, settings));
      if (taken.has(place) || isBlank || !(isNoted || isFitting)) return [];
      const isAgreeing = below.some((text, row) => text !== '' && text === inLog[row]?.trim());
      const likeness = Number(isNoted) * 4 + Number(isAgreeing) * 2 + Number(kept.get(key) === place);
      const sample = below.find((text) => text !== '') ?? '';
      return likeness === 0 ? [] : [{ likeness, name: name.trim(), letters: columnLetters(place), sample }];
    });
    likely.sort((a, b) => b.likeness - a.likeness);
    const count = inLog.filter((words) => words !== undefined && words !== '').length;
    if (likely.length + count === 0) return [];
    return [{ key, label, likely: likely.map(({ likeness: _, ...column }) => column), inLog: count }];
  });
}

/** The optional fields that wait for a person: a column of their own is called so. Reads the sheet only where a field waits. */
export function askedFields(context: RegisterContext): LostColumn[] {
  const { experiments, settings, wishedFields } = context;
  const waiting = wishedFields.filter((key) => !settings.optionalFields.includes(key));
  if (waiting.length === 0) return [];
  const register = readRegister(experiments, settings.optionalFields);
  const read = readerFor(experiments.getParent());
  return waiting.flatMap((key): LostColumn[] => {
    const place = namesake(register, key);
    if (place === undefined) return [];
    const label = labelOf(key, context.settings);
    const sample = register.all.map(({ values }) => read(values[place] ?? '').trim()).find((text) => text !== '') ?? '';
    const likely = [{ name: String(register.header[place]).trim(), letters: columnLetters(place), sample }];
    return [{ key, label, likely, inLog: 0, isOwn: true }];
  });
}

/** Does what people say of their own columns that are called as an optional field. */
function settleFields(context: RegisterContext, answers: readonly ColumnAnswer[]): void {
  const { experiments, settings } = context;
  for (const { key } of askedFields(context)) {
    const field = key as OptionalKey;
    const is = answers.find((answer) => answer.key === key)?.is;
    if (is === 'left') {
      wish(
        context,
        context.wishedFields.filter((each) => each !== field),
        context.settings.scoring,
      );
    } else if (is === 'taken') {
      const fields = [...settings.optionalFields, field];
      keepPlaces(readRegister(experiments, fields).places);
      context.settings = { ...context.settings, optionalFields: fields };
    }
  }
}

/** What was agreed on last of each experiment, by its ID. */
function agreedExperiments(source: Sheet, { optionalFields }: Settings): ReadonlyMap<string, Experiment> {
  const found = new Map<string, Experiment>();
  for (const { experiments } of agreedContents(readLogSource(source), optionalFields)) {
    for (const experiment of experiments) {
      if (!found.has(experiment.id)) found.set(experiment.id, canonicalExperiment(experiment));
    }
  }
  return found;
}

/**
 * Carries out what a person says of all lost columns, and has `repair` bring the rest into order. Throws a UserError, with nothing written,
 * where an answer is missing, two name the same column, or a column is not as it was asked about any more.
 */
export function settleColumns(
  context: RegisterContext,
  answers: readonly ColumnAnswer[],
  repair: () => RegisterContext,
): void {
  const { experiments: sheet, source, settings } = context;
  const lostHere = lostColumns(sheet, source, settings);
  const settled = [...lostHere, ...lostCandidates(context)].map((lost) => {
    const answer = answers.find(({ key }) => key === lost.key);
    const meant = lost.likely.find(({ letters, name }) => letters === answer?.letters && name === answer.name);
    return { ...lost, is: answer?.is, meant };
  });
  const places = settled.flatMap(({ is, meant, sheet: on = '' }) =>
    is === 'named' || is === 'renamed' ? [meant && `${on} ${meant.letters}`] : [],
  );
  const isClear = settled.every(({ is, meant }) => is !== undefined && (is !== 'named' || meant?.name !== ''));
  if (!isClear || places.includes(undefined) || new Set(places).size < places.length) {
    throw new UserError('columns-unclear');
  }
  const added: Column[] = [];
  for (const { key, label, is, meant } of settled) {
    const column = COLUMNS.find((each) => each.key === key);
    const at = column ? sheet : context.candidates;
    const cell = is === 'named' || is === 'renamed' ? meant && at.getRange(`${meant.letters}1`) : undefined;
    if (cell === undefined) added.push(...(column ? [column] : []));
    else if (is === 'named') cell.setNote(column ? ownNameNote(column) : candidateNote(label));
    else writeHeader(at, cell.getColumn(), [label]);
  }
  addColumns(sheet, added, settings.optionalFields);
  ensureCandidates(context.candidates);
  settleFields(context, answers);
  const repaired = repair();
  const wanted: readonly string[] = settled.filter(({ is }) => is === 'anew').map(({ key }) => key);
  if (wanted.length === 0) return;
  fillCandidates(repaired, wanted);
  const agreed = agreedExperiments(source, settings);
  const register = readRegister(repaired.experiments, repaired.settings.optionalFields);
  const rows = register.rows.flatMap(({ row, experiment }) => {
    const words = agreed.get(experiment.id.trim());
    const fields = FIELDS.map(({ key }) => key).filter((key) => wanted.includes(key) && experiment[key] === '');
    const texts = Object.fromEntries(fields.map((key) => [key, words?.[key] ?? '']));
    return fields.length === 0 ? [] : [{ row, texts }];
  });
  writeRows(repaired.experiments, register, rows);
  repair();
}
