// A team's own tab becomes the register itself, and is given back: its state of before is kept whole in a hidden copy all the while.

import { FIELDS } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { trackerWords as words } from '../../domain/messages.ts';
import { UserError } from '../../domain/user-error.ts';
import { tryWherePossible } from '../../sheet/best-effort.ts';
import { COLUMNS, findColumnsIn, headerOf, ownNameNote } from '../../sheet/columns.ts';
import { bringBack, copyTab, putLinesBack, sheetOf, takeLinesOut } from '../../sheet/looks/tab-copy.ts';
import { type RowTexts, readRegister } from '../../sheet/register.ts';
import { EXPERIMENTS_SHEET } from '../../sheet/sheet-names.ts';
import { findTab, isGuarded, isLookedAt } from '../../sheet/tabs.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { beginTab, endTab } from '../log/begun.ts';
import { bringIn, lookAtContents } from '../log/sync.ts';
import { afterwards, allOrNothing } from '../log/undo.ts';
import { changeRow } from '../rows/change-row.ts';
import { rememberIds } from '../rows/ids.ts';
import { formatRegister, writeUnchecked } from '../rows/suspended-validation.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { keepPlaces, writeHeader } from '../upkeep/columns.ts';
import { wantFields } from '../upkeep/optional-fields.ts';
import { dropFields } from './fields.ts';
import type { Intent } from './intent.ts';
import { type Placing, placeTab } from './placing.ts';
import type { Source } from './sources.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Why a tab cannot become the register itself, in one sentence; undefined where it can. */
export function whyNotInPlace(
  spreadsheet: Spreadsheet,
  sources: readonly Source[],
  isEmpty: boolean,
  placing: Placing,
): string | undefined {
  const [source] = sources;
  const sheet = source && findTab(spreadsheet, source.key);
  if (source === undefined || sources.length > 1 || sheet === undefined) return words.inPlace.oneTab;
  if (!isEmpty) return words.inPlace.notEmpty;
  if (source.reading.rows.length === 0) return words.inPlace.noRows(source.reading.name);
  if (isMerged(source)) return words.inPlace.merged(source.reading.name);
  if (isGuarded(sheet)) return words.inPlace.guarded(source.reading.name);
  if (placing.lines.length > 0 && isLookedAt(sheet)) return words.inPlace.lookedAt(source.reading.name);
  return undefined;
}

/** Whether cells of its header or its rows are merged: such rows cannot be sorted, moved or written one by one. */
function isMerged({ table, reading }: Source): boolean {
  const kept = new Set([reading.header, ...reading.rows.map(({ row }) => row)]);
  return (table.merged ?? []).some(({ row, rows }) =>
    Array.from({ length: rows }, (_, at) => row + at + 1).some((each) => kept.has(each)),
  );
}

/** What becomes of the tab; of several sources, of the first. */
export function placingOf([source]: readonly Source[], { added }: Intent): Placing {
  if (source === undefined) throw new UserError('tab-gone');
  return placeTab(source.table, source.reading, added, source.fields);
}

/** The optional fields that these sources bring to the register. */
export function newFields({ settings }: RegisterContext, [source]: readonly Source[]): readonly string[] {
  const held: readonly string[] = settings.optionalFields;
  return source?.fields.filter((key) => !held.includes(key)) ?? [];
}

