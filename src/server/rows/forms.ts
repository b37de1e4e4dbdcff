// What the sidebar's forms work with: one experiment to fill in, and saving it without overwriting anybody.
import * as z from 'zod/mini';
import { followsOf } from '../../domain/experiment/follows.ts';
import { rebase, refusalsOf } from '../../domain/experiment/form.ts';
import { readId } from '../../domain/experiment/id.ts';
import { refusalOfMove } from '../../domain/experiment/lifecycle.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { withLink } from '../../domain/learnt/links.ts';
import { savingWords } from '../../domain/messages.ts';
import { twinsIn } from '../../domain/register/evaluation.ts';
import { UserError } from '../../domain/user-error.ts';
import { isIsoDate } from '../../sheet/cell.ts';
import { withoutSame } from '../../sheet/derived/derived-cells.ts';
import { type Register, type RegisterRow, type RowTexts, readRegister } from '../../sheet/register.ts';
import { writeRows } from '../../sheet/rows/row-door.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { allOrNothing } from '../log/undo.ts';
import { candidateRowSchema, promote, settlePromotion } from './candidates.ts';
import { changeRow } from './change-row.ts';
import { experimentSchema } from './experiment-schema.ts';
import { takeIds } from './ids.ts';
import { learntSchema } from './learnt-schema.ts';
import { type AttentionItem, attentionItem } from './overview.ts';
import { rowSchema } from './row-schema.ts';

// What few forms need sleeps in the bundle until one does.
declare function require(path: '../learnt/entries.ts'): typeof import('../learnt/entries.ts');

/** Names one row: its ID, and its row in the sheet where two carry the same. */
export const rowNameSchema = z.object({ id: z.string(), row: rowSchema });
export type RowName = z.infer<typeof rowNameSchema>;

/** An experiment as it stands in the register. */
export interface OpenedExperiment extends RowName {
  experiment: Experiment;
  closed: string;
}

/** The experiment of that name, as it is now. */
export function openExperiment(context: RegisterContext, name: RowName): OpenedExperiment {
  return opened(rowNamed(readRegister(context.experiments, context.settings.optionalFields), name));
}

/** The experiment in the row that the person has selected. Throws one sentence where that is none. */
export function openSelected(context: RegisterContext): OpenedExperiment {
  const { spreadsheet, experiments, settings } = context;
  const isThere = spreadsheet.getActiveSheet().getSheetId() === experiments.getSheetId();
  const selected = isThere ? experiments.getActiveRange()?.getRow() : undefined;
  const row = readRegister(experiments, settings.optionalFields).rows.find((found) => found.row === selected);
  if (row === undefined) {
    throw new UserError('no-experiment-selected');
  }
  return opened(row);
}

function opened({ row, experiment, closed }: RegisterRow): OpenedExperiment {
  return { id: experiment.id, row, experiment, closed };
}

function rowNamed({ rows }: Register, { id, row }: RowName): RegisterRow {
  const named = rows.filter(({ experiment }) => experiment.id === id);
  const found = named.length > 1 ? named.find((candidate) => candidate.row === row) : named[0];
  if (found !== undefined) return found;
  throw new UserError('experiment-gone', id === '' ? savingWords.row(row) : id);
}

export const saveRequestSchema = z.object({
  /** Made up by the page once for each form: a form that is sent twice is saved once. */
  token: z.string().check(z.regex(/^[\w-]{8,64}$/)),
  experiment: experimentSchema,
  /** The experiment as the form was opened with it; absent for a new one. */
  opened: z.optional(z.object({ id: z.string(), row: rowSchema, experiment: experimentSchema })),
  /** The candidate that a new experiment began with. */
  candidate: z.optional(candidateRowSchema),
  /** What is written down of it in the same go. */
  learnt: z.optional(learntSchema),
});
export type SaveRequest = z.infer<typeof saveRequestSchema>;

/** A field that somebody else changed to something else since the form was opened. */
export interface Collision {
  field: FieldKey;
  theirs: string;
  yours: string;
}

