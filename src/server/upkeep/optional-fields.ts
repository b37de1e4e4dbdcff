// Fields that a register has only where its settings name them: their columns, and their words while they come and go.
import { type OptionalKey, scoringKeys, scoringOf } from '../../domain/experiment/scoring.ts';
import { type Experiment, type FieldKey, WANTED_FIELDS } from '../../domain/experiment/template.ts';
import { toastWords } from '../../domain/messages.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { canonicalExperiment, withoutWanted, withWanted } from '../../log/index.ts';
import { COLUMNS, findColumns, ownNameNote } from '../../sheet/columns.ts';
import { scoreCandidates } from '../../sheet/derived/scored-candidates.ts';
import { type LogSource, readLogSource } from '../../sheet/log-source.ts';
import { type Register, readRegister } from '../../sheet/register.ts';
import type { Undo } from '../../sheet/restoring.ts';
import { writeRows } from '../../sheet/rows/row-door.ts';
import { writeSetting } from '../../sheet/settings.ts';
import type { Memory } from '../../store/entry.ts';
import { openRegister, type RegisterContext } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { agreedContents, wantedWords } from '../log/own-log.ts';
import { formatRegister } from '../rows/suspended-validation.ts';
import { addColumns, keepPlaces, writeHeader } from './columns.ts';

/**
 * The register with the optional fields that its settings wish: what a field said that is wished no more goes to Other fields, and its column is
 * people's own from then on; a new one gets its column, and what Other fields said of it. A column of people's own that is called so is not
 * taken: that waits for what they say. Without `mayAdd` a new field waits, too: somebody may be typing. Call it under the lock. Where an
 * execution ends in it, the next call goes on.
 */
export function settleOptional(context: RegisterContext, register: Register, mayAdd: boolean): Register {
  const { experiments: sheet, wishedFields } = context;
  const held = context.settings.optionalFields;
  const gone = held.filter((key) => !wishedFields.includes(key));
  const isNew = (key: OptionalKey) => mayAdd && !held.includes(key) && namesake(register, key) === undefined;
  const fresh = wishedFields.filter(isNew);
  if (mayAdd && wishedFields.includes('points')) {
    scoreCandidates(context.candidates, context.settings.scoring);
    nameScore(context, register);
  }
  const isSaid = () => register.rows.some(({ experiment }) => experiment.other !== '');
  if (gone.length + fresh.length === 0 && (held.length === 0 || !isSaid())) return register;
  const fields = wishedFields.filter((key) => held.includes(key) || fresh.includes(key));
  let read: LogSource | undefined;
  const source = (): LogSource => {
    read ??= readLogSource(context.source);
    return read;
  };
  if (gone.length > 0) {
    const leaving = fieldsAmong(gone);
    const words = wantedWords(source, leaving);
    // As the log has them, where it does.
    const said = agreedById(source(), fields);
    moveWords(context, register, (each) => withoutWanted(each, leaving, said.get(each.id)?.other, words));
  }
  let now = register;
  if (gone.length + fresh.length > 0) {
    const places = addColumns(
      sheet,
      COLUMNS.filter(({ key }) => fresh.some((each) => each === key) && !findPlace(register, key)),
      fields,
    );
    // From here on the fields are the register's, whatever becomes of this execution.
    keepPlaces(places);
    context.settings = { ...context.settings, optionalFields: fields };
    if (fresh.length > 0) formatRegister(context, places);
    now = readRegister(sheet, fields);
    nameScore(context, now);
  }
  const words = wantedWords(source, isSaid() ? fieldsAmong(fields) : []);
  let inLog: Map<string, Experiment> | undefined;
  const logged = (id: string): Experiment | undefined => {
    inLog ??= agreedById(source(), fields);
    return inLog.get(id);
  };
  const isMoved = moveWords(context, now, (each) => withWanted(each, words, () => logged(each.id)));
  return isMoved ? readRegister(sheet, fields) : now;
}

/** What the newest agreed text says with these fields, by ID. */
function agreedById({ agreed }: LogSource, fields: readonly OptionalKey[]): Map<string, Experiment> {
  const [newest] = agreedContents({ agreed: agreed.slice(0, 1) }, fields);
  return new Map(newest?.experiments.map((experiment) => [experiment.id, experiment]));
}

/** The header that the settings name for the score; its note says which column it is. */
function nameScore({ experiments: sheet, settings }: RegisterContext, { places, header }: Register): void {
  const place = places.get('points');
  const name = scoringOf(settings.scoring)?.header;
  const column = COLUMNS.find(({ key }) => key === 'points');
  if (place === undefined || name === undefined || column === undefined || header[place] === name) return;
  sheet.getRange(1, place + 1).setNote(ownNameNote(column));
  writeHeader(sheet, place + 1, [name]);
}