/** Has a tab become the register, all of it or nothing; hands out the name of its hidden copy. Throws a UserError where it cannot. */
export function takePlace(
  context: RegisterContext,
  sources: readonly Source[],
  intent: Intent,
  isEmpty: boolean,
): string {
  const placing = placingOf(sources, intent);
  const reason = whyNotInPlace(context.spreadsheet, sources, isEmpty, placing);
  const [source] = sources;
  const tab = source && findTab(context.spreadsheet, source.key);
  if (source === undefined || tab === undefined) throw new UserError('tab-gone');
  if (reason !== undefined) throw new UserError('not-in-place', reason);
  const { spreadsheet, experiments } = context;
  const beforeName = keys.sheetName(EXPERIMENTS_SHEET).read();
  const fields = newFields(context, sources);
  const begun: keys.TabTaken = {
    tab: source.key,
    name: tab.getName(),
    copy: '',
    there: spreadsheet.getSheets().map((sheet) => String(sheet.getSheetId())),
    lines: placing.lines,
    before: String(experiments.getSheetId()),
    ...(beforeName !== undefined && { beforeName }),
    ...(fields.length > 0 && { fields }),
  };
  allOrNothing((undo) => {
    undo(() => undoTaking(context, begun));
    beginTab(begun);
    begun.copy = String(copyTab(tab, words.inPlace.copyName(begun.name)).getSheetId());
    beginTab(begun);
    if (fields.length > 0) wantFields(context, fields, '', undo);
    carryOut(context, tab, source, intent, placing);
    const { run, name, added, prefix } = intent;
    keys.lastSheetImport.write({
      run,
      name,
      added: added.length,
      columns: [],
      candidates: [],
      ...(prefix !== undefined && { prefix: context.settings.prefix }),
      ...(fields.length > 0 && { fields }),
      place: begun,
    });
    SpreadsheetApp.flush();
    // From here on it is the register.
    spreadsheet.setActiveSheet(tab);
    experiments.hideSheet();
    keys.sheetName(EXPERIMENTS_SHEET).write(begun.name);
    keys.sheetId(EXPERIMENTS_SHEET).write(begun.tab);
    context.experiments = tab;
  });
  afterwards(() => finishTaking(context, intent.prefix));
  return sheetOf(spreadsheet, begun.copy)?.getName() ?? '';
}

/** Finishes, or takes back, what an execution began that was ended half-way. */
export function finishTab(context: RegisterContext, begun: keys.TabTaken): void {
  if (begun.isBack === undefined && keys.sheetId(EXPERIMENTS_SHEET).read() === begun.tab)
    finishTaking(context, undefined);
  else {
    keepFound(context.spreadsheet, begun);
    undoTaking(context, begun);
  }
}

/** Somebody may have typed in the tab since the execution ended: where it is not as it was, what stands there is kept in a tab beside it. */
function keepFound(spreadsheet: Spreadsheet, { tab: id, copy: kept, name }: keys.TabTaken): void {
  const [tab, copy] = [sheetOf(spreadsheet, id), sheetOf(spreadsheet, kept)];
  if (tab === null || copy === null) return;
  if (contentOf(tab) === contentOf(copy)) return;
  const found = copyTab(tab, words.inPlace.foundName(name)).showSheet();
  spreadsheet.toast(words.inPlace.found(name, found.getName()));
}

function carryOut(context: RegisterContext, tab: Sheet, source: Source, { added }: Intent, placing: Placing): void {
  const { taken, lines } = placing;
  keys.ownLooks.write([...taken.keys()]);
  takeLinesOut(tab, lines);
  completeHeader(tab, placing);
  const fields = context.settings.optionalFields;
  const { places } = findColumnsIn(tab, headerOf(tab), fields);
  const own = { ...context, experiments: tab };
  formatRegister(own, places);
  const register = readRegister(tab, fields);
  const rows = new Map(register.all.map((row) => [row.row, row]));
  const changes = new Map(placing.cells.map((cell) => [`${cell.row} ${cell.key}`, cell.to]));
  const gone = new Set(lines);
  let left = 0;
  const rowAfter = source.table.texts.map((_, at) => {
    if (gone.has(at + 1)) left += 1;
    return at + 1 - left;
  });
  const changed = source.reading.rows.map(({ row: before }, at): RowTexts => {
    const intended = added[at];
    const row = rows.get(rowAfter[before - 1] ?? 0);
    if (intended === undefined || row === undefined) throw new UserError('tab-gone');
    const wanted = { ...intended.experiment };
    for (const { key } of FIELDS) {
      if (taken.has(key)) wanted[key] = changes.get(`${before} ${key}`) ?? row.experiment[key];
    }
    wanted.score = row.experiment.score;
    const { closed, origin } = intended;
    const known = { ...row, closed, state: { ...row.state, origin } };
    const { texts, dueNote } = changeRow(known, wanted, wanted.status, context);
    return { row: row.row, texts, dueNote };
  });
  writeUnchecked(own, register, { changed });
  keys.validationSuspended.forget();
  rememberIds(
    added.map(({ experiment }) => experiment.id),
    context.settings.prefix,
  );
}

