// Patterns and rules that name experiments which got other IDs.
import { KINDS } from '../../domain/learnt/kinds.ts';
import { withIds } from '../../domain/learnt/links.ts';
import { UserError } from '../../domain/user-error.ts';
import { readEntries, writeEntries } from '../../sheet/entries.ts';
import { entrySheet, kindsThere } from '../../sheet/own-sheets.ts';
import type { Undo } from '../../sheet/restoring.ts';

/** Has evidence and origins name the new IDs, by the old ones. A sheet that cannot be read is left as it is: what it lacks is said there. */
export function followInEntries(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  ids: ReadonlyMap<string, string>,
  undo: Undo,
): void {
  if (ids.size === 0) return;
  for (const kind of kindsThere(spreadsheet)) {
    const { source } = KINDS[kind];
    try {
      const table = readEntries(entrySheet(spreadsheet, kind) as GoogleAppsScript.Spreadsheet.Sheet, kind);
      writeEntries(
        table,
        table.rows.map((row) => [row, { ...row.entry, [source]: withIds(row.entry[source], ids) }]),
        undo,
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
}
