// Everything that is remembered outside the sheets, a key each: the only place that names one. A key and what stands under it are an
// interface: registers made by earlier versions have them, so a change is a migration with a test on an old register.
import type { KeptReview } from '../domain/portfolio/review.ts';
import type { Settings } from '../domain/register/settings.ts';
import { cached, type Entry, hasShape, json, longProperty, mark, number, property, text } from './entry.ts';

// Each entry says: what it is; who writes it; what happens if it is lost; since which version. Scope and type stand in the code.

/**
 * The settings that every edit needs, without a read of the Settings sheet.
 * Written by: each call that writes, and an edit of the Settings sheet. If lost: the sheet is read instead; a deleted sheet comes back with
 * defaults. Since 0.1.
 */
export const settings = longProperty('document', 'settings', {
  ...json(isSettings),
  // Kept before there were optional fields, they name none.
  decode: (stored) => withOptional(json(isSettings).decode(stored)),
});

/**
 * Says that a setting carries a mark, so that a sheet without marks need not be written.
 * Written by: whatever marks wrong settings. If lost: a mark stays until the setting is edited. Since 0.1.
 */
export const settingsMarked = property('document', 'settingsMarked', mark);

/**
 * The column keys of the Experiments sheet and their places, from 0, as last seen in order.
 * Written by: set-up and check. If lost: a deleted header row is not written anew by itself, and the settings tell which optional fields there
 * are. Since 0.1.
 */
export const columns = property('document', 'columns', json(isPlaces));

/**
 * The highest number ever given under an ID prefix.
 * Written by: whatever gives IDs or takes some over. If lost: the highest in the sheet counts, so a deleted highest ID is given again. Since 0.1.
 */
export function lastNumber(prefix: string): Entry<number> {
  return property('document', `lastNumber:${prefix}`, number);
}

/**
 * The day that the agreed text gives as its Last Updated, yyyy-mm-dd, `''` where it gives none.
 * Written by: import and export. If lost: check does not say that the log is older than the register. Since 0.1.
 */
export const lastUpdated = property('document', 'lastUpdated', text);

/** A promotion that has begun: the candidate by its fingerprint, its row from 1, and the experiment's ID. */
export interface Promotion {
  seal: string;
  row: number;
  id: string;
}

/**
 * The promotion under way.
 * Written by: the form that promotes, forgotten by it or by the next call. If lost half-way: the candidate stays open beside its experiment.
 * Since 0.1.
 */
export const promoting = property('document', 'promoting', json(isPromotion));

/**
 * The fingerprint of what an import, or an export that merges, has begun to bring in; it stands in *Log source*. Before 0.2: of a log whose
 * import into an empty register has begun.
 * Written by: import and export, forgotten at their end or once the next call has finished what was begun. If lost half-way: the next import or
 * export of the same goes on with it, and asks where it cannot tell. Since 0.1.
 */
export const importBegun = property('document', 'importBegun', text);

/**
 * The parts of a log, such as its title, that the one imported last does not have, each with the fingerprint of what the settings said then.
 * Written by: nothing any more; each agreed text keeps it for itself, and this is read for those that do not. If lost: the next export adds
 * these parts as the settings have them. Since 0.2.
 */
export const absentParts = property('document', 'absentParts', json(isAbsentParts));

/**
 * Says that rows may be without their validation and formats. Earlier registers may have the places of columns there.
 * Written by: whatever suspends them, forgotten once they are back and the columns are where they were meanwhile. If lost half-way: repair brings them back. Since 0.1.
 */
export const validationSuspended = property('document', 'rulesLifted', text);

/**
 * The row, from 1, of the last experiment when arrows of dropdowns and heights of rows were last set.
 * Written by: set-up, check and import. If lost: the next check sets them anew. Since 0.2.
 */
export const shapedTo = property('document', 'shapedTo', number);

/**
 * The row, from 1, down to which the columns that the register works out ask before somebody types into them.
 * Written by: set-up, and import where the sheet has become longer. If lost: the next set-up or import sets it anew. Since 0.2.
 */
export const protectedTo = property('document', 'protectedTo', number);

/**
 * Says that rows show all their text, and not three lines of it.
 * Written by: the menu. If lost: rows are three lines high after the next set-up, check or import. Since 0.2.
 */
export const wholeRows = property('document', 'wholeRows', mark);

/** The file that an export made, and the spreadsheet that it was made from. */
export interface ExportedFile {
  /** The spreadsheet's ID: a copy of the spreadsheet brings this along. */
  register: string;
  name: string;
}

/**
 * The file that anybody's export made last.
 * Written by: export. If lost: a person whom Drive does not show the file gets a new one without being told of it. Since 0.1.
 */
export const exported = property('document', 'exported', json(isExportedFile));

/**
 * The same of the file of patterns, or of rules.
 * Written by: its export. If lost: as with the log's. Since 0.2.
 */
export function exportedEntries(kind: string): Entry<ExportedFile> {
  return property('document', `exported:${kind}`, json(isExportedFile));
}

