// What the self-check can only try where a person helps: a sheet that somebody makes a Table and types into, a file in Drive, the pages.
import { selfCheckParts } from '../../domain/messages.ts';
import {
  DOWNLOAD,
  files,
  inFile,
  inTable,
  markdown,
  opensClaim,
  PAGES,
  type Page,
} from '../../platform/asked-behaviours.ts';
import type { Claim, Seen } from '../../platform/behaviour.ts';
import { type EditSeen, inEdit } from '../../platform/edit-behaviours.ts';
import { addSheet, compared, outcomeOf } from '../../platform/trial.ts';
import * as keys from '../../store/keys.ts';
import { showDialog } from '../menu.ts';
import { told } from './differences.ts';
import { ASKED_CELL, ASKED_SHEET, SEEN_CELL } from './edit-trial.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** How one behaviour went that somebody has helped to try; expected and seen as JSON. */
export type AskedOutcome = keys.AskedOutcome;

/** What has been seen in the last hours, by whoever helped. */
export function askedOutcomes(): AskedOutcome[] {
  return keys.askedOutcomes.read() ?? [];
}

/** Keeps what was seen, in place of what was seen of the same before. */
function keep(subject: string, seen: readonly { claim: Claim; seen: Seen }[]): void {
  const names = new Set(seen.map(({ claim }) => claim.name));
  keys.askedOutcomes.write([
    ...askedOutcomes().filter(({ name }) => !names.has(name)),
    ...seen.map(({ claim, seen: one }) => {
      const { name, standing, expected } = claim;
      const { isAsExpected } = compared({ subject, name, standing, expected, seen: one });
      return { subject, name, standing, isAsExpected, expected: JSON.stringify(expected), seen: told(one) };
    }),
  ]);
}

/** Adds the sheet in which somebody is to make A1:C4 a Table and to type into a cell, and shows it. */
export function addAskedSheet(spreadsheet: Spreadsheet): void {
  const sheet = addSheet(spreadsheet, ASKED_SHEET);
  const rows = [1, 2, 3].map((number) => [`x${number}`, number, `2026-02-0${number}`]);
  sheet.getRange('A1:C4').setValues([['text', 'number', 'day'], ...rows]);
  sheet.getRange(ASKED_CELL).offset(0, -1).setValue(selfCheckParts.typeHere);
  sheet.activate();
}

/** Looks at what somebody did in the sheet, and removes it. `isTable`: the person says that it is a Table. */
export function lookAtAskedSheet(spreadsheet: Spreadsheet, isTable: boolean): void {
  const sheet = spreadsheet.getSheetByName(ASKED_SHEET);
  if (sheet === null) return;
  try {
    if (isTable) {
      const bench = { spreadsheet, sheet };
      keep(
        'tables',
        inTable.map((claim) => ({ claim, seen: outcomeOf('tables', claim, bench).seen })),
      );
    }
    if (!sheet.getRange(ASKED_CELL).isBlank()) {
      const seen = readSeen(String(sheet.getRange(SEEN_CELL).getValue()));
      keep(
        'edits',
        Object.entries(inEdit).map(([key, claim]) => ({ claim, seen: seen[key] ?? null })),
      );
    }
  } finally {
    spreadsheet.deleteSheet(sheet);
  }
}

function readSeen(text: string): EditSeen {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Makes one file, looks at it and removes it. Throws where it cannot be made. */
export function tryDrive(spreadsheet: Spreadsheet): void {
  const bench = { spreadsheet, sheet: spreadsheet.getActiveSheet() };
  const id = String(files().create({ name: 'kaizen-log-self-check.md' }, markdown('first')).id);
  try {
    keep(
      'drive',
      inFile.map((claim) => {
        const { seen } = outcomeOf('drive', { ...claim, see: () => claim.seeIn(id) }, bench);
        return { claim, seen };
      }),
    );
  } finally {
    files().remove(id);
  }
}

export function keepDownload(hasArrived: boolean): void {
  keep('pages', [{ claim: DOWNLOAD, seen: hasArrived }]);
}

/** Opens the first page, or the one after that which has just said that it runs; after the last the self-check again. */
export function openPageAfter(opened: string): void {
  const names: readonly string[] = PAGES;
  const at = names.indexOf(opened);
  const next = PAGES[at + 1];
  const seen: [Page | undefined, boolean][] = [
    [PAGES[at], true],
    // Until it says so itself, it does not run.
    [next, false],
  ];
  keep(
    'pages',
    seen.flatMap(([page, isOpened]) => (page === undefined ? [] : [{ claim: opensClaim(page), seen: isOpened }])),
  );
  if (next === undefined) showDialog('self-check', 560, 520, 'beside');
  else showDialog(next, 420, 200, 'beside', `trial:${next}`);
}