/** Leaves the tab its headers, says in their notes which columns they are, and adds the register's others behind all. */
function completeHeader(tab: Sheet, { header, taken, added }: Placing): void {
  const first = header.length + 1;
  const missing = first + added.length - 1 - tab.getMaxColumns();
  if (missing > 0) tab.insertColumnsAfter(tab.getMaxColumns(), missing);
  const cells = tab.getRange(1, 1, 1, header.length);
  const there = cells.getDisplayValues()[0] ?? [];
  for (const [place, label] of header.entries()) {
    if (label.replace(/\s+/g, ' ') === (there[place] ?? '').replace(/\s+/g, ' ').trim()) continue;
    writeHeader(tab, place + 1, [label]);
  }
  for (const [key, place] of taken) {
    const column = COLUMNS.find((each) => each.key === key);
    const isNamed = column !== undefined && column.label.toLowerCase() !== (header[place] ?? '').toLowerCase();
    if (isNamed) tab.getRange(1, place + 1).setNote(ownNameNote(column));
  }
  const more = tab.getRange(1, first, tab.getMaxRows(), added.length);
  more.clear({ contentsOnly: true });
  tryWherePossible(
    tab,
    () => more.clear({ formatOnly: true }),
    () => more.clearDataValidations(),
  );
  writeHeader(tab, first, added);
}

function finishTaking(context: RegisterContext, prefix: string | undefined): void {
  endTab();
  if (prefix !== undefined) setPrefix(context, prefix);
  const { experiments, settings } = context;
  keepPlaces(findColumnsIn(experiments, headerOf(experiments), settings.optionalFields).places);
  checkAndComplete(context);
  const last = keys.lastSheetImport.read();
  if (last?.place) keys.lastSheetImport.write({ ...last, seal: fingerprintOf(context.experiments) });
  SpreadsheetApp.flush();
}

/** A fingerprint of all that people may write in a tab: of what is computed there the formulas, and nothing of what the register keeps. */
function fingerprintOf(tab: Sheet): string {
  const { places } = findColumnsIn(tab, headerOf(tab), []);
  const kept = new Set(COLUMNS.flatMap(({ key, derived }) => (derived ? (places.get(key) ?? []) : [])));
  const range = tab.getDataRange();
  const formulas = range.getFormulas();
  const said = range
    .getValues()
    .map((line, row) => line.map((value, place) => (kept.has(place) ? '' : formulas[row]?.[place] || value)));
  return fingerprint(JSON.stringify(said));
}

function setPrefix(context: RegisterContext, prefix: string): void {
  const { register, contents } = lookAtContents(context);
  bringIn(context, register, contents, { ...contents, prefix }, () => undefined, new Map());
}

/** The tab as it was, and the register where it was. Can be done again. */
function undoTaking(context: RegisterContext, begun: keys.TabTaken): void {
  const { spreadsheet } = context;
  const known = sheetOf(spreadsheet, begun.copy);
  const copy = known ?? (begun.copy === '' ? strayCopy(spreadsheet, begun) : null);
  if (known !== null) giveTab(spreadsheet, begun, known);
  pointBack(context, begun);
  dropFields(context, begun.fields);
  if (copy !== null) spreadsheet.deleteSheet(copy);
  endTab();
}

