// Check register: every row looked at again, everything the register keeps written anew, and what is wrong or unwise listed.
import { readDay } from '../../domain/calendar.ts';
import { choicesOf, type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { checkWords } from '../../domain/messages.ts';
import type { Finding } from '../../domain/register/finding.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { COLUMNS } from '../../sheet/columns.ts';
import { formatExperiments } from '../../sheet/formatting.ts';
import { type Register, type RowTexts, readRegister } from '../../sheet/register.ts';
import { writeRows } from '../../sheet/rows/row-door.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { settlePromotion } from '../rows/candidates.ts';
import { changeRow, type RowChange } from '../rows/change-row.ts';
import { beginRows, NO_DERIVED_CELLS } from '../rows/edits.ts';
import { rememberIds, takeIds } from '../rows/ids.ts';
import { restoreValidation } from '../rows/suspended-validation.ts';
import { markWrong } from '../settings.ts';
import { addHiddenColumns, keepPlaces } from './columns.ts';

/** A finding, and where it stands. */
export interface RowFinding extends Finding {
  /** The row of the Experiments sheet, from 1; absent for a finding about a setting or the log. */
  row?: number;
  /** What a click would put right, in words; absent where nothing safe can be done without a person. */
  fix?: string;
}

export interface Checked {
  register: Register;
  findings: RowFinding[];
}

/** Gives new rows their ID, writes the derived cells of all rows in one go, and lists the findings, errors first. */
export function checkRegister(context: RegisterContext): Checked {
  const { experiments: sheet, settings, today } = context;
  const register = readRegister(sheet);
  const { places, rows } = register;
  restoreValidation(context);
  keepPlaces(places);
  settlePromotion(context, register);
  const ids = rows.map(({ experiment }) => experiment.id.trim());
  const unnamed = rows.filter(({ experiment }) => experiment.id.trim() === '' && experiment.title !== '');
  if (unnamed.length > 0) beginRows(unnamed, settings, today, ids);
  rememberIds(ids, settings.prefix);
  const { findings, changes } = judge(context, register);
  writeRows(
    sheet,
    { places, rows: register.all },
    changesOf(register, changes, new Set(unnamed.map(({ row }) => row))),
  );
  markWrong(context.settingsSheet, context.wrongSettings);
  return { register, findings };
}

/** As `checkRegister`; a register that was made before there were such gets the hidden columns that it lacks. */
export function checkAndComplete(context: RegisterContext): Checked {
  const checked = checkRegister(context);
  if (COLUMNS.every(({ key }) => checked.register.places.has(key))) return checked;
  const { experiments, settings } = context;
  formatExperiments(experiments, addHiddenColumns(experiments), settings);
  return checkRegister(context);
}

/** The register and its findings as they are, with nothing written; the rows of `register` become what a check would make of them. */
export function lookAtRegister(context: RegisterContext, register = readRegister(context.experiments)): Checked {
  return { register, findings: judge(context, register).findings };
}

/**
 * The findings of all rows, of the settings and of the log, errors first, and what each row becomes: one whose change of status nobody heard
 * of, or whose writing ended half-way, is stamped. A move that an edit would have taken back stays: what was typed is changed under the
 * person's eyes only.
 */
function judge(
  context: RegisterContext,
  { rows }: Register,
): { findings: RowFinding[]; changes: ReadonlyMap<number, RowChange> } {
  const { settings, wrongSettings } = context;
  const changes = new Map<number, RowChange>();
  const firstOf = new Map<string, number>();
  const findings: RowFinding[] = [];
  for (const row of rows) {
    const { experiment } = row;
    const id = experiment.id.trim();
    const first = firstOf.get(id);
    const doubled = first === undefined ? '' : checkWords.doubledId(id, first);
    if (first === undefined && id !== '') firstOf.set(id, row.row);
    const change = changeRow(row, experiment, row.settled ?? experiment.status, context, doubled);
    changes.set(row.row, change);
    Object.assign(row, { experiment: change.experiment, closed: change.closed });
    if (doubled !== '') {
      const fix = checkWords.giveNextId;
      findings.push({ code: 'duplicate-id', severity: 'error', id, field: 'id', row: row.row, message: doubled, fix });
    }
    for (const finding of change.evaluation.findings) {
      const close = closeWord(experiment, finding, settings);
      findings.push({ ...finding, row: row.row, ...(close && { fix: checkWords.writeWord(close.word) }) });
    }
  }
  for (const { message } of wrongSettings) {
    findings.push({ code: 'wrong-setting', severity: 'warning', message: checkWords.wrongSetting(message) });
  }
  const newest =
    rows
      .map(({ experiment }) => experiment.date)
      .filter((date) => readDay(date) !== undefined)
      .sort()
      .pop() ?? '';
  const lastUpdated = keys.lastUpdated.read() ?? '';
  if (lastUpdated !== '' && newest > lastUpdated) {
    const message = checkWords.oldLastUpdated(lastUpdated, newest);
    findings.push({ code: 'old-last-updated', severity: 'warning', message });
  }
  findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return { findings, changes };
}

/** Carries out the safe fix of one finding; what is done is decided by how the row is now, not by how it was listed. */
export function fixFinding(context: RegisterContext, code: string, rowNumber: number): void {
  const { register, findings } = lookAtRegister(context);
  const { rows } = register;
  const finding = findings.find((found) => found.code === code && found.row === rowNumber && found.fix !== undefined);
  const row = rows.find((found) => found.row === rowNumber);
  if (finding === undefined || row === undefined) {
    throw new UserError('finding-gone');
  }
  const { settings, experiments: sheet } = context;
  const close = closeWord(row.experiment, finding, settings);
  const held = rows.map(({ experiment }) => experiment.id);
  const mended: Partial<Experiment> =
    close === undefined ? { id: takeIds(held, settings.prefix, 1)[0] ?? '' } : { [close.key]: close.word };
  const before = row.settled ?? row.experiment.status;
  const { texts, dueNote } = changeRow(row, { ...row.experiment, ...mended }, before, context);
  writeRows(sheet, register, [{ row: rowNumber, texts, dueNote }]);
}

/** The word of a choice that an unknown one differs from only by capitals and blanks. */
function closeWord(
  experiment: Experiment,
  { code }: Finding,
  settings: Settings,
): { key: FieldKey; word: string } | undefined {
  const field = FIELDS.find(({ key }) => code === `unknown-${key}`);
  if (field === undefined) return undefined;
  const { key } = field;
  const plain = (text: string) => text.trim().toLowerCase();
  const word = choicesOf(field, settings).find((candidate) => plain(candidate) === plain(experiment[key]));
  return word === undefined ? undefined : { key, word };
}

/** What is written into all rows: those that nobody filled have nothing derived either; `begun` get their ID, date and status. */
function changesOf({ all }: Register, changes: ReadonlyMap<number, RowChange>, begun: ReadonlySet<number>): RowTexts[] {
  return all.map(({ row }) => {
    const change = changes.get(row);
    if (change === undefined) return { row, ...NO_DERIVED_CELLS };
    const { id, date, status } = change.experiment;
    const { texts, dueNote } = change;
    return { row, texts: begun.has(row) ? { id, date, status, ...texts } : texts, dueNote };
  });
}
