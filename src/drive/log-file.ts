// The exported log as a file in Drive: found, created, updated. The only room that names Drive.
import { Trouble } from '../domain/trouble.ts';

/** What is remembered of the file between exports. */
export interface KnownFile {
  id: string;
  /** The head revision as of the last export; another one means that somebody else wrote since. */
  revision: string;
}

export interface LogFile extends KnownFile {
  name: string;
  link: string;
}

const FOLDER_NAME = 'Kaizen Log';
const FOLDER_TYPE = 'application/vnd.google-apps.folder';
const LOG_TYPE = 'text/markdown';
const FIELDS = 'id,name,webViewLink,headRevisionId,trashed';

/** The file as Drive has it now; undefined if it is gone, in the bin, or was made under another person's permission. */
export function findLogFile(id: string): LogFile | undefined {
  try {
    const file = driveFiles().get(id, { fields: FIELDS, supportsAllDrives: true });
    return file.trashed === true ? undefined : logFileOf(file);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** The file's text. Throws if Drive does not hand it out. */
export function readLogFile(id: string): string {
  // The types know metadata only; with alt=media the answer is the content.
  const content: unknown = driveFiles().get(id, { alt: 'media', supportsAllDrives: true });
  if (typeof content !== 'string')
    throw new Trouble('Drive did not hand out the text of the file: import it from the file itself.');
  return content;
}

/** Creates the file in the app's folder. */
export function createLogFile(name: string, text: string): LogFile {
  const blob = Utilities.newBlob(text, LOG_TYPE, name);
  return logFileOf(
    driveFiles().create({ name, mimeType: LOG_TYPE, parents: [appFolder()] }, blob, {
      fields: FIELDS,
      supportsAllDrives: true,
    }),
  );
}

/** Replaces the file's text; its name, place and link stay. */
export function updateLogFile(id: string, text: string): LogFile {
  const blob = Utilities.newBlob(text, LOG_TYPE);
  return logFileOf(driveFiles().update({}, id, blob, { fields: FIELDS, supportsAllDrives: true }));
}

/** The advanced Drive service; a script project whose manifest was not pushed lacks it. */
function driveFiles() {
  if (typeof Drive === 'undefined') {
    throw new Trouble(
      'The Drive service is not switched on for this script: add "Drive API" under Services in the script editor.',
    );
  }
  return Drive.Files;
}

/** The folder this add-on keeps its files in; `drive.file` shows only what the add-on itself made. */
function appFolder(): string {
  const found = driveFiles().list({
    q: `name = '${FOLDER_NAME}' and mimeType = '${FOLDER_TYPE}' and trashed = false`,
    fields: 'files(id)',
  }).files?.[0]?.id;
  const id = found ?? driveFiles().create({ name: FOLDER_NAME, mimeType: FOLDER_TYPE }).id;
  if (id === undefined) throw new Trouble('Drive did not say where the folder is: export again.');
  return id;
}

function logFileOf(file: GoogleAppsScript.Drive_v3.Drive.V3.Schema.File): LogFile {
  const { id = '', name = '', webViewLink = '', headRevisionId = '' } = file;
  return { id, name, link: webViewLink, revision: headRevisionId };
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && /not found/i.test(error.message);
}