/**
 * The ID of one of the register's sheets, by the name that it usually has; a word instead while it is being made.
 * Written by: set-up. If lost: a sheet of that name counts where it holds what the register puts there, and none else. Since 0.1.
 */
export function sheetId(name: string): Entry<string> {
  return property('document', `sheetId:${name}`, text);
}

/** What the last import of a team's own sheet added. */
export interface SheetImport {
  /** Tells its rows: it stands beside each. */
  run: string;
  /** The tabs or the file, in words. */
  name: string;
  added: number;
  /** Headers of own columns that it added. */
  columns: readonly string[];
  /** Fingerprints of the candidates that it added. */
  candidates: readonly string[];
  /** The prefix of IDs that the register had before, where it took over the sheet's. */
  prefix?: string;
  /** The optional fields that came with it. */
  fields?: readonly string[];
  /** Where the tab itself became the register: what it was. */
  place?: TabTaken;
  /** A fingerprint of what stood in that tab then. */
  seal?: string;
}

/** A tab that becomes the register, or is given back. IDs are those of sheets. */
export interface TabTaken {
  tab: string;
  name: string;
  /** The hidden copy of the tab as it was; `''` while it is being made. */
  copy: string;
  /** All sheets before there was a copy. */
  there: readonly string[];
  /** The tab's rows, from 1, that stand in the copy only. */
  lines: readonly number[];
  /** The optional fields that come with it. */
  fields?: readonly string[];
  /** The register's Experiments sheet of before, and the name that it was kept under, if it had one. */
  before: string;
  beforeName?: string;
  /** That it is being given back. */
  isBack?: true;
}

/**
 * What the last import of a team's own sheet added, for it to be taken back.
 * Written by: that import, forgotten when it is taken back. If lost: it cannot be taken back as a whole. Since 0.2.
 */
export const lastSheetImport = longProperty('document', 'lastSheetImport', json(isSheetImport));

/**
 * The tab that is just becoming the register, or that is just being given back; `importBegun` says `tab` meanwhile.
 * Written by: an import in place and its being taken back, forgotten at their end or by the next call. If lost half-way: the tab stays as it is,
 * with its hidden copy beside it. Since 0.2.
 */
export const tabBegun = longProperty('document', 'tabBegun', json(isTabTaken));

/**
 * The columns of a register that was a team's own tab which came from it: their looks are the team's.
 * Written by: an import in place, forgotten when it is taken back. If lost: the next repair gives them the register's looks. Since 0.2.
 */
export const ownLooks = property('document', 'ownLooks', json(isTexts));

/**
 * Fingerprints of the ideas that ever came in from a team's own sheet.
 * Written by: that import. If lost: an idea that was removed since comes in again with the next. Since 0.2.
 */
export const ideasTaken = longProperty('document', 'ideasTaken', json(isTexts));

/**
 * What one of the register's sheets is called where somebody has a sheet of its usual name.
 * Written by: set-up. If lost: a deleted sheet comes back under another free name. Since 0.2.
 */
export function sheetName(name: string): Entry<string> {
  return property('document', `sheetName:${name}`, text);
}

/**
 * How the sheets are laid out, counted up by releases that change it.
 * Written by: set-up. If lost: taken for this release's. Since 0.1.
 */
export const layout = property('document', 'layout', number);

/**
 * What keeps a text unchanged in a cell of the format `@`: a leading apostrophe, as in all other cells; the same only where it is needed, since
 * lists judge it; the plain text; or neither, so that no cell of ours may have that format.
 */
export type TextForm = 'apostrophe' | 'needed' | 'plain' | 'neither';

/**
 * Which form of writing texts was found to keep them.
 * Written by: the first set-up, or the first text written into an older register. If lost: it is tried again. Since 0.2.
 */
export const textForm = property('document', 'textForm', {
  encode: (form: TextForm) => form,
  decode: (stored) => (['apostrophe', 'needed', 'plain', 'neither'] as const).find((form) => form === stored),
});

/** What a form that was sent has begun: the ID taken for its experiment, and the row, from 1, that it goes to. */
export interface BegunForm {
  id: string;
  row: number;
  /** Fingerprints of the words that were sent, by field; releases before 0.2 did not keep them. */
  words?: Readonly<Record<string, string>>;
}

const SIX_HOURS = 21_600;

/**
 * A form of an experiment that was sent, by its token.
 * Written by: saving a form. If lost (six hours, or earlier): a new experiment's form sent again after a lost answer is saved twice, and one of an
 * opened experiment asks about its own words. Since 0.1.
 */
export function begunForm(token: string): Entry<BegunForm> {
  return cached(`saved:${token}`, json(isBegunForm), SIX_HOURS);
}

/** What one person's exports of one spreadsheet remember. */
export interface KnownExport {
  file?: KnownFile;
  /** Fingerprint of the text that an export set out to write: where it ended before it could say so, the file tells whether it did. */
  intended?: string;
  /** The file's head revision that this text was made from: what lies between it and the one that the export wrote is not in it. */
  from?: string;
  /** Revisions of others that an export wrote over and that are not merged yet, the oldest first. */
  unmerged?: readonly string[];
  /** How many places the last export asked about and nobody has settled yet. */
  openQuestions?: number;
}

