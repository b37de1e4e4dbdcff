// Check register: every row looked at again, everything the register keeps written anew, and what is wrong or unwise listed.
import { readDay } from '../../domain/calendar.ts';
import { choicesOf, type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { checkWords } from '../../domain/messages.ts';
import { twinsIn, withTwin } from '../../domain/register/evaluation.ts';
import type { Finding } from '../../domain/register/finding.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { columnsFor } from '../../sheet/columns.ts';
import { withoutSame } from '../../sheet/derived/derived-cells.ts';
import { readLogSource } from '../../sheet/log-source.ts';
import { isFilled, type Register, type RegisterRow, type RowTexts, readRegister } from '../../sheet/register.ts';
import { seenAfter, writeRows } from '../../sheet/rows/row-door.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { settlePromotion } from '../rows/candidates.ts';
import { changeRow, type RowChange } from '../rows/change-row.ts';
import { beginRows, NO_DERIVED_CELLS, withdraw } from '../rows/edits.ts';
import { namesOf, nameTwins, refuseUntold, rememberIds, restoreIds, takeIds } from '../rows/ids.ts';
import { formatRegister, restoreValidation, shapeAgain } from '../rows/suspended-validation.ts';
import { markWrong } from '../settings.ts';
import { addHiddenColumns, keepPlaces } from './columns.ts';

declare function require(path: './optional-fields.ts'): typeof import('./optional-fields.ts');
declare function require(path: '../log/own-log.ts'): typeof import('../log/own-log.ts');

/** A finding, and where it stands. */
export interface RowFinding extends Finding {
  /** The row of the Experiments sheet, from 1; absent for a finding about a setting or the log. */
  row?: number;
  /** Fingerprint of what the row says: a fix is for the row that says this. */
  seal?: string;
  /** What a click would put right, in words; absent where nothing safe can be done without a person. */
  fix?: string;
}

/** A finding to be fixed, by its code and its row. */
export interface FixRequest {
  code: string;
  /** From 1, as it was listed. */
  row: number;
  /** As the finding told it; without one, the row's number counts. */
  seal?: string | undefined;
}

export interface Checked {
  register: Register;
  findings: RowFinding[];
}

/** What a row's findings are to say first of its experiment; `''` for nothing. */
export type Told = (experiment: Experiment) => string;

/** Gives new rows their ID, writes the derived cells of all rows in one go, and lists the findings, errors first. */
export function checkRegister(context: RegisterContext, told?: Told): Checked {
  const { experiments: sheet, settings, today } = context;
  const read = settled(context, readRegister(sheet, settings.optionalFields));
  const withdrawn = read.rows.filter(withdraw);
  const register = { ...read, rows: read.rows.filter(isFilled) };
  const { places, rows } = register;
  restoreValidation(context, places);
  keepPlaces(places);
  settlePromotion(context, register);
  const titles = () =>
    require('../log/own-log.ts').agreedTitles(readLogSource(context.source), settings.optionalFields);
  const named = new Set([...withdrawn, ...restoreIds(rows, rows, undefined, titles)]);
  const ids = rows.map(({ experiment }) => experiment.id.trim());
  const unnamed = rows.filter(({ experiment }) => experiment.id.trim() === '' && experiment.title !== '');
  if (unnamed.length > 0) beginRows(unnamed, settings, today, ids);
  for (const row of unnamed) named.add(row);
  rememberIds(ids, settings.prefix);
  const { findings, changes } = judge(context, register, told);
  const { all } = register;
  const wanted = withoutSame(places, changesOf(register, changes, named), all, true);
  const written = writeRows(sheet, { ...register, rows: all }, wanted);
  const names = namesOf(register, written);
  if (names.length > 0) {
    findings.unshift({ code: 'rows-untold', severity: 'error', message: checkWords.untold(names) });
  }
  // From here on they are known by what was written.
  const after = new Map(seenAfter(register, wanted).rows.map(({ row, values }) => [row, values]));
  for (const row of rows) if (!written.untold.includes(row.row)) row.values = after.get(row.row) ?? row.values;
  const [last] = rows.filter(({ experiment }) => experiment.id !== '').slice(-1);
  shapeAgain(context, places, last?.row ?? 1);
  markWrong(context.settingsSheet, context.wrongSettings);
  return { register, findings };
}

/** The register with the optional fields that are wished: what they need sleeps where there is none. */
function settled(context: RegisterContext, register: Register): Register {
  if (context.wishedFields.length + context.settings.optionalFields.length === 0) return register;
  return require('./optional-fields.ts').settleOptional(context, register, true);
}

/** As `checkRegister`; a register that was made before there were such gets the hidden columns that it lacks. */
export function checkAndComplete(context: RegisterContext, told?: Told): Checked {
  const checked = checkRegister(context, told);
  const wanted = context.settings.optionalFields;
  if (columnsFor(wanted).every(({ key }) => checked.register.places.has(key))) return checked;
  formatRegister(context, addHiddenColumns(context.experiments, wanted));
  return checkRegister(context, told);
}

/** The register and its findings as they are, with nothing written; the rows of `register` become what a check would make of them. */
export function lookAtRegister(
  context: RegisterContext,
  register = readRegister(context.experiments, context.settings.optionalFields),
): Checked {
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
  told: Told = () => '',
): { findings: RowFinding[]; changes: ReadonlyMap<number, RowChange> } {
  const { settings, wrongSettings } = context;
  const changes = new Map<number, RowChange>();
  const twinsOf = twinsIn(rows);
  const ids = new Set(rows.map(({ experiment }) => experiment.id.trim()));
  nameTwins(rows, rows);
  const findings: RowFinding[] = [];
  for (const row of rows) {
    const { experiment } = row;
    // What is kept beside a row whose own ID stands in another is of that one: they were sorted in part.
    const id = experiment.id.trim();
    const isOther = row.state.id !== undefined && row.state.id !== id && ids.has(row.state.id);
    if (isOther) Object.assign(row, { state: {}, settled: undefined });
    const before = row.settled ?? experiment.status;
    row.notice = [row.notice, told(experiment)].filter(Boolean).join('\n');
    const change = changeRow(row, experiment, before, context);
    changes.set(row.row, change);
    row.experiment = change.experiment;
    row.closed = change.closed;
    const [twin] = twinsOf(row);
    const { evaluation } = change;
    const found = (twin === undefined ? evaluation : withTwin(evaluation, id, twin)).findings;
    const seal = found.length === 0 ? '' : fingerprintOf(experiment);
    for (const finding of found) {
      const fix = fixOf(experiment, finding, settings);
      findings.push({ ...finding, row: row.row, seal, ...(fix && { fix: fix.say }) });
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

/** A row by what it says, whichever number it has when somebody looks again. */
function fingerprintOf(experiment: Experiment): string {
  return fingerprint(JSON.stringify(FIELDS.map(({ key }) => experiment[key])));
}

/**
 * Carries out the safe fixes of findings, each in the row that says what it said when it was listed, wherever it stands now; of rows that
 * say the same, the one that has not moved. Throws a UserError where none of them is there any more.
 */
export function fixFindings(context: RegisterContext, requests: readonly FixRequest[]): void {
  const { register, findings } = checkRegister(context);
  const { settings, experiments: sheet } = context;
  const { rows } = register;
  const fixes = requests.flatMap(({ code, row: listed, seal }) => {
    const isMeant = ({ row, experiment }: RegisterRow) =>
      seal === undefined ? row === listed : fingerprintOf(experiment) === seal;
    const row = rows.find((found) => found.row === listed && isMeant(found)) ?? rows.find(isMeant);
    const finding = findings.find((found) => found.code === code && found.row === row?.row && found.fix !== undefined);
    return row === undefined || finding === undefined ? [] : [{ row, fix: fixOf(row.experiment, finding, settings) }];
  });
  if (fixes.length === 0) throw new UserError('finding-gone');
  const unnamed = fixes.filter(({ fix }) => fix?.word === undefined);
  const held = rows.map(({ experiment }) => experiment.id);
  const ids = takeIds(held, settings.prefix, unnamed.length);
  const mended = new Map<RegisterRow, Experiment>();
  const mend = (row: RegisterRow, part: Partial<Experiment>) =>
    mended.set(row, { ...(mended.get(row) ?? row.experiment), ...part });
  for (const [index, { row }] of unnamed.entries()) {
    delete row.state.id;
    mend(row, { id: ids[index] ?? '' });
  }
  for (const { row, fix } of fixes) if (fix?.word !== undefined) mend(row, { [fix.key]: fix.word });
  const written = [...mended].map(([row, wanted]) => {
    const { texts, dueNote } = changeRow(row, wanted, row.settled ?? row.experiment.status, context);
    return { row: row.row, texts, dueNote };
  });
  refuseUntold(register, writeRows(sheet, register, written));
}

/** What a click would put right: the word of a choice that an unknown one differs from only by capitals and blanks, or a spoilt ID. */
function fixOf(
  experiment: Experiment,
  { code }: Finding,
  settings: Settings,
): { key: FieldKey; word?: string; say: string } | undefined {
  if (code === 'malformed-id' || code === 'duplicate-id') return { key: 'id', say: checkWords.giveNextId };
  const field = FIELDS.find(({ key }) => code === `unknown-${key}`);
  if (field === undefined) return undefined;
  const { key } = field;
  const plain = (text: string) => text.trim().toLowerCase();
  const word = choicesOf(field, settings).find((candidate) => plain(candidate) === plain(experiment[key]));
  return word === undefined ? undefined : { key, word, say: checkWords.writeWord(word) };
}

/** What is written into all rows: those that nobody filled have nothing derived either; `named` get their ID, and what new rows begin with. */
function changesOf(
  { all, nextRow }: Register,
  changes: ReadonlyMap<number, RowChange>,
  named: ReadonlySet<RegisterRow>,
): RowTexts[] {
  // What people have of their own below the last experiment is not looked at.
  const isOurs = ({ row, settled, state }: RegisterRow) =>
    row < nextRow || settled !== undefined || state.id !== undefined;
  return all.filter(isOurs).map((each) => {
    const { row } = each;
    const change = changes.get(row);
    const { id, date, status } = (change ?? each).experiment;
    const { texts, dueNote } = change ?? NO_DERIVED_CELLS;
    return { row, texts: named.has(each) ? { id, date, status, ...texts } : texts, dueNote };
  });
}
