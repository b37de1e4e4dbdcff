// Check register: every row looked at again, everything the register keeps written anew, and what is wrong or unwise listed.
import { readDay } from '../../domain/calendar.ts';
import { choicesOf, type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { evaluate } from '../../domain/register/evaluation.ts';
import type { Finding } from '../../domain/register/finding.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import type { ColumnKey, ColumnPlaces } from '../../sheet/columns.ts';
import { type Register, readRegister, writeBeginnings, writeRows } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { settlePromotion } from '../rows/candidates.ts';
import { beginRows, catchUp, deriveRowCells, NO_DERIVED_CELLS } from '../rows/edits.ts';
import { rememberIds, takeIds } from '../rows/ids.ts';
import { restoreValidation } from '../rows/suspended-validation.ts';
import { markWrong } from '../settings.ts';

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
  restoreValidation(context, places);
  keepPlaces(places);
  settlePromotion(context, register);
  const ids = rows.map(({ experiment }) => experiment.id.trim());
  const unnamed = rows.filter(({ experiment }) => experiment.id.trim() === '' && experiment.title !== '');
  if (unnamed.length > 0) {
    beginRows(unnamed, settings, today, ids);
    // People may be typing in these very rows.
    writeBeginnings(sheet, places, unnamed);
  }
  rememberIds(ids, settings.prefix);
  const findings = judge(context, register);
  writeKept(context, register);
  markWrong(context.settingsSheet, context.wrongSettings);
  return { register, findings };
}

/** Keeps where the columns stand, so that a deleted header row can be written anew. */
export function keepPlaces(places: ColumnPlaces): void {
  const kept: [ColumnKey, number][] = [...places];
  if (JSON.stringify(keys.columns.read()) !== JSON.stringify(kept)) keys.columns.write(kept);
}

/** The register and its findings as they are, with nothing written. */
export function lookAtRegister(context: RegisterContext): Checked {
  const register = readRegister(context.experiments);
  return { register, findings: judge(context, register) };
}

/** The findings of all rows, of the settings and of the log, errors first. Rows with a doubled ID get their notice. */
function judge({ settings, today, wrongSettings }: RegisterContext, { rows }: Register): RowFinding[] {
  const firstOf = new Map<string, number>();
  const findings: RowFinding[] = [];
  for (const row of rows) {
    const { experiment } = row;
    const id = experiment.id.trim();
    const first = firstOf.get(id);
    const doubled =
      first === undefined ? '' : `The ID ${id} already stands in row ${first}: give one of the two another.`;
    if (first === undefined && id !== '') firstOf.set(id, row.row);
    catchUp(row, today);
    if (doubled !== '') {
      const fix = 'Give this row the next ID';
      findings.push({ code: 'duplicate-id', severity: 'error', id, field: 'id', row: row.row, message: doubled, fix });
    }
    for (const finding of evaluate(experiment, settings, today).findings) {
      const { key, word } = closeWord(experiment, finding, settings) ?? {};
      findings.push({ ...finding, row: row.row, ...(key === undefined ? {} : { fix: `Write "${word}"` }) });
    }
    row.notice = doubled;
  }
  for (const { message } of wrongSettings) {
    findings.push({ code: 'wrong-setting', severity: 'warning', message: `Settings: ${message}` });
  }
  const newest =
    rows
      .map(({ experiment }) => experiment.date)
      .filter((date) => readDay(date) !== undefined)
      .sort()
      .pop() ?? '';
  const lastUpdated = keys.lastUpdated.read() ?? '';
  if (lastUpdated !== '' && newest > lastUpdated) {
    const message = `The log says it was last updated on ${lastUpdated}, but there is an experiment of ${newest}: export the log.`;
    findings.push({ code: 'old-last-updated', severity: 'warning', message });
  }
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

/** Carries out the safe fix of one finding; what is done is decided by how the row is now, not by how it was listed. */
export function fixFinding(context: RegisterContext, code: string, rowNumber: number): void {
  const { register, findings } = checkRegister(context);
  const { places, rows } = register;
  const finding = findings.find((found) => found.code === code && found.row === rowNumber && found.fix !== undefined);
  const row = rows.find((found) => found.row === rowNumber);
  if (finding === undefined || row === undefined) {
    throw new UserError('finding-gone');
  }
  const { settings, experiments: sheet, today } = context;
  const close = closeWord(row.experiment, finding, settings);
  if (close !== undefined) row.experiment[close.key] = close.word;
  else
    row.experiment.id =
      takeIds(
        rows.map(({ experiment }) => experiment.id),
        settings.prefix,
        1,
      )[0] ?? '';
  const field = close?.key ?? 'id';
  row.notice = '';
  const kept = deriveRowCells(row, settings, today);
  writeRows(sheet, places, [{ ...kept, row: rowNumber, texts: { [field]: row.experiment[field], ...kept.texts } }]);
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

/** One write for all rows: those that nobody filled have nothing derived either. */
function writeKept(
  { experiments: sheet, settings, today }: RegisterContext,
  { places, rows, nextRow }: Register,
): void {
  const filled = new Map(rows.map((row) => [row.row, row]));
  const texts = Array.from({ length: nextRow - 2 }, (_, index) => {
    const row = filled.get(index + 2);
    return { row: index + 2, ...(row === undefined ? NO_DERIVED_CELLS : deriveRowCells(row, settings, today)) };
  });
  writeRows(sheet, places, texts);
}
