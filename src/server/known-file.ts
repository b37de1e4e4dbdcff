// What is remembered of the file in Drive between exports: by each person for their own, and by the register for everybody.

/** What this person's exports from this spreadsheet remember. */
export interface KnownFile {
  id: string;
  name: string;
  /** The head revision as of the last export; another one means that somebody else wrote since. */
  revision: string;
  /** Seal over the text written last. */
  seal: string;
}

export interface Known {
  /** The file of this person's last export. */
  file?: KnownFile;
  /** Seal over the text that an export set out to write: where it ended before it could say so, the file tells whether it did. */
  intended?: string;
  /** How many places the last export asked about and nobody has settled yet. */
  openQuestions?: number;
}

const keyOf = (spreadsheetId: string) => `logFile:${spreadsheetId}`;

/** What is remembered for this person. */
export function readKnown(spreadsheetId: string): Known {
  const text = PropertiesService.getUserProperties().getProperty(keyOf(spreadsheetId));
  if (text === null) return {};
  const read = JSON.parse(text);
  // Releases before 0.2 kept the file's facts by themselves.
  return 'id' in read ? { file: { name: '', ...read } } : read;
}

/** Remembers this for this person, in place of what was. */
export function keepKnown(spreadsheetId: string, known: Known): void {
  PropertiesService.getUserProperties().setProperty(keyOf(spreadsheetId), JSON.stringify(known));
}

const EXPORTED = 'exported';

/** The name of the file that anybody's export of this spreadsheet made; undefined if nobody's did. */
export function exportedName(spreadsheetId: string): string | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(EXPORTED);
  const read: { register: string; name: string } | undefined = text === null ? undefined : JSON.parse(text);
  // A copied spreadsheet may have brought this along from the original.
  return read?.register === spreadsheetId ? read.name : undefined;
}

export function keepExportedName(spreadsheetId: string, name: string): void {
  PropertiesService.getDocumentProperties().setProperty(EXPORTED, JSON.stringify({ register: spreadsheetId, name }));
}