export type SaveResult =
  /** `followers` go on from it already; `attention` is what the list of those that need somebody says of it, where it does. */
  | { saved: true; opened: OpenedExperiment; isNew: boolean; followers: RowName[]; attention?: AttentionItem }
  /** Nothing was written: a field may not be saved like this. */
  | { saved: false; refusals: Partial<Record<FieldKey, string>> }
  /** Nothing was written: both changed the same fields; `now` is how it stands in the register. */
  | { saved: false; collisions: Collision[]; now: OpenedExperiment };

/** Saves what a form holds: a new row, or the changed fields of one. Call it under the document lock. */
export function saveExperiment(
  context: RegisterContext,
  { token, experiment, opened: before, candidate, learnt }: SaveRequest,
): SaveResult {
  const { settings, today } = context;
  const register = readRegister(context.experiments, settings.optionalFields);
  if (candidate !== undefined) settlePromotion(context, register);
  const begunForm = keys.begunForm(token);
  const begun = begunForm.read();
  const saved = before === undefined && begun && register.rows.find((found) => found.experiment.id === begun.id);
  if (saved) {
    const again = sentAgain(saved, experiment, begun?.words);
    if (again === undefined) return done(context, register, opened(saved), true);
    const edit = saveExperiment(context, { token, ...again });
    if (!edit.saved) return edit;
    begunForm.write({ ...begun, id: saved.experiment.id, row: saved.row, words: fingerprintsOf(experiment) });
    return { ...edit, isNew: true };
  }
  const row = before === undefined ? undefined : rowNamed(register, before);
  let wanted = experiment;
  if (row !== undefined && before !== undefined) {
    const base = withSent(before.experiment, row.experiment, begun?.words);
    const collisions = collisionsOf(row.experiment, base, experiment);
    if (collisions.length > 0) return { saved: false, collisions, now: opened(row) };
    wanted = rebase(row.experiment, base, experiment);
  }
  const refusals = refusalsOf(wanted, settings, today);
  const refusedMove = moveRefusal(row?.experiment.status ?? 'Proposed', wanted.status);
  if (refusedMove !== undefined) refusals.status ??= refusedMove;
  // A log may say so, and its row keeps the day as text; the rule of the Date column lets nobody write it there.
  if (wanted.date !== row?.experiment.date && !isIsoDate(wanted.date)) refusals.date ??= savingWords.tooEarly;
  if (Object.keys(refusals).length > 0) return { saved: false, refusals };

  const half = row === undefined && begun ? halfWritten(register, wanted, begun) : undefined;
  const held = register.rows.map((each) => each.experiment.id);
  const id = wanted.id || half?.experiment.id || begun?.id || (takeIds(held, settings.prefix, 1)[0] ?? '');
  // First: a form that is sent again because this ended half-way is known by it.
  begunForm.write({ id, row: (row ?? half)?.row ?? register.nextRow, words: fingerprintsOf(experiment) });
  const save = (other = wanted.other) => write(context, register, row ?? half, { ...wanted, other, id });
  const saveAll = () =>
    learnt === undefined
      ? save()
      : allOrNothing((undo) => {
          const entry = require('../learnt/entries.ts').writeLearnt(context, learnt, id, undo);
          return save(withLink(learnt.kind, wanted.other, entry));
        });
  const written = candidate === undefined ? saveAll() : promote(context, candidate, id, saveAll);
  return done(context, register, written, row === undefined);
}

function done(
  context: RegisterContext,
  { rows }: Register,
  written: OpenedExperiment,
  isNew: boolean,
): SaveResult & { saved: true } {
  const followers = rows.filter(({ experiment }) => followsOf(experiment.other).includes(written.id));
  const attention = attentionItem(written, twinsIn(rows), context);
  return {
    saved: true,
    opened: written,
    isNew,
    followers: followers.map(({ row, experiment }) => ({ id: experiment.id, row })),
    ...(attention && { attention }),
  };
}

function fingerprintsOf(experiment: Experiment): Record<string, string> {
  return Object.fromEntries(FIELDS.map(({ key }) => [key, fingerprint(experiment[key])]));
}

