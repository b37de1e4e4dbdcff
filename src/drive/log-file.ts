// The exported log as a file in Drive: found, created, updated. The only room that names Drive.
import { UserError } from '../domain/user-error.ts';

/** The file as Drive tells of it. */
export interface LogFile {
  id: string;
  name: string;
  link: string;
  /** The head revision: another one means that somebody wrote. */
  revision: string;
  /** When it was last written, as an ISO text in UTC, and by whom. */
  writtenAt: string;
  writtenBy: string;
  isTrashed: boolean;
  isWritable: boolean;
}

const FOLDER_NAME = 'Kaizen Log';
const FOLDER_TYPE = 'application/vnd.google-apps.folder';
const LOG_TYPE = 'text/markdown';
const FIELDS =
  'id,name,webViewLink,headRevisionId,trashed,modifiedTime,lastModifyingUser(displayName),capabilities(canEdit)';
/** In shared drives too, where a person may have moved the file. */
const EVERYWHERE = { supportsAllDrives: true, includeItemsFromAllDrives: true };
/** Ties a file to the spreadsheet it was exported from. */
const REGISTER = 'kaizenRegister';

/** The file as Drive has it now; undefined if it is gone, or was made under another person's permission. */
export function findLogFile(id: string): LogFile | undefined {
  return asked(() => {
    try {
      return logFileOf(driveFiles().get(id, { fields: FIELDS, supportsAllDrives: true }));
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  });
}

/** The file that this person's earlier export made for the spreadsheet, wherever it is by now; undefined if there is none. */
export function searchLogFile(spreadsheetId: string): LogFile | undefined {
  const q = `appProperties has { key='${REGISTER}' and value='${spreadsheetId}' } and trashed = false`;
  const found = asked(
    () =>
      driveFiles().list({ ...EVERYWHERE, q, fields: `files(${FIELDS})`, orderBy: 'createdTime', pageSize: 1 })
        .files?.[0],
  );
  return found && logFileOf(found);
}

/** The file's text; undefined if Drive does not hand it out, which the narrow permission does not promise. */
export function readLogFile(id: string): string | undefined {
  try {
    // The types know metadata only; with alt=media the answer is the content.
    const content: unknown = driveFiles().get(id, { alt: 'media', supportsAllDrives: true });
    return typeof content === 'string' ? content : undefined;
  } catch (error) {
    console.warn(error);
    return undefined;
  }
}

/** The last revision after one and before another, which the other one wrote over; '' if there is none, or if this person may not see them. */
export function revisionBetween(id: string, after: string, before: string): string {
  const ids: string[] = [];
  try {
    asked(() => {
      let pageToken: string | undefined;
      do {
        const page = driveService().Revisions.list(id, { pageSize: 1000, ...(pageToken && { pageToken }) });
        for (const revision of page.revisions ?? []) ids.push(revision.id ?? '');
        pageToken = page.nextPageToken;
      } while (pageToken);
    });
  } catch (error) {
    if (!(error instanceof UserError && error.code === 'drive-forbidden')) throw error;
    console.warn(error);
  }
  const between = ids.includes(after) ? ids.slice(ids.indexOf(after) + 1, Math.max(ids.indexOf(before), 0)) : [];
  return between.pop() ?? '';
}

/** What a revision held that was replaced since; undefined if Drive does not hand it out. */
export function readRevision(id: string, revision: string): string | undefined {
  try {
    const content: unknown = driveService().Revisions.get(id, revision, { alt: 'media' });
    return typeof content === 'string' ? content : undefined;
  } catch (error) {
    console.warn(error);
    return undefined;
  }
}

/** Creates the file in the app's folder. */
export function createLogFile(spreadsheetId: string, name: string, text: string): LogFile {
  return asked(() => {
    const blob = Utilities.newBlob(text, LOG_TYPE, name);
    const resource = { name, mimeType: LOG_TYPE, parents: [appFolder()], appProperties: { [REGISTER]: spreadsheetId } };
    return logFileOf(driveFiles().create(resource, blob, { fields: FIELDS, supportsAllDrives: true }));
  });
}

/** Replaces the file's text; its name, place and link stay. */
export function updateLogFile(id: string, text: string): LogFile {
  return asked(() => {
    const blob = Utilities.newBlob(text, LOG_TYPE);
    return logFileOf(driveFiles().update({}, id, blob, { fields: FIELDS, supportsAllDrives: true }));
  });
}

/** The types ask for a blob; the service takes none where only facts about the file change. */
const NO_CONTENT = undefined as unknown as GoogleAppsScript.Base.Blob;

/** Takes the file out of Drive's bin. */
export function restoreLogFile(id: string): LogFile {
  return asked(() =>
    logFileOf(driveFiles().update({ trashed: false }, id, NO_CONTENT, { fields: FIELDS, supportsAllDrives: true })),
  );
}

/** The advanced Drive service; a script project whose manifest was not pushed lacks it. */
function driveService() {
  if (typeof Drive === 'undefined') {
    throw new UserError('drive-off');
  }
  return Drive;
}

function driveFiles() {
  return driveService().Files;
}

/** The folder this add-on keeps its files in; `drive.file` shows only what the add-on itself made. */
function appFolder(): string {
  const found = driveFiles().list({
    q: `name = '${FOLDER_NAME}' and mimeType = '${FOLDER_TYPE}' and trashed = false`,
    fields: 'files(id)',
  }).files?.[0]?.id;
  const id = found ?? driveFiles().create({ name: FOLDER_NAME, mimeType: FOLDER_TYPE }).id;
  if (id === undefined) throw new UserError('drive-folder');
  return id;
}

function logFileOf(file: GoogleAppsScript.Drive_v3.Drive.V3.Schema.File): LogFile {
  const { id = '', name = '', webViewLink = '', headRevisionId = '', modifiedTime = '' } = file;
  return {
    id,
    name,
    link: webViewLink,
    revision: headRevisionId,
    writtenAt: modifiedTime,
    writtenBy: file.lastModifyingUser?.displayName ?? '',
    isTrashed: file.trashed === true,
    isWritable: file.capabilities?.canEdit !== false,
  };
}

/** What a person can do about what Drive answers, by what its message says; the messages are Google's own. */
const ANSWERS = [
  [/storage quota|storageQuotaExceeded/i, 'drive-full'],
  [
    /insufficient (?:permission|authentication|scope)|not have (?:sufficient )?permission|authorization is required|permission/i,
    'drive-forbidden',
  ],
  [/rate limit|quota|too many times|user-rate/i, 'drive-busy'],
] as const;

/** What the work hands out; what Drive refuses becomes one sentence with a next step. */
function asked<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    const { message } = error;
    const code = ANSWERS.find(([pattern]) => pattern.test(message))?.[1];
    throw code === undefined ? new UserError('drive-silent', message.replace(/[.\s]+$/, '')) : new UserError(code);
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && /not found/i.test(error.message);
}