/** Of what not every register has, the fields of an experiment. */
function fieldsAmong(keys: readonly OptionalKey[]): FieldKey[] {
  return WANTED_FIELDS.flatMap(({ key }) => (keys.includes(key) ? [key] : []));
}

/** What the column of an optional field is called: of what is scored, the score's. */
export function labelOf(key: OptionalKey, { scoring }: Pick<Settings, 'scoring'>): string {
  const column = COLUMNS.find((each) => each.key === (key === 'score' ? 'points' : key));
  return (column?.key === 'points' && scoringOf(scoring)?.header) || (column?.label ?? key);
}

/** A column of people's own, from 0, that is called as an optional field and holds something; undefined where there is none. */
export function namesake({ header, places, all }: Pick<Register, 'header' | 'places' | 'all'>, key: OptionalKey) {
  const place = places.has(key) ? undefined : findColumns(header.map(String), [key]).places.get(key);
  return place !== undefined && all.some(({ values }) => (values[place] ?? '') !== '') ? place : undefined;
}

function findPlace({ header }: Register, key: string): boolean {
  const names = header.map((name) => String(name).trim().toLowerCase());
  return names.includes(COLUMNS.find((column) => column.key === key)?.label.toLowerCase() ?? '');
}

/** Writes what becomes of the experiments; false where that is nothing. */
function moveWords(
  { experiments: sheet }: RegisterContext,
  register: Register,
  move: (experiment: Experiment) => Experiment,
): boolean {
  const changes = register.rows.flatMap(({ row, experiment }) => {
    const canonical = canonicalExperiment(experiment);
    const moved = move(canonical);
    if (moved === canonical) return [];
    // A column that a field leaves keeps its words.
    const texts = Object.entries(moved).filter(([key, text]) => text !== '' || key === 'other');
    return [{ row, texts: Object.fromEntries(texts.filter(([key, text]) => text !== canonical[key as FieldKey])) }];
  });
  if (changes.length > 0) writeRows(sheet, register, changes);
  return changes.length > 0;
}

/** Follows an edit of the settings as far as no column is added; hands out what to do for a field that waits for one. */
export function followSettings(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  memory: Memory,
): string | undefined {
  return withDocumentLock(() => {
    const context = openRegister(spreadsheet, memory);
    settleOptional(context, readRegister(context.experiments, context.settings.optionalFields), false);
    const key = context.wishedFields.find((each) => !context.settings.optionalFields.includes(each));
    return key && toastWords.fieldWaits(labelOf(key, context.settings));
  });
}

/**
 * Makes these fields the register's; of the score, `scoring` says how it is made. Throws a UserError where people have a column of their own that is called so: whether it is the field is
 * theirs to say.
 */
export function wantFields(context: RegisterContext, asked: readonly string[], scoring: string, undo: Undo): void {
  const { experiments: sheet, wishedFields: before } = context;
  const read = () => readRegister(sheet, context.settings.optionalFields);
  const register = read();
  const { scoring: heldScoring } = context.settings;
  const named = WANTED_FIELDS.flatMap(({ key }) => (asked.includes(key) && key !== 'score' ? [key] : []));
  const more: OptionalKey[] = [...named, ...scoringKeys(scoringOf(scoring))];
  const own = more.find((key) => namesake(register, key) !== undefined);
  if (own !== undefined) throw new UserError('column-own', labelOf(own, context.settings));
  undo(() => {
    const { places } = read();
    wish(context, before, heldScoring);
    settleOptional(context, read(), false);
    for (const key of more) {
      const place = places.get(key);
      if (place !== undefined && !findPlace(register, key)) sheet.deleteColumn(place + 1);
    }
  });
  wish(context, [...before, ...more], scoring || heldScoring);
  settleOptional(context, register, true);
}

/** Says in the settings which optional fields there are to be, and how is scored: not at all where what that needs is not among them. */
export function wish(context: RegisterContext, fields: readonly OptionalKey[], scoring: string): void {
  const needed = scoringKeys(scoringOf(scoring));
  const isScored = needed.every((key) => fields.includes(key));
  context.wishedFields = isScored ? fields : fields.filter((key) => !needed.includes(key));
  context.settings = { ...context.settings, scoring: isScored ? scoring : '' };
  const said = { ...context.settings, optionalFields: [...context.wishedFields] };
  writeSetting(context.settingsSheet, 'optionalFields', said);
  writeSetting(context.settingsSheet, 'scoring', said);
}