/** An experiment as it was opened, with what an earlier try of the same form has written since: nobody else changed that. */
function withSent(before: Experiment, now: Experiment, sent: keys.BegunForm['words'] = {}): Experiment {
  const base = { ...before };
  for (const { key } of FIELDS) if (fingerprint(now[key]) === sent[key]) base[key] = now[key];
  return base;
}

/**
 * A form that is sent again with other words than it was saved with, as an edit of what was saved: fields in which the row says what was sent
 * then were changed by nobody else. Undefined where the words are the same.
 */
function sentAgain(saved: RegisterRow, form: Experiment, sent: keys.BegunForm['words']) {
  if (sent === undefined) return undefined;
  const now = saved.experiment;
  const isSent = (key: FieldKey, text: string) => fingerprint(text) === sent[key];
  const own: readonly FieldKey[] = ['id', 'started'];
  const wanted = { ...form, id: now.id, started: now.started };
  if (FIELDS.every(({ key }) => own.includes(key) || isSent(key, form[key]))) return undefined;
  const before = { ...now };
  for (const { key } of FIELDS) {
    if (own.includes(key) || isSent(key, now[key])) continue;
    // Somebody else's by now: no question where the form says what it said, and one where it does not.
    before[key] = isSent(key, form[key]) ? form[key] : '\u0000';
  }
  return { experiment: wanted, opened: { id: now.id, row: saved.row, experiment: before } };
}

/**
 * The row that an earlier try to write this experiment began: all it says is the experiment's, or was sent with the earlier try, but for what a check has added since; an
 * ID that a check gave it is a later one than the one taken for it.
 */
function halfWritten({ rows }: Register, wanted: Experiment, begun: keys.BegunForm): RegisterRow | undefined {
  const added: readonly FieldKey[] = ['id', 'date', 'status', 'started'];
  const numberOf = (id: string) => readId(id)?.number ?? 0;
  const says = (experiment: Experiment, key: FieldKey) =>
    experiment[key] === wanted[key] || fingerprint(experiment[key]) === begun.words?.[key];
  return rows.find(
    ({ row, experiment }) =>
      (experiment.id === '' || numberOf(experiment.id) > numberOf(begun.id)) &&
      (says(experiment, 'title') || (experiment.title === '' && row === begun.row)) &&
      FIELDS.every(({ key }) => added.includes(key) || experiment[key] === '' || says(experiment, key)),
  );
}

/** A new experiment may be active at once: it was proposed and started in one go. */
function moveRefusal(from: string, to: string): string | undefined {
  return isStatus(from) && isStatus(to) ? refusalOfMove(from, to) : undefined;
}

function collisionsOf(now: Experiment, before: Experiment, form: Experiment): Collision[] {
  return FIELDS.map(({ key }) => key)
    .filter((key) => key !== 'id' && key !== 'started')
    .filter((key) => form[key] !== before[key] && now[key] !== before[key] && now[key] !== form[key])
    .map((field) => ({ field, theirs: now[field], yours: form[field] }));
}

/** What due date and timing are made of. */
const TIMED: readonly FieldKey[] = ['date', 'status', 'started', 'duration'];

function write(
  context: RegisterContext,
  register: Register,
  row: RegisterRow | undefined,
  wanted: Experiment,
): OpenedExperiment {
  const before = row && (row.settled ?? row.experiment.status);
  const started = row?.experiment.started ?? '';
  const { experiment, closed, texts, dueNote } = changeRow(row, { ...wanted, started }, before, context);
  const isTimed = row === undefined || TIMED.some((key) => experiment[key] !== row.experiment[key]);
  const texted = { texts, ...(isTimed && { dueNote }) };
  const changed: RowTexts[] = row === undefined ? [] : [{ row: row.row, ...texted }];
  const {
    added: [number = row?.row ?? 0],
  } = writeRows(
    context.experiments,
    register,
    withoutSame(register.places, changed, register.rows, isTimed),
    row === undefined ? [texted] : [],
  );
  return { id: experiment.id, row: number, experiment, closed };
}