/** A person's file in Drive as of their last export. */
export interface KnownFile {
  id: string;
  name: string;
  /** The head revision; another one means that somebody else wrote since. */
  revision: string;
  /** Fingerprint of the text written last. */
  seal: string;
}

/**
 * What a person's exports from a spreadsheet remember.
 * Written by: export and its preview. If lost: the file is searched for in Drive by the spreadsheet's mark on it. Since 0.1.
 */
export function knownExport(spreadsheetId: string): Entry<KnownExport> {
  return property('user', `logFile:${spreadsheetId}`, {
    encode: (known) => JSON.stringify(known),
    decode: (stored) => {
      const file = json(isKnownFile).decode(stored);
      return file === undefined ? json(isKnownExport).decode(stored) : { file: { ...file, name: file.name ?? '' } };
    },
  });
}

/**
 * The last review that a person held on a spreadsheet's register: the day, and the due dates of then below it.
 * Written by: the dashboard's review. If lost: the next review looks back as far as a first one. Since 0.1.
 */
export function review(spreadsheetId: string): Entry<KeptReview> {
  return longProperty('user', `review:${spreadsheetId}`, {
    encode: ({ date, dues }) => (dues === undefined ? date : `${date}\n${dues}`),
    decode: (stored) => {
      const [date = ''] = stored.split('\n', 1);
      return stored === date ? { date } : { date, dues: stored.slice(date.length + 1) };
    },
  });
}

/**
 * The long texts of forms that a person has not saved yet, by the name of the form, the one typed last at the end.
 * Written by: a form, some seconds after the last key; the form forgets its own once it is saved or discarded. If lost: the browser's own
 * drafts are all there is. Since 0.2.
 */
export function drafts(spreadsheetId: string): Entry<Record<string, string>> {
  return longProperty('user', `drafts:${spreadsheetId}`, json(isTextByName));
}

/** Longer than a self-check takes: then it was ended from outside. */
const LONGEST_RUN_SECONDS = 120;

/**
 * Says that a self-check is running.
 * Written by: the self-check, forgotten at its end. If lost: two may run at once. Since 0.1.
 */
export const selfCheckRunning = cached('selfCheckRunning', mark, LONGEST_RUN_SECONDS);

/** How one behaviour of the platform went that somebody has helped to try; expected and seen as JSON. */
export interface AskedOutcome {
  subject: string;
  name: string;
  standing: string;
  isAsExpected: boolean;
  expected: string;
  seen: string;
}

/**
 * What people have helped the self-check to try.
 * Written by: the self-check's steps that ask for something. If lost (six hours, or earlier): its report does not tell of them. Since 0.2.
 */
export const askedOutcomes = cached('selfCheckAsked', json(isAskedOutcomes), SIX_HOURS);

function isAskedOutcomes(read: unknown): read is AskedOutcome[] {
  const shape = { subject: 'string', name: 'string', standing: 'string', expected: 'string', seen: 'string' } as const;
  return Array.isArray(read) && read.every((outcome) => hasShape(outcome, shape));
}

function isKnownExport(read: unknown): read is KnownExport {
  return hasShape(read, {});
}

/** Before 0.2 the file's facts stood by themselves; the name came later. */
function isKnownFile(read: unknown): read is Omit<KnownFile, 'name'> & { name?: string } {
  return hasShape(read, { id: 'string', revision: 'string', seal: 'string' });
}

function isTextByName(read: unknown): read is Record<string, string> {
  return hasShape(read, {}) && Object.values(read as object).every((each) => typeof each === 'string');
}

function withOptional(settings: Settings | undefined): Settings | undefined {
  return settings && { ...settings, optionalFields: settings.optionalFields ?? [], scoring: settings.scoring ?? '' };
}

function isSettings(read: unknown): read is Settings {
  return hasShape(read, { title: 'string', prefix: 'string', entities: 'object', layers: 'object' });
}

function isAbsentParts(read: unknown): read is Record<string, string> {
  return hasShape(read, {});
}

function isPlaces(read: unknown): read is [string, number][] {
  return Array.isArray(read) && read.every((place) => hasShape(place, { 0: 'string', 1: 'number' }));
}

function isPromotion(read: unknown): read is Promotion {
  return hasShape(read, { seal: 'string', row: 'number', id: 'string' });
}

function isExportedFile(read: unknown): read is ExportedFile {
  return hasShape(read, { register: 'string', name: 'string' });
}

function isBegunForm(read: unknown): read is BegunForm {
  return hasShape(read, { id: 'string', row: 'number' });
}

function isSheetImport(read: unknown): read is SheetImport {
  return hasShape(read, { run: 'string', name: 'string', added: 'number', columns: 'object', candidates: 'object' });
}

function isTabTaken(read: unknown): read is TabTaken {
  return hasShape(read, {
    tab: 'string',
    name: 'string',
    copy: 'string',
    there: 'object',
    lines: 'object',
    before: 'string',
  });
}

function isTexts(read: unknown): read is string[] {
  return Array.isArray(read) && read.every((text) => typeof text === 'string');
}