function giveTab(spreadsheet: Spreadsheet, { tab: id, lines }: keys.TabTaken, copy: Sheet): void {
  const tab = sheetOf(spreadsheet, id);
  if (tab === null) return;
  // Their rows went first and at once; where only some of them did, the size alone is put right.
  if (tab.getMaxRows() + lines.length <= copy.getMaxRows()) putLinesBack(tab, copy, lines);
  bringBack(tab, copy, copy.getLastColumn(), lines);
}

/** A copy that was made by an execution that ended before it could write down which. */
function strayCopy(spreadsheet: Spreadsheet, { tab, there }: keys.TabTaken): Sheet | null {
  const original = sheetOf(spreadsheet, tab);
  if (original === null) return null;
  const news = spreadsheet.getSheets().filter((sheet) => !there.includes(String(sheet.getSheetId())));
  return news.find((sheet) => contentOf(sheet) === contentOf(original)) ?? null;
}

/** All that a tab shows and works out, as one text to compare. */
function contentOf(sheet: Sheet): string {
  const range = sheet.getDataRange();
  return JSON.stringify([range.getDisplayValues(), range.getFormulas()]);
}

function pointBack(context: RegisterContext, { tab, before, beforeName }: keys.TabTaken): void {
  const experiments = sheetOf(context.spreadsheet, before);
  if (experiments !== null) {
    if (experiments.isSheetHidden()) experiments.showSheet();
    context.experiments = experiments;
  }
  keys.sheetId(EXPERIMENTS_SHEET).write(before);
  if (beforeName === undefined) keys.sheetName(EXPERIMENTS_SHEET).forget();
  else keys.sheetName(EXPERIMENTS_SHEET).write(beforeName);
  keys.ownLooks.forget();
  keys.validationSuspended.forget();
  if (keys.lastSheetImport.read()?.place?.tab === tab) keys.lastSheetImport.forget();
}

/** What becomes of the tab where it is taken back. */
export interface GivenBack {
  removed: number;
  /** The tab in which all stands that it said by then; `''` where nobody had changed it. */
  tab: string;
}

/** Gives the tab back as it was, with its rules and looks. Throws a UserError where its copy is gone. */
export function takePlaceBack(context: RegisterContext, last: keys.SheetImport, place: keys.TabTaken): GivenBack {
  const { spreadsheet } = context;
  const [tab, copy] = [sheetOf(spreadsheet, place.tab), sheetOf(spreadsheet, place.copy)];
  if (tab === null || copy === null) throw new UserError('copy-gone', place.name);
  const isChanged = last.seal === undefined || fingerprintOf(tab) !== last.seal;
  const now = copyTab(tab, words.inPlace.laterName(place.name));
  const looks = keys.ownLooks.read() ?? [];
  allOrNothing((undo) => {
    undo(() => {
      // The rows that came back go again, each with what no copy may put on a Table.
      takeLinesOut(tab, place.lines.slice(0, Math.max(tab.getMaxRows() - now.getMaxRows(), 0)));
      bringBack(tab, now, copy.getLastColumn());
      // No copy has what protects the original.
      keys.validationSuspended.write('1');
      keys.protectedTo.forget();
      keys.sheetName(EXPERIMENTS_SHEET).write(place.name);
      keys.sheetId(EXPERIMENTS_SHEET).write(place.tab);
      keys.ownLooks.write(looks);
      keys.lastSheetImport.write(last);
      endTab();
      sheetOf(spreadsheet, place.before)?.hideSheet();
      spreadsheet.deleteSheet(now);
    });
    beginTab({ ...place, isBack: true });
    giveTab(spreadsheet, place, copy);
    pointBack(context, place);
    SpreadsheetApp.flush();
    endTab();
  });
  afterwards(() => {
    spreadsheet.deleteSheet(copy);
    if (isChanged) now.showSheet();
    else spreadsheet.deleteSheet(now);
    if (last.prefix !== undefined) setPrefix(context, last.prefix);
    dropFields(context, last.fields);
    checkAndComplete(context);
    SpreadsheetApp.flush();
  });
  return { removed: last.added, tab: isChanged ? now.getName() : '' };
}
