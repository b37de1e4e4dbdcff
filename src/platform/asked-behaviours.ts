// Behaviours that a script cannot try without somebody: in a Table, which no service call makes, in Drive, in pages, and with a download.
import type { Behaviour, Claim, Seen } from './behaviour.ts';
import { isRefused, likely } from './behaviour.ts';

const TABLES = 'support.google.com/docs/answer/14239833';
const FILES = 'developers.google.com/workspace/drive/api/reference/rest/v3/files';
const REVISIONS = 'developers.google.com/workspace/drive/api/reference/rest/v3/revisions';

/** What is seen in one file, which is there already with the text *first*. */
export interface FileBehaviour extends Claim {
  seeIn: (id: string) => Seen;
}

export function markdown(text: string): GoogleAppsScript.Base.Blob {
  return Utilities.newBlob(text, 'text/markdown', 'self-check.md');
}

/** The advanced service, which the types call optional. */
export function files(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection {
  const service = typeof Drive === 'undefined' ? undefined : Drive.Files;
  if (!service) throw new Error('The advanced Drive service is not enabled.');
  return service;
}

export function textOf(id: string): string {
  return String(files().get(id, { alt: 'media' }));
}

const change = (id: string, text: string) => files().update({}, id, markdown(text));
const headOf = (id: string) => files().get(id, { fields: 'headRevisionId' }).headRevisionId;
const revisionsOf = (id: string) => Drive?.Revisions?.list(id).revisions?.length ?? 0;

/** In this order: the first finds the file as it was made. */
export const inFile: readonly FileBehaviour[] = [
  {
    name: 'a file can be created, read and updated with drive.file alone',
    source: 'developers.google.com/workspace/drive/api/guides/api-specific-auth',
    standing: 'documented',
    expected: ['string', 'first', 'second'],
    seeIn: (id) => {
      const before = textOf(id);
      change(id, 'second');
      return [typeof id, before, textOf(id)];
    },
  },
  {
    name: 'an update keeps the ID and changes the head revision',
    source: `${FILES}/update`,
    standing: 'documented',
    expected: [true, true],
    seeIn: (id) => {
      const before = headOf(id);
      const { id: after } = change(id, 'third');
      return [after === id, headOf(id) !== before];
    },
  },
  {
    name: 'every content is a revision',
    source: REVISIONS,
    standing: 'documented',
    expected: 1,
    seeIn: (id) => {
      const before = revisionsOf(id);
      change(id, 'fourth');
      return revisionsOf(id) - before;
    },
  },
  {
    name: 'content with alt media comes as a text, accents and all',
    source: `${FILES}/get`,
    standing: 'unknown',
    expected: ['string', 'ébb 🌊'],
    seeIn: (id) => {
      change(id, 'ébb 🌊');
      const content: unknown = files().get(id, { alt: 'media' });
      return [typeof content, String(content)];
    },
  },
];

/** In a sheet whose range A1:C4 somebody has made a Table: words, numbers and days below a header. */
export const inTable: readonly Behaviour[] = [
  likely(TABLES, 'a number format for cells of a Table is refused', true, ({ sheet }) =>
    isRefused(() => sheet.getRange('B2:B4').setNumberFormat('@')),
  ),
  likely(TABLES, 'a validation for cells of a Table is refused', true, ({ sheet }) =>
    isRefused(() =>
      sheet.getRange('C2:C4').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build()),
    ),
  ),
  likely(TABLES, 'values are written into a Table as into other cells', [false, 'ebb'], ({ sheet }) => [
    isRefused(() => sheet.getRange('A2').setValue('ebb')),
    sheet.getRange('A2').getValue(),
  ]),
];

/** The add-on's pages, in the order in which they are opened. */
export const PAGES = ['sidebar', 'dashboard', 'check', 'import', 'export', 'columns', 'help'] as const;
export type Page = (typeof PAGES)[number];

export function opensClaim(page: Page): Claim {
  return {
    name: `the page ${page} runs in its frame and reaches the script`,
    source: 'guides/html/communication',
    standing: 'likely',
    expected: true,
  };
}

/** Seen by a person alone. */
export const DOWNLOAD: Claim = {
  name: 'a file that a page makes arrives with the person',
  source: 'guides/html/restrictions',
  standing: 'likely',
  expected: true,
};
